"""Words that every rendering for readers shares."""

from datetime import datetime

from survey.document import Scorecard
from survey.questions import Kind

HEADINGS: dict[Kind, str] = {
    "agreement": "In common.",
    "difference": "Differences.",
    "trend": "Directions.",
    "gap": "Open, by the papers' own account.",
}
"""What stands before the claims of a kind; context and findings need no words."""

BEHIND_FINDINGS: tuple[Kind, ...] = ("difference", "trend", "gap")
"""The kinds that follow the findings; context and agreement stand before them."""

LIMITS = (
    "What is not checked: whether a paper is right, whether its abstract says all that it should, and whether a "
    "sentence that shares a statement's words also shares its meaning. Only titles and abstracts were read."
)


def trust_rows(score: Scorecard) -> tuple[tuple[str, int, int], ...]:
    """What was counted, how many there are, and of how many."""
    return (
        ("Records that became papers or were merged into one", score.papers + score.merged, score.records_read),
        ("Papers cited", score.papers_cited, score.papers),
        ("Statements that cite a paper", score.sentences_cited, score.sentences),
        ("Citations that lead to a reference", score.citations_resolved, score.citations),
        ("Citations whose sentence shares the statement's words", score.supported, score.citations),
        ("Quotes that stand word for word in their paper", score.quotes_verbatim, score.quotes),
        ("Numbers that stand in the quoted sentence", score.numbers_found, score.numbers),
    )


def share(count: int, whole: int) -> str:
    """A share in per cent, rounded down so that 100 % means all; a dash where there is nothing to share."""
    return f"{100 * count // whole} %" if whole else "–"


def day(stamp: str) -> str:
    """An ISO 8601 time as a day: "22 November 2026"."""
    moment = datetime.fromisoformat(stamp)
    return f"{moment.day} {moment:%B %Y}"


def model_words(name: str) -> str:
    """The model as a reader is told of it, in plain text."""
    return "no language model: the papers' own sentences, shortened" if name == "extractive" else name
