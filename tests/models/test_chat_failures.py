"""When an endpoint fails: what is tried again and for how long, what is said, and what is never shown."""

import asyncio
import gc
import json
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from chatting import KEY, ask, failure
from chatting import hurried as hurried
from chatting import prompt as prompt
from misbehaving import MISCHIEF, Act, Loopback, Request, completion, error, in_turn, well

from survey.errors import CallFailed, ModelError, TooLong
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


def test_retry_after_is_honoured(prompt: Prompt) -> None:
    started = time.monotonic()
    ask(in_turn(lambda r: error(429, "slow down", {"Retry-After": "0.4"}), well), prompt)
    assert 0.4 <= time.monotonic() - started < 3


def test_a_retry_after_beyond_our_patience_fails_at_once(prompt: Prompt) -> None:
    started = time.monotonic()
    _, endpoint = failure(lambda r: error(429, "come back later", {"Retry-After": "3600"}), prompt)
    assert time.monotonic() - started < 3
    assert len(endpoint.calls) == 1


@pytest.mark.parametrize("trick", ["hanging", "dripping"])
def test_a_call_ends_in_time_even_when_bytes_keep_dripping(
    prompt: Prompt, trick: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retrying, "PATIENCE", Patience(tries=2, seconds=5, pause=0.01))
    started = time.monotonic()
    failed, _ = failure(MISCHIEF[trick], prompt, timeout=0.3)
    assert time.monotonic() - started < 3
    assert "did not answer within 0.3 s" in failed.what
    assert "--timeout" in str(failed)


def test_nobody_there_ends_the_run(prompt: Prompt) -> None:
    model = chat_model("m", Settings(base_url="http://127.0.0.1:9/v1"))

    async def call() -> None:
        await model.complete(prompt)

    with pytest.raises(ModelError, match=r"127\.0\.0\.1:9/v1 can't be reached") as caught:
        asyncio.run(call())
    assert "--base-url" in caught.value.todo
    assert "Connection error" not in caught.value.what, "the cause is said, not the library's word for all of them"


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


@pytest.mark.parametrize(
    ("status", "words", "more", "expected", "todo"),
    [
        (401, f"Incorrect API key provided: {KEY}", {"code": "invalid_api_key"}, ModelError, "OPENAI_API_KEY"),
        (403, "no access", {}, ModelError, "another"),
        (404, "The model `some-model` does not exist", {"code": "model_not_found"}, ModelError, "--model"),
        (404, "Not Found", {}, ModelError, "/v1"),
        (429, "You exceeded your current quota", {"code": "insufficient_quota"}, ModelError, "Top up"),
        (402, "payment required", {}, ModelError, "Top up"),
        (
            400,
            "This model's maximum context length is 4096 tokens, however you requested 9000",
            {"code": "context_length_exceeded"},
            TooLong,
            "longer context",
        ),
        (413, "Payload Too Large", {}, TooLong, "longer context"),
    ],
)
def test_what_cannot_pass_fails_at_once_and_says_what_to_do(
    prompt: Prompt, status: int, words: str, more: dict[str, str], expected: type[Exception], todo: str
) -> None:
    failed, endpoint = failure(lambda r: error(status, words, None, **more), prompt)
    assert isinstance(failed, expected)
    assert len(endpoint.calls) == 1
    assert todo in failed.todo
    assert KEY not in str(failed)


def test_a_quota_per_minute_is_only_a_rate(prompt: Prompt) -> None:
    words = "Quota exceeded for quota metric 'Generate requests' and limit 'requests per minute'"
    (reply,), _ = ask(in_turn(lambda r: error(429, words), well), prompt)
    assert reply.retried == 1


def test_a_refusal_by_the_model_is_final_and_named(prompt: Prompt) -> None:
    failed, endpoint = failure(MISCHIEF["refusal"], prompt)
    assert "refused to answer" in failed.what
    assert len(endpoint.calls) == 1


def test_an_answer_that_is_no_completion_names_the_address(prompt: Prompt) -> None:
    failed, _ = failure(MISCHIEF["HTML, 200"], prompt)
    assert "no chat completion" in failed.what
    assert "/v1" in failed.todo


def test_the_key_is_taken_out_of_whatever_comes_back(prompt: Prompt) -> None:
    (reply,), _ = ask(lambda r: completion(json.dumps({"name": f"Key {KEY}"}), r), prompt)
    assert KEY not in reply.text
    failed, _ = failure(lambda r: error(400, f"you sent {r.headers['authorization']}"), prompt)
    assert KEY not in str(failed)
    assert "[key]" in str(failed)


