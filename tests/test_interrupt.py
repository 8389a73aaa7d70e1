"""A run that is stopped in the middle: what was answered is kept, and the next run asks only for what is missing."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from misbehaving import Act, Loopback, Request, well

from survey.document import load

ROOT = Path(__file__).resolve().parents[1]


def slowly(request: Request) -> Act:
    return replace(well(request), delay=0.25)


def command(endpoint: Loopback, here: Path) -> list[str]:
    dumps = sorted(map(str, (ROOT / "examples").glob("*.txt")))
    asked = ["--model", "m", "--base-url", endpoint.url, "--concurrency", "2"]
    return [
        sys.executable,
        "-m",
        "survey",
        "build",
        *dumps,
        "-o",
        str(here / "out"),
        "--cache",
        str(here / "c"),
        *asked,
    ]


def stopped(endpoint: Loopback, here: Path, number: signal.Signals, calls: int) -> tuple[int, str, float]:
    """A build that gets a signal once ``calls`` calls have come: exit code, standard error, seconds until its end."""
    environment = {**os.environ, "OPENAI_API_KEY": "sk-none", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command(endpoint, here), stderr=subprocess.PIPE, text=True, env=environment)
    until = time.monotonic() + 60
    while len(endpoint.calls) < calls and time.monotonic() < until and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(number)
    sent = time.monotonic()
    _, said = process.communicate(timeout=30)
    return process.returncode, said, time.monotonic() - sent


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_the_next_run_asks_only_for_what_is_missing(number: signal.Signals, tmp_path: Path) -> None:
    with Loopback(slowly) as endpoint:
        code, said, seconds = stopped(endpoint, tmp_path, number, calls=5)
        first = len(endpoint.calls)
        if number is signal.SIGKILL:
            assert code == -signal.SIGKILL
        else:
            assert code == 130, said
            assert "Interrupted" in said
            assert "Traceback" not in said
            assert seconds < 2
        assert not (tmp_path / "out" / "survey.json").exists()
        endpoint.behaviour = well
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command(endpoint, tmp_path), env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        second = len(endpoint.calls) - first
    survey = load(tmp_path / "out")
    assert survey.run.calls == second
    assert survey.run.cached >= 8 * (first - 2 - 1), "all but the calls under way were kept"
    assert survey.run.complete


def test_an_interrupted_build_leaves_the_survey_that_was_there(tmp_path: Path) -> None:
    with Loopback(well) as endpoint:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run(command(endpoint, tmp_path), env=environment, check=True, capture_output=True)
        before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
        endpoint.behaviour = slowly
        (tmp_path / "c").rename(tmp_path / "elsewhere")
        code, _, _ = stopped(endpoint, tmp_path, signal.SIGINT, calls=len(endpoint.calls) + 4)
    assert code == 130
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
