"""One question asked about a list of items: which calls are made, which are made once more, and what is kept of them.

A slot is taken for each call and given up the moment its reply is there: the next call goes out before this reply is
looked at, so that validation and cache cost an endpoint's time nothing.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic

from survey import tokens
from survey.errors import CallFailed, SurveyError, TooLong
from survey.judging import Answered, Item, LeftOut, Part, Verdict, better, judged, nothing, shown, told
from survey.ledger import Budget, Ledger
from survey.models.base import Model, Prompt, Reply
from survey.respondent import Respondent

Progress = Callable[[str, int, int], None]
"""Called with a question's name, how many of its items are done, and how many there are."""

NOT_ASKED = "the budget was spent before it could be asked about"
_TURNS = 2
"""Of the event loop, before an answer is looked at: in the first the slot is taken, in the second its call goes out."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a round is asked with: the run's account, its budget, calls at a time, and who watches."""

    ledger: Ledger
    budget: Budget
    concurrency: int
    progress: Progress


@dataclass(slots=True)
class _Pack(Generic[Item, Part]):
    """The items of one call: the best verdict on each so far, and which of them still have a fault."""

    items: Sequence[Item]
    best: dict[int, Verdict[Part]] = field(default_factory=dict)
    faulty: list[int] = field(default_factory=list)

    def told(self) -> tuple[str, ...]:
        """The complaints about the faulty items, each once; in a pack with the item's present number."""
        lines = [
            f"P{place}: {told(complaint)}" if len(self.items) > 1 else told(complaint)
            for place, i in enumerate(self.faulty, 1)
            for complaint in (self.best[i].complaints if i in self.best else ())
        ]
        return tuple(dict.fromkeys(lines))

    def take(self, verdicts: Iterable[Verdict[Part]]) -> None:
        """The verdicts on the faulty items' new answers: the better answer stays, what has a fault is faulty."""
        new = dict(zip(self.faulty, verdicts, strict=True))
        self.best |= {i: better(self.best.get(i), verdict) for i, verdict in new.items()}
        self.faulty = [i for i, verdict in new.items() if verdict.complaints]

    def lost(self, reason: str) -> None:
        """There is no answer: what had none before has this reason."""
        self.best |= {i: nothing(reason) for i in self.faulty if i not in self.best}


class Round(Generic[Item, Part]):
    """One question being asked about one list of items."""

    def __init__(self, respondent: Respondent[Item, Part], items: Sequence[Item], means: Means) -> None:
        self._respondent, self._items, self._means = respondent, items, means
        self._question, self._model = respondent.question, respondent.model
        self._slots = asyncio.Semaphore(means.concurrency)
        self._desk, self._waiting = asyncio.Lock(), 0
        self._parts: dict[str, Part] = {}
        self._failed: dict[str, str] = {}
        self._end: SurveyError | None = None

    async def run(self) -> Answered[Part]:
        """Every item's valid answer or the reason why there is none. Raises ModelError when no more can be asked."""
        missing = self._take_cached()
        async with asyncio.TaskGroup() as tasks:
            for pack in self._respondent.packs(missing):
                await self._slots.acquire()
                if self._end is not None:
                    break
                tasks.create_task(self._ask_or_end(pack))
        if self._end is not None:
            raise self._end
        return self._answered()

    async def _ask_or_end(self, items: Sequence[Item]) -> None:
        """An error that ends the run lets calls under way finish: what they bring is paid for and kept."""
        try:
            await self._ask_pack(_Pack(items, faulty=list(range(len(items)))))
        except SurveyError as error:
            self._end = self._end or error
        self._report()

    async def _ask_pack(self, pack: _Pack[Item, Part]) -> None:
        """Ask, with the slot that the caller has taken, and ask once more about what was wrong."""
        try:
            await self._ask(pack)
            if pack.faulty and self._model.pack_tokens is not None:  # one that takes no tokens says the same again
                await self._slots.acquire()
                await self._ask(pack)
        except TooLong as error:
            if not pack.best and len(pack.items) > 1:
                await self._ask_halves(pack.items)
                return
            pack.lost(error.what)
        except CallFailed as error:
            pack.lost(error.what)
        self._keep(pack, pack.best)

    async def _ask_halves(self, items: Sequence[Item]) -> None:
        middle = len(items) // 2
        for half in (items[:middle], items[middle:]):
            await self._slots.acquire()
            await self._ask_or_end(half)

    async def _ask(self, pack: _Pack[Item, Part]) -> None:
        """One call about the faulty items. Those whose answer is without fault are kept at once."""
        items = [pack.items[i] for i in pack.faulty]
        prompt = self._respondent.prompt(items, pack.told())
        try:
            reply = await self._within_budget(prompt)
        finally:
            self._slots.release()
        try:
            await self._let_calls_pass()
        finally:  # also when the run is being stopped: the answer is paid for
            self._means.ledger.note(self._model.name, reply)
            verdicts = judged(self._question, items, prompt, reply)
            self._means.ledger.rejected_answers += sum(bool(verdict.complaints) for verdict in verdicts)
            pack.take(verdicts)
            self._keep(pack, {i: verdict for i, verdict in pack.best.items() if i not in pack.faulty})

    async def _let_calls_pass(self) -> None:
        """Wait until the call that the slot went to is out; but not when as many answers as slots wait already.

        No call is waited for where code answers and no endpoint does.
        """
        if self._waiting >= self._means.concurrency or self._model.pack_tokens is None:
            return
        self._waiting += 1
        try:
            async with self._desk:
                for _ in range(_TURNS):
                    await asyncio.sleep(0)
        finally:
            self._waiting -= 1

    async def _within_budget(self, prompt: Prompt) -> Reply:
        budget, name = self._means.budget, self._model.name
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

    def _take_cached(self) -> list[Item]:
        missing = []
        for item in self._items:
            part = self._respondent.known(item)
            if part is None:
                missing.append(item)
            else:
                self._parts[self._question.label(item)] = part
        self._means.ledger.cached += len(self._parts)
        self._report()
        return missing

    def _keep(self, pack: _Pack[Item, Part], verdicts: Mapping[int, Verdict[Part]]) -> None:
        """Cache and keep what is valid; note the rest as failed, with its reasons."""
        good = []
        for i, verdict in verdicts.items():
            label = self._question.label(pack.items[i])
            if verdict.part is None:
                self._failed[label] = "; ".join(map(shown, verdict.complaints))
            elif label not in self._parts:
                self._parts[label] = verdict.part
                good.append((pack.items[i], verdict.part))
        if good:
            self._respondent.keep(good)

    def _report(self) -> None:
        self._means.progress(self._question.name, len(self._parts) + len(self._failed), len(self._items))

    def _answered(self) -> Answered[Part]:
        labels = [self._question.label(item) for item in self._items]
        parts = {label: self._parts[label] for label in labels if label in self._parts}
        failed = [LeftOut(label, self._question.name, self._failed[label]) for label in labels if label in self._failed]
        return Answered(parts, tuple(failed))


def _measured(reply: Reply, prompt: Prompt, model: Model) -> Reply:
    """The reply with its tokens counted here, where the endpoint didn't say how many there were."""
    if reply.tokens_in or model.pack_tokens is None:
        return reply
    used = tokens.count_messages(prompt.system, prompt.user)
    return replace(reply, tokens_in=used, tokens_out=reply.tokens_out or tokens.count(reply.text))
