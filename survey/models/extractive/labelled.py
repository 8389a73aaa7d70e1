"""A sentence without the label ahead of it, or the place in a row that only its abstract knows.

"(2) Careful pruning: We cut each tree" is "We cut each tree"; "Building on the second observation, we cut" is "We cut".
"""

import re

from survey.verbs import DOING

_AIM = re.compile(
    r"^(?:Main |Primary |Study )?(?:Objectives?|Aims?|Purposes?|Goals?)\s*[:.]\s+(?P<verb>[A-Z][a-z]+)(?= [a-z])"
)
_LABEL = re.compile(
    r"^\s*\(?(?:[ivx]{1,4}|\d{1,2}|[a-h])[).]\s*[A-Z][\w-]*(?: [\w-]+){0,5}:\s+(?=(?:We|It|This|Our \w+|The \w+) )"
)
_FIRST_OF = re.compile(
    r"^(?:In this (?:paper|work|study), )?(?:Our|The)(?: (?:main|key|primary))? contributions are (?:two|three|four|"
    r"five)-?\s?fold(?:s|ed)?[:.]\s*(?:first(?:ly)?|\(?(?:1|i)\)),?\s+(?=we )",
    re.IGNORECASE,
)
_IN_A_ROW = re.compile(
    r"^(?:(?:Building|Based|Relying|Drawing) (?:up)?on|Following|Motivated by|Inspired by|For|In) (?:the|this|our) "
    r"(?:first|second|third|fourth|latter|former|last) (?:observation|finding|insight|contribution|question|step|"
    r"stage|phase|part|challenge|issue|problem|aspect|idea|point)s?, (?=(?:we|the \w+) )"
)
_WHERE = re.compile(
    r"^\s*\(?(?:[ivx]{1,4}|\d{1,2}|[a-h])\)\s+(?:(?:an?|the) )?(?P<what>[A-Za-z][\w-]*(?: [\w-]+){0,7}),? "
    r"(?:where|in which|wherein|whereby)\b",
    re.IGNORECASE,
)


def unlabelled(sentence: str) -> str:
    """``sentence`` without a label that abstracts put ahead; an aim put as an order is what "we aim to" do."""
    aim = _AIM.match(sentence)
    if aim and aim["verb"].lower() in DOING:
        return f"We aim to {aim['verb'].lower()}{sentence[aim.end() :]}"
    for pattern in (_LABEL, _FIRST_OF, _IN_A_ROW):
        shorter = pattern.sub("", sentence, count=1)
        if shorter != sentence:
            return shorter[:1].upper() + shorter[1:]
    return sentence


def names_with_a_place(sentence: str) -> bool:
    """Whether ``sentence`` is an item of a list that names a thing and what happens there: "(3) Growth, where ..."."""
    item = _WHERE.match(sentence)
    return item is not None and not {word.lower() for word in item["what"].split()} & _WHOLE


_WHOLE = frozenset("we is are was were has have can may will".split())
