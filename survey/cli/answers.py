"""``survey cache``: the cached answers, to count and to drop."""

from typing import Any

import typer

from survey.cli.options import ASKING, SAYING, printed, with_settings
from survey.console import say

app = typer.Typer(help="The cached answers: what there is, and dropping it.", no_args_is_help=True)


@app.command("info")
@with_settings({"cache": ASKING["cache"]}, {"json": SAYING["json"]})
def cache_info(*, flags: dict[str, Any]) -> None:
    """How many answers are cached, and how much room they take."""
    from survey.cache import AnswerCache
    from survey.settings import load_settings

    settings = load_settings(flags)
    with AnswerCache(settings.cache) as cache:
        info = cache.info()
    facts = {"folder": str(info.folder), "answers": info.answers, "bytes": info.size}
    typer.echo(printed(facts) if settings.as_json else f"{info.folder}: {info.answers} answers, {info.size:,} bytes.")


@app.command("clear")
@with_settings({"cache": ASKING["cache"]})
def cache_clear(*, flags: dict[str, Any]) -> None:
    """Drop every cached answer."""
    from survey.cache import AnswerCache
    from survey.settings import load_settings

    settings = load_settings(flags)
    with AnswerCache(settings.cache) as cache:
        say(f"{settings.cache}: {cache.clear()} answers dropped.")
