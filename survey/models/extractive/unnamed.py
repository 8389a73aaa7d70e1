"""Figures whose measure their sentence doesn't name, and that say enough without it: by how much who is outperformed.

"Outperforms multi-modal baselines by up to 15.5%", "achieves 38.3%, surpassing all previous methods"; or what improved:
"improvements on object detection are larger (up to +3.5%)".
"""

import re
from dataclasses import replace

from survey.models.extractive.measures import NUMBER, is_multiple
from survey.models.extractive.reported import POINTS, Result
from survey.models.extractive.rivals import baseline
from survey.tasks import names_task
from survey.turns import turn

_COUNTED = POINTS | {"dB"}
_REACHED = re.compile(
    r"\b(?:achiev|reach|attain|obtain|scor)(?:es|ed|ing|s) (?:an? |the )?(?:[a-z-]+ ){0,2}(?:of )?"
    r"(?:up to |about |around |over )?$"
)
_BEATING = re.compile(
    r"\s?\\?%?(?: accuracy)?,? (?:thus |thereby |and |while |[a-z]+ly )*"
    r"(?:surpass|outperform|exceed|beat)(?:ing|es|s|ed)\b"
)
# How much of something was used, taken or left: no gain, whatever it is compared with
_OF_SOMETHING = re.compile(r"\s?\\?%? (?:of|more|fewer|less|smaller|shorter|faster|slower|cheaper|larger|longer)\b")
_ONE_OF_SEVERAL = re.compile(rf"\s?(?:\\?%|points|dB)?(?:,|,? and|/) ?(?:by )?[+~]?{NUMBER}")
_SEVERAL_AHEAD = re.compile(rf"(?<![\w.]){NUMBER}\s?(?:\\?%|points|dB)?(?:,|,? and|/) ?(?:by )?[+~]?$")
_RELATIVE = re.compile(r"\s?\\?%? (?P<what>relative (?:improvement|gain|increase|boost)s?)\b")
# Whom it beats stands beside the figure: "12% improvement over X", "outperforms X on all tasks by up to 15.5%"
_OVER = re.compile(
    r"\s?(?:\\?%|points|dB)?(?: (?:absolute|relative|average|performance|accuracy))*"
    r"(?: (?:improvement|gain|increase|boost)s?)? (?:over|better than|higher than|compared (?:to|with)|relative to)\b"
)
_BEATS = re.compile(
    r"\b(?:outperform|surpass|exceed|beat|superior(?:ity)? (?:to|over)|advantage over|improv\w* (?:up)?on|gains? over|"
    r"improvements? over)\w* (?:[^,;()\d]|\([^()\d]*\)|(?<=[A-Za-z-])\d){3,110} "
    r"(?:by|with|of) (?:[a-z]+ly )?(?:[\w-]+ ){0,5}?(?:margins? )?\(?"
    r"(?:up to |about |around |over |on average |~|\\?sim ?)*\+?$"
)
_LISTED = re.compile(r"(?<!methods)(?<!models)(?<!baselines)(?<!margins)(?<!margin)(?<!approaches) \([^()]*$")
# "2% better than the deep features": whatever stands there is what it is compared with
# "3.2% on average on 4 DocVQA datasets": no name, but of what kind
_ON_COUNTED = re.compile(
    r"\s?(?:\\?%|points)?(?: (?:on average|overall),?)? (?:on|across|over) (?:the |all )?"
    r"(?P<what>(?:two|three|four|five|six|seven|eight|nine|ten|\d+) [A-Z][\w-]*[A-Z\d][\w-]* "
    r"(?:data ?sets|benchmarks))\b"
)
# "on three tasks, it surpasses A by large margins (around +1%)": of no measure, and on nothing
_ON_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|several|various|multiple|many|different|diverse|\d+) (?:[a-z][\w-]* ){0,2}tasks\b"
    r"[^;]*\bmargins? \([^()]*$"
)
_HOLDS = re.compile(
    r"(?:^|[,;] |\b(?:and|in|on|with|improved|better|higher|increased|improves|improving|enhanced|of) )"
    r"(?P<what>(?!(?:and|in|on|with|average|both|all|improved|better|higher|increased|our|the|its|only|other)\b)"
    r"[a-z][a-z-]*[a-z](?<!ly)(?<!er)(?<!ed)(?: (?!(?:and|in|on|of|with|over|by|than)\b)[a-z][a-z-]+(?<!ed)){0,2}) \($"
)
_ENDS_IT = r"(?:on|in|for|by|while|and|at|with|across|when|using)\b"
_BETTER_THAN = re.compile(
    r"\s?\\?%? (?:better|higher) than (?:the |an? )?"
    r"(?P<rival>(?!(?:that|those|it|this|these|before|ever|what|when|its|their|our|both|all|any|others?|ones?)\b)"
    rf"[A-Za-z][\w-]*(?: (?!{_ENDS_IT}|it\b|them\b)[\w-]+){{0,5}}?)(?=[,.;)]|$| {_ENDS_IT})"
)
# Whoever stands there is outdone: "outperforms on-demand sampling by up to 90%", "surpasses EAGLE-3 by 1.62x"
_OUTDOES = re.compile(
    r"\b(?:outperform|surpass|exceed|beat)(?:s|es|ed|ing)? (?:the |an? )?"
    r"(?P<rival>(?!(?:it|them|all|both|this|that|these|those|others?|ones?|any|many|several|most|"
    r"human)\b)[A-Za-z][\w.+-]*"
    r"(?: (?!(?:by|on|in|with|for|and|or|while|at|of|across)\b)[\w.+-]+){0,6}) by "
    r"(?:up to |about |around |over |nearly |approximately |more than |at least |as much as |"
    r"an average of |a factor of |an? (?:significant|notable|remarkable|substantial|large|clear) (?:margin of "
    r")?)*[~+]?$"
)
_IMPROVED = re.compile(
    r"\b(?:[Ii]mprovements?|[Gg]ains?) (?:on|in|for) (?:the )?(?P<what>[a-z][\w-]*(?: [\w-]+){0,5}) (?:is|are) "
    r"(?:[\w-]+ ){1,3}\((?:up to |about |around )?\+?$"
)


