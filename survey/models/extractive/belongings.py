"""What belongs to a figure of a sentence: the data set it was measured on, and what it is compared with."""

import re

from survey.models.extractive.measures import ANY_MEASURE, NUMBER, is_cost, is_multiple
from survey.models.extractive.names import ITEM, all_data, joined_names
from survey.models.extractive.reported import RATES, Result
from survey.models.extractive.rivals import baseline, is_named
from survey.standing import places as places_of
from survey.turns import turn

_ON_NEXT = re.compile(
    r"\s*(?:(?!(?:and|or|but|while|based|built|run|runs|with|than)\b)[\w-]+\s+){0,4}?on\s+(?:the\s+)?"
    rf"(?P<name>(?![A-Z]{{2}}\b)[A-Z][A-Z\d]+[\w-]*(?: \d[\w/]*)?(?:(?:, {ITEM})*,? and {ITEM})?)"
    r"(?=[,;)\s]|\.(?!\d)|$)(?! tasks?\b| [A-Z])"
)
_ON_SOMETHING = re.compile(r"\s*(?:(?!(?:and|or|but|while)\b)\w+\s+){0,3}?on\s+(?:the\s+)?(?:[A-Z]\w|\d+-)")
_FOR_SOMETHING = re.compile(r"\s?\\?%? for (?:the )?[A-Z]\w|\s?\\?%? [^,;.]{0,30}\b(?:on|in) (?:the )?average\b")
# Data that the model saw before: "pre-trained on LAION", "the Objects365 dataset for pre-training"
_ONLY_BEFORE = re.compile(
    r"\b(?:pre-?train\w*|fine-?tuning(?: (?:[\w-]+ ){0,3}(?:models|nets|LLMs|VLMs|MLLMs))?|(?:models?|nets?|networks?|"
    r"detectors?|classifiers?|LLMs?|agents?) "
    r"(?:fine-?)?(?:trained|tuned)|(?:trained|tuned) (?:exclusively|only|solely)) (?:on|with|using) (?:the )?$",
    re.IGNORECASE,
)
_ITS_CLASSES = re.compile(r"\S+ (?:categories|classes|labels|weights|backbones?|classifiers?)\b")
_ONLY_FIRST = re.compile(r"\S+(?: [Dd]ata ?sets?| data)? (?:for|as) pre-?training\b|\S+[- ]pre-?trained\b")
# A figure that says itself on what, though not by name: "96.9% for the brain tumour dataset", "on the NER task"
_OWN_DATA = re.compile(
    r"(?:[^,;.()]|\.\d){0,45}?\b(?:on|for|in) (?:the |an? )?[^,;.()]{0,60}\b(?:data ?sets?|benchmarks?|data|"
    r"images|corpus|challenges?)\b"
)
_OWN_TASK = re.compile(
    r"[^,;.()]{0,30}?\b(?:on|for|in) (?:the |an? )[^,;.()]{0,40}\b"
    r"(?:tasks?|settings?|(?<!test )(?<!validation )(?<!dev )(?<!held-out )set|subset)\b"
)
# A comparison of its own: "reaches 87.8%, and in transfer to other tasks it surpasses ..."
_ELSEWHERE = re.compile(r", and (?:in|on|for|when|with|under) [^,;]{3,60}?(?=\b(?:surpass|outperform|exceed|beat)\w*)")
# Data that stand for more: "on benchmarks such as COCO"
_AMONG = re.compile(r"\b(?:such as|including|includes?|like|e\.g\.,?|i\.a\.|especially|particularly|among)(?: the)? $")
_LAST_OF_SOME = re.compile(
    r"(?:[A-Z\d][\w-]*,? and (?:the|our) (?:[a-z][\w-]* ){1,3}|"
    r"\d (?:[a-z][\w-]* ){0,2}(?:data ?sets|benchmarks) and (?:the |our )?(?:[a-z][\w-]* ){0,3})$"
)  # "ProofNet, and the new MathSet"
_WITH_ANOTHER = re.compile(
    r",? and (?:[a-z]+[A-Z]|(?:the |our )?(?:[a-z][\w-]* ){1,3}[A-Z][\w-]+ (?:data ?set|benchmark|corpus))"
)
# What another figure is on: "0.69 on COCO, ..."
_HAS_FIGURE = re.compile(rf"(?<![\w.-]){NUMBER}\s?\\?%?(?: [\w@-]+){{0,3}} (?:on|in|for) (?:the )?$")
# Something else that stands nearer to the figure than a name does: "0.98 on LVIS; on Retinal OCT, 0.99"
# Where else a figure was measured: "97% on Artistic", "+4% on several other benchmarks"
_ELSEWHERE_TOO = re.compile(
    r"(?<!and )(?<!but )(?<!, )(?<!; )\b(?:on|across) (?:the |both |all )?"
    r"(?:(?P<name>[A-Z][\w-]*[A-Z\d])|(?:several|other|unseen|out-of-\w+) )"
)
_OTHERWISE = re.compile(r"[;,:] (?:and |but |while )?(?:on|for|in) (?:the )?[A-Z]|(?:[;:] | and )(?:on|for) ")
# What belongs to a name: "NAVSIM v2", "BraTS 2021", "BCI IV Dataset 2"
_EDITION = re.compile(
    r"\.\d\w*(?![\d%])|"
    r"[ -](?:[vV]\d[\w.]*\w|[vV]\d|20[0-2]\d|\d+ ?(?:[x×]|times) ?\d+)(?![\w%]|\.\d)|(?<=Dataset) \d\w?(?![\w%.])"
)
_FAR = 100  # characters behind a figure from which a data set behind a comma is another clause's
_BY_ANOTHER = re.compile(r"\bby (?:up to |over |about |around |more than )?[+~]?$")
_COMPARED_HERE = re.compile(r"[^,;()\d]{0,60}?\b(?:compared (?:to|with)|relative to|over|than|against|versus) [a-zA-Z]")
# "outperforms A by 4% and B by 21%": each has its own
_ITS_RIVAL = re.compile(
    r"\b(?:outperform|surpass|exceed|beat)\w* [^;]{3,120}? by [^;]{1,60}?\d\s?\\?%?(?: [\w-]+){0,3}(?:,? and|,) "
    r"(?:the |its )?"
    r"(?P<rival>(?!(?:by|with|on|in|while|whereas|but|reduc\w*|cut\w*|lower\w*|[a-z]+(?:ing|s))\b)[^,;]{3,60}?) "
    r"by (?:up to |about |around |over |an average of )?[+~]?$"
)
_BASELINES_DATA = re.compile(r"\b(?:against|than|versus|compared (?:to|with)) (?:the )?(?:[\w-]+ ){0,2}$")
_CLAUSE = re.compile(r";|,? while |, and (?=[a-z]\w+s\b)|, (?=(?:surpass|outperform|exceed|beat)e?s\b)")
# "(VizWiz: +1.8%, cognition: +27.2%)"
_LABEL = re.compile(r"[(,] ?(?P<label>[A-Za-z][\w -]{1,30}): ?[+−-]?$")
_MULTIPLE = re.compile(rf"{NUMBER}\s?(?:[xX×]|times|-?fold)\b")
# What opens a clause of its own: "15% on CIFAR, and on ImageNet it gains 13%"
_OPENS = re.compile(r"(?:[,;] (?:and |but |while |whereas )?| and )on (?:the )?$")
_WITH = re.compile(r"\S+(?: [\w-]+)? with (?:an? |up to |only |about )*")  # "81% on ImageNet with 40% fewer FLOPs"
_ITS_FIGURE = re.compile(r"[^;.]*?(?<![\w-])\d")
_LEADS_TO_DATA = re.compile(
    r"(?:\b(?:on|in|for|over|across|from|of|to|at|and|both|using)\s+(?:the\s+|both\s+)?"
    r"(?:(?:popular|challenging|public|standard|well-known|widely[- ]used|large-scale|real-world|common)\s+){0,2}"
    r"(?:[A-Z][a-z]+\s+)?|[(,]\s*)$"
)
# What opens the sentence holds for all its figures: "On COCO, ...", "When tested on COCO, ..."
_FIRST = re.compile(
    r"(?:\w+ly,? (?=on|in|for|[A-Z]))?(?:(?:On|For|In|on|for|in|With|"
    r"Across|When|Evaluated|Tested|Experiments?|Evaluations?)\b[^,.;]*)?$"
)


