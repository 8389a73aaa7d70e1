"""References for other programs: RIS for reference managers, CSL JSON for Pandoc and Zotero."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import orjson

from survey.document import Survey
from survey.papers import Paper
from survey.render.bibliography import cited


def render_ris(survey: Survey) -> str:
    """Every paper that the survey cites, by citation number."""
    return ris_of(cited(survey))


def ris_of(papers: Iterable[Paper]) -> str:
    """One RIS record for each paper; its key stands as the label (ID)."""
    return "\n".join("".join(f"{tag}  - {value}\n" for tag, value in _ris(paper)) for paper in papers)


def _ris(paper: Paper) -> Iterator[tuple[str, str]]:
    yield "TY", "JOUR" if paper.venue else "GEN"
    fields = (
        ("ID", [paper.key]),
        ("TI", [paper.title]),
        ("AU", paper.authors),
        ("PY", [str(paper.year or "")]),
        ("JO", [paper.venue or ""]),
        ("DO", [paper.doi or ""]),
        ("UR", _addresses(paper)),
        ("AB", [paper.abstract]),
    )
    for tag, values in fields:
        yield from ((tag, line) for value in values if (line := " ".join(value.split())))
    yield "ER", ""


def _addresses(paper: Paper) -> Sequence[str]:
    arxiv = f"https://arxiv.org/abs/{paper.arxiv_id}" if paper.arxiv_id else ""
    return tuple(dict.fromkeys(filter(None, (paper.url, arxiv))))


def render_csl(survey: Survey) -> str:
    """Every paper that the survey cites, by citation number."""
    return csl_of(cited(survey))


def csl_of(papers: Iterable[Paper]) -> str:
    """A list of CSL items, one for each paper, under its key (citeproc-js, CSL 1.0.2 data schema)."""
    return orjson.dumps([_csl(paper) for paper in papers], option=orjson.OPT_INDENT_2).decode() + "\n"


def _csl(paper: Paper) -> dict[str, Any]:
    item = {
        "id": paper.key,
        "type": "article-journal" if paper.venue else "article",
        "title": paper.title,
        "author": [_name(author) for author in paper.authors],
        "issued": {"date-parts": [[paper.year]]} if paper.year else None,
        "container-title": paper.venue,
        "DOI": paper.doi,
        "URL": next(iter(_addresses(paper)), None),
        "abstract": paper.abstract,
    }
    return {name: value for name, value in item.items() if value}


def _name(author: str) -> dict[str, str]:
    """Family and given name where a comma parts them; else the name as it is printed, which no style can get wrong."""
    family, comma, given = author.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": author}
