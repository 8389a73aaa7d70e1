"""Whether a statement says anything: how, of what, what came of it; or only that something is offered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.announcing import announces
from survey.document import Survey


@pytest.mark.parametrize(
    "text",
    [
        "One paper proposes a method for sorting apples.",
        "The FastNet paper presents a general framework for mitigating the effect of rain.",
        "One paper presents the submission to the shared task on apples.",
        "One paper introduces the Holistic Orchard Leaderboard (HOL).",
        "One paper focuses on a task in orchards, namely sorting.",
        "One study investigates the effect of rain on apples.",
        "One study shows experiments on several orchards.",
        "One study demonstrates the benefits of sorting.",
        "One survey reviews the foundations of orchards.",
        "FastNet is a framework for sorting apples.",
        "Masked apple nets (MAN) are scalable learners for orchards.",
        "node2tree is an algorithmic framework for trees in orchards.",
        "3DTree is the first verifier able to certify the age of trees.",
        "FastNet is a framework that incorporates three well-known mechanisms.",
        "Proposes FastNet, a simple and effective module for sorting apples.",
        "Explores the role of rain in orchards.",
        "One study compares various strategies of sorting using apples and pears.",
        "Using three kinds of apples, one paper performs controlled trials on a carefully chosen orchard.",
        "Through a review of existing orchards, one paper identifies and assesses a range of apples.",
        "FastNet is an apple model that excels in sorting and in counting.",
        "Using ripe apples, the SorterEval paper assesses 4 open and 15 closed sorters.",
        "By naming three kinds of apples and pears, FastNet conducts in-depth assessments of 15 sorters.",
        "One study evaluates 18 sorters and presents findings based on trials in three orchards.",
        "The FastNet paper presents insights derived from the participation in a contest, which ranks sorters.",
        "To facilitate a fair trial, one paper introduces a plain orchard to remove the effect of rain.",
        "One paper presents a net with two components: Leaf Encoder (LE) and Root Decoder.",
        "One paper presents a sorting framework based on masked apple nets (MAN).",
        "The FastNet paper proposes a way to explain the sorters of orchards, which learn maps from rain to apples.",
        "One paper proposes a framework, which is adaptive and flexible for large orchards.",
        # what it is good for says nothing of how
        "FastNet is a framework, enabling fast and gentle sorting of apples.",
        "FastNet is an approach that facilitates fast and gentle sorting.",
        "FastNet is a sorting framework, which is designed by considering the weight of apples.",
        "FastNet is a method that can sort apples of any size.",
        "One paper presents a method that outperforms all sorters.",
        "Outlines a pipeline consisting of three major steps.",
        "Conducts a series of experiments on apples.",
    ],
)
def test_what_only_says_that_something_is_offered(text: str) -> None:
    assert announces(text)


@pytest.mark.parametrize(
    "text",
    [
        "One paper proposes a method that sorts apples by their weight.",
        "One paper sorts apples by weighing them.",
        "One paper proposes to sort apples by weighing them first.",
        "One paper introduces two parts: a belt and a scale.",
        "One paper introduces a scale with a spring and a belt.",
        "One study investigates the effect of rain and finds that apples grow heavier.",
        "One study looks at orchards.",
        "One study explores rain as a cause, and proposes FastNet, which sorts by weight.",
        "One study finds a tendency of heavy apples to fall early.",
        "One study shows how rain may hurt apples, thus changing their price.",
        "FastNet is a framework which weighs each apple twice.",
        "FastNet is a dataset of 1,200 apples.",
        "FastNet is 3x faster than SlowNet.",
        "FastNet compares the weight of each apple to that of a pear.",
        "FastNet is a framework that incorporates three mechanisms: a belt, a scale and a saw.",
        "FastNet is a framework that enables gentle sorting by weighing each apple twice.",
        "FastNet is a framework for merging the weights of apples into one score.",
        "Outlines a pipeline consisting of a belt and a scale.",
        "Conducts a series of experiments on apples and finds that rain hurts.",
        "Apples fall earlier in wet years.",
        "",
        "One study evaluates 18 sorters and finds that the oldest are the best.",
        "One study evaluates 18 sorters, of which the best finds 72.4% of the apples.",
        "One paper presents a net with two components: a leaf encoder that masks and a root decoder that counts.",
        "One paper presents a framework based on apple nets whose leaves are masked at random.",
        "One paper proposes methods that learn maps from rain to apples.",
    ],
)
def test_what_says_how_or_what_came_of_it(text: str) -> None:
    assert not announces(text)


@pytest.mark.parametrize("does", ["comprises two parts", "consists of three steps", "involves three plain steps",
                                  "contains several parts", "includes two parts and is wide"])  # fmt: skip
def test_how_many_parts_something_has_says_not_how_it_works(does: str) -> None:
    assert announces(f"The FastNet paper introduces a framework, which {does}.")
    assert not announces(f"The FastNet paper introduces a framework, which {does}: a belt and a saw.")


@pytest.mark.parametrize("looks", "examine explore investigate study compare evaluate analyse assess test".split())
def test_what_the_authors_look_into_is_only_announced(looks: str) -> None:
    assert announces(f"Using SlimTree, the authors further {looks} whether leaves fall.")
    assert not announces(f"The authors {looks} leaves, showing that they fall.")


def test_what_a_paper_begins_by_is_only_announced() -> None:
    assert announces("The FastNet paper begins by detailing the assumptions of sorting.")


@given(st.text(max_size=200))
def test_any_text_is_judged(text: str) -> None:
    assert announces(text) in {True, False}


def test_few_findings_of_the_real_survey_only_announce(real_survey: Survey) -> None:
    told = [claim for topic in real_survey.topics for claim in topic.claims if claim.kind == "finding"]
    assert len(told) > 200
    assert sum(announces(claim.text) for claim in told) < 0.08 * len(told)


def test_each_topic_opens_with_what_its_papers_are_about(real_survey: Survey) -> None:
    opened = [any(claim.kind in {"agreement", "context"} for claim in topic.claims) for topic in real_survey.topics]
    assert opened
    assert all(opened)


def test_each_topic_still_has_findings(real_survey: Survey) -> None:
    counts = [sum(claim.kind == "finding" for claim in topic.claims) for topic in real_survey.topics]
    sizes = [len(topic.papers) for topic in real_survey.topics]
    assert min(counts) > 0
    assert sum(count >= min(3, size // 2) for count, size in zip(counts, sizes, strict=True)) > 0.9 * len(counts)
