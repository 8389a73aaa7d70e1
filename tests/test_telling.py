"""What a line may say under its paper's title: something new, of things that have been named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.document import Survey
from survey.lines import paper_lines
from survey.records import Record, Result, Statement
from survey.telling import leaning, restates

TITLE = "SlimTree: A Simple Framework for Pruning Decision Trees"


@pytest.mark.parametrize(
    "text",
    [
        "Presents SlimTree, a simple framework for pruning decision trees.",
        "Proposes a novel and effective method for the pruning of decision trees, called SlimTree.",
        "This paper introduces a decision tree pruning approach.",
    ],
)
def test_a_text_that_the_title_says_already_is_known(text: str) -> None:
    assert restates(TITLE, text)


@pytest.mark.parametrize(
    "text",
    [
        "SlimTree drops branches whose leaves agree on most samples.",
        "Pruning decision trees with SlimTree takes 40 % less memory.",
        "Presents SlimTree, which prunes decision trees by the gradient of a smoothed loss.",
    ],
)
def test_a_text_that_says_how_or_how_much_is_new(text: str) -> None:
    assert not restates(TITLE, text)


@pytest.mark.parametrize(
    ("text", "much"),
    [
        ("Around this point a cluster grows until its leaves agree.", 2),
        ("Around this point a tree grows until its leaves agree.", 2),
        ("These indices tell what each region contributes.", 2),
        ("Trains them on the outputs of every layer.", 2),
        ("It halves the time of each query.", 2),
        ("This makes the search feasible for large forests.", 2),
        ("SlimTree explains such a network by its largest branch.", 2),
        ("The map is estimated from random samples.", 1),
        ("Uses the same indices for each tree.", 1),
        ("Prunes by the two indices, and stops.", 1),
        ("Prunes the given trees twice.", 0),
        ("Has the same indices as a tree.", 0),
        ("Draws indices, and learns from the two indices.", 0),
        ("In the second stage, trees are pruned.", 1),
        ("For each branch a tree is pruned.", 1),
        ("Begins by pruning trees.", 1),
        ("The trees are grown greedily, and these trees are pruned.", 0),
        ("Finds that such branches hold most of the error.", 2),
        ("SlimTree drops branches, and this halves the time of each query.", 0),
        ("Proposes a network that tackles this challenge by sharing its branches.", 0),
        ("The method samples leaves at random.", 0),
        ("Uses data such as tables and lists.", 0),
        ("It is shown that deep trees overfit.", 0),
        ("May be the key to unraveling this secret of trees.", 2),
        ("Studies whether this observation holds for trees.", 2),
        ("Explains trees, and these explanations are short.", 0),
        ("Shows that these axes help trees to grow.", 2),
        ("Proposes a saw, SlimTree, designed to meet these challenges in wet woods.", 1),
        ("Proposes a saw, SlimTree, that meets these challenges by cutting twice.", 0),
        ("The cut-and-grown sets consist of four trees and one leaf.", 1),
        ("Learns from both signals, which enriches the leaves.", 2),
        ("To isolate its effect, the authors prune trees.", 2),
        ("This paper prunes trees from the leaves upwards.", 0),
        ("Prunes those branches that hold few samples.", 0),
    ],
)
def test_what_points_to_something_unnamed_leans_on_its_abstract(text: str, much: int) -> None:
    assert leaning(text, TITLE) == much


def test_what_stands_ahead_may_be_pointed_at() -> None:
    ahead = "SlimTree draws a map of the branches."
    assert leaning("It is estimated from such a map.", TITLE, ahead) == 0
    assert leaning("These maps are small.", TITLE, ahead) == 0
    assert leaning("These indices are small.", TITLE, ahead) == 2
    assert leaning("This takes a second.", TITLE, ahead) == 0
    assert leaning("The main trunk takes a second.", "On Saws", ahead) == 1, "no trunk was named"
    assert leaning("The random map takes a second.", TITLE, ahead) == 0


@given(st.text(max_size=80), st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_judged(text: str, title: str, ahead: str) -> None:
    assert leaning(text, title, ahead) in {0, 1, 2}
    assert restates(title, text) in {True, False}


# --- the line that is chosen by it ---


def said(text: str) -> Statement:
    return Statement(text=text, quotes=(text,))


def first_line(record: Record) -> str:
    return paper_lines(["a"], {"a": record}, (), {"a": TITLE})[0].statements[0].text


KNOWN = said("Presents SlimTree, a framework for pruning decision trees.")
HOW = said("SlimTree drops branches whose leaves agree on most samples.")
LOOSE = said("These indices tell what each region contributes.")
FIGURE = Result(text="Queries take 40 % less time.", quotes=("Queries take 40 % less time.",), value="40", unit="%")
PRAISE = Result(text="The method works on several data sets.", quotes=("It works on several data sets.",))


def test_a_paper_is_told_by_what_its_title_does_not_say() -> None:
    assert first_line(Record(contribution=KNOWN, method=HOW)) == HOW.text
    assert first_line(Record(contribution=HOW, method=LOOSE)) == HOW.text
    assert first_line(Record(contribution=LOOSE, results=(FIGURE,))) == FIGURE.text


def test_a_paper_without_anything_better_is_told_by_what_there_is() -> None:
    assert first_line(Record(contribution=KNOWN, method=LOOSE)) == KNOWN.text
    assert first_line(Record(contribution=KNOWN, results=(PRAISE,))) == KNOWN.text, "praise is no better"
    assert first_line(Record(contribution=LOOSE)) == LOOSE.text


def test_a_second_statement_that_points_away_is_left_out() -> None:
    away = Result(text="These indices reach 90 %.", quotes=("These indices reach 90 %.",), value="90", unit="%")
    lines = paper_lines(["a"], {"a": Record(contribution=HOW, results=(away, FIGURE))}, (), {"a": TITLE})
    assert [one.text for one in lines[0].statements] == [HOW.text, FIGURE.text]


def test_few_lines_of_the_real_survey_lean_on_their_abstract(real_survey: Survey) -> None:
    titles = {paper.key: paper.title for paper in real_survey.papers}
    firsts = [
        (line.statements[0].text, titles[line.paper])
        for topic in real_survey.topics
        for line in paper_lines(topic.papers, real_survey.records, topic.claims, titles)
    ]
    assert len(firsts) > 400
    assert sum(leaning(*one) == 2 for one in firsts) < 0.04 * len(firsts)
    assert sum(restates(title, text) for text, title in firsts) < 0.04 * len(firsts)
