"""The claims of a topic with their short forms spelled out where each first stands, as the claim's own paper does."""

from collections.abc import Sequence

from survey.models.extractive.called import name_of
from survey.questions import ClaimAnswer, RecordedPaper
from survey.shortforms import short_forms, singular, with_long_forms


def spelled_out(claims: Sequence[ClaimAnswer], papers: Sequence[RecordedPaper]) -> list[ClaimAnswer]:
    """The claims of one topic, each that is about one paper with what its abstract's short forms stand for.

    Once a topic; the name of a paper's own method is known by its letters.
    """
    by_id = {paper.id: paper for paper in papers}
    seen: set[str] = set()
    told: list[ClaimAnswer] = []
    for claim in claims:
        text = _spelled(claim.text, by_id[claim.papers[0]], seen) if len(claim.papers) == 1 else claim.text
        seen.update(map(singular, short_forms(text)))
        told.append(claim if text == claim.text else claim.model_copy(update={"text": text}))
    return told


def _spelled(text: str, paper: RecordedPaper, seen: set[str]) -> str:
    name = singular(name_of(paper) or "-")
    forms = short_forms(f"{paper.title}. {paper.abstract}")
    return with_long_forms(text, {short: long for short, long in forms.items() if singular(short) != name}, seen)
