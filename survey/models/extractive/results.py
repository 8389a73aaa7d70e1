"""Reported results: the figures of a sentence with their measure, unit, data set and what they are compared with."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from survey.models.extractive.names import NOT_DATA, baseline, data_names, joined_names

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNIT = r"\\?%|percent(?:age)? points?|points?|pp\b|percent|per cent|dB|FPS|fps|ms|-?times|-?fold|[xX×]"
_TO = r"\s?(?:--?|–)\s?|(?:\\?%)? to "
_FIGURE = re.compile(
    rf"(?<![\w.,^@:<=|-])(?P<sign>[+±~]?)"
    rf"(?P<value>(?<!from ){_NUMBER}(?:{_TO}){_NUMBER}(?=\s?(?:{_UNIT}))|{_NUMBER})"
    rf"(?:\s?(?P<unit>{_UNIT})(?![A-Za-z|])|(?!-[A-Za-z]))(?![\w@^|]|\.\d|,\d)"
)
_QUALIFIER = (
    r"(?:[Tt]op|[Rr]ank)[- ]?\d+|mean|average|overall|validation|test|box|mask|boundary|per-class|zero-shot|few-shot|"
    r"linear|balanced|"
    r"macro|micro|weighted|classification|detection|segmentation|recognition|prediction|retrieval|training|inference|"
    r"image|pixel|frame|"
    r"instance|finetuning|fine-tuning|peak|pre-training|learnable|activation|exact|probing|word|model|storage|"
    r"computational"
)
_NAMED = (
    r"(?:mean )?intersection[- ]over[- ]union|average precision|squared error|absolute error|area under the (?:ROC "
    r")?curve|[Aa]ccurac(?:y|ies)|"
    r"[Pp]recision|[Rr]ecall(?:@\d+)?|F1(?:[- ]?[Ss]cores?)?|F-?(?:score|measure)s?|Dice(?: scores?| coefficients?| "
    r"similarity)?|m?IoU|"
    r"m?AP(?:r|50|75)?(?:@[\d.]+)?|m?AR|mA|PQ|NDS|(?:ROC-)?AUC(?:[- ]?ROC)?|AUROC|AUPRC|FID|IS|KID|PSNR|SSIM|LPIPS|"
    r"BLEU(?:-\d)?|"
    r"ROUGE(?:-\w+)?|METEOR|CIDEr|perplexity|PPL|RMSE|MAE|MSE|R2|R\^2|MCC|EER|WER|CER|Kappa|(?:PA-)?MPJPE|"
    r"NDCG(?:@\d+)?|MRR|Hits?@\d+|"
    r"false positives? rates?|bits per dim(?:ension)?|error(?: rate)?s?|[Ss]ensitivity|[Ss]pecificity|(?:hazard|"
    r"odds|risk|rate) ratios?|relative risk|"
    r"(?:mean|risk) difference|[Pp]revalence|incidence|mortality(?: rate)?|a?HR|a?OR|RR|IRR|W?MD|SMD|S?MAPE|"
    r"sMAPE|MASE|NRMSE|NLL|PESQ|STOI|HOTA|MOTA|IDF1|EPE|AbsRel|PCK|BERTScore|"
    r"pass@\d+|exact match|win rates?|success rates?|correlation(?: "
    r"coefficients?)?"
)
_SPENT = (
    r"(?:training|inference|run)[- ]time (?:memory|costs?)|FLOPs?(?: reduction)?|MACs|parameters?|latency|"
    r"throughput|speed-?ups?|memory(?: usage| reduction)?|bitrate|"
    r"calibration error|"
    r"reconstruction loss|costs?|epochs|(?:training|inference|computation|running|run)[- ]time|speed|performance|"
    r"batch size"
)
_MEASURE = rf"(?:(?:{_QUALIFIER})\s+)*(?:{_NAMED}|{_SPENT})(?:\s+(?:scores?|loss|saving))?(?![\w])"
_TURN = (
    r"higher|lower|better|fewer|less|more|larger|smaller|faster|improvements?|gains?|reductions?|boosts?|increases?|"
    r"decreases?|"
    r"enhancements?|drops?|savings?|speed-?ups?|greater|lesser|slower|cheaper|smaller|decline|rise|relative|absolute|"
    r"performance"
)
_MORE_FIGURES = rf"(?:\s*\([^()]*\))?(?:\s*(?:,|and|,\s*and|/|to|--|-)\s*[+~]?{_NUMBER}(?:\\?%)?(?:\s*\([^()]*\))?)*"
_AFTER = re.compile(
    rf"^{_MORE_FIGURES}[\s-]*(?:or more |or less |validation )?(?:\(?(?:{_TURN})\)?\s+)*(?:in|of|on|for)?\s*(?:the |"
    rf"its |terms of )*(?P<measure>{_MEASURE})"
)
_AFTER_LONGER = re.compile(
    r"^\s*(?P<measure>(?:(?!of|in|on|with|for|and|to|the|by|at|over|from|as|than)[a-z][\w-]* ){1,3}"
    r"(?:accurac(?:y|ies)|F1 scores?|recall|precision|rates?))\b"
)
# "an SMAPE of 1.4", "a detection score of 0.81": a name in capitals, or a noun that can only be a measure
_MEASURE_OF = re.compile(
    r"\b(?:an?|the|its?|with|average|mean) (?P<measure>(?:[\w@-]+ ){0,2}?(?:[A-Z][\w@-]*[A-Z@][\w@-]*|"
    r"(?:[\w-]*(?:accuracy|score)|[\w-]+ (?:rate|error|ratio|coefficient|index)))) of "
    r"(?:up to |about |around |over |only |approximately |nearly )?$"
)
_AFTER_TURN = re.compile(
    rf"^{_MORE_FIGURES}\s*(?:{_TURN})\b(?:\s+(?:in|of|for)\b)?(?P<what>(?:\s+(?!(?:than|on|over|compared|with|at|for|"
    rf"while|and|when|across|"
    r"relative|in|of|to|by|from|as|versus|the|using|have|has|had|were|was|is|are)\b)[a-z][\w-]*){0,3})"
)
_BEFORE = re.compile(
    rf"(?P<measure>{_MEASURE})\s*(?:\([^()]*\)\s*)?(?:score\s+)?"
    r"(?:(?:is |was |are |were |has |have )?(?:increas|improv|rising|rose|rais|drop|fall|fell|decreas|reduc|"
    r"boost)\w*\s+)?"
    rf"(?:[(:=]\s*|(?:is|are|was|were|of|by|to|at|as|from|up|about|"
    rf"over|around|approximately|high|"
    rf"reaching|than|reached|more|nearly|almost|roughly|only|an?|average|avg\.|margin)\s+|"
    rf"(?:for|of|in) [\w -]{{3,40}} (?:was|were) |for [\w -]{{3,40}} of |on "
    rf"[\w-]+ (?:by|of|to) |"
    rf"{_NUMBER}%?\s+to\s+)*$"
)
_ANY_MEASURE = re.compile(rf"\b(?P<measure>{_MEASURE})")
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
_LISTED_MEASURES = re.compile(
    rf"(?P<list>{_MEASURE}(?:, (?:and )?{_MEASURE})*,? and {_MEASURE})\s+(?:\w+ )?(?:of|were|was|are|is|reached|"
    rf"at)\s+(?=\d)"
)
_EQUALS = re.compile(rf"(?<=[A-Za-z\d])(?<!\b[npPNr])=(?={_NUMBER})")  # "F1=0.46", but not "n=53" and "p=0.01"
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


def _measure(before: str, after: str) -> tuple[str | None, bool]:
    """The measure of the figure between the two, and whether it is certain that the figure is a result."""
    match = _AFTER.match(after) or _AFTER_LONGER.match(after)
    if match:
        return match["measure"], True
    turned = _AFTER_TURN.match(after)
    match = _BEFORE.search(before[-120:]) or _MEASURE_OF.search(before[-120:])
    if match:
        return match["measure"], True
    if turned is None:
        return None, False
    what = turned["what"].strip()
    return (what if what and not re.search(r"(?:efficient|accurate|effective|robust)$", what) else None), True


def _is_result(
    before: str, after: str, unit: str | None, value: str, sign: str, measure: str | None, certain: bool
) -> bool:
    if _NOT_A_RESULT.match(after):
        return False
    if unit is None and _SIZE_BEFORE.search(before):
        return False
    if unit is None:
        return certain and measure is not None and ("." in value or sign == "+" or not _NEEDS_FIGURE.fullmatch(measure))
    if certain or sign == "+":
        return True
    if unit.lstrip("\\") == "%" and _FOUND.search(before) and re.match(r" of\b", after):
        return True
    return bool(_GAIN_BEFORE.search(before)) and bool(
        _BY_BEFORE.search(before) or re.match(r"\s*(?:on|in|for)\b", after)
    )


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
    match = _LISTED_MEASURES.search(text)
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
        rf"\\?%?(?: [A-Za-z][A-Za-z -]{{0,40}})?\s*to\s+{_NUMBER}", after
    ):
        return True
    if _OF_THE_TEST.search(before):
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
    matches = [m for m in _FIGURE.finditer(text) if not any(a <= m.start("value") < b for a, b in named)]
    found: list[Result] = []
    end = 0
    for i, match in enumerate(matches):
        before, after, unit = text[: match.start()], text[match.end() :], match["unit"] and match["unit"].lstrip("\\")
        origin = re.search(
            rf"\bfrom (?:an? \S+ of )?(?P<value>{_NUMBER}\\?%?)(?: [A-Za-z][A-Za-z -]{{0,40}})? to $", before
        )
        if _of_others(before, after):
            continue
        measure, certain = _measure(before, after)
        changed = False
        if re.search(r"\brang\w+ (?:\w+ )?(?:from|between) [^;,]*$", before):
            continue
        if origin and not certain and _CHANGE.search(before):
            earlier = [m["measure"] for m in _ANY_MEASURE.finditer(before)]
            measure, certain, changed = (earlier[-1] if earlier else None), True, True
        goes_on = _continues(found, text[end : match.start()], unit, after)
        if (
            not goes_on
            and not changed
            and not _is_result(before, after, unit, match["value"], match["sign"], measure, certain)
        ):
            continue
        if measure is None and found and re.fullmatch(r"(?:,? and|,) ", text[end : match.start()]):
            measure = found[-1].measure
        dataset = _dataset(text, names, match.span(), _group_end(text, matches, i), against or "")
        value = match["value"] if match["sign"] != "+" else f"+{match['value']}"
        found.append(Result(measure, value, unit, dataset, against or (origin["value"] if origin else None)))
        end = match.end()
    return tuple(_in_turn(_measures_in_turn(found, text), text, names))


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
