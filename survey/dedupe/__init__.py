"""Records to distinct papers and merges, each merge with its reason.

The story: records of one title and abstract are a version (versions.py); versions that share an identifier, a title or
a part of their text are compared (candidates.py, alike.py), gathered into papers (clusters.py), and made into one
record each (merging.py). Nothing but the order in which papers and merges are listed depends on the input's order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from survey.dedupe.alike import Facts
from survey.dedupe.candidates import near_pairs, pairs_by_id, pairs_by_title
from survey.dedupe.clusters import Clusters
from survey.dedupe.keys import pinned, unique_keys
from survey.dedupe.merging import kept_record, merged_paper, reason
from survey.dedupe.versions import Version, versions_of
from survey.errors import SettingsError
from survey.papers import Merge, Paper

__all__ = ["Deduped", "dedupe", "without_dedupe"]


@dataclass(frozen=True, slots=True)
class Deduped:
    """Distinct papers in order of first appearance, and the records merged away in order of the input."""

    papers: tuple[Paper, ...]
    merged: tuple[Merge, ...]


def dedupe(
    papers: Sequence[Paper],
    *,
    near_duplicates: bool = True,
    same: Sequence[Sequence[str]] = (),
    different: Sequence[Sequence[str]] = (),
) -> Deduped:
    """The distinct papers among records, each record with one source.

    ``same`` and ``different`` are groups of record keys (those of `without_dedupe`) that the user has decided on.
    Raises SettingsError when a pin names no record, or when pins contradict each other or a record.
    """
    versions = versions_of(papers)
    clusters = _clusters(papers, versions, near_duplicates, same, different)
    place = {id(paper): n for n, paper in enumerate(papers)}
    groups = [[paper for n in group for paper in versions[n].papers] for group in clusters.groups()]
    groups.sort(key=lambda group: min(place[id(paper)] for paper in group))
    kept = [merged_paper(group) for group in groups]
    kept = [replace(paper, key=key) for paper, key in zip(kept, unique_keys(kept), strict=True)]
    merges = [
        (place[id(r)], merge) for group, paper in zip(groups, kept, strict=True) for r, merge in _merges(group, paper)
    ]
    return Deduped(tuple(kept), tuple(merge for _, merge in sorted(merges, key=lambda item: item[0])))


def without_dedupe(papers: Sequence[Paper]) -> Deduped:
    """Every record as a paper of its own, under the key by which a pin names it."""
    keys = unique_keys(papers)
    return Deduped(tuple(replace(paper, key=key) for paper, key in zip(papers, keys, strict=True)), ())


def _clusters(
    papers: Sequence[Paper],
    versions: Sequence[Version],
    near_duplicates: bool,
    same: Sequence[Sequence[str]],
    different: Sequence[Sequence[str]],
) -> Clusters:
    facts = [Facts(version) for version in versions]
    joined, apart = _pins(papers, versions, same, different)
    clusters = Clusters(facts, apart)
    for a, b in joined:
        if not clusters.pin(a, b):
            raise SettingsError(
                f"The pins 'same' and 'different' contradict each other about {versions[a].papers[0].title!r}.",
                "Remove one of the two from survey.toml.",
            )
    clusters.join_ids(pairs_by_id(facts))
    pairs = pairs_by_title(versions)
    clusters.join_alike(sorted({*pairs, *near_pairs(versions)}) if near_duplicates else pairs)
    return clusters


def _pins(
    papers: Sequence[Paper],
    versions: Sequence[Version],
    same: Sequence[Sequence[str]],
    different: Sequence[Sequence[str]],
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Pairs of versions that the user wants joined, and kept apart."""
    if not same and not different:
        return [], []
    keys = unique_keys(papers)
    version = {id(paper): n for n, group in enumerate(versions) for paper in group.papers}
    joined, apart = [], []
    for group in pinned(same, keys, papers, "same"):
        members = sorted({version[id(papers[n])] for meant in group for n in meant})
        joined += [(members[0], other) for other in members[1:]]
    for group in pinned(different, keys, papers, "different"):
        for left, right in combinations(group, 2):
            apart += [(version[id(papers[a])], version[id(papers[b])]) for a in left for b in right]
    if any(a == b for a, b in apart):
        raise SettingsError(
            "A pin 'different' names records whose title and abstract are the same, word for word.",
            "Remove it from survey.toml, or run with --no-dedupe.",
        )
    return joined, apart


def _merges(group: Sequence[Paper], paper: Paper) -> list[tuple[Paper, Merge]]:
    kept = kept_record(group)
    return [
        (record, Merge(paper.key, record.title, reason(record, kept, group), record.sources[0]))
        for record in group
        if record is not kept
    ]
