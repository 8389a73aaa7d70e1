"""What a run of figures goes with, in turn: "by 8% and 10% over A and B", "on A and B ... 8% and 10%, respectively"."""

import re
from dataclasses import replace

from survey.models.extractive.runs import LEAD, NAMED_ITEM, PLAIN_ITEM, STOP, Items, Run, items_of, listing, named_lists

_PREP = (
    r"(?P<opens>(?i:on|for|in|with|across|under|using|over|than|against|compared (?:to|with)|relative to|by|at|when))"
)
_WORDS = rf"(?:(?!{STOP}\b)[a-z][\w-]* |(?:such as|like|including|only|of|of the) )"
_TAIL = r"(?:(?: [a-z][\w-]*){0,4})"
_KIND = (
    r"(?: (?:[a-z-]+ )?(?:data ?sets?|benchmarks?|tasks?|sets|settings|scenarios|models|variants|metrics|conditions|"
    r"categories|modes|splits|subsets|languages|components|stages|systems|methods|approaches|baselines|scores|splits|"
    r"backbones|architectures|domains|images|inputs|queries))?"
)
_CHANGES = (
    r"(?:improv|boost|outperform|surpass|exceed|reduc|increas|enhanc|lower|beat|rais|cut|decreas|lead|accelerat|speed)"
    r"(?:e?s|ed|ing|e|ting)?"
)
_BY = (
    r" (?:by|to|of|with) (?:(?:an? (?:average|margin|total)(?: of)?|up to|about|around|over|at least|at most|more than|"
    r"approximately|roughly|nearly|as much as) )*~?$"
)
_REACH = (
    r"(?:achiev|reach|obtain|attain|yield|improv|increas|boost|rais|reduc|outperform|surpass|exceed|deliver|show|exhibit|"
    r"had|has|have|scor|gain|are|were)"
)
_OF_RIVALS = re.compile(
    r"\b(?:outperform\w*|surpass\w*|exceed\w*|than|over|relative to|[Cc]ompared (?:to|with)|against) [^;()]{2,80}?"
    r"(?:, (?:i\.e\.|namely|e\.g\.|such as|like|including),? | (?:such as|like) |\()(?:the )?$"
)
_ENDS = (
    r"(?=[,;:)]|\.(?!\d)|$| (?:compared|over|than|while|without|when|with|and|relative|respectively|-|--|using|in|on|"
    r"for)\b)"
)


# What says that a list is one of data: "on the image benchmarks A and B", "A and B datasets", "datasets (A and B)"
_DATA_AHEAD = re.compile(
    r"(?P<lead>(?:(?:two|three|four|five|six) |\b[a-z][\w-]* ){0,5}\b(?:data ?sets?|benchmarks?|corpora|test sets))"
    r"(?: \(|,? (?:i\.e\.|namely),? |, |: | )(?:the |our )?$"
)


def told_as_data(text: str, found: Items | None) -> Items | None:
    """A list that its sentence calls one of data, each item then read as such."""
    if found is None or not all(re.match(r"[A-Z\d\\$]|[a-z]+[A-Z]", name) for name in found.names):
        return found
    if not (lead := _DATA_AHEAD.search(text[: found.start])):
        return found
    end = found.end + (text[found.end : found.end + 1] == ")" and text[found.start - 1] == "(")
    items = tuple(item if re.search("data|bench", item, re.IGNORECASE) else f"{item} dataset" for item in found.items)
    return replace(found, start=lead.start("lead"), end=end, items=items, data=True)


def behind(text: str, run: Run, end: int) -> Items | None:
    """The list between a run and the ``end`` of what it is told in, if that is what ends there."""
    part, count = text[run.end : end].rstrip(" ,"), len(run.values)
    for item, tail in ((NAMED_ITEM, _TAIL), (PLAIN_ITEM, "")):
        found = None
        for match in re.finditer(rf"\b{_PREP} {LEAD}{_WORDS}{{0,4}}?(?P<list>{listing(item, count)}){tail}$", part):
            found = match
        if found:
            more = re.search(r"\band\b", part[: found.start()])
            return None if more else items_of(found, count, found["opens"].lower(), run.end)
    return None


def right_behind(text: str, run: Run, at: int) -> Items | None:
    """The list that a phrase holds which begins ``at`` the end of a run or of its "respectively"."""
    count = len(run.values)
    match = re.compile(
        rf"{_UNITLESS},? {_PREP} {LEAD}{_WORDS}{{0,3}}?(?P<list>{listing(NAMED_ITEM, count)}){_KIND}{_ENDS}"
    ).match(text, at)
    return items_of(match, count, match["opens"]) if match else None


_UNITLESS = r"(?: (?!and\b)[\w@-]+){0,5}?"


def changed(text: str, run: Run) -> Items | None:
    """The list that is raised or surpassed by a run right behind it: "outperforms A and B by 3% and 5%"."""
    count, ahead = len(run.values), text[: run.start]
    for item, tail in ((NAMED_ITEM, r"(?P<what>(?:'s)?(?: [a-z][\w-]*){0,4})"), (PLAIN_ITEM, "(?P<what>x{0})")):
        told = rf"(?P<list>{listing(item, count)}){tail}(?: respectively)?{_BY}"
        match = re.search(rf"\b(?P<opens>{_CHANGES}) {LEAD}{_WORDS}{{0,2}}?{told}", ahead)
        if match:
            found = items_of(match, count, match["opens"])
            named = item == NAMED_ITEM and (not match["what"] or match["what"].startswith("'s"))
            return found and replace(found, own=named)
    return None


def subjects(text: str, run: Run, start: int) -> Items | None:
    """The list of what a clause before a run is about: "The detection and recognition models achieve 96% and 98%"."""
    count = len(run.values)
    pattern = (
        rf"(?:^|[,;:] |\bthat )(?:[Tt]he |[Bb]oth )*(?P<list>{listing(PLAIN_ITEM, count)}) (?:individually )?{_REACH}"
    )
    found = re.search(pattern, text[start : run.start])
    return items_of(found, count, "", start) if found else None


def ahead(text: str, run: Run, start: int) -> Items | None:
    """The only list of names between ``start`` and a run that has as many items."""
    part, count = text[start : run.start], len(run.values)
    found = list(named_lists(part, count))
    if len({one.items for one in found}) != 1:
        return None
    one, before = found[0], text[: start + found[0].start]
    opens = re.search(rf"\b{_PREP} {LEAD}{_WORDS}{{0,4}}$", before)
    first = "over" if _OF_RIVALS.search(before) else opens["opens"].lower() if opens else ""
    return Items(start + one.start, start + one.end, one.items, one.names, first)
