"""What is doubtful about a figure is left out: all of it, or the part that the sentence doesn't bear out."""

import pytest

from survey.comparison import result_phrase
from survey.models.extractive.results import figures
from survey.records import Result

KEPT = "It reaches 71.5% accuracy on COCO."


def shown(text: str) -> list[str]:
    """The results of a sentence as a table shows them."""
    return [
        result_phrase(
            Result(
                text=text,
                quotes=(text,),
                measure=one.measure,
                value=one.value,
                unit=one.unit,
                dataset=one.dataset,
                baseline=one.baseline,
            )
        )
        for one in figures(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        # levels, counts, ranges and differences are no values
        "The net has an mAP 0.5 of 0.71 for boats.",
        "The robot has a success rate of 12/20 in the kitchen.",
        "Maps are stored with a geometry precision of 9 to 12 bits.",
        "The method raises the F1 score by 0.05 to 0.41.",
        "It has the best accuracy (0.83 to 0.89) of all.",
        "Two trees with up to a 5% performance difference are told apart.",
        "The share of errors exceeding 10 m falls.",
        "For N = 2 accuracy rises.",
        # what is wished, thought or held off
        "It is asked how many labels a target gain takes, e.g. a target accuracy gain of 5%.",
        "Users expect that the tool will cut reading time by 24%.",
        "The loss helps in mitigating performance drops by 26%.",
        "Labels vary in number, with varying prevalence (prevalence 0.01-0.50).",
        # what others reach
        "The net beats older nets that need 60 GB for just 56.5 AP.",
        "The net beats nets that rely on 20 times more labels than it does.",
        "The net beats a strong rival with at least 3 times more labels.",
        "It beats the newest solver, whose FID is 19.1.",
        "The score falls short of the human baseline (AUC of 0.92).",
        "It is meant for when previous filters degrade accuracy by 13.4%.",
        "Judges are wanted, as models scoring above 75% accuracy are rare.",
        "It compares 16 error estimators on maps.",
        "It earns under transaction costs of 5 basis points.",
        "The relative gain over tuned nets is of 62%.",
        # a measure that says nothing
        "The filter shows fair performance (1.4%, 3.2%) here.",
        "It reduced the need for staining by 44.4%.",
        "It brings gains of 6% in digital tasks.",
        "It lowers WER by 12% relative.",
    ],
)
def test_a_figure_that_no_reader_can_use_is_left_out(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("GPT-4o reaches only 54% accuracy.", []),
        ("GPT-4o achieves only a 2.0% success rate here.", []),
        ("GPT-4o reaches only 54% accuracy on COCO.", ["54% accuracy on COCO"]),
        ("No model surpasses 5% accuracy in the end.", []),
        # of which sort they are goes with the figure
        ("Even the best model has 54% accuracy.", ["54% accuracy"]),
        ("Leading agents struggle, reaching a 5% success rate.", ["5% success rate"]),
        ("The best-performing model achieves 89.1% accuracy.", ["89.1% accuracy"]),
        ("Even the best model has 54% in the end.", []),
        ("Three judges perform poorly (below 50% accuracy).", []),
        ("Evaluates nine popular LLMs and finds a success rate of 41%.", []),
        ("It is shown that vanilla GRPO has only a 57.9% consistency rate.", []),
        # the paper's own
        ("The net reaches only 3.1% error.", ["3.1% error"]),
        ("The net, with no extra model weights, has 86.7% accuracy on COCO.", ["86.7% accuracy on COCO"]),
        ("The best variant achieves 89.1% accuracy.", ["89.1% accuracy"]),
        (KEPT, ["71.5% accuracy on COCO"]),
    ],
)
def test_what_models_merely_tested_reach_needs_their_name_and_the_data(text: str, told: list[str]) -> None:
    assert shown(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It brings a 17% relative improvement on COCO.", ["+17% relative improvement on COCO"]),
        ("It brings a 12% relative improvement in WER.", ["12% relative improvement in WER"]),
        ("A relative WER reduction of 12% is seen on LibriSpeech.", ["12% relative WER reduction on LibriSpeech"]),
        ("It has a 35% relative reduction in false positives.", ["35% relative reduction in false positives"]),
        ("It has a 17% relative improvement.", []),  # of what?
        ("It yields relative gains of about 2% in BLEU.", []),
        ("It raises accuracy by 2% relative to the baseline.", ["+2% accuracy (against baseline)"]),
    ],
)
def test_relative_gains_say_so(text: str, told: list[str]) -> None:
    assert shown(text) == told


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("It brings 3% improvement in error categorization.", ["error categorization"]),
        ("It improves the accuracy for detecting unknown errors by up to 8 points.", ["accuracy"]),
        ("It has a volume overlap error (VOE) of 11.9%.", ["volume overlap error"]),
        ("It has the same dice score of 0.95.", ["dice score"]),
        ("It has an impressive recall rate of 94%.", ["recall rate"]),
        ("It leads to a pass@1 performance of 34.4%.", ["pass@1 performance"]),
        ("It is up to 87% more compact than before.", ["more compact"]),
        ("It achieves F1 scores of 0.83.", ["F1 score"]),
        ("It achieves up to 5% higher macro-F1 scores-while being small.", ["macro-F1 score"]),
        ("It gains 2.6% gain in R1@0.7 on COCO.", ["R1@0.7"]),
        ("It cuts GPU time by 76% on COCO.", ["GPU time"]),
        ("It brings 15% improvements in reasoning about rules.", ["reasoning about rules"]),
        ("A 20% performance improvement is seen on COCO.", [None]),
        ("A 20% gain in span-level pair and cause of joy triplet is seen on COCO.", ["span-level pair"]),
    ],
)
def test_a_measure_is_told_whole_and_without_praise(text: str, measures: list[str | None]) -> None:
    assert [one.measure for one in figures(text)] == measures


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # another place stands nearer
        ("It has 0.98 AUC on COCO; on Retinal scans, the AUC is 0.99.", [("0.98", "COCO"), ("0.99", None)]),
        (
            "It gains +9.0% accuracy on COCO and +4.9% accuracy on several other benchmarks.",
            [("+9.0", "COCO"), ("+4.9", None)],
        ),
        # each of the sets has its own figure
        (
            "SSIMs are 0.69 SSIM on COCO and 0.78 SSIM on LVIS, gains of 14.5% SSIM over rivals.",
            [("0.69", "COCO"), ("0.78", "LVIS"), ("14.5", None)],
        ),
        # examples, and a part of a list
        ("It has a 3% accuracy gain on benchmarks such as COCO.", [("3", None)]),
        ("On five sets (COCO, traffic signs, and more), it gains 14% accuracy.", [("14", None)]),
        # what is spent goes with the data of its own clause
        ("It matches others on COCO, while using 29% of the memory.", []),
        ("It has 81% accuracy on COCO with 40% fewer FLOPs.", [("81", "COCO"), ("40", "COCO")]),
        ("On COCO, it needs 40% fewer FLOPs.", [("40", "COCO")]),
        # data that a model was tuned on
        ("Fine-tuning six nets on COCO brings a 5% accuracy gain.", [("5", None)]),
        # with the edition
        (
            "It has 93.5% PDMS on NAVSIM v1 and 87.1% EPDMS on NAVSIM v2.",
            [("93.5", "NAVSIM v1"), ("87.1", "NAVSIM v2")],
        ),
        ("It has a Dice score of 93% on the BraTS 2021 dataset.", [("93", "BraTS 2021")]),
        # one of several, the others of which have no name
        # a name that can only be of data
        ("Proposes TraceSuite datasets, which have 94% accuracy.", [("94", None)]),
        ("It wins in accuracy (4.5% accuracy on RMSE) a lot.", [("4.5", None)]),
        ("It gains 7% accuracy on COCO and a 9.4% improvement on net scanning.", [("7", "COCO")]),
        ("Tests on miniSet and the newly made MathSet-2 benchmark show 62% accuracy.", [("62", None)]),
        ("It beats ImageNet pre-trained nets, with a 1.7% accuracy gain.", [("1.7", None)]),
        (
            "It has 92.4% accuracy on AG News and 92.3% accuracy on 10-class Reuters.",
            [("92.4", "AG News"), ("92.3", None)],
        ),
        # of two with a stroke
        ("It wins by 4% and 2% accuracy on HM3D-OVON and A-EQA, respectively.", [("4", "HM3D-OVON"), ("2", "A-EQA")]),
    ],
)
def test_data_that_the_sentence_does_not_tie_to_a_figure_are_left_out(
    text: str, told: list[tuple[str, str | None]]
) -> None:
    found = [(one.value, one.dataset) for one in figures(text)]
    assert [pair for pair in found if pair[0] in dict(told)] == told


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        # compared with something without a name, not with what was named before
        ("It is quicker than SearchNet and cuts errors by 99% compared to random guesses.", [None]),
        ("It gains 3 points of accuracy over SearchNet.", ["SearchNet"]),
        ("It has 32.1% accuracy, ahead of others, surpassing Acme's and Bolt's tools.", [None]),
        ("It gains 2.9% accuracy vs. tuned nets, after a win over SearchNet.", [None]),
        ("It keeps 91% accuracy against poisoning by SpoilNet.", [None]),
        ("It outperforms five state-of-the-art ideas by 3% accuracy.", ["five state-of-the-art ideas"]),
        ("It outperforms baselines-achieving 5% higher accuracy.", ["baselines"]),
        ("It gains 36% accuracy over a system of Acme and almost 5% over others.", ["system of Acme"]),
        ("It outperforms ANet and BNet by 3% and 2% accuracy on COCO, respectively.", ["ANet", "BNet"]),
    ],
)
def test_a_doubtful_rival_is_left_out(text: str, rivals: list[str | None]) -> None:
    assert [one.baseline for one in figures(text)] == rivals


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("While moderate, the tool has 92% recall, while the clinical model showed 96% recall.", ["92% recall"]),
        ("It has 2.9 FID, outperforming VAR (3.3 FID) and FlexVAR (3.05 FID).", ["2.9 FID (against VAR)"]),
        ("It cuts the error rate from as high as 20% to below 2%.", []),
        ("It lowers distance by 1.6 to 5.7 mm and RMSE by 2%.", ["−1.6 to −5.7 mm distance", "−2% RMSE"]),
        ("It offers a speedup of 1.5x to 7x.", ["1.5x to 7x speedup"]),
        ("It keeps 97% of its accuracy.", ["97% of its accuracy"]),
        ("It detects 89% of manually annotated boxes.", ["89% of manually annotated boxes"]),
        ("It has 99% agreement, compared to approximately 92% agreement of others.", ["99% agreement"]),
        ("It has 87.3 mIoU, surpassing CNNs (mIoU: 78.5), ViTs (mIoU: 69.2).", ["87.3 mIoU (against CNNs)"]),
        ("It has 83% accuracy, compared to LoRA's 80% accuracy.", ["83% accuracy (against LoRA)"]),
        ("It can increase throughput by 10% without any performance degradation.", ["+10% throughput"]),
        ("A one-point increase reduces expected game length by 43%.", ["−43% expected game length"]),
        ("It keeps pace while reducing the error up to 48%.", ["up to 48% lower error"]),
        ("It needs 48%~66% less memory.", ["−48% to −66% memory"]),
        ("It has 15% higher accuracy on COCO and 10% on LVIS.", ["+15% accuracy on COCO", "+10% accuracy on LVIS"]),
        ("The agent has the best win rate (88.3%, 95% CI: [86.3, 90.3]).", ["88.3% win rate"]),
        # gains listed without a word that says so
        (
            "It has a 29% improvement over A-Net on COCO, 8% on LVIS.",
            ["+29% on COCO (against A-Net)", "+8% on LVIS (against A-Net)"],
        ),
        # what it was tried under, and what no attack has touched
        ("It cuts costs by up to 50% with minimal degradation even at 70% cost reduction.", ["up to 50% lower costs"]),
        (
            "It achieves 79.8% clean accuracy and 46.3% robust accuracy under four patches on ImageNet.",
            ["79.8% clean accuracy on ImageNet", "46.3% robust accuracy (under four patches) on ImageNet"],
        ),
        ("It reaches 73.4% accuracy on HR-Bench 4K.", ["73.4% accuracy on HR-Bench 4K"]),
        # the sign
        ("It raises accuracy on COCO by an absolute 6.3%.", ["+6.3% accuracy on COCO"]),
        (
            "It rises (up to 6% improvement in accuracy), with less toxicity (decrease of up to 22% in toxicity).",
            ["up to +6% accuracy", "up to 22% less toxicity"],
        ),
        ("It reduces client dropouts by over 50%.", ["over 50% fewer client dropouts"]),
        ("It reduces quality loss by 2.3x and 4.3x.", []),  # of what each?
        ("It has a 168-fold speed improvement.", ["168-fold speed"]),
        ("It achieves accuracies of 96% and 88%.", []),
    ],
)
def test_values_signs_and_whose_they_are(text: str, told: list[str]) -> None:
    assert shown(text) == told
