"""THE STORY: dumps, papers, topics, records, claims, document."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

from pydantic import TypeAdapter

from survey.ask import Asker, Progress
from survey.assembly import Parts, assembled, run_of
from survey.cache import AnswerCache, cache_key, rules_hash
from survey.claims import Claim
from survey.dedupe import Deduped, dedupe, without_dedupe
from survey.document import Survey
from survey.dumps import Reading, read_dumps
from survey.errors import SettingsError
from survey.ledger import Budget
from survey.models.base import Model
from survey.models.choice import models_for
from survey.naming import Nameless, name_all
from survey.overview import DigestedTopic, Whole, survey_overview
from survey.papers import Paper
from survey.prices import Prices
from survey.prompts import load_templates
from survey.reading import read_papers
from survey.records import Record
from survey.settings import Settings, now
from survey.synthesis import TopicWork, synthesise
from survey.topics import Grouping, Pins, Shape, group


def build_survey(inputs: Sequence[str | Path], settings: Settings, progress: Progress | None = None) -> Survey:
    """A survey of the dumps ``inputs`` (files, folders, globs, "-"); nothing is written but the cache.

    Raises a SurveyError that says what to do; what was answered by then is cached.
    """
    started = time.monotonic()
    reading, distinct = read_distinct(inputs, settings)
    papers = distinct.papers
    by_key = {paper.key: paper for paper in papers}
    grouping = grouped(papers, settings)

    with asking(settings, progress) as asker:
        records, read = read_papers(asker, papers, settings.language)
        things, names = nameless(grouping, by_key, settings)
        names |= name_all(asker, things, names, settings.language, settings.pins.names.values())
        work = topic_work(grouping, names, by_key, records)
        claims, written = synthesise(asker, work, settings.language)
        overview, summed = survey_overview(asker, whole(grouping, names, claims, by_key), settings.language)

    left_out = (*read.left_out, *written.left_out, *summed.left_out)
    run = run_of(settings, asker, not left_out, time.monotonic() - started)
    parts = Parts(reading, distinct, grouping, names, records, claims, overview, left_out)
    return assembled(parts, settings, now(), run)


@contextmanager
def asking(settings: Settings, progress: Progress | None = None) -> Iterator[Asker]:
    """An asker with the templates, models and cache of ``settings``; what is wrong with these fails first."""
    templates = load_templates(settings.prompts)
    models = models_for(settings)
    prices = Prices(settings.prices)
    budget = _budget(settings, models, prices)
    at_once = _ALL if settings.batch else settings.concurrency
    with AnswerCache(settings.cache) as cache:
        asker = Asker(models, templates, cache, concurrency=at_once, progress=progress, prices=prices, budget=budget)
        with asker:
            yield asker


_ALL = 1_000_000
"""Calls at a time where they go into a batch: it takes whatever there is to ask."""


def _budget(settings: Settings, models: Mapping[str, Model], prices: Prices) -> Budget:
    unpriced = [model.name for model in models.values() if prices.of(model.name) is None]
    if settings.max_cost is not None and unpriced:
        what = f"--max-cost needs a price, and there is none for {unpriced[0]!r}."
        todo = f'Put it into survey.toml, US$ per million tokens in and out: [prices] "{unpriced[0]}" = [1.0, 4.0]'
        raise SettingsError(what, f"{todo}; or use --max-total-tokens.")
    return Budget(settings.max_total_tokens, settings.max_cost, prices)


def grouped(papers: Sequence[Paper], settings: Settings) -> Grouping:
    """The papers in topics and themes; worked out once for the same papers, settings and rules, then cached."""
    shape, pins = drawn_by(settings)
    texts = sorted((paper.key, paper.title, paper.abstract) for paper in papers)
    key = cache_key("grouping", _grouping_rules(), asdict(shape), asdict(pins), settings.seed, texts)
    adapter = TypeAdapter(Grouping)
    with AnswerCache(settings.cache) as cache:
        if found := cache.get(key):
            return adapter.validate_json(found)
        grouping = group(papers, seed=settings.seed, shape=shape, pins=pins)
        cache.put({key: adapter.dump_json(grouping).decode()})
        return grouping


def drawn_by(settings: Settings) -> tuple[Shape, Pins]:
    """What the user asked of the topics: their number and sizes, and the pins."""
    return Shape(settings.topics, settings.min_topic, settings.max_topic), Pins(**settings.pins.model_dump())


def _grouping_rules() -> str:
    package = Path(__file__).resolve().parent
    parts = ("topics", "embedders", "keyphrases", "evidence.py", "data/words.npz", "data/phrase_words.txt")
    return rules_hash(*(package / part for part in parts))


def read_distinct(inputs: Sequence[str | Path], settings: Settings) -> tuple[Reading, Deduped]:
    """The dumps' records and the distinct papers among them."""
    reading = read_dumps(inputs, format=settings.format, title_only=settings.title_only)
    if settings.limit is not None:
        reading = limited(reading, settings)
    return reading, _distinct(reading, settings)


