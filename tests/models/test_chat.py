"""The chat model against a loopback endpoint: what it asks for, what it learns, what it tries again, what it says."""

import asyncio
import json

import pytest
from chatting import KEY, ask, failure, refusing
from chatting import pauses as pauses
from chatting import prompt as prompt
from clocks import noted_limiters
from misbehaving import Act, Loopback, Request, completion, error, well

from survey.errors import CallFailed, ModelError, SettingsError
from survey.models.base import Prompt, Reply
from survey.models.chat import chat_model, connected
from survey.models.failures import Endpoint
from survey.settings import Settings


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


def test_a_proxy_is_used(prompt: Prompt) -> None:
    with Loopback(well) as proxy:
        address = proxy.url.removesuffix("/v1")
        model = chat_model("m", Settings(base_url="http://no-such-host.example/v1", proxy=address))

        async def call() -> Reply:
            return await model.complete(prompt)

        assert asyncio.run(call()).text
        assert proxy.calls[0].path == "http://no-such-host.example/v1/chat/completions"


@pytest.mark.parametrize(
    "settings",
    [
        *({"base_url": "no address"}, {"proxy": "localhost:80"}, {"base_url": "http://:x"}),
        *({"base_url": "http://host:99999"}, {"base_url": "http://[::1"}, {"proxy": "ftp://host"}),
    ],
)
def test_an_address_that_is_none_is_said_before_anything_is_asked(settings: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match="http://HOST"):
        chat_model("m", Settings.model_validate(settings))


def test_without_key_and_address_the_way_out_is_said(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    model = chat_model("gpt-4o", Settings())

    async def call() -> None:
        await model.complete(prompt)

    with pytest.raises(ModelError, match="needs a key") as caught:
        asyncio.run(call())
    assert "OPENAI_API_KEY" in caught.value.todo


def test_parameters_and_seed_are_part_of_the_identity() -> None:
    plain = chat_model("m", Settings()).identity
    assert plain == chat_model("m", Settings(timeout=5, concurrency=3)).identity
    assert plain != chat_model("m", Settings(param={"temperature": "1"})).identity
    assert plain != chat_model("m", Settings(seed=1)).identity
    assert KEY not in plain


def test_a_cut_off_answer_is_not_paid_for_twice_unless_thoughts_took_its_room(prompt: Prompt) -> None:
    _, endpoint = ask(lambda r: completion('{"name": "Ma', r, finish_reason="length"), prompt)
    assert len(endpoint.calls) == 1


def said(**body: object) -> Act:
    """A response with this body."""
    return Act(json.dumps({"choices": [{"message": {"content": "{}"}}], **body}).encode())


@pytest.mark.parametrize(
    ("usage", "cached"),
    [
        ({"prompt_tokens": 100, "prompt_cache_hit_tokens": 60}, 60),
        ({"prompt_tokens": 100, "prompt_tokens_details": {"cached_tokens": 500}}, 100),
        ({"prompt_tokens": 100, "prompt_tokens_details": None}, 0),
        ({"prompt_tokens": 10**12, "prompt_tokens_details": {"cached_tokens": -3}}, 0),
    ],
)
def test_cached_tokens_are_read_in_each_spelling_and_are_never_more_than_were_sent(
    prompt: Prompt, usage: dict[str, object], cached: int
) -> None:
    (reply,), _ = ask(lambda r: said(usage=usage), prompt)
    assert reply.tokens_cached == cached
    assert reply.tokens_cached <= reply.tokens_in or reply.tokens_in == 0


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (
            [{"type": "text", "text": '{"na'}, {"type": "image"}, "odd", {"type": "text", "text": 'me": 1}'}],
            '{"name": 1}',
        ),
        (None, ""),
        ({"text": "x"}, ""),
    ],
)
def test_the_text_is_read_from_parts_too(prompt: Prompt, content: object, text: str) -> None:
    (reply,), _ = ask(lambda r: said(choices=[{"message": {"content": content}}]), prompt)
    assert reply.text == text


@pytest.mark.parametrize(("tpm", "begun"), [(1500, [0, 60]), (100_000, [0, 0])])
def test_the_room_for_an_answer_counts_as_used_by_the_minute(
    prompt: Prompt, tpm: int, begun: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As endpoints count it: two prompts would fit into 1500 tokens, two answers of full length wouldn't."""
    made = noted_limiters(monkeypatch)
    assert prompt.max_tokens * 2 > 1500
    ask(well, prompt, times=2, tpm=tpm)
    (limiter,) = made
    assert [when for when, _ in limiter.let_in] == begun


@pytest.mark.parametrize(
    ("key", "url", "keyless"),
    [(KEY, None, False), (KEY, "http://h/v1", False), ("", "http://h/v1", False), ("", None, True)],
)
def test_only_the_default_endpoint_needs_a_key(
    key: str, url: str | None, keyless: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", key)
    assert connected(Endpoint("m", ""), Settings(base_url=url)).keyless is keyless
