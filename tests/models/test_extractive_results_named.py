"""What a figure is told with: the data that its sentence names, all words of its measure, and no figure of another."""

import pytest

from survey.models.extractive.names import data_names
from survey.models.extractive.results import figures

Told = list[tuple[str | None, str | None, str | None]]


def told(text: str) -> Told:
    """Measure, value and data set of each figure."""
    return [(one.measure, one.value, one.dataset) for one in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a measure in capitals is none of the data that stand behind it
        ("A +1% increase in AU-PRO on the MVTec benchmark shows its use.", [("AU-PRO", "+1", "MVTec")]),
        # what a data set shows is not its name
        (
            "Validated on a Quercus robur dataset, LeafNet achieves a Leaf Matching Accuracy (LMA) of 93.6%.",
            [("Leaf Matching Accuracy (on a Quercus robur dataset)", "93.6", None)],
        ),
        ("On TreeSet2015-VID (validation set), it has an mAP of 0.609.", [("mAP", "0.609", "TreeSet2015-VID")]),
        (
            "Evaluated on the TREES dataset, it reaches an accuracy of 62.5% on the test set.",
            [("accuracy (on the test set)", "62.5", "TREES")],
        ),
        ("Has an accuracy of 78.27% on the popular FER2013 dataset.", [("accuracy", "78.27", "FER2013")]),
        (
            "It achieves accuracy rates of 70% and 89% on the LeafA1 and LeafB2 datasets, respectively.",
            [("accuracy", "70", "LeafA1"), ("accuracy", "89", "LeafB2")],
        ),
        (
            "Achieves gains of 13% in mean average precision and 11% in normalized discounted cumulative gain.",
            [("mean average precision", "13", None), ("normalized discounted cumulative gain", "11", None)],
        ),
        ("In quantitative evaluation, it improves AUC by 23%.", [("AUC", "23", None)]),
    ],
)
def test_a_figure_is_on_the_data_that_its_sentence_names(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The module adds only 0.16% parameters.",
        "The corpus contains 5.5 times more tokens than OakMath.",
    ],
)
def test_what_a_part_costs_and_how_much_data_there_is_are_no_results(text: str) -> None:
    assert figures(text) == ()


def test_a_figure_told_as_the_condition_of_another_is_not_told_again() -> None:
    text = (
        "It has 1.7% higher performance with 50% fewer active parameters and 3.7% higher performance at constant cost."
    )
    assert [value for _, value, _ in told(text)] == ["1.7", "3.7"]


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        (
            "It leads to a 6.6x throughput over standard step-by-step reasoning inference.",
            ["standard step-by-step reasoning inference"],
        ),
        (
            "It gives results comparable to the ones produced by the OakNet method while improving speed by 32 times.",
            ["OakNet method"],
        ),
        # what a value was says more than that it beats others
        ("LeafNet improves upon the existing methods from an AUC of 0.6 to 0.92.", ["0.6"]),
        ("LeafNet improves upon OakNet from an AUC of 0.6 to 0.92.", ["OakNet"]),
    ],
)
def test_whom_a_figure_is_compared_with(text: str, rivals: list[str | None]) -> None:
    assert [one.baseline for one in figures(text)] == rivals


def test_names_of_data_have_their_plus() -> None:
    assert data_names("It gains 4% on MBPP+ and 3% on HumanEval+.") == ("MBPP+", "HumanEval+")
