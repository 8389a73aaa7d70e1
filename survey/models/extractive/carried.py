"""What a figure takes from the words of its list: the measure told once for all, the data, whom it is as good as.

"AUC gains of 6% on A and 17% on B", "gains in parity of 95% on A, 30% on B".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from survey.models.extractive.measures import MEASURE, is_cost, is_multiple
from survey.models.extractive.names import data_names
from survey.models.extractive.qualified import spans
from survey.models.extractive.reported import POINTS, Result
from survey.models.extractive.rivals import baseline
from survey.tasks import names_task

_TURNED = r"(?:improvement|gain|increase|boost|reduction|decrease|drop)s?"
_WORD = r"(?!(?:and|or|of|the|on|in|over|for|by|with)\b)[A-Za-z][\w@-]*\+{0,2}"
# Between two figures of one list, each with its own data: "% on the A dataset and"
_NEXT = re.compile(
    rf"\s?\\?%?(?: {MEASURE})? (?:on|for) (?:the )?{_WORD}(?: {_WORD}){{0,3}}(?: \([\w.-]+\))?"
    r"(?:,? and|,) (?:by )?(?:up to )?[+~]?"
)
_ENDS = re.compile(r"[,;()]|\.(?!\d)")
_CHANGE_IN = re.compile(
    rf"\b{_TURNED} in (?:the |its )?(?P<what>{_WORD}(?: {_WORD}){{0,3}}) of "
    r"(?:up to |about |around |over |less than |at most |more than |at least |only )*[+~]?$"
)
_ALL_OF = re.compile(
    r"\)? among (?:all )?(?:the )?methods (?:that )?(?:using|use|trained on) only (?P<name>[A-Z][\w-]*) data"
)
# "achieves 88.1 on A, surpassing B by": the gain is on A too, unless other data stand behind it
_SURPASSING = re.compile(
    r",? (?:thereby |thus |and )?(?:surpass|outperform|exceed|beat)(?:ing|s) [^,;]{2,80}? by "
    r"(?:an? (?:average |absolute )?(?:margin )?(?:of )?|up to |about |over |more than |nearly )*[+~]?$|"
    r",? (?:which is |marking |representing )?an? (?:absolute |relative )?(?:improvement|gain|increase) of "
    r"(?:about |over |more than |nearly )?[+~]?$"
)
_AT_ANOTHER = re.compile(r"[^,;.]{0,40}? (?:on|in|for|across|under|when)\b")
# "is competitive with A while using 19x less memory"
_AS_GOOD = re.compile(
    r"\b(?:competitive with|comparable (?:to|with)|on par with|(?:match(?:es|ing)|equals?)|"
    r"(?:equivalent|comparable|similar|competitive)(?: [a-z]+)? (?:to|with)) "
    r"(?:(?:networks|models|methods|architectures) (?:such as|like) )?(?P<rival>[^,;]{2,60}?)(?:,)? "
    r"(?:while|with|using|but)\b(?: (?:only|using|requiring|needing|having))*(?: up to| about| over| roughly)? ?$"
)
# "comparable to those produced by A while improving speed by 32x"
_AS_GOOD_BUT_FASTER = re.compile(
    r"\b(?:comparable|similar|equivalent|competitive)(?: [a-z]+)? (?:to|with) (?:(?:the ones|those|that|results) "
    r"(?:produced|obtained|achieved|generated|given|yielded) by )?(?P<rival>[^,;]{2,60}?),? while (?:also )?"
    r"(?:improving|increasing|reducing|cutting|lowering|accelerating) (?:the |its )?(?:[a-z-]+ ){1,3}by "
    r"(?:up to |about |over |more than |nearly |approximately )?~?$"
)
_LESS = re.compile(r"\s?(?:\\?%|[xX×]|times)? (?:fewer|less(?:er)?|lower|smaller|faster)\b")


def carried(results: Sequence[Result], text: str) -> list[Result]:
    """The results, each with the measure, the data and the rival that the words around its list give it."""
    told: list[Result] = []
    places = spans(results, text)
    for i, (one, (start, end)) in enumerate(zip(results, places, strict=True)):
        if one.value and end:
            before = told[-1] if told else None
            gap = text[places[i - 1][1] : start] if i else ""
            one = _measured(one, text, start, end, before, gap)
            one = _placed(one, text, end)
            one = _beside(one, before, gap, text[end:])
            one = _rivalled(one, text[:start], text[end:])
        told.append(one)
    return told


def _measured(one: Result, text: str, start: int, end: int, last: Result | None, gap: str) -> Result:
    if one.measure or one.unit not in POINTS:
        return one
    listed = last and last.unit == one.unit and one.dataset and _NEXT.fullmatch(gap)
    of_one_task = not names_task(gap) and not names_task(_ENDS.split(text[end:], maxsplit=1)[0])
    if listed and last and last.measure and of_one_task and not is_cost(last.measure):
        return replace(one, measure=last.measure.partition(" (")[0])
    found = _CHANGE_IN.search(text[:start])
    return replace(one, measure=found["what"]) if found else one


def _placed(one: Result, text: str, end: int) -> Result:
    """``one`` on the only data that its sentence names, where these are what all that is compared was trained on."""
    if one.dataset or not one.measure:
        return one
    found = _ALL_OF.match(text, end + text[end : end + 2].count("%") + text[end : end + 1].count("\\"))
    names = data_names(text) if found else ()
    return replace(one, dataset=found["name"]) if found and names == (found["name"],) else one


def _beside(one: Result, last: Result | None, gap: str, behind: str) -> Result:
    """``one``, a gain of what the ``last`` figure tells on named data, on the same: "88 on A, surpassing B by 2"."""
    if one.dataset or not (last and last.dataset and last.measure) or one.unit not in {*POINTS, last.unit}:
        return one
    measure, first = one.measure or last.measure, last.measure.partition(" (")[0]
    alike = measure.partition(" (")[0].split()[0] in first.split() and not names_task(measure)
    goes_on = alike and last.dataset in gap and _SURPASSING.search(gap) and not _AT_ANOTHER.match(behind)
    return replace(one, dataset=last.dataset) if goes_on else one


def _rivalled(one: Result, before: str, behind: str) -> Result:
    """``one``, a saving, with whom it is as good as, or needs less than: "equivalent to A using 66% fewer epochs"."""
    found = None if one.baseline else _as_good_as(one, before, behind)
    rival = baseline(f"It outperforms {found['rival']}.") if found else None
    return replace(one, baseline=rival) if rival else one


def _as_good_as(one: Result, before: str, behind: str) -> re.Match[str] | None:
    if not (is_cost(one.measure) or is_multiple(one.unit)):
        return None
    return (_AS_GOOD.search(before) if _LESS.match(behind) else None) or _AS_GOOD_BUT_FASTER.search(before)
