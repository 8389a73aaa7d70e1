"""Marks of lists within sentences go where the sentence reads without them, and end no sentence."""

import pytest

from survey.models.extractive.enumerated import with_items
from survey.models.extractive.marks import unmarked
from survey.models.extractive.pieces import pieces_of
from survey.questions import NumberedPaper


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("Scores saws, which (i) measure twigs.", "Scores saws, which measure twigs."),
        ("Probes reveal that (iii) old trees depend on rain.", "Probes reveal that old trees depend on rain."),
        ("Cuts by 1) bending twigs and 2) binding ropes.", "Cuts by bending twigs and binding ropes."),
        (
            "A saw with two parts: a. A blade of old steel, and b. Continuous oil.",
            "A saw with two parts: a blade of old steel, and continuous oil.",
        ),
        ("Detection: All saws find twigs.", "For detection, all saws find twigs."),
        ("Steering: TreeNet finds twigs.", "For steering, TreeNet finds twigs."),
        ("Implications: The saws find twigs.", "The saws find twigs."),
        ("Reliability: All saws find twigs.", "All saws find twigs."),
        ("Has two parts: Inspired by the saw, a rope.", "Has two parts: inspired by the saw, a rope."),
    ],
)
def test_marks_go(marked: str, told: str) -> None:
    assert unmarked(marked) == told


@pytest.mark.parametrize(
    "text",
    [
        "Nets that (i) cut twigs and (ii) bind ropes.",  # a list in full
        "Nets cut on full texts of task (i).",  # the mark is what is told of
        "For (i) there are saws.",
        "Cuts by 1) bending twigs and ropes and 2) binding them.",  # without marks one "and" too many
        "Cuts by 1) bending twigs, 2) binding ropes and 3) rest.",
        "Treenet: saws that find twigs.",
        "Note: This paper is old.",
        "Uses two saws: Vision Transformer and ResNet.",
        "Trained by two groups: OpenAI and Meta.",
    ],
)
def test_marks_stay_where_something_hangs_on_them(text: str) -> None:
    assert unmarked(text) == text


def test_a_sentence_is_joined_where_marks_end_it_to_the_splitter() -> None:
    split = ["The saw has two parts: 1.", "A blade of old steel, and 2.", "Ropes of hemp.", "It cuts."]
    assert with_items(split, 0) == ("The saw has two parts: a blade of old steel, and ropes of hemp.", 2)
    assert with_items(["The saw has parts: 1.", "A blade."], 0) == ("", 0)
    long = [split[0], f"A blade{' of steel' * 30}, and 2.", *split[2:]]
    assert with_items(long, 0) == ("", 0)


def test_an_item_of_a_list_is_no_sentence_by_itself() -> None:
    split = ("We propose a saw with two parts: 1.", "A blade of old steel, and 2.", "Ropes of hemp.")
    told = pieces_of(NumberedPaper("P1", "Saws", split))
    assert [(one.text, one.numbers) for one in told if one.whole] == [
        ("Proposes a saw with two parts: a blade of old steel, and ropes of hemp.", (1, 2, 3))
    ]


def test_a_letter_ends_no_sentence_of_a_lump() -> None:
    said = (
        "We propose a novel way to cut old trees in the woods of the north with two key innovations: a. A blade of "
        "old steel that cuts each twig, and b. Continuous oil that keeps the blade from rust in the long winter."
    )
    (told,) = pieces_of(NumberedPaper("P1", "Saws", (said,)))
    assert "two key innovations: a blade of old steel" in told.text
    assert "and continuous oil" in told.text


def test_what_is_done_for_an_item_of_another_sentence_is_told_without_it() -> None:
    (told,) = pieces_of(NumberedPaper("P1", "Saws", ("For (i), we treat old twigs as ropes of hemp in the woods.",)))
    assert told.whole
    assert told.text == "Treats old twigs as ropes of hemp in the woods."
