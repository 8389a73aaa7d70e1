"""Commands that begin with dumps: build, plan, papers."""

from pathlib import Path
from typing import Annotated, Any

import typer

from survey.cli.options import ASKING, READING, SAYING, TOTALS, Dumps, ended, printed, with_settings
from survey.console import closing_line, progress, say


@with_settings(READING, ASKING, SAYING)
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
        typer.echo(printed({**survey.run.model_dump(), "folder": str(folder)}))
    elif not settings.quiet:
        say(closing_line(survey, folder))
    ended(survey)


@with_settings(READING, ASKING, SAYING)
def plan(dumps: Dumps, *, flags: dict[str, Any]) -> None:
    """Calls, tokens and price of a build, foreseen.

    No model is called, no network used.
    """
    from dataclasses import asdict

    from survey.console import plan_table
    from survey.plan import plan_survey
    from survey.settings import load_settings

    settings = load_settings(flags)
    foreseen = plan_survey(dumps, settings)
    totals = {name: getattr(foreseen, name) for name in TOTALS}
    typer.echo(printed({**asdict(foreseen), **totals}) if settings.as_json else plan_table(foreseen))


@with_settings(READING, SAYING)
def papers(
    dumps: Dumps,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="jsonl, bib, ris, csl or csv.")] = "jsonl",
    *,
    flags: dict[str, Any],
) -> None:
    """Parse and dedupe only.

    The papers go to standard output, the account of every record to standard error.
    """
    from survey.console import account_lines
    from survey.intake import read_distinct
    from survey.render import papers_as
    from survey.settings import load_settings

    settings = load_settings(flags)
    reading, distinct = read_distinct(dumps, settings)
    typer.echo(papers_as(distinct.papers, to), nl=False)
    if not settings.quiet:
        say(account_lines(reading, distinct))
