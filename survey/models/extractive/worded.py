"""The measure of a figure in constructions in which it isn't one of the known names right beside its figure.

"Reduces Chamfer Distance by 50.7%", "fact-consistency scores above 87%", "a 14.1x end-to-end inference acceleration",
"improves the accuracy under noise, with a maximum gain of 14.8%".
"""

import re
from collections.abc import Callable

from survey.models.extractive.measures import MEASURE, NUMBER, is_cost, is_multiple, measure_of
from survey.models.extractive.shares import kept_share

_ABOUT = (
    r"(?:up to |about |around |over |nearly |approximately |roughly |more than |at least |at most |only |just |"
    r"as much as |"
    r"an? (?:average|additional|factor|total) of |an average |on average |[~>≈])*[+~]?$"
)
_HEAD = (
    r"(?:(?:[\w@/]+-)*(?:scores?|rates?|recalls?|precisions?|accurac(?:y|ies)|ratios?|coefficients?|similarit(?:y|ies)|"
    r"agreement|correlations?|R-squared|index|errors?|success|coverage|consistency|efficiency|elongation|fidelity|"
    r"latency|throughput|utili[sz]ation|quality|bias|adherence|alignment|diversity|robustness|reliability|"
    r"preservation|retention|compliance|usage|consumption|resilience|acceptability|stability|"
    r"generali[sz]ability|[a-z]{4,}ness|"
    r"(?:detection|inference|processing|execution|response|training|computation|running|planning|generation) time))"
)
_NOT_OF_IT = (
    r"(?!(?:of|in|on|for|with|and|or|by|to|from|as|at|than|over|while|when|that|which|is|are|was|were|its?|their|our|"
    r"(?:achiev|reach|attain|obtain|yield|maintain|show|report|deliver|produc|exhibit|improv|demonstrat|provid)\w*|"
    r"required|needed|both|all|each|these|those|this|an?|the|up|not|only|but|across|during|after|before|through|"
    r"via|under|using)\b)"
)
_WORD = rf"{_NOT_OF_IT}(?:[A-Za-z]|\d+-[a-z])[\w'’@/-]*(?:\.\d\w*)?"
_ENDS = (
    r"(?: \([^()]*\))?(?: scores?)?(?=[,;:)]|\.(?!\d)|$| (?:on|in|for|with|and|over|than|compared|across|"
    r"while|when|at|to|by|relative|versus|"
    r"between|among|from|using|against|without|under|during|despite|as)\b)"
)
# "fact-consistency scores above 87%", "an AUC near 0.96"
_STANDS_AHEAD = re.compile(
    r"(?:^|[ ,(])(?:an?|the|its|with|and|average|mean|high|higher|overall|"
    r"(?:achiev|reach|attain|obtain|yield|maintain|show|report|deliver|produc|has|had|have|exhibit)(?:e?s|e?d|ing|e)?) "
    rf"(?P<measure>(?:{_WORD} ){{0,2}}?(?:{_HEAD}|{MEASURE})) "
    r"(?:of|above|exceeding|beyond|near|over|around|below|under|reaching) " + _ABOUT
)
_VERB_OF_A_CUT = r"(?:reduc|lower|decreas|cut|shorten|shrink|diminish|slash)(?:e?s|e?d|t?ing|e)?"
_THING = rf"{_WORD}(?: (?:of (?:the )?)?{_WORD}){{0,5}}"
# Nobody reduces a rival: "reduces Gemma's bias by 37-57%", "cuts tokens, calls, and runtime by 75%"
_CUT = re.compile(
    rf"\b{_VERB_OF_A_CUT} (?:the |its |their |overall )*(?P<measure>{_THING}(?:(?:, {_THING}){{1,3}},? and {_THING}|"
    rf" and {_THING})?)(?:~?\([^()]*\))?(?: (?:during|in|on|for|across|at|over) [^,;()]{{2,50}}?)? by " + _ABOUT
)
_PRAISED = re.compile(r"^(?:(?:high|higher|low|lower|overall|best|strong|improved|superior|better|the|its|all) )+")
_IN_SECONDS = re.compile(r" (?:s|ms|seconds?|minutes?|hours?)\b")
_RIVALS = re.compile(r"^need for|\b(?:need|models?|methods?|baselines?|approach\w*|state-of-the-art|it|them)$")
_GAIN_OF = re.compile(
    r"\b(?:improvement|gain|increase|reduction|decrease|drop|boost|enhancement)s? (?:of|by|up to|exceeding|reaching) "
    + _ABOUT
    + r"|\b(?:improv|outperform|surpass|boost|exceed|beat)(?:e?s|e?d|ing|e)? [^,;()]{2,60}? by "
    + _ABOUT
)
_MIXED = r"[a-z]+[A-Z]\w*|[A-Z][\w-]*-(?:[Mm]easure|[Ss]core|[Ii]ndex)|[A-Z]{2,}-?\w* (?:score|rate|accuracy)"
_NAMED = rf"(?:(?:{_WORD} )?(?:{_MIXED})|(?:Mean|Average|Boundary) [A-Z]\w+|(?:{_WORD} ){{0,2}}?{_HEAD})"
_IN_IT = re.compile(rf" (?:in|on) (?:the |its |terms of )*(?P<measure>{_NAMED}){_ENDS}")
_GAIN_IN_IT = re.compile(
    r" (?:absolute |relative |average )?"
    rf"(?:improvement|gain|increase|reduction|decrease|drop|boost)s? (?:in|on) (?:the )?(?P<measure>{_NAMED}"
    rf"(?: performance)?|(?:{_WORD} ){{1,3}}performance){_ENDS}"
)
_DATA_LIKE = re.compile(r"Net\b|Bench|QA\b|Eval|\d[kK]\b")
_TIMES = re.compile(
    rf"[ -](?P<measure>(?:{_WORD} ){{0,3}}?(?:acceleration|speed-?ups?|(?:(?!performance)[a-z-]+ )(?:gains?|"
    rf"improvements?|boosts?|reductions?|"
    rf"savings)|compression)){_ENDS}"
)
_AT = re.compile(r"\bat (?:an? |the )?$")
_ONLY_PRAISE = re.compile(
    r"(?:significant|substantial|notable|large|average|further|overall|relative|additional|consistent|absolute|"
    r"considerable|dramatic|remarkable|impressive|maximum|performance) (?:gain|improvement|boost|saving|reduction)s?"
)
_COMPARED_TIMES = re.compile(r" (?:higher|lower|larger|smaller|greater) than\b")
_SUBJECT = re.compile(
    rf"(?<![\w-])(?P<measure>[A-Z]{{2,}}[A-Z\d]*s?|(?:{_WORD} )?{_HEAD}) (?:(?:that )?(?:is|are|was|were) )?" + _ABOUT
)
_REACHED = re.compile(
    r"\b(?:achiev|reach|attain|obtain|yield|show|record|maintain|deliver|demonstrat)(?:e?s|e?d|ing|e)? "
    r"(?:(?:an?|the|high|average|overall|[a-z]+ly) )*" + _ABOUT
)
_BEHIND = re.compile(rf" (?P<measure>(?:{_WORD} ){{0,2}}?{_HEAD}){_ENDS}")
# "improves the accuracy under all settings, with a maximum gain of 14.8%"
_WITH_A_GAIN = re.compile(
    rf"\b(?:improv|boost|enhanc|increas|rais)\w* (?:the |its )?(?P<measure>(?:{_WORD} ){{0,2}}?(?:{MEASURE}|{_HEAD}))\b"
    r"[^;:.]{0,90}, with (?:an? )?(?:[a-z]+ ){0,2}(?:gain|improvement|increase|boost)s? (?:of |up to |reaching )?"
    + _ABOUT
)
# "a 98% reduction in the standard deviation", "16% higher Model FLOPs Utilization"
_CUT_OF_IT = re.compile(rf" (?:reduction|decrease)s? (?:in|of) (?:the |its )?(?P<measure>{_THING}){_ENDS}")
_MORE_OF_IT = re.compile(
    rf" (?:higher|better|greater) (?P<measure>(?:[A-Z][\w-]* ){{1,3}}(?:Utili[sz]ation|Accuracy|Score|Rate|"
    rf"Quality|Efficiency|"
    rf"Success|Precision|Recall|Index|Similarity|Coverage)){_ENDS}"
)
_NO_THING = re.compile(
    r"(?:settings?|tasks?|scenarios?|cases?|domains?|data ?sets?|benchmarks?|languages?|experiments?|"
    r"environments?|conditions?|"
    r"practice|general|total|average|training|inference|simulations?|evaluations?)$"
)
_NOUN_OF_A_TURN = r"(?:improvement|gain|increase|reduction|decrease|drop|boost|saving|enhancement)s?"
# "a reduction in sequence length by 39%", "improvements in robustness of explanations (up to 62.5%)"
_TURN_IN_IT = re.compile(
    rf"\b{_NOUN_OF_A_TURN} in (?:the )?(?P<measure>{_THING})(?: (?:on|for|across) [^,;()]{{2,50}}?)?(?: by | \()"
    + _ABOUT
)
# "20-75% parameter reduction"
_NOUN_END = rf"(?: {_NOUN_OF_A_TURN})?{_ENDS}"
_TURN_BEHIND = re.compile(
    rf" (?P<measure>(?:(?:{_WORD} ){{0,2}}?{_WORD})(?: (?:reduction|saving)s?|(?= {_NOUN_OF_A_TURN}))){_NOUN_END}"
)
_HOW_MUCH = re.compile(
    r"(?:significant|substantial|notable|large|average|further|overall|relative|additional|consistent|"
    r"absolute|total|mean|"
    r"considerable|dramatic|remarkable|impressive|maximum|performance|percent|percentage|points?|accurate|efficient|"
    r"faster|better|higher|lower|fewer|less|more)(?: .*|$)"
)
# "improves the highest accuracy achieved by agents by 71%", "its accuracy at that stage reaches 90%"
_RAISED = re.compile(
    rf"\b(?:improv|boost|enhanc|increas|rais)(?:es?|ed|ing) (?:the )?(?P<measure>(?:{_WORD} "
    rf"){{0,3}}?(?:{MEASURE}|{_HEAD}))"
    r"(?: [^,;()\d]{2,60}?)? by " + _ABOUT
)
_REACHES = re.compile(
    rf"(?:^|[ ,])(?:[Tt]he|[Ii]ts|an|[Oo]ur|[Aa]verage|[Mm]ean|and|that) (?P<measure>(?:{_WORD} "
    rf"){{0,2}}?{MEASURE}) (?:(?:of|on|for|at|in) [^,;()\d]{{2,40}} )?"
    r"(?:reache[sd]|exceed(?:s|ed)|is|was|remain(?:s|ed)|"
    r"(?:[a-z]+ly )?(?:improve[sd]|increase[sd]|rises|rose|grows|grew|drops|dropped|falls|fell|decrease[sd]) by) "
    r"(?:as high as )?" + _ABOUT
)
# "accuracy across all variables (93.5-99.8%)"
_IN_A_BRACKET = re.compile(
    rf"(?<![\w-])(?P<measure>{MEASURE}|{_HEAD}) (?:across|on|for|in|over) (?:[A-Za-z][\w-]* ?){{1,6}}\(" + _ABOUT
)
# "scores of 0.85 (BLEU), 0.88 (CIDEr)": each of a list has its own measure or its own subject
_LISTED = re.compile(rf"(?: \([^()]*\))?(?:,? and|,) (?:an? |by )?[+~]?{NUMBER}(?! ?(?:[kKMB]\b|-))")
_USED = re.compile(r"\b(?:uses|requires|needs|consumes) " + _ABOUT)
_USED_OF = re.compile(
    r" of (?:the )?(?P<measure>(?:[\w-]+ ){0,2}?(?:parameters?|params|FLOPs|MACs|memory|compute|computations?|"
    r"(?:training|inference|GPU) (?:time|hours)|costs?|latency|energy|tokens))(?= (?:compared (?:to|with)|relative to|"
    r"required by|used by|needed by)\b)"
)


