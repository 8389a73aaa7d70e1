"""One reported result, and what results that are listed together share: a measure, data sets in turn."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from survey.models.extractive.measures import (
    ANY_MEASURE,
    LISTED_BEHIND,
    LISTED_MEASURES,
    MEASURE,
    NUMBER,
    is_cost,
    is_multiple,
)
from survey.models.extractive.names import ITEM, all_data, joined_names

POINTS = {"%", "percent", "per cent", "points", "point", "percentage points", "percentage point", "pp"}
RATES = {"fps", "FPS"}  # units that say themselves what was measured
_BETTER = re.compile(
    r"(?!.{0,30}(?:improvement|gain|increase|boost)s? (?:in|of)\b)\s*(?:absolute |relative )?(?:higher|"
    r"lower|better|worse|more|less|above|below|improvements?|gains?|increase|boost)\b"
)
_NO_MORE = re.compile(
    r"s?(?:[,.;:)]|$|\s+(?:than|over|compared|on|with|and|or|versus|vs|relative|while|for|at|when|across|from|to|the|w\.r\.t)\b)"
)
_BETTER_BY = re.compile(
    r"\b(?:surpass|outperform|exceed|improv|beat|gain|margin|higher|better)\w*\b[^.;,]*\b(?:by|of) "
    r"(?:up to |about |around |over |an? (?:\w+ ){1,3}of )?$"
)
_RELATIVE = re.compile(r"\brelative\b")
_OF_IT = re.compile(r"\b[a-z]+ing (?:it|this|that) (?:by|to)\b")  # of what was named since
# What is improved by so much has a name of its own: "lowers the rate by 5%, and improves robustness by 85%"
_OF_ITS_OWN = re.compile(
    r"\b(?:improv|enhanc|boost|increas|rais)(?:es|ing|ed) (?!(?:by|on|upon|over|it|this|that|the|its|previous|prior|"
    r"existing|state|SOTA|all|both)\b)[a-z][\w-]*(?: [^,;]{0,60})? by (?:up to |about |around |over )?$"
)
_IN_A_BRACKET = re.compile(r"\).*[a-z] \([+~]?$")  # "sampling (+22.4% Pass@20), and decisions (+42.7%": of its own noun
_FAR = 90  # characters between two figures of one list
_TOO_FAR = 130  # characters between two figures that may still have one measure
_PLACED = re.compile(rf"(?:(?:,? and|,) {NUMBER}\s?\\?%){{0,3}}\s*(?:on|in|for)\b")  # "88% and 80% on A and B"
_LIST_ENDS = re.compile(r"\s?(?:[,.;)]|$|(?:years|seconds|points|[mc]m|on|in|for|respectively|and)\b)")
_OWN_SUBJECT = re.compile(
    r"\s?\\?%?(?: (?:average|absolute|relative|mean|overall))*(?: (?:improvement|gain|increase|boost)s?)? "
    r"in (?:the )?(?P<what>(?![\w -]*experiments?\b)[a-z][\w-]*(?: [a-z][\w-]*){0,2}?)"
    r"(?=[,.;)]|$| (?:and|on|for|with|over|compared|while)\b)"
)
_LISTS_MEASURES = re.compile(r"\band [^,;.]{2,40}(?:of|were|was|are|is|reached|at)\s+\d")  # quick to look for
_PAIRED = rf"{MEASURE}|[a-z]{{0,3}}[A-Z]{{2,}}[\w@-]*"
_IN_PAIRS = re.compile(
    rf"(?P<first>{NUMBER})\s?\\?%?\s?/\s?(?P<second>{NUMBER})\s?\\?%? "
    rf"(?:(?:on|in|for) )?(?P<one>{_PAIRED})/(?P<other>{_PAIRED})(?!\w)"
)
_IN_TURN = re.compile(
    rf"\b(?:on|across) (?:the |both )?(?P<list>{ITEM}(?:, {ITEM})*,? and {ITEM})"
    r"(?=[,.;:)]|$| (?:data ?sets?|benchmarks?|respectively|by|with|compared|in|over|using)\b)"
)
_BY = re.compile(r"\bby (?:up to |about |around |over |approximately )?[+~]?[\d.]+\s?\\?%?$")
_IN_TURN_FOR = re.compile(r" (?:for|with|on) [^,;]{2,60}?(?:,? and|,) (?:by )?(?:up to )?")
_SEVERAL = r"\s*(?:\\?%|\w+)?(?: \w+)?(?:,? and |, )[+]?"
_IN_TERMS = re.compile(rf"\b(?:in terms of|as measured by|measured (?:by|in)) (?:the )?(?P<measure>{MEASURE})")


@dataclass(frozen=True, slots=True)
class Result:
    """One reported figure, or, with ``value`` None, a comparison without a figure. All parts stand in the sentence."""

    measure: str | None = None
    value: str | None = None
    unit: str | None = None
    dataset: str | None = None
    baseline: str | None = None


def says_what(result: Result) -> bool:
    """Whether a reader learns what the number measures: by a measure, a unit, or the data set."""
    if result.measure or result.unit in RATES:
        return True
    return result.dataset is not None and not is_multiple(result.unit)


def continues(found: Sequence[Result], gap: str, value: str, unit: str | None, after: str) -> bool:
    """Whether a figure goes on with a list of results: ", 82.3% on ImageNet" after "85.7% on CIFAR-100", "and 88%"."""
    if not found or len(gap) >= _FAR:
        return False
    if unit is None:
        return _goes_on(found[-1], gap, value, after)
    if unit == found[-1].unit and re.fullmatch(r",? and |, ", gap):
        return True
    listed = unit == "%" and any(one.unit == unit for one in found)
    return listed and bool(_PLACED.match(after))


def _goes_on(last: Result, gap: str, value: str, after: str) -> bool:
    """Whether a figure without a unit has the measure of ``last``: "0.56 on A and 0.54 on B", "0.88 and 0.83"."""
    if last.unit or not last.measure or "." not in value or "." not in (last.value or "") or is_cost(last.measure):
        return False
    beside = re.fullmatch(r",? and |, ", gap) and _LIST_ENDS.match(after)
    placed = re.fullmatch(r" (?:on|in|for) [^,;]{2,40}?(?:,? and|,) ", gap) and re.match(r" (?:on|in|for)\b", after)
    return bool(beside or placed)


def shared_measure(
    found: Sequence[Result], behind: str, gap: str, value: str, unit: str | None, after: str
) -> str | None:
    """The measure of the result that ``behind`` ends with, where the next figure, after ``gap``, plainly shares it.

    "92% and 88%", "improves accuracy by 0.9% for A and 0.6% for B", "81.7% accuracy, 2.0% higher than B".
    """
    if not found or found[-1].measure is None or is_multiple(found[-1].unit) != is_multiple(unit):
        return None
    last = found[-1]
    if (subject := _OWN_SUBJECT.match(after)) and f" in {last.measure}" in gap:  # "and +6.4% in understanding"
        return subject["what"]
    in_turn_for = (
        unit == last.unit and _IN_TURN_FOR.fullmatch(gap) and (after.startswith(" for ") or _BY.search(behind))
    )
    if in_turn_for or re.fullmatch(r"(?:,? and|,) ", gap) or (unit is None and _goes_on(last, gap, value, after)):
        return last.measure
    if unit not in POINTS or is_cost(last.measure) or _RELATIVE.search(gap + after[:12]) or len(gap) >= _TOO_FAR:
        return None
    better = _BETTER.match(after)
    if better and not _NO_MORE.match(after, better.end()):  # "16% higher utilization"
        return None
    if _OF_IT.search(gap) or _OF_ITS_OWN.search(gap) or _IN_A_BRACKET.search(gap):
        return None  # "53.5 mIoU, and a record for inference time, improving it by 260%"
    ahead = gap.endswith("+") or better or _BETTER_BY.search(gap)
    return last.measure if ahead else None


def in_terms_of(results: list[Result], text: str) -> list[Result]:
    """Figures without a measure take the one that is named behind them: "+26.6% on A ... in terms of accuracy"."""
    match = _IN_TERMS.search(text) if results and not any(one.measure for one in results) else None
    if match is None:
        return results
    return [
        replace(one, measure=match["measure"]) if one.value and text.find(one.value) < match.start() else one
        for one in results
    ]


# "gains of 12% and 8% for unseen and rare pairs, respectively": of these, whatever data stand before
_OTHER_LIST = r"[^;.,]{0,40}? (?:for|under|with) [a-z][^;.,]* and [a-z][^;.,]*,? respectively"


def in_turn(results: list[Result], text: str, names: tuple[str, ...]) -> list[Result]:
    """Figures listed together take the data sets listed with them in turn: "28.8, 16.0, and 6.9 mIoU on A, B, C"."""
    first, last = _listed_together(results, text)
    if last - first < 2:
        return results
    listed = results[first:last]
    if re.search(_listing(listed) + _OTHER_LIST, text):
        return results
    places = _places_in_turn(text, names, len(listed))
    told = "respectively" in text
    if not places and not (told and (len(names) != 1 or _one_of_two(text, names[0]))):
        return results
    given: Sequence[str | None] = places or [None] * len(listed)
    placed = [replace(one, dataset=name) for one, name in zip(listed, given, strict=True)]
    return [*results[:first], *placed, *results[last:]]


def shared_out(results: list[Result], text: str) -> list[Result]:
    """Figures listed together that have as many data sets take one each: "88% and 80% on A and B"."""
    told = list(results)
    for first, one in enumerate(results):
        same = [other.dataset == one.dataset for other in results[first:]]
        count = (same.index(False) if False in same else len(same)) if one.dataset else 0
        names = re.split(r",? and |, ", one.dataset or "")
        listed = results[first : first + count]
        if count == len(names) > 1 and re.search(_listing(listed) + r"\s?\\?%?(?: [\w@-]+){0,3}? on ", text):
            told[first : first + count] = [replace(r, dataset=n) for r, n in zip(listed, names, strict=True)]
    return told


def _listed_together(results: list[Result], text: str) -> tuple[int, int]:
    """From which to which of the results stand in one list: all of them, else the longest run told "respectively"."""
    size = len(results)
    runs = [(a, a + length) for length in range(size, 1, -1) for a in range(size - length + 1)]
    for a, b in runs:
        end = "" if (a, b) == (0, size) else r"[^.;]*\brespectively\b"
        if (end == "" or "respectively" in text) and re.search(_listing(results[a:b]) + end, text):
            return a, b
    return 0, 0


def _listing(results: Sequence[Result]) -> str:
    """A pattern for the values of ``results`` in one list."""
    return _SEVERAL.join(re.escape(one.value or "") for one in results)


def _places_in_turn(text: str, names: tuple[str, ...], count: int) -> list[str]:
    """The names of ``count`` data sets that are listed together; empty where there is no such list."""
    whole = joined_names(text, names, text.index(names[0])) if names else ""
    together = re.split(r",? and |, ", whole) if f"both {whole}" not in text else []
    if len(together) == count and all(name in names for name in together):
        return together
    found = (match["list"] for match in _IN_TURN.finditer(text))
    lists = (re.split(r",? and |, ", one) for one in found if f"both {one}" not in text)
    fits = (one for one in lists if len(one) == count and all_data(", ".join(one)))
    fits = (one for one in fits if not any(map(ANY_MEASURE.fullmatch, one)))
    return next((one for one in fits if any(name in names for name in one) or "respectively" in text), [])


def _one_of_two(text: str, name: str) -> bool:
    """Whether the only data set that is named is one of two: "on LIBERO and real tasks"."""
    kinds = r"(?: (?:benchmark|data ?set)s?)?"
    return bool(
        re.search(rf"{re.escape(name)}{kinds}(?:, and| and) (?!\w+s\b)|and (?:[\w-]+ ){{0,2}}{re.escape(name)}", text)
    )


def measures_in_turn(results: list[Result], text: str) -> list[Result]:
    """Figures listed together take the measures listed with them in turn: "recall and precision of 92% and 88%"."""
    if len(results) < 2:
        return results
    match = LISTED_MEASURES.search(text) if _LISTS_MEASURES.search(text) else None
    if match is None:
        return _measures_behind(results, text)
    measures = re.split(r",? and |, ", match["list"])
    first = next((i for i, r in enumerate(results) if r.value and text.startswith(r.value, match.end())), None)
    if first is None or len(results) - first < len(measures):
        return results
    listed = results[first : first + len(measures)]
    values = r"\s*(?:\\?%)?(?:\s\([^()]*\))?(?:,? and |, )".join(re.escape(r.value or "") for r in listed)
    if not re.match(values, text[match.end() :]):
        return results
    told = [replace(result, measure=measure) for result, measure in zip(listed, measures, strict=True)]
    return [*results[:first], *told, *results[first + len(measures) :]]


def in_pairs(results: list[Result], text: str) -> list[Result]:
    """Two figures with a stroke take the two measures with one: "2.06/0.32 IS/LPIPS"."""
    for match in _IN_PAIRS.finditer(text) if results and "/" in text else ():
        named = {match["first"]: match["one"], match["second"]: match["other"]}
        on = next((r.dataset for r in results if r.value == match["first"]), None)
        results = [
            replace(r, measure=named[r.value], dataset=r.dataset or on) if r.value in named else r for r in results
        ]
    return results


def _measures_behind(results: list[Result], text: str) -> list[Result]:
    """The same where the measures stand behind: "gains of 5.5%, 3.3% and 1.0% in Hits@1, Hits@3 and MRR"."""
    for last, result in enumerate(results):
        at = text.find(result.value or "\0")
        match = LISTED_BEHIND.match(text, at + len(result.value or "")) if at >= 0 else None
        measures = re.split(r",? and |, ", match["list"]) if match else []
        listed = results[max(0, last + 1 - len(measures)) : last + 1]
        values = r"\s?\\?%?(?:,? and |, )".join(re.escape(one.value or "") for one in listed)
        if len(measures) > 1 and len(listed) == len(measures) and re.search(values, text):
            told = [replace(one, measure=measure) for one, measure in zip(listed, measures, strict=True)]
            return [*results[: last + 1 - len(measures)], *told, *results[last + 1 :]]
    return results
