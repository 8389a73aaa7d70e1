"""Figures of a sentence: which are the paper's own results, with what value, unit and measure."""

import pytest

from survey.models.extractive.results import figures


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # what a rival reaches
        ("The net has an AUC of 0.91, surpassing the winner of last year (AUC = 0.85).", ["0.91"]),
        ("Trained on half, it has 0.43 mIoU compared to the same net trained on all (0.45 mIoU).", ["0.43"]),
        ("It balances recall (43.2%) and precision (29.8%), compared with the old recall (77.5%).", ["43.2", "29.8"]),
        ("It attains 87% accuracy, surpassing a small baseline of 67.5% by far.", ["87"]),
        ("It has an error rate of 2.8%, beating the older fusion net, which had an error rate of 3.1%.", ["2.8"]),
        ("The nets do better than people, with an average human CER of 15.9%.", []),
        ("It reaches 66.7% accuracy, compared to a much older accuracy of 61.5%.", ["66.7"]),
        ("It beats others in segmentation (55.6 mIoU on ADE20K).", ["55.6"]),
        ("It gains over the plain net (+12% accuracy on COCO).", ["+12"]),
        # what it was before
        ("The loss raises the F1 score from 77.6 ± 2.6 to 79.6.", ["79.6"]),
        (
            "It improved the Dice score to 0.89 from 0.87 and the thrombus Dice score to 0.53 from 0.48.",
            ["0.89", "0.53"],
        ),
        ("It lifts top-5 accuracy from 36.5% to 46.3% and 66.3% to 76.3%.", ["46.3"]),
        # what was not reached, or is no value
        ("The net does not reach a 100% accuracy.", []),
        ("None of the nets reached an F1 score above 57%.", []),
        ("It needs four numbers, with 4 decimal places precision.", []),
        ("The squared error falls by 3--5 orders of magnitude.", []),
        ("The net is stable (standard deviation of accuracy = 0.04).", []),
        ("The best has 79.8% accuracy on Task 1, and the WER on Task 2 is open.", ["79.8"]),
        ("It finds boxes with a precision at IoU 0.50 of the frames.", []),
        ("It closes the gap in F1 by 41%.", []),
        ("It removes over half, 52%, of the accuracy gap.", []),
        ("It lifts detection at 1% false alarm rate.", []),
        ("Frames are read at 1 FPS.", []),
        ("The net achieves 41 FPS.", ["41"]),
        ("It outperforms the 9x larger Whisper.", []),
        ("It beats models that are 2x larger.", []),
        ("It works despite a 300-fold larger search space.", []),
        ("It learns from over 100 times more data than earlier work by leveraging 100 times more data.", ["100"]),
        ("It has at most a share of parameters (about 70% of Whisper).", []),
        ("It achieves 2.9x FLOPs on long videos.", []),
        ("It gains 7% accuracy on CIFAR100 with 40% noisy labels.", ["7"]),
        ("Sensitivity was moderate (0·36).", []),
        ("They tried Qwen 2 and 2.5 VL.", []),
        ("A space with 20% of the variance gives a net with 45% test accuracy.", ["45"]),
        ("It has an accuracy of 79.9% with a standard deviation of 0.2%.", ["79.9"]),
        ("The success rate on Game of 24 rose from 10% to 99%.", ["99"]),
        ("The top-1 accuracy on ImageNet-1K of 79.9% is best.", ["79.9"]),
        ("It is best at a low code rate of 2.15 on KITTI.", []),
        ("The accuracy of 466,769 claims was checked.", []),
        ("It comes within 9% AUROC of a larger net.", []),
        ("It is 1.2% below perfect accuracy.", []),
        ("Success rates rise from an average of 52.4% to 81.7%.", ["81.7"]),
    ],
)
def test_only_the_papers_own_values_are_results(text: str, values: list[str]) -> None:
    assert [one.value for one in figures(text)] == values


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The net has an accuracy of 0.76-0.88.", [("0.76-0.88", None)]),
        ("It improves quality by 4-9 F1.", [("4-9", None)]),
        ("It achieves a mean absolute error of 1.50 seconds.", [("1.50", "seconds")]),
        ("It has an RMSE of 0.438 m, at low cost.", [("0.438", "m")]),
        (r"It reduces the position error by $34.3\%$ on KITTI.", [("34.3", "%")]),
        (r"It decodes 12$\times$ faster than GPT.", [("12", "times")]),
        ("The F1 scores are 0.88 and 0.83 for roofs and walls.", [("0.88", None), ("0.83", None)]),
    ],
)
def test_a_range_is_one_value_and_a_dimension_is_a_unit(text: str, told: list[tuple[str, str | None]]) -> None:
    assert [(one.value, one.unit) for one in figures(text) if one.value != "19"] == told


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # names of several words stay whole, in capitals too
        ("It has a root mean squared error of 0.002.", ["root mean squared error"]),
        ("It has a Word Error Rate (WER) of 13.1%.", ["Word Error Rate"]),
        ("It has a peak signal-to-noise ratio of 41.9.", ["peak signal-to-noise ratio"]),
        ("It has a mean Intersection over Union (mIoU) of 0.43.", ["mean Intersection over Union"]),
        ("It has an unweighted average recall of 36.4%.", ["unweighted average recall"]),
        ("It has an Average Precision of 96.2%.", ["Average Precision"]),
        ("It gives 43.8% mAP@0.5:0.95 at best.", ["mAP@0.5:0.95"]),
        ("It has a gFID of 2.29.", ["gFID"]),
        ("It reduces execution errors to 4.5%.", ["execution errors"]),
        # names in capitals that no list holds
        ("The student achieves 91.4% ANLS and 82.4% mAP on DocVQA.", ["ANLS", "mAP"]),
        ("It surpasses the previous best by 5.6 PDMS.", ["PDMS"]),
        ("It reduces the average FPR95 by 7.1%.", ["average FPR95"]),
        ("It reduces MBE by 50%.", ["MBE"]),
        ("It reduces ASR on average by 13.4%.", ["ASR"]),
        (
            "It has a 54.9% relative improvement in tcpWER/tcpCER over the baseline.",
            ["relative improvement in tcpWER/tcpCER"],
        ),
        ("It gets 30.2% lower CER and 15.7% higher LID accuracy.", ["CER", "LID accuracy"]),
        ("It needs 12.5 GB.", []),
        # what is raised or lowered
        ("It reduces the number of active parameters in all layers by 62.5%.", ["number of active parameters"]),
        ("It reduces the average RMSE by at least 3.5%.", ["average RMSE"]),
        ("It improves accuracy while reducing time by 1.4x.", ["time"]),
        ("It takes 51.1% off the FLOPs of ResNet-50.", ["FLOPs of ResNet-50"]),
        ("A 65% reduction in communication overhead during training is seen.", ["communication overhead"]),
        ("It reaches 87.8%, the best accuracy of all.", ["accuracy"]),
        ("It beats all by up to 20% in answer accuracy.", ["answer accuracy"]),
        ("It has an F1 score above 57%.", ["F1 score"]),
        ("It has 76.5% Exact Match.", ["Exact Match"]),
        ("Cohen's kappa was 0.53.", ["Cohen's kappa"]),
        ("It brings an 80% reduction in KV cache sizes.", ["KV cache sizes"]),
        ("It needs 293 times fewer tokens which cuts costs.", ["fewer tokens"]),
        ("It improves MMLU performance by 6.4%.", [None]),
        ("It lowers the WER by a relative 8.7%.", ["WER"]),
        # what is no measure
        ("It brings a 100% relative improvement on COCO.", ["relative improvement"]),
        ("It gains up to 32% improvement for large organs on COCO.", [None]),
        ("It has an 83 times less than others.", []),
    ],
)
def test_measures_are_named_whole(text: str, measures: list[str | None]) -> None:
    assert [one.measure for one in figures(text)] == measures


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "It has 17% higher throughput and up to 16% higher utilization.",
            [("17", "throughput"), ("16", "utilization")],
        ),
        ("It improves mAP by 53% while cutting the overhead of graphs by 80%.", [("53", "mAP"), ("80", "overhead")]),
        (
            "It achieves a +19.1% gain in reasoning and +6.4% in understanding on KITTI.",
            [("+19.1", "reasoning"), ("+6.4", "understanding")],
        ),
        ("It gains 2.0 dB and 0.04 SSIM.", [("0.04", "SSIM")]),
        ("It has 2.1/0.3 IS/LPIPS on COCO.", [("2.1", "IS"), ("0.3", "LPIPS")]),
        ("It has an IoU of 0.56 on ADE20K and 0.54 on LVIS.", [("0.56", "IoU"), ("0.54", "IoU")]),
        ("It lowers gFID by 14.1 on COCO, 6.1 on LVIS.", [("14.1", "gFID"), ("6.1", "gFID")]),
        ("Rivals have a perplexity of 10 or more, ours reaches 6.72 by masks alone.", [("6.72", "perplexity")]),
        ("Rivals have a perplexity of 10 and an FID of 3, ours reaches 6.72 by masks alone.", []),
        ("It has 0.50 FID at a 28x compression.", [("0.50", "FID (at a 28x compression)")]),
        ("It is 10x faster and 4.3x smaller than BERT.", [("4.3", "smaller")]),
        ("It reaches 1.5x speed-up in training time.", [("1.5", "speed-up in training time")]),
    ],
)
def test_each_figure_of_a_list_has_its_own_measure(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.value, one.measure) for one in figures(text)] == told
