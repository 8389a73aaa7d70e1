"""What in a sentence hangs on sentences that aren't there, by classes of wording; and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.claims import Claim
from survey.document import Survey
from survey.evidence import sentences
from survey.hanging import hanging

TITLE = "SlimTree: A Framework for Pruning Decision Trees"


@pytest.mark.parametrize(
    ("text", "much"),
    [
        # a trouble, an alternative, an "instead" of what nobody named
        ("Presents the view that masks are a means of addressing the prevailing issue.", 1),
        ("Proposes a solution based on adding leaves to the tree.", 1),
        ("Proposes small trees as an efficient and robust alternative.", 2),
        ("Sorting end to end trains trees for importance instead: it weighs each leaf.", 2),
        ("Argues that masks are general enough for both, with one saw.", 2),
        ("For each update, the tree paper computes the difference of two leaves.", 1),
        ("Trees are not felled but sold instead.", 0),
        ("At each step, the method drops a leaf.", 0),
        # two things of which nobody said which
        ("Using both signals enriches what is learned for the task of sorting apples.", 2),
        ("Models both tasks jointly, which can serve as a start for sorting apples.", 2),
        ("SlimTree reads both modalities and improves the accuracy of each leaf.", 2),
        ("SlimTree reads both modalities, sound and text, at each leaf.", 0),
        ("SlimTree uses both leaves and branches.", 0),
        ("Of pears and apples, SlimTree sorts both kinds.", 0),
        ("SlimTree trains two trees and prunes both of them.", 0),
        ("Leaves are grown on both sides.", 0),
        ("Focuses on the latter task, that is, sorting apples.", 2),
        ("Of trees and shrubs, the latter need less water.", 0),
        # how many there are, but not which
        ("Examines how the three criteria hold in large forests.", 1),
        ("SlimTree sums the scores of all three heads.", 1),
        ("Details how the saw makes the three corresponding datasets (Cut, Fell).", 1),
        ("SlimTree tests a saw for each subtask, and finds that axes help.", 1),
        ("SlimTree has two subtasks, and tests a saw for each subtask.", 0),
        # most of what, what is kept and where others lose it, whose figures
        ("One study finds that most struggle to cut straight.", 2),
        ("Tests ten saws, of wood and of steel, and finds that most struggle to cut straight.", 0),
        ("One study finds that most saws struggle to cut straight.", 0),
        ("SlimTree with a sharp saw maintains an accuracy of 50%.", 2),
        ("SlimTree maintains an accuracy of 50% even when leaves are hidden.", 0),
        ("Compared to the old saw with 77% clean cuts, the method exhibits a trade-off.", 2),
        ("Compared to the old saw with 77% clean cuts, the method reaches 82%.", 0),
        ("Compared to training on 100% of the trees, the method reaches the same quality.", 0),
        ("The second stage merges leaves.", 0),
        ("SlimTree merges leaves in the second stage.", 1),
        ("SlimTree grows a tree in the first stage and merges leaves in the second stage.", 0),
        ("SlimTree has three stages, and the three stages share one tree.", 0),
        ("SlimTree merges the three stages of growing.", 0),
        # letters of formulas
        ("L being poly(N, D) is enough to sort any set.", 2),
        ("Trees grow slowly when k is large.", 2),
        ("Time is quadratic in n.", 2),
        ("Gives a lower bound of L for all trees.", 2),
        ("The number of leaves k is learned.", 0),
        ("Trees of depth k grow slowly when k is large.", 0),
        ("With p = 0.01 apples are heavier.", 0),
        ("k-means groups the leaves.", 0),
        # what another sentence said or did
        ("The authors do so by merging leaves.", 2),
        ("To isolate its effect, the authors grow two trees.", 2),
        ("Because they are small, leaves are cheap.", 0),
        ("Trees learn at a similar rate as in the case of fixed smoothness.", 0),
        ("Trees learn at a similar rate as in the fixed case.", 2),
        ("One paper proposes to grow them by hand.", 2),
        ("Compares them in many orchards.", 2),
        ("SlimTree grows leaves and prunes them.", 0),
        ("SlimTree improves them and keeps all leaves.", 2),
        ("SlimTree makes it possible to grow leaves.", 0),
        ("Adds tokens that fill that role.", 2),
        ("Presents a cheap alternative that only needs a camera.", 2),
        ("Instead of saws, SlimTree offers an alternative that only needs a knife.", 0),
        ("Presents an alternative to saws.", 0),
        ("Proposes an alternative tree-based felling (TF) scheme to overcome its shortcomings.", 2),
        ("By moving the support set, one can prune trees.", 1),
        ("On the leaves, one can prune trees.", 1),
        ("By moving the trees, one can prune forests.", 0),
        ("The quality depends on the chosen setting.", 1),
        ("SlimTree chooses a setting, and the quality depends on the chosen setting.", 0),
        ("Scores can be predicted from a handful of examples.", 2),
        ("Scores of apples can be predicted.", 0),
        # and what needs nothing else
        ("SlimTree drops branches whose leaves agree on most samples.", 0),
        ("", 0),
    ],
)
def test_what_hangs_on_another_sentence(text: str, much: int) -> None:
    assert hanging(text, TITLE) == much


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Using both signals enriches what is learned.", "Sound and Text for Sorting"),
        ("Masks are general enough for both, with one saw.", "Trees and Shrubs"),
        ("Proposes a solution based on adding leaves.", "The Noise of Trees"),
        ("As leaves get lost, one paper addresses the problem by counting them.", "Why trees fail"),
        ("Sums the scores of all three heads.", "Three Heads are Better"),
        ("By moving the support set, one can prune trees.", "Support sets for pruning"),
        ("Trees grow slowly when k is large.", "On trees of depth k"),
    ],
)
def test_what_the_title_names_needs_no_other_sentence(text: str, named: str) -> None:
    assert hanging(text) > 0
    assert hanging(text, named) == 0


@given(st.text(max_size=200), st.text(max_size=60))
def test_any_text_is_weighed(text: str, named: str) -> None:
    assert hanging(text, named) in {0, 1, 2}


def findings_of(survey: Survey) -> list[Claim]:
    return [claim for topic in survey.topics for claim in topic.claims if claim.kind == "finding"]


def test_no_finding_of_the_real_survey_hangs_on_its_abstract(real_survey: Survey) -> None:
    titles = {paper.key: paper.title for paper in real_survey.papers}
    told = [(sentences(one.text)[0], titles[one.evidence[0].paper]) for one in findings_of(real_survey)]
    assert len(told) > 200
    assert not [text for text, title in told if hanging(text, title) == 2]
    assert sum(hanging(text, title) for text, title in told) < 0.02 * len(told)


def test_nearly_all_that_hangs_in_real_abstracts_was_seen_to_be_rare(real_survey: Survey) -> None:
    found = [(quote, hanging(quote, "")) for one in real_survey.records.values() for quote in _quotes(one)]
    assert len(found) > 1000
    assert 0 < sum(much > 0 for _, much in found) < 0.1 * len(found), "a class that hits everywhere says nothing"


def _quotes(record: object) -> list[str]:
    told = [getattr(record, name) for name in ("contribution", "method", "problem")]
    return [quote for one in told if one is not None for quote in one.quotes]
