"""Figures of one measure in one sentence: each says what sets it apart, or isn't told."""

import pytest

from survey import records
from survey.comparison import result_phrase
from survey.models.extractive.apart import told_apart
from survey.models.extractive.reported import Result
from survey.models.extractive.results import figures


def told(text: str) -> list[tuple[str | None, str | None]]:
    """Each figure of ``text`` with its measure."""
    return [(one.value, one.measure) for one in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # behind another measure's figure
        (
            "With 93.33% DSC and 0.8388 mm ASSD for leaves and 89.30% DSC and 1.2411 mm ASSD for bark, it is the best.",
            [("93.33", "DSC (for leaves)"), ("89.30", "DSC (for bark)")],
        ),
        # a list behind the figures
        (
            "The net has balanced accuracies of 91% and 84% for cats and dogs, respectively.",
            [("91", "balanced accuracies (cats)"), ("84", "balanced accuracies (dogs)")],
        ),
        (
            "It had Dice scores of 87%, 66%, and 70% for the liver, outer liver, and spleen, respectively.",
            [("87", "Dice score (liver)"), ("66", "Dice score (outer liver)"), ("70", "Dice score (spleen)")],
        ),
        (
            "It gains 4.4% and 1.7% AUC across change detection and trend classification tasks.",
            [("4.4", "AUC (change detection)"), ("1.7", "AUC (trend classification tasks)")],
        ),
        # a list of who they are of, ahead
        (
            "ResNet34 and ViT B16 have accuracies of 88% and 86%, respectively.",
            [("88", "accuracies (ResNet34)"), ("86", "accuracies (ViT B16)")],
        ),
        (
            "The small/large-level net has an 86.2%/87.8% top-1 accuracy.",
            [("86.2", "top-1 accuracy (small)"), ("87.8", "top-1 accuracy (large)")],
        ),
        # each has its own words behind it
        (
            "It has an AP of 52.9% for object discovery and up to 46.5% for detection of many classes.",
            [("52.9", "AP (for object discovery)"), ("46.5", "AP (for detection of many classes)")],
        ),
        (
            "It has 93.8% accuracy on defective samples and 89.3% accuracy on good samples.",
            [("93.8", "accuracy (on defective samples)"), ("89.3", "accuracy (on good samples)")],
        ),
        (
            "It gives a 2.8x speedup on Llama-70B and 5.1x speedup on the larger variant.",
            [("2.8", "speedup (on Llama-70B)"), ("5.1", "speedup (on the larger variant)")],
        ),
        # or ahead of it
        (
            "It raised the lumen Dice score to 0.89 from 0.87 and the wall Dice score to 0.53 from 0.48.",
            [("0.89", "Dice score (lumen)"), ("0.53", "Dice score (wall)")],
        ),
    ],
)
def test_alike_figures_say_what_each_is_of(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Recall and F1-scores improved by as much as 67% and 35%, respectively.",
            [("67", "Recall"), ("35", "F1-score")],
        ),
        (
            "It lowers the number of parameters and computational cost by as much as 90% and 85%, respectively.",
            [("90", "number of parameters"), ("85", "computational cost")],
        ),
        (
            "It raises navigation and positioning accuracy by 3.5% and 2.2%, respectively.",
            [("3.5", "accuracy (navigation)"), ("2.2", "accuracy (positioning)")],
        ),
        (
            "It has a lower Mean Absolute Error (MAE) and Mean Absolute Percentage Error (MAPE) of about 0.5 and 0.03.",
            [("0.5", "Mean Absolute Error"), ("0.03", "Mean Absolute Percentage Error")],
        ),
        ("It gains 14.7% and 4.3% in AUC and OSCR respectively.", [("14.7", "AUC"), ("4.3", "OSCR")]),
        ("It has 60.4% mAP@50 and 38.3% mAP@50--95.", [("60.4", "mAP@50"), ("38.3", "mAP@50--95")]),
        ("Its mAP50-95 is 0.61.", [("0.61", "mAP50-95")]),
    ],
)
def test_two_measures_are_not_told_as_one(text: str, expected: list[tuple[str, str]]) -> None:
    """The first figure isn't of the measure that happens to stand next to it."""
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It gains on benchmarks, with three nets (+3.6%, +1.5%, +1.2% mIoU).",
        "On CIFAR, the net has 15% and 24% higher FLOPs reduction.",
        "The features have an F1 score of 85% and 75% for each type, respectively.",
        "It has peak accuracies of 76.6% and 78.8%, respectively.",
    ],
)
def test_a_list_that_nothing_tells_apart_is_left_out(text: str) -> None:
    assert told(text) == []


