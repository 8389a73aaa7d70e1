"""Any format again from survey.json: pure functions of the document, with no model call."""

from collections.abc import Callable, Sequence

from survey.document import Survey, dumped
from survey.errors import SettingsError
from survey.papers import Paper
from survey.render.bibliography import bibtex_of, render_bibtex
from survey.render.changes import render_changes
from survey.render.exchange import csl_of, render_csl, render_ris, ris_of
from survey.render.html import render_html
from survey.render.markdown import render_markdown
from survey.render.tables import csv_of, jsonl_of, render_comparison_csv, render_csv, render_results_csv

COMPARISON = "comparison-csv"
RENDERERS: dict[str, Callable[[Survey], str]] = {
    "md": render_markdown,
    "html": render_html,
    "bib": render_bibtex,
    "ris": render_ris,
    "csl": render_csl,
    "json": dumped,
    "csv": render_csv,
    COMPARISON: render_comparison_csv,
    "results-csv": render_results_csv,
    "changes": render_changes,
}
"""The formats of ``survey render --to``. A new format is one file and one line here."""

FILES: dict[str, str] = {
    "survey.json": "json",
    "survey.md": "md",
    "survey.html": "html",
    "references.bib": "bib",
}
"""The files of a survey folder and their formats, the commit point first."""

CHANGES = "CHANGES.md"
"""The file of the format "changes"; a survey folder has it after the first refresh."""


def render(survey: Survey, to: str, *, topic: str | None = None) -> str:
    """The survey in the format ``to``; of the comparisons ``topic`` (an id or a name) gives one alone.

    Raises SettingsError for an unknown format or topic.
    """
    if to not in RENDERERS:
        raise SettingsError(f"There is no format {to!r}.", f"The formats are {', '.join(RENDERERS)}.")
    if topic is None:
        return RENDERERS[to](survey)
    if to != COMPARISON:
        raise SettingsError(f"One topic alone can't be rendered as {to}.", f"With --topic goes --to {COMPARISON}.")
    if not any(topic in {section.id, section.name} for section in survey.topics):
        named = "; ".join(f"{section.id} {section.name}" for section in survey.topics)
        raise SettingsError(f"This survey has no topic {topic!r}.", f"Its topics are {named}.")
    return render_comparison_csv(survey, topic)


PAPER_RENDERERS: dict[str, Callable[[Sequence[Paper]], str]] = {
    "jsonl": jsonl_of,
    "bib": bibtex_of,
    "ris": ris_of,
    "csl": csl_of,
    "csv": csv_of,
}
"""The formats of ``survey papers --to``."""


def papers_as(papers: Sequence[Paper], to: str) -> str:
    """Papers alone in the format ``to``. Raises SettingsError for an unknown one."""
    if to not in PAPER_RENDERERS:
        raise SettingsError(f"There is no format {to!r}.", f"The formats are {', '.join(PAPER_RENDERERS)}.")
    return PAPER_RENDERERS[to](papers)
