"""``survey prompts``: the templates, to see and to copy."""

from pathlib import Path
from typing import Annotated

import typer

from survey.console import say

app = typer.Typer(help="The prompt templates: list them, see one, take a copy to edit.", no_args_is_help=True)


@app.command("list")
def prompts_list() -> None:
    """The questions that are asked, and where their templates stand."""
    from survey.prompts import load_templates

    for template in load_templates().values():
        typer.echo(f"{template.question:<12} {template.path}")


@app.command("show")
def prompts_show(name: Annotated[str, typer.Argument(help="A question, as record.")]) -> None:
    """One template as it is shipped."""
    from survey.prompts import template_named

    typer.echo(template_named(name).source, nl=False)


@app.command("copy")
def prompts_copy(folder: Annotated[Path, typer.Argument(metavar="DIR")]) -> None:
    """A copy of all templates to edit; use it with --prompts DIR."""
    from survey.prompts import copy_templates

    for path in copy_templates(folder):
        say(f"{path}: written.")
