"""One topic without any model: its name from its phrases, its claims from its papers' own checked statements.

What is said of several papers is only what can be counted or set side by side: the terms they share, and values of one
measure on one data set. Everything else is one paper's own statement, under its own name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from survey.evidence import content_words
from survey.keyphrases.lists import BOILERPLATE, GENERIC, WEAK
from survey.keyphrases.phrases import is_acronym, phrases
from survey.models.extractive.findings import called, findings, name_of, named, points_elsewhere
from survey.models.extractive.gains import is_gain
from survey.papers import normalised_title
from survey.questions import (
    ClaimAnswer,
    Kind,
    RecordedPaper,
    SynthesisAnswer,
    SynthesisValues,
    TopicNameAnswer,
    TopicNameValues,
)
from survey.words import listed

_SHARED = (
    "{name} work with {term}.",
    "{term} {are} common to {name}.",
    "{name} also use {term}.",
)
_NAME_WORDS = 3
_LEAST_SHARING = 3
_MOST_SHARING = 0.6
_TERM_WORDS = 3
_WITHIN = 0.6
_WORDS_FOR_ONE_OPENING = 190
_LONGEST_OPENING = 38
_LEAST_WORDS_OF_GAP = 10
_SECOND_OPENING = 0.7


def topic_name(values: TopicNameValues) -> TopicNameAnswer:
    """The best candidate name that isn't one paper's title, else the first keywords."""
    titles = {normalised_title(title) for title in values.titles}
    names = (phrase for phrase in values.phrases if normalised_title(phrase) not in titles)
    return TopicNameAnswer(name=next(names, " and ".join(values.keywords[:2])) or "Papers")


def synthesis(values: SynthesisValues) -> SynthesisAnswer:
    """Claims in reading order: what the topic is about, what its papers share, what they find, what stays open."""
    papers = values.papers
    claims = [
        *_opening(values),
        *_threads(values),
        *(_claim("finding", finding.text, [finding.paper]) for finding in findings(papers, values.most)),
        *_differences(papers),
        *_gaps(papers, max(1, values.most // 3)),
    ]
    if not claims:
        claims = [_claim("finding", one.text, [paper.id]) for paper in papers for one in paper.said[:1]]
    return SynthesisAnswer(claims=claims)


def _claim(kind: Kind, text: str, papers: Iterable[str]) -> ClaimAnswer:
    return ClaimAnswer(kind=kind, text=text, papers=list(papers))


def _opening(values: SynthesisValues) -> Iterator[ClaimAnswer]:
    """The statement of a problem that shares most words with the topic's other papers; two where there is room."""
    weight = Counter(word for paper in values.papers for word in _words_of(paper))
    about = content_words(values.topic)

    def worth(text: str) -> float:
        found = content_words(text)
        share = len(about & found) / max(1, len(about))
        return (1 + share) * sum(weight[word] - 1 for word in found) / (4 + len(found))

    told = [(p.id, s.text) for p in values.papers for s in p.said if s.field == "problem"]
    fit = [(paper, text) for paper, text in told if len(text.split()) <= _LONGEST_OPENING]
    problems = [(worth(text), paper, text) for paper, text in fit if not points_elsewhere(text)]
    problems.sort(key=lambda p: -p[0])
    most = 1 if values.words < _WORDS_FOR_ONE_OPENING else 2
    for value, paper, text in problems[:most]:
        if value >= _SECOND_OPENING * problems[0][0]:
            yield _claim("context", text, [paper])


def _words_of(paper: RecordedPaper) -> frozenset[str]:
    return frozenset[str]().union(content_words(paper.title), *(content_words(one.text) for one in paper.said))


