"""Where each phrase stands: in how many papers of each group, in how many titles, and how it is written there."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from survey.keyphrases.fields import fields_of
from survey.keyphrases.lists import EPONYMS, FUNCTION
from survey.keyphrases.phrases import POSSESSIVE, acronyms_in, bare, chunks, is_acronym, phrases, singular, words_of
from survey.words import is_of_a_name

Text = tuple[str, str]
"""A paper's title and abstract."""

FEW = 4
"""Papers; a group of fewer is named by what any of them says."""
_MOST_KEPT = 1_500_000
_SPELLED_OUT = re.compile(r"(?:\b[A-Z][\w-]+ ){1,6}(?=\([A-Z][\w-]*\))")
"""Capitals for the letters of an acronym, "Tree Search (TS)": they tell of no name."""
_OPENS = re.compile(r"(?<=[.!?:] )[A-Z][a-z]+(?:-[a-z]+)*(?= [a-z(])")  # a sentence; tells of no name either
_NO_NAME = re.compile(r"(?:ing|tions?|ments?|ness|ity|ics|ance|ence)$")
"""The end of a word of a term that is always written with capitals, "Gaussian Splatting"."""


@dataclass(slots=True)
class Counts:
    """One group's papers: by phrase key in how many they stand, in how many titles, and the forms they take there.

    ``words``: by word the papers that hold it anywhere. ``fields``: by field its papers, and whether a title says so.
    """

    papers: int = 0
    anywhere: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    holders: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    forms: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    words: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    fields: dict[str, dict[int, bool]] = field(default_factory=lambda: defaultdict(dict))

    def scattered(self, key: str) -> set[int]:
        """The papers that hold all words of a phrase, side by side or not."""
        return holding(self.words, key) | self.holders.get(key, set())

    def repeated(self) -> list[str]:
        """The phrases of more than one paper; of all in a group of fewer than four."""
        least = 1 if self.papers < FEW else 2
        return [key for key, n in self.anywhere.items() if n >= least]


def holding(words: Mapping[str, set[int]], key: str) -> set[int]:
    """The papers that hold every word of a phrase, from those that hold each word."""
    found = [words.get(word, set()) for word in key.split() if word != "of"]
    return set.intersection(*sorted(found, key=len)) if found else set()


def together(groups: Sequence[Counts]) -> Counts:
    """The counts of several groups as one; their papers follow one another.

    Of a phrase that one paper alone holds no more is kept than that it does, for it names no group of many; only those
    that a compound begins are wanted whole.
    """
    out = Counts(papers=sum(group.papers for group in groups))
    for group in groups:
        out.anywhere.update(group.anywhere)
        out.titles.update(group.titles)
    wanted = {key for key, n in out.anywhere.items() if n > 1 or out.papers < FEW or "-" in key}
    start = 0
    for group in groups:
        for key in wanted & group.holders.keys():
            out.holders[key].update(number + start for number in group.holders[key])
            out.forms[key].update(group.forms[key])
        for word, holders in group.words.items():
            out.words[word].update(number + start for number in holders)
        for name, found in group.fields.items():
            out.fields[name].update({number + start: titled for number, titled in found.items()})
        start += group.papers
    return out


def counted(texts: Sequence[Text], acronyms: Mapping[str, str]) -> Counts:
    """The counts of one group."""
    counts = Counts(papers=len(texts))
    for number, (title, abstract) in enumerate(texts):
        in_title = _noted(title, acronyms, counts.forms, weight=1)
        everywhere = in_title | _noted(abstract, acronyms, counts.forms, weight=2)
        counts.titles.update(in_title)
        counts.anywhere.update(everywhere)
        for key in everywhere:
            counts.holders[key].add(number)
        for word in words_of(title, acronyms) | words_of(abstract, acronyms):
            counts.words[word].add(number)
        for name, titled in fields_of(title, abstract):
            counts.fields[name][number] = titled
    return counts


