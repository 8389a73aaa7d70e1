"""EndNote's XML export."""

import re
from collections.abc import Iterator

from survey.dumps.content import Content
from survey.dumps.parser import Raw, Unusable
from survey.dumps.xml_records import Element, first, texts, xml_records


class EndNoteXml:
    """A <record> for each reference, its texts within <style>."""

    name = "endnote-xml"

    def sniff(self, head: str) -> bool:
        """XML whose <records> hold a <record> with EndNote's elements."""
        return re.match(r"\s*<", head) is not None and (
            re.search(r"<records>\s*<record>", head) is not None
            and re.search(r"<(?:ref-type|titles|contributors|source-app|rec-number)\b", head) is not None
        )

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each <record>."""
        return xml_records(content, ("record",), _raw)


def _raw(record: Element, line: int) -> Raw:
    return Raw(
        line=line,
        title=first(record, "titles", "title"),
        abstract=first(record, "abstract"),
        authors=tuple(texts(record, "contributors", "authors", "author")),
        year=" ".join(texts(record, "dates", "year") + texts(record, "dates", "**", "date")),
        venue=first(record, "titles", "secondary-title") or first(record, "periodical", "full-title"),
        doi=" ".join(texts(record, "electronic-resource-num") + texts(record, "urls", "**", "url")),
        arxiv_id=" ".join(texts(record, "urls", "**", "url")),
        url=" ".join(texts(record, "urls", "**", "url")),
        text=first(record, "**", "style"),
    )
