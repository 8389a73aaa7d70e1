"""Reported results: the figures of a sentence with their measure, unit, data set and what they are compared with."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from survey.evidence import missing_numbers
from survey.models.extractive.apart import told_apart
from survey.models.extractive.belongings import against, dataset_of, tried_on
from survey.models.extractive.carried import carried
from survey.models.extractive.distributed import distributed
from survey.models.extractive.doubts import is_doubtful, relative, without_doubts
from survey.models.extractive.finished import finished
from survey.models.extractive.measures import ANY_MEASURE, NUMBER, SETTINGS, is_multiple
from survey.models.extractive.names import data_names, joined_names
from survey.models.extractive.numerals import numbers_in
from survey.models.extractive.openly import open_measure
from survey.models.extractive.others import of_a_rival, of_others
from survey.models.extractive.paired import paired
from survey.models.extractive.plainly import plain_figures
from survey.models.extractive.qualified import qualified
from survey.models.extractive.ratios import of_an_outcome
from survey.models.extractive.reported import (
    RATES,
    Result,
    continues,
    in_pairs,
    in_terms_of,
    in_turn,
    measures_in_turn,
    says_what,
    shared_measure,
    shared_out,
)
from survey.models.extractive.rivals import baseline
from survey.models.extractive.settled import settled
from survey.models.extractive.shares import FOUND, found_share
from survey.models.extractive.unnamed import holder, unnamed
from survey.models.extractive.valued import valued
from survey.models.extractive.worded import is_used_less, stated_measure
from survey.turns import turn

__all__ = ["Result", "comparison", "figures"]

_GAIN_BEFORE = re.compile(
    r"\b(?:improv\w+|boost\w*|increas\w+|reduc\w+|decreas\w+|outperform\w*|surpass\w*|exceed\w*|sav\w+|accelerat\w+|"
    r"gains?|margin|faster|drops?|loss|record|enhanc\w+|achiev\w+|reach\w*|obtain\w*|attain\w*|yield\w*|report\w*|incurring|cut\w*|"
    r"speed\w*|scor\w*|beat)\b[^;]{0,120}$",
    re.IGNORECASE,
)
_BY_BEFORE = re.compile(
    r"\b(?:by|of|to|up to|about|around|over|than|with|between|approximately|achiev\w+|reach\w+|obtain\w+|attain\w+|"
    r"scor\w+|gets|"
    r"avg\.|~|sim)\s*(?:an? )?(?:average )?(?:of )?$"
)
_NOT_A_RESULT = re.compile(
    r"^\s*(?:of (?:the |all |its |our )?(?:LLM |model |total |trainable |network )?(?:labels?|labell?ed|data\b|"
    r"training|images?|pixels?|ImageNet|parameters|"
    r"model|samples?|trainable|heads|"
    r"input|latents|tokens|weights|dataset|features|available|original)|"
    r"(?:compression|sampling|pruning|keep|mask(?:ing)?) (?:ratio|rate)s?|"
    r"extra|trainable|training\b|train\b|test data|"
    r"labell?ed|decimal|bits\b(?! per)|orders? of|Hausdorff|noisy|corrupted|missing|unlabell?ed|masked|"
    r"masking|sparsity|annotated|random|epochs|layers|million|billion|hours|subjects|data ?sets|tasks|images|classes|"
    r"samples|participants (?:in|from)|CIs?\b|credible|benchmarks|settings?|confidence|public|downstream|metrics|"
    r"schedule|parameter expansion|out of|days|years|baselines?\b|"
    r"price|training)\b|"
    rf"^(?:(?:,|,? and|,? or|,? to) {NUMBER})*,?[ -](?:weeks?|months?|years?|days?)\b"  # "at 12 and 26 weeks"
)
_CHANGE = re.compile(
    r"\b(?:improv|increas|rais|rise|rose|rising|reduc|decreas|drop|boost|lift|grow|grew|cut|lower|fell|"
    r"fall)\w*\b[^;.]{0,90}"
    r"\bfrom [^;]*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\brelative (?:improvement|gain|reduction|increase|decrease)s? of (?:about |around |up to )?$")
_ORIGIN = re.compile(
    rf"(?<!\d )(?<!\d% )\bfrom (?:an? \S+ of )?(?P<value>{NUMBER}\\?%?)(?:\s?(?:±|\$?\\pm\$?|\+/-)\s?\$?{NUMBER})?"
    r"(?: [A-Za-z][A-Za-z -]{0,40}| \([^()\d]{2,40}\))? to (?:just |only |(?:an?|the) (?:[a-z-]+ ){1,3})?$"
)
# What stands between two figures that are listed together: "54.5 AP (instance) and 59.4 PQ", "57.8 PQ for panoptic and"
_LISTED = re.compile(
    r"\)?(?: ?(?!(?:on|in|at|from|by|to|with|while|using|over|than|compared|against|and|when)\b)[\w@()+.-]++){0,5}?"
    r"\s?(?:,|and|, and|/|with)\s?(?:an? )?"
)
# What a measure that was found is counted in: "a mean absolute error of 1.5 seconds"
_DIMENSION = re.compile(
    r"[\s~]?([munµ]?m|cm|km|[mnµμ]?s|sec|seconds?|min|minutes?|h|hours?|days?|years?|pixels?|px|[kMGT]?bps|[kMGT]i?B|"
    r"[kmnµμ]?W|[mnpfµμ]?J|[kM]?Hz|GHz|mmHg|bpm|degrees?|m?eV|[kM]?Pa|K|mg/dL|kcal/mol|points)(?![\w/^-])"
)
_COUNTABLE = re.compile(r"(?:[Aa]ccurac|[Pp]recision|[Rr]ecall|F1|AUC|AP|mIoU|[Kk]appa)")
_OF_A_NAME = re.compile(r" of (?:[A-Z]|the [\w@-]+ (?:achieved|obtained|reached|attained)\b)")  # "70% of GPT-4"
_REACHES = re.compile(r"\b(?:reaches|achieves|attains|obtains|gets|scores) (?:only |just )?$")
_ENDS = re.compile(r"$|[,.;]|\s(?:by|with|on|using|while|when)\b")
_RUNS = re.compile(
    r"(?:achiev|run|reach|operat|attain|deliver|maintain|process|speed|real-?time|throughput|obtain|yield|inference|"
    r"faster|perform|working)\w*\b[^;]{0,90}$",
    re.IGNORECASE,
)
_SPENT = re.compile(
    r"(?!.*(?:speed|accelerat|reduc|sav|less|fewer|faster|lower))"
    r"(?:[\w-]+ )*(?:FLOPs|MACs|parameters|memory|latency|time|costs?|computations?)"
)
_SECOND_CHANGE = re.compile(rf"\bfrom {NUMBER}\\?%? to {NUMBER}\\?%?(?:,? and|,) (?:from )?$")
_OLD_VALUE = re.compile(
    rf"\\?%? from (?P<value>{NUMBER}\\?%?)|\\?%? \(from (?P<bare>{NUMBER}\\?%?)\)"
)  # "to 0.89 from 0.87"
_QUICKER = re.compile(r"\s?(?:faster|slower|quicker)\b")
_AT_THE_COST = re.compile(r"\bat (?:the|an?) (?:\w+ )?costs? of\b")
_NEEDS_FIGURE = re.compile(
    r"parameters?|memory.*|performance|FLOPs?.*|costs?|time|epochs|speed|IS|MAE|AP|batch size|PQ|mA"
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number in a sentence: what stands before and after it, its unit and its sign."""

    before: str
    after: str
    unit: str | None
    value: str
    sign: str


