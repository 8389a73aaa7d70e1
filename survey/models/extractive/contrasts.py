"""Figures that are of others, or that no one should read as a result: they go.

What readers reach among themselves, what is said "while others drop by 89 %", a level at which something is measured,
what isn't significant; and a cost or a loss whose sentence tells a gain that wasn't read.
"""

import re
from collections.abc import Sequence

from survey.models.extractive.measures import ANY_MEASURE, NUMBER, is_cost, is_multiple
from survey.models.extractive.qualified import spans
from survey.models.extractive.reported import Result
from survey.turns import turn

_AMONG_READERS = re.compile(
    r"\b(?:inter|intra)[- ]?(?:reader|rater|observer|annotator|coder|expert)s?\b[^;,()]{0,50}$|"
    r"\b(?:human|expert|radiologist|clinician|annotator|reader)s?(?:'s|')? (?:performance|baseline|accuracy|"
    r"agreement)(?: (?:is|was|of|at|reached))* $",
    re.IGNORECASE,
)
# "while F1 drops by 89% after full finetuning, ours drops by 11%": not "while reducing costs by 40%, ..."
_WHILE_OTHERS = re.compile(
    r"(?:^|[:;.] |: )(?:[Ww]hile|[Ww]hereas|[Aa]lthough|[Tt]hough) (?!(?:[a-z]+ly )?[a-z]+ing\b|our\b|the proposed\b|"
    r"it\b|we\b)(?P<said>[^,;]*)$"
)
_THEN = re.compile(rf"[^,;]*, [^;]*?{NUMBER}")
_LEVEL = re.compile(
    r"(?:IoU|intersection over union|\b(?:FPR|FMR|FAR|false[- ](?:positive|match|accept\w*|alarm|discovery)s?"
    r"(?: rates?)?|confidence|significance)\b)",
    re.IGNORECASE,
)
_AT = re.compile(r"\bat (?:an? |the )?(?:fixed |target |low )?$")
_AT_A_LEVEL = re.compile(rf"\bat (?:an? |the )(?:[\w-]+ ){{0,2}}?{_LEVEL.pattern}(?: \([A-Z]+\))? of $", re.IGNORECASE)
_NO_TEST = re.compile(
    r"[^;.]{0,60}\b(?:not|without|no|non-?)[- ]?(?:reach\w* |being )?(?:statistical(?:ly)? )?significan", re.IGNORECASE
)
_OF_GRAMS = re.compile(r"\s?\(?\s?\d")  # "BLEU 1-4 (0.82, 0.79, ...)"
# "achieving errors from 0.001 to 0.06": a range, no change
_RANGES = re.compile(
    r"\b(?:achiev|attain|obtain|reach|report|rang|vary|exhibit|show|yield|with|hav|has|had)\w* "
    r"(?:(?!(?:improv|increas|rais|ris|rose|reduc|decreas|drop|boost|lift|grow|cut|lower|fell|fall|gain|jump)\w*)"
    rf"[A-Za-z()-]+ ){{0,7}}from {NUMBER}\s?(?:\\?%)? to $"
)
_SHARE_OF = re.compile(r"\s?\\?% of (?:the |all )?[a-z]")  # "wins 90% of human preferences"
_FACTOR = re.compile(r"\bfactors? of (?:about |around |up to |over )?$")
# "adds only 0.16% parameters": what it costs, where no gain stands beside it
_ADDS = re.compile(
    r"\b(?:add|introduc|incur|requir|increas)(?:s|es|ed|ing|ring)? (?:only |just |merely |about |around |less than |"
    r"under |a mere |an? (?:extra|additional) |~)*$"
)
_OVERHEAD = re.compile(
    r"\s?\\?% (?:more |extra |additional |of )?(?:the )?(?:[a-z-]+ )?(?:parameters?|params|FLOPs|MACs|overhead)\b"
)
# "contains 5.5 times more tokens than A": how large a data set is
_CONTAINS = re.compile(
    r"\b(?:contain|compris|includ|cover|span|offer|provid|featur|hold)(?:s|es|ed|ing) (?:over |about |around |nearly |"
    r"approximately |up to |more than |roughly )?$"
)
_MORE_THINGS = re.compile(
    r"\s?(?:[xX×]|times|-?fold|\\?%) (?:more|larger|as many) (?:[a-z-]+ )??(?:tokens|images|samples|examples|videos|"
    r"hours|documents|questions|annotations|instances|categories|classes|languages|data|pairs|tasks|scenes|clips|labels)\b"
)
_CONCEDES = re.compile(
    r"\b(?:only|merely|minor|slight|small|negligible|marginal|minimal|modest|less than|at the (?:cost|expense)|but|"
    r"while|albeit|though|without|with an?|just)\b"
)
_LOSS = re.compile(
    r"\b(?:performance|accuracy|quality|precision|score|AP|IoU|PSNR) (?:loss|drop|degradation|decline)|overhead"
)
_BAD = re.compile(
    r"error|perplexity|F[IA]D|WER|CER|RMSE|MAE|latency|time|cost|memory|overhead|attack|failure|false|loss"
)
_GOOD = re.compile(r"performance|quality|accuracy|score|success")
_PLUS = re.compile(r"\b(?:increas|rais|rise|rose|grow|higher|more|larger|greater|slower|longer)\w*\b", re.IGNORECASE)