@pytest.mark.parametrize("key", ["x", "none", "ollama"])
def test_a_key_that_is_only_a_word_spoils_no_answer(prompt: Prompt, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", key)
    (reply,), _ = ask(lambda r: completion(json.dumps({"name": f"Mixed {key} things"}), r), prompt)
    assert json.loads(reply.text) == {"name": f"Mixed {key} things"}


def test_a_key_with_a_line_end_is_said_without_showing_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", f"{KEY}\n")
    with pytest.raises(ModelError) as caught:
        chat_model("m", Settings())
    assert KEY not in str(caught.value)


def test_a_password_in_an_address_is_not_shown(prompt: Prompt) -> None:
    with Loopback(lambda r: error(400, "no")) as endpoint:
        url = endpoint.url.replace("http://", "http://me:hidden-word@")
        model = chat_model("m", Settings(base_url=url))

        async def call() -> None:
            await model.complete(prompt)

        with pytest.raises(CallFailed) as caught:
            asyncio.run(call())
    assert "hidden-word" not in str(caught.value)


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
def test_the_wait_may_be_told_in_any_form(prompt: Prompt, name: str, after: str, least: float, calls: int) -> None:
    """A number, a date, milliseconds; what is none of these is as good as nothing."""
    told = {"in an hour": in_seconds(3600), "a minute ago": in_seconds(-60)}.get(after, after)
    behave = in_turn(lambda r: error(429, "slow down", {name: told}), well)
    started = time.monotonic()
    if calls == 1:
        _, endpoint = failure(behave, prompt)
    else:
        _, endpoint = ask(behave, prompt)
    assert len(endpoint.calls) == calls
    assert least <= time.monotonic() - started < 3


@pytest.mark.parametrize(
    "body",
    [
        {"error": {"message": "the moon is full"}},
        {"error": {"detail": "the moon is full"}},
        {"error": "the moon is full"},
        {"message": "the moon is full"},
        {"detail": "the moon is full"},
        {"error": {"message": "", "reason": "the moon is full"}},
        "the moon is full",
    ],
)
def test_the_endpoints_own_words_are_said_whatever_shape_it_gives_them(prompt: Prompt, body: object) -> None:
    failed, _ = failure(lambda r: Act(json.dumps(body).encode(), 403), prompt)
    assert "the moon is full" in failed.what


def test_a_foreign_message_is_said_on_one_line_and_not_without_end(prompt: Prompt) -> None:
    failed, _ = failure(lambda r: error(403, "no\n\x1b[31m " + "and no " * 500), prompt)
    assert failed.what.count("\n") == 0
    assert "\x1b" not in failed.what
    assert len(failed.what) < 500


@pytest.mark.parametrize(
    "words",
    [
        "the request exceeds the available context size, try increasing it",
        "prompt is too long: 250000 tokens > 200000 maximum",
        "Input is too long for requested model.",
        "Please reduce the length of the messages or completion.",
        "Request too large for gpt-4o",
        "This model's maximum context length is 8192 tokens",
        "too many input tokens",
    ],
)
def test_a_prompt_that_is_too_long_is_known_by_many_words(prompt: Prompt, words: str) -> None:
    failed, endpoint = failure(lambda r: error(400, words), prompt)
    assert isinstance(failed, TooLong)
    assert len(endpoint.calls) == 1


@pytest.mark.parametrize(
    "words", ["Your credit balance is too low", "Insufficient Balance", "Check your billing details"]
)
def test_an_account_without_money_ends_the_run_whatever_it_is_called(prompt: Prompt, words: str) -> None:
    failed, endpoint = failure(lambda r: error(429, words), prompt)
    assert isinstance(failed, ModelError)
    assert "Top up" in failed.todo
    assert len(endpoint.calls) == 1


@pytest.mark.parametrize(
    ("status", "words", "todo"), [(405, "Method Not Allowed", "/v1"), (501, "no such model", "--model")]
)
def test_what_is_not_there_is_not_tried_again(prompt: Prompt, status: int, words: str, todo: str) -> None:
    failed, endpoint = failure(lambda r: error(status, words), prompt)
    assert isinstance(failed, ModelError)
    assert todo in failed.todo
    assert len(endpoint.calls) == 1


def test_an_error_in_the_place_of_an_answer_is_said_and_tried_again(prompt: Prompt) -> None:
    def sorry(request: Request) -> Act:
        return Act(json.dumps({"choices": None, "error": {"message": f"overloaded, {KEY}"}}).encode())

    (reply,), _ = ask(in_turn(sorry, well), prompt)
    assert reply.retried == 1
    failed, _ = failure(sorry, prompt)
    assert "without a choice" in failed.what
    assert "overloaded" in failed.what
    assert KEY not in failed.what


def test_a_content_filter_is_named_and_costs_only_this_call(prompt: Prompt) -> None:
    failed, endpoint = failure(lambda r: completion("", r, finish_reason="content_filter"), prompt)
    assert isinstance(failed, CallFailed)
    assert "content filter" in failed.what
    assert len(endpoint.calls) == 1


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
