"""Cache, model and validation together: what is asked, asked again, kept, and left out by name."""

import asyncio
import json
import signal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

import pytest

from survey.ask import Answered, Asker, Verdict
from survey.cache import AnswerCache
from survey.errors import CallFailed, ModelError, TooLong
from survey.models.base import Prompt, Reply
from survey.papers import Paper, paper_key
from survey.prompts import load_templates
from survey.questions import Length, PaperAnswer, RecordValues, SynthesisValues
from survey.reading import RecordQuestion
from survey.records import Record
from survey.respondent import Respondent
from survey.synthesis import SynthesisQuestion, TopicWork

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
        await asyncio.sleep(0)
        if isinstance(said, Exception):
            raise said
        return said if isinstance(said, Reply) else Reply(said, 100, 10)

    async def close(self) -> None:
        pass


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[AnswerCache]:
    with AnswerCache(tmp_path) as opened:
        yield opened


def ask(model: Told, cache: AnswerCache, papers: list[Paper] = PAPERS) -> tuple[Answered[PaperAnswer], Asker]:
    with Asker({"record": model}, load_templates(), cache, concurrency=2) as asker:
        return asker.ask(QUESTION, papers), asker


def reasons(answered: Answered[PaperAnswer]) -> Mapping[str, str]:
    return {left.label: left.reason for left in answered.left_out}


def test_every_item_is_answered_in_order_and_cached(cache: AnswerCache) -> None:
    model = Told(lambda p, n: good(p))
    answered, asker = ask(model, cache)
    assert list(answered.parts) == [p.key for p in PAPERS]
    assert len(model.prompts) == 2, "four to a call"
    assert (asker.ledger.calls, asker.ledger.tokens_in, asker.ledger.tokens_out) == (2, 200, 20)
    again = Told(lambda p, n: ModelError("must not be asked"))
    found, later = ask(again, cache)
    assert found == answered
    assert (later.ledger.calls, later.ledger.cached) == (0, 5)


def test_pack_mates_do_not_enter_the_key(cache: AnswerCache) -> None:
    ask(Told(lambda p, n: good(p)), cache, PAPERS[:3])
    model = Told(lambda p, n: good(p))
    ask(model, cache, list(reversed(PAPERS)))
    assert sorted(numbers(model.prompts[0])) == [3, 4]


def test_packs_are_filled_by_tokens(cache: AnswerCache) -> None:
    model = Told(lambda p, n: good(p), pack=100, room=150)
    ask(model, cache)
    sizes = [len(numbers(prompt)) for prompt in model.prompts]
    assert sum(sizes) == 5
    assert 1 < max(sizes) < 5
    alone = Told(lambda p, n: good(p), pack=100, room=1)
    assert [len(pack) for pack in Asker({"record": alone}, load_templates(), cache).packs(QUESTION, PAPERS)] == [1] * 5


def test_what_was_wrong_is_told_once_and_only_about_what_was_wrong(cache: AnswerCache) -> None:
    def say(prompt: Prompt, call: int) -> str:
        answer = json.loads(good(prompt))
        if call == 1:
            answer["papers"][2]["statements"][1]["text"] = "Method2 gains 99 points on everything."
        return json.dumps(answer)

    model = Told(say)
    answered, asker = ask(model, cache, PAPERS[:4])
    assert not answered.left_out
    assert [numbers(prompt) for prompt in model.prompts] == [[0, 1, 2, 3], [2]]
    assert "the number 99" in model.prompts[1].user
    assert asker.ledger.rejected_answers == 1


def test_the_good_papers_of_a_pack_are_kept_before_the_model_is_asked_again(cache: AnswerCache) -> None:
    def say(prompt: Prompt, call: int) -> str | Exception:
        if call == 2:
            return ModelError("the key was withdrawn")
        return json.dumps({"papers": [entry(0, 1), entry(1, 2)]})

    with pytest.raises(ModelError):
        ask(Told(say), cache, PAPERS[:3])
    model = Told(lambda p, n: good(p))
    ask(model, cache, PAPERS[:3])
    assert [numbers(prompt) for prompt in model.prompts] == [[2]]


