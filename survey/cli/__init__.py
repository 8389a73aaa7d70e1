"""The command ``survey``: arguments, progress, exit codes; no logic.

Everything heavy is imported inside the commands, so that ``survey --help`` answers at once.
"""

import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from survey.cli import answers, building, keeping, looking, templates
from survey.console import say
from survey.errors import SurveyError

app = typer.Typer(
    name="survey",
    help="Turns piles of paper abstracts into literature surveys in which every statement leads back to its paper.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
_COMMANDS = (
    *(building.build, keeping.refresh, keeping.brief, building.plan),
    *(looking.check, looking.render, building.papers),
)
for _command in _COMMANDS:
    app.command()(_command)
app.add_typer(templates.app, name="prompts")
app.add_typer(answers.app, name="cache")


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


# Nearly all that a run makes lives to its end, and hardly anything in cycles: looking through it as often as Python
# does takes a twelfth of a build.
_COLLECTING = 100_000, 20, 50


def _terminated(number: int, frame: object) -> None:  # noqa: ARG001  # a handler's signature
    """SIGTERM ends a run as Ctrl-C does, also where a shell has Ctrl-C switched off for its background jobs."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.raise_signal(signal.SIGINT)


def main() -> None:
    """The entry point of the command."""
    debug = "--debug" in sys.argv[1:]
    gc.set_threshold(*_COLLECTING)
    signal.signal(signal.SIGTERM, _terminated)
    with _reported(debug):
        try:
            app(prog_name="survey")
        except SystemExit as stop:
            if stop.code == 130:
                say("Interrupted. All answers so far are cached; the same command goes on from there.")
            raise
