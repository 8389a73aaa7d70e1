"""What bounds a figure is told with it: "up to 34.1%" isn't 34.1%."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.bounds import before, bound
from survey.comparison import bounded, figure, result_phrase
from survey.document import Survey
from survey.records import Result


@pytest.mark.parametrize(
    ("sentence", "value", "unit", "told"),
    [
        ("Accuracy improves (up to 34.1%).", "34.1", "%", "up to"),
        ("It achieves more than 10x speedup.", "10", "x", "more than"),
        ("It gives an approximately 50% reduction.", "50", "%", "approximately"),
        ("It lowers the error (avg. 1.5%).", "1.5", "%", "avg."),
        ("It lowers the error by an average of 1.5%.", "1.5", "%", "average"),
        ("It brings an average performance gain of 1.5%.", "1.5", "%", "average"),
        ("It gains 4.5% Top-1 accuracy on average.", "4.5", "%", "on average"),
        ("It provides up to a 2.5% boost.", "2.5", "%", "up to"),
        ("It gains upto 70% more compression.", "70", "%", "up to"),
        ("It wins by as much as +1.4 mAP.", "+1.4", "", "as much as"),
        ("Sparsity takes over 60% off.", "60", "%", "over"),
        ("Training is at least 3x faster.", "3", "x", "at least"),
        ("It speeds up training by factors between 1.25x and 4x.", "1.25x and 4", "x", "between"),
        ("It gains (up to approximately +20% in accuracy).", "+20", "%", "up to approximately"),
        ("It runs at ~65 FPS.", "65", "FPS", "~"),
        ("It runs at $\\sim$65 FPS.", "65", "FPS", "~"),
        ("It reaches ≥ 82.2% accuracy.", "82.2", "%", "≥"),
        ("It needs \\textbf{up to 8x fewer} weights.", "8", "x", "up to"),
        ("It wins by up to 3.1% and 2.5% on A and B.", "2.5", "%", "up to"),
        ("The drop is below 1.5 points.", "1.5", "points", "below"),
        ("It cuts 40\\% of nearly 1,000 layers.", "40", "%", ""),
        ("It reaches 84.3% accuracy.", "84.3", "%", ""),
        ("On average, it reaches 84.3% accuracy.", "84.3", "%", ""),
        ("It gains 3% in speed and up to 5% in memory.", "3", "%", ""),
        ("It gains up to 3% in speed and 5% in memory.", "5", "%", ""),
        ("Over 40 languages it reaches 83.2%.", "83.2", "%", ""),
        ("It achieves~95% accuracy.", "95", "%", ""),  # a space that doesn't break, in LaTeX
        ("It grows 10->12 layers.", "12", "", ""),
        ("The WER of up to 27.5% falls.", "7.5", "%", ""),
        ("It gains nothing.", "3", "%", ""),
    ],
)
def test_what_bounds_a_figure(sentence: str, value: str, unit: str, told: str) -> None:
    assert bound((sentence,), value, unit) == told


def test_a_number_that_stands_twice_is_bounded_only_where_both_are() -> None:
    """Which of the two the record means can't be known."""
    assert bound(("It gains up to 3% on A and reaches 3% on B.",), "3", "%") == ""
    assert bound(("It gains up to 3% on A and up to 3% on B.",), "3", "%") == "up to"
    assert bound(("About 3 nets gain 3%.",), "3", "%") == "", "the one with its unit is meant"


def test_the_first_quote_that_holds_the_number_is_asked() -> None:
    assert bound(("It works.", "It gains up to 3%.", "It gains 3%."), "3", "%") == "up to"
    assert bound((), "3", "%") == ""


def of(text: str, value: str, **parts: str) -> Result:
    return Result(text=text, quotes=(text,), value=value, **parts)


