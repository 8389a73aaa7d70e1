"""Rows of figures, whole: value, measure, data and rival of sentences in which only one rule finds one of them."""

import pytest

from survey.models.extractive.results import figures

_Row = tuple[str | None, str | None, str | None, str | None]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Nets still outperform random baselines by 4-20%.", [("4-20", None, None, "random baselines")]),
        (
            "It improves success rates by 67% and harmfulness by 21%.",
            [("67", "success rate", None, None), ("21", "harmfulness", None, None)],
        ),
        (
            "It achieves 7.5% higher F1 scores than OldNet and more than 3% higher than by hand.",
            [("7.5", "F1 score", None, "OldNet"), ("3", "F1 score", None, None)],
        ),
        ("The net reaches an average improvement of 31.81% in clDice.", [("31.81", "clDice", None, None)]),
        (
            "The net outperforms OldNet by 20.4% in inner face consistency and 17.4% in style consistency.",
            [("20.4", "inner face consistency", None, "OldNet"), ("17.4", "style consistency", None, "OldNet")],
        ),
        ("The tuned net yields a leaf-positive macro-F1 of 0.79.", [("0.79", "leaf-positive macro-F1", None, None)]),
        (
            "Evaluated on three medical benchmarks (BUSI, GlaS, and CVC), the net achieves an average IoU of 79.80%.",
            [("79.80", "average IoU", "BUSI, GlaS, and CVC", None)],
        ),
    ],
)
def test_a_row_has_its_measure_its_data_and_its_rival(text: str, rows: list[_Row]) -> None:
    assert [(one.value, one.measure, one.dataset, one.baseline) for one in figures(text)] == rows


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "For image synthesis, our net achieved a PSNR of 25.61 dB, compared to 23.80 dB from OldNet.",
            ["PSNR (for image synthesis)"],
        ),
        (
            "The net is trained and tested on unseen data and yields fine results in the form of a 3.84 percent MAPE "
            "on the test set.",
            ["MAPE (on the test set)"],  # "on unseen data" is of another clause
        ),
        (
            "The net reaches 70% accuracy in plain settings but drops below 30% when the number of boxes or states "
            "exceeds 5 or 10, respectively.",
            ["accuracy"],  # which of what is told in turn is its own, nobody can tell
        ),
        (
            "On the public CCMT leaf dataset, our net (with 401K parameters) reached 89.00% accuracy.",
            ["accuracy (on the public CCMT leaf dataset)"],
        ),
    ],
)
def test_a_figure_has_the_conditions_of_its_own_clause(text: str, measures: list[str]) -> None:
    assert [one.measure for one in figures(text)] == measures


def test_a_gain_of_which_only_half_the_measure_is_read_is_no_row() -> None:
    assert figures("A net trained on leaves achieves over a 10% improvement in ImageNet-100 accuracy.") == ()
