"""Figures of one measure in one sentence: each with what sets it apart from the others, or none of them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from survey.models.extractive.measures import ANY_MEASURE, MEASURE, NUMBER
from survey.models.extractive.qualified import spans, with_setting
from survey.models.extractive.reported import RATES, Result
from survey.turns import turn

_GLUE = (
    r"\s?(?:\\?%|[xX×]|percent(?:age points)?|points?|ms|FPS|dB)?"
    r"(?: \([^()]*\))?\s?(?:, and|,|and|/)\s?(?:by |an? )?(?:up to |about )?[+~]?"
)
_IN_LIST = re.compile(_GLUE)
_ITEM = r"(?:(?!and\b)[\w.@/-]+)(?: (?!and\b|respectively\b|by\b|while\b|on\b|in\b|for\b|with\b|of\b)[\w.@/-]+){0,4}"
_LISTED_BEHIND = re.compile(
    rf"(?:(?!compared\b|than\b|over\b|and )[^,;()]){{0,60}}?\b(?:for|on|in|with|across|under|using) (?:both |"
    rf"the )?(?P<list>{_ITEM}(?:, (?:the )?{_ITEM})*,? and (?:the )?{_ITEM})"
    r"(?=[,;:]|\.(?!\d)|$| (?:respectively|while|compared|over|than|using|with|on|in)\b)"
)
_BEHIND = re.compile(
    r"(?:(?:(?!,|;|\(|\)| and ).){0,50}?\s)?"
    r"(?P<what>(?:for|on|in|with|using|of|at|under|across|when|without|to|from(?= [a-z])) "
    r"(?:the |an? |its )?(?:[\w.@/%-]+)(?: (?!and\b|while\b|but\b|compared\b|than\b|over\b|by\b|from\b|"
    r"respectively\b|achiev\w+|which\b|that\b)[\w.@/%-]+){0,5})"
    r"(?=(?: \([A-Z][\w-]{0,8}\))?"
    r"(?:[,;:)]|\.(?!\d)|$| (?:and|while|but|compared|than|over|by|respectively|which|that)\b))"
)
_STROKED = re.compile(r"\b(?P<one>[A-Za-z][\w.-]*)/(?P<two>[A-Za-z][\w.-]*)")
_HOLDER = re.compile(
    r"(?<![\w-])(?P<what>(?:(?!(?:and|or|both|the|an?|of|on|in|for|to|with|by|from|as|at)\b)[\w-]+ ){0,2}"
    r"(?!(?:and|or|it|performance|results)\b)[a-z][\w-]*) \((?:[\w@ -]{1,20}?\s?[=:] ?)?[~+]?$"
)
_NO_KIND = r"[\w-]{1,2} |\w+ing\b|(?:more|less|higher|lower|the|an?|and|of|in|with|best|highest)\b"
_NEXT_NUMBER = re.compile(
    rf"(?:,? and|,) (?:an? |by )?(?:up to )?[+~]?{NUMBER}\s?(?:\\?%|[xX×]|$)|"
    rf" {NUMBER}\s?(?:\\?%|percent)? (?={MEASURE})"
)
_BESIDE = re.compile(rf"\s?(?:\\?%)?(?: [A-Z][\w-]*)? and {NUMBER}\s?(?:\\?%|[a-z]{{1,4}})? [A-Z][\w@-]+(?= )")
_BROUGHT = (
    r"(?: \([^()]*\))? ?(?:(?:is|are|was|were|have|has)? ?[a-z]+ )??(?:by|of|to|at) "
    r"(?:as much as |up to |about |around |approximately |over |nearly )?[+~]?$"
)
_TWO_MEASURES = re.compile(
    rf"\b(?P<one>{MEASURE}|number of [a-z]+|model size)(?: \([^()]*\))? and (?P<two>{MEASURE}){_BROUGHT}"
)
_TWO_KINDS = rf"\b(?P<one>[a-z][\w-]+) and (?P<two>[a-z][\w-]+) MEASURE{_BROUGHT}"
# What the next figures of the same measure are of: "recall of 0.8, and potholes with a precision of 0.9"
_NEXT_SUBJECT = re.compile(
    r"(?:,? and|;|,? while|,? whereas) (?:the )?(?P<who>(?!(?:an?|its?|by|with|on|in|for|to|average)\b)[A-Za-z][\w-]*"
    r"(?: [\w-]+){0,3}) (?:with|(?:had|has|have|showed|achiev\w+|reach\w+|obtain\w+|attain\w+|yield\w+)) "
    r"(?:an? |the )?(?:[\w@-]+ ){0,4}(?:of )?$"
)
_NO_NAME = re.compile(r"an? |\d|its |their |(?:With|On|In|For|Using|Under|Over) ")
_ANOTHER = re.compile(rf"\s?\\?%?(?: percent)? and (?:by )?{NUMBER}")
_RESPECTIVELY = re.compile(r"(?:[^.;]|\.(?=\d))*\brespectively\b")
_SEVERAL = (
    r"\b(?:scores?|accuracy|errors?|rates?|Dice|m?IoU|F1|AUC|precision|recall|costs?|parameters?|latency|time)"
    r"(?: \([^()]*\))?,? and (?:[\w-]+ ){0,3}MEASURE(?: \([^()]*\))? (?:of|by|to|are|were|was|is) "
    r"(?:up to |about |around )?$"
)
_SIZED = re.compile(r"-(?:level|size|scale)$")
# "of lesions in CT scans from 71% to 72%"
_FROM = re.compile(
    rf"\b(?P<what>(?:of|for|on|in) (?:(?!of\b|for\b)\S+ ){{1,7}}?)from {NUMBER}\s?\\?%? to (?:about |over )?$"
)


def told_apart(results: Sequence[Result], text: str, last: bool = True) -> list[Result]:
    """The results; of those alike but for their value, each with what it is of, else none of a list, or the first.

    ``last``: whether those that can't be told apart go.
    """
    alike: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
    for i, one in enumerate(results):
        if one.value and one.unit not in RATES:
            alike[one.measure, one.dataset, _rival(one), _turned(one, text)].append(i)
    told: list[Result | None] = list(results)
    places = spans(results, text)
    if last and any(_two_subjects([places[i] for i in group], text) for group in alike.values()):
        return []
    for group in alike.values():
        apart = _apart([results[i] for i in group], [places[i] for i in group], text)
        if last and len(group) == 1 and _of_two_cases(places[group[0]], places, text):
            apart = [None]
        if last or all(apart):
            for i, alone in zip(group, apart, strict=True):
                told[i] = alone
    if last:
        told = [one and _beside_another(one, told, place, text) for one, place in zip(told, places, strict=True)]
    return [one for one in told if one is not None]


def _of_two_cases(place: tuple[int, int], places: Sequence[tuple[int, int]], text: str) -> bool:
    """Whether a figure is the first of two, of which the other wasn't read: "by 24% and 28% with A, B respectively"."""
    other = _ANOTHER.match(text, place[1])
    if other is None or not _RESPECTIVELY.match(text, other.end()):
        return False
    return not any(place[1] < start < other.end() for start, _ in places)


