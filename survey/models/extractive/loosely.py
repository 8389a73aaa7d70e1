"""How a topic divides by single words of its keywords, where its papers share no phrase: "tokens", "memory"."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from survey.evidence import content_words
from survey.keyphrases.lists import BOILERPLATE
from survey.keyphrases.phrases import phrases, singular
from survey.models.extractive.counted import Group
from survey.models.extractive.things import NO_THING_BY_ITSELF
from survey.questions import SynthesisValues
from survey.words import MANY, is_mass

_FIRST, _SECOND = 0.5, 0.3  # of the papers hold the word
_OWN = 0.5  # of the second's papers have to be others than the first's
_LEADS = 2  # keywords that start with a word: as good as the word by itself
_TITLED = 2  # papers that name it in their title
_VERBS = ("deal with", "address")


def loosely(values: SynthesisValues, about: Mapping[str, Sequence[str]]) -> list[Group]:
    """At most two words that many papers hold in what they say they are about, the title first in ``about``.

    Nothing where no word is held by half of the papers, beside those of the topic's name.
    """
    forms = _forms(values.keywords, " ".join(f"{paper.title}. {paper.abstract}" for paper in values.papers))
    name = content_words(values.topic)
    held: dict[str, dict[str, None]] = defaultdict(dict)
    titled: Counter[str] = Counter()
    for id_, texts in about.items():
        for n, text in enumerate(texts):
            words = {word for phrase in phrases(text, {}) for part in phrase.key.split() for word in part.split("-")}
            for word in words & forms.keys():
                held[word][id_] = None
                titled[word] += n == 0
    ranked = sorted(held, key=lambda word: (-len(held[word]), -titled[word], word))
    fit = [word for word in ranked if not content_words(forms[word]) <= name]
    first = next((w for w in fit if len(held[w]) >= _FIRST * len(about) and titled[w] >= _TITLED), None)
    if not first:
        return []
    beside = (w for w in ranked if w != first and titled[w] and len(held[w]) >= max(2, _SECOND * len(about)))
    second = [w for w in beside if len(held[w].keys() - held[first].keys()) >= _OWN * len(held[w])][:1]
    chosen = zip(_VERBS, [first, *second], strict=False)
    return [Group(f"{MANY} {verb} {forms[w]}.", tuple(held[w]), forms[w]) for verb, w in chosen]


def _forms(keywords: Sequence[str], texts: str) -> dict[str, str]:
    """The words that a topic is told by, as a sentence has them: keywords of one word, and what several start with."""
    starts = Counter(singular(word.lower().split()[0]) for word in keywords if " " in word)
    leads = {word: word for word, times in starts.items() if times >= _LEADS and is_mass(word)}
    single = {singular(word.lower()): word for word in keywords if word.isalpha()}
    fit = {word: form for word, form in {**leads, **single}.items() if word not in NO_THING_BY_ITSELF | BOILERPLATE}
    return {word: told for word, form in fit.items() if (told := _of_many(word, form, texts))}


def _of_many(word: str, form: str, texts: str) -> str:
    """The word as one speaks of it in general: in the plural, or as it is where ``texts`` never count it; or empty."""
    if form.isupper() or form.lower() != word or is_mass(word):
        return form
    if re.search(rf"\b{word}s\b", texts, re.IGNORECASE):
        return f"{word}s"
    alone = r"(?=[,.;:]| (?:of|for|to|in|that|which|with|and|or|is)\b)"
    return "" if re.search(rf"\b(?:an?|each|one) (?:[\w-]+ )?{word}{alone}", texts, re.IGNORECASE) else form
