"""Cache, model and validation together: what is asked, asked again, kept, and left out by name."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from telling import PAPERS, QUESTION, Told, ask, entry, good, numbers, paper, reasons

from survey.ask import Asker
from survey.cache import AnswerCache
from survey.errors import ModelError
from survey.models.base import Prompt, Reply
from survey.prompts import load_templates
from survey.questions import Length, SynthesisValues
from survey.records import Record
from survey.respondent import Respondent
from survey.synthesis import SynthesisQuestion, TopicWork


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[AnswerCache]:
    with AnswerCache(tmp_path) as opened:
        yield opened


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
