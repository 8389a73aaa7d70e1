"""The measure of a figure in everyday constructions: what is reduced, raised, reached, many times as fast."""

import pytest

from survey.models.extractive.results import figures
from survey.models.extractive.worded import worded

TOLD = [
    ("The sampler reduces Chamfer Distance by 50.7%.", "Chamfer Distance"),
    ("Averaging reduces the judge's bias by 37-57%.", "judge's bias"),
    ("It cuts tokens, calls, and waiting by 75-85 percent.", "tokens, calls, and waiting"),
    ("The bot reaches fact-consistency scores above 87%.", "fact-consistency score"),
    ("The small model reaches an AUC near 0.96.", "AUC"),
    ("It offers a 14.1x end-to-end inference acceleration over others.", "end-to-end inference acceleration"),
    ("It has a 1.8x memory efficiency gain.", "memory efficiency gain"),
    ("It brings a 20-75% parameter reduction.", "parameter reduction"),
    ("It shows a clear reduction in sequence length by 39%.", "sequence length"),
    ("We see an improvement in robustness of maps (up to 62.5%).", "robustness of maps"),
    ("It improves the accuracy of nets under noise, with a maximum gain of 14.8%.", "accuracy"),
    ("It improves the highest accuracy achieved by agents by 71%.", "highest accuracy"),
    ("The accuracy at that stage reaches approximately 90 %, as hoped.", "accuracy"),
    ("It keeps 99% of the target model's accuracy.", "of the target model's accuracy"),
    ("The pruned net achieves 110% of the baseline performance.", "of the baseline performance"),
    ("The net uses only 6.1% of the parameters compared with BigNet.", "parameters"),
    ("It reaches a detection time of 0.026 seconds.", "detection time"),
    ("It achieves up to 10% improvements on downstream task performance over BERT.", "downstream task performance"),
    ("The net has a gain of 31.81% in clDice.", "clDice"),
    ("It has a 62.36% gain in adaptive F-measure.", "adaptive F-measure"),
    ("This technique is able to achieve 90% faithfulness.", "faithfulness"),
    ("It improves LLaVA-1.5 by 5% in average scores.", "average score"),
    ("We see a 6.3% improvement in 7-class accuracy.", "7-class accuracy"),
    ("It has up to 16% higher Model FLOPs Utilization (MFU).", "Model FLOPs Utilization"),
    ("It brings a 12% reduction in the memory footprint.", "memory footprint"),
    ("We show that factual accuracy consistently improves by 2-8%, as hoped.", "factual accuracy"),
    ("It has acceptability exceeding 94%.", "acceptability"),
    ("It improves FVD by 27%.", "FVD"),
    ("It achieves high accuracy across all tables (93.4-99.7%).", "accuracy"),
    ("It can attain \\textbf{84.4\\%} Top-1 accuracy.", "Top-1 accuracy"),
]


@pytest.mark.parametrize(("text", "measure"), TOLD)
def test_the_words_around_a_figure_say_what_it_is_of(text: str, measure: str) -> None:
    assert [one.measure for one in figures(text)] == [measure]


@pytest.mark.parametrize(
    "text",
    [
        "It reduces the need for staining by 44.4%.",
        "It reduces rival models by 20%.",
        "It runs at a 28x compression.",
        "It gains 5% in zero-shot settings.",
        "It brings a 12% reduction in zero-shot settings.",
        "FALO is 1.6~9.8x faster than rivals.",  # a range, of which only the end was read
        "It improves by 1% to 6% in six languages.",
    ],
)
def test_what_is_no_measure_is_none(text: str) -> None:
    assert figures(text) == ()


def test_each_of_a_list_has_its_own() -> None:
    assert figures("It has scores of 0.854 (B-1), 0.883 (other), and 0.759 (third).") == ()
    assert worded("It reduces cost by ", ".", "%", "40") == "cost"
    assert worded("It has 1", "", None, "12") is None


def test_who_is_outdone_by_how_much_is_told_without_a_measure() -> None:
    (ours,) = figures("It outperforms on-demand sampling by up to 90%.")
    assert (ours.measure, ours.value, ours.baseline) == (None, "90", "on-demand sampling")
    (ours,) = figures("It outperforms the trained method EAGLE-3 by 1.62x.")
    assert (ours.measure, ours.value, ours.baseline) == (None, "1.62", "trained method EAGLE-3")
    assert figures("It outperforms all of them by 1.62x.") == ()


def test_what_is_faster_than_a_rival_is_told() -> None:
    (ours,) = figures("The net is, on average, \\textbf{4.75$\\times$} faster than diffusion-based methods.")
    assert (ours.measure, ours.value, ours.baseline) == ("faster", "4.75", "diffusion-based methods")
    (ours,) = figures("As hoped, GPLQ is 100x faster than existing QAT methods, and small.")
    assert (ours.measure, ours.baseline) == ("faster", "existing QAT methods")
    assert figures("The net is 4.75x faster.") == ()


def test_a_measure_is_nobody_to_compare_with() -> None:
    assert [one.baseline for one in figures("It has Patch scores of 90%, compared to Exploit scores of 32%.")] == [None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It has speed-ups of $1.27\\times$ on the Foo dataset.", "1.27"),
        ("It has an average BERTScore of $\\sim$ 0.90.", "0.90"),
        ("It reaches $\\sim 75\\%$ accuracy.", "75"),
    ],
)
def test_figures_in_latex_are_read(text: str, told: str) -> None:
    assert [one.value for one in figures(text)] == [told]
