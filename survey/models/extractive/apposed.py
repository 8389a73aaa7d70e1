"""A name that its statement doesn't explain, with what its abstract calls that: "TreeSort, a training mechanism"."""

import re

from survey.evidence import SUPPORT, best_line, sentences, support
from survey.models.extractive.called import NO_NAME
from survey.models.extractive.contributed import without_novelty
from survey.questions import RecordedPaper
from survey.words import small

_THING = (
    r"(?:method|approach|framework|model|network|algorithm|system|technique|architecture|strategy|pipeline|module|"
    r"mechanism|paradigm|scheme|loss|metric|benchmark|dataset|data set|corpus|tool|toolkit|agent|training|fine-tuning)"
)
_FIRST = re.compile(  # at the start, or behind its paper: "In the TreeSet paper, TreeSort outperforms ..."
    r"^(?:In (?:the \S+|one) paper(?: \(\"[^\"]+\"\))?, |One study(?: \(\"[^\"]+\"\))? [a-z]+s that )?"
    r"(?P<name>(?=\w*[A-Z]\w*[A-Z])[A-Z][\w-]*\w)(?= (?!is\b)(?:\w+ly )?[a-z]+(?<!s)s\b)"
)


def apposed(text: str, paper: RecordedPaper) -> str:
    """``text`` with what the paper calls the name that it starts with, where the paper's title lacks that name."""
    found = _FIRST.match(text)
    if found is None or found["name"] in paper.title or NO_NAME.fullmatch(found["name"]):
        return text
    what = _what_it_is(found["name"], paper.abstract)
    told = f"{text[: found.end()]}, {what},{text[found.end() :]}"
    lines = (paper.title, *sentences(paper.abstract))
    best = best_line(told, lines)
    borne = best == best_line(text, lines) and support(told, lines[best]) >= SUPPORT
    return told if what and borne and what not in text else text


def _what_it_is(name: str, abstract: str) -> str:
    """What ``abstract`` calls ``name``: "a training mechanism"; empty where it doesn't say that in few words."""
    some = rf"(?P<what>an? (?:(?!(?:that|which|for|of|in|to|with|by)\b)[\w-]+,? ){{1,5}}?{_THING})"
    name = re.escape(name)
    ahead = re.search(rf"\b{some}(?:,|,? (?:called|named|termed|dubbed)) {name}\b", abstract, re.IGNORECASE)
    found = ahead or re.search(rf"\b{name}(?: \([^()]*\))?, {some}\b(?! {_THING})", abstract)
    return small(without_novelty(found["what"])) if found else ""
