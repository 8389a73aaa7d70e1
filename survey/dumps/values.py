"""The shapes in which values come: a text, a list of texts, an object around one, an inverted index, names in parts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

_EMPTY: Final = frozenset({"", "nan", "null", "none", "n/a", "na", "-", "[]", "{}"})
_DEPTH: Final = 6


def text_of(value: object, depth: int = 0) -> str:
    """The text in a value: a string, a number, {"value": ...}, a list of texts (joined), an inverted index of words."""
    if isinstance(value, str):
        return "" if len(value) < 5 and value.strip().casefold() in _EMPTY else value
    if value is None or isinstance(value, bool) or depth > _DEPTH:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return " ".join(filter(None, (text_of(v, depth + 1) for v in value)))
    if isinstance(value, Mapping):
        return _text_of_object(value, depth + 1)
    return ""


def _text_of_object(value: Mapping[str, object], depth: int) -> str:
    if "InvertedIndex" in value and isinstance(inner := value["InvertedIndex"], Mapping):
        value = inner
    if value and all(isinstance(v, list) and all(isinstance(p, int) for p in v) for v in value.values()):
        return _from_inverted_index(value)
    for key in (
        "value",
        "text",
        "#text",
        "_content",
        "$",
        "en",
        "title",
        "name",
        "display_name",
        "content",
        "date-parts",
        "url",
        "raw",
    ):
        if key in value and (text := text_of(value[key], depth)):
            return text
    source = value.get("source")
    return text_of(source, depth) if isinstance(source, Mapping) else ""


def _from_inverted_index(index: Mapping[str, object]) -> str:
    """OpenAlex's abstracts: word -> its places."""
    placed = [(place, word) for word, places in index.items() if isinstance(places, list) for place in places]
    return " ".join(word for _, word in sorted(placed))


def authors_of(value: object) -> tuple[str, ...]:
    """The authors in a value: a list of names or of objects with names in parts, or one string of several names."""
    if isinstance(value, str):
        return _kept(_names_in(" ".join(value.split())))
    if isinstance(value, Mapping):
        inner = value.get("value") or value.get("authors") or value.get("author")
        return authors_of(inner) if isinstance(inner, list | str) else _kept((_name_of(value),))
    if isinstance(value, list):
        return _kept(map(_name_of, value))
    return ()


def _names_in(text: str) -> list[str]:
    """The names in one string: between semicolons or bars, else "and"s, else commas where no name holds one."""
    if text.startswith("[") and text.endswith("]"):  # a Python or JSON list in a table's cell
        return [a or b for a, b in re.findall(r"'([^']*)'|\"([^\"]*)\"", text)]
    if ";" in text or "|" in text:
        return re.split(r"[;|]", text)
    names = re.split(r",? (?:and|&) ", text)
    commas = text.count(",")
    if commas and (
        ("," not in names[-1] and len(names) > 1)
        or (len(names) == 1 and (commas > 1 or (len(text) < _TWO_NAMES and _TWO.fullmatch(text))))
    ):
        return [part for name in names for part in name.split(",")]
    return _GLUED.split(text) if len(names) == 1 and not commas else names


# "Liu R., Adler D.G."; and Springer's "Araz R. AlievNigar T. Ismayilova".
_TWO_NAMES: Final = 120
_TWO: Final = re.compile(r"[^,]+ [^,]+, [^,]+ [^,]+")
_GLUED: Final = re.compile(r"(?<=[a-z]{2})(?<!Mac)(?<!Fitz)(?=[A-Z][a-z.]+\s)")


def _kept(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(n for name in names if (n := " ".join(name.split()).strip(" ,;")))


def _name_of(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):  # arXiv's authors_parsed: family, given, suffix
        parts = [v for v in value if isinstance(v, str) and v]
        return ", ".join(parts[:2])
    if not isinstance(value, Mapping):
        return ""
    whole = text_of(
        value.get("name")
        or value.get("display_name")
        or value.get("full_name")
        or value.get("fullname")
        or value.get("raw_author_name")
        or value.get("authname")
        or value.get("author")
        or value.get("creator")
    )
    if whole:
        return whole
    family = text_of(
        value.get("family")
        or value.get("last")
        or value.get("lastName")
        or value.get("last_name")
        or value.get("surname")
    )
    given = text_of(
        value.get("given")
        or value.get("first")
        or value.get("firstName")
        or value.get("first_name")
        or value.get("given_name")
    )
    return f"{family}, {given}" if family and given else family or given


def strings_in(value: object, depth: int = 0) -> Iterator[str]:
    """Every string within a value, in its order; numbers are no strings."""
    if isinstance(value, str):
        yield value
    elif depth < _DEPTH and isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(inner, str) and key.casefold() == "arxiv":
                yield f"arXiv:{inner}"
            else:
                yield from strings_in(inner, depth + 1)
    elif depth < _DEPTH and isinstance(value, list):
        for inner in value:
            yield from strings_in(inner, depth + 1)
