"""OAI-PMH answers: Dublin Core from any repository, arXiv's own two formats."""

import re
from collections.abc import Iterator

from survey.dumps.content import Content
from survey.dumps.jats import raw_of_article
from survey.dumps.marc import raw_of_marc
from survey.dumps.parser import Raw, Unusable
from survey.dumps.xml_records import Element, children, first, local, texts, xml_records


class Oai:
    """A <record> with a <header> for each paper."""

    name = "oai"

    def sniff(self, head: str) -> bool:
        """XML with OAI-PMH's root, or with records that hold a header and metadata."""
        return re.match(r"\s*<", head) is not None and (
            re.search(r"<(?:\w+:)?(?:OAI-PMH|ListRecords|GetRecord)\b", head) is not None
            or re.search(r"<(?:\w+:)?record>\s*<(?:\w+:)?header\b", head) is not None
        )

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each <record>; one that its repository deleted is rejected as such."""
        return xml_records(content, ("record",), _record)


def _record(record: Element, line: int) -> Raw | Unusable:
    header = next(iter(children(record, "header")), None)
    if header is not None and header.get("status") == "deleted":
        return Unusable(line, "deleted by its repository", first(header, "identifier"))
    metadata = next(iter(children(record, "metadata")), record)
    inner = next(iter(metadata), metadata)
    if local(inner) == "article":
        return raw_of_article(inner, line)
    if children(inner, "datafield"):
        return raw_of_marc(inner, line)
    identifiers = texts(inner, "identifier") + texts(inner, "relation")
    named = texts(inner, "id") if local(inner).startswith("arXiv") else []
    return Raw(
        line=line,
        title=first(inner, "title"),
        abstract=first(inner, "abstract") or max(texts(inner, "description"), key=len, default=""),
        authors=_authors(inner),
        year=first(inner, "created") or min(texts(inner, "date"), default="") or first(inner, "version", "date"),
        venue=first(inner, "journal-ref") or first(inner, "source"),
        doi=" ".join([first(inner, "doi"), *identifiers]),
        arxiv_id=" ".join([*(f"arXiv:{i}" for i in named), *identifiers]),
        url=" ".join(identifiers),
        text=" ".join([*named, *identifiers]) or first(record, "header", "identifier"),
    )


def _authors(inner: Element) -> tuple[str, ...]:
    named = children(inner, "authors", "author")
    if named:
        return tuple(", ".join(filter(None, (first(a, "keyname"), first(a, "forenames")))) for a in named)
    joined = first(inner, "authors")
    if joined:
        bare = re.sub(r"\([^()]*\)", "", re.sub(r"\([^()]*\)", "", joined))
        return tuple(filter(None, (name.strip() for name in re.split(r",| and ", bare))))
    return tuple(texts(inner, "creator"))
