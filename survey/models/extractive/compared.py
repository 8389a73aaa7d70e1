"""The rival of a gain or a cut whose own clause names none, where its sentence makes one comparison only.

"Speeds it up 200x, halves the error by 50.7%, and uses 6.1% of the parameters compared with A": all three are against
A. "On par with A with 95% less memory": less than A has. "Improves it by 10% compared to subword tokenizers": whoever
stands there.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from survey.models.extractive.measures import is_cost, is_multiple
from survey.models.extractive.qualified import spans
from survey.models.extractive.reported import Result
from survey.models.extractive.rivals import baseline
from survey.models.extractive.worded import is_used_less
from survey.turns import turn

_BEATS = r"(?P<done>(?:[Oo]utperform|[Ss]urpass|[Ee]xceed|[Bb]eat)(?P<now>ing)?(?:s|es|ed)?)"
_COMPARES = re.compile(
    rf"\b(?:(?P<set>[Cc]ompared (?:to|with)|[Rr]elative to|w\.r\.t\.)|(?P<than>(?<!rather )(?<!other )than)|"
    rf"(?P<over>(?<!ntersection )over)|(?P<against>against|versus|vs\.?)|(?P<beats>{_BEATS}|superior to|"
    rf"[Ii]mprov(?:es?|ed|ing) (?:up)?on))"
    r" (?![~<>]?\d)"
)
_GAIN = re.compile(
    r"(?:gains?|improvements?|speed-?ups?|acceleration|reductions?|boosts?|increases?|scores?|savings?|faster|"
    r"better)[^,;.]{0,30} $|"
    r"\d\s?(?:\\?%|[xX×]|points?|times)? (?:[a-z]+ )?$"
)
_TRIED = re.compile(r"\b(?:evaluat|compar|benchmark|test|assess)\w*\b[^,;.]{0,80} $")
# What stands between a figure and a comparison that isn't its own: another subject, a turn, another gain's noun
_OTHERWISE = re.compile(
    r"[;:]|\b(?:whereas|but|although|though|which|that|who|where|because|since)\b|"
    r",? while (?!(?:also |still |even )?[a-z]+ing\b)|,? and (?:the |our |its |an? (?![+~]?\d))|\.(?!\d)"
)
_A_NAME = (
    r"(?:the |an? |its |all |existing |other )*(?P<rival>(?!(?:that|those|these|this|it|them|when|what|before|"
    r"others?|one|"
    r"ones|same|random|both|all|any|only|just|each|our|prior|their|human|years?|time|the)\b)[A-Za-z][\w./+-]*"
    r"(?: (?!(?:on|in|at|for|with|while|when|and \w+(?:ing|s)|and (?:achiev|obtain|report|"
    r"find|show|gain|reach)\w*|by|across|under|using|as|is|are|was|were|that|which|of|to|"
    r"from|but|without|during|after|before|through|via|over|than)\b)[\w./+-]+){0,6})"
    r"(?=[,;)(]|\.(?!\d)|$| (?:on|in|at|for|with|while|when|and|across|under|using)\b)"
)
_PLAIN = re.compile(rf" {_A_NAME}")
_NOBODY = re.compile(r"^(?:[a-z]+(?:ly|ing|ed)|state|training|testing|inference|evaluation|time|previous|years?)$")
_ORIGINAL = re.compile(r"(?:the |an? )(?:original|base|vanilla|default|unmodified|uncompressed|full|dense|standard) ")
_AT_ONCE = re.compile(r"[^,;]*,? (?:thus |thereby |hence |and )?(?:[a-z]+ly )?")
_BY_ITS_OWN = re.compile(r"[^,;]{2,80}? by [^,;]{0,20}?\d")  # "and surpassing B by 21%"
_BESIDE = 12  # characters between a figure and the comparison that is surely its own
_LONGEST = 60


def compared(results: Sequence[Result], text: str) -> list[Result]:
    """The results, gains and cuts without a rival with the only one that their sentence has."""
    if all(one.baseline for one in results):
        return list(results)
    placed = zip(results, spans(results, text), strict=True)
    return [_compared(one, text, *span) if one.value and not one.baseline else one for one, span in placed]


def _compared(one: Result, text: str, start: int, end: int) -> Result:
    changed = bool(one.value and (one.value.startswith("+") or turn(text, one.value)))
    spent = is_multiple(one.unit) or is_cost(one.measure)
    behind = text[end + len(one.unit or "") :].lstrip("%\\$")
    if start == end or not (changed or is_multiple(one.unit) or is_used_less(text[:start], behind)):
        return one
    found = [m for m in _COMPARES.finditer(text) if not m["over"] or _GAIN.search(text[: m.start()])]
    beside = [m for m in found if 0 <= m.start() - end <= _BESIDE]
    found = beside[:1] or found
    if len(found) != 1 or not _is_of(found[0], text, start, end, spent=spent):
        return one
    rival = baseline(text, found[0].start(), found[0].end())
    named = found[0]["set"] or found[0]["against"] or (found[0]["over"] and _ORIGINAL.match(text, found[0].end()))
    if rival is None and named and (plain := _PLAIN.match(text, found[0].end() - 1)):
        other = " " not in plain["rival"] and text[: plain.start("rival")].endswith(" other ")
        rival = f"{'other ' * other}{plain['rival'].rstrip('.')}"  # "methods" alone could be any
    return _with(one, rival, text) if rival else one


def _is_of(match: re.Match[str], text: str, start: int, end: int, *, spent: bool) -> bool:
    """Whether the only comparison of a sentence is that of the figure from ``start`` to ``end``."""
    if match["against"]:
        return match.end() <= start and bool(_TRIED.search(text[: match.start()])) and not spent
    if match.start() < end or (match["beats"] and spent):
        return False
    between = text[end : match.start()]
    if match["beats"] and (not match["now"] or _BY_ITS_OWN.match(text, match.end())):
        return False
    if match["beats"] and not _AT_ONCE.fullmatch(re.sub(r", and [\d.]+\\?%[^,]*", "", between)):
        return False
    return not _OTHERWISE.search(re.sub(r"\([^()]*\)", "", between))


def _with(one: Result, rival: str, text: str) -> Result:
    in_turn = " and " in rival and "respectively" in text
    nobody = _NOBODY.match(rival) or len(rival) > _LONGEST
    return one if nobody or in_turn else replace(one, baseline=rival)
