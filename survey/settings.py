"""Settings: the only reader of the environment and of survey.toml. Frozen; an unknown key is an error.

The flag wins, then the environment (``SURVEY_...``), then ``survey.toml`` (in the survey folder, else in the current
one), then what a survey remembers of its build, then the default.
"""

import os
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import pydantic_settings
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_settings import BaseSettings, EnvSettingsSource, NoDecode, PydanticBaseSettingsSource

from survey.errors import SettingsError
from survey.prices import Price
from survey.questions import QUESTIONS, Length

FILE = "survey.toml"
PREFIX = "SURVEY_"
EXTRACTIVE = "extractive"
"""The model that is none: it costs nothing and needs no network."""


def _pairs(value: object) -> object:
    """``NAME=VALUE`` texts (from flags, or comma-separated in the environment) as a mapping; a mapping as it is."""
    if isinstance(value, str):
        value = [part for part in value.split(",") if part.strip()]
    if not isinstance(value, (list, tuple)):
        return value
    pairs = {}
    for text in value:
        name, equals, what = str(text).partition("=")
        if not (equals and name.strip() and what.strip()):
            raise ValueError(f"{text!r} is not of the form NAME=VALUE")
        pairs[name.strip()] = what.strip()
    return pairs


def _question_names(value: dict[str, str]) -> dict[str, str]:
    if unknown := sorted(set(value) - set(QUESTIONS)):
        raise ValueError(f"no question is called {', '.join(unknown)}; the questions are {', '.join(QUESTIONS)}")
    return value


def _priced(value: object) -> object:
    """A model's price as [input, output] or [input, cached input, output], in US dollars per million tokens."""
    if not isinstance(value, dict):
        return value
    return {name: [p[0], p[0], p[1]] if isinstance(p, list) and len(p) == 2 else p for name, p in value.items()}


Pairs = Annotated[dict[str, str], NoDecode, BeforeValidator(_pairs)]
Positive = Annotated[int, Field(ge=1)]
KeyGroups = tuple[tuple[str, ...], ...]


class PinTable(BaseModel):
    """What the user decided about topics; see docs/topics.md. A topic is named by its id, its name or a paper's key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    names: dict[str, str] = {}
    merge: KeyGroups = ()
    split: tuple[str, ...] = ()
    papers: dict[str, str] = {}
    order: tuple[str, ...] = ()


class Settings(BaseSettings):
    """Every setting of a run; the field names are the keys of survey.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)  # type: ignore[assignment]  # pydantic's own advice is SettingsConfigDict, which adds only keys that aren't used here

    model: Annotated[str, Field(min_length=1)] = EXTRACTIVE
    model_for: Annotated[Pairs, AfterValidator(_question_names)] = {}
    param: Pairs = {}
    prompts: Path | None = None
    cache: Path = Path("cache")
    concurrency: Annotated[int, Field(ge=1, le=1024)] = 8
    max_cost: Annotated[float, Field(ge=0)] | None = None
    max_total_tokens: Annotated[int, Field(ge=0)] | None = None
    rpm: Positive | None = None
    tpm: Positive | None = None
    prices: Annotated[dict[str, Price], BeforeValidator(_priced)] = {}
    batch: bool = False
    threads: Positive | None = None
    context: Annotated[int, Field(ge=512)] = 8192
    timeout: Annotated[float, Field(gt=0)] = 120.0
    proxy: str | None = None
    base_url: str | None = None
    language: Annotated[str, Field(min_length=1)] = "English"
    length: Length = "standard"
    seed: int = 0
    title: str | None = None
    limit: Positive | None = None
    dedupe: bool = True
    near_duplicates: bool = True
    title_only: bool = False
    format: str | None = None
    topics: Positive | None = None
    min_topic: Positive | None = None
    max_topic: Positive | None = None
    embedder: Annotated[str, Field(min_length=1)] = "words"
    same: KeyGroups = ()
    different: KeyGroups = ()
    marks: bool = True
    pins: PinTable = PinTable()
    quiet: bool = False
    as_json: Annotated[bool, Field(alias="json")] = False

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003  # the signature is pydantic's
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what :func:`load_settings` hands over: it joins the sources itself, in the order of the contract."""
        return (init_settings,)

    def remembered(self) -> dict[str, Any]:
        """What survey.json keeps: the settings that shape the survey; nothing secret, nothing of this machine's."""
        return self.model_dump(mode="json", exclude=_OF_ONE_RUN)


