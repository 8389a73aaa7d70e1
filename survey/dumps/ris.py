"""RIS, in the dialects of Scopus, Zotero, EndNote, Ovid, IEEE, ASReview and the rest."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from survey.dumps.content import Content
from survey.dumps.parser import Raw, Unusable
from survey.dumps.tagged import Dialect, tagged_records

# One blank before the dash is a tag's only where all tags are so: else it is an abstract's line, "AD - Alzheimer's".
_NARROW: Final = re.compile(r"\s{0,2}([A-Z][A-Z0-9]|DOI) {1,3}-(?: (.*)|()$)")
_WIDE: Final = re.compile(r"\s{0,2}((?:[A-Z][A-Z0-9](?= {2})|TY|ER|DOI)) {1,3}-(?: (.*)|()$)")
_DIALECT: Final = Dialect(
    line=_WIDE,
    starts=frozenset({"TY"}),
    ends=frozenset({"ER"}),
    fields={
        "title": ("TI", "T1", "CT", "BT", "ST"),
        "abstract": ("AB", "N2"),
        "authors": ("AU", "A1"),
        "year": ("PY", "Y1", "YR", "DA", "Y2"),
        "venue": ("T2", "JF", "JO", "JA", "J2", "BT", "T3", "SO", "PB"),
        "doi": ("DO", "DI", "DOI", "M3", "L3", "UR", "L2"),
        "arxiv_id": ("UR", "L1", "L2", "DO", "AN", "JO", "JF", "T2", "PB", "N1", "M1"),
        "url": ("UR", "LK", "L2", "L1"),
    },
)


class Ris:
    """Tagged lines such as "TI  - A title"; a record from TY to ER, or to the next TY."""

    name = "ris"

    def sniff(self, head: str) -> bool:
        """A line with the type of a reference stands near the beginning, and another tag after it."""
        return re.search(r"(?m)^ {0,2}TY {1,3}-[^\n]{0,80}\n(?: *\n){0,2} {0,2}[A-Z][A-Z0-9] {1,3}-", head) is not None

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each reference."""
        narrow = re.search(r"(?m)^ {0,2}TY -", content.head.replace("\r", "\n"))
        return tagged_records(content.lines(), replace(_DIALECT, line=_NARROW) if narrow else _DIALECT)
