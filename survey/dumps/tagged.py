"""Records made of tagged lines, which RIS, MEDLINE, Web of Science and EndNote share, each in a dialect of its own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from survey.dumps.content import CutLine
from survey.dumps.parser import Raw, Unusable

_RECORD_LIMIT: Final = 2_000_000
_SHOWN: Final = 1000
_PARTS: Final = 3
_PART_LENGTH: Final = 500


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one format lays its tagged lines.

    ``line`` matches a tagged line and gives its tag and its value. A tag in ``starts`` begins a record (where
    ``after_blank`` holds, only after a blank line or when the record has that tag already), one in ``ends`` ends it.
    A line without a tag continues the value before it, or is a value of its own under a tag in ``separate``.
    ``fields`` says which tags give which field, the best first.
    """

    line: re.Pattern[str]
    starts: frozenset[str]
    fields: Mapping[str, tuple[str, ...]]
    ends: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()
    separate: frozenset[str] = frozenset()
    after_blank: bool = False


@dataclass(slots=True)
class _Record:
    """The record being read: its values by tag, each a list of its lines."""

    line: int
    values: dict[str, list[list[str]]] = field(default_factory=dict)
    size: int = 0
    flaw: str = ""

    def counts(self, dialect: Dialect) -> bool:
        """Whether this is a record at all: Ovid leaves a stray tagged line between two."""
        begun = not dialect.starts.isdisjoint(self.values)
        return begun or any(tag in self.values for name in ("title", "abstract") for tag in dialect.fields[name])

    def add(self, tag: str, value: str, *, new: bool) -> None:
        self.size += len(value)
        if self.size > _RECORD_LIMIT:
            self.flaw = f"a record of more than {_RECORD_LIMIT:,} characters"
        elif new or tag not in self.values:
            self.values.setdefault(tag, []).append([value])
        else:
            self.values[tag][-1].append(value)
        if isinstance(value, CutLine):
            self.flaw = "a line longer than 10,000,000 characters"


def tagged_records(lines: Iterator[str], dialect: Dialect) -> Iterator[Raw | Unusable]:
    """Every record that the lines hold."""
    record: _Record | None = None
    tag, blank = "", False
    for number, line in enumerate(lines, start=1):
        found = dialect.line.match(line)
        if found is None:
            if record and tag and line.strip():
                record.add(tag, _kept(line), new=tag in dialect.separate)
            blank = blank or not line.strip()
            continue
        tag, value = found[1], found[2] or ""
        if record and tag in dialect.starts and (not dialect.after_blank or blank or tag in record.values):
            if record.counts(dialect):
                yield _made(record, dialect)
            record = None
        if tag in dialect.ends:
            if record and record.counts(dialect):
                yield _made(record, dialect)
            record, tag = None, ""
        elif tag in dialect.ignored:
            tag = ""
        else:
            record = record or _Record(number)
            record.add(tag, CutLine(value) if isinstance(line, CutLine) else value.strip(), new=True)
        blank = False
    if record and record.counts(dialect):
        yield _made(record, dialect)


def _kept(line: str) -> str:
    return line if isinstance(line, CutLine) else line.strip()


def _made(record: _Record, dialect: Dialect) -> Raw | Unusable:
    def values(name: str) -> list[str]:
        return [" ".join(v) for tag in dialect.fields.get(name, ()) for v in record.values.get(tag, ())]

    def first(name: str) -> str:
        return next((v for v in values(name) if v and not v.isspace()), "")

    def of_first_tag(name: str) -> tuple[str, ...]:
        tags = (t for t in dialect.fields.get(name, ()) if record.values.get(t))
        named = (name for v in record.values.get(next(tags, ""), ()) for name in " ".join(v).split(";"))
        return tuple(name for part in named if (name := part.strip(" ,")))

    text = "; ".join(" ".join(v) for found in record.values.values() for v in found)[:_SHOWN]
    if record.flaw:
        return Unusable(record.line, record.flaw, text)
    return Raw(
        line=record.line,
        title=first("title"),
        abstract=_abstract([[" ".join(v) for v in record.values.get(tag, ())] for tag in dialect.fields["abstract"]]),
        authors=of_first_tag("authors"),
        year=" ".join(values("year")),
        venue=first("venue"),
        doi=" ".join(values("doi")),
        arxiv_id=" ".join(values("arxiv_id")),
        url=" ".join(values("url")),
        text=text,
    )


def _abstract(of_tags: list[list[str]]) -> str:
    """The longest of what the tags give. Several short values of one tag are the parts of one abstract; long ones are
    the same abstract in other languages."""
    joined = [
        " ".join(v) if len(v) >= _PARTS and max(map(len, v)) < _PART_LENGTH else max(v, key=len) for v in of_tags if v
    ]
    return max(joined, key=len, default="")