def own_ones(results: Sequence[Result], text: str) -> list[Result]:
    """The results without the figures of others, levels, and costs whose gain isn't told."""
    placed = zip(results, spans(results, text), strict=True)
    kept = [one for one, (start, end) in placed if start == end or not _is_no_result(one, text[:start], text[end:])]
    kept = [one for one in kept if not _is_anothers_condition(one, kept)]
    return [] if kept and _CONCEDES.search(text) and all(_is_price(one, text) for one in kept) else kept


def _is_no_result(one: Result, before: str, behind: str) -> bool:
    if (one.baseline or "-")[0].isdigit() and _RANGES.search(before[-110:]):
        return True
    if _ADDS.search(before[-60:]) and _OVERHEAD.match(behind):
        return True
    if _CONTAINS.search(before[-50:]) and _MORE_THINGS.match(behind):
        return True
    if one.measure is None and one.unit == "%" and _SHARE_OF.match(behind):
        return True
    if _AMONG_READERS.search(before[-90:]) or _is_level(before, behind) or _NO_TEST.match(behind):
        return True
    if one.unit is None and (_FACTOR.search(before) or ("-" in (one.value or "") and _is_name(one, before, behind))):
        return True
    return bool(_WHILE_OTHERS.search(before) and _THEN.match(behind))


def _is_anothers_condition(one: Result, kept: Sequence[Result]) -> bool:
    """Whether a figure is told behind another's measure: the 50 of "+1.7% performance (with 50% fewer parameters)"."""
    measure, value = (one.measure or "").partition(" (")[0], (one.value or "").lstrip("+")
    if not measure or not value:
        return False
    said = re.compile(rf"\bwith (?:only )?{re.escape(value)}\s?\\?%? (?:\w+ )?{re.escape(measure)}(?![\w-])")
    return any(other is not one and said.search((other.measure or "").partition(" (")[2]) for other in kept)


def _is_level(before: str, behind: str) -> bool:
    """Whether a figure is a level at which something else is measured: "mAP at 50% IoU", "at a FMR of 1 percent"."""
    if _AT_A_LEVEL.search(before[-90:]):
        return True
    return bool(_AT.search(before[-20:]) and re.match(rf"\s?(?:\\?%|percent)? {_LEVEL.pattern}", behind, re.IGNORECASE))


def _is_name(one: Result, before: str, behind: str) -> bool:
    """Whether a range belongs to its measure's name: "BLEU 1--4 (0.82, ...)"."""
    measure = (one.measure or "\0").partition(" (")[0]
    return before.endswith(f"{measure} ") and behind.lstrip().startswith("(") and bool(_OF_GRAMS.match(behind))


def _is_price(one: Result, text: str) -> bool:
    """Whether a figure is what was paid: a measure that fell, or a cost that rose."""
    measure, value = (one.measure or "").partition(" (")[0], one.value or ""
    if not measure or is_multiple(one.unit):
        return False
    turned = "gain" if value.startswith("+") else turn(text, value)
    bad = bool(_BAD.search(measure) or is_cost(measure))
    if _LOSS.search(measure) and turned != "reduction":
        return True
    good = not bad and bool(ANY_MEASURE.search(measure) or _GOOD.search(measure))
    return (turned == "reduction" and good) or (turned == "gain" and bad and bool(_PLUS.search(text)))
