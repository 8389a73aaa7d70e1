"""A run that is stopped in the middle: what was answered is kept, and the next run asks only for what is missing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from misbehaving import Act, Behaviour, Loopback, well

from survey.cache import AnswerCache
from survey.document import load
from survey.plan import plan_survey
from survey.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))


PATIENCE = 300.0
"""Seconds in which a busy machine does what it has to; a call that never ends lasts longer."""


def silent_after(answered: int) -> Behaviour:
    """An endpoint that answers so many calls, and the others never."""
    return lambda request: well(request) if request.number < answered else Act(hang=True)


def command(endpoint: Loopback, here: Path) -> list[str]:
    asked = ["--model", "m", "--base-url", endpoint.url, "--concurrency", "2"]
    return [
        sys.executable,
        "-m",
        "survey",
        "build",
        *map(str, EXAMPLES),
        "-o",
        str(here / "out"),
        "--cache",
        str(here / "c"),
        *asked,
    ]


def stopped(endpoint: Loopback, here: Path, number: signal.Signals, kept: int) -> tuple[int, str]:
    """A build that gets a signal when ``kept`` answers are kept and two calls wait: exit code and standard error."""
    environment = {**os.environ, "OPENAI_API_KEY": "sk-none", "PYTHONPATH": str(ROOT)}
    before = len(endpoint.calls)
    with subprocess.Popen(command(endpoint, here), stderr=subprocess.PIPE, text=True, env=environment) as process:
        try:
            until = time.monotonic() + PATIENCE
            while time.monotonic() < until and process.poll() is None:
                if len(endpoint.calls) - before >= ANSWERED + 2 and answers(here) >= kept:
                    break
                time.sleep(0.01)
            process.send_signal(number)
            _, said = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    return process.returncode, said


def answers(here: Path) -> int:
    """How many answers the cache holds."""
    with AnswerCache(here / "c") as cache:
        return cache.info().answers


ANSWERED = 6
"""All four calls about records, and two about names of topics."""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_the_next_run_asks_only_for_what_is_missing(number: signal.Signals, tmp_path: Path) -> None:
    with Loopback(silent_after(ANSWERED)) as endpoint:
        plan = plan_survey(EXAMPLES, Settings(model="m", base_url=endpoint.url, cache=tmp_path / "none"))
        records, *_ = plan.steps
        assert records.calls == ANSWERED - 2
        code, said = stopped(endpoint, tmp_path, number, records.items + 2)
        if number is signal.SIGKILL:
            assert code == -signal.SIGKILL
        else:
            assert code == 130, said
            assert "Interrupted" in said
            assert "Traceback" not in said
        assert len(endpoint.calls) == ANSWERED + 2, "once stopped, it asks nothing more"
        assert not (tmp_path / "out" / "survey.json").exists()
        endpoint.behaviour = well
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command(endpoint, tmp_path), env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        second = len(endpoint.calls) - ANSWERED - 2
    survey = load(tmp_path / "out")
    assert survey.run.calls == second == plan.calls - ANSWERED, "only the calls under way are made again"
    assert survey.run.cached == records.items + 2
    assert survey.run.complete


def test_an_interrupted_build_leaves_the_survey_that_was_there(tmp_path: Path) -> None:
    with Loopback(well) as endpoint:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run(command(endpoint, tmp_path), env=environment, check=True, capture_output=True)
        before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
        endpoint.behaviour = silent_after(len(endpoint.requests) + ANSWERED)
        (tmp_path / "c").rename(tmp_path / "elsewhere")
        code, _ = stopped(endpoint, tmp_path, signal.SIGINT, kept=1)
    assert code == 130
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
