"""Any OpenAI-compatible chat endpoint, through the openai library."""

from openai import AsyncOpenAI, OpenAIError

from survey.errors import CallFailed, ModelError
from survey.models.base import Model, Prompt, Reply
from survey.settings import Settings, endpoint_key, endpoint_url


class ChatModel:
    """A chat model by its name."""

    pack = 8

    def __init__(self, name: str, client: AsyncOpenAI, parameters: dict[str, str]) -> None:
        self.name = name
        self._client = client
        self._parameters = parameters

    @property
    def identity(self) -> str:
        """The name and the parameters."""
        return f"{self.name}?{sorted(self._parameters.items())}"

    async def complete(self, prompt: Prompt) -> Reply:
        """One call."""
        try:
            answer = await self._client.chat.completions.create(
                model=self.name,
                messages=[{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.user}],
            )
        except OpenAIError as error:
            raise CallFailed(str(error)) from None
        used = answer.usage
        text = answer.choices[0].message.content or ""
        return Reply(text, used.prompt_tokens if used else 0, used.completion_tokens if used else 0)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()


def chat_model(name: str, settings: Settings) -> Model:
    """The chat model ``name`` at the endpoint of ``settings``. Raises ModelError when there is no key for it."""
    url, key = endpoint_url(settings), endpoint_key()
    if key is None and url is None:
        raise ModelError(
            f"The model {name!r} needs a key.",
            "Set OPENAI_API_KEY, or OPENAI_BASE_URL for an endpoint that needs none; or leave --model away.",
        )
    client = AsyncOpenAI(api_key=key or "none", base_url=url, max_retries=0, timeout=settings.timeout)
    return ChatModel(name, client, settings.param)
