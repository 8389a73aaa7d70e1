"""The command with a chat model on loopback: options and variables arrive, budgets end with 3, the key stays here."""

import json
import logging
import os
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from clocks import Clock
from conftest import ROOT, Command, Ran
from misbehaving import MISCHIEF, Act, Behaviour, Loopback, Request, error, well

from survey.document import load
from survey.models import chat, limits, retrying
from survey.models.retrying import Patience

KEY = "sk-planted-1111122222333334444455555"
PRICES = "[prices]\nm = [2.0, 0.5, 8.0]\ncheap = [1.0, 0.25, 2.0]\n"


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrying, "PATIENCE", Patience(tries=3, seconds=10, pause=0.005))
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")


@pytest.fixture
def dump(example_dumps: tuple[Path, ...]) -> Path:
    return example_dumps[0]


def question(request: Request) -> str:
    """Which question a request asks."""
    system = request.body["messages"][0]["content"]
    starts = {"You read": "record", "You name": "topic_name", "You write one": "synthesis"}
    return next((name for start, name in starts.items() if system.startswith(start)), "overview")


def facts(ran: Ran) -> dict[str, Any]:
    """What ``--json`` printed."""
    found: dict[str, Any] = json.loads(ran.out)
    return found


def spent(ran: dict[str, Any], option: str) -> float:
    """What a run used of the budget that ``option`` sets."""
    return float(ran["cost_usd"] if option == "--max-cost" else ran["tokens_in"] + ran["tokens_out"])


# --- where the calls go ---


