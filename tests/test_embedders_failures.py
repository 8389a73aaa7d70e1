"""When an embeddings endpoint fails, or answers with what are no vectors: tried again, said, and nothing kept of it."""

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from embedding import KEY, TEXTS, answer, embedded, failure, numbers, settings
from embedding import hurried as hurried
from hypothesis import given
from hypothesis import settings as few
from hypothesis import strategies as st
from misbehaving import Act, Behaviour, Loopback, Request, error, in_turn

from survey.embedders.choice import embedder_for, foreseen
from survey.embedders.wire import packed, unpacked, vectors_in
from survey.errors import ModelError
from survey.models.failures import Endpoint, Passing
from survey.settings import Settings


def broken(change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> Behaviour:
    return lambda request: answer(
        request, lambda texts: change([{"index": n, "embedding": numbers(t)} for n, t in enumerate(texts)])
    )


WRONG: dict[str, tuple[Behaviour, str]] = {
    "one too few": (broken(lambda items: items[1:]), "2 vectors for 3 texts"),
    "one too many": (broken(lambda items: [*items, items[0]]), "4 vectors for 3 texts"),
    "not a number": (broken(lambda items: [{**i, "embedding": [1.0, math.nan]} for i in items]), "finite"),
    "infinite": (broken(lambda items: [{**i, "embedding": [1.0, math.inf]} for i in items]), "finite"),
    "beyond single precision": (broken(lambda items: [{**i, "embedding": [1e300, 1.0]} for i in items]), "finite"),
    "huge whole numbers": (broken(lambda items: [{**i, "embedding": [10**400, 1]} for i in items]), "no embeddings"),
    "empty vectors": (broken(lambda items: [{**i, "embedding": []} for i in items]), "0 numbers"),
    "texts for numbers": (broken(lambda items: [{**i, "embedding": ["a", "b"]} for i in items]), "no list of numbers"),
    "truth values": (broken(lambda items: [{**i, "embedding": [True, False]} for i in items]), "no list of numbers"),
    "broken base64": (broken(lambda items: [{**i, "embedding": "!!"} for i in items]), "base64"),
    "several lengths": (
        broken(lambda items: [{**i, "embedding": [1.0] * (n + 2)} for n, i in enumerate(items)]),
        "vectors of 2 numbers and of 4",
    ),
    "one number twice": (broken(lambda items: [{**i, "index": 0} for i in items]), "which text each belongs to"),
    "HTML": (lambda r: Act(b"<html>a portal</html>", 200, {"Content-Type": "text/html"}), "a portal"),
    "a chat answer": (lambda r: Act(b'{"choices": [{"message": {"content": "hi"}}]}'), "no embeddings"),
    "deeply nested": (lambda r: Act(b'{"data":' * 20_000), "no embeddings"),
    "429": (lambda r: error(429, "slow down"), "answered 429: slow down"),
    "500": (lambda r: error(500), "answered 500"),
    "cut short": (lambda r: Act(answer(r).body, cut=60), "broke off"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_can_pass_is_tried_again(name: str, tmp_path: Path) -> None:
    rows, endpoint = embedded(in_turn(WRONG[name][0], answer), tmp_path, TEXTS[:3])
    assert len(endpoint.requests) == 2
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_pass_ends_the_run_with_what_to_do(name: str, tmp_path: Path) -> None:
    behaviour, words = WRONG[name]
    failed, endpoint = failure(behaviour, tmp_path)
    assert words in failed.what
    assert "\n" not in failed.what
    assert "--embedder" in failed.todo
    assert KEY not in f"{failed.what}{failed.todo}"
    assert len(endpoint.requests) == 3


@pytest.mark.parametrize(
    ("status", "message", "words"),
    [
        (401, f"bad key {KEY}", "The key was refused"),
        (404, "no such route", "no embeddings endpoint at this address"),
        (404, "the model does not exist", "There is no model 'some-model'"),
        (402, "pay first", "quota"),
        (400, "this model makes no embeddings", "refused"),
    ],
)
def test_what_cannot_pass_is_said_at_once(status: int, message: str, words: str, tmp_path: Path) -> None:
    failed, endpoint = failure(lambda r: error(status, message), tmp_path, TEXTS[:1])
    assert words in failed.what
    assert KEY not in failed.what
    assert len(endpoint.requests) == 1


def test_vectors_that_came_before_a_failure_are_kept(tmp_path: Path) -> None:
    with Loopback(in_turn(answer, answer, lambda r: error(401, "revoked"))) as endpoint:
        with pytest.raises(ModelError, match="refused") as caught:
            embedder_for(settings(endpoint.url, tmp_path, concurrency=1)).embed(TEXTS)
        assert "what came is cached" in caught.value.todo
        found = foreseen(TEXTS, settings(endpoint.url, tmp_path))
    assert found is not None
    assert found.cached == 128


def test_two_models_under_one_name_are_noticed(tmp_path: Path) -> None:
    def longer(request: Request) -> Act:
        return answer(request, lambda texts: [{"index": n, "embedding": numbers(t, 9)} for n, t in enumerate(texts)])

    with Loopback(in_turn(answer, longer)) as endpoint:
        embedder_for(settings(endpoint.url, tmp_path)).embed(TEXTS[:3])
        with pytest.raises(ModelError, match="7 numbers and of 9") as caught:
            embedder_for(settings(endpoint.url, tmp_path)).embed(TEXTS[:6])
    assert "--cache" in caught.value.todo


def test_a_damaged_vector_in_the_cache_is_none() -> None:
    assert unpacked("not base64 at all") is None
    assert unpacked("") is None
    whole = unpacked(packed(np.array([1.5, -2.0], dtype=np.float32)))
    assert whole is not None
    assert whole.tolist() == [1.5, -2.0]


def test_nothing_secret_is_stored(tmp_path: Path) -> None:
    embedded(answer, tmp_path, TEXTS[:5])
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and KEY.encode() in file.read_bytes()]


def test_a_missing_key_is_missed_before_anything_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    embedder = embedder_for(Settings(embedder="openai:some-model", cache=tmp_path))
    with pytest.raises(ModelError, match="needs a key"):
        embedder.embed(TEXTS[:2])


@few(max_examples=60, deadline=None)
@given(st.recursive(st.none() | st.floats() | st.text() | st.integers(), lambda inner: st.lists(inner)))
def test_any_body_is_vectors_or_passes(value: object) -> None:
    endpoint = Endpoint("m", "http://x", (KEY,))
    for body in (value, {"data": value}, {"data": [{"embedding": value}]}, {"data": [{"index": value}]}):
        try:
            received = vectors_in(json.dumps(body), 1, endpoint)
        except Passing:
            continue
        assert len(received.vectors) == 1
        assert np.isfinite(received.vectors[0]).all()
