"""``--batch``: requests through the Batch API, at half the price, answered within a day.

The first request of a run is asked directly: from it is learned what the endpoint takes. All others that are waiting
go into one batch. What is under way is noted in the cache folder, so that any later run with ``--batch`` picks it up
instead of paying again. Requests that fail within a batch are asked directly; an endpoint without a Batch API is asked
directly from the start, with a word about it.
"""

import asyncio
import hashlib
import json
import logging
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from openai import AsyncOpenAI, OpenAIError

from survey.errors import CallFailed, ModelError
from survey.models import retrying
from survey.models.base import Prompt, Reply
from survey.models.chat import ChatModel
from survey.models.completion import reply_in
from survey.models.failures import Endpoint, understood
from survey.prices import BATCH_SHARE

Got = TypeVar("Got")
_log = logging.getLogger("survey")
_ROUTE: Final = "/v1/chat/completions"
_QUIET = 0.1
_ENDED = frozenset({"completed", "failed", "expired", "cancelled"})
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds between two looks at a batch: the first, and the longest that they grow to."""

    first: float = 5.0
    longest: float = 60.0


PACE = Pace()


@dataclass(frozen=True, slots=True)
class _Asked:
    prompt: Prompt
    answer: asyncio.Future[Reply]


class BatchModel:
    """A chat model asked in batches; ``folder`` holds a note on each batch under way."""

    def __init__(self, chat: ChatModel, client: AsyncOpenAI, endpoint: Endpoint, folder: Path, *, at_once: int) -> None:
        self.name, self.pack, self.pack_tokens, self.fold = chat.name, chat.pack, chat.pack_tokens, chat.fold
        self._chat, self._client, self._endpoint, self._folder, self._pace = chat, client, endpoint, folder, PACE
        self._slots = asyncio.Semaphore(at_once)
        self._waiting: list[_Asked] = []
        self._gathering: asyncio.Task[None] | None = None
        self._jobs: set[asyncio.Task[None]] = set()
        self._known = False
        self._absent = False

    @property
    def identity(self) -> str:
        """The chat model's: an answer is as good from a batch."""
        return self._chat.identity

    async def complete(self, prompt: Prompt) -> Reply:
        """The answer, from the batch that this prompt goes into."""
        if self._absent:
            return await self._direct(prompt)
        asked = _Asked(prompt, asyncio.get_running_loop().create_future())
        self._waiting.append(asked)
        if self._gathering is None:
            self._gathering = asyncio.create_task(self._gather())
        return await asked.answer

    async def close(self) -> None:
        """Stop waiting; the batches go on without us, and a later run picks them up."""
        for task in (self._gathering, *self._jobs):
            if task is not None:
                task.cancel()
        await self._chat.close()

    async def _direct(self, prompt: Prompt) -> Reply:
        async with self._slots:
            return await self._chat.complete(prompt)

    async def _gather(self) -> None:
        """Wait until nothing more comes, then send what has come."""
        seen = -1
        while seen != len(self._waiting):
            seen = len(self._waiting)
            await asyncio.sleep(_QUIET)
        asked, self._waiting, self._gathering = self._waiting, [], None
        by_id = {self._id(one.prompt): one for one in asked}
        for batch, ids in self._under_way():
            if mine := [by_id.pop(name) for name in ids if name in by_id]:
                self._start(self._collect(batch, mine), mine)
        if fresh := list(by_id.values()):
            self._start(self._send(fresh), fresh)

    def _start(self, job: Awaitable[None], asked: list[_Asked]) -> None:
        async def guarded() -> None:
            try:
                await job
            except (CallFailed, ModelError) as error:
                for one in asked:
                    if not one.answer.done():
                        one.answer.set_exception(error)

        task = asyncio.create_task(guarded())
        self._jobs.add(task)
        task.add_done_callback(self._jobs.discard)

    async def _send(self, asked: list[_Asked]) -> None:
        if not self._known:
            await self._answer_directly(asked[:1])
            asked, self._known = asked[1:], True
        for start in range(0, len(asked), _MOST):
            some = asked[start : start + _MOST]
            try:
                batch = await self._create(some)
            except (CallFailed, ModelError) as error:
                _log.warning("No Batch API: %s Asking directly, at the full price.", error.what)
                self._absent = True
                await self._answer_directly(asked[start:])
                return
            self._note(batch).write_text(json.dumps([self._id(one.prompt) for one in some]), encoding="utf-8")
            _log.warning(
                "Batch %s: %d requests sent; it can take a day. Stopped, it is picked up again.", batch, len(some)
            )
            await self._collect(batch, some)

    async def _create(self, asked: Iterable[_Asked]) -> str:
        same = {"method": "POST", "url": _ROUTE}
        lines = (
            {"custom_id": self._id(one.prompt), **same, "body": self._chat.present_request(one.prompt)} for one in asked
        )
        upload = ("survey.jsonl", "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode())
        file = await self._call(lambda: self._client.files.create(file=upload, purpose="batch"))
        made = await self._call(
            lambda: self._client.batches.create(
                completion_window="24h", endpoint=_ROUTE, input_file_id=file.id, metadata={"by": "surveyloom"}
            )
        )
        return made.id

    async def _collect(self, batch: str, asked: list[_Asked]) -> None:
        """Wait for a batch and hand out its answers; what has none in it is asked directly."""
        found = await self._call(lambda: self._client.batches.retrieve(batch))
        pause, told = self._pace.first, -1
        while found.status not in _ENDED:
            done = found.request_counts.completed if found.request_counts else 0
            if done != told:
                _log.warning("Batch %s: %s, %d of %d done.", batch, found.status, done, len(asked))
                told = done
            await asyncio.sleep(pause)
            pause = min(self._pace.longest, pause * 1.5)
            found = await self._call(lambda: self._client.batches.retrieve(batch))
        bodies: dict[str, Any] = {}
        if found.output_file_id is not None:
            output = found.output_file_id
            content = await self._call(lambda: self._client.files.content(output))
            bodies = dict(_bodies(content.content))
        for one in asked:
            self._hand_out(one, bodies.get(self._id(one.prompt)))
        left = [one for one in asked if not one.answer.done()]
        if left:
            _log.warning("Batch %s: %s; %d without an answer are asked directly.", batch, found.status, len(left))
            await self._answer_directly(left)
        self._note(batch).unlink(missing_ok=True)

    def _hand_out(self, one: _Asked, body: object) -> None:
        if body is None or one.answer.done():
            return
        try:
            reply = reply_in(json.dumps(body), self._endpoint)
        except CallFailed:
            return
        one.answer.set_result(replace(reply, price_share=BATCH_SHARE))

    async def _answer_directly(self, asked: Iterable[_Asked]) -> None:
        async def one_by_one(one: _Asked) -> None:
            try:
                reply = await self._direct(one.prompt)
            except (CallFailed, ModelError) as error:
                one.answer.set_exception(error)
            else:
                one.answer.set_result(reply)

        async with asyncio.TaskGroup() as tasks:
            for one in asked:
                tasks.create_task(one_by_one(one))

    async def _call(self, call: Callable[[], Awaitable[Got]]) -> Got:
        async def trying() -> Got:
            try:
                return await call()
            except (OpenAIError, TimeoutError) as error:
                raise understood(error, self._endpoint, 0) from None

        got, _ = await retrying.persistently(trying, retrying.PATIENCE)
        return got

    def _id(self, prompt: Prompt) -> str:
        text = f"{self._endpoint.address}\n{self.identity}\n{prompt.system}\n{prompt.user}"
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    def _under_way(self) -> Iterator[tuple[str, list[str]]]:
        for note in sorted(self._folder.glob("*.json")):
            yield note.stem, json.loads(note.read_text(encoding="utf-8"))

    def _note(self, batch: str) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True)
        return self._folder / f"{batch}.json"


def _bodies(output: bytes) -> Iterator[tuple[str, object]]:
    """The bodies of the successful responses in a batch's output, by request."""
    for line in output.splitlines():
        try:
            found = json.loads(line)
            response = found["response"]
            if response["status_code"] == 200:
                yield str(found["custom_id"]), response["body"]
        except (ValueError, KeyError, TypeError):
            continue