def limited(reading: Reading, settings: Settings) -> Reading:
    """The reading cut off behind the record that makes the ``settings.limit``-th paper: a trial reads no further."""
    places = {place: n for n, place in enumerate(_places(reading))}
    firsts = sorted(min(places[s.dump, s.record] for s in p.sources) for p in _distinct(reading, settings).papers)
    end = firsts[: settings.limit][-1] if firsts else -1
    kept = set(list(places)[: end + 1])
    dumps = []
    for dump in reading.dumps:
        papers = tuple(p for p in dump.papers if (p.sources[0].dump, p.sources[0].record) in kept)
        rejected = tuple(r for r in dump.rejected if (r.source.dump, r.source.record) in kept)
        if papers or rejected:
            dumps.append(replace(dump, read=len(papers) + len(rejected), papers=papers, rejected=rejected))
    return replace(reading, dumps=tuple(dumps))


def _places(reading: Reading) -> list[tuple[str, int]]:
    """Every record's dump and number, in reading order."""
    sources = [[*(p.sources[0] for p in d.papers), *(r.source for r in d.rejected)] for d in reading.dumps]
    return [(source.dump, source.record) for dump in sources for source in sorted(dump, key=lambda s: s.record)]


def _distinct(reading: Reading, settings: Settings) -> Deduped:
    records = [paper for dump in reading.dumps for paper in dump.papers]
    if not settings.dedupe:
        return without_dedupe(records)
    pins = {"same": settings.same, "different": settings.different}
    return dedupe(records, near_duplicates=settings.near_duplicates, **pins)


def nameless(
    grouping: Grouping, papers: Mapping[str, Paper], settings: Settings
) -> tuple[list[Nameless], dict[str, str]]:
    """The topics and themes to be named, but for those that the user named, and the name that each has by default."""
    topics = {topic.id: topic for topic in grouping.topics}
    things = [
        Nameless(t.id, t.keywords, t.phrases or (t.name,), tuple(papers[key].title for key in t.papers[:8]))
        for t in grouping.topics
    ]
    for theme in grouping.themes:
        inside = [topics[topic] for topic in theme.topics]
        keywords = tuple(dict.fromkeys(keyword for topic in inside for keyword in topic.keywords[:3]))
        things.append(Nameless(theme.id, keywords, (theme.name, *(topic.name for topic in inside)), ()))
    names = {topic.id: topic.name for topic in grouping.topics} | {theme.id: theme.name for theme in grouping.themes}
    pinned = set(settings.pins.names.values())
    return [thing for thing in things if names[thing.id] not in pinned], names


def topic_work(
    grouping: Grouping, names: Mapping[str, str], papers: Mapping[str, Paper], records: Mapping[str, Record]
) -> list[TopicWork]:
    """What is asked about each topic: its papers that have a record and more to it than a title."""
    work = []
    for topic in grouping.topics:
        told = tuple((papers[key], records[key]) for key in topic.papers if key in records and papers[key].abstract)
        if told:
            work.append(TopicWork(topic.id, names[topic.id], topic.keywords, told))
    return work


def whole(
    grouping: Grouping, names: Mapping[str, str], claims: Mapping[str, tuple[Claim, ...]], papers: Mapping[str, Paper]
) -> Whole:
    """What the overview is asked about."""
    theme_of = {topic: names[theme.id] for theme in grouping.themes for topic in theme.topics}
    digests = (DigestedTopic(theme_of[t.id], names[t.id], len(t.papers), claims.get(t.id, ())) for t in grouping.topics)
    return Whole(tuple(digests), papers)
