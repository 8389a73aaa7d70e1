"""Any format again from survey.json: pure functions of the document, with no model call."""

from collections.abc import Callable

from survey.document import Survey, dumped
from survey.errors import SettingsError
from survey.render.bibliography import render_bibtex
from survey.render.markdown import render_markdown
from survey.render.tables import render_csv

RENDERERS: dict[str, Callable[[Survey], str]] = {
    "md": render_markdown,
    "bib": render_bibtex,
    "json": dumped,
    "csv": render_csv,
}
"""The formats of ``survey render --to``. A new format is one file and one line here."""

FILES: dict[str, str] = {"survey.json": "json", "survey.md": "md", "references.bib": "bib"}
"""The files of a survey folder and their formats, the commit point first."""


def render(survey: Survey, to: str) -> str:
    """The survey in the format ``to``. Raises SettingsError for an unknown one."""
    if to not in RENDERERS:
        raise SettingsError(f"There is no format {to!r}.", f"The formats are {', '.join(RENDERERS)}.")
    return RENDERERS[to](survey)
