"""What a figure's clause says about it stands with its measure: the task, the way of testing, the condition."""

import pytest

from survey.models.extractive.qualified import with_setting
from survey.models.extractive.reported import Result
from survey.models.extractive.results import figures

_THREE = "MATH-500, AIME and GPQA"


def measures(text: str) -> list[str | None]:
    """The measures of the figures of ``text``."""
    return [one.measure for one in figures(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It gets 82% (CIFAR-10) and 32% (ImageNet, top-5) accuracy.", ["accuracy", "accuracy (top-5)"]),
        ("It has 54.5 AP (instance) and 59.4 PQ (panoptic) on COCO.", ["AP (instance)", "PQ"]),
        ("It has 83% accuracy on ImageNet and 32% mIoU on ADE20K with linear probes.",
         ["accuracy (with linear probes)", "mIoU (with linear probes)"]),
        ("In a zero-shot setting, the net has 63.1% accuracy on COCO.", ["accuracy (zero-shot)"]),
        ("It outperforms zero-shot CLIP by 18% accuracy on COCO.", ["accuracy"]),
        ("It has 75.7% accuracy on COCO with 1% of the labels.", ["accuracy (with 1% of the labels)"]),
        ("With 1% of labels, the net has 75.7% accuracy.", ["accuracy (with 1% of labels)"]),
        (
            "On COCO, with only 500 annotated images, it has 72% accuracy, and with 1% of labels, it has 75% accuracy.",
            ["accuracy (with only 500 annotated images)", "accuracy (with 1% of labels)"],
        ),
        ("On ScanObjectNN's hardest split, the net has 90.1% accuracy.", ["accuracy (hardest split)"]),
        ("It has a pixel-level AUROC of 0.96 and macro-averaged F1-scores of 0.93.",
         ["pixel-level AUROC", "macro-averaged F1-score"]),
    ],
)  # fmt: skip
def test_how_a_figure_was_measured_is_told(text: str, told: list[str]) -> None:
    assert measures(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It has 78.2% AP on MS COCO for 2D pose estimation.", ["AP (2D pose estimation)"]),
        ("It is best on instance segmentation (54.5 AP on COCO).", ["AP (instance segmentation)"]),
        ("It improves few-shot object detection by up to 7.6 AP.", ["AP (few-shot object detection)"]),
        ("For action recognition on UCF101, the net has 93.7% accuracy.", ["accuracy (action recognition)"]),
        ("On LVIS open-vocabulary detection benchmark, the net has 33.9 APr.", ["APr (open-vocabulary detection)"]),
        ("It has an accuracy of 98.4% for mortality detection.", ["accuracy (mortality detection)"]),
        (
            "For the depth estimation task, RMSE is 0.182, and for the change detection task in SECOND, F1 is 47.5%.",
            ["RMSE (depth estimation)", "F1 (change detection)"],
        ),
        # what a measure says of itself, or is always of
        ("It has 53.2% box AP on COCO object detection.", ["box AP"]),
        ("It has 57.8 PQ for panoptic segmentation.", ["PQ"]),
        ("It has 60.8 mIoU for semantic segmentation.", ["mIoU"]),
        ("It has 84.3% top-1 accuracy on ImageNet-1K classification.", ["top-1 accuracy"]),
        ("It has 0.91 segmentation accuracy for liver segmentation.", ["segmentation accuracy"]),
        ("It has 91% accuracy in the extraction of texts.", ["accuracy (in the extraction of texts)"]),
    ],
)
def test_the_task_of_a_measure_that_does_not_say_it(text: str, told: list[str]) -> None:
    assert measures(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "With extrapolation, the net outperforms RoPE by 21.7% on ImageNet.",
        "The net gains 5% on COCO when tested at twice the size that it was trained at.",
        "On K-Nearest-Neighbor retrieval with COCO, the net outperforms the baseline by 1.3%.",
        "It improves performance by more than 5% on reasoning and MMLU benchmarks under 50% expert sparsity.",
    ],
)
def test_a_figure_without_measure_under_a_condition_is_left_out(text: str) -> None:
    """No cell has room for the condition, and without it the figure says too much."""
    assert figures(text) == ()


