"""Records to distinct papers and merges, each merge with its reason.

The story: records of one title and abstract are a version (versions.py); versions that share an identifier, a title or
a part of their text are worth comparing (candidates.py); the rules say which of them are alike (alike.py, which looks
at facts.py); those are gathered into papers (clusters.py), each made into one record (merging.py) under its key
(keys.py). Nothing but the order in which papers and merges are listed depends on the order of the input.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from survey.dedupe.candidates import Pair, components
from survey.dedupe.clusters import Clusters
from survey.dedupe.facts import Facts
from survey.dedupe.keys import RecordKeys, apart_pairs, joined_pairs, unique_keys
from survey.dedupe.merging import kept_record, merged_paper, reasons
from survey.dedupe.versions import Versions, versions_of
from survey.errors import SettingsError
from survey.papers import Merge, Paper

__all__ = ["Deduped", "dedupe", "without_dedupe"]


@dataclass(frozen=True, slots=True)
class Deduped:
    """Distinct papers in order of first appearance, and the records merged away in the same order."""

    papers: tuple[Paper, ...]
    merged: tuple[Merge, ...]


def dedupe(
    papers: Sequence[Paper],
    *,
    near_duplicates: bool = True,
    same: Sequence[Sequence[str]] = (),
    different: Sequence[Sequence[str]] = (),
) -> Deduped:
    """The distinct papers among records, each of which has one source and the key of its title.

    ``same`` and ``different`` are groups of keys (those of `without_dedupe`) on which the user has decided.
    Raises SettingsError when a pin names no record, or when pins contradict each other or a record.
    """
    versions = versions_of(papers, signed=near_duplicates)
    joined, apart = _pins(papers, versions, same, different)
    paper_of = list(range(len(versions)))
    for component in components(papers, versions, joined, near_duplicates=near_duplicates):
        for cluster in Clusters(lambda v: Facts([papers[n] for n in versions.records(v)]), apart).gather(component):
            for version in cluster:
                paper_of[version] = cluster[0]
    _check_pins(joined, paper_of)
    groups: dict[int, list[Paper]] = {}
    for record, version in zip(papers, versions.of_record.tolist(), strict=True):
        groups.setdefault(paper_of[version], []).append(record)
    kept = [merged_paper(group) if len(group) > 1 else group[0] for group in groups.values()]
    kept = [replace(p, key=key) if p.key != key else p for p, key in zip(kept, unique_keys(kept), strict=True)]
    merged = (merge for p, group in zip(kept, groups.values(), strict=True) for merge in _merges(p, group))
    return Deduped(tuple(kept), tuple(merged))


def without_dedupe(papers: Sequence[Paper]) -> Deduped:
    """Every record as a paper of its own, under the key by which a pin names it."""
    keys = unique_keys(papers)
    return Deduped(tuple(replace(paper, key=key) for paper, key in zip(papers, keys, strict=True)), ())


def _pins(
    papers: Sequence[Paper], versions: Versions, same: Sequence[Sequence[str]], different: Sequence[Sequence[str]]
) -> tuple[list[Pair], dict[int, set[int]]]:
    """Pairs of versions to join, and for each version those to keep it apart from."""
    apart: dict[int, set[int]] = {}
    if not same and not different:
        return [], apart
    keys, version_of = RecordKeys(papers), versions.of_record.tolist()
    for a, b in apart_pairs(keys.groups(different, "different"), version_of):
        apart.setdefault(a, set()).add(b)
        apart.setdefault(b, set()).add(a)
    return joined_pairs(keys.groups(same, "same"), version_of), apart


def _check_pins(joined: Sequence[Pair], paper_of: Sequence[int]) -> None:
    if any(paper_of[a] != paper_of[b] for a, b in joined):
        raise SettingsError("The pins 'same' and 'different' contradict each other.", "Remove one of the two.")


def _merges(paper: Paper, group: Sequence[Paper]) -> Iterator[Merge]:
    if len(group) > 1:
        kept = kept_record(group)
        rest = [record for record in group if record is not kept]
        for record, reason in zip(rest, reasons(rest, kept), strict=True):
            yield Merge(paper.key, record.title, reason, record.sources[0])
