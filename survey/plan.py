"""What a build would ask and use: papers, topics, calls, tokens, price. No model call, no network."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from survey import tokens
from survey.arranging import arranged, vectors_ahead, without_endpoint
from survey.ask import Asker, Question
from survey.asking import asking
from survey.claims import Claim
from survey.handover import nameless, topic_work, whole
from survey.intake import read_distinct
from survey.models.base import Prompt
from survey.naming import TopicNameQuestion, unique_names
from survey.overview import OverviewQuestion, Whole
from survey.papers import Paper
from survey.prices import BATCH_SHARE, Prices
from survey.questions import Length, on_topic
from survey.reading import RecordQuestion, record_of
from survey.settings import Settings
from survey.synthesis import SynthesisQuestion, TopicWork, claims_in, folded
from survey.topics import Grouping

Item = TypeVar("Item")
Part = TypeVar("Part", bound=BaseModel)

OUT_OF_RECORD = 200
OUT_OF_NAME = 12
_OUT_OF_A_WORD = 2.1
_RECORD_IN_SYNTHESIS = 100
_TOPIC_IN_OVERVIEW = 160


@dataclass(frozen=True, slots=True)
class Step:
    """One question's share: how many items there are, how many are cached, and the calls and tokens for the rest."""

    question: str
    model: str
    items: int
    cached: int
    calls: int
    tokens_in: int
    tokens_out: int
    cost_usd: float | None


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole run foreseen. Calls are exact apart from re-asks; tokens out, and what depends on them, are estimates."""

    records: int
    papers: int
    topics: int
    themes: int
    steps: tuple[Step, ...]
    topics_estimated: bool = False
    """Whether the topics were drawn with the built-in vectors, because those of an endpoint aren't there yet."""

    @property
    def calls(self) -> int:
        """All calls."""
        return sum(step.calls for step in self.steps)

    @property
    def tokens_in(self) -> int:
        """All tokens sent."""
        return sum(step.tokens_in for step in self.steps)

    @property
    def tokens_out(self) -> int:
        """All tokens answered."""
        return sum(step.tokens_out for step in self.steps)

    @property
    def cost_usd(self) -> float | None:
        """The price in US dollars; None as soon as one model's price is unknown."""
        costs = [step.cost_usd for step in self.steps if step.calls]
        return None if None in costs else sum(c for c in costs if c is not None)


def plan_survey(inputs: Sequence[str | Path], settings: Settings) -> Plan:
    """What :func:`survey.build.build_survey` would ask with the same arguments and the present cache."""
    reading, distinct = read_distinct(inputs, settings)
    as_far = without_endpoint(distinct.papers, settings)
    grouping = arranged(distinct.papers, as_far).grouping
    with asking(settings) as asker:
        steps = _Told(asker, grouping, distinct.papers, settings).steps()
    read = sum(dump.read for dump in reading.dumps)
    steps = (*embedding(distinct.papers, settings), *steps)
    return Plan(read, len(distinct.papers), len(grouping.topics), len(grouping.themes), steps, as_far != settings)


def embedding(papers: Sequence[Paper], settings: Settings) -> tuple[Step, ...]:
    """The step of an embeddings endpoint; none where the vectors are built in."""
    ahead = vectors_ahead(papers, settings)
    if ahead is None:
        return ()
    model = settings.embedder.partition(":")[2].strip()
    cost = Prices(settings.prices).cost(model, ahead.tokens, 0, 0)
    return (Step("embedding", model, ahead.texts, ahead.cached, ahead.calls, ahead.tokens, 0, cost),)


