"""Papers to themes of topics, from nothing."""

from collections.abc import Sequence

from survey.embedders import Embedder, default_embedder
from survey.papers import Paper
from survey.topics.describing import described
from survey.topics.drawing import draw
from survey.topics.model import NO_PINS, NO_SHAPE, Grouping, Pins, Shape
from survey.topics.pinning import followed, pinned, pinned_names
from survey.topics.space import place


def group(
    papers: Sequence[Paper],
    *,
    embedder: Embedder | None = None,
    seed: int = 0,
    shape: Shape = NO_SHAPE,
    pins: Pins = NO_PINS,
) -> Grouping:
    """Every paper in exactly one topic, every topic in exactly one theme; the same for any order of ``papers``.

    Raises SettingsError when a pin names a topic or a paper that isn't there.
    """
    papers = sorted(papers, key=lambda p: p.key)
    if not papers:
        return Grouping((), ())
    space = place(papers, embedder or default_embedder())
    draft = draw(space, shape, seed)
    grouping = described(papers, space.points, draft)
    if pins == NO_PINS:
        return grouping
    keys = [paper.key for paper in papers]
    names = {topic.id: topic.name for topic in grouping.topics}
    given = pinned_names(draft, keys, names, grouping, pins)
    draft = pinned(draft, keys, space.smooth, names, pins, seed)
    return described(papers, space.points, draft, followed(given, draft))
