"""JSON documents: an array of objects, objects one after another, or papers anywhere within an answer of some API."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

import orjson

from survey.dumps.content import Content
from survey.dumps.objects import is_record, is_whole, raw_of_object, record_lists
from survey.dumps.parser import Raw, Unusable

_TOKEN: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\Z)|[{}\[\]]', re.S)
_SAMPLE: Final = 20
_DEPTH: Final = 1024
_SHOWN: Final = 1000


class JsonDocument:
    """Semantic Scholar, OpenAlex, Crossref, OpenReview, conference listings, any list of objects, nested or not."""

    name = "json"

    def sniff(self, head: str) -> bool:
        """It begins with a bracket or a brace, and a string, a number or another of them follows."""
        return re.match(r"\s*(?:\[\s*[\[{\"\]]|\{\s*[\"}])", head) is not None

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each object; a damaged one costs only itself, a document cut short only its last."""
        text = content.text()
        depth = 1 if text.lstrip().startswith("[") else 0
        sample = [_loaded(text[start:end]) for start, end in islice(_objects(text, depth), _SAMPLE)]
        if sum(is_record(value) for value in sample) * 2 > len(sample) and (len(sample) > 1 or is_whole(sample[0])):
            yield from _one_by_one(text, _objects(text, depth))
        else:
            yield from _from_document(text)


def _loaded(text: str) -> object:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return None


def _objects(text: str, wanted: int) -> Iterator[tuple[int, int]]:
    """The start and end of each object at a depth of nesting; one that isn't closed ends with the text."""
    depth, start = 0, -1
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in "{[":
            if depth == wanted and mark == "{":
                start = token.start()
            depth += 1
            if depth > _DEPTH:
                return
        elif mark in "}]":
            depth = max(0, depth - 1)
            if depth == wanted and start >= 0:
                yield start, token.end()
                start = -1
    if start >= 0:
        yield start, len(text)


def _one_by_one(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[Raw | Unusable]:
    line, counted = 1, 0
    for start, end in spans:
        line, counted = line + text.count("\n", counted, start), start
        piece = text[start:end]
        try:
            value = orjson.loads(piece)
        except orjson.JSONDecodeError as error:
            yield Unusable(line, f"not valid JSON: {error.msg}", piece[:_SHOWN])
        else:
            yield raw_of_object(value, line, piece[:_SHOWN])


def _from_document(text: str) -> Iterator[Raw | Unusable]:
    try:
        document = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        yield from _salvaged(text)
        yield Unusable(text.count("\n", 0, error.pos) + 1, f"not valid JSON: {error.msg}", text[error.pos :][:_SHOWN])
        return
    if not isinstance(document, dict | list):
        yield Unusable(1, "not a JSON object or array", text[:_SHOWN])
        return
    records = [value for found in record_lists(document) for value in found]
    lines = _lines(text, document)
    for value in records:
        line = lines.get(id(value), 1)
        if isinstance(value, Mapping):
            yield raw_of_object(value, line, orjson.dumps(value).decode()[:_SHOWN])
        else:
            yield Unusable(line, "not a JSON object", str(value)[:_SHOWN])


def _lines(text: str, document: object) -> dict[int, int]:
    """The identity of each object in a document -> its line; empty when a doubled key hides objects."""
    objects: list[Any] = []
    waiting: list[Any] = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            objects.append(value)
            waiting.extend(v for v in reversed(value.values()) if isinstance(v, dict | list))
        else:
            waiting.extend(v for v in reversed(value) if isinstance(v, dict | list))
    starts = [token.start() for token in _TOKEN.finditer(text) if token[0] == "{"]
    if len(starts) != len(objects):
        return {}
    lines, line, counted = {}, 1, 0
    for value, start in zip(objects, starts, strict=True):
        line, counted = line + text.count("\n", counted, start), start
        lines[id(value)] = line
    return lines


def _salvaged(text: str) -> Iterator[Raw | Unusable]:
    """The papers among the objects that are closed in a damaged document: the outermost closed ones."""
    closed: list[tuple[int, int]] = []
    opened: list[int] = []
    for token in _TOKEN.finditer(text):
        if token[0] == "{":
            opened.append(token.start())
            if len(opened) > _DEPTH:
                break
        elif token[0] == "}" and opened:
            start = opened.pop()
            while closed and closed[-1][0] > start:
                closed.pop()
            closed.append((start, token.end()))
    line, counted = 1, 0
    for start, end in closed:
        value = _loaded(text[start:end])
        line, counted = line + text.count("\n", counted, start), start
        if is_record(value) and isinstance(value, dict):
            yield raw_of_object(value, line, text[start:end][:_SHOWN])
