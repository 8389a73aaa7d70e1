"""A clock that only its sleepers move: what would take minutes takes no time, and is the same on any machine."""

import asyncio
import functools
from types import SimpleNamespace

import pytest
import tenacity
from tenacity import AsyncRetrying

from survey.models import chat, retrying
from survey.models.limits import Limiter


class Clock:
    """``now`` in seconds from 0; ``waits`` are the times that somebody slept."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    def nap(self, seconds: float) -> None:
        """Move the clock."""
        assert seconds > 0
        self.waits.append(seconds)
        self.now += seconds

    async def sleep(self, seconds: float) -> None:
        """Move the clock, and let the others have their turn."""
        self.nap(seconds)
        await asyncio.sleep(0)


def retrying_on(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses between tries take no time but ``clock``'s, by which patience ends too."""
    monkeypatch.setattr(retrying, "AsyncRetrying", functools.partial(AsyncRetrying, sleep=clock.sleep))
    monkeypatch.setattr(tenacity, "time", SimpleNamespace(monotonic=clock))


class Noting(Limiter):
    """A limiter on a clock of its own that notes when it let in how much."""

    def __init__(self, rpm: int | None = None, tpm: int | None = None) -> None:
        self.clock = Clock()
        self.let_in: list[tuple[float, int]] = []
        super().__init__(rpm, tpm, clock=self.clock, sleep=self.clock.sleep)

    async def admit(self, tokens: int) -> None:
        """Note each call as it is let in."""
        await super().admit(tokens)
        self.let_in.append((self.clock(), tokens))


def noted_limiters(monkeypatch: pytest.MonkeyPatch) -> list[Noting]:
    """The limiters of the chat models that are made from now on."""
    made: list[Noting] = []

    def limiter(rpm: int | None, tpm: int | None) -> Noting:
        made.append(Noting(rpm, tpm))
        return made[-1]

    monkeypatch.setattr(chat, "Limiter", limiter)
    return made
