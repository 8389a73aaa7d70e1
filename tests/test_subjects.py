"""Who a claim is about, whatever a small model wrote: papers by their names, never by an id; several as several."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.papers import Paper
from survey.questions import ClaimAnswer
from survey.subjects import id_in, named_besides, of_one_paper, said_of

NAMED = Paper("fast", "FastNet: Quick Walks", "FastNet prunes old trees. It walks.")
NAMELESS = Paper("slow", "On Slow Walks", "We prune young trees by hand.")
OTHER = Paper("tree", "TreeNet: Tall Trees", "TreeNet grows tall trees.")
HOLDS_AN_ID = Paper("p2", "Walks on Route P2", "The route P2 is long.")
PAPERS = {"P1": NAMED, "P2": NAMELESS, "P3": OTHER}


def told(text: str, *papers: str) -> str:
    return said_of(ClaimAnswer(kind="finding", text=text, papers=list(papers) or ["P1"]), PAPERS)


@pytest.mark.parametrize(
    ("text", "cited", "shown"),
    [
        ("P1 prunes old trees.", ("P1",), "FastNet prunes old trees."),
        ("P2 prunes young trees.", ("P2",), "One paper prunes young trees."),
        ("We propose a walk.", ("P1",), "FastNet proposes a walk."),
        ("We propose a walk.", ("P2",), "One paper proposes a walk."),
        ("Proposes a walk.", ("P1",), "FastNet proposes a walk."),
        ("Proposes a walk.", ("P2",), "One paper proposes a walk."),
        ("Introduces FastNet for walks.", ("P1",), "One paper introduces FastNet for walks."),
        ("Trees of all kinds are pruned.", ("P1",), "Trees of all kinds are pruned."),
        ("Walks are long.", ("P1",), "Walks are long."),
        ("Branches grow.", ("P1",), "Branches grow."),
        ("P1 and P3 prune trees.", ("P1", "P3"), "FastNet and TreeNet prune trees."),
        ("P1 and P2 prune trees.", ("P1", "P2"), "P1 and P2 prune trees."),  # one has no name
        ("P1 and P3 prune trees.", ("P1",), "FastNet and P3 prune trees."),  # an id stays, and is refused for it
        ("P9 prunes trees.", ("P1",), "P9 prunes trees."),
        ("We prune.", ("P1", "P3"), "We prune."),  # of which?
    ],
)
def test_what_a_claim_says_of_whom(text: str, cited: tuple[str, ...], shown: str) -> None:
    assert told(text, *cited) == shown


@pytest.mark.parametrize(
    "start",
    [
        "All papers", "All the papers", "All of the papers", "Most papers", "Many of these papers", "Some papers",
        "Both papers", "Two papers", "Three of the papers", "Four papers", "The papers", "These papers",
        "All six papers", "The papers in this section", "The papers in this topic", "All papers in this survey",
        "The four papers in this part", "Several papers",
    ],
)  # fmt: skip
def test_however_many_they_are_called_they_are_several(start: str) -> None:
    assert told(f"{start} prune trees.", "P1", "P3") == "Several papers prune trees."


@pytest.mark.parametrize("behind", "of by in on from that which with".split())
def test_papers_of_some_kind_stay_what_they_are(behind: str) -> None:
    assert told(f"All papers {behind} trees prune.", "P1", "P3") == f"All papers {behind} trees prune."


def test_an_id_that_a_paper_writes_itself_is_its_word() -> None:
    papers = {**PAPERS, "P2": HOLDS_AN_ID}
    assert id_in("The route P2 is long.", papers) == ""
    assert id_in("P1 walks on P2.", papers) == "P1"
    assert id_in("A9 walks.", papers) == ""
    claim = ClaimAnswer(kind="finding", text="P2 is long.", papers=["P2"])
    assert said_of(claim, papers) == "P2 is long."


def test_a_paper_that_is_named_but_not_cited_is_noticed() -> None:
    assert named_besides("TreeNet prunes trees as FastNet does.", ["P1"], PAPERS) == "TreeNet"
    assert named_besides("TreeNet prunes trees as FastNet does.", ["P1", "P3"], PAPERS) == ""
    assert named_besides("Trees are pruned by FastNet.", ["P1"], PAPERS) == ""
    comparing = {**PAPERS, "P1": Paper("fast", "FastNet: Walks", "FastNet beats TreeNet.")}
    assert named_besides("FastNet beats TreeNet.", ["P1"], comparing) == "", "its own abstract says so"
    assert named_besides("TreeNets are many.", ["P1"], PAPERS) == "", "another word"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Suggests that trees sleep.", "One paper suggests that trees sleep."),
        ("Finds sleep in trees.", "One paper finds sleep in trees."),
        ("Trees sleep.", "Trees sleep."),
        ("Results show that trees sleep.", "Results show that trees sleep."),
        ("Shows of trees are rare.", "Shows of trees are rare."),
        ("", ""),
    ],
)
def test_a_statement_beside_no_paper_says_that_it_is_one_papers(text: str, shown: str) -> None:
    assert of_one_paper(text) == shown


@given(st.text(max_size=80), st.lists(st.sampled_from(["P1", "P2", "P3", "P8"]), max_size=3))
def test_any_claim_is_about_someone(text: str, cited: list[str]) -> None:
    claim = ClaimAnswer.model_construct(kind="finding", text=text, papers=cited)
    shown = said_of(claim, PAPERS)
    assert said_of(ClaimAnswer.model_construct(kind="finding", text=shown, papers=cited), PAPERS) is not None
    assert id_in(shown, PAPERS) in {"", id_in(text, PAPERS)}
    assert named_besides(text, [one for one in cited if one in PAPERS], PAPERS) in {"", "FastNet", "TreeNet"}
