"""New papers join the topics that are there; those that fit nowhere found new ones; what grew too large is split."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from survey.embedders import Embedder, default_embedder
from survey.papers import Paper
from survey.topics.clusters import centres_of, cosines, divided, grouped, nearest
from survey.topics.describing import described
from survey.topics.drawing import Draft, Line, least_in_topic, most_in_topic
from survey.topics.grouping import group
from survey.topics.model import NO_PINS, NO_SHAPE, Grouping, Pins, Shape
from survey.topics.pinning import followed, pinned, pinned_names, with_line
from survey.topics.space import LENGTH, Space, place

_POOR = 33  # per cent of a corpus's papers fit their topics worse than a new paper that may found a new one
_FOUNDERS = 8  # about so many ill-fitting papers a new topic is looked for in
_CLOSER = 0.03  # how much more alike founders must be to one another than to the topics they would have joined

Places = NDArray[np.int64]


def join(
    grouping: Grouping,
    old: Sequence[Paper],
    new: Sequence[Paper],
    *,
    embedder: Embedder | None = None,
    seed: int = 0,
    shape: Shape = NO_SHAPE,
    pins: Pins = NO_PINS,
) -> Grouping:
    """``grouping`` with the ``new`` papers in it, and without those papers that are not among ``old``.

    Ids never change and names stay. A new topic takes the next free number and stands behind the one most like it. When
    a topic is split, the part with most of the old papers keeps the id, and the other's lineage names it. A topic to
    which nothing happened is the same record as before. Raises SettingsError as :func:`group` does.
    """
    if not grouping.topics:
        return group([*old, *new], embedder=embedder, seed=seed, shape=shape, pins=pins)
    papers = sorted({p.key: p for p in (*old, *new)}.values(), key=lambda p: p.key)
    if not papers:
        return Grouping((), ())
    space = place(papers, embedder or default_embedder())
    before = _placed(grouping, papers)
    fresh = np.flatnonzero(before == len(grouping.topics))
    draft = _founded(_joined(grouping, before, fresh, space), space, fresh, shape, seed)
    draft = _split(draft, space, fresh, shape, seed)
    keys = [paper.key for paper in papers]
    names = {topic.id: topic.name for topic in grouping.topics}
    names |= {theme.id: theme.name for theme in grouping.themes}
    wanted = pinned_names(draft, keys, names, grouping, pins)
    draft = pinned(draft, keys, space.smooth, names, pins, seed)
    given = {**names, **followed(wanted, draft)}
    return _untouched_kept(grouping, described(papers, space.points, draft, given))


def _placed(grouping: Grouping, papers: Sequence[Paper]) -> Places:
    """Each paper's topic by its number; one past the last for a new paper."""
    number = {key: n for n, topic in enumerate(grouping.topics) for key in topic.papers}
    return np.array([number.get(paper.key, len(grouping.topics)) for paper in papers], dtype=np.int64)


def _joined(grouping: Grouping, before: Places, fresh: Places, space: Space) -> Draft:
    """Every new paper in the topic whose centre is nearest."""
    theme = {id: t.id for t in grouping.themes for id in t.topics}
    lines = tuple(Line(t.id, theme[t.id], t.lineage) for t in grouping.topics)
    held = np.setdiff1d(before, [len(lines)])
    labels = before.copy()
    if len(held) and len(fresh):
        known = np.flatnonzero(before < len(lines))
        centres = centres_of(space.smooth[known], np.searchsorted(held, before[known]))
        labels[fresh] = held[nearest(space.smooth[fresh], centres)]
    labels[labels == len(lines)] = 0
    return Draft(labels, lines).arranged(lines)


def _founded(draft: Draft, space: Space, fresh: Places, shape: Shape, seed: int) -> Draft:
    """New topics of new papers that fit theirs poorly and are more like one another."""
    fit = cosines(space.points, centres_of(space.points, draft.labels)[draft.labels])
    least = max(2, least_in_topic(shape))
    poor = fresh[fit[fresh] < np.percentile(fit, _POOR)]
    if len(poor) < least or shape.topics is not None:
        return draft
    founders = np.array([], dtype=np.int64)
    parts = grouped(space.smooth[poor], -(-len(poor) // _FOUNDERS), seed)
    for part in range(int(parts.max()) + 1):
        members = poor[parts == part]
        if len(members) >= least and _belong_together(draft, space, members):
            after = int(np.bincount(draft.labels[members]).argmax())
            draft = with_line(draft, members, after, lineage=())
            founders = np.append(founders, members)
    rest = np.setdiff1d(fresh, founders)
    if len(founders) and len(rest):
        labels = draft.labels.copy()
        labels[rest] = nearest(space.smooth[rest], centres_of(space.smooth, draft.labels))
        draft = replace(draft, labels=labels)
    return draft


def _belong_together(draft: Draft, space: Space, members: Places) -> bool:
    """Whether papers are more alike, pair by pair, than each is to the papers of the topic that it joined."""
    points = space.points
    among = points[members] @ points[members].T / np.float32(LENGTH**2)
    together = (among.sum() - np.trace(among)) / (len(members) * (len(members) - 1))
    apart = []
    for place_ in members:
        others = np.setdiff1d(np.flatnonzero(draft.labels == draft.labels[place_]), members)
        if len(others):
            apart.append(float((points[others] @ points[place_]).mean()) / LENGTH**2)
    return not apart or together > np.mean(apart) + _CLOSER


def _split(draft: Draft, space: Space, fresh: Places, shape: Shape, seed: int) -> Draft:
    """Topics that new papers made too large, in parts."""
    most = most_in_topic(len(draft.labels), shape)
    sizes = np.bincount(draft.labels)
    grown = [draft.lines[n].id for n in np.unique(draft.labels[fresh]) if sizes[n] > most]
    for id in grown:
        number = next(n for n, line in enumerate(draft.lines) if line.id == id)
        members = np.flatnonzero(draft.labels == number)
        parts = divided(space.smooth[members], np.zeros(len(members), dtype=np.int64), most, seed)
        old = ~np.isin(members, fresh)
        keeps = int(np.bincount(parts[old], minlength=parts.max() + 1).argmax()) if old.any() else 0
        for part in range(int(parts.max()) + 1):
            if part != keeps:
                number = next(n for n, line in enumerate(draft.lines) if line.id == id)
                draft = with_line(draft, members[parts == part], number)
    return draft


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
