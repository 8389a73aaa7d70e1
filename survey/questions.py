"""The questions asked of a model: for each its values (what is asked about) and its answer (what comes back).

The answers' classes are also the JSON schemas that an endpoint is given. They are static: closed sets (which papers,
which sentences) stand in the prompt and are enforced by the stage that asks, so that an endpoint compiles each schema
once. Lists of small objects rather than objects of many nullable fields: what a paper doesn't say costs no token.
"""

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

import pydantic
from pydantic import BaseModel, ConfigDict

QUESTIONS = ("record", "topic_name", "synthesis", "revision", "overview")
FIELDS = ("contribution", "problem", "method", "data", "limitations")
Field = Literal["contribution", "problem", "method", "data", "limitations"]
Kind = Literal["finding", "agreement", "difference", "gap", "trend", "context"]
Length = Literal["short", "standard", "long"]


class Answer(BaseModel):
    """Base of all answers: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


# --- how much is said: what --length means, for every model ---


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is to be said: about how many words, in how many claims at least and at most."""

    words: int
    least: int
    most: int


_WORDS_ON_TOPIC: dict[Length, tuple[int, int]] = {"short": (60, 8), "standard": (80, 15), "long": (120, 25)}
_WORDS_IN_OVERVIEW: dict[Length, tuple[int, int]] = {"short": (60, 10), "standard": (90, 20), "long": (120, 40)}
_MOST_COUNTED = 40
_WORDS_IN_CLAIM = (20, 50)


def on_topic(length: Length, papers: int) -> Extent:
    """How much is said of a topic of so many papers; from the standard length on there is a claim for each paper."""
    found = _extent(_WORDS_ON_TOPIC[length], papers)
    return found if length == "short" else Extent(found.words, found.least, max(found.most, papers + 2))


def in_overview(length: Length, themes: int) -> Extent:
    """How much the overview of a survey of so many themes says."""
    return _extent(_WORDS_IN_OVERVIEW[length], themes)


