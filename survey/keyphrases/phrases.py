"""Text to noun phrases: runs of content words that begin and end as a name may."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from survey.keyphrases.lists import BOILERPLATE, COMPOUNDS, ENDS_SO, FUNCTION, KEPT, phrase_words

LONGEST = 4  # words in a phrase, an "of" not counted
POSSESSIVE = re.compile(r"['’]s$")  # "Alzheimer's disease (AD)"

_TOKEN = re.compile(r"[^\W_]+(?:[-'’.+/][^\W_]+)*\+*|[^\s\w]|_")
_SUFFIX = re.compile(
    r".*(?:[a-z]ed|\bshort|ly|ous|ful|able|ible|less|ical|"
    r"[a-z]-(?:based|aware|driven|level|wise|free|specific|guided|like|only))$"
)
_EXTENT = re.compile(r"[1-9]-?d")  # 3D tells of a thing what kind it is, and names none
_ENDS_ALL_THE_SAME = frozenset("feed seed need bed embed table variable shed red speed".split())
_CLAUSE_END = re.compile(r"[.:;?!](?=\s)")  # what an acronym stands for begins behind it
_SHORT = 4  # letters of what is hardly a noun in the plural: "does", "is"
_MODALS = frozenset("can could may might must shall should will would cannot".split())
_NO_PLURALS = frozenset("bias atlas canvas gas lens pancreas".split())
_DEFINED = re.compile(r"\(([A-Za-z][\w-]{1,8}?)s?\)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """``key``: lower case, singular, acronyms written out; ``surface`` as it stands; ``expanded``: an acronym was."""

    key: str
    surface: str
    expanded: bool


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word may do: join two nouns, break a run, begin or end a phrase; ``short``: the acronym that it is."""

    key: str
    short: str
    joins: bool
    breaks: bool
    begins: bool
    ends: bool


def phrases(text: str, acronyms: Mapping[str, str]) -> Iterator[Phrase]:
    """Every noun phrase of up to LONGEST words, single words too; a phrase inside another is given as well."""
    for chunk in chunks(text):
        words = [_word(token) for token in chunk]
        longs = [acronyms.get(word.short, "") if word.short else "" for word in words]
        for start, first in enumerate(words):
            if not (first.begins or _opening(words[start : start + 3]) in COMPOUNDS):
                continue
            length = 0
            for end in range(start, len(chunk)):
                length += not words[end].joins
                if length > LONGEST:
                    break
                if words[end].ends or (end == start + 1 and _opening(words[start : end + 1]) in ENDS_SO):
                    stop = end + 1
                    key = " ".join([longs[i] or words[i].key for i in range(start, stop)])
                    yield Phrase(key, " ".join(chunk[start:stop]), any(longs[start:stop]))


def _opening(words: Sequence[_Word]) -> str:
    """The key of the first two words, of three with an "of" between."""
    return " ".join(word.key for word in words[: 3 if len(words) > 1 and words[1].joins else 2])


def words_of(text: str, acronyms: Mapping[str, str]) -> set[str]:
    """The words that phrases are made of, wherever they stand; those of what an acronym stands for as well."""
    found = set()
    for chunk in chunks(text):
        for token in chunk:
            word = _word(token)
            found.add(word.key)
            if word.short in acronyms:
                found.update(acronyms[word.short].split())
    return found


@lru_cache(maxsize=1024)  # the texts of a small corpus are read for how they are cased and for their phrases
def chunks(text: str) -> tuple[tuple[str, ...], ...]:
    """Runs of words without a function word, a verb or punctuation between; an "of" between nouns is let through."""
    return tuple(tuple(run) for run in _runs(text))


def _runs(text: str) -> Iterator[list[str]]:
    run: list[str] = []
    earlier, before = "", ""
    for token in _TOKEN.findall(text):
        word = _word(token)
        does = _is_told_of(earlier, before)
        earlier, before = before, token
        if word.joins and run:
            run.append("of")
        elif word.breaks or does:
            yield from _trimmed(run)
            run = []
        else:
            run.append(token)
            if word.short and word.short != token:  # "LLMs struggle": no noun follows one in the plural
                yield from _trimmed(run)
                run = []
    yield from _trimmed(run)


