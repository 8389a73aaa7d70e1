"""How a topic's opening parts its papers: what is counted, and what single papers are about beside that."""

from dataclasses import replace

from recorded_papers import paper, values

from survey.models.extractive.counted import Group
from survey.models.extractive.parting import within
from survey.models.extractive.topic import synthesis
from survey.questions import ClaimAnswer, RecordedPaper
from survey.words import ONE_ABOUT

TREES = [replace(paper(n, f"Binary Trees {n}"), abstract=f"We sort {n} binary trees. They grow.") for n in (1, 2, 3)]


def on(n: int, subject: str) -> RecordedPaper:
    """A paper whose title is its subject."""
    return replace(paper(n, f"On {subject.title()}"), abstract=f"We look at {subject}. Most {subject} last.")


def opening(*papers: RecordedPaper) -> list[str]:
    claims = synthesis(values(*papers, topic="Tree care")).claims
    return [claim.text for claim in claims if claim.kind in {"agreement", "context"}]


OTHERS = [on(n, one) for n, one in enumerate(("wet snow", "old clocks", "grey stones", "deep wells"), 4)]


def test_where_few_are_counted_others_are_told_one_by_one() -> None:
    told = opening(*TREES, *OTHERS)
    assert told[0] == "Several papers work with binary trees."
    assert told[1:4] == [f"{ONE_ABOUT} {one}." for one in ("wet snow", "old clocks", "grey stones")]


def test_where_most_are_counted_nobody_else_is_told_of() -> None:
    assert not [text for text in opening(*TREES, *OTHERS[:2]) if text.startswith(ONE_ABOUT)]


def test_a_subject_that_says_little_beside_those_before_it_is_left_out() -> None:
    told = opening(*TREES, on(4, "wet snow"), on(5, "wet snows"), on(6, "snowy clocks"), *OTHERS[2:])
    assert told[1:4] == [f"{ONE_ABOUT} {one}." for one in ("wet snow", "snowy clocks", "grey stones")]


def test_subjects_one_by_one_take_no_findings_place() -> None:
    def claim(text: str, *papers: str) -> ClaimAnswer:
        return ClaimAnswer(kind="finding", text=text, papers=list(papers))

    rows = [claim(f"{ONE_ABOUT} {one}.", "P1") for one in ("snow", "wells", "clocks")]
    counted, found = claim("Several papers are about trees.", "P2", "P3"), claim("Trees grow.", "P2")
    parts = groups_of(counted, *rows)
    assert within([counted, *rows, found], parts, 4) == [counted, *rows[:2], found]
    assert within([counted, *rows, found], parts, 3) == [counted, found]
    assert within([*rows, found], parts[1:], 2) == [*rows, found]


def groups_of(*claims: ClaimAnswer) -> list[Group]:
    """The groups that some claims tell of."""
    subject = [claim.text.rstrip(".").rpartition(" about ")[2] for claim in claims]
    return [Group(claim.text, tuple(claim.papers), one) for claim, one in zip(claims, subject, strict=True)]
