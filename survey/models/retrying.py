"""The one place that tries again: only what can pass, a bounded number of times, within a bounded time.

The openai client's own retries are off, so that nothing is retried within a retry.
"""

import math
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt, stop_any
from tenacity.stop import stop_base

from survey.models.failures import Passing

Got = TypeVar("Got")


@dataclass(frozen=True, slots=True)
class Patience:
    """At most ``tries`` tries, begun within ``seconds`` of the first; the first pause is about ``pause`` seconds."""

    tries: int = 6
    seconds: float = 180.0
    pause: float = 1.0


PATIENCE = Patience()
_LONGEST_PAUSE = 30.0
_CAN_PASS = retry_if_exception_type(Passing)


async def persistently(call: Callable[[], Awaitable[Got]], patience: Patience) -> tuple[Got, int]:
    """What ``call`` returns, and how often it had to be tried again.

    Raises the last Passing when tries or time run out, and anything else at once.
    """
    retrying = AsyncRetrying(
        retry=_CAN_PASS,
        wait=_pause(patience),
        stop=stop_any(stop_after_attempt(patience.tries), _OutOfTime(patience.seconds)),
        reraise=True,
    )

    async def trying() -> Got:  # tenacity awaits only what it knows to be a coroutine function
        return await call()

    try:
        got: Got = await retrying(trying)
        return got, int(retrying.statistics["attempt_number"]) - 1
    finally:  # its state refers back to it: thirty objects for each call that only a full collection would find
        retrying.iter_state.reset()


def _pause(patience: Patience) -> Callable[[RetryCallState], float]:
    """What the endpoint asked for, else twice as long each time; with some chance in it, so that calls spread out."""

    def seconds(state: RetryCallState) -> float:
        spread = random.uniform(0.5, 1.0)  # noqa: S311  # no secret hangs on it
        doubled = min(_LONGEST_PAUSE, patience.pause * math.pow(2, state.attempt_number - 1))
        asked = _asked(state)
        return doubled * spread if asked is None else asked + 0.1 * patience.pause * spread

    return seconds


class _OutOfTime(stop_base):
    """Whether the next try would begin later than ``seconds`` after the first; an hour's Retry-After fails at once."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def __call__(self, state: RetryCallState) -> bool:
        return (state.seconds_since_start or 0.0) + max(state.upcoming_sleep, _asked(state) or 0.0) > self._seconds


def _asked(state: RetryCallState) -> float | None:
    error = state.outcome.exception() if state.outcome else None
    return error.wait if isinstance(error, Passing) else None
