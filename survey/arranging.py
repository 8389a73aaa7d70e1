"""Papers to topics and themes, as the settings want them: worked out once, then cached, and never over the budget."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from survey.beside import beside
from survey.cache import AnswerCache, cache_key, rules_hash
from survey.embedders import Embedder
from survey.embedders.choice import embedder_for, foreseen, hosted_by
from survey.errors import BudgetError, SettingsError
from survey.papers import Paper
from survey.prices import Prices
from survey.settings import EXTRACTIVE, Settings
from survey.topics import Grouping, Pins, Shape, group, text_of

if TYPE_CHECKING:
    from survey.embedders.hosted import Foreseen

_UNTIL_ASKED = "words"
_GROUPING = TypeAdapter(Grouping)


@dataclass(frozen=True, slots=True)
class Embedded:
    """What an embeddings endpoint was asked for a grouping: the model, calls, further tries, tokens."""

    model: str
    calls: int
    retried: int
    tokens: int


@dataclass(frozen=True, slots=True)
class Arranged:
    """The topics, and what their vectors took; None where no endpoint was asked."""

    grouping: Grouping
    embedded: Embedded | None = None


@dataclass(frozen=True, slots=True)
class Arranging:
    """Topics that may still be on their way: ``grouping`` waits for them; ``embedded`` is known already."""

    grouping: Callable[[], Grouping]
    embedded: Embedded | None = None


def arranged(papers: Sequence[Paper], settings: Settings) -> Arranged:
    """The papers in topics and themes; worked out once for the same papers, settings and rules, then cached.

    Raises BudgetError when the vectors would cost more than the run may, ModelError when they can't be had.
    """
    shape, pins = drawn_by(settings)
    texts = sorted((paper.key, paper.title, paper.abstract) for paper in papers)
    told = (asdict(shape), asdict(pins), settings.seed, settings.embedder)
    key = cache_key("grouping", _grouping_rules(), *told, texts)
    with AnswerCache(settings.cache) as cache:
        if found := cache.get(key):
            return Arranged(_GROUPING.validate_json(found))
        embedder = embedder_within(settings, papers)
        grouping = group(papers, embedder=embedder, seed=settings.seed, shape=shape, pins=pins)
        cache.put({key: _GROUPING.dump_json(grouping).decode()})
        return Arranged(grouping, taken_by(embedder))


@contextmanager
def arranging(papers: Sequence[Paper], settings: Settings) -> Iterator[Arranging]:
    """As :func:`arranged`; where the papers are read without a model, their topics are drawn on another core meanwhile.

    Where reading costs anything, what is wrong with the topics is said before a paper is read.
    """
    reader = settings.model_for.get("record", settings.model)
    if reader != EXTRACTIVE or hosted_by(embedder_for(settings)):
        drawn = arranged(papers, settings)
        yield Arranging(lambda: drawn.grouping, drawn.embedded)
        return
    with beside(lambda: _GROUPING.dump_json(arranged(papers, settings).grouping)) as told:
        yield Arranging(lambda: _GROUPING.validate_json(told()))


def embedder_within(settings: Settings, papers: Sequence[Paper]) -> Embedder:
    """The embedder of ``settings``. Raises BudgetError when the vectors of ``papers`` would cross the budget."""
    embedder = embedder_for(settings)
    hosted = hosted_by(embedder)
    if hosted and (settings.max_total_tokens, settings.max_cost) != (None, None):
        _hold_to_budget(hosted.model, settings, hosted.foreseen([text_of(paper) for paper in papers]))
    return embedder


def _hold_to_budget(model: str, settings: Settings, ahead: "Foreseen") -> None:
    most = settings.max_total_tokens
    todo = "Raise it, or leave --embedder away for the built-in vectors."
    if most is not None and ahead.tokens > most:
        raise BudgetError(f"The papers' vectors take {ahead.tokens} tokens, and --max-total-tokens is {most}.", todo)
    usd = Prices(settings.prices).cost(model, ahead.tokens, 0, 0)
    if settings.max_cost is None or not ahead.tokens:
        return
    if usd is None:
        own = f'Put it into survey.toml, US$ per million tokens: [prices] "{model}" = [0.02, 0.0]'
        what = f"--max-cost needs a price, and there is none for {model!r}."
        raise SettingsError(what, f"{own}; or use --max-total-tokens.")
    if usd > settings.max_cost:
        raise BudgetError(f"The papers' vectors cost US$ {usd:.4f}, and --max-cost is {settings.max_cost}.", todo)


def taken_by(embedder: Embedder) -> Embedded | None:
    """What ``embedder`` has asked of an endpoint so far."""
    hosted = hosted_by(embedder)
    if hosted is None:
        return None
    spent = hosted.spent
    return Embedded(hosted.model, spent.calls, spent.retried, spent.tokens)


def vectors_ahead(papers: Sequence[Paper], settings: Settings) -> "Foreseen | None":
    """What the vectors of ``papers`` would ask of an endpoint; None where none is asked. Nothing is sent."""
    return foreseen([text_of(paper) for paper in papers], settings)


def without_endpoint(papers: Sequence[Paper], settings: Settings) -> Settings:
    """``settings`` for a plan, which sends nothing: built-in vectors where those of an endpoint aren't all cached."""
    ahead = vectors_ahead(papers, settings)
    return settings if ahead is None or not ahead.calls else settings.model_copy(update={"embedder": _UNTIL_ASKED})


def drawn_by(settings: Settings) -> tuple[Shape, Pins]:
    """What the user asked of the topics: their number and sizes, and the pins."""
    return Shape(settings.topics, settings.min_topic, settings.max_topic), Pins(**settings.pins.model_dump())


def _grouping_rules() -> str:
    package = Path(__file__).resolve().parent
    parts = (
        "topics",
        "embedders",
        "keyphrases",
        "evidence.py",
        "data/words.npz",
        "data/phrase_words.txt",
        "data/fields.txt",
    )
    return rules_hash(*(package / part for part in parts))
