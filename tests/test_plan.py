"""What a run would ask: exact where it can be, near where it rests on answers to come."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from misbehaving import Loopback, well

from survey.build import build_survey
from survey.models.chat import ChatModel
from survey.plan import Plan, plan_survey
from survey.settings import Settings
from survey.synthesis import TopicWork, folded


def settings(endpoint: Loopback, here: Path, **more: object) -> Settings:
    return Settings.model_validate({"model": "gpt-4o-mini", "base_url": endpoint.url, "cache": here / "c", **more})


def steps(plan: Plan) -> dict[str, tuple[int, int, int]]:
    """Items, cached and calls by question."""
    return {step.question: (step.items, step.cached, step.calls) for step in plan.steps}


def test_a_plan_needs_neither_key_nor_network(example_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    plan = plan_survey(list(example_dumps), Settings(model="gpt-4o-mini", cache=tmp_path))
    assert plan.calls > 4
    assert plan.tokens_in > 10_000
    assert plan.cost_usd is not None
    assert 0 < plan.cost_usd < 1


def test_a_model_without_a_price_shows_tokens_only(example_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    plan = plan_survey(list(example_dumps), Settings(model="whatever", cache=tmp_path))
    assert plan.tokens_in > 10_000
    assert plan.cost_usd is None


def test_without_a_model_nothing_is_spent(example_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    plan = plan_survey(list(example_dumps), Settings(cache=tmp_path))
    assert (plan.tokens_in, plan.tokens_out, plan.cost_usd) == (0, 0, 0)


def test_what_is_cached_is_not_planned(example_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    with Loopback(well) as endpoint:
        wanted = settings(endpoint, tmp_path)
        build_survey([example_dumps[0]], wanted)
        plan = plan_survey(list(example_dumps), wanted)
        papers, cached, calls = steps(plan)["record"]
        assert (papers, cached) == (48, 26)
        assert calls == -(-22 // ChatModel.pack)
        survey = build_survey(list(example_dumps), wanted)
    assert survey.run.calls == plan.calls
    assert survey.run.tokens_in == pytest.approx(plan.tokens_in, rel=0.10)


@pytest.mark.parametrize("fold", [3, 5, 1000])
def test_a_large_topic_folds_by_counts_known_beforehand(
    fold: int, example_dumps: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ChatModel, "fold", fold)
    with Loopback(well) as endpoint:
        wanted = settings(endpoint, tmp_path)
        plan = plan_survey(list(example_dumps), wanted)
        survey = build_survey(list(example_dumps), wanted)
    assert survey.run.calls == plan.calls
    assert survey.run.complete
    assert steps(plan)["synthesis"][2] == sum(-(-len(topic.papers) // fold) for topic in survey.topics)
    assert plan_survey(list(example_dumps), wanted).calls == 0
    for topic in survey.topics:
        assert [claim.id for claim in topic.claims] == [f"{topic.id}-c{n}" for n in range(1, len(topic.claims) + 1)]


@pytest.mark.parametrize(("papers", "most", "sizes"), [(4, 4, [4]), (5, 4, [2, 3]), (40, 4, [4] * 10), (0, 4, [0])])
def test_parts_are_about_as_large(papers: int, most: int, sizes: list[int]) -> None:
    topic = TopicWork("t1", "", (), tuple((n, n) for n in range(papers)))  # type: ignore[misc]
    parts = folded(topic, most)
    assert [len(part.papers) for part in parts] == sizes
    assert tuple(both for part in parts for both in part.papers) == topic.papers


def test_the_command_prints_it(example_dumps: tuple[Path, ...], tmp_path: Path, command: Callable[..., object]) -> None:
    said = command("plan", *example_dumps, "--model", "gpt-4o-mini", "--cache", tmp_path, "--json")
    found = json.loads(getattr(said, "out"))  # noqa: B009
    assert found["calls"] == sum(step["calls"] for step in found["steps"])
    table = command("plan", *example_dumps, "--model", "gpt-4o-mini", "--cache", tmp_path)
    assert "synthesis" in getattr(table, "out")  # noqa: B009
    assert "an estimate, a few per cent off, for gpt-4o-mini" in getattr(table, "out")  # noqa: B009
