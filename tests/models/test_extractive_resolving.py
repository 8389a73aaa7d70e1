"""A sentence that starts with what another one names, told with that name."""

import pytest

from survey.models.extractive.pieces import pieces_of
from survey.models.extractive.resolving import resolved
from survey.questions import NumberedPaper

OFFERS = "Proposes TreeNet, a network for old woods."


@pytest.mark.parametrize(
    ("sentence", "before", "name", "told"),
    [
        ("Its core ideas are bark and leaves.", OFFERS, "TreeNet", "TreeNet's core ideas are bark and leaves."),
        ("Its two stages rank twigs.", "The method prunes woods.", None, "The method's two stages rank twigs."),
        ("It ranks twigs.", "Proposes TREE-DTS, a network.", "TREE", "TREE-DTS ranks twigs."),
        ("Its leaves are green.", OFFERS, "TreeNet", "Its leaves are green."),
        ("Its core ideas are bark and leaves.", "Woods are old.", "TreeNet", "Its core ideas are bark and leaves."),
    ],
)
def test_its_ideas_are_those_of_what_was_named(sentence: str, before: str, name: str | None, told: str) -> None:
    assert resolved(sentence, before, before, name) == told


def test_the_first_item_of_what_is_found_is_one_of_the_papers_own_findings() -> None:
    split = ("Woods are old.", "Our study reveals that:", "(i) Oaks need more light than pines.", "(ii) Pines lean.")
    piece = pieces_of(NumberedPaper("P1", "Woods", split))[2]
    assert piece.text == "The study reveals that oaks need more light than pines."
    assert piece.low.startswith("our study reveals that")
    assert piece.numbers == (2, 3)
