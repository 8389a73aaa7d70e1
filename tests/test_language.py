"""--language: what is said is in that language, what is quoted stays as the paper has it, numbers are held to it."""

import json
import re
from pathlib import Path

import pytest
from conftest import Scripting

from survey.build import build_survey
from survey.checking import check_survey
from survey.claims import Note, checked_claims, evidence_for, notes_on
from survey.document import Survey
from survey.evidence import is_verbatim, shares_words
from survey.models.base import Prompt
from survey.papers import Paper
from survey.questions import ClaimAnswer, PaperAnswer, StatementAnswer
from survey.reading import RecordQuestion
from survey.records import Record, Result, Statement
from survey.render import render
from survey.settings import Settings

GERMAN = "Deutsch"
FAST = Paper(
    "fastnet", "FastNet", "Speed matters on phones. FastNet reaches 72.4% mIoU on Cityscapes. It runs in 12 ms."
)
RECORD = Record(
    problem=Statement(text="Auf Telefonen zählt Geschwindigkeit.", quotes=("Speed matters on phones.",)),
    results=(
        Result(
            text="FastNet erreicht 72.4% mIoU auf Cityscapes.",
            quotes=("FastNet reaches 72.4% mIoU on Cityscapes.",),
        ),
        Result(text="Ein Durchlauf dauert 12 ms.", quotes=("It runs in 12 ms.",)),
    ),
)
NOTES = notes_on({"P1": RECORD}, GERMAN)


def claim(text: str, *papers: str) -> ClaimAnswer:
    return ClaimAnswer(kind="finding", text=text, papers=list(papers) or ["P1"])


@pytest.mark.parametrize(("language", "same"), [("English", True), ("english ", True), ("en", True), (GERMAN, False)])
def test_only_english_shares_the_words_of_the_abstracts(language: str, same: bool) -> None:
    assert shares_words(language) is same
    assert bool(notes_on({"P1": RECORD}, language)) is not same


# --- one paper ---


def read(text: str, *sentences: int, language: str = GERMAN) -> PaperAnswer | None:
    told = StatementAnswer(field="contribution", text=text, sentences=list(sentences))
    answer = PaperAnswer(paper="P1", statements=[told], results=[])
    return RecordQuestion(language).check(FAST, answer).part


def test_a_statement_in_another_language_rests_on_the_sentences_that_the_model_names() -> None:
    kept = read("Geschwindigkeit zählt auf Telefonen.", 1)
    assert kept is not None
    assert kept.statements[0].sentences == [1]
    assert read("Geschwindigkeit zählt auf Telefonen.", 1, language="English") is None


@pytest.mark.parametrize("sentences", [(), (9,), (-1,)])
def test_without_a_sentence_of_the_paper_it_is_refused(sentences: tuple[int, ...]) -> None:
    assert read("Geschwindigkeit zählt auf Telefonen.", *sentences) is None


def test_a_number_has_to_stand_in_the_named_sentence_in_any_language() -> None:
    assert read("Erreicht werden 72.4%.", 2) is not None
    assert read("Erreicht werden 99.9%.", 2) is None


# --- several papers ---


def test_a_claim_is_held_against_the_notes_and_quotes_the_sentence_behind_them() -> None:
    told = claim("FastNet erreicht auf Cityscapes 72.4% mIoU.")
    kept, complaints = checked_claims([told], {"P1": FAST}, NOTES)
    assert (kept, complaints) == ([told], [])
    (one,) = evidence_for(told, {"P1": FAST}, NOTES)
    assert one.quote == "FastNet reaches 72.4% mIoU on Cityscapes."
    slow = claim("Ein Durchlauf dauert 12 ms.")
    assert [e.quote for e in evidence_for(slow, {"P1": FAST}, NOTES)] == ["It runs in 12 ms."]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("FastNet erreicht auf Cityscapes 99.9% mIoU.", "the number 99.9"),
        ("Roboter öffnen Türen mit Greifarmen.", "no sentence"),
        ("Auf Telefonen zählt vor allem sparsamer Stromverbrauch.", "no sentence"),  # two words of six
        ("Ein Durchlauf dauert 12 ms, sagt P1.", "names P1"),
    ],
)
def test_what_no_note_says_is_refused_in_any_language(text: str, why: str) -> None:
    kept, (complaint,) = checked_claims([claim(text)], {"P1": FAST}, NOTES)
    assert kept == []
    assert why in complaint


