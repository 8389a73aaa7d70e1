"""What restricts a figure, wherever in its clause that stands: what it was reached with, without, at or on.

"84.4% accuracy with only 27M parameters", "a gain of 6% at low frame rates", "1.3x faster without losing accuracy".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from survey.models.extractive.measures import NUMBER
from survey.models.extractive.names import data_names
from survey.models.extractive.qualified import spans, with_setting
from survey.models.extractive.reported import RATES, Result
from survey.words import small

_STOPS = (
    r"(?!(?:and|or|but|while|compared|than|over|by|with|without|using|via|through|from|as|to|on|in|at|under|for|when|"
    r"which|that|is|are|was|were|respectively|against|relative|despite|after|before|across)\b)"
)
_WORDS = rf"(?: {_STOPS}[\w/@%-]+)"
_ABOUT = r"(?:only |just |merely |as few as |as little as |less than |fewer than |up to |about |over |around |~)?"
_COUNTED = (
    r"(?:parameters?|params|compression|sparsity|labels?|data|samples?|frames?|tokens?|steps?|epochs?|views?|shots?|"
    r"images?|examples?|annotations?|exemplars?|layers|bits?|memory|overhead|FLOPs|queries|calls|demonstrations?|"
    r"(?:compression|pruning|masking|missing|noise|sampling|penetration|sparsity)(?: rates?| ratios?| levels?)|input)"
)
_HARDWARE = (
    r"(?:(?:NVIDIA |Nvidia |Intel |AMD |Apple |low-cost |consumer |commodity |mobile |edge |embedded |single |"
    r"multi-?core |desktop )*(?:[CGTN]PUs?|FPGAs?|RTX \d+\w*(?: GPUs?)?|[AVHT]\d00(?: GPUs?)?|"
    r"Jetson [A-Z][\w-]*(?: [A-Z][\w-]*)?|Raspberry Pi(?: \d\w*)?|smartphones?|devices?))"
)
_ON_HARDWARE = rf"on (?:an? |the )?(?:cluster of )?(?:\d+ )?{_HARDWARE}(?![\w-])"
_HARD = (  # of which of all that was tried
    r"(?:hard|hardest|difficult|complex|easy|easiest|seen|unseen|novel|rare|tail|long-tail(?:ed)?|low-resource|"
    r"high-resource|out-of-distribution|out-of-domain|in-distribution|in-domain|held-out|noisy|occluded|minority|"
    r"reasoning|long-context|long-horizon|[a-z]+-(?:intensive|heavy|constrained|imbalanced))"
)
_PLACES = (
    # with so much, or so little
    rf"with (?:an? )?{_ABOUT}(?:an? )?[~]?{NUMBER}\s?[kKMBG]?\s?\\?%?(?: (?:fewer|less|more|of(?: the)?))?"
    rf"(?: {_STOPS}[a-z][\w-]*){{0,2}}? {_COUNTED}\b",
    # without what it costs otherwise
    r"without (?:any )?(?:degrad|sacrific|compromis|los|hurt|affect|harm|chang|requir|us|access|retrain|re-train|"
    rf"fine-?tun|modify|relying on |need)(?:ing)?\b{_WORDS}{{0,4}}",
    r"without (?:any )?[a-z][\w-]+(?= ?$)",
    rf"without (?:any )?(?!(?:the|its|their|our)\b|(?:[\w-]+ ){{0,2}}(?:degradation|loss|drop|decline|decrease)\b)"
    rf"{_STOPS}[\w-]+{_WORDS}{{0,2}}(?=[,;:)]|\.(?!\d)|$| while\b| and\b)",
    rf"without (?:any )?(?:additional |extra |further |external |task-specific |human |manual ){_WORDS}{{1,2}}",
    rf"when (?!compar|our\b)[a-z]+(?:ing|ed){_WORDS}"
    rf"(?: (?:on|from|with|to|in|by) (?:an? |the )?(?!our\b){_STOPS}[\w-]+{_WORDS}{{0,3}})?"
    r"(?=[,;:)]|\.(?!\d)| ?$| and\b| while\b)",
    rf"(?:after|within) (?:only |just )?(?:{NUMBER}[kK]?|one|two|three|four|five|ten|a few|a single) "
    rf"(?:{_STOPS}[a-z-]+ )?(?:rounds?|epochs?|steps?|iterations?|hours?|minutes?|seconds?|days?)\b",
    rf"at (?:an? |the )?(?:low|high|similar|comparable|equal|fixed|lower|higher|extreme)(?:ly)?\b"
    rf"(?! (?:{_STOPS}[\w-]+ ){{0,2}}(?:costs?|prices?|expense|overhead|complexity|speeds?|quality)\b){_WORDS}{{1,3}}",
    rf"under (?:an? |the )?{_STOPS}[\w-]+(?: {_STOPS}[\w-]+){{0,2}}? "
    r"(?:settings?|scenarios?|supervision|regimes?|budgets?|constraints?|protocols?|conditions?|noise|lighting|"
    r"quanti[sz]ation|sparsity|compression|attacks?|shifts?|perturbations?|occlusions?|corruptions?|distraction)\b",
    rf"(?:on|for|in|across) (?:the |both )?(?:most |more )?{_HARD} {_STOPS}[a-z][\w-]*{_WORDS}{{0,2}}"
    r"(?=[,;:)]|\.(?!\d)|$| (?:and|with|by|while|to|from|at|is|are|over|than|using|compared|in|on|for)\b)",
    rf"in (?:the )?(?:worst|best)-case(?: scenarios?)?\b|in (?:an? |the )?(?:{_STOPS}[\w-]+ ){{0,2}}"
    r"(?:reviews|validation|human evaluations?|user stud(?:y|ies)|field trials?)\b",
    _ON_HARDWARE,
    r"on (?:the )?(?:official |hidden )?(?:private|public|hidden|official|blind) (?:test )?"
    r"(?:leaderboard|test set|set|split)\b",
)
_PLACE = re.compile(rf"(?<![\w-])(?P<what>{'|'.join(_PLACES)})", re.IGNORECASE)
# Hardware holds for a comparison behind it too: "faster than A when run on CPUs"
_LATER = re.compile(rf"(?:[^,;:().]|\.\d|,\d{{3}})*(?<![\w-])(?P<what>{_ON_HARDWARE})")
# A clause of its own, or another's figure, ends what a restriction may hold for
_ENDS = re.compile(
    r"[;:()]|,(?!\d{3})|\.(?!\d)| (?:while|whereas|but)\b|"
    r"(?<= )and (?=(?:an? |the |by |up to )?(?:[a-z]+ing\b|[~+]?\d))|"
    r" and [a-z]+(?:s|ed|ing)\b(?! \w+s\b)|"
    r"\b(?:compared|than|versus|surpassing|outperforming|relative to)\b"
)
_ITS_SPLIT = re.compile(r"\s?\\?%? \((?P<what>validation|test|val|dev|train|training|testing)(?: set| split)?\)")
# "releases 47% of scores with 100% agreement": that holds for those alone
_OF_SO_MANY = re.compile(rf"(?P<what>{NUMBER}\s?\\?% of (?:the )?[a-z][\w-]*(?: [a-z][\w-]*)?) with (?:an? )?$")
# Right behind a figure: "gains of 3% with RLVR", "0.9 correlation with BERTScore", "80% using five labels"
_AHEAD = (
    r"\s?(?:\\?%|[xX×]|percent|points?)?(?: (?:(?:higher|lower|larger|absolute|relative) )?MEASURE)? (?P<what>WAY)"
    r"(?=[,;:)]|\.(?!\d)|$| (?:and|on|in|for|as|while|over|compared)\b)"
)
_NAMED = (
    r"(?:with|using) (?:an? |the )?"
    r"(?:[A-Z][\w-]*[A-Z\d][\w.-]*\w(?: [A-Z\d][\w.-]*\w)?|[A-Z]\w+ \d[\w.]*\w(?: \d+B)?)"
    r"(?: (?:models?|backbone|encoder|features|classifier|router|architecture|embeddings|decoder|head|judge|scores?))?"
)
_USING = (
    r"using (?!(?:our|various|different|several|multiple|both|all|this|these|its?|the (?:proposed|same|new))\b)"
    r"(?:an? |the |only |just )*"
    rf"{_STOPS}[a-z\d][\w-]*{_WORDS}{{0,3}}"
)
# "On ImageNet with patch attacks, it reaches"
_OPENING = re.compile(
    r"^(?:[A-Z][a-z]+ly, )?(?:On|In|For) [^,;()]{2,40}? (?P<what>(?:with|under|without|using) [^,;()]{3,60}),"
)
_LEADERBOARD = re.compile(
    r"\bon (?:the )?(?:official )?(?:private|public|hidden|official|final) (?:test )?leaderboard\b"
)
_FOR_ALL = re.compile(
    rf"(?<![\w-])(?P<what>{'|'.join(one for one in _PLACES if _HARD in one or one.startswith(('with ', 'under ')))})",
    re.IGNORECASE,
)
# "improves it on the hardest problems, delivering": what holds for the clause holds for what hangs on it
_HANGS = re.compile(
    r"(?:^|[;:,] |\bthat )(?P<main>(?:[^;:,()]|,(?=\d{3}))*), (?:thus |thereby |[a-z]+ly )?(?:achiev|reach|deliver|"
    r"yield|obtain|attain|gain|improv|boost|reduc|cut|outperform|surpass|lead|result|rais|provid|show)t?ing "
    r"[^,;()]*$"
)
_BEATS = re.compile(
    r"[^,;]*,? (?:and )?(?:outperform|surpass|exceed|beat)(?:ing|s|ed)? [^,;]{2,60} by (?:up to |about |over )?[+~]?"
)
_OPENED = re.compile(
    r"^.*(?:[;:,()]|\.(?!\d)|\d|\band (?:an? |the |[a-z]+(?:s|ed|ing)\b))", re.DOTALL
)  # all that isn't right ahead of a figure in its clause
_LONGEST = 9  # words


def restricted(results: Sequence[Result], text: str) -> list[Result]:
    """The results, each with what restricts it."""
    names = data_names(text)
    told: list[Result] = []
    places = spans(results, text)
    for i, (one, (start, end)) in enumerate(zip(results, places, strict=True)):
        stop = places[i + 1][0] if i + 1 < len(places) and places[i + 1][0] > end else len(text)
        own = _HANGS.search(text, places[i - 1][1] if i else 0, start)
        hung = own["main"] if own else ""
        told.append(_restricted(one, text[:start], text[end:stop], names, hung) if one.measure and start < end else one)
    return _shared(told, places, text)


def _shared(told: list[Result], places: Sequence[tuple[int, int]], text: str) -> list[Result]:
    """The results, a gain with what restricts the value it is a gain of: "45% mAP under noise, beating X by 4%"."""
    for i, (one, before) in enumerate(zip(told[1:], told, strict=False), 1):
        measure, _, bracket = (before.measure or "").partition(" (")
        if one.measure == measure and _BEATS.fullmatch(text[places[i - 1][1] : places[i][0]]):
            one = replace(one, dataset=one.dataset or before.dataset)
            told[i] = with_setting(one, bracket[:-1]) if bracket else one
    return told


def _restricted(one: Result, before: str, behind: str, names: Sequence[str], hung: str) -> Result:
    """``one`` with what restricts it in its clause, or in the one that it is ``hung`` on."""
    if one.unit in RATES:
        return one
    if split := _ITS_SPLIT.match(behind):
        return with_setting(one, split["what"])
    if some := _OF_SO_MANY.search(before):
        one = with_setting(one, some["what"])
    plain = re.escape((one.measure or "").partition(" (")[0])
    ways = (_AHEAD.replace("MEASURE", plain).replace("WAY", way) for way in (_NAMED, _USING))
    found = [*(re.match(way, behind) for way in ways), _OPENING.match(before), _LATER.match(behind)]
    end = _ENDS.search(behind)
    found += [*_PLACE.finditer(_OPENED.sub("", before)), *_PLACE.finditer(behind[: end.start()] if end else behind)]
    told = [match["what"] for match in found if match] + [match[0] for match in _LEADERBOARD.finditer(before)]
    told += [match["what"] for match in _FOR_ALL.finditer(hung)] if "(" not in (one.measure or "") else []
    for what in told:
        if _fits(one, what, names):
            one = with_setting(one, small(what))
    return one


def _fits(one: Result, what: str, names: Sequence[str]) -> bool:
    """Whether a restriction is told nowhere yet, is no other result, and is short enough for a cell."""
    others = (*names, one.dataset or "\0", one.baseline or "\0")
    if len(what.split()) > _LONGEST or any(name in what for name in others):
        return False
    said = {*re.findall(r"[a-z]{4,}", (one.measure or "").casefold())}
    wanted = {*re.findall(r"[a-z]{4,}", what.partition(" ")[2].casefold())}
    return not said & wanted
