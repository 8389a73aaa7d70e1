"""What a run has used, and the budget that stops it before the call that could cross it."""

import asyncio
from dataclasses import dataclass, field

from survey.models.base import Reply
from survey.prices import Prices


@dataclass(slots=True)
class Used:
    """Tokens of one model: in, those of them that the endpoint had cached, out."""

    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0

    def add(self, reply: Reply) -> None:
        """Add what one reply took."""
        self.tokens_in += reply.tokens_in
        self.tokens_cached += reply.tokens_cached
        self.tokens_out += reply.tokens_out


@dataclass(slots=True)
class Ledger:
    """What a run has used so far; ``by_model`` is by a model's name and the share of its price that was paid."""

    calls: int = 0
    cached: int = 0
    retried: int = 0
    rejected_answers: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    by_model: dict[tuple[str, float], Used] = field(default_factory=dict)

    def note(self, model: str, reply: Reply) -> None:
        """Add one call and the tokens it took."""
        self.calls += 1
        self.retried += reply.retried
        self.tokens_in += reply.tokens_in
        self.tokens_out += reply.tokens_out
        self.tokens_cached += reply.tokens_cached
        self.by_model.setdefault((model, reply.price_share), Used()).add(reply)

    def embedded(self, model: str, calls: int, retried: int, tokens: int) -> None:
        """Add what an embeddings endpoint was asked."""
        self.calls += calls
        self.retried += retried
        self.tokens_in += tokens
        self.by_model.setdefault((model, 1.0), Used()).tokens_in += tokens

    def cost(self, prices: Prices) -> float | None:
        """US dollars so far; None as soon as one model's price is unknown."""
        total = 0.0
        for (model, share), used in self.by_model.items():
            cost = prices.cost(model, used.tokens_in, used.tokens_cached, used.tokens_out)
            if cost is None:
                return None
            total += cost * share
        return total


class Budget:
    """At most ``tokens`` and ``usd`` for a run: a call begins only if the most that it can take still fits.

    What calls under way could still take is held back for them; a call that doesn't fit waits for these, and when
    there are none, the budget is ``spent`` and nothing more begins.
    """

    def __init__(self, tokens: int | None = None, usd: float | None = None, prices: Prices | None = None) -> None:
        self._tokens, self._usd, self._prices = tokens, usd, prices or Prices()
        self._used = self._held = (0, 0.0)
        self._under_way = 0
        self._settled = asyncio.Condition()
        self.spent = False

    @property
    def limited(self) -> bool:
        """Whether there is a budget at all."""
        return self._tokens is not None or self._usd is not None

    def take(self, model: str, tokens_in: int) -> None:
        """Tokens that were used before the first call began."""
        self._used = _sum(self._used, self._worth(model, tokens_in, 0, 0))

    async def begin(self, model: str, tokens_in: int, tokens_out: int) -> bool:
        """Whether a call that takes at most so many tokens may begin; :meth:`end` must follow when it may."""
        most = self._worth(model, tokens_in, 0, tokens_out)
        async with self._settled:
            while not self.spent and not self._fits(most):
                if not self._under_way:
                    self.spent = True
                    self._settled.notify_all()
                else:
                    await self._settled.wait()
            if self.spent:
                return False
            self._held = _sum(self._held, most)
            self._under_way += 1
            return True

    async def end(self, model: str, tokens_in: int, tokens_out: int, reply: Reply | None) -> None:
        """A call that began with these tokens has ended with ``reply``, or with none."""
        most = self._worth(model, tokens_in, 0, tokens_out)
        async with self._settled:
            self._held = (self._held[0] - most[0], self._held[1] - most[1])
            self._under_way -= 1
            if reply is not None:
                took = self._worth(model, reply.tokens_in, reply.tokens_cached, reply.tokens_out)
                self._used = _sum(self._used, took)
            self._settled.notify_all()

    def _worth(self, model: str, tokens_in: int, cached: int, tokens_out: int) -> tuple[int, float]:
        return tokens_in + tokens_out, self._prices.cost(model, tokens_in, cached, tokens_out) or 0.0

    def _fits(self, more: tuple[int, float]) -> bool:
        tokens, usd = _sum(_sum(self._used, self._held), more)
        enough = self._tokens is None or tokens <= self._tokens
        return enough and (self._usd is None or usd <= self._usd + 1e-9)


def _sum(one: tuple[int, float], other: tuple[int, float]) -> tuple[int, float]:
    return one[0] + other[0], one[1] + other[1]
