"""Records of one paper made into one: what is kept of each, and why each was merged."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from survey.dedupe.alike import alike, same_id
from survey.dedupe.facts import Facts
from survey.dedupe.versions import content_order
from survey.papers import Paper

SAME, TWIN, SAME_TITLE = "same title and abstract", "same title and nearly the same abstract", "same title"
PINNED = "pinned as the same paper in the settings"
_BY_WAY = ", by way of another version"
_OTHERS = 8  # versions by way of which a merge may be explained


def kept_record(papers: Sequence[Paper]) -> Paper:
    """The record whose title and abstract are kept: the longest abstract, then the richest metadata."""
    worth = [(len(paper.abstract), _richness(paper)) for paper in papers]
    best = max(worth)
    return min((p for p, its_worth in zip(papers, worth, strict=True) if its_worth == best), key=content_order)


def merged_paper(papers: Sequence[Paper], kept: Paper) -> Paper:
    """One paper with the kept record's title and abstract, each other field from the richest record that has it."""
    ordered = sorted(papers, key=content_order)
    ranked = sorted(ordered, key=_richness, reverse=True)
    return replace(
        kept,
        authors=max((paper.authors for paper in ranked), key=len),
        year=next((paper.year for paper in ranked if paper.year), None),
        venue=next((paper.venue for paper in ranked if paper.venue), None),
        doi=next((paper.doi for paper in ranked if paper.doi), None),
        arxiv_id=next((paper.arxiv_id for paper in ranked if paper.arxiv_id), None),
        url=next((paper.url for paper in ranked if paper.url), None),
        sources=tuple(dict.fromkeys(source for paper in (kept, *ordered) for source in paper.sources)),
    )


def reasons(versions: Sequence[int], fact: Callable[[int], Facts]) -> dict[int, str]:
    """Why each other version of one paper is that paper: what it shows beside the version that is kept.

    When the two show nothing, another version shows it; when none does, a pin has said so.
    """
    kept_from = {id(paper): version for version in versions for paper in fact(version).records}
    kept = kept_from[id(kept_record([paper for version in versions for paper in fact(version).records]))]
    return {version: _reason(version, kept, versions, fact) for version in versions if version != kept}


def same_text(record: Paper, same: bool) -> str:
    """Why a record of the version that is kept is the same paper; ``same`` when its text is, word for word."""
    if not record.abstract:
        return SAME_TITLE
    return SAME if same else TWIN


def _reason(version: int, kept: int, versions: Sequence[int], fact: Callable[[int], Facts]) -> str:
    direct = _shown(fact(version), fact(kept))
    if direct:
        return direct
    for other in versions[:_OTHERS]:
        if other not in (version, kept) and (through := _shown(fact(version), fact(other))):
            return by_way_of_another(through)
    return PINNED


def by_way_of_another(reason: str) -> str:
    """A reason that holds for another version of the paper, said so."""
    return reason if reason.endswith(_BY_WAY) else reason + _BY_WAY


def _shown(a: Facts, b: Facts) -> str | None:
    likeness = same_id(a, b) or alike(a, b)
    return likeness.reason if likeness else None


def _richness(paper: Paper) -> int:
    fields = (paper.authors, paper.year, paper.venue, paper.doi, paper.arxiv_id, paper.url)
    return sum(bool(field) for field in fields)
