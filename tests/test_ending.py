"""Where a cell's phrase may end further on than at its first break, and where it may not."""

import pytest

from survey.cutting import splits
from survey.ending import end_of, later_ends
from survey.phrasing import LONGEST, longer, phrase


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("a ladder of hemp to climb by night", "a ladder of hemp to climb by night"),
        ("a ladder for pears, which outperforms shears in tests", ""),  # what comes of it
        ("a ladder for early pears that keeps both its rungs and its ropes dry", "both its rungs and its ropes dry"),
        ("a ladder for early pears, a key step toward gardens of robots", ""),
    ],
)
def test_a_phrase_goes_on_to_what_the_thing_does_but_not_to_what_comes_of_it(text: str, ends: str) -> None:
    cut = len("a ladder for pears") if text.startswith("a ladder for pears") else len("a ladder of hemp")
    found = [text[:at] for at in later_ends(text, cut, LONGEST, LONGEST + 40)]
    assert found[0].endswith(ends) if ends else not [one for one in found if "," in one], found


def test_the_last_end_not_far_behind_the_usual_comes_first() -> None:
    text = "a ladder for early pears that keeps its rungs dry by a roof of moss"
    found = later_ends(text, len("a ladder for early pears"), 50, 100)
    assert found[0] == len(text)
    assert later_ends(text, len("a ladder for early pears"), 20, 40) == []
    far = later_ends(text, 5, 20, 100)
    assert far[0] <= 20 + 30 < far[-1]


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("Feeds the leaves of early pears", " into a press of oak"),
        ("Reformulates the pruning of pears", " as a game of two gardeners"),
        ("Bridges the wishes of gardeners", " with the skill of robots"),
        ("Prevents leaves of early pears", " from falling"),
        ("Ladder for pears harvested", " by robots"),
        ("The applicability of shears", " to pears"),
        ("Combines the speed of robots", " with the care of gardeners"),
        ("Asks gardeners who participated", " in the harvest"),
        ("Compares ladders prescribed primarily", " for gardeners"),
        ("Avoids fitting the ladder", " to outliers"),
    ],
)
def test_what_a_word_calls_for_is_not_cut_off(head: str, rest: str) -> None:
    assert splits(f"{head}{rest}", len(head))
    assert not splits(f"Ladder for pears{rest}", len("Ladder for pears")) or rest.startswith(" to ")
    cut, mark = end_of(f"{head}{rest}", LONGEST)
    assert (cut, mark) == (len(head + rest), "")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Proposes ladders for early pears of the north serving", "Ladders for early pears of the north"),
        ("Proposes ladders for early pears, inspired", "Ladders for early pears"),
        ("Proposes ladders for early pears of the north without the need", "Ladders for early pears of the north"),
        ("Describes how shoots are found and refined", "Describes how shoots are found and refined"),
        (
            "Adopts ladders of hemp through night and refined by rain",
            "Adopts ladders of hemp through night and refined by",
        ),
    ],
)
def test_no_participle_or_need_is_left_alone_at_the_end(text: str, cell: str) -> None:
    assert phrase(text).startswith(cell)


def test_longer_phrases_are_whole_and_hold_the_first() -> None:
    text = "Introduces Climbing Ladders (CL), a method for reaching pears by bending shoots during their winter sleep."
    told = list(longer(text))
    assert phrase(text).startswith("Climbing Ladders (CL), a method for reaching pears")
    assert all(one.startswith(phrase(text)) and not one.endswith(("by", "during", "their")) for one in told)
    listed = "Presents Climbing Ladders (CL): ropes of hemp, rungs of yew, and hooks of iron."
    assert next(longer(listed), phrase(listed)).endswith("rungs of yew, and hooks of iron")
    joined = "Presents a ladder of old hemp, the Ladder (L), and combines it with a roof of moss."
    assert not [one for one in longer(joined) if "combines" in one]  # "ladder ... and combines it" is no thing


def test_a_list_with_two_named_parts_does_not_end_at_the_first() -> None:
    text = "Consists of two parts: a ladder for early pears and a roof of moss that keeps its rungs dry for the winter"
    assert phrase(f"{text}.").endswith("the winter")


def test_a_sentence_that_nearly_fits_is_told_whole() -> None:
    head = (
        "Examines the comparative growth characteristics of classical orchard trees at seven stations of the north and "
    )
    assert phrase(f"{head}of the far east.") == f"{head}of the far east"
    assert len(phrase(f"{head}of the far east of an island that nobody has ever seen from a ship.")) <= LONGEST + 30


def test_a_phrase_too_long_for_a_cell_ends_before_a_bracket_rather_than_within_a_word() -> None:
    text = (
        "Compares two novel ladders (rope-based and rung-based ladderlikes) against conventional hempen ladder "
        "representations (heavy woven ropes and woven straws), measuring the weight"
    )
    at, mark = end_of(text, 110)
    assert (text[:at].endswith("ladder representations"), mark) == (True, "")
