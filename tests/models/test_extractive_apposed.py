"""A name that only the abstract explains is told with what that calls it."""

from dataclasses import replace

import pytest
from recorded_papers import paper, said

from survey.claims import checked_claims
from survey.models.extractive.apposed import apposed
from survey.papers import Paper
from survey.questions import ClaimAnswer, RecordedPaper

GAIN = "TreeSort outperforms earlier losses by 5.1% in average accuracy of all leaves."


def of(title: str, made: str, text: str = GAIN) -> RecordedPaper:
    return replace(paper(1, title, said("result", text)), abstract=f"Leaves differ. {made} {text}")


@pytest.mark.parametrize(
    ("made", "what"),
    [
        ("We develop a novel training mechanism, TreeSort, for leaves.", "a training mechanism"),
        ("We develop TreeSort, a plain two-stage framework that cuts.", "a plain two-stage framework"),
        ("We use a tree mechanism called TreeSort.", "a tree mechanism"),
        ("We build TreeSort (TS), an oak model for leaves.", "an oak model"),
    ],
)
def test_a_name_that_the_title_lacks_is_told_with_what_it_is(made: str, what: str) -> None:
    told = GAIN.replace("TreeSort", f"TreeSort, {what},")
    one = of("LeafSet: A Set of Leaves", made)
    assert apposed(GAIN, one) == told
    for ahead in ('In the LeafSet paper ("A Set of Leaves"), ', 'In one paper ("A Set of Leaves"), '):
        assert apposed(f"{ahead}{GAIN}", one) == f"{ahead}{told}"
    assert checked_claims(
        [ClaimAnswer(kind="finding", text=told, papers=["P1"])], {"P1": Paper("one", one.title, one.abstract)}
    )[0]


@pytest.mark.parametrize(
    ("title", "made", "text"),
    [
        ("TreeSort: Sorting Leaves", "We develop a training mechanism, TreeSort.", GAIN),
        ("LeafSet: A Set of Leaves", "We develop TreeSort, a framework.", GAIN),
        ("LeafSet: A Set of Leaves", "We train TreeSort on all leaves.", GAIN),
        (
            "LeafSet: A Set of Leaves",
            "We develop a training mechanism, TreeSort.",
            "TreeSort is a slow saw for oaks.",
        ),
        (
            "LeafSet: A Set of Leaves",
            "We develop a training mechanism, TreeSort.",
            "Shears and TreeSort cut it.",
        ),
    ],
)
def test_a_name_is_left_alone_where_it_is_known_or_told_or_not_explained(title: str, made: str, text: str) -> None:
    assert apposed(text, of(title, made, text)) == text
