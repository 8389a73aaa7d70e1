"""Which phrases may stand in a cell, and which findings."""

import pytest

from survey.approach import approach
from survey.passing import MOST_FOUND, asks, finding, is_finding, is_of_any, passed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The authors show that pears in the shade ripen a week after all others do",
         "Shows that pears in the shade ripen a week after all others do"),
        ("In contrast to old works, the authors show that the last rung discards the weight of the gardener",
         "Shows that the last rung discards the weight of the gardener"),
        ("The findings reveal that light ropes can reliably hold ladders of yew in the rain",
         "Reveals that light ropes can reliably hold ladders of yew in the rain"),
        ("Trains nets on leaves and shows that buds in the frost shrink by half their weight each night",
         "Shows that buds in the frost shrink by half their weight each night"),
        ("Shows that trees grown on the same soil and water, differing only in seed, bear different pears",
         "Shows that trees grown on the same soil and water, differing only in seed, bear different pears"),
        ("Observes an odd growth in old trees -- very few shoots are far longer than all shoots around",
         "Observes an odd growth in old trees -- very few shoots are far longer than all shoots around"),
    ],
)  # fmt: skip
def test_a_finding_is_told_under_its_verb(text: str, told: str) -> None:
    assert finding(text) == told
    assert is_finding(told)


@pytest.mark.parametrize(
    "text",
    [
        "Shows that these trees ripen a week after all the other ones do in the north",  # which?
        "Shows that here trees ripen a week after all the other ones do in the north",
        "Shows that existing ladders fail in the wet orchards of the far and windy north",  # what others do
        "Shows that it works",
        "Proposes a ladder of hemp",
        "Shows that " + "old trees bear pears and " * 9 + "apples",  # too long, and not to be cut
    ],
)
def test_a_finding_that_leans_on_its_abstract_is_none(text: str) -> None:
    assert finding(text) == ""


def test_a_finding_may_be_somewhat_longer_than_a_cell() -> None:
    long = (
        "Reveals that old yew ladders (OYLs), despite being carved from dry wood, are surprisingly strong supports for "
        "purely wet trees in the absence of any rope."
    )
    assert 24 < len(long.split()) <= MOST_FOUND
    assert approach([long], "Frozen Ladders") == long.rstrip(".")


@pytest.mark.parametrize(
    ("shown", "kept"),
    [
        ("Makes each rung of a ladder from old yew", True),
        ("Makes the first attempt to bend yew", False),
        ("Makes use of old yew for rungs of ladders", False),
        ("Gives an exact algorithm for the height of ladders", True),
        ("Gives insight into the height of ladders", False),
        ("Applies the method to rungs, ropes and hooks", False),
        ("Questions whether yew could serve as hemp", False),
        ("Relies solely on ropes and rungs of hemp", False),
        ("Ranks shoots by the sugar in their sap", True),
    ],
)
def test_what_any_paper_does_is_no_cell(shown: str, kept: bool) -> None:
    assert passed(shown) == (shown if kept else "")
    assert is_of_any(shown) is not kept


def test_what_is_asked_passes_only_where_it_is_wanted() -> None:
    question = "Examines whether frost has changed the yield of pears in the north"
    assert asks(question)
    assert passed(question) == ""
    assert passed(question, asking=True) == question
    assert not asks("Examines frost")
    assert approach([question], "Yield") == question  # the record has nothing else


def test_what_is_done_comes_before_what_is_asked() -> None:
    question = "Examines whether frost has changed the yield of pears in the north."
    done = "Compares buds of old pears by scales of brass."
    assert approach([question, done], "Yield") == done.rstrip(".")


def test_a_finding_is_told_without_its_examples() -> None:
    told = "Shows that trees of one kind shed their leaves in the early frost, such as yews, pears, elms, oaks, limes, "
    assert finding(f"{told}firs, ashes and all of the others that grow in wet and windy orchards of the far north") == (
        "Shows that trees of one kind shed their leaves in the early frost"
    )


def test_them_may_stand_behind_the_many_that_are_meant() -> None:
    kept = "Splits fallen twigs into bundles and stacks them within each shed"
    assert passed(kept) == kept
    assert not passed("Method that ranks the old wood and stacks them within each shed")
