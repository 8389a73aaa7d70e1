"""A figure takes from its list what the list says once: the measure, the data, whom it is as good as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.models.extractive.carried import carried
from survey.models.extractive.results import Result, figures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("It achieves AUC gains of 6.15% on the DFDC dataset and 16.68% on the DF40 dataset.", ["AUC", "AUC"]),
        ("QUADS achieves 71.13% accuracy on SLURP and 99.20% on FSC, with little loss.", ["accuracy", "accuracy"]),
        # another task has a measure of its own
        (
            "It gets 84.3% top-1 accuracy on ImageNet and 51.6% on ADE20K semantic segmentation.",
            ["top-1 accuracy", None],
        ),
        (
            "It has improvements in demographic parity of up to 94.86% on CUB-200, 30.28% on CIFAR-10, and 97.37% on "
            "CelebA.",
            ["demographic parity"] * 3,
        ),
    ],
)
def test_a_measure_told_once_is_that_of_each_figure(text: str, measures: list[str | None]) -> None:
    assert [one.measure for one in figures(text)] == measures


def test_no_cost_is_carried_on() -> None:
    last, one = Result("latency", "30", "%", "COCO"), Result(None, "5", "%", "LVIS")
    text = "It reduces latency by 30% on COCO and 5% on LVIS."
    assert carried([last, one], text)[1].measure is None


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("ViT achieves the best accuracy (87.8%) among methods that use only ImageNet-1K data.", "ImageNet-1K"),
        ("It achieves 63.03% FLOPs reduction, with no top-1 accuracy loss on CIFAR-10.", "CIFAR-10"),
        ("It achieves 63.03% FLOPs reduction, with no top-1 accuracy loss.", None),
        ("ViT achieves the best accuracy (87.8%) among methods of its kind.", None),
    ],
)
def test_data_that_govern_the_comparison_are_the_figures(text: str, data: str | None) -> None:
    assert next(one.dataset for one in figures(text)) == data


@pytest.mark.parametrize(
    ("text", "rival"),
    [
        (
            "RevBiFPN is competitive with networks such as EfficientNet while using up to 19.8x less memory.",
            "EfficientNet",
        ),
        (
            "It achieves equivalent performance to previous video MAE using up to 66% fewer epochs.",
            "previous video MAE",
        ),
        ("It matches MAE in performance with 2.5 times less decoding compute.", "MAE"),
        ("It is competitive with existing methods and reaches 19% accuracy.", None),
        ("It is comparable to others while using 66% fewer epochs.", None),
        ("Improves the current record by 28.8 mIoU on Pascal VOC.", "current record"),
        ("LLMs achieve up to 36% accuracy improvement, matching or surpassing CNN-based baselines.", None),
        ("It needs 40 times less data than that in previous practice.", "previous practice"),
    ],
)
def test_a_saving_has_whom_it_is_as_good_as(text: str, rival: str | None) -> None:
    assert {one.baseline for one in figures(text)} == {rival}


@given(st.text(max_size=80))
def test_any_sentence_keeps_its_figures(text: str) -> None:
    one = Result(None, "12", "%", "COCO")
    (found,) = carried([one], f"{text} 12% {text}")
    assert (found.value, found.dataset) == ("12", "COCO")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "It achieves an average Dice score of 53.15 on BHSD, surpassing the prior method by +3.65 Dice.",
            [("average Dice score", "53.15", "BHSD"), ("Dice", "+3.65", "BHSD")],
        ),
        (
            "It achieves a Dice score of 53.15 on BHSD, surpassing the prior method by +3.65 Dice across all scans.",
            [("Dice score", "53.15", "BHSD"), ("Dice", "+3.65", None)],
        ),
        (
            "The priors led to a 6% increase in Dice score and a 36.5 mm decrease in Hausdorff distance.",
            [("Dice score", "6", None), ("Hausdorff distance", "36.5", None)],
        ),
        (
            "The net achieves up to +30% gains in Recall@1 and +2% average improvements in classification.",
            [("Recall@1", "+30", None), ("classification", "+2", None)],
        ),
        ("The wording can shift accuracy by up to 16.7% points.", []),
        ("It achieves SOTA accuracies, improving from 86.4% to 93.0%.", [("accuracies", "93.0", None)]),
    ],
)
def test_each_figure_has_its_own_measure_and_its_data(text: str, told: list[tuple[str, str, str | None]]) -> None:
    assert [(one.measure, one.value, one.dataset) for one in figures(text)] == told


@pytest.mark.parametrize(
    ("text", "rival"),
    [
        ("It improves the MRR by 5%, compared to retrieval with no feedback.", "retrieval with no feedback"),
        ("It cuts reliance on experts by 80% compared to other methods.", "other methods"),
        ("It improves the MRR by 5% compared to DeiT without any tuning.", "DeiT"),
    ],
)
def test_what_it_is_compared_with_is_told_in_whole(text: str, rival: str) -> None:
    assert [one.baseline for one in figures(text)] == [rival]
