"""Reported results: the figures of a sentence with their measure, unit, data set and what they are compared with."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from survey.models.extractive.measures import ANY_MEASURE, FIGURE, LISTED_MEASURES, NUMBER, measure_of
from survey.models.extractive.names import NOT_DATA, baseline, data_names, joined_names

_GAIN_BEFORE = re.compile(
    r"\b(?:improv\w+|boost\w*|increas\w+|reduc\w+|decreas\w+|outperform\w*|surpass\w*|exceed\w*|sav\w+|accelerat\w+|"
    r"gains?|margin|"
    r"faster|drops?|loss|record|enhanc\w+|achiev\w+|reach\w*|obtain\w*|attain\w*|yield\w*|report\w*|incurring|cut\w*|"
    r"speed\w*|beat)\b[^;]{0,120}$",
    re.IGNORECASE,
)
_BY_BEFORE = re.compile(
    r"\b(?:by|of|to|up to|about|around|over|than|with|approximately|achiev\w+|reach\w+|obtain\w+|attain\w+|gets|"
    r"avg\.|~|sim)\s*(?:an? )?(?:average )?(?:of )?$"
)
_NOT_A_RESULT = re.compile(
    r"^\s*(?:of (?:the |all |its |our )?(?:labels?|labell?ed|data\b|training|images?|pixels?|ImageNet|parameters|"
    r"model|samples?|trainable|heads|"
    r"input|latents|tokens|weights|dataset|features|available|original)|extra|trainable|training\b|train\b|test data|"
    r"labell?ed|"
    r"masking|sparsity|annotated|random|epochs|layers|million|billion|hours|subjects|data ?sets|tasks|images|classes|"
    r"samples|"
    r"participants (?:in|from)|CIs?\b|credible|benchmarks|settings?|confidence|public|downstream|metrics|"
    r"schedule|parameter expansion|out of|days|years|baselines?\b|"
    r"price|training)\b"
)
_CHANGE = re.compile(
    r"\b(?:improv|increas|rais|rise|rose|rising|reduc|decreas|drop|boost|lift|grow|grew|cut|lower|fell|"
    r"fall)\w*\b[^;.]{0,90}"
    r"\bfrom [^;]*$",
    re.IGNORECASE,
)
# The range or the chance that goes with a figure: "95% CI 0.50 to 0.77", "p = 0.03", "I2 = 45%", "SD 1.2"
_OF_THE_TEST = re.compile(
    r"\bCIs?\b\]?[^;)]{0,22}$|\b[pP](?:[- ]?values?)? ?(?:of|was|[=<>≤≥]+) ?$|"
    r"\bI\^?2 ?= ?$|\bSD ?[=:]? ?$"
)
_FOUND = re.compile(
    r"\b(?:detect|identif|solv|resolv|fix|cover|retriev|classif|recogni[sz]|correct|catch|caught|prevent)\w* "
    r"(?:up to |about |around |nearly |over |more than )?$"
)
_EQUALS = re.compile(rf"(?<=[A-Za-z\d])(?<!\b[npPNr])=(?={NUMBER})")  # "F1=0.46", but not "n=53" and "p=0.01"
_ORIGIN = re.compile(rf"\bfrom (?:an? \S+ of )?(?P<value>{NUMBER}\\?%?)(?: [A-Za-z][A-Za-z -]{{0,40}})? to $")
# "where leading approaches have a perplexity of 10 or more": what others reach is not the paper's result
_THEIRS = re.compile(
    r"\b(?:leading|existing|earlier|previous|prior|competing|other|state-of-the-art) (?:[\w-]+ ){0,2}?"
    r"(?:approaches|methods|models|works?|systems|baselines) (?:only |all )?"
    r"(?:have|has|had|reach\w*|achiev\w*|obtain\w*|gets?|attain\w*|scor\w+)\b[^,;.]{0,60}$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\brang\w+ (?:\w+ )?(?:from|between) [^;,]*$")
_SIZE_BEFORE = re.compile(r"\b(?:sizes?|resolutions?|scales?|steps?|seeds?|depths?|ranks?|lengths?)\s+(?:of\s+)?$")
_ON_NEXT = re.compile(r"\s*(?:\w+\s+){0,2}?on\s+(?:the\s+)?(?P<name>[A-Z][A-Z\d]+[\w-]*)(?=[,.;)\s])(?! tasks?\b)")
# Data that the model saw before: "pre-trained on LAION", "the Objects365 dataset for pre-training"
_ONLY_BEFORE = re.compile(r"\bpre-?train\w* (?:on|with|using) (?:the )?$", re.IGNORECASE)
_ONLY_FIRST = re.compile(r"\S+(?: [Dd]ata ?sets?| data)? (?:for|as) pre-?training\b")
_LEADS_TO_DATA = re.compile(
    r"(?:\b(?:on|in|for|over|across|from|of|to|at|and|both|using)\s+(?:the\s+|both\s+)?|[(,]\s*)$"
)
_NEEDS_FIGURE = re.compile(
    r"parameters?|memory.*|performance|FLOPs?.*|costs?|time|epochs|speed|IS|MAE|AP|batch size|PQ|mA"
)


@dataclass(frozen=True, slots=True)
class Result:
    """One reported figure, or, with ``value`` None, a comparison without a figure. All parts stand in the sentence."""

    measure: str | None = None
    value: str | None = None
    unit: str | None = None
    dataset: str | None = None
    baseline: str | None = None


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
    if _NOT_A_RESULT.match(after):
        return False
    if figure.unit is None:
        named = measure is not None and ("." in figure.value or gain or not _NEEDS_FIGURE.fullmatch(measure))
        return certain and named and not _SIZE_BEFORE.search(before)
    if certain or gain or (figure.unit == "%" and _FOUND.search(before) and re.match(r" of\b", after)):
        return True
    near = _BY_BEFORE.search(before) or re.match(r"\s*(?:on|in|for)\b", after)
    return bool(near and _GAIN_BEFORE.search(before))


def _dataset(text: str, names: tuple[str, ...], span: tuple[int, int], stop: int, against: str) -> str | None:
    """The data set of the figure at ``span``: the one before its bracket, the next up to ``stop``, or the last.

    A name within ``against``, what the result is compared with, is none.
    """
    start, end = span
    avoided = text.find(against) if against else -1
    places = sorted({m.start() for name in names for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)})
    places = [place for place in places if not avoided <= place < avoided + len(against)]
    places = [place for place in places if not _ONLY_BEFORE.search(text[:place]) and not _ONLY_FIRST.match(text, place)]
    if (opened := re.search(r" \([^()]*$", text[:start])) is not None:
        holders = [name for name in names if text[: opened.start()].endswith(name)]
        if holders:
            return max(holders, key=len)
    later = [place for place in places if end <= place < stop and _LEADS_TO_DATA.search(text[:place])]
    if later:
        return joined_names(text, names, later[0])
    if (following := _ON_NEXT.match(text, end)) and not NOT_DATA.search(following["name"]):
        return following["name"]
    lists = [joined_names(text, names, place) for place in places if place < start]
    if not lists:
        return None
    return next(whole for whole in lists if whole.endswith(lists[-1]))


def _in_turn(results: list[Result], text: str, names: tuple[str, ...]) -> list[Result]:
    """Figures listed together take the data sets listed with them in turn: "28.8, 16.0, and 6.9 mIoU on A, B, C"."""
    values = r"\s*(?:\\?%|\w+)?(?: \w+)?(?:,? and |, )[+]?".join(re.escape(r.value or "") for r in results)
    together = names and joined_names(text, names, text.index(names[0]))
    if len(results) < 2 or len(names) != len(results) or not re.search(values, text):
        return results
    if not together or not all(name in together for name in names):
        return results
    return [replace(result, dataset=name) for result, name in zip(results, names, strict=True)]


def _measures_in_turn(results: list[Result], text: str) -> list[Result]:
    """Figures listed together take the measures listed before them in turn: "recall and precision of 92% and 88%"."""
    match = LISTED_MEASURES.search(text)
    if match is None:
        return results
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


def _of_others(before: str, after: str) -> bool:
    """Whether a figure is what the result is compared with: "from 71.4 to", "the score of 61.3 obtained with the "
    "best"."""
    if re.search(r"\b(?:compared (?:to|with)|versus|vs\.?|than|against) [>~<≥≈]?$", before) and not re.search(
        r"\b(?:more|less|better|worse|fewer|higher|lower|greater|larger|smaller) than [>~<≥≈]?$", before
    ):
        return True
    if re.search(r"\bfrom (?:an? \S+ of |\S+ )?$", before) and re.match(
        rf"\\?%?(?: [A-Za-z][A-Za-z -]{{0,40}})?\s*to\s+{NUMBER}", after
    ):
        return True
    if _OF_THE_TEST.search(before) or _RANGE.search(before) or _THEIRS.search(before):
        return True
    return bool(
        re.search(
            r"\b(?:improving|over|than|versus|vs\.?|against|compared (?:to|with)) (?:the |an? )?(?:[\w'-]+ ){0,2}of $",
            before,
        )
        or re.search(r"\b(?:compared (?:to|with)|than|over|against) (?:the |an? )(?:[\w'-]+ ){1,2}$", before)
        or re.search(r", but\b", after)
    )


def _continues(found: list[Result], gap: str, unit: str | None, after: str) -> bool:
    """Whether a figure goes on with a list of results: ", 82.3% on ImageNet" after "85.7% on CIFAR-100", "and 88%"."""
    if not found or unit is None:
        return False
    if unit == found[-1].unit and re.fullmatch(r",? and |, ", gap):
        return True
    listed = unit == "%" and any(one.unit == unit for one in found) and len(gap) < 90
    return listed and bool(re.match(r"\s*(?:on|in|for)\b", after))


@lru_cache(maxsize=8192)
def figures(text: str) -> tuple[Result, ...]:
    """The results with a number in one sentence; empty when it holds none.

    A number counts when a measure stands next to it, or when it has a unit and a verb or noun of gain goes with it.
    Years, sizes, counts and names ("ResNet-50", "3D", "2-stage") do not, nor does what a result is compared with.
    """
    if not re.search(r"\d", text):
        return ()
    text = _EQUALS.sub(" = ", text)
    names, against = data_names(text), baseline(text)
    named = [m.span() for name in names for m in re.finditer(re.escape(name), text)]
    matches = [m for m in FIGURE.finditer(text) if not any(a <= m.start("value") < b for a, b in named)]
    found: list[Result] = []
    end = 0
    for i, match in enumerate(matches):
        if result := _figure(text, match, found, text[end : match.start()]):
            stop = _group_end(text, matches, i)
            dataset = _dataset(text, names, match.span(), stop, against or "")
            found.append(replace(result, dataset=dataset, baseline=against or result.baseline))
            end = match.end()
    return tuple(_in_turn(_measures_in_turn(found, text), text, names))


def _figure(text: str, match: re.Match[str], found: list[Result], gap: str) -> Result | None:
    """The result at ``match``, if it is one, without its data set; ``gap`` is the text since the last of ``found``."""
    before, after, unit = text[: match.start()], text[match.end() :], match["unit"] and match["unit"].lstrip("\\")
    if _of_others(before, after):
        return None
    measure, certain = measure_of(before, after)
    origin = _ORIGIN.search(before)
    changed = origin is not None and not certain and bool(_CHANGE.search(before))
    if changed:
        measure = next(reversed([m["measure"] for m in ANY_MEASURE.finditer(before)]), None)
    figure = _Figure(before, after, unit, match["value"], match["sign"])
    if not (changed or _continues(found, gap, unit, after) or _is_result(figure, measure, certain)):
        return None
    if measure is None and found and re.fullmatch(r"(?:,? and|,) ", gap):
        measure = found[-1].measure
    value = match["value"] if match["sign"] != "+" else f"+{match['value']}"
    return Result(measure, value, unit, None, origin["value"] if origin else None)


def _group_end(text: str, matches: list[re.Match[str]], i: int) -> int:
    """Where the words that belong to figure ``i`` end: at the next figure that isn't listed together with it."""
    for one, following in zip(matches[i:], matches[i + 1 :], strict=False):
        if not re.fullmatch(r"\s*(?:,|and|, and|/)\s*", text[one.end() : following.start()]):
            return following.start()
    return len(text)


def comparison(text: str) -> Result:
    """A result without a number: what is outperformed and on which data, where the sentence says so."""
    names = data_names(text)
    listed = joined_names(text, names, text.index(names[0])) if names else None
    return Result(dataset=listed, baseline=baseline(text))
