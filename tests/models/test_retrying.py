"""Trying again: only what can pass, so often and no longer; an hour's Retry-After is no reason to sit and wait."""

import asyncio
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.errors import CallFailed, ModelError
from survey.models.failures import Passing
from survey.models.retrying import Patience, persistently


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


QUICK = Patience(tries=4, seconds=5, pause=0.001)


def test_what_works_at_once_is_tried_once() -> None:
    assert tried([None], QUICK) == (("done", 0), 1)


@given(st.integers(0, 6))
def test_what_passes_is_tried_until_it_has_passed_or_the_tries_are_spent(failures: int) -> None:
    found, calls = tried([*(Passing(f"failure {n}") for n in range(failures)), None], QUICK)
    assert calls == min(failures + 1, 4)
    assert found == ("done", failures) if failures < 4 else str(found) == "failure 3"


@pytest.mark.parametrize("error", [CallFailed("this one can't be answered"), ModelError("the key is wrong")])
def test_what_can_not_pass_is_tried_once(error: Exception) -> None:
    assert tried([error], QUICK) == (error, 1)


def test_the_time_is_bounded_whatever_the_tries() -> None:
    started = time.monotonic()
    found, calls = tried([Passing("still down")], Patience(tries=1000, seconds=0.3, pause=0.05))
    assert time.monotonic() - started < 2
    assert isinstance(found, Passing)
    assert 2 <= calls < 20


def test_the_wait_that_was_asked_for_is_kept_and_counts_against_the_time() -> None:
    started = time.monotonic()
    assert tried([Passing("slow down", wait=0.2), None], QUICK) == (("done", 1), 2)
    assert time.monotonic() - started >= 0.2
    found, calls = tried([Passing("come back in an hour", wait=3600)], QUICK)
    assert (str(found), calls) == ("come back in an hour", 1)
