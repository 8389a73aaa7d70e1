"""One line a paper: CSV with its record, or JSON."""

import csv
import io
from collections.abc import Iterable

import orjson

from survey.document import Survey
from survey.papers import Paper
from survey.questions import FIELDS
from survey.records import Record

_PAPER = ("key", "title", "authors", "year", "venue", "doi", "arxiv_id", "url", "abstract", "dump", "line")
_FORMULA = ("=", "+", "-", "@")


def render_csv(survey: Survey) -> str:
    """Every paper with its number, topic, and what its record says; results are joined by "; "."""
    topics = {topic.id: topic.name for topic in survey.topics}
    header = ("number", "topic", *_PAPER, *FIELDS, "results")
    rows = (
        (str(paper.number), topics[paper.topic], *_cells(paper), *_record(survey.records.get(paper.key, Record())))
        for paper in sorted(survey.papers, key=lambda p: p.number)
    )
    return _csv(header, rows)


def csv_of(papers: Iterable[Paper]) -> str:
    """One line for each paper."""
    return _csv(_PAPER, (_cells(paper) for paper in papers))


def jsonl_of(papers: Iterable[Paper]) -> str:
    """One JSON object a line for each paper."""
    return "".join(orjson.dumps(paper).decode() + "\n" for paper in papers)


def _csv(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _safe(cell: str) -> str:
    """A cell on one line that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    line = " ".join(cell.split())
    return f"'{line}" if line.startswith(_FORMULA) else line


def _cells(paper: Paper) -> tuple[str, ...]:
    first = paper.sources[0]
    plain = (paper.year, paper.venue, paper.doi, paper.arxiv_id, paper.url)
    texts = tuple("" if value is None else str(value) for value in plain)
    return (paper.key, paper.title, "; ".join(paper.authors), *texts, paper.abstract, first.dump, str(first.line))


def _record(record: Record) -> tuple[str, ...]:
    fields = tuple(statement.text if (statement := getattr(record, name)) else "" for name in FIELDS)
    return (*fields, "; ".join(dict.fromkeys(result.text for result in record.results)))
