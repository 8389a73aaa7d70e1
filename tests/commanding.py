"""What tests of the command share: a small dump, a survey that they may harm, and how a command fails."""

import json
import shutil
from pathlib import Path

import pytest
from conftest import Ran

from survey.models.base import Prompt, Reply
from survey.models.extractive.model import Extractive

FAST = "We present FastNet, a small network for street scenes. FastNet reaches 72.4% mIoU on Cityscapes in 12 ms."


SLOW = "We present SlowNet, a large network for street scenes. SlowNet reaches 80.1% mIoU on Cityscapes in 90 ms."


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """A small dump: two papers, one of them twice, and a record without an abstract."""
    records = [
        {"title": "FastNet: fast segmentation", "abstract": FAST},
        {"title": "SlowNet: slow segmentation", "abstract": SLOW},
        {"title": "FastNet: Fast Segmentation", "abstract": FAST},
        {"title": "Only a title", "abstract": ""},
    ]
    path = tmp_path / "dump.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path) -> Path:
    """A copy of the survey of examples/ that a test may harm."""
    return Path(shutil.copytree(small_folder, tmp_path / "survey"))


def extracted(prompt: Prompt) -> str:
    """What the extractive model answers."""
    try:
        Extractive().complete(prompt).send(None)
    except StopIteration as done:
        reply: Reply = done.value
        return reply.text
    raise AssertionError("it waits for nothing")


def failed(ran: Ran, code: int, *said: str) -> None:
    """The command failed with ``code`` and said all of ``said`` in a line or two on standard error."""
    assert ran.code == code, ran
    assert "Traceback" not in ran.err + ran.out
    assert "unforeseen" not in ran.err, ran.err
    for text in said:
        assert text in ran.err, ran.err
    assert len(ran.err.strip().splitlines()) <= 12
    assert "   at 0x" not in ran.err
