"""Any OpenAI-compatible embeddings endpoint. A text's vector is asked for once and then cached.

What can pass is tried again in the one place for that (:mod:`survey.models.retrying`). There is no grouping without
all vectors, so whatever else goes wrong ends the run; what came until then is cached.
"""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from openai import OpenAIError

from survey import tokens
from survey.cache import AnswerCache, cache_key
from survey.embedders.terms import Floats, unit
from survey.embedders.wire import Received, packed, unpacked, vectors_in
from survey.errors import ModelError, SurveyError, TooLong
from survey.models import retrying
from survey.models.chat import Connection, Manner, connected, manner_of
from survey.models.failures import Endpoint, Refused, understood
from survey.settings import Settings

_TEXTS, _LETTERS = 64, 120_000  # in a request at most; endpoints that take fewer say so and get fewer
_SHORTEST = 200  # letters; a text that is too long for the endpoint is cut, but not below this
_OTHERWISE = "Leave --embedder away for the built-in vectors; or go on with the same command: what came is cached."


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What embedding would ask: ``texts`` in all, so many of them ``cached``; ``calls`` and ``tokens`` for the rest."""

    texts: int
    cached: int
    calls: int
    tokens: int


@dataclass(slots=True)
class Spent:
    """What embedding asked so far: calls, tries beyond the first, and tokens as the endpoint counts them."""

    calls: int = 0
    retried: int = 0
    tokens: int = 0


class HostedEmbedder:
    """Vectors of the model ``model`` at the endpoint of ``settings``; ``spent`` says what they took."""

    def __init__(self, model: str, settings: Settings) -> None:
        self.name, self.model = f"openai:{model}", model
        self.spent = Spent()
        self._settings = settings
        self._endpoint = Endpoint(model, "", serves="embeddings", option="--embedder")
        self._address = connected(self._endpoint, settings).endpoint.address  # a wrong address or key fails here

    def embed(self, texts: Sequence[str]) -> Floats:
        """See :class:`survey.embedders.base.Embedder`. Texts without a letter or a digit aren't asked about: zeros.

        Raises ModelError when the endpoint can't be used, or answers with what are no vectors.
        """
        wanted = _distinct(texts)
        with AnswerCache(self._settings.cache) as cache:
            found = self._cached(cache, wanted)
            missing = [text for text in wanted if text not in found]
            if missing:
                found |= asyncio.run(self._asked(missing, cache))
        self._check_lengths(found)
        width = len(next(iter(found.values()))) if found else 1
        none = np.zeros(width, dtype=np.float32)
        return unit(np.array([found.get(text, none) for text in texts], dtype=np.float32).reshape(len(texts), width))

    def foreseen(self, texts: Sequence[str]) -> Foreseen:
        """What :meth:`embed` would ask; nothing is sent."""
        wanted = _distinct(texts)
        with AnswerCache(self._settings.cache) as cache:
            missing = [text for text in wanted if cache.get(self._key(text)) is None]
        calls = sum(1 for _ in _batches(missing))
        return Foreseen(len(wanted), len(wanted) - len(missing), calls, sum(map(tokens.count, missing)))

    def _key(self, text: str) -> str:
        return cache_key("vector", self.name, self._address, text)

    def _cached(self, cache: AnswerCache, texts: Sequence[str]) -> dict[str, Floats]:
        found = ((text, cache.get(self._key(text))) for text in texts)
        vectors = ((text, unpacked(stored)) for text, stored in found if stored is not None)
        return {text: vector for text, vector in vectors if vector is not None}

    async def _asked(self, texts: Sequence[str], cache: AnswerCache) -> dict[str, Floats]:
        """The vectors of ``texts`` from the endpoint, each batch cached as it comes."""
        line = connected(self._endpoint, self._settings)
        if line.keyless:
            todo = "Set OPENAI_API_KEY, or OPENAI_BASE_URL for an endpoint that needs none."
            raise ModelError(f"The embedder {self.name!r} needs a key.", todo)
        asking = _Asking(line, manner_of(self._settings), self.spent)
        slots = asyncio.Semaphore(self._settings.concurrency)
        found: dict[str, Floats] = {}

        async def one(batch: list[str]) -> None:
            async with slots:
                vectors = await asking.vectors(batch)
                if vectors:
                    cache.put({self._key(text): packed(vector) for text, vector in vectors.items()})
                    found.update(vectors)

        try:
            async with asyncio.TaskGroup() as tasks:
                for batch in _batches(texts):
                    tasks.create_task(one(batch))
        finally:
            await line.client.close()
        if asking.end is not None:
            raise ModelError(asking.end.what, f"{asking.end.todo} {_OTHERWISE}".strip()) from None
        return found

    def _check_lengths(self, found: Mapping[str, Floats]) -> None:
        lengths = sorted({len(vector) for vector in found.values()})
        if len(lengths) > 1:
            raise ModelError(
                f"{self.name!r} at {self._address} gave vectors of {lengths[0]} numbers and of {lengths[-1]}: another "
                "model answers under this name than before.",
                "Name another cache with --cache DIR, so that all texts are asked about anew.",
            )


class _Asking:
    """Texts being asked about at one endpoint; ``end`` is what ended it, and lets calls under way finish."""

    def __init__(self, line: Connection, manner: Manner, spent: Spent) -> None:
        self._line, self._manner, self._spent = line, manner, spent
        self._most = _TEXTS
        self.end: SurveyError | None = None

    async def vectors(self, texts: list[str]) -> dict[str, Floats]:
        """The vectors of ``texts``; nothing of them when the run has ended."""
        if self.end is not None:
            return {}
        if len(texts) > self._most:
            return await self._halves(texts)
        try:
            received = await self._received(texts)
        except (TooLong, Refused) as refusal:
            if len(texts) > 1:  # too many at once, or too much: the endpoint's words for it differ
                self._most = min(self._most, len(texts) // 2)
                return await self._halves(texts)
            self.end = self.end or refusal
            return {}
        except SurveyError as error:
            self.end = self.end or error
            return {}
        return dict(zip(texts, received.vectors, strict=True))

    async def _halves(self, texts: list[str]) -> dict[str, Floats]:
        middle = len(texts) // 2
        return {**await self.vectors(texts[:middle]), **await self.vectors(texts[middle:])}

    async def _received(self, texts: list[str]) -> Received:
        """The endpoint's vectors; a single text that is too long for it is cut until it fits."""
        try:
            received, retried = await retrying.persistently(lambda: self._send(texts), retrying.PATIENCE)
        except TooLong:
            if len(texts) > 1 or len(texts[0]) <= _SHORTEST:
                raise
            return await self._received([texts[0][: max(_SHORTEST, len(texts[0]) * 2 // 3)]])
        self._spent.calls += 1
        self._spent.retried += retried
        self._spent.tokens += received.tokens or sum(map(tokens.count, texts))
        return received

    async def _send(self, texts: list[str]) -> Received:
        line, manner = self._line, self._manner
        await manner.limiter.admit(sum(map(tokens.count, texts)) if manner.limiter.counts_tokens else 0)
        request = {"model": line.endpoint.model, "input": texts}
        try:
            async with asyncio.timeout(manner.timeout):
                body = await line.client.post("/embeddings", cast_to=str, body=request)
        except (OpenAIError, TimeoutError) as error:
            raise understood(error, line.endpoint, manner.timeout) from None
        return vectors_in(body, len(texts), line.endpoint)


def _distinct(texts: Sequence[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if any(letter.isalnum() for letter in text)]


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    """Runs of texts that go into one request."""
    batch: list[str] = []
    letters = 0
    for text in texts:
        if batch and (len(batch) == _TEXTS or letters + len(text) > _LETTERS):
            yield batch
            batch, letters = [], 0
        batch.append(text)
        letters += len(text)
    if batch:
        yield batch
