"""Of what kind a sentence is: what leaves something open, what ranks, what compares; in doubt it may."""

import pytest

from survey.bearing import compares, leaves_open, rank_in
from survey.document import Survey


@pytest.mark.parametrize(
    "quote",
    [
        "Whether this holds for video is an open question.",
        "The gains vanish on small data sets, however.",
        "We don't test it on other languages.",
        "Explanations of the model should be handled with care.",
        "Die Methode wurde nur mit Bildern erprobt.",
    ],
)
def test_what_may_leave_something_open(quote: str) -> None:
    assert leaves_open(quote)


def test_what_a_method_does_leaves_nothing_open() -> None:
    assert not leaves_open("The mask is drawn by a network that sees the whole image.")


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("A is the best of all networks.", "best"),
        ("A needs the smallest memory.", "smallest"),
        ("A is the most comprehensive survey.", "most"),
        ("A needs at least two networks.", ""),
        ("Most of the networks and most methods forget.", ""),
        ("A is better than B.", ""),
    ],
)
def test_words_that_rank(text: str, rank: str) -> None:
    assert rank_in(text) == rank


@pytest.mark.parametrize(
    ("quote", "does"),
    [
        ("The network outperforms all earlier ones.", True),
        ("It is faster than the others.", True),
        ("It sets a new record in the field.", True),
        ("It is a network for the detection of boxes.", False),
    ],
)
def test_sentences_that_compare(quote: str, does: bool) -> None:
    assert compares(quote) is does


def test_what_real_papers_say_themselves_is_never_refused(real_survey: Survey) -> None:
    """Claims in the papers' own words rank only where a sentence compares: the words are none too few."""
    claims = [claim for topic in real_survey.topics for claim in topic.claims]
    ranking = [claim for claim in claims if rank_in(claim.text)]
    assert ranking
    assert all(any(compares(e.quote) for e in claim.evidence) for claim in ranking)
    assert all(any(leaves_open(e.quote) for e in claim.evidence) for claim in claims if claim.kind == "gap")
