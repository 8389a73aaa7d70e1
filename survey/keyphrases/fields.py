"""Fields of work by the words of their papers: broad names for groups whose papers share no phrase."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from survey.keyphrases.phrases import is_acronym

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_Part = tuple[str, int]
_BROAD = "\n# Broad"
_OFTEN = 2  # times that an abstract holds words of a field which the title holds none of


def fields_of(title: str, abstract: str) -> Iterator[tuple[str, bool]]:
    """The fields that a paper is of, and whether its title says so: else its abstract does, and more than once.

    Of a field with several parts it holds words of each.
    """
    titled, told = _parts_in(title), _parts_in(abstract)
    for field in dict.fromkeys(field for field, _ in (*titled, *told)):
        parts = _parts()[field]
        if all(titled[field, part] or told[field, part] >= _OFTEN for part in range(parts)):
            yield field, all(titled[field, part] for part in range(parts))


def known() -> frozenset[str]:
    """The names of all fields."""
    return frozenset(_parts())


@cache
def broad() -> frozenset[str]:
    """The fields that several groups may be of: any one of them may have the name."""
    return frozenset(name for name, _ in _read(_text().partition(_BROAD)[2]))


def in_sentence(name: str) -> str:
    """A field's name inside a sentence: "robotics", "AI agents"."""
    return name if is_acronym(name.split()[0]) else name[0].lower() + name[1:]


def _parts_in(text: str) -> Counter[_Part]:
    """How often words of each part of each field stand in a text."""
    found: Counter[_Part] = Counter()
    before, firsts = "", _firsts()
    for token in _TOKEN.findall(text.lower()):
        parts = _of_word(token)
        if before in firsts:
            parts = tuple({*parts, *_of_word(f"{before}_{token}")})
        for part in parts:
            found[part] += 1
        before = token
    return found


@lru_cache(maxsize=100_000)
def _of_word(word: str) -> tuple[_Part, ...]:
    """The parts of fields that a word, or two joined by "_", tells of."""
    whole, beginnings = _cues()
    found = [*whole.get(word, ())]
    for length in range(3, len(word) + 1):
        found += beginnings.get(word[:length], ())
    return tuple(dict.fromkeys(found))


def _text() -> str:
    return files("survey.data").joinpath("fields.txt").read_text(encoding="utf-8")


def _read(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each field with its parts."""
    lines = (line.partition(":") for line in text.splitlines() if ":" in line and not line.startswith("#"))
    return tuple((name, tuple(cues.split("|"))) for name, _, cues in lines)


@cache
def _parts() -> Mapping[str, int]:
    """Of how many parts each field is."""
    return {name: len(parts) for name, parts in _read(_text())}


@cache
def _firsts() -> frozenset[str]:
    """The first of two words that stand for a field together."""
    whole, beginnings = _cues()
    return frozenset(cue.partition("_")[0] for cue in (*whole, *beginnings) if "_" in cue)


@cache
def _cues() -> tuple[Mapping[str, list[_Part]], Mapping[str, list[_Part]]]:
    """Whole words and beginnings of words, each with the parts of fields that it tells of."""
    whole: dict[str, list[_Part]] = {}
    beginnings: dict[str, list[_Part]] = {}
    for name, parts in _read(_text()):
        for number, cues in enumerate(parts):
            for cue in cues.split():
                told = beginnings if cue.endswith("*") else whole
                told.setdefault(cue.removesuffix("*"), []).append((name, number))
    return whole, beginnings
