"""What each refresh changed: the record from which CHANGES.md is rendered and the marks of what is new are taken."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Dropped(_Entry):
    """A paper taken out, and why; its number is never given to another, and later dumps don't bring it back."""

    key: str
    number: int
    title: str
    abstract: str = ""
    doi: str | None = None
    arxiv_id: str | None = None
    reason: str


class TopicChange(_Entry):
    """What a refresh did to one topic: ``added`` papers joined it, ``removed`` left it."""

    id: str
    name: str
    kind: Literal["changed", "new", "split", "gone"]
    added: int = 0
    removed: int = 0
    lineage: tuple[str, ...] = ()


class StatementChange(_Entry):
    """A claim that a refresh added, reworded, extended (same words, other papers) or withdrew;

    ``topic`` is its topic's id, or "overview"."""

    claim: str
    topic: str
    kind: Literal["added", "reworded", "extended", "withdrawn"]
    text: str
    before: str | None = None
    papers: tuple[str, ...] = ()
    reason: str | None = None


class Refresh(_Entry):
    """One refresh, all that CHANGES.md says of it; ``new_versions`` are the keys of papers whose text changed."""

    refresh: int
    date: str
    dumps: tuple[str, ...]
    added: int
    merged: int = 0
    rejected: int = 0
    new_versions: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    topics: tuple[TopicChange, ...] = ()
    statements: tuple[StatementChange, ...] = ()
    renewed: bool = False
