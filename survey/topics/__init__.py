"""Papers to themes of topics with stable ids; new papers join old topics first."""

from survey.topics.grouping import group
from survey.topics.joining import join
from survey.topics.model import OTHER, OTHER_THEME, Grouping, Pins, Shape, Theme, Topic
from survey.topics.space import text_of

__all__ = ["OTHER", "OTHER_THEME", "Grouping", "Pins", "Shape", "Theme", "Topic", "group", "join", "text_of"]
