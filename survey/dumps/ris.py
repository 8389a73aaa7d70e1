"""RIS, in the dialects of Scopus, Zotero, EndNote, Ovid, IEEE, ASReview and the rest."""

import re
from collections.abc import Iterator
from typing import Final

from survey.dumps.content import Content
from survey.dumps.parser import Raw, Unusable
from survey.dumps.tagged import Dialect, tagged_records

_DIALECT: Final = Dialect(
    line=re.compile(r"\s{0,2}([A-Z][A-Z0-9]) {1,3}-(?: (.*)|()$)"),
    starts=frozenset({"TY"}),
    ends=frozenset({"ER"}),
    fields={
        "title": ("TI", "T1", "CT", "BT", "ST"),
        "abstract": ("AB", "N2"),
        "authors": ("AU", "A1"),
        "year": ("PY", "Y1", "YR", "DA", "Y2"),
        "venue": ("T2", "JF", "JO", "JA", "J2", "BT", "T3", "PB"),
        "doi": ("DO", "DI", "M3", "L3", "UR", "L2"),
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
        return tagged_records(content.lines(), _DIALECT)
