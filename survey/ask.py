"""The only place where cache, model and validation meet.

For every item (a paper, a topic) the answer is looked up in the cache; what is missing is asked, several items to a
call where the question and the model allow it; each item's part of the answer is validated by itself; what is wrong is
told to the model in one re-ask; what is still wrong then is left out, by name. Only valid parts are cached, each under
its own key, into which neither pack mates nor pack-local ids enter, and as soon as they are there.
"""

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Generic

from pydantic import ValidationError

from survey import evidence, tokens
from survey.cache import AnswerCache, cache_key
from survey.errors import CallFailed, SurveyError, TooLong
from survey.judging import Answered, Item, LeftOut, Part, Question, Verdict, better, judged, nothing
from survey.ledger import Budget, Ledger
from survey.models.base import Model, Prompt, Reply
from survey.prices import Prices
from survey.prompts import Template

__all__ = ["Answered", "Asker", "LeftOut", "Progress", "Question", "Verdict"]

Progress = Callable[[str, int, int], None]
"""Called with a question's name, how many of its items are done, and how many there are."""

NOT_ASKED = "the budget was spent before it could be asked about"
_TRIES = 2
_TOGETHER = "record"
_ROOM = {"record": (400, 400), "topic_name": (200, 0), "synthesis": (600, 120), "revision": (600, 120)}
_OTHER_ROOM = (3000, 0)
_MOST_ROOM = 8000


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
        prices: Prices | None = None,
        budget: Budget | None = None,
    ) -> None:
        self.ledger = Ledger()
        self.budget = budget or Budget()
        self._prices = prices or Prices()
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

        Raises ModelError when nothing more can be asked; what was answered by then is cached. When the budget is
        spent, what wasn't asked is left out with that reason.
        """
        return self._runner.run(_Asking(self, question, items).run())

    def cost_usd(self) -> float | None:
        """What the run has cost so far; None as soon as one model's price is unknown."""
        return self.ledger.cost(self._prices)

    def prompt_hashes(self) -> dict[str, str]:
        """The hash of every question's template and schema."""
        return {name: template.hash for name, template in self._templates.items()}

    def model_hashes(self) -> dict[str, str]:
        """By question, the hash of the model that answers it and of all that shapes its answers."""
        return {name: hashlib.sha256(m.identity.encode()).hexdigest()[:16] for name, m in self._models.items()}

    def known(self, question: Question[Item, Part], items: Sequence[Item]) -> dict[str, Part]:
        """The answers that are cached, by label."""
        found = ((question.label(item), self._cached(question, item)) for item in items)
        return {label: part for label, part in found if part is not None}

    def missing(self, question: Question[Item, Part], items: Sequence[Item]) -> list[Item]:
        """The items whose answer isn't cached, in order."""
        return [item for item in items if self._cached(question, item) is None]

    def packs(self, question: Question[Item, Part], items: Sequence[Item]) -> list[list[Item]]:
        """How ``items`` are shared out over calls: in their order, each pack filled by count and by tokens."""
        model = self._models[question.name]
        if question.name != _TOGETHER or model.pack == 1:
            return [[item] for item in items]
        packs: list[list[Item]] = []
        room = 0
        for item in items:
            size = 0 if model.pack_tokens is None else tokens.count(self._prompt(question, [item]).user)
            if not packs or len(packs[-1]) == model.pack or (model.pack_tokens is not None and size > room):
                packs.append([])
                room = model.pack_tokens or 0
            packs[-1].append(item)
            room -= size
        return packs

    def prompts(self, question: Question[Item, Part], items: Sequence[Item]) -> list[Prompt]:
        """The prompts that would be asked about ``items``, cached or not."""
        return [self._prompt(question, pack) for pack in self.packs(question, items)]

    def constant_tokens(self, question: str) -> int:
        """The tokens of a question's template, which is most of what every prompt has in common."""
        return tokens.count(self._templates[question].source)

    def model_name(self, question: str) -> str:
        """The name of the model that answers ``question``."""
        return self._models[question].name

    def fold(self, question: str) -> int:
        """How many papers one prompt about a topic may hold, for the model that answers ``question``."""
        return self._models[question].fold

    def counts_tokens(self, question: str) -> bool:
        """Whether the model that answers ``question`` takes tokens at all."""
        return self._models[question].pack_tokens is not None

    def _prompt(self, question: Question[Item, Part], items: Sequence[Item], told: tuple[str, ...] = ()) -> Prompt:
        values = question.values(items)
        fixed, for_each = _ROOM.get(question.name, _OTHER_ROOM)
        room = min(_MOST_ROOM, fixed + for_each * len(getattr(values, "papers", ())))
        return replace(self._templates[question.name].prompt(values, told), max_tokens=room)

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
        self._end: SurveyError | None = None

    async def run(self) -> Answered[Part]:
        missing = self._take_cached()
        slots = asyncio.Semaphore(self._asker._concurrency)

        async def one(pack: list[Item]) -> None:
            async with slots:
                if self._end is None:
                    await self._ask_or_end(pack)

        async with asyncio.TaskGroup() as tasks:
            for pack in self._asker.packs(self._question, missing):
                tasks.create_task(one(pack))
        if self._end is not None:
            raise self._end
        return self._answered()

    async def _ask_or_end(self, pack: list[Item]) -> None:
        """An error that ends the run lets calls under way finish: what they bring is paid for and kept."""
        try:
            await self._ask_pack(pack)
        except SurveyError as error:
            self._end = self._end or error
        self._report()

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
        for tries_left in reversed(range(_TRIES)):
            told = _told(best, waiting, len(pack))
            try:
                verdicts = await self._call([pack[i] for i in waiting], told)
            except CallFailed as error:
                if isinstance(error, TooLong) and not best and len(pack) > 1:
                    await self._ask_halves(pack)
                    return
                best |= {i: nothing(error.what) for i in waiting if i not in best}
                break
            best |= {i: better(best.get(i), verdict) for i, verdict in zip(waiting, verdicts, strict=True)}
            waiting = [i for i, verdict in zip(waiting, verdicts, strict=True) if verdict.complaints]
            if not (waiting and tries_left):
                break
            self._keep(pack, {i: verdict for i, verdict in best.items() if i not in waiting})
        self._keep(pack, best)

    async def _ask_halves(self, items: list[Item]) -> None:
        middle = len(items) // 2
        for half in (items[:middle], items[middle:]):
            await self._ask_or_end(half)

    async def _call(self, items: list[Item], complaints: tuple[str, ...]) -> list[Verdict[Part]]:
        prompt = self._asker._prompt(self._question, items, complaints)
        reply = await self._within_budget(prompt)
        self._asker.ledger.note(self._model.name, reply)
        verdicts = judged(self._question, items, prompt, reply)
        self._asker.ledger.rejected_answers += sum(bool(verdict.complaints) for verdict in verdicts)
        return verdicts

    async def _within_budget(self, prompt: Prompt) -> Reply:
        budget, name = self._asker.budget, self._model.name
        if not budget.limited or self._model.pack_tokens is None:
            return _measured(await self._model.complete(prompt), prompt, self._model)
        most = (name, tokens.count_messages(prompt.system, prompt.user), prompt.max_tokens)
        if not await budget.begin(*most):
            raise CallFailed(NOT_ASKED)
        reply = None
        try:
            reply = _measured(await self._model.complete(prompt), prompt, self._model)
        finally:
            await budget.end(*most, reply)
        return reply

    def _keep(self, pack: list[Item], best: Mapping[int, Verdict[Part]]) -> None:
        """Cache and keep what is valid; note the rest as failed, with its reasons."""
        good = {}
        for i, verdict in best.items():
            label = self._question.label(pack[i])
            if verdict.part is None:
                self._failed[label] = "; ".join(verdict.complaints)
            elif label not in self._parts:
                self._parts[label] = verdict.part
                good[self._asker._key(self._question, pack[i])] = verdict.part.model_dump_json()
        self._asker._cache.put(good)


def _measured(reply: Reply, prompt: Prompt, model: Model) -> Reply:
    """The reply with its tokens counted here, where the endpoint didn't say how many there were."""
    if reply.tokens_in or model.pack_tokens is None:
        return reply
    used = tokens.count_messages(prompt.system, prompt.user)
    return replace(reply, tokens_in=used, tokens_out=reply.tokens_out or tokens.count(reply.text))


def _told(best: Mapping[int, Verdict[Part]], waiting: Iterable[int], size: int) -> tuple[str, ...]:
    """The complaints about the items still waiting, each once; in a pack with the item's present number."""
    told = [
        f"P{place}: {complaint}" if size > 1 else complaint
        for place, i in enumerate(waiting, 1)
        for complaint in (best[i].complaints if i in best else ())
    ]
    return tuple(dict.fromkeys(told))


def _silent(question: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
