"""What the files of ../shared/data/formats say, read by regular expressions that share nothing with the parsers."""

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
FORMATS = SHARED / "data" / "formats"
DUMPS = SHARED / "dumps"


@dataclass(frozen=True)
class Expected:
    """A record as a person would copy it from the file."""

    title: str
    abstract: str
    year: int | None
    line: int = 0


def folded(text: str) -> str:
    return " ".join(text.split())


def _year(text: str) -> int | None:
    found = re.search(r"(?:19|20)\d\d", text)
    return int(found[0]) if found else None


def read_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "")


def ris(path: Path, abstract: str = "AB|N2", year: str = "PY|Y1") -> Iterator[Expected]:
    text = read_text(path)
    for found in re.finditer(r"^TY  - .*?^ER  -", text, re.M | re.S):

        def value(tags: str, record: str = found[0]) -> str:
            line = re.search(rf"^(?:{tags})  - (.*(?:\n(?![A-Z][A-Z0-9]  -).*)*)", record, re.M)
            return folded(line[1]) if line else ""

        yield Expected(value("TI|T1"), value(abstract), _year(value(year)), text.count("\n", 0, found.start()) + 1)


def nbib(path: Path) -> Iterator[Expected]:
    for record in re.split(r"(?m)^PMID- ", read_text(path))[1:]:

        def value(tag: str, record: str = record) -> str:
            line = re.search(rf"^{tag} *- (.*(?:\n {{6}}.*)*)", record, re.M)
            return folded(line[1]) if line else ""

        yield Expected(value("TI"), value("AB"), _year(value("DP")))


def enl(path: Path) -> Iterator[Expected]:
    for record in re.split(r"\n\s*\n(?=%T)", read_text(path)):

        def value(tag: str, record: str = record) -> str:
            line = re.search(rf"^%{tag} (.*(?:\n(?!%\w ).*)*)", record, re.M)
            return folded(line[1]) if line else ""

        yield Expected(value("T"), value("X"), _year(value("D")))


def table(path: Path, title: str, abstract: str, year: str, delimiter: str = ",") -> Iterator[Expected]:
    """Through the csv module: a CSV can't be read by an honest short regular expression."""
    for row in csv.DictReader(io.StringIO(read_text(path)), delimiter=delimiter):
        yield Expected(folded(row.get(title) or ""), folded(row.get(abstract) or ""), _year(row.get(year) or ""))


def bib(path: Path) -> Iterator[Expected]:
    for record in re.split(r"(?m)^@(?=\w+\{)", read_text(path))[1:]:

        def value(name: str, record: str = record) -> str:
            line = re.search(rf'^\s*{name}\s*=\s*(?:"(.*?)"|\{{(.*?)\}}),?$', record, re.M | re.S)
            return folded(re.sub(r"[{}]", "", line[1] or line[2] or "")) if line else ""

        yield Expected(value("title"), value("abstract"), _year(value("year")))


def xml(path: Path, record: str, title: str, abstract: str, year: str) -> Iterator[Expected]:
    text = path.read_text("utf-8")
    for found in re.findall(rf"<{record}>.*?</{record}>", text, re.S):

        def value(tag: str, record: str = found) -> str:
            inner = re.search(rf"<{tag}>(.*?)</{tag}>", record, re.S)
            return folded(html.unescape(re.sub(r"<[^>]*>", "", inner[1]))) if inner else ""

        yield Expected(value(title), value(abstract), _year(value(year)))


def jsonl(path: Path, abstract: str) -> Iterator[Expected]:
    """The year is the one that a new-style arXiv id begins with."""
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        record = json.loads(line)
        yield Expected(folded(record["title"]), folded(record[abstract]), 2000 + int(record["id"][:2]), number)
