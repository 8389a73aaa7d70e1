"""Whether a figure in a sentence is a value, or by how much something rose or fell: told by the words next to it."""

import re
from typing import Literal

_NEAR = 45
_RISE = r"(?:improv\w*|gain\w*|boost\w*|higher|increas\w*|better|enhanc\w*|outperform\w*|surpass\w*|exceed\w*)"
_FALL = r"(?:reduc\w+|decreas\w+|lower\w*|fewer|less(?:er)?|sav(?:es?|ings?)|drop\w*|cuts?|shrink\w*)"
_CHANGED = re.compile(
    rf"(?:\bby|\bgain(?:s|ed|ing)?|\b(?:{_RISE}|{_FALL}|margins?) of)\s+"
    r"(?:about |up to |over |around |approximately |more than |at least |nearly |roughly |~|an? (?:\w+ ){0,3}of )*"
    r"(?:[+~]?[\d.]+%?(?:,| and|, and)\s+)*$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"^\s*%?(?:\s(?:percentage |absolute |relative )?points?)?\s*(?:(?!and\b|or\b|while\b|with\b|over\b)[\w-]+\s){0,2}?"
    rf"(?:{_RISE}|{_FALL})\b",
    re.IGNORECASE,
)
_TURN = re.compile(rf"\b(?:(?P<rise>{_RISE})|(?P<fall>{_FALL}))\b", re.IGNORECASE)


def turn(text: str, value: str) -> Literal["gain", "reduction"] | None:
    """What ``value`` is in ``text``: a gain ("improves mIoU by 3.1"), a reduction, or a value reached (None)."""
    plain = value.lstrip("+")
    for found in re.finditer(rf"(?<![\w.]){re.escape(plain)}(?![\w.]*\d)", text) if plain else ():
        before, after = text[: found.start()], text[found.end() :]
        if near := _CHANGE.match(after) or _CHANGED.search(before):
            told = [*_TURN.finditer(near[0]), *reversed([*_TURN.finditer(before[-_NEAR:])])]
            return "reduction" if told and told[0]["fall"] else "gain"
    return None
