"""What is tried again when an endpoint fails, how often, and how long is waited in between."""

import asyncio
import gc
import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from chatting import KEY, ask, failure
from chatting import pauses as pauses
from chatting import prompt as prompt
from clocks import Clock
from misbehaving import MISCHIEF, Act, Loopback, Request, error, in_turn, well

from survey.errors import CallFailed, ModelError
from survey.models import retrying
from survey.models.base import Prompt
from survey.models.chat import chat_model
from survey.models.retrying import Patience
from survey.settings import Settings


@pytest.mark.parametrize("trick", ["429", "429 with Retry-After", "500", "503 in HTML", "cut in mid-body"])
def test_what_can_pass_is_tried_again(prompt: Prompt, trick: str) -> None:
    (reply,), endpoint = ask(in_turn(MISCHIEF[trick], MISCHIEF[trick], well), prompt)
    assert reply.retried == 2
    assert len(endpoint.calls) == 3


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504, 529])
def test_these_statuses_are_tried_a_bounded_number_of_times(prompt: Prompt, status: int) -> None:
    failed, endpoint = failure(lambda r: error(status, "not now"), prompt)
    assert len(endpoint.calls) == 4
    assert str(status) in failed.what
    assert "not now" in failed.what


def test_retry_after_is_honoured(prompt: Prompt, pauses: Clock) -> None:
    ask(in_turn(lambda r: error(429, "slow down", {"Retry-After": "40"}), well), prompt)
    assert pauses.waits == [pytest.approx(40, abs=0.01)]
    assert pauses.now >= 40


def test_a_retry_after_beyond_our_patience_fails_at_once(prompt: Prompt, pauses: Clock) -> None:
    _, endpoint = failure(lambda r: error(429, "come back later", {"Retry-After": "3600"}), prompt)
    assert not pauses.waits
    assert len(endpoint.calls) == 1


@pytest.mark.parametrize("trick", ["hanging", "dripping"])
def test_a_call_ends_in_time_even_when_bytes_keep_dripping(
    prompt: Prompt, trick: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dripping answer would be whole after some seconds, and the call wouldn't fail."""
    monkeypatch.setattr(retrying, "PATIENCE", Patience(tries=2, seconds=60, pause=0.01))
    failed, _ = failure(MISCHIEF[trick], prompt, timeout=0.3)
    assert "did not answer within 0.3 s" in failed.what
    assert "--timeout" in str(failed)


def test_an_endpoint_that_goes_down_ends_the_run_before_long(prompt: Prompt) -> None:
    with Loopback(lambda r: well(r) if r.number == 0 else error(503, "down")) as endpoint:
        model = chat_model("m", Settings(base_url=endpoint.url))

        async def calls() -> int:
            await model.complete(prompt)
            for failures in range(100):
                try:
                    await model.complete(prompt)
                except CallFailed:
                    continue
                except ModelError as error:
                    said.append(error.todo)
                    return failures
            return 100

        said: list[str] = []
        assert asyncio.run(calls()) == 4
    assert "goes on from there" in said[0]


def test_a_quota_per_minute_is_only_a_rate(prompt: Prompt) -> None:
    words = "Quota exceeded for quota metric 'Generate requests' and limit 'requests per minute'"
    (reply,), _ = ask(in_turn(lambda r: error(429, words), well), prompt)
    assert reply.retried == 1


def test_trying_leaves_nothing_behind_that_only_a_full_collection_finds() -> None:
    """Thirty objects in circles for each call make a run of thousands stop and collect, again and again."""

    async def answered() -> int:
        return 1

    async def calls(times: int) -> None:
        for _ in range(times):
            assert await retrying.persistently(answered, retrying.PATIENCE) == (1, 0)

    asyncio.run(calls(10))
    gc.collect()
    gc.disable()
    try:
        asyncio.run(calls(100))
        assert gc.collect() < 100
    finally:
        gc.enable()


def in_seconds(seconds: float) -> str:
    """The date that a header gives for so many seconds from now."""
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize(
    ("name", "after", "least", "calls"),
    [
        ("Retry-After-Ms", "300", 0.3, 2),
        ("Retry-After-Ms", "3600000", 0, 1),
        ("Retry-After-Ms", "-300", 0, 2),
        ("Retry-After", "in an hour", 0, 1),
        ("Retry-After", "a minute ago", 0, 2),
        ("Retry-After", "-5", 0, 2),
        ("Retry-After", "soon", 0, 2),
        ("Retry-After", "", 0, 2),
        ("Retry-After", "1e400", 0, 1),
    ],
)
def test_the_wait_may_be_told_in_any_form(
    prompt: Prompt, name: str, after: str, least: float, calls: int, pauses: Clock
) -> None:
    """A number, a date, milliseconds; what is none of these is as good as nothing."""
    told = {"in an hour": in_seconds(3600), "a minute ago": in_seconds(-60)}.get(after, after)
    behave = in_turn(lambda r: error(429, "slow down", {name: told}), well)
    if calls == 1:
        _, endpoint = failure(behave, prompt)
    else:
        _, endpoint = ask(behave, prompt)
    assert len(endpoint.calls) == calls
    assert pauses.now == pytest.approx(least, abs=0.02)
    assert pauses.now >= least


def test_an_error_in_the_place_of_an_answer_is_said_and_tried_again(prompt: Prompt) -> None:
    def sorry(request: Request) -> Act:
        return Act(json.dumps({"choices": None, "error": {"message": f"overloaded, {KEY}"}}).encode())

    (reply,), _ = ask(in_turn(sorry, well), prompt)
    assert reply.retried == 1
    failed, _ = failure(sorry, prompt)
    assert "without a choice" in failed.what
    assert "overloaded" in failed.what
    assert KEY not in failed.what


def test_failures_now_and_then_never_end_a_run(prompt: Prompt) -> None:
    """Only calls in a row that fail for good mean that the endpoint is down."""

    def behave(request: Request) -> Act:
        return well(request) if len(asked) % 5 == 0 else error(503, "down")

    asked: list[int] = []
    with Loopback(behave) as endpoint:
        model = chat_model("m", Settings(base_url=endpoint.url))

        async def calls() -> int:
            lost = 0
            for n in range(15):
                try:
                    await model.complete(prompt)
                except CallFailed:
                    lost += 1
                asked.append(n)
            await model.close()
            return lost

        assert asyncio.run(calls()) == 12
