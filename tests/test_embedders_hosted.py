"""Vectors from an endpoint on loopback: asked for once, checked, the same whatever order answers come in."""

import base64
import hashlib
import json
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as few
from hypothesis import strategies as st
from misbehaving import Act, Behaviour, Loopback, Request, error, in_turn
from real_topics import holds_every_paper_once, real_papers

from survey.embedders.choice import embedder_for, foreseen
from survey.embedders.hosted import HostedEmbedder, Spent
from survey.embedders.wire import packed, unpacked, vectors_in
from survey.embedders.words import WordEmbedder
from survey.errors import ModelError, SettingsError
from survey.models import retrying
from survey.models.failures import Endpoint, Passing
from survey.models.retrying import Patience
from survey.settings import Settings
from survey.topics import group, join

KEY = "sk-planted-9876543210zyxwvutsrqponm"
TEXTS = [f"Text number {n} about {'masks' if n % 2 else 'graphs'}." for n in range(150)]
WIDE = 1536


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses of milliseconds, so that tests needn't wait."""
    monkeypatch.setattr(retrying, "PATIENCE", Patience(tries=3, seconds=5, pause=0.01))
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


def test_every_text_gets_its_own_vector_whatever_the_order_of_the_answer(tmp_path: Path) -> None:
    rows, endpoint = embedded(answer, tmp_path)
    wanted = np.array([numbers(text) for text in TEXTS])
    assert np.allclose(rows, wanted / np.linalg.norm(wanted, axis=1, keepdims=True), atol=1e-6)
    assert rows.dtype == np.float32
    assert sorted(len(request.body["input"]) for request in endpoint.requests) == [22, 64, 64]
    assert {request.path for request in endpoint.requests} == {"/v1/embeddings"}
    assert {request.body["model"] for request in endpoint.requests} == {"some-model"}
    assert {request.headers["authorization"] for request in endpoint.requests} == {f"Bearer {KEY}"}


def test_answers_that_overtake_one_another_change_nothing(tmp_path: Path) -> None:
    def late(request: Request) -> Act:
        return Act(answer(request).body, delay=0.15 if request.number == 0 else 0)

    assert np.array_equal(embedded(late, tmp_path / "a")[0], embedded(answer, tmp_path / "b", concurrency=1)[0])


def test_what_was_embedded_once_is_never_asked_again(tmp_path: Path) -> None:
    with Loopback(answer) as endpoint:
        first = embedder_for(settings(endpoint.url, tmp_path)).embed(TEXTS[:70])
        again = embedder_for(settings(endpoint.url, tmp_path)).embed(TEXTS)
        asked = [text for request in endpoint.requests for text in request.body["input"]]
    assert sorted(asked) == sorted(TEXTS)
    assert np.array_equal(again[:70], first)


def test_another_model_or_another_endpoint_has_vectors_of_its_own(tmp_path: Path) -> None:
    with Loopback(answer) as one, Loopback(answer) as other:
        for chosen in (
            settings(one.url, tmp_path),
            settings(one.url, tmp_path, embedder="openai:another"),
            settings(other.url, tmp_path),
        ):
            embedder_for(chosen).embed(TEXTS[:5])
        assert (len(one.requests), len(other.requests)) == (2, 1)


def test_equal_texts_are_asked_about_once_and_empty_ones_never(tmp_path: Path) -> None:
    rows, endpoint = embedded(answer, tmp_path, ["same", "", "same", " … ", "other"])
    assert endpoint.requests[0].body["input"] == ["same", "other"]
    assert np.array_equal(rows[0], rows[2])
    assert not rows[[1, 3]].any()
    nothing, silent = embedded(answer, tmp_path, ["", "."])
    assert nothing.shape[0] == 2
    assert not nothing.any()
    assert not silent.requests


def test_what_would_be_asked_is_known_without_asking(tmp_path: Path) -> None:
    with Loopback(answer) as endpoint:
        chosen = settings(endpoint.url, tmp_path)
        before = foreseen([*TEXTS, "", TEXTS[0]], chosen)
        assert not endpoint.requests
        assert before is not None
        assert (before.texts, before.cached, before.calls) == (150, 0, 3)
        assert 150 * 5 < before.tokens < 150 * 12
        embedder = embedder_for(chosen)
        embedder.embed(TEXTS[:100])
        after = foreseen(TEXTS, chosen)
    assert after is not None
    assert (after.texts, after.cached, after.calls) == (150, 100, 1)
    assert isinstance(embedder, HostedEmbedder)
    assert embedder.spent == Spent(calls=2, retried=0, tokens=300)
    assert foreseen(TEXTS, Settings()) is None


