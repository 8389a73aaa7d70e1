"""Records: what a model says of a paper is kept where a sentence of that paper bears it out."""

import json
from pathlib import Path

import pytest
from conftest import Scripting

from survey.asking import asking
from survey.papers import Paper, Source
from survey.questions import PaperAnswer, ResultAnswer, StatementAnswer
from survey.reading import RecordQuestion, read_papers, record_of
from survey.records import Result, Statement
from survey.settings import Settings

PAPER = Paper(
    "fastnet",
    "FastNet: fast segmentation",
    "We present FastNet, a network for segmentation. It reaches 72.4% mIoU on Cityscapes, above DeepLab. "
    "FastNet does not handle video.",
    sources=(Source("dump.txt", "text", 1, 1),),
)
OTHER = Paper("chess", "Chess engines", "A chess engine beats grandmasters. It searches 12 moves deep.")
QUESTION = RecordQuestion()


def statement(text: str, *sentences: int, field: str = "contribution") -> StatementAnswer:
    return StatementAnswer.model_validate({"field": field, "text": text, "sentences": list(sentences)})


def answer(*statements: StatementAnswer, results: tuple[ResultAnswer, ...] = ()) -> PaperAnswer:
    return PaperAnswer(paper="P1", statements=list(statements), results=list(results))


def test_a_statement_becomes_text_with_its_verbatim_sentence() -> None:
    verdict = QUESTION.check(PAPER, answer(statement("FastNet is a network for segmentation.", 1)))
    assert verdict.part is not None
    assert verdict.complaints == ()
    record = record_of(PAPER, verdict.part)
    assert record.contribution == Statement(
        text="FastNet is a network for segmentation.", quotes=("We present FastNet, a network for segmentation.",)
    )
    assert record.problem is None


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("We present FastNet, a network.", "Presents FastNet, a network."),
        ("We present FastNet. We test it on our own data.", "Presents FastNet. Tests it on the authors' own data."),
        ("This paper presents FastNet, and we test it.", "Presents FastNet, and the authors test it."),
        ("FastNet is a network.", "FastNet is a network."),
        ("FastNet ist ein Netz, das wir nutzen.", "FastNet ist ein Netz, das wir nutzen."),
    ],
)
def test_what_a_model_took_over_as_the_paper_speaks_is_told_about_the_paper(said: str, shown: str) -> None:
    """Small models copy "We propose X"; in a survey "we" would be its writer."""
    record = record_of(PAPER, answer(statement(said, 1)))
    assert record.contribution is not None
    assert record.contribution.text == shown
    assert record.contribution.quotes == ("We present FastNet, a network for segmentation.",)


@pytest.mark.parametrize("said", [(), (2,), (3,), (99,), (-1,), (0,), (1, 2, 3)])
def test_the_models_sentence_number_is_only_a_hint(said: tuple[int, ...]) -> None:
    verdict = QUESTION.check(PAPER, answer(statement("FastNet is a network for segmentation.", *said)))
    assert verdict.part is not None
    assert verdict.part.statements[0].sentences == [1]


def test_what_the_abstract_does_not_say_is_refused_with_the_reason() -> None:
    verdict = QUESTION.check(PAPER, answer(statement("Chess engines beat grandmasters.", 1)))
    assert verdict.part is None
    assert verdict.complaints == ("no sentence of the paper supports “Chess engines beat grandmasters.”",)


def test_an_invented_number_is_refused() -> None:
    verdict = QUESTION.check(PAPER, answer(statement("It reaches 75.0% mIoU on Cityscapes.", 2)))
    assert verdict.part is None
    assert "the number 75.0" in verdict.complaints[0]


def test_the_good_half_of_an_answer_is_kept_beside_the_complaint() -> None:
    both = answer(
        statement("FastNet is a network for segmentation."), statement("It costs 3 dollars.", field="problem")
    )
    verdict = QUESTION.check(PAPER, both)
    assert verdict.part is not None
    assert [s.field for s in verdict.part.statements] == ["contribution"]
    assert len(verdict.complaints) == 1