def unnamed(result: Result, text: str) -> Result | None:
    """``result``, which has no measure, with whom it beats; None where a reader can't tell what it is about."""
    value = (result.value or "").lstrip("+")
    if result.measure or not value or not (result.unit in _COUNTED or is_multiple(result.unit)):
        return None
    match = re.search(rf"(?<![\w.]){re.escape(value)}(?![\w.]*\d)", text)
    if match is None or _OF_SOMETHING.match(text, match.end()) or _is_one_of_several(text, match):
        return None
    ahead = text[: match.start()]
    outdone = None if result.baseline else _OUTDOES.search(ahead)
    result = replace(result, baseline=outdone["rival"]) if outdone else result
    if is_multiple(result.unit):
        return result if result.baseline and (outdone or _OUTDOES.search(ahead)) else None
    if outdone:
        return result
    if "+" in (result.value or "") or turn(text, value) == "gain":
        return _gained(result, ahead, text[match.end() :])
    if not (_REACHED.search(ahead) and _BEATING.match(text, match.end())):
        return None
    beaten = baseline(text, match.end())
    return replace(result, baseline=beaten) if beaten else None


def holder(ahead: str) -> str | None:
    """What a signed figure in a bracket is a gain of: "improved affinity (+7.85%) and drug-likeness (+11.1%)"."""
    found = _HOLDS.search(ahead)
    return found["what"] if found else None


def _is_one_of_several(text: str, match: re.Match[str]) -> bool:
    """Whether a figure stands in a list, of which another may be of something else: "2.3% and 2.8% for 7B and 72B"."""
    return bool(_ONE_OF_SEVERAL.match(text, match.end()) or _SEVERAL_AHEAD.search(text[: match.start()]))


def _gained(result: Result, ahead: str, behind: str) -> Result | None:
    if improved := _IMPROVED.search(ahead):
        return None if names_task(improved["what"]) else replace(result, measure=improved["what"])
    if _ON_SEVERAL.search(ahead):
        return None
    if result.baseline is None:
        than = _BETTER_THAN.match(behind)
        return replace(result, baseline=than["rival"]) if than else None
    beside = _OVER.match(behind) or (_BEATS.search(ahead) and not _LISTED.search(ahead))
    if not beside or re.match(rf"{NUMBER}|ones\b", result.baseline):
        return None
    counted = None if result.dataset else _ON_COUNTED.match(behind)
    result = replace(result, dataset=counted["what"]) if counted else result
    relative = _RELATIVE.match(behind)
    return replace(result, measure=relative["what"]) if relative else result