def against(text: str, span: tuple[int, int], stop: int, result: Result) -> str | None:
    """What the figure at ``span`` is compared with: the next up to ``stop``, else the last before it.

    A rival without a name says something of a gain; of a value, "against existing methods" says nothing.
    """
    clause = max(0, text.rfind(", but ", 0, span[0]))
    if result.baseline:  # "from 71.4 to 72.6"
        named = baseline(text, clause, span[0], last=True)
        between = text[text.find(named) + len(named) : span[0]] if named else ""
        named = named if named and is_named(named) else None
        return named if named and len(re.findall(rf"(?<![\w.-]){NUMBER}", between)) <= 1 else result.baseline
    found = _compared_with(text, span, stop, result, clause)
    if found is None or is_named(found) or is_multiple(result.unit) or result.unit in RATES:
        return found
    value = result.value or ""
    return found if value.startswith("+") or turn(text, value) else None


def _compared_with(text: str, span: tuple[int, int], stop: int, result: Result, clause: int) -> str | None:
    """The comparison behind the figure, the last before it, or that of a list of figures that it is one of."""
    value = result.value or ""
    changed = value.startswith("+") or turn(text, value) is not None
    spent = is_multiple(result.unit) or is_cost(result.measure)
    kind = "cost" if spent else "change" if changed else ""
    ends = [m.start() for m in (_ELSEWHERE.search(text, span[1]), _CLAUSE.search(text, span[1])) if m]
    end = min(ends, default=len(text))
    if changed and _BY_ANOTHER.search(text[:stop]):  # "by 9.5%, surpassing B by 21%"
        kind = "cost"
    second = _ITS_RIVAL.search(text[: span[0]]) if changed and " by " in text[: span[0]] else None
    if second and not ANY_MEASURE.search(second["rival"]):
        return baseline(f"outperforms {second['rival']}.")
    within = max(clause, *(text.rfind(mark, 0, span[0]) for mark in ",;(:"))
    if changed:  # "outperforms A by 3% on B and 5% on C, surpassing D"
        near = baseline(text, span[1], min(stop, end), kind="cost")
        if near is None and _COMPARED_HERE.match(text, span[1], min(stop, end)):
            return None
        if near := near or baseline(text, within, span[0], last=True, kind="change"):
            return near
    behind = baseline(text, span[1], min(stop, end), kind=kind)
    if behind is None and _COMPARED_HERE.match(text, span[1], min(stop, end)):
        return None  # with something that isn't told by a name
    if behind or result.unit in RATES:
        return behind
    plain = _without_brackets(text, span[0])
    if before := baseline(plain, clause, span[0], last=True, kind="change" if kind else ""):
        return before
    following = re.match(NUMBER, text[stop:])
    if following and bool(turn(text, following[0])) != changed:
        return None
    if following and bool(_MULTIPLE.match(text, stop)) != is_multiple(result.unit):
        kind = "verb"  # "96% recall and a speedup of 1.5x over BERT"
    return baseline(plain, span[1], end, kind=kind)


