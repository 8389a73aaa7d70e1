"""The options that commands share: each given one becomes a setting."""

import inspect
import json
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from survey.console import say, shortfall

if TYPE_CHECKING:
    from survey.document import Survey

Dumps = Annotated[list[str], typer.Argument(metavar="DUMP...", help="Files, folders, globs, or - for standard input.")]
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A survey folder.")]


def _option(type_: Any, *names: str, help: str, metavar: str | None = None) -> Any:  # noqa: ANN401  # typer's words
    return Annotated[type_ | None, typer.Option(*names, help=help, metavar=metavar, show_default=False)]


READING: dict[str, Any] = {
    "format": _option(str, "--format", metavar="NAME", help="The dumps' format, instead of finding it out."),
    "title_only": _option(bool, "--title-only/--no-title-only", help="Keep records that have no abstract."),
    "dedupe": _option(bool, "--dedupe/--no-dedupe", help="Merge records of the same paper (default: merge)."),
    "near_duplicates": _option(
        bool, "--near-duplicates/--no-near-duplicates", help="Merge records that are nearly the same (default: merge)."
    ),
    "limit": _option(int, "--limit", metavar="N", help="Only the first N papers, for a trial."),
}
ASKING: dict[str, Any] = {
    "model": _option(
        str, "--model", metavar="NAME", help="extractive (the default, no model), or a chat model's name."
    ),
    "model_for": _option(list[str], "--model-for", metavar="QUESTION=NAME", help="Another model for one question."),
    "param": _option(list[str], "--param", metavar="NAME=VALUE", help="Passed to the model, as temperature=0."),
    "base_url": _option(str, "--base-url", metavar="URL", help="The chat endpoint (default: $OPENAI_BASE_URL)."),
    "prompts": _option(Path, "--prompts", metavar="DIR", help="Your own templates (see survey prompts copy)."),
    "cache": _option(Path, "--cache", metavar="DIR", help="Where answers are kept (default: cache)."),
    "concurrency": _option(int, "--concurrency", metavar="N", help="Calls at a time (default: 8)."),
    "timeout": _option(float, "--timeout", metavar="SECONDS", help="For one call (default: 120)."),
    "max_cost": _option(float, "--max-cost", metavar="USD", help="Stop before the call that could cost more."),
    "max_total_tokens": _option(
        int, "--max-total-tokens", metavar="N", help="Stop before the call that could use more."
    ),
    "rpm": _option(int, "--rpm", metavar="N", help="Requests a minute at most."),
    "tpm": _option(int, "--tpm", metavar="N", help="Tokens a minute at most."),
    "batch": _option(bool, "--batch/--no-batch", help="Through the Batch API: half the price, within a day."),
    "threads": _option(int, "--threads", metavar="N", help="Of a local model (default: one for each core)."),
    "context": _option(int, "--context", metavar="N", help="Tokens that a local model holds (default: 8192)."),
    "proxy": _option(str, "--proxy", metavar="URL", help="A proxy for the endpoint."),
    "embedder": _option(
        str, "--embedder", metavar="NAME", help="Vectors for grouping: words (built in) or openai:NAME."
    ),
    "language": _option(str, "--language", help="Of the survey's text (default: English)."),
    "length": _option(str, "--length", metavar="SIZE", help="What is said of each topic: short, standard or long."),
    "seed": _option(int, "--seed", metavar="N", help="For grouping (default: 0)."),
    "title": _option(str, "--title", help="The survey's title."),
    "topics": _option(int, "--topics", metavar="N", help="How many topics, instead of finding it out."),
    "min_topic": _option(int, "--min-topic", metavar="N", help="The fewest papers in a topic."),
    "max_topic": _option(int, "--max-topic", metavar="N", help="The most papers in a topic."),
}
SAYING: dict[str, Any] = {
    "quiet": _option(bool, "--quiet", "-q", help="Say nothing but errors."),
    "json": _option(bool, "--json", help="One JSON object on standard output."),
}
SHOWING: dict[str, Any] = {
    "marks": _option(bool, "--marks/--no-marks", help="Mark what is new in survey.md (default: mark)."),
}


def with_settings(*groups: dict[str, Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of ``groups``; those that the user gave reach it as ``flags``."""
    options = {name: annotation for group in groups for name, annotation in group.items()}

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        own = [p for p in inspect.signature(command).parameters.values() if p.name != "flags"]
        added = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=None)
            for name, annotation in options.items()
        ]

        @wraps(command)
        def run(**given: object) -> None:
            flags = {name: given.pop(name) for name in options}
            command(**given, flags={name: value for name, value in flags.items() if value not in (None, [])})

        run.__signature__ = inspect.Signature([*own, *added])  # type: ignore[attr-defined]  # what typer reads
        run.__annotations__ = {p.name: p.annotation for p in (*own, *added)}
        return run

    return decorate


TOTALS = ("calls", "tokens_in", "tokens_out", "cost_usd")


def ended(survey: "Survey | None") -> None:
    """Say what had to be left out, and end with the exit code that tells of it."""
    if survey and (survey.left_out or survey.run.stopped):
        say(shortfall(survey))
        raise typer.Exit(3 if survey.run.stopped else 1)


def printed(value: object) -> str:
    """The one JSON object of ``--json``."""
    return json.dumps(value, ensure_ascii=False)
