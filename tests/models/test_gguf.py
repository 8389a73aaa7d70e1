"""Local models: what is wrong with a file is said first; a real one answers, and ends when we do."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from misbehaving import MISCHIEF, Loopback, error, well

from survey.errors import ModelError, TooLong
from survey.models import llama, retrying
from survey.models.base import Prompt, Reply
from survey.models.choice import make_model
from survey.models.gguf import GgufModel, gguf_model
from survey.models.retrying import Patience
from survey.prompts import load_templates
from survey.questions import RecordedPaper, SynthesisValues, TopicNameValues
from survey.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def unsound(tmp_path: Path) -> Path:
    """Begins as a GGUF file does, and goes on with nothing."""
    path = tmp_path / "unsound.gguf"
    path.write_bytes(b"GGUF" + b"\x00" * 4096)
    return path


@pytest.fixture(scope="session")
def small_model() -> Path:
    """The real 0.5b model. Kept by its tool outside the repository; without it these tests are skipped, and say so."""
    path = Path.home() / ".cache" / "survey-test-models" / "qwen2.5-coder-0.5b-instruct.gguf"
    if not path.is_file():
        pytest.skip(f"{path} is missing: python ../shared/tools/local_model.py 0.5b")
    pytest.importorskip("xllamacpp")
    return path


def test_a_missing_file_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model file"):
        make_model(f"gguf:{tmp_path / 'none.gguf'}", Settings())


def test_a_file_of_another_kind_is_said_at_once(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"PK\x03\x04 and so on")
    with pytest.raises(ModelError, match="not a GGUF file"):
        make_model(f"gguf:{path}", Settings())


def test_a_missing_extra_names_the_command(unsound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ModelError) as caught:
        gguf_model(f"gguf:{unsound}", Settings())
    assert "pip install 'surveyloom[local]'" in caught.value.todo


def test_what_cannot_fit_is_said_before_it_is_loaded(unsound: Path) -> None:
    with pytest.raises(ModelError, match="GiB") as caught:
        gguf_model(f"gguf:{unsound}", Settings(context=1_000_000_000))
    assert "--context" in caught.value.todo


def test_a_file_that_llama_cannot_load(unsound: Path) -> None:
    pytest.importorskip("xllamacpp")
    model = gguf_model(f"gguf:{unsound}", Settings())
    prompt = load_templates()["topic_name"].prompt(TopicNameValues((), (), ()))

    async def call() -> None:
        try:
            await model.complete(prompt)
        finally:
            await model.close()

    with pytest.raises(ModelError, match=r"can't load .*unsound\.gguf"):
        asyncio.run(call())


def test_the_identity_is_the_file_s_content_not_its_place(unsound: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere.gguf"
    other.write_bytes(unsound.read_bytes())
    third = tmp_path / "third.gguf"
    third.write_bytes(unsound.read_bytes() + b"x")
    one, two, three = (gguf_model(f"gguf:{path}", Settings()).identity for path in (unsound, other, third))
    assert one == two != three
    assert gguf_model(f"gguf:{unsound}", Settings(seed=1)).identity != one
    assert gguf_model(f"gguf:{unsound}", Settings(threads=1, timeout=3)).identity == one


def test_one_paper_to_a_call() -> None:
    assert GgufModel.pack == 1


def test_the_real_model_answers_in_json_and_is_gone_afterwards(small_model: Path) -> None:
    model = gguf_model(f"gguf:{small_model}", Settings(threads=1, context=1024))
    assert isinstance(model, GgufModel)
    titles = ("Masked Autoencoders Are Scalable Vision Learners", "Masked Feature Prediction for Video")
    prompt = load_templates()["topic_name"].prompt(TopicNameValues(("mask", "image"), ("masked images",), titles))

    async def call() -> tuple[str, int]:
        reply = await model.complete(prompt)
        assert model._child is not None
        child = model._child.pid
        assert reply.tokens_in > 100
        await model.close()
        return reply.text, child

    text, child = asyncio.run(call())
    assert isinstance(json.loads(text)["name"], str)
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupt_ends_the_model_too(number: signal.Signals, small_model: Path, tmp_path: Path) -> None:
    """While the model is loaded or writes: after Ctrl-C, and after a kill that leaves us no time to say so."""
    dump = sorted((ROOT / "examples").glob("*.txt"))[0]
    arguments = ["build", str(dump), "-o", str(tmp_path / "out"), "--cache", str(tmp_path / "c"), "--threads", "1"]
    process = subprocess.Popen(
        [sys.executable, "-m", "survey", *arguments, "--model", f"gguf:{small_model}"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )
    child = waited_for_child(process.pid)
    time.sleep(1.0)
    process.send_signal(number)
    process.wait(timeout=300)
    until = time.monotonic() + 300
    while runs(child) and time.monotonic() < until:
        time.sleep(0.02)
    assert not runs(child)
    assert process.returncode == (130 if number is signal.SIGINT else -signal.SIGKILL)


def runs(child: int) -> bool:
    """Whether the process is there, and more than a name that nobody has asked about yet."""
    try:
        return ") Z" not in Path(f"/proc/{child}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False


def waited_for_child(parent: int) -> int:
    until = time.monotonic() + 300
    children = Path(f"/proc/{parent}/task/{parent}/children")
    while time.monotonic() < until:
        for child in children.read_text(encoding="utf-8").split():
            if "llama.py" in Path(f"/proc/{child}/cmdline").read_text(encoding="utf-8"):
                return int(child)
        time.sleep(0.05)
    raise AssertionError("the model's process did not start")


# --- with a stand-in for llama.cpp's process: what it is told, and what is made of its failures ---

Standing = Callable[[str], None]


@pytest.fixture
def standing_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Standing:
    """Puts a script in the place of the child; it finds what it was told to run in ``wanted``."""

    def put(then: str) -> None:
        script = tmp_path / "child.py"
        script.write_text(f"import json, sys\nwanted = json.loads(sys.stdin.readline())\n{then}\n", encoding="utf-8")
        monkeypatch.setattr(llama, "__file__", str(script))

    return put


asked_last: list[GgufModel] = []
"""The model of the call under way."""


def gone() -> bool:
    """Whether the child of the call under way has ended, and we have been told."""
    child = asked_last[0]._child
    return child is not None and child.returncode is not None


def serving(endpoint: Loopback) -> str:
    address = endpoint.url.removesuffix("/v1")
    return f"print(json.dumps({{'address': {address!r}}}), flush=True); sys.stdin.read()"


def asked(file: Path, prompt: Prompt, **settings: object) -> Reply:
    async def call() -> Reply:
        model = gguf_model(f"gguf:{file}", Settings.model_validate(settings))
        assert isinstance(model, GgufModel)
        asked_last[:] = [model]
        try:
            return await model.complete(prompt)
        finally:
            await model.close()

    return asyncio.run(call())


@pytest.fixture
def prompt() -> Prompt:
    values = SynthesisValues("Masks", (), (RecordedPaper("P1", "One", ()), RecordedPaper("P2", "Two", ())), most=2)
    return load_templates()["synthesis"].prompt(values)


def test_threads_context_and_seed_reach_the_process(unsound: Path, standing_in: Standing, prompt: Prompt) -> None:
    standing_in("print(json.dumps({'error': ' '.join(f'{k}={v}' for k, v in wanted.items())}), flush=True)")
    with pytest.raises(ModelError) as caught:
        asked(unsound, prompt, threads=3, context=2048, seed=7)
    for told in ("threads=3", "context=2048", "seed=7", f"path={unsound}"):
        assert told in caught.value.what


@pytest.mark.parametrize("told", [True, False])
def test_without_threads_given_it_runs_on_the_cores_there_are(
    told: bool, unsound: Path, standing_in: Standing, prompt: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not every system says which cores a process may use; then all count."""
    if told:
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3, 5}, raising=False)
    else:
        monkeypatch.delattr(os, "sched_getaffinity", raising=False)
        monkeypatch.setattr(os, "cpu_count", lambda: 7)
    standing_in("print(json.dumps({'error': 'threads=' + str(wanted['threads'])}), flush=True)")
    with pytest.raises(ModelError, match=f"threads={3 if told else 7}"):
        asked(unsound, prompt)


