"""What a paper offers, and how that works, as statements that stand alone: each with what it says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from survey.models.extractive.alone import POINTING, is_vague
from survey.models.extractive.called import name_of
from survey.models.extractive.contributed import contribution, is_what, without_novelty
from survey.models.extractive.subject import is_called_so, named
from survey.models.extractive.workings import workings
from survey.questions import RecordedPaper

Says = Literal["what", "how", "aim", "part", "praise"]
_IS_A = re.compile(r"(?: \([^()]*\))? (?:is|are) (?:an?|the) ")
_GOOD_FOR = re.compile(
    r"(?:\w+ly )?(?:also )?(?:achieve|improve|enhance|outperform|offer|provide|enable|allow|support|reduce|deliver|"
    r"boost|ensure|surpass|facilitate)s\b"
)
_PART = (
    r"(?:module|block|branch|head|layer|gate|loss|term|regulari[sz]er|predictor|adapter|mechanism|component|unit|"
    r"penalty|constraint|encoding|metric)s?\b"
)
_ADDS = re.compile(  # "the TreeNet paper designs a pruning module"
    r"(?:^|, )(?:[Oo]ne paper|[Tt]he \S+ paper|\S+) (?:\w+ly |also )?(?:introduces|proposes|designs|develops|presents|"
    rf"devises|incorporates|adds|puts forward) (?:an?|two|three|the) (?:[\w-]+ ){{0,6}}?(?:auxiliary|{_PART})"
)
_MEANS = re.compile(
    r"\b(?:by|via|through|using|with|from|based on|where|in which|leverag\w+|combin\w+|integrat\w+|employ\w+)\b|: "
)
_IS_FOR = re.compile(  # "TreeNet is a method that balances cost and gain"
    r"^[^,;:]{2,120}? (?:is|are) (?:an?|the) (?:(?!(?:that|which|to|for|where)\b)[^\s,;:]+ ){0,8}?"
    r"(?:(?:that|which|can|capable of|designed|aimed|aiming|aims|intended|meant|to|for|at|\w+ly) ){1,4}"
    r"(?:achiev|improv|enhanc|balanc|bridg|address|mitigat|advanc|boost|ensur|enabl|facilitat|support|tackl|"
    r"strengthen|increas|reduc|provid|offer|overcom)(?:e|es|s|ing)? "
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A statement on what a paper offers: what that is, how it works, a part, or what it's good for; its quotes."""

    text: str
    says: Says
    quotes: tuple[str, ...]


def offers(paper: RecordedPaper) -> Iterator[Offer]:
    """What the paper contributes and how that works; nothing of either where that needs its abstract."""
    name = name_of(paper)
    yield from _among_results(paper)
    yield from _of_data(paper)
    for field, text in (("contribution", contribution(paper)), ("method", workings(paper))):
        if text:
            quotes = next((one.quotes for one in paper.said if one.field == field), ())
            yield Offer(text, _says(name, field, text), tuple(quotes))


def _among_results(paper: RecordedPaper) -> Iterator[Offer]:
    """What a record tells among its results though it is offered: "The method, called TreeNet, sorts ..."."""
    for one in paper.said:
        if one.field != "result" or one.value:
            continue
        text = named(paper, one.text)
        if is_called_so(one.text) and not is_vague(text) and not POINTING.search(text):
            yield Offer(text, "how", tuple(one.quotes))


def _of_data(paper: RecordedPaper) -> Iterator[Offer]:
    """The data that a paper whose title speaks of them makes, counted: "TreeQA is a dataset of 350 ..."."""
    made = next((one for one in paper.said if one.field == "data" and _COUNTS.search(one.text)), None)
    if made is None or not _OF_DATA.search(paper.title):
        return
    text = is_what(name_of(paper), without_novelty(made.text))
    if text and not is_vague(text) and not POINTING.search(text):
        yield Offer(text, "what", tuple(made.quotes))


_OF_DATA = re.compile(r"\b(?:data ?sets?|benchmark\w*|corpus|corpora)\b", re.IGNORECASE)
_COUNTS = re.compile(r"\b\d[\d,.]*[KkM]?\b(?!-)")


def _says(name: str | None, field: str, text: str) -> Says:
    if name and text.startswith(f"{name} ") and _GOOD_FOR.match(text, len(name) + 1):
        return "praise" if field == "contribution" else "how"
    if field == "method" and _ADDS.search(text):
        return "part"
    is_what = name is not None and text.startswith(name) and _IS_A.match(text, len(name))
    if (field == "contribution" or is_what) and (aim := _IS_FOR.match(text)) and not _MEANS.search(text, aim.end()):
        return "aim"
    return "what" if field == "contribution" or is_what else "how"
