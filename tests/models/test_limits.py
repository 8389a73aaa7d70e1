"""Requests and tokens per minute, with a clock that only the test moves."""

import asyncio

import pytest
from clocks import Clock
from hypothesis import given
from hypothesis import strategies as st

from survey.models.limits import Limiter


def admitted(sizes: list[int], rpm: int | None, tpm: int | None) -> list[float]:
    """When each call is let in."""
    clock = Clock()

    async def run() -> list[float]:
        limiter = Limiter(rpm, tpm, clock=clock, sleep=clock.sleep)
        times: list[float] = []
        for size in sizes:
            await limiter.admit(size)
            times.append(clock.now)
        return times

    return asyncio.run(run())


def test_requests_per_minute() -> None:
    assert admitted([1] * 7, 3, None) == [0, 0, 0, 60, 60, 60, 120]


def test_tokens_per_minute() -> None:
    assert admitted([50, 40, 20, 100], None, 100) == [0, 0, 60, 120]


def test_a_call_larger_than_the_limit_goes_alone() -> None:
    assert admitted([10, 500, 10], None, 100) == [0, 60, 120]


def test_without_limits_nothing_waits() -> None:
    assert admitted([10**9] * 100, None, None) == [0] * 100


@given(st.lists(st.integers(0, 120), max_size=40), st.integers(1, 9) | st.none(), st.integers(1, 100) | st.none())
def test_no_sixty_seconds_see_too_much(sizes: list[int], rpm: int | None, tpm: int | None) -> None:
    times = admitted(sizes, rpm, tpm)
    assert times == sorted(times)
    for start in times:
        inside = [size for time, size in zip(times, sizes, strict=True) if start <= time < start + 60]
        assert rpm is None or len(inside) <= rpm
        assert tpm is None or sum(inside) <= tpm or sum(size > 0 for size in inside) <= 1 or max(inside) > tpm


@pytest.mark.parametrize("rpm", [None, 5])
def test_calls_at_the_same_time_are_let_in_one_after_the_other(rpm: int | None) -> None:
    clock = Clock()

    async def run() -> int:
        limiter = Limiter(rpm, None, clock=clock, sleep=clock.sleep)
        await asyncio.gather(*(limiter.admit(1) for _ in range(20)))
        return int(clock.now)

    assert asyncio.run(run()) == (180 if rpm else 0)
