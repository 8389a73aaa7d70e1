"""Records to distinct papers and merges, each merge with its reason.

The story: records of one title and abstract are a version (versions.py), and so are those of nearly one abstract under
one title (twins.py); versions that share an identifier, a title or a part of their text are worth comparing
(candidates.py); the rules say which of them are alike (alike.py, which looks
at facts.py); those are gathered into papers (clusters.py), each made into one record (merging.py) under its key
(keys.py). Nothing but the order in which papers and merges are listed depends on the order of the input.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from survey.dedupe.candidates import Pair, components
from survey.dedupe.clusters import Clusters
from survey.dedupe.facts import Facts
from survey.dedupe.keys import RecordKeys, apart_pairs, joined_pairs, unique_keys
from survey.dedupe.merging import by_way_of_another, kept_record, merged_paper, reasons, same_text
from survey.dedupe.twins import twins_among
from survey.dedupe.versions import Versions, content_order, versions_of
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
    pinned, pinned_apart = _pins(papers, versions, same, different)
    twins = twins_among(papers, versions, pinned_apart)
    versions, number = versions.gathered(twins.spoken_for)
    joined = [(number[a], number[b]) for a, b in pinned]
    apart = {number[a]: {number[b] for b in others} for a, others in pinned_apart.items()}
    one_paper = joined + [(number[a], number[b]) for a, b in twins.pairs]
    paper_of, why = list(range(len(versions))), dict[int, str]()
    for component in components(papers, versions, one_paper, near_duplicates=near_duplicates):
        clusters = Clusters(lambda version: _facts(papers, versions, version), apart)
        for cluster in clusters.gather(component):
            why |= reasons(cluster, clusters.fact)
            for version in cluster:
                paper_of[version] = cluster[0]
    _check_pins(joined, paper_of)
    return _deduped(papers, versions, paper_of, why)


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


def _facts(papers: Sequence[Paper], versions: Versions, version: int) -> Facts:
    places = versions.records(version)
    records = [papers[place] for place in places]
    alike = [r for r, place in zip(records, places, strict=True) if versions.text[place] == versions.text[places[0]]]
    first = min(alike, key=content_order) if len(alike) > 1 else alike[0]
    return Facts([first, *(record for record in records if record is not first)], versions.titles[version])


def _check_pins(joined: Sequence[Pair], paper_of: Sequence[int]) -> None:
    if any(paper_of[a] != paper_of[b] for a, b in joined):
        raise SettingsError("The pins 'same' and 'different' contradict each other.", "Remove one of the two.")


def _deduped(papers: Sequence[Paper], versions: Versions, paper_of: Sequence[int], why: dict[int, str]) -> Deduped:
    groups: dict[int, list[int]] = {}
    for place, version in enumerate(versions.of_record.tolist()):
        groups.setdefault(paper_of[version], []).append(place)
    kept: list[Paper] = []
    merged: list[tuple[int, int, str]] = []  # the record's place, its paper's number in kept, and the reason
    for places in groups.values():
        records = [papers[place] for place in places]
        if len(records) == 1:
            kept += records
            continue
        base = kept_record(records)
        apart = next(place for place, record in zip(places, records, strict=True) if record is base)
        merged += [(n, len(kept), _reason(papers, versions, n, apart, why)) for n in places if n != apart]
        kept.append(merged_paper(records, base))
    kept = [replace(p, key=key) if p.key != key else p for p, key in zip(kept, unique_keys(kept), strict=True)]
    merges = (Merge(kept[n].key, papers[place].title, r, papers[place].sources[0]) for place, n, r in sorted(merged))
    return Deduped(tuple(kept), tuple(merges))


def _reason(papers: Sequence[Paper], versions: Versions, place: int, kept: int, why: dict[int, str]) -> str:
    """Why a record was merged into the paper whose text is that of the record ``kept``."""
    version, text = versions.of_record[place], versions.text[place]
    if version == versions.of_record[kept]:
        return same_text(papers[place], bool(text == versions.text[kept]))
    reason = why[int(version)]
    return reason if text == versions.text[versions.records(version)[0]] else by_way_of_another(reason)
