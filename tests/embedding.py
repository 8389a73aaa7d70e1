"""An embeddings endpoint on loopback: the vectors that come from it, or how it fails."""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from misbehaving import Act, Behaviour, Loopback, Request

from survey.embedders.choice import embedder_for
from survey.errors import ModelError
from survey.models import retrying
from survey.models.retrying import Patience
from survey.settings import Settings

KEY = "sk-planted-9876543210zyxwvutsrqponm"


TEXTS = [f"Text number {n} about {'masks' if n % 2 else 'graphs'}." for n in range(150)]


WIDE = 1536


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses of milliseconds, so that tests needn't wait."""
    monkeypatch.setattr(retrying, "PATIENCE", Patience(tries=3, seconds=600, pause=0.01))
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


def numbers(text: str, size: int = 7) -> list[float]:
    """Some vector that hangs on the text alone."""
    seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")
    return [round(float(n), 6) for n in np.random.default_rng(seed).standard_normal(size)]


def answer(request: Request, items: Callable[[list[str]], list[dict[str, Any]]] | None = None) -> Act:
    """What an endpoint sends back, its items in reverse order unless told otherwise."""
    texts = request.body["input"]
    data = items(texts) if items else [{"index": n, "embedding": numbers(t)} for n, t in enumerate(texts)][::-1]
    return Act(json.dumps({"object": "list", "data": data, "usage": {"prompt_tokens": 3 * len(texts)}}).encode())


def settings(url: str, cache: Path, **more: object) -> Settings:
    return Settings.model_validate({"embedder": "openai:some-model", "base_url": url, "cache": cache, **more})


def embedded(behaviour: Behaviour, cache: Path, texts: Sequence[str] = TEXTS, **more: object) -> tuple[Any, Loopback]:
    """The vectors of ``texts``, and the endpoint with what it was asked."""
    with Loopback(behaviour) as endpoint:
        return embedder_for(settings(endpoint.url, cache, **more)).embed(texts), endpoint


def failure(behaviour: Behaviour, cache: Path, texts: Sequence[str] = TEXTS[:3]) -> tuple[ModelError, Loopback]:
    """How embedding fails."""
    with Loopback(behaviour) as endpoint:
        with pytest.raises(ModelError) as caught:
            embedder_for(settings(endpoint.url, cache)).embed(texts)
        return caught.value, endpoint
