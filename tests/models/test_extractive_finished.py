"""The last look at figures: whole measures, conditions, whose figure it is, whom it is compared with."""

import pytest

from survey.models.extractive.results import figures


def measures(text: str) -> list[str | None]:
    return [one.measure for one in figures(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Shield improves certified robust accuracy by 4.2%.", ["certified robust accuracy"]),
        ("Smith raises tool-use accuracy by 9.0 points.", ["tool-use accuracy"]),
        ("It gains +7.1 BLEU@1 over rivals.", ["BLEU@1"]),
        ("It reaches a 61% goal success rate.", ["goal success rate"]),
        ("It boosts ToolQuiz accuracy from 36.5% to 65.2%.", ["ToolQuiz accuracy"]),
        ("It lowers 48-hour prediction errors by 17%.", ["48-hour prediction errors"]),
        # no modifiers: verbs, praise, what rivals have
        ("It consistently improves accuracy by 3%.", ["accuracy"]),
        ("It raises the baseline accuracy from 71% to 73%.", ["accuracy"]),
        ("It reaches a state-of-the-art accuracy of 92%.", ["accuracy"]),
    ],
)
def test_a_measure_has_all_its_words(text: str, told: list[str]) -> None:
    assert measures(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It raises coverage on vague tasks by 7%.", ["coverage (on vague tasks)"]),
        ("On multi-hop questions, it improves answer accuracy by 7.6%.", ["answer accuracy (on multi-hop questions)"]),
        ("It reaches a WER of 39.2% in extreme noise.", ["WER (in extreme noise)"]),
        ("It cuts latency by 40% on downstream tasks.", ["latency (on downstream tasks)"]),
        ("It reaches 93% accuracy for roofs and walls, without labels.", ["accuracy (for roofs and walls)"]),
        # what says nothing, or stands for more than is told
        ("It reaches 93% accuracy on average.", ["accuracy"]),
        ("It cuts tokens by 88.9% on models such as OPT.", ["tokens"]),
        ("It reaches 93% accuracy on several benchmarks.", ["accuracy"]),
        ("For pathologies Edema, Atelectasis and Pneumonia, we obtain 3% higher accuracy.", ["accuracy"]),
    ],
)
def test_a_figure_says_what_it_holds_on(text: str, told: list[str]) -> None:
    assert measures(text) == told


def test_half_a_name_is_no_condition() -> None:
    text = "New results include 57.8 PQ for panoptic and 50.1 AP for instance segmentation on COCO."
    assert measures(text) == ["PQ", "AP (instance segmentation)"]


def test_a_data_set_with_its_variants_is_told_whole() -> None:
    (one,) = figures("It achieves a 1.03% average accuracy improvement on ImageNet and its variant datasets.")
    assert (one.measure, one.dataset) == ("average accuracy (on ImageNet and its variant datasets)", None)


def test_what_is_measured_for_one_data_set_is_not_on_another() -> None:
    text = "It has an accuracy of 96.91% for the brain tumour dataset, and 99.17% for the CRC dataset."
    assert [one.dataset for one in figures(text) if "brain" in (one.measure or "")] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The net agrees with readers (inter-reader kappa 0.59).",
        "While F1 drops by 89% after full finetuning, sparse tuning yields an 11% one.",
        "It has a high precision at 50% IoU.",
        "It reduces scale error by a factor of 7.5.",
        "It reached 71.0% accuracy, exceeding baselines though not statistically significantly.",
        "Tokens shrink a lot, with only a minor performance drop of 1.13%.",
    ],
)
def test_what_is_no_result_of_the_paper_goes(text: str) -> None:
    assert figures(text) == ()


