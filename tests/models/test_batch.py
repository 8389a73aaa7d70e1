"""Batches: one file, one batch, half the price; picked up by a later run; without them, the plain way."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from misbehaving import Act, Loopback, Request, error, well

from survey.build import build_survey
from survey.document import Survey
from survey.errors import ModelError
from survey.models import batch, retrying
from survey.models.retrying import Patience
from survey.plan import plan_survey
from survey.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
PRICES = {"m": (2.0, 1.0, 8.0)}


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "PACE", batch.Pace(0.02, 0.05))
    monkeypatch.setattr(retrying, "PATIENCE", Patience(tries=3, seconds=600, pause=0.01))
    monkeypatch.setenv("OPENAI_API_KEY", "sk-none")


class Batches:
    """The Batch API: a batch is done after ``looks`` looks at it; ``spoil`` says which answers fail."""

    def __init__(self, looks: int = 2, spoil: int = 0) -> None:
        self.looks, self.spoil = looks, spoil
        self.files: dict[str, bytes] = {}
        self.made: dict[str, str] = {}
        self.seen: dict[str, int] = {}

    def __call__(self, request: Request) -> Act:
        path = request.path.removeprefix("/v1")
        if path == "/files":
            name = f"file-{len(self.files)}"
            lines = [line for line in request.raw.splitlines() if line.startswith(b'{"custom_id"')]
            self.files[name] = b"\n".join(lines)
            return _json(
                {"id": name, "object": "file", "bytes": 1, "created_at": 0, "filename": "x", "purpose": "batch"}
            )
        if path == "/batches":
            name = f"batch-{len(self.made)}"
            self.made[name] = request.body["input_file_id"]
            return _json(self._state(name))
        if path.startswith("/batches/"):
            name = path.rpartition("/")[2]
            self.seen[name] = self.seen.get(name, 0) + 1
            return _json(self._state(name))
        if path.startswith("/files/"):
            return Act(self._output(path.split("/")[2].removeprefix("out-")))
        return well(request)

    def requests(self, name: str) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.files[self.made[name]].splitlines()]

    def _state(self, name: str) -> dict[str, object]:
        done = self.seen.get(name, 0) > self.looks
        counts = {"total": 1, "completed": self.seen.get(name, 0), "failed": 0}
        known = {"id": name, "object": "batch", "endpoint": "/v1/chat/completions", "input_file_id": "x"}
        state = {"status": "completed" if done else "in_progress", "request_counts": counts, "created_at": 0}
        return known | state | {"completion_window": "24h", "output_file_id": f"out-{name}" if done else None}

    def _output(self, name: str) -> bytes:
        lines = []
        for n, line in enumerate(self.requests(name)):
            body = line["body"]
            assert isinstance(body, dict)
            answer = well(Request(0, "POST", "", {}, body))
            response = {"status_code": 500 if n < self.spoil else 200, "body": json.loads(answer.body)}
            lines.append(json.dumps({"custom_id": line["custom_id"], "response": response}))
        return ("\n".join(reversed(lines)) + "\nnot json\n").encode()


def _json(value: object) -> Act:
    return Act(json.dumps(value).encode())


def settings(endpoint: Loopback, here: Path, **more: object) -> Settings:
    given = {"model": "m", "base_url": endpoint.url, "cache": here / "cache", "prices": PRICES, "batch": True}
    return Settings.model_validate(given | more)


def same(survey: Survey) -> dict[str, object]:
    return survey.model_dump(exclude={"run", "created"})


def test_a_survey_in_batches_is_the_same_at_half_the_price(example_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    served = Batches()
    with Loopback(served) as endpoint:
        wanted = settings(endpoint, tmp_path)
        plan = plan_survey(list(example_dumps), wanted)
        survey = build_survey(list(example_dumps), wanted)
        assert len(endpoint.calls) == 1, "only the first request goes directly"
        plain = build_survey(list(example_dumps), settings(endpoint, tmp_path / "plain", batch=False))
    assert survey.run.complete
    assert same(survey) == same(plain)
    assert survey.run.calls == plan.calls == 1 + sum(len(served.requests(name)) for name in served.made)
    assert survey.run.cost_usd is not None
    assert plain.run.cost_usd is not None
    assert plain.run.cost_usd * 0.5 < survey.run.cost_usd < plain.run.cost_usd * 0.6
    full = plan_survey(list(example_dumps), settings(endpoint, tmp_path / "new", batch=False))
    assert plan.cost_usd == pytest.approx((full.cost_usd or 0) / 2)
    assert not list((tmp_path / "cache" / "batches").glob("*"))


def test_requests_in_a_file_are_complete(example_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    served = Batches()
    with Loopback(served) as endpoint:
        build_survey([example_dumps[0]], settings(endpoint, tmp_path))
    line = served.requests("batch-0")[0]
    assert (line["method"], line["url"]) == ("POST", "/v1/chat/completions")
    body = line["body"]
    assert isinstance(body, dict)
    assert {"model", "messages", "max_tokens", "response_format"} <= set(body)


def test_a_stopped_run_is_picked_up_by_a_later_one(
    example_dumps: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = Batches(looks=10**9)

    def stopping(request: Request) -> Act:
        if request.path.startswith("/v1/batches/") and served.looks > 100:
            return error(401, "the key was withdrawn")  # a way to end the run while the batch is under way
        return served(request)

    with Loopback(stopping) as endpoint:
        with pytest.raises(ModelError):
            build_survey(list(example_dumps), settings(endpoint, tmp_path))
        assert len(list((tmp_path / "cache" / "batches").glob("*.json"))) == 1
        files, direct = len(served.files), len(endpoint.calls)
        served.looks = 1
        survey = build_survey(list(example_dumps), settings(endpoint, tmp_path))
    assert survey.run.complete
    assert len(endpoint.calls) <= direct + 1
    uploads = [request for request in endpoint.requests if request.path == "/v1/files"]
    records = [name for name in served.made if '"statements"' in json.dumps(served.requests(name)[0])]
    assert files == 1
    assert len(records) == 1, "the batch of records was not sent again"
    assert len(uploads) == len(served.made)


def test_what_fails_within_a_batch_is_asked_directly(example_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    served = Batches(spoil=1)
    with Loopback(served) as endpoint:
        survey = build_survey([example_dumps[0]], settings(endpoint, tmp_path))
    assert survey.run.complete
    assert len(endpoint.calls) == 1 + len(served.made)


@pytest.mark.parametrize("status", [404, 405, 501, 400])
def test_an_endpoint_without_batches_is_asked_directly(
    status: int, example_dumps: tuple[Path, ...], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with Loopback(lambda r: error(status, "no such route") if r.path == "/v1/files" else well(r)) as endpoint:
        survey = build_survey([example_dumps[0]], settings(endpoint, tmp_path, concurrency=2))
    assert survey.run.complete
    assert endpoint.busiest <= 2
    assert "No Batch API" in caplog.text
    assert "full price" in caplog.text


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_the_command_can_be_stopped_while_it_waits_and_picks_up_later(
    number: signal.Signals, example_dumps: tuple[Path, ...], tmp_path: Path
) -> None:
    served = Batches(looks=10**9)

    def build(endpoint: Loopback) -> list[str]:
        asked = ["--model", "m", "--base-url", endpoint.url, "--batch", "--cache", str(tmp_path / "c")]
        return [sys.executable, "-m", "survey", "build", str(example_dumps[0]), "-o", str(tmp_path / "out"), *asked]

    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Loopback(served) as endpoint:
        process = subprocess.Popen(build(endpoint), env=environment, stderr=subprocess.PIPE, text=True)
        until = time.monotonic() + 300
        while not served.seen and time.monotonic() < until and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(number)
        _, said = process.communicate(timeout=300)  # unstopped, it would wait as long as the batch takes
        assert process.returncode == (-number if number is signal.SIGKILL else 130), said
        assert "Batch batch-0: 2 requests sent" in said
        served.looks = -1
        done = subprocess.run(build(endpoint), env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    sent_twice = [name for name in served.made if '"statements"' in json.dumps(served.requests(name)[0])]
    assert sent_twice == ["batch-0"], "the records were not sent again"
