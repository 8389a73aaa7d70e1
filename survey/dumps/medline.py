"""PubMed's and MEDLINE's tagged text (.nbib)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from survey.dumps.content import Content
from survey.dumps.parser import Raw, Unusable
from survey.dumps.tagged import Dialect, tagged_records

_DIALECT: Final = Dialect(
    line=re.compile(r"([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)$"),
    starts=frozenset({"PMID"}),
    fields={
        "title": ("TI", "BTI", "TT"),
        "abstract": ("AB", "OAB"),
        "authors": ("FAU", "AU", "CN"),
        "year": ("DP", "DEP", "EDAT"),
        "venue": ("JT", "TA", "BTI"),
        "doi": ("LID", "AID"),
        "arxiv_id": ("AID", "LID"),
        "url": ("PMID",),
    },
)


class Medline:
    """Tagged lines such as "TI  - A title", their continuation indented by six blanks; a record from PMID to PMID."""

    name = "medline"

    def sniff(self, head: str) -> bool:
        """A line with a PubMed number stands near the beginning, and another tag after it."""
        return re.search(r"(?m)^PMID- ?\d+ *\n[A-Z]{2,4} {0,2}- ", head) is not None

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each citation."""
        return map(_linked, tagged_records(content.lines(), _DIALECT))


def _linked(record: Raw | Unusable) -> Raw | Unusable:
    """The record with its page in PubMed, which its number makes."""
    if isinstance(record, Raw) and (number := re.search(r"\d+", record.url)):
        return replace(record, url=f"https://pubmed.ncbi.nlm.nih.gov/{number[0]}/")
    return record
