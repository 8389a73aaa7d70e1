"""The only place where cache, model and validation meet.

For every item (a paper, a topic) the answer is looked up in the cache; what is missing is asked, several items to a
call where the question and the model allow it; each item's part of the answer is validated by itself; what is wrong is
told to the model in one re-ask; what is still wrong then is left out, by name. Only valid parts are cached, each under
its own key, into which neither pack mates nor pack-local ids enter.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from types import TracebackType
from typing import Generic, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from survey import evidence, tokens
from survey.cache import AnswerCache, cache_key
from survey.errors import CallFailed, SurveyError
from survey.models.base import Model, Prompt, Reply
from survey.prompts import Template
from survey.replies import NotJson, json_in

Item = TypeVar("Item")
Asked = TypeVar("Asked", contravariant=True)
Part = TypeVar("Part", bound=BaseModel)
Progress = Callable[[str, int, int], None]
"""Called with a question's name, how many of its items are done, and how many there are."""

_TRIES = 2


@dataclass(frozen=True, slots=True)
class Verdict(Generic[Part]):
    """What is left of an item's part once everything invalid is taken out (None: nothing), and what was wrong."""

    part: Part | None
    complaints: tuple[str, ...] = ()


class Question(Protocol[Asked, Part]):
    """A question as this module sees it; each stage that asks has one."""

    @property
    def name(self) -> str:
        """The question's name: its template's, and that of ``--model-for``."""
        ...

    @property
    def part(self) -> type[Part]:
        """The schema of one item's part of the answer."""
        ...

    def label(self, item: Asked) -> str:
        """What the item is called in ``left_out``: a paper's key or a topic's id."""
        ...

    def identity(self, item: Asked) -> object:
        """What is asked about, as JSON: all that the answer depends on, and nothing else."""
        ...

    def values(self, items: Sequence[Asked]) -> object:
        """The values of the prompt that asks about ``items``."""
        ...

    def parts(self, answer: dict[str, object], items: Sequence[Asked]) -> Mapping[int, object]:
        """The answer's parts, still unchecked, by position in ``items``; an unknown id has no position."""
        ...

    def check(self, item: Asked, part: Part) -> Verdict[Part]:
        """Hold the part against the item's own text."""
        ...


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item that has no valid answer, and why."""

    label: str
    question: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answered(Generic[Part]):
    """The valid parts by label, in the order of the items, and the items that have none."""

    parts: Mapping[str, Part]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(slots=True)
class Ledger:
    """What a run has used so far; the only thing here that changes."""

    calls: int = 0
    cached: int = 0
    retried: int = 0
    rejected_answers: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    by_model: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    def note(self, model: str, reply: Reply) -> None:
        """Add one call and the tokens it took (in, of these cached, out)."""
        self.calls += 1
        self.retried += reply.retried
        self.tokens_in += reply.tokens_in
        self.tokens_out += reply.tokens_out
        self.tokens_cached += reply.tokens_cached
        was = self.by_model.get(model, (0, 0, 0))
        used = (reply.tokens_in, reply.tokens_cached, reply.tokens_out)
        self.by_model[model] = (was[0] + used[0], was[1] + used[1], was[2] + used[2])


class Asker:
    """Asks questions through cache, model and validation; use it in a ``with`` statement, which ends its event loop.

    ``models`` and ``templates`` are by question name.
    """

    def __init__(
        self,
        models: Mapping[str, Model],
        templates: Mapping[str, Template],
        cache: AnswerCache,
        *,
        concurrency: int = 8,
        progress: Progress | None = None,
    ) -> None:
        self.ledger = Ledger()
        self._models = models
        self._templates = templates
        self._cache = cache
        self._concurrency = concurrency
        self._progress = progress or _silent
        self._runner = asyncio.Runner()

    def __enter__(self) -> "Asker":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for model in {id(model): model for model in self._models.values()}.values():
            self._runner.run(model.close())
        self._runner.close()

    def ask(self, question: Question[Item, Part], items: Sequence[Item]) -> Answered[Part]:
        """The valid answer for each item, from the cache or from the model.

        Raises ModelError or BudgetError when nothing more can be asked; what was answered by then is cached.
        """
        try:
            return self._runner.run(_Asking(self, question, items).run())
        except BaseExceptionGroup as group:
            raise _first_error(group) from None

    def prompt_hashes(self) -> dict[str, str]:
        """The hash of every question's template and schema."""
        return {name: template.hash for name, template in self._templates.items()}

    def known(self, question: Question[Item, Part], items: Sequence[Item]) -> dict[str, Part]:
        """The answers that are cached, by label."""
        found = ((question.label(item), self._cached(question, item)) for item in items)
        return {label: part for label, part in found if part is not None}

    def missing(self, question: Question[Item, Part], items: Sequence[Item]) -> list[Item]:
        """The items whose answer isn't cached, in order."""
        return [item for item in items if self._cached(question, item) is None]

    def packs(self, question: Question[Item, Part], items: Sequence[Item]) -> list[list[Item]]:
        """How ``items`` are shared out over calls."""
        size = self._models[question.name].pack if question.name == "record" else 1
        iterator = iter(items)
        return list(iter(lambda: list(islice(iterator, size)), []))

    def prompts(self, question: Question[Item, Part], items: Sequence[Item]) -> list[Prompt]:
        """The prompts that would be asked about ``items``, cached or not."""
        template = self._templates[question.name]
        return [template.prompt(question.values(pack)) for pack in self.packs(question, items)]

    def constant_tokens(self, question: str) -> int:
        """The tokens of a question's template, which is most of what every prompt has in common."""
        return tokens.count(self._templates[question].source)

    def model_name(self, question: str) -> str:
        """The name of the model that answers ``question``."""
        return self._models[question].name

    def _key(self, question: Question[Item, Part], item: Item) -> str:
        model, template = self._models[question.name], self._templates[question.name]
        return cache_key(evidence.VERSION, question.name, model.identity, template.hash, question.identity(item))

    def _cached(self, question: Question[Item, Part], item: Item) -> Part | None:
        found = self._cache.get(self._key(question, item))
        try:
            return question.part.model_validate_json(found) if found is not None else None
        except ValidationError:  # damaged on disk: asked again
            return None


