"""JATS, the XML of articles: PubMed Central, PLOS, eLife and most publishers."""

import re
from collections.abc import Iterator

from survey.dumps.content import Content
from survey.dumps.parser import Raw, Unusable
from survey.dumps.xml_records import Element, children, first, text_of, texts, xml_records


class Jats:
    """An <article> with its <front> for each paper; its body and its references are passed over."""

    name = "jats"

    def sniff(self, head: str) -> bool:
        """XML with an article whose front matter follows."""
        return re.match(r"\s*<", head) is not None and (
            re.search(r"<(?:\w+:)?article[\s>]", head) is not None
            and re.search(r"<(?:\w+:)?article-meta[\s>]", head) is not None
            and re.search(r"<(?:\w+:)?(?:OAI-PMH|ListRecords)\b", head[:4000]) is None
        )

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each article."""
        return xml_records(content, ("article",), raw_of_article)


def raw_of_article(article: Element, line: int) -> Raw:
    """The paper that an <article> is, from its front matter alone."""
    meta = next(iter(children(article, "front", "article-meta")), article)
    ids = {e.get("pub-id-type"): text_of(e).strip() for e in children(meta, "article-id")}
    title = " ".join(filter(None, (first(meta, "title-group", "article-title"), *_subtitles(meta))))
    abstracts = children(meta, "abstract")
    plain = [a for a in abstracts if not a.get("abstract-type")] or abstracts
    return Raw(
        line=line,
        title=title,
        abstract=_sections(plain[0]) if plain else "",
        authors=tuple(filter(None, map(_author, children(meta, "contrib-group", "contrib")))),
        year=" ".join(texts(meta, "pub-date", "year")),
        venue=first(article, "front", "journal-meta", "**", "journal-title"),
        doi=ids.get("doi", ""),
        arxiv_id=ids.get("arxiv", ""),
        url=" ".join(e.get("{http://www.w3.org/1999/xlink}href") for e in children(meta, "self-uri")),
        text=title,
    )


def _subtitles(meta: Element) -> list[str]:
    return [f": {subtitle}" for subtitle in texts(meta, "title-group", "subtitle")][:1]


def _sections(abstract: Element) -> str:
    """The abstract's text, a section's heading before it; the heading "Abstract" is none."""
    parts = []
    for part in abstract.iterdescendants():
        if (name := part.tag if isinstance(part.tag, str) else "").endswith("title"):
            heading = text_of(part).strip()
            parts.append("" if heading.casefold() in ("abstract", "summary") else f"{heading.rstrip(':.')}:")
        elif name.endswith("}p") or name == "p":
            parts.append(" ".join(text_of(part).split()))
    return " ".join(filter(None, parts)) or text_of(abstract).strip()


def _author(contrib: Element) -> str:
    if contrib.get("contrib-type", "author") != "author":
        return ""
    named = (", ".join(filter(None, (first(n, "surname"), first(n, "given-names")))) for n in children(contrib, "name"))
    return next(named, "") or first(contrib, "collab") or first(contrib, "string-name")
