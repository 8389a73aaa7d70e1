"""Is this quote verbatim, is this number there, does this sentence support this statement.

Support is measured in words, so that anyone can check it: the share of a statement's content words (stop words apart,
endings taken off) that stand in the sentence. It says whether a sentence is about the same things in the same words; it
does not see a negation turned round, which is why the reader gets the sentence itself beside the number.
"""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sentencex import segment

from survey.papers import Paper

VERSION = 4
"""Part of every cache key: raise it when an answer that was valid would be judged differently."""

SUPPORT = 0.5
"""The least support with which a statement about one paper is kept."""

CLOSE_SUPPORT = 0.75
"""The same where a small model tells it: in words of its own these join what an abstract says of two things."""

SHARED_SUPPORT = 0.3
"""The least support of each paper's sentence for a statement about several papers: each bears out its own part."""

_HINT_BONUS = 0.08
_TITLE_MALUS = 0.1
_NUMBER_MALUS = 0.25
_SAYS_MORE = 0.15
_LIST_MARK = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.)\s+")
_IN_NAME = re.compile(r"[A-Z\d]\.$")
_LAST_OF_NAME = re.compile(r"(?![AI] )[A-Z](?![A-Za-z])")  # one capital alone, with no space before it
_ENDED = re.compile(r"[.!?…。！？][\"'”’)\]]*$")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SPACED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d.,]*\d)")
_NAME = re.compile(r"\b\w*\d\w*|\b\w+[A-Z]\w*|(?<=[^.!?:] )[A-Z]\w+")  # not the capital that starts a sentence
_WORD = re.compile(r"[^\W_]+(?:[-'’^.][^\W_]+)*")
_JOINT = re.compile(r"[-'’^]")
_ENDINGS = tuple(
    "ations ation ating ities ingly ings ates ated ized izes izing ing ies "
    "edly ment ity ers ate ize ed es ly er s e y".split()
)
STOP_WORDS = frozenset(
    """
    a about above across after again all also although among an and any are as at be because been before being
    below between both but by can could did do does during each either few for from further had has have
    having he her here his how however i if in into is it its itself just may me might more moreover most much
    must my neither no nor not of off on once only onto or other our ours out over own per same she should
    since so some such than that the their them then there therefore these they this those though through thus
    to too toward towards under until up upon us very via was we were what when where whether which while who
    whom whose why will with within without would yet you your use uses used using several common recur recurs
    paper papers work study propose proposes proposed present presents presented introduce introduces
    introduced show shows shown describe describes report reports reported authors author
    """.split()
)


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of ``text``, each a verbatim substring of it, in order (splitter: sentencex)."""
    return tuple(s for piece in _segments(text) for part in _unlumped(piece) if (s := part.strip()))


def _segments(text: str) -> list[str]:
    """The splitter's pieces; one that ends within a name goes on: "H2A.Z", "non-U.S."."""
    pieces: list[str] = []
    for piece in segment("en", text):
        if pieces and _IN_NAME.search(pieces[-1]) and _LAST_OF_NAME.match(piece):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _unlumped(piece: str) -> tuple[str, ...]:
    """The sentences of a piece that starts with a list's mark: behind "(2)" sentencex stops seeing where one ends."""
    found = _LIST_MARK.match(piece)
    if not found:
        return (piece,)
    first, *others = segment("en", piece[found.end() :]) or ("",)
    return (found[0] + first, *others)


def whole_sentences(text: str, most: int) -> str:
    """``text`` if it has at most ``most`` characters, else as many of its first sentences as have (one at least).

    Empty when that one breaks off: models that are made to stop stop anywhere.
    """
    if len(text) <= most or not (found := sentences(text)):
        return text
    kept, *others = found
    for sentence in others:
        if len(kept) + 1 + len(sentence) > most:
            break
        kept = f"{kept} {sentence}"
    return kept if _ENDED.search(kept) else ""


