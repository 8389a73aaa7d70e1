"""What belongs to a figure of a sentence: the data set it was measured on, and what it is compared with."""

import re

from survey.models.extractive.names import NOT_DATA, baseline, joined_names
from survey.models.extractive.reported import RATES, Result

_ON_NEXT = re.compile(r"\s*(?:\w+\s+){0,2}?on\s+(?:the\s+)?(?P<name>[A-Z][A-Z\d]+[\w-]*)(?=[,.;)\s])(?! tasks?\b)")
# Data that the model saw before: "pre-trained on LAION", "the Objects365 dataset for pre-training"
_ONLY_BEFORE = re.compile(r"\bpre-?train\w* (?:on|with|using) (?:the )?$", re.IGNORECASE)
_ONLY_FIRST = re.compile(r"\S+(?: [Dd]ata ?sets?| data)? (?:for|as) pre-?training\b")
# A figure that says itself on what, though not by name: "96.9% for the brain tumour dataset"
_OWN_DATA = re.compile(
    r"[^,;.()]{0,30}?\b(?:on|for|in) (?:the |an? )?[^,;.()]{0,40}\b(?:data ?sets?|benchmarks?|data|images|corpus)\b"
)
# A comparison of its own: "reaches 87.8%, and in transfer to other tasks it surpasses ..."
_ELSEWHERE = re.compile(r", and (?:in|on|for|when|with|under) [^,;]{3,60}?(?=\b(?:surpass|outperform|exceed|beat)\w*)")
# What opens a clause of its own: "15% on CIFAR, and on ImageNet it gains 13%"
_OPENS = re.compile(r"[,;] (?:and |but |while |whereas )?on (?:the )?$")
_ITS_FIGURE = re.compile(r"[^;.]*?(?<![\w-])\d")
_LEADS_TO_DATA = re.compile(
    r"(?:\b(?:on|in|for|over|across|from|of|to|at|and|both|using)\s+(?:the\s+|both\s+)?|[(,]\s*)$"
)


def against(text: str, span: tuple[int, int], stop: int, result: Result) -> str | None:
    """What the figure at ``span`` is compared with: the next up to ``stop``, else the last before it."""
    clause = max(0, text.rfind(", but ", 0, span[0]))
    if result.baseline:  # "from 71.4 to 72.6"
        return baseline(text, clause, span[0]) or result.baseline
    elsewhere = _ELSEWHERE.search(text, span[1])
    end = elsewhere.start() if elsewhere else len(text)
    behind = baseline(text, span[1], min(stop, end))
    if behind or result.unit in RATES:
        return behind
    return baseline(text, clause, span[0], last=True) or baseline(text, clause, end)


def dataset_of(text: str, names: tuple[str, ...], span: tuple[int, int], stop: int, against: str) -> str | None:
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
    later = [place for place in later if not _opens_another(text, joined_names(text, names, place), place)]
    if later:
        return joined_names(text, names, later[0])
    if (following := _ON_NEXT.match(text, end)) and not NOT_DATA.search(following["name"]):
        return following["name"]
    if _OWN_DATA.match(text, end):
        return None
    lists = [joined_names(text, names, place) for place in places if place < start]
    if not lists:
        return None
    return next(whole for whole in lists if whole.endswith(lists[-1]))


def _opens_another(text: str, name: str, place: int) -> bool:
    """Whether the data at ``place`` stand before their own figure, in a clause that they open."""
    return bool(_OPENS.search(text[:place]) and _ITS_FIGURE.match(text, place + len(name)))
