"""A model that says what a test tells it about five made-up papers, and the round in which it is asked."""

import asyncio
import json
from collections.abc import Callable, Mapping

from survey.ask import Answered, Asker
from survey.cache import AnswerCache
from survey.models.base import Prompt, Reply
from survey.papers import Paper, paper_key
from survey.prompts import load_templates
from survey.questions import PaperAnswer, RecordValues
from survey.reading import RecordQuestion

QUESTION = RecordQuestion()


def paper(n: int) -> Paper:
    sentences = [
        f"Earlier work on topic{n} needs many labels and is slow.",
        f"Method{n} learns from pairs of views by a contrastive loss.",
        f"It reaches 8{n}.5 % accuracy on Dataset{n}.",
    ]
    title = f"Views of topic{n}"
    return Paper(paper_key(title), title, " ".join(sentences))


PAPERS = [paper(n) for n in range(5)]


def entry(n: int, place: int, **more: object) -> dict[str, object]:
    """A good entry for paper ``n`` that stands at ``place`` of the prompt."""
    said = [
        {"field": "problem", "text": f"Earlier work on topic{n} needs many labels.", "sentences": [1]},
        {"field": "contribution", "text": f"Method{n} learns from pairs of views.", "sentences": [2]},
    ]
    found = [{"text": f"It reaches 8{n}.5 % accuracy on Dataset{n}.", "sentences": [3], "value": f"8{n}.5"}]
    return {"paper": f"P{place}", "statements": said, "results": found} | more


def numbers(prompt: Prompt) -> list[int]:
    """Which papers a prompt asks about."""
    assert isinstance(prompt.values, RecordValues)
    return [int(p.title.removeprefix("Views of topic")) for p in prompt.values.papers]


def good(prompt: Prompt) -> str:
    return json.dumps({"papers": [entry(n, place) for place, n in enumerate(numbers(prompt), 1)]})


async def turns(count: int) -> None:
    """Let the others have ``count`` turns of the event loop, however long these take."""
    for _ in range(count):
        await asyncio.sleep(0)


class Told:
    """A model that says what a function makes of the prompt and the call's number."""

    name = identity = "told"
    fold = 40

    def __init__(self, say: Callable[[Prompt, int], str | Reply | Exception], pack: int = 4, room: int = 9999) -> None:
        self._say, self.pack, self.pack_tokens = say, pack, room
        self.prompts: list[Prompt] = []

    async def complete(self, prompt: Prompt) -> Reply:
        self.prompts.append(prompt)
        said = self._say(prompt, len(self.prompts))
        await turns(1)
        if isinstance(said, Exception):
            raise said
        return said if isinstance(said, Reply) else Reply(said, 100, 10)

    async def close(self) -> None:
        pass


def ask(model: Told, cache: AnswerCache, papers: list[Paper] = PAPERS) -> tuple[Answered[PaperAnswer], Asker]:
    with Asker({"record": model}, load_templates(), cache, concurrency=2) as asker:
        return asker.ask(QUESTION, papers), asker


def reasons(answered: Answered[PaperAnswer]) -> Mapping[str, str]:
    return {left.label: left.reason for left in answered.left_out}
