"""Which figures of a sentence a rival goes with: not those of another clause or of the next gain, but all that it ends.

"+8% F1 over A and a +7.1 BLEU gain": A is the first one's. "raising A by 7% while cutting B by 2x compared to C": C
is both's.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from survey.models.extractive.measures import NUMBER
from survey.models.extractive.qualified import spans
from survey.models.extractive.reported import Result
from survey.models.extractive.rivals import baseline
from survey.turns import turn

_DOES = (
    r"(?:improv|boost|rais|increas|decreas|reduc|lower|cut|sav|enhanc|accelerat|speed|achiev|reach|attain|obtain|yield|"
    r"maintain|show|deliver|gain|shorten)(?:e?s|ed|d)"
)
# ", and 4-bit quantization reduced": who does it is another than who beats the rival
_ANOTHER_DOES = re.compile(
    rf"(?:,|;|\)|%)? (?:and|while|whereas|but) (?:the |an? |our |its |their )?"
    rf"(?!(?:[a-z]+ly|also|further|even|then|thus|it) {_DOES})(?!{_DOES})(?:(?!{_DOES})[\w.-]+ ){{1,4}}?{_DOES}\b"
)
_COMPARED = re.compile(r"\b(?:over|compared (?:to|with)|than|relative to|against) (?:the |an? )?$")
_NEXT_GAIN = re.compile(r"(?: (?:on|in|for) [^,;]{2,40})?,? and (?:also )?an? (?:[\w-]+ ){0,3}[+~]?$")
_COMPARED_FIRST = re.compile(r"(?:Compared|Relative) (?:to|with) ")
_BRACKETS = re.compile(r"\([^()]*\)")
_COMPARES = re.compile(r"\b(?:over|than|compared (?:to|with)|relative to|w\.r\.t\.)(?= )")
_FIGURES = re.compile(rf"(?<![\w.-]){NUMBER}(?![\w-])")
_BEHIND_IT = re.compile(r"[^,;.]{0,30},? (?:as well as|along with|together with) (?!\d|an? )")
_IN_TURN = re.compile(r",? respectively\b")
_PERFORMANCE_OF = re.compile(
    r"^(?:[\w-]+ ){0,4}(?:performance|accuracy|results|quality|capabilit(?:y|ies)) of (?:the )?(?P<whose>.{3,})$"
)
_A_MEASURE = re.compile(r" (?:scores?|rates?|accurac(?:y|ies))$")  # "compared to Exploit scores of 32.5%"
_WHILE = re.compile(r"[^,;]{0,60}?,? while (?:[a-z]+ly )?[a-z]+ing [^,;]{2,90}?$")
_AT_THE_END = re.compile(r"[^,;]{0,40}? (?:compared (?:to|with)|relative to|than|over) ")


def opposed(results: Sequence[Result], text: str) -> list[Result]:
    """The results, each with the rival that is its own."""
    places = spans(results, text)
    told = [_own(one, text, start) if start < end else one for one, (start, end) in zip(results, places, strict=True)]
    return [_shared(one, told, places, i, text) for i, one in enumerate(told)]


def _own(one: Result, text: str, start: int) -> Result:
    rival = one.baseline
    if not rival or rival[:1].isdigit():
        return one
    at = text.rfind(rival, 0, start)
    at = at if at >= 0 else text.find(rival)
    end = at + len(rival)
    if at < 0:
        return one
    if _BEHIND_IT.match(text, end) or (" and " in rival and _IN_TURN.match(text, end)):
        return replace(one, baseline=None)
    if at > start and (_COMPARED_FIRST.match(text) or _is_of_the_next(text, start, at)):
        return replace(one, baseline=None)
    if end <= start and _is_before_anothers(text, at, end, start):
        return replace(one, baseline=None)
    if _A_MEASURE.search(rival):
        return replace(one, baseline=None)
    whose = _PERFORMANCE_OF.match(rival)
    return replace(one, baseline=whose["whose"]) if whose else one


def _is_of_the_next(text: str, start: int, at: int) -> bool:
    """Whether the rival ``at`` that place is of a figure further on: "+5.9 w.r.t. none and +3.2 w.r.t. A"."""
    behind = _BRACKETS.sub("", text[start:at])
    return len(_COMPARES.findall(behind)) > 1 and len(_FIGURES.findall(behind)) > 1


def _is_before_anothers(text: str, at: int, end: int, start: int) -> bool:
    """Whether the rival from ``at`` to ``end`` is that of a figure before, not of the one at ``start``."""
    between = text[end:start]
    if _ANOTHER_DOES.search(between):
        return True
    return bool(_COMPARED.search(text[:at]) and _NEXT_GAIN.fullmatch(between))


def _shared(one: Result, told: Sequence[Result], places: Sequence[tuple[int, int]], i: int, text: str) -> Result:
    """``one`` with the rival that the end of its sentence names for it and for what is done "while" it is."""
    if one.baseline or i + 2 != len(told) or not told[i + 1].baseline or not _changed(one, text):
        return one
    (_, end), (following, behind) = places[i], places[i + 1]
    rival = told[i + 1].baseline or ""
    joined = _WHILE.fullmatch(text[end:following]) and _AT_THE_END.match(text, behind)
    ends_it = joined and baseline(text, behind) == rival and not baseline(text, end, following)
    return replace(one, baseline=rival) if ends_it else one


def _changed(one: Result, text: str) -> bool:
    value = one.value or ""
    return value.startswith("+") or turn(text, value) is not None