def stated_measure(before: str, after: str, unit: str | None, value: str) -> tuple[str | None, bool]:
    """The measure of the figure between the two, and whether it is certain that the figure is a result."""
    if before[-1:].isdigit():
        return None, False  # "1.6~9.8x", of which only the end was read
    if share := kept_share(before, after, unit):
        return share, True
    own, certain = measure_of(before, after, unit, value)
    whole = _times(before[-160:], after[:120]) if own and is_multiple(unit) else None
    if own and whole and whole.startswith(own) and " " in whole.removeprefix(own).strip():
        return whole, True  # "a 1.8x memory efficiency gain" isn't one of memory
    if own and unit and (whole := _gained(before[-160:], after[:120])) and whole.startswith(f"{own} "):
        return whole, True  # "adaptive F-measure"
    said = None if own or _LISTED.match(after) else worded(before[-160:], after[:120], unit, value)
    return (said, True) if said else (own, certain)


def worded(before: str, after: str, unit: str | None, value: str) -> str | None:
    """What the words around a figure say that it is of, if they do."""
    ways = _MULTIPLE if is_multiple(unit) else _SHARE if unit and unit != "dB" else _BARE
    if unit is None and "." not in value:
        return None
    found = (way(before, after) for way in ways)
    said = next((one for one in found if one and not _RIVALS.search(one)), None)
    return _PRAISED.sub("", said) or None if said else None