def _is_result(figure: _Figure, measure: str | None, certain: bool) -> bool:
    """Whether a figure is a result, given its measure and whether that makes it one for certain."""
    before, after, gain = figure.before, figure.after, figure.sign == "+"
    if _NOT_A_RESULT.match(after) and not is_used_less(before, after):
        return False
    if figure.unit is None:
        if measure and _COUNTABLE.search(measure) and len(figure.value) > 3 and "." not in figure.value:
            return False  # "the accuracy of 466,769 claims"
        named = measure is not None and ("." in figure.value or gain or not _NEEDS_FIGURE.fullmatch(measure))
        return certain and named
    if certain or gain or (figure.unit == "%" and FOUND.search(before) and re.match(r" of\b", after)):
        return True
    near = _BY_BEFORE.search(before) or re.match(r"\s*(?:on|in|for)\b", after)
    return bool(near and _GAIN_BEFORE.search(before))


@lru_cache(maxsize=8192)
def figures(text: str) -> tuple[Result, ...]:
    """The results with a number in one sentence; empty when it holds none.

    A number counts when a measure stands next to it, or when it has a unit and a verb or noun of gain goes with it.
    Years, sizes, counts and names ("ResNet-50", "3D", "2-stage") do not, nor does what a result is compared with.
    """
    if not re.search(r"\d", text):
        return ()
    if listed := paired(text := plain_figures(text)):
        return tuple(listed)
    names = data_names(text)
    named = [m.span() for name in names for m in re.finditer(re.escape(name), text)]
    matches = [m for m in numbers_in(text) if not any(a <= m.start("value") < b for a, b in named)]
    found: list[Result] = []
    end = 0
    for i, match in enumerate(matches):
        result = _figure(text, match, found, text[end : match.start("value")])
        if result := result and of_an_outcome(result, text[: match.start()]):
            result = _with_its_own(_without_data(result, names), text, names, matches, i)
            result = relative(before := text[: match.start()], after := text[match.end() :], result)
            if not is_doubtful(before, after, result, _turned(text, result)):
                found.append(result)
                end = match.end()
    whole = shared_out(in_turn(in_terms_of(in_pairs(measures_in_turn(found, text), text), text), text, names), text)
    sure = told_apart(qualified(told_apart(without_doubts(whole, text), text, last=False), text), text)
    told = [known for one in carried(sure, text) if (known := one if says_what(one) else unnamed(one, text))]
    settled_on = settled(distributed(finished(valued(told, text), text), text, figures), text)
    return tuple(one for one in settled_on if not missing_numbers(_in_words(one), [text]))


