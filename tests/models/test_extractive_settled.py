"""What a table may not tell of the figures that were read."""

import pytest

from survey.models.extractive.results import figures
from survey.turns import turn


def _rows(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [(one.dataset, one.measure, one.value, one.baseline) for one in figures(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The net outperforms older readers by over 9% and 12% in average accuracy on these two sets, respectively.",
        "The net gets 12.9% mAP, 11.0% mAP, and 10.4% mAP gains under the 1/5/10 shot settings, respectively.",
        "The net achieves chrF and CER scores of 87.91 and 0.05 from Farsi to Tajik.",
        "The nets predict rain 14.8% and 28.7% more accurately across seasons.",
        "Compared to the agent ADA (Smith et al., 2024), which achieves a 0.52 success rate, ours is better.",
    ],
)
def test_no_half_of_a_list_and_no_odd_figure_is_told(text: str) -> None:
    assert _rows(text) == []


def test_a_lower_bound_is_not_lowered() -> None:
    text = "The net improves the mean width by 0.20, the lower confidence bound by 0.33, and reduces the spread."
    assert turn(text, "0.33") == "gain"


def test_the_second_of_two_measures_keeps_its_figure() -> None:
    text = "The results show that GazeNLQ achieves R1@IoU0.3 and R1@IoU0.5 scores of 27.82 and 18.68, respectively."
    assert ("18.68", "R1@IoU0.5 score") in [(row[2], row[1]) for row in _rows(text)]


def test_a_list_before_that_told_in_turn_is_whole() -> None:
    text = (
        "The net achieves 97.10% mAP@50 and 76.90% mAP@50:95, beating the old net by 2.34 and 4.68 percentage points "
        "respectively."
    )
    assert [row[2] for row in _rows(text)] == ["97.10", "76.90"]


def test_a_measure_keeps_what_it_is_weighted_by() -> None:
    text = "The net outperforms older nets by 7.8% in success rate and 6.3% in success weighted by path length."
    assert [row[1] for row in _rows(text)] == ["success rate", "success weighted by path length"]


def test_data_of_another_clause_or_bracket_go() -> None:
    text = "The net gets +11.6 mAP with just 1% COCO labeled data and +15.5 mAP with 5% Cityscapes labeled data."
    assert [row[0] for row in _rows(text)] == [None, None]
    text = "The net gets 8.50 LSE on the KITTI dataset, and reaches a throughput of 141 FPS."
    assert (None, None, "141", None) in _rows(text)


def test_a_gain_is_on_the_data_of_its_value_and_has_a_whole_value() -> None:
    text = "The net achieves 77.8 AP on the COCO validation set, outperforming OldNet by +0.4 AP."
    assert _rows(text) == [("COCO", "AP", "77.8", "OldNet"), ("COCO", "AP", "+0.4", "OldNet")]
    text = "The net improves the SSIM from 0.926 to a near-perfect 0.988."
    assert _rows(text) == [(None, "SSIM", "0.988", "0.926")]


def test_a_rival_ends_before_what_beats_another() -> None:
    text = "The net has a 7.4% gain over the baseline and outperforming strong models on KITTI."
    assert [row[3] for row in _rows(text)] == ["baseline"]


def test_data_at_the_end_of_a_list_of_measures_are_all_of_theirs() -> None:
    text = "The net achieved 95.9% accuracy, 0.94 precision, and an F1-score of 0.91 on the COCO dataset."
    assert [row[0] for row in _rows(text)] == ["COCO"] * 3
    text = "The net achieved 95.9% accuracy on LVIS, and an F1-score of 0.91 on the COCO dataset."
    assert [row[0] for row in _rows(text)] == ["LVIS", "COCO"]


def test_a_part_of_anothers_measure_says_whose() -> None:
    assert _rows("The net retains 96.7% of the performance of OWL at a low cost.")[0][1] == "of the performance of OWL"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("It reduces the tracking error from 6.2\\,px to ~2.4\\,px.", [(None, "tracking error", "2.4", "6.2")]),
        (
            "NetA reaches a 94.3% AUC compared to NetB with a 92.3% AUC, 91.5% accuracy, and 93.1% F-score on COCO.",
            [(None, "AUC", "94.3", "NetB")],
        ),
        ("Among the teams, six outperformed the Swin baseline (62.9 F-score).", []),
        ("We train AgentX, an agent trained from Qwen3 (24.4% Pass@1) by reward.", []),
        ("In comparison, a single-agent approach attained a 48% success rate.", []),
        (
            "It also shows strong accuracy, outperforming the FINCH baseline by 9% in Mean over Frames (MoF).",
            [(None, None, "9", "FINCH baseline")],
        ),
        ("On ISIC2018, the net outperformed OldNet by 1.3% (Dice).", [("ISIC2018", "Dice", "1.3", "OldNet")]),
        ("It has an average 58.6% memory reuse rate.", [(None, "memory reuse rate", "58.6", None)]),
        ("The filter yields an additional 10% in AIME.", []),
    ],
)
def test_values_stand_with_their_own(text: str, rows: list[tuple[str | None, ...]]) -> None:
    assert _rows(text) == rows


def test_an_error_margin_is_no_change_and_both_is_no_turn() -> None:
    assert turn("The net has an error margin of 2.32 cm.", "2.32") is None
    text = "The net outperforms OldNet and BoxNet by 6.7% and 9%, beating others on both JudgeBench and ReasonBench."
    assert {row[0] for row in _rows(text)} == {"JudgeBench and ReasonBench"}
    text = "On COCO and LVIS, it gains up to 12.4% and 8.4% for unseen and rare pairs, respectively."
    assert not {row[0] for row in _rows(text)} & {"COCO", "LVIS"}


def test_the_level_ahead_of_a_change_is_no_value() -> None:
    text = (
        "Tests show that it reduces the tracking error from 6.2\\,px to ~2.4\\,px and increases the AUC at 25\\,px "
        "from 0.770 to 0.938, outperforming existing methods."
    )
    assert [row[2] for row in _rows(text)] == ["2.4", "0.938"]


def test_an_enhancement_is_a_gain_and_a_performance_no_case() -> None:
    assert turn("It shows an enhancement in retrieval accuracy of 5.1% on COCO.", "5.1") == "gain"
    text = "The PET model (AUC = 0.78) wins, while joining both further improved performance (AUC = 0.79)."
    assert not any("performance" in (row[1] or "") for row in _rows(text))


def test_what_is_given_is_no_result_and_a_measure_has_no_more_ahead() -> None:
    given = "The net stays ahead of rivals with 20% larger inference budgets."
    beside = "We use the speed of Flash (4-6x cheaper than Pro) for filtering."
    assert _rows(given) == _rows(beside) == []
    text = "It achieves 9.3% higher diagnostic accuracy, and significantly higher scores of 71.27 on GSM8K."
    assert [row[1] for row in _rows(text)] == ["diagnostic accuracy", "score"]
    assert turn(text, "9.3") == "gain"
    assert _rows("It reaches a 6x higher training throughput.")[0][1] == "higher training throughput"
