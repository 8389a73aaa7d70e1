"""The shapes in which values come: a text, a list of texts, an object around one, an inverted index, names in parts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

_EMPTY: Final = frozenset({"", "nan", "null", "none", "n/a", "na", "-", "[]", "{}"})
_DEPTH: Final = 6
_SHORTEST_LIST: Final = 4

# The keys, in lower case, under which an object around a value holds it, the best first.
_INNER: Final = (
    "value", "text", "#text", "_content", "$", "en", "title", "name", "display_name", "content", "date-parts", "url",
    "raw", "abstracttext", "description", "journal", "source",
)  # fmt: skip
# Fields whose objects may hold other values besides.
INNER_YEAR: Final = ("year", "yearofpublication", "date-parts")
INNER_VENUE: Final = ("journal_title", "journaltitle", "title")


def text_of(value: object, keys: tuple[str, ...] = (), depth: int = 0) -> str:
    """The text in a value: a string, a number, {"value": ...}, a list of texts (joined), an inverted index of words.

    ``keys`` are asked first in an object.
    """
    if isinstance(value, str):
        return "" if len(value) < 5 and value.strip().casefold() in _EMPTY else value
    if value is None or isinstance(value, bool) or depth > _DEPTH:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        parts = _alternatives(value) or value
        return " ".join(filter(None, (text_of(v, keys, depth + 1) for v in parts)))
    if isinstance(value, Mapping):
        return _text_of_object(value, keys, depth + 1)
    return ""


def title_of(value: object) -> str:
    """The title in a value; of several (languages, sources) the first. A list in a table's cell counts as one."""
    if isinstance(value, list):
        return next(filter(None, map(text_of, value)), "")
    text = text_of(value)
    if text.startswith(("['", '["')) and text.endswith(("']", '"]')) and len(text) > _SHORTEST_LIST:
        return text[2:-2].split(f"{text[1]}, {text[1]}")[0]
    return text


def _alternatives(values: list[object]) -> list[object]:
    """The first of several versions of one text, of which each says where it is from, or what it is."""
    versions = [v for v in values if isinstance(v, Mapping) and ("source" in v or "descriptionType" in v)]
    return next(([v] for v in versions if v.get("descriptionType", "Abstract") == "Abstract"), [])


def _text_of_object(value: Mapping[str, object], keys: tuple[str, ...], depth: int) -> str:
    if "InvertedIndex" in value and isinstance(inner := value["InvertedIndex"], Mapping):
        value = inner
    if value and all(isinstance(v, list) and all(isinstance(p, int) for p in v) for v in value.values()):
        return _from_inverted_index(value)
    lower = {key.lower(): inner for key, inner in value.items()}
    found = (text_of(lower[key], keys, depth) for key in (*keys, *_INNER) if key in lower)
    return next(filter(None, found), "")


def _from_inverted_index(index: Mapping[str, object]) -> str:
    """OpenAlex's abstracts: word -> its places."""
    placed = [(place, word) for word, places in index.items() if isinstance(places, list) for place in places]
    return " ".join(word for _, word in sorted(placed))


def authors_of(value: object) -> tuple[str, ...]:
    """The authors in a value: a list of names or of objects with names in parts, or one string of several names."""
    if isinstance(value, str):
        return _kept(_names_in(" ".join(value.split())))
    if isinstance(value, Mapping):
        inner = next((v for k, v in value.items() if k.lower() in _LISTS and isinstance(v, list | str | Mapping)), None)
        return authors_of(inner) if inner and inner is not value else _kept((_name_of(value),))
    if isinstance(value, list):
        return _kept(map(_name_of, value))
    return ()


_LISTS: Final = ("value", "authors", "author")
_QUOTED: Final = r"(?:'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\")"
_LISTED: Final = re.compile(_QUOTED)
_LISTED_NAME: Final = re.compile(rf"['\"](?:name|full_?name|display_name)['\"]\s*:\s*{_QUOTED}", re.I)
_LISTED_PARTS: Final = re.compile(rf"\[\s*{_QUOTED}\s*,\s*{_QUOTED}[^\[\]]*\]")


def _names_in(text: str) -> list[str]:
    """The names in one string: between semicolons or bars, else "and"s, else commas where no name holds one."""
    if text.startswith("[") and text.endswith("]"):
        return _names_in_list(text)
    if ";" in text or "|" in text:
        return re.split(r"[;|]", text)
    if text.endswith(".") and text.count(".") == 1 and "," in text:  # Europe PMC: "Liu R, Adler D."
        text = text[:-1]
    names = re.split(r",? (?:and|&) ", text)
    commas = text.count(",")
    if commas and (
        ("," not in names[-1] and len(names) > 1)
        or (len(names) == 1 and (commas > 1 or (len(text) < _TWO_NAMES and _TWO.fullmatch(text))))
    ):
        return [part for name in names for part in name.split(",")]
    return _GLUED.split(text) if len(names) == 1 and not commas else names


def _names_in_list(text: str) -> list[str]:
    """The names in a Python or JSON list in a table's cell: of strings, of objects with names, of names in parts."""
    if named := _LISTED_NAME.findall(text):
        return [a or b for a, b in named]
    if parts := _LISTED_PARTS.findall(text) if text.startswith("[[") else []:
        return [", ".join(filter(None, (a or b, c or d))) for a, b, c, d in parts]
    return [a or b for a, b in _LISTED.findall(text)] or re.split(r"[;,]", text[1:-1])


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
    named = {re.sub("[^a-z]", "", key.lower()): inner for key, inner in value.items()}
    if whole := _part(named, _WHOLE):
        return whole
    family, given = _part(named, _FAMILY), _part(named, _GIVEN)
    middle = text_of(named.get("middle")) if given else ""
    return ", ".join(filter(None, (family, " ".join(filter(None, (given, middle))))))


_WHOLE: Final = ("name", "displayname", "fullname", "author", "rawauthorname", "authname", "creator", "text",
                 "collectivename", "literal")  # fmt: skip
_FAMILY: Final = ("family", "last", "lastname", "surname", "familyname", "keyname")
_GIVEN: Final = ("given", "first", "firstname", "forename", "givenname", "forenames", "initials")


def _part(parts: Mapping[str, object], keys: tuple[str, ...]) -> str:
    return next(filter(None, (text_of(parts[key]) for key in keys if key in parts)), "")


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