def test_the_address_comes_from_the_environment_and_the_flag_wins(
    command: Command, dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Loopback(well) as one, Loopback(well) as other:
        monkeypatch.setenv("OPENAI_BASE_URL", one.url)
        assert command("build", dump, "-o", "out", "--model", "m").code == 0
        assert one.calls
        assert not other.calls
        before = len(one.calls)
        ran = command("build", dump, "-o", "out", "--model", "m", "--base-url", other.url, "--cache", "b")
        assert ran.code == 0, ran.err
        assert len(one.calls) == before
        assert len(other.calls) == before
    assert other.calls[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("by", ["flag", "environment", "file"])
def test_a_proxy_is_really_used(by: str, command: Command, dump: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The endpoint's name exists nowhere: only a proxy can have been asked."""
    asked = ["build", dump, "-o", "out", "--model", "m", "--base-url", "http://no-such-host.example/v1"]
    with Loopback(well) as proxy:
        address = proxy.url.removesuffix("/v1")
        if by == "flag":
            asked += ["--proxy", address]
        elif by == "environment":
            monkeypatch.setenv("SURVEY_PROXY", address)
        else:
            Path("survey.toml").write_text(f'proxy = "{address}"\n')
        ran = command(*asked)
    assert ran.code == 0, ran.err
    assert {request.path for request in proxy.calls} == {"http://no-such-host.example/v1/chat/completions"}
    assert address not in Path("out/survey.json").read_text(encoding="utf-8"), "nothing of this machine is kept"


def test_the_time_for_a_call_can_be_set(command: Command, dump: Path) -> None:
    with Loopback(MISCHIEF["hanging"]) as endpoint:
        started = time.monotonic()
        ran = command("build", dump, "-o", "out", "--model", "m", "--base-url", endpoint.url, "--timeout", "0.2")
    assert ran.code == 2
    assert time.monotonic() - started < 10
    assert "did not answer within 0.2 s" in ran.err
    assert "--timeout" in ran.err


def test_all_of_it_can_stand_in_the_environment(command: Command, dump: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(request: Request) -> Act:
        return replace(well(request), delay=0.02)

    with Loopback(slow) as endpoint:
        for name, value in {
            "MODEL": "m",
            "MODEL_FOR": "record=cheap",
            "BASE_URL": endpoint.url,
            "CONCURRENCY": "1",
            "PARAM": "top_p=0.5,presence_penalty=1",
            "SEED": "11",
            "CACHE": "elsewhere",
            "TIMEOUT": "7",
        }.items():
            monkeypatch.setenv(f"SURVEY_{name}", value)
        ran = command("build", dump, "-o", "out")
        assert ran.code == 0, ran.err
        assert endpoint.busiest == 1
        models = {question(request): request.body["model"] for request in endpoint.calls}
        assert models == {"record": "cheap", "topic_name": "m", "synthesis": "m", "overview": "m"}
        for request in endpoint.calls:
            assert request.body | {"top_p": 0.5, "presence_penalty": 1, "seed": 11} == request.body
        assert Path("elsewhere").is_dir()
        monkeypatch.setenv("SURVEY_MAX_TOTAL_TOKENS", "100")
        monkeypatch.setenv("SURVEY_CACHE", "third")
        assert command("build", dump, "-o", "out").code == 3


def test_another_model_for_one_question_has_its_own_lessons_and_its_own_price(command: Command, dump: Path) -> None:
    def refusing(request: Request) -> Act:
        if request.body["model"] == "cheap" and "response_format" in request.body:
            return error(400, "response_format is not supported by this model")
        return well(request)

    Path("survey.toml").write_text(PRICES)
    with Loopback(refusing) as endpoint:
        asked = ("build", dump, "-o", "out", "--model", "m", "--model-for", "record=cheap", "--base-url", endpoint.url)
        ran = command(*asked, "--json", "--concurrency", "1")
    assert ran.code == 0, ran.err
    forms = Counter((r.body["model"], "response_format" in r.body) for r in endpoint.calls)
    assert forms["cheap", True] == 2, "refused with a schema, then as JSON"
    assert forms["m", False] == 0
    usage = {"cheap": [0, 0], "m": [0, 0]}
    for request in endpoint.calls:
        act = json.loads(refusing(request).body)
        if "usage" in act:
            usage[request.body["model"]][0] += act["usage"]["prompt_tokens"]
            usage[request.body["model"]][1] += act["usage"]["completion_tokens"]
    cost = (usage["cheap"][0] + 2 * usage["cheap"][1] + 2 * usage["m"][0] + 8 * usage["m"][1]) / 1e6
    assert facts(ran)["cost_usd"] == pytest.approx(cost, abs=2e-6)


def test_one_question_may_go_to_no_model_at_all(command: Command, dump: Path) -> None:
    with Loopback(well) as endpoint:
        asked = ("build", dump, "-o", "out", "--model-for", "topic_name=m", "--base-url", endpoint.url)
        ran = command(*asked)
    assert ran.code == 0, ran.err
    assert {question(request) for request in endpoint.calls} == {"topic_name"}


# --- limits ---


class Noting(limits.Limiter):
    """A limiter on a clock of its own that notes when it let in how much."""

    def __init__(self, rpm: int | None, tpm: int | None) -> None:
        self.time = Clock()
        self.let_in: list[tuple[float, int]] = []
        super().__init__(rpm, tpm, clock=self.time, sleep=self.time.sleep)

    async def admit(self, tokens: int) -> None:
        await super().admit(tokens)
        self.let_in.append((self.time(), tokens))


@pytest.mark.parametrize(("option", "most"), [("--rpm", 3), ("--tpm", 9000)])
def test_the_limits_arrive(
    option: str, most: int, command: Command, dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a clock that only the limiter's own waits move, so that no machine is too slow for it."""
    limiters: list[Noting] = []

    def noting(rpm: int | None, tpm: int | None) -> Noting:
        limiters.append(Noting(rpm, tpm))
        return limiters[-1]

    def counting(request: Request) -> Act:
        waited.append(request.number < len(limiters[0].let_in))
        return well(request)

    waited: list[bool] = []
    monkeypatch.setattr(chat, "Limiter", noting)
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


# --- the key ---


def everywhere(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def tattling(request: Request) -> Act:
    """An endpoint that repeats the key wherever it can: in answers, errors, headers."""
    key = request.headers["authorization"]
    match request.number % 4:
        case 1:
            return error(500, f"internal error for {key}", {"X-Echo": "1"}, detail=key)
        case 2:
            return Act(f"<html>{key}</html>".encode())
        case 3:
            act = well(request)
            return replace(act, body=act.body.replace(b'\\"text\\": \\"', f'\\"text\\": \\"{KEY} '.encode()))
    return well(request)


def test_the_key_is_in_no_file_and_no_log_even_when_all_of_it_is_logged(
    command: Command, dump: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("openai", "httpx", "httpcore", "asyncio", "survey"):
        caplog.set_level(logging.DEBUG, name)
    with Loopback(tattling) as endpoint:
        asked = ("build", dump, "-o", "out", "--base-url", endpoint.url)
        ran = command(*asked, "--model", "record:said.jsonl=m", "--timeout", "3")
        assert ran.code in (0, 1), ran.err
        assert any(KEY.encode() in tattling(request).body for request in endpoint.calls)
    assert len(caplog.records) > 50, "all of it was logged"
    assert KEY not in caplog.text
    assert KEY not in ran.err + ran.out
    assert Path("said.jsonl").is_file()
    assert KEY.encode() not in everywhere(tmp_path)


@pytest.mark.parametrize(
    "broken",
    [
        lambda r: error(401, f"Incorrect API key provided: {r.headers['authorization']}"),
        lambda r: error(400, f"you sent {r.headers['authorization']}"),
        lambda r: error(404, f"no model for {KEY}"),
    ],
    ids=["refused", "echoed", "absent"],
)
def test_a_traceback_does_not_show_the_key(broken: Behaviour, dump: Path, tmp_path: Path) -> None:
    """``--debug``, with the openai library told to log whatever it does."""
    with Loopback(broken) as endpoint:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "OPENAI_LOG": "debug", "PYTHONUNBUFFERED": "1"}
        asked = ["build", str(dump), "-o", str(tmp_path / "out"), "--cache", str(tmp_path / "c"), "--limit", "2"]
        ran = subprocess.run(
            [sys.executable, "-m", "survey", "--debug", *asked, "--model", "m", "--base-url", endpoint.url],
            env=environment,
            capture_output=True,
            text=True,
            cwd=tmp_path,
            timeout=120,
        )
    assert "DEBUG] " in ran.stderr, "the library logs"
    assert endpoint.calls[0].headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in ran.stderr + ran.stdout
    assert KEY.encode() not in everywhere(tmp_path)


# --- thinking aloud ---


@pytest.mark.parametrize("trick", ["thinking aloud", "fenced"])
def test_what_stands_around_the_answer_costs_nothing(trick: str, command: Command, dump: Path) -> None:
    with Loopback(MISCHIEF[trick]) as endpoint:
        asked = ("build", dump, "-o", "out", "--model", "m", "--base-url", endpoint.url, "--json")
        ran = command(*asked)
        plain = Path("plain")
        endpoint.behaviour = well
        command(*asked[:3], str(plain), *asked[4:], "--cache", "b")
    assert ran.code == 0, ran.err
    assert facts(ran)["rejected_answers"] == 0
    assert load(Path("out")).records == load(plain).records
