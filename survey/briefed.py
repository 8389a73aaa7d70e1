"""What a brief says: the record that it is rendered from."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from survey.document import Survey


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Chosen(_Part):
    """A paper that the brief discusses, and how it fits: the share of the topic's words, the likeness (cosine)."""

    paper: str
    share: float
    likeness: float
    words: tuple[str, ...]


class NearMiss(_Part):
    """A paper that the brief doesn't discuss, and why; ``number`` is the survey's, where there is one."""

    title: str
    reason: str
    number: int | None = None


class ToRead(_Part):
    """A step of the reading order: a paper's key, and why it stands there."""

    paper: str
    why: str


class Brief(_Part):
    """A brief on one topic.

    ``content`` is a survey of one topic that holds the chosen papers, the best first, numbered from 1 in that order:
    so claims, table, scorecard and references are those of any survey. ``numbers`` are the papers' numbers in the
    survey that they were taken from.
    """

    topic: str
    source: str
    considered: int
    on_topic: int
    since: str | None = None
    older: int = 0
    cut: str
    chosen: tuple[Chosen, ...]
    near: tuple[NearMiss, ...]
    reading: tuple[ToRead, ...]
    numbers: Annotated[dict[str, int], Field(default_factory=dict)]
    content: Survey
