"""One topic without any model: its name from its phrases, its claims from its papers' own checked statements.

What is said of several papers is only what can be counted or set side by side: the data sets they share, the terms they
share, and values of one measure on one data set. Everything else is one paper's own statement, under its own name.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from survey.evidence import STOP_WORDS, content_words
from survey.papers import normalised_title
from survey.questions import (
    ClaimAnswer,
    Kind,
    RecordedPaper,
    Said,
    SynthesisAnswer,
    SynthesisValues,
    TopicNameAnswer,
    TopicNameValues,
)
from survey.words import listed

_MOST_SHARED = 3
_MOST_GAPS = 4
_LEAST_FINDINGS = 3
_SHARE_OF_FINDINGS = 0.5
_NAME = re.compile(r"^\s*([^\s:,.?!]+(?:[ -][^\s:,.?!]+){0,2})\s*:")
_GENERIC = re.compile(
    r"^(?:the|this|its?|their|a)\s+(?:(?:proposed|new|novel|resulting|best|full|final|simple|overall|complete)\s+)*"
    r"(?:method|approach|model|framework|algorithm|system|network|technique|architecture|strategy|solution)(?=\s)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"^(?:shows?|demonstrates?|achieves?|reports?|improves?|outperforms?|reduces?|obtains?|reaches|attains?|surpasses|yields?|finds?"
    r"|provides?|enables?|allows?|gains?|sets?|exceeds?|boosts?|increases|evaluates|validates|exhibits|delivers|proves|reveals)\s",
    re.IGNORECASE,
)
_VAGUE_START = re.compile(
    r"^(?:the|these|this|those|such|it|its|results?|experiments?|extensive|experimental|empirical|comprehensive|in|on|with|for|"
    r"when|by|evaluations?|through|using|aided|also|compared|while|both|a|an|coupling|employs|leverages|uses)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(r"\b(?:this|these|those|such an?|the (?:above|former|latter)|here)\b", re.IGNORECASE)
_COINED = re.compile(r"\b\w*[A-Za-z]\w*[A-Z0-9]\w*\b")
_GAIN = re.compile(
    r"\b(?:by|improv\w+|gains?|over|higher|lower|boosts?|reduc\w+|increas\w+|decreas\w+|than|up to|more|less)\b|\+"
)
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_BOILERPLATE = STOP_WORDS | frozenset(
    """
    approach approaches method methods model models framework frameworks novel new existing performance
    results result experiments experimental extensive state-of-the-art state art datasets dataset data
    different various training trained learning learned task tasks use used using uses based high low better
    large small number effective effectively efficient significantly significant first two three well
    demonstrate demonstrates improve improves improved achieve achieves outperforms outperform baseline
    baselines benchmark benchmarks evaluate evaluation several many often known current recent previous prior
    simple general especially specifically respectively make makes made one real-world real world across
    compared allows provides provide enables available publicly code finds find
    """.split()
)


def topic_name(values: TopicNameValues) -> TopicNameAnswer:
    """The best candidate name that isn't one paper's title, else the first keywords."""
    titles = {normalised_title(title) for title in values.titles}
    names = (phrase for phrase in values.phrases if normalised_title(phrase) not in titles)
    return TopicNameAnswer(name=next(names, " and ".join(values.keywords[:2])) or "Papers")


def synthesis(values: SynthesisValues) -> SynthesisAnswer:
    """Claims in reading order: what the topic is about, what its papers share, what they find, what stays open."""
    papers = values.papers
    claims = [
        *_opening(papers),
        *_threads(values),
        *_shared_data(papers),
        *_findings(papers),
        *_differences(papers),
        *_gaps(papers),
    ]
    if not claims:
        claims = [_claim("finding", one.text, [paper.id]) for paper in papers for one in paper.said[:1]]
    return SynthesisAnswer(claims=claims)


def _claim(kind: Kind, text: str, papers: Iterable[str]) -> ClaimAnswer:
    return ClaimAnswer(kind=kind, text=text, papers=list(papers))


def named(paper: RecordedPaper, text: str) -> str:
    """``text`` under the name that the paper's title gives its method, if it gives one.

    "The method achieves ..." and "Achieves ..." both become "ColorMAE achieves ..."; "On CIFAR-10 it ..." becomes
    "ColorMAE: On CIFAR-10 it ...".
    """
    found = _NAME.match(paper.title)
    if not found or found[1].casefold() in text.casefold():
        return text
    if _GENERIC.match(text):
        return _GENERIC.sub(lambda _: found[1], text, count=1)
    if _VERB.match(text):
        return f"{found[1]} {text[:1].lower()}{text[1:]}"
    return f"{found[1]}: {text}" if _VAGUE_START.match(text) else text


def _opening(papers: Sequence[RecordedPaper]) -> Iterator[ClaimAnswer]:
    """The statement of a problem that shares most words with the topic's other papers; two for a larger topic."""
    weight = Counter(word for paper in papers for word in _words_of(paper))

    def worth(text: str) -> float:
        found = content_words(text)
        return sum(weight[word] - 1 for word in found) / (4 + len(found))

    told = [(p.id, s.text) for p in papers for s in p.said if s.field == "problem"]
    problems = [(worth(text), paper, text) for paper, text in told if not _pointing(text)]
    for _, paper, text in sorted(problems, key=lambda p: -p[0])[: 1 if len(papers) < 8 else 2]:
        yield _claim("context", text, [paper])


