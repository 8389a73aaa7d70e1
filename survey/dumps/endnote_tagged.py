"""EndNote's tagged text (Refer, .enw, .enl)."""

import re
from collections.abc import Iterator
from typing import Final

from survey.dumps.content import Content
from survey.dumps.parser import Raw, Unusable
from survey.dumps.tagged import Dialect, tagged_records

_DIALECT: Final = Dialect(
    line=re.compile(r"%([0-9A-Z!@#$&*()+<>?^\[\]=~])(?:\s(.*)|()$)"),
    starts=frozenset({"0", "T"}),
    after_blank=True,
    fields={
        "title": ("T",),
        "abstract": ("X",),
        "authors": ("A",),
        "year": ("D", "8"),
        "venue": ("J", "B", "S", "I"),
        "doi": ("R", "U", "M"),
        "arxiv_id": ("U", "R", "M"),
        "url": ("U",),
    },
)


class EndNoteTagged:
    """Tagged lines such as "%T A title"; a blank line stands between records."""

    name = "endnote"

    def sniff(self, head: str) -> bool:
        """It begins with a tagged line, and one of the first lines is a title or a type of reference."""
        return re.match(r"\s*%[0-9A-Z] \S[^\n]*\n(?:[^\n]*\n){0,12}?%[0-9A-Z] ", head) is not None and (
            re.search(r"(?m)^%[T0] \S", head[:4000]) is not None
        )

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each reference."""
        return tagged_records(content.lines(), _DIALECT)
