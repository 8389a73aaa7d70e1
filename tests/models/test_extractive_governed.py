"""What governs a figure stands behind its measure, or the figure stays out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.models.extractive.governed import governed
from survey.models.extractive.results import Result, figures


def told(text: str) -> list[tuple[str | None, str | None]]:
    return [(one.value, one.measure) for one in figures(text)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Net achieves 100% accuracy on most graph tasks, including search.",
            [("100", "accuracy (on most graph tasks)")],
        ),
        ("Net achieves 90% accuracy on three of the five tasks.", [("90", "accuracy (on three of the five tasks)")]),
        ("Net achieves 90% accuracy on graph tasks.", [("90", "accuracy (on graph tasks)")]),
        ("It was related to weight (combined R2 = 0.52, P < .001).", [("0.52", "combined R2")]),
        ("The proposed method achieved an overall accuracy of 91.92%.", [("91.92", "overall accuracy")]),
    ],
)
def test_a_condition_stands_behind_the_measure(text: str, shown: list[tuple[str, str]]) -> None:
    measures = told(text)
    assert [value for value, _ in measures] == [value for value, _ in shown]
    assert [measure for _, measure in measures] == [measure for _, measure in shown]


@pytest.mark.parametrize(
    "text",
    [
        "ResNets reach 82% (CIFAR-10) and 32% (ImageNet, top-5) accuracy in this configuration, far higher than B.",
        "Analysis yielded an adjusted OR for in-hospital mortality of 0.62 [95% CI, 0.37 to 1.04].",
        "The odds ratio for relapse was 1.2 (95% CI 0.9-1.6).",
        "The mean difference in weight was 0.4 (95% CI, -0.3 to 1.1).",
    ],
)
def test_what_says_nothing_alone_is_left_out(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Analysis yielded an adjusted OR for in-hospital mortality of 0.62 [95% CI, 0.37 to 0.94].",
        "It reached an AUC of 0.91 (95% CI: 0.90-0.92).",
        "Routing errors fall by 3% in the last round.",
    ],
)
def test_what_is_found_stays(text: str) -> None:
    assert len(told(text)) == 1


def test_a_figure_that_the_sentence_lacks_stays_as_it_is() -> None:
    one = Result("accuracy", "12", "%")
    assert governed([one], "It works.") == [one]


@given(st.text(max_size=80))
def test_any_sentence_keeps_or_loses_its_figures(text: str) -> None:
    one = Result("accuracy", "12", "%")
    assert len(governed([one], f"{text} 12% accuracy {text}")) <= 1
    assert all(found.value for found in figures(f"It reaches 12% accuracy {text}"))
