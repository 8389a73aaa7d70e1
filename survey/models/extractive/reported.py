"""One reported result, and what results that are listed together share: a measure, data sets in turn."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from survey.models.extractive.measures import LISTED_BEHIND, LISTED_MEASURES, MEASURE, is_multiple
from survey.models.extractive.names import joined_names

_POINTS = {"%", "percent", "per cent", "points", "point", "percentage points", "percentage point", "pp"}
RATES = {"fps", "FPS"}  # units that say themselves what was measured
_COST = re.compile(
    r"FLOPs|MACs|parameters|memory|time|epochs|latency|cost|comput|speed|size|compression", re.IGNORECASE
)
_BETTER = re.compile(
    r"(?!.{0,30}(?:improvement|gain|increase|boost)s? (?:in|of)\b)\s*(?:absolute |relative )?(?:higher|"
    r"lower|better|worse|more|less|above|below|improvements?|gains?|increase|boost)\b"
)
_BETTER_BY = re.compile(
    r"\b(?:surpass|outperform|exceed|improv|beat|gain|margin|higher|better)\w*\b[^.;]*\b(?:by|of) "
    r"(?:up to |about |around |over |an? (?:\w+ ){1,3}of )?$"
)
_BY = re.compile(r"\bby (?:up to |about |around |over |approximately )?[+~]?[\d.]+\s?\\?%?$")
_IN_TURN_FOR = re.compile(r" (?:for|with|on) [^,;]{2,60}?(?:,? and|,) (?:by )?(?:up to )?")
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


def continues(found: Sequence[Result], gap: str, unit: str | None, after: str) -> bool:
    """Whether a figure goes on with a list of results: ", 82.3% on ImageNet" after "85.7% on CIFAR-100", "and 88%"."""
    if not found or unit is None:
        return False
    if unit == found[-1].unit and re.fullmatch(r",? and |, ", gap):
        return True
    listed = unit == "%" and any(one.unit == unit for one in found) and len(gap) < 90
    return listed and bool(re.match(r"\s*(?:on|in|for)\b", after))


def shared_measure(found: Sequence[Result], behind: str, gap: str, unit: str | None, after: str) -> str | None:
    """The measure of the result that ``behind`` ends with, where the next figure, after ``gap``, plainly shares it.

    "92% and 88%", "improves accuracy by 0.9% for A and 0.6% for B", "81.7% accuracy, 2.0% higher than B".
    """
    if not found or found[-1].measure is None:
        return None
    last = found[-1]
    in_turn_for = (
        unit == last.unit and _IN_TURN_FOR.fullmatch(gap) and (after.startswith(" for ") or _BY.search(behind))
    )
    if in_turn_for or re.fullmatch(r"(?:,? and|,) ", gap):
        return last.measure
    if unit not in _POINTS or _COST.search(last.measure or "") or re.search(r"\brelative\b", gap):
        return None
    ahead = gap.endswith("+") or _BETTER.match(after) or _BETTER_BY.search(gap)
    return last.measure if ahead else None


def in_terms_of(results: list[Result], text: str) -> list[Result]:
    """Figures without a measure take the one that is named behind them: "+26.6% on A ... in terms of accuracy"."""
    match = _IN_TERMS.search(text)
    if match is None or any(one.measure for one in results):
        return results
    return [
        replace(one, measure=match["measure"]) if one.value and text.find(one.value) < match.start() else one
        for one in results
    ]


def in_turn(results: list[Result], text: str, names: tuple[str, ...]) -> list[Result]:
    """Figures listed together take the data sets listed with them in turn: "28.8, 16.0, and 6.9 mIoU on A, B, C"."""
    values = r"\s*(?:\\?%|\w+)?(?: \w+)?(?:,? and |, )[+]?".join(re.escape(r.value or "") for r in results)
    if len(results) > 1 and len(names) != len(results) and re.search(values + r"[^.;]*\brespectively\b", text):
        return [replace(result, dataset=None) for result in results]
    together = names and joined_names(text, names, text.index(names[0]))
    if len(results) < 2 or len(names) != len(results) or not re.search(values, text):
        return results
    if not together or not all(name in together for name in names):
        return results
    return [replace(result, dataset=name) for result, name in zip(results, names, strict=True)]


def measures_in_turn(results: list[Result], text: str) -> list[Result]:
    """Figures listed together take the measures listed with them in turn: "recall and precision of 92% and 88%"."""
    match = LISTED_MEASURES.search(text)
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
