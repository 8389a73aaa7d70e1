"""A sentence that starts with what another one names, told with that name."""

import pytest

from survey.models.extractive.contribution import contribution_of
from survey.models.extractive.manner import manner
from survey.models.extractive.pieces import pieces_of
from survey.models.extractive.record import read_paper
from survey.models.extractive.resolving import resolved
from survey.models.extractive.trim import stands_alone, trimmed
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


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("This encourages the model to look at twigs.", "This encourages the model to look at twigs."),
        ("This is an approach to find old oaks.", "This is an approach to find old oaks."),
        ("This simple method finds old oaks in woods.", "The simple method finds old oaks in woods."),
        ("This cross-modal approach finds old oaks.", "The cross-modal approach finds old oaks."),
        ("To highlight the urgency of this issue, we count old oaks in woods.", "Counts old oaks in woods."),
    ],
)
def test_a_this_that_is_no_methods_own_stays_and_what_for_goes(said: str, told: str) -> None:
    assert trimmed(said).replace("The authors count", "Counts") == told


def test_recent_advances_alone_are_no_way_to_work() -> None:
    assert manner("Leveraging recent advances in saws, the authors propose a cutter of all three woods.") is None
    assert manner("Leveraging bent saws of steel, the authors compare two cutters of old woods.") == (
        "Uses bent saws of steel."
    )


@pytest.mark.parametrize(
    "others",
    [
        "Wild wood pruning (WWP) is proposed to prune oaks under storms and drought in wild woods.",
        "Saws have changed how we write, communicate and prune oaks in wild woods.",
        "Pruning wild woods is hard, yet we still expect saws to prune oaks.",
    ],
)
def test_what_a_field_proposes_and_what_all_people_do_is_no_papers_contribution(others: str) -> None:
    own = "Specifically, we introduce a proxy that avoids the slow part."
    paper = NumberedPaper("P1", "Age proxy for pruning oaks in wild woods", (others, "Saws are old.", own))
    chosen = contribution_of(paper, pieces_of(paper))
    assert chosen is not None
    assert chosen.place == 2


@pytest.mark.parametrize(
    ("said", "alone"),
    [
        ("The method centers on two key components.", False),
        ("By comparing twigs with ropes, SawNet quantifies dual metrics.", False),
        ("Beyond shorter ropes, the authors show two crucial benefits largely overlooked by others.", False),
        ("Identifies two mechanisms that drive the growth of oaks.", True),
        ("Introduces two metrics: the age of oaks and the length of ropes.", True),
    ],
)
def test_parts_that_are_only_counted_say_nothing(said: str, alone: bool) -> None:
    assert stands_alone(said) is alone


@pytest.mark.parametrize(
    ("close", "taken"),
    [
        ("This paves the way for faster saws in woods.", False),
        ("These findings highlight saws as an efficient alternative to axes.", False),
        ("This lowers the error on pines to 3.1%.", True),
    ],
)
def test_a_close_does_not_stand_behind_the_figure_ahead(close: str, taken: bool) -> None:
    figure = "SawNet reaches an accuracy of 92.4% on oaks."
    paper = NumberedPaper("P1", "SawNet: cutting", ("We propose SawNet, a saw for oaks.", figure, close))
    assert any(close.rstrip(".") in one.text for one in read_paper(paper).results) is taken
