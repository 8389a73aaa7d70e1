"""Topics drawn with the vectors of an endpoint: asked for once, foreseen, paid for, within the budget."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
from conftest import Command
from misbehaving import Act, Loopback, Request

from survey.arranging import arranged
from survey.dumps import read_dumps
from survey.embedders import WordEmbedder
from survey.settings import PinTable, Settings
from survey.topics import group, text_of

MODEL = "text-embedding-3-small"


def vectors(request: Request) -> Act:
    """The built-in vectors, as an endpoint gives vectors; a token for each word."""
    texts = request.body["input"]
    rows = WordEmbedder().embed(texts)
    data = [{"index": n, "object": "embedding", "embedding": row.tolist()} for n, row in enumerate(rows)]
    used = sum(len(text.split()) for text in texts)
    answer = {"object": "list", "model": MODEL, "data": data, "usage": {"prompt_tokens": used, "total_tokens": used}}
    return Act(json.dumps(answer).encode(), headers={"content-type": "application/json"})


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    with Loopback(vectors) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        yield server


def texts_asked(endpoint: Loopback) -> list[str]:
    return [text for request in endpoint.requests for text in request.body["input"]]


def test_a_survey_on_the_vectors_of_an_endpoint(
    command: Command, endpoint: Loopback, example_dumps: tuple[Path, ...], tmp_path: Path
) -> None:
    words = ["build", *map(str, example_dumps), "--embedder", f"openai:{MODEL}", "--cache", str(tmp_path / "cache")]
    ran = command(*words, "-o", str(tmp_path / "one"), "--json")
    assert ran.code == 0, ran
    run = json.loads(ran.out)
    assert {request.path.rpartition("/")[2] for request in endpoint.requests} == {"embeddings"}
    assert run["calls"] > len(endpoint.requests) == 1, "the calls of all questions and that for the vectors"
    assert run["tokens_in"] == sum(len(text.split()) for text in texts_asked(endpoint))
    assert run["cost_usd"] == pytest.approx(run["tokens_in"] * 0.02 / 1e6, abs=1e-6)
    assert command("check", str(tmp_path / "one")).code == 0

    asked = len(endpoint.requests)
    again = command(*words, "-o", str(tmp_path / "two"), "--json")
    assert json.loads(again.out)["calls"] == json.loads(again.out)["tokens_in"] == 0
    assert len(endpoint.requests) == asked
    other = command(*words, "--seed", "3", "-o", str(tmp_path / "three"), "--json")
    assert json.loads(other.out)["tokens_in"] == 0, "a vector is cached by its text, whatever is grouped with it"


def test_the_embedder_is_what_topics_are_drawn_with(endpoint: Loopback, tmp_path: Path) -> None:
    """An endpoint that tells two kinds of papers apart by a word draws topics by that word."""
    papers = [paper for dump in read_dumps(["examples"]).dumps for paper in dump.papers]
    odd = {text_of(paper) for paper in papers[::2]}

    def by_place(request: Request) -> Act:
        data = [
            {"index": n, "embedding": [1.0, 0.0] if t in odd else [0.0, 1.0]}
            for n, t in enumerate(request.body["input"])
        ]
        return Act(json.dumps({"data": data}).encode(), headers={"content-type": "application/json"})

    endpoint.behaviour = by_place
    settings = Settings(embedder="openai:odd", cache=tmp_path, topics=2)
    drawn = arranged(papers, settings).grouping
    mine = arranged(papers, settings.model_copy(update={"embedder": "words"})).grouping
    groups = {frozenset(topic.papers) for topic in drawn.topics}
    assert groups != {frozenset(topic.papers) for topic in mine.topics}


def test_topics_are_worked_out_once_for_the_same_papers_and_settings(
    example_dumps: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = [paper for dump in read_dumps(list(example_dumps)).dumps for paper in dump.papers]
    counted = Mock(wraps=group)
    monkeypatch.setattr("survey.arranging.group", counted)
    settings = Settings(cache=tmp_path)
    first = arranged(papers, settings)
    assert arranged(papers, settings) == first
    assert arranged(papers[::-1], settings.model_copy(update={"title": "Another", "model": "m"})) == first
    assert counted.call_count == 1, "neither the order of papers nor what has nothing to do with topics counts"
    changes: list[dict[str, object]] = [{"seed": 3}, {"topics": 2}, {"pins": PinTable(names={"t1": "Mine"})}]
    for n, change in enumerate(changes, 2):
        arranged(papers, settings.model_copy(update=change))
        assert counted.call_count == n
    assert len(arranged(papers, settings.model_copy(update={"topics": 2})).grouping.topics) == 2
    arranged(papers[1:], settings)
    assert counted.call_count == 5


def test_a_plan_sends_nothing_and_says_what_is_estimated(
    command: Command, endpoint: Loopback, example_dumps: tuple[Path, ...], tmp_path: Path
) -> None:
    words = [*map(str, example_dumps), "--embedder", f"openai:{MODEL}", "--cache", str(tmp_path / "cache")]
    before = command("plan", *words)
    assert before.code == 0, before
    assert "embedding" in before.out
    assert "built-in ones" in before.out
    assert not endpoint.requests
    foreseen = json.loads(command("plan", *words, "--json").out)
    built = json.loads(command("build", *words, "-o", str(tmp_path / "one"), "--json").out)
    assert foreseen["steps"][0]["calls"] == len(endpoint.requests) == 1
    assert foreseen["calls"] == built["calls"]
    assert foreseen["tokens_in"] > 0
    after = command("plan", *words)
    assert "built-in ones" not in after.out
    assert json.loads(command("plan", *words, "--json").out)["calls"] == 0


def test_a_budget_stops_before_the_first_text_is_sent(
    command: Command, endpoint: Loopback, example_dumps: tuple[Path, ...], tmp_path: Path
) -> None:
    words = ["build", *map(str, example_dumps), "--cache", str(tmp_path / "cache"), "-o", str(tmp_path / "one")]
    for limit, value in (("--max-total-tokens", "100"), ("--max-cost", "0.000001")):
        ran = command(*words, "--embedder", f"openai:{MODEL}", limit, value)
        assert ran.code == 3, ran
        assert limit in ran.err
    nameless = command(*words, "--embedder", "openai:nobody-knows", "--max-cost", "1")
    assert nameless.code == 2
    assert "[prices]" in nameless.err
    assert not endpoint.requests
    assert not (tmp_path / "one" / "survey.json").exists()
    enough = command(*words, "--embedder", f"openai:{MODEL}", "--max-total-tokens", "100000")
    assert enough.code == 0, enough


def test_a_refresh_asks_for_the_new_papers_alone(
    command: Command, endpoint: Loopback, example_dumps: tuple[Path, ...], tmp_path: Path
) -> None:
    first, second = map(str, example_dumps)
    cache = ("--cache", str(tmp_path / "cache"))
    folder = str(tmp_path / "one")
    assert command("build", first, "--embedder", f"openai:{MODEL}", "-o", folder, *cache).code == 0
    old = set(texts_asked(endpoint))
    endpoint.requests.clear()
    ahead = command("refresh", folder, second, "--dry-run", *cache)
    assert "embedding" in ahead.out
    assert not endpoint.requests
    refreshed = json.loads(command("refresh", folder, second, "--json", *cache).out)
    new = texts_asked(endpoint)
    assert len(new) == refreshed["added"] > 0
    assert not old & set(new)
    assert len(endpoint.requests) == 1
    assert command("check", folder).code == 0


def test_an_endpoint_that_fails_is_said_in_a_line(
    command: Command, endpoint: Loopback, example_dumps: tuple[Path, ...], tmp_path: Path
) -> None:
    endpoint.behaviour = lambda _: Act(b'{"error": {"message": "no such model"}}', 404)
    words = ["build", *map(str, example_dumps), "--cache", str(tmp_path / "cache"), "-o", str(tmp_path / "one")]
    ran = command(*words, "--embedder", "openai:nothing")
    assert ran.code == 2, ran
    assert "--embedder" in ran.err
    assert "Traceback" not in ran.err
    unknown = command(*words, "--embedder", "glove")
    assert unknown.code == 2
    assert "openai:NAME" in unknown.err


def test_the_built_in_vectors_load_no_client_for_endpoints() -> None:
    """The openai client takes longer to import than the topics of hundreds of papers to draw."""
    code = "import sys, survey.build; print('openai' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
