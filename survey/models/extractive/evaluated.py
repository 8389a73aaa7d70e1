"""The one data set or benchmark of an abstract on which its paper evaluates, for figures whose sentence names none.

"A public Figshare dataset was used." and, sentences later, "It reaches 99.5% accuracy": that is on Figshare. So are the
figures of a paper that presents a benchmark, where its abstract names no other data.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from survey.datasets import of_others, pretrained_with, trained_with
from survey.models.extractive.measures import is_cost, is_multiple
from survey.models.extractive.names import NOT_DATA, data_names
from survey.models.extractive.reported import RATES, Result
from survey.tasks import names_task

_KINDS = r"(?:data ?set|benchmark|corpus|database|test ?bed|test suite|test set)s?"
# "tested on the A dataset", "using the A benchmark", "the A dataset was used", "evaluations with A"
_TRIED = (
    r"\b(?:experiment|evaluat|validat|test|benchmark|assess|trial|results|achiev|perform|compar|demonstrat)"
    r"\w*\b[^.;:]{0,80}? (?:on|using|with|over) (?:the |an? |our )?(?:[a-z][\w-]+ ){0,3}?NAME(?![\w-])(?! tasks?\b)|"
    r"\b(?:us(?:e|es|ed|ing)|employ\w*|utili[sz]\w*) (?:the |an? )?(?:[a-z][\w-]+,? ){0,4}?"
    r"NAME (?:[a-z]+ ){0,2}?KIND\b|"
    r"\bNAME (?:[a-z]+ ){0,2}?KIND\b[^.;]{0,120}? (?:was|were|is|are) (?:used|employed|utili[sz]ed)\b|"
    r"\bon (?:the )?(?:[a-z][\w-]+ ){0,3}?NAME (?:[a-z]+ ){0,2}?KIND\b"
)
_MAKES = (
    r"\b(?:introduc|present|propos|releas|construct|creat|curat|develop|contribut|buil[dt]|collect|establish)\w*\b"
    r"[^.;]{0,90}?"
)
_MADE = (
    rf"{_MAKES}(?:\bNAME(?![\w-])(?: \([^()]*\))?,? (?:which is |is )?(?:an?|the first|our) [^.;]{{0,90}}?\bKIND\b|"
    r"\bKIND,? (?:called |named |dubbed |termed |namely |\()?NAME(?![\w-]))|"
    r"\bNAME(?: \([^()]*\))?,? (?:is )?(?:an?|the first) (?:[\w-]+,? ){0,6}KIND\b"
)
# What was made to train on: "leveraging A, we develop nets", "models tuned on A"
_TO_TRAIN = (
    r"\b(?:leverag|us|with|employ|exploit|build|harness)\w*(?: on)? (?:the )?NAME,? "
    r"(?:we|the authors|this) (?:\w+ly |then |further )?"
    r"(?:develop|train|tune|fine-?tune|build|propose|introduce|design|pre-?train)|"
    r"\b(?:train|tun)\w* (?:[\w-]+ ){0,3}?(?:on|with|using|from) (?:the |our )?NAME|"
    r"\bNAME\b[^.;]{0,60} (?:training|tuning|pre-?training|instruction) (?:data|corpus|data ?set)"
)
_A_TASK = r"\b(?:for|of) (?:the )?NAME(?=[,.;)]| [a-z])(?! KIND)|\bNAME (?:tasks?|models?|systems?|methods?)\b"
_NAME = re.compile(r"(?P<name>[A-Z][\w+-]*[\w+](?: ?\d[\w.]*)?)(?=:| for | in | on )")
_SET = re.compile(r"\\[a-z]+\{([^{}]*)\}")  # "\textbf{NAME}"
_CODED = re.compile(r"[A-Z].*[A-Z\d]|\d")
_SEVERAL = re.compile(
    r"\b(?:both|two|three|four|five|six|seven|eight|nine|ten|several|multiple|various|diverse|many|numerous|different|"
    r"other|public|standard|popular|existing|real-world|[2-9]|\d\d) (?:[\w-]+ ){0,4}?"
    r"(?:data ?sets|benchmarks|corpora)\b|"
    r"\b(?:data ?sets|benchmarks|corpora) (?:show|demonstrat|indicat|confirm|validat|and)\w*\b"
)
# The sentence says itself on what, though not by name
_PLACED = re.compile(
    r"\b(?:data ?sets?|benchmarks?|corpus|corpora|cohorts?|patients|participants|subjects|simulat\w+|real[- ]world|"
    r"in-house|field|scenarios?|zero-shot|transfer\w*|generali[sz]\w*|(?:un|out-of-)\w+ data)\b|"
    r"^(?:On|In|For|Across|Under|When) ",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:other|existing|public|standard|external|downstream|real-world|established) (?:[\w-]+ ){0,2}?"
    r"(?:data ?sets?|benchmarks?|tasks?)\b|"
    r"\b(?:train|fine-?tun|pre-?train|distil|augment|extend|add|combin|enrich)\w*\b|"
    r"\b(?:simulat|real[- ]world|zero-shot|transfer|generali[sz])\w*",
    re.IGNORECASE,
)
_HELD = re.compile(
    r" \((?:on|in|across|under|at|of|when|within|from) "
    r"(?!the (?:test|validation|dev) set\b|(?:all |the )*(?:[\w-]+ ){0,3}(?:categories|classes)\))"
)
_AND_OTHERS = (
    r"NAME(?: (?:data ?set|benchmark)s?)?(?: \([^()]*\))?(?:,|,? and|,? as well as|,? among) "
    r"(?:others?|more|several|two|three|\d|"
    r"(?:the )?(?-i:[A-Z])\w)|(?-i:[A-Z])\w+(?:,|,? and) (?:the )?NAME"
)
_BY_READERS = re.compile(
    r"\bhuman (?:review|evaluation|judg|preference|stud)|\buser stud|\breviewers?\b", re.IGNORECASE
)


def placed_on_its_data(results: Sequence[Result], text: str, title: str, sentences: Sequence[str]) -> list[Result]:
    """The results of ``text``, one of the ``sentences``, on the only data that the abstract evaluates on."""
    if not results or any(one.dataset for one in results) or data_names(text):
        return list(results)
    ahead = sentences[: sentences.index(text)] if text in sentences else ()
    name, own = _only_data(title, sentences)
    if name is None or not any(name in one for one in ahead):
        return list(results)
    if (_ELSEWHERE if own else _PLACED).search(text) or _BY_READERS.search(text):
        return list(results)
    return [replace(one, dataset=name) if _wants(one, own=own) else one for one in results]


def _only_data(title: str, sentences: Sequence[str]) -> tuple[str | None, bool]:
    """The only data that are named, if the paper was tried on them or presents them; whether it presents them."""
    named = list(dict.fromkeys(name for text in sentences for name in data_names(text)))
    titled = _NAME.match(title)
    own = titled["name"] if titled else ""
    if own and not NOT_DATA.search(own) and _says(_MADE, own, sentences) and not _says(_TO_TRAIN, own, sentences):
        others = (name for name in named if not (own in name or name in own))
        return (None, False) if any(_says(_TRIED, name, sentences) for name in others) else (own, True)
    short = min(named, key=len, default=None)
    if short is None or not all(short in name for name in named) or any(map(_SEVERAL.search, sentences)):
        return None, False
    name = max(named, key=len) if len(set(named)) < 3 else short
    if pretrained_with(name, sentences) or trained_with(name, sentences) or of_others(name, sentences):
        return None, False
    if any(_says(doubt, name, sentences) for doubt in (_AND_OTHERS, _TO_TRAIN, _A_TASK)):
        return None, False
    made = bool(_CODED.search(name)) and _says(_MADE.replace("KIND", "benchmark"), name, sentences)
    return (name, made) if made or _says(_TRIED, name, sentences) else (None, False)


def _says(pattern: str, name: str, sentences: Sequence[str]) -> bool:
    """Whether one of the ``sentences`` says so of ``name``."""
    said = re.compile(pattern.replace("NAME", re.escape(name)).replace("KIND", _KINDS), re.IGNORECASE)
    return any(name in text and said.search(_SET.sub(r"\1", text)) for text in sentences)


def _wants(one: Result, *, own: bool) -> bool:
    """Whether a figure is a measure's value or gain on some data: no cost, no speed, nothing told with its place."""
    if not one.measure or one.unit in RATES or is_multiple(one.unit) or is_cost(one.measure):
        return False
    if own:
        return True
    return not (_HELD.search(one.measure) or names_task(one.measure.partition(" (")[2]))
