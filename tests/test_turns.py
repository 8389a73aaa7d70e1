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
        ("", "1", None),
        ("It gains by 3.", "", None),
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
