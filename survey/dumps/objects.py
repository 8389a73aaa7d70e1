"""JSON objects as records: where in an object the paper lies, and where in a document the objects lie."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from survey.dumps.fields import fields_named, raw_of
from survey.dumps.parser import Raw

_WRAPPERS: Final = (
    "paper", "content", "row", "article", "work", "attributes", "_source", "source", "fields", "data", "metadata",
    "item", "publication", "document", "bibjson", "record", "entry", "info", "result", "coredata",
)  # fmt: skip
_DEPTH: Final = 8
_SAMPLE: Final = 50


def raw_of_object(record: Mapping[str, Any], line: int, text: str = "") -> Raw:
    """The paper that an object or one within it describes: Hugging Face's ``paper``, OpenReview's ``content``."""
    raw = raw_of(record, line, text)
    if raw.title and raw.abstract:
        return raw
    for key in _WRAPPERS:
        inner = record.get(key)
        if isinstance(inner, Mapping):
            outer = {k: v for k, v in record.items() if k != key}
            merged = raw_of({**outer, **inner}, line, text)
            if merged.title and (merged.abstract or not raw.title):
                return merged
    return raw


def is_record(value: object) -> bool:
    """Whether an object looks like a paper: more than a name and a description, which anything may have."""
    if not isinstance(value, Mapping):
        return False
    raw = raw_of_object(value, 1)
    inner = (value[key] for key in _WRAPPERS if isinstance(value.get(key), Mapping))
    telling = any(
        (field, rank) in _TELLING for keys in (value, *inner) for key in keys for field, rank in fields_named(str(key))
    )
    return bool(raw.title and telling)


def _ranks_above(field: str, name: str) -> set[tuple[str, int]]:
    """The better names of a field than ``name``."""
    limit = next(rank for found, rank in fields_named(name) if found == field)
    return {(field, rank) for rank in range(limit)}


_TELLING: Final = _ranks_above("title", "name") | _ranks_above("abstract", "description")


def is_whole(value: object) -> bool:
    """Whether an object is a paper with its abstract."""
    return isinstance(value, Mapping) and is_record(value) and bool(raw_of_object(value, 1).abstract)


def record_lists(document: object, depth: int = 0) -> Iterator[list[Any]]:
    """Every list of papers in a document, in order; papers by id in an object count as one, and so does a lone paper.

    A lone object without an abstract is looked into first: a feed has a title too.
    """
    values = list(document.values()) if isinstance(document, Mapping) else document
    if depth > _DEPTH or not isinstance(values, list):
        return
    papers = [value for value in values[:_SAMPLE] if is_record(value)]
    enough = len(papers) * 2 > sum(isinstance(value, Mapping) for value in values[:_SAMPLE])
    if papers and enough and (len(papers) > 1 or raw_of_object(papers[0], 1).abstract):
        yield values
        return
    inner = [found for value in values for found in record_lists(value, depth + 1)]
    if inner:
        yield from inner
    elif papers and enough:
        yield values
    elif is_record(document):
        yield [document]
