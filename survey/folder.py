"""The survey folder: may it be written, what stands in it, and bringing its files up to date with survey.json."""

import os
import re
from pathlib import Path

from survey.document import FILE, Survey, dumped, holds_survey, load, write_files
from survey.errors import FolderError
from survey.papers import paper_key
from survey.render import FILES, render

REPORTS = Path("reports")
_ELSEWHERE = "Name another folder with -o DIR."


def claim(folder: Path) -> None:
    """Raise FolderError unless a survey can be written to ``folder``: it is new, empty, or holds a survey."""
    if folder.exists() and not folder.is_dir():
        raise FolderError(f"{folder} is a file, not a folder.", _ELSEWHERE)
    if folder.is_dir() and not holds_survey(folder) and _holds_anything(folder):
        raise FolderError(f"{folder} holds something else than a survey; nothing was written.", _ELSEWHERE)
    there = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        raise FolderError(f"{folder} can't be written: {there} is not a folder that you may write to.", _ELSEWHERE)


def _holds_anything(folder: Path) -> bool:
    return any(path.name != "survey.toml" and not path.name.startswith(f".{FILE}.") for path in folder.iterdir())


def folder_for(survey: Survey) -> Path:
    """Where a survey goes without ``-o``: ``reports/`` and a name made from its title."""
    words = re.findall(r"[a-z0-9]+", survey.title.encode("ascii", "ignore").decode().lower())
    return REPORTS / ("-".join(words)[:60].strip("-") or paper_key(survey.title))


def save(survey: Survey, folder: Path) -> None:
    """Write every file of the survey, survey.json first: it is the commit point."""
    claim(folder)
    write_files(folder, {name: dumped(survey) if to == "json" else render(survey, to) for name, to in FILES.items()})


def opened(folder: Path) -> Survey:
    """The survey in ``folder``; files that an interruption left behind survey.json are rendered again."""
    survey = load(folder)
    missing = {name: render(survey, to) for name, to in FILES.items() if not (folder / name).is_file()}
    if missing:
        write_files(folder, missing)
    return survey
