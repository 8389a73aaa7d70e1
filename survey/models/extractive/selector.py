"""Which sentence of an abstract says what the paper contributes.

A ridge regression on the features of :mod:`survey.models.extractive.features`, fitted on the train part of SciTLDR
(https://github.com/allenai/scitldr) to the ROUGE-1 of each trimmed sentence against the human summary; the weights are
in ``selector.json``, made by ``benchmarks/fit_selector.py``.
"""

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from survey.models.extractive.features import Abstract


@lru_cache(maxsize=1)
def _weights() -> dict[str, tuple[float, float]]:
    """For each feature its mean and its weight per unit."""
    text = files("survey.models.extractive").joinpath("selector.json").read_text(encoding="utf-8")
    return {name: (mean, weight) for name, (mean, weight) in json.loads(text).items()}


def contribution_scores(title: str, sentences: Sequence[str], texts: Sequence[str]) -> list[float]:
    """How well each sentence would do as the abstract's one-sentence summary; ``texts`` are the trimmed sentences."""
    abstract = Abstract(title, sentences, texts)
    weights = _weights()
    scores = []
    for i in range(len(sentences)):
        found = abstract.features(i)
        scores.append(sum((found[name] - mean) * weight for name, (mean, weight) in weights.items()))
    return scores
