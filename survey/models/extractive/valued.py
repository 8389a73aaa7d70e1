"""Values in brackets behind the data that they were reached on: "state-of-the-art results on ScanQA (79.0%, +6.2%)"."""

import re
from collections.abc import Iterator, Sequence

from survey.models.extractive.measures import MEASURE, NUMBER
from survey.models.extractive.names import ITEM, all_data
from survey.models.extractive.reported import Result

_LEAD = re.compile(
    r"\b(?:state-of-the-art|SOTA|strong|best|competitive|superior|leading|record|top|high)\b[^.;()]{0,50}?"
    rf"(?:performance|results?|scores?|(?P<measure>{MEASURE})) (?:on|in|for) (?:the )?(?=[A-Z])"
)
_ONE = re.compile(
    rf"(?:,? and |, )?(?:the )?(?P<name>{ITEM})(?: (?:subset|data ?set|benchmark|test set))? "
    rf"\((?P<value>{NUMBER}) ?(?P<unit>\\?%)?"
    rf"(?:,? \+(?P<gain>{NUMBER}) ?(?P<of>\\?%)?(?: (?:over|vs\.?) (?P<rival>[^,()]{{3,40}}))?)?\)"
)


def valued(told: Sequence[Result], text: str) -> list[Result]:
    """``told``, the results of a sentence, with each value of such a list on the data that stands before it."""
    found = list(_read(text)) if "(" in text else []
    values = {(one.value or "").lstrip("+") for one in found}
    return [*(one for one in told if (one.value or "").lstrip("+") not in values), *found]


def _read(text: str) -> Iterator[Result]:
    for lead in _LEAD.finditer(text):
        at, rival = lead.end(), None
        while (one := _ONE.match(text, at)) and all_data(one["name"]):
            at = one.end()
            yield Result(lead["measure"], one["value"], _unit(one["unit"]), one["name"])
            if one["gain"]:
                rival = one["rival"] or rival
                yield Result(lead["measure"], f"+{one['gain']}", _unit(one["of"]), one["name"], rival)


def _unit(unit: str | None) -> str | None:
    return unit and unit.lstrip("\\")