def _pointing(text: str) -> bool:
    """Whether ``text`` opens with something that only its abstract explains."""
    return bool(_GENERIC.match(text) or _POINTING.match(text) or re.match(r"(?:it|they|both|its|their)\b", text, re.I))


def _words_of(paper: RecordedPaper) -> frozenset[str]:
    return frozenset[str]().union(content_words(paper.title), *(content_words(one.text) for one in paper.said))


def _threads(values: SynthesisValues) -> Iterator[ClaimAnswer]:
    """How the papers divide: phrases of two or three words that several, but not most, of them use."""
    users: dict[str, dict[str, None]] = defaultdict(dict)
    shown: dict[str, str] = {}
    for paper in values.papers:
        for text in (paper.title, *(quote for one in paper.said for quote in one.quotes)):
            for phrase in _phrases(text):
                users[phrase.casefold()][paper.id] = None
                shown.setdefault(phrase.casefold(), phrase)
    most = max(2, int(len(values.papers) * 0.6))
    topic_words = content_words(values.topic)
    found = [
        (phrase, list(ids))
        for phrase, ids in users.items()
        if 2 <= len(ids) <= most and not content_words(phrase) <= topic_words
    ]
    found.sort(key=lambda f: (-len(f[1]), -len(f[0].split()), f[0]))
    taken: list[frozenset[str]] = []
    for phrase, ids in found:
        words = content_words(phrase)
        if len(ids) > 2 and len(taken) < _MOST_SHARED and not any(words & other for other in taken):
            taken.append(words)
            yield _claim("agreement", f"Several papers work with {_within(shown[phrase])}.", ids)


def _phrases(text: str) -> Iterator[str]:
    """Runs of two or three content words within one clause of ``text``."""
    for clause in re.split(r"[.,;:()\[\]\"“”!?]|\s[-–—]+\s", text):
        words = _WORD.findall(clause)
        for size in (2, 3):
            for start in range(len(words) - size + 1):
                run = words[start : start + size]
                if not any(w.casefold() in _BOILERPLATE or len(w) < 3 or w.isdigit() for w in run):
                    yield " ".join(run)


def _within(phrase: str) -> str:
    """A phrase as it stands within a sentence: words small but for names and acronyms."""
    return " ".join(w if any(c.isupper() for c in w[1:]) else w.lower() for w in phrase.split())


def _shared_data(papers: Iterable[RecordedPaper]) -> Iterator[ClaimAnswer]:
    """A claim for each data set on which two or more papers report."""
    users: dict[str, dict[str, None]] = defaultdict(dict)
    for paper in papers:
        for one in paper.said:
            if one.dataset:
                users[one.dataset][paper.id] = None
    shared = sorted(
        ((name, list(ids)) for name, ids in users.items() if len(ids) > 1), key=lambda s: (-len(s[1]), s[0])
    )
    for name, ids in shared[:_MOST_SHARED]:
        yield _claim("agreement", f"Several papers report on {name}.", ids)


def _differences(papers: Iterable[RecordedPaper]) -> Iterator[ClaimAnswer]:
    """Values that papers reach for one measure on one data set; gains over something else are not set side by side."""
    reached: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for paper in papers:
        for one in paper.said:
            if one.measure and one.dataset and one.value and not _GAIN.search(one.text):
                value = f"{one.value}{one.unit or ''}" if one.unit in {"%", "x"} else one.value
                reached[one.measure, one.dataset].setdefault(paper.id, value)
    for (measure, dataset), values in sorted(reached.items()):
        if len(set(values.values())) > 1:
            reported = listed(list(dict.fromkeys(values.values())))
            yield _claim("difference", f"The reported {measure} on {dataset} differs: {reported}.", values)


def _findings(papers: Sequence[RecordedPaper]) -> Iterator[ClaimAnswer]:
    """The results that say most: with a value, and under a name, so that they make sense without their abstract."""
    best = []
    for paper in papers:
        results = [(_weight(one), named(paper, one.text)) for one in paper.said if one.field == "result" and one.value]
        results = [(weight, text) for weight, text in results if _stands_alone(paper, text)]
        if results:
            best.append((*max(results), paper.id))
    most = max(_LEAST_FINDINGS, round(len(papers) * _SHARE_OF_FINDINGS))
    chosen = {name for _, _, name in sorted(best, reverse=True)[:most]}
    for _, text, name in best:
        if name in chosen:
            yield _claim("finding", text, [name])


def _stands_alone(paper: RecordedPaper, text: str) -> bool:
    """Whether a reader learns from ``text`` alone whose result it is: by a name, and without pointing elsewhere."""
    if _POINTING.search(text):
        return False
    name = _NAME.match(paper.title)
    if name and name[1].casefold() in text.casefold():
        return True
    return not _VAGUE_START.match(text) and not _VERB.match(text) and bool(_COINED.search(" ".join(text.split()[:9])))


def _weight(result: Said) -> tuple[int, int]:
    filled = sum(part is not None for part in (result.measure, result.dataset, result.baseline))
    return filled, -len(result.text)


def _gaps(papers: Iterable[RecordedPaper]) -> Iterator[ClaimAnswer]:
    """What the papers themselves name as open."""
    open_ends = [(paper, one) for paper in papers for one in paper.said if one.field == "limitations"]
    for paper, one in open_ends[:_MOST_GAPS]:
        yield _claim("gap", named(paper, one.text), [paper.id])
