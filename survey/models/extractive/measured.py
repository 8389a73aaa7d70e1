"""The measure of a figure that has only its data, or only a rival: where the sentence names it after all.

"reaching 88.9% pass ratio on A", "raises high-precision performance on A from 8% to 65%", "best accuracy, beating B by
1%".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from survey.models.extractive.measures import MEASURE
from survey.models.extractive.modified import with_modifiers
from survey.models.extractive.qualified import spans
from survey.models.extractive.reported import POINTS, Result

_ABOUT = r"(?:up to |about |around |over |more than |nearly |approximately |at least )?[+~]?$"
_BEHIND = re.compile(
    r"\s?(?:\\?%|percent) (?P<measure>(?!(?:on|in|of|for|with|at|better|higher|lower|more|less|the|an?|success on)\b)"
    r"(?:(?!(?:on|in|of|for|with|at|and|over|than|to|by)\b)[A-Za-z][\w@-]* ){0,3}"
    r"(?:rate|ratio|accuracy|score|correctness|success|recall|precision|agreement|coverage))"
    r"(?= (?:on|in|for|at|across|over|with|against|while|and)\b|[,;]|\.(?!\d)|$)"
)
_AHEAD = re.compile(
    r"\b(?P<measure>(?:[a-z][\w/-]* )??(?:[a-z][a-z/-]*(?:ness|curacy|ability)|[a-z-]+ (?:rate|ratio|score))) of "
    rf"{_ABOUT}"
)
_RAISED = re.compile(
    r"\b(?P<measure>performance) (?:on|in) [^,;()]{2,40}? (?:from [^,;()]{2,16} to|by|of|reaching) " + _ABOUT
)
_BEST = re.compile(
    rf"\b(?:state-of-the-art|SOTA|best|superior|higher|highest|record|competitive) "
    rf"(?P<measure>{MEASURE})(?: on [^,;()]{{2,30}})?,? "
    rf"(?:and )?(?:[a-z]+ly )?(?:exceed|surpass|outperform|beat)\w* [^,;()]{{2,70}} by {_ABOUT}"
)


def measured(results: Sequence[Result], text: str) -> list[Result]:
    """The results, those of points without a measure with the one that their words name."""
    placed = zip(results, spans(results, text), strict=True)
    return [_measured(one, text, *span) if _lacks(one) and span[0] < span[1] else one for one, span in placed]


def _lacks(one: Result) -> bool:
    return one.measure is None and one.unit in POINTS


def _measured(one: Result, text: str, start: int, end: int) -> Result:
    before = text[max(0, start - 200) : start]
    if raised := _RAISED.search(before):
        at = start - len(before) + raised.start("measure")
        whole = with_modifiers(text, at, raised["measure"], one)
        return one if whole == raised["measure"] else replace(one, measure=whole)
    found = _BEHIND.match(text, end) or _AHEAD.search(before) or _BEST.search(before)
    return replace(one, measure=found["measure"]) if found and found["measure"] != "performance" else one
