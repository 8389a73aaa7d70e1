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
    """What came back: the text as it came, what it cost in tokens, and whether it was cut off at the token limit.

    ``tokens_cached`` are those of ``tokens_in`` that the endpoint had cached, ``tokens_thought`` those of
    ``tokens_out`` that aren't in the text; ``retried`` counts the tries before; ``price_share`` is what is paid
    of the model's price (half in a batch).
    """

    text: str
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    truncated: bool = False
    retried: int = 0
    tokens_thought: int = 0
    price_share: float = 1.0


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

    @property
    def pack_tokens(self) -> int | None:
        """How many tokens the papers of one record prompt may have together; None: they needn't be counted."""
        ...

    @property
    def fold(self) -> int:
        """How many papers one synthesis prompt may hold; a larger topic is written about in parts."""
        ...

    async def complete(self, prompt: Prompt) -> Reply:
        """Answer one prompt.

        Raises CallFailed when this prompt can't be answered, ModelError when none can.
        """
        ...

    async def close(self) -> None:
        """Let go of connections and processes."""
        ...