def _cut(before: str, _after: str) -> str | None:
    match = _CUT.search(before)
    return match["measure"] if match else None


def _gained(before: str, after: str) -> str | None:
    match = _GAIN_IN_IT.match(after) or (_IN_IT.match(after) if _GAIN_OF.search(before) else None)
    match = match or _CUT_OF_IT.match(after) or _MORE_OF_IT.match(after)
    what = match["measure"] if match else ""
    return what if what and not (_DATA_LIKE.search(what) or _NO_THING.search(what)) else None


def _ahead(before: str, _after: str) -> str | None:
    ways = (_STANDS_AHEAD, _IN_A_BRACKET, _WITH_A_GAIN, _TURN_IN_IT, _RAISED, _REACHES)
    match = next(filter(None, (way.search(before) for way in ways)), None)
    return match["measure"] if match else None


def _bare(before: str, after: str) -> str | None:
    match = _STANDS_AHEAD.search(before)
    spent = is_cost(match["measure"]) if match else False
    return match["measure"] if match and (not spent or _IN_SECONDS.match(after)) else None


def _behind(before: str, after: str) -> str | None:
    if (match := _BEHIND.match(after)) and _REACHED.search(before):
        return match["measure"]
    match = _TURN_BEHIND.match(after)
    return match["measure"] if match and not _HOW_MUCH.fullmatch(match["measure"]) else None


def _used(before: str, after: str) -> str | None:
    match = _USED_OF.match(after) if _USED.search(before) else None
    return match["measure"] if match else None


def _times(before: str, after: str) -> str | None:
    match = (None if _AT.search(before) else _TIMES.match(after)) or (
        _SUBJECT.search(before) if _COMPARED_TIMES.match(after) else None
    )
    return match["measure"] if match and not _ONLY_PRAISE.fullmatch(match["measure"]) else None


def is_used_less(before: str, after: str) -> bool:
    """Whether a figure is a share of what a rival spends: "uses only 6.1% of the parameters compared with A"."""
    return bool(_USED.search(before[-40:]) and _USED_OF.match(after))


_Way = Callable[[str, str], str | None]
_SHARE: tuple[_Way, ...] = (_cut, _gained, _ahead, _behind, _used)
_MULTIPLE: tuple[_Way, ...] = (_times, _cut)
_BARE: tuple[_Way, ...] = (_bare,)
