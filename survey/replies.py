"""What a model wrote, made usable: the JSON in it (models fence it, think aloud before it, add a sentence after it)."""

import json
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from pydantic_core import from_json

_THINKING = re.compile(r"<(think|thinking|reasoning)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_LONGEST = 400_000
_MOST_STARTS = 500
_MARKUP = re.compile(r"</?[A-Za-z!][^<>]*>|\]\([^)]*\)|\b(?:https?|ftp|javascript|data):\S+|\bwww\.\S+", re.IGNORECASE)
_SURROGATES = re.compile("[\ud800-\udfff]")
_DECODER = json.JSONDecoder(strict=False)  # models leave raw line ends and control characters in strings


class NotJson(ValueError):
    """There is no JSON object in the reply; the message is a complaint that the model can act on."""


@dataclass(frozen=True, slots=True)
class Found:
    """The JSON object of a reply; ``cut`` when the reply broke off within it, so that its end is missing."""

    answer: dict[str, object]
    cut: bool = False


def json_in(text: str, keys: Collection[str] = ()) -> Found:
    """The last object at the top level of ``text`` that has all ``keys``; else the start of one that broke off.

    Raises NotJson when there is neither, or when the reply is endless.
    """
    if len(text) > _LONGEST:
        raise NotJson(f"the answer had {len(text)} characters; a few hundred words are enough")
    spoken = _THINKING.sub("", text)
    whole = _objects(spoken)
    wanted = [value for value in whole if value.keys() >= set(keys)]
    if not wanted and (begun := _begun(spoken, keys)) is not None:
        return Found(begun, cut=True)
    if not whole:
        raise NotJson("the answer was not a JSON object" if text.strip() else "the answer was empty")
    return Found((wanted or whole)[-1])


def _objects(text: str) -> list[dict[str, object]]:
    found, at, starts = [], text.find("{"), 0
    while at >= 0 and starts < _MOST_STARTS:
        starts += 1
        try:
            value, end = _DECODER.raw_decode(text, at)
            found.append(_clean(value))
        except (ValueError, RecursionError):
            end = at + 1
        at = text.find("{", end)
    return [value for value in found if isinstance(value, dict)]


def _begun(text: str, keys: Collection[str]) -> dict[str, object] | None:
    """What stands of an object that breaks off: its last, unfinished part is dropped."""
    for key in keys:
        at = text.rfind("{", 0, max(0, text.find(f'"{key}"')))
        if at < 0:
            continue
        try:
            value = _clean(from_json(_without_control(text[at:]), allow_partial=True))
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) and value.keys() >= set(keys):
            return value
    return None


def _without_control(text: str) -> str:
    return "".join(c if c >= " " else " " for c in text)


def _clean(value: object) -> object:
    """``value`` without lone surrogates, which JSON can escape and UTF-8 can't write."""
    match value:
        case str():
            return _SURROGATES.sub("", value)
        case list():
            return [_clean(inner) for inner in value]
        case dict():
            return {_clean(name): _clean(inner) for name, inner in value.items()}
    return value


def foreign_markup(text: str, source: str) -> str:
    """The first tag, link or address in ``text`` that doesn't stand in ``source``, what it is about; else empty."""
    found = (match.group() for match in _MARKUP.finditer(text))
    return next((markup for markup in found if markup not in source), "")


def sentence(text: str) -> str:
    """A model's sentence on one line, as :func:`plain`; it starts with a capital unless a name as "mGANprior" does."""
    told = plain(text)
    first = told.split(" ", 1)[0]
    return told[:1].upper() + told[1:] if first.islower() else told


def plain(text: str) -> str:
    """A model's text on one line, without control or formatting characters."""
    if not text.isprintable():
        text = "".join(" " if unicodedata.category(c).startswith("C") else c for c in text)
    return " ".join(text.split())
