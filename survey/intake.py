"""Dumps to distinct papers, as the settings want them: the formats, the limit of a trial, the merges."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from survey.dedupe import Deduped, dedupe, without_dedupe
from survey.dumps import Reading, read_dumps
from survey.settings import Settings


def read_distinct(inputs: Sequence[str | Path], settings: Settings) -> tuple[Reading, Deduped]:
    """The dumps' records and the distinct papers among them."""
    reading = read_dumps(inputs, format=settings.format, title_only=settings.title_only)
    if settings.limit is not None:
        reading = limited(reading, settings)
    return reading, _distinct(reading, settings)


def limited(reading: Reading, settings: Settings) -> Reading:
    """The reading cut off behind the record that makes the ``settings.limit``-th paper: a trial reads no further.

    ``reading`` holds a paper at least.
    """
    places = {place: n for n, place in enumerate(_places(reading))}
    firsts = sorted(min(places[s.dump, s.record] for s in p.sources) for p in _distinct(reading, settings).papers)
    end = firsts[: settings.limit][-1]
    kept = set(list(places)[: end + 1])
    dumps = []
    for dump in reading.dumps:
        papers = tuple(p for p in dump.papers if (p.sources[0].dump, p.sources[0].record) in kept)
        rejected = tuple(r for r in dump.rejected if (r.source.dump, r.source.record) in kept)
        if papers or rejected:
            dumps.append(replace(dump, read=len(papers) + len(rejected), papers=papers, rejected=rejected))
    return replace(reading, dumps=tuple(dumps))


def _places(reading: Reading) -> list[tuple[str, int]]:
    """Every record's dump and number, in reading order."""
    sources = [[*(p.sources[0] for p in d.papers), *(r.source for r in d.rejected)] for d in reading.dumps]
    return [(source.dump, source.record) for dump in sources for source in sorted(dump, key=lambda s: s.record)]


def _distinct(reading: Reading, settings: Settings) -> Deduped:
    records = [paper for dump in reading.dumps for paper in dump.papers]
    if not settings.dedupe:
        return without_dedupe(records)
    pins = {"same": settings.same, "different": settings.different}
    return dedupe(records, near_duplicates=settings.near_duplicates, **pins)
