"""How likely each word of an abstract is to stand in a one-sentence summary of it.

A logistic regression on where and how often a word stands in the abstract, whether the title has it, and, for the most
frequent words, the word itself. Fitted on the train part of SciTLDR by ``benchmarks/fit_selector.py``.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import mul

_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ers", "ed", "es", "er", "ly", "s", "e")
_SPEAKS = re.compile(r"\b(?:we|this paper|this work)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]+")
_MOST_COMMON = 600  # papers of the 1,992 of the train part: above it a word counts as a function word


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A rough stem, enough to see that "learning" and "learned" are one word."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=1024)
def stems(text: str) -> tuple[str, ...]:
    """The text's words in lower case as stems; letters and digits only. Each text is asked about several times."""
    return tuple(map(stem, _WORD.findall(text.lower())))


@dataclass(frozen=True, slots=True)
class WordModel:
    """The fitted weights: one for each of ``FEATURES``, and of the words, with the number of papers that each is in."""

    bias: float
    features: tuple[float, ...]
    words: Mapping[str, float]
    papers: Mapping[str, int]

    def chances(self, title: str, sentences: Sequence[str], texts: Sequence[str]) -> dict[str, float]:
        """For each stem of the trimmed sentences ``texts`` the chance that it stands in the paper's summary."""
        found = word_features(title, sentences, texts, self.papers)
        bias, features, own = self.bias, self.features, self.words.get
        totals = {word: bias + own(word, 0.0) + sum(map(mul, features, values)) for word, values in found.items()}
        return {word: 1.0 / (1.0 + math.exp(-total)) if total > -30.0 else 0.0 for word, total in totals.items()}


FEATURES = (
    "in title", "in short title", "times", "spread", "repeated", "first place", "in first sentence", "with we",
    "rarity", "rarity squared", "number", "short", "rare in title", "rare and repeated", "common",
    "common in title",
)  # fmt: skip


def word_features(
    title: str, sentences: Sequence[str], texts: Sequence[str], papers: Mapping[str, int]
) -> dict[str, tuple[float, ...]]:
    """For each stem of the trimmed sentences ``texts`` its ``FEATURES``; ``papers`` counts the papers that it is in."""
    named, bags = set(stems(title)), [stems(text) for text in texts]
    counts = Counter(word for bag in bags for word in bag)
    spread = Counter(word for bag in bags for word in set(bag))
    spoken = {word for bag, sentence in zip(bags, sentences, strict=True) if _SPEAKS.search(sentence) for word in bag}
    first = {word: i for i, bag in reversed(list(enumerate(bags))) for word in bag}
    short, n = len(named) < 8, len(texts)
    found: dict[str, tuple[float, ...]] = {}
    for word, count in counts.items():
        rarity, times = math.log(2000 / (1 + papers.get(word, 0))), math.log(1 + count)
        in_title, common = word in named, papers.get(word, 0) > _MOST_COMMON
        found[word] = (
            in_title, in_title and short, times, spread[word] / n, spread[word] > 1, first[word] / n, first[word] == 0,
            word in spoken, rarity, rarity * rarity / 10, word.isdigit(), len(word) < 3, in_title * rarity,
            times * rarity, common, in_title and common,
        )  # fmt: skip
    return found
