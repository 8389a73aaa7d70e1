"""What a table may not tell of the figures that were read: half of a list told in turn.

"By over 9% and 12% on these two sets, respectively", of which one was read: whose that is, nobody can tell.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from survey.models.extractive.alongside import alongside
from survey.models.extractive.measures import ANY_MEASURE, MEASURE, NUMBER, is_multiple
from survey.models.extractive.qualified import spans
from survey.models.extractive.reported import RATES, Result
from survey.models.extractive.runs import ABOUT, UNIT, runs
from survey.turns import turn

_IN_TURN = re.compile(r"(?P<between>(?:[^.;]|\.(?=\d))*?)\brespectively\b")
_WITH_UNIT = re.compile(rf"{NUMBER}{UNIT}")
# "to 360.5, a 21% and 22% gain": the list begins behind the comma; "mAP@50 and 60%" is none
_OF_ANOTHER = re.compile(r", an? [\d.]+|^@")
# "12.9% mAP, 11.0% mAP, and 10.4% mAP gains": a run in which each figure says its measure
_MEASURED_RUN = re.compile(
    rf"(?<![\w.])[+~]?{NUMBER}{UNIT}? (?P<what>{MEASURE})(?:, {ABOUT}{NUMBER}{UNIT}? (?P=what))*"
    rf",? and {ABOUT}{NUMBER}{UNIT}? (?P=what)"
)
_VALUES = re.compile(rf"(?<![\w.@:-]){NUMBER}")
# "BLEU and CER scores of 87.9 and 0.05": one of the two measures was read
_TWO_MEASURES = re.compile(
    r"(?P<one>[A-Za-z][\w+@/-]*(?: [A-Za-z][\w+@-]*)?) and (?:[\w-]+ ){0,2}?(?:scores?|values?|rates?)? ?of "
    r"(?:up to |about )?$"
)
# "the lower bound by 0.3": by how much it changed, but no word tells which way
_BY = re.compile(r"\bby (?:up to |about |around |over |approximately |nearly |more than |at least |almost )?~?$")
# "The style can shift the accuracy by up to 16%": neither gain nor loss
_EITHER_WAY = re.compile(
    r"\b(?:shift|vary|varies|varying|fluctuat\w+|differ|differs|swing|alter|change|perturb)s? [^,;.]{0,50}\bby "
    r"(?:as much as |up to |about |around |over |more than )?~?$"
)
_FROM_BEHIND = re.compile(rf"\s?(?:\\?%|[a-z]{{1,3}})? from {NUMBER}")  # "the AUC at 25 px from 0.7 to 0.9"
_STROKE_BEHIND, _STROKE_AHEAD = re.compile(rf"\s?\\?%/{NUMBER}"), re.compile(r"\d\s?\\?%/$")
# "mAP (with 5% Cityscapes labels)": of no other data
_ITS_DATA = re.compile(
    r"\b[A-Z][\w-]*[a-z\d][\w-]* (?:(?:labell?ed|training|annotated) )?(?:data|images|samples|labels)\b"
)
_ANOTHER_CLAUSE = re.compile(r"[;,] (?:and|while|whereas|but)\b|[;,] (?=[a-z]+ing\b)| and (?=[a-z]+s\b)")
# "Against rivals with 20% larger budgets", "Flash (4-6x cheaper than Pro)": what is given, not what was found
_WITH_MORE = re.compile(r"\s?\\?% (?:larger|bigger|longer|greater|additional|extra) ")
_IN_BRACKET = re.compile(r"\((?:up to |about |around |roughly |over |~)?$")
_THAN_ANOTHER = re.compile(r"[^()]* than [^()]*\)")
_MORE_OF = re.compile(r"^(?:[a-z]+ly )?(?:higher|better|improved|stronger|superior|lower|reduced) (?=[A-Za-z])")
_OF_THE_BEST = re.compile(r"^(?:(?:new|the) )*(?:S[oO]TA|[Ss]tate-of-the-art) (?=[A-Za-z])")
_BARE_TAIL = re.compile(r" (?:compared|relative|while|when|where|than|over|against)$")


def settled(results: Sequence[Result], text: str) -> list[Result]:
    """The results that say what their sentence says, each under a measure that is one."""
    told = [
        (one, place) for one, place in zip(results, spans(results, text), strict=True) if _is_sure(one, place, text)
    ]
    halves = _halves(told, text)
    kept = [(one, place) for one, place in told if place[0] == place[1] or not _is_in(halves, one, place[0])]
    return alongside([_named(_on_its_own(one, place, text), text) for one, place in kept], text)


def _is_in(halves: Sequence[tuple[int, int, bool]], one: Result, start: int) -> bool:
    """Whether a figure is of a list of which not all were read, or not with what sets them apart."""
    return any(a <= start < b and not (some and "(" in (one.measure or "")) for a, b, some in halves)


def _on_its_own(one: Result, place: tuple[int, int], text: str) -> Result:
    """``one`` without data that are another's: its bracket names others, or it is a rate of another clause."""
    if one.dataset is None:
        return one
    others = _ITS_DATA.search((one.measure or "").partition(" (")[2])
    at = text.rfind(one.dataset, 0, place[0])
    opens = text.startswith(("On ", "For "))
    apart = one.unit in RATES and at > 0 and not opens and _ANOTHER_CLAUSE.search(text, at, place[0])
    return replace(one, dataset=None) if apart or (others and one.dataset not in others[0]) else one


