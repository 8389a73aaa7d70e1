"""Web of Science's tagged text (savedrecs.txt)."""

import re
from collections.abc import Iterator
from typing import Final

from survey.dumps.content import Content
from survey.dumps.parser import Raw, Unusable
from survey.dumps.tagged import Dialect, tagged_records

_DIALECT: Final = Dialect(
    line=re.compile(r"([A-Z][A-Z0-9])(?: (.*)|()$)"),
    starts=frozenset({"PT"}),
    ends=frozenset({"ER", "EF"}),
    ignored=frozenset({"FN", "VR"}),
    separate=frozenset({"AU", "AF", "BA", "BF", "CA"}),
    fields={
        "title": ("TI",),
        "abstract": ("AB",),
        "authors": ("AF", "AU", "CA"),
        "year": ("PY", "PD", "EA"),
        "venue": ("SO", "JI", "J9"),
        "doi": ("DI", "D2"),
        "arxiv_id": ("AR",),
        "url": ("DL", "UR"),
    },
)


class WebOfScience:
    """Tagged lines such as "TI A title", their continuation indented by three blanks; a record from PT to ER."""

    name = "wos"

    def sniff(self, head: str) -> bool:
        """The file's two heading lines, or a record's first line and another tag after it."""
        return re.match(r"\s*(?:FN .*\n)?(?:VR [\d.]+ *\n\s*)?PT [A-Z] *\n[A-Z][A-Z0-9] ", head) is not None

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each document."""
        return tagged_records(content.lines(), _DIALECT)
