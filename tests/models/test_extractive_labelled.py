"""Labels ahead of a sentence, and places in a row, that only the abstract knows."""

import pytest

from survey.announcing import announces
from survey.models.extractive.gaps import gap_of
from survey.models.extractive.subject import with_subject
from survey.models.extractive.trim import is_bare_item, trimmed
from survey.questions import RecordedPaper


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Objective: Develop a cheap, tree-based pipeline for notes.",
         "Aims to develop a cheap, tree-based pipeline for notes."),
        ("Objective: Trees grow in forests.", "Trees grow in forests."),
        ("We grow trees across the whole nation..", "Grows trees across the whole nation."),
        ("(2) Careful Pruning: We cut each tree by hand.", "Cuts each tree by hand."),
        ("Our contributions are three-fold: first, we plant many trees.", "Plants many trees."),
        ("Building on the second observation, we propose trees that grow.", "Proposes trees that grow."),
        ("Building on the first forest, we propose trees that grow.",
         "Building on the first forest, the authors propose trees that grow."),
    ],
)  # fmt: skip
def test_a_label_or_a_place_in_a_row_goes(sentence: str, told: str) -> None:
    assert trimmed(sentence) == told


def test_an_item_that_only_says_what_happens_there_is_bare() -> None:
    assert is_bare_item("(3) Solver-Centric Growth, where a gardener compiles the wishes of trees.")
    assert not is_bare_item("(3) We grow trees, where a gardener compiles the wishes of all.")


def test_challenges_that_persist_are_no_doing_of_a_paper() -> None:
    paper = RecordedPaper("p1", "On trees", (), "Trees grow.")
    persist = "Challenges persist with old trees, where all known ways of pruning failed to help."
    assert gap_of(paper, persist) == f"According to one paper, {persist[0].lower()}{persist[1:]}"
    assert with_subject(paper, "Challenges the view that trees sleep.").startswith("One ")


def test_a_closing_discussion_only_announces() -> None:
    assert announces("Concludes by discussing how this opens avenues for growing trees.")
    assert not announces("Concludes that trees grow by rain.")
