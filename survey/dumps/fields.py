"""The names under which JSON and tables give a paper's fields."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from survey.dumps.parser import Raw
from survey.dumps.values import INNER_VENUE, INNER_YEAR, authors_of, strings_in, text_of, title_of

# Field -> the names it goes by, the best first; compared by their letters and digits alone, in lower case.
_NAMES: Final[dict[str, str]] = {
    "title": """
        title documenttitle articletitle itemtitle papertitle primarytitle dctitle citationtitle ti t1 titleprimary
        fulltitle titleen englishtitle publishedtitle titles titledisplay displayname headline name originaltitle""",
    "abstract": """
        abstract abstractnote abstracttext dcabstract paperabstract abstracten ab n2 summary abstractinvertedindex
        articleabstract itemabstract dcdescription abstracts summaries descriptions indexedabstract description
        abstractsentences originalabstract notesabstract abst abs text""",
    "authors": """
        authors author authornames authorships authorfullnames creators dccreator creator au a1 firstauthors
        authorsparsed contributors authorlist authorsfull authfullnames authorstring authorshipsauthordisplayname
        dccontributor""",
    "year": """
        year publicationyear pubyear publishedyear py y1 yearpublished coverdate publicationdate pubdate datepublished
        published publishedat date dcdate issued publishedprint publishedonline onlinedate issuedate prismcoverdate
        publishtime yearofpublication publicationinfo journalinfo produceddateyi imprints
        day conferencedate earlyaccessdate da created""",
    "venue": """
        sourcetitle publicationtitle journal journaltitle booktitle containertitle venue publicationname journalbook
        so t2 jo jf journalname primarylocation hostvenue conference conferencename proceedings prismpublicationname
        booktitles pub pubtitle journalinfo publicationinfo journaltitles journals container proceeding
        primarylocationsourcedisplayname journalref publicationvenue source bookseriestitle journalconference""",
    "doi": """
        doi itemdoi articledoi di do digitalobjectidentifier prismdoi doilink dois doiids arxivdoi externalids
        ids identifier identifiers""",
    "arxiv_id": """
        arxivid arxiv arxivurl arxivlink eprint arxivnumber arxiveprints paperid id identifier externalids ids""",
    "url": """
        url link abs absurl paperurl paperlink arxivurl arxivlink landingpage articleurl openurllink urls pdflink pdf
        ee pdfurl urlpaper htmlurl openaccesspdf ur forum site entryid articlelink documenturl s2url uris sourceurl
        primarylocation id""",
}
_BY_NAME: Final[dict[str, tuple[tuple[str, int], ...]]] = {}
for _field, _names in _NAMES.items():
    for _rank, _name in enumerate(_names.split()):
        _BY_NAME[_name] = (*_BY_NAME.get(_name, ()), (_field, _rank))


@lru_cache(maxsize=10_000)
def fields_named(name: str) -> tuple[tuple[str, int], ...]:
    """The fields that a column or key of this name may give, each with its rank (0: the best name of all)."""
    plain = re.sub(r"[^a-z0-9]", "", name.casefold())
    return _BY_NAME.get(plain, ())


_TEXT_SHOWN: Final = 1000
_ADDRESS: Final = re.compile(r"\s*https?://\S+\s*$")
_TEXT_RANK: Final = len(_NAMES["abstract"].split()) - 1
_LONGEST_TEXT: Final = 8_000


def picked(record: Mapping[str, object]) -> dict[str, list[tuple[int, object]]]:
    """Field -> the values that the record holds for it, each with its name's rank, the best first."""
    found: dict[str, list[tuple[int, object]]] = {}
    for key, value in record.items():
        if value is None or value == "" or value == []:
            continue
        for field, rank in fields_named(key):
            found.setdefault(field, []).append((rank, value))
    for candidates in found.values():
        if len(candidates) > 1:
            candidates.sort(key=lambda candidate: candidate[0])
    return found


def raw_of(record: Mapping[str, object], line: int, text: str = "") -> Raw:
    """The record that an object or a table's row describes; a field it lacks stays ""."""
    found = picked(record)

    def first(field: str, read: Callable[[object], str]) -> str:
        return next((t for _, value in found.get(field, ()) if (t := read(value))), "")

    def all_of(field: str) -> str:
        return " ".join(t for _, value in found.get(field, ()) for t in strings_in(value))

    return Raw(
        line=line,
        title=first("title", title_of),
        abstract=next((t for rank, v in found.get("abstract", ()) if (t := text_of(v)) and _tells(t, rank)), ""),
        authors=next((a for _, value in found.get("authors", ()) if (a := authors_of(value))), ()),
        year=first("year", lambda value: text_of(value, INNER_YEAR)),
        venue=first("venue", lambda value: text_of(value, INNER_VENUE)),
        doi=all_of("doi"),
        arxiv_id=all_of("arxiv_id"),
        url=all_of("url"),
        text=text[:_TEXT_SHOWN],
    )


def _tells(text: str, rank: int) -> bool:
    """Whether a text is an abstract: no address, and, when the field is called no more than "text", no full text."""
    return not _ADDRESS.match(text) and (rank < _TEXT_RANK or len(text) <= _LONGEST_TEXT)