class _Asking(Generic[Item, Part]):
    """One question being asked about one list of items."""

    def __init__(self, asker: Asker, question: Question[Item, Part], items: Sequence[Item]) -> None:
        self._asker, self._question, self._items = asker, question, items
        self._model = asker._models[question.name]
        self._parts: dict[str, Part] = {}
        self._failed: dict[str, str] = {}

    async def run(self) -> Answered[Part]:
        missing = self._take_cached()
        slots = asyncio.Semaphore(self._asker._concurrency)

        async def one(pack: list[Item]) -> None:
            async with slots:
                await self._ask_pack(pack)
            self._report()

        async with asyncio.TaskGroup() as tasks:
            for pack in self._asker.packs(self._question, missing):
                tasks.create_task(one(pack))
        return self._answered()

    def _take_cached(self) -> list[Item]:
        missing = []
        for item in self._items:
            part = self._asker._cached(self._question, item)
            if part is None:
                missing.append(item)
            else:
                self._parts[self._question.label(item)] = part
        self._asker.ledger.cached += len(self._parts)
        self._report()
        return missing

    def _report(self) -> None:
        self._asker._progress(self._question.name, len(self._parts) + len(self._failed), len(self._items))

    def _answered(self) -> Answered[Part]:
        labels = [self._question.label(item) for item in self._items]
        parts = {label: self._parts[label] for label in labels if label in self._parts}
        failed = [LeftOut(label, self._question.name, self._failed[label]) for label in labels if label in self._failed]
        return Answered(parts, tuple(failed))

    async def _ask_pack(self, pack: list[Item]) -> None:
        """Ask, and ask once more about what was wrong; keep the better of the two answers for each item."""
        best: dict[int, Verdict[Part]] = {}
        waiting = list(range(len(pack)))
        try:
            for _ in range(_TRIES):
                told = _told(best, waiting, len(pack))
                verdicts = await self._call([pack[i] for i in waiting], told)
                for i, verdict in zip(waiting, verdicts, strict=True):
                    best[i] = _better(best.get(i), verdict)
                waiting = [i for i, verdict in zip(waiting, verdicts, strict=True) if verdict.complaints]
                if not waiting:
                    break
        except CallFailed as error:
            best |= {i: self._nothing(error.what) for i in waiting if i not in best}
        self._keep(pack, best)

    async def _call(self, items: list[Item], complaints: tuple[str, ...]) -> list[Verdict[Part]]:
        template = self._asker._templates[self._question.name]
        reply = await self._model.complete(template.prompt(self._question.values(items), complaints))
        self._asker.ledger.note(self._model.name, reply)
        verdicts = self._judged(items, reply)
        self._asker.ledger.rejected_answers += sum(bool(verdict.complaints) for verdict in verdicts)
        return verdicts

    def _judged(self, items: list[Item], reply: Reply) -> list[Verdict[Part]]:
        try:
            parts = self._question.parts(json_in(reply.text).answer, items)
        except NotJson as error:
            reason = "the answer was cut off at the token limit; be briefer" if reply.truncated else str(error)
            return [self._nothing(reason) for _ in items]
        return [
            self._verdict(item, parts[i]) if i in parts else self._nothing(_NOTHING) for i, item in enumerate(items)
        ]

    def _nothing(self, reason: str) -> Verdict[Part]:
        """Not written as Verdict[Part](...): that sets an attribute, which Python 3.11 can't on a class with slots."""
        return Verdict(None, (reason,))

    def _verdict(self, item: Item, raw: object) -> Verdict[Part]:
        try:
            part = self._question.part.model_validate(raw)
        except ValidationError as error:
            return Verdict(None, tuple(_schema_complaints(error)))
        return self._question.check(item, part)

    def _keep(self, pack: list[Item], best: Mapping[int, Verdict[Part]]) -> None:
        """Cache and keep what is valid; note the rest as failed, with its reasons."""
        good = {}
        for i, verdict in best.items():
            label = self._question.label(pack[i])
            if verdict.part is None:
                self._failed[label] = "; ".join(verdict.complaints)
            else:
                self._parts[label] = verdict.part
                good[self._asker._key(self._question, pack[i])] = verdict.part.model_dump_json()
        self._asker._cache.put(good)