_OF_ONE_RUN = {
    *("cache", "concurrency", "timeout", "proxy", "base_url", "quiet", "as_json", "format"),
    *("max_cost", "max_total_tokens", "rpm", "tpm", "prices", "batch", "threads", "context"),
}


def load_settings(
    flags: Mapping[str, Any] | None = None,
    *,
    folder: Path | None = None,
    remembered: Mapping[str, Any] | None = None,
) -> Settings:
    """The settings of a run. ``flags`` holds only what the user gave; ``folder`` is the survey folder, if there is one.

    Raises SettingsError, naming the setting and where it stands.
    """
    values: dict[str, Any] = {}
    sources = {
        "the survey's remembered settings": dict(remembered or {}),
        **_file(folder),
        "the environment": _environment(),
    }
    for where, given in (*sources.items(), ("the command line", dict(flags or {}))):
        _validated(given, where)
        values |= given
    return _validated(values, "the settings")


def remembered_for_refresh(remembered: Mapping[str, Any]) -> dict[str, Any]:
    """What a survey remembers, for bringing it up to date: a trial's ``limit`` was about the build alone."""
    return {name: value for name, value in remembered.items() if name != "limit"}


def _validated(values: Mapping[str, Any], where: str) -> Settings:
    try:
        return Settings(**values)
    except ValidationError as error:
        raise SettingsError(*_explained(error, where)) from None


def _explained(error: ValidationError, where: str) -> tuple[str, str]:
    first = error.errors(include_url=False, include_context=False)[0]
    name = str(first["loc"][0]) if first["loc"] else "a setting"
    if first["type"] == "extra_forbidden":
        known = ", ".join(sorted(field.alias or key for key, field in Settings.model_fields.items()))
        return f"Unknown setting {name!r} in {where}.", f"The settings are: {known}."
    message = first["msg"].removeprefix("Value error, ")
    return f"The setting {name!r} in {where} is wrong: {message}.", "See `survey build --help` for what it takes."


def _file(folder: Path | None) -> dict[str, dict[str, Any]]:
    """The first survey.toml found, under its own path: in the survey folder, else in the current one."""
    for path in ([folder / FILE] if folder else []) + [Path(FILE)]:
        if path.is_file():
            try:
                return {str(path): tomllib.loads(path.read_text(encoding="utf-8-sig"))}
            except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
                raise SettingsError(f"{path} can't be read: {error}.", "Mend the file, or move it away.") from None
    return {}


def _environment() -> dict[str, Any]:
    """The ``SURVEY_...`` variables that are set and not empty, by setting name; lists and tables are JSON."""
    given = {
        name[len(PREFIX) :].lower(): value for name, value in os.environ.items() if name.startswith(PREFIX) and value
    }
    source = EnvSettingsSource(Settings, env_prefix=PREFIX, env_ignore_empty=True)
    try:
        return given | source()
    except pydantic_settings.SettingsError as error:
        raise SettingsError(
            f"A setting in the environment is wrong: {error}.", "Lists and tables are written as JSON."
        ) from None


def endpoint_key() -> str | None:
    """The key for the chat endpoint, from ``OPENAI_API_KEY``; it is never written anywhere."""
    return os.environ.get("OPENAI_API_KEY") or None


def endpoint_url(settings: Settings) -> str | None:
    """The chat endpoint's address: ``--base-url``, else ``OPENAI_BASE_URL``, else the library's default (None)."""
    return settings.base_url or os.environ.get("OPENAI_BASE_URL") or None


def now() -> str:
    """The time of a run, ISO 8601 in UTC; ``SOURCE_DATE_EPOCH`` (reproducible-builds.org), in seconds, replaces it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not epoch.isdigit():
        raise SettingsError(f"SOURCE_DATE_EPOCH is {epoch!r}.", "It must be a whole number of seconds since 1970.")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.isoformat(timespec="seconds")
