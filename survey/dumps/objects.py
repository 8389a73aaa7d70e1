"""JSON objects as records: where in an object the paper lies, and where in a document the objects lie."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from survey.dumps.fields import fields_named, raw_of
from survey.dumps.parser import Raw

# Keys, in lower case, of the object within an object that describes the paper.
_WRAPPERS: Final = frozenset(
    "paper content row article work attributes _source source fields data metadata item publication document bibjson "
    "record entry info result coredata citedpaper citingpaper medlinecitation message".split()
)
# Keys, in lower case, of other papers within a paper.
_OTHERS: Final = frozenset(
    "references reference citations bib_entries relatedpapers related_papers recommendedpapers reviews "
    "reference_list referencelist cited_by citedby".split()
)
_DEPTH: Final = 8
_WRAPPED: Final = 3
_SAMPLE: Final = 50


def raw_of_object(record: Mapping[str, Any], line: int, text: str = "", depth: int = 0) -> Raw:
    """The paper that an object or one within it describes: Hugging Face's ``paper``, OpenReview's ``content``."""
    raw = raw_of(record, line, text)
    if (raw.title and raw.abstract and raw.authors) or depth > _WRAPPED:
        return raw
    for key, inner in record.items():
        if isinstance(inner, Mapping) and key.lower() in _WRAPPERS:
            outer = {k: v for k, v in record.items() if k != key and k not in inner}
            merged = raw_of_object({**outer, **inner}, line, text, depth + 1)
            better = bool(merged.title) and (bool(merged.abstract) or not raw.title)
            if merged.title == raw.title if raw.title and raw.abstract else better:
                return merged
    return raw


def is_record(value: object) -> bool:
    """Whether an object looks like a paper: more than a name and a description, which anything may have."""
    if not isinstance(value, Mapping):
        return False
    raw = raw_of_object(value, 1)
    return bool(raw.title) and _is_telling(value)


def _is_telling(value: Mapping[str, Any], depth: int = 0) -> bool:
    if any((field, rank) in _TELLING for key in value for field, rank in fields_named(key)):
        return True
    inner = (v for key, v in value.items() if isinstance(v, Mapping) and key.lower() in _WRAPPERS)
    return depth <= _WRAPPED and any(_is_telling(v, depth + 1) for v in inner)


def _ranks_above(field: str, name: str) -> set[tuple[str, int]]:
    """The better names of a field than ``name``."""
    limit = next(rank for found, rank in fields_named(name) if found == field)
    return {(field, rank) for rank in range(limit)}


_TELLING: Final = _ranks_above("title", "name") | _ranks_above("abstract", "description")


def is_whole(value: object) -> bool:
    """Whether an object is a paper with its abstract."""
    return (
        is_record(value)
        and isinstance(value, Mapping)
        and bool(raw_of_object(value, 1).abstract)
        and not rows_of(value)
    )


def record_lists(document: object, depth: int = 0) -> Iterator[list[Any]]:
    """Every list of papers in a document, in order; papers by id in an object count as one, and so does a lone paper.

    A lone object without an abstract is looked into first: a feed has a title too. What a paper cites is not looked at.
    """
    if isinstance(document, Mapping):
        if depth == 0 and (rows := rows_of(document)):
            yield rows
            return
        values = [v for k, v in document.items() if isinstance(v, list | Mapping) and k.lower() not in _OTHERS]
        candidates = [value for value in values if isinstance(value, Mapping)]
    elif isinstance(document, list):
        values = candidates = document
    else:
        return
    if depth > _DEPTH:
        return
    papers = [value for value in candidates[:_SAMPLE] if is_record(value)]
    enough = len(papers) * 2 > sum(isinstance(value, Mapping) for value in candidates[:_SAMPLE])
    if papers and enough and (len(papers) > 1 or raw_of_object(papers[0], 1).abstract):
        yield candidates
        return
    inner = [found for value in values for found in record_lists(value, depth + 1)]
    if inner:
        yield from inner
    elif papers and enough:
        yield candidates
    elif is_record(document):
        yield [document]


def rows_of(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of a table laid down by its columns: lists of one length, or values by row; [] for anything else."""
    columns = {key: value for key, value in document.items() if fields_named(key)}
    of = {field for key in columns for field, _ in fields_named(key)}
    if not {"title", "abstract"} <= of or not columns:
        return []
    if all(isinstance(v, list) for v in columns.values()) and len(set(map(len, columns.values()))) == 1:
        rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        return rows if len(rows) > 1 else []
    if all(isinstance(v, Mapping) for v in columns.values()) and len({tuple(v) for v in columns.values()}) == 1:
        rows = [{key: v[name] for key, v in columns.items()} for name in next(iter(columns.values()))]
        titles = [key for key in columns if ("title" in {field for field, _ in fields_named(key)})]
        return rows if any(isinstance(row[key], str) for row in rows[:1] for key in titles) else []
    return []
