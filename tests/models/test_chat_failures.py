"""When an endpoint fails for good: what is said, what to do about it, and what is never shown."""

import asyncio
import json
import re
import socket

import pytest
from chatting import KEY, ask, failure
from chatting import pauses as pauses
from chatting import prompt as prompt
from misbehaving import MISCHIEF, Act, Loopback, completion, error

from survey.errors import CallFailed, ModelError, TooLong
from survey.models.base import Prompt
from survey.models.chat import chat_model
from survey.settings import Settings


def test_nobody_there_ends_the_run(prompt: Prompt) -> None:
    async def call(address: str) -> None:
        await chat_model("m", Settings(base_url=f"http://{address}/v1")).complete(prompt)

    with socket.socket() as taken:  # a port that nobody else can get, and on which nobody listens
        taken.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(ModelError, match=f"{re.escape(address)}/v1 can't be reached") as caught:
            asyncio.run(call(address))
    assert "--base-url" in caught.value.todo
    assert "Connection error" not in caught.value.what, "the cause is said, not the library's word for all of them"


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


def test_a_content_filter_is_named_and_costs_only_this_call(prompt: Prompt) -> None:
    failed, endpoint = failure(lambda r: completion("", r, finish_reason="content_filter"), prompt)
    assert isinstance(failed, CallFailed)
    assert "content filter" in failed.what
    assert len(endpoint.calls) == 1
