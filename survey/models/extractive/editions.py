"""A data set's whole name, where a known one goes on: "MVTec LOCO AD", "Factify 2"; none where it is one of a list."""

import re
from collections.abc import Sequence
from dataclasses import replace

from survey.models.extractive.measures import ANY_MEASURE
from survey.models.extractive.names import NOT_DATA
from survey.models.extractive.reported import Result

_GOES_ON = re.compile(
    r"(?P<more>(?: (?:v?\d{1,2}(?:\.\d)?|\d{1,2}K|I{1,3}|[A-Z][A-Z\d]+(?:-[A-Z\d]+)?)){1,3})"
    r"(?=[;)]|[,.](?!\d)|$| (?:data ?sets?|benchmarks?|corpus|challenge|test|validation|and|with|show|demonstrate|by|"
    r"using|while|over|compared|in|for)\b)"
)
_TASK_WORD = re.compile(r"(?:VQA|QA|NER|AP|SOTA|OCR|ASR|OOD|ID|FPS|LLMs?|RL|CTR|3D|2D|US|UK|FID|IS)\b")


def whole_names(results: Sequence[Result], text: str) -> list[Result]:
    """The results, each with the whole name of its data set."""
    return [_whole(one, text) if one.dataset else one for one in results]


def _whole(one: Result, text: str) -> Result:
    name = one.dataset or ""
    ends = [m.end() for m in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)]
    if len(ends) != 1:
        return one
    more = _GOES_ON.match(text, ends[0])
    words = more["more"].split() if more else []
    if more is None or (name[-1].isdigit() and words[0].isdigit()):
        return one
    no_name = any(ANY_MEASURE.fullmatch(word) or NOT_DATA.search(word) or _TASK_WORD.match(word) for word in words)
    return one if no_name else replace(one, dataset=name + more["more"])
