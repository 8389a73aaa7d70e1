"""What new papers change about an outline: topics founded, topics and themes split, as the corpus now asks for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from survey.topics.clusters import Labels, centres_of, compact, cosines, cut_tree, divided, grouped, nearest, settled
from survey.topics.drawing import Draft, least_in_topic, most_in_topic, strays_of, themes_for, topics_for
from survey.topics.model import Shape
from survey.topics.pinning import with_line
from survey.topics.space import LENGTH, Points, Space

_POOR = 33  # per cent of a corpus's papers fit their topics worse than a new paper that may found a new one
_FOUNDERS = 8  # about so many ill-fitting papers a new topic is looked for in
_CLOSER = 0.03  # how much more alike founders must be to one another than to the topics they would have joined

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Halves:
    """A topic or theme in two: its number or id, its members, the part of each (0 or 1), and what the split gains."""

    of: str
    members: Labels
    parts: Labels
    gain: float


def grown(draft: Draft, space: Space, fresh: Places, shape: Shape, seed: int) -> Draft:
    """The outline after the papers ``fresh`` joined it.

    Those that fit poorly and belong together found topics; what grew too large is split; and where a corpus of this
    size has more topics, or so many topics more themes, than before, those are split that come apart best. The old
    papers are moved by nothing else.
    """
    had = len(draft.lines)
    draft = _founded(draft, space, fresh, shape, seed)
    draft = _split(draft, space, fresh, shape, seed)
    if shape.topics is not None:
        return draft
    before, now = (topics_for(papers) for papers in (len(draft.labels) - len(fresh), len(draft.labels)))
    due = now - before - (len(draft.lines) - had)
    draft = _more_topics(draft, space, fresh, due, max(2, least_in_topic(shape)))
    return _more_themes(draft, space, themes_for(now) - themes_for(before))


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
        homes = nearest(space.smooth[rest], centres_of(space.smooth, labels))
        labels[rest] = np.where(np.isin(homes, labels[founders]), homes, labels[rest])
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
    for id in [draft.lines[n].id for n in _divisible(draft, space, fresh) if sizes[n] > most]:
        members = np.flatnonzero(draft.labels == next(n for n, line in enumerate(draft.lines) if line.id == id))
        parts = divided(space.smooth[members], np.zeros(len(members), dtype=np.int64), most, seed)
        draft = _in_parts(draft, id, members, parts, fresh)
    return draft


def _more_topics(draft: Draft, space: Space, fresh: Places, due: int, least: int) -> Draft:
    """``due`` more topics, from those that new papers joined; no part holds fewer than ``least``."""
    found = []
    for number in _divisible(draft, space, fresh):
        members = np.flatnonzero(draft.labels == number)
        if halves := _halves(draft.lines[number].id, members, space.smooth[members], least):
            found.append(halves)
    for halves in _best(found, due):
        draft = _in_parts(draft, halves.of, halves.members, halves.parts, fresh)
    return draft


def _divisible(draft: Draft, space: Space, fresh: Places) -> list[int]:
    """The topics with new papers that may be split: none that the user merged, not that of papers which fit nowhere."""
    ids = {line.id for line in draft.lines}
    strays = strays_of(space)
    return [
        int(number)
        for number in np.unique(draft.labels[fresh])
        if ids.issuperset(draft.lines[number].lineage) and not strays[draft.labels == number].all()
    ]


def _halves(of: str, members: Labels, points: Points, least: int) -> Halves | None:
    """Members in the two parts that Ward's hierarchy ends in; None when one would be smaller than ``least``."""
    if len(members) < 2 * least:
        return None
    parts = settled(points, cut_tree(points, 2))
    if parts.max() == 0 or np.bincount(parts).min() < least:
        return None
    return Halves(of, members, parts, _gain(points, parts))


def _gain(points: Points, parts: Labels) -> float:
    """By how much the squared distances from the middle shrink with two middles in place of one (Ward, 1963)."""
    one, other = (points[parts == part].astype(np.float64) for part in (0, 1))
    apart = float(((one.mean(axis=0) - other.mean(axis=0)) ** 2).sum())
    return apart * len(one) * len(other) / (len(one) + len(other))


def _best(found: Iterable[Halves], due: int) -> list[Halves]:
    return sorted(found, key=lambda halves: (-halves.gain, int(halves.of[1:])))[: max(0, due)]


def _in_parts(draft: Draft, id: str, members: Labels, parts: Labels, fresh: Places) -> Draft:
    """The topic in parts; the one with most of the old papers keeps the id."""
    old = ~np.isin(members, fresh)
    keeps = int(np.bincount(parts[old], minlength=parts.max() + 1).argmax()) if old.any() else 0
    for part in range(int(parts.max()) + 1):
        if part != keeps:
            number = next(n for n, line in enumerate(draft.lines) if line.id == id)
            draft = with_line(draft, members[parts == part], number)
    return draft


def _more_themes(draft: Draft, space: Space, due: int) -> Draft:
    """``due`` more themes; each part of a theme holds two topics or more, and the one with most papers keeps the id."""
    if due < 1:
        return draft
    centres = centres_of(space.broad, draft.labels)
    found = []
    for theme, numbers in draft.themes().items():
        lines = np.array(numbers)
        if len(lines) >= 4 and (parts := cut_tree(centres[lines], 2)).max() and np.bincount(parts).min() > 1:
            members = np.flatnonzero(np.isin(draft.labels, lines))
            of_paper = parts[compact(draft.labels[members])]
            found.append(Halves(theme, lines, parts, _gain(space.broad[members], of_paper)))
    sizes = np.bincount(draft.labels)
    for halves in _best(found, due):
        held = [int(sizes[halves.members[halves.parts == part]].sum()) for part in (0, 1)]
        away = halves.members[halves.parts == int(held[0] >= held[1])]
        draft = _moved_out(draft, {draft.lines[n].id for n in away}, halves.of)
    return draft


def _moved_out(draft: Draft, topics: set[str], theme: str) -> Draft:
    """``topics`` of ``theme`` in a new theme, which stands behind it."""
    new = f"m{1 + max(int(line.theme[1:]) for line in draft.lines)}"
    lines = [replace(line, theme=new) if line.id in topics else line for line in draft.lines]
    place = {id: n for n, id in enumerate(draft.themes())}
    return draft.arranged(
        sorted(lines, key=lambda line: (place[theme if line.theme == new else line.theme], line.theme == new))
    )
