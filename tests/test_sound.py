"""What is told has both halves of its brackets and quotation marks, and an end that wants nothing."""

import pytest

from survey.approach import approach
from survey.models.extractive.trim import stands_alone
from survey.sound import is_sound


@pytest.mark.parametrize(
    "text",
    [
        "A saw with two innovations: a",
        "A saw for old trees and 2)",
        "Uses saws of steel, where.",
        "A saw for old trees and",
        "A saw of",
        'One method ("Saws for old trees.',
        "A saw (of steel.",
        "The saw cuts the..",
        "A saw with two parts:",
        "A saw with a “blade",
        r"Introduces \(\sawname\), a saw of steel.",
        r"Trees grow with \toolname.",
        "Style transfer keeps the content; (2) attribution finds who wrote it.",
    ],
)
def test_what_was_cut_in_the_wrong_place_is_not_sound(text: str) -> None:
    assert not is_sound(text)


@pytest.mark.parametrize(
    "text",
    [
        "Saws cut 1) twigs and 2) ropes.",
        "What the saw is made of.",
        "Tests saws (Experiment 1) and ropes (Experiment 2).",
        "Trains on trees of kind A.",
        'One method ("Saws for old ...") cuts.',
        "Saws 2, 3 and 4 cut all that they work on.",
        r"Trees of height $\tau + 1$ grow.",
    ],
)
def test_what_is_whole_is(text: str) -> None:
    assert is_sound(text)


def test_no_sentence_stands_with_half_a_quotation() -> None:
    assert stands_alone('The saws that cut old trees are called "plain" in the woods.')
    assert not stands_alone('The saws that cut old trees" are called plain in the woods.')


def test_no_cell_ends_on_a_lists_mark() -> None:
    told = approach(["Introduces a new saw that cuts old twigs in the woods and 2) binds them."])
    assert is_sound(told)


def test_what_ends_in_a_word_of_means_was_cut() -> None:
    assert not is_sound("TreeNet explicitly models the weather through.")
    assert is_sound("The cutter goes through trees.")
