"""Papers to topics and themes, as the settings want them, worked out once and then cached."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from pydantic import TypeAdapter

from survey.cache import AnswerCache, cache_key, rules_hash
from survey.papers import Paper
from survey.settings import Settings
from survey.topics import Grouping, Pins, Shape, group


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
