"""What is added to a way to work yields to what that way is."""

import pytest

from survey.models.extractive.auxiliary import is_added
from survey.models.extractive.record import read_paper
from survey.questions import NumberedPaper

TITLE = "SlimTree: Pruning forests by their twigs"
OFFER = "We propose SlimTree, a way to prune forests."
CORE = "SlimTree uses a small network to rank all branches by how often their twigs agree."
ADDED = "we introduce a novel regularization module that aligns the features of leaves with a contrastive loss."


@pytest.mark.parametrize(
    "opening", ["Moreover,", "Second,", "Besides,", "To further improve growth,", "To handle stormy days,"]
)
def test_an_added_part_is_the_method_only_where_nothing_tells_the_core(opening: str) -> None:
    def method(*sentences: str) -> list[int]:
        answer = read_paper(NumberedPaper("P1", TITLE, (OFFER, *sentences)))
        return next((told.sentences for told in answer.statements if told.field == "method"), [])

    added = f"{opening} {ADDED}"
    assert method(added) == [2]
    assert method(CORE, "It is tried on oaks.", added) == [2]


@pytest.mark.parametrize(
    ("low", "added"),
    [
        ("additionally, we train a filter.", True),
        ("we also train a filter.", True),
        ("finally, a filter is trained.", True),
        ("to mitigate drift, a filter is trained.", True),
        ("a filter is trained on leaves.", False),
        ("to prune forests, we train a filter.", False),
        ("moreover, the twigs of forests guide the pruning in slimtree.", False),  # what the title names is the core
    ],
)
def test_openings_tell_what_is_added(low: str, added: bool) -> None:
    assert is_added(low, TITLE) is added