@pytest.mark.parametrize(
    ("made", "shown"),
    [
        (of("It cuts FLOPs by about 50%.", "50", unit="%", measure="FLOPs"), "about 50% fewer FLOPs"),
        (of("It improves mIoU by up to 3.1.", "3.1", measure="mIoU"), "up to +3.1 mIoU"),
        (of("It is over 10x faster.", "10", unit="x", measure="faster"), "over 10x faster"),
        (of("It runs at ~65 FPS.", "65", unit="FPS"), "~65 FPS"),
        (of("It has an average of 81% average AP.", "81", unit="%", measure="average AP"), "81% average AP"),
        (
            of("It has an improvement of over 16%.", "16", unit="%", measure="overall accuracy"),
            "over +16% overall accuracy",
        ),
        (of("Approximately 3 AP on COCO.", "3", measure="AP"), "approximately 3 AP"),
        (of("FLOPs drop by >50%.", "50", unit="%", measure="FLOPs"), "> 50% fewer FLOPs"),
    ],
)
def test_a_result_is_shown_with_its_bound(made: Result, shown: str) -> None:
    assert result_phrase(made) == shown


def test_a_translated_record_is_bounded_by_its_quote() -> None:
    """The words come from the paper's sentence, never from what a model makes of it."""
    quote = "It improves accuracy by up to 3%."
    told = Result(text="Verbessert die Genauigkeit um etwa 3 %.", quotes=(quote,), value="3", unit="%")
    assert bounded(told) == "up to"


def test_the_words_shown_stand_in_the_sentence_and_the_number_is_the_records(real_survey: Survey) -> None:
    results = [r for record in real_survey.records.values() for r in record.results if r.value]
    told = [(one, bounded(one)) for one in results]
    assert 0.1 < sum(bool(words) for _, words in told) / len(results) < 0.5
    for one, words in told:
        shown = re.findall(r"\d+(?:\.\d+)?", figure(one))
        assert shown == re.findall(r"\d+(?:\.\d+)?", one.value or "")
        for word in re.findall(r"\w+", words):
            assert any(word in quote.casefold() for quote in one.quotes)


@given(st.text(max_size=60), st.text(max_size=8), st.sampled_from(["", "%", "x", "points"]))
def test_any_sentence_can_be_asked(sentence: str, value: str, unit: str) -> None:
    told = bound((f"{sentence}{value}{unit}",), value, unit)
    assert before(told, value).endswith(value.strip())


@pytest.mark.parametrize(
    ("told", "figure_alone", "shown"),
    [
        ("over", "−60%", "−60% or more"),
        ("at least", "−60%", "−60% or more"),
        ("up to", "−66%", "−66% at most"),
        ("less than", "−3%", "−3% at most"),
        ("about", "−3%", "about −3%"),
        ("up to", "+3%", "up to +3%"),
        ("", "−48% to 69%", "−48% to −69%"),
        ("", "−25-44%", "−25% to −44%"),
        ("", "−48%~66%", "−48% to −66%"),
        ("between", "+3-12%", "+3% to +12%"),
        ("", "+7-8 points", "+7 to +8 points"),
        ("", "91-95%", "91-95%"),
        ("between", "1.25x and 4x", "between 1.25x and 4x"),
    ],
)
def test_a_bound_and_a_sign_read_together(told: str, figure_alone: str, shown: str) -> None:
    assert before(told, figure_alone) == shown


def test_a_bound_holds_for_each_figure_of_a_list() -> None:
    sentence = "It improves accuracy by up to 94.86% on CUB-200, 30.28% on CIFAR-10, and 97.37% on CelebA."
    assert {bound((sentence,), value, "%") for value in ("94.86", "30.28", "97.37")} == {"up to"}
    assert bound(("It gains up to 3% on COCO and reaches 50% on LVIS.",), "50", "%") == ""


@given(st.sampled_from(["over", "up to", "about", ""]), st.integers(1, 99), st.integers(1, 99))
def test_a_range_of_what_was_cut_has_its_sign_at_both_ends(told: str, low: int, high: int) -> None:
    assert f"−{low}% to −{high}%" in before(told, f"−{low}% to {high}%")
