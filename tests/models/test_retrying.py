"""Trying again: only what can pass, so often and no longer; an hour's Retry-After is no reason to sit and wait."""

import asyncio
from collections.abc import Sequence

import pytest
from clocks import Clock, retrying_on
from hypothesis import given
from hypothesis import strategies as st

from survey.errors import CallFailed, ModelError
from survey.models.failures import Passing
from survey.models.retrying import Patience, persistently


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """What the pauses take, and nothing else does."""
    clock = Clock()
    retrying_on(clock, monkeypatch)
    return clock


def tried(errors: Sequence[Exception | None], patience: Patience) -> tuple[object, int]:
    """What comes of calls that fail as ``errors`` say (the last one again and again), and how many there were."""
    calls = 0

    async def call() -> str:
        nonlocal calls
        error = errors[min(calls, len(errors) - 1)]
        calls += 1
        if error is not None:
            raise error
        return "done"

    async def run() -> object:
        try:
            return await persistently(call, patience)
        except (CallFailed, ModelError) as error:
            return error

    return asyncio.run(run()), calls


FOUR_TIMES = Patience(tries=4)


def test_what_works_at_once_is_tried_once() -> None:
    assert tried([None], FOUR_TIMES) == (("done", 0), 1)


@given(st.integers(0, 6))
def test_what_passes_is_tried_until_it_has_passed_or_the_tries_are_spent(failures: int) -> None:
    found, calls = tried([*(Passing(f"failure {n}") for n in range(failures)), None], FOUR_TIMES)
    assert calls == min(failures + 1, 4)
    assert found == ("done", failures) if failures < 4 else str(found) == "failure 3"


@pytest.mark.parametrize("error", [CallFailed("this one can't be answered"), ModelError("the key is wrong")])
def test_what_can_not_pass_is_tried_once(error: Exception) -> None:
    assert tried([error], FOUR_TIMES) == (error, 1)


def test_the_time_is_bounded_whatever_the_tries(clock: Clock) -> None:
    found, calls = tried([Passing("still down")], Patience(tries=1000, seconds=300))
    assert isinstance(found, Passing)
    assert calls == len(clock.waits) + 1
    assert 300 - LONGEST < clock.now <= 300


LONGEST = 30.0


def test_pauses_double_up_to_the_longest_each_with_some_chance_in_it(clock: Clock) -> None:
    tried([Passing("still down")], Patience(tries=9, seconds=1000))
    doubled = [min(LONGEST, 2.0**n) for n in range(8)]
    assert all(most / 2 <= wait <= most for wait, most in zip(clock.waits, doubled, strict=True))
    tried([Passing("still down")], Patience(tries=9, seconds=1000))
    assert clock.waits[:8] != clock.waits[8:]


def test_the_wait_that_was_asked_for_is_kept_and_counts_against_the_time(clock: Clock) -> None:
    assert tried([Passing("slow down", wait=20), None], FOUR_TIMES) == (("done", 1), 2)
    assert len(clock.waits) == 1
    assert 20 < clock.now <= 20.1
    found, calls = tried([Passing("come back in an hour", wait=3600)], FOUR_TIMES)
    assert (str(found), calls) == ("come back in an hour", 1)
    assert len(clock.waits) == 1