def test_an_answer_about_nothing_is_refused() -> None:
    assert QUESTION.check(PAPER, answer()).complaints == ("no statement was made about it",)
    assert QUESTION.check(PAPER, answer(statement(" … "))).complaints == ("a statement had no text",)
    assert "characters" in QUESTION.check(PAPER, answer(statement("FastNet segments. " * 99))).complaints[0]


def test_one_statement_a_field_the_first() -> None:
    first, second = statement("FastNet is a network."), statement("FastNet is a network for segmentation.")
    verdict = QUESTION.check(PAPER, answer(first, second))
    assert verdict.part is not None
    assert [s.text for s in verdict.part.statements] == ["FastNet is a network."]


def test_parts_of_a_result_that_its_sentence_does_not_hold_are_dropped() -> None:
    result = ResultAnswer(
        text="FastNet reaches 72.4% mIoU on Cityscapes.",
        sentences=[2],
        measure="miou",
        value="72.4",
        unit="%",
        dataset="ADE20K",
        baseline="DeepLab",
    )
    verdict = QUESTION.check(PAPER, answer(results=(result,)))
    assert verdict.part is not None
    (found,) = record_of(PAPER, verdict.part).results
    assert isinstance(found, Result)
    assert (found.measure, found.value, found.unit, found.baseline) == ("miou", "72.4", "%", "DeepLab")
    assert found.dataset is None


@pytest.mark.parametrize(
    ("parts", "kept"),
    [
        ({"value": "72.4", "unit": "%", "measure": "mIoU"}, ("72.4", "%", "mIoU", None)),
        ({"value": "72.4", "unit": "network", "measure": "mIoU"}, ("72.4", None, "mIoU", None)),
        ({"value": "72.4", "unit": "network"}, (None, None, None, None)),
        ({"value": "72.4", "measure": "mIoU", "baseline": "72.4 or"}, ("72.4", None, "mIoU", None)),
        ({"value": "72.4", "measure": "mIoU", "baseline": "DeepLab"}, ("72.4", None, "mIoU", "DeepLab")),
        # what a measure has in brackets may stand elsewhere in the sentence, each part word for word
        ({"value": "72.4", "measure": "mIoU (The network)"}, ("72.4", None, "mIoU (The network)", None)),
        ({"value": "72.4", "measure": "mIoU (zero-shot)"}, ("72.4", None, None, None)),
        ({"value": "72.4", "measure": "mIoU", "baseline": "network (DeepLab)"}, ("72.4", None, "mIoU", None)),
    ],
)
def test_what_is_no_unit_and_nobody_to_compare_with_is_no_part(
    parts: dict[str, str], kept: tuple[str | None, ...]
) -> None:
    paper = Paper("f", "Nets", "The network reaches 72.4% mIoU, or 72.4 or more, above DeepLab.")
    result = ResultAnswer.model_validate({"text": "The network reaches 72.4% mIoU.", "sentences": [1], **parts})
    verdict = QUESTION.check(paper, answer(results=(result,)))
    assert verdict.part is not None
    (one,) = verdict.part.results
    assert (one.value, one.unit, one.measure, one.baseline) == kept


@pytest.mark.parametrize(
    ("baseline", "kept"), [("71.1%", "71.1%"), ("71.1", "71.1"), ("50", None), ("epochs", "epochs")]
)
def test_what_a_value_was_before_is_what_it_is_compared_with(baseline: str, kept: str | None) -> None:
    text = "Training raises mIoU from 71.1% to 72.4% in 50 epochs."
    parts = {"value": "72.4", "measure": "mIoU", "baseline": baseline}
    result = ResultAnswer.model_validate({"text": text, "sentences": [1], **parts})
    verdict = QUESTION.check(Paper("f", "Nets", text), answer(results=(result,)))
    assert verdict.part is not None
    assert verdict.part.results[0].baseline == kept


