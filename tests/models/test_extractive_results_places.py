"""What belongs to a figure: the data set that it was measured on, and what it is compared with."""

import pytest

from survey.models.extractive.names import data_names, joined_names
from survey.models.extractive.results import comparison, figures
from survey.models.extractive.rivals import baseline, is_named


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # figures listed together share what stands behind the last of them
        (
            "The best so far: 54.5 AP (instance) and 59.4 PQ (panoptic) on COCO, and 60.8 mIoU (semantic) on ADE20K.",
            [("54.5", "COCO"), ("59.4", "COCO"), ("60.8", "ADE20K")],
        ),
        ("It has 57.8 PQ for panoptic and 50.1 AP for instances on COCO.", [("57.8", "COCO"), ("50.1", "COCO")]),
        ("It has 43.5% AP (65.7% AP50) for COCO.", [("43.5", "COCO"), ("65.7", "COCO")]),
        ("It has 91.2% accuracy with 91.8% recall on KITTI.", [("91.2", "KITTI"), ("91.8", "KITTI")]),
        ("It cuts the cost by 25% (from 20 to 15) on COCO.", [("25", "COCO")]),
        # or take one each
        (
            "PSNR rises by 0.59 dB, 1.06 dB, and 0.22 dB on the RealEstate10K, ACID, and DTU datasets, respectively.",
            [("0.59", "RealEstate10K"), ("1.06", "ACID"), ("0.22", "DTU")],
        ),
        (
            "It is best on the RADDet and CARRADA datasets with an mAP of 71.9 and 57.1, respectively.",
            [("71.9", "RADDet"), ("57.1", "CARRADA")],
        ),
        (
            "It scores 88.3% and 80.4% on Kinetics-600 and Kinetics-700.",
            [("88.3", "Kinetics-600"), ("80.4", "Kinetics-700")],
        ),
        (
            "On LIBERO and real robots, success rates are 97.4% and 70.0%, respectively.",
            [],
        ),
        (
            "On KITTI, position and angle accuracy rise by 3.5% and 2.2%, respectively.",
            [("3.5", "KITTI"), ("2.2", "KITTI")],
        ),
        # what another figure or clause is on
        (
            "It reaches 87.1% accuracy on COCO, and trains with 40 times less data than before.",
            [("87.1", "COCO"), ("40", None)],
        ),
        ("It gains 10% accuracy, and outperforms published nets on KITTI.", [("10", None)]),
        ("Its FID is good (FID 16.6 on COCO and FID 24.2 on LVIS), METEOR too (METEOR 0.26).", [("0.26", None)]),
        ("It has 0.99 AUROC on COCO and 0.98 AUROC and 0.67 recall on the fabric dataset.", [("0.98", None)]),
        (
            "A 26% WER reduction on LibriSpeech, and a 6.3% F1 score gain on the NER task.",
            [("26", "LibriSpeech"), ("6.3", None)],
        ),
        ("It has 10.5 perplexity and on COCO it has 23.0 perplexity.", [("10.5", None), ("23.0", "COCO")]),
        ("It gains 8% accuracy on LIBERO, and 9% accuracy on the long task LIBERO-Long.", [("9", None)]),
        ("In contrast to ImageNet, it has +4% OA and +5.1% mAP on EuroSAT.", [("+4", "EuroSAT"), ("+5.1", "EuroSAT")]),
        ("Comparisons against WorldCover-10 show an F1-score of 85.7%.", [("85.7", None)]),
        ("PACS achieves 59.8% accuracy on AIME 2025.", [("59.8", "AIME 2025")]),
        ("It wins 3.6% accuracy on SAMM compared to others.", [("3.6", "SAMM")]),
        ("It has 1.5 times speedup on NVIDIA A800.", [("1.5", None)]),
        ("It achieves 11.5 FPS on CPU and 107 FPS on GPUs.", [("11.5", None), ("107", None)]),
        ("On Chinese AISHELL-1 it has a CER of 4.2%.", [("4.2", "AISHELL-1")]),
        ("Fine-tuning with the KITTI dataset brings an 80% performance gain.", [("80", None)]),
        ("It gains (KITTI: +1.8% accuracy, cognition: +27.2%) a lot.", [("+1.8", "KITTI")]),
    ],
)
def test_the_data_set_of_each_figure(text: str, told: list[tuple[str, str | None]]) -> None:
    found = [(one.value, one.dataset) for one in figures(text)]
    assert [pair for pair in found if pair[0] in dict(told)] == told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It wins in the Mayo Clinic Low Dose CT Challenge dataset.", ("Mayo Clinic Low Dose CT Challenge",)),
        ("It is tested on a French podcast corpus.", ()),
        ("It is tested on a human-annotated QA benchmark.", ()),
        ("It runs on NVIDIA A800.", ()),
        ("PACS outperforms GRPO by far.", ()),
        ("It improves on PACS and outperforms others.", ("PACS",)),
        ("We use labels of the public TotalSegmentator (TS) tool.", ()),
        ("We tune nets on ViTree, a Vietnamese MRC dataset.", ("ViTree",)),
        ("We built a synthetic Pashto OCR dataset of trees.", ()),
        ("We introduce the Deep Open 3D Dataset (DOD3D), a dataset of paths.", ("DOD3D",)),
        ("It is tried on the Speak & Improve benchmark.", ()),
        ("It runs twice as fast on HunyuanVideo.", ()),
        ("It is tested on CIFAR 100 and ImageNet-256.", ("CIFAR 100", "ImageNet-256")),
    ],
)
def test_names_of_tasks_tongues_and_machines_are_no_data(text: str, names: tuple[str, ...]) -> None:
    assert data_names(text) == names


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("It is tested on Breakfast, 50 Salads, and DARai.", "Breakfast, 50 Salads, and DARai"),
        ("It is tested on GPQA, GSM8K, and Foo-Bench.", "GPQA, GSM8K, and Foo-Bench"),
        ("On data sets such as Foo, Bar, and GSM8K it wins.", "Foo, Bar, and GSM8K"),
        ("On GSM8K and COCO, Salt wins.", "GSM8K and COCO"),
        ("On GSM8K and DeiT.", "GSM8K"),
        ("FID 16.6 on GSM8K and FID 24.2 on COCO.", "GSM8K"),
    ],
)
def test_a_list_of_data_is_told_whole(text: str, whole: str) -> None:
    assert joined_names(
        text, ("Breakfast", "GSM8K", "COCO"), min(text.find(n) for n in ("Breakfast", "GSM8K") if n in text)
    ) == (whole)


