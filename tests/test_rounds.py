"""The rounds of a question: how many calls at a time, what is kept of calls under way, who is told how far it is."""

import asyncio
import json
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from telling import PAPERS, QUESTION, Told, ask, entry, good, numbers, paper, reasons, turns

from survey.ask import Asker, Verdict
from survey.cache import AnswerCache
from survey.errors import CallFailed, ModelError, TooLong
from survey.models.base import Prompt, Reply
from survey.papers import Paper
from survey.prompts import load_templates
from survey.questions import PaperAnswer
from survey.reading import RecordQuestion
from survey.records import Record
from survey.respondent import Respondent
from survey.synthesis import SynthesisQuestion, TopicWork


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[AnswerCache]:
    with AnswerCache(tmp_path) as opened:
        yield opened


def test_a_failed_call_costs_only_its_own_items(cache: AnswerCache) -> None:
    model = Told(lambda p, n: CallFailed("the model refused") if 0 in numbers(p) else good(p))
    answered, _ = ask(model, cache)
    assert set(reasons(answered)) == {p.key for p in PAPERS[:4]}
    assert set(reasons(answered).values()) == {"the model refused"}


def test_a_prompt_that_is_too_long_is_halved(cache: AnswerCache) -> None:
    model = Told(lambda p, n: TooLong("too long") if len(numbers(p)) > 1 or 3 in numbers(p) else good(p))
    answered, _ = ask(model, cache)
    assert reasons(answered) == {PAPERS[3].key: "too long"}


def test_an_error_that_ends_the_run_lets_others_finish(cache: AnswerCache) -> None:
    begun, over = asyncio.Event(), asyncio.Event()

    async def slow(prompt: Prompt) -> Reply:
        if 0 in numbers(prompt):
            await begun.wait()
            over.set()
            raise ModelError("no such model")
        begun.set()
        await over.wait()
        await turns(20)
        return Reply(good(prompt))

    model = Told(lambda p, n: "", pack=2)
    model.complete = slow  # type: ignore[method-assign]
    with pytest.raises(ModelError, match="no such model"):
        ask(model, cache)
    assert cache.info().answers == 2, "the call under way was kept, the third never begun"


def test_tokens_are_counted_here_when_the_endpoint_does_not(cache: AnswerCache) -> None:
    _, asker = ask(Told(lambda p, n: Reply(good(p))), cache)
    assert asker.ledger.tokens_in > 500
    assert asker.ledger.tokens_out > 100


@dataclass(frozen=True, slots=True)
class Watched(RecordQuestion):
    """The question, noting when an answer is looked at."""

    seen: list[str] = field(default_factory=list)

    def check(self, item: Paper, part: PaperAnswer) -> Verdict[PaperAnswer]:
        self.seen.append(f"looked at {item.title[-1]}")
        return RecordQuestion.check(self, item, part)


def test_the_next_call_goes_out_before_an_answer_is_looked_at(cache: AnswerCache) -> None:
    question = Watched()

    def say(prompt: Prompt, call: int) -> str:
        question.seen.append(f"asked about {numbers(prompt)[0]}")
        return good(prompt)

    with Asker({"record": Told(say, pack=1)}, load_templates(), cache, concurrency=1) as asker:
        asker.ask(question, PAPERS[:3])
    assert question.seen == [*(f"asked about {n}" for n in range(2)), "looked at 0", "asked about 2", *LOOKED_AT[1:3]]


LOOKED_AT = [f"looked at {n}" for n in range(5)]


def test_answers_do_not_pile_up_unseen(cache: AnswerCache) -> None:
    """A kill loses what is under way and at most as much again."""
    question = Watched()

    def say(prompt: Prompt, call: int) -> str:
        question.seen.append(f"asked about {numbers(prompt)[0]}")
        return good(prompt)

    papers = [paper(n) for n in range(60)]
    with Asker({"record": Told(say, pack=1)}, load_templates(), cache, concurrency=3) as asker:
        asker.ask(question, papers)
    asked = [event.startswith("asked") for event in question.seen]
    unseen = [sum(asked[:n]) - (n - sum(asked[:n])) for n in range(len(asked) + 1)]
    assert asked.count(True) == asked.count(False) == 60
    assert max(unseen) <= 2 * 3 + 1


def test_an_interrupt_keeps_what_was_answered_but_not_looked_at_yet(cache: AnswerCache) -> None:
    def say(prompt: Prompt, call: int) -> str:
        if call == 5:
            signal.raise_signal(signal.SIGINT)
        return good(prompt)

    papers = [paper(n) for n in range(12)]
    with (
        pytest.raises(KeyboardInterrupt),
        Asker({"record": Told(say, pack=1)}, load_templates(), cache, concurrency=4) as asker,
    ):
        asker.ask(QUESTION, papers)
    with Asker({"record": Told(lambda p, n: "")}, load_templates(), cache) as asker:
        assert set(asker.known(QUESTION, papers)) >= {p.key for p in papers[:4]}


