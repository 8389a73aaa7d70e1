"""Any OpenAI-compatible chat endpoint, through the openai library."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from openai import AsyncOpenAI, DefaultAsyncHttpxClient, OpenAIError

from survey import tokens
from survey.errors import ModelError, SettingsError
from survey.models import retrying
from survey.models.abilities import JSON, SCHEMA, Abilities
from survey.models.base import Model, Prompt, Reply
from survey.models.circuit import Circuit
from survey.models.completion import reply_in
from survey.models.failures import Endpoint, Passing, Refused, understood
from survey.models.grammar import Schema, whole
from survey.models.limits import Limiter
from survey.settings import Settings, endpoint_key, endpoint_url

_MORE_ROOM = 4
_SHORTEST_SECRET = 10
_DEFAULT_ADDRESS = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True)
class Manner:
    """How an endpoint is asked: seconds for a call, the limits, how patiently, and what is sent with every request."""

    timeout: float = 120.0
    limiter: Limiter = field(default_factory=Limiter)
    patience: retrying.Patience = field(default_factory=lambda: retrying.PATIENCE)
    parameters: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 0


class ChatModel:
    """A chat model at one endpoint. What the endpoint can't do is learned from its errors, once for the run."""

    pack = 12
    pack_tokens: int | None = 4000
    fold = 40

    def __init__(
        self,
        client: AsyncOpenAI,
        endpoint: Endpoint,
        manner: Manner,
        *,
        keyless: bool = False,
        schema: Schema = whole,
    ) -> None:
        self.name = endpoint.model
        self._client, self._endpoint, self._manner, self._schema = client, endpoint, manner, schema
        self._abilities = Abilities()
        self._circuit = Circuit()
        self._room = 1
        self._keyless = keyless

    @property
    def identity(self) -> str:
        """The name, and the parameters that shape an answer."""
        shaping = {"seed": self._manner.seed, **self._manner.parameters}
        return f"{self.name}?{json.dumps(shaping, sort_keys=True)}"

    async def complete(self, prompt: Prompt) -> Reply:
        """The endpoint's answer, after as many tries as are worth while."""
        if self._keyless:
            todo = "Set OPENAI_API_KEY, or OPENAI_BASE_URL for an endpoint that needs none; or leave --model away."
            raise ModelError(f"The model {self.name!r} needs a key.", todo)
        try:
            reply, retried = await retrying.persistently(lambda: self._once(prompt), self._manner.patience)
        except Passing as error:
            raise self._circuit.failed(error) from None
        self._circuit.worked()
        return replace(reply, retried=retried)

    async def _once(self, prompt: Prompt) -> Reply:
        """One try: the request in the fullest form that the endpoint takes."""
        abilities = self._abilities
        while True:
            try:
                reply = await self._send(self.request(prompt, abilities))
            except Refused as refusal:
                abilities = self._lesson(abilities, refusal)
                continue
            self._abilities = self._abilities.meet(abilities)
            if not (reply.truncated and reply.tokens_thought and self._room == 1):
                return reply
            self._room = _MORE_ROOM  # it thinks, and its thoughts took the room of the answer

    def _lesson(self, tried: Abilities, refusal: Refused) -> Abilities:
        """What to try next. Raises when nothing is left, or when it is the user's own parameter that is refused."""
        own = next((name for name in self._manner.parameters if name.casefold() in refusal.about), None)
        if own is not None:
            raise ModelError(refusal.what, f"Leave --param {own}=... away, or give it another value.")
        named = tried.after(refusal.about)
        if named is not None:
            self._abilities = self._abilities.meet(named)
            return self._abilities.meet(named)
        # It doesn't say what it minds; most often that is the form. Remembered only if that helps.
        humbler = tried.humbler()
        if humbler is None:
            raise refusal
        return humbler

    def present_request(self, prompt: Prompt) -> dict[str, Any]:
        """The request in the form that the endpoint is known to take."""
        return self.request(prompt, self._abilities)

    def request(self, prompt: Prompt, abilities: Abilities) -> dict[str, Any]:
        """The request's parameters: ours as far as the endpoint takes them, then the user's own."""
        request: dict[str, Any] = {"model": self.name, "messages": _messages(prompt, abilities)}
        if abilities.form == SCHEMA:
            request["response_format"] = _schema_format(prompt.question, self._schema(prompt))
        elif abilities.form == JSON:
            request["response_format"] = {"type": "json_object"}
        if abilities.temperature:
            request["temperature"] = 0
        if abilities.seed:
            request["seed"] = self._manner.seed
        if abilities.cap:
            request[abilities.cap] = prompt.max_tokens * self._room
        return request | dict(self._manner.parameters)

    async def _send(self, request: Mapping[str, Any]) -> Reply:
        manner = self._manner
        await manner.limiter.admit(_tokens(request) if manner.limiter.counts_tokens else 0)
        try:
            async with asyncio.timeout(manner.timeout):  # the client's own starts anew with every byte
                # As text: what comes back is read by code that trusts nothing in it.
                body = await self._client.post("/chat/completions", cast_to=str, body=dict(request))
        except (OpenAIError, TimeoutError) as error:
            raise understood(error, self._endpoint, manner.timeout) from None
        return reply_in(body, self._endpoint)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()