def _rival(one: Result) -> str | None:
    """What a result is compared with; what it was before is a figure."""
    return one.baseline if one.baseline and not one.baseline[:1].isdigit() else None


def _turned(one: Result, text: str) -> str | None:
    value = one.value or ""
    return "gain" if value.startswith("+") else turn(text, value)


def _apart(alike: list[Result], places: list[tuple[int, int]], text: str) -> Sequence[Result | None]:
    """The alike results told apart; None in the place of one that can't be."""
    if len(alike) == 1:
        return [_own(alike[0], places[0], text)]
    said = re.compile(rf" {re.escape(alike[0].measure or '-')}(?!\w)")
    listed = all(_IN_LIST.fullmatch(said.sub("", text[a[1] : b[0]])) for a, b in pairwise(places))
    if listed and len(alike) == 2 and (measures := _measures_ahead(alike[0].measure, text[: places[0][0]])):
        return [replace(one, measure=measure) for one, measure in zip(alike, measures, strict=True)]
    names = _names_in_turn(len(alike), places, text) if listed else _names(alike, places, text)
    if alike[0].measure in names:  # "by 14% and 4% in AUC and OSCR"
        return [replace(one, measure=name) for one, name in zip(alike, names, strict=True)]
    if names and all(one.measure for one in alike):
        return [with_setting(one, name) for one, name in zip(alike, names, strict=True)]
    if listed:
        return [_together(alike[0], places, text), *[None] * (len(alike) - 1)]
    return [_first(alike[0], places, text), *[None] * (len(alike) - 1)]


