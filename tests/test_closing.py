"""A cell that its sentence goes on to complete: told on to that, or cut back to where nothing is missing."""

import pytest

from survey.closing import closed, restored


@pytest.mark.parametrize(
    ("cell", "text", "told"),
    [
        (
            "Robot that pushes pears, pokes plums, shakes figs",
            "Builds a robot that pushes pears, pokes plums, shakes figs and observes bees in a garden.",
            "Robot that pushes pears, pokes plums, shakes figs and observes bees in a garden",
        ),
        (
            "Large orchard map drawn from old notes using a novel",
            "Introduces a large orchard map drawn from old notes using a novel, rope-free pipeline designed for hills.",
            "Large orchard map drawn from old notes using a novel, rope-free pipeline",
        ),
        (
            "Garden survey which ranks pruning tools using metrics",
            "Presents a garden survey which ranks pruning tools using metrics that assess grip, weight and rust.",
            "Garden survey which ranks pruning tools using metrics that assess grip, weight and rust",
        ),
        (
            "Grafting loop in which a keeper marks weak shoots",
            "Proposes a grafting loop in which a keeper marks weak shoots and a pruner cuts the rest, as bees do.",
            "Grafting loop in which a keeper marks weak shoots and a pruner cuts the rest",
        ),
        (
            "Leverages maps as a guide, since a map holds all information",
            "Leverages maps as a guide, since a map holds all information needed to find pears, leaving no doubt.",
            "Leverages maps as a guide, since a map holds all information needed to find pears",
        ),
        (
            "Integrates a root reader, which feels the soil for stones",
            "The tool integrates a root reader, which feels the soil for stones, with a leaf reader that counts spots.",
            "Integrates a root reader, which feels the soil for stones, with a leaf reader",
        ),
        (
            "Orchard data set for pruning bees by name, focusing on finding",
            "Proposes an orchard data set for pruning bees by name, focusing on finding and naming hives in snow.",
            "Orchard data set for pruning bees by name, focusing on finding and naming hives in snow",
        ),
    ],
)
def test_what_calls_for_more_is_told_on_to_it(cell: str, text: str, told: str) -> None:
    assert closed(cell, text) == told


@pytest.mark.parametrize(
    ("cell", "more", "rest"),
    [
        ("Shifts the work from merely painting old hives", " to warming their walls in the winter", ", as few do"),
        ("Asks keepers of old hives for help in response", " to three kinds of frost", ", which differ"),
        ("Uses rich maps, which represent each old hive", " as a point in the garden", ", so that bees see it"),
        ("Stores wax in a box, and quickly brings wax back", " in each cold week based on the frost", ", as few do"),
    ],
)
def test_a_word_that_calls_for_another_has_it(cell: str, more: str, rest: str) -> None:
    assert closed(cell, f"{cell}{more}{rest}.") == f"{cell}{more}"


def test_a_count_takes_what_it_counts_along_and_a_quoted_word_what_it_means() -> None:
    counted = "Data set to test two skills of bees in the cold"
    assert closed(counted, f"Presents a {counted}: finding hives and reading maps.").endswith("hives and reading maps")
    assert closed(counted, f"Presents a {counted}: one is old, and the authors doubt the other.") == counted
    parts = ": one that is old and warm, and another that is cold"
    assert closed(counted, f"Presents a {counted}{parts}.") == f"{counted}{parts}"
    quoted = 'Pruner that keeps a "plain" blade'
    assert closed(quoted, f"Builds a {quoted}: using one edge without teeth, unlike others.").endswith("without teeth")


def test_the_second_of_two_words_is_told_and_what_is_done_next_is_not() -> None:
    cell = "Measures how salt changes the growth of roots"
    assert closed(cell, f"{cell} and growing wetness during the frost.") == f"{cell} and growing wetness"
    assert closed(cell, f"{cell} and shoots.") == f"{cell} and shoots"
    assert closed(cell, f"{cell} and evaluates shoots.") == cell


def test_parts_that_are_listed_with_what_they_do_are_told_by_name() -> None:
    cell = "Keeps bees warm in the snow"
    parts = "via two tricks: Wool Wraps, wound by hand; and Straw Beds, changed each week"
    assert closed(cell, f"{cell} {parts}.") == f"{cell} via two tricks: Wool Wraps and Straw Beds"
    assert closed(cell, f"{cell} {parts.replace('two', 'three')}.") == cell


def test_what_is_asked_has_its_verb() -> None:
    text = "Explores whether a ladder made of hemp using only knots can hold two pickers in the rain"
    assert closed("Explores whether a ladder made of hemp", f"{text}.") == text


def test_stages_are_told_all_or_none() -> None:
    text = "Three-stage tool that prunes shoots, quickly grafts buds with old wax, and verifies roots through pipes"
    cell = "Three-stage tool that prunes shoots and quickly grafts buds with old wax"
    assert closed(cell, f"{text}.") == text


def test_a_list_whose_last_item_has_no_room_ends_with_those_told() -> None:
    cell = "Weighs a pear and an apple with a scale, sorts plums through sieves and nets"
    rest = f", and returns the {'very ' * 20}rotten ones."
    assert (
        closed(cell, f"{cell}{rest}")
        == "Weighs a pear and an apple with a scale and sorts plums through sieves and nets"
    )


def test_a_bare_verb_without_room_for_its_object_goes() -> None:
    cell = "Pruner that bends shoots along the tall garden wall, lifts"
    text = f"{cell} the {'very ' * 30}ripe pears, and sings."
    assert closed(cell, text) == "Pruner that bends shoots along the tall garden wall"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Averages both maps within the garden", "Averages both maps within the garden, which helps."),
        ("Open-source, Python-first garden tool", "Presents an open-source, Python-first garden tool for bees."),
        (
            "Prunes pears with care, avoiding common overfitting",
            "Prunes pears with care, avoiding common overfitting and ensuring rest.",
        ),
    ],
)
def test_what_is_whole_stays(cell: str, text: str) -> None:
    assert closed(cell, text) == cell


def test_a_text_trimmed_out_of_its_sentence_gets_the_rest_back_without_examples() -> None:
    quote = 'We propose a loop that turns remarks, e.g., "cut less", or "water more often", into rules for keepers.'
    text = "Proposes a loop that turns remarks."
    assert restored(text, (quote,)) == "Proposes a loop that turns remarks into rules for keepers."
    assert restored(text, ("We propose a loop that turns remarks, and we sell it.",)) == text
    assert (
        closed("Loop that turns remarks", restored(text, (quote,))) == "Loop that turns remarks into rules for keepers"
    )


@pytest.mark.parametrize(
    ("cell", "text", "told"),
    [
        (
            "Waters elms in the dark and uncovers a surprising result",
            "Waters elms in the dark and uncovers a surprising result: training with dry roots can be right: it.",
            "Waters elms in the dark and uncovers a surprising result: training with dry roots can be right",
        ),
        (
            "Simple solution: inserting a single",
            "Proposes a simple solution: inserting a single, carefully initialized hook after the trunk to hold it.",
            "Simple solution: inserting a single, carefully initialized hook after the trunk",
        ),
        (
            "Orchard in which old rows are drawn as fuzzy",
            "Presents an orchard in which old rows are drawn as fuzzy, numerical borders that hold.",
            "Orchard in which old rows are drawn as fuzzy, numerical borders",
        ),
    ],
)
def test_what_a_cell_promises_or_breaks_off_is_told(cell: str, text: str, told: str) -> None:
    assert closed(cell, text) == told
