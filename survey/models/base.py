"""The model seam, one method wide: a Prompt goes in, a Reply comes out."""

from dataclasses import dataclass
from typing import Protocol

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question, ready to be asked.

    ``system`` is the constant part (it comes first, so that endpoints can cache it), ``user`` the part that changes.
    ``values`` are the typed values that the text was made from: the extractive model reads these and never the text.
    ``schema`` is the answer's class.
    """

    question: str
    values: object
    system: str
    user: str
    schema: type[BaseModel]
    max_tokens: int = 4096


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the text as it came, what it cost in tokens, and whether it was cut off at the token limit."""

    text: str
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    truncated: bool = False
    retried: int = 0


class Model(Protocol):
    """Anything that can answer a prompt.

    ``identity`` enters the cache key.
    """

    @property
    def name(self) -> str:
        """The name that the user gave."""
        ...

    @property
    def identity(self) -> str:
        """The name and every parameter that shapes an answer."""
        ...

    @property
    def pack(self) -> int:
        """How many papers one record prompt may hold."""
        ...

    async def complete(self, prompt: Prompt) -> Reply:
        """Answer one prompt.

        Raises CallFailed when this prompt can't be answered, ModelError when none can.
        """
        ...

    async def close(self) -> None:
        """Let go of connections and processes."""
        ...