class Foresight:
    """Questions counted, not asked: what the cache doesn't hold makes calls and tokens."""

    def __init__(self, asker: Asker, settings: Settings) -> None:
        self._asker, self._settings, self._language, self._length = asker, settings, settings.language, settings.length
        self._prices = Prices(settings.prices, BATCH_SHARE if settings.batch else 1.0)

    def exact(self, question: Question[Item, Part], items: Sequence[Item], out: int) -> Step:
        """The step of a question whose every prompt is known; ``out`` are the tokens that an answer takes."""
        missing = self._asker.missing(question, items)
        sent = [_tokens(prompt) for prompt in self._asker.prompts(question, missing)]
        return self.step(question.name, len(items), len(missing), len(sent), sum(sent), out * len(missing))

    def step(self, question: str, items: int, missing: int, calls: int, sent: int, out: int) -> Step:
        """The step with its price; a model that counts no tokens takes none."""
        model = self._asker.model_name(question)
        if not self._asker.counts_tokens(question):
            sent = out = 0
        cost = self._prices.cost(model, sent, 0, out)
        return Step(question, model, items, items - missing, calls, sent, out, cost)


class _Told(Foresight):
    """The story of a build told with cached answers only."""

    def __init__(self, asker: Asker, grouping: Grouping, papers: Sequence[Paper], settings: Settings) -> None:
        super().__init__(asker, settings)
        self._grouping = grouping
        self._papers = {paper.key: paper for paper in papers}

    def steps(self) -> tuple[Step, ...]:
        """A step for each question, in the order in which they are asked."""
        question = RecordQuestion(self._language)
        read = self.exact(question, list(self._papers.values()), OUT_OF_RECORD)
        answers = self._asker.known(question, list(self._papers.values()))
        records = {key: record_of(self._papers[key], answer) for key, answer in answers.items()}
        things, names = nameless(self._grouping, self._papers, self._settings)
        naming = TopicNameQuestion(self._language)
        named = self.exact(naming, things, OUT_OF_NAME)
        names |= unique_names(things, self._asker.known(naming, things), names, self._settings.pins.names.values())
        written, claims = self._syntheses(topic_work(self._grouping, names, self._papers, records))
        return read, named, written, self._overview(whole(self._grouping, names, claims, self._papers), written)

    def _syntheses(self, work: Sequence[TopicWork]) -> tuple[Step, dict[str, tuple[Claim, ...]]]:
        """Exact for topics whose papers all have a record; for the others the tokens are estimated."""
        question = SynthesisQuestion(self._language, self._length)
        fold = self._asker.fold(question.name)
        sizes = {topic.id: len(topic.papers) for topic in self._grouping.topics}
        ready = [t for t in work if len(t.papers) == sizes[t.id]]
        pieces = {t.id: folded(t, fold) for t in ready}
        parts = [piece for t in ready for piece in pieces[t.id]]
        missing = self._asker.missing(question, parts)
        sent = sum(_tokens(prompt) for prompt in self._asker.prompts(question, missing))
        unread = [size for topic_id, size in sizes.items() if topic_id not in pieces]
        calls = sum(-(-size // fold) for size in unread)
        sent += self._asker.constant_tokens(question.name) * calls + _RECORD_IN_SYNTHESIS * sum(unread)
        asked = len(missing) + calls
        rest = (min(fold, size - start) for size in unread for start in range(0, size, fold))
        out = sum(out_of_topic(self._length, n) for n in (*(len(piece.papers) for piece in missing), *rest))
        known = self._asker.known(question, parts)
        claims = {t.id: claims_in(pieces[t.id], known, self._language) for t in ready}
        return self.step(question.name, len(parts) + calls, asked, asked, sent, out), claims

    def _overview(self, item: Whole, written: Step) -> Step:
        question = OverviewQuestion(self._language, self._length)
        if not written.calls:
            return self.exact(question, [item], out_of_overview(self._length, item))
        sent = self._asker.constant_tokens(question.name) + _TOPIC_IN_OVERVIEW * len(item.topics)
        return self.step(question.name, 1, 1, 1, sent, out_of_overview(self._length, item))


def out_of_topic(length: Length, papers: int) -> int:
    """The tokens that are answered about a topic of so many papers."""
    return round(_OUT_OF_A_WORD * on_topic(length, papers).words)


def out_of_overview(length: Length, item: Whole) -> int:
    """The tokens that the overview takes."""
    return round(_OUT_OF_A_WORD * item.extent(length).words)


def _tokens(prompt: Prompt) -> int:
    return tokens.count_messages(prompt.system, prompt.user)