@pytest.mark.parametrize(
    ("text", "rival"),
    [
        ("It improves on state-of-the-art detection by 1.4 mAP.", "state-of-the-art"),
        ("It improves on state-of-the-art nets of faces.", "state-of-the-art"),
        ("It beats state-of-the-art models of faces.", "state-of-the-art models of faces"),
        ("It beats an MAE-Base finetuned for 100 epochs.", "MAE-Base"),
        ("It gains 2% over a strong baseline.", "strong baseline"),
        ("It gains 2.5% over YOLOv11n and a 13.7% increase over YOLOv8.", "YOLOv11n"),
        ("It beats similar size models and even reaches more.", "similar size models"),
        ("It beats the previous best model's F1 score.", "previous best model"),
        ("It surpasses strong CNN, graph, and Transformer baselines.", "strong CNN, graph, and Transformer baselines"),
        ("It outperforms the individual performance of GCN models.", "GCN models"),
        ("It beats larger models like Llama.", "larger models"),
        ("It gains 2% over old baselines over 60% of the time.", "old baselines"),
        ("It beats larger 7B to 8B baselines.", None),
        ("It needs less than the same DNNs.", None),
        ("It beats the best fine-tuned Whisper model.", "best fine-tuned Whisper model"),
        ("It has 5% more than the RMSE of 2.9 reached before.", None),
        ("It improves on German text retrieval.", None),
        ("It has 0.9 intersection over union.", None),
        ("It improves by more than 2% in all.", None),
    ],
)
def test_a_rival_is_a_phrase_that_a_reader_understands(text: str, rival: str | None) -> None:
    assert baseline(text) == rival


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # against rivals without a name only a gain says something
        ("With 55.6 mIoU on ADE20K it exceeds the current state of the art.", [("55.6", None)]),
        ("It exceeds the current state of the art by 1.2 mIoU.", [("1.2", "current state of the art")]),
        ("With 55.6 mIoU on ADE20K it exceeds DeiT-B.", [("55.6", "DeiT-B")]),
        # what is only as good, or better, need not be slower
        ("It cuts parameters by 60% while surpassing Swin-B.", [("60", None)]),
        ("It cuts parameters by 60% compared to Swin-B.", [("60", "Swin-B")]),
        ("With quality comparable to Swin-B, it gives a 2x speedup.", [("2", None)]),
        # whose comparison it is
        (
            "It outperforms Swin-B by 9.5% recall, and surpasses BEiT-L by 21.4% recall.",
            [("9.5", "Swin-B"), ("21.4", "BEiT-L")],
        ),
        (
            "It lowers FPR95 by 7.1% and raises AUROC by 1.7% compared to Swin-B.",
            [("7.1", "Swin-B"), ("1.7", "Swin-B")],
        ),
        (
            "It has 97.4% recall while cutting the costs by 2.5x compared to Swin-B.",
            [("97.4", None), ("2.5", "Swin-B")],
        ),
        ("It has 97.4% recall on COCO (better than Swin-B) and 91.2% recall on LVIS.", [("91.2", None)]),
        ("It beats Swin-B on COCO and a plain net by 20.3% recall.", [("20.3", "Swin-B")]),
        ("It improves the Dice score to 0.89 from 0.87.", [("0.89", "0.87")]),
        (
            "It beats Swin-B by 8.6% F1 on COCO and 3.3% F1 on LVIS, surpassing BEiT-L.",
            [("8.6", "Swin-B"), ("3.3", "Swin-B")],
        ),
        ("It gains 2.5% recall over Swin-B and 13.7% recall over BEiT-L.", [("2.5", "Swin-B"), ("13.7", "BEiT-L")]),
        (
            "A Dice score of 0.819 ± 0.045 and a 16.7x speedup compared to Swin-B.",
            [("0.819", None), ("16.7", "Swin-B")],
        ),
        ("It has 96.0% recall and a speedup of 1.5x over Swin-B.", [("96.0", None), ("1.5", "Swin-B")]),
        ("Evaluated against Swin-B users, it has a recall of 71.3%.", [("71.3", None)]),
    ],
)
def test_what_each_figure_is_compared_with(text: str, told: list[tuple[str, str | None]]) -> None:
    found = [(one.value, one.baseline) for one in figures(text)]
    assert [pair for pair in found if pair[0] in dict(told)] == told


