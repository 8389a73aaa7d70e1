"""A figure in a sentence: a value, or by how much something rose or fell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.turns import turn


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        ("It improves on the AUC of others from 0.6 to 0.92 on TrojVQA.", "0.92", None),
        ("It outperforms MAE by up to 2.21%.", "2.21", "gain"),
        ("It exceeds MAE by an average margin of 4.1%.", "4.1", "gain"),
        ("It cuts training by 40% and gains 3% accuracy.", "40", "reduction"),
        ("It cuts training by 40%, with a 3% higher accuracy.", "3", "gain"),
        ("It gains 3% while memory falls, a 40% saving.", "40", "reduction"),
        ("Errors drop by 12.5 points.", "12.5", "reduction"),
        ("ResNet-50 reaches 50 mAP.", "50", None),
        ("It gains 1.5 mAP, to reach 51.5 mAP.", "51.5", None),
        ("Accuracy is 84%.", "9", None),
        ("A student gains 3.09 mIoU over the baseline.", "3.09", "gain"),
        ("It surpasses MAE after 100 epochs by 2.9% box AP and 2.2% mask AP respectively.", "2.2", "gain"),
        ("Mask2Map wins, with gains of 10.1% mAP and 4.1 mAP, respectively.", "4.1", "gain"),
        ("It reaches the best with 15% and 24% higher FLOPs reduction.", "15", "gain"),
        ("It reduces the position error by 41.0%, 56.7%, and 69.4%.", "69.4", "reduction"),
        ("It reduces 48% to 69% FLOPs of MHSA.", "48% to 69", "reduction"),
        ("We reduce up to 91% parameters.", "91", "reduction"),
        ("There is only a loss of 0.76% in the top-1 accuracy.", "0.76", "reduction"),
        ("It reaches 70% more compression than others.", "70", "gain"),
        ("It provides significant accuracy improvements (up to 34.1%).", "34.1", "gain"),
        ("It decreases calibration error (avg. 1.5%).", "1.5", "reduction"),
        ("It achieves a performance gain (4.3% NDS and 8.4% mAP) over MAE.", "8.4", "gain"),
        ("It shows a reduction (12.3% latency).", "12.3", "reduction"),
        ("It shows an improvement (85.1% vs 80.2% accuracy).", "85.1", None),
        ("It shows a gain (80.1% to 85.2% accuracy).", "85.2", None),
        ("It enhances the accuracy (up to 80.3%).", "80.3", None),
        ("It keeps safe, recovering up to 8.0% in zero-shot accuracy over prior methods.", "8.0", "gain"),
        ("A student improves on rivals by as much as 1.4 mAP.", "1.4", "gain"),
        ("It removes 60.34% of the parameters of ResNet-110 and 63.03% of its FLOPs.", "63.03", "reduction"),
        ("It removes noise and reaches 84% accuracy.", "84", None),
        ("The gain is large. The accuracy is 84%.", "84", None),
        ("It attains the highest score of 84.92 for enhancing tumours.", "84.92", None),
        ("It achieves a significantly lower 6.72 PPL.", "6.72", None),
        ("It wins while cutting peak memory by 50%.", "50", "reduction"),
        ("It takes 51% off the FLOPs.", "51", "reduction"),
        ("It shows a 26% relative Word Error Rate (WER) improvement.", "26", "gain"),
        ("It has 97% AUC and outperforms all.", "97", None),
        ("A net with 97% AUC outperforms all.", "97", None),
        ("It beats the best by a 7.9% success rate.", "7.9", "gain"),
        ("It is shown by a reduced accuracy of 88.5%.", "88.5", None),
        ("There is an improvement in LID accuracy of 23%.", "23", "gain"),
        ("There is a drop in detection mAP of 14 points.", "14", "reduction"),
        ("It brings improvements up to 73% on COCO.", "73", "gain"),
        ("It has an mAP of 54.4% that is only 2.4 points lower.", "54.4", None),
        (
            "It lowers peak memory usage of all of the many nets by up to 31.3% and inference time by up to 18.2%.",
            "18.2",
            "reduction",
        ),
        ("", "1", None),
        ("It gains by 3.", "", None),
        ("It has an accuracy of 80.27% under degradation conditions.", "80.27", None),
        ("It keeps 70% across reductions of every kind.", "70", None),
    ],
)
def test_the_words_next_to_a_figure_say_what_it_is(text: str, value: str, told: str | None) -> None:
    assert turn(text, value) == told


def test_a_figure_within_another_is_not_taken_for_it() -> None:
    assert turn("It improves the accuracy by 12.5 points and reaches 2.5 dB.", "2.5") is None
    assert turn("It improves the accuracy by 2.55 points and reaches 2.5 dB.", "2.5") is None


@given(st.text(max_size=80), st.text(max_size=10))
def test_any_text_and_any_value_have_an_answer(text: str, value: str) -> None:
    assert turn(text, value) in {None, "gain", "reduction"}


@given(st.floats(0.1, 999).map(lambda n: f"{n:.1f}"))
def test_any_figure_behind_by_is_a_change(figure: str) -> None:
    assert turn(f"It improves mIoU by {figure} on ADE20K.", figure) == "gain"
    assert turn(f"It lowers the error by {figure} on ADE20K.", figure) == "reduction"
    assert turn(f"It reaches a mIoU of {figure} on ADE20K.", figure) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The FLOPs of attention fall by 48% on ADE20K.", "reduction"),
        ("The error fell by 48%.", "reduction"),
        ("Accuracy rises by 48%.", "gain"),
        ("It improves fall detection by 48%.", "gain"),
        ("It reaches 48% fall detection accuracy.", None),
    ],
)
def test_what_falls_is_cut(text: str, told: str | None) -> None:
    assert turn(text, "48") == told


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        ("It has a 3.6% BLEU-4 and 3.8% F1 score improvement on A.", "3.6", "gain"),
        ("It has 95% accuracy and a 3% F1 improvement.", "95", None),
        ("It brings improvements exceeding 5% over others.", "5", "gain"),
        ("PSNR dropped 0.59 dB (from 32.60).", "0.59", "reduction"),
        ("PSNR dropped to 0.59 dB.", "0.59", None),
        ("It gains 11.5-16.0% in recall and 5.3-13.6% in precision.", "5.3-13.6", "gain"),
        ("It wins by an improvement of 12.2% and average precision of 25%.", "25", "gain"),
        ("It has an improvement of 12.2% and an average precision of 25%.", "25", None),
        ("It has a performance enhancement exceeding 50%.", "50", "gain"),
        ("It can boost accuracy up to 19.8% compared to the best.", "19.8", "gain"),
        ("It can boost accuracy up to 95%.", "95", None),
    ],
)
def test_a_noun_of_change_governs_all_that_it_is_said_of(text: str, value: str, told: str | None) -> None:
    assert turn(text, value) == told


def test_a_figure_set_in_latex_turns_as_any_other() -> None:
    assert turn(r"It improves accuracy by up to $\text{11.83}\%$ here.", "11.83") == "gain"
    assert turn(r"It has a \textbf{4.2\%} improvement.", "4.2") == "gain"
    assert turn(r"It achieves \textbf{84.4\%} accuracy.", "84.4") is None


def test_a_reduction_in_a_measure_with_its_short_form_is_one() -> None:
    assert turn("It achieves a reduction in perplexity (PPL) of 18.01% on A.", "18.01") == "reduction"
