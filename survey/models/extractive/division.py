"""What unites the papers of a topic, and how they divide: subjects, shared data and kinds of paper, as counted groups.

Each group is a statement that holds of each of its papers by construction: a phrase in its title or in the sentences
that say what it is about, a data set that it reports a result on, or the word by which it says what kind of paper it
is. The statements begin with ``MANY``; how many that is, is counted from their citations where they are shown.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from survey.evidence import SHARED_SUPPORT, SUPPORT, best_line, content_words, sentences, support
from survey.keyphrases.lists import GENERIC, WEAK
from survey.keyphrases.phrases import acronyms_in, is_acronym, phrases, singular
from survey.models.extractive.membership import acronyms_of, members
from survey.models.extractive.reports import data_of, is_written
from survey.models.extractive.things import NO_SUBJECT, things
from survey.questions import RecordedPaper, SynthesisValues
from survey.words import MANY, data_key, in_plural

_TERM_WORDS = 3
_LEAST_SHARE = 0.15
_FEW_PAPERS = 6  # a topic of so many papers divides into groups of two
_FEWEST = 2  # papers that make a group, and the groups that are told, where no larger ones are found
_UNTITLED = 4  # papers that make a subject which no title names
_WITHIN = 0.6
_NAME_SHARE = 0.2
_BESIDE = 0.34
_WORD_SHARE = 0.25  # of the titles, for a subject of one word
_ALIKE = 0.5
_LEAST_SHARING_DATA = 3
_OF_THINGS = ("work with", "use", "build on")
_OF_SUBJECTS = ("are about", "deal with", "address")
_WITH_THINGS = ("deal with", "use")
_SUBJECT_WORD = re.compile(r"^(?=.{6})\w+(?:ing|tions?|sis|ity|ment|ics|ance|ence|ness)$")
_OWNED = re.compile("['’]")
_WORD = re.compile(r"(?:(?<=[a-z,;)] )[A-Z]|(?<![\w-])[a-z])[\w-]*")
_ORDINARY = re.compile(r"(?:ed|ing|al|ive|ous|tion|ment|ness|ity|ics|able)$")
_ABOUT = frozenset({"contribution", "method", "problem"})
_SURVEY = re.compile(
    r"\b(?:an?|the|this|:) (?:[\w-]+ ){0,3}(?:survey|review)\b|"
    r"^(?:an? )?(?:[\w-]+ ){0,2}(?:survey|review) (?:of|on)\b"
    r"|: (?:[\w-]+ ){0,4}(?:survey|review)\b|^(?:surveys|reviews) ",
    re.IGNORECASE,
)
_MADE = r"^(?:introduces|presents|proposes|provides|releases|creates|builds|constructs|collects|contributes|develops) "
_DATA_MADE = re.compile(
    rf"{_MADE}(?:[\w-]+,? ){{0,7}}?(?:benchmark|data ?set|corpus)s?(?=[,.:;]| (?:for|of|that|to|with|on|"
    rf"which|called|named)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of paper: what it does, the words by which it says so of itself, and where it says so."""

    does: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]


