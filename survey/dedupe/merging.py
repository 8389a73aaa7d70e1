"""Records of one paper made into one: what is kept of each, and why each was merged."""

from collections.abc import Sequence
from dataclasses import replace

from survey.dedupe.alike import alike, same_id
from survey.dedupe.facts import Facts
from survey.dedupe.versions import content_order
from survey.papers import Paper

PINNED = "pinned as the same paper in the settings"
_OTHERS = 8  # other records by way of which a merge may be explained


def kept_record(papers: Sequence[Paper]) -> Paper:
    """The record whose title and abstract are kept: the longest abstract, then the richest metadata."""
    return min(papers, key=lambda paper: (-len(paper.abstract), -_richness(paper), content_order(paper)))


def merged_paper(papers: Sequence[Paper]) -> Paper:
    """One paper with the kept record's title and abstract, each other field from the richest record that has it."""
    kept = kept_record(papers)
    ranked = sorted(papers, key=lambda paper: (-_richness(paper), content_order(paper)))
    rest = sorted((paper for paper in papers if paper is not kept), key=content_order)
    return replace(
        kept,
        authors=max((paper.authors for paper in ranked), key=len),
        year=next((paper.year for paper in ranked if paper.year), None),
        venue=next((paper.venue for paper in ranked if paper.venue), None),
        doi=next((paper.doi for paper in ranked if paper.doi), None),
        arxiv_id=next((paper.arxiv_id for paper in ranked if paper.arxiv_id), None),
        url=next((paper.url for paper in ranked if paper.url), None),
        sources=tuple(dict.fromkeys(source for paper in (kept, *rest) for source in paper.sources)),
    )


def reasons(records: Sequence[Paper], kept: Paper) -> list[str]:
    """Why each record is the kept one; by way of another record when the two show nothing themselves."""
    target = Facts([kept])
    others = [Facts([paper]) for paper in sorted(records, key=content_order)[:_OTHERS]]
    return [_reason(Facts([record]), target, others) for record in records]


def _reason(record: Facts, kept: Facts, others: Sequence[Facts]) -> str:
    direct = _direct_reason(record, kept)
    if direct:
        return direct
    for other in others:
        if _direct_reason(other, kept) and (through := _direct_reason(record, other)):
            return f"{through}, as another version of it"
    return PINNED


def _direct_reason(a: Facts, b: Facts) -> str | None:
    likeness = same_id(a, b) or alike(a, b)
    return likeness.reason if likeness else None


def _richness(paper: Paper) -> int:
    fields = (paper.authors, paper.year, paper.venue, paper.doi, paper.arxiv_id, paper.url)
    return sum(bool(field) for field in fields)
