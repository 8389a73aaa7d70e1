"""Whether a figure in a sentence is a value, or by how much something rose or fell: told by the words next to it."""

import re
from functools import lru_cache
from typing import Literal

_NEAR = 90
_RISE = r"(?:improv\w*|gain\w*|boost\w*|higher|increas\w*|better|enhanc\w*|outperform\w*|surpass\w*|exceed\w*)"
_FALL = (
    r"(?:reduc\w+|decreas\w+|lower\w*(?! (?:[a-z]+ )?(?:bounds?|limits?|limbs?|tail))|"
    r"remov(?:es?|ed|ing)|prun(?:es?|ed)|eliminat(?:es?|ed)|discard(?:s|ed)?|fewer|less(?:er)?|"
    r"sav(?:es?|ing|ings)|drop\w*|cuts?|cutting|trim\w*|shorten\w*|shrink\w*|loss(?:es)?(?= of\b)|"
    r"declin\w+|degrad\w+|(?<!-)off(?!-))"
)
# "fall by 48%": verbs that are nouns elsewhere ("fall detection"), so that only the end of what stands ahead counts
_ROSE = r"(?:rises?|rose|risen|grows?|grew|climbs?|climbed)(?=\s*$)"
_FELL = r"(?:falls?|fell|fallen|shrank)(?=\s*$)"
_ABOUT = (
    r"(?:as (?:much|many|little|few|high|low) as |"
    r"absolute |relative |about |up to |over |around |approximately |more than |at least |nearly |roughly |almost |"
    r"between |less than |at most |no more than |below |under |[>≥≈] ?|"
    r"only |avg\. |on average |~|\\?sim ?|"
    r"an? (?:\w+ ){0,2}(?:average|factor|gain|improvement|increase|margin|maximum|mean|median|reduction|total) of )"
)
# Figures listed before it, each with a few words of its own: "by 2.9% box AP and", "gains of 1.2, 3.4, and"
_LISTED = (
    r"(?:[+~]?[\d.]+(?:\s?(?:--?|–)\s?[\d.]+)?\s?(?:\\?%|[xX×])?(?:\s(?!and\b)[\w()/.+@-]+){0,6}?"
    r"(?:,| and|, and)\s+(?:by )?"
    r"(?:up to |about |approximately |around |over |nearly |more than )?)*"
)
_PLAIN = r"[\d.]+\s?(?:\\?%)?"
_CHANGED = re.compile(
    r"(?:\bby(?: an?)?|\bmargins?:|\brelative (?:percentage )?differences? of|"
    rf"\bgain(?:s|ed|ing)?|\b(?:{_RISE}|{_FALL}|(?<!error )margins?) of"
    r"|\b(?:improvements?|reductions?|boosts?|increases?)(?= (?:up to|between) )"
    r"|\b(?:improvements?|gains?|reductions?|increases?|decreases?|drops?|enhancements?) "
    r"(?:exceeding|surpassing|above|over|reaching)"
    r"|\b(?:drop(?:s|ped|ping)|declin(?:es|ed|ing)|degrad(?:es|ed|ing))(?! to\b)"
    rf"|\b(?:improvement|gain|increase|boost|reduction|decrease|drop)s? of [+~]?{_PLAIN}(?: in [\w@-]+)? and "
    r"(?!an? |the |its )(?:[\w@-]+ ){1,4}of"
    r"|\b(?:reduc|lower|improv|increas)(?:es|ing) (?:the )?[^,;.()]{2,40}(?= up to )"
    r"|\b(?:improvements?|enhancements?|gains?|reductions?|increases?|decreases?|drops?) in (?:the )?"
    r"(?:(?!\bwith\b)[^,;.()]){2,50}(?: \([\w .-]+\))?(?: of| up to)"
    r"|\b(?:reduc(?:es?|ed|ing)|sav(?:es?|ed|ing)|remov(?:es?|ed|ing)|prun(?:es?|ed)|eliminat(?:es?|ed)|discards?|"
    r"cut(?:s|ting)?|decreas(?:es?|ed|ing)|increas(?:es?|ing)|improv(?:es?|ing)|boosts?|recover(?:s|ing)|regain(?:s|ing)))\s+"
    rf"{_ABOUT}*{_LISTED}$",
    re.IGNORECASE,
)
_MORE = r"(?:more|larger|greater|bigger|longer|faster)(?! than\b)"
_FEWER = r"(?:smaller|shorter|cheaper)"
_DOES = (
    r"(?:(?:outperform|surpass|exceed)\w*|improv(?:es?|ing)|gain(?:ed|ing)|boosts|reduc(?:es|ing)|lowers|decreases)\b"
)
_CHANGE = re.compile(
    r"^\s*\\?%?\$?(?:(?:,| and|, and) [+~]?[\d.]+\s?\\?%?){0,3}(?:\s(?:percentage |absolute |relative )?points?)?\s*"
    rf"(?:(?:(?!(?:and|or|while|with|over|for|when|by|at|on|in|of|to|than|from|using|that|which|is|are|was|were|"
    r"without|despite|under|across|against|amid|during|after|before|but)\b)"
    rf"[A-Za-z(][\w()@./-]*\s){{0,5}}?"
    rf"(?!{_DOES})(?:{_RISE}|{_FALL})|{_MORE}|{_FEWER})\b",
    re.IGNORECASE,
)
# "a 3.6% BLEU and 3.8% F1 improvement", "a 3% accuracy and efficiency improvement": the noun is both's
_TURN_OF_BOTH = re.compile(
    r"\s?(?:\\?%)? (?:[\w@-]+ ){1,3}and "
    r"(?!an? |the |its |(?:significant|substantial|notable|further|consistent|considerable|large|clear)\b)"
    rf"(?:[+~]?{_PLAIN} )?(?:(?!(?:an?|the|with|by|of|in|on)\b)[\w@-]+ ){{1,4}}?"
    r"(?:improvements?|gains?|reductions?|increases?|decreases?|boosts?|enhancements?|drops?)\b"
)
_ONE_THING = re.compile(r"\b(?:an?|by) (?:[a-z]+ )?(?:up to |about |around |over )?$|\d%?-$")
_BRACKETS = re.compile(r"\([^()]*\)")
# "boosts accuracy up to 19.8% compared to A": by so much, unlike "boosts accuracy up to 95%"
_RAISED_UP_TO = re.compile(r"\b(?:boost|improv|increas|enhanc|rais)\w* [^,;.()]{2,40} up to $", re.IGNORECASE)
_OVER = re.compile(r"\s?(?:\\?%|points?) (?:compared (?:to|with)|over|relative to)\b")
# "accuracy improvements (up to 3.1%)"; but "improves the accuracy (up to 80.3%)" is a value
_BRACKET = re.compile(rf"(?P<clause>[^,;()]*)\({_ABOUT}+[+~]?$", re.IGNORECASE)
# "reductions in translation error (86.9%) and rotation error (34.1%)"
_CHANGES_LISTED = re.compile(
    r"\b(?:improvement|gain|reduction|increase|decrease|drop|boost)s? in (?:[^;.()]|\([^()]*\)){2,120}\([+~]?$"
)
# "a performance gain (4.3% NDS and 8.4% mAP)"; "an improvement (from 80% to 85%)" says what was reached
_CHANGE_IN_BRACKETS = re.compile(
    r"\b(?:improvement|gain|reduction|increase|decrease|drop|boost)s? "
    r"\((?!(?:[^()]*\b)?(?:from|to|vs\.?|versus|against)\b)(?:[^()=]*[ (~])?$"
)
_RISE_THERE = re.compile(r"\b(?:improvements?|gains?|boosts?|increases?)(?: in [^,;()]{2,50})?\s*$", re.IGNORECASE)
_REACHED = re.compile(r"[^()]*\b(?:to|vs\.?|versus|against|from)\b[^()]*\)|[^()]*(?:→|->)")
# "34% improvement on A, and 13% on B": what the first is, the next ones are too
_AT_PLACE = r"(?:on|in|for|over|across|with|against)"
_NEXT = r"(?:,? and|,) (?:by )?(?:up to )?"
_FIRST_OF_A_LIST = re.compile(
    rf"(?<![\w.-]){_PLAIN}(?P<what>(?: (?!(?:and|on|in|for|over|with|than|at)\b)[\w@-]+){{1,4}}(?: in [\w@-]+)?) "
    rf"{_AT_PLACE} [^,;()%]{{1,60}}?(?:{_NEXT}{_PLAIN} {_AT_PLACE} [^,;()%]{{1,60}}?)*{_NEXT}$"
)
_ONLY_ITS_PLACE = re.compile(rf"\s?(?:\\?%)? {_AT_PLACE} ")
_PART_BEFORE = re.compile(r"(?<!\bsim)(?<=[\w.])$")  # "7" is no part of "27" and "7.5"
_SET_AHEAD = re.compile(r"(?<=\s)\$? ?\\(?:text\w{0,2}|mathbf|emph) ?\{$")  # "by \\textbf{4.2"
_SET_BEHIND = re.compile(r"^(\\?%)?\}")
_PART_BEHIND = re.compile(r"[\w.]*\d")
_TURN = re.compile(
    rf"\b(?:(?P<rise>{_RISE}|{_MORE}|{_ROSE})|(?P<fall>{_FALL}|{_FEWER}|{_FELL}))(?:\b|$)", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def turn(text: str, value: str) -> Literal["gain", "reduction"] | None:
    """What ``value`` is in ``text``: a gain ("improves mIoU by 3.1"), a reduction, or a value reached (None)."""
    plain = value.lstrip("+")
    at = text.find(plain) if plain else -1
    while at >= 0:
        before, after = _SET_AHEAD.sub("", text[:at]).rstrip("$"), _SET_BEHIND.sub(r"\1", text[at + len(plain) :])
        at = text.find(plain, at + 1)
        told = None if _PART_BEFORE.search(before[-5:]) or _PART_BEHIND.match(after) else _told(before, after)
        if told is not None:
            return "reduction" if told and told[0]["fall"] else "gain"
    return None


def _told(before: str, after: str) -> list[re.Match[str]] | None:
    """The words that tell which way the figure between the two turns, the nearest first; None for a value reached."""
    if near := _CHANGE.match(after):
        return [*_TURN.finditer(near[0]), *reversed([*_TURN.finditer(before[-_NEAR:])])]
    listed = _FIRST_OF_A_LIST.search(before) if _ONLY_ITS_PLACE.match(after) else None
    if listed and (told := list(_TURN.finditer(listed["what"]))):
        return told
    if near := _CHANGED.search(before):
        ahead = before[max(0, near.start() - _NEAR) : near.start()]
        first = list(_TURN.finditer(near[0]))[:1]
        told = [*first, *reversed([*_TURN.finditer(ahead)])]
        return told or list(_TURN.finditer(_BRACKETS.sub("", before)))[::-1]
    if _RAISED_UP_TO.search(before) and _OVER.match(after):
        return list(_TURN.finditer(before))[-1:]
    if (near := _TURN_OF_BOTH.match(after)) and (_ONE_THING.search(before) or "-" in before[-1:]):
        return list(_TURN.finditer(near[0]))[-1:]
    if "(" in before and (near := _CHANGES_LISTED.search(before)):
        return list(_TURN.finditer(near[0]))[:1]
    if "(" in before and (near := _CHANGE_IN_BRACKETS.search(before)) and not _REACHED.match(after):
        return list(_TURN.finditer(near[0]))[:1]
    if "(" in before and (near := _BRACKET.search(before)):
        told = [*reversed([*_TURN.finditer(near["clause"])])][:1]
        return told if told and (told[0]["fall"] or _RISE_THERE.search(near["clause"])) else None
    return None