def test_the_grammar_is_made_for_the_prompt(unsound: Path, standing_in: Standing, prompt: Prompt) -> None:
    with Loopback(well) as endpoint:
        standing_in(serving(endpoint))
        asked(unsound, prompt)
    schema = endpoint.calls[0].body["response_format"]["json_schema"]["schema"]
    assert schema["properties"]["claims"]["maxItems"] == 2
    assert schema["$defs"]["ClaimAnswer"]["properties"]["papers"]["items"]["enum"] == ["P1", "P2"]
    assert endpoint.calls[0].headers["authorization"].startswith("Bearer "), "nobody else on this machine may ask"


def test_a_proxy_for_the_endpoint_is_none_for_a_local_model(
    unsound: Path, standing_in: Standing, prompt: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with Loopback(well) as endpoint:
        standing_in(serving(endpoint))
        assert asked(unsound, prompt, proxy="http://127.0.0.1:9").text


def test_a_prompt_beyond_the_context_names_the_option(unsound: Path, standing_in: Standing, prompt: Prompt) -> None:
    said = "request (9000 tokens) exceeds the available context size (1024 tokens), try increasing it"
    with Loopback(lambda r: error(400, said, type="exceed_context_size_error")) as endpoint:
        standing_in(serving(endpoint))
        with pytest.raises(TooLong) as caught:
            asked(unsound, prompt, context=1024)
    assert caught.value.todo == "Raise --context (it is 1024)."


def test_a_process_that_ends_in_the_middle_is_named(
    unsound: Path, standing_in: Standing, prompt: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retrying, "PATIENCE", Patience(tries=2, seconds=600, pause=0.05))
    with Loopback(lambda r: replace(MISCHIEF["cut before the body"](r), until=gone)) as endpoint:
        address = endpoint.url.removesuffix("/v1")
        standing_in(f"print(json.dumps({{'address': {address!r}}}), flush=True); sys.exit('0.1 E out of memory')")
        with pytest.raises(ModelError, match=r"process ended \(code 1\): out of memory") as caught:
            asked(unsound, prompt)
    assert "--context" in caught.value.todo
