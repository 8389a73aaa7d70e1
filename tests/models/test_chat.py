"""The chat model against a loopback endpoint: what it asks for, what it learns, what it tries again, what it says."""

import asyncio
import gc
import json
import time

import pytest
from misbehaving import MISCHIEF, Act, Behaviour, Loopback, Request, completion, error, in_turn, well

from survey.errors import CallFailed, ModelError, SettingsError, TooLong
from survey.models import retrying
from survey.models.base import Prompt, Reply
from survey.models.chat import ChatModel, chat_model
from survey.models.retrying import Patience
from survey.prompts import load_templates
from survey.questions import TopicNameValues
from survey.settings import Settings

KEY = "sk-planted-9876543210zyxwvutsrqponm"


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses of milliseconds, so that tests needn't wait."""
    monkeypatch.setattr(retrying, "PATIENCE", Patience(tries=4, seconds=5, pause=0.01))
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


@pytest.fixture
def prompt() -> Prompt:
    values = TopicNameValues(("masks",), ("Masked images",), ("A title", "Another"))
    return load_templates()["topic_name"].prompt(values)


def ask(behaviour: Behaviour, prompt: Prompt, times: int = 1, **settings: object) -> tuple[list[Reply], Loopback]:
    """The replies to ``times`` calls, one after the other, and the endpoint."""

    async def calls(model: ChatModel) -> list[Reply]:
        try:
            return [await model.complete(prompt) for _ in range(times)]
        finally:
            await model.close()

    with Loopback(behaviour) as endpoint:
        model = chat_model("some-model", Settings.model_validate({"base_url": endpoint.url, **settings}))
        assert isinstance(model, ChatModel)
        return asyncio.run(calls(model)), endpoint


def failure(behaviour: Behaviour, prompt: Prompt, **settings: object) -> tuple[CallFailed | ModelError, Loopback]:
    """How one call fails."""
    endpoints: list[Loopback] = []

    def kept(request: Request) -> Act:
        return behaviour(request)

    with Loopback(kept) as endpoint:
        endpoints.append(endpoint)
        model = chat_model("some-model", Settings.model_validate({"base_url": endpoint.url, **settings}))

        async def call() -> None:
            try:
                await model.complete(prompt)
            finally:
                await model.close()

        with pytest.raises((CallFailed, ModelError)) as caught:
            asyncio.run(call())
    assert isinstance(caught.value, CallFailed | ModelError)
    return caught.value, endpoints[0]


def test_a_call_carries_schema_parameters_and_key(prompt: Prompt) -> None:
    (reply,), endpoint = ask(well, prompt, param={"top_p": "0.9", "stop": "END"}, seed=7)
    (request,) = endpoint.calls
    assert json.loads(reply.text) == {"name": "Masked images"}
    assert reply.tokens_in > 50
    assert reply.tokens_out > 0
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.body["model"] == "some-model"
    assert [m["role"] for m in request.body["messages"]] == ["system", "user"]
    assert request.body["response_format"]["json_schema"]["schema"]["required"] == ["name"]
    assert request.body | {"temperature": 0, "seed": 7, "top_p": 0.9, "stop": "END"} == request.body
    assert request.body["max_tokens"] == prompt.max_tokens


def test_cached_and_thought_tokens_are_read(prompt: Prompt) -> None:
    usage = {
        "prompt_tokens": 100,
        "completion_tokens": 30,
        "prompt_tokens_details": {"cached_tokens": 64},
        "completion_tokens_details": {"reasoning_tokens": 20},
    }
    body = {"choices": [{"message": {"content": "{}"}}], "usage": usage}
    (reply,), _ = ask(lambda r: Act(json.dumps(body).encode()), prompt)
    assert (reply.tokens_in, reply.tokens_cached, reply.tokens_out, reply.tokens_thought) == (100, 64, 30, 20)


@pytest.mark.parametrize("usage", [None, {}, {"prompt_tokens": None, "completion_tokens": -5}, {"prompt_tokens": "x"}])
def test_usage_is_trusted_in_nothing(prompt: Prompt, usage: object) -> None:
    body = {"choices": [{"message": {"content": "{}"}}], "usage": usage}
    (reply,), _ = ask(lambda r: Act(json.dumps(body).encode()), prompt)
    assert (reply.tokens_in, reply.tokens_out) == (0, 0)


def refusing(*traits: tuple[str, str]) -> Behaviour:
    """An endpoint that refuses every request with one of the traits, by a look at its JSON, with the given words."""

    def behave(request: Request) -> Act:
        shown = json.dumps(request.body)
        said = next((words for trait, words in traits if trait in shown), None)
        return error(400, said, type="invalid_request_error") if said else well(request)

    return behave


@pytest.mark.parametrize(
    ("trait", "words", "left"),
    [
        ('"json_schema"', "Invalid parameter: 'response_format' of type 'json_schema' is not supported", "json_object"),
        ('"response_format"', "response_format is not supported by this model", None),
        ('"response_format"', "bad request", None),
    ],
)
def test_the_form_goes_from_schema_to_json_to_plain_once(
    prompt: Prompt, trait: str, words: str, left: str | None
) -> None:
    replies, endpoint = ask(refusing((trait, words)), prompt, times=3)
    assert len(replies) == 3
    refused = 1 if left else 2
    assert len(endpoint.calls) == 3 + refused, "learned once, remembered"
    assert endpoint.calls[-1].body.get("response_format", {}).get("type") == left


