"""What governs a figure: the part of the tasks that it holds for, the attacks, the step; a chance that it is nothing.

What governs it goes behind its measure in the sentence's words; a figure whose condition stands elsewhere goes.
"""

import re
from collections.abc import Sequence

from survey.models.extractive.measures import NUMBER
from survey.models.extractive.qualified import spans, with_setting
from survey.models.extractive.reported import Result

_CLAUSE = re.compile(r"[;()]|,(?!\d{3})|\.(?!\d)| (?:while|but|whereas|compared|than|over|which)\b|\d\s?\\?%")
_BRACKETS = re.compile(r" ?\([^()]*\)")
_SOME_ONLY = re.compile(
    r"\b(?P<what>(?:on|in|for|across) (?:most|some|certain|half|a majority|the majority|one|two|three)"
    r"(?: (?:of|out of) (?:the )?(?:\w+ )?)?(?:(?! of) )?(?:(?!and\b|of\b)[\w-]+ ){0,3}?"
    r"(?:tasks|benchmarks|data ?sets|settings|cases|languages|scenarios|categories|classes|domains))\b"
)
# "in this configuration": which one stands in another sentence
_POINTS_AWAY = re.compile(
    r"\b(?:in|under|with) (?:this|that|such an?|these) (?:configuration|set-?up|setting|regime|condition)s?\b"
)
_INTERVAL = re.compile(
    r"[^;,()\d]{0,40}?[\[(;, ]+(?:\d\d ?%[ -]?)?(?:CI|[Cc]onfidence [Ii]nterval|[Cc]redible [Ii]nterval)[^\d−-]{0,14}"
    rf"(?P<low>[−-]?{NUMBER})\s?%?(?: to |, ?| ?[-–—] ?| and )(?P<high>[−-]?{NUMBER})"
)
_RATIO = re.compile(r"\b(?:ratio|a?HRs?|a?ORs?|RRs?|IRRs?|relative risk)\b")
_DIFFERENCE = re.compile(r"\b(?:difference|W?MD|SMD)\b")


def governed(results: Sequence[Result], text: str) -> list[Result]:
    """The results with what governs each; without those that may be nothing, or whose condition stands elsewhere."""
    told: list[Result] = []
    for one, (_, end) in zip(results, spans(results, text), strict=True):
        behind = text[end:]
        near = _CLAUSE.split(_BRACKETS.sub("", behind.lstrip(" %\\")), maxsplit=1)[0]
        if end and not _goes(one, behind):
            told.append(_whole(one, near))
        elif not end:
            told.append(one)
    return told


def _goes(one: Result, behind: str) -> bool:
    """Whether a figure says nothing: it points elsewhere, or is no different from none."""
    if _POINTS_AWAY.search(_unbracketed(behind)):
        return True
    found = _INTERVAL.match(behind)
    none = 1.0 if _RATIO.search(one.measure or "") else 0.0 if _DIFFERENCE.search(one.measure or "") else None
    if found is None or none is None:
        return False
    low, high = (float(found[end].replace("−", "-").replace(",", "")) for end in ("low", "high"))
    return low <= none <= high


def _unbracketed(behind: str) -> str:
    """What stands behind a figure up to its clause's end, without brackets and the figures listed with it."""
    return re.split(r"[;,](?!\d)|\.(?!\d)", _BRACKETS.sub("", behind), maxsplit=1)[0]


def _whole(one: Result, near: str) -> Result:
    found = _SOME_ONLY.search(near)
    return with_setting(one, found["what"]) if found else one