def test_a_title_said_again_is_no_statement_where_there_is_another() -> None:
    again = statement("Fast segmentation.", 0)
    other = statement("It does not handle video.", 3, field="limitations")
    record = record_of(PAPER, answer(again, other))
    assert record.contribution is None
    assert record.limitations is not None
    assert record_of(PAPER, answer(again)).contribution is not None, "better than nothing at all"


def test_parts_are_found_by_id_and_strangers_are_not_taken_in() -> None:
    entries = [{"paper": "P2", "statements": []}, {"paper": "P7"}, {"paper": "P1"}, "junk", {"no": "id"}]
    found = QUESTION.parts({"papers": entries}, [PAPER, OTHER])
    assert {place: entry for place, entry in found.items() if place >= 0} == {1: entries[0], 0: entries[2]}
    assert QUESTION.parts({"papers": "junk"}, [PAPER]) == {}
    assert QUESTION.parts({}, [PAPER]) == {}


def test_one_paper_asked_about_alone_needs_no_id() -> None:
    assert QUESTION.parts({"papers": [{"statements": []}]}, [PAPER])[0] == {"statements": [], "paper": "P1"}


def test_identity_is_what_the_answer_depends_on() -> None:
    asked = QUESTION.identity(PAPER)
    assert asked != QUESTION.identity(OTHER)
    assert asked != RecordQuestion("German").identity(PAPER)
    elsewhere = Paper("another-key", PAPER.title, PAPER.abstract, year=1999, sources=(Source("b", "csv", 9, 9),))
    assert asked == QUESTION.identity(elsewhere), "where a paper stands doesn't change what it says"


def test_a_paper_that_gets_nonsense_is_left_out_by_name_after_one_re_ask(tmp_path: Path, scripted: Scripting) -> None:
    def says(prompt: str) -> str:
        if "Chess" in prompt:
            return "I am sorry, I can't."
        said = {"field": "contribution", "text": "FastNet is a network for segmentation.", "sentences": [1]}
        return json.dumps({"papers": [{"paper": "P1", "statements": [said], "results": []}]})

    model = scripted(lambda prompt: says(prompt.user))
    with asking(Settings(cache=tmp_path)) as asker:
        records, answered = read_papers(asker, [PAPER, OTHER], "English")
    assert list(records) == ["fastnet"]
    (left,) = answered.left_out
    assert (left.label, left.question, left.reason) == ("chess", "record", "the answer was not a JSON object")
    about_chess = [prompt.user for prompt in model.asked if "Chess" in prompt.user]
    assert len(about_chess) == 2
    assert "could not be used:\n- the answer was not a JSON object" in about_chess[1]


def test_of_a_text_that_copies_half_the_abstract_the_first_sentences_are_kept() -> None:
    """Twenty-five words are asked for; a small model that copies goes on and on, until its room is spent."""
    long = Paper("long", "Long words", " ".join(f"Sentence number{n} tells of {'many ' * 14}things." for n in range(9)))
    told = RecordQuestion().check(long, answer(statement(long.abstract[:590])))
    assert told.part is not None
    (kept,) = told.part.statements
    assert kept.text == "Sentence number0 tells of " + "many " * 14 + "things. " + long.abstract.split(". ")[1] + "."
    assert len(kept.text) <= 290
    one = Paper("one", "One sentence", f"We tell of {'very ' * 70}many things.")
    verdict = RecordQuestion().check(one, answer(statement(one.abstract)))
    assert verdict.part is not None
    assert verdict.part.statements[0].text == one.abstract, "what is one sentence stays one"


def test_a_model_that_takes_no_tokens_is_asked_once(tmp_path: Path, scripted: Scripting) -> None:
    """It would say the same again: so the calls of the extractive default are those that its plan names."""
    model = scripted(lambda _: "nonsense")
    model.pack_tokens = None
    with asking(Settings(cache=tmp_path)) as asker:
        records, answered = read_papers(asker, [OTHER], "English")
    assert not records
    assert len(answered.left_out) == len(model.asked) == 1
