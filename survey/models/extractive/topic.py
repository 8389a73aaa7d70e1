"""One topic without any model: its name from its phrases, its claims from its papers' own checked statements.

What is said of several papers is only what can be counted or set side by side: the terms they share, and values of one
measure on one data set. Everything else is one paper's own statement, under its own name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from survey.bearing import leaves_open
from survey.casing import within
from survey.evidence import SHARED_SUPPORT, SUPPORT, content_words, sentences, support
from survey.hanging import hanging
from survey.keyphrases.leftovers import subject_of
from survey.models.extractive.called import called
from survey.models.extractive.counted import Group
from survey.models.extractive.division import groups
from survey.models.extractive.explained import explained
from survey.models.extractive.findings import Room, findings
from survey.models.extractive.gains import is_gain
from survey.models.extractive.gaps import besides, gaps
from survey.models.extractive.motive import motives
from survey.models.extractive.parting import parting
from survey.models.extractive.parting import within as within_most
from survey.models.extractive.subject import named, with_subject
from survey.papers import normalised_title
from survey.questions import (
    ClaimAnswer,
    Kind,
    Length,
    RecordedPaper,
    SynthesisAnswer,
    SynthesisValues,
    TopicNameAnswer,
    TopicNameValues,
    on_topic,
)
from survey.telling import SAID_BY_ANY
from survey.words import ONE_ABOUT, in_plural, listed

_SHARE = {"short": 0.5, "standard": 0.85, "long": 1.0}
"""Of the words that a model is asked for: the papers' own are terser, and tables and lists follow."""
_BESIDE = 0.6
"""Of the words on what is left open: so much stands beside what is found, not in place of it."""
_HALF = 0.5
_FRAME = content_words("one another according in its finds shows concludes suggests reports leaves open")
_NAMELESS = {"short": 0.1, "standard": 0.15, "long": 1.0}
"""Of the papers: how many statements may be about one that has no name, which the list tells of by its title."""
_PROBLEMS = {"short": 0, "standard": 1, "long": 2}
_STARTS = ("One paper starts from the observation that", "Another starts from the observation that")
"""A problem that one paper states is that paper's view of the field, and what it goes on to work on."""
_UNDER_CONDITIONS = re.compile(
    r"\bwith only\b|\b(?:few|zero|one)-shot\b|\bextrapolat|\b(?:annotated|labell?ed) (?:images|samples|data)\b|"
    r"\d ?% (?:of )?(?:the )?(?:\S+ )?labels\b|\blinear prob",
    re.IGNORECASE,
)
"""What a figure is reached under that others aren't: such figures aren't set side by side."""


def topic_name(values: TopicNameValues) -> TopicNameAnswer:
    """The best candidate name that isn't one paper's title, else the first keywords; of what can be counted, many."""
    titles = {normalised_title(title) for title in values.titles}
    names = (name for phrase in values.phrases for name in (_in_plural(phrase), phrase))
    fit = (name for name in names if normalised_title(name) not in titles)
    return TopicNameAnswer(name=next(fit, _in_plural(" and ".join(values.keywords[:2]))) or "Papers")


def _in_plural(name: str) -> str:
    """ "State space model" as "State space models": a topic is about more than one."""
    return " and ".join(in_plural(part) for part in name.split(" and "))


def synthesis(values: SynthesisValues) -> SynthesisAnswer:
    """Claims in reading order: what the papers are about, why that is worked on, what they find, what stays open."""
    values = replace(values, topic=subject_of(values.topic))
    papers, length = values.papers, length_of(values.words, len(values.papers))
    parts, opening = _opening(values, length)
    left_open = gaps(papers)
    open_claims = [_claim("gap", one.text, [one.paper]) for one in left_open]
    differences = [*_differences(papers, 1 if length == "short" else 3)]
    behind = [*differences, *open_claims]
    words = round(values.words * _SHARE[length]) - _words([*opening, *behind])
    words += round(_BESIDE * sum(len(one.text.split()) for one in left_open))
    room = Room(
        words, max(_PROBLEMS[length] + 1, round(len(papers) * _NAMELESS[length])), each=3 if length == "long" else 1
    )
    told = findings(besides(papers, left_open), room, [part.papers for part in parts if len(part.papers) > 1])
    found = [_claim("finding", one.text, [one.paper]) for one in told]
    claims = [*opening, *found, *differences, *(one for one in open_claims if not _is_found(one, found))]
    claims = within_most(claims, parts, values.most)
    if not claims:
        first = ((paper, one.text) for paper in papers for one in paper.said[:1])
        claims = [_claim("finding", with_subject(paper, named(paper, text)), [paper.id]) for paper, text in first]
    return SynthesisAnswer(claims=explained(claims, values))


