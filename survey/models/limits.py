"""Requests and tokens per minute: a call is let in when the last sixty seconds have room for it, first come, first."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable

_WINDOW = 60.0


class Limiter:
    """Holds calls back so that no sixty seconds see more than ``rpm`` of them, or more than ``tpm`` tokens.

    A call with more tokens than ``tpm`` goes alone.
    """

    def __init__(
        self,
        rpm: int | None = None,
        tpm: int | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._rpm, self._tpm, self._clock, self._sleep = rpm, tpm, clock, sleep
        self._let_in: deque[tuple[float, int]] = deque()
        self._tokens = 0
        self._turn = asyncio.Lock()

    @property
    def counts_tokens(self) -> bool:
        """Whether callers need to know their tokens."""
        return self._tpm is not None

    async def admit(self, tokens: int) -> None:
        """Return when a call that takes about ``tokens`` may begin."""
        if self._rpm is None and self._tpm is None:
            return
        async with self._turn:
            while (wait := self._wait(tokens)) > 0:
                await self._sleep(wait)
            self._let_in.append((self._clock(), tokens))
            self._tokens += tokens

    def _wait(self, tokens: int) -> float:
        """Seconds until the next call falls out of the window; 0 when there is room."""
        now = self._clock()
        while self._let_in and now - self._let_in[0][0] >= _WINDOW:
            self._tokens -= self._let_in.popleft()[1]
        full = self._rpm is not None and len(self._let_in) >= self._rpm
        crowded = self._tpm is not None and bool(self._let_in) and self._tokens + tokens > self._tpm
        return self._let_in[0][0] + _WINDOW - now if full or crowded else 0.0