def _in_words(result: Result) -> str:
    """What is said of a figure: of "10,000 images" no rule may have left a "10"."""
    return "; ".join(filter(None, (result.measure, result.dataset, result.baseline)))


def _turned(text: str, result: Result) -> str | None:
    """Whether a figure is a gain or a reduction, by its own sign or by the words around it."""
    value = result.value or ""
    return "gain" if value.startswith("+") else turn(text, value)


def _without_data(result: Result, names: tuple[str, ...]) -> Result:
    """``result`` without a data set's name before its measure: "GPQA performance"."""
    if result.measure in names and not ANY_MEASURE.fullmatch(result.measure or ""):
        return replace(result, measure=None)
    first, _, rest = (result.measure or "").partition(" ")
    return replace(result, measure=rest) if rest and first in names else result


def _with_its_own(result: Result, text: str, names: tuple[str, ...], matches: list[re.Match[str]], i: int) -> Result:
    """``result``, that of figure ``i``, with its data set and what it is compared with."""
    match, stop = matches[i], _group_end(text, matches, i)
    result = replace(result, baseline=against(text, match.span(), stop, result))
    if is_multiple(result.unit):  # how many times faster is said of its own clause alone
        stop = min(stop, text.find(",", match.end()) % (len(text) + 1))
    return replace(result, dataset=dataset_of(text, names, match.span(), stop, result))


