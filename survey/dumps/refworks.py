"""RefWorks's tagged text, as ProQuest, CNKI and Chinese databases export it too."""

import re
from collections.abc import Iterator
from typing import Final

from survey.dumps.content import Content
from survey.dumps.parser import Raw, Unusable
from survey.dumps.tagged import Dialect, tagged_records

# The tags must be known ones: a tag has no mark after it, and a line of an abstract may begin with two capitals.
_DIALECT: Final = Dialect(
    line=re.compile(
        r"(RT|SR|ID|A[1-6DNBV]|T[1-3]|J[FO]|YR|FD|VO|IS|SP|OP|K1|AB|NO|CN|P[BPM]|SN|LA|D[OS]|U[L1-9]|LK|C[LR]|W[TP]|ED|"
        r"OL|SF|RD|ER)(?: (.*)|()$)"
    ),
    starts=frozenset({"RT"}),
    ends=frozenset({"ER"}),
    fields={
        "title": ("T1",),
        "abstract": ("AB",),
        "authors": ("A1",),
        "year": ("YR", "FD"),
        "venue": ("JF", "JO", "T2", "PB"),
        "doi": ("DO", "NO", "UL", "LK"),
        "arxiv_id": ("UL", "LK", "DO", "NO"),
        "url": ("UL", "LK"),
    },
)


class RefWorks:
    """Tagged lines such as "T1 A title"; a record from RT to the next RT."""

    name = "refworks"

    def sniff(self, head: str) -> bool:
        """It begins with a type of reference and another tag after it."""
        return re.match(r"\s*RT [A-Z][A-Za-z /]*\n(?: *\n)?[A-Z][A-Z0-9] ", head) is not None

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each reference."""
        return tagged_records(content.lines(), _DIALECT)
