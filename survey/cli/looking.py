"""Commands that look at a finished survey: check and render."""

from pathlib import Path
from typing import Annotated

import typer

from survey.cli.options import Folder
from survey.console import say


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


def render(
    folder: Folder,
    to: Annotated[
        str,
        typer.Option(
            "--to", metavar="FORMAT", help="md, html, bib, ris, csl, json, csv, comparison-csv, results-csv or changes."
        ),
    ] = "md",
    topic: Annotated[
        str | None, typer.Option("--topic", metavar="NAME", help="One topic's comparison alone, by its id or name.")
    ] = None,
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
    text = rendered(survey if marks is None else survey.with_marks(marks), to, topic=topic)
    if out is None:
        typer.echo(text, nl=False)
    else:
        write_files(out.parent, {out.name: text})
