"""How a method works, told from the sentence that names it; nothing where that sentence doesn't say."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.dumps import read_dumps
from survey.evidence import sentences, support
from survey.models.extractive.manner import manner
from survey.models.extractive.trim import trimmed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Proposes SlimTree, a method that ranks branches by how often they agree.",
            "Ranks branches by how often they agree.",
        ),
        ("Proposes to rank noise levels by redesigning the weights of a loss.", "Redesigns the weights of a loss."),
        ("Presents a test of nets, using pairs of seeds drawn at random.", "Uses pairs of seeds drawn at random."),
        ("Proposes a fix based on providing extra tokens to the net.", "Provides extra tokens to the net."),
        (
            "Introduces a filter based on Distance Correlation of two features.",
            "Uses Distance Correlation of two features.",
        ),
        (
            "Develops a loss that weighs pixels by their distance, and shows that it helps.",
            "Weighs pixels by their distance.",
        ),
        ("Proposes to merge and rank branches of all trees.", "Merges and ranks branches of all trees."),
        ("A filter is proposed to jointly rank the branches of trees.", "Jointly ranks the branches of trees."),
        ("Combines votes of branches and masks to rank trees.", "Combines votes of branches and masks."),
        ("Applies a gate to all branches, which saves memory.", "Applies a gate to all branches."),
        (
            "Proposes a way to learn, using a loss on all classes, and learning a mask of the last layer.",
            "Uses a loss on all classes.",
        ),
        (
            "Proposes a change of trees by shifting from single leaves to whole branches.",
            "Works by shifting from single leaves to whole branches.",
        ),
        (
            "Introduces a method called vote transfer, where the votes of a forest are handed to a single tree.",
            "The votes of a forest are handed to a single tree.",
        ),
        (
            "Presents SlimTree, the first store of trees, encoding both the leaves and the branches of a tree.",
            "Encodes both the leaves and the branches of a tree.",
        ),
        (
            "Proposes SlimTree, which is composed of three parts: a gate, a mask of leaves, and a vote.",
            "Consists of three parts: a gate, a mask of leaves, and a vote.",
        ),
        (
            "Using a mix of random and guided search, the authors discover new kinds of trees.",
            "Uses a mix of random and guided search.",
        ),
        (
            "Takes one step further to propose a net which skips all layers of leaves but one.",
            "Skips all layers of leaves but one.",
        ),
    ],
)
def test_the_part_that_says_how(text: str, expected: str) -> None:
    assert manner(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Proposes SlimTree, a method that outperforms all others on small devices.",
        "Proposes a method that is fast.",
        "Argues that this interpretation may be right in most cases.",
        "Compares nets trained through different methods of supervision.",
        "Shows that nets learn.",
        "Shows that judges of trees fail by leaning on cuts made in the first of all layers.",
        "Presents the Trees1K dataset, which contains masks of leaves of many kinds.",
        "Proposes a way to study trees by inverting them with a net of many layers.",
        "Introduces a tool such that users can mend the choice of a tree.",
        "Proposes to explore the votes kept in the last layers of a net.",
        "Proposes to improve the accuracy of all trees.",
        "Applies a gate to all branches of trees.",
        "Proposes a net that ranks edges (by their",
    ],
)
def test_an_outcome_or_a_finding_is_no_method(text: str) -> None:
    assert manner(text) is None


def test_it_ends_where_the_authors_speak() -> None:
    told = manner("Using pairs of seeds drawn from a pool, using a coin thrown by hand, the authors compare two nets.")
    assert told == "Uses a coin thrown by hand."


def test_real_methods_say_nothing_that_their_sentence_does_not(shared: Path) -> None:
    papers = [paper for dump in read_dumps([shared / "dumps"]).dumps for paper in dump.papers]
    texts = {trimmed(s) for paper in papers for s in sentences(paper.abstract)}
    told = [(text, how) for text in sorted(texts) if (how := manner(text))]
    assert len(told) > 200
    for text, how in told:
        assert support(how, text) >= 0.75, (how, text)
        assert re.fullmatch(r"[A-Z].*\.", how), how
        assert not re.search(r"\bthe authors\b", how), how


@given(st.text(max_size=200))
def test_any_text_can_be_asked_how(text: str) -> None:
    assert manner(text) is None or text