def test_a_list_in_a_bracket_behind_its_data_is_told_as_a_whole() -> None:
    text = "It gains on benchmarks, including PASCAL VOC (+3.6%, +1.5%, +1.2% mIoU) and MS COCO (+1.2%, +1.6% mIoU)."
    found = [(one.value, one.unit, one.measure, one.dataset) for one in figures(text)]
    assert found == [("+3.6%, +1.5%, +1.2", "%", "mIoU", "PASCAL VOC"), ("+1.2%, +1.6", "%", "mIoU", "MS COCO")]
    shown = records.Result(text=text, quotes=(text,), value=found[0][0], unit="%", measure="mIoU", dataset="PASCAL VOC")
    assert result_phrase(shown) == "+3.6%, +1.5%, +1.2% mIoU on PASCAL VOC"


def test_figures_of_two_things_are_told_of_neither() -> None:
    """Linear cracks and potholes have a precision each, and no row of a table could say whose it is."""
    first = "Linear cracks were detected with a precision of 0.81, recall of 0.89, and F1-score of 0.85 on 205 images"
    assert figures(f"{first}, and potholes with a precision of 0.96 and recall of 0.90 on 189 images.") == ()
    assert [one.value for one in figures(f"{first}.")] == ["0.81", "0.89", "0.85"]


def test_apart_in_one_sentence_the_first_stays() -> None:
    text = "The net has a recall of 0.97, after which another has a recall of 0.92."
    alike = [Result("recall", "0.97"), Result("recall", "0.92")]
    assert told_apart(alike, text) == alike[:1]
    assert told_apart(alike, text, last=False) == alike


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It has 90.1% accuracy on COCO, +3.7% accuracy over the second-best.", ["90.1", "+3.7"]),
        ("It gains 6% mAP over adapter methods and 2% mAP over the full fine-tuned Swin-B.", ["6", "2"]),
        ("It runs in real time, achieving 11.5 FPS on CPU and 107 FPS on GPUs.", ["11.5", "107"]),
    ],
)
def test_a_gain_another_rival_and_rates_are_not_alike(text: str, kept: list[str]) -> None:
    assert [one.value for one in figures(text)] == kept


def test_data_sets_tell_figures_apart() -> None:
    found = figures("It has an FID of 1.8 on ImageNet 256x256 and 2.1 on ImageNet 512x512.")
    assert [(one.measure, one.dataset) for one in found] == [("FID", "ImageNet 256x256"), ("FID", "ImageNet 512x512")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It does well on both binary (F1=94.7%) and ternary (F1=90.4%) tasks.",
            [("94.7", "F1 (binary)"), ("90.4", "F1 (ternary)")],
        ),
        (
            "Cases with small cancers (AUC: 0.85) and dense tissue (AUC: 0.90) were harder.",
            [("0.85", "AUC (small cancers)"), ("0.90", "AUC (dense tissue)")],
        ),
        (
            "It has Dice scores of 85.06% for Whole Tumor (WT), 80.61% for Core (TC), and 71.26% for the rest.",
            [("85.06", "Dice score (for Whole Tumor)")],
        ),
        (
            "The net has 89% accuracy with one second samples and 74% accuracy from single reads.",
            [("89", "accuracy (with one second samples)"), ("74", "accuracy (from single reads)")],
        ),
    ],
)
def test_what_each_figure_is_of_stands_ahead_of_its_bracket_or_behind_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text)[: len(expected)] == expected


def test_figures_in_brackets_that_nothing_names_are_left_out() -> None:
    """The first of them isn't the net's figure as such: it is of one of two data sets."""
    assert told("It wins on TapVid (16.6% accuracy gain) and on Kubric (4.7% accuracy gain).") == []


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("GPT-4 reaches 83.3% accuracy in Persian.", "accuracy (in Persian)"),
        (
            "It reaches an average accuracy of 80.3% under degradation conditions.",
            "average accuracy (under degradation ",
        ),
    ],
)
def test_a_language_and_a_condition_go_with_their_figure(text: str, measure: str) -> None:
    assert (told(text)[0][1] or "").startswith(measure)


def test_two_figures_with_a_stroke_go_with_the_next_pair_that_is_no_pair_of_measures() -> None:
    text = "On Leaves, TreeNet gets 2.06/0.32 IS/LPIPS for growing and 97.3/72.9 AP for leaf/root-level detection."
    told = [(one.value, one.measure) for one in figures(text)]
    assert {one.dataset for one in figures("On MVTecAD, TreeNet gets 2.06/0.32 IS/LPIPS for growing.")} == {"MVTecAD"}
    assert told[2:] == [("97.3", "AP (leaf)"), ("72.9", "AP (root)")]
