"""What work costs as its input grows: a ratio of processor times within one run, so that any machine will do."""

import time
from collections.abc import Callable

_ROUNDS = 3
_LEAST = 0.001
"""Seconds below which a cost is noise."""


def cost(work: Callable[[], object]) -> float:
    """The processor time of ``work`` in seconds: the least of three rounds, which neighbours disturb least."""
    return min(_once(work) for _ in range(_ROUNDS))


def growth(work: Callable[[int], object], size: int, times: int = 8) -> float:
    """How much more the work on ``times`` as much costs, relative to ``times``: 1 where it is in proportion.

    Where it grows with the square it is ``times``; tests draw the line at 3, far from both.
    """
    small = max(_LEAST, cost(lambda: work(size // times)))
    return cost(lambda: work(size)) / small / times


def _once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
