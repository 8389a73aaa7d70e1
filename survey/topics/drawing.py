"""Points to a draft: which paper is in which topic, which topic in which theme, in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from survey.topics.clusters import (
    Labels,
    centres_of,
    compact,
    dissolved,
    divided,
    grouped,
    homed,
    likeness_to_groups,
)
from survey.topics.consensus import Together, agreed, agreed_of_groups, agreement, together, together_broadly
from survey.topics.model import Shape
from survey.topics.space import LENGTH, Points, Space

_PAPERS_A_TOPIC = 5  # on average at least; small corpora get fewer topics than the rule below says
_LEAST, _MOST = 4, 28  # papers in a topic of a corpus of hundreds, unless the user says otherwise
_OVER, _POWER, _AT_MOST = 0.614, 1.6, 5.0  # times the mean to this power, or the mean: the most in a large corpus
_CLEARLY = 0.1  # how much nearer, in cosine, another topic must be for a paper to be moved there
_FIRMLY = 0.8  # in more than this share of draws a paper stood with its topic's: it isn't moved by its own words
_NEAR, _NEAR_SHARE = 2.0, 1 / 8  # times the root of the number of papers: neighbours in draws of themes; most, of all
_CLEARLY_THEIRS = 0.15  # in how much larger a share of draws a paper must stand with another theme to be moved there
_FITS_TOO = 0.35  # in how much smaller a share of draws it may stand with a topic of that theme than with its own,
_FITS_AT_ALL = 0.05  # and in what share at least
_STRAY = 0.05  # a paper whose cosine to every topic's centre is less fits nowhere


@dataclass(frozen=True, slots=True)
class Line:
    """A topic in the outline: its id, its theme's id, and what it came from."""

    id: str
    theme: str
    lineage: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """``lines``: the topics in reading order, those of a theme side by side; ``labels``: each paper's line.

    ``other`` is the id of the topic of papers that fit nowhere, if there is one.
    """

    labels: Labels
    lines: tuple[Line, ...]
    other: str | None = None

    def themes(self) -> dict[str, list[int]]:
        """The numbers of each theme's lines, by its id, in reading order."""
        out: dict[str, list[int]] = {}
        for number, line in enumerate(self.lines):
            out.setdefault(line.theme, []).append(number)
        return out

    def arranged(self, lines: Sequence[Line]) -> "Draft":
        """The same papers under ``lines``, the same topics in another order; topics without a paper are left out."""
        held = {self.lines[n].id for n in np.unique(self.labels)}
        kept = tuple(line for line in lines if line.id in held)
        place = {line.id: number for number, line in enumerate(kept)}
        moved = np.array([place.get(line.id, -1) for line in self.lines], dtype=np.int64)
        return Draft(moved[self.labels], kept, self.other if self.other in held else None)


def next_number(lines: Sequence[Line]) -> int:
    """The first number that no topic has or ever had."""
    ids = [id for line in lines for id in (line.id, *line.lineage)]
    return 1 + max(int(id[1:]) for id in ids)