def test_what_stays_wrong_is_left_out_by_name_and_not_cached(cache: AnswerCache) -> None:
    model = Told(lambda p, n: json.dumps({"papers": [entry(n, i) for i, n in enumerate(numbers(p), 1) if n != 1]}))
    answered, _ = ask(model, cache, PAPERS[:3])
    assert reasons(answered) == {PAPERS[1].key: "the answer said nothing about it"}
    assert len(model.prompts) == 2, "one re-ask, no more"
    assert cache.info().answers == 2


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("", "the answer was empty"),
        ("I can't.", "not a JSON object"),
        ('{"papers": []}', "said nothing about it"),
        (json.dumps({"papers": [entry(0, 7)] * 2}), "spoke of something that was not asked about"),
        (json.dumps({"papers": [entry(0, 1, surprise=1)]}), "surprise"),
        (json.dumps({"papers": [entry(0, 1, statements=[], results=[])]}), "no statement was made"),
        (json.dumps({"papers": [entry(3, 1)]}), "supports"),
        (
            json.dumps(
                {
                    "papers": [
                        entry(0, 1, results=[], statements=[{"field": "contribution", "text": "  ", "sentences": [1]}])
                    ]
                }
            ),
            "had no text",
        ),
        (
            json.dumps(
                {
                    "papers": [
                        entry(
                            0,
                            1,
                            results=[],
                            statements=[{"field": "contribution", "text": "Views of topic0", "sentences": [1]}],
                        )
                    ]
                }
            ),
            "only the title",
        ),
        (
            json.dumps(
                {
                    "papers": [
                        entry(
                            0,
                            1,
                            results=[],
                            statements=[
                                {"field": "method", "text": "what the paper proposes, does or shows", "sentences": [1]}
                            ],
                        )
                    ]
                }
            ),
            "copied from the instructions",
        ),
        (
            json.dumps(
                {
                    "papers": [
                        entry(
                            0,
                            1,
                            results=[],
                            statements=[
                                {"field": "limitations", "text": "Method0 learns from pairs of views", "sentences": [2]}
                            ],
                        )
                    ]
                }
            ),
            "is not a limitation",
        ),
        (
            json.dumps(
                {
                    "papers": [
                        entry(
                            0,
                            1,
                            results=[],
                            statements=[
                                {"field": "method", "text": "It reaches 80.5 % accuracy on Dataset0.", "sentences": [3]}
                            ],
                        )
                    ]
                }
            ),
            "is a result, not the method",
        ),
    ],
)
def test_each_fault_is_named(answer: str, reason: str, cache: AnswerCache) -> None:
    model = Told(lambda p, n: answer)
    answered, _ = ask(model, cache, PAPERS[:1])
    assert reason in reasons(answered)[PAPERS[0].key]
    assert reason in model.prompts[1].user
    assert cache.info().answers == 0


def test_the_same_over_and_over_is_named(cache: AnswerCache) -> None:
    result = {"text": "It reaches 80.5 % accuracy on Dataset0.", "sentences": [3]}
    model = Told(lambda p, n: json.dumps({"papers": [entry(0, 1, results=[result] * 9)]}))
    answered, _ = ask(model, cache, PAPERS[:1])
    assert "is said 9 times" in model.prompts[1].user
    assert len(answered.parts[PAPERS[0].key].results) == 1


def test_a_text_of_another_paper_of_the_pack_is_named(cache: AnswerCache) -> None:
    model = Told(lambda p, n: json.dumps({"papers": [entry(1, 1), entry(1, 2)]}) if n == 1 else good(p))
    answered, _ = ask(model, cache, PAPERS[:2])
    assert not answered.left_out
    assert "about another one of the list" in model.prompts[1].user
    assert numbers(model.prompts[1]) == [0]