def test_base64_and_items_without_numbers_are_understood(tmp_path: Path) -> None:
    def coded(texts: list[str]) -> list[dict[str, Any]]:
        return [{"embedding": base64.b64encode(np.array(numbers(t), "<f4").tobytes()).decode()} for t in texts]

    rows, _ = embedded(lambda r: answer(r, coded), tmp_path / "a", TEXTS[:9])
    plain, _ = embedded(answer, tmp_path / "b", TEXTS[:9])
    assert np.allclose(rows, plain, atol=1e-7)


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


def test_an_endpoint_that_takes_fewer_texts_gets_fewer(tmp_path: Path) -> None:
    def small(request: Request) -> Act:
        most = len(request.body["input"]) <= 10
        return answer(request) if most else error(422, "batch size > maximum allowed batch size 10")

    rows, endpoint = embedded(small, tmp_path, concurrency=1)
    assert np.array_equal(rows, embedded(answer, tmp_path / "b")[0])
    assert len(endpoint.requests) < 30
    assert len(endpoint.requests[-1].body["input"]) <= 10


def test_a_text_that_is_too_long_is_cut_until_it_fits(tmp_path: Path) -> None:
    def short(request: Request) -> Act:
        fits = all(len(text) <= 1000 for text in request.body["input"])
        return answer(request) if fits else error(400, "maximum context length is 250 tokens")

    long = "word " * 800
    rows, endpoint = embedded(short, tmp_path, ["a short one", long])
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert endpoint.requests[-1].body["input"][0] == long[: len(endpoint.requests[-1].body["input"][0])]
    _, again = embedded(short, tmp_path, [long])
    assert len(again.requests) == len([r for r in endpoint.requests if len(r.body["input"]) == 1]) - 1  # another port


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


@pytest.mark.parametrize("name", ["openai:", "openai", "word", "http://x"])
def test_an_unknown_embedder_is_named_with_those_there_are(name: str) -> None:
    with pytest.raises(SettingsError, match="There is no embedder") as caught:
        embedder_for(Settings(embedder=name))
    assert "openai:NAME" in caught.value.todo


def test_the_default_embedder_asks_nobody() -> None:
    assert isinstance(embedder_for(Settings()), WordEmbedder)
    assert Settings(embedder="openai:x").remembered()["embedder"] == "openai:x"


def by_words(request: Request) -> Act:
    """Vectors of another length and place than the built-in ones, that know the texts: their words, turned about."""
    known = WordEmbedder().embed(request.body["input"])
    turn = np.random.default_rng(1).standard_normal((known.shape[1], WIDE)).astype(np.float32)
    rows = known @ turn + 40  # far from the middle, as many models' vectors are
    return answer(request, lambda texts: [{"index": n, "embedding": row.tolist()} for n, row in enumerate(rows)])


def test_topics_are_drawn_and_joined_from_foreign_vectors(tmp_path: Path) -> None:
    papers = list(real_papers()[:120])
    with Loopback(by_words) as endpoint:
        embedder = embedder_for(settings(endpoint.url, tmp_path))
        before = group(papers[:110], embedder=embedder)
        assert len(endpoint.requests) == 2
        after = join(before, papers[:110], papers[110:], embedder=embedder)
        assert len(endpoint.requests[-1].body["input"]) == 10
        assert group(papers[:110][::-1], embedder=embedder_for(settings(endpoint.url, tmp_path))) == before
        assert len(endpoint.requests) == 3
    holds_every_paper_once(before, papers[:110])
    holds_every_paper_once(after, papers)
    assert 10 <= len(before.topics) <= 24
    own = group(papers[:110])
    place = {key: n for n, topic in enumerate(own.topics) for key in topic.papers}
    mates = [len({place[key] for key in topic.papers}) / len(topic.papers) for topic in before.topics]
    assert np.mean(mates) < 0.75  # what belongs together by the one belongs together by the other


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
