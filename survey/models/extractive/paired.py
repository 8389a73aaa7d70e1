"""Figures whose list has a form of its own: pairs with a stroke for two measures, and gains from one to another.

"Lifts accuracy and F1 to 95.1% / 0.918 on A, 87.1% / 0.840 on B"; "yields +4.8 to +12.6 gains on A".
"""

import re
from collections.abc import Iterator

from survey.models.extractive.measures import MEASURE, NUMBER
from survey.models.extractive.names import ITEM, all_data
from survey.models.extractive.reported import Result

_NAME = rf"(?P<name>{ITEM})\+?"
_TWO_MEASURES = re.compile(
    rf"(?<![\w-])(?P<one>{MEASURE}) and (?P<two>{MEASURE})(?: (?:scores?|performance|values?))? "
    rf"(?:to|of|at|reach(?:es|ed|ing)?|are|were) (?={NUMBER}\s?\\?%?\s?/)"
)
_PAIR = re.compile(
    rf"(?:,? and |, )?(?P<first>{NUMBER})\s?(?P<unit>\\?%)?\s?/\s?(?P<second>{NUMBER})\s?(?P<other>\\?%)? on (?:the )?"
    rf"{_NAME}(?: data ?sets?| benchmarks?)?(?=[,;]|\.(?!\d)| (?:and|with|without|while|compared|over)\b|$)"
)


def paired(text: str) -> list[Result]:
    """The figures of such a list; none where the sentence holds none."""
    return list(_pairs(text))


def _pairs(text: str) -> Iterator[Result]:
    measures = _TWO_MEASURES.search(text) if "/" in text else None
    at = measures.end() if measures else len(text)
    while measures and (pair := _PAIR.match(text, at)) and all_data(pair["name"]):
        yield Result(measures["one"], pair["first"], _unit(pair["unit"]), pair["name"])
        yield Result(measures["two"], pair["second"], _unit(pair["other"]), pair["name"])
        at = pair.end()


def _unit(unit: str | None) -> str | None:
    return unit and unit.lstrip("\\")
