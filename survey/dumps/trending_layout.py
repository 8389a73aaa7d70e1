"""Lines cut into titles and abstracts in turn: by length, blank lines, sentence ends, and whether a break was forced.

A break between two lines is *forced* when the next line's first word would not have fitted: text wrapped at some
width breaks so within a paragraph, and between paragraphs only by chance. Every other break was made on purpose.
Costs are in rough units of surprise; docs/formats.md lists them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_TITLE_LINES: Final = 6
_ABSTRACT_LINES: Final = 150
_ABSTRACT_LENGTH: Final = 6000
_WINDOW: Final = 14
_END: Final = re.compile(r"[.!?][\"')\]\u201d\u2019]*$|https?://\S+$|\.\.\.$|\u2026$|[\u3002\uff01\uff1f]$")
_LINK: Final = re.compile(r"https?://|www\.|github\.")
_OPENER: Final = re.compile(
    r"(?:We|In this|In the|This|These|The|Recent|Despite|While|Although|Existing|Our|Here|It|Current|With|To|As|Large|"
    r"However|Given|Many|Most|Modern|There|Deep)\b"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that isn't blank: its number, its text, and whether a blank line stands before it."""

    number: int
    text: str
    after_blank: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A title or an abstract, its lines joined, and the number of its first line."""

    line: int
    text: str
    is_title: bool


def width(lines: Sequence[Line]) -> int:
    """The width in characters at which the lines are wrapped, or 0 when they aren't: where nearly half of them end."""
    counts: dict[int, int] = {}
    for line in lines:
        counts[len(line.text)] = counts.get(len(line.text), 0) + 1
    best, share = 0, 0
    for end in sorted(counts):
        within = sum(counts.get(length, 0) for length in range(end - _WINDOW, end + 1))
        if within >= share:
            best, share = end, within
    return best if 30 <= best <= 250 and share * 100 >= 45 * len(lines) and len(lines) > 4 else 0


def pieces(lines: Sequence[Line], width: int) -> Iterator[Piece]:
    """The titles and abstracts that the lines are cut into at least cost; linear in the number of lines."""
    joints = [_Joint.between(before, after, width) for before, after in zip(lines, lines[1:], strict=False)]
    blanks = sum(line.after_blank for line in lines) * 10 < 8 * len(lines)
    n = len(lines)
    inf = float("inf")
    # best[kind][i]: least cost of lines[:i] whose last piece is of that kind (0 title, 1 abstract), with where it began
    best = ([0.0] + [inf] * n, [0.0] + [inf] * n)
    began = ([0] * (n + 1), [0] * (n + 1))
    for i in range(n):
        edge = joints[i - 1].as_boundary if i else 0.0
        for is_title in (True, False):
            here = min(best[1][i], best[0][i] + _NO_ABSTRACT) if is_title else min(best[0][i], best[1][i] + _NO_TITLE)
            if i == 0 and not is_title:
                here = _NO_TITLE
            if here == inf:
                continue
            kind = 0 if is_title else 1
            for j, cost in _growing(lines, joints, i, is_title, blanks):
                if here + edge + cost < best[kind][j]:
                    best[kind][j], began[kind][j] = here + edge + cost, i
    yield from reversed(list(_traced(lines, width, best, began)))


_NO_ABSTRACT: Final = 6.0
_NO_TITLE: Final = 8.0


@dataclass(frozen=True, slots=True)
class _Joint:
    """The break between two lines: what it costs as a boundary of pieces and as a break within one."""

    forced: bool
    as_boundary: float
    within_title: float
    within_abstract: float

    @classmethod
    def between(cls, before: Line, after: Line, width: int) -> "_Joint":
        forced = (
            bool(width)
            and len(before.text) <= width
            and (len(before.text) + 1 + len(after.text.split(None, 1)[0]) > width or len(before.text) == width)
        )
        if forced:
            return cls(True, 1.5, 0.0, 0.0)
        return cls(False, 0.0, 8.0, 2.5 if _END.search(before.text) or _LINK.match(after.text) else 4.5)


def _growing(
    lines: Sequence[Line], joints: Sequence[_Joint], start: int, is_title: bool, blanks: bool
) -> Iterator[tuple[int, float]]:
    """The cost of a piece that begins at ``start``, for each end that it may have."""
    joined, length = 0.0, 0
    most = _TITLE_LINES if is_title else _ABSTRACT_LINES
    for j in range(start, min(len(lines), start + most)):
        if j > start:
            joint = joints[j - 1]
            joined += joint.within_title if is_title else joint.within_abstract
            joined += 1.5 if blanks and lines[j].after_blank else 0.0
        length += len(lines[j].text) + 1
        if length > _ABSTRACT_LENGTH and j > start or joined > 60:
            return
        shape = _as_title if is_title else _as_abstract
        yield j + 1, joined + shape(lines[start].text, lines[j].text, length)


def _as_title(first: str, last: str, length: int) -> float:
    cost = length / 150 + (4.0 if length > 200 else 0.0) + (20.0 if length > 320 else 0.0)
    cost += 4.0 if _END.search(last) and not last.endswith(("?", "!")) else 0.0
    cost += (
        3.0
        if last.endswith((",", ":", ";", "-", " and", " of", " the", " for", " with", " in", " to", " a", " via"))
        else 0.0
    )
    cost += 2.0 if first[0].islower() and not first[1:2].isupper() else 0.0
    return cost + (5.0 if _LINK.search(last) else 0.0)


def _as_abstract(first: str, last: str, length: int) -> float:
    cost = 0.0 if length >= 300 else 2.0 if length >= 150 else 5.0 if length >= 60 else 8.0
    cost += 0.0 if _END.search(last) else 3.0
    cost += 3.0 if first[0].islower() else 0.0
    return cost - (0.5 if _OPENER.match(first) else 0.0) + (20.0 if length > 4000 else 0.0)


def _traced(
    lines: Sequence[Line], width: int, best: tuple[list[float], ...], began: tuple[list[int], ...]
) -> Iterator[Piece]:
    """The pieces of the cheapest cut, the last first."""
    i = len(lines)
    if not i:
        return
    kind = 0 if best[0][i] + _NO_ABSTRACT < best[1][i] else 1
    while i:
        start = began[kind][i]
        yield Piece(lines[start].number, joined([line.text for line in lines[start:i]], width), kind == 0)
        i = start
        other = 1 - kind
        penalty = _NO_ABSTRACT if kind == 0 else _NO_TITLE
        kind = other if best[other][i] <= best[kind][i] + penalty else kind


_HANGING: Final = re.compile(r"\w-$")
_SUSPENDED: Final = re.compile(r"(?:and|or|to|versus|vs\.?)\b")


def joined(texts: Sequence[str], width: int) -> str:
    """Lines as one text: a word broken at its hyphen, or an overlong one cut at the width, is made whole again."""
    whole = texts[0]
    for before, text in zip(texts, texts[1:], strict=False):
        hyphen = _HANGING.search(before) and text[0].isalnum() and not _SUSPENDED.match(text)
        cut = width and len(before) == width and len(before.rsplit(None, 1)[-1]) + len(text.split(None, 1)[0]) > width
        whole += text if hyphen or cut else " " + text
    return whole