def _threads(values: SynthesisValues) -> Iterator[ClaimAnswer]:
    """How the papers divide: noun phrases that several, but not most, of them use."""
    users: dict[str, dict[str, None]] = defaultdict(dict)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for paper in values.papers:
        for text in (paper.title, *(quote for one in paper.said for quote in one.quotes)):
            for phrase in phrases(text, {}):
                if _tells(phrase.key):
                    users[phrase.key][paper.id] = None
                    forms[phrase.key][_running(phrase.surface)] += 1
    most = max(_LEAST_SHARING, int(len(values.papers) * _MOST_SHARING))
    known = content_words(values.topic)
    data = {(one.dataset or "").casefold() for paper in values.papers for one in paper.said}
    found = [(term, list(ids)) for term, ids in users.items() if _LEAST_SHARING <= len(ids) <= most]
    found = [(term, ids) for term, ids in found if not content_words(term) <= known and term not in data]
    found = [(term, ids) for term, ids in found if not _within_another(term, ids, found)]
    found.sort(key=lambda f: (-len(f[1]), -len(f[0].split()), f[0]))
    taken: set[str] = set()
    wordings = iter(_SHARED[: max(1, values.most // 3)])
    for term, ids in found:
        words = content_words(term)
        if not words & taken and (wording := next(wordings, None)):
            taken |= words
            shown = _usual(forms[term])
            are = "are" if shown.endswith("s") and not shown.endswith("ss") else "is"
            told = wording.format(name=_one_of(ids, values.papers), term=shown, are=are)
            yield _claim("agreement", told[:1].upper() + told[1:], ids)


def _one_of(ids: Sequence[str], papers: Sequence[RecordedPaper]) -> str:
    """Some papers by the name of the first of them that has a short one."""
    sharing = [paper for paper in papers if paper.id in set(ids)]
    names = (*(name_of(paper) or "" for paper in sharing), *(called(paper) for paper in sharing))
    short = next((name for name in names if 0 < len(content_words(name)) <= _NAME_WORDS), None)
    return f"{short} and others" if short else "several papers"


def _within_another(term: str, ids: Sequence[str], found: Iterable[tuple[str, Sequence[str]]]) -> bool:
    """Whether most papers that use ``term`` use it within one longer phrase."""
    longer = (set(held) for other, held in found if other != term and f" {term} " in f" {other} ")
    return any(len(held & set(ids)) >= _WITHIN * len(ids) for held in longer)


def _usual(forms: Mapping[str, int]) -> str:
    """The form that most papers use, the plural if it is at all usual."""
    return max(sorted(forms), key=lambda form: forms[form] * (2 if form.endswith("s") else 1))


def _tells(term: str) -> bool:
    """Whether a phrase tells papers of one field apart: of two or three words, none of them said of any paper."""
    words = term.split()
    stale = term in GENERIC or "'" in term or "’" in term
    return 1 < len(words) <= _TERM_WORDS and not stale and not any(w in BOILERPLATE or w in WEAK for w in words)


def _running(phrase: str) -> str:
    """A phrase as it stands within a sentence: words small but for names and acronyms."""
    return " ".join(word if is_acronym(word) else word.lower() for word in phrase.split())


def _differences(papers: Iterable[RecordedPaper]) -> Iterator[ClaimAnswer]:
    """Values that papers reach for one measure on one data set; gains over something else are not set side by side."""
    reached: dict[tuple[str, str], dict[str, tuple[str, str]]] = defaultdict(dict)
    for paper in papers:
        for one in paper.said:
            if one.measure and one.dataset and one.value and not is_gain(one.text):
                value = f"{one.value}{one.unit or ''}" if one.unit in {"%", "x"} else one.value
                reached[one.measure, one.dataset].setdefault(paper.id, (value, called(paper)))
    for (measure, dataset), values in sorted(reached.items()):
        if len({value for value, _ in values.values()}) > 1:
            shown = [f"{value} ({name})" for value, name in values.values()]
            yield _claim("difference", f"On {dataset}, the reported {measure} is {listed(shown)}.", values)


def _gaps(papers: Sequence[RecordedPaper], most: int) -> Iterator[ClaimAnswer]:
    """What the papers themselves name as open."""
    told = [(paper, one.text) for paper in papers for one in paper.said if one.field == "limitations"]
    open_ends = [(paper, text) for paper, text in told if len(text.split()) >= _LEAST_WORDS_OF_GAP]
    for paper, text in open_ends[:most]:
        yield _claim("gap", named(paper, text), [paper.id])
