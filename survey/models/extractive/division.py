"""What unites the papers of a topic, and how they divide: subjects, shared data and kinds of paper, as counted groups.

Each group is a statement that holds of each of its papers by construction: a phrase in its title or in the sentences
that say what it is about, a data set that it reports a result on, or the word by which it says what kind of paper it
is. The statements begin with ``MANY``; how many that is, is counted from their citations where they are shown.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from survey.casing import going_on, running
from survey.evidence import SHARED_SUPPORT, SUPPORT, best_line, content_words, sentences, support
from survey.keyphrases.lists import GENERIC, WEAK
from survey.keyphrases.phrases import acronyms_in, phrases, singular
from survey.membership import acronyms_of, naming
from survey.models.extractive.counted import Group, data, kinds, least_sharing
from survey.models.extractive.loosely import loosely
from survey.models.extractive.things import NO_SUBJECT, things
from survey.questions import RecordedPaper, SynthesisValues
from survey.words import MANY, in_plural

_TERM_WORDS = 3
_FEWEST = 2  # papers that make a group, and the groups that are told, where no larger ones are found
_OF_FEW = 0.25  # of the papers are counted by such groups, or they tell nothing of a topic
_UNTITLED = 4  # papers that make a subject which no title names
_WITHIN = 0.6
_OF_THING = 0.5  # of the papers name a thing that is told: what fewer name, they may only touch
_NAME_SHARE = 0.2
_BESIDE = 0.34
_WORD_SHARE = 0.25  # of the titles, for a subject of one word
_ALIKE = 0.5
_OF_THINGS = ("work with", "use", "build on")
_OF_SUBJECTS = ("are about", "deal with", "address")
_WITH_THINGS = ("deal with", "use")
_SUBJECT_WORD = re.compile(r"^(?=.{6})\w+(?:ing|tions?|sis|ity|ment|ics|ance|ence|ness)$")
_OWNED = re.compile("['’]")
_REMOVED = re.compile(
    r"\b(?:remov(?:e|es|ed|ing)|discard(?:s|ed|ing)?|abandon(?:s|ed|ing)?|eliminat(?:e|es|ed|ing)|instead of|"
    r"rather than|without|unlike)\b[^,.;:()]*",
    re.IGNORECASE,
)
"""What a paper does without, up to the end of its clause: of that it isn't."""
_ABOUT = frozenset({"contribution", "method", "problem"})


@dataclass(slots=True)
class _Term:
    """A noun phrase: the papers that it says what they are about, those whose title holds it, and its forms."""

    papers: dict[str, None] = field(default_factory=dict)
    titled: set[str] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)


def groups(values: SynthesisValues, subjects: int) -> list[Group]:
    """The groups worth telling: at most so many ``subjects``, the data that most report on, kinds of paper."""
    found = [*_subjects(values, subjects), *data(values.papers), *kinds(values.papers)]
    return _checked(found, values)


def few(values: SynthesisValues) -> list[Group]:
    """Where papers have so little in common that there are no ``groups``: the keywords that two or more are about."""
    about = {paper.id: _about(paper) for paper in values.papers}
    terms = _terms(about, values.keywords, _FEWEST)
    keys = {" ".join(map(singular, keyword.lower().split())) for keyword in values.keywords}
    own = (key for key in keys if " " in key and not _says_the_name(key, values.topic))
    told = {key: terms[key] for key in own if key in terms and terms[key].titled}
    chosen: list[str] = []
    for key in sorted(told, key=lambda key: (-len(told[key].papers), key)):
        if len(chosen) < _FEWEST and _adds(key, chosen, told):
            chosen.append(key)
    found = _checked(_told(chosen, terms, values), values)
    counted = {id_ for group in found for id_ in group.papers}
    return found if len(counted) >= _OF_FEW * len(values.papers) else []


def by_words(values: SynthesisValues) -> list[Group]:
    """Where papers share no phrase: the words of the keywords that many of them are about."""
    return _checked(loosely(values, {paper.id: _about(paper) for paper in values.papers}), values)


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


# --- subjects ---


