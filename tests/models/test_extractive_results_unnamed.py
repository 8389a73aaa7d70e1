"""A figure without its measure is told where its sentence says by how much who is beaten, and not otherwise."""

import pytest

from survey import records
from survey.comparison import result_phrase
from survey.models.extractive.reported import Result
from survey.models.extractive.results import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ActionNet outperforms multi-modal baselines across all downstream tasks by up to 15.5%.",
            Result(None, "15.5", "%", None, "multi-modal baselines"),
        ),
        (
            "Results show up to 12% improvement over the best method among those compared.",
            Result(None, "12", "%", None, "best method"),
        ),
        (
            "The net is 2% better than the deep features without augmentation on average.",
            Result(None, "2", "%", None, "deep features without augmentation"),
        ),
        (
            "RestNet outperforms state-of-the-art methods by up to 0.29dB while using fewer parameters.",
            Result(None, "0.29", "dB", None, "state-of-the-art methods"),
        ),
        (
            "SimpleNet outperforms previous baselines by 3.2% on average on 4 DocVQA datasets.",
            Result(None, "3.2", "%", "4 DocVQA datasets", "previous baselines"),
        ),
        (
            "With the same backbone, BoxNet achieves 38.3%, surpassing all previous state-of-the-art methods.",
            Result(None, "38.3", "%", None, "previous state-of-the-art methods"),
        ),
        (
            "With the same backbone, BoxNet achieves 38.3% and surpasses earlier state-of-the-art methods.",
            Result(None, "38.3", "%", None, "earlier state-of-the-art methods"),
        ),
        (
            "The memory yields a 7.5% relative gain over a strong no-memory baseline.",
            Result("relative gain", "7.5", "%", None, "strong no-memory baseline"),
        ),
        (
            "Improvements on long texts are more substantial (up to +3.5%), verifying the transfer.",
            Result("long texts", "+3.5", "%"),
        ),
    ],
)
def test_by_how_much_who_is_beaten_is_told(text: str, expected: Result) -> None:
    assert figures(text) == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        "It outperforms existing methods by 2.3% and 2.8% for 7B and 72B models.",  # of which of two?
        "It beats existing methods on formulas (+15.0%) and tables (+8.6%).",  # of what each is, no column says
        "It outperforms baselines with improved binding affinity (+7.85%) and likeness (+11.10%).",
        "It improves downstream nets by 30.9%, and surpasses strong baselines such as BoxNet.",  # over whom?
        "Compared to existing approaches, it shows over 15% improvement on the latter two tasks.",
        "The bank grants loans to 26% more old than young applicants.",
        "It achieves 38.3%, as others do.",
        "It is up to 25% better than the ones made by others.",
        "On three tasks it surpasses both contrastive methods and masked modeling by large margins (around +1.0%).",
        "It is 2% better than what came before.",
        "It outperforms the strongest baselines with 10% fewer labels.",
    ],
)
def test_what_may_be_of_anything_is_not_told(text: str) -> None:
    assert [one for one in figures(text) if one.measure is None] == []


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("It outperforms others with PSNR gains up to 1.90dB.", "PSNR", "1.90"),
        ("It brings a cIoU improvement of 6.12% compared to existing methods.", "cIoU", "6.12"),
        ("It achieves a 12.3% improvement in Macro F1-score over baseline methods.", "Macro F1-score", "12.3"),
        ("It has an average harmonic mean improvement of 1.10% over BoxNet.", "average harmonic mean", "1.10"),
        ("It shows a 10% absolute improvement in decoding speed over BoxNet.", "decoding speed", "10"),
        ("It speeds up training by factors between 1.25x and 4x with little overhead.", "training", "1.25x and 4"),
    ],
)
def test_a_measure_that_stands_beside_a_gain_is_read(text: str, measure: str, value: str) -> None:
    assert [(one.measure, one.value) for one in figures(text)] == [(measure, value)]


@pytest.mark.parametrize(
    "text",
    [
        "It improves accuracy by 3% and 0.1% with 1% and 10% labeled data on ImageNet, respectively.",
        "The partial AUC (pAUC) above 80 percent true positive rate (TPR) is the metric.",
        "The net achieved lower RMSE (5.55% to 39.88%) when tested.",  # lower by so much, or so low?
        "The drug has an IC(50) of 40.5 in vitro.",
    ],
)
def test_what_the_way_of_testing_says_is_no_value(text: str) -> None:
    assert figures(text) == ()


def test_a_task_is_no_measure() -> None:
    assert figures("Improvements on object detection are more substantial (up to +3.5%), verifying the transfer.") == ()


