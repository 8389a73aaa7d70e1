"""The line on each paper in its topic's list, and what recurs across papers: chosen and counted by code."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from survey.claims import Claim
from survey.records import Record, Result, Statement


@dataclass(frozen=True, slots=True)
class PaperLine:
    """What the list of a topic says of one paper: what it contributes, then its main result where no claim told it."""

    paper: str
    statements: tuple[Statement, ...]


def paper_lines(keys: Iterable[str], records: Mapping[str, Record], claims: Iterable[Claim]) -> tuple[PaperLine, ...]:
    """The lines of one topic, in the order of ``keys``; none for a paper without a record."""
    told = {(one.paper, one.quote) for claim in claims for one in claim.evidence if claim.kind in {"finding", "gap"}}
    lines = (PaperLine(key, _statements(key, records[key], told)) for key in keys if key in records)
    return tuple(line for line in lines if line.statements)


def _statements(key: str, record: Record, told: set[tuple[str, str]]) -> tuple[Statement, ...]:
    first = record.contribution or record.method or next(iter(record.results), None)
    first = first or record.problem or record.data or record.limitations
    if first is None:
        return ()
    results = [r for r in record.results if r.text != first.text and not any((key, q) in told for q in r.quotes)]
    if any((key, quote) in told for r in record.results for quote in r.quotes) or not results:
        return (first,)
    return first, max(results, key=_weight)


def _weight(result: Result) -> tuple[bool, int, int]:
    parts = (result.measure, result.dataset, result.baseline)
    return result.value is not None, sum(part is not None for part in parts), -len(result.text)


@dataclass(frozen=True, slots=True)
class Recurring:
    """A name that several papers' records hold, and the keys of these papers in the order given."""

    name: str
    papers: tuple[str, ...]


def recurring_data(keys: Iterable[str], records: Mapping[str, Record], least: int = 3) -> tuple[Recurring, ...]:
    """The data sets that at least ``least`` papers report results on, the commonest first."""
    users: dict[str, dict[str, None]] = defaultdict(dict)
    for key in keys:
        for result in records[key].results if key in records else ():
            for name in (result.dataset or "").split(", "):
                if name:
                    users[name][key] = None
    found = [Recurring(name, tuple(papers)) for name, papers in users.items() if len(papers) >= least]
    return tuple(sorted(found, key=lambda r: (-len(r.papers), r.name)))
