"""The command with a chat model on loopback: options and variables arrive, the key stays here."""

import json
import logging
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, Command
from hosting import KEY, PRICES, facts
from hosting import dump as dump
from hosting import hurried as hurried
from misbehaving import MISCHIEF, Act, Behaviour, Loopback, Request, error, well

from survey.document import load


def question(request: Request) -> str:
    """Which question a request asks."""
    system = request.body["messages"][0]["content"]
    starts = {"You read": "record", "You name": "topic_name", "You write one": "synthesis"}
    return next((name for start, name in starts.items() if system.startswith(start)), "overview")


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
        ran = command("build", dump, "-o", "out", "--model", "m", "--base-url", endpoint.url, "--timeout", "0.2")
    assert ran.code == 2
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
            "TIMEOUT": "77",
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
        ran = command(*asked, "--model", "record:said.jsonl=m", "--timeout", "60")
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
            timeout=600,
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
