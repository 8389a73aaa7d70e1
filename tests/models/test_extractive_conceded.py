"""What a paper offers is told without a clause on others ahead of it, where it needs none of its words."""

import pytest

from survey.models.extractive.conceded import offered_alone
from survey.models.extractive.trim import trimmed


def told(sentence: str) -> str:
    return offered_alone(sentence, trimmed(sentence))


@pytest.mark.parametrize(
    "ahead",
    [
        "While most methods only sort the leaves of a tree, ",
        "In contrast to existing work on single trees, ",
        "Since walks over all branches are slow, ",
        "As current saws are limited by their weight, ",
        "Former methods first look for a tree and then walk along its branches, while ",
    ],
)
def test_what_is_offered_is_told_alone(ahead: str) -> None:
    offer = "we propose a net that ranks branches by their weight and show that pruning is fast."
    assert told(ahead + offer) == "Proposes a net that ranks branches by their weight and shows that pruning is fast."


@pytest.mark.parametrize(
    "sentence",
    [
        "While most methods only sort leaves, we instead propose a net that does both in one go with a saw.",
        "Since no saw cuts all trees, we develop these saws further for trees of all sizes and ages.",
        "While we sorted leaves before, we propose a net that ranks all branches by their weight.",
        "As a first step towards pruning, we propose a net that ranks all branches by their weight.",
        "While most methods only sort leaves, we propose to sort the branches by their weight first.",
    ],
)
def test_what_needs_the_words_ahead_keeps_them(sentence: str) -> None:
    assert told(sentence) == trimmed(sentence)
