"""What tokens cost: a dated list that users can override in survey.toml; a model without a price has none."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

Price = tuple[float, float, float]
"""US dollars per million tokens: input, cached input, output."""

FREE = frozenset({"extractive"})
_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$")


@cache
def _shipped() -> dict[str, Price]:
    listed = json.loads((Path(__file__).parent / "data" / "prices.json").read_text(encoding="utf-8"))
    return {name: (price[0], price[1], price[2]) for name, price in listed["models"].items()}


def price_of(model: str, own: Mapping[str, Price] | None = None) -> Price | None:
    """The price of ``model``, the user's own first; a dated name ("gpt-4o-2024-08-06") has its family's price."""
    if model in FREE:
        return (0.0, 0.0, 0.0)
    known = {**_shipped(), **(own or {})}
    return known.get(model) or known.get(_DATED.sub("", model))


def cost(
    model: str, tokens_in: int, cached: int, tokens_out: int, own: Mapping[str, Price] | None = None
) -> float | None:
    """What a model's tokens cost in US dollars; ``cached`` are those of ``tokens_in`` that the endpoint had cached."""
    price = price_of(model, own)
    if price is None:
        return None
    return ((tokens_in - cached) * price[0] + cached * price[1] + tokens_out * price[2]) / 1_000_000
