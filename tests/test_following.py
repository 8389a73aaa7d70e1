"""A table's cell is not cut where what follows turns its sense, or where it announces what follows."""

import pytest

from survey.approach import approach
from survey.following import kept_whole

_MOST = 24


@pytest.mark.parametrize(
    ("shown", "text", "told"),
    [
        (
            "Stacks blocks of trees",
            "Stacks blocks of trees while removing their roots, RTS.",
            "while removing their roots",
        ),
        (
            "Prunes the filters of a mask",
            "Prunes the filters of a mask, rather than all filters of it.",
            "all filters of it",
        ),
        (
            "Documents a link between rain",
            "Documents a link between rain and growth: as rain falls, it grows.",
            "and growth",
        ),
        (
            "A method that restricts reasoning",
            "A method that restricts reasoning to a small, fixed set of phrases, steering the model.",
            "to a small, fixed set of phrases",
        ),
        ("Represents a function", "Represents a function as a vector, which can be read.", "as a vector"),
        (
            "Merges tokens in the last layer",
            "Merges tokens in the last layer by averaging their keys.",
            "by averaging their keys",
        ),
    ],
)
def test_what_turns_the_sense_stays_with_its_phrase(shown: str, text: str, told: str) -> None:
    kept, whole = kept_whole(shown, text, _MOST)
    assert kept == f"{shown}{kept.removeprefix(shown)}"
    assert kept.endswith(told)
    assert whole


def test_a_phrase_that_loses_its_sense_comes_last_where_the_rest_does_not_fit() -> None:
    long = " ".join(["leaf"] * 30)
    shown, whole = kept_whole("Stacks blocks of trees", f"Stacks blocks of trees while removing {long}.", _MOST)
    assert (shown, whole) == ("Stacks blocks of trees", False)


def test_a_harmless_addition_that_does_not_fit_is_left_out() -> None:
    long = " ".join(["leaf"] * 30)
    assert kept_whole("Stacks blocks of trees", f"Stacks blocks of trees by merging {long}.", _MOST)[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Learns a measure of trees, based on two criteria: " + "(i) " + "leaf " * 30, "Learns a measure of trees"),
        ("Sorts trees by age and height following two main issues: " + "leaf " * 30, "Sorts trees by age and height"),
    ],
)
def test_what_is_announced_and_does_not_fit_is_not_announced(text: str, told: str) -> None:
    shown = text.partition(":")[0]
    assert kept_whole(shown, text, _MOST) == (told, True)


def test_what_is_announced_and_fits_is_told() -> None:
    text = "Two layers: one of roots and one of leaves."
    assert kept_whole("Two layers", text, _MOST) == ("Two layers: one of roots and one of leaves", True)


def test_a_count_of_which_the_sentence_says_no_more_comes_last() -> None:
    assert kept_whole("Splits a prediction into two parts", "Splits a prediction into two parts.", _MOST)[1] is False


def test_a_bare_list_of_fields_is_left_out() -> None:
    text = "Reviews recent work on trees, covering advances in roots and leaves."
    assert (
        kept_whole("Reviews recent work on trees, covering advances", text, _MOST)[0] == "Reviews recent work on trees"
    )


def test_a_list_is_not_cut_within() -> None:
    text = "Ranks trees on the plain by testing them on the OakSet, AshSet, and ElmSet data sets of " + "leaf " * 30
    assert "OakSet" not in kept_whole("Ranks trees on the plain", text, _MOST)[0]


def test_a_cell_says_what_is_removed() -> None:
    text = "To test the claim, the authors construct a series of models named OutNet through stacking blocks while "
    cell = approach([f"{text}removing their core token mixer, SSM."], "OutNet: Do We Need It?")
    assert cell.endswith("stacking blocks while removing their core token mixer")


@pytest.mark.parametrize(
    ("shown", "text", "whole"),
    [
        (
            "Introduces a sap meter, weighing the buds first",
            "Introduces a sap meter, weighing the buds first and deciding where to cut next.",
            "Introduces a sap meter, weighing the buds first and deciding where to cut next",
        ),
        (
            "Studies sap, which makes precise the idea that trees of one kind",
            "Studies sap, which makes precise the idea that trees of one kind in a garden bear alike pears.",
            "Studies sap, which makes precise the idea that trees of one kind in a garden bear alike pears",
        ),
        (
            "Cuts each tree by a prior, and binds it via three techniques",
            "Cuts each tree by a prior, and binds it via three techniques: ropes made of hemp, rungs of yew and hooks.",
            "Cuts each tree by a prior, and binds it",
        ),
    ],
)
def test_a_first_step_and_a_claim_are_told_with_what_they_call_for(shown: str, text: str, whole: str) -> None:
    assert kept_whole(shown, text, 16) == (whole, True)


def test_a_claim_is_told_whole_even_where_its_first_words_might_end() -> None:
    text = "Studies sap, which makes precise the idea that trees of one kind in a garden bear alike pears."
    assert kept_whole("Studies sap, which makes precise the idea", text, 16) == (text.rstrip("."), True)