def _is_found(gap: ClaimAnswer, found: Sequence[ClaimAnswer]) -> bool:
    """Whether a finding on a paper says half of what that leaves open, and as something that fails."""
    words = content_words(gap.text) - SAID_BY_ANY - _FRAME
    told = (content_words(one.text) for one in found if one.papers == gap.papers and leaves_open(one.text))
    return any(len(words & one) >= _HALF * len(words) for one in told)


def _opening(values: SynthesisValues, length: Length) -> tuple[list[Group], list[ClaimAnswer]]:
    """How a topic opens, as groups and as claims: how its papers divide, and a problem that they share."""
    found = groups(values, 3 if length == "long" else 2)
    parts = parting(values, found, length)
    subjects = [part.subject for part in found if " " in part.subject]  # one word alone would fit too many problems
    most = _PROBLEMS[length]
    problems = (
        _problems(values, subjects, most) if parts and any(part.subject for part in found) else _of_two(values, most)
    )
    texts = " ".join(f"{paper.title}. {paper.abstract}" for paper in values.papers)
    told = (_claim("agreement" if len(part.papers) > 1 else "context", part.text, part.papers) for part in parts)
    why = (
        _claim("context", f"{start} {within(text, texts)}", [paper])
        for start, (paper, text) in zip(_STARTS, problems, strict=False)
    )
    return parts, [*told, *why]


def _words(claims: Sequence[ClaimAnswer]) -> int:
    """How many words claims take; what single papers are about takes next to none in a row behind counts."""
    counted = any(claim.kind == "agreement" for claim in claims)
    return sum(len(claim.text.split()) for claim in claims if not (counted and claim.text.startswith(ONE_ABOUT)))


def _problems(values: SynthesisValues, subjects: Sequence[str], most: int) -> list[tuple[str, str]]:
    """At most so many problems: none hangs on what its abstract says ahead ("while both ..."), or on two sentences."""
    by_id = {paper.id: paper for paper in values.papers}
    told = motives(values, subjects, most + 1) if most else []
    alone = [(paper, text) for paper, text in told if not hanging(sentences(text)[0])]
    return [(paper, text) for paper, text in alone if _is_held(f"{_STARTS[0]} {text}", by_id[paper])][:most]


def _is_held(text: str, paper: RecordedPaper) -> bool:
    """Whether one sentence of the paper bears ``text`` out."""
    lines = (*sentences(paper.abstract), *(quote for one in paper.said for quote in one.quotes))
    return any(support(text, line) >= SUPPORT for line in lines)


def _of_two(values: SynthesisValues, most: int) -> list[tuple[str, str]]:
    """The problems of two papers of a topic whose subjects can't be counted: one paper's alone would open it oddly."""
    problems = _problems(values, (), 2) if most else []
    return problems if len({paper for paper, _ in problems}) > 1 else []


def length_of(words: int, papers: int) -> Length:
    """The length at which so many words are wanted of so many papers, or the nearest."""
    return min(get_args(Length), key=lambda length: abs(on_topic(length, papers).words - words))


def _claim(kind: Kind, text: str, papers: Iterable[str]) -> ClaimAnswer:
    return ClaimAnswer(kind=kind, text=text, papers=list(papers))


def _differences(papers: Sequence[RecordedPaper], most: int) -> Iterator[ClaimAnswer]:
    """Values that papers reach for one measure on one data set; gains over something else are not set side by side."""
    reached: dict[tuple[str, str], dict[str, tuple[str, str]]] = defaultdict(dict)
    for paper in papers:
        for one in paper.said:
            plain = not is_gain(one.text) and not _UNDER_CONDITIONS.search(one.text)
            if one.measure and one.dataset and one.value and plain:
                value = f"{one.value}{one.unit or ''}" if one.unit in {"%", "x"} else one.value
                reached[one.measure, one.dataset].setdefault(paper.id, (value, called(paper, one.text)))
    lines = {paper.id: (paper.title, *(quote for one in paper.said for quote in one.quotes)) for paper in papers}
    told = [(place, _side_by_side(place, values, lines)) for place, values in reached.items()]
    told = [(place, values) for place, values in told if len({value for value, _ in values.values()}) > 1]
    told.sort(key=lambda entry: (-len(entry[1]), entry[0]))
    for place, values in sorted(told[:most]):
        yield _claim("difference", _set_out(place, values), values)


def _set_out(place: tuple[str, str], values: Mapping[str, tuple[str, str]]) -> str:
    measure, dataset = place
    return (
        f"On {dataset}, the reported {measure} is {listed([f'{value} ({name})' for value, name in values.values()])}."
    )


def _side_by_side(
    place: tuple[str, str], values: Mapping[str, tuple[str, str]], lines: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, str]]:
    """The ``values`` whose papers each bear out their share of the statement: with many names that is little."""
    left = dict(values)
    while len(left) > 1:
        text = _set_out(place, left)
        shares = {id_: max(support(text, line) for line in lines[id_]) for id_ in left}
        least = min(shares, key=lambda id_: shares[id_])
        if shares[least] >= SHARED_SUPPORT:
            break
        del left[least]
    return left
