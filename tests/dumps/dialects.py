"""One invented paper, written down as many services would write it; what must come out of each."""

import csv
import io
from pathlib import Path
from typing import Literal

from survey.dumps import read_dumps
from survey.papers import Paper

TITLE = "Slow Trees of the Far North: A Count"
ABSTRACT = (
    "Trees grow slowly in the far north. We measure 40 of them over 12 years, in wet and in dry soil. "
    "Those in dry soil grow 3.5% faster than we expected."
)
LIU, ADLER = ("Liu, Rana", "Adler, Dora")
DOI = "10.1000/abc.1"
ARXIV = "1905.01234"


def read_all(tmp_path: Path, content: str | bytes, *forms: str) -> tuple[Paper, ...]:
    """Every paper in ``content``; fails on a rejected record and on a format that is not of ``forms``."""
    path = tmp_path / "export.data"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (dump,) = read_dumps([path]).dumps
    assert [(r.reason, r.text, r.source.line) for r in dump.rejected] == []
    assert dump.format in forms
    return dump.papers


def read_one(tmp_path: Path, content: str | bytes, *forms: str) -> Paper:
    """The only paper in ``content``, whose title and abstract are those of this module."""
    (paper,) = read_all(tmp_path, content, *forms)
    assert (paper.title, paper.abstract) == (TITLE, ABSTRACT)
    return paper


def facts(paper: Paper) -> tuple[tuple[str, ...], int | None, str | None, str | None, str | None]:
    """Authors, year, venue, DOI, arXiv id."""
    return paper.authors, paper.year, paper.venue, paper.doi, paper.arxiv_id


def table(row: dict[str, str], delimiter: str = ",", *, all_quoted: bool = False) -> str:
    """A heading and one row."""
    quoting: Literal[0, 1] = csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\n")
    writer.writerows([row.keys(), row.values()])
    return out.getvalue()
