"""Lines cut into titles and abstracts in turn: by length, blank lines, sentence ends, and whether a break was forced.

A break between two lines is *forced* when what comes next would not have fitted: text wrapped at some width breaks so
within a paragraph, and between paragraphs only by chance. Every other break was made on purpose. Of all ways to cut
the lines the cheapest is taken; costs are in rough units of surprise, and docs/formats.md says them in words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

_TITLE_LINES: Final = 6
_ABSTRACT_LINES: Final = 150
_ABSTRACT_LENGTH: Final = 6000
_NO_ABSTRACT: Final = 6.0
_NO_TITLE: Final = 8.0
_HOPELESS: Final = 60.0
_WINDOW: Final = 14
_TAIL: Final = 300
_END: Final = re.compile(r"[.!?][\"')\]\u201d\u2019]*$|https?://\S+$|\u2026$|[\u3002\uff01\uff1f]$")
_LINK: Final = re.compile(r"https?://|www\.")
_OPENER: Final = re.compile(
    r"(?:We|In|This|These|The|Recent|Recently|Despite|While|Although|Existing|Our|Here|It|Current|With|To|As|Large|"
    r"However|Given|Many|Most|Modern|There|Deep)\b"
)
_SAYING: Final = re.compile(
    r"(?:We|Our|Thus|This|These|Here|It|Specifically|Then|Finally|Moreover|However|Additionally|Furthermore|Experiments|Code)\b"
)
_SUBTITLE: Final = re.compile(r"[A-Z][^:.]{2,50}: [A-Z]")
_STOP: Final = re.compile(r"[a-z)]{2}[.] [A-Z]")
_DANGLING: Final = (
    ",",
    ":",
    ";",
    "-",
    " and",
    " of",
    " the",
    " for",
    " with",
    " in",
    " to",
    " a",
    " an",
    " via",
    " by",
)
_HANGING: Final = re.compile(r"\w-{1,3}$")
_DASHED: Final = re.compile(r"-{2,3}\w")
_SUSPENDED: Final = re.compile(r"(?:and|or|to|versus|vs\.?)(?=\s|$)")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that isn't blank: number, text, whether a blank line stands before it, its length as it stood."""

    number: int
    text: str
    after_blank: bool
    length: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A title or an abstract, its lines joined, and the number of its first line."""

    line: int
    text: str
    is_title: bool


@dataclass(frozen=True, slots=True)
class _Layout:
    """How lines are set: wrapped at a width (0: not at all), also at hyphens, sentences apart, blanks that tell."""

    width: int
    hyphens: bool
    sentences: bool
    blanks: bool


@dataclass(frozen=True, slots=True)
class _Shape:
    """A line's looks: a sentence's end at its end, capitals as in a title or as in a sentence, a full stop within."""

    ends: bool
    capitalised: bool
    plain: bool
    stops: bool

    @classmethod
    def of(cls, text: str, before: str) -> "_Shape":
        cut_link = " " not in text and "://" in (before.split() or [""])[-1]
        words = _WORD.findall(text[:400])
        capitals = sum(word[0].isupper() for word in words)
        return cls(
            ends=cut_link or _END.search(text[-_TAIL:]) is not None,
            capitalised=len(words) >= 3 and capitals * 4 >= 3 * len(words) and not _SAYING.match(text),
            plain=len(words) >= 3 and capitals * 3 <= len(words),
            stops=_STOP.search(text) is not None,
        )


@dataclass(frozen=True, slots=True)
class _Joint:
    """The break between two lines: what it costs as a boundary of pieces, and as a break within one."""

    as_boundary: float
    in_title: float
    in_abstract: float


def pieces(lines: Sequence[Line]) -> list[Piece]:
    """The titles and abstracts that the lines are cut into at least cost, in order; time linear in the lines."""
    shapes = [_Shape.of(line.text, before.text) for before, line in pairwise([Line(0, "", False, 0), *lines])]
    layout = _layout(lines, shapes)
    if lines and lines[0].length > layout.width:  # "Subscribe" may have been glued to it before the wrapping or after
        lines = [replace(lines[0], length=len(lines[0].text)), *lines[1:]]
    joints = [_joint(*pair, *shaped, layout) for pair, shaped in zip(pairwise(lines), pairwise(shapes), strict=True)]
    cut = _cheapest_cut(lines, shapes, joints)
    return [Piece(lines[i].number, joined([line.text for line in lines[i:j]], layout.width), t) for i, j, t in cut]


def _layout(lines: Sequence[Line], shapes: Sequence[_Shape]) -> _Layout:
    after_end = [after.ends for before, after in pairwise(shapes) if before.ends]
    return _Layout(
        width=(width := _width([line.length for line in lines])),
        hyphens=bool(width) and sum(_HANGING.search(line.text) is not None for line in lines) * 100 > len(lines),
        sentences=not width and sum(after_end) * 100 > 35 * len(after_end),
        blanks=_blanks_tell(lines, width),
    )


def _blanks_tell(lines: Sequence[Line], width: int) -> bool:
    """Whether blank lines say anything: not before nearly every line, nor when full lines precede most of them."""
    after = [before.length > width - _WINDOW for before, line in pairwise(lines) if line.after_blank]
    return len(after) * 10 < 8 * len(lines) and (not width or sum(after) * 3 < len(after))


def _width(lengths: Sequence[int]) -> int:
    """The width at which lines are wrapped, or 0 when they aren't: nearly half of them end just below it."""
    counts: dict[int, int] = {}
    for length in lengths:
        counts[length] = counts.get(length, 0) + 1
    best, share = 0, 0
    for end, count in sorted(counts.items()):
        within = sum(counts.get(length, 0) for length in range(end - _WINDOW, end + 1))
        if within >= share and count * _WINDOW * 3 >= within:  # a chance few are longer than the width
            best, share = end, within
    return best if 30 <= best <= 250 and share * 100 >= 45 * len(lengths) and len(lengths) > 4 else 0


