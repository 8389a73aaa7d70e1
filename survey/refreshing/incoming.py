"""Which of the dumps given to a refresh hold anything not seen before, and which of their records to take in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from survey.dedupe.forms import comparable
from survey.document import Survey
from survey.dumps import Dump
from survey.history import Dropped
from survey.papers import Paper, Rejection, normalised_title


@dataclass(frozen=True, slots=True)
class Incoming:
    """``seen`` names the dumps of which every record is known; of the others, the records and the refusals."""

    seen: tuple[str, ...]
    dumps: tuple[Dump, ...]
    records: tuple[Paper, ...]
    rejected: tuple[Rejection, ...]


def incoming(survey: Survey, dumps: Sequence[Dump], refused: Mapping[str, str]) -> Incoming:
    """What ``dumps`` hold that ``survey`` doesn't; ``refused`` says, by identifier, why a paper is to be kept out."""
    known = _Known(survey)
    seen = tuple(dump.name for dump in dumps if known.holds(dump))
    fresh = _renamed([dump for dump in dumps if not known.holds(dump)], survey)
    reasons = {name: f"dropped before: {one.reason}" for one in survey.dropped for name in identifiers(one)}
    records, refusals = _taken(fresh, reasons | dict(refused))
    rejected = [*(rejection for dump in fresh for rejection in dump.rejected), *refusals]
    place = {dump.name: n for n, dump in enumerate(fresh)}
    rejected.sort(key=lambda r: (place[r.source.dump], r.source.record))
    return Incoming(seen, tuple(fresh), tuple(records), tuple(rejected))


def identifiers(paper: Paper | Dropped) -> Iterable[str]:
    """All that a paper may be called by in a list: its key, DOI, arXiv id and title, each in one spelling."""
    named = (paper.key, paper.doi, paper.arxiv_id)
    return (*(name.strip().casefold() for name in named if name), normalised_title(paper.title))


class _Known:
    """What a survey has seen: whole dumps by their hash, records by what they say."""

    def __init__(self, survey: Survey) -> None:
        self._digests = {dump.sha256 for dump in survey.dumps}
        self._texts = {_text(paper) for paper in survey.papers} | {_text(paper) for paper in survey.dropped}
        self._refused = {(rejection.reason, rejection.text) for rejection in survey.rejected}

    def holds(self, dump: Dump) -> bool:
        """Whether the dump, or each of its records, was seen before."""
        if dump.sha256 in self._digests:
            return True
        papers = all(_text(paper) in self._texts for paper in dump.papers)
        return bool(dump.papers) and papers and all((r.reason, r.text) in self._refused for r in dump.rejected)


def _text(paper: Paper | Dropped) -> tuple[str, str]:
    return normalised_title(paper.title), comparable(paper.abstract)


def _renamed(dumps: Iterable[Dump], survey: Survey) -> list[Dump]:
    """The dumps under names that no other dump of the survey has: a later one of the same name says which refresh."""
    taken = {dump.name for dump in survey.dumps}
    out = []
    for dump in dumps:
        name = dump.name
        while name in taken:
            name = f"{name} (refresh {len(survey.history) + 1})"
        taken.add(name)
        out.append(dump if name == dump.name else _under(name, dump))
    return out


def _under(name: str, dump: Dump) -> Dump:
    papers = (replace(p, sources=tuple(replace(s, dump=name) for s in p.sources)) for p in dump.papers)
    rejected = (replace(r, source=replace(r.source, dump=name)) for r in dump.rejected)
    return replace(dump, name=name, papers=tuple(papers), rejected=tuple(rejected))


def _taken(dumps: Iterable[Dump], reasons: Mapping[str, str]) -> tuple[list[Paper], list[Rejection]]:
    """The records to take in, and a rejection for each that is not wanted."""
    taken: list[Paper] = []
    rejected: list[Rejection] = []
    for paper in (paper for dump in dumps for paper in dump.papers):
        reason = next((reasons[name] for name in identifiers(paper) if name in reasons), None)
        if reason is None:
            taken.append(paper)
        else:
            rejected.append(Rejection(reason, paper.title[:200], paper.sources[0]))
    return taken, rejected
