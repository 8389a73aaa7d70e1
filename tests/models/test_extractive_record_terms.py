"""Terms with brackets of their own stay whole; what is no statement of the paper's isn't told."""

import pytest

from survey.keyphrases.phrases import acronyms_in
from survey.models.extractive.clauses import without_asides
from survey.models.extractive.contribution import contribution_of
from survey.models.extractive.fields import Piece
from survey.models.extractive.openings import without_opening
from survey.models.extractive.trim import stands_alone, trimmed
from survey.questions import NumberedPaper


@pytest.mark.parametrize(
    "text",
    [
        "Isorhamnetin had an IC(50) of 40 after 72 hours.",
        "Damage causes breaks in S and G(2)/M phases.",
        "Poses are predicted by SE(3) flow matching.",
    ],
)
def test_brackets_inside_a_term_are_part_of_it(text: str) -> None:
    assert without_asides(text) == text
    assert trimmed(text) == text


def test_a_citation_in_brackets_still_goes() -> None:
    assert without_asides("Nets forget (12) what they learned [3, 4].") == "Nets forget what they learned."


@pytest.mark.parametrize(
    "text",
    [
        "Previously shows in mice that reduction of a mark helps.",
        "Forms part of a special supplement on all vaccines.",
        "To test the hypothesis that the incidence of heart failure has declined over time.",
    ],
)
def test_earlier_work_volumes_and_bare_aims_are_no_statements(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("In this large, long-term trial of men, neither vitamin E nor C reduced the risk of cancer.",
         "neither vitamin E nor C reduced the risk of cancer."),
        ("ConclusionsMost programs have established policies for their patients.",
         "Most programs have established policies for their patients."),
        ("Similarly in ImageNet, we achieve a smaller drop at a higher rate.",
         "in ImageNet, we achieve a smaller drop at a higher rate."),
    ],
)  # fmt: skip
def test_openings_end_where_the_statement_begins(sentence: str, told: str) -> None:
    assert without_opening(sentence) == told


def test_neither_with_its_nor_points_to_nothing() -> None:
    assert stands_alone("Neither vitamin E nor vitamin C reduced the risk of cancer.")
    assert not stands_alone("Neither reduced the risk of cancer in any of the trials.")


def test_what_an_acronym_stands_for_begins_behind_the_sentence_before_it() -> None:
    text = "We improve CTR prediction. Click-through rate (CTR) is the share of clicks."
    assert list(acronyms_in(text)) == [("CTR", "click-through rate")]


def test_the_we_of_a_textbook_is_no_contribution() -> None:
    told = [
        "Models learn in a supervised fashion where we provide feature vectors mapped to an output.",
        "We compare which engineered features suit which kind of model.",
    ]
    pieces = [Piece(n, (n + 1,), text, text.lower(), text, whole=True) for n, text in enumerate(told)]
    paper = NumberedPaper(id="P1", title="Features for Models", sentences=tuple(told))
    found = contribution_of(paper, pieces)
    assert found is not None
    assert found.place == 1
