"""The command ``survey``: arguments, progress, exit codes; no logic.

Everything heavy is imported inside the commands, so that ``survey --help`` answers at once.
"""

import inspect
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from survey.console import closing_line, progress, say, shortfall
from survey.errors import SurveyError

if TYPE_CHECKING:
    from survey.document import Survey
    from survey.refreshing.prospect import Request
    from survey.settings import Settings

app = typer.Typer(
    name="survey",
    help="Turns piles of paper abstracts into literature surveys in which every statement leads back to its paper.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
prompts_app = typer.Typer(help="The prompt templates: list them, see one, take a copy to edit.", no_args_is_help=True)
cache_app = typer.Typer(help="The cached answers: what there is, and dropping it.", no_args_is_help=True)
app.add_typer(prompts_app, name="prompts")
app.add_typer(cache_app, name="cache")

Dumps = Annotated[list[str], typer.Argument(metavar="DUMP...", help="Files, folders, globs, or - for standard input.")]
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A survey folder.")]


def _option(type_: Any, *names: str, help: str, metavar: str | None = None) -> Any:  # noqa: ANN401  # typer's words
    return Annotated[type_ | None, typer.Option(*names, help=help, metavar=metavar, show_default=False)]


_READING: dict[str, Any] = {
    "format": _option(str, "--format", metavar="NAME", help="The dumps' format, instead of finding it out."),
    "title_only": _option(bool, "--title-only/--no-title-only", help="Keep records that have no abstract."),
    "dedupe": _option(bool, "--dedupe/--no-dedupe", help="Merge records of the same paper (default: merge)."),
    "near_duplicates": _option(
        bool, "--near-duplicates/--no-near-duplicates", help="Merge records that are nearly the same (default: merge)."
    ),
    "limit": _option(int, "--limit", metavar="N", help="Only the first N papers, for a trial."),
}
_ASKING: dict[str, Any] = {
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
    "language": _option(str, "--language", help="Of the survey's text (default: English)."),
    "seed": _option(int, "--seed", metavar="N", help="For grouping (default: 0)."),
    "title": _option(str, "--title", help="The survey's title."),
    "topics": _option(int, "--topics", metavar="N", help="How many topics, instead of finding it out."),
    "min_topic": _option(int, "--min-topic", metavar="N", help="The fewest papers in a topic."),
    "max_topic": _option(int, "--max-topic", metavar="N", help="The most papers in a topic."),
}
_SAYING: dict[str, Any] = {
    "quiet": _option(bool, "--quiet", "-q", help="Say nothing but errors."),
    "json": _option(bool, "--json", help="One JSON object on standard output."),
}


def _with_settings(*groups: dict[str, Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
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


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="The version, and nothing else.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="A traceback with every error.")] = False,
) -> None:
    context.obj = debug
    if version:
        from importlib.metadata import version as version_of

        typer.echo(version_of("surveyloom"))
        raise typer.Exit


@app.command()
@_with_settings(_READING, _ASKING, _SAYING)
def build(
    dumps: Dumps,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="DIR", help="The survey folder.")] = None,
    *,
    flags: dict[str, Any],
) -> None:
    """Dumps -> a survey folder."""
    from survey.build import build_survey
    from survey.folder import claim, folder_for, save
    from survey.settings import load_settings

    settings = load_settings(flags, folder=out)
    if out is not None:
        claim(out)
    with progress(settings.quiet or settings.as_json) as watched:
        survey = build_survey(dumps, settings, watched)
    folder = out or folder_for(survey)
    save(survey, folder)
    if settings.as_json:
        typer.echo(_json({**survey.run.model_dump(), "folder": str(folder)}))
    elif not settings.quiet:
        say(closing_line(survey, folder))
    if survey.left_out:
        say(shortfall(survey))
        raise typer.Exit(3 if survey.run.stopped else 1)


_SHOWING: dict[str, Any] = {
    "marks": _option(bool, "--marks/--no-marks", help="Mark what is new in survey.md (default: mark)."),
}