def test_a_condition_too_long_for_a_cell() -> None:
    long = "when trained at a very small size and then tested at a much larger one"
    assert figures(f"The net has 81% accuracy on ImageNet {long}.") == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It converges 4x faster than existing work.", ["faster (converges)"]),
        ("It makes training at least 3x faster and more stable.", ["faster (training)"]),
        ("It has 3x faster learning speed.", ["faster learning speed"]),
        ("It allows 50% cheaper training runs.", ["cheaper training runs"]),
        ("It gives 42.5 percent faster inference.", ["faster inference"]),
        ("The net is over 50x faster than others.", []),
        ("It is 25% more efficient than others.", []),
        ("On OSWorld, it is 11% faster in terms of steps.", []),
        ("It cuts 48% of the FLOPs of MHSA.", ["FLOPs of MHSA"]),
    ],
)
def test_what_is_faster_or_whose_cost_it_is(text: str, told: list[str]) -> None:
    assert measures(text) == told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Baseline MLLM achieved 60% accuracy on the dual classification.", []),
        ("A vanilla ViT-Huge reaches 87.8% accuracy.", ["87.8"]),
        ("The task with images projected onto a subspace of most of the variance can be solved with 45% accuracy.", []),
        ("Using the bottom subspace instead, of little variance, reaches 55% accuracy.", []),
        ("It needs little to outperform baselines trained on over 70x more data.", []),
        ("The best model lags human performance by 6.7%.", []),
        ("It comes close to human-level accuracy of 98.4%.", []),
        ("No model is as good as human performance, which achieves a 52.9% mean accuracy.", []),
        ("While a CRNN baseline achieved 99.8% synthetic accuracy, it fell on real documents.", []),
        ("It is comparable to models trained on 10 times more data.", []),
        ("Results show traditional methods achieve accuracies over 92%.", []),
        ("It was run on 1x, 5x, and 25x data replication rates.", []),
        ("It gains 2.7% mAP50 and 1.6% mAP75 on the first of the sets, 1.3% mAP50 on LVIS.", ["2.7", "1.6"]),
        ("It has average Dice score and summed F1-score of 73.4% for Track 1 and 63.5% for Track 2, respectively.", []),
        ("It has 2.13 million parameters (8.13 MB).", []),
        ("It achieves 92.8% of the NDCG achieved using all data.", []),
        ("It improves accuracy by 3% and 0.1% with 1% and 10% labeled data, respectively.", []),
        ("It has 99.5% precision at 50% IoU.", ["99.5"]),
        ("It gains 8% accuracy for missing pixel scenarios of 90% of the rows.", ["8"]),
    ],
)
def test_figures_that_are_no_results_of_the_paper(text: str, values: list[str]) -> None:
    assert [one.value for one in figures(text)] == values


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It has 53.5 mIoU, with a record for inference time, improving it by 260%.", ["mIoU"]),
        ("It attains average errors of 2.15% for pass@1.", ["average errors"]),
        ("It gains 4% absolute points in text-to-image accuracy.", ["text-to-image accuracy"]),
        ("It improves BLEU-4 accuracy by 0.1%.", ["BLEU-4 accuracy"]),
        ("It has a BERTScore F1 of 0.697.", ["BERTScore F1"]),
        ("It reaches 82.9% Soft F1.", ["Soft F1"]),
        ("It reduces positional errors by 57%.", ["positional errors"]),
        ("It has a pixel error (PE) of 5.4% and corner error (CE) of 4.0%.", ["pixel error", "corner error"]),
        ("It reached an AV-Rank of 14.8% and 6.4% EER.", ["AV-Rank", "EER"]),
        ("It gains 10.9%/11.0% on RMSE/MAE for durations.", ["RMSE", "MAE"]),
        (
            "It needs 300% larger feature spaces, boosting one-shot accuracy by 16.4%.",
            ["larger feature spaces", "one-shot accuracy"],
        ),
        ("It cuts root mean square errors by 22.9%.", ["root mean square errors"]),
        ("It boosts these metrics by 5%.", []),
        ("Tools are used 5x more frequently.", []),
        ("It reduces detection error by 40% and is 150x faster per step.", ["detection error"]),
    ],
)
def test_the_measure_is_the_figure_s_own(text: str, told: list[str]) -> None:
    assert measures(text) == told


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("It beats others by 6.6 dB PSNR across 5 synthetic datasets and the real-world LowSet dataset.", [None]),
        ("It gains 31.8% and 60.5% WER on the LibriSpeech and AISHELL-1 datasets for long words, respectively.", None),
        ("It has 42.3 mAP on Argoverse 2.", ["Argoverse 2"]),
        ("On Cityscapes and the real-world RTTS benchmark, it improves PSNR by 2.1 dB.", [None]),
        ("It gains 3.8% accuracy across sets, and on MATH-500, AIME and GPQA it reaches 92% accuracy.", [None, _THREE]),
        ("It is best on benchmarks like GLUE and SQuAD, with F1 scores exceeding 90%.", [None]),
        ("It reaches 74.6% accuracy on SWE-Bench Verified.", ["SWE-Bench Verified"]),
        ("It gains up to +4% in Visual Question Answering (VQA) scores over the baselines.", []),
        ("Experiments on WebShop and BabyAI show that it cuts token usage by 60.9%.", ["WebShop and BabyAI"]),
    ],
)
def test_data_that_a_figure_is_on(text: str, data: list[str | None] | None) -> None:
    found = [one.dataset for one in figures(text)]
    assert found == data if data is not None else not any(" and " in (one or "") for one in found)


