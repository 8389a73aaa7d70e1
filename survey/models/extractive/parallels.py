"""Figures each told with what it is of: "3% on A and 5% on B", "3% (dev) and 5% (test)", "a rate of 3, an AP of 5".

What the first says of all stands in front of it, or behind it alone: "34% improvement on A, and 13% on B".
"""

import re
from collections.abc import Iterator

from survey.models.extractive.measures import NUMBER
from survey.models.extractive.runs import (
    FIGURE,
    KIND,
    NAMED_ITEM,
    PLAIN_FIGURE,
    PLAIN_ITEM,
    STOP,
    UNIT,
    Items,
    Run,
)

_PREP = "on|in|for|with|across|using|over|at|by|against"
_NOUN = rf"(?P<noun>(?: (?!{STOP}\b)(?!\d)[\w@/-]+){{0,4}}?)"
_FIRST = rf"(?:\ban? )?(?<![\w.,/^$:-])(?P<figure>{PLAIN_FIGURE}){_NOUN}"
_ON = (
    rf"{_FIRST} (?P<opens>{_PREP}) (?:the |our |its )?"
    rf"(?P<name>{NAMED_ITEM}(?: (?!{STOP}\b)[a-z][\w-]*){{0,3}}|{PLAIN_ITEM})"
)
_IN_BRACKET = rf"{_FIRST} \((?P<opens>on |for |in )?(?P<name>(?!\d)(?!p ?[<=])[A-Za-z][\w .+-]{{1,30}})\)"
_OF = (
    rf"(?:an? |the )?(?P<name>(?:(?!{STOP}\b)(?!\d)[\w@$*{{}}\\-]+ ){{1,4}}(?:\([\w@-]+\) )?)of "
    rf"(?P<opens>)(?P<noun>)(?P<figure>{PLAIN_FIGURE})"
)
_FORMS = [re.compile(form) for form in (_ON, _IN_BRACKET, _OF)]
_JOINT = re.compile(r"(?:, (?:and )?|,? and )(?:(?:by|up to|about|around|over|approximately|almost|nearly) ){0,2}")
# The list goes on behind words that were not read: "4.09 for A, 4.35 for B without C and 4.15 for D"
_GOES_ON = re.compile(rf"[^,;()]{{1,60}}?(?:, (?:and )?| and ){FIGURE} (?:{_PREP}) ")
_VALUE = re.compile(rf"(?P<value>\+?{NUMBER}(?:\s?(?:--?|–)\s?{NUMBER})?)(?P<unit>{UNIT})?$")


def parallels(text: str) -> Iterator[tuple[Items, Run]]:
    """The lists of at least two such figures in ``text``, the figures of each as a run of the same place."""
    for form in _FORMS:
        at = 0
        while first := form.search(text, at):
            members = [first]
            while (joint := _JOINT.match(text, members[-1].end())) and (following := form.match(text, joint.end())):
                members.append(following)
            at = members[-1].end()
            if len(members) > 1 and not _GOES_ON.match(text, at) and (found := _told(members)):
                yield found


def _told(members: list[re.Match[str]]) -> tuple[Items, Run] | None:
    values = [_VALUE.search(member["figure"]) for member in members]
    names = tuple(_plain(member["name"].strip()) for member in members)
    if not all(values) or len(set(names)) < len(names) or len({member["opens"] for member in members}) > 1:
        return None
    start, end = members[0].start(), members[-1].end()
    noun = members[0]["noun"]
    items = tuple(
        one.group() if one["noun"] or not noun else one.group().replace(one["figure"], one["figure"] + noun, 1)
        for one in members
    )
    told = [(value["value"], value["unit"] or "") for value in values if value]
    run = Run(start, end, tuple(value for value, _ in told), tuple(unit for _, unit in told))
    return Items(start, end, items, names, (members[0]["opens"] or "").strip()), run


def _plain(name: str) -> str:
    """A name without the kind of data behind it: "ADE20K" of "ADE20K dataset", but "synthetic dataset"."""
    short = KIND.sub("", name)
    return short if re.fullmatch(NAMED_ITEM, short) else name
