"""On how many data sets a figure was found is told with it, where the sentence counts them and names none."""

import pytest

from survey.models.extractive.results import figures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "Evaluations across seven benchmark datasets show that it cuts the error by 42%.",
            "across seven benchmark datasets",
        ),
        ("It beats others by 0.90% in accuracy and 0.92% in F1 score on 11 test datasets.", "on 11 test datasets"),
        ("In tests on five benchmarks, it reduces latency by 70% and energy by 85%.", "on five benchmarks"),
    ],
)
def test_the_figures_of_a_sentence_hold_on_the_data_that_it_counts(text: str, measures: str) -> None:
    told = [one.measure or "" for one in figures(text)]
    assert told
    assert all(one.endswith(f"({measures})") for one in told)


@pytest.mark.parametrize(
    "text",
    [
        "It has the best accuracy across 20 benchmarks, while reducing time cost by 40%.",
        "It reaches 90% accuracy on COCO and on five benchmarks.",
        "It reaches 90% accuracy; on five benchmarks it is better.",
        "It reaches 90% accuracy on five benchmarks, such as COCO.",
    ],
)
def test_other_figures_have_no_such_place(text: str) -> None:
    assert not any("benchmarks" in (one.measure or "") for one in figures(text))