def test_the_case_that_a_figure_holds_for_goes_with_it() -> None:
    text = (
        "The forecasts had an accuracy of 83.6% with a precision of 85% for buy signals and a recall of 99% for sell."
    )
    told = [(one.value, one.measure) for one in figures(text)]
    assert told == [("83.6", "accuracy"), ("85", "precision (for buy signals)"), ("99", "recall (for sell)")]
    assert [one.measure for one in figures("However, in the X-ray task, the best net attained an IoU of 0.774.")] == [
        "IoU (in the X-ray task)"
    ]


def test_one_of_a_list_does_not_take_the_case_of_all() -> None:
    text = "It achieved accuracies of 96.3%, 90.8%, and 93.9% for the three clinics."
    assert not [one for one in figures(text) if "clinics" in (one.measure or "")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("While human experts achieve 83.5% on COCO, models like GPT-4o lag significantly.", []),
        ("It has improvements of 13.67% and 50.66% on DOVER and warping error over others.", []),
        ("It yields a 2% improvement on MMMU, including a 9% gain in Liberal Arts.", [("2", None, "MMMU")]),
        (
            "It tracks well (+11% Association Accuracy over the strongest baseline) on phones.",
            [("+11", "Association Accuracy", None)],
        ),
        ("Grammars change accuracy (from +34.8% on logical tasks to -44.5% on factual ones).", []),
        ("It improves accuracy by 24% and 28% with 1.3% and 5% of the tokens offloaded, respectively.", []),
    ],
)
def test_whose_and_of_what_a_figure_is(text: str, told: list[tuple[str, str | None, str | None]]) -> None:
    assert [(one.value, one.measure, one.dataset) for one in figures(text)] == told


def test_what_is_improved_by_its_own_name_has_no_earlier_measure() -> None:
    text = "It lowers attack success rates by 5%, and improves robustness against poisoning by up to 85% on MNIST."
    assert [one.measure for one in figures(text) if one.value == "85"] != ["success rate"]


def test_a_name_with_a_point_in_it_is_not_cut() -> None:
    found = figures("It beats existing methods by large margins: 16.3% on H3.6M, 13.9% on MNIST, and 10.1% on 3DPW.")
    assert "H3" not in [one.dataset for one in found]


def test_an_increase_between_two_figures_is_a_gain() -> None:
    text = "It cuts time while enjoying an increase between 3-12% in accuracy."
    (one,) = figures(text)
    assert result_phrase(records.Result(text=text, quotes=(text,), value=one.value, unit="%", measure=one.measure)) == (
        "+3% to +12% accuracy"
    )


@pytest.mark.parametrize(
    ("text", "value", "measure", "baseline"),
    [
        ("It beats others on COCO by +0.65% to +3.05% in every case.", "+0.65% to +3.05", None, None),
        (
            "It reduces FID by 34.6% on COCO, surpasses LLM-based methods in captioning, and is small.",
            "34.6",
            "FID",
            None,
        ),
        ("It cuts cost per row by 3x, more than doubling the performance of SOTA agents.", "3", "cost per row", None),
    ],
)
def test_a_range_is_whole_and_another_comparison_is_not_the_figures(
    text: str, value: str, measure: str | None, baseline: str | None
) -> None:
    assert (value, measure, baseline) in [(one.value, one.measure, one.baseline) for one in figures(text)]


def test_each_of_two_brackets_has_its_own_noun() -> None:
    text = "It improves sampling (+22.4% Pass@20 on MATH), and ensemble decisions (+42.7% on MathQA)."
    assert [(one.value, one.measure) for one in figures(text)] == [
        ("+22.4", "Pass@20 (on MATH)"),
        ("+42.7", "ensemble decisions"),
    ]


def test_a_figure_between_dollars_is_a_gain_too() -> None:
    text = r"It beats the prior arts by up to $11.0\%$ in bag-level accuracy."
    made = records.Result(text=text, quotes=(text,), value="11.0", unit="%", measure="bag-level accuracy")
    assert result_phrase(made).startswith("up to +11.0%")


def test_a_relative_difference_is_by_how_much() -> None:
    text = "It improves on the best method, with relative percentage differences of 9.74% and 1.25% in IoU and Pd."
    made = records.Result(text=text, quotes=(text,), value="9.74", unit="%", measure="IoU")
    assert result_phrase(made) == "+9.74% IoU"


def test_of_a_list_of_cases_the_first_alone_is_not_told() -> None:
    found = figures("For pathologies Edema, Atelectasis and Pneumonia, we obtain 3% higher accuracy.")
    assert [one.measure for one in found] == ["accuracy"]


def test_changes_in_brackets_behind_their_nouns_have_a_sign() -> None:
    text = "It achieves substantial reductions in translation error (86.9%) and rotation error (34.1%)."
    made = [records.Result(text=text, quotes=(text,), **{f: getattr(one, f) for f in ("value", "unit", "measure")})
            for one in figures(text)]  # fmt: skip
    assert [result_phrase(one) for one in made] == ["−86.9% translation error", "−34.1% rotation error"]