def test_without_notes_nothing_changes_for_english() -> None:
    told = claim("FastNet reaches 72.4% mIoU on Cityscapes.")
    assert checked_claims([told], {"P1": FAST}) == checked_claims(
        [told], {"P1": FAST}, notes_on({"P1": RECORD}, "English")
    )
    assert evidence_for(told, {"P1": FAST})[0].support == 1.0


def test_a_note_never_makes_a_quote_of_its_own_words() -> None:
    quotes = {note.quote for notes in NOTES.values() for note in notes}
    assert all(is_verbatim(quote, FAST.abstract) for quote in quotes)
    assert Note("Auf Telefonen zählt Geschwindigkeit.", "Speed matters on phones.") in NOTES["P1"]


# --- a whole survey ---

_VOWELS = str.maketrans("aeiouAEIOU", "uaeioUAEIO")


def abroad(text: str) -> str:
    """``text`` in a language of its own: other words, the same numbers."""
    return re.sub(r"[^\W\d_]+", lambda word: f"{word[0].translate(_VOWELS)}qu", text)


def speaking(prompt: Prompt) -> str:
    """A model that says every sentence in that language."""
    user = prompt.user
    if prompt.question == "record":
        papers = []
        for block in re.split(r"^(?=P\d+: )", user.split("===")[1], flags=re.M)[1:]:
            lines = re.findall(r"^\[(\d+)\] (.*)$", block, re.M)[:2]
            told = [
                {"field": field, "text": abroad(text), "sentences": [int(number)]}
                for field, (number, text) in zip(("problem", "contribution"), lines, strict=False)
            ]
            papers.append({"paper": block.split(":")[0], "statements": told, "results": []})
        return json.dumps({"papers": papers})
    if prompt.question == "topic_name":
        return json.dumps({"name": abroad(re.findall(r"^Phrases: ([^;\n]+)", user, re.M)[0])})
    said = re.findall(r"^(P\d+): .*\n- \w+: (.*)$", user, re.M)
    if prompt.question == "overview":
        said = [(ids.split(", ")[0], text) for text, ids in re.findall(r"^- \w+: (.*) \((P\d+[^)]*)\)$", user, re.M)]
        said = [(name, f"{' '.join(text.split()[: len(text.split()) * 2 // 3])}.") for name, text in said]
    return json.dumps({"claims": [{"kind": "finding", "text": text, "papers": [name]} for name, text in said]})


@pytest.fixture
def survey(example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Scripting) -> Survey:
    scripted(speaking)
    return build_survey(list(example_dumps), Settings(cache=tmp_path, language=GERMAN))


def test_a_survey_in_another_language_is_whole_and_sound(survey: Survey) -> None:
    assert survey.run.complete
    assert survey.left_out == ()
    assert check_survey(survey, render(survey, "md")) == ()
    assert survey.scorecard.papers_cited == survey.scorecard.papers
    assert all(topic.claims for topic in survey.topics)
    assert survey.overview


def test_its_statements_are_in_that_language_and_its_quotes_are_the_papers_own(survey: Survey) -> None:
    papers = survey.by_key()
    for key, record in survey.records.items():
        for statement in record.statements():
            assert "qu" in statement.text
            assert all(is_verbatim(quote, papers[key].abstract) for quote in statement.quotes)
    for claim in (*survey.overview, *(claim for topic in survey.topics for claim in topic.claims)):
        assert "qu" in claim.text
        for one in claim.evidence:
            assert is_verbatim(one.quote, papers[one.paper].abstract, papers[one.paper].title)
            notes = [s.text for s in survey.records[one.paper].statements() if one.quote in s.quotes]
            assert notes, "a claim quotes the sentence behind the note that says it"