@pytest.mark.parametrize(
    ("trait", "words"),
    [
        ('"temperature"', "Unsupported value: 'temperature' does not support 0 with this model."),
        ('"seed"', "Unrecognized request argument supplied: seed"),
        (
            '"max_tokens"',
            "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead.",
        ),
        ('"system"', "This model does not support the system role"),
    ],
)
def test_what_an_endpoint_cannot_do_is_learned_once(prompt: Prompt, trait: str, words: str) -> None:
    replies, endpoint = ask(refusing((trait, words)), prompt, times=3)
    assert len(replies) == 3
    assert len(endpoint.calls) == 4
    assert all(trait not in json.dumps(call.body) for call in endpoint.calls[1:])
    assert endpoint.calls[-1].body["response_format"]["type"] == "json_schema", "nothing else was given up"
    assert prompt.system in endpoint.calls[-1].text


def test_a_cap_goes_by_the_name_the_endpoint_knows(prompt: Prompt) -> None:
    words = "'max_tokens' is not supported. Use 'max_completion_tokens' instead."
    _, endpoint = ask(refusing(('"max_tokens"', words)), prompt)
    assert endpoint.calls[-1].body["max_completion_tokens"] == prompt.max_tokens


def test_all_lessons_together(prompt: Prompt) -> None:
    everything = refusing(
        ('"max_tokens"', "max_tokens: unknown field"),
        ('"json_schema"', "json_schema is not available"),
        ('"temperature"', "temperature must be 1"),
        ('"seed"', "unknown field seed"),
        ('"json_object"', "json mode is not available"),
        ('"system"', "system messages are not supported"),
    )
    replies, endpoint = ask(everything, prompt, times=2)
    assert len(replies) == 2
    assert len(endpoint.calls) == 6 + 2
    assert set(endpoint.calls[-1].body) == {"model", "messages"}


def test_a_refused_parameter_of_the_user_is_said_not_dropped(prompt: Prompt) -> None:
    failed, endpoint = failure(
        refusing(('"temperature"', "temperature must be 1")), prompt, param={"temperature": "0.3"}
    )
    assert isinstance(failed, ModelError)
    assert "--param temperature" in failed.todo
    assert len(endpoint.calls) == 1


def test_an_unexplained_refusal_of_one_prompt_teaches_nothing(prompt: Prompt) -> None:
    """A prompt that is refused whatever its form fails alone, and the next is again asked in the fullest form."""

    def behave(request: Request) -> Act:
        return error(400, "policy violation") if len(endpoint.calls) <= 3 else well(request)

    with Loopback(behave) as endpoint:
        model = chat_model("m", Settings(base_url=endpoint.url))

        async def two() -> None:
            with pytest.raises(CallFailed, match="policy violation"):
                await model.complete(prompt)
            await model.complete(prompt)
            await model.close()

        asyncio.run(two())
    assert [c.body.get("response_format", {}).get("type") for c in endpoint.calls] == [
        *("json_schema", "json_object", None),
        "json_schema",
    ]


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


def test_thoughts_that_take_the_room_get_more_of_it_once(prompt: Prompt) -> None:
    def thinks(request: Request) -> Act:
        if request.body["max_tokens"] > prompt.max_tokens:
            return well(request)
        usage = {"completion_tokens": 9, "completion_tokens_details": {"reasoning_tokens": 9}}
        choice = {"message": {"content": ""}, "finish_reason": "length"}
        return Act(json.dumps({"choices": [choice], "usage": usage}).encode())

    replies, endpoint = ask(thinks, prompt, times=2)
    assert len(endpoint.calls) == 3
    assert all(json.loads(reply.text) for reply in replies)


def test_a_cut_off_answer_is_marked(prompt: Prompt) -> None:
    (reply,), _ = ask(lambda r: completion('{"name": "Ma', r, finish_reason="length"), prompt)
    assert reply.truncated


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


def test_a_proxy_is_used(prompt: Prompt) -> None:
    with Loopback(well) as proxy:
        address = proxy.url.removesuffix("/v1")
        model = chat_model("m", Settings(base_url="http://no-such-host.example/v1", proxy=address))

        async def call() -> Reply:
            return await model.complete(prompt)

        assert asyncio.run(call()).text
        assert proxy.calls[0].path == "http://no-such-host.example/v1/chat/completions"


@pytest.mark.parametrize("settings", [{"base_url": "no address"}, {"proxy": "localhost:80"}, {"base_url": "http://:x"}])
def test_an_address_that_is_none_is_said_before_anything_is_asked(settings: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match="http://HOST"):
        chat_model("m", Settings.model_validate(settings))


def test_a_key_with_a_line_end_is_said_without_showing_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", f"{KEY}\n")
    with pytest.raises(ModelError) as caught:
        chat_model("m", Settings())
    assert KEY not in str(caught.value)


def test_without_key_and_address_the_way_out_is_said(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    model = chat_model("gpt-4o", Settings())

    async def call() -> None:
        await model.complete(prompt)

    with pytest.raises(ModelError, match="needs a key") as caught:
        asyncio.run(call())
    assert "OPENAI_API_KEY" in caught.value.todo


def test_a_password_in_an_address_is_not_shown(prompt: Prompt) -> None:
    with Loopback(lambda r: error(400, "no")) as endpoint:
        url = endpoint.url.replace("http://", "http://me:hidden-word@")
        model = chat_model("m", Settings(base_url=url))

        async def call() -> None:
            await model.complete(prompt)

        with pytest.raises(CallFailed) as caught:
            asyncio.run(call())
    assert "hidden-word" not in str(caught.value)


def test_parameters_and_seed_are_part_of_the_identity() -> None:
    plain = chat_model("m", Settings()).identity
    assert plain == chat_model("m", Settings(timeout=5, concurrency=3)).identity
    assert plain != chat_model("m", Settings(param={"temperature": "1"})).identity
    assert plain != chat_model("m", Settings(seed=1)).identity
    assert KEY not in plain


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
