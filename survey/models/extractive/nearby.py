"""The data of figures whose own sentence names none, where the sentence right before says on what was tried.

"Experiments on the A benchmark show its worth. It reaches 0.36 NDS": that is on A, where no other data are named.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from survey.datasets import pretrained_with, trained_with
from survey.models.extractive.measures import is_cost, is_multiple
from survey.models.extractive.names import data_names
from survey.models.extractive.reported import RATES, Result
from survey.tasks import names_task

_TRIED = (
    r"\b(?:[Ee]xperiment\w*|[Ee]valuat\w+|[Vv]alidat\w+|[Tt]est(?:s|ed|ing)?|[Rr]esults|[Bb]enchmarked|[Aa]ssess\w*|"
    r"[Tt]rials?)\b[^.;:]{0,60}? (?:on|using|with) (?:the |an? )?(?:[a-z][\w-]+ ){0,3}?"
)
_USED = (
    r"(?:^(?:On|Using) |\b(?:(?:[Ww]e|authors) (?:use|used|employ|employed)|[Ee]valuated using) )(?:the |a )?"
    r"(?:public )?"
)
_ITS_KIND = r"(?: (?:[\w-]+ ){0,2}(?:data ?set|benchmark|corpus|database)\b)"
# The sentence says itself on what, though not by name
_PLACED = re.compile(
    r"\b(?:data ?sets?|benchmarks?|corpus|corpora|cohorts?|patients|participants|subjects|simulat\w+|real[- ]world|"
    r"scenarios?|(?:un|out-of-)\w+ data)\b|^(?:On|In|For|Across|Under|When) ",
    re.IGNORECASE,
)
_HELD = re.compile(r" \((?:on|in|for|across|under|at|of|when|within|from) (?!the (?:test|validation|dev) set\b)")


def placed_nearby(results: Sequence[Result], text: str, before: str, others: Sequence[str]) -> list[Result]:
    """The results of ``text`` on the data that the sentence ``before`` it names; as they are where that is doubtful.

    ``others``: all sentences of the abstract, of which none may name other data.
    """
    name = _tried_on(before, others)
    if name is None or _PLACED.search(text) or any(one.dataset for one in results):
        return list(results)
    return [replace(one, dataset=name) if _wants(one) else one for one in results]


def _tried_on(before: str, others: Sequence[str]) -> str | None:
    """The only data of the abstract, if the sentence ``before`` says that these were what was tried on."""
    names = data_names(before)
    if len(names) != 1 or re.search(r"\d\s?\\?%", before):
        return None
    name = names[0]
    if not re.search(rf"(?:{_TRIED}|{_USED}){re.escape(name)}{_ITS_KIND}", before):
        return None
    if pretrained_with(name, others) or trained_with(name, others):
        return None
    return name if all(one in name or name in one for text in others for one in data_names(text)) else None


def _wants(one: Result) -> bool:
    """Whether a figure is a measure's value or gain on some data: no cost, no speed, nothing told with its place."""
    if not one.measure or one.unit in RATES or is_multiple(one.unit) or is_cost(one.measure):
        return False
    return not (_HELD.search(one.measure) or names_task(one.measure.partition(" (")[2]))