def _extent(words: tuple[int, int], things: int) -> Extent:
    """So many words, and so many more for each thing (40 of them at most)."""
    base, each = words
    short, long = _WORDS_IN_CLAIM
    total = base + each * min(things, _MOST_COUNTED)
    return Extent(total, max(1, total // long), max(2, total // short))


STANDARD = Extent(200, 4, 10)


# --- record: what does one paper report? Several papers may share a call. ---


@dataclass(frozen=True, slots=True)
class NumberedPaper:
    """A paper as a prompt shows it: ``id`` is local to the prompt ("P1"); sentence n is ``sentences[n - 1]``."""

    id: str
    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordValues:
    """What the question ``record`` asks about."""

    papers: tuple[NumberedPaper, ...]
    language: str = "English"


def _at_most(items: int) -> Any:  # noqa: ANN401  # pydantic's own type
    """A bound for grammars that are made from the schema: it ends small models' lists. More is no error."""
    return pydantic.Field(json_schema_extra={"maxItems": items})


Sentences = Annotated[list[int], _at_most(3)]
Short = Annotated[str, pydantic.Field(json_schema_extra={"maxLength": 60})]
"""A few words; as with lists, the bound is for grammars: small models write "0.000..." without end."""


class StatementAnswer(Answer):
    """One thing a paper says of itself, and the numbers of the sentences that say it (from 1; 0 is the title)."""

    field: Field
    text: str
    sentences: Sentences


class ResultAnswer(Answer):
    """One reported result; every part but the text may be absent, and none may be made up."""

    text: str
    sentences: Sentences
    measure: Short | None = None
    value: Short | None = None
    unit: Short | None = None
    dataset: Short | None = None
    baseline: Short | None = None


class PaperAnswer(Answer):
    """All that was found in one paper."""

    paper: str
    statements: Annotated[list[StatementAnswer], _at_most(6)]
    results: Annotated[list[ResultAnswer], _at_most(6)]


class RecordAnswer(Answer):
    """The answer to ``record``: one entry for each paper of the prompt."""

    papers: list[PaperAnswer]


# --- topic_name: what would a person call these papers? ---


@dataclass(frozen=True, slots=True)
class TopicNameValues:
    """``phrases`` are candidate names, best first; ``titles`` those of the topic's most central papers."""

    keywords: tuple[str, ...]
    phrases: tuple[str, ...]
    titles: tuple[str, ...]
    language: str = "English"


class TopicNameAnswer(Answer):
    """The answer to ``topic_name``."""

    name: str


# --- synthesis: what do the papers of one topic say together? ---


@dataclass(frozen=True, slots=True)
class Said:
    """One checked statement of a paper's record: its field ("result" for a result), its text, and its parts."""

    field: str
    text: str
    quotes: tuple[str, ...]
    measure: str | None = None
    value: str | None = None
    unit: str | None = None
    dataset: str | None = None
    baseline: str | None = None


@dataclass(frozen=True, slots=True)
class RecordedPaper:
    """A paper with its checked record, as the synthesis prompt shows it; its ``abstract`` is for a model that reads
    values, and no prompt shows it."""

    id: str
    title: str
    said: tuple[Said, ...]
    abstract: str = ""


@dataclass(frozen=True, slots=True)
class SynthesisValues:
    """What the question ``synthesis`` asks about: one topic, its papers the most central first, and how much to say."""

    topic: str
    keywords: tuple[str, ...]
    papers: tuple[RecordedPaper, ...]
    language: str = "English"
    words: int = STANDARD.words
    least: int = STANDARD.least
    most: int = STANDARD.most


class ClaimAnswer(Answer):
    """One statement about several papers (or one), naming them by the prompt's ids."""

    kind: Kind
    text: str
    papers: list[str]


class SynthesisAnswer(Answer):
    """The answer to ``synthesis``."""

    claims: list[ClaimAnswer]


# --- revision: what do new papers change in what is said of a topic? ---


@dataclass(frozen=True, slots=True)
class PresentClaim:
    """A claim as it stands, under an id local to the prompt ("C1"), citing ids local to the prompt."""

    id: str
    kind: Kind
    text: str
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RevisionValues:
    """What the question ``revision`` asks about: a topic's present claims and its new papers.

    ``known`` are the topic's other papers, on which the present claims rest; ``words`` and ``most`` say how much to
    say of the new ones.
    """

    topic: str
    keywords: tuple[str, ...]
    claims: tuple[PresentClaim, ...]
    papers: tuple[RecordedPaper, ...]
    known: tuple[RecordedPaper, ...]
    language: str = "English"
    words: int = STANDARD.words
    most: int = STANDARD.most


class ChangeAnswer(Answer):
    """A present claim in other words, because of new papers among ``papers``; an empty text withdraws it."""

    claim: str
    kind: Kind
    text: str
    papers: list[str]


class RevisionAnswer(Answer):
    """The answer to ``revision``: a present claim that isn't named stays as it is."""

    changes: list[ChangeAnswer]
    claims: list[ClaimAnswer]


# --- overview: what does the whole survey say? ---


@dataclass(frozen=True, slots=True)
class DigestedClaim:
    """One checked claim of a topic; ``papers`` are the prompt's ids.

    ``about``: its paper, where it is about one, for a model that reads values; no prompt shows it.
    """

    kind: Kind
    text: str
    papers: tuple[str, ...]
    about: RecordedPaper | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class TopicDigest:
    """One topic in the overview prompt."""

    theme: str
    name: str
    size: int
    claims: tuple[DigestedClaim, ...]


@dataclass(frozen=True, slots=True)
class OverviewValues:
    """What the question ``overview`` asks about: the topics in reading order, and how much to say."""

    topics: tuple[TopicDigest, ...]
    language: str = "English"
    words: int = STANDARD.words
    least: int = STANDARD.least
    most: int = STANDARD.most


class OverviewAnswer(Answer):
    """The answer to ``overview``."""

    claims: list[ClaimAnswer]
