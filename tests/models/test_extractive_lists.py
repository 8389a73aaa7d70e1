"""Lists of figures: each is told with the item of its list that it goes with, or the list is left alone."""

import pytest

from survey.models.extractive.parallels import parallels
from survey.models.extractive.results import figures
from survey.models.extractive.runs import named_lists, runs
from survey.turns import turn


def told(text: str) -> list[tuple[str | None, ...]]:
    return [(one.measure, one.value, one.dataset, one.baseline) for one in figures(text)]


def test_items_listed_ahead_go_with_figures_told_respectively() -> None:
    text = "Experiments on HumanML3D and LVIS show that RayNet leads, with FID scores of 3.5 and 4.2, respectively."
    assert told(text) == [("FID score", "3.5", "HumanML3D", None), ("FID score", "4.2", "LVIS", None)]


def test_items_listed_behind_go_with_figures_that_stand_ahead() -> None:
    text = "RayNet reaches a 99%, 94%, and 90% attack success rate (ASR) on Gemini 2.5 Pro, GPT o4 mini, and Grok 3, "
    assert told(f"{text}respectively.") == [
        ("attack success rate (Gemini 2.5 Pro)", "99", None, None),
        ("attack success rate (GPT o4 mini)", "94", None, None),
        ("attack success rate (Grok 3)", "90", None, None),
    ]


def test_rivals_listed_are_each_figures_own() -> None:
    text = "RayNet outperforms SkipNet and DualNet by +3.5 and +3.0 mIoU, respectively, on Cityscapes."
    assert [one[3] for one in told(text)] == ["SkipNet", "DualNet"]


def test_what_is_improved_is_what_the_gain_is_over() -> None:
    text = "RayNet improves SkipNet and DualNet's performance by 10.5% and 5.3% on COCO, outperforming other baselines."
    assert [one[3] for one in told(text)] == ["SkipNet", "DualNet"]


def test_runs_behind_go_on_in_the_same_turn() -> None:
    text = "On HMDB51 and UCF-101, RayNet reaches 67.2% and 94.1% accuracy respectively, demonstrating improvements of "
    assert told(f"{text}17.9 and 15.8 points over baselines.") == [
        ("accuracy", "67.2", "HMDB51", None),
        ("accuracy", "94.1", "UCF-101", None),
        ("accuracy", "17.9", "HMDB51", "baselines"),
        ("accuracy", "15.8", "UCF-101", "baselines"),
    ]


def test_figures_each_with_their_own_place_lead_a_run_behind_them() -> None:
    text = "RayNet reduces the counting error by 22.5% (validation) and 18.0% (test), and improves localization F1 by "
    assert told(f"{text}7% and 8%, respectively.") == [
        ("counting error (validation)", "22.5", None, None),
        ("counting error (test)", "18.0", None, None),
        ("localization F1 (validation)", "7", None, None),
        ("localization F1 (test)", "8", None, None),
    ]


def test_what_the_first_of_a_list_is_holds_for_the_others() -> None:
    text = "RayNet achieves 34.6% improvement on Kinetics, and 13.1% on ImageNet, surpassing SkipNet."
    assert told(text) == [(None, "34.6", "Kinetics", "SkipNet"), (None, "13.1", "ImageNet", "SkipNet")]


@pytest.mark.parametrize(
    "text",
    [
        "On ALFA, BRAVO, and CORAL, RayNet has FID scores of 3.5 and 4.2, respectively.",
        "RayNet has FID scores of 3.5 and 4.2, respectively.",
        "RayNet, over SkipNet and DualNet, for Alfa and Bravo, has FID scores of 3.5 and 4.2, respectively.",
    ],
)
def test_a_list_of_another_length_or_of_two_lists_is_left_out(text: str) -> None:
    assert not [one for one in told(text) if one[0] != "FID score" or one[2]]


def test_a_gain_of_a_list_is_told_only_where_its_sentence_says_that_it_is_one() -> None:
    text = "RayNet achieves 34.6% improvement on Kinetics, and 13.1% on ImageNet, surpassing SkipNet."
    assert [turn(text, one[1] or "") for one in told(text)] == ["gain", "gain"]
    assert turn("It has 15% higher accuracy on COCO and 10% on LVIS.", "10") == "gain"
    assert turn("It has 15% higher accuracy on COCO and 10% accuracy on LVIS.", "10") is None
    assert turn("It has 15% accuracy on COCO and 10% on LVIS.", "10") is None


def test_words_that_do_not_stand_together_are_not_told_as_one() -> None:
    text = "RayNet boosts both worst-group and average accuracy by 14.3% and 3.0%, respectively, on Waterbirds."
    assert told(text) == [
        ("accuracy (worst-group)", "14.3", "Waterbirds", None),
        ("average accuracy", "3.0", "Waterbirds", None),
    ]


def test_runs_have_units_or_decimals_and_one_measure() -> None:
    assert [run.values for run in runs("by 9%, 17%, and 21% and by 10.5 and 4 points")] == [
        ("9", "17", "21"),
        ("10.5", "4"),
    ]
    assert runs("on 3, 4, and 5 images") == []


def test_lists_of_names_are_whole() -> None:
    assert [one.items for one in named_lists("on ALFA, BRAVO, and CORAL we", 3)] == [("ALFA", "BRAVO", "CORAL")]
    assert not list(named_lists("on ALFA, BRAVO, and CORAL we", 2))


def test_parallel_figures_are_a_list_as_far_as_all_are_read() -> None:
    found = [(items.names, run.values) for items, run in parallels("an F1 of 0.8 on ALFA and 0.7 on BRAVO.")]
    assert found == [(("ALFA", "BRAVO"), ("0.8", "0.7"))]
    assert not list(parallels("4.1 for VE models, 4.4 for rectified flow without reflow and 4.2 for PFGM"))


def test_a_measure_nobody_knows_is_one_beside_those_that_are() -> None:
    text = "RayNet achieves improvements of 12.7% in ROUGE, 15.9% in Deep Insight and 13.2% in Relevance over SkipNet."
    assert [one[:2] for one in told(text)] == [("ROUGE", "12.7"), ("Deep Insight", "15.9"), ("Relevance", "13.2")]


def test_capitals_name_a_score_and_what_stands_behind_the_last_is_for_all() -> None:
    text = (
        "RayNet achieves a Hard Score of 26.6, a Soft Score of 48.3, and an Average Score of 37.5 on the COCO dataset."
    )
    assert [one[:3] for one in told(text)] == [
        ("Hard Score", "26.6", "COCO"),
        ("Soft Score", "48.3", "COCO"),
        ("Average Score", "37.5", "COCO"),
    ]
