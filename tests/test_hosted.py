"""Whole surveys through a chat endpoint on loopback: well-behaved, limited by a budget, and thoroughly misbehaving."""

import asyncio
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import diskcache
import pytest
from misbehaving import MISCHIEF, Act, Loopback, Request, mixed, well

from survey.asking import asking
from survey.build import build_survey
from survey.checking import check_survey
from survey.document import Survey
from survey.errors import SettingsError
from survey.evidence import is_verbatim, missing_numbers
from survey.folder import save
from survey.intake import read_distinct
from survey.models import retrying
from survey.models.retrying import Patience
from survey.papers import Paper
from survey.plan import plan_survey
from survey.questions import FIELDS
from survey.reading import read_papers
from survey.settings import Settings

KEY = "sk-planted-5555566666777778888899999"
PRICED = {"m": (2.0, 1.0, 8.0)}


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrying, "PATIENCE", Patience(tries=4, seconds=600, pause=0.005))
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")


def settings(endpoint: Loopback, here: Path, **more: object) -> Settings:
    given = {"model": "m", "base_url": endpoint.url, "cache": here / "cache", "prices": PRICED}
    return Settings.model_validate(given | more)


def sound(survey: Survey, folder: Path) -> None:
    """Every invariant holds, and the key is in no file."""
    save(survey, folder)
    files = tuple(sorted(path for path in folder.iterdir() if path.is_file()))
    assert not check_survey(survey, (folder / "survey.md").read_text(encoding="utf-8"), files)
    for path in folder.parent.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes(), path


def same(survey: Survey) -> dict[str, object]:
    return survey.model_dump(exclude={"run"})