@app.command()
@_with_settings(_READING, _ASKING, _SAYING, _SHOWING)
def refresh(
    folder: Folder,
    dumps: Annotated[
        list[str] | None, typer.Argument(metavar="[DUMP...]", help="Files, folders, globs, or - for standard input.")
    ] = None,
    drop: Annotated[
        list[str] | None,
        typer.Option(
            "--drop", metavar="KEY", help="Take a paper out, and all that rests on it alone; may be repeated."
        ),
    ] = None,
    retracted: Annotated[
        list[Path] | None,
        typer.Option(
            "--retracted", metavar="FILE", help="Take out every paper on this list (keys, DOIs, titles; CSV)."
        ),
    ] = None,
    renew: Annotated[
        bool, typer.Option("--renew", help="Ask everything again, with the prompts and models of now.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite files that were edited by hand.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change and what it would cost.")] = False,
    wait: Annotated[float, typer.Option("--wait", metavar="SECONDS", help="For another refresh to finish.")] = 0,
    *,
    flags: dict[str, Any],
) -> None:
    """New dumps -> the same survey, brought up to date; numbers and topics of old papers stay."""
    from survey.console import refresh_facts, refresh_lines
    from survey.folder import beside, commit, locked, opened, tidy
    from survey.refresh import refresh_survey
    from survey.refreshing.prospect import Request
    from survey.settings import load_settings, remembered_for_refresh

    request = Request(tuple(drop or ()), tuple(retracted or ()), renew)
    with locked(folder, wait):
        tidy(folder)
        before = opened(folder)
        settings = load_settings(flags, folder=folder, remembered=remembered_for_refresh(before.settings))
        if dry_run:
            _say_plan(before, folder, dumps or [], settings, request)
            raise typer.Exit
        with progress(settings.quiet or settings.as_json) as watched:
            survey = refresh_survey(before, dumps or [], settings, request, watched, _unless(settings.quiet))
        aside = commit(survey, folder, before, force=force) if survey else ()
    if settings.as_json:
        typer.echo(_json(refresh_facts(before, survey, folder)))
    elif not settings.quiet:
        say(refresh_lines(survey, folder))
    for path in aside:
        say(f"{path} was edited by hand and left as it is; the new text is in {beside(path)} (--force overwrites it).")
    if survey and survey.left_out:
        say(shortfall(survey))
        raise typer.Exit(3 if survey.run.stopped else 1)


def _unless(quiet: bool) -> Callable[[str], None]:
    return (lambda _: None) if quiet else say


def _say_plan(before: "Survey", folder: Path, dumps: list[str], settings: "Settings", request: "Request") -> None:
    from dataclasses import asdict

    from survey.console import refresh_plan_table
    from survey.refreshing.dryrun import plan_refresh

    foreseen = plan_refresh(before, dumps, settings, request)
    if settings.as_json:
        totals = {name: getattr(foreseen.plan, name) if foreseen else 0 for name in _TOTALS}
        typer.echo(
            _json(
                {"folder": str(folder), "changed": bool(foreseen), **(asdict(foreseen) if foreseen else {}), **totals}
            )
        )
    else:
        typer.echo(refresh_plan_table(foreseen, folder))


@app.command()
@_with_settings(_READING, _ASKING, _SAYING)
def brief(
    source: Annotated[list[str], typer.Argument(metavar="DUMP...|DIR", help="Dumps, or one survey folder.")],
    topic: Annotated[str, typer.Option("--topic", metavar="TEXT", help="What the brief is about.")],
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Instead of standard output.")] = None,
    papers: Annotated[int, typer.Option("--papers", metavar="N", min=1, help="How many papers at most.")] = 12,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE|REFRESH", help="Only what is new: 2026-05-01, 3, or last.")
    ] = None,
    *,
    flags: dict[str, Any],
) -> None:
    """A one-to-two page brief on one topic; from a survey folder no paper is read again."""
    from survey.brief import from_dumps, from_survey, write_brief
    from survey.document import holds_survey, write_files
    from survey.folder import opened
    from survey.render.brief import render_brief
    from survey.settings import load_settings, remembered_for_refresh

    folder = Path(source[0]) if len(source) == 1 and holds_survey(Path(source[0])) else None
    survey = opened(folder) if folder else None
    remembered = remembered_for_refresh(survey.settings) if survey else None
    settings = load_settings(flags, folder=folder, remembered=remembered)
    material = from_survey(survey) if survey else from_dumps(source, settings)
    with progress(settings.quiet or settings.as_json) as watched:
        made = write_brief(material, topic, settings, papers=papers, since=since, progress=watched)
    text = render_brief(made)
    if out is not None:
        write_files(out.parent, {out.name: text})
    if settings.as_json:
        typer.echo(
            _json({**made.content.run.model_dump(), "file": out and str(out), "brief": made.model_dump(mode="json")})
        )
    elif out is None:
        typer.echo(text, nl=False)
    elif not settings.quiet:
        say(f"{out}: {len(made.chosen)} of {made.considered} papers; {made.content.run.calls} calls.")
    if made.content.left_out:
        say(shortfall(made.content))
        raise typer.Exit(3 if made.content.run.stopped else 1)


_TOTALS = ("calls", "tokens_in", "tokens_out", "cost_usd")


@app.command()
@_with_settings(_READING, _ASKING, _SAYING)
def plan(dumps: Dumps, *, flags: dict[str, Any]) -> None:
    """Papers, topics, calls, tokens, price of a build: no model call, no network."""
    from dataclasses import asdict

    from survey.console import plan_table
    from survey.plan import plan_survey
    from survey.settings import load_settings

    settings = load_settings(flags)
    foreseen = plan_survey(dumps, settings)
    totals = {name: getattr(foreseen, name) for name in ("calls", "tokens_in", "tokens_out", "cost_usd")}
    typer.echo(_json({**asdict(foreseen), **totals}) if settings.as_json else plan_table(foreseen))