_NOTHING = "the answer said nothing about it"


def _told(best: Mapping[int, Verdict[Part]], waiting: Iterable[int], size: int) -> tuple[str, ...]:
    """The complaints about the items still waiting, each once; in a pack with the item's present number."""
    told = [
        f"P{place}: {complaint}" if size > 1 else complaint
        for place, i in enumerate(waiting, 1)
        for complaint in (best[i].complaints if i in best else ())
    ]
    return tuple(dict.fromkeys(told))


def _better(old: Verdict[Part] | None, new: Verdict[Part]) -> Verdict[Part]:
    """The new verdict, unless only the old one left anything of its part."""
    if old is None or new.part is not None or old.part is None:
        return new
    return old


def _schema_complaints(error: ValidationError) -> list[str]:
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return [f"{'.'.join(map(str, e['loc'])) or 'the answer'}: {e['msg']}" for e in found[:3]]


def _first_error(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """The group's first error that says what to do, else simply its first."""
    flat: list[BaseException] = []
    waiting: list[BaseException] = [group]
    while waiting:
        error = waiting.pop(0)
        if isinstance(error, BaseExceptionGroup):
            waiting += error.exceptions
        else:
            flat.append(error)
    return next((error for error in flat if isinstance(error, SurveyError)), flat[0])


def _silent(question: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