def test_a_loss_stands_beside_its_gain_and_a_harm_alone() -> None:
    both = figures("It cuts memory by 60% with only a 1.1% accuracy drop.")
    assert [one.value for one in both] == ["60", "1.1"]
    harm = figures("The tests reveal an accuracy drop of 24.3% under five gaslighting attacks.")
    assert [one.value for one in harm] == ["24.3"]


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        ("It has a +8.4% F1 improvement over GraphNet and a +7.1 BLEU gain.", ["GraphNet", None]),
        ("It beats FastNet by 3% accuracy, and 4-bit quantization reduced memory by 60%.", ["FastNet", None]),
        ("It outperforms respective baselines, as well as the best model, with 9 times less memory.", [None]),
        (
            "It raises coverage by 7% while reducing questions by 20% compared to strong baselines.",
            ["strong baselines", "strong baselines"],
        ),
        ("It improves upon the search performance of prior agents; it raises accuracy by 7%.", ["prior agents"]),
    ],
)
def test_a_rival_belongs_to_its_own_figures(text: str, rivals: list[str | None]) -> None:
    assert [one.baseline for one in figures(text)] == rivals


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It reaches 88.9% pass ratio on MiniF2F-test.", [("pass ratio", "88.9", "MiniF2F-test")]),
        ("It raises low-light performance on COCO from 8.0% to 64.7%.", [("low-light performance", "64.7", "COCO")]),
        ("It has state-of-the-art accuracy on COCO, exceeding FastNet by up to 1%.", [("accuracy", "1", "COCO")]),
        ("It beats FastNet with improved binding affinity (+7.85%) and drug-likeness (+11.1%).",
         [("binding affinity", "+7.85", None), ("drug-likeness", "+11.1", None)]),
        ("It brings improvements of AP+6.9 on COCO.", [("AP", "+6.9", "COCO")]),
        ("The team reaches a ×1.93 speedup.", [("speedup", "1.93", None)]),
        ("The team reaches a 3.1 X speedup.", [("speedup", "3.1", None)]),
        # the whole name of a data set, or none
        ("On MVTec LOCO AD, it reaches an AUROC of 87.6 percent.", [("AUROC", "87.6", "MVTec LOCO AD")]),
        ("On the COCO AP metric, it reaches an AUROC of 87.6 percent.", [("AUROC", "87.6", "COCO")]),
        # what is shared out of human votes is no figure on the data
        ("It is best on COCO and wins over 90% of human votes.", []),
    ],
)  # fmt: skip
def test_what_a_figure_is_of_is_found_in_its_words(text: str, told: list[tuple[str, str, str | None]]) -> None:
    assert [(one.measure, one.value, one.dataset) for one in figures(text)] == told


def test_what_stands_behind_a_list_of_speeds_holds_for_all() -> None:
    text = (
        "It brings 4.0 times faster filling, 2.5 times faster coding, and an overall 2.6 times speedup on long videos."
    )
    found = figures(text)
    assert [(one.measure or "").partition(" (")[2] for one in found] == ["on long videos)"] * 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On the largest dataset, HD-EPIC, it reaches 60% accuracy on HD-EPIC.", ("accuracy", "HD-EPIC")),
        ("In a small, quiet room, it reaches 60% accuracy.", ("accuracy", None)),
        ("It reaches a mean squared error (MSE) from 0.001 to 0.06.", None),
        ("It lowers the mean squared error (MSE) from 0.06 to 0.001.", ("mean squared error", None)),
    ],
)
def test_ranges_and_halves_of_openings_are_left_out(text: str, told: tuple[str, str | None] | None) -> None:
    found = figures(text)
    assert [(one.measure, one.dataset) for one in found] == ([told] if told else [])


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        ("It brings +5.9 mAP (+45%) w.r.t. maps alone and +3.2 mAP over previous approaches.", [None]),
        ("Compared to its base model, FastNet has a 29.94% accuracy improvement and outperforms SlowNet.", [None]),
    ],
)
def test_a_rival_that_stands_further_on_is_anothers(text: str, rivals: list[str | None]) -> None:
    assert [one.baseline for one in figures(text)][:1] == rivals


def test_what_stands_behind_a_pair_holds_for_both() -> None:
    found = figures("It achieves 89.6% recall and 88.0% accuracy on real roads.")
    assert [one.measure for one in found] == ["recall (on real roads)", "accuracy (on real roads)"]


def test_a_count_behind_a_data_set_is_no_part_of_its_name() -> None:
    (one,) = figures("The net reaches 71.2 mIoU on ADE20K 10,000 images.")
    assert one.dataset == "ADE20K"


def test_a_measure_ends_ahead_of_the_next_figure() -> None:
    told = figures("Proposes TreeNet, 4x faster 95.3% accuracy.")  # as an abstract lacks its comma
    assert [(one.value, one.measure) for one in told] == [("95.3", "accuracy")]
