"""The data that stand at the end of a list of measures: "95% accuracy, 0.9 recall, and an F1 of 0.8 on COCO"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from survey.models.extractive.measures import is_cost, is_multiple
from survey.models.extractive.qualified import spans
from survey.models.extractive.reported import RATES, Result

_WORDS = r"(?: (?!(?:and|on|in|for|while|with|by|at|over|than|when|from|to|of)\b)[\w@/.-]+){0,4}?"
_GLUE = re.compile(
    rf"\s?\\?%?{_WORDS}(?: \([^()]*\))?(?:,|,? and)(?: and)?(?: an?| the)?"
    rf"{_WORDS}(?: of)?(?: \([^()]*\))?(?: of)? ?[+~]?"
)


def alongside(results: Sequence[Result], text: str) -> list[Result]:
    """The results, those of a list that ends with data on these data as well."""
    told, places = list(results), spans(results, text)
    for i in range(len(told) - 2, -1, -1):
        one, following = told[i], told[i + 1]
        (start, end), (at, _) = places[i], places[i + 1]
        if not (following.dataset and start < end <= at) or _is_elsewhere(one) or _is_elsewhere(following):
            continue
        apart = _plain(one) != _plain(following) and (one.value or "")[:1] != "+" and one.dataset is None
        if apart and text.find(following.dataset, at) >= 0 and _GLUE.fullmatch(text, end, at):
            told[i] = replace(one, dataset=following.dataset)
    return told


def _plain(one: Result) -> str:
    return (one.measure or "").partition(" (")[0]


def _is_elsewhere(one: Result) -> bool:
    """Whether a figure has no measure, is of what is spent, or says itself on what it holds."""
    return not one.measure or "(" in one.measure or one.unit in RATES or is_multiple(one.unit) or is_cost(one.measure)
