"""Measures that no list names are read from how the sentence is built; values in brackets stand on their data."""

import pytest

from survey.models.extractive.results import figures

Told = list[tuple[str | None, str | None, str | None, str | None]]


def told(text: str) -> Told:
    return [(one.value, one.unit, one.measure, one.dataset) for one in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "TreeNet reduces climbing time by 42%, leaf length by 62%, and picker waiting time by "
            "83%, outperforming other methods.",
            [("42", "%", "climbing time", None), ("62", "%", "leaf length", None),
             ("83", "%", "picker waiting time", None)],
        ),
        (
            "Our method achieves a TBI (Tree Balance Index) of 68.91 in simulated forests.",
            [("68.91", None, "TBI (in simulated forests)", None)],
        ),
        (
            "TreeNet achieves gains of 12.7% in ROUGE, 8.1% in BERT score, and 5.9% in Plain Sense.",
            [("12.7", "%", "ROUGE", None), ("8.1", "%", "BERT score", None), ("5.9", "%", "Plain Sense", None)],
        ),
        (
            "Pruning yielded a marked improvement in leaf sensitivity, rising to 90.3% (from 79.2%).",
            [("90.3", "%", "leaf sensitivity", None)],
        ),
        ("TreeNet achieves $92.2 \\pm 2.4\\%$accuracy.", [("92.2", "%", "accuracy", None)]),
        (
            "It has the best performance on Leaf-QA (79.0%, +6.2% over the previous best) and Root-QA "
            "(75.4%, +3.4%).",
            [("79.0", "%", None, "Leaf-QA"), ("+6.2", "%", None, "Leaf-QA"), ("75.4", "%", None, "Root-QA"),
             ("+3.4", "%", None, "Root-QA")],
        ),
    ],
)  # fmt: skip
def test_a_measure_is_read_from_how_the_sentence_is_built(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We evaluate at an overlap threshold of 0.5 and a learning rate of 0.01.",
        "Every tree is told on Leaf-QA (Figure 2) and Root-QA (Table 3).",
    ],
)
def test_a_setting_is_no_measure(text: str) -> None:
    assert told(text) == []


def test_what_a_figure_rose_from_is_what_it_is_compared_with() -> None:
    text = "The strategy boosts the IoU for the leaf task from 25.50% (for direct transfer) to 64.84%."
    assert [(one.value, one.measure, one.baseline) for one in figures(text)] == [("64.84", "IoU", "25.50%")]


def test_a_range_whose_unit_is_spelled_out_is_read_whole() -> None:
    assert told("It improves accuracy by 2.4 per cent to 20.1 per cent.")[0][0] == "2.4 per cent to 20.1"
