"""One topic without any model: its name from its phrases, its claims from its papers' own checked statements.

What is said of several papers is only what can be counted or set side by side: the data sets they share, the terms they
share, and values of one measure on one data set. Everything else is one paper's own statement, under its own name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from survey.evidence import content_words, numbers
from survey.questions import (
    ClaimAnswer,
    RecordedPaper,
    Said,
    SynthesisAnswer,
    SynthesisValues,
    TopicNameAnswer,
    TopicNameValues,
)

_MOST_SHARED = 4
_MOST_GAPS = 4
_NAME = re.compile(r"^\s*([^\s:,.?!]+(?:[ -][^\s:,.?!]+){0,2})\s*:")
_GENERIC = re.compile(
    r"^(?:the|this|its?|their|a)\s+(?:(?:proposed|new|novel|resulting|best|full|final|simple|overall|complete)\s+)*"
    r"(?:method|approach|model|framework|algorithm|system|network|technique|architecture|strategy|solution)(?=\s)",
    re.IGNORECASE,
)


def topic_name(values: TopicNameValues) -> TopicNameAnswer:
    """The best candidate name, else the first keywords."""
    return TopicNameAnswer(name=next(iter(values.phrases), " ".join(values.keywords[:2])) or "Papers")


def synthesis(values: SynthesisValues) -> SynthesisAnswer:
    """Claims in reading order: what the topic is about, what its papers share, what each finds, what stays open."""
    said = {paper.id: paper.said for paper in values.papers}
    claims = [
        *_opening(values),
        *_shared_data(values.papers),
        *_differences(values.papers),
        *_findings(values.papers),
        *_gaps(values.papers),
    ]
    if not claims:
        claims = [_claim("finding", one.text, [name]) for name, statements in said.items() for one in statements[:1]]
    return SynthesisAnswer(claims=claims)


def _claim(kind: str, text: str, papers: Iterable[str]) -> ClaimAnswer:
    return ClaimAnswer.model_validate({"kind": kind, "text": text, "papers": list(papers)})


def named(paper: RecordedPaper, text: str) -> str:
    """``text`` with "the method" at its start replaced by the name that the paper's title gives it, if it gives one."""
    found = _NAME.match(paper.title)
    return _GENERIC.sub(lambda _: found[1], text, count=1) if found else text


def _opening(values: SynthesisValues) -> Iterator[ClaimAnswer]:
    """The statement of a problem that shares most words with the topic's other papers."""
    words = [
        frozenset[str]().union(*(content_words(s.text) for s in p.said), content_words(p.title)) for p in values.papers
    ]
    weight: dict[str, int] = defaultdict(int)
    for own in words:
        for word in own:
            weight[word] += 1

    def worth(text: str) -> float:
        found = content_words(text)
        return sum(weight[w] - 1 for w in found) / (4 + len(found))

    problems = [(worth(s.text), p.id, s.text) for p in values.papers for s in p.said if s.field == "problem"]
    for _, paper, text in sorted(problems, key=lambda p: -p[0])[: 1 if len(values.papers) < 8 else 2]:
        yield _claim("context", text, [paper])


def _shared_data(papers: Iterable[RecordedPaper]) -> Iterator[ClaimAnswer]:
    """A claim for each data set that two or more papers report on."""
    users: dict[str, dict[str, None]] = defaultdict(dict)
    for paper in papers:
        for one in paper.said:
            if one.dataset:
                users[one.dataset][paper.id] = None
    shared = sorted(
        ((name, list(ids)) for name, ids in users.items() if len(ids) > 1), key=lambda s: (-len(s[1]), s[0])
    )
    for name, ids in shared[:_MOST_SHARED]:
        yield _claim("agreement", f"{name} is common ground for results.", ids)


def _differences(papers: Iterable[RecordedPaper]) -> Iterator[ClaimAnswer]:
    """Values that two papers report for one measure on one data set."""
    reported: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for paper in papers:
        for one in paper.said:
            if one.measure and one.dataset and one.value and numbers(one.value):
                value = f"{one.value}{one.unit or ''}" if one.unit in {"%", "x"} else one.value
                reported[one.measure, one.dataset].setdefault(paper.id, value)
    for (measure, dataset), values in sorted(reported.items()):
        if len(set(values.values())) > 1:
            listed = " and ".join(dict.fromkeys(values.values()))
            yield _claim("difference", f"On {dataset}, the reported {measure} differs: {listed}.", values)


def _findings(papers: Iterable[RecordedPaper]) -> Iterator[ClaimAnswer]:
    """For each paper its best result: one with a value before one without."""
    for paper in papers:
        results = [one for one in paper.said if one.field == "result"]
        if results:
            best = max(results, key=_weight)
            yield _claim("finding", named(paper, best.text), [paper.id])


def _weight(result: Said) -> tuple[bool, int, int]:
    filled = sum(part is not None for part in (result.measure, result.dataset, result.baseline))
    return bool(result.value), filled, -len(result.text)


def _gaps(papers: Iterable[RecordedPaper]) -> Iterator[ClaimAnswer]:
    """What the papers themselves name as open."""
    open_ends = [(paper, one) for paper in papers for one in paper.said if one.field == "limitations"]
    for paper, one in open_ends[:_MOST_GAPS]:
        yield _claim("gap", named(paper, one.text), [paper.id])