def _messages(prompt: Prompt, abilities: Abilities) -> list[dict[str, str]]:
    """System and user message; one user message where the endpoint knows no system role."""
    if not abilities.system:
        return [{"role": "user", "content": f"{prompt.system}\n\n{prompt.user}"}]
    return [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.user}]


def _schema_format(question: str, schema: dict[str, Any]) -> dict[str, Any]:
    # Not "strict": that would have every absent field written out as null, and absent fields shall cost nothing.
    # Endpoints that compile the schema to a grammar (vLLM, llama.cpp, Ollama) hold to it all the same.
    return {"type": "json_schema", "json_schema": {"name": question, "schema": schema, "strict": False}}


def _tokens(request: Mapping[str, Any]) -> int:
    """What a request takes of the tokens per minute: endpoints count the room for the answer as used."""
    room = request.get("max_tokens") or request.get("max_completion_tokens") or 0
    return sum(tokens.count(message["content"]) for message in request["messages"]) + int(room)


def chat_model(name: str, settings: Settings) -> Model:
    """The chat model ``name`` at the endpoint of ``settings``; raises as :func:`connected` does."""
    line = connected(Endpoint(name, ""), settings)
    chat = ChatModel(line.client, line.endpoint, manner_of(settings), keyless=line.keyless)
    if not settings.batch:
        return chat
    from survey.models.batch import BatchModel

    return BatchModel(chat, line.client, line.endpoint, settings.cache / "batches", at_once=settings.concurrency)


@dataclass(frozen=True, slots=True)
class Connection:
    """A way to an endpoint; ``keyless``: it would take a key, and there is none."""

    client: AsyncOpenAI
    endpoint: Endpoint
    keyless: bool


def connected(endpoint: Endpoint, settings: Settings) -> Connection:
    """``endpoint`` with the address and the secrets of ``settings``; nothing is sent yet.

    Raises ModelError when the key is none, SettingsError when an address is none. A key that is missing is missed by
    the first call only: plans, and answers from the cache, need none.
    """
    url, key = endpoint_url(settings), endpoint_key()
    if key is not None and not (key.isascii() and key.isprintable() and " " not in key):
        raise ModelError("OPENAI_API_KEY holds characters that no key has.", "Copy the key again, without line ends.")
    for place, address in (("base URL", url), ("proxy", settings.proxy)):
        _check_address(place, address)
    client = AsyncOpenAI(
        api_key=key or "none",
        base_url=url or _DEFAULT_ADDRESS,
        max_retries=0,
        timeout=settings.timeout,
        http_client=DefaultAsyncHttpxClient(proxy=settings.proxy, timeout=settings.timeout),
    )
    address, secrets = _shown(url or _DEFAULT_ADDRESS), _secrets(key, url, settings.proxy)
    known = replace(endpoint, address=address, secrets=secrets)
    return Connection(client, known, keyless=key is None and url is None)


def manner_of(settings: Settings) -> Manner:
    """How ``settings`` want an endpoint to be asked."""
    parameters = {name: _value(text) for name, text in settings.param.items()}
    return Manner(settings.timeout, Limiter(settings.rpm, settings.tpm), retrying.PATIENCE, parameters, settings.seed)


def _value(text: str) -> object:
    """A parameter's value: JSON where it is JSON ("0.7", "true"), else the text itself."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _check_address(place: str, address: str | None) -> None:
    try:
        parts = urlsplit(address or "http://none")
        sound = parts.scheme in ("http", "https", "socks5", "socks5h") and parts.hostname and (parts.port or 1)
    except ValueError:
        sound = False
    if not sound:
        what = f"The {place} is no address of the form http://HOST or https://HOST."
        raise SettingsError(what, "Set it with --base-url and --proxy, or OPENAI_BASE_URL.")


def _shown(address: str) -> str:
    """The address as errors name it: no user, no password, no query."""
    parts = urlsplit(address)
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{parts.hostname}{port}{parts.path}"


def _secrets(key: str | None, *addresses: str | None) -> tuple[str, ...]:
    """All that no error and no answer may show: the key, and passwords within addresses.

    A short one ("none", "ollama") is no secret but a word, which answers may well hold.
    """
    passwords = [urlsplit(address).password for address in addresses if address]
    return tuple(secret for secret in (key, *passwords) if secret and len(secret) >= _SHORTEST_SECRET)
