"""New papers join the topics that are already there."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from survey.embedders import Embedder, default_embedder
from survey.papers import Paper
from survey.topics.clusters import centres_of
from survey.topics.grouping import group
from survey.topics.model import Grouping, Pins, Shape


def join(
    grouping: Grouping,
    old: Sequence[Paper],
    new: Sequence[Paper],
    *,
    embedder: Embedder | None = None,
    seed: int = 0,
    shape: Shape = Shape(),  # noqa: B008  # frozen
    pins: Pins = Pins(),  # noqa: B008  # frozen
) -> Grouping:
    """``grouping`` with the ``new`` papers in it; ids never change."""
    if not grouping.topics:
        return group([*old, *new], embedder=embedder, seed=seed, shape=shape, pins=pins)
    papers = sorted([*old, *new], key=lambda p: p.key)
    vectors = (embedder or default_embedder()).embed([f"{p.title}. {p.abstract}" for p in papers])
    place = {key: n for n, topic in enumerate(grouping.topics) for key in topic.papers}
    known = np.array([p.key in place for p in papers])
    labels = np.array([place.get(p.key, -1) for p in papers])
    centres = centres_of(vectors[known], labels[known])
    labels[~known] = (vectors[~known] @ centres.T).argmax(axis=1)
    fit = (vectors * centres_of(vectors, labels)[labels]).sum(axis=1)
    topics = tuple(
        replace(
            topic,
            papers=tuple(
                papers[i].key for i in sorted(np.flatnonzero(labels == n), key=lambda i: (-fit[i], papers[i].key))
            ),
            cohesion=round(float(fit[labels == n].mean()), 4),
        )
        for n, topic in enumerate(grouping.topics)
    )
    return replace(grouping, topics=topics, fit={p.key: round(float(f), 4) for p, f in zip(papers, fit, strict=True)})