def lines(paper: Paper) -> tuple[str, ...]:
    """What a paper can be quoted with: line 0 is its title, line n its abstract's n-th sentence."""
    return (paper.title, *sentences(paper.abstract))


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """NFKC with runs of white space as one space: the form in which a quote must stand in its paper."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()


def is_verbatim(quote: str, *texts: str) -> bool:
    """Whether ``quote`` stands word for word in one of ``texts`` (a paper's abstract and title)."""
    wanted = folded(quote)
    return bool(wanted) and any(wanted in folded(text) for text in texts)


@lru_cache(maxsize=65536)
def numbers(text: str) -> tuple[str, ...]:
    """Every number in ``text`` as digits without thousands separators, in order: "1,024 of 72.40 %" -> 1024, 72.40."""
    return tuple(_plain_number(found) for found in _NUMBER.findall(unicodedata.normalize("NFKC", text)))


def _plain_number(text: str) -> str:
    return text.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", text) else text


def missing_numbers(text: str, quotes: Collection[str]) -> tuple[str, ...]:
    """The numbers of ``text`` that stand in none of ``quotes``, each once, in order; "14 786" holds 14786 too."""
    there = {number for quote in quotes for number in (*numbers(quote), *_with_spaces(quote))}
    return tuple(dict.fromkeys(n for n in numbers(text) if n not in there))


@lru_cache(maxsize=65536)
def _with_spaces(text: str) -> tuple[str, ...]:
    """The numbers of ``text`` whose thousands are told apart by spaces, as digits alone."""
    return tuple(found.replace(" ", "") for found in _SPACED.findall(unicodedata.normalize("NFKC", text)))


@lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """The words of ``text`` that carry its meaning: stop words apart, folded, endings taken off; numbers are words."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    whole = set(_WORD.findall(plain))
    found = whole.union(*(_JOINT.split(word) for word in whole if not word.isalnum()))
    return frozenset(stem(word) for word in found if word not in STOP_WORDS and (len(word) > 1 or word.isdigit()))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its commonest ending, at least four letters kept: "segmenting", "segmentation" -> "segment"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def support(text: str, *quotes: str) -> float:
    """The share of the content words of ``text`` that stand in ``quotes``, from 0 to 1; 0 for a text without any."""
    wanted = content_words(text)
    there = frozenset[str]().union(*map(content_words, quotes)) if len(quotes) != 1 else content_words(quotes[0])
    return len(wanted & there) / len(wanted) if wanted else 0.0


def shares_words(language: str) -> bool:
    """Whether statements in ``language`` can be held against abstracts by the words they share.

    Of another language than theirs only numbers and names can; then a statement is held against the notes made on the
    paper in that language, whose sentences are known.
    """
    return language.strip().casefold() in {"english", "en"}


@dataclass(frozen=True, slots=True)
class Alignment:
    """The sentences that bear a statement out (numbers from 1; 0 is the title), and how well they do."""

    sentences: tuple[int, ...]
    support: float


def best_line(text: str, lines: Sequence[str], hints: Collection[int] = ()) -> int:
    """The number of the line that supports ``text`` best; line 0 is the title, which yields to a sentence as good.

    A number of the text that a line lacks counts against it. ``hints`` (the model's own sentence numbers, known or
    not) only tip the balance between sentences nearly as good.
    """

    told = frozenset(numbers(text))

    def worth(number: int) -> tuple[float, int]:
        lacking = len(told.difference(numbers(lines[number]))) if told else 0
        bonus = _HINT_BONUS * (number in hints) - _TITLE_MALUS * (number == 0)
        return support(text, lines[number]) - _NUMBER_MALUS * lacking + bonus, -number

    known = (hint for hint in sorted(hints) if 0 < hint < len(lines))
    whole = (hint for hint in known if support(text, lines[hint]) == 1.0 and told.issubset(numbers(lines[hint])))
    best = next(whole, None)  # no other line can be worth more
    return max(range(len(lines)), key=worth) if best is None else best


def aligned(text: str, lines: Sequence[str], hints: Collection[int] = ()) -> Alignment:
    """The line of one paper that supports ``text`` best, one more that holds numbers which it lacks, and those of the
    ``hints`` that say more of the text than these do, or hold a name that these lack.
    """
    chosen = [best_line(text, lines, hints)]
    if lacking := set(missing_numbers(text, [lines[chosen[0]]])):
        held = {n: len(lacking.intersection(numbers(line))) for n, line in enumerate(lines)}
        best = max(held, key=lambda n: (held[n], support(text, lines[n]), -n))
        chosen += [best] if held[best] else []
    others = [hint for hint in sorted(set(hints) - set(chosen)) if 0 < hint < len(lines)]
    borne = support(text, *(lines[n] for n in chosen))
    for hint in others:
        if (more := support(text, *(lines[n] for n in (*chosen, hint)))) >= borne + _SAYS_MORE:
            chosen, borne = [*chosen, hint], more
    for hint in others:
        lacking = set(_NAME.findall(text)).difference(*(re.findall(r"\w+", lines[n]) for n in chosen))
        chosen += [hint] if lacking.intersection(re.findall(r"\w+", lines[hint])) else []
    return Alignment(tuple(sorted(chosen)), borne)


def without_title(text: str, title: str) -> str:
    """``text`` without what it quotes of its paper's title behind a name, cut or not.

    'TreeNet ("... for Sorting Trees") grows' is "TreeNet grows"; what stands in no such title stays.
    """
    held = _DOUBLE.sub("'", folded(title).casefold())

    def is_held(words: str) -> bool:
        parts = [re.escape(part.strip()) for part in folded(words).casefold().split("...")]
        return any(parts) and re.search(rf"\b{'.*'.join(parts)}", held) is not None

    return _QUOTED.sub(lambda found: "" if is_held(found["words"]) else found[0], text)


_QUOTED = re.compile(r' \("(?P<words>[^"]{8,})"\)')
_DOUBLE = re.compile('["“”]')  # a title's own, single where it is quoted