def _is_told_of(earlier: str, before: str) -> bool:
    """Whether the word behind these two says what is done: "can ...", "humans easily ..."."""
    if not before.endswith("ly"):
        return before in _MODALS
    return earlier in _MODALS or (earlier.islower() and len(earlier) > _SHORT and singular(earlier) != earlier)


def acronyms_in(text: str) -> Iterator[tuple[str, str]]:
    """Each acronym that ``text`` defines, as in "sparse autoencoders (SAEs)", with the key of what it stands for."""
    for found in _DEFINED.finditer(text):
        short = found[1]
        if sum(c.isupper() for c in short) < 2:
            continue
        before = _TOKEN.findall(_CLAUSE_END.split(text[max(0, found.start() - 90) : found.start()])[-1])
        for count in range(min(len(before), len(short)), 0, -1):
            words = before[-count:]
            if words[0][0].isalnum() and words[0].lower() not in FUNCTION and _stands_for(short.lower(), words):
                yield short, " ".join(singular(w.lower()) for w in words)
                break


def bare(word: str) -> str:
    """An acronym without its plural s: LLMs, LLM."""
    return word[:-1] if len(word) > 2 and word.endswith("s") and word[-2].isupper() else word


def is_acronym(word: str) -> bool:
    """Two capitals or a digit among letters, or a capital inside: CTR, 3D, ViT, U-Net."""
    inner, dash, _ = word.partition("-")
    if dash and len(inner) == 1 and inner.isupper():
        return True
    return any(c.isupper() for c in inner[1:]) or (any(c.isdigit() for c in inner) and any(c.isalpha() for c in inner))


@lru_cache(maxsize=100_000)
def singular(word: str) -> str:
    """The word with a plural ending off; one form for both is what counts, not good English."""
    if word in _NO_PLURALS:
        return word
    if word.endswith("ses") and word[:-2] in _NO_PLURALS:
        return word[:-2]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s")):
        return word[:-1]
    return word


def _trimmed(run: list[str]) -> Iterator[list[str]]:
    while run and run[-1] == "of":
        run = run[:-1]
    if run:
        yield run


@lru_cache(maxsize=100_000)
def _word(text: str) -> _Word:
    lower = text.lower()
    joins = lower == "of"
    plain = lower not in BOILERPLATE and singular(lower) not in BOILERPLATE
    acronym = is_acronym(bare(text)) and not _SUFFIX.match(lower)  # "LLM-based" names nothing
    verb = lower in phrase_words()[0] and not acronym
    noun = acronym or lower in KEPT or lower in _ENDS_ALL_THE_SAME
    noun = (noun or (lower not in phrase_words()[1] and not _SUFFIX.match(lower))) and not _EXTENT.fullmatch(lower)
    return _Word(
        key=singular(lower),
        short=bare(text) if acronym else "",
        joins=joins,
        breaks=lower in FUNCTION or verb or len(text) < 2 or not any(c.isalpha() for c in text),
        begins=plain and not joins and not lower.endswith("ly"),
        ends=plain and not joins and noun,
    )


def _stands_for(short: str, words: list[str]) -> bool:
    """Whether each part gives its first letter to ``short``, "ex" an x, and, behind it, any of its others."""
    parts = [part for word in words for part in re.split(r"[^\w]+", POSSESSIVE.sub("", word.lower())) if part]
    short = short.replace("-", "")
    ends = {0}
    for part in parts:
        reached = set()
        for end in ends:
            if short[end : end + 1] == part[0] or (part.startswith("ex") and short[end : end + 1] == "x"):
                end += 1
                reached.add(end)
                while end < len(short) and short[end] in part[1:]:
                    end += 1
                    reached.add(end)
        ends = reached
    return bool(parts) and len(short) in ends
