"""BibTeX: every cited paper, from a survey or from papers alone."""

import re
from collections.abc import Iterable

from survey.document import ListedPaper, Survey
from survey.papers import Paper
from survey.render.escape import bibtex


def render_bibtex(survey: Survey) -> str:
    """references.bib: the papers that the survey cites, by citation number."""
    return bibtex_of(cited(survey))


def cited(survey: Survey) -> list[ListedPaper]:
    """The papers that the survey cites, by citation number."""
    uncited = {entry.key for entry in survey.scorecard.papers_uncited}
    return sorted((paper for paper in survey.papers if paper.key not in uncited), key=lambda paper: paper.number)


def bibtex_of(papers: Iterable[Paper]) -> str:
    """One entry for each paper, under its key."""
    return "\n".join(_entry(paper) for paper in papers)


def _entry(paper: Paper) -> str:
    arxiv = {"eprint": paper.arxiv_id, "archiveprefix": "arXiv"} if paper.arxiv_id else {}
    kind = "article" if paper.venue else "misc"
    fields = {
        "title": f"{{{bibtex(paper.title)}}}",
        "author": " and ".join(_author(author) for author in paper.authors),
        "year": str(paper.year or ""),
        "journal": bibtex(paper.venue or ""),
        "doi": _verbatim(paper.doi),
        **{name: _verbatim(value) for name, value in arxiv.items()},
        "url": _verbatim(paper.url),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value and value != "{}")
    return f"@{kind}{{{paper.key},\n{lines}}}\n"


def _author(name: str) -> str:
    """A name, in braces where it holds the word that parts one author from the next."""
    return f"{{{bibtex(name)}}}" if re.search(r"\band\b", name, re.IGNORECASE) else bibtex(name)


def _verbatim(value: str | None) -> str:
    """An identifier or address as BibTeX styles print it: verbatim, without what would end the field."""
    return "".join(c for c in value or "" if c.isprintable() and c not in "{}\\ ")
