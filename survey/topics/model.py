"""What grouping is about: topics, themes of topics, and what the user may ask of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

OTHER, OTHER_THEME = "Other papers", "Other"
"""What papers that fit nowhere stand under. They share no subject, so that nobody is asked for a name."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of papers about one thing.

    ``id`` ("t1") never changes once given. ``papers`` are keys, most central first. ``name`` is the best of
    ``phrases``, the candidate names; ``keywords`` are what sets the topic apart. ``lineage`` names the topics it was
    split or merged from. The audit: ``cohesion`` is the mean fit of its papers (cosine to the centre, at most 1),
    ``nearest`` the topic most like it, ``worst`` the papers that fit it least, the worst first.
    """

    id: str
    name: str
    keywords: tuple[str, ...]
    phrases: tuple[str, ...]
    papers: tuple[str, ...]
    lineage: tuple[str, ...] = ()
    cohesion: float = 0.0
    nearest: str | None = None
    worst: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A chapter: related topics under one name; ``topics`` are their ids in reading order."""

    id: str
    name: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """All papers in topics, all topics in themes, both in reading order.

    ``fit`` gives for each paper how well it fits its topic: the cosine to the topic's centre, at most 1.
    """

    themes: tuple[Theme, ...]
    topics: tuple[Topic, ...]
    fit: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shape:
    """The user's limits: how many topics, and how few or many papers a topic may hold.

    With ``topics`` alone no topic is given up for being small or cut for being large.
    """

    topics: int | None = None
    min_topic: int | None = None
    max_topic: int | None = None


@dataclass(frozen=True, slots=True)
class Pins:
    """What the user decided; it holds in every later run.

    A topic is referred to by its id, its name, or the key of a paper that it holds (which also survives a new build).
    ``names``: topic or theme to its name. ``merge``: topics that become one, the first's. ``split``: topics that are
    cut in two. ``papers``: a paper's key to the topic it belongs to. ``order``: topics or themes that come first, in
    this order. All refer to what stood before any was carried out.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    merge: tuple[tuple[str, ...], ...] = ()
    split: tuple[str, ...] = ()
    papers: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()


NO_SHAPE = Shape()
NO_PINS = Pins()