def _joint(before: Line, after: Line, first: _Shape, second: _Shape, layout: _Layout) -> _Joint:
    chunk = after.text.split(None, 1)[0]
    if layout.hyphens and (part := re.match(r"\w+-(?=\w)", chunk)):
        chunk = part[0]
    room = layout.width - before.length
    blank = 2.0 if layout.blanks and after.after_blank else 0.0
    swallowed = 0.0
    if second.capitalised and not second.ends:  # a title seems to begin here
        swallowed = 4.5 if first.ends or _SUBTITLE.match(after.text) else 2.5
    if layout.width and 0 <= room < len(chunk) + (before.text[-1] != "-"):
        return _Joint(0.0 if blank else 1.5, blank, swallowed + blank)
    if layout.sentences:
        return _Joint(0.0, 8.0, (0.4 if first.ends else 3.0) + swallowed)
    return _Joint(0.0, 8.0, (2.5 if first.ends or _LINK.match(after.text) else 5.5) + swallowed + blank)


def _cheapest_cut(
    lines: Sequence[Line], shapes: Sequence[_Shape], joints: Sequence[_Joint]
) -> list[tuple[int, int, bool]]:
    """(start, end, is title) of each piece. Dynamic programming over line ends and the kind of the last piece."""
    inf = float("inf")
    best = {True: [inf] * (len(lines) + 1), False: [0.0] + [inf] * len(lines)}
    came: dict[bool, list[tuple[int, bool]]] = {kind: [(0, not kind)] * (len(lines) + 1) for kind in (True, False)}
    for start in range(len(lines)):
        edge = joints[start - 1].as_boundary if start else 0.0
        for is_title, again in ((True, _NO_ABSTRACT), (False, _NO_TITLE)):
            turn, same = best[not is_title][start], best[is_title][start] + again
            if not start and not is_title:
                turn = _NO_TITLE
            so_far = min(turn, same) + edge
            if so_far == inf:
                continue
            for end, cost in _growing(lines, shapes, joints, start, is_title):
                if so_far + cost < best[is_title][end]:
                    best[is_title][end] = so_far + cost
                    came[is_title][end] = (start, is_title if same < turn else not is_title)
    return _traced(best, came, len(lines))


