"""JSON lines: one object on each line, whatever its keys are called and however deep the paper lies."""

from collections.abc import Iterator
from typing import Final

import orjson

from survey.dumps.content import Content, CutLine
from survey.dumps.objects import is_whole, raw_of_object, record_lists
from survey.dumps.parser import Raw, Unusable

_SHOWN: Final = 1000


class JsonLines:
    """arXiv metadata and crawls, Semantic Scholar bulk files, Hugging Face exports, anyone's."""

    name = "jsonl"

    def sniff(self, head: str) -> bool:
        """An object alone on the first line, or, that one damaged, on the next two; a single line must be a paper."""
        lines = [line for line in head.split("\n", 200)[:200] if line.strip()][:3]
        if not lines or not lines[0].lstrip().startswith("{"):
            return False
        first, *others = map(_loaded, lines)
        if not others:
            return is_whole(first)
        return isinstance(first, dict) or all(isinstance(other, dict) for other in others)

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each line that isn't blank."""
        for number, line in enumerate(content.lines(), start=1):
            if line and not line.isspace():
                yield from _records(line, number)


def _loaded(line: str) -> object:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        return None


def _records(line: str, number: int) -> Iterator[Raw | Unusable]:
    """The record on a line; those of a line that is a whole page of some answer."""
    if isinstance(line, CutLine):
        yield Unusable(number, "a line longer than 10,000,000 characters", line)
        return
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        yield Unusable(number, f"not valid JSON: {error.msg}", line[:_SHOWN])
        return
    if not isinstance(value, dict):
        yield Unusable(number, "not a JSON object", line[:_SHOWN])
        return
    raw = raw_of_object(value, number, line)
    page = [] if raw.title else [inner for found in record_lists(value) for inner in found if isinstance(inner, dict)]
    yield from (raw_of_object(inner, number) for inner in page) if page else (raw,)
