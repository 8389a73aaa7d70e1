"""Cells that tell little give way to what tells more."""

import pytest

from survey.approach import approach
from survey.wanting import hollow, is_vague, tells_little


@pytest.mark.parametrize(
    "cell",
    [
        "Findings based on work in three gardens",
        "Uses a newly collected data set",
        "Approach to the Great Pear Challenge",
    ],
)
def test_what_stands_in_a_paper_is_nothing_made(cell: str) -> None:
    assert hollow(cell)


def test_data_with_what_they_hold_and_a_method_for_a_task_are_made() -> None:
    assert not hollow("Uses a data set of pears to rank trees")
    assert not hollow("System for the task of ranking pears by their stems")


def test_what_is_only_looked_into_is_vague_unless_it_says_how() -> None:
    assert is_vague("Explores the role of bees in the growth of pears")
    assert not is_vague("Explores the role of bees by marking each of them")
    assert tells_little("Identifies the real gains of old wax through a detailed study")


def test_a_finding_stands_in_the_place_of_a_vague_cell() -> None:
    text = "Investigates the potential of bees as guards of old garden doors."
    found = ["Finds that guards of wax and straw are far too slow for doors that open in the morning."]
    assert approach([text], "Bees at Doors", found).startswith("Finds that guards of wax and straw are far too slow")
    assert approach([text], "Bees at Doors").startswith("Investigates the potential of bees")


def test_what_is_done_with_data_is_told_rather_than_that_they_are_used() -> None:
    text = "Using a new data set, the authors apply two ropes: a hemp rope, and a straw rope, and evaluate the knots."
    assert approach([text], "Ropes") == "Applies two ropes: a hemp rope, and a straw rope"


def test_findings_are_nothing_made_beside_what_is_done() -> None:
    text = "Evaluates 18 ropes of old straw and presents findings based on work in three gardens."
    assert approach([text], "Knots").startswith("Evaluates 18 ropes of old straw")


def test_a_first_step_alone_is_no_approach() -> None:
    texts = ["Proposes a rope, termed Rex.", "Begins by analyzing the old limits of knots in the rain."]
    assert "nalyzes" not in approach(texts, "A Rope, Termed Rex")
