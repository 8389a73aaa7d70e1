"""The Survey document (survey.json): the record that every other file is rendered from; load it, save it atomically."""

import json
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from survey.claims import Claim
from survey.errors import DocumentError, FolderError
from survey.history import Dropped, Refresh
from survey.papers import Merge, Paper, Rejection
from survey.questions import Length
from survey.records import Record

SCHEMA: Literal[1] = 1
FILE = "survey.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPaper(Paper):
    """A paper in a survey: its citation number, its topic's id, and the refresh that added it (0: the build)."""

    number: int
    topic: str
    added: int = 0


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class DumpAccount(_Part):
    """One dump's account: ``read`` is ``papers`` + ``merged`` + ``rejected``."""

    name: str
    sha256: str
    format: str
    read: int
    papers: int
    merged: int
    rejected: int


class Row(_Part):
    """One paper's line of a comparison table."""

    paper: str
    cells: tuple[str, ...]


class Comparison(_Part):
    """A topic's table, laid out by code from checked records."""

    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


class ThemeSection(_Part):
    """A chapter: its topics in reading order."""

    id: str
    name: str
    topics: tuple[str, ...]


class TopicSection(_Part):
    """One topic: ``papers`` the most central first; ``cohesion``, ``nearest`` and ``worst`` are its audit."""

    id: str
    name: str
    keywords: tuple[str, ...]
    papers: tuple[str, ...]
    lineage: tuple[str, ...] = ()
    cohesion: float = 0.0
    nearest: str | None = None
    worst: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    comparison: Comparison = Comparison()


class LeftOutEntry(_Part):
    """A paper or topic that a question found no valid answer for; exactly one of the two is given."""

    paper: str | None = None
    topic: str | None = None
    question: str
    reason: str


class Uncited(_Part):
    """A paper that no statement cites, and why."""

    key: str
    reason: str


class Scorecard(_Part):
    """The counts that every survey prints about itself."""

    records_read: int
    papers: int
    merged: int
    rejected: int
    topics: int
    claims: int
    sentences: int
    sentences_cited: int
    citations: int
    citations_resolved: int
    quotes: int
    quotes_verbatim: int
    numbers: int
    numbers_found: int
    supported: int
    papers_cited: int
    papers_uncited: tuple[Uncited, ...] = ()


class Run(_Part):
    """What the last run asked and used; the only part, dates apart, that may differ between equal surveys.

    ``prompts`` and ``models`` hold, by question, hashes of the template and of the model with its parameters that the
    survey's answers rest on. ``files`` are the hashes of the files rendered from this survey.json, ``replaced`` those
    of the files that stood there before: so a file left behind by an interruption is told from one edited by hand.
    """

    model: str
    complete: bool
    stopped: Literal["budget"] | None = None
    prompts: dict[str, str]
    calls: int
    cached: int
    retried: int
    rejected_answers: int
    tokens_in: int
    tokens_out: int
    cost_usd: float | None
    seconds: float
    models: dict[str, str] = {}
    files: dict[str, str] = {}
    replaced: dict[str, str] = {}


class Survey(_Part):
    """A whole survey; see CONTRACT in docs/survey-json.md for the meaning of each field."""

    schema_: Annotated[Literal[1], Field(alias="schema")] = SCHEMA
    title: str
    created: str
    refreshed: str | None = None
    settings: dict[str, Any]
    dumps: tuple[DumpAccount, ...]
    papers: tuple[ListedPaper, ...]
    merged: tuple[Merge, ...]
    rejected: tuple[Rejection, ...]
    records: dict[str, Record]
    themes: tuple[ThemeSection, ...]
    topics: tuple[TopicSection, ...]
    overview: tuple[Claim, ...] = ()
    left_out: tuple[LeftOutEntry, ...] = ()
    scorecard: Scorecard
    dropped: tuple[Dropped, ...] = ()
    history: tuple[Refresh, ...] = ()
    run: Run

    @property
    def length(self) -> Length:
        """How much is said of each topic."""
        return length_of(self.settings)

    def by_key(self) -> dict[str, ListedPaper]:
        """The papers by key."""
        return {paper.key: paper for paper in self.papers}

    def last_refresh(self) -> Refresh | None:
        """The refresh that this survey came out of; None for one as it was built."""
        return self.history[-1] if self.history else None

    def with_marks(self, marks: bool) -> "Survey":
        """The same survey, what its last refresh brought marked or not when it is rendered."""
        return self.model_copy(update={"settings": {**self.settings, "marks": marks}})

    def by_topic(self) -> dict[str, TopicSection]:
        """The topics by id."""
        return {topic.id: topic for topic in self.topics}


def length_of(settings: Mapping[str, object]) -> Length:
    """The length among remembered settings; surveys from before there was a choice are of standard length."""
    return TypeAdapter(Length).validate_python(settings.get("length", "standard"))


def dumped(survey: Survey) -> str:
    """The text of survey.json: indented for git, one line end at the end."""
    return survey.model_dump_json(by_alias=True, indent=1) + "\n"


def load(folder: str | Path) -> Survey:
    """The survey in ``folder``.

    Raises DocumentError when there is none, when it is damaged, or when another version wrote it.
    """
    path = Path(folder) / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise DocumentError(
            f"{folder} holds no survey (no {FILE}).", "`survey build DUMP... -o DIR` makes one."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"{path} can't be read: {error}.", "Restore the file, or build the survey again.") from None
    try:
        return Survey.model_validate_json(migrated(text))
    except ValidationError as error:
        raise DocumentError(*_explained(path, error)) from None


_PRESENT = re.compile(rf'\s*\{{\s*"schema":\s*{SCHEMA}\s*[,}}]')
MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""By the schema that it reads: what makes a document of the next schema out of it. Schema 1 is the first; fields that
were added since have defaults. A new schema is one function and one line here."""


def migrated(text: str) -> str:
    """The text of a survey.json in the present schema; text that isn't of an older one comes back as it is."""
    if _PRESENT.match(text):
        return text
    try:
        found = json.loads(text)
    except ValueError:
        return text
    if not isinstance(found, dict):
        return text
    while isinstance(schema := found.get("schema"), int) and schema in MIGRATIONS:
        found = MIGRATIONS[schema](found)
    return json.dumps(found, ensure_ascii=False)


def _explained(path: Path, error: ValidationError) -> tuple[str, str]:
    first = error.errors(include_url=False, include_context=False)[0]
    where = ".".join(map(str, first["loc"])) or "the file"
    if where == "schema":
        what = f"{path} has schema {first['input']!r}; this version reads schema {SCHEMA}."
        return what, "Use the version that wrote it, or build the survey again."
    if first["type"] == "extra_forbidden":
        what = f"{path} holds {where}, which this version doesn't know: a newer one wrote it."
        return what, "Use that version, or build the survey again; the file was left as it is."
    return f"{path} is damaged: {where}: {first['msg']}.", "Restore the file, or build the survey again."


def holds_survey(folder: Path) -> bool:
    """Whether ``folder`` is a survey folder."""
    return (folder / FILE).is_file()


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Replace each file atomically, in the order given.

    Raises FolderError when the folder can't be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            _replace(folder / name, text)
    except OSError as error:
        what = f"{error.filename or folder} can't be written: {error.strerror or error}."
        raise FolderError(what, "Name another folder with -o DIR, or mend its permissions.") from None


def _replace(path: Path, text: str) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)  # there is none when all went well
