"""Commands that go on with what was said before: refresh and brief."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from survey.cli.options import ASKING, READING, SAYING, SHOWING, TOTALS, Folder, ended, printed, with_settings
from survey.console import progress, say

if TYPE_CHECKING:
    from survey.briefed import Brief
    from survey.document import Survey
    from survey.refreshing.prospect import Request
    from survey.settings import Settings

NewDumps = Annotated[
    list[str] | None, typer.Argument(metavar="[DUMP...]", help="Files, folders, globs, or - for standard input.")
]
Dropped = Annotated[
    list[str] | None,
    typer.Option("--drop", metavar="KEY", help="Take a paper out, and all that rests on it alone; may be repeated."),
]
Retracted = Annotated[
    list[Path] | None,
    typer.Option("--retracted", metavar="FILE", help="Take out every paper on this list (keys, DOIs, titles; CSV)."),
]
Renew = Annotated[bool, typer.Option("--renew", help="Ask everything again, with the prompts and models of now.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite files that were edited by hand.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would change and what it would cost.")]
Wait = Annotated[float, typer.Option("--wait", metavar="SECONDS", help="For another refresh to finish.")]
Source = Annotated[list[str], typer.Argument(metavar="DUMP...|DIR", help="Dumps, or one survey folder.")]
About = Annotated[str, typer.Option("--topic", metavar="TEXT", help="What the brief is about.")]
File = Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Instead of standard output.")]
AtMost = Annotated[int, typer.Option("--papers", metavar="N", min=1, help="How many papers at most.")]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE|REFRESH", help="Only what is new: 2026-05-01, 3, or last.")
]


@with_settings(READING, ASKING, SAYING, SHOWING)
def refresh(
    folder: Folder,
    dumps: NewDumps = None,
    drop: Dropped = None,
    retracted: Retracted = None,
    renew: Renew = False,
    force: Force = False,
    dry_run: DryRun = False,
    wait: Wait = 0,
    *,
    flags: dict[str, Any],
) -> None:
    """New dumps -> the same survey, brought up to date.

    Papers keep their numbers, topics their ids; what isn't touched stays as it is, byte for byte.
    """
    from survey.folder import commit, locked, opened, tidy
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
    _say_refreshed(before, survey, folder, settings, aside)
    ended(survey)


def _say_refreshed(
    before: "Survey", survey: "Survey | None", folder: Path, settings: "Settings", aside: tuple[Path, ...]
) -> None:
    from survey.console import refresh_facts, refresh_lines
    from survey.folder import beside

    if settings.as_json:
        typer.echo(printed(refresh_facts(before, survey, folder)))
    elif not settings.quiet:
        say(refresh_lines(survey, folder))
    for path in aside:
        say(f"{path} was edited by hand and left as it is; the new text is in {beside(path)} (--force overwrites it).")


def _unless(quiet: bool) -> Callable[[str], None]:
    return (lambda _: None) if quiet else say


def _say_plan(before: "Survey", folder: Path, dumps: list[str], settings: "Settings", request: "Request") -> None:
    from dataclasses import asdict

    from survey.console import refresh_plan_table
    from survey.refreshing.dryrun import plan_refresh

    foreseen = plan_refresh(before, dumps, settings, request)
    if settings.as_json:
        totals = {name: getattr(foreseen.plan, name) if foreseen else 0 for name in TOTALS}
        facts = asdict(foreseen) if foreseen else {}
        typer.echo(printed({"folder": str(folder), "changed": bool(foreseen), **facts, **totals}))
    else:
        typer.echo(refresh_plan_table(foreseen, folder))


@with_settings(READING, ASKING, SAYING)
def brief(
    source: Source,
    topic: About,
    out: File = None,
    papers: AtMost = 12,
    since: Since = None,
    *,
    flags: dict[str, Any],
) -> None:
    """A brief of one or two pages on one topic.

    From a survey folder: no paper is read again.
    """
    from survey.brief import write_brief
    from survey.briefing.material import material_from_dumps, material_from_survey
    from survey.document import holds_survey
    from survey.folder import opened
    from survey.settings import load_settings, remembered_for_refresh

    folder = Path(source[0]) if len(source) == 1 and holds_survey(Path(source[0])) else None
    survey = opened(folder) if folder else None
    remembered = remembered_for_refresh(survey.settings) if survey else None
    settings = load_settings(flags, folder=folder, remembered=remembered)
    material = material_from_survey(survey) if survey else material_from_dumps(source, settings)
    with progress(settings.quiet or settings.as_json) as watched:
        made = write_brief(material, topic, settings, papers=papers, since=since, progress=watched)
    _say_brief(made, out, settings)
    ended(made.content)


def _say_brief(made: "Brief", out: Path | None, settings: "Settings") -> None:
    from survey.document import write_files
    from survey.render.brief import render_brief

    text = render_brief(made)
    if out is not None:
        write_files(out.parent, {out.name: text})
    if settings.as_json:
        facts = {"file": out and str(out), "brief": made.model_dump(mode="json")}
        typer.echo(printed({**made.content.run.model_dump(), **facts}))
    elif out is None:
        typer.echo(text, nl=False)
    elif not settings.quiet:
        say(f"{out}: {len(made.chosen)} of {made.considered} papers; {made.content.run.calls} calls.")
