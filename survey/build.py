"""THE STORY: dumps, papers, topics, records, claims, document."""

import time
from collections.abc import Sequence
from pathlib import Path

from survey.ask import Asker, Progress
from survey.assembly import Parts, assembled, run_of
from survey.cache import AnswerCache
from survey.dedupe import Deduped, dedupe, without_dedupe
from survey.document import Survey
from survey.dumps import Reading, read_dumps
from survey.models.choice import models_for
from survey.naming import Nameless, name_all
from survey.overview import DigestedTopic, Whole, survey_overview
from survey.papers import Paper
from survey.prompts import load_templates
from survey.reading import read_papers
from survey.settings import Settings, now
from survey.synthesis import TopicWork, synthesise
from survey.topics import Grouping, Shape, group


def build_survey(inputs: Sequence[str | Path], settings: Settings, progress: Progress | None = None) -> Survey:
    """A survey of the dumps ``inputs`` (files, folders, globs, "-"); nothing is written but the cache.

    Raises a SurveyError that says what to do; what was answered by then is cached.
    """
    started = time.monotonic()
    templates = load_templates(settings.prompts)
    reading, distinct = read_distinct(inputs, settings)
    papers = distinct.papers
    by_key = {paper.key: paper for paper in papers}
    grouping = group(papers, seed=settings.seed, shape=Shape(settings.topics, settings.min_topic, settings.max_topic))

    with (
        AnswerCache(settings.cache) as cache,
        Asker(models_for(settings), templates, cache, concurrency=settings.concurrency, progress=progress) as asker,
    ):
        records, read = read_papers(asker, papers, settings.language)
        names, named = name_all(asker, *nameless(grouping, by_key), settings.language)
        work = [
            TopicWork(t.id, names[t.id], t.keywords, tuple((by_key[k], records[k]) for k in t.papers if k in records))
            for t in grouping.topics
        ]
        claims, written = synthesise(asker, [topic for topic in work if topic.papers], settings.language)
        theme_of = {topic: names[theme.id] for theme in grouping.themes for topic in theme.topics}
        digests = tuple(DigestedTopic(theme_of[t.id], t.name, len(t.papers), claims.get(t.id, ())) for t in work)
        overview, summed = survey_overview(asker, Whole(digests, by_key), settings.language)

    left_out = (*read.left_out, *named.left_out, *written.left_out, *summed.left_out)
    run = run_of(
        settings,
        asker.ledger,
        {t.question: t.hash for t in templates.values()},
        not left_out,
        time.monotonic() - started,
    )
    parts = Parts(reading, distinct, grouping, names, records, claims, overview, left_out)
    return assembled(parts, settings, now(), run)


def read_distinct(inputs: Sequence[str | Path], settings: Settings) -> tuple[Reading, Deduped]:
    """The dumps' records and the distinct papers among them."""
    reading = read_dumps(inputs, format=settings.format, title_only=settings.title_only)
    records = [paper for dump in reading.dumps for paper in dump.papers]
    if not settings.dedupe:
        return reading, without_dedupe(records)
    return reading, dedupe(
        records, near_duplicates=settings.near_duplicates, same=settings.same, different=settings.different
    )


def nameless(grouping: Grouping, papers: dict[str, Paper]) -> tuple[list[Nameless], dict[str, str]]:
    """The themes and topics to be named, and the name that each has by default."""
    topics = {topic.id: topic for topic in grouping.topics}
    things = [
        Nameless(t.id, t.keywords, t.phrases or (t.name,), tuple(papers[key].title for key in t.papers[:8]))
        for t in grouping.topics
    ]
    for theme in grouping.themes:
        inside = [topics[topic] for topic in theme.topics]
        keywords = tuple(dict.fromkeys(keyword for topic in inside for keyword in topic.keywords[:3]))
        things.append(Nameless(theme.id, keywords, (theme.name, *(topic.name for topic in inside)), ()))
    defaults = {thing.id: thing.name for thing in (*grouping.topics, *grouping.themes)}
    return things, defaults
