"""THE STORY: dumps, papers, topics, records, claims, document."""

import time
from collections.abc import Sequence
from pathlib import Path

from survey.arranging import arranging
from survey.ask import Progress
from survey.asking import asking
from survey.assembly import Parts, assembled, run_of
from survey.document import Survey
from survey.handover import nameless, topic_work, whole
from survey.intake import read_distinct
from survey.naming import name_all
from survey.overview import survey_overview
from survey.reading import in_full, read_papers
from survey.settings import Settings, now
from survey.supplement import supplemented
from survey.synthesis import synthesise


def build_survey(inputs: Sequence[str | Path], settings: Settings, progress: Progress | None = None) -> Survey:
    """A survey of the dumps ``inputs`` (files, folders, globs, "-"); nothing is written but the cache.

    Raises a SurveyError that says what to do; what was answered by then is cached.
    """
    started = time.monotonic()
    reading, distinct = read_distinct(inputs, settings)
    papers = distinct.papers
    by_key = {paper.key: paper for paper in papers}

    with arranging(papers, settings) as topics, asking(settings, progress, topics.embedded) as asker:
        records, read = read_papers(asker, papers, settings.language)
        grouping = topics.grouping()
        things, names = nameless(grouping, by_key, settings)
        names |= name_all(asker, things, names, settings.language, settings.pins.names.values())
        work = topic_work(grouping, names, by_key, records)
        claims, written = synthesise(asker, work, settings.language, settings.length)
        item = whole(grouping, names, claims, by_key)
        overview, summed = survey_overview(asker, item, settings.language, settings.length)
        records = in_full(asker, records, by_key, settings.language)
        work = topic_work(grouping, names, by_key, records)
        own = settings.prompts is not None
        claims = supplemented(asker, claims, work, settings.language, settings.length, only_silent=own)

    left_out = (*read.left_out, *written.left_out, *summed.left_out)
    run = run_of(settings, asker, not left_out, time.monotonic() - started)
    parts = Parts(reading, distinct, grouping, names, records, claims, overview, left_out)
    return assembled(parts, settings, now(), run)
