"""Which sentence of an abstract says what the paper contributes.

A ridge regression on the features of :mod:`survey.models.extractive.features`, fitted on the train part of SciTLDR
(https://github.com/allenai/scitldr) to the ROUGE-1 of each trimmed sentence against the human summary; the weights are
in ``selector.json``, made by ``benchmarks/fit_selector.py``.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from survey.models.extractive.features import Abstract
from survey.models.extractive.words import WordModel


@dataclass(frozen=True, slots=True)
class Selector:
    """The fitted weights: one for each feature of a sentence, and the model of its words."""

    weights: Mapping[str, float]
    words: WordModel

    def scores(self, title: str, sentences: Sequence[str], texts: Sequence[str]) -> list[float]:
        """How well each sentence would do as a summary: the ROUGE-1 F to expect, but for a constant of the abstract."""
        abstract = Abstract(title, sentences, texts, self.words.chances(title, sentences, texts))
        each = (abstract.features(i) for i in range(len(sentences)))
        return [sum(self.weights[name] * value for name, value in f.items()) for f in each]


@lru_cache(maxsize=1)
def fitted() -> Selector:
    """The selector that ships with the package."""
    raw = json.loads(files("survey.models.extractive").joinpath("selector.json").read_text(encoding="utf-8"))
    words = raw["words"]
    model = WordModel(words["bias"], tuple(words["features"]), words["words"], words["papers"])
    return Selector(raw["weights"], model)


def contribution_scores(title: str, sentences: Sequence[str], texts: Sequence[str]) -> list[float]:
    """How well each sentence would do as the abstract's one-sentence summary; ``texts`` are the trimmed sentences."""
    return fitted().scores(title, sentences, texts)
