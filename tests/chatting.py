"""A chat model asked at a loopback endpoint: its replies, or how it fails."""

import asyncio
import json

import pytest
from clocks import Clock, retrying_on
from misbehaving import Act, Behaviour, Loopback, Request, error, well

from survey.errors import CallFailed, ModelError
from survey.models import retrying
from survey.models.base import Prompt, Reply
from survey.models.chat import ChatModel, chat_model
from survey.models.retrying import Patience
from survey.prompts import load_templates
from survey.questions import TopicNameValues
from survey.settings import Settings

KEY = "sk-planted-9876543210zyxwvutsrqponm"


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The pauses between tries, which take no time."""
    clock = Clock()
    retrying_on(clock, monkeypatch)
    monkeypatch.setattr(retrying, "PATIENCE", Patience(tries=4, seconds=60, pause=0.01))
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    return clock


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


def refusing(*traits: tuple[str, str]) -> Behaviour:
    """An endpoint that refuses every request with one of the traits, by a look at its JSON, with the given words."""

    def behave(request: Request) -> Act:
        shown = json.dumps(request.body)
        said = next((words for trait, words in traits if trait in shown), None)
        return error(400, said, type="invalid_request_error") if said else well(request)

    return behave
