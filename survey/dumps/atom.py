"""Atom feeds, as the arXiv API answers."""

import re
from collections.abc import Iterator

from survey.dumps.content import Content
from survey.dumps.parser import Raw, Unusable
from survey.dumps.xml_records import Element, children, first, texts, xml_records


class Atom:
    """An <entry> for each paper."""

    name = "atom"

    def sniff(self, head: str) -> bool:
        """XML with a feed."""
        return re.match(r"\s*<", head) is not None and re.search(r"<(?:\w+:)?feed[\s>]", head) is not None

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each <entry>."""
        return xml_records(content, ("entry",), _raw)


def _raw(entry: Element, line: int) -> Raw | Unusable:
    if "arxiv.org/api/errors" in first(entry, "id"):
        return Unusable(line, "an error of the arXiv API", first(entry, "summary"))
    links = [link.get("href", "") for link in children(entry, "link") if link.get("rel", "alternate") == "alternate"]
    doi = first(entry, "doi")
    return Raw(
        line=line,
        title=first(entry, "title"),
        abstract=first(entry, "summary") or first(entry, "content"),
        authors=tuple(texts(entry, "author", "name")),
        year=first(entry, "published") or first(entry, "updated"),
        venue=first(entry, "journal_ref"),
        doi=doi or " ".join(link.get("href", "") for link in children(entry, "link") if link.get("title") == "doi"),
        arxiv_id=first(entry, "id"),
        url=" ".join([*links, first(entry, "id")]),
        text=first(entry, "id"),
    )