@app.command()
def check(
    folder: Folder,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Each topic's audit too.")] = False,
) -> None:
    """Verify a finished survey; exit code 1 when anything fails."""
    from survey.checking import check_survey
    from survey.console import audit_table
    from survey.folder import opened

    survey = opened(folder)
    files = tuple(sorted(path for path in folder.iterdir() if path.is_file()))
    failures = check_survey(survey, (folder / "survey.md").read_text(encoding="utf-8"), files)
    for failure in failures:
        typer.echo(f"invariant {failure.invariant}: {failure.what}")
    if verbose:
        typer.echo(audit_table(survey))
    if failures:
        say(f"{folder}: {len(failures)} failures.")
        raise typer.Exit(1)
    typer.echo(f"{folder}: sound. All eight invariants hold for {len(survey.papers)} papers.")


@app.command()
def render(
    folder: Folder,
    to: Annotated[
        str, typer.Option("--to", metavar="FORMAT", help="md, html, bib, ris, csl, json, csv or changes.")
    ] = "md",
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Instead of standard output.")] = None,
    marks: Annotated[
        bool | None, typer.Option("--marks/--no-marks", help="Mark what is new (default: as saved).")
    ] = None,
) -> None:
    """Any format again, with no model call."""
    from survey.document import write_files
    from survey.folder import opened
    from survey.render import render as rendered

    survey = opened(folder)
    text = rendered(survey if marks is None else survey.with_marks(marks), to)
    if out is None:
        typer.echo(text, nl=False)
    else:
        write_files(out.parent, {out.name: text})


@app.command()
@_with_settings(_READING, _SAYING)
def papers(
    dumps: Dumps,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="jsonl, bib, ris, csl or csv.")] = "jsonl",
    *,
    flags: dict[str, Any],
) -> None:
    """Parse and dedupe only: the papers on standard output, the account on standard error."""
    from survey.console import account_lines
    from survey.intake import read_distinct
    from survey.render import papers_as
    from survey.settings import load_settings

    settings = load_settings(flags)
    reading, distinct = read_distinct(dumps, settings)
    typer.echo(papers_as(distinct.papers, to), nl=False)
    if not settings.quiet:
        say(account_lines(reading, distinct))


@prompts_app.command("list")
def prompts_list() -> None:
    """The questions that are asked, and where their templates stand."""
    from survey.prompts import load_templates

    for template in load_templates().values():
        typer.echo(f"{template.question:<12} {template.path}")


@prompts_app.command("show")
def prompts_show(name: Annotated[str, typer.Argument(help="A question, as record.")]) -> None:
    """One template as it is shipped."""
    from survey.prompts import template_named

    typer.echo(template_named(name).source, nl=False)


@prompts_app.command("copy")
def prompts_copy(folder: Annotated[Path, typer.Argument(metavar="DIR")]) -> None:
    """A copy of all templates to edit; use it with --prompts DIR."""
    from survey.prompts import copy_templates

    for path in copy_templates(folder):
        say(f"{path}: written.")


@cache_app.command("info")
@_with_settings({"cache": _ASKING["cache"]}, {"json": _SAYING["json"]})
def cache_info(*, flags: dict[str, Any]) -> None:
    """How many answers are cached, and how much room they take."""
    from survey.cache import AnswerCache
    from survey.settings import load_settings

    settings = load_settings(flags)
    with AnswerCache(settings.cache) as cache:
        info = cache.info()
    facts = {"folder": str(info.folder), "answers": info.answers, "bytes": info.size}
    typer.echo(_json(facts) if settings.as_json else f"{info.folder}: {info.answers} answers, {info.size:,} bytes.")


@cache_app.command("clear")
@_with_settings({"cache": _ASKING["cache"]})
def cache_clear(*, flags: dict[str, Any]) -> None:
    """Drop every cached answer."""
    from survey.cache import AnswerCache
    from survey.settings import load_settings

    settings = load_settings(flags)
    with AnswerCache(settings.cache) as cache:
        say(f"{settings.cache}: {cache.clear()} answers dropped.")


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)


@contextmanager
def _reported(debug: bool) -> Iterator[None]:
    """Every failure as a sentence or two on standard error, and its exit code; a traceback only when asked for."""
    try:
        yield
    except SurveyError as error:
        if debug:
            raise
        say(f"Error: {error}")
        sys.exit(error.exit_code)
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:  # the edge of the program: whatever was not foreseen is still said in a sentence
        if debug:
            raise
        say(f"Error: something unforeseen happened ({type(error).__name__}: {error}).")
        say("This is a fault of the program: please report it, with what `survey --debug` and the same words print.")
        sys.exit(2)


def _terminated(number: int, frame: object) -> None:  # noqa: ARG001  # a handler's signature
    """SIGTERM ends a run as Ctrl-C does, also where a shell has Ctrl-C switched off for its background jobs."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.raise_signal(signal.SIGINT)


def main() -> None:
    """The entry point of the command."""
    debug = "--debug" in sys.argv[1:]
    signal.signal(signal.SIGTERM, _terminated)
    with _reported(debug):
        try:
            app(prog_name="survey")
        except SystemExit as stop:
            if stop.code == 130:
                say("Interrupted. All answers so far are cached; the same command goes on from there.")
            raise


if __name__ == "__main__":
    main()
