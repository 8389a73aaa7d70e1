"""Figures become results with their measure, unit, data set and baseline; years, sizes and names do not."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.dumps import read_dumps
from survey.evidence import sentences
from survey.models.extractive.names import data_names, data_phrase, listed_names
from survey.models.extractive.record import read_paper
from survey.models.extractive.reported import Result
from survey.models.extractive.results import comparison, figures
from survey.models.extractive.rivals import baseline
from survey.models.extractive.trim import trimmed
from survey.questions import NumberedPaper


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A huge net reaches 87.8% accuracy on ImageNet-1K, and in transfer to other tasks MAE surpasses Swin.",
            [Result("accuracy", "87.8", "%", "ImageNet-1K")],
        ),
        (
            "It lowers the average rate of false positives by 60% against the previous best.",
            [Result("average rate of false positives", "60", "%", None, "previous best")],
        ),
        (
            "The method improves detection by up to 1.4 mAP over the state-of-the-art on COCO2017.",
            [Result("mAP", "1.4", None, "COCO2017", "state-of-the-art")],
        ),
        (
            "For segmentation on Cityscapes, it boosts mIoU by 3.09 over the baseline.",
            [Result("mIoU", "3.09", None, "Cityscapes", "baseline")],
        ),
        (
            "The model achieves 83.8% accuracy on ImageNet and 32.1% mIoU on ADE20K.",
            [Result("accuracy", "83.8", "%", "ImageNet"), Result("mIoU", "32.1", "%", "ADE20K")],
        ),
        (
            "The approach converges 4x faster than existing work.",
            [Result("faster (converges)", "4", "x", None, "existing work")],
        ),
        (
            "It increases classification accuracy on brain scans from 71.39% to 72.55%.",
            [Result("classification accuracy", "72.55", "%", None, "71.39%")],
        ),
        (
            "It sets a new record in segmentation (57.8 PQ on COCO) and detection (50.1 AP on LVIS).",
            [Result("PQ", "57.8", None, "COCO"), Result("AP", "50.1", None, "LVIS")],
        ),
        (
            "It needs up to 66% fewer training epochs than MAE.",
            [Result("training epochs", "66", "%", None, "MAE")],
        ),
        (
            "It reaches a gain of +1.3% on two benchmarks (Kinetics-400 and Something-Something V2).",
            [Result(None, "+1.3", "%", "Kinetics-400 and Something-Something V2")],
        ),
        (
            "Detection improves by 2--2.5% on the GLUE benchmark.",
            [Result(None, "2--2.5", "%", "GLUE")],
        ),
        ("The probe has an AUC of 0.92.", [Result("AUC", "0.92")]),
        ("On Wikitext, where leading approaches have a perplexity of 10 or more, the masks alone are learned.", []),
        ("Existing methods reach an accuracy of 71.2% on ImageNet.", []),
    ],
)
def test_figures_with_what_belongs_to_them(text: str, expected: list[Result]) -> None:
    assert list(figures(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Treatment reduced deaths (HR 0.62, 95% CI 0.50-0.77; p<0.001).", []),
        (
            "The hazard ratio for death was 0.62 (95% CI, 0.50 to 0.77; P=0.01).",
            [("0.62", None, "hazard ratio for death")],
        ),
        ("The pooled odds ratio was 1.45 (95% CI 1.2-1.8, p = 0.003, I2 = 45%).", []),
        ("Prevalence of depression was 23.4% (95% CI: 20.1-26.9).", [("23.4", "%", "Prevalence of depression")]),
        ("Steps rose (SMD = 0.51, 95% CI = 0.12 to 0.91; I2 = 90%).", []),
        ("Mean age was 45.3 years and 52% were women.", []),
        ("Of 235 patients, 45 (19.1%) had complications.", []),
        ("The tool detected 87% of the bugs.", [("87", "%", "of the bugs")]),
        ("Models found it with F1=0.46 (n=53, p=0.01).", [("0.46", None, "F1")]),
        ("The ensemble achieved an SMAPE of 1.407.", [("1.407", None, "SMAPE")]),
        ("RadGraph F1 rising by 9.7% shows it.", [("9.7", "%", "RadGraph F1")]),
        (
            "Sensitivity and specificity were 92.1% and 88.4%, respectively.",
            [("92.1", "%", "Sensitivity"), ("88.4", "%", "specificity")],
        ),
    ],
)
def test_figures_of_other_fields_without_their_ranges_and_chances(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(r.value, r.unit, r.measure) for r in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On AIME24, it improves Qwen from 54.0 to 61.3.", [("61.3", "54.0")]),
        ("It lifts the accuracy from 52.4% to the highest accuracy of 56.4%.", [("56.4", "52.4%")]),
        ("It improves the AUC of rivals from 0.6 to 0.92, and exceeds SAM.", [("0.92", "0.6")]),
        ("Accuracy improves from 28.1% using forests to 82% using nets.", [("82", "28.1%")]),
        ("It holds for chances from 0.001 to 0.5.", []),
        ("Improvement factors ranged from 1.8 to 3.1.", []),
        ("It reaches 66% accuracy, compared to >90% for humans.", [("66", None)]),
        ("It has a 94.1% success rate, far above the 82.4% baseline.", [("94.1", None)]),
    ],
)
def test_from_one_value_to_another(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(r.value, r.baseline) for r in figures(text)] == expected


def test_a_list_of_results_goes_on_after_another_unit() -> None:
    found = figures("It achieves 80.4% on Kinetics-700, 39.8 mAP on AVA, and 75.0% on SSv2, achieving new records.")
    assert [(r.value, r.dataset) for r in found][-2:] == [("39.8", "AVA"), ("75.0", "SSv2")]


def test_two_figures_of_one_data_set_and_another_named_later() -> None:
    found = figures("It attains 83.8% and 85.3% top-1 accuracy on ImageNet-1K, and transfers to ADE20K.")
    assert [r.dataset for r in found] == ["ImageNet-1K", "ImageNet-1K"]


def test_data_that_a_model_saw_before_are_not_those_of_the_result() -> None:
    found = figures("By using the Objects365 dataset for pre-training, it achieved 63.9 mAP with a large net.")
    assert [(r.value, r.dataset) for r in found] == [("63.9", None)]


def test_figures_listed_together_take_the_data_sets_in_turn() -> None:
    found = figures("Improves the record by 28.8, 16.0, and 6.9 mIoU on Pascal VOC, COCO Object, and Pascal Context.")
    assert [(r.measure, r.value, r.dataset) for r in found] == [
        ("mIoU", "28.8", "Pascal VOC"),
        ("mIoU", "16.0", "COCO Object"),
        ("mIoU", "6.9", "Pascal Context"),
    ]


def test_a_list_goes_on_without_borrowing_the_measure() -> None:
    found = figures("The net achieves 84.3% top-1 accuracy on ImageNet-1K and 51.6% on ADE20K segmentation.")
    assert [(r.measure, r.value, r.dataset) for r in found] == [
        ("top-1 accuracy", "84.3", "ImageNet-1K"),
        (None, "51.6", "ADE20K"),
    ]


def test_both_figures_of_a_slash_belong_to_the_same_data_set() -> None:
    found = figures(
        "The base/large-level net has an 86.2%/87.8% top-1 accuracy on ImageNet-1K and a 53.2%/55.6% box AP on COCO."
    )
    assert [(r.value, r.measure, r.dataset) for r in found] == [
        ("86.2", "top-1 accuracy (base)", "ImageNet-1K"),
        ("87.8", "top-1 accuracy (large)", "ImageNet-1K"),
        ("53.2", "box AP (base)", "COCO"),
        ("55.6", "box AP (large)", "COCO"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Published in 2017, the net improves on ResNet-50 with a 2-stage design.",
        "The model has 650 million parameters and improves detection in 3D.",
        "Trained with 776 subjects, the model improves on earlier work.",
        "The models significantly outperformed volumetric models (p<0.05).",
        "It improves results with 1% of the labels.",
        "It outperforms others on 8 out of 12 metrics.",
        "The 2:4 sparsity pattern outperforms others with 49 images.",
        "The method improves all tasks.",
        "It gets 75.15%|82.03%|84.16% top-1 accuracies for A|B|C models.",
    ],
)
def test_years_sizes_counts_and_names_are_no_results(text: str) -> None:
    assert figures(text) == ()


def test_figures_of_others_are_no_results() -> None:
    found = figures("Leading approaches achieve a perplexity of 10 on Wikitext, but MaskLLM achieves a lower 6.72 PPL.")
    assert [r.value for r in found] == ["6.72"]
    found = figures(
        "They obtain an accuracy of 65.05%, improving the accuracy of 61.29% obtained with the best method."
    )
    assert [r.value for r in found] == ["65.05"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It works on CIFAR-10, CIFAR-100 and ImageNet-1K.", ("CIFAR-10", "CIFAR-100", "ImageNet-1K")),
        ("It improves on four datasets (IJB-B, IJB-C, IJB-S and TinyFace).", ("IJB-B", "IJB-C", "IJB-S", "TinyFace")),
        ("We evaluate on the TrojVQA benchmark.", ("TrojVQA",)),
        ("Experiments on the NoW dataset show gains.", ("NoW",)),
        ("It is tested on DAST1500.", ("DAST1500",)),
        ("It outperforms ResNet-50 and CLIP on FSL.", ()),
        ("We introduce a real VFL dataset for tests.", ()),
        ("It improves on several FSS benchmarks.", ()),
        ("The net is based on YOLOv7 and runs fast.", ()),
        ("It has a precision of 0.9 on the LPR2 task.", ()),
        ("It works on both PACS and DomainNet.", ("PACS", "DomainNet")),
        ("We present IV-Edit, a benchmark focused on edits.", ("IV-Edit",)),
        ("We construct a segmentation dataset, PerSeg, for tests.", ("PerSeg",)),
        ("We construct a dataset called Google-Landmarks.", ("Google-Landmarks",)),
        ("We introduce Feature Vectors, a method designed for tabular datasets.", ()),
        ("The method runs on LLMs.", ()),
    ],
)
def test_data_sets_by_name(text: str, names: tuple[str, ...]) -> None:
    assert data_names(text) == names


def test_data_as_a_phrase() -> None:
    assert data_phrase("It improves on CelebA, COCO and GLUE.") == "CelebA, COCO and GLUE."
    assert data_phrase("It does well on three challenging low-resolution datasets.") == (
        "Three challenging low-resolution datasets."
    )
    assert data_phrase("It does well on data.") is None
    assert data_phrase("Essays of grade 4 students and 32*32 resolution images, and as few as 16 images.") is None
    assert data_phrase("We included 53 ambulatory patients and asked them.") == "53 ambulatory patients."
    assert data_phrase("The authors use a dataset of court decisions, and the authors train nets.") == (
        "A dataset of court decisions."
    )
    assert data_phrase("There are five principles researchers should follow.") is None


def test_the_kind_of_data_is_said_only_where_it_says_something() -> None:
    assert data_phrase("It wins on various algorithms on large-scale image benchmarks.") == (
        "Large-scale image benchmarks."
    )
    assert data_phrase("It wins on several popular benchmarks.") is None
    assert data_phrase("It wins on large-scale image benchmarks.", vague=False) is None


def test_names_of_several_sentences_make_one_list() -> None:
    assert (
        listed_names(["It wins on COCO.", "It wins on Cityscapes and COCO.", "It is fast."]) == "COCO and Cityscapes."
    )
    assert listed_names(["It is fast."]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The method outperforms existing methods on COCO.", "existing methods"),
        ("It is on par with DeiT-B.", "DeiT-B"),
        ("Gains of 3 points over the supervised baseline were seen.", "supervised baseline"),
        ("It changed over time.", None),
        ("It outperforms other methods.", None),
        ("It surpasses the limitations of masks.", None),
        ("It exceeds the performance of competing methods.", "competing methods"),
        ("It is faster compared to black-box methods -- even on images.", "black-box methods"),
        ("Gains of 3% over existing baselines conclusively show that it works.", "existing baselines"),
        ("It has more than 50 layers.", None),
    ],
)
def test_what_a_result_is_compared_with(text: str, expected: str | None) -> None:
    assert baseline(text) == expected


def test_a_comparison_without_a_figure() -> None:
    found = comparison("MAYOR outperforms prior detectors on benchmarks including DAST1500, CTW1500, and Total-Text.")
    assert (found.value, found.baseline, found.dataset) == (
        None,
        "prior detectors",
        "DAST1500, CTW1500, and Total-Text",
    )


@pytest.fixture(scope="module")
def real_results(shared: Path) -> list[tuple[str, Result]]:
    """Every result with a figure in the real dumps, with its sentence."""
    papers = [paper for dump in read_dumps([shared / "dumps"]).dumps for paper in dump.papers]
    texts = {trimmed(s) for paper in papers for s in sentences(paper.abstract) if "http" not in s}
    return [(text, result) for text in sorted(texts) for result in figures(text)]


def test_every_part_of_a_real_result_stands_in_its_sentence(real_results: list[tuple[str, Result]]) -> None:
    assert len(real_results) > 150
    for text, result in real_results:
        parts = (result.measure, result.value, result.unit, result.dataset, result.baseline)
        told = (piece for part in parts if part is not None for piece in re.split(r" \(|; |\)$", part))
        assert all(piece.casefold() in text.casefold() for piece in told), (text, result)


def test_most_real_results_have_a_measure_or_a_baseline(real_results: list[tuple[str, Result]]) -> None:
    measured = [r for _, r in real_results if r.measure]
    placed = [r for _, r in real_results if r.measure or r.dataset or r.baseline]
    assert len(measured) > 0.6 * len(real_results)
    assert len(placed) > 0.85 * len(real_results)


def test_no_real_result_is_a_year(real_results: list[tuple[str, Result]]) -> None:
    assert not [r for _, r in real_results if r.unit is None and re.fullmatch(r"(?:19|20)\d\d", r.value or "")]


@given(st.text(alphabet=st.sampled_from("abcAP %.,0123456789()-+/|toby "), max_size=80))
def test_any_text_can_be_searched_for_figures(text: str) -> None:
    for result in figures(text):
        assert result.value is not None
        assert result.value in text


@given(st.integers(1, 400))
def test_long_texts_take_no_long_time(n: int) -> None:
    figures("improves over " + "a1 " * n + "by 3% over " + "the very best " * n)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The net matches MAE with 2.5 to 3.7times less decoding compute.", [("2.5 to 3.7", "less decoding compute")]),
        ("It needs 3times less learnable parameters.", [("3", "less learnable parameters")]),
        ("It wins while using up to 19.8x lesser training memory.", [("19.8", "lesser training memory")]),
        ("It enables up to 6.4times larger batch size.", [("6.4", "larger batch size")]),
        ("It provides a 2.4x reduction in training-time memory.", [("2.4", "reduction in training-time memory")]),
        ("Trees are learned 2-3x faster than by search.", [("2-3", "faster (learned)")]),
        ("It achieves more than 10x speedup over LightGCN.", [("10", "speedup")]),
        ("It is 25% more efficient than previous approaches.", []),
        ("Steering gives 2-3x improvements.", []),
    ],
)
def test_how_many_times_less_or_more_of_what(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(r.value, r.measure) for r in figures(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The approach yields gains of 1.2% on fine-tuning and 2.8% on linear probing.",
        "It achieves 38.3%, as others do.",
        "It improves the best baseline models by up to 2.21%.",
        "The net improves by 0.29dB over others.",
        "The network is 2% better than the deep features without it.",
        "It speeds up training 4x on COCO.",
    ],
)
def test_a_number_of_nothing_in_particular_is_no_result(text: str) -> None:
    assert figures(text) == ()
    assert comparison(text).value is None


@pytest.mark.parametrize(
    "text",
    [
        "The authors employed Adam with a learning rate of 0.0001.",
        "It trains best with a masking ratio of 0.75 and a dropout rate of 0.1.",
        "It works while masking an average of only 2.56% parameters.",
        "It reduces type 2 errors.",
        "It aims at a 30 cm accuracy target.",
    ],
)
def test_settings_are_no_results(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has 81.7% accuracy, 2.0% higher than the baseline.", [("81.7", "accuracy"), ("2.0", "accuracy")]),
        (
            "It has 83.8% top-1 accuracy, surpassing MAE by +0.6%.",
            [("83.8", "top-1 accuracy"), ("+0.6", "top-1 accuracy")],
        ),
        ("It has 33.9 APr, surpassing the best by 7.6 points.", [("33.9", "APr"), ("7.6", "APr")]),
        (
            "Swish improves accuracy by 0.9% for NASNet and 0.6% for AlexNet.",
            [("0.9", "accuracy (for NASNet)"), ("0.6", "accuracy (for AlexNet)")],
        ),
        (
            "It improves the reconstruction loss by up to 21.21% on GPT-2 Small, and 6.67% on EEG data.",
            [("21.21", "reconstruction loss (on GPT-2 Small)"), ("6.67", "reconstruction loss")],
        ),
        (
            "It wins by +26.6% on CIFAR10 and +25.0% on STL10 in terms of classification accuracy.",
            [("+26.6", "classification accuracy"), ("+25.0", "classification accuracy")],
        ),
        (
            "It gains 5.47%, 3.27%, and 1.01% in the Hits@1, Hits@3, and MRR metrics.",
            [("5.47", "Hits@1"), ("3.27", "Hits@3"), ("1.01", "MRR")],
        ),
        ("It has an RMSE of 3.95, a 43% improvement in RPD.", [("3.95", "RMSE"), ("43", "RPD")]),
        ("It reduced the top-5 error to 2.3%, a relative improvement of 25%.", [("2.3", "top-5 error")]),
        ("The model increases certification by up to 15.6%.", [("15.6", "certification")]),
    ],
)
def test_what_figures_of_one_sentence_measure(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(r.value, r.measure) for r in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It outperforms SOTA models and has a more than 10x speedup over LightGCN.", ["LightGCN"]),
        ("It improves on earlier codecs, with 8.2% bitrate saving compared to VTM-17.0.", ["VTM-17.0"]),
        ("Compared to DeiT, which also beats baselines, it reduces 91% parameters.", ["DeiT"]),
        ("Compared to the dense model, PPL rises, but MaskLLM achieves a lower 6.72 PPL.", [None]),
        ("It outperforms the state-of-the-art at over 35fps.", [None]),
        ("It outperforms others, even surpasses full fine-tuning by 2.20% Kappa score.", ["full fine-tuning"]),
        ("It raises accuracy from 71.39% to 72.55% and exceeds competing methods.", ["71.39%"]),
    ],
)
def test_the_comparison_that_stands_with_the_figure(text: str, expected: list[str | None]) -> None:
    assert [r.baseline for r in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It converges 4x faster than existing work, and sets a new state of the art on ScanNetv2.", [None]),
        ("Accuracy is 96.1% on COCO and 96.9% accuracy for the brain tumour dataset.", ["COCO", None]),
        (
            "It has 94.9% accuracy, 94.6% accuracy and 99.4% accuracy for CXR, tumour, and KITTI, respectively.",
            [None] * 3,
        ),
        ("It attains 75.0% accuracy on Qwen-7B.", [None]),
    ],
)
def test_data_that_only_seem_to_belong_to_a_figure(text: str, expected: list[str | None]) -> None:
    assert [r.dataset for r in figures(text)] == expected


def test_a_range_of_shares_is_one_value() -> None:
    assert [r.value for r in figures("It needs about 50%-75% less fine-tuning data than LoRA.")] == ["50%-75"]


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        (
            "On CIFAR the net has 15% and 24% higher FLOPs reduction, and on ImageNet FLOPs reduction rises by 13%.",
            [("13", "ImageNet")],
        ),
        ("The net scores 86.7% on Kinetics-400; on AVA it obtains 39.8 mAP, on SSv2 75.0%.", [("39.8", "AVA")]),
        ("The net obtains 39.8 mAP, on AVA.", [("39.8", "AVA")]),
        ("The net obtains 39.8 mAP on AVA, and on KITTI it is fast.", [("39.8", "AVA")]),
    ],
)
def test_data_that_open_a_clause_of_their_own_belong_to_its_figure(text: str, placed: list[tuple[str, str]]) -> None:
    found = {(one.value, one.dataset) for one in figures(text)}
    assert found >= set(placed)
    assert not {value for value, _ in placed} & {value for value, data in found if (value, data) not in placed}


def test_how_much_worse_others_fare_ahead_of_what_the_paper_does_about_it_is_no_result_of_its_own() -> None:
    ahead = "Our experiments show up to 60% accuracy degradation in views from below."
    lines = ("Gait tells who walks.", ahead, "To tackle this, we propose LowNet, a net for low views.")
    last = "Experiments show that LowNet improves accuracy by 8.6% on DroneGait."
    read = read_paper(NumberedPaper("P1", "LowNet: Gait from below", (*lines, last)))
    assert {result.value for result in read.results} == {"8.6"}
    behind = read_paper(NumberedPaper("P1", "LowNet: Gait from below", (lines[0], lines[2], ahead)))
    assert {result.value for result in behind.results} == {"60"}


def test_what_is_reported_with_a_figure_is_an_outcome() -> None:
    offered = "We propose a scheme for sending light from trees."
    sent = "Finally, we report successful transmission at 28 kbps over 10 meters in a wood."
    scores = "Finally, we report both micro- and macro-averaged F1 scores of all the trees."
    answer = read_paper(NumberedPaper("P1", "Light from trees", (offered, sent)))
    assert [one.text for one in answer.results] == [
        "Reports successful transmission at 28 kbps over 10 meters in a wood."
    ]
    assert not read_paper(NumberedPaper("P1", "Light from trees", (offered, scores))).results