def test_only_some_rivals_have_a_name() -> None:
    assert is_named("DeiT-B")
    assert not is_named("existing methods")
    assert not is_named("previous SOTA")


@pytest.mark.parametrize(
    ("text", "rival"),
    [
        ("We improve the current record by 28.8 mIoU on Pascal VOC.", "current record"),
        ("It improves the state-of-the-art of few-shot detection by up to 7.6 AP.", "state-of-the-art"),
        ("It attains 90.11% accuracy, +3.68% to the second-best.", "second-best"),
        ("It improves the accuracy of nets by 3.1%.", None),
    ],
)
def test_a_record_or_the_second_best_is_a_rival(text: str, rival: str | None) -> None:
    assert figures(text)[-1].baseline == rival


def test_a_sign_for_about_that_lost_its_stroke_is_read() -> None:
    """ "\\sim2.4" came as "sim2.4"."""
    found = figures("On COCO it consistently outperforms its counterparts by sim2.4 AP.")
    assert [(one.value, one.measure, one.dataset) for one in found] == [("2.4", "AP", "COCO")]


@pytest.mark.parametrize(
    "text",
    [
        "It advances the results of others, trained exclusively on COCO, in a zero-shot manner.",
        "It does so for all 1000 ImageNet categories.",
    ],
)
def test_data_of_training_and_classes_are_not_where_results_are(text: str) -> None:
    assert comparison(text).dataset is None


def test_what_accuracies_drop_to_is_no_result() -> None:
    assert figures("Both show limits on questions with figures, with accuracies dropping to 40%.") == ()
    assert [one.value for one in figures("The error drops to 3.1%.")] == ["3.1"]


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        (
            "It outperforms the best loss by 4.1% and the attention-based baseline by 21.7% in average accuracy.",
            ["attention-based baseline"],
        ),
        ("It surpasses autoregressive models by 0.5 and diffusion models by 0.2 rFID.", ["diffusion models"]),
        ("It beats BoxNet by 4.1% accuracy, reducing memory by 21.7%.", ["BoxNet", "BoxNet"]),
    ],
)
def test_each_of_two_gains_has_its_own_rival(text: str, rivals: list[str | None]) -> None:
    assert [one.baseline for one in figures(text)][-len(rivals) :] == rivals


@pytest.mark.parametrize(
    "text",
    [
        "The metric improves by 14.9% for the sub-Saharan Africa challenge.",  # no data, and of what challenge?
        "Filtering yields 10% in AIME and 4% improvements in average over BoxNet.",
    ],
)
def test_a_place_that_is_anothers_is_not_told(text: str) -> None:
    assert not {one.dataset for one in figures(text)} & {"Africa"}
    assert ("4", "AIME") not in [(one.value, one.dataset) for one in figures(text)]


def test_a_range_from_less_to_more_is_no_value() -> None:
    assert "2" not in [one.value for one in figures("It has 41% fewer FLOPs with -2%-+2% accuracy on most benchmarks.")]


def test_data_that_stand_behind_what_they_are_are_named() -> None:
    (ours,) = figures("On the question answering benchmark AfriQA, our nets improve accuracy by 10%.")
    assert ours.dataset == "AfriQA"


def test_data_between_a_figure_and_its_measure_are_the_figures() -> None:
    (ours,) = figures("It can attain 84.4% ImageNet-1K Top-1 accuracy with few parameters.")
    assert (ours.measure, ours.dataset) == ("Top-1 accuracy", "ImageNet-1K")
    (ours,) = figures("It reaches 60.2% accuracy with a 20% compression ratio of Tiny-ImageNet.")
    assert ours.value == "60.2"
