"""What each of a topic's papers is about, by its title, where they share nothing that could be counted."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from survey.evidence import content_words
from survey.keyphrases.lists import FUNCTION
from survey.keyphrases.phrases import Phrase, acronyms_in, phrases
from survey.models.extractive.division import Group, tells
from survey.models.extractive.subject import small
from survey.questions import RecordedPaper
from survey.words import ONE_ABOUT, in_plural

_NO_START = ("situ", "vitro", "vivo", "silico")  # "In Situ Imaging"
_NAME_WORDS = 3
_STEM = 5  # letters


def singly(papers: Sequence[RecordedPaper], most: int) -> list[Group]:
    """For each of at most so many papers what it is about: a phrase of its title that its abstract has too.

    Nothing where most titles have none, or where no two of them name different subjects.
    """
    texts = " ".join(f"{paper.title}. {paper.abstract}" for paper in papers)
    found = [(paper.id, subject) for paper in papers for subject in _subject(paper)]
    first = {subject.key: id_ for id_, subject in reversed(found)}
    if len(first) < max(2, len(papers) / 2):
        return []
    told = [(id_, running(subject.surface, texts)) for id_, subject in found if first[subject.key] == id_][:most]
    return [Group(f"{ONE_ABOUT} {subject}.", (id_,), subject) for id_, subject in told]


def _subject(paper: RecordedPaper) -> Iterator[Phrase]:
    """The phrase that the abstract repeats most, the longest of several; else one whose words it has."""
    acronyms = dict(acronyms_in(f"{paper.title}. {paper.abstract}"))
    found = [phrase for phrase in phrases(paper.abstract, acronyms) if not phrase.expanded]
    told = Counter(phrase.key for phrase in found)
    words = content_words(paper.abstract)
    ranked = sorted(
        (one for one in _of_title(paper.title, acronyms) if told[one.key] or content_words(one.surface) <= words),
        key=lambda phrase: (-told[phrase.key], -len(phrase.key.split())),
    )
    for best in ranked[:1]:
        forms = Counter(phrase.surface for phrase in found if phrase.key == best.key) or Counter({best.surface: 1})
        yield replace(
            best, surface=max(sorted({*forms, best.surface}), key=lambda form: (_is_plural(form), forms[form]))
        )


def _is_plural(form: str) -> bool:
    return re.search(r"[^aiu\Ws]s$", form) is not None


def running(form: str, texts: str) -> str:
    """A phrase within a sentence, of many where it can be counted: small but for acronyms and what is a name.

    A word is a name where ``texts`` have it with a capital before the next one without: "Kalman filters".
    """
    words = form.split()

    def is_name(n: int) -> bool:
        pair = (
            rf"(?<=[a-z,;)] ){re.escape(words[n])} {re.escape(words[n + 1][:_STEM].lower())}" if words[n + 1 :] else ""
        )
        return "'" in words[n] or "’" in words[n] or bool(pair and re.search(pair, texts))

    told = in_plural(" ".join(word if is_name(n) else _small(word) for n, word in enumerate(words)))
    whole = rf"\ban? (?:[\w-]+ )?{re.escape(told)}(?=[,.;:]| (?:for|of|that|which|to|in|is|with|and|on)\b)"
    one_of_many = not _MASS.search(told) and re.search(whole, texts, re.IGNORECASE)
    return f"{'an' if told[0] in 'aeio' else 'a'} {told}" if one_of_many else told


_MASS = re.compile(r"(?:tion|ing|ment|ics|ity|ance|ence|ology|data)$")


def _small(word: str) -> str:
    """A word of a title within a sentence: "Mean-Shifted" is "mean-shifted", "U-Net" and "MRI-Based" stay."""
    return word.lower() if _TITLED.fullmatch(word) else small(word)


_TITLED = re.compile(r"[A-Z][a-z]+(?:-[A-Z]?[a-z]+)+")


def _of_title(title: str, acronyms: Mapping[str, str]) -> Iterator[Phrase]:
    """The phrases of a title that can name a subject.

    Not the coined name in front of a colon, nor "Learning trees", nor what only says of what kind the next word is.
    """
    head, colon, _ = title.partition(":")
    name = head if colon and len(head.split()) <= _NAME_WORDS else ""
    for phrase in phrases(title, acronyms):
        first = phrase.key.partition(" ")[0]
        begins = title.startswith(phrase.surface) and first.endswith("ing")
        behind = re.search(rf"{re.escape(phrase.surface)}[ -](?P<next>[\w-]+)", title)
        goes_on = behind and behind["next"].lower() not in FUNCTION
        if tells(phrase.key) and not begins and not goes_on and first not in _NO_START and phrase.surface not in name:
            yield phrase