def test_a_survey_from_a_good_endpoint(example_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    with Loopback(well) as endpoint:
        wanted = settings(endpoint, tmp_path)
        plan = plan_survey(list(example_dumps), wanted)
        assert not endpoint.requests, "a plan asks nothing"
        survey = build_survey(list(example_dumps), wanted)
        sound(survey, tmp_path / "out")
        assert survey.run.complete
        assert survey.run.calls == len(endpoint.calls) == plan.calls
        assert survey.run.tokens_in == pytest.approx(plan.tokens_in, rel=0.10)
        used = survey.run.tokens_in * 2 + survey.run.tokens_out * 8
        assert survey.run.cost_usd == pytest.approx(used / 1e6, abs=1e-6)
        again = build_survey(list(example_dumps), wanted)
        assert again.run.calls == 0
        assert same(again) == same(survey)
        assert plan_survey(list(example_dumps), wanted).calls == 0


def test_the_plan_of_the_real_dumps(real_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    with Loopback(well) as endpoint:
        wanted = settings(endpoint, tmp_path)
        plan = plan_survey(list(real_dumps), wanted)
        survey = build_survey(list(real_dumps), wanted)
    sound(survey, tmp_path / "out")
    assert survey.run.calls == plan.calls
    assert survey.run.tokens_in == pytest.approx(plan.tokens_in, rel=0.10)


def test_the_order_of_finishing_changes_nothing(example_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    """The calls about records are all under way at once; each is answered when the one that came after it was."""

    def last_first(request: Request) -> Act:
        def turn() -> bool:
            if request.number < together - 1 and request.number + 1 not in answered:
                return False
            answered.append(request.number)
            return True

        return replace(well(request), until=turn)

    answered: list[int] = []
    with Loopback(well) as endpoint:
        one = build_survey(list(example_dumps), settings(endpoint, tmp_path / "a", concurrency=1))
        together = sum('"statements"' in request.text for request in endpoint.calls)
        endpoint.behaviour = last_first
        endpoint.requests.clear()
        other = build_survey(list(example_dumps), settings(endpoint, tmp_path / "b", concurrency=16))
    assert together > 3
    assert answered[:together] == list(range(together))[::-1]
    assert same(one) == same(other)


def test_a_budget_of_tokens_stops_before_the_call_that_would_cross(
    example_dumps: tuple[Path, ...], tmp_path: Path
) -> None:
    with Loopback(well) as endpoint:
        whole = build_survey(list(example_dumps), settings(endpoint, tmp_path / "other"))
        most = (whole.run.tokens_in + whole.run.tokens_out) // 2
        part = build_survey(list(example_dumps), settings(endpoint, tmp_path, max_total_tokens=most))
        sound(part, tmp_path / "out")
        assert part.run.stopped == "budget"
        assert not part.run.complete
        assert 0 < part.run.tokens_in + part.run.tokens_out <= most
        reasons = {left.reason for left in part.left_out}
        assert reasons == {"the budget was spent before it could be asked about"}
        assert len(part.papers) == 48
        before = len(endpoint.calls)
        rest = build_survey(list(example_dumps), settings(endpoint, tmp_path, max_total_tokens=10**9))
        assert rest.run.complete
        assert rest.run.stopped is None
        assert part.run.calls + rest.run.calls == whole.run.calls, "nothing is asked twice"
        assert rest.run.calls == len(endpoint.calls) - before
        assert same(rest) == same(whole)


def test_a_budget_of_dollars(example_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    with Loopback(well) as endpoint:
        part = build_survey(list(example_dumps), settings(endpoint, tmp_path, max_cost=0.1))
        assert part.run.stopped == "budget"
        assert part.run.cost_usd is not None
        assert 0 < part.run.cost_usd <= 0.1
        nothing = build_survey(list(example_dumps), settings(endpoint, tmp_path / "b", max_cost=0.0))
        assert nothing.run.calls == 0
        sound(nothing, tmp_path / "out")
        with pytest.raises(SettingsError, match="needs a price"):
            build_survey(list(example_dumps), settings(endpoint, tmp_path, max_cost=1.0, prices={}))


@pytest.fixture(scope="module")
def papers(example_dumps: tuple[Path, ...]) -> tuple[Paper, ...]:
    _, distinct = read_distinct([example_dumps[0]], Settings())
    return distinct.papers


ENDLESS = ("hanging", "dripping")
"""Only a time for a call ends these."""


@pytest.mark.parametrize("trick", sorted(MISCHIEF))
def test_one_trick_at_a_time(trick: str, papers: tuple[Paper, ...], tmp_path: Path) -> None:
    """Every second request meets the trick; each paper gets a record that holds, or is left out by name."""

    def behave(request: Request) -> Act:
        return MISCHIEF[trick](request) if request.number % 2 else well(request)

    wait = 2.0 if trick in ENDLESS else 60.0
    with Loopback(behave) as endpoint, asking(settings(endpoint, tmp_path, timeout=wait, concurrency=1)) as asker:
        records, answered = read_papers(asker, papers, "English")
    left = {entry.label for entry in answered.left_out}
    assert left.isdisjoint(records)
    assert left | set(records) == {paper.key for paper in papers}
    assert len(records) > len(papers) / 2
    by_key = {paper.key: paper for paper in papers}
    for key, record in records.items():
        said = [getattr(record, name) for name in FIELDS if getattr(record, name)] + list(record.results)
        assert said
        for statement in said:
            assert all(is_verbatim(q, by_key[key].abstract, by_key[key].title) for q in statement.quotes)
            assert not missing_numbers(statement.text, statement.quotes)
            assert "<" not in statement.text
    assert all("\x1b" not in entry.reason and len(entry.reason) < 2500 for entry in answered.left_out)


def accounted(survey: Survey) -> None:
    """Every paper has a record or is named as left out, never both."""
    left = {entry.paper for entry in survey.left_out if entry.paper}
    keys = {paper.key for paper in survey.papers}
    assert left | set(survey.records) == keys
    assert not left & set(survey.records)


def test_a_random_mix_of_all_mischief_over_the_real_dumps(real_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    with Loopback(mixed(seed=3)) as endpoint:
        wanted = settings(endpoint, tmp_path, timeout=3.0, concurrency=8)
        survey = build_survey(list(real_dumps), wanted)
        sound(survey, tmp_path / "out")
        accounted(survey)
        assert survey.left_out, "so much mischief leaves its mark"
        assert survey.run.retried > 10
        assert survey.run.rejected_answers > 10
        valid(tmp_path / "cache")
        endpoint.behaviour = well
        before = len(endpoint.calls)
        healed = build_survey(list(real_dumps), wanted.model_copy(update={"timeout": 60.0}))
        sound(healed, tmp_path / "out")
        assert healed.run.complete
        assert healed.run.calls == len(endpoint.calls) - before
        assert len(healed.records) == len(healed.papers)


def valid(cache: Path) -> None:
    """No cached answer holds what only mischief says."""
    with diskcache.Cache(str(cache), disk=diskcache.JSONDisk) as answers:
        texts = [answers[key] for key in answers]
    assert len(texts) > 100
    for text in texts:
        json.loads(text)
        assert "<script" not in text
        assert "93.71" not in text
        assert "confidence <i>" not in text
        assert "P999" not in text
        assert "\\u0000" not in text
        assert "\ufffd" not in text


def test_calls_at_a_time_are_bounded(example_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    def slow(request: Request) -> Act:
        return Act(**{**well(request).__dict__, "delay": 0.05})

    with Loopback(slow) as endpoint:
        build_survey([example_dumps[0]], settings(endpoint, tmp_path, concurrency=3))
    assert endpoint.busiest <= 3


def test_a_pack_too_long_for_the_model_is_asked_in_halves(example_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    def small(request: Request) -> Act:
        long = request.text.count("\nP") > 5 and '"statements"' in request.text
        return MISCHIEF_TOO_LONG if long else well(request)

    with Loopback(small) as endpoint:
        survey = build_survey([example_dumps[0]], settings(endpoint, tmp_path))
    assert survey.run.complete


MISCHIEF_TOO_LONG = Act(
    json.dumps({"error": {"message": "maximum context length exceeded", "code": "context_length_exceeded"}}).encode(),
    400,
)


def test_the_mischief_is_mixed() -> None:
    """The mix is what its name says: all tricks occur."""
    behave = mixed(seed=3)
    body = {"messages": [{"content": '{"name": "..."}'}]}
    acts = Counter(behave(Request(n, "POST", "/", {}, body)).status for n in range(300))
    assert {200, 429, 500, 503} <= set(acts)
    assert asyncio.iscoroutinefunction(Loopback._serve)
