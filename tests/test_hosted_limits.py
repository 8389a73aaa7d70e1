"""The command with a chat model on loopback: limits are kept, budgets end with 3, and what was used is counted."""

import json
from pathlib import Path
from typing import Any

import pytest
from clocks import noted_limiters
from conftest import Command
from hosting import PRICES, facts
from hosting import dump as dump
from hosting import hurried as hurried
from misbehaving import Act, Loopback, Request, well

from survey.document import load


def spent(ran: dict[str, Any], option: str) -> float:
    """What a run used of the budget that ``option`` sets."""
    return float(ran["cost_usd"] if option == "--max-cost" else ran["tokens_in"] + ran["tokens_out"])


# --- limits ---


@pytest.mark.parametrize(("option", "most"), [("--rpm", 3), ("--tpm", 9000)])
def test_the_limits_arrive(
    option: str, most: int, command: Command, dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a clock that only the limiter's own waits move, so that no machine is too slow for it."""
    limiters = noted_limiters(monkeypatch)
    waited: list[bool] = []

    def counting(request: Request) -> Act:
        waited.append(request.number < len(limiters[0].let_in))
        return well(request)

    with Loopback(counting) as endpoint:
        ran = command("build", dump, "-o", "out", "--model", "m", "--base-url", endpoint.url, option, str(most))
    assert ran.code == 0, ran.err
    (limiter,) = limiters
    assert all(waited), "no request is sent before it is let in"
    assert len(limiter.let_in) == len(endpoint.calls)
    taken = [(when, size if option == "--tpm" else 1) for when, size in limiter.let_in]
    if option == "--tpm":
        used = [json.loads(well(r).body)["usage"]["prompt_tokens"] + r.body["max_tokens"] for r in endpoint.calls]
        assert sum(size for _, size in taken) == pytest.approx(sum(used), rel=0.02)
    windows = sum(size for _, size in taken) // most
    assert windows >= 2
    assert taken[-1][0] >= 60 * (windows - 1), "what would have been too much was held back"
    for start, _ in taken:
        assert sum(size for when, size in taken if start <= when < start + 60) <= most


# --- budgets ---


@pytest.mark.parametrize("option", ["--max-total-tokens", "--max-cost"])
def test_a_budget_ends_with_3_a_partial_survey_and_a_way_on(option: str, command: Command, dump: Path) -> None:
    Path("survey.toml").write_text(PRICES)
    with Loopback(well) as endpoint:
        asked = ("build", dump, "--model", "m", "--base-url", endpoint.url, "--json", "--concurrency", "3")
        whole = facts(command(*asked, "-o", "whole", "--cache", "other"))
        most = 0.6 * spent(whole, option)
        before = len(endpoint.calls)
        ran = command(*asked, "-o", "out", option, str(int(most) if most > 1 else most))
        assert ran.code == 3, ran.err
        assert "raise it, and the same command goes on from there" in ran.err
        part = facts(ran)
        assert 0.2 * most < spent(part, option) <= most
        assert part["calls"] == len(endpoint.calls) - before, "no call was begun and thrown away"
        assert "**This survey is not complete:**" in Path("out/survey.md").read_text(encoding="utf-8")
        assert "This survey is not complete" in Path("out/survey.html").read_text(encoding="utf-8")
        assert command("check", "out").code == 0
        ran = command(*asked, "-o", "out", option, str(1000 * (int(most) + 1)))
    assert ran.code == 0, ran.err
    rest = facts(ran)
    assert part["calls"] + rest["calls"] == whole["calls"], "nothing is asked twice"
    one, other = (load(Path(name)).model_dump(exclude={"run"}) for name in ("out", "whole"))
    assert one == other


@pytest.mark.parametrize("concurrency", ["1", "16"])
def test_a_budget_is_never_crossed_whatever_the_endpoint_reports(
    concurrency: str, command: Command, dump: Path
) -> None:
    """The longest answers that the room allows, many at a time: what was begun had to fit before it began."""

    def wordy(request: Request) -> Act:
        body = json.loads(well(request).body)
        body["usage"]["completion_tokens"] = request.body["max_tokens"]
        return Act(json.dumps(body).encode())

    with Loopback(wordy) as endpoint:
        asked = ("build", dump, "-o", "out", "--model", "m", "--base-url", endpoint.url, "--json")
        ran = command(*asked, "--max-total-tokens", "20000", "--concurrency", concurrency)
    assert ran.code == 3, ran.err
    found = facts(ran)
    assert 10_000 < found["tokens_in"] + found["tokens_out"] <= 20_000


def test_input_that_the_endpoint_had_cached_costs_less(command: Command, dump: Path) -> None:
    def cached(request: Request) -> Act:
        body = json.loads(well(request).body)
        body["usage"]["prompt_tokens_details"] = {"cached_tokens": body["usage"]["prompt_tokens"] // 2}
        return Act(json.dumps(body).encode())

    Path("survey.toml").write_text(PRICES)
    with Loopback(cached) as endpoint:
        asked = ("build", dump, "-o", "out", "--model", "m", "--base-url", endpoint.url, "--json")
        found = facts(command(*asked))
        usage = [json.loads(cached(request).body)["usage"] for request in endpoint.calls]
    held = sum(one["prompt_tokens_details"]["cached_tokens"] for one in usage)
    sent, said = (sum(one[name] for one in usage) for name in ("prompt_tokens", "completion_tokens"))
    assert held > 1000
    assert found["cost_usd"] == pytest.approx(((sent - held) * 2 + held * 0.5 + said * 8) / 1e6, abs=2e-6)


def test_the_plan_of_a_model_without_a_price_shows_tokens_only(command: Command, dump: Path) -> None:
    ran = command("plan", dump, "--model", "nobody-knows")
    assert ran.code == 0
    assert "unknown" in ran.out
    assert "an estimate, a few per cent off, for nobody-knows" in ran.out
    assert "Prices as of" not in ran.out
    known = command("plan", dump, "--model", "gpt-4")
    assert "an estimate" not in known.out
