"""JSON lines: one object on each line, whatever its keys are called and however deep the paper lies."""

from collections.abc import Iterator

import orjson

from survey.dumps.content import Content, CutLine
from survey.dumps.objects import is_whole, raw_of_object
from survey.dumps.parser import Raw, Unusable


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
                yield _record(line, number)


def _loaded(line: str) -> object:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        return None


def _record(line: str, number: int) -> Raw | Unusable:
    if isinstance(line, CutLine):
        return Unusable(number, "a line longer than 10,000,000 characters", line)
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return Unusable(number, f"not valid JSON: {error.msg}", line[:1000])
    if not isinstance(value, dict):
        return Unusable(number, "not a JSON object", line[:1000])
    return raw_of_object(value, number, line)
