"""How much a sentence is worded like one that says how a method works.

A linear model of words and pairs of words, learnt and not set by hand: what one cue can't tell ("is based on", "loss",
"performed with") a few thousand of them can. The weights are in ``survey/data/method_words.json``, fitted by
``benchmarks/fit_methods.py`` to abstracts marked by hand and, through a first model of their places and cues, to
12,000 that are not marked (self-training: Yarowsky 1995, https://aclanthology.org/P95-1026/).
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from survey.models.extractive.words import stems


def terms(sentence: str) -> list[str]:
    """The sentence's stems, their pairs, and how it begins (" we", " we train"), each once, in their order.

    A number is "0", whichever it is; a beginning is told from other stems by the space in front.
    """
    words = ["0" if word.isdigit() else word for word in stems(sentence)]
    pairs = [f"{one} {next_}" for one, next_ in pairwise(words)]
    return list(dict.fromkeys((*words, *pairs, *(f" {start}" for start in (*words[:1], *pairs[:1])))))


@dataclass(frozen=True, slots=True)
class Wording:
    """The fitted weights: of each known term, and of all sentences."""

    bias: float
    weights: Mapping[str, float]

    def score(self, sentence: str) -> float:
        """About 3 for "a module fuses X and Y", -3 for an outcome; from -1.3 on it is worth a look."""
        found, weight = terms(sentence), self.weights.get
        return self.bias + sum(weight(term, 0.0) for term in found) / math.sqrt(max(1, len(found)))


@lru_cache(maxsize=1)
def fitted() -> Wording:
    """The model that ships with the package."""
    raw = json.loads(files("survey").joinpath("data", "method_words.json").read_text(encoding="utf-8"))
    return Wording(raw["bias"], {term: weight / 100 for term, weight in raw["hundredths"].items()})


@lru_cache(maxsize=1024)
def method_wording(sentence: str) -> float:
    """How much ``sentence`` is worded like one that says how a method works, by the model that ships."""
    return fitted().score(sentence)
