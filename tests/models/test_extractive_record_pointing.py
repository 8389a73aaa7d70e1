"""What points out of a sentence is found, and goes where it stands at the end."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.dumps import read_dumps
from survey.evidence import numbers, sentences
from survey.models.extractive.pointing import points_out, without_pointing
from survey.models.extractive.record import read_paper
from survey.models.extractive.trim import trimmed
from survey.questions import NumberedPaper


@pytest.mark.parametrize(
    "text",
    [
        "Introduces masked image modeling as a pre-training approach for this task.",
        "Attempts to overcome these limitations with guided self-attention.",
        "Shows that such models can be viewed as attention-driven.",
        "Develops this idea in the context of distillation.",
        "Presents a simple method tailored to address the above problems.",
        "Aims to understand the role of parameters used to transform features in this way.",
    ],
)
def test_what_a_sentence_does_not_name_itself_points_out_of_it(text: str) -> None:
    assert points_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "This paper presents SlimTree, a pruning framework.",
        "Learns representations that are compatible with those previously learned.",
        "Presents a human-in-the-loop framework such that users can correct decisions.",
        "Uses features of trees, such as age, and ranks them.",
        "Presents a dialogue system for forests and discusses the risks of building these systems.",
        "Measures how branches agree and how these branches grow.",
        "Separates those who smoke from those of the control group.",
    ],
)
def test_what_a_sentence_names_does_not(text: str) -> None:
    assert not points_out(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Introduces a new way of masking as a pre-training approach for this task.",
            "Introduces a new way of masking as a pre-training approach.",
        ),
        (
            "Introduces SlimTree, a new suite of leaves and twigs designed specifically for this task.",
            "Introduces SlimTree, a new suite of leaves and twigs.",
        ),
        ("Introduces masked image modeling as a pre-training approach for this task.",) * 2,  # it is new for that alone
        ("Shows that one can climb tall trees by learning steps to exit this region.",) * 2,
        (
            "Introduces a compression bias to network architectures to alleviate this over-fitting problem.",
            "Introduces a compression bias to network architectures.",
        ),
        (
            "Introduces a new fine-tuning method for sparse trees with both these properties.",
            "Introduces a new fine-tuning method for sparse trees.",
        ),
        ("Focuses instead on the channels and proposes a block.", "Focuses on the channels and proposes a block."),
        ("Shows instead that branches agree in most forests.", "Shows that branches agree in most forests."),
        ("It is still quite unclear whether all of the old trees truly rely on these roots.",) * 2,
        ("The first results highlight the many challenges posed by these old forests.",) * 2,
        ("Proposes a measure of the deviations of any trees from these old limits.",) * 2,
        ("Shows that most twigs of trees are held by these ropes.", "Shows that most twigs of trees are held."),
        ("Ranks branches for this task.", "Ranks branches for this task."),
        ("FastTree is a single architecture for any of these tasks.",) * 2,
        ("FastTree and SlowTree, which are pruned, are the only ones to exceed this random assignment.",) * 2,
        ("FastTree is among all methods the first method to solve these two tasks.",) * 2,
        (
            "Why trees fall in storms is poorly understood, limiting the ability to solve this problem.",
            "Why trees fall in storms is poorly understood, limiting the ability to solve this problem.",
        ),
        (
            "Prunes the branches of trees, and reaches 84.3% accuracy on these 20 forests.",
            "Prunes the branches of trees, and reaches 84.3% accuracy on these 20 forests.",
        ),
        (
            "Plants trees and ranks the branches of the trees by the age of these trees.",
            "Plants trees and ranks the branches of the trees by the age of these trees.",
        ),
    ],
)
def test_an_end_that_points_out_goes_where_enough_is_left_and_no_figure_is_lost(text: str, told: str) -> None:
    assert without_pointing(text) == told


def test_a_sentence_is_trimmed_of_it() -> None:
    assert trimmed("In this paper, we introduce masked modeling by twigs for young trees for this task.") == (
        "Introduces masked modeling by twigs for young trees."
    )
    assert trimmed("We show this by introducing a simple method called attention transfer.") == (
        "Introduces a simple method called attention transfer."
    )


def test_few_real_contributions_point_out_of_themselves(shared: Path) -> None:
    papers = [paper for dump in read_dumps([shared / "dumps"]).dumps for paper in dump.papers]
    told = [
        statement.text
        for paper in papers
        for statement in read_paper(NumberedPaper("P1", paper.title, sentences(paper.abstract))).statements
        if statement.field == "contribution"
    ]
    assert len(told) > 400
    assert sum(map(points_out, told)) < 0.08 * len(told)


@given(st.text(alphabet=st.sampled_from("thisue such.,A 1"), max_size=120))
def test_any_text_keeps_its_figures(text: str) -> None:
    assert numbers(without_pointing(text)) == numbers(text)
    assert points_out(text) in {True, False}


def test_them_behind_the_verb_points_out() -> None:
    assert points_out("Trains them on attention layer outputs and finds trees there too.")
    assert not points_out("Trains trees and prunes them on attention layer outputs.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Trains trees for their light instead: it lowers the saw.",
            "Trains trees for their light: it lowers the saw.",
        ),
        ("Classifies leaves instead, and shows that trees grow.", "Classifies leaves, and shows that trees grow."),
        ("Does not train saws and trains trees instead.", "Does not train saws and trains trees instead."),
        ("Abandons the old saws and uses lasers instead.", "Abandons the old saws and uses lasers instead."),
        (
            "Using roots instead, counting 20% of them, is enough.",
            "Using roots instead, counting 20% of them, is enough.",
        ),
    ],
)
def test_an_instead_of_nothing_goes(text: str, told: str) -> None:
    assert without_pointing(text) == told


def test_this_task_stays_where_the_sentence_names_it_and_no_loose_word_is_left_behind_what_goes() -> None:
    named = "TreeNet surpasses all nets on image classification, indicating that nets are unnecessary for this task."
    assert not points_out(named)
    assert without_pointing(named) == named
    assert points_out("TreeNet shows that nets are unnecessary for this task.")
    left = without_pointing("It tells much, revealing that there is rich information contained in these features.")
    assert left == "It tells much, revealing that there is rich information contained in these features."
    left = without_pointing(
        "Old trees tell us rather much, revealing that there is rich soil contained in these woods."
    )
    assert left == "Old trees tell us rather much."
