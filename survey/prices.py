"""What tokens cost: a dated list that users can override in survey.toml; a model without a price has none."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

Price = tuple[float, float, float]
"""US dollars per million tokens: input, cached input, output."""

BATCH_SHARE = 0.5
"""What a call through the Batch API costs of its price."""

_FREE = re.compile(r"extractive$|gguf:|replay:")
_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$")


@cache
def _listed() -> tuple[str, dict[str, Price]]:
    listed = json.loads((Path(__file__).parent / "data" / "prices.json").read_text(encoding="utf-8"))
    return listed["date"], {name: (price[0], price[1], price[2]) for name, price in listed["models"].items()}


def list_date() -> str:
    """The day of the shipped list, as 2025-08-07."""
    return _listed()[0]


def is_free(model: str) -> bool:
    """Whether ``model`` runs on this machine, so that nobody sends a bill."""
    return _FREE.match(model) is not None


@dataclass(frozen=True, slots=True)
class Prices:
    """The shipped list with the user's ``own`` prices over it; ``share`` is what is paid of them (half in a batch)."""

    own: Mapping[str, Price] = field(default_factory=dict)
    share: float = 1.0

    def of(self, model: str) -> Price | None:
        """The price of ``model``; a dated name ("gpt-4o-2024-08-06") has its family's price; None when unknown."""
        if is_free(model):
            return (0.0, 0.0, 0.0)
        known = {**_listed()[1], **self.own}
        return known.get(model) or known.get(_DATED.sub("", model))

    def cost(self, model: str, tokens_in: int, cached: int, tokens_out: int) -> float | None:
        """US dollars for a model's tokens; ``cached`` are those of ``tokens_in`` that the endpoint had cached."""
        price = self.of(model)
        if price is None:
            return None
        full = (tokens_in - cached) * price[0] + cached * price[1] + tokens_out * price[2]
        return self.share * full / 1_000_000
