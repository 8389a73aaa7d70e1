"""New records meet the papers that a survey holds: a paper that was there keeps its key, whatever joins it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from survey.dedupe import Deduped, dedupe, without_dedupe
from survey.dedupe.forms import comparable
from survey.dedupe.keys import salted_key, unique_keys
from survey.dedupe.merging import kept_record, merged_paper
from survey.papers import Merge, Paper, Source, paper_key
from survey.settings import Settings

_Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Met:
    """``papers`` are those that were there, by key, with what the records add; ``new`` those that weren't there.

    ``changed`` are the keys of papers of which a new version came, with another abstract.
    """

    papers: Mapping[str, Paper]
    changed: tuple[str, ...]
    new: tuple[Paper, ...]
    merged: tuple[Merge, ...]


def meet(papers: Sequence[Paper], records: Sequence[Paper], settings: Settings) -> Met:
    """The distinct papers among the survey's ``papers`` (with their own keys) and new ``records``.

    Two papers that the survey keeps apart stay apart. Raises SettingsError for pins that contradict each other.
    """
    old = {paper.key: paper for paper in papers}
    stand_ins = [replace(paper, key=paper_key(paper.title), sources=paper.sources[:1]) for paper in papers]
    found = _distinct([*stand_ins, *records], settings)
    key_at = {_place(paper.sources[0]): paper.key for paper in papers}
    record_at = {_place(record.sources[0]): record for record in records}
    reason_at = {_place(merge.source): merge.reason for merge in found.merged}
    met, new, merged = dict(old), list[Paper](), list[Merge]()
    for group in found.papers:
        places = [_place(source) for source in group.sources]
        joined = [record_at[place] for place in places if place in record_at]
        held = {key_at[place] for place in places if place in key_at}
        if not held:
            new.append(group)
        elif joined:
            key = next(key for key in old if key in held) if len(held) > 1 else held.pop()
            met[key] = _joined(old[key], joined)
            shared = next(reason_at[place] for place in places if place in reason_at)
            merged += [_merge(key, record, reason_at.get(_place(record.sources[0]), shared)) for record in joined]
    keys = _free_keys(new, old)
    merged += [replace(merge, kept=keys[merge.kept]) for merge in found.merged if merge.kept in keys]
    order = {place: n for n, place in enumerate(record_at)}
    return Met(
        papers=met,
        changed=tuple(key for key, paper in met.items() if paper.abstract != old[key].abstract),
        new=tuple(replace(paper, key=keys[paper.key]) for paper in new),
        merged=tuple(sorted(merged, key=lambda merge: order[_place(merge.source)])),
    )


def _place(source: Source) -> _Place:
    return source.dump, source.record


def _merge(key: str, record: Paper, reason: str) -> Merge:
    return Merge(key, record.title, reason, record.sources[0])


def _distinct(records: Sequence[Paper], settings: Settings) -> Deduped:
    """Dedupe, with those pins of which every record is here: others were merged away before."""
    if not settings.dedupe:
        return without_dedupe(records)
    known = {*unique_keys(records), *(paper.key for paper in records), *(salted_key(paper) for paper in records)}
    same, different = (
        tuple(group for group in groups if known.issuperset(group)) for groups in (settings.same, settings.different)
    )
    return dedupe(records, near_duplicates=settings.near_duplicates, same=same, different=different)


def _joined(old: Paper, records: Sequence[Paper]) -> Paper:
    """The paper with what the records add: identifiers and the like, and the text of a new version.

    The newest version counts. An abstract that stands within the old one is a copy cut short, not a version.
    """
    versions = [record for record in records if comparable(record.abstract) not in comparable(old.abstract)]
    text = kept_record(versions) if versions else old
    sources = dict.fromkeys(s for paper in (text, old, *records) for s in paper.sources)
    return replace(merged_paper([old, *records], text), key=old.key, sources=tuple(sources))


def _free_keys(papers: Iterable[Paper], taken: Iterable[str]) -> dict[str, str]:
    """By its present key, a key for each paper that no paper of the survey has."""
    keys: dict[str, str] = {}
    used = set(taken)
    for paper in papers:
        wanted = [paper.key, salted_key(paper)]
        numbered = (salted_key(paper, number) for number in range(2, len(used) + 3))
        keys[paper.key] = next(key for key in (*wanted, *numbered) if key not in used)
        used.add(keys[paper.key])
    return keys
