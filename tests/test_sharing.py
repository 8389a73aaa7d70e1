"""What a statement says of several papers together holds of each that it cites."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.claims import checked_claims
from survey.document import Survey
from survey.papers import Paper
from survey.questions import ClaimAnswer, Kind
from survey.sharing import of_all, shared

ALL = "Mask DINO is a single framework for object detection and segmentation of every kind."
SOME = "MaskFormer casts segmentation of every kind as mask classification, with a single model."
PAPERS = {
    "P1": Paper("dino", "Mask DINO: one framework", ALL),
    "P2": Paper("former", "MaskFormer: masks for all", SOME),
    "P3": Paper(
        "one", "OneNet: joint detection", "OneNet is a single framework for object detection and segmentation."
    ),
}
TREND = "Several papers share a single framework for object detection and segmentation of every kind."


def told(text: str, *papers: str, kind: Kind = "trend") -> ClaimAnswer:
    return ClaimAnswer(kind=kind, text=text, papers=list(papers))


def test_what_one_of_two_papers_says_is_no_trend() -> None:
    kept, complaints = checked_claims([told(TREND, "P1", "P2")], PAPERS)
    assert kept == []
    (complaint,) = complaints
    assert "P2 speaks nowhere of “framework” or “object” or “detection”" in complaint


def test_of_three_papers_the_one_that_does_not_say_it_is_not_cited() -> None:
    (kept,), complaints = checked_claims([told(TREND, "P1", "P2", "P3")], PAPERS)
    assert (kept.papers, complaints) == (["P1", "P3"], [])


def test_words_of_no_paper_are_the_writers_own() -> None:
    text = "A noticeable tendency towards unified frameworks for object detection and segmentation is emerging."
    (kept,), _ = checked_claims([told(text, "P1", "P3")], PAPERS)
    assert kept.papers == ["P1", "P3"]


@pytest.mark.parametrize(
    "text",
    [
        "Both give one model for segmentation: MaskFormer by mask classification, Mask DINO with object detection.",
        "Both segment with one model, MaskFormer by classification of masks, Mask DINO for object detection too.",
        "Both cast segmentation of every kind in a single model, while Mask DINO adds object detection to it.",
    ],
)
def test_what_each_does_in_its_own_way_may_be_said_of_both(text: str) -> None:
    told_of = {name: (paper.title, paper.abstract) for name, paper in list(PAPERS.items())[:2]}
    held = shared(text, told_of, ("Mask DINO", "MaskFormer"))
    assert held.sayers == ("P1", "P2"), held.lacking


@pytest.mark.parametrize(
    ("kind", "text", "asked"),
    [
        ("agreement", "Masks are classified.", True),
        ("finding", "Both classify masks.", True),
        ("finding", "MaskFormer classifies masks, and Mask DINO detects objects.", False),
        ("difference", "MaskFormer classifies masks, whereas Mask DINO detects objects.", False),
        ("context", "Masks are classified, or objects detected.", False),
    ],
)
def test_only_what_is_said_of_all_is_held_against_all(kind: Kind, text: str, asked: bool) -> None:
    assert of_all(told(text, "P1", "P2", kind=kind)) is asked
    assert not of_all(told(text, "P1", kind=kind)), "one paper says all that it says"


def test_in_another_language_the_notes_count_and_not_the_abstract() -> None:
    notes = {"P1": ("Ein Rahmen für Objekterkennung",), "P2": ("Klassifikation von Masken",)}
    held = shared("Ein gemeinsamer Rahmen für Objekterkennung und Segmentierung", notes)
    assert held.sayers == ("P1",)


@given(st.text(max_size=200), st.lists(st.text(max_size=80), min_size=2, max_size=4))
def test_any_texts_are_held_against_each_other(text: str, said: list[str]) -> None:
    held = shared(text, {str(n): (line,) for n, line in enumerate(said)})
    assert set(held.sayers) | held.lacking.keys() == {str(n) for n in range(len(said))}
    assert all(words for words in held.lacking.values())


def test_every_agreement_of_the_real_survey_holds_of_each_of_its_papers(real_survey: Survey) -> None:
    papers = real_survey.by_key()
    claims = [claim for topic in real_survey.topics for claim in topic.claims if len(claim.papers) > 1]
    assert len(claims) > 30
    for claim in claims:
        if of_all(ClaimAnswer(kind=claim.kind, text=claim.text, papers=list(claim.papers))):
            said = {key: (papers[key].title, papers[key].abstract) for key in claim.papers}
            assert not shared(claim.text, said).lacking, claim.text
