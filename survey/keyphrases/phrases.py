"""Text to noun phrases: runs of content words that begin and end as a name may."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from survey.keyphrases.lists import BOILERPLATE, FUNCTION, KEPT, phrase_words

_JOINERS = frozenset({"of"})
LONGEST = 4  # words in a phrase, an "of" not counted

_TOKEN = re.compile(r"[^\W_]+(?:[-'’.+/][^\W_]+)*\+*|[^\s\w]|_")
_SUFFIX = re.compile(
    r".*(?:[a-z]ed|ly|ous|ful|able|ible|less|ical|[a-z]-(?:based|aware|driven|level|wise|free|specific|guided|like|only))$"
)
_ENDS_ALL_THE_SAME = frozenset("feed seed need bed embed table variable shed red speed".split())
_DEFINED = re.compile(r"\(([A-Za-z][\w-]{1,8}?)s?\)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """``key``: lower case, singular, acronyms written out; ``surface`` as it stands; ``expanded``: an acronym was."""

    key: str
    surface: str
    expanded: bool


def phrases(text: str, acronyms: Mapping[str, str]) -> Iterator[Phrase]:
    """Every noun phrase of up to LONGEST words, single words too; a phrase inside another is given as well."""
    for chunk in chunks(text):
        keys = [acronyms.get(w, "") if is_acronym(w) else "" for w in map(bare, chunk)]
        for start in range(len(chunk)):
            if not _begins(chunk[start]):
                continue
            words = 0
            for end in range(start, len(chunk)):
                words += chunk[end] != "of"
                if words > LONGEST:
                    break
                if _ends(chunk[end]):
                    part = range(start, end + 1)
                    key = " ".join(keys[i] or singular(chunk[i].lower()) for i in part)
                    yield Phrase(key, " ".join(chunk[start : end + 1]), any(keys[i] for i in part))


def chunks(text: str) -> Iterator[list[str]]:
    """Runs of words without a function word, a verb or punctuation between; an "of" between nouns is let through."""
    run: list[str] = []
    for token in _TOKEN.findall(text):
        lower = token.lower()
        if lower == "of" and run:
            run.append(lower)
        elif _breaks(token, lower):
            yield from _trimmed(run)
            run = []
        else:
            run.append(token)
    yield from _trimmed(run)


def acronyms_in(text: str) -> Iterator[tuple[str, str]]:
    """Each acronym that ``text`` defines, as in "sparse autoencoders (SAEs)", with the key of what it stands for."""
    for found in _DEFINED.finditer(text):
        short = found[1]
        if sum(c.isupper() for c in short) < 2:
            continue
        before = _TOKEN.findall(text[max(0, found.start() - 90) : found.start()])
        for count in range(min(len(before), len(short)), 0, -1):
            words = before[-count:]
            if words[0].lower() not in FUNCTION and _stands_for(short.lower(), words):
                yield short, " ".join(singular(w.lower()) for w in words)
                break


def bare(word: str) -> str:
    """An acronym without its plural s: LLMs, LLM."""
    return word[:-1] if len(word) > 2 and word.endswith("s") and word[-2].isupper() else word


def is_acronym(word: str) -> bool:
    """Two capitals or a digit among letters, or a capital inside: CTR, 3D, ViT, DeiT."""
    inner = word.split("-")[0] if "-" in word else word
    return any(c.isupper() for c in inner[1:]) or (any(c.isdigit() for c in inner) and any(c.isalpha() for c in inner))


@lru_cache(maxsize=100_000)
def singular(word: str) -> str:
    """The word with a plural ending off; one form for both is what counts, not good English."""
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
def _breaks(token: str, lower: str) -> bool:
    if lower in FUNCTION or (lower in phrase_words()[0] and not is_acronym(token)):
        return True
    return len(token) < 2 or not any(c.isalpha() for c in token)


@lru_cache(maxsize=100_000)
def _begins(token: str) -> bool:
    lower = token.lower()
    return (
        token not in _JOINERS
        and singular(lower) not in BOILERPLATE
        and lower not in BOILERPLATE
        and not lower.endswith("ly")
    )


@lru_cache(maxsize=100_000)
def _ends(token: str) -> bool:
    lower = token.lower()
    if token in _JOINERS or lower in BOILERPLATE or singular(lower) in BOILERPLATE:
        return False
    if is_acronym(token) or lower in KEPT or lower in _ENDS_ALL_THE_SAME:
        return True
    return lower not in phrase_words()[1] and not _SUFFIX.match(lower)


def _stands_for(short: str, words: list[str]) -> bool:
    parts = [part for word in words for part in re.split(r"[^\w]+", word.lower()) if part]
    if not parts:
        return False
    pattern = "".join(f"{re.escape(p[0])}[{re.escape(p[1:])}]*" if len(p) > 1 else re.escape(p) for p in parts)
    return re.fullmatch(pattern, short.replace("-", "")) is not None
