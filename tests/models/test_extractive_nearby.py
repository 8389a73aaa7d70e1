"""Figures on data that the sentence before them names, and figures whose list has a form of its own."""

import pytest

from survey.models.extractive.nearby import placed_nearby
from survey.models.extractive.paired import paired
from survey.models.extractive.record import read_paper
from survey.models.extractive.reported import Result
from survey.models.extractive.results import figures
from survey.questions import NumberedPaper

TRIED = "Empirical validation on the OakTrees benchmark shows how well it works."
REACHED = "TreeNet establishes a new state-of-the-art 0.359 NDS at a low cost."


def place(text: str, before: str, *others: str) -> list[str | None]:
    """The data sets of the figures of ``text``."""
    return [one.dataset for one in placed_nearby(figures(text), text, before, [before, text, *others])]


@pytest.mark.parametrize(
    "before",
    [
        TRIED,
        "On the OakTrees 256x256 benchmark, it is far ahead of others.",
        "Using the OakTrees dataset, a net of two layers was implemented.",
        "We used the OakTrees 2021 dataset, of which we took the best pictures.",
    ],
)
def test_a_figure_is_on_the_only_data_that_the_sentence_before_says_were_tried_on(before: str) -> None:
    assert place(REACHED, before) == ["OakTrees"]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        (REACHED, "Experiments on the OakTrees and BirchTrees benchmarks show how well it works."),
        (REACHED, "Pre-training on the OakTrees dataset takes long."),  # not tried on
        (REACHED, "We release the OakTrees benchmark."),
        (REACHED, "A net trained on the OakTrees dataset was used."),
        ("On average, TreeNet reaches 0.359 NDS.", TRIED),  # says something of its place itself
        ("TreeNet reaches 0.359 NDS in real-world tests.", TRIED),
        ("TreeNet reaches 120 FPS.", TRIED),
        ("TreeNet reaches 0.5 AP for few-shot object detection.", TRIED),  # a task of its own
    ],
)
def test_what_is_doubtful_stays_without_data(text: str, before: str) -> None:
    assert place(text, before) == [None]


def test_other_data_anywhere_make_it_doubtful() -> None:
    assert place(REACHED, TRIED, "Results on ImageNet are alike.") == [None]


def test_both_sentences_are_quoted() -> None:
    paper = NumberedPaper("P1", "TreeNet", ("We propose TreeNet, a net that finds trees.", TRIED, REACHED))
    told = [one for one in read_paper(paper).results if one.value]
    assert [(one.dataset, one.sentences) for one in told] == [("OakTrees", [3, 2])]


def test_pairs_with_a_stroke_have_two_measures() -> None:
    text = "It lifts accuracy and F1 score performance to 95.1 % / 0.918 on OAK II and 87.1 % / 0.840 on ELM."
    assert figures(text) == (
        Result("accuracy", "95.1", "%", "OAK II"),
        Result("F1 score", "0.918", None, "OAK II"),
        Result("accuracy", "87.1", "%", "ELM"),
        Result("F1 score", "0.840", None, "ELM"),
    )


@pytest.mark.parametrize(
    "text", ["It has an accuracy of 95.1 on OAK.", "It gains +4.8 to +12.6 on ResNet-50.", "A 3/4 share is on OAK."]
)
def test_other_lists_are_left_alone(text: str) -> None:
    assert paired(text) == []