def _subjects(values: SynthesisValues, most: int) -> Iterator[Group]:
    about = {paper.id: _about(paper) for paper in values.papers}
    terms = _terms(about, values.keywords)
    own = {key: term for key, term in terms.items() if _says_the_name(key, values.topic)}
    others = {key: term for key, term in terms.items() if key not in own}
    if chosen := _chosen(others, values, most):  # beside others the name tells of some papers what they are about
        told = {**own, **{key: others[key] for key in chosen}}
        chosen = _chosen(told, values, min(most + 1, len(_OF_THINGS)), chosen)
        parts = list(_told(chosen, terms, values))
        telling = any(not _says_the_name(part.subject, values.topic) for part in parts)
        yield from (replace(part, telling=telling) for part in parts)
        return
    if name := _chosen(own, values, 1):
        yield from (replace(group, telling=False) for group in _told(name, terms, values))
        return
    named = things(about, values.keywords, least_sharing(len(about)))
    for verb, (shown, ids) in zip(_WITH_THINGS, named, strict=False):
        telling = len(ids) >= _OF_THING * len(about) and not content_words(shown) <= content_words(values.topic)
        yield Group(f"{MANY} {verb} {shown}.", tuple(ids), shown, telling)


def _says_the_name(key: str, name: str) -> bool:
    """Whether a subject says no more than the topic's ``name``, which isn't of two subjects."""
    return " and " not in name and content_words(key) <= content_words(name)


def _told(chosen: Iterable[str], terms: Mapping[str, _Term], values: SynthesisValues) -> Iterator[Group]:
    """The groups of these subjects, the largest first, each with a verb of its own."""
    about = {paper.id: _about(paper) for paper in values.papers}
    acronyms = acronyms_of(f"{paper.title}. {paper.abstract}" for paper in values.papers)
    abstracts = {paper.id: _REMOVED.sub(" ", paper.abstract) for paper in values.papers}
    names = (values.topic, *values.keywords)
    texts = {paper.id: f"{' '.join(about[paper.id])} {paper.abstract}" for paper in values.papers}
    found: list[tuple[str, tuple[str, ...]]] = []
    for key in chosen:
        form = _usual(terms[key].forms, " ".join(texts.values()))
        if whole := going_on(form, [texts[id_] for id_ in terms[key].papers]):
            loosely = naming(key, about, abstracts, names, acronyms)
            found.append((in_plural(whole), tuple(id_ for id_ in about if id_ in terms[key].papers or id_ in loosely)))
    verbs = {True: list(_OF_THINGS), False: list(_OF_SUBJECTS)}
    for shown, ids in sorted(found, key=lambda one: -len(one[1])):
        verb = verbs[shown.endswith("s") and not shown.endswith(("ss", "is", "us", "ics"))].pop(0)
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
    told = (_REMOVED.sub(" ", quote) for one in paper.said if one.field in _ABOUT for quote in one.quotes)
    return (paper.title, *dict.fromkeys(told))


def tells(term: str, single: frozenset[str] = frozenset()) -> bool:
    """Whether a phrase tells papers of one field apart: of two or three words, or one of the words in ``single``."""
    words = term.split()
    if len(words) == 1:
        return term in single and term not in NO_SUBJECT
    if not 1 < len(words) <= _TERM_WORDS or term in GENERIC or " of " in term:
        return False
    return not all(word in WEAK for word in words)


def _chosen(terms: Mapping[str, _Term], values: SynthesisValues, most: int, before: Sequence[str] = ()) -> list[str]:
    """The subjects that divide the papers best beside those ``before``, no two of them for much the same papers."""
    found = {key: term for key, term in terms.items() if _is_subject(key, term, values)}
    ranked = sorted(
        found,
        key=lambda key: (" " not in key, -len(found[key].papers) - len(found[key].titled), -len(key.split()), key),
    )
    chosen = [*before]
    for key in ranked:
        if key not in chosen and len(chosen) < most and not _within_another(key, found) and _adds(key, chosen, found):
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
    if any(f" {key} " in f" {other} " or f" {other} " in f" {key} " for other in chosen):
        return False
    told = {id_ for other in chosen for id_ in found[other].papers}
    alike = any(len(own & found[o].papers.keys()) > _ALIKE * len(own | found[o].papers.keys()) for o in chosen)
    return not alike and (not told or len(own - told) >= max(2, _ALIKE * len(own)))


def _within_another(key: str, found: Mapping[str, _Term]) -> bool:
    """Whether most papers that hold ``key`` hold it within one longer phrase."""
    own = found[key].papers.keys()
    longer = (t.papers.keys() for other, t in found.items() if other != key and f" {key} " in f" {other} ")
    return any(len(held & own) >= _WITHIN * len(own) for held in longer)


def _usual(surfaces: Mapping[str, int], texts: str) -> str:
    """The form that most papers use, the plural if it is at all usual."""
    forms: Counter[str] = Counter()
    for surface, times in surfaces.items():
        forms[running(surface, texts)] += times
    return max(sorted(forms), key=lambda form: forms[form] * (2 if form.endswith("s") else 1))
