"""A cell that breaks off within a list, a pair or a means goes on to where it is whole."""

import pytest

from survey.rounding import rounded


@pytest.mark.parametrize(
    ("cell", "more", "rest"),
    [
        (
            "Consists of a root cellar, a twig press",
            ", and a leaf drier",
            ", which ensures that each harvest keeps",
        ),
        ("Mends ladders with hempen ropes", ", iron hooks, and wooden pegs", ""),
        ("Ladder that helps pickers with climbing", ", reaching, and picking ripe pears", ""),
        ("Picks pears in a gentle three-phase process", ": morning climbing, noon picking, and evening carrying", ""),
        ("Ladder which holds a set of yew rungs", ", each tied with a single knot", ""),
        (
            "Measures the difference in the sweetness of pears",
            " between the oldest and the youngest tree",
            " that bears",
        ),
        ("Moves the harvest from picking by hand", " to picking with long hooks", ""),
        ("Compares two kinds of ladders, one based on hemp", " and the other on straw", ", by their weight"),
        ("Ladder that holds pickers at the stem", " using long iron hooks", ", which rust"),
        ("Binds the ladder to the stem with hempen ropes", " and additional nets of straw", ""),
        ("Turns bare stems into structured", ", light-bearing crowns", " that bear pears"),
        ("Ladder that, when leant against a tree", ", bends its rungs to the stem", ""),
        ("Binds each new rung to the stem", ", followed by knots of hemp", ", which dry"),
        ("Cuts dead wood", " to give the buds at the stem more light", ""),
        ("Builds a nest of straw in each tree", ", then fills it with the softest moss", ""),
        ("Gathers moss from many stems", " where the authors slowly increase the load", " that ropes hold"),
    ],
)
def test_a_cell_goes_on_to_where_it_is_whole(cell: str, more: str, rest: str) -> None:
    told = more.replace("where the authors slowly increase", "and slowly increases")
    assert rounded(cell, f"{cell}{more}{rest}.") == f"{cell}{told}"


@pytest.mark.parametrize(
    ("cell", "following"),
    [
        ("Ladder that holds pickers at the stem", ", improves the harvest, and outperforms others"),
        ("Ladder that holds pickers at the stem", " in this orchard"),
        ("Binds the ladder to the stem with ropes", " and promote growth of pears"),
        ("Hook, a tool for pears", ", and evaluates it in many orchards"),
        ("Builds a nest of straw", " to address these challenges"),
        ("Sorts the pears in two steps", ": it washes the pears, and the authors dry them"),
    ],
)
def test_what_belongs_to_no_cell_is_left_out(cell: str, following: str) -> None:
    assert rounded(cell, f"{cell}{following}.") == cell


def test_a_list_too_long_ends_with_an_and() -> None:
    cell = "Climbs the tall pear trees of the north, measures the ripest pears"
    text = f"{cell} in each row, carries {'them to the old stone cellar of the northern house ' * 2}, and sells them."
    assert rounded(cell, text) == "Climbs the tall pear trees of the north and measures the ripest pears in each row"


def test_one_of_many_named_without_the_rest_is_not_named() -> None:
    cell = "Benchmark of ladders in tasks including climbing"
    items = ", ".join(f"the picking of very {kind} pears" for kind in ("ripe", "green", "red", "old", "soft"))
    assert rounded(cell, f"{cell}, {items}, and sorting.") in {cell, "Benchmark of ladders in tasks"}


def test_means_are_told_where_others_are_used_with_them() -> None:
    cell = "Uses woven hooks and hempen ropes"
    text = "Using woven hooks and hempen ropes, the authors build small nests, and {}."
    assert rounded(cell, text.format("find more pears")) == f"{cell} to build small nests"
    assert rounded(cell, "Using woven hooks and hempen ropes, the authors find that trees sleep.") == cell


def test_a_thing_cut_off_is_told_whole() -> None:
    text = "Combines hooks of yew and a woven ladder of hempen ropes, which rot."
    assert (
        rounded("Combines hooks of yew and a woven …", text)
        == "Combines hooks of yew and a woven ladder of hempen ropes"
    )


def test_what_someone_is_let_do_is_told() -> None:
    cell = "Hook that allows a single picker"
    assert rounded(cell, f"{cell} to reach pears of the tallest trees, which stand apart.").endswith("tallest trees")
