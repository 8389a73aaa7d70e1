"""What tests of the command with a hosted model share: a key, prices, a dump, and how what it did is read."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Ran

from survey.models import retrying
from survey.models.retrying import Patience

KEY = "sk-planted-1111122222333334444455555"
PRICES = "[prices]\nm = [2.0, 0.5, 8.0]\ncheap = [1.0, 0.25, 2.0]\n"


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses of milliseconds, so that tests needn't wait."""
    monkeypatch.setattr(retrying, "PATIENCE", Patience(tries=3, seconds=600, pause=0.005))
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")


@pytest.fixture
def dump(example_dumps: tuple[Path, ...]) -> Path:
    return example_dumps[0]


def facts(ran: Ran) -> dict[str, Any]:
    """What ``--json`` printed."""
    found: dict[str, Any] = json.loads(ran.out)
    return found
