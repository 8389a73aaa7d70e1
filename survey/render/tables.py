"""Tables for other programs: a line for each paper (CSV with its record, or JSON), comparison, or reported result."""

import csv
import io
from collections.abc import Iterable

import orjson

from survey.comparison import COLUMNS, bounded, change
from survey.document import Survey
from survey.papers import Paper
from survey.questions import FIELDS
from survey.records import Record, Result

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


def render_comparison_csv(survey: Survey, topic: str | None = None) -> str:
    """The topics' comparison tables as one, a line for each paper in them; or one topic's, by its id or name."""
    papers = survey.by_key()
    rows = []
    for section in survey.topics:
        if topic is None or topic in {section.id, section.name}:
            for row in section.comparison.rows:
                cells = dict(zip(section.comparison.columns, row.cells, strict=True))
                paper = papers[row.paper]
                told = (cells.get(column, "") for column in COLUMNS)
                rows.append((section.name, section.id, str(paper.number), paper.key, paper.title, *told))
    named = (column.casefold().replace(" ", "_") for column in COLUMNS)
    return _csv(("topic", "topic_id", "number", "key", "title", *named), rows)


def render_results_csv(survey: Survey) -> str:
    """Every reported result with a value, by citation number, and the sentence of the abstract that it stands in.

    ``change`` tells a value that is a gain or a reduction from one that was reached; ``bound`` is what the sentence
    says of how exact it is ("up to", "about").
    """
    topics = {topic.id: topic.name for topic in survey.topics}
    header = (
        "number",
        "key",
        "title",
        "topic",
        "data",
        "measure",
        "value",
        "unit",
        "change",
        "bound",
        "compared_with",
        "sentence",
    )
    rows = (
        (str(paper.number), paper.key, paper.title, topics[paper.topic], *_result(result))
        for paper in sorted(survey.papers, key=lambda p: p.number)
        for result in survey.records.get(paper.key, Record()).results
        if result.value
    )
    return _csv(header, rows)


def _result(result: Result) -> tuple[str, ...]:
    parts = (
        result.dataset,
        result.measure,
        result.value,
        result.unit,
        change(result),
        bounded(result),
        result.baseline,
    )
    return (*(part or "" for part in parts), " ".join(result.quotes))


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
