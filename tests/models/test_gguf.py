"""Local models: what is wrong with a file is said first; a real one answers, and ends within two seconds."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from survey.errors import ModelError
from survey.models.choice import make_model
from survey.models.gguf import GgufModel, gguf_model
from survey.prompts import load_templates
from survey.questions import TopicNameValues
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
def test_an_interrupt_ends_the_model_within_two_seconds(
    number: signal.Signals, small_model: Path, tmp_path: Path
) -> None:
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
    sent = time.monotonic()
    process.wait(timeout=20)
    while Path(f"/proc/{child}").exists() and time.monotonic() - sent < 20 and not zombie(child):
        time.sleep(0.02)
    assert time.monotonic() - sent < 2
    assert process.returncode == (130 if number is signal.SIGINT else -signal.SIGKILL)


def zombie(child: int) -> bool:
    return ") Z" in Path(f"/proc/{child}/stat").read_text(encoding="utf-8")


def waited_for_child(parent: int) -> int:
    until = time.monotonic() + 60
    children = Path(f"/proc/{parent}/task/{parent}/children")
    while time.monotonic() < until:
        for child in children.read_text(encoding="utf-8").split():
            if "llama.py" in Path(f"/proc/{child}/cmdline").read_text(encoding="utf-8"):
                return int(child)
        time.sleep(0.05)
    raise AssertionError("the model's process did not start")