def test_evidence_one_sentence_off_is_aligned_again(cache: AnswerCache) -> None:
    said = [{"field": "contribution", "text": "Method0 learns from pairs of views.", "sentences": [3]}]
    model = Told(lambda p, n: json.dumps({"papers": [entry(0, 1, statements=said, results=[])]}))
    answered, _ = ask(model, cache, PAPERS[:1])
    assert answered.parts[PAPERS[0].key].statements[0].sentences == [2]
    assert len(model.prompts) == 1


def test_of_an_answer_that_was_cut_off_the_whole_entries_are_kept(cache: AnswerCache) -> None:
    def say(prompt: Prompt, call: int) -> Reply:
        text = good(prompt)
        return Reply(text[: text.index('"P3"') + 90] if call == 1 else text, 100, 10, truncated=call == 1)

    model = Told(say)
    answered, _ = ask(model, cache, PAPERS[:4])
    assert not answered.left_out
    assert [numbers(prompt) for prompt in model.prompts] == [[0, 1, 2, 3], [2, 3]]
    assert "cut off" in model.prompts[1].user


def test_a_worse_second_answer_does_not_replace_a_better_first(cache: AnswerCache) -> None:
    faulty = {"field": "method", "text": "Method0 uses 77 layers.", "sentences": [2]}

    def say(prompt: Prompt, call: int) -> str:
        whole = entry(0, 1)
        statements = whole["statements"]
        assert isinstance(statements, list)
        return json.dumps(
            {
                "papers": [
                    {**whole, "statements": [*statements, faulty]}
                    if call == 1
                    else {**whole, "statements": [faulty], "results": []}
                ]
            }
        )

    answered, _ = ask(Told(say), cache, PAPERS[:1])
    assert len(answered.parts[PAPERS[0].key].statements) == 2


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
    async def slow(prompt: Prompt) -> Reply:
        await asyncio.sleep(0.02 if 0 in numbers(prompt) else 0.1)
        if 0 in numbers(prompt):
            raise ModelError("no such model")
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


@pytest.mark.parametrize("length", get_args(Length))
@pytest.mark.parametrize("papers", [1, 8, 40])
def test_an_answer_has_room_for_what_it_is_asked_to_say(length: Length, papers: int, cache: AnswerCache) -> None:
    """A word takes two tokens with the JSON around it; the room is more than that, and what a budget must hold back."""
    question = SynthesisQuestion("English", length)
    topic = TopicWork("t1", "Views", (), tuple((paper(n), Record()) for n in range(papers)))
    model = Told(lambda p, n: "")
    prompt = Respondent(question, model, load_templates()["synthesis"], cache).prompt([topic])
    assert isinstance(prompt.values, SynthesisValues)
    assert 2.5 * prompt.values.words < prompt.max_tokens <= 8000
    assert prompt.max_tokens < 400 + 10 * prompt.values.words


def test_the_room_for_records_is_by_the_paper(cache: AnswerCache) -> None:
    respondent = Respondent(QUESTION, Told(lambda p, n: ""), load_templates()["record"], cache)
    rooms = [respondent.prompt(PAPERS[:n]).max_tokens for n in (1, 2, 5)]
    assert rooms == [800, 1200, 2400]


def test_a_long_quote_does_not_hide_the_reason(cache: AnswerCache) -> None:
    said = [{"field": "method", "text": "Nothing of this sort stands anywhere " * 7, "sentences": [1]}]
    model = Told(lambda p, n: json.dumps({"papers": [entry(0, 1, statements=said, results=[])]}))
    answered, _ = ask(model, cache, PAPERS[:1])
    reason = reasons(answered)[PAPERS[0].key]
    assert reason.startswith("no sentence") or reason.endswith(("breaks off; one short sentence is enough", "supports"))
    assert " …”" in reason
    assert len(reason) < 250
