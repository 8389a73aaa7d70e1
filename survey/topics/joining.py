"""New papers join the topics that are there, and the outline grows with them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from survey.embedders import Embedder, default_embedder
from survey.papers import Paper
from survey.topics.clusters import Labels, centres_of, nearest
from survey.topics.describing import described
from survey.topics.drawing import Draft, Line
from survey.topics.grouping import group
from survey.topics.growing import Places, grown
from survey.topics.model import NO_PINS, NO_SHAPE, Grouping, Pins, Shape
from survey.topics.pinning import followed, pinned, pinned_names
from survey.topics.space import Points, Space, neighbourhoods, place

_THEMES_TOO = 0.5  # weight of the share of a paper's neighbours in a theme beside the share of those in a topic
_BLOCK = 200  # new papers that are held against all old ones at a time


def join(
    grouping: Grouping,
    old: Sequence[Paper],
    new: Sequence[Paper],
    *,
    embedder: Embedder | None = None,
    seed: int = 0,
    shape: Shape = NO_SHAPE,
    pins: Pins = NO_PINS,
    split_before: Sequence[str] | None = None,
) -> Grouping:
    """``grouping`` with the ``new`` papers in it, and without those papers that are not among ``old``.

    Ids never change and names stay. A new topic takes the next free number and stands behind the one most like it. When
    a topic is split, the part with most of the old papers keeps the id, and the other's lineage names it; when a theme
    is, the smaller part is a new one. A topic to which nothing happened is the same record as before. ``split_before``
    are the pins ``split`` that ``grouping`` was made with; where they aren't given, no pin splits a topic that was ever
    split. Raises SettingsError as :func:`group` does.
    """
    if not grouping.topics:
        return group([*old, *new], embedder=embedder, seed=seed, shape=shape, pins=pins)
    papers = sorted({p.key: p for p in (*old, *new)}.values(), key=lambda p: p.key)
    if not papers:
        return Grouping((), ())
    space = place(papers, embedder or default_embedder())
    before = _placed(grouping, papers)
    fresh = np.flatnonzero(before == len(grouping.topics))
    draft = grown(_joined(grouping, before, fresh, space), space, fresh, shape, seed)
    keys = [paper.key for paper in papers]
    names = {topic.id: topic.name for topic in grouping.topics}
    names |= {theme.id: theme.name for theme in grouping.themes}
    wanted = pinned_names(draft, keys, names, grouping, pins)
    draft = pinned(draft, keys, space.smooth, names, pins, seed, split_before)
    given = {**names, **followed(wanted, draft)}
    return _untouched_kept(grouping, described(papers, space.points, draft, given))


def _placed(grouping: Grouping, papers: Sequence[Paper]) -> Places:
    """Each paper's topic by its number; one past the last for a new paper."""
    number = {key: n for n, topic in enumerate(grouping.topics) for key in topic.papers}
    return np.array([number.get(paper.key, len(grouping.topics)) for paper in papers], dtype=np.int64)


def _joined(grouping: Grouping, before: Places, fresh: Places, space: Space) -> Draft:
    """Every new paper in the topic that its nearest old papers are in."""
    theme = {id: t.id for t in grouping.themes for id in t.topics}
    lines = tuple(Line(t.id, theme[t.id], t.lineage) for t in grouping.topics)
    held = np.setdiff1d(before, [len(lines)])
    labels = before.copy()
    if len(held) and len(fresh):
        known = np.flatnonzero(before < len(lines))
        topics = np.searchsorted(held, before[known])
        ids = [lines[n].theme for n in held]
        themes = np.array([ids.index(id) for id in ids])
        for at in range(0, len(fresh), _BLOCK):
            rows = fresh[at : at + _BLOCK]
            labels[rows] = held[_homes(space, rows, known, topics, themes)]
    labels[labels == len(lines)] = 0
    return Draft(labels, lines).arranged(lines)


def _homes(space: Space, fresh: Places, known: Places, topics: Labels, themes: Labels) -> Labels:
    """The topic for each of the papers ``fresh``: a vote of its neighbours among those ``known``, in topics and themes.

    ``topics`` are those of the papers known, ``themes`` those of the topics. With no vote, the nearest centre decides.
    """
    homes = nearest(space.smooth[fresh], centres_of(space.smooth[known], topics))
    narrow, broad = neighbourhoods(len(space.points))
    near = _votes(space.smooth, fresh, known, topics, narrow)
    far = _votes(space.broad, fresh, known, themes[topics], broad)
    votes = near + _THEMES_TOO * far[:, themes]
    return np.where(near.any(axis=1), votes.argmax(axis=1), homes)


def _votes(points: Points, fresh: Places, known: Places, groups: Labels, most: int) -> NDArray[np.float64]:
    """The share of each paper's ``most`` nearest among those ``known`` that is in each group.

    One counts by how much nearer it is than the next one would be; in whole numbers, so that sums are exact.
    """
    votes = np.zeros((len(fresh), int(groups.max()) + 1))
    most = min(most, len(known) - 1)
    if most > 0:
        likeness = (points[fresh] @ points[known].T).astype(np.int64)
        best = np.argpartition(-likeness, most, axis=1)[:, : most + 1]
        weights = np.take_along_axis(likeness, best, axis=1)
        weights -= weights.min(axis=1, keepdims=True)
        np.add.at(votes, (np.arange(len(fresh))[:, None], groups[best]), weights)
    return np.asarray(votes / np.maximum(votes.sum(axis=1, keepdims=True), 1))


def _untouched_kept(before: Grouping, after: Grouping) -> Grouping:
    """Topics that hold the same papers as before under the same name are the same records as before."""
    old = {topic.id: topic for topic in before.topics}
    same = {
        t.id
        for t in after.topics
        if t.id in old and set(t.papers) == set(old[t.id].papers) and t.name == old[t.id].name
    }
    topics = tuple(old[t.id] if t.id in same else t for t in after.topics)
    kept = {key: before.fit[key] for id in same for key in old[id].papers if key in before.fit}
    return Grouping(after.themes, topics, {**after.fit, **kept})
