"""What a sentence leaves without an owner: pronouns, a "same" or "both", a hypothesis or data that it doesn't name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.hanging import hanging
from survey.unowned import known_from_elsewhere, owned_by_none


@pytest.mark.parametrize(
    ("text", "hangs"),
    [
        ("One study demonstrates its ability to prune trees.", True),
        ("The authors evaluate their speed on shrubs.", True),
        ("SlimTree demonstrates its ability to prune trees.", False),
        ("One study demonstrates the ability of SlimTree to prune trees.", False),
        ("Instead of only applying it on leaves, the authors first fuse roots.", True),
        ("Rather than pruning them, SlimTree sorts the roots.", True),
        ("Instead of only pruning leaves, the authors first fuse roots.", False),
        ("The sorting of leaves followed the same pattern, with a score of 87% for oaks.", True),
        ("The sorting of leaves shows similar results on shrubs.", True),
        ("The sorting of leaves follows the same pattern as that of roots.", False),
        ("Sorting twice leads to the same order of leaves.", False),
        ("Studies both questions on a simple task.", True),
        ("Asks a question of trees and a second question of shrubs, and studies both questions.", False),
        ("Studies both problems: slow saws and late leaves.", False),
    ],
)
def test_what_has_no_owner_in_its_sentence_hangs(text: str, hangs: bool) -> None:
    assert owned_by_none(text) is hangs
    assert (hanging(text) == 2) is hangs


@pytest.mark.parametrize(
    ("text", "hangs"),
    [
        ("While many of them can follow a map, the names of paths stay hard.", True),
        ("A saw can easily cut them.", True),
        ("Adversarial saws can easily fool them, cutting much.", True),
        ("Attacks will often miss it.", True),
        ("Saws that cut trees can easily fell them.", False),
        ("Forests often burn, and saws spare them.", False),
        ("Because they are small, shrubs are useful.", False),
        ("Pruning them early, SlimTree saves saws.", False),
        ("Participants built their saws from steel.", False),
    ],
)
def test_they_are_named_ahead_or_right_behind_their_clause(text: str, hangs: bool) -> None:
    assert owned_by_none(text) is hangs


def test_who_they_are_the_reader_may_know() -> None:
    text = "A saw can cut them early."
    assert owned_by_none(text)
    assert not owned_by_none(text, "Pruning decision trees")


@pytest.mark.parametrize(
    "text",
    [
        "Tests the hypothesis with saws.",
        "Validates the central intuition with saws.",
        "One study shows that models trained on the corpus sort leaves well.",
        "One study shows that models fine-tuned on the new dataset sort leaves well.",
        "Demonstrates that the underlying factor is a lack of light.",
    ],
)
def test_a_view_or_data_that_were_not_named_are_known_from_elsewhere(text: str) -> None:
    assert known_from_elsewhere(text)
    assert hanging(text) == 1


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Tests the hypothesis that shrubs are trees.", ""),
        ("States a hypothesis and tests the hypothesis with saws.", ""),
        ("Tests the hypothesis with saws.", "A hypothesis on how trees grow"),
        ("One study shows that models trained on the corpus of leaves sort well.", ""),
        ("One study shows that models trained on the corpus sort leaves well.", "LeafCorp: A Corpus of Leaves"),
        ("Demonstrates that the underlying factor of growth is light.", ""),
    ],
)
def test_what_is_named_is_known(text: str, named: str) -> None:
    assert not known_from_elsewhere(text, named)


@given(st.text(max_size=200), st.text(max_size=60))
def test_any_text_is_judged(text: str, named: str) -> None:
    assert owned_by_none(text, named) in {True, False}
    assert known_from_elsewhere(text, named) in {True, False}


def test_long_texts_take_no_time() -> None:
    for text in ("While " + "a them b " * 800, "Instead of only " * 500, "shows the same " * 700, "A " + "as " * 2000):
        assert owned_by_none(text) in {True, False}
