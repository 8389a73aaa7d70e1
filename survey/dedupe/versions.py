"""Versions: the records of one title and one abstract, found by digests of their comparable forms."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from survey.dedupe.fingerprints import (
    BLOCK,
    SLOTS,
    Ints,
    UInt32s,
    UInt64s,
    combined,
    digests,
    hashed_words,
    openings,
    signatures,
)
from survey.dedupe.forms import comparable, normalised_arxiv_id, normalised_doi, spaced
from survey.papers import Paper

_STATUS = re.compile(r"\s*(?:retracted|withdrawn)(?: article| paper)?\s*[:\-\u2013]\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(
    r"\s*[\[(](?:(?:v|ver\.?|version)\s*\d+(?:\.\d+)*|preprint|(?:extended|full|long|short) (?:version|abstract)|"
    r"technical report|(?:retracted|withdrawn)(?: article)?)[\])]\s*$",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(r"(?::|\s[-\u2013\u2014]|[.?!\u2013\u2014])\s")
_HEADING = re.compile(r"\W*(?:abstract|summary)\s*[:.\-\u2013\u2014]\s*", re.IGNORECASE)
_NO_ABSTRACT = frozenset(
    {"abstract", "n a", "na", "nan", "none", "null", "no abstract", "not available", "abstract not available"}
    | {"no abstract available", "abstract unavailable", "no abstract is available", "no abstract provided"}
)
_LONGEST_EXCUSE = 60
_TELLING_WORDS = 4
_NAME = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Versions:
    """Which record is of which version; versions are numbered by their digests, whatever the input's order.

    Records without an abstract are one version only when authors, year and identifiers are the same too; with a short
    title and none of these ("Editorial"), each is a version by itself.
    ``of_record`` has the version of each record; ``text`` a number for its title and abstract; ``titles`` the form of
    each version's title; ``signatures`` a column for each version, and no row when they weren't asked for; ``openings``
    a hash of each abstract's first words.
    """

    of_record: Ints
    text: Ints
    titles: tuple[str, ...]
    signatures: UInt32s
    openings: UInt32s
    _order: Ints
    _bounds: Ints

    def __len__(self) -> int:
        return len(self._bounds) - 1

    def records(self, version: int) -> list[int]:
        """The places in the input of the records of a version, those of its first text first."""
        places: list[int] = self._order[self._bounds[version] : self._bounds[version + 1]].tolist()
        return places

    def gathered(self, into: Ints) -> tuple["Versions", list[int]]:
        """The same records in fewer versions, and each version's new number; ``into`` says which takes in which."""
        kept, numbers = np.unique(into, return_inverse=True)
        of_record = numbers[self.of_record]
        order = np.lexsort((self.text, of_record))
        gathered = Versions(
            of_record,
            self.text,
            tuple(self.titles[version] for version in kept.tolist()),
            np.ascontiguousarray(self.signatures[:, kept]),
            self.openings[kept] if len(self.openings) else self.openings,
            order,
            np.searchsorted(of_record[order], np.arange(len(kept) + 1)),
        )
        return gathered, numbers.tolist()


def title_form(title: str) -> str:
    """The title in comparable form, without a version, a status or a kind of print in brackets."""
    return comparable(_bare(title)) or title.strip()


def main_title_form(title: str) -> str | None:
    """The comparable form of what stands before a subtitle; None when there is no subtitle."""
    main, *subtitle = _SUBTITLE.split(_bare(title).strip(), maxsplit=1)
    return comparable(main) if subtitle else None


def _bare(title: str) -> str:
    status = _STATUS.match(title)
    title = title[status.end() :] if status else title
    return _IN_BRACKETS.sub("", title) if title.rstrip().endswith((")", "]")) else title


def abstract_form(abstract: str) -> str:
    """The abstract in comparable form but for spaces, without the heading "Abstract:"; empty when it says none."""
    heading = _HEADING.match(abstract)
    form = spaced(abstract[heading.end() :] if heading else abstract)
    return form if len(form) > _LONGEST_EXCUSE or " ".join(form.split()) not in _NO_ABSTRACT else ""


def names(authors: Iterable[str]) -> frozenset[str]:
    """All names of two letters or more: surnames and given names alike, as exports differ in their order."""
    return frozenset(name for author in authors for name in _NAME.findall(comparable(author)))


def content_order(paper: Paper) -> tuple[str, ...]:
    """A total order of records by what they hold, so that nothing depends on where they stood in the input."""
    fields = (paper.doi, paper.arxiv_id, paper.year, paper.venue, paper.url, *paper.authors)
    places = (part for s in paper.sources for part in (s.dump, s.format, f"{s.record:012}", f"{s.line:012}"))
    return (paper.title, paper.abstract, *(str(field or "") for field in fields), *places)


def arxiv_id(paper: Paper) -> str | None:
    """The paper's arXiv id, be it given as such, in an arXiv DOI or in an arXiv address."""
    url = paper.url if paper.url and "arxiv.org" in paper.url else None
    return normalised_arxiv_id(paper.arxiv_id, paper.doi, url)


def versions_of(papers: Sequence[Paper], *, signed: bool) -> Versions:
    """The versions among the records, of which there is at least one; ``signed`` asks for their signatures."""
    titles = [title_form(paper.title) for paper in papers]
    blocks = [_fingerprints(papers[n : n + BLOCK], titles[n : n + BLOCK], signed) for n in range(0, len(papers), BLOCK)]
    prints = np.concatenate([block[0] for block in blocks])
    order = np.lexsort((prints[:, 1], prints[:, 0]))
    first = np.append(True, (prints[order][1:] != prints[order][:-1]).any(axis=1))
    of_record = np.empty(len(papers), np.int64)
    of_record[order] = np.cumsum(first) - 1
    rows = np.concatenate([block[1] for block in blocks])[order[first]]
    return Versions(
        of_record,
        of_record,
        tuple(titles[n] for n in order[first].tolist()),
        np.ascontiguousarray(rows.T[:SLOTS]),
        np.ascontiguousarray(rows.T[SLOTS] if signed else rows[:, :0]),
        order,
        np.append(np.flatnonzero(first), len(papers)),
    )


def _fingerprints(papers: Sequence[Paper], titles: Sequence[str], signed: bool) -> tuple[UInt64s, UInt32s]:
    abstracts = [abstract_form(paper.abstract) for paper in papers]
    words = hashed_words(abstracts)
    texts = digests(words)
    bare = [n for n, abstract in enumerate(abstracts) if not abstract.strip()]
    if bare:
        texts[bare] = digests(hashed_words([_instead_of_abstract(titles[n], papers[n]) for n in bare]))
    found = signatures(words) if signed else np.empty((len(papers), 0), np.uint32)
    if signed:
        found = np.column_stack((found, openings(words)))
    return combined(digests(hashed_words(titles)), texts), found


def _instead_of_abstract(title: str, paper: Paper) -> str:
    metadata = (*sorted(names(paper.authors)), normalised_doi(paper.doi), arxiv_id(paper))
    if not any(metadata) and len(title.split()) < _TELLING_WORDS:
        return repr(("no abstract", *content_order(paper)))
    return repr(("no abstract", paper.year, metadata))
