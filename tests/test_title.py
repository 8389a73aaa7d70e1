"""The survey's title, from the names of its largest themes."""

import pytest

from survey.assembly import title_of
from survey.topics import Grouping, Theme, Topic


def titled(*names: str) -> str:
    """The title of a survey with themes of these names, the last the largest."""
    topics = [Topic(f"t{n}", name, (), (), tuple(f"{n}-{i}" for i in range(n))) for n, name in enumerate(names, 1)]
    themes = [Theme(f"m{topic.id[1:]}", topic.name, (topic.id,)) for topic in topics]
    return title_of(Grouping(tuple(themes), tuple(topics)), {theme.id: theme.name for theme in themes})


@pytest.mark.parametrize(
    ("names", "title"),
    [
        ((), "A survey"),
        (("Head pruning",), "A survey of head pruning"),
        (("Trees", "Soil", "Rain and wind", "GPT-2"), "A survey of GPT-2, rain and soil"),
        (("Trees", "Machine learning and feature selection"), "A survey of feature selection and trees"),
        (("Trees", "Deep learning"), "A survey of deep learning and trees"),
        (("Machine learning and deep learning",), "A survey of machine learning"),
    ],
)
def test_the_largest_themes_name_it_by_what_tells_most(names: tuple[str, ...], title: str) -> None:
    assert titled(*names) == title
