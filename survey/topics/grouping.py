"""Papers to themes of topics, from nothing."""

from collections.abc import Sequence

import numpy as np

from survey.embedders import Embedder, default_embedder
from survey.keyphrases import describe
from survey.papers import Paper
from survey.topics.clusters import Labels, Vectors, centres_of, k_means
from survey.topics.model import Grouping, Pins, Shape, Theme, Topic


def group(
    papers: Sequence[Paper],
    *,
    embedder: Embedder | None = None,
    seed: int = 0,
    shape: Shape = Shape(),  # noqa: B008  # frozen
    pins: Pins = Pins(),  # noqa: ARG001, B008  # honoured in the next step; frozen
) -> Grouping:
    """Every paper in exactly one topic, every topic in exactly one theme; the same for any order of ``papers``."""
    papers = sorted(papers, key=lambda p: p.key)
    if not papers:
        return Grouping((), ())
    vectors = (embedder or default_embedder()).embed([f"{p.title}. {p.abstract}" for p in papers])
    k = min(shape.topics or max(1, round(len(papers) / 11)), len(papers))
    labels = k_means(vectors, k, seed)
    centres = centres_of(vectors, labels)
    theme_of = k_means(centres, max(1, min(round(len(centres) ** 0.55), len(centres))), seed)
    order = np.lexsort((-np.bincount(labels), theme_of))
    return assemble(papers, vectors, np.argsort(order)[labels], theme_of[order])


def assemble(papers: Sequence[Paper], vectors: Vectors, labels: Labels, theme_of: Labels) -> Grouping:
    """Names, audit and records for groups whose numbers are already in reading order."""
    centres = centres_of(vectors, labels)
    fit = (vectors * centres[labels]).sum(axis=1)
    members = [sorted(np.flatnonzero(labels == t), key=lambda i: (-fit[i], papers[i].key)) for t in range(len(centres))]
    texts = [[(papers[i].title, papers[i].abstract) for i in m] for m in members]
    topic_text = describe(texts)
    likeness = centres @ centres.T - 2 * np.eye(len(centres))
    topics = tuple(
        Topic(
            id=f"t{t + 1}",
            name=topic_text[t].name,
            keywords=topic_text[t].keywords,
            phrases=topic_text[t].phrases,
            papers=tuple(papers[i].key for i in m),
            cohesion=round(float(fit[m].mean()), 4),
            nearest=f"t{int(likeness[t].argmax()) + 1}" if len(centres) > 1 else None,
            worst=tuple(papers[i].key for i in m[::-1][:3]),
        )
        for t, m in enumerate(members)
    )
    groups = [np.flatnonzero(theme_of == m) for m in dict.fromkeys(theme_of.tolist())]
    names = describe([[text for t in g for text in texts[t]] for g in groups], taken=[t.name for t in topics])
    themes = tuple(Theme(f"m{n + 1}", names[n].name, tuple(topics[t].id for t in g)) for n, g in enumerate(groups))
    return Grouping(themes, topics, {p.key: round(float(f), 4) for p, f in zip(papers, fit, strict=True)})