def _is_sure(one: Result, place: tuple[int, int], text: str) -> bool:
    """Whether a figure is a value or a change that a reader takes as it is meant."""
    start, end = place
    if start == end:
        return True
    value = one.value or ""
    if _BY.search(text[:start]) and not (value.startswith("+") or is_multiple(one.unit) or turn(text, value)):
        return False
    if _EITHER_WAY.search(text[:start]):
        return False
    if text[:start].endswith(" with ") and _WITH_MORE.match(text, end):
        return False
    if _IN_BRACKET.search(text[:start]) and _THAN_ANOTHER.match(text, end):
        return False
    if text[:start].endswith(" additional ") and not (value.startswith("+") or turn(text, value)):
        return False
    if text[:start].endswith(" at ") and _FROM_BEHIND.match(text, end):
        return False
    stroke = _STROKE_BEHIND.match(text, end) or _STROKE_AHEAD.search(text[:start])
    return not stroke or bool(ANY_MEASURE.search(one.measure or ""))


def _halves(results: Sequence[tuple[Result, tuple[int, int]]], text: str) -> list[tuple[int, int, bool]]:
    """The lists of figures told "respectively", or with two measures in turn, of which not all were read.

    The last tells that all were, but that only ``some`` say on what each holds.
    """
    lists = [
        (run.start, run.end, len(run.values))
        for run in runs(text)
        if not _OF_ANOTHER.search(text[max(0, run.start - 1) : run.end])
    ]
    lists += [(run.start(), run.end(), len(_VALUES.findall(run[0]))) for run in _MEASURED_RUN.finditer(text)]
    found = []
    for a, b, count in lists:
        inside = [one for one, (start, end) in results if a <= start < b and start < end]
        two = _TWO_MEASURES.search(text[:a]) if count == 2 else None
        if not (two or _is_told_in_turn(text, b, [one for one in lists if one[2] == count])):
            continue
        if two and len(inside) == 1 and _is_last(inside[0], two, text[a:b]):
            continue
        held = sum("(" in (one.measure or "") for one in inside)
        same = len({(one.dataset, (one.measure or "").partition(" (")[0]) for one in inside}) == 1
        some = len(inside) == count and 0 < held < count and same
        if some or 0 < len(inside) < count:
            found.append((a, b, some))
    return found


def _is_told_in_turn(text: str, end: int, alike: Sequence[tuple[int, int, int]]) -> bool:
    """Whether a list of figures up to ``end`` is one that "respectively" is said of, alone or with those ``alike``."""
    found = _IN_TURN.match(text, end)
    others = _WITH_UNIT.finditer(text, *found.span("between")) if found else ()
    return found is not None and all(any(a <= one.start() < b for a, b, _ in alike) for one in others)


def _is_last(one: Result, two: re.Match[str], listed: str) -> bool:
    """Whether the only figure that was read of two is the last, and has the last measure."""
    last = (one.measure or "\0").partition(" (")[0]
    return listed.rstrip("%\\ ").endswith(one.value or "\0") and last.split()[0] in two[0].partition(" and ")[2]


def _named(one: Result, text: str) -> Result:
    """``one`` under its measure without what only leads on."""
    measure, bracket, rest = (one.measure or "").partition(" (")
    plain = _BARE_TAIL.sub("", measure)
    plain = plain if is_multiple(one.unit) else _MORE_OF.sub("", plain)  # "6x higher throughput" is no 6
    plain = _OF_THE_BEST.sub("", plain)
    if plain.startswith("of ") and (whose := re.search(rf"{re.escape(plain)}(?P<of> of [A-Z][\w-]*\w)", text)):
        plain += whose["of"]  # "retains 97% of the performance of another"
    if more := re.search(rf"\d\s?\\?% {re.escape(plain)}(?P<more>(?: [a-z]+)? (?:rate|ratio|score|index))\b", text):
        plain += more["more"]  # "a 58.6% memory reuse rate"
    if plain.endswith("weighted") and (by := re.search(rf"{re.escape(plain)}(?P<by> by [a-z]+ [a-z]+)\b", text)):
        plain += by["by"]
    return one if plain == measure else replace(one, measure=f"{plain}{bracket}{rest}")
