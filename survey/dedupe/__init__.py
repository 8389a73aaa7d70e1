"""Records to distinct papers and merges, each merge with its reason.

The story: records of one title and abstract are a version (versions.py); versions that share an identifier, a title or
a part of their text are worth comparing (candidates.py); the rules say which of them are alike (alike.py, which looks
at facts.py); those are gathered into papers (clusters.py), each made into one record (merging.py) under its key
(keys.py). Nothing but the order in which papers and merges are listed depends on the order of the input.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from survey.dedupe.candidates import Pair, components
from survey.dedupe.clusters import Clusters
from survey.dedupe.facts import Facts
from survey.dedupe.keys import RecordKeys, apart_pairs, joined_pairs, unique_keys
from survey.dedupe.merging import SAME, SAME_TITLE, kept_record, merged_paper, reasons
from survey.dedupe.versions import Versions, versions_of
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
    """The distinct papers among records, each of which has one source and the key of its title.

    ``same`` and ``different`` are groups of keys (those of `without_dedupe`) on which the user has decided.
    Raises SettingsError when a pin names no record, or when pins contradict each other or a record.
    """
    if not papers:
        return Deduped((), ())
    versions = versions_of(papers, signed=near_duplicates)
    joined, apart = _pins(papers, versions, same, different)
    paper_of, why = list(range(len(versions))), dict[int, str]()
    for component in components(papers, versions, joined, near_duplicates=near_duplicates):
        clusters = Clusters(lambda version: Facts([papers[n] for n in versions.records(version)]), apart)
        for cluster in clusters.gather(component):
            why |= reasons(cluster, clusters.fact)
            for version in cluster:
                paper_of[version] = cluster[0]
    _check_pins(joined, paper_of)
    return _deduped(papers, versions.of_record.tolist(), paper_of, why)


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


def _deduped(papers: Sequence[Paper], versions: Sequence[int], paper_of: Sequence[int], why: dict[int, str]) -> Deduped:
    groups: dict[int, list[int]] = {}
    for place, version in enumerate(versions):
        groups.setdefault(paper_of[version], []).append(place)
    kept: list[Paper] = []
    merged: list[tuple[int, int, str]] = []  # the record's place, its paper's number in kept, and the reason
    for places in groups.values():
        records = [papers[place] for place in places]
        base = records[0] if len(records) == 1 else kept_record(records)
        apart = next(place for place, record in zip(places, records, strict=True) if record is base)
        for place in (place for place in places if place != apart):
            same_text = SAME if papers[place].abstract else SAME_TITLE
            merged.append((place, len(kept), why.get(versions[place], same_text)))
        kept.append(base if len(records) == 1 else merged_paper(records, base))
    kept = [replace(p, key=key) if p.key != key else p for p, key in zip(kept, unique_keys(kept), strict=True)]
    merges = (Merge(kept[n].key, papers[place].title, r, papers[place].sources[0]) for place, n, r in sorted(merged))
    return Deduped(tuple(kept), tuple(merges))
