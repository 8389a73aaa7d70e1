"""The trending-page text: two banner lines, then title and abstract in turn, the word "Subscribe" glued to the first.

Which lines make a title and which an abstract is decided for the whole dump at once: of all ways to cut its lines
into titles and abstracts in turn, the one of least cost (see ``trending_layout``), found by dynamic programming.
"""

import re
from collections.abc import Iterator
from typing import Final

from survey.dumps.content import Content, CutLine
from survey.dumps.parser import Raw, Unusable
from survey.dumps.trending_furniture import undecorated, unfurnished
from survey.dumps.trending_layout import Line, Piece, pieces

_BANNER: Final = re.compile(r"\s*Get trending papers in your email inbox(?: once a day)?[!.]?\s*$")
_GLUED: Final = re.compile(r"Subscribe(?!(?:rs?|d|s)\b)(?:\t+|(?=\S))")
_GLUED_WITHOUT_BANNER: Final = re.compile(r"Subscribe(?=[A-Z0-9(\[\"'$\u201c])")
_TITLE: Final = re.compile(r"[\w\"'(\u201c$][^\w\n]*\w[^ \n]* .*[^.:;,{}]$")
_SENTENCE: Final = re.compile(r"[a-z)%\d][.!?](?= [A-Z]|$)")
_LINES_LIMIT: Final = 150_000
_SHOWN: Final = 1000
_SNIFFED_PAPERS: Final = 2


class Trending:
    """A page of trending papers, copied as text."""

    name = "trending"

    def sniff(self, head: str) -> bool:
        """The banner, or titles and abstracts in turn that leave little doubt."""
        lines = head.split("\n")[:2000]
        if any(_BANNER.match(line) for line in lines[:5]):
            return True
        if lines and _GLUED_WITHOUT_BANNER.match(lines[0].lstrip("\ufeff")):
            return True
        found = list(_papers(iter(lines[:-1] if len(head) > 200_000 else lines)))
        return len(found) >= _SNIFFED_PAPERS and sum(map(_doubtful, found)) * 5 < len(found)

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each title, with the abstract after it; an abstract without a title before it is one too."""
        return _papers(content.lines())


def _doubtful(found: Raw | Unusable) -> bool:
    """Whether a pair might be a heading and a paragraph of any other text, or no prose at all."""
    if isinstance(found, Unusable) or not _TITLE.match(found.title) or found.title.isupper():
        return True
    if not (15 <= len(found.title) <= 250 and 300 <= len(found.abstract) <= 4000):
        return True
    letters = sum(map(str.isalpha, found.abstract)) + found.abstract.count(" ")
    sentences = len(_SENTENCE.findall(found.abstract))
    return letters * 10 < 9 * len(found.abstract) or sentences < 2


def _papers(lines: Iterator[str]) -> Iterator[Raw | Unusable]:
    for stretch in _stretches(lines):
        if isinstance(stretch, Unusable):
            yield stretch
        else:
            page = unfurnished(stretch)
            yield from undecorated(_paired(pieces(page.lines), page.authors))


def _stretches(lines: Iterator[str]) -> Iterator[list[Line] | Unusable]:
    """The lines between banners (dumps joined end to end hold several), without blank ones and without the banners."""
    stretch: list[Line] = []
    blank, banner, count = False, False, 0
    for number, text in enumerate(lines, start=1):
        if isinstance(text, CutLine):
            yield Unusable(number, "a line longer than 10,000,000 characters", text)
            continue
        text = text.strip()
        length = len(text)
        if _BANNER.match(text):
            if stretch:
                yield stretch
            stretch, banner = [], True
            continue
        if not text:
            blank = True
            continue
        if not stretch:
            glued = _GLUED if banner else _GLUED_WITHOUT_BANNER
            text = text if count and not banner else glued.sub("", text, count=1) if glued.match(text) else text
            if text == "Subscribe":
                continue
        stretch.append(Line(number, text, blank, length))
        blank, banner, count = False, False, count + 1
        if count >= _LINES_LIMIT:
            yield stretch
            yield Unusable(number + 1, f"more than {_LINES_LIMIT:,} lines: the rest is not read")
            return
    if stretch:
        yield stretch


def _paired(found: list[Piece], authors: dict[int, tuple[str, ...]]) -> Iterator[Raw]:
    title: Piece | None = None
    for piece in found:
        if title:
            named = authors.get(piece.line, ())
            yield _record(title, "" if piece.is_title else piece.text, () if piece.is_title else named)
            title = piece if piece.is_title else None
        elif piece.is_title:
            title = piece
        else:
            yield Raw(piece.line, abstract=piece.text, text=piece.text[:_SHOWN], latex=False)
    if title:
        yield _record(title, "", ())


def _record(title: Piece, abstract: str, authors: tuple[str, ...]) -> Raw:
    """What stands on the page is plain text already: a backslash in it is one that the page shows."""
    return Raw(title.line, title.text, abstract, authors, text=title.text, latex=False)
