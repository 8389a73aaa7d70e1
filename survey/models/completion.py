"""A chat completion as it comes over the wire: read leniently, since endpoints differ, and trusted in nothing."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from survey.errors import CallFailed
from survey.models.base import Reply
from survey.models.failures import Endpoint, Passing


def _count(value: object) -> int:
    """A count of tokens; 0 for what is none."""
    return value if isinstance(value, int) and 0 < value < 10**9 else 0


def _text(value: object) -> str:
    """A message's content: text, or a list of parts of which some have text."""
    if isinstance(value, list):
        texts = [part.get("text") for part in value if isinstance(part, dict)]
        return "".join(text for text in texts if isinstance(text, str))
    return value if isinstance(value, str) else ""


Count = Annotated[int, BeforeValidator(_count)]
Text = Annotated[str, BeforeValidator(_text)]


class _Wire(BaseModel):
    model_config = ConfigDict(extra="ignore")


class _Message(_Wire):
    content: Text = ""
    refusal: Text = ""


class _Choice(_Wire):
    message: _Message
    finish_reason: Text = ""


class _InputDetails(_Wire):
    cached_tokens: Count = 0


class _OutputDetails(_Wire):
    reasoning_tokens: Count = 0


class _Usage(_Wire):
    prompt_tokens: Count = 0
    completion_tokens: Count = 0
    prompt_tokens_details: _InputDetails | None = None
    completion_tokens_details: _OutputDetails | None = None
    prompt_cache_hit_tokens: Count = 0


class _Completion(_Wire):
    choices: list[_Choice] | None = None
    usage: _Usage | None = None
    error: Any = None


def reply_in(body: str, endpoint: Endpoint) -> Reply:
    """The reply in the body of a successful response.

    Raises Passing when the body is no chat completion or holds no choice, CallFailed when the model refuses.
    """
    try:
        found = _Completion.model_validate_json(body)
    except ValidationError:
        start = endpoint.said(body[:80])
        raise Passing(
            f"{endpoint.address} sent what is no chat completion: “{start}”",
            "Check --base-url (OPENAI_BASE_URL); it usually ends in /v1.",
        ) from None
    if not found.choices:
        why = f": {endpoint.said(str(found.error))}" if found.error else ""
        raise Passing(f"{endpoint.address} sent an answer without a choice{why}.")
    choice = found.choices[0]
    if choice.message.refusal or choice.finish_reason == "content_filter":
        why = endpoint.said(choice.message.refusal) or "its content filter stopped the answer"
        raise CallFailed(f"{endpoint.model} refused to answer: {why}")
    return _reply(choice, found.usage or _Usage(), endpoint)


def _reply(choice: _Choice, usage: _Usage, endpoint: Endpoint) -> Reply:
    cached = usage.prompt_tokens_details.cached_tokens if usage.prompt_tokens_details else usage.prompt_cache_hit_tokens
    thought = usage.completion_tokens_details.reasoning_tokens if usage.completion_tokens_details else 0
    return Reply(
        endpoint.clean(choice.message.content),
        usage.prompt_tokens,
        usage.completion_tokens,
        min(cached, usage.prompt_tokens),
        choice.finish_reason == "length",
        tokens_thought=thought,
    )