def topics_for(papers: int) -> int:
    """How many topics suit a corpus: n to the power 0.6 (38 for 427 papers, 220 for 8,000), few in a small one."""
    wanted: int = round(float(papers) ** 0.6)
    return max(1, min(wanted, papers // _PAPERS_A_TOPIC))


def themes_for(topics: int) -> int:
    """How many themes suit so many topics: a little more than the square root, at least three topics in each."""
    wanted: int = round(1.2 * float(topics) ** 0.5)
    return max(1, min(wanted, topics // 3))


def most_in_topic(papers: int, shape: Shape) -> int:
    """How many papers a topic may hold."""
    if shape.max_topic is not None:
        return shape.max_topic
    if shape.topics is not None:
        return papers
    mean = papers / topics_for(papers)
    return max(_MOST, int(min(_OVER * mean**_POWER, _AT_MOST * mean)))


def least_in_topic(shape: Shape) -> int:
    """How many papers a topic must hold."""
    if shape.min_topic is not None:
        return shape.min_topic
    return 1 if shape.topics is not None else _LEAST


def draw(space: Space, shape: Shape, seed: int) -> Draft:
    """Topics within the limits, then themes of topics, then an order to read them in."""
    strays = strays_of(space)
    inside = np.flatnonzero(~strays)
    labels = np.zeros(len(strays), dtype=np.int64)
    theme_of = labels[:0]
    if len(inside):
        found, theme_of = _outlined(space, inside, shape, seed)
        labels[inside] = found
    if strays.any():
        labels[strays] = len(theme_of)
        theme_of = np.append(theme_of, len(np.unique(theme_of)))
    return in_reading_order(space.smooth, labels, theme_of, len(theme_of) - 1 if strays.any() else None)


def in_reading_order(points: Points, labels: Labels, theme_of: Labels, last: int | None = None) -> Draft:
    """The draft with topics and themes numbered so that related ones stand side by side; topic ``last`` ends it."""
    centres = centres_of(points, labels)
    sizes = np.bincount(labels)
    themes = [n for n in range(int(theme_of.max()) + 1) if last is None or theme_of[last] != n]
    middles = centres_of(points, theme_of[labels])
    weights = np.bincount(theme_of[labels])
    order: list[int] = []
    sequence = _chain(middles[themes], weights[themes])
    for theme in (themes[n] for n in sequence):
        members = np.flatnonzero(theme_of == theme)
        order.extend(int(members[n]) for n in _chain(centres[members], sizes[members]))
    order.extend([] if last is None else [last])
    place = np.argsort(order)
    ordered = theme_of[order]
    renumbered = np.cumsum(np.diff(ordered, prepend=ordered[0]) != 0)
    lines = tuple(Line(f"t{n + 1}", f"m{theme + 1}") for n, theme in enumerate(renumbered))
    return Draft(place[labels], lines, lines[-1].id if last is not None else None)


def strays_of(space: Space) -> NDArray[np.bool_]:
    """Papers with nothing known of their text, or unlike every other paper."""
    strays = ~space.points.any(axis=1) | (space.company < _STRAY)
    return np.asarray(strays & ~strays.all())


def _outlined(space: Space, inside: Labels, shape: Shape, seed: int) -> tuple[Labels, Labels]:
    """The topic of each paper ``inside``, and the theme of each topic; by draws unless there are too many papers."""
    points, chance = space.smooth[inside], space.chance[inside]
    wanted = min(shape.topics or topics_for(len(inside)), len(inside))
    if not len(space.wide):
        labels = _fitted(space, inside, grouped(points, wanted, seed), shape, seed)
        papers = grouped(space.broad[inside], themes_for(int(labels.max()) + 1), seed)
        return labels, _themes(space.broad[inside], labels, papers)
    near = together(points, wanted, chance, seed)
    labels = _fitted(space, inside, agreed(near, wanted), shape, seed, near)
    themes = themes_for(int(labels.max()) + 1)
    neighbours = min(_NEAR * len(inside) ** 0.5, _NEAR_SHARE * len(inside))
    far = together_broadly(space.wide[inside], round(neighbours), themes, chance, seed)
    theme_of = agreed_of_groups(far, labels, themes)
    theme_of = _themes(space.broad[inside], labels, theme_of[labels])
    if shape.topics is None and theme_of.max() > 0:
        limits = least_in_topic(shape), most_in_topic(len(inside), shape)
        labels = _rethemed(space.points[inside], (near, far), labels, theme_of, *limits)
    return labels, theme_of


def _fitted(
    space: Space, inside: Labels, labels: Labels, shape: Shape, seed: int, near: Together | None = None
) -> Labels:
    """The groups within the limits, and papers that are clearly nearer to another group there, unless draws say no."""
    points = space.smooth[inside]
    least = min(least_in_topic(shape), len(points))
    most = most_in_topic(len(points), shape)
    labels = divided(points, dissolved(points, labels, least), most, seed)
    if shape.max_topic is None:
        labels = dissolved(points, labels, least)
    firm = agreement(near, labels)[np.arange(len(labels)), labels] > _FIRMLY if near else None
    return homed(space.points[inside], labels, _CLEARLY, least, most, firm)


def _themes(points: Points, labels: Labels, papers: Labels) -> Labels:
    """Each topic's theme: that of most of its papers, whose own themes are ``papers``; no theme of one topic."""
    votes = np.zeros((int(labels.max()) + 1, int(papers.max()) + 1), dtype=np.int64)
    np.add.at(votes, (labels, papers), 1)
    theme_of = compact(votes.argmax(axis=1))
    topics = centres_of(points, labels)
    while theme_of.max() > 0 and np.bincount(theme_of).min() < 2:
        lonely = int(np.bincount(theme_of).argmin())
        middles = centres_of(points, theme_of[labels])
        likeness = topics[np.flatnonzero(theme_of == lonely)[0]] @ middles.T
        likeness[lonely] = -np.inf
        theme_of[theme_of == lonely] = likeness.argmax()
        theme_of = compact(theme_of)
    return theme_of


def _rethemed(
    points: Points, drawn: tuple[Together, Together], labels: Labels, theme_of: Labels, least: int, most: int
) -> Labels:
    """Papers that clearly belong to another theme than their topic move to its nearest topic, if that fits them too.

    ``drawn`` is what stood together in draws of topics, and in those of themes. ``points``: where papers stood by their
    own words, which mustn't speak against the other theme.
    """
    topics, themes = agreement(drawn[0], labels), agreement(drawn[1], theme_of[labels])
    said = likeness_to_groups(points, theme_of[labels])
    everyone, own = np.arange(len(labels)), themes.argmax(axis=1)
    here = theme_of[labels]
    away = themes[everyone, own] - themes[everyone, here] > _CLEARLY_THEIRS
    labels, sizes = labels.copy(), np.bincount(labels)
    for paper in np.flatnonzero(away & (said[everyone, own] >= said[everyone, here])):
        old, there = labels[paper], np.flatnonzero(theme_of == own[paper])
        new = there[topics[paper, there].argmax()]
        fits = topics[paper, new] >= max(_FITS_AT_ALL, topics[paper, old] - _FITS_TOO)
        if fits and sizes[old] > least and sizes[new] < most:
            labels[paper] = new
            sizes[old] -= 1
            sizes[new] += 1
    return labels


def _chain(centres: Points, sizes: NDArray[np.int64]) -> Sequence[int]:
    """From the largest to the nearest one not yet taken, and so on."""
    order = [int(sizes.argmax())]
    left = set(range(len(sizes))) - set(order)
    likeness = centres @ centres.T / np.float32(LENGTH**2)
    while left:
        following = max(sorted(left), key=lambda n: float(likeness[order[-1], n]))
        order.append(following)
        left.remove(following)
    return order
