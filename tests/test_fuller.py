"""A short phrase goes on where its sentence tells more of what the paper does, and only there."""

import pytest
from costs import growth
from hypothesis import given
from hypothesis import strategies as st

from survey.approach import approach
from survey.fuller import fuller, to_the_end


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("Masks out a portion of each row", "Masks out a portion of each row and then predicts the missing leaves."),
        ("Ladder on top of hemp ropes", "Builds a ladder on top of hemp ropes, enabling monks to reach the crowns."),
        ("Frost net that keeps buds", "Presents a frost net that keeps buds under a sheet of woven straw."),
        ("Map of shoots found by sap probes", "Draws a map of shoots found by sap probes across all rows of pears."),
        ("Scheme which is grounded in sap flow", "A scheme which is grounded in sap flow and uses hourly probes."),
        ("Tree of two kinds", "Draws a tree of two kinds: deep roots and dense crowns."),
        ("Ladder that learns a map", "A ladder that learns a map to tell how each pair of shoots leans."),
        ("Gardening dataset, which contains many leaves", "Presents a gardening dataset, which contains many leaves in "
         "several colours and labels of old monks."),
    ],
)  # fmt: skip
def test_what_completes_a_short_phrase_is_told_with_it(shown: str, text: str) -> None:
    whole = fuller(shown, text)
    rest = text[text.casefold().index(shown[1:].casefold()) + len(shown) - 1 :].rstrip(".")
    assert whole == f"{shown}{rest}"


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("Frost net for young buds", "Presents a frost net for young buds."),  # nothing follows
        ("Frost net for young buds", "A frost net for young buds and shows that ladders break."),  # a claim
        ("Frost net for young buds", "A frost net for young buds and proposes a ladder of hemp."),
        ("Frost net for young buds", "A frost net for young buds to improve the yield of orchards."),  # of any paper
        ("Frost net for young buds", "A frost net for young buds, which outperforms all other nets there."),
        ("Frost net for young buds", "A frost net for young buds, which serves as a strong baseline."),
        ("Frost net for young buds", "A frost net for young buds. By rope, gardeners climb to all of the crowns."),
        ("Frost net for young buds", "A frost net for young buds where they ripen in the light of day."),
        ("Frost net for young buds", "A frost net for young buds, a hemp ladder is laid below it."),  # another clause
        ("Frost net for young buds", "A ladder of another kind altogether."),  # no part of it
        ("", "A frost net for young buds by hand."),
    ],
)
def test_what_claims_praises_or_starts_anew_is_not_taken_in(shown: str, text: str) -> None:
    assert fuller(shown, text) == shown


def test_a_long_phrase_stays_as_it_is() -> None:
    long = "Frost net for the young buds of old pears in wet orchards of the very far and windy north"
    assert fuller(long, f"Presents a {long[0].lower()}{long[1:]} by means of hemp ropes.") == long


def test_a_name_is_not_taken_apart() -> None:
    text = "Proposes a deep tree ladder that combines Bidirectional Root Representations from Old Trees (BROT)."
    assert fuller("Deep tree ladder", text).endswith(("Deep tree ladder", "(BROT)"))


def test_a_second_verb_agrees_with_the_first() -> None:
    text = "Injects frost into each row and rank the flow of sap in the garden."
    assert fuller("Injects frost into each row", text) == (
        "Injects frost into each row and ranks the flow of sap in the garden"
    )


def test_a_bare_verb_is_no_end() -> None:
    text = "Introduces a sap clock for orchards to detect and test for such frost in the buds."
    assert fuller("Sap clock for orchards", text) == "Sap clock for orchards"


def test_a_cell_tells_what_a_framework_does_not_only_that_it_is_one() -> None:
    told = ["Presents a ladder-based gardening framework that weighs pears by the rope they bend."]
    assert approach(told, "Old Orchards") == "Ladder-based gardening framework that weighs pears by the rope they bend"


@given(st.text(max_size=40), st.text(max_size=200))
def test_any_text_is_borne_and_never_shortened(shown: str, text: str) -> None:
    assert fuller(shown, text).startswith(shown)
    assert fuller(shown, shown + text).startswith(shown)


@pytest.mark.parametrize("repeated", [" that keeps the buds, and", ", which (a", " (a"])
def test_a_hostile_text_costs_in_proportion(repeated: str) -> None:
    assert growth(lambda times: fuller("Frost net", "A frost net" + repeated * times), 2400) < 3


@pytest.mark.parametrize(
    ("shown", "rest"),
    [
        ("Fills orchards with young trees by guiding the shears", " through the outline of each crown"),
        ("Simplifies ladders without designs such as old rope and knots", " via hemp or splicing"),
        ("Hard pear mining (HPM), predicting the loss of each pear", " and subsequently determining where to pick"),
        ("Introduces a pair of tools: gather, which picks pears", ", and sort, which lays them in straw"),
        (
            "Crown module",
            ", in which the likeness between ropes and the maps of many leaves is turned into masks of trees",
        ),
        ("Ranks the pears of all the trees by the light on their skin", ", and then extracts the twigs in the north"),
    ],
)
def test_a_short_rest_that_belongs_to_a_phrase_is_told_with_it(shown: str, rest: str) -> None:
    assert to_the_end(shown, f"{shown}{rest}.") == f"{shown}{rest}"
    assert to_the_end(shown, f"{shown}{rest}. Uses ropes.") == f"{shown}{rest}"  # no word of the next sentence


@pytest.mark.parametrize(
    "rest",
    [
        " to improve the harvest",  # what it is good for
        " with better pears in all orchards",
        ", which outperforms older ladders",
        " for such pears",  # points out of the sentence
        ", and it is hung with ropes",
        " by hanging each of the ropes on the northern twigs of all the trees that bear fruit in late autumn",  # long
    ],
)
def test_what_comes_of_a_thing_or_is_long_is_left_behind(rest: str) -> None:
    shown = "Ranks the pears of all trees by the light on their skin"
    assert to_the_end(shown, f"{shown}{rest}.") == shown


@pytest.mark.parametrize(
    ("shown", "rest", "outcome"),
    [
        (
            "Profiles the light between the twigs inside of the crowns",
            ", as well as the trend of frost across orchards",
            "",
        ),
        ("Trains many garden tools including Big Hempen Ladders (BHL)", ", Random Ropes, LightBarrow, and XShears", ""),
        ("Pictures of the heart of a tree", " and a precise map of its moss", ""),
        ("Guides the shears of the old gardener", " through the outline of each crown", ", thereby sparing the twigs"),
    ],
)
def test_the_rest_of_a_list_is_told_but_not_what_comes_of_it(shown: str, rest: str, outcome: str) -> None:
    assert to_the_end(shown, f"{shown}{rest}{outcome}.") == f"{shown}{rest}"


def test_a_phrase_that_ends_its_sentence_or_stands_in_none_is_left_as_it_is() -> None:
    assert to_the_end("Ranks pears", "Ranks pears.") == "Ranks pears"
    assert to_the_end("Ranks pears", "Bends twigs through the outline of each crown.") == "Ranks pears"
    assert to_the_end("", "Bends twigs.") == ""


def test_a_second_verb_agrees_with_the_first_to_the_end() -> None:
    shown = "Uses a long ladder to reach the crown of an old tree"
    text = f"{shown} and then enhance the light of the leaves via an adaptive mirror."
    assert to_the_end(shown, text) == f"{shown} and then enhances the light of the leaves via an adaptive mirror"