def _first(one: Result, places: list[tuple[int, int]], text: str) -> Result | None:
    """The first of figures that aren't told apart, with what it is of; None where each stands in a bracket."""
    (start, end), following = places[0], places[1][0]
    if all("(" in text[max(0, a - 15) : a].rpartition(")")[2] for a, _ in places):
        return None  # "dense tissue (AUC: 0.90) and tumours (AUC: 0.85)": of what, stands ahead
    own = _BEHIND.match(_to_next(text[end:following]))
    said = own is None or start == end or not one.measure or own["what"].endswith(one.measure)
    return one if own is None or said else with_setting(one, own["what"])


def _beside_another(one: Result, told: Sequence[Result | None], place: tuple[int, int], text: str) -> Result:
    """``one`` with what it is of, where another figure of its measure says so: "89% with long ones, 74% from reads"."""
    measure = one.measure or ""
    if not measure or "(" in measure or not any(other and _differs(one, other, text) for other in told):
        return one
    own = _BEHIND.match(_to_next(text[place[1] :]))
    return with_setting(one, own["what"]) if own and not own["what"].endswith(measure) else one


def _differs(one: Result, other: Result, text: str) -> bool:
    """Whether two results are of one measure, and the ``other`` says of what."""
    same = (other.measure or "").startswith(f"{one.measure} (") and other.dataset == one.dataset
    return same and _turned(one, text) == _turned(other, text)


def _two_subjects(places: Sequence[tuple[int, int]], text: str) -> bool:
    """Whether the figures of one measure are of two things that a sentence tells of: "for cracks ..., and potholes"."""
    return any(_NEXT_SUBJECT.search(text[a[1] : b[0]]) for a, b in pairwise(places))


def _together(one: Result, places: list[tuple[int, int]], text: str) -> Result | None:
    """All values of a list in a bracket behind their data as one, as they stand: "VOC (+3.6%, +1.5%, +1.2% mIoU)"."""
    start, end = places[0][0], places[-1][1]
    opened = text[:start].rstrip("+")
    whole = opened.endswith("(") and one.dataset is not None and opened[:-1].rstrip().endswith(one.dataset)
    return replace(one, value=text[len(opened) : end]) if whole and one.measure else None


def _measures_ahead(measure: str | None, ahead: str) -> list[str]:
    """The two measures before two figures that were taken to have the second: "recall and F1 rise by 6% and 3%"."""
    match = _TWO_MEASURES.search(ahead)
    if match and measure and (match["two"] == measure or match["two"].rstrip("s") == measure):
        return [match["one"], measure]
    if measure is None:
        return []
    pair = re.search(_TWO_KINDS.replace("MEASURE", re.escape(measure)), ahead)
    return [f"{measure} ({pair[name].rstrip('-')})" for name in ("one", "two")] if pair else []


def _own(one: Result, place: tuple[int, int], text: str) -> Result | None:
    """The only result of its kind; with the other of two measures, or None, where two were told and two figures."""
    return _first_of_two(one, place, text) or (None if _of_which(one, place, text) else one)


def _of_which(one: Result, place: tuple[int, int], text: str) -> bool:
    """Whether two measures and two figures go together, and it can't be told which: "score and F1 of 73% for A and"."""
    if not one.measure or "respectively" not in text[place[1] :]:
        return False
    plain = re.escape(one.measure.partition(" (")[0])
    return bool(re.search(_SEVERAL.replace("MEASURE", plain), text[: place[0]]))


def _first_of_two(one: Result, place: tuple[int, int], text: str) -> Result | None:
    """The result with the first of two measures, whose second figure wasn't read: "lowers A and B by 3% and ... ."."""
    if not _ANOTHER.match(text, place[1]) or "respectively" not in text[place[1] :]:
        return None
    measures = _measures_ahead(one.measure, text[: place[0]])
    return replace(one, measure=measures[0]) if measures else None