def test_a_setting_is_told_once_and_beside_others() -> None:
    one = with_setting(Result("AP", "54.5"), "pose estimation")
    assert one.measure == "AP (pose estimation)"
    assert with_setting(one, "Pose estimation") == one
    assert with_setting(one, "zero-shot, ").measure == "AP (pose estimation; zero-shot)"
    assert with_setting(Result(None, "54.5"), "zero-shot").measure is None


def test_every_word_of_a_measure_stands_in_its_sentence() -> None:
    text = "In a zero-shot setting, the net has 78.2% AP on COCO for 2D pose estimation."
    (found,) = figures(text)
    assert found.measure == "AP (2D pose estimation; zero-shot)"
    assert all(part in text for part in ("AP", "2D pose estimation", "zero-shot"))


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("It reaches 96% accuracy on a diabetes dataset.", ["accuracy (on a diabetes dataset)"]),
        ("It improves reconstruction loss by 21.2% on GPT-2 Small.", ["reconstruction loss (on GPT-2 Small)"]),
        ("It achieves a 40% reduction in FLOPs for ViT-H while it improves.", ["FLOPs (for ViT-H)"]),
        ("It reaches 81.2% accuracy on ImageNet with ResNet-50.", ["accuracy"]),
        ("For fatigue cracks, the model has a precision of 0.87.", ["precision (for fatigue cracks)"]),
        ("For example, the model has a precision of 0.87.", ["precision"]),
        ("For classification, the model has 70.8% classification accuracy.", ["classification accuracy"]),
        ("The 2D net needs a training time of 2 seconds per frame.", ["training time (per frame)"]),
        ("It needs a training time of 2.5 seconds per run of all.", ["training time (per run)"]),
    ],
)
def test_on_what_for_what_and_per_what(text: str, measures: list[str]) -> None:
    assert [one.measure for one in figures(text)] == measures
