"""What a brief can be made from: a survey whose papers have been read, or dumps whose papers haven't."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from survey.document import Survey, TopicSection
from survey.errors import SettingsError
from survey.intake import read_distinct
from survey.papers import Paper
from survey.records import Record
from survey.settings import Settings
from survey.words import listed


@dataclass(frozen=True, slots=True)
class Material:
    """What a brief can be made from: papers, the records that are known of them, and what all that is called.

    ``since`` picks the papers that count as new by a word of the user's; it raises SettingsError for one that it
    can't make sense of.
    """

    name: str
    papers: tuple[Paper, ...]
    records: Mapping[str, Record]
    numbers: Mapping[str, int]
    topics: tuple[TopicSection, ...]
    since: Callable[[str], tuple[Sequence[str], str]]


def material_from_survey(survey: Survey) -> Material:
    """The papers of a survey with their records: none of them is read again."""
    numbers = {paper.key: paper.number for paper in survey.papers}

    def since(word: str) -> tuple[list[str], str]:
        first, shown = _first_refresh(survey, word)
        return [paper.key for paper in survey.papers if paper.added >= first], shown

    return Material(survey.title, survey.papers, survey.records, numbers, survey.topics, since)


def material_from_dumps(inputs: Sequence[str | Path], settings: Settings) -> Material:
    """The distinct papers of some dumps. Raises DumpError when they can't be read."""
    reading, distinct = read_distinct(inputs, settings)
    names = listed([dump.name for dump in reading.dumps])

    def since(word: str) -> tuple[list[str], str]:
        year = _date_of(word).year
        return [
            p.key for p in distinct.papers if p.year and p.year >= year
        ], f"in {year} or later, by year of publication"

    return Material(names, distinct.papers, {}, {}, (), since)


def _first_refresh(survey: Survey, word: str) -> tuple[int, str]:
    """The first refresh that counts as new (0: the build), from its number, "last" or a date."""
    if word == "last" or (word.isdigit() and len(word) < 4):
        number = len(survey.history) if word == "last" else int(word)
        if not 0 <= number <= len(survey.history):
            raise SettingsError(
                f"There is no refresh {word}: this survey was refreshed {len(survey.history)} times.",
                "Give the number of one, a date, or last.",
            )
        return number, f"with refresh {number} or later" if number else "since the build"
    day = _date_of(word)
    dates = [survey.created, *(refresh.date for refresh in survey.history)]
    first = next((n for n, stamp in enumerate(dates) if date.fromisoformat(stamp[:10]) >= day), len(dates))
    return first, f"on {day.isoformat()} or later"


def _date_of(word: str) -> date:
    try:
        return date.fromisoformat(f"{word}-01-01" if re.fullmatch(r"\d{4}", word) else word)
    except ValueError:
        what = f"--since {word} is neither a date nor the number of a refresh."
        raise SettingsError(
            what, "A date is written 2026-05-01 or 2026; of a survey folder, 3 or last is a refresh."
        ) from None
