"""What can be counted of a topic's papers beside their subjects: the data that they report on, what kind they are."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from survey.models.extractive.reports import data_of, is_written
from survey.questions import RecordedPaper
from survey.words import MANY, data_key

_LEAST_SHARE = 0.15
_FEW_PAPERS = 6  # a topic of so many papers divides into groups of two
_LEAST_SHARING_DATA = 3
_SURVEY = re.compile(
    r"\b(?:an?|the|this|:) (?:[\w-]+ ){0,3}(?:survey|review)\b|"
    r"^(?:an? )?(?:[\w-]+ ){0,2}(?:survey|review) (?:of|on)\b"
    r"|: (?:[\w-]+ ){0,4}(?:survey|review)\b|^(?:surveys|reviews) ",
    re.IGNORECASE,
)
_DATA = (
    r"(?:benchmark|data ?set|corpus)s?(?: suites?)?"
    r"(?=[,.:;(]| (?:for|of|that|to|with|on|which|in|from|called|named|is|and|along|together)\b| \(|"
    r" (?:[a-z]+ly )?[a-z]+(?:ed|ing)\b)"
)
_DATA_MADE = re.compile(
    r"^(?:introduces|presents|proposes|provides|releases|creates|builds|constructs|collects|contributes|develops) "
    rf"(?:[\w-]+,? ){{0,7}}?{_DATA}",
    re.IGNORECASE,
)
_WE_MADE = re.compile(
    r"\b(?:(?:we|this (?:paper|work|study|report)) (?:\w+ly |also |then |further )?"
    r"(?:introduce[sd]?|present(?:s|ed)?|propose[sd]?|provide[sd]?|release[sd]?|contribute[sd]?|develop(?:s|ed)?|"
    r"curate[sd]?|create[sd]?|buil(?:ds?|t)|construct(?:s|ed)?|compile[sd]?|establish(?:es|ed)?)|"
    r"and (?:introduce|release|curate)) "
    r"(?:(?!(?:that|which|for|to|on|with|using|by|of|in|from|the|its|our)\b)[\w-]+,? |"
    r"the (?=first|largest|(?-i:[A-Z]))|\{[\w-]+\},? |\([\w-]{2,20}\),? ){1,10}?"
    rf"{_DATA}|(?-i:[A-Z])[\w-]+(?<!ly), (?:an? (?:new|novel)|the first) (?:[a-z-]+ ){{0,4}}?{_DATA}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of paper: what it does, the words by which it says so of itself, and where it says so."""

    does: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    anywhere: re.Pattern[str] | None = None  # in its abstract


_KINDS = (
    _Kind("{} the field", ("survey", "review"), _SURVEY),
    _Kind("report {}", ("a meta-analysis",), re.compile(r"\bmeta-analys[ei]s\b", re.IGNORECASE)),
    _Kind(
        "report on {}",
        ("randomized trials",),
        re.compile(r"\brandomi[sz]ed\b.{0,40}\btrials?\b", re.IGNORECASE),
    ),
    _Kind("introduce {}", ("a benchmark", "a dataset"), _DATA_MADE, _WE_MADE),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Some papers of a topic, what holds of each of them, as a sentence, and the ``subject`` that it names, if any."""

    text: str
    papers: tuple[str, ...]
    subject: str = ""
    telling: bool = True  # not of what the topic's name says already, nor of a thing that may be touched in passing


def least_sharing(papers: int) -> int:
    """How many papers make a group in a topic of so many."""
    return max(2 if papers <= _FEW_PAPERS else 3, -int(-papers * _LEAST_SHARE // 1))


def data(papers: Sequence[RecordedPaper]) -> Iterator[Group]:
    """The data set that most papers report on."""
    users: dict[str, dict[str, None]] = defaultdict(dict)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for paper in papers:
        for name in data_of(paper):
            if is_written(name, paper):
                users[data_key(name)][paper.id] = None
                forms[data_key(name)][name] += 1
    texts = [paper.abstract.casefold() for paper in papers]

    def plainly(key: str) -> tuple[int, int, str]:  # of two that as many report on, the one that more write in full
        return len(users[key]), sum(name.casefold() in text for name in forms[key] for text in texts), key

    best = max(users, key=plainly, default="")
    if best and len(users[best]) >= max(_LEAST_SHARING_DATA, least_sharing(len(papers))):
        name = max(sorted(forms[best]), key=forms[best].__getitem__)
        yield Group(f"{MANY} report on {name}.", tuple(users[best]), name)


def kinds(papers: Sequence[RecordedPaper]) -> Iterator[Group]:
    """The papers of each kind, where there are several."""
    for kind in _KINDS:
        found = {paper.id: list(_saying(kind, paper)) for paper in papers}
        ids = [id_ for id_, told in found.items() if told]
        if len(ids) >= (least_sharing(len(papers)) if kind.anywhere else 2):
            told = " ".join(word.lower() for words in found.values() for word in words)
            named = [words for words in kind.words if words.split()[-1] in told or len(kind.words) == 1]
            yield Group(f"{MANY} {kind.does.format(' or '.join(named or kind.words))}.", tuple(ids))


def _saying(kind: _Kind, paper: RecordedPaper) -> Iterator[str]:
    """The words by which a paper says that it is of a kind."""
    told = (paper.title, *(one.text for one in paper.said if one.field == "contribution"))
    yield from (found[0] for text in told for found in kind.pattern.finditer(text))
    if kind.anywhere:
        yield from (found[0] for found in kind.anywhere.finditer(paper.abstract))
