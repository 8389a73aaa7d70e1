"""What stands on a trending page beside titles and abstracts: dates, counts, buttons, authors, marks of lists.

A line that can be nothing else is taken out wherever it stands; one that might be part of a text (a number, a date, a
list of names) only where such lines come again and again.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from survey.dumps.parser import Raw, Unusable
from survey.dumps.trending_layout import Line

_OFTEN: Final = 3  # lines of a doubtful kind that show it to be furniture, and for so many lines of the page one
_IN_LINES: Final = 60
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE: Final = rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?|\d{{4}}-\d\d-\d\d)"
_COUNT: Final = r"\d[\d,.]*\s?[kKmM]?"
_SURE: Final = re.compile(
    rf"(?:published|submitted|posted|updated|released)(?: (?:on|at))?:? {_DATE}|submitted by|"
    rf"upvoted?|upvotes?:? {_COUNT}|"
    rf"{_COUNT} (?:upvotes?|authors?|comments?|likes?|stars?)|(?:github|stars?|likes?)[: ]+{_COUNT}|"
    rf"[\u2605\u2b50\U0001f44d\u25b2] ?{_COUNT}|[\u00b7\u2022|]|authors?: \S.{{3,2000}}|"
    r"(?:view )?arxiv(?: page)?|view pdf|project page|add to collection|trending papers|daily papers|"
    r"by AK and the research community",
    re.I,
)
_DOUBTFUL: Final = {
    "number": re.compile(rf"[#(\[]?{_COUNT}[.)\]]?"),
    "date": re.compile(_DATE),
    "rule": re.compile(r"([-=_*\u2014\u2500])\1{2,200}"),
    "button": re.compile(
        r"github|code|paper|pdf|share|save|like|read more|show more|abstract|cite|bibtex|models?|datasets?|spaces?",
        re.I,
    ),
    "link": re.compile(
        r"https?://(?:www\.)?(?:arxiv\.org|huggingface\.co/papers|doi\.org|dx\.doi\.org|openreview\.net)/\S+"
    ),
}  # fmt: skip
_NAME: Final = (
    r"[A-Z][\w'\u2019.-]{0,20}(?: (?:[A-Z][\w'\u2019.-]{0,20}|de|van|von|der|da|del|la|bin|al|el|di|le)){1,4}"
)
_NAMES: Final = re.compile(
    rf"{_NAME}(?:, {_NAME}){{1,300}}(?:,? (?:and|&) {_NAME})?(?:,? et al\.?)?|{_NAME} (?:and|&) {_NAME}"
)
_LONGEST: Final = 2500
_SUBMITTED_BY: Final = re.compile(r"submitted by", re.I)
_USER: Final = re.compile(r"\S{1,40}")
_LINE_MARKS: Final = (
    re.compile(r"#{1,6}\s+(?P<title>.+?)(?:\s+#+)?"),
    re.compile(r"(?P<b>\*\*|__)(?P<title>.+)(?P=b)"),
    re.compile(r"\[(?P<title>.+)\]\(https?://[^\s()]+\)"),
)
_MARKS: Final = (
    re.compile(r"[(\[]?#?\d{1,4}[.)\]:](?:\s+|(?=[A-Z]))(?P<title>.+)"),
    re.compile(r"[-*\u2022\u2013]\s+(?P<title>.+)"),
    re.compile(r"Title:\s*(?P<title>.+)", re.I),
)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines that make titles and abstracts, and the authors that stood before some of them, by their numbers."""

    lines: list[Line]
    authors: dict[int, tuple[str, ...]]


def unfurnished(lines: Sequence[Line]) -> Page:
    """The lines without the page's furniture; a line after furniture counts as one after a blank line."""
    kinds = [_kind(line.text) for line in lines]
    counts = {kind: kinds.count(kind) for kind in {*kinds}}
    enough = max(_OFTEN, len(lines) // _IN_LINES)
    lines = _unmarked(lines)
    known = {kind for kind, count in counts.items() if kind and (kind == "sure" or count >= enough)}
    if not known:
        return Page(list(lines), {})
    kept: list[Line] = []
    authors: dict[int, tuple[str, ...]] = {}
    named: tuple[str, ...] = ()
    apart, user = False, False
    for line, kind in zip(lines, kinds, strict=True):
        if kind in known or (user and _USER.fullmatch(line.text)):
            named = named or (_authors(line.text) if kind == "names" else ())
            apart, user = True, _SUBMITTED_BY.fullmatch(line.text) is not None
            continue
        if named:
            authors[line.number] = named
        kept.append(replace(line, after_blank=True) if apart else line)
        named, apart, user = (), False, False
    return Page(kept, authors)


def _unmarked(lines: Sequence[Line]) -> Sequence[Line]:
    """Lines without the marks that make a whole line a heading, bold or a link, where several lines bear them."""
    for marks in _LINE_MARKS:
        borne = [marks.fullmatch(line.text) if len(line.text) < _LONGEST else None for line in lines]
        if sum(map(bool, borne)) >= _OFTEN:
            lines = [
                replace(line, text=found["title"], after_blank=True) if found else line
                for line, found in zip(lines, borne, strict=True)
            ]
    return lines


def _kind(text: str) -> str:
    """ "" for a line of text, else what furniture it might be."""
    if len(text) > _LONGEST:
        return ""
    if _SURE.fullmatch(text):
        return "sure"
    found = next((kind for kind, pattern in _DOUBTFUL.items() if pattern.fullmatch(text)), "")
    return found or ("names" if ("," in text or " and " in text) and _NAMES.fullmatch(text) else "")


def _authors(text: str) -> tuple[str, ...]:
    parts = re.split(r",? (?:and|&) |, ", re.sub(r",? et al\.?$", "", text))
    return tuple(name for part in parts if (name := part.strip()))


def undecorated(records: Iterable[Raw | Unusable]) -> list[Raw | Unusable]:
    """Titles without the marks (numbers, bullets, headings) that most of them bear."""
    found = list(records)
    titles = [record.title for record in found if isinstance(record, Raw) and record.title]
    for marks in _MARKS:
        bearing = sum(marks.fullmatch(title) is not None for title in titles)
        if bearing >= _OFTEN and bearing * 10 >= 6 * len(titles):
            found = [_bare(record, marks) for record in found]
            titles = [record.title for record in found if isinstance(record, Raw) and record.title]
    return found


def _bare(record: Raw | Unusable, marks: re.Pattern[str]) -> Raw | Unusable:
    borne = marks.fullmatch(record.title) if isinstance(record, Raw) else None
    return replace(record, title=borne["title"]) if borne and isinstance(record, Raw) else record
