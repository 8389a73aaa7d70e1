"""What recurs across papers: data sets and terms, counted by code.

Terms are counted as a topic's opening counts its subjects (:mod:`survey.membership`), so that no count of a theme is
below that of one of its topics.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from survey.casing import running
from survey.datasets import data_reported
from survey.evidence import content_words
from survey.keyphrases.lists import GENERIC
from survey.keyphrases.phrases import Phrase, phrases, singular
from survey.membership import acronyms_of, naming
from survey.papers import Paper
from survey.records import Record
from survey.words import data_key, in_plural

_TERM_WORDS = 3
_SWALLOWED = 0.6
_ALIKE, _AKIN = 0.7, 0.3
_PART = re.compile(r"large \w+(?<!model)(?<!corpus)(?<!scale)$")  # "large reasoning" of "large reasoning models"
_LOOKED_AT = 30  # terms whose papers are looked for in other forms too


@dataclass(frozen=True, slots=True)
class Recurring:
    """A name that several papers hold, and the keys of these papers in the order given."""

    name: str
    papers: tuple[str, ...]


def recurring_data(keys: Iterable[str], records: Mapping[str, Record], least: int = 3) -> tuple[Recurring, ...]:
    """The data sets that at least ``least`` papers report on, the commonest first."""
    users: dict[str, dict[str, None]] = defaultdict(dict)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for key in keys:
        for name in _data_of(records[key]) if key in records else ():
            users[data_key(name)][key] = None
            forms[data_key(name)][name] += 1
    found = [Recurring(_usual(forms[one]), tuple(held)) for one, held in users.items() if len(held) >= least]
    return tuple(sorted(found, key=lambda r: (-len(r.papers), r.name)))


def _data_of(record: Record) -> tuple[str, ...]:
    told = (*record.results, *((record.data,) if record.data else ()))
    sentences = dict.fromkeys(quote for one in told for quote in one.quotes)
    listed = (one.dataset for one in record.results if one.dataset)
    return data_reported(listed, record.data.text if record.data else "", sentences)


def recurring_terms(
    keys: Iterable[str],
    papers: Mapping[str, Paper],
    records: Mapping[str, Record],
    least: int = 3,
    counted: Iterable[Recurring] = (),
) -> tuple[Recurring, ...]:
    """The noun phrases of two or three words that at least ``least`` papers' titles, or the sentences that say what
    they contribute, how and against what, share: the commonest first; none whose papers nearly all hold a longer one.

    ``counted``: what topics say of some of these papers; who is counted there for a term is counted here.
    """
    about = {key: _about(papers[key], records[key]) for key in keys if key in records}
    users: dict[str, dict[str, str]] = defaultdict(dict)
    for key, texts in about.items():
        for phrase in _phrases_of(". ".join(texts)):
            if " " in phrase.key and len(phrase.key.split()) <= _TERM_WORDS and not _says_little(phrase.key):
                users[phrase.key].setdefault(key, phrase.surface)
    told = {" ".join(map(singular, one.name.lower().split())): one for one in counted}
    found = {term: held for term, held in users.items() if len(held) >= least or (term in told and len(held) > 1)}
    own = [term for term, held in found.items() if not _swallowed(term, held, found)]
    ranked = sorted(own, key=lambda term: (-len(found[term]), term))
    acronyms = acronyms_of(f"{papers[key].title}. {papers[key].abstract}" for key in about)
    abstracts = {key: papers[key].abstract for key in about}
    terms = []
    for term in ranked[:_LOOKED_AT]:
        name = _shown(found[term].values(), " ".join(papers[key].abstract for key in found[term]))
        named = {
            *found[term],
            *naming(name, about, abstracts, (), acronyms),
            *(told[term].papers if term in told else ()),
        }
        terms.append(Recurring(name, tuple(key for key in about if key in named)))
    rest = (Recurring(_shown(found[term].values()), tuple(found[term])) for term in ranked[_LOOKED_AT:])
    return tuple(_unlike(sorted((*terms, *rest), key=lambda one: -len(one.papers)), least))


def _unlike(found: Iterable[Recurring], least: int) -> Iterator[Recurring]:
    """Those of at least so many papers; none whose papers are mostly those of one before it.

    Of two that share a word, nearly half are enough.
    """
    before: list[tuple[frozenset[str], frozenset[str]]] = []
    for one in found:
        papers, words = frozenset(one.papers), content_words(one.name)
        shared = (len(papers & other) / len(papers) + (_AKIN if words & named else 0) for other, named in before)
        if len(papers) >= least and not any(share > _ALIKE for share in shared):
            before = [*before, (papers, words)]
            yield one


@lru_cache(maxsize=2048)
def _phrases_of(text: str) -> tuple[Phrase, ...]:
    """Its phrases, remembered: Markdown and page tell of the same papers."""
    return tuple(phrases(text, {}))


def _says_little(term: str) -> bool:
    return term in GENERIC or "'" in term or "’" in term or _PART.match(term) is not None


def _about(paper: Paper, record: Record) -> tuple[str, ...]:
    """A paper's title, then the sentences of its abstract that say what it contributes, how and against what."""
    told = (statement for statement in (record.contribution, record.method, record.problem) if statement)
    return (paper.title, *dict.fromkeys(quote for one in told for quote in one.quotes))


def _swallowed(term: str, held: Mapping[str, str], found: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether most papers that hold ``term`` hold it within one longer phrase, or one that says more of them."""
    return any(
        other != term
        and f" {term} " in f" {other} "
        and len(found[other].keys() & held.keys()) >= _SWALLOWED * len(held)
        for other in found
    )


def _shown(surfaces: Iterable[str], texts: str = "") -> str:
    """The form that most papers write, the plural if it is at all usual or of what can be counted."""
    forms = Counter(running(surface, texts) for surface in surfaces)
    return in_plural(_usual({form: times * (2 if form.endswith("s") else 1) for form, times in forms.items()}))


def _usual(forms: Mapping[str, int]) -> str:
    return max(sorted(forms), key=lambda form: forms[form])
