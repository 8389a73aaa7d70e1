"""One step of a way to work yields to what its paper offers, and a "first" that no second follows goes."""

from dataclasses import replace

import pytest
from recorded_papers import paper, said

from survey.models.extractive.findings import Room, findings
from survey.models.extractive.steps import is_one_step, without_first

PLENTY = Room(1000, 10)


@pytest.mark.parametrize(
    "quote",
    [
        "Specifically, we first employ large ladders to reach the apples.",
        "We first introduce a Leaf Transformer module to count what hangs on a branch.",
        "First, we collect leaves from all branches.",
        "In SAWNET, we first develop a mask based attention to find dry wood.",
        "During the felling stage, SAWNET weighs twigs by their bark.",
        "In stage 2, the saw is kept still.",
    ],
)
def test_what_comes_first_is_a_step(quote: str) -> None:
    assert is_one_step((quote,), quote)


def test_what_a_next_step_follows_is_one() -> None:
    quote = "Specifically, we map leaves and twigs into the same space."
    assert is_one_step((quote,), f"We propose SawNet. {quote} Afterwards, a net of saws models what they share.")
    assert not is_one_step((quote,), f"We propose SawNet. {quote} Trials show that it is fast.")


@pytest.mark.parametrize(
    "quote",
    [
        "First, we show that ladders reach the apples.",
        "We first find 12% more apples by longer ladders.",
        "We propose a ladder that first maps the tree.",
    ],
)
def test_what_is_found_or_offered_is_no_step(quote: str) -> None:
    assert not is_one_step((quote,), f"{quote} We then pick them.")
    assert not is_one_step((), quote)


def test_a_step_is_told_behind_what_its_paper_offers() -> None:
    step = "Specifically, we first employ large ladders to reach the ripest apples of all the rows on steep hills."
    own = paper(
        1,
        "SawNet: Cutting Branches",
        said("contribution", "Proposes SawNet, a net that cuts branches by counting the rings of their wood."),
        replace(said("method", "Employs large ladders to reach the ripest apples of all rows."), quotes=(step,)),
    )
    told = findings([own], Room(1000, 10, each=2))
    assert [one.is_slight for one in told] == [False, True]
    assert told[0].text.startswith("SawNet is a net that cuts branches")


def test_a_first_without_a_second_goes() -> None:
    assert without_first("In SawNet, the authors first mask the leaves.") == "In SawNet, the authors mask the leaves."
    both = "In SawNet, the authors first mask the leaves and then count them."
    assert without_first(both) == both
    assert without_first("It takes the first ladder.") == "It takes the first ladder."
    assert without_first("A model in which, a module first cuts wood.") == "A model in which a module cuts wood."
