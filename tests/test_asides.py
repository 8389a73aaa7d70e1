"""What a sentence says is done beside its main verb."""

import pytest
from costs import growth
from hypothesis import given
from hypothesis import strategies as st

from survey.approach import approach
from survey.asides import claimed, done_beside, named_part, passive


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Attempts to mend shears, by capturing the light of each leaf", "Captures the light of each leaf"),
        ("By combining ropes, rungs and hooks, the authors present a simple ladder", "Combines ropes, rungs and hooks"),
        ("It can be had by a simple strategy -- employing a block of old yew", "Employs a block of old yew"),
        ("Reports trials to compare hemp with yew on wet days", "Compares hemp with yew on wet days"),
        ("The method involves frost masks and hourly probes", "Involves frost masks and hourly probes"),
        ("Works by randomly omitting half of the leaves", "Works by randomly omitting half of the leaves"),
        ("Provides a review of ladders for pears, covering ropes and rungs", "Covers ropes and rungs"),
        ("Conducts a careful comparison of hemp ropes and yew rungs", "careful comparison of hemp ropes and yew rungs"),
    ],
)
def test_a_means_is_told_under_its_own_verb(text: str, told: str) -> None:
    assert told in list(done_beside(text))


@pytest.mark.parametrize(
    "text",
    [
        "Shows that pears ripen by learning the light of each day",  # what pears do
        "Presents evidence that sap protects trees by inducing growth of the bark",
        "The theorem tells of all nets, by generalizing and strengthening known ones",  # half of a pair
        "Proposes a ladder of hemp for pears",
        "",
    ],
)
def test_what_the_world_does_by_doing_is_not_what_the_paper_does(text: str) -> None:
    assert not [one for one in done_beside(text) if one]


def test_how_a_thing_works_is_not_told_where_it_is_claimed_of_the_world() -> None:
    claim = "The data provide evidence that sap protects trees by inducing the growth of new bark."
    works = "Works by inducing the growth of new bark."
    assert claimed(works, claim)
    assert not claimed(works, "Protects trees by inducing the growth of new bark.")
    assert not claimed("Uses ropes.", claim)
    assert approach([claim, works], "Bark") == ""


@pytest.mark.parametrize(
    ("text", "of_method", "told"),
    [
        ("The old ladder was adapted to reach wet crowns", False, "old ladder adapted to reach wet crowns"),
        ("Two frost nets were trained on leaves of pears", False, "Two frost nets trained on leaves of pears"),
        ("The masks are then applied to guide the shears", False, "masks applied to guide the shears"),
        ("The masks are applied to guide the shears", True, "masks applied to guide the shears"),
        ("The model is then trained in turns, bending each shoot", True, "trained in turns, bending each shoot"),
        ("To save wood, thin rungs were built from old yew", False, "thin rungs built from old yew"),
        ("Ladders are used to climb trees", False, ""),  # what all do
        ("Existing ladders were built from yew", False, ""),
        ("Most of them were used to climb", True, ""),
        ("The authors were trained by monks", True, ""),
        ("Results were collected by hand", True, ""),
        ("Bends shoots toward the soil", True, ""),
    ],
)
def test_what_is_done_in_the_passive_stands_without_its_auxiliary(text: str, of_method: bool, told: str) -> None:
    assert passive(text, of_method) == told


def test_a_part_by_its_full_name_tells_what_it_does() -> None:
    does = "Adaptive Frost Masking (AFM) gently dims the buds of each row"
    assert named_part(does) == does
    assert named_part("Adaptive Frost Masking (AFM) outperforms the shears") == ""
    assert named_part("Adaptive frost is cold") == ""


def test_an_empty_cell_yields_to_what_is_done_beside() -> None:
    made = "Attempts to overcome these limitations with the proposed ladder, by capturing richer light of the leaves."
    assert approach([made], "Self-Made Ladders") == "Captures richer light of the leaves"
    asked = "Questions if strong yew ladders could be used as rungs for shears of the north."
    how = (
        "By combining three coupled rungs namely hemp, yew and straw, the authors present a simple ladder, called LAD."
    )
    assert approach([asked, how], "LAD: Yew") == "Combines three coupled rungs namely hemp, yew and straw"


def test_where_only_models_do_a_thing_it_is_not_the_papers() -> None:
    """Background told with "where we": what any ladder is given, not what this paper does."""
    study = "Reports empirical research to demonstrate what kinds of hemp ropes are best suited to various ladders."
    background = (
        "The ladders hold in a supervised fashion where the authors provide ropes mapped to the expected rungs."
    )
    assert approach([study, background], "An Analysis of Knots").startswith("Demonstrates what kinds of hemp ropes")


@given(st.text(max_size=200))
def test_any_text_is_borne(text: str) -> None:
    list(done_beside(text))
    named_part(text)
    passive(text, True)
    claimed(text, text)


@pytest.mark.parametrize("repeated", [" by bending, a", " a,", " old", " Works by"])
def test_a_hostile_text_costs_in_proportion(repeated: str) -> None:
    def looked_at(times: int) -> None:
        text = "The" + repeated * times
        list(done_beside(text))
        passive(text, True)
        named_part(text)

    assert growth(looked_at, 2400) < 3
