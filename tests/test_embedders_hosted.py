"""Vectors from an endpoint on loopback: asked for once, checked, the same whatever order answers come in."""

import base64
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from embedding import KEY, TEXTS, WIDE, answer, embedded, numbers, settings
from embedding import hurried as hurried
from misbehaving import Act, Loopback, Request, error
from real_topics import holds_every_paper_once, real_papers

from survey.embedders.choice import embedder_for, foreseen
from survey.embedders.hosted import HostedEmbedder, Spent
from survey.embedders.words import WordEmbedder
from survey.errors import SettingsError
from survey.settings import Settings
from survey.topics import group, join


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
    answered: list[int] = []

    def late(request: Request) -> Act:
        """The first of three is answered when the others have been."""

        def turn() -> bool:
            if request.number > 0 or len(answered) == 2:
                answered.append(request.number)
            return request.number in answered

        return Act(answer(request).body, until=turn)

    assert np.array_equal(embedded(late, tmp_path / "a")[0], embedded(answer, tmp_path / "b", concurrency=1)[0])
    assert answered[-1] == 0


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


def test_tokens_are_counted_here_where_the_endpoint_does_not(tmp_path: Path) -> None:
    def silent(request: Request) -> Act:
        found = json.loads(answer(request).body)
        return Act(json.dumps({"data": found["data"]}).encode())

    with Loopback(silent) as endpoint:
        chosen = settings(endpoint.url, tmp_path)
        ahead = foreseen(TEXTS[:10], chosen)
        embedder = embedder_for(chosen)
        embedder.embed(TEXTS[:10])
    assert isinstance(embedder, HostedEmbedder)
    assert ahead is not None
    assert embedder.spent == Spent(calls=1, retried=0, tokens=ahead.tokens)


def test_base64_and_items_without_numbers_are_understood(tmp_path: Path) -> None:
    def coded(texts: list[str]) -> list[dict[str, Any]]:
        return [{"embedding": base64.b64encode(np.array(numbers(t), "<f4").tobytes()).decode()} for t in texts]

    rows, _ = embedded(lambda r: answer(r, coded), tmp_path / "a", TEXTS[:9])
    plain, _ = embedded(answer, tmp_path / "b", TEXTS[:9])
    assert np.allclose(rows, plain, atol=1e-7)


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