def test_packs_are_filled_as_they_are_needed(cache: AnswerCache) -> None:
    """The first call doesn't wait until the last pack is filled: of a hundred thousand papers that would take long."""
    read = []

    class Listed(list[Paper]):
        def __iter__(self) -> Iterator[Paper]:
            for one in super().__iter__():
                read.append(one)
                yield one

    packs = Respondent(QUESTION, Told(lambda p, n: "", pack=2), load_templates()["record"], cache).packs(Listed(PAPERS))
    assert next(packs) == PAPERS[:2]
    assert len(read) == 3
    assert list(packs) == [PAPERS[2:4], PAPERS[4:]]


def test_a_re_ask_waits_for_one_call_and_not_for_all(cache: AnswerCache) -> None:
    def say(prompt: Prompt, call: int) -> str:
        return "nonsense" if call == 1 else good(prompt)

    model = Told(say, pack=1)
    with Asker({"record": model}, load_templates(), cache, concurrency=1) as asker:
        answered = asker.ask(QUESTION, PAPERS)
    assert not answered.left_out
    order = [numbers(prompt)[0] for prompt in model.prompts]
    assert order.index(0, 1) <= 3, order


class Busy(Told):
    """A model that counts how many of its calls are under way at a time."""

    now = most = 0

    async def complete(self, prompt: Prompt) -> Reply:
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            await turns(20)
            return await super().complete(prompt)
        finally:
            self.now -= 1


@pytest.mark.parametrize("concurrency", [1, 3])
def test_no_more_calls_at_a_time_than_were_allowed_whatever_goes_wrong(cache: AnswerCache, concurrency: int) -> None:
    """Also where packs are halved, and where what was wrong is asked about once more."""

    def say(prompt: Prompt, call: int) -> str | Exception:
        if len(numbers(prompt)) > 2:
            return TooLong("too long")
        return good(prompt) if call % 3 else "nonsense"

    model = Busy(say, pack=4)
    papers = [paper(n) for n in range(40)]
    with Asker({"record": model}, load_templates(), cache, concurrency=concurrency) as asker:
        answered = asker.ask(QUESTION, papers)
    assert model.most == concurrency
    assert len(answered.parts) + len(answered.left_out) == 40
    assert list(answered.parts) == [p.key for p in papers if p.key in answered.parts], "in the papers' order"


def test_whoever_watches_hears_of_the_start_and_of_each_call_and_of_the_end(cache: AnswerCache) -> None:
    heard: list[tuple[str, int, int]] = []
    for known in (0, 5):
        heard.clear()
        model = Told(lambda p, n: good(p) if 4 not in numbers(p) else "nonsense", pack=1)
        with Asker({"record": model}, load_templates(), cache, concurrency=1, progress=_into(heard)) as asker:
            asker.ask(QUESTION, PAPERS)
        assert {(question, total) for question, _, total in heard} == {("record", 5)}
        done = [done for _, done, _ in heard]
        assert done == ([0, 1, 2, 3, 4, 5] if not known else [4, 5]), "what is cached is done from the start"


def _into(heard: list[tuple[str, int, int]]) -> Callable[[str, int, int], None]:
    return lambda question, done, total: heard.append((question, done, total))


def test_only_records_are_asked_for_several_to_a_call(cache: AnswerCache) -> None:
    topics = [TopicWork(f"t{n}", "Views", (), ((paper(n), Record()),)) for n in range(3)]
    question, model = SynthesisQuestion("English", "standard"), Told(lambda p, n: "", pack=4)
    packs = Respondent(question, model, load_templates()["synthesis"], cache).packs(topics)
    assert [len(pack) for pack in packs] == [1, 1, 1]


def test_of_papers_that_a_cut_off_answer_never_reached_this_is_the_reason(cache: AnswerCache) -> None:
    def say(prompt: Prompt, call: int) -> Reply:
        text = good(prompt)
        return Reply(text[: text.index('"P2"') + 90], 100, 10, truncated=True)

    model = Told(say)
    answered, _ = ask(model, cache, PAPERS[:4])
    assert PAPERS[0].key in answered.parts
    left = reasons(answered)
    assert {PAPERS[3].key} <= set(left)
    assert all("cut off before its end" in reason for reason in left.values())
    assert "cut off before its end" in model.prompts[1].user


@pytest.mark.parametrize(("left_of_it", "kept"), [(1, "first"), (2, "second")])
def test_of_two_faulty_answers_the_later_one_counts_unless_much_less_is_left_of_it(
    cache: AnswerCache, left_of_it: int, kept: str
) -> None:
    faulty = {"field": "method", "text": "Method0 uses 77 layers.", "sentences": [2]}
    sound: list[dict[str, object]] = [
        {"field": "problem", "text": "Earlier work on topic0 needs many labels.", "sentences": [1]},
        {"field": "contribution", "text": "Method0 learns from pairs of views.", "sentences": [2]},
    ]
    again = [
        {**one, "text": str(one["text"]).replace("Method0", "It").replace("Earlier", "The earlier")} for one in sound
    ]

    def say(prompt: Prompt, call: int) -> str:
        said = sound if call == 1 else again[:left_of_it]
        return json.dumps({"papers": [entry(0, 1, statements=[*said, faulty], results=[])]})

    answered, _ = ask(Told(say), cache, PAPERS[:1])
    texts = [statement.text for statement in answered.parts[PAPERS[0].key].statements]
    assert texts == [one["text"] for one in (sound if kept == "first" else again)]
