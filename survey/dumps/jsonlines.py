"""JSON lines: one object on each line, whatever its keys are called and however deep the paper lies."""

from collections.abc import Iterator

import orjson

from survey.dumps.content import Content, CutLine
from survey.dumps.objects import raw_of_object
from survey.dumps.parser import Raw, Unusable


class JsonLines:
    """arXiv metadata and crawls, Semantic Scholar bulk files, Hugging Face exports, anyone's."""

    name = "jsonl"

    def sniff(self, head: str) -> bool:
        """An object alone on the first line that isn't blank, and the next begins one too."""
        lines = [line for line in head.split("\n", 200) if line.strip()][:3]
        if not lines or not lines[0].lstrip().startswith("{"):
            return False
        if len(lines) > 1 and not lines[1].lstrip().startswith("{"):
            return False
        return _is_object(lines[0]) or (len(lines) > 1 and _is_object(lines[1])) or len(lines[0]) > 200_000

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        """A record for each line that isn't blank."""
        for number, line in enumerate(content.lines(), start=1):
            if line and not line.isspace():
                yield _record(line, number)


def _is_object(line: str) -> bool:
    try:
        return isinstance(orjson.loads(line), dict)
    except orjson.JSONDecodeError:
        return False


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
