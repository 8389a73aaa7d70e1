"""What a run has used and may use: the account of calls, and the budget that stops before it is crossed."""

import asyncio

import pytest
from telling import turns

from survey.ledger import Budget, Ledger
from survey.models.base import Reply
from survey.prices import Prices

PRICES = Prices({"m": (2.0, 1.0, 10.0), "other": (1.0, 1.0, 1.0)})
"""US dollars per million tokens: in, in and cached, out."""


def reply(tokens_in: int, tokens_out: int, cached: int = 0, share: float = 1.0, retried: int = 0) -> Reply:
    return Reply("{}", tokens_in, tokens_out, cached, retried=retried, price_share=share)


# --- the account ---


def test_an_account_adds_up_what_every_call_took() -> None:
    ledger = Ledger()
    ledger.note("m", reply(100, 10, cached=40, retried=2))
    ledger.note("other", reply(50, 5))
    ledger.embedded("vectors", calls=3, retried=1, tokens=700)
    assert (ledger.calls, ledger.retried, ledger.tokens_in, ledger.tokens_out, ledger.tokens_cached) == (
        *(5, 3, 850),
        *(15, 40),
    )


def test_what_was_cached_or_went_through_a_batch_costs_its_share() -> None:
    million = 1_000_000
    ledger = Ledger()
    ledger.note("m", reply(million, 0, cached=million // 2))
    assert ledger.cost(PRICES) == pytest.approx(0.5 * 2.0 + 0.5 * 1.0)
    ledger.note("m", reply(million, million, share=0.5))
    ledger.note("m", reply(0, million))
    assert ledger.cost(PRICES) == pytest.approx(1.5 + 0.5 * (2.0 + 10.0) + 10.0)


def test_one_model_without_a_price_leaves_the_whole_without_one() -> None:
    ledger = Ledger()
    ledger.note("m", reply(10, 10))
    assert ledger.cost(PRICES) is not None
    ledger.note("nobody-knows", reply(10, 10))
    assert ledger.cost(PRICES) is None
    vectors = Ledger()
    vectors.embedded("m", 1, 0, 1_000_000)
    assert vectors.cost(PRICES) == pytest.approx(2.0)


# --- the budget ---


def began(budget: Budget, *calls: tuple[int, int]) -> list[bool]:
    """Whether each of these calls, none of which ends, may begin."""

    async def run() -> list[bool]:
        return [await asyncio.wait_for(budget.begin("m", *call), 60) for call in calls]

    return asyncio.run(run())


def test_without_a_limit_nothing_is_limited() -> None:
    assert not Budget().limited
    assert Budget(0).limited
    assert Budget(usd=0.0).limited


def test_a_call_begins_only_if_the_most_that_it_can_take_fits() -> None:
    assert began(Budget(100), (60, 40)) == [True], "to the last token"
    assert began(Budget(100), (60, 41)) == [False]
    assert began(Budget(usd=0.0003, prices=PRICES), (100, 10)) == [True], "to the last cent"
    assert began(Budget(usd=0.0003, prices=PRICES), (100, 11)) == [False]


def test_once_spent_nothing_more_begins_however_small() -> None:
    budget = Budget(100)
    assert began(budget, (200, 0), (1, 0)) == [False, False]
    assert budget.spent


def test_what_was_used_before_the_first_call_counts() -> None:
    budget = Budget(100)
    budget.take("m", 50)
    assert began(budget, (60, 0)) == [False]


def test_a_call_waits_for_those_under_way_and_begins_if_they_leave_room() -> None:
    async def run() -> tuple[bool, bool]:
        budget = Budget(100)
        assert await budget.begin("m", 20, 60)
        second = asyncio.create_task(budget.begin("m", 20, 30))
        await turns(20)
        waited = not second.done()
        await budget.end("m", 20, 60, reply(20, 5))
        return waited, await asyncio.wait_for(second, 60)

    assert asyncio.run(run()) == (True, True)


def test_a_call_that_failed_gives_back_what_was_held_for_it() -> None:
    async def run() -> list[bool]:
        budget = Budget(100)
        found = []
        for _ in range(3):
            found.append(await budget.begin("m", 20, 70))
            await budget.end("m", 20, 70, None)
        return found

    assert asyncio.run(run()) == [True, True, True]


def test_all_that_wait_are_turned_away_when_those_under_way_leave_no_room() -> None:
    async def run() -> list[bool]:
        budget = Budget(100)
        assert await budget.begin("m", 20, 60)
        waiting = [asyncio.create_task(budget.begin("m", 20, 30)) for _ in range(3)]
        await turns(20)
        await budget.end("m", 20, 60, reply(20, 60))
        return await asyncio.wait_for(asyncio.gather(*waiting), 60)

    assert asyncio.run(run()) == [False, False, False]


@pytest.mark.parametrize("at_once", [1, 3, 8])
def test_whatever_the_calls_take_the_budget_is_never_crossed(at_once: int) -> None:
    async def run() -> int:
        budget, used = Budget(1000), 0

        async def call(n: int) -> None:
            nonlocal used
            async with slots:
                if await budget.begin("m", 30 + n % 7, 50):
                    await asyncio.sleep(0)
                    took = reply(30 + n % 7, n % 50)
                    used += took.tokens_in + took.tokens_out
                    await budget.end("m", 30 + n % 7, 50, took)

        slots = asyncio.Semaphore(at_once)
        await asyncio.wait_for(asyncio.gather(*(call(n) for n in range(60))), 60)
        assert budget.spent
        return used

    assert 1000 - 90 < asyncio.run(run()) <= 1000