def _names_in_turn(count: int, places: list[tuple[int, int]], text: str) -> list[str]:
    """What each of figures that stand in one list is of: "88% and 80% for cats and dogs"."""
    behind, ahead = text[places[-1][1] :], text[: places[0][0]]
    if count == 2 and "/" in text[places[0][1] : places[1][0]] and (pair := _stroked(behind, ahead)):
        return [pair["one"], _SIZED.sub("", pair["two"])]
    found = [m["list"] for m in (_LISTED_BEHIND.match(behind),) if m]
    lists = (re.split(r",? and (?:the )?|, (?:the )?", one) for one in found)
    return next((one for one in lists if len(one) == count == len(set(one)) and not any(map(_NO_NAME.match, one))), [])


def _stroked(behind: str, ahead: str) -> re.Match[str] | None:
    """The pair that two figures with a stroke go with: the next, "97/72 AP for image/pixel-level"; else one ahead.

    Two measures aren't what figures of one measure are of.
    """
    near = _STROKED.search(_to_next(behind))
    pair = near or next(reversed([*_STROKED.finditer(ahead)]), None)
    measures = pair and all(ANY_MEASURE.fullmatch(pair[name]) for name in ("one", "two"))
    return None if measures else pair


def _names(alike: list[Result], places: list[tuple[int, int]], text: str) -> list[str]:
    """What each of figures of one measure is of, as the words behind it say, or those before its measure."""
    stops = [*[start for start, _ in places[1:]], len(text)]
    plain = rf"(?:[\w@-]+/)?{re.escape(alike[0].measure or '-')}(?:/[\w@-]+)?(?!\w)"
    said = re.compile(rf" (?:(?:in|of|for|on) (?:the )?)?{plain}")
    parts = [said.sub("", _to_next(text[end:stop])) for (_, end), stop in zip(places, stops, strict=True)]
    whole = [_behind_both(said.sub("", text[end:stop])) for (_, end), stop in zip(places, stops, strict=True)]
    for behind in ([_BEHIND.match(part) for part in parts], whole):
        names = [m["what"] for m in behind if m]
        if all(behind) and len(set(names)) == len(names):
            return names
    starts = [0, *[end for _, end in places[:-1]]]
    origins = [_FROM.search(text[a:b]) for a, (b, _) in zip(starts, places, strict=True)]
    if all(origins):
        names = [m["what"].strip() for m in origins if m]
        return names if len(set(names)) == len(names) else []
    holders = [_HOLDER.search(text[:a]) for a, _ in places]
    if all(holders):  # "on binary (F1=94.7%) and ternary (F1=90.4%) tasks"
        names = [m["what"] for m in holders if m]
        return names if len(set(names)) == len(names) else []
    kinds = [_kind(text[a:b], one) for a, (b, _), one in zip(starts, places, alike, strict=True)]
    kinds[0] = kinds[0] or ""  # "the Dice score to 0.89 and the thrombus Dice score to 0.53"
    named = [kind for kind in kinds if kind is not None]
    return named if len(named) == len(kinds) == len(set(named)) else []


def _behind_both(behind: str) -> re.Match[str] | None:
    """What stands behind a figure and the one beside it: "for scans" of "93% DSC and 0.8 mm ASSD for scans and 89%"."""
    beside = _BESIDE.match(behind)
    return _BEHIND.match(_to_next(behind[beside.end() :])) if beside else None


def _to_next(behind: str) -> str:
    """What stands behind a figure up to the next number of its sentence that isn't part of a word."""
    return _NEXT_NUMBER.split(behind)[0]


def _kind(ahead: str, one: Result) -> str | None:
    """The word before a measure that stands before its figure: "the lumen Dice score to 0.89"."""
    plain = re.escape((one.measure or "\0").partition(" (")[0])
    found = list(
        re.finditer(
            rf"(?<![\w-])(?P<kind>(?!{_NO_KIND})[\w-]+) {plain}s?\b",
            ahead,
        )
    )
    return found[-1]["kind"].rstrip("-") if found else None
