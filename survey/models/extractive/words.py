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

_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ers", "ed", "es", "er", "ly", "s", "e")
_SPEAKS = re.compile(r"\b(?:we|this paper|this work)\b", re.IGNORECASE)
_MOST_COMMON = 600  # papers of the 1,992 of the train part: above it a word counts as a function word


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A rough stem, enough to see that "learning" and "learned" are one word."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def stems(text: str) -> list[str]:
    """The text's words in lower case as stems; letters and digits only."""
    return [stem(word) for word in re.findall(r"[a-z0-9]+", text.lower())]


@dataclass(frozen=True, slots=True)
class WordModel:
    """The fitted weights: of the features by name, and of the words with the number of papers that each is in."""

    bias: float
    features: Mapping[str, float]
    words: Mapping[str, float]
    papers: Mapping[str, int]

    def probability(self, word: str, features: Mapping[str, float]) -> float:
        """The chance that ``word`` stands in the summary."""
        total = self.bias + self.words.get(word, 0.0) + sum(self.features[n] * value for n, value in features.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def word_features(
    title: str, sentences: Sequence[str], texts: Sequence[str], papers: Mapping[str, int]
) -> dict[str, dict[str, float]]:
    """For each stem of the trimmed sentences ``texts`` its features; ``papers`` counts the papers that a stem is in."""
    named, bags = set(stems(title)), [stems(text) for text in texts]
    counts = Counter(word for bag in bags for word in bag)
    spread = Counter(word for bag in bags for word in set(bag))
    spoken = {word for bag, sentence in zip(bags, sentences, strict=True) if _SPEAKS.search(sentence) for word in bag}
    first: dict[str, int] = {}
    for i, bag in enumerate(bags):
        for word in bag:
            first.setdefault(word, i)
    found = {}
    for word, count in counts.items():
        rarity, times = math.log(2000 / (1 + papers.get(word, 0))), math.log(1 + count)
        found[word] = {
            "in title": word in named,
            "in short title": word in named and len(named) < 8,
            "times": times,
            "spread": spread[word] / len(texts),
            "repeated": spread[word] > 1,
            "first place": first[word] / len(texts),
            "in first sentence": first[word] == 0,
            "with we": word in spoken,
            "rarity": rarity,
            "rarity squared": rarity * rarity / 10,
            "number": word.isdigit(),
            "short": len(word) < 3,
            "rare in title": (word in named) * rarity,
            "rare and repeated": times * rarity,
            "common": papers.get(word, 0) > _MOST_COMMON,
            "common in title": word in named and papers.get(word, 0) > _MOST_COMMON,
        }
    return found