def _traced(
    best: dict[bool, list[float]], came: dict[bool, list[tuple[int, bool]]], end: int
) -> list[tuple[int, int, bool]]:
    cut: list[tuple[int, int, bool]] = []
    is_title = best[True][end] + _NO_ABSTRACT < best[False][end]
    while end:
        start, kind = came[is_title][end]
        cut.append((start, end, is_title))
        end, is_title = start, kind
    return cut[::-1]


def _growing(
    lines: Sequence[Line], shapes: Sequence[_Shape], joints: Sequence[_Joint], start: int, is_title: bool
) -> Iterator[tuple[int, float]]:
    """The cost of a piece that begins at ``start``, for each end that it may have."""
    within, length = 0.0, 0
    opening = _title_opening(lines[start].text) if is_title else _abstract_opening(lines[start].text, shapes[start])
    for j in range(start, min(len(lines), start + (_TITLE_LINES if is_title else _ABSTRACT_LINES))):
        if j > start:
            within += joints[j - 1].in_title if is_title else joints[j - 1].in_abstract
        length += len(lines[j].text) + 1
        if j > start and (length > _ABSTRACT_LENGTH or within > _HOPELESS):
            return
        if is_title:
            if shapes[j].stops:
                within += 4.0
            mixed = 2.5 if j > start and shapes[start].capitalised and shapes[j].plain else 0.0
            yield j + 1, opening + within + mixed + _title_end(lines[j].text, shapes[j], length)
        else:
            yield j + 1, opening + within + _abstract_end(shapes[j], length)


def _title_opening(text: str) -> float:
    return (2.0 if text[0].islower() and not text[1:2].isupper() else 0.0) + (2.5 if _SAYING.match(text) else 0.0)


def _title_end(text: str, shape: _Shape, length: int) -> float:
    cost = length / 150 + (4.0 if length > 200 else 0.0) + (20.0 if length > 320 else 0.0)
    cost += 5.0 if shape.ends and not text.endswith(("?", "!")) else 0.0
    return cost + (3.0 if text.endswith(_DANGLING) else 0.0)


def _abstract_opening(text: str, shape: _Shape) -> float:
    cost = 3.0 if text[0].islower() else 2.0 if shape.capitalised else 0.0
    return cost - (0.5 if _OPENER.match(text) else 0.0)


def _abstract_end(shape: _Shape, length: int) -> float:
    short = 0.0 if length >= 300 else 2.0 if length >= 150 else 5.0 if length >= 60 else 8.0
    return short + (0.0 if shape.ends else 3.0) + max(0.0, (length - 1950) / 60)


def joined(texts: Sequence[str], width: int) -> str:
    """Lines as one text: a word broken at its hyphen or dash, or one longer than the width, is made whole again."""
    whole = texts[0]
    for before, text in pairwise(texts):
        hyphen = _HANGING.search(before) and text[0].isalnum() and not _SUSPENDED.match(text)
        glued = hyphen or _DASHED.match(text) or _cut(before, text, width)
        whole += text if glued else " " + text
    return whole


def _cut(before: str, text: str, width: int) -> bool:
    """Whether one word was cut between two lines: a link, or what would make no sensible word otherwise."""
    head, tail = before.rsplit(None, 1)[-1], text.split(None, 1)[0]
    return (
        0 < width == len(before)
        and len(head) + len(tail) > width
        and ("://" in head or not tail.isalpha() or "," in head)
    )