def _noted(text: str, acronyms: Mapping[str, str], forms: dict[str, Counter[str]], weight: int) -> set[str]:
    keys = set()
    for phrase in phrases(text, acronyms):
        keys.add(phrase.key)
        forms[phrase.key][phrase.surface] += 1 if phrase.expanded else 100 * weight
    return keys


def totals(groups: Iterable[Counts]) -> Counter[str]:
    """In how many papers of all groups each phrase stands; of a very large corpus the rare ones are let go."""
    total: Counter[str] = Counter()
    for group in groups:
        total.update(group.anywhere)
        if len(total) > _MOST_KEPT:
            total = Counter({key: n for key, n in total.items() if n > 1})
    return total


def acronyms_of(texts: Iterable[Text]) -> dict[str, str]:
    """What each acronym stands for, where the texts agree on it."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for title, abstract in texts:
        for short, long in {*acronyms_in(title), *acronyms_in(abstract)}:
            found[short][long] += 1
    out = {}
    for short, longs in found.items():
        ranked = sorted(longs.items(), key=lambda item: (-item[1], item[0]))
        best = _joined(ranked[0][0])
        alike = sum(n for long, n in ranked if _joined(long) == best)
        agreed = alike * 3 >= sum(longs.values()) * 2
        if agreed and (" " in ranked[0][0] or "-" in ranked[0][0]):
            out[short] = ranked[0][0]
    return {short: " ".join(_nested(word, out) for word in long.split(" ")) for short, long in out.items()}


def _nested(word: str, acronyms: Mapping[str, str]) -> str:
    """A word of what an acronym stands for, where it is one itself: the "AI" of "explainable AI (XAI)"."""
    return word if word in FUNCTION else acronyms.get(word.upper(), word)


def _joined(long: str) -> str:
    """ "multi-layer perceptron" and "multilayer perceptron" alike."""
    return long.replace("-", "").replace(" ", "")


def casing(texts: Iterable[Text]) -> dict[str, str]:
    """How each word is written inside sentences, where capitals mean something; by its lower-case form."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for title, abstract in texts:
        for weight, text in ((1, title), (4, _OPENS.sub("", _SPELLED_OUT.sub(_uncased, abstract)))):
            for chunk in chunks(text):
                for place, word in enumerate(chunk):
                    opens = place == 0 and text.startswith(word)
                    seen[word.lower()][word] += 1 if opens else weight * 2
    return {lower: written(lower, forms) for lower, forms in seen.items()}


def _uncased(spelled: re.Match[str]) -> str:
    """What an acronym stands for without the capitals that are its own alone."""
    words = spelled[0].split(" ")
    return " ".join(w if is_acronym(w) or _is_somebodys(w) else w.lower() for w in words)


def _is_somebodys(word: str) -> bool:
    return word.lower() in EPONYMS or (is_of_a_name(word.capitalize()) and not POSSESSIVE.search(word))


def written(lower: str, forms: Counter[str]) -> str:
    """Lower case unless most writers capitalise the word, or it is somebody's name; an acronym keeps its capitals."""
    best = max(sorted(forms), key=lambda form: forms[form])
    if is_acronym(bare(best)) or not best.isascii():  # an accent is of a person's name: "Fréchet"
        return best
    if "-" in best and any(is_acronym(bare(part)) for part in best.split("-")):  # "Text-to-SQL"
        return "-".join(part if is_acronym(bare(part)) else part.lower() for part in best.split("-"))
    capital = sum(n for form, n in forms.items() if form[:1].isupper())
    if _is_somebodys(lower):
        return lower.capitalize() if capital else lower
    often = 0 if POSSESSIVE.search(lower) else 24
    usual = capital >= 0.9 * sum(forms.values()) and sum(forms.values()) >= often
    part = any("-" in form and form.partition("-")[2].islower() for form in forms)  # "Click-through rate": a sentence's
    return lower.capitalize() if usual and not part and not _NO_NAME.search(lower) else lower


def singular_key(phrase: str) -> str:
    """The key of a phrase given as text."""
    return " ".join(singular(word.lower()) for word in phrase.split())