def _without_brackets(text: str, at: int) -> str:
    """``text`` with blanks for its brackets, of which none holds the figure at ``at``."""
    return re.sub(r"\([^()]*\)", lambda m: m[0] if m.start() < at < m.end() else " " * len(m[0]), text)


def dataset_of(text: str, names: tuple[str, ...], span: tuple[int, int], stop: int, result: Result) -> str | None:
    """The data set of the figure at ``span``: the one before its bracket, the next up to ``stop``, or the last.

    A name within what the result is compared with is none.
    """
    start, end = span
    told = _LABEL.search(text[:start])
    if told and not ANY_MEASURE.search(told["label"]) and told["label"] != result.measure:
        return told["label"] if told["label"] in names else None
    if between := [name for name in names if _stands_between(text, end, name, result.measure)]:
        return max(between, key=len)
    if (opened := re.search(r" \([^()]*$", text[:start])) is not None:
        holders = [name for name in names if text[: opened.start()].endswith(name)]
        if holders:
            return max(holders, key=len)
    places = _places(text, names, result.baseline or "")
    bound = [place for place in places if place < start and _HAS_FIGURE.search(text[:place])]
    places = [place for place in places if not _stands_for_more(text, names, place)]
    if later := _later(text, names, places, end, stop):
        return _edition(text, joined_names(text, names, later[0]), later[0])
    if (following := _ON_NEXT.match(text, end)) and all_data(following["name"]):
        return following["name"]
    if _OWN_DATA.match(text, end):
        return None
    earlier = _earlier(text, places, span, result)
    if not earlier or _is_elsewhere(text, end, min(stop, end + _FAR)) or _in_part(text, names, earlier[-1], start):
        return None
    if _OTHERWISE.search(text, earlier[-1], start):
        return None
    if earlier[-1] in bound and (len(bound) > 1 or _FOR_SOMETHING.match(text, end)):
        return None  # each has a figure of its own
    lists = [_edition(text, joined_names(text, names, place), place) for place in earlier]
    return next(whole for whole in lists if whole.endswith(lists[-1]))


def _stands_between(text: str, end: int, name: str, measure: str | None) -> bool:
    """Whether the data stand between a figure and its measure: "84.4% ImageNet-1K Top-1 accuracy"."""
    behind = re.match(rf"\s?{re.escape(name)} (?:[\w-]+ )?", text[end:])
    return bool(behind and measure and text.find(measure, end) in range(end, end + behind.end() + 1))


