"""Turns piles of paper abstracts into literature surveys in which every statement leads back to its paper.

What is listed in ``__all__`` is the public interface. Each name is imported when it is first used, so that
``import survey`` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from survey.brief import write_brief
    from survey.briefed import Brief
    from survey.briefing.material import Material, material_from_dumps, material_from_survey
    from survey.build import build_survey
    from survey.checking import Failure, check_survey
    from survey.claims import Claim, Evidence
    from survey.document import Survey
    from survey.document import load as load_survey
    from survey.dumps import Reading, read_dumps
    from survey.errors import (
        BudgetError,
        CallFailed,
        DocumentError,
        DumpError,
        FolderError,
        Interrupted,
        ModelError,
        NothingFound,
        SettingsError,
        SurveyError,
        TemplateError,
        TooLong,
    )
    from survey.folder import save as save_survey
    from survey.papers import Merge, Paper, Rejection, Source, paper_key
    from survey.plan import Plan, plan_survey
    from survey.records import Record, Result, Statement
    from survey.refresh import refresh_survey
    from survey.render import render as render_survey
    from survey.render.brief import render_brief
    from survey.settings import Settings, load_settings

__all__ = [
    "Brief",
    "BudgetError",
    "CallFailed",
    "Claim",
    "DocumentError",
    "DumpError",
    "Evidence",
    "Failure",
    "FolderError",
    "Interrupted",
    "Material",
    "Merge",
    "ModelError",
    "NothingFound",
    "Paper",
    "Plan",
    "Reading",
    "Record",
    "Rejection",
    "Result",
    "Settings",
    "SettingsError",
    "Source",
    "Statement",
    "Survey",
    "SurveyError",
    "TemplateError",
    "TooLong",
    "build_survey",
    "check_survey",
    "load_settings",
    "load_survey",
    "material_from_dumps",
    "material_from_survey",
    "paper_key",
    "plan_survey",
    "read_dumps",
    "refresh_survey",
    "render_brief",
    "render_survey",
    "save_survey",
    "write_brief",
]

_HOMES = {
    "build": ("build_survey",),
    "checking": ("Failure", "check_survey"),
    "claims": ("Claim", "Evidence"),
    "document": ("Survey", "load_survey"),
    "dumps": ("Reading", "read_dumps"),
    "errors": (
        *(name for name in __all__ if name.endswith("Error")),
        *("CallFailed", "Interrupted", "NothingFound", "TooLong"),
    ),
    "folder": ("save_survey",),
    "papers": ("Merge", "Paper", "Rejection", "Source", "paper_key"),
    "plan": ("Plan", "plan_survey"),
    "brief": ("write_brief",),
    "briefed": ("Brief",),
    "briefing.material": ("Material", "material_from_dumps", "material_from_survey"),
    "refresh": ("refresh_survey",),
    "records": ("Record", "Result", "Statement"),
    "render": ("render_survey",),
    "render.brief": ("render_brief",),
    "settings": ("Settings", "load_settings"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}
_AT_HOME = {"load_survey": "load", "save_survey": "save", "render_survey": "render"}


def __getattr__(name: str) -> object:
    """The public object called ``name``, from the module that it lives in."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), _AT_HOME.get(name, name))


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