_KINDS = (
    _Kind("{} the field", ("survey", "review"), _SURVEY),
    _Kind("report {}", ("a meta-analysis",), re.compile(r"\bmeta-analys[ei]s\b", re.IGNORECASE)),
    _Kind(
        "report on {}",
        ("randomized trials",),
        re.compile(r"\brandomi[sz]ed\b.{0,40}\btrials?\b", re.IGNORECASE),
    ),
    _Kind("introduce {}", ("a benchmark", "a dataset"), _DATA_MADE),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Some papers of a topic, what holds of each of them, as a sentence, and the ``subject`` that it names, if any."""

    text: str
    papers: tuple[str, ...]
    subject: str = ""


@dataclass(slots=True)
class _Term:
    """A noun phrase: the papers that it says what they are about, those whose title holds it, and its forms."""

    papers: dict[str, None] = field(default_factory=dict)
    titled: set[str] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)


def groups(values: SynthesisValues, subjects: int) -> list[Group]:
    """The groups worth telling: at most so many ``subjects``, the data that most report on, kinds of paper."""
    found = [*_subjects(values, subjects), *_data(values.papers), *_kinds(values.papers)]
    return _checked(found, values)


def few(values: SynthesisValues) -> list[Group]:
    """Where papers have so little in common that there are no ``groups``: the keywords that two or more are about."""
    about = {paper.id: _about(paper) for paper in values.papers}
    terms = _terms(about, values.keywords, _FEWEST)
    names = (keyword.lower().split() for keyword in (*values.keywords, values.topic))
    keys = {" ".join(map(singular, words)) for words in names}
    told = {key: term for key, term in terms.items() if key in keys and " " in key and term.titled}
    chosen: list[str] = []
    for key in sorted(told, key=lambda key: (-len(told[key].papers), key)):
        if len(chosen) < _FEWEST and _adds(key, chosen, told):
            chosen.append(key)
    return _checked(_told(chosen, terms, values), values)


def _checked(found: Iterable[Group], values: SynthesisValues) -> list[Group]:
    """The groups whose papers' own lines bear them out."""
    lines = {paper.id: _lines(paper) for paper in values.papers}
    borne = (_borne_out(group, {id_: lines[id_] for id_ in group.papers}) for group in found)
    return [group for group in borne if group and len(group.papers) > 1]


def _lines(paper: RecordedPaper) -> tuple[str, ...]:
    """What a paper can be quoted with: an acronym in one sentence is spelled out in another."""
    quotes = (quote for one in paper.said for quote in one.quotes)
    return (paper.title, *dict.fromkeys((*quotes, *sentences(paper.abstract))))


def _borne_out(group: Group, lines: Mapping[str, Sequence[str]]) -> Group | None:
    """The group of the papers whose best line bears out its part; none where all of these together don't."""
    best = {id_: own[best_line(group.text, own)] for id_, own in lines.items()}
    kept = {id_: line for id_, line in best.items() if support(group.text, line) >= SHARED_SUPPORT}
    return replace(group, papers=tuple(kept)) if support(group.text, *kept.values()) >= SUPPORT else None


def least_sharing(papers: int) -> int:
    """How many papers make a group in a topic of so many."""
    return max(2 if papers <= _FEW_PAPERS else 3, -int(-papers * _LEAST_SHARE // 1))


# --- subjects ---


def _subjects(values: SynthesisValues, most: int) -> Iterator[Group]:
    about = {paper.id: _about(paper) for paper in values.papers}
    terms = _terms(about, values.keywords)
    chosen = _chosen(terms, values, most)
    named = things(about, values.keywords, least_sharing(len(about))) if not chosen else []
    for verb, (shown, ids) in zip(_WITH_THINGS, named, strict=False):
        yield Group(f"{MANY} {verb} {shown}.", tuple(ids), shown)
    yield from _told(chosen, terms, values)


def _told(chosen: Iterable[str], terms: Mapping[str, _Term], values: SynthesisValues) -> Iterator[Group]:
    about = {paper.id: _about(paper) for paper in values.papers}
    acronyms = acronyms_of(quote for paper in values.papers for one in paper.said for quote in one.quotes)
    names = (values.topic, *values.keywords)
    written = frozenset(word for _, *texts in about.values() for text in texts for word in _WORD.findall(text))
    verbs = {True: list(_OF_THINGS), False: list(_OF_SUBJECTS)}
    for key in chosen:
        shown = _usual(terms[key].forms, written)
        verb = verbs[shown.endswith("s") and not shown.endswith(("ss", "is", "us", "ics"))].pop(0)
        loosely = members(key, about, names, acronyms)
        ids = tuple(id_ for id_ in about if id_ in terms[key].papers or id_ in loosely)
        yield Group(f"{MANY} {verb} {shown}.", ids, shown)


def _terms(about: Mapping[str, Sequence[str]], keywords: Iterable[str], least: int = 0) -> dict[str, _Term]:
    """The noun phrases in what papers say they are about, and those ``keywords`` of the topic that name a subject."""
    keywords = tuple(keywords)
    last = (keyword.rpartition(" ")[2] for keyword in keywords)
    words = frozenset(singular(word.lower()) for word in last if _SUBJECT_WORD.search(word))
    owned = {keyword.lower(): keyword for keyword in keywords if _OWNED.search(keyword)}  # "Alzheimer's disease"
    acronyms = {short: long for texts in about.values() for text in texts for short, long in acronyms_in(text)}
    found: dict[str, _Term] = defaultdict(_Term)
    for id_, texts in about.items():
        for n, text in enumerate(texts):
            for phrase in phrases(text, acronyms):
                if tells(phrase.key, words) and (phrase.key in owned or not _OWNED.search(phrase.key)):
                    term = found[phrase.key]
                    term.papers[id_] = None
                    if n == 0:
                        term.titled.add(id_)
                    if not phrase.expanded:
                        term.forms[owned.get(phrase.key, phrase.surface)] += 1
    least = least or least_sharing(len(about))
    return {key: term for key, term in found.items() if term.forms and len(term.papers) >= least}


def _about(paper: RecordedPaper) -> tuple[str, ...]:
    """Its title, then the sentences that say what it contributes and how."""
    told = (quote for one in paper.said if one.field in _ABOUT for quote in one.quotes)
    return (paper.title, *dict.fromkeys(told))


def tells(term: str, single: frozenset[str] = frozenset()) -> bool:
    """Whether a phrase tells papers of one field apart: of two or three words, or one of the words in ``single``."""
    words = term.split()
    if len(words) == 1:
        return term in single and term not in NO_SUBJECT
    if not 1 < len(words) <= _TERM_WORDS or term in GENERIC or " of " in term:
        return False
    return not all(word in WEAK for word in words)


def _chosen(terms: Mapping[str, _Term], values: SynthesisValues, most: int) -> list[str]:
    """The subjects that divide the papers best, no two of them for much the same papers."""
    found = {key: term for key, term in terms.items() if _is_subject(key, term, values)}
    ranked = sorted(
        found,
        key=lambda key: (" " not in key, -len(found[key].papers) - len(found[key].titled), -len(key.split()), key),
    )
    chosen: list[str] = []
    for key in ranked:
        if len(chosen) < most and not _within_another(key, found) and _adds(key, chosen, found):
            chosen.append(key)
    return sorted(chosen, key=lambda key: -len(found[key].papers))


def _is_subject(key: str, term: _Term, values: SynthesisValues) -> bool:
    """Whether enough papers are about it, by the word of their titles too.

    The topic's own name needs more of them. What is neither in the name nor among the keywords doesn't set the topic
    apart from others: where many papers are about it, so is the whole survey.
    """
    papers, names = len(values.papers), content_words(values.topic)
    keywords = content_words(" ".join(values.keywords))
    words = content_words(key)
    least = max(least_sharing(papers), papers * _NAME_SHARE if words <= names else 0)
    if not (words | content_words(" ".join(term.forms))) & (names | keywords) and len(term.papers) > papers * _BESIDE:
        return False
    if " " not in key and len(term.titled) < max(3, papers * _WORD_SHARE):
        return False
    return len(term.papers) >= least and bool(term.titled or len(term.papers) >= _UNTITLED)


def _adds(key: str, chosen: Iterable[str], found: Mapping[str, _Term]) -> bool:
    own = found[key].papers.keys()
    told = {id_ for other in chosen for id_ in found[other].papers}
    alike = any(len(own & found[o].papers.keys()) > _ALIKE * len(own | found[o].papers.keys()) for o in chosen)
    return not alike and (not told or len(own - told) >= max(2, _ALIKE * len(own)))


def _within_another(key: str, found: Mapping[str, _Term]) -> bool:
    """Whether most papers that hold ``key`` hold it within one longer phrase."""
    own = found[key].papers.keys()
    longer = (t.papers.keys() for other, t in found.items() if other != key and f" {key} " in f" {other} ")
    return any(len(held & own) >= _WITHIN * len(own) for held in longer)


def _usual(surfaces: Mapping[str, int], written: frozenset[str]) -> str:
    """The form that most papers use, the plural if it is at all usual, or of things that can be counted."""
    forms: Counter[str] = Counter()
    for surface, times in surfaces.items():
        forms[_running(surface, written)] += times
    form = max(sorted(forms), key=lambda form: forms[form] * (2 if form.endswith("s") else 1))
    return in_plural(form)


def _running(phrase: str, written: frozenset[str]) -> str:
    """A phrase as it stands within a sentence: words small but for acronyms and those that no sentence writes small."""

    def is_name(word: str) -> bool:
        if is_acronym(word) or _OWNED.search(word):
            return True
        return word in written and word.lower() not in written and not _ORDINARY.search(word)

    return " ".join(word if is_name(word) else word.lower() for word in phrase.split())


# --- data and kinds ---


def _data(papers: Sequence[RecordedPaper]) -> Iterator[Group]:
    """The data set that most papers report on."""
    users: dict[str, dict[str, None]] = defaultdict(dict)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for paper in papers:
        for name in data_of(paper):
            if is_written(name, paper):
                users[data_key(name)][paper.id] = None
                forms[data_key(name)][name] += 1
    best = max(users, key=lambda key: (len(users[key]), key), default="")
    if best and len(users[best]) >= max(_LEAST_SHARING_DATA, least_sharing(len(papers))):
        name = max(sorted(forms[best]), key=forms[best].__getitem__)
        yield Group(f"{MANY} report on {name}.", tuple(users[best]), name)


def _kinds(papers: Sequence[RecordedPaper]) -> Iterator[Group]:
    said = {paper.id: _saying_what_it_is(paper) for paper in papers}
    for kind in _KINDS:
        found = {id_: [m[0] for text in texts for m in kind.pattern.finditer(text)] for id_, texts in said.items()}
        ids = [id_ for id_, told in found.items() if told]
        if len(ids) > 1:
            told = " ".join(word.lower() for words in found.values() for word in words)
            named = [words for words in kind.words if words.split()[-1] in told or len(kind.words) == 1]
            yield Group(f"{MANY} {kind.does.format(' or '.join(named or kind.words))}.", tuple(ids))


def _saying_what_it_is(paper: RecordedPaper) -> tuple[str, ...]:
    return (paper.title, *(one.text for one in paper.said if one.field == "contribution"))
