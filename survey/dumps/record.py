"""A raw record -> a Paper, or a Rejection that says what it lacks."""

import re
from typing import Final

from survey.dumps.clean import clean, clean_abstract
from survey.dumps.parser import Raw, Unusable
from survey.papers import Paper, Rejection, Source, paper_key

_TEXT_SHOWN: Final = 200
_TITLE_LIMIT: Final = 3_000
_ABSTRACT_LIMIT: Final = 200_000
_YEAR: Final = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_DOI: Final = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>,;|{}]+", re.I)
_ARXIV_DOI: Final = re.compile(r"10\.48550/arxiv\.(\S+)", re.I)
_OLD_ID: Final = r"[a-z-]+(?:\.[A-Z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3}"
_NEW_ID: Final = r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}"
_ARXIV: Final = re.compile(rf"(?:arxiv\.org/(?:abs|pdf|html)/|arxiv[:.]\s*)({_NEW_ID}|{_OLD_ID})(?!\d)", re.I)
_BARE_ARXIV: Final = re.compile(rf"(?<![\w./])({_NEW_ID}|{_OLD_ID})(?:v\d+)?(?![\w./])")
_URL: Final = re.compile(r"https?://[^\s\"'<>\\^`{|}]+", re.I)
_NO_TEXT: Final = frozenset(
    "n/a|na|nan|null|none|-|.|[no abstract available]|no abstract available|no abstract available.|no abstract|"
    "abstract not available|[abstract not available]|not available|no abstract provided|unknown|untitled|[no title]|"
    "abstract unavailable|abstract".split("|")
)
_CITED_VENUE: Final = re.compile(r"(.+?)\s+\(((?:19|20)\d\d)\)[\s,]")


def paper_of(raw: Raw, source: Source, *, title_only: bool) -> Paper | Rejection:
    """The paper that ``raw`` describes, cleaned; or why it can't be used.

    With ``title_only`` a record without an abstract is a paper whose abstract is "".
    """
    if flaw := _too_long(raw.title, raw.abstract):
        return rejection(flaw, raw.title or raw.abstract, source)
    title, abstract = (
        _present(clean(raw.title, latex=raw.latex)),
        _present(clean_abstract(raw.abstract, latex=raw.latex)),
    )
    if reason := _flaw(title, abstract, title_only):
        return rejection(reason, title or abstract or raw.text, source)
    arxiv_id = arxiv_id_in(raw.arxiv_id, raw.doi, raw.url)
    venue, year = clean(raw.venue), year_in(raw.year)
    if cited := _CITED_VENUE.match(venue):  # Embase: "Endoscopic Ultrasound (2014) 3:3 (152-160). ..."
        venue, year = cited[1], year or int(cited[2])
    return Paper(
        key=paper_key(title),
        title=title,
        abstract=abstract,
        authors=tuple(name for name in map(clean, raw.authors) if any(map(str.isalpha, name))),
        year=year or _arxiv_year(arxiv_id),
        venue=venue or None,
        doi=doi_in(raw.doi) or doi_in(raw.url),
        arxiv_id=arxiv_id,
        url=url_in(raw.url),
        sources=(source,),
    )


def rejected(unusable: Unusable, source: Source) -> Rejection:
    """An unreadable record's Rejection."""
    return rejection(unusable.reason, unusable.text, source)


def rejection(reason: str, text: str, source: Source) -> Rejection:
    """A Rejection whose text is cleaned and cut."""
    return Rejection(reason, clean(text[: 5 * _TEXT_SHOWN])[:_TEXT_SHOWN], source)


def _present(text: str) -> str:
    return "" if len(text) < 30 and text.casefold() in _NO_TEXT else text


def _too_long(title: str, abstract: str) -> str:
    if len(title) > _TITLE_LIMIT:
        return f"a title of {len(title):,} characters"
    return f"an abstract of {len(abstract):,} characters" if len(abstract) > _ABSTRACT_LIMIT else ""


def _flaw(title: str, abstract: str, title_only: bool) -> str:
    if not title:
        return "no title" if abstract or title_only else "no title and no abstract"
    if not any(map(str.isalnum, title)):
        return "a title without a letter"
    return "" if abstract or title_only else "no abstract"


def year_in(text: str) -> int | None:
    """The first year in ``text``, 1500 to 2099."""
    found = _YEAR.search(text)
    return int(found[1]) if found else None


def doi_in(text: str) -> str | None:
    """The first DOI in ``text``, without its resolver or "doi:" and without a full stop after it."""
    found = _DOI.search(text) if "10." in text else None
    if not found:
        return None
    doi = found[0].rstrip(".:")
    return doi[:-1] if doi.endswith(")") and "(" not in doi else doi


def arxiv_id_in(named: str, doi: str = "", url: str = "") -> str | None:
    """The arXiv id, without its version: a bare one from a field so named, else one that says what it is."""
    for text in (named, doi, url):
        found = _ARXIV.search(text) or (_ARXIV_DOI.search(text) and _BARE_ARXIV.search(_ARXIV_DOI.sub(r" \1", text)))
        if found:
            return found[1]
    bare = _BARE_ARXIV.search(named)
    return bare[1] if bare else None


def _arxiv_year(arxiv_id: str | None) -> int | None:
    """The year of submission, which an arXiv id begins with."""
    digits = arxiv_id.rpartition("/")[2][:2] if arxiv_id else ""
    if not digits:
        return None
    return 1900 + int(digits) if int(digits) > 90 else 2000 + int(digits)


def url_in(text: str) -> str | None:
    """The first http address in ``text``."""
    found = _URL.search(text) if "://" in text else None
    return found[0].rstrip(".,;)") if found else None
