"""CSV and TSV: a heading of known column names, then a paper on each row."""

import csv
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from survey.dumps.content import Content, CutLine
from survey.dumps.fields import fields_named, raw_of
from survey.dumps.parser import Raw, Unusable

_FIELD_LIMIT: Final = 1_000_000
_ROW_LINES: Final = 2_000
_PREAMBLE: Final = 12
_SHOWN: Final = 1000
_NO_NAME: Final = re.compile(r"['\[\]{}=<>\\]")


class Table:
    """Scopus, Web of Science, IEEE Xplore, Embase, Springer, PubMed, Zotero, ASReview, Dimensions and their like."""

    def __init__(self, name: str, delimiters: str) -> None:
        self.name = name
        self._delimiters = delimiters

    def sniff(self, head: str) -> bool:
        """One of the first lines, split at a delimiter, names a title and another field."""
        return _heading(head, self._delimiters) is not None

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each row below the heading that isn't blank; a quote never closed costs one row."""
        heading = _heading(content.head, self._delimiters)
        index, delimiter = heading or (0, self._delimiters[0])
        rows = _rows(content.lines(), delimiter)
        names: list[str] = []
        for line, cells in rows:
            if isinstance(cells, Unusable):
                yield cells
            elif line <= index:
                continue
            elif not names:
                names = cells
            elif any(map(str.strip, cells)):
                yield _record(names, cells, line)


def _record(names: list[str], cells: list[str], line: int) -> Raw | Unusable:
    text = " ".join(filter(None, cells))[:_SHOWN]
    if len(cells) == 1 and len(names) > 2:
        return Unusable(line, "a row of one column", text)
    row: dict[str, object] = {}
    for name, cell in zip(names, cells, strict=False):
        if cell and not row.get(name):
            row[name] = cell
    return raw_of(row, line, text)


def _heading(head: str, delimiters: str) -> tuple[int, str] | None:
    """The index of the heading's line, and the delimiter under which most of its columns are known."""
    lines = re.split(r"\r\n|\n|\r", head, maxsplit=_PREAMBLE + 20)
    for index, line in enumerate(lines[:_PREAMBLE]):
        counted = [(_known(line, delimiter), delimiter) for delimiter in delimiters]
        known, delimiter = max(counted, key=lambda pair: pair[0])
        if known >= 2 and _fits(lines[index + 1 :], len(line.split(delimiter)), delimiter):
            return index, delimiter
    return None


def _known(line: str, delimiter: str) -> int:
    """How many columns of a heading are known; 0 without a title or with a column that is no name but a text."""
    if delimiter not in line or len(line) > 20_000 or line.startswith("|"):
        return 0
    names = [name.strip(" \ufeff") for name in next(csv.reader([line], delimiter=delimiter), [])]
    if any(len(name) > 80 or _NO_NAME.search(name) for name in names):
        return 0
    found = [{field for field, _ in fields_named(name)} for name in names]
    return sum(map(bool, found)) if any("title" in fields for fields in found) else 0


def _fits(lines: list[str], columns: int, delimiter: str) -> bool:
    """Whether one of the next rows has about as many columns as the heading."""
    try:
        rows = [row for row in islice(csv.reader(lines, delimiter=delimiter), 3) if row]
    except csv.Error:
        return True
    return not rows or any(len(row) * 2 > columns for row in rows)


def _rows(lines: Iterator[str], delimiter: str) -> Iterator[tuple[int, list[str] | Unusable]]:
    """Each row with the number of its first line. A row that runs on without end is given up at its first line."""
    source = _Lines(lines, delimiter)
    while True:
        reader = csv.reader(source, delimiter=delimiter)
        try:
            for cells in reader:
                yield source.begin(), cells
            return
        except (_RunsOn, csv.Error) as error:
            reason = "a quote that is never closed" if isinstance(error, _RunsOn) else str(error)
            text, line = source.give_back()
            yield line, Unusable(line, reason, text[:_SHOWN])


class _RunsOn(Exception):
    """A row holds more than any row does."""


class _Lines:
    """Lines for csv.reader, with those of the present row remembered so that all but the first can be read again."""

    def __init__(self, lines: Iterator[str], delimiter: str) -> None:
        self._lines = lines
        self._closing = re.compile(rf'[^"]*"(?:$|{re.escape(delimiter)})')
        self._delimiter = delimiter
        self._given_up = False
        self._again: list[str] = []
        self._row: list[str] = []
        self._size = 0
        self._first = 1

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self._row) >= _ROW_LINES or self._size > _FIELD_LIMIT:
            raise _RunsOn
        try:
            line = self._following() if not self._given_up else self._past_the_cell()
        except StopIteration:
            if len(self._row) > 20 and self._row[0].count('"') % 2:
                raise _RunsOn from None
            raise
        self._row.append(line)
        self._size += len(line)
        if isinstance(line, CutLine):
            raise csv.Error("a line longer than 10,000,000 characters")
        return line + "\n"

    def _following(self) -> str:
        return self._again.pop() if self._again else next(self._lines)

    def _past_the_cell(self) -> str:
        """The next line that may begin a row: those of the cell that was given up, and its closing quote, are none."""
        line = self._following()
        while '"' not in line and self._delimiter not in line and not isinstance(line, CutLine):
            self._first += 1
            line = self._following()
        self._given_up = False
        if line.count('"') % 2 and self._closing.match(line):
            self._first += 1
            line = self._following()
        return line

    def begin(self) -> int:
        """The number of the first line of the row just read; the next row begins after it."""
        first, self._first = self._first, self._first + len(self._row)
        self._row, self._size = [], 0
        return first

    def give_back(self) -> tuple[str, int]:
        """The present row's first line and its number, given up; its other lines will be read again."""
        text, first = (self._row or [""])[0], self._first
        self._again.extend(reversed(self._row[1:]))
        self._given_up = True
        self._first, self._row, self._size = first + 1, [], 0
        return text, first


csv.field_size_limit(_FIELD_LIMIT * 2)