def _later(text: str, names: tuple[str, ...], places: list[int], end: int, stop: int) -> list[int]:
    """The ``places`` of data behind a figure that ends at ``end``, in its own clause."""
    later = [place for place in places if end <= place < stop and _LEADS_TO_DATA.search(text[:place])]
    later = [place for place in later if not _opens_another(text, joined_names(text, names, place), place)]
    later = [place for place in later if place - end < _FAR or "," not in text[end:place]]
    return [place for place in later if not _CLAUSE.search(text[end:place])]


def _earlier(text: str, places: list[int], span: tuple[int, int], result: Result) -> list[int]:
    """The ``places`` of data ahead of a figure that may be its own; of a cost, those right beside it."""
    start, end = span
    earlier = [place for place in places if place < start and not _of_a_bracket(text, place, start)]
    spent = is_multiple(result.unit) or is_cost(result.measure)
    if not (spent or _OWN_TASK.match(text, end) or _ON_SOMETHING.match(text, end)):
        return earlier
    beside = [p for p in earlier if spent and (_OPENS.search(text[:p]) or _WITH.fullmatch(text, p, start))]
    return [place for place in earlier if _FIRST.match(text[:place]) or place in beside]


def _is_elsewhere(text: str, end: int, stop: int) -> bool:
    """Whether a figure that ends at ``end`` has other data behind it, up to ``stop``, than those named before."""
    match = _ELSEWHERE_TOO.search(text, end, stop)
    name = match["name"] if match else None
    return match is not None and (name is None or (all_data(name) and not ANY_MEASURE.search(name)))


def _in_part(text: str, names: tuple[str, ...], place: int, start: int) -> bool:
    """Whether the data at ``place`` are one part of what a bracket lists: "on five sets (COCO, traffic signs)"."""
    opened, closed = text.rfind("(", 0, place), text.find(")", place)
    if not text.rfind(")", 0, place) < opened < closed < start:
        return False
    return text[opened + 1 : closed].strip() != joined_names(text, names, place) and "," in text[opened:closed]


def _stands_for_more(text: str, names: tuple[str, ...], place: int) -> bool:
    """Whether the data at ``place`` are examples of what was used: "on benchmarks such as COCO and LVIS"."""
    whole = joined_names(text, names, place)
    start = text.rfind(whole, 0, place + len(whole))
    if _LAST_OF_SOME.search(text[:start]) or _WITH_ANOTHER.match(text, start + len(whole)):
        return True
    return bool(_AMONG.search(text[:start]))


def _edition(text: str, name: str, place: int) -> str:
    """``name``, found near ``place``, with the year or the version that goes with it."""
    at = text.find(name, max(0, place - len(name)))
    more = _EDITION.match(text, at + len(name)) if at >= 0 else None
    return name + more[0] if more else name


_LETTER, _PART = re.compile(r"\w"), re.compile(r"[\w-]")


def _places(text: str, names: tuple[str, ...], rival: str) -> list[int]:
    """Where data sets are named, apart from those within ``rival`` and those that a model only saw before."""
    avoided = text.find(rival) if rival else -1
    there = (name for name in names if name in text)
    found = {
        at
        for name in there
        for at in places_of(name, text)
        if not _LETTER.match(text[at - 1 : at]) and not _PART.match(text, at + len(name))
    }
    places = [place for place in sorted(found) if not avoided <= place < avoided + len(rival)]
    places = [place for place in places if not _BASELINES_DATA.search(text[:place])]
    return [place for place in places if not _ONLY_BEFORE.search(text[:place]) and not _ONLY_FIRST.match(text, place)]


def tried_on(text: str, names: tuple[str, ...]) -> list[int]:
    """Where the data of a comparison without a figure are named: not those of training, nor "ImageNet categories"."""
    return [place for place in _places(text, names, "") if not _ITS_CLASSES.match(text, place)]


def _of_a_bracket(text: str, place: int, start: int) -> bool:
    """Whether the data at ``place`` belong to another figure, in a bracket that closes before ``start``."""
    opened, closed = text.rfind("(", 0, place), text.find(")", place)
    within = opened > text.rfind(")", 0, place) and closed < start
    return within and bool(re.search(rf"(?<![\w-]){NUMBER}(?![\w-])", text[opened:place]))


def _opens_another(text: str, name: str, place: int) -> bool:
    """Whether the data at ``place`` stand before their own figure, in a clause that they open, alone or in a list."""
    whole = text.rfind(name, 0, place + len(name))
    place = whole if whole >= 0 else place
    return bool(_OPENS.search(text[:place]) and _ITS_FIGURE.match(text, place + len(name)))