def _figure(text: str, match: re.Match[str], found: list[Result], gap: str) -> Result | None:
    """The result at ``match``, if it is one, without its data set; ``gap`` is the text since the last of ``found``."""
    unit = match["unit"] and match["unit"].strip("\\$")
    figure = _Figure(text[: match.start()], text[match.end() :], unit, match["value"], match["sign"])
    if of_others(figure.before, figure.after) or _is_no_value(figure):
        return None
    own, certain = stated_measure(figure.before, figure.after, unit, figure.value)
    changed = False
    if own is None and (opened := open_measure(figure.before, figure.after, unit, figure.value)):
        own, certain = opened, True
    if own is None and figure.sign == "+":
        own = holder(figure.before)
    if not certain and own is None:
        own, changed = _changed(figure)
    behind = text[: match.start("value") - len(gap)]
    shared = None if own else shared_measure(found, behind, gap, figure.value, unit, figure.after)
    reached = None if own or shared or found else _reached(figure)
    measure = None if unit in RATES else own or shared or reached
    if (SETTINGS.search(measure) if measure else _RELATIVE.search(figure.before)) or _is_rivals(figure, found):
        return None
    listed = continues(found, gap.rstrip("+"), figure.value, unit, figure.after)
    listed = listed and not _NOT_A_RESULT.match(figure.after)  # "88.3%, 95% CI"
    if not (changed or reached or listed or _is_result(figure, measure, certain)):
        return None
    measure = measure or found_share(figure.before, figure.after, unit)
    if measure is None and _QUICKER.match(figure.after):
        return None  # what is faster?
    if is_multiple(unit) and _SPENT.fullmatch(measure or "") and turn(text, figure.value) is None:
        return None  # "2.9x FLOPs": more of them, or fewer?
    return _told(figure, measure)


def _is_no_value(figure: _Figure) -> bool:
    """Whether a figure can't be the value of a measure: two values of a change, a rate of frames that are only read."""
    if figure.unit in RATES:
        return not _RUNS.search(figure.before)
    if " to " in figure.value and _SECOND_CHANGE.search(figure.before):
        return True
    return figure.unit == "%" and bool(_OF_A_NAME.match(figure.after)) and not FOUND.search(figure.before)


def _is_rivals(figure: _Figure, found: list[Result]) -> bool:
    """Whether a figure stands in a bracket behind a rival; what has a plus doesn't."""
    return figure.sign != "+" and of_a_rival(figure.before, bool(found))


def _changed(figure: _Figure) -> tuple[str | None, bool]:
    """The measure that changed to a figure, if it did, and whether it did: "improves the AUC from 0.6 to 0.9"."""
    if not _ORIGIN.search(figure.before) or not _CHANGE.search(figure.before):
        return None, False
    paid = _AT_THE_COST.sub(lambda m: "-" * len(m[0]), figure.before)
    return next(reversed([m["measure"] for m in ANY_MEASURE.finditer(paid)]), None), True


def _reached(figure: _Figure) -> str | None:
    """The only measure that a sentence names, of a figure that is reached: "rivals have a PPL of 10, ours gets 6.7"."""
    if figure.unit or "." not in figure.value or not _REACHES.search(figure.before):
        return None
    named = {m["measure"] for m in ANY_MEASURE.finditer(figure.before)}
    return named.pop() if len(named) == 1 and _ENDS.match(figure.after) else None


def _told(figure: _Figure, measure: str | None) -> Result:
    """The result of a figure: its value with a plus, its unit, and what it was before."""
    unit = figure.unit
    if unit is None and (dimension := _DIMENSION.match(figure.after)):
        unit = dimension[1]
    origin = _ORIGIN.search(figure.before) or _OLD_VALUE.match(figure.after)
    value = f"+{figure.value}" if figure.sign == "+" else figure.value
    return Result(measure, value, unit, None, next(filter(None, origin.groups())) if origin else None)


def _group_end(text: str, matches: list[re.Match[str]], i: int) -> int:
    """Where the words that belong to figure ``i`` end: at the next figure that isn't listed together with it.

    Nor do figures in a bracket behind it end them: "cuts it by 25% (from 20 to 15) on ImageNet".
    """
    end = text.find(";", matches[i].end()) % (len(text) + 1)
    for one, following in zip(matches[i:], matches[i + 1 :], strict=False):
        between = text[matches[i].end() : following.start()]
        if between.count("(") > between.count(")"):
            continue
        if not _LISTED.fullmatch(text[one.end() : following.start()]):
            return min(end, following.start())
    return end


def comparison(text: str) -> Result:
    """A result without a number: what is outperformed and on which data, where the sentence says so."""
    names = data_names(text)
    places = tried_on(text, names)
    listed = joined_names(text, names, places[0]) if places else None
    return Result(dataset=listed, baseline=baseline(text))
