"""Records of one paper made into one: what is kept of each, and why each was merged."""

from collections.abc import Sequence
from dataclasses import replace

from survey.dedupe.alike import Facts, alike, same_id
from survey.dedupe.versions import Version, content_order, title_form
from survey.papers import Paper

PINNED = "pinned as the same paper in the settings"


def kept_record(papers: Sequence[Paper]) -> Paper:
    """The record whose title and abstract are kept: the longest abstract, then the richest metadata."""
    return min(papers, key=lambda paper: (-len(paper.abstract), -_richness(paper), content_order(paper)))


def merged_paper(papers: Sequence[Paper]) -> Paper:
    """One paper with the kept record's title and abstract, each other field from the richest record that has it."""
    kept = kept_record(papers)
    if len(papers) == 1:
        return kept
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


def reason(record: Paper, kept: Paper, others: Sequence[Paper]) -> str:
    """Why the record is the kept paper; found through another record of it when the two show nothing themselves."""
    direct = _direct_reason(record, kept)
    if direct:
        return direct
    for other in sorted(others, key=content_order):
        through = _direct_reason(record, other) if other is not record and other is not kept else None
        if through and _direct_reason(other, kept):
            return f"{through}, by way of another version of it"
    return PINNED


def _direct_reason(record: Paper, kept: Paper) -> str | None:
    a, b = (Facts(Version(title_form(paper.title), (paper,))) for paper in (record, kept))
    likeness = same_id(a, b) or alike(a, b)
    return likeness.reason if likeness else None


def _richness(paper: Paper) -> int:
    fields = (paper.authors, paper.year, paper.venue, paper.doi, paper.arxiv_id, paper.url)
    return sum(bool(field) for field in fields)
