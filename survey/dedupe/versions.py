"""Versions: records of one title and one abstract, and what is known of each for comparing it with others."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from survey.dedupe.forms import comparable, normalised_arxiv_id, normalised_doi
from survey.papers import Paper

_BRACKETED_VERSION = re.compile(r"\s*[\[(](?:v|ver\.?|version)\s*\d+(?:\.\d+)*[\])]\s*$", re.IGNORECASE)
_STATUS = re.compile(
    r"^\s*(?:retracted(?: article)?|withdrawn(?: article)?)\s*:\s*|\s*[\[(](?:preprint|extended version|extended abstract|"
    r"technical report|full version|retracted article)[\])]\s*$",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^\W*(?:abstract|summary)\s*[:.\-\u2013\u2014]\s*", re.IGNORECASE)
_NO_ABSTRACT = frozenset(
    ("", "abstract", "n a", "na", "nan", "none", "null", "no abstract", "not available", "abstract not available")
    + ("no abstract available", "abstract unavailable", "no abstract is available", "no abstract provided")
)
_TELLING_WORDS = 4
_NAME = re.compile(r"[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Version:
    """Records whose title and abstract are the same in comparable form, in content order.

    Records without an abstract are one version only when authors, year and identifiers are the same too; with a short
    title and none of these ("Editorial"), each is a version by itself.
    """

    title: str
    papers: tuple[Paper, ...]

    @property
    def abstract(self) -> str:
        """The abstract in comparable form; made anew on each call, to keep a million of them out of memory."""
        return abstract_form(self.papers[0])


def title_form(title: str) -> str:
    """The title in comparable form, without a version, a status or a kind of print in brackets."""
    return comparable(_STATUS.sub("", _BRACKETED_VERSION.sub("", title))) or title.strip()


def abstract_form(paper: Paper) -> str:
    """The abstract in comparable form, without a heading such as "Abstract:"."""
    form = comparable(_HEADING.sub("", paper.abstract, count=1))
    return "" if form in _NO_ABSTRACT else form


def names(authors: Iterable[str]) -> frozenset[str]:
    """All names of two letters or more: surnames and given names alike, as exports differ in their order."""
    return frozenset(name for author in authors for name in _NAME.findall(comparable(author)))


def content_order(paper: Paper) -> tuple[str, ...]:
    """A total order of records by what they hold, so that nothing depends on where they stood in the input."""
    source = paper.sources[0] if paper.sources else None
    place = (source.dump, f"{source.record:012}", f"{source.line:012}") if source else ()
    fields = (paper.doi, paper.arxiv_id, paper.year, paper.venue, paper.url, *paper.authors)
    return (paper.title, paper.abstract, *(str(field or "") for field in fields), *place)


def arxiv_id(paper: Paper) -> str | None:
    """The paper's arXiv id, be it given as such, in an arXiv DOI or in an arXiv address."""
    return normalised_arxiv_id(paper.arxiv_id, paper.doi, paper.url if "arxiv.org" in (paper.url or "") else None)


def versions_of(papers: Sequence[Paper]) -> list[Version]:
    """The records as versions, in an order that depends on their content alone."""
    groups: dict[tuple[str, str], list[Paper]] = {}
    for paper in papers:
        title = title_form(paper.title)
        groups.setdefault((title, _rest(title, paper)), []).append(paper)
    return [
        Version(title, tuple(sorted(group, key=content_order) if len(group) > 1 else group))
        for (title, _), group in sorted(groups.items())
    ]


def _rest(title: str, paper: Paper) -> str:
    abstract = abstract_form(paper)
    if abstract:
        return hashlib.blake2b(abstract.encode(), digest_size=16).hexdigest()
    metadata = (*sorted(names(paper.authors)), normalised_doi(paper.doi), arxiv_id(paper))
    if not any(metadata) and len(title.split()) < _TELLING_WORDS:
        return " ".join(("no abstract", *content_order(paper)))
    return " ".join(("no abstract", str(paper.year), *(str(part) for part in metadata)))
