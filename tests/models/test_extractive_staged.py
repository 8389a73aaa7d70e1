"""Sentences told without the stage, the question or the trouble that only other sentences of their abstract tell."""

import pytest

from survey.models.extractive.staged import unstaged
from survey.models.extractive.trim import trimmed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what is done in one stage of several
        ("In the first stage, SlimTree cuts the leaves of old trees.", "SlimTree cuts the leaves of old trees."),
        ("In Stage 1, a saw learns which leaves a tree can spare.", "a saw learns which leaves a tree can spare."),
        ("In the Initial Pruning Phase, a saw learns which leaves to cut.", "a saw learns which leaves to cut."),
        # but not what is true of that stage alone, or told beside another
        ("In the first stage, the roots are frozen and the leaves are cut.", None),
        ("In the second stage, the tree is further cut by a smaller saw.", None),
        ("In the first stage, saws cut the leaves, and in the second stage they cut twigs.", None),
        ("In the training stage, a saw learns which leaves a tree can spare.", None),
        ("In the first stage of growth, trees have leaves that are small.", None),
        # a stage at the end
        ("A loss draws the leaves to where they are seen in the update step.",
         "A loss draws the leaves to where they are seen."),
        ("A loss draws the leaves to where they are seen in the training phase.", None),
        ("SlimTree updates each leaf of the tree in the update step.", None),
        # a trouble beside an aim that says more
        ("we introduce a saw to address these limitations and improve the cutting of leaves.",
         "we introduce a saw to improve the cutting of leaves."),
        ("a saw to address these limitations and shortcomings of axes.", None),
        # a question
        ("This work answers the question affirmatively: we build saws from wood.", "we build saws from wood."),
        # "still" of nothing that would speak against it
        ("A saw with only ten teeth still improves it by 30%.", "A saw with only ten teeth improves it by 30%."),
        ("Although it is small, the saw still improves the cut by 30%.", None),
        ("The saw still struggles with the trunks of old trees.", None),
    ],
)  # fmt: skip
def test_a_sentence_is_told_without_its_place(text: str, told: str | None) -> None:
    assert unstaged(text) == (told or text)


def test_a_trimmed_sentence_has_no_stage() -> None:
    assert trimmed("In Stage 1, we learn a saw that maps leaves to twigs.") == "Learns a saw that maps leaves to twigs."
