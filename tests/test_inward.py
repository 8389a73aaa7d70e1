"""What points to something that its own sentence names is told without pointing."""

import pytest

from survey.approach import approach
from survey.inward import inward


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Says which pears to pick and how to sort these pears.",
            "Says which pears to pick and how to sort the pears.",
        ),
        ("Hides some buds; this hidden bud has to be found.", "Hides some buds; the hidden bud has to be found."),
        ("Draws a map, which the authors use to guide bees.", "Draws a map to guide bees."),
        ("Studies pear drift, which the authors define as a loss of pears.", "Studies pear drift, a loss of pears."),
        ("Grafts pears for the first time, where buds meet.", "Grafts pears, where buds meet."),
        ("Proposes, LADDER, a framework of rungs.", "Proposes LADDER, a framework of rungs."),
        ("Leverages this idea to propose LADDER, a set of rungs.", "Proposes LADDER, a set of rungs."),
        ("A ladder that resolves this tension through hempen ropes.", "A ladder through hempen ropes."),
        ("Then a rope is bound to the stem.", "A rope is bound to the stem."),
        (
            "Introduces i) a pear atlas, which holds maps and ii) a ladder.",
            "Introduces a pear atlas, which holds maps.",
        ),
        ("The net not only cuts twigs but also sorts them.", "The net cuts twigs and sorts them."),
        (
            "Unlike older nets such as ROPE, which cut twigs at random, the method ranks each twig by its light.",
            "The method ranks each twig by its light.",
        ),
        ("The net rebuilds, at the hidden places, the leaves.", "The net rebuilds the leaves."),
    ],
)
def test_what_points_within_its_sentence_is_told_plainly(text: str, told: str) -> None:
    assert inward(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Integrates this with a ladder.",
        "Picks pears to solve these problems.",
        "In this paper, the authors survey papers on pears.",
        "Sorts pears. Binds these ladders.",  # no ladder in its own sentence
    ],
)
def test_what_points_out_of_its_sentence_stays(text: str) -> None:
    assert inward(text) == text


def test_a_cell_may_hold_what_points_within_it() -> None:
    text = "Presents a taxonomy of ropes by which knots they need and how climbers tie these knots."
    assert approach([text], "Orchards").endswith("tie the knots")
