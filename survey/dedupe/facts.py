"""What the rules look at in one version of a paper; the costly parts are made when first asked for."""

import re
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from survey.dedupe.forms import normalised_doi
from survey.dedupe.versions import abstract_form, arxiv_id, main_title_form, names
from survey.papers import Paper

# What tells a paper from its namesake: editions, parts, model versions.
_NUMERALS = {
    **{w: str(n) for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)},
    **{w: str(n) for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)},
    **{w: str(n) for n, w in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split(), 1)},
}
_NUMBER = re.compile(r"\d+")
_PART = re.compile(r"\b(?:part|pt|volume|vol|chapter|section|episode|edition|ed|supplement|appendix|book)\b")
_SERIES = re.compile(
    r"\b(?:overview|report|findings|results|proceedings|workshop|challenge|task|competition|conference|symposium|annual|"
    r"editorial|yearbook|statistics|guidelines?|preface|foreword|introduction|survey results)\b"
)
_NO_LETTERS = frozenset("ast")  # articles, possessives and contractions; not "hepatitis B"

# A record about another record, as its title shows at the start or behind a colon, a dash or a bracket.
_ABOUT = (
    r"(repl(?:y|ies)|responses?|rejoinder|rebuttal|comments?|commentary|discussion|errat(?:um|a)|corrigend(?:um|a)|"
    r"corrections?|addendum|retraction|expression of concern|letter|closure)"
)
_OF_AUTHOR = r"(?:author(?:['\u2019]?s['\u2019]?|s)?|publisher(?:['\u2019]s)?)"
_ABOUT_AT_START = re.compile(
    rf"^\W*(?:(?:an?|the|in|re:?|further|brief|short|editorial|invited|{_OF_AUTHOR})\s+)*{_ABOUT}"
    r"(?:\s*[:.\-\u2013\u2014]|\s+(?:to|on|of|for|note|regarding|concerning|by|from)\b)"
)
_ABOUT_AT_END = re.compile(
    rf"(?:[:(\[?!\u2013\u2014.,]|\s-)\s*(?:(?:an?|the|{_OF_AUTHOR})\s+)*{_ABOUT}(?:\s+(?:to|by|from)\b.*)?\W*$"
)
_RE = re.compile(r"^\W*re(?::|\.|\s+[\"\u201c\u2018'])")

_TELLING_WORDS = 5
_TELLING_LETTERS = 25
_FIRST_LETTER = 0xE000  # past the surrogates
_REMEMBERED = 200_000


T = TypeVar("T")


class once(Generic[T]):
    """functools.cached_property without its lock, which costs more than most facts do."""

    def __init__(self, made: Callable[[Any], T]) -> None:
        self._made = made
        self.__doc__ = made.__doc__

    def __get__(self, holder: object, _: type | None = None) -> T:
        value = self._made(holder)
        holder.__dict__[self._made.__name__] = value
        return value


class _Letters(dict[str, str]):
    """Word -> one of a million letters, the same in each run; of two words in a text one in a million share theirs."""

    def __missing__(self, word: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        letter = chr(_FIRST_LETTER + zlib.crc32(word.encode()) % (sys.maxunicode - _FIRST_LETTER))
        return self.setdefault(word, letter)


_LETTERS = _Letters()


class Facts:
    """One version, given by its records: in comparable form, its title, abstract, names and identifiers.

    Title and abstract are those of the first record; ``title`` is its title's form.
    """

    def __init__(self, records: Sequence[Paper], title: str) -> None:
        self.records, self.title = records, title

    @once
    def title_words(self) -> list[str]:
        """The words of that form."""
        return self.title.split()

    @once
    def joined_title(self) -> str:
        """That form without spaces: "pre-training" and "pretraining" are one word."""
        return self.title.replace(" ", "")

    @once
    def main_title(self) -> str | None:
        """What stands before a subtitle, without spaces; None without a subtitle."""
        main = main_title_form(self.records[0].title)
        return main and main.replace(" ", "")

    @once
    def text(self) -> str:
        """The abstract's comparable form but for spaces; empty without an abstract."""
        return abstract_form(self.records[0].abstract)

    @once
    def tokens(self) -> list[str]:
        """The abstract's words; none without an abstract."""
        return self.text.split()

    @once
    def words(self) -> str:
        """The abstract with one letter for each of its words, so that words are compared as quickly as letters."""
        return "".join(map(_LETTERS.__getitem__, self.tokens))

    @once
    def numbers(self) -> Counter[str]:
        """Numbers in the abstract."""
        odd = (word for word in self.tokens if not word.isalpha())  # most are words, and a pattern is slow on a text
        return Counter(number for word in odd for number in _NUMBER.findall(word))

    @once
    def marks(self) -> tuple[str, ...]:
        """Numbers (Roman and spelt ones too) and single letters of the title, sorted."""
        return tuple(sorted(_marks(self.title_words)))

    @once
    def is_part(self) -> bool:
        """Whether the title says that it is a part, a volume, an edition."""
        return bool(_PART.search(self.title))

    @once
    def is_serial(self) -> bool:
        """Whether the title is one that comes back each year."""
        return is_serial(self.title)

    @once
    def about(self) -> frozenset[str]:
        """What makes it a record about another record: "reply", "erratum"; empty for a paper of its own."""
        title = self.records[0].title.casefold()
        found = [match[1] for match in (_ABOUT_AT_START.search(title), _ABOUT_AT_END.search(title)) if match]
        return frozenset([*(word[:5] for word in found), *(["re"] if _RE.search(title) else [])])

    @once
    def names(self) -> frozenset[str]:
        """Names of all authors."""
        return names(author for paper in self.records for author in paper.authors)

    @once
    def years(self) -> frozenset[int]:
        """Years of publication."""
        return frozenset(paper.year for paper in self.records if paper.year)

    @once
    def dois(self) -> frozenset[str]:
        """DOIs, normalised."""
        return frozenset(doi for paper in self.records if (doi := normalised_doi(paper.doi)))

    @once
    def arxiv_ids(self) -> frozenset[str]:
        """Identifiers at arXiv, without version."""
        return frozenset(found for paper in self.records if (found := arxiv_id(paper)))

    @once
    def telling(self) -> bool:
        """Whether the title is long enough to name one paper."""
        return is_telling(self.title)


def is_serial(title: str) -> bool:
    """Whether a title, in its comparable form, is one that comes back each year."""
    return bool(_SERIES.search(title))


def is_telling(title: str) -> bool:
    """Whether a title, in its comparable form, is long enough to name one paper."""
    return len(title) >= _TELLING_LETTERS and len(title.split()) >= _TELLING_WORDS


def _marks(words: list[str]) -> Iterator[str]:
    for word in words:
        if word in _NUMERALS:
            yield _NUMERALS[word]
        elif len(word) == 1 and word.isascii() and word.isalpha() and word not in _NO_LETTERS:
            yield word
        elif not word.isalpha():
            yield from (number.lstrip("0") or "0" for number in _NUMBER.findall(word))
    if len(words) > 1 and words[-1] == "a":
        yield "a"
