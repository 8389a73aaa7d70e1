"""A record as a prompt shows it: what is said of one paper, field by field."""

from survey.questions import FIELDS, Said
from survey.records import Record, Result, Statement


def said(record: Record) -> tuple[Said, ...]:
    """What a record says, field by field and then result by result."""
    fields = [(name, getattr(record, name)) for name in FIELDS]
    statements = [Said(name, s.text, s.quotes) for name, s in fields if isinstance(s, Statement)]
    return (*statements, *(_said_result(result) for result in record.results))


def _said_result(result: Result) -> Said:
    parts = (result.measure, result.value, result.unit, result.dataset, result.baseline)
    return Said("result", result.text, result.quotes, *parts)
