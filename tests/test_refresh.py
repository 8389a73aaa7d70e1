"""A survey brought up to date: what is new comes in, and nothing else changes."""

import itertools
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from conftest import EPOCH, Command

from survey.build import build_survey
from survey.checking import check_survey
from survey.document import Survey
from survey.errors import SettingsError
from survey.folder import save
from survey.lines import paper_lines
from survey.models.base import Prompt, Reply
from survey.models.extractive.model import Extractive
from survey.refresh import refresh_survey
from survey.refreshing.dryrun import plan_refresh
from survey.refreshing.prospect import Request
from survey.render import render
from survey.render.markdown import render_markdown
from survey.render.wording import with_count
from survey.settings import Settings


def sound(survey: Survey) -> bool:
    return check_survey(survey, render_markdown(survey)) == ()


def same(one: Survey, other: Survey) -> bool:
    """The same bytes as the contract means it: apart from ``run`` (the dates are fixed here)."""
    return one.model_copy(update={"run": other.run}) == other


def written(path: Path, papers: Iterable[tuple[str, str]]) -> Path:
    path.write_text("".join(json.dumps({"title": t, "abstract": a}) + "\n" for t, a in papers), encoding="utf-8")
    return path


def texts(survey: Survey) -> list[tuple[str, str]]:
    return [(paper.title, paper.abstract) for paper in survey.papers]


@pytest.fixture(autouse=True)
def epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(cache=tmp_path_factory.mktemp("refresh") / "cache")


@pytest.fixture(scope="session")
def first(real_dumps: tuple[Path, ...], settings: Settings) -> Survey:
    """The survey of the first real dump."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        return build_survey([real_dumps[0]], settings)


@pytest.fixture(scope="session")
def second(first: Survey, real_dumps: tuple[Path, ...], settings: Settings) -> Survey:
    """The same survey, refreshed with the second real dump."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        refreshed = refresh_survey(first, [real_dumps[1]], settings)
    assert refreshed is not None
    return refreshed


@pytest.fixture(scope="session")
def small(first: Survey, tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Survey:
    """A survey of every fifth of these papers, quick to refresh."""
    dump = written(tmp_path_factory.mktemp("small") / "small.jsonl", texts(first)[::5])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        return build_survey([dump], settings)


# --- the two real dumps ---


def test_the_second_dump_brings_212_papers_and_25_merges(first: Survey, second: Survey) -> None:
    assert (len(first.papers), len(second.papers)) == (215, 427)
    (refresh,) = second.history
    assert (refresh.refresh, refresh.added, refresh.merged, refresh.rejected) == (1, 212, 25, 0)
    assert Counter(paper.added for paper in second.papers) == {0: 215, 1: 212}
    account = second.dumps[1]
    assert (account.read, account.papers, account.merged, account.rejected) == (237, 212, 25, 0)


def test_every_invariant_holds_after_a_refresh(second: Survey) -> None:
    assert check_survey(second, render_markdown(second)) == ()


def test_numbers_topics_and_records_of_old_papers_stay(first: Survey, second: Survey) -> None:
    after = second.by_key()
    for paper in first.papers:
        now = after[paper.key]
        assert (now.number, now.title, now.abstract) == (paper.number, paper.title, paper.abstract)
        assert second.records[paper.key] == first.records[paper.key]
        assert set(paper.sources) <= set(now.sources)
    assert sorted(paper.number for paper in second.papers) == list(range(1, 428))
    lineages = {topic.id: topic.lineage for topic in second.topics}
    assert {topic.id for topic in first.topics} <= set(lineages)
    moved = [(paper.topic, after[paper.key].topic) for paper in first.papers if after[paper.key].topic != paper.topic]
    assert all(old in lineages[new] for old, new in moved), "an old paper moves only where its topic was split"


def test_old_claims_stay_unless_changed_and_are_never_renumbered(first: Survey, second: Survey) -> None:
    now = {claim.id: claim for topic in second.topics for claim in topic.claims}
    told = {change.claim for change in second.history[0].statements}
    for claim in (claim for topic in first.topics for claim in topic.claims):
        assert claim.id in told or now[claim.id] == claim
    ids = [claim.id for topic in second.topics for claim in topic.claims]
    assert len(ids) == len(set(ids))


def test_a_topic_with_nothing_new_keeps_its_section_as_it_was(first: Survey, second: Survey) -> None:
    old = first.by_topic()
    kept = [t for t in second.topics if t.id in old and set(t.papers) == set(old[t.id].papers)]
    assert kept, "the real dumps leave some topics alone"
    assert [topic.model_dump_json() for topic in kept] == [old[topic.id].model_dump_json() for topic in kept]


def test_the_same_dump_again_changes_nothing(second: Survey, real_dumps: tuple[Path, ...], settings: Settings) -> None:
    assert refresh_survey(second, list(real_dumps), settings) is None


def test_a_dump_of_known_records_in_another_format_changes_nothing(
    second: Survey, settings: Settings, tmp_path: Path
) -> None:
    again = written(tmp_path / "again.jsonl", texts(second)[100:160])
    assert refresh_survey(second, [again], settings) is None


def test_a_refresh_in_five_parts_gives_the_papers_and_records_of_one_build(
    second: Survey, settings: Settings, tmp_path: Path
) -> None:
    """And the same account: every record of every part went somewhere."""
    papers = [(p.title, p.abstract) for p in second.papers]
    random.Random(0).shuffle(papers)
    doubled = papers[:90] + papers[40:50]
    parts = [written(tmp_path / f"part{n}.jsonl", doubled[n * 20 : (n + 1) * 20]) for n in range(5)]
    whole = build_survey(parts, settings)
    survey: Survey | None = build_survey(parts[:1], settings)
    for part in parts[1:]:
        assert survey is not None
        survey = refresh_survey(survey, [part], settings)
    assert survey is not None
    assert sound(survey)
    assert {(p.key, p.title, p.abstract) for p in survey.papers} == {(p.key, p.title, p.abstract) for p in whole.papers}
    assert survey.records == whole.records
    account = ("read", "papers", "merged", "rejected")
    totals = [[sum(getattr(dump, name) for dump in one.dumps) for name in account] for one in (survey, whole)]
    assert totals[0] == totals[1]
    assert [refresh.refresh for refresh in survey.history] == [1, 2, 3, 4]


# --- new versions, papers taken out ---


def test_a_changed_abstract_renews_just_what_rests_on_it(small: Survey, settings: Settings, tmp_path: Path) -> None:
    claim = next(c for t in small.topics for c in t.claims if c.kind == "finding" and len(c.papers) == 1)
    changed = small.by_key()[claim.papers[0]]
    text = changed.abstract.replace(claim.evidence[0].quote, "It turns out that none of this could be repeated.")
    assert text != changed.abstract
    after = refresh_survey(small, [written(tmp_path / "v2.jsonl", [(changed.title, text)])], settings)
    assert after is not None
    assert sound(after)
    now = after.by_key()[changed.key]
    assert (now.abstract, now.number, now.added) == (text, changed.number, 0)
    assert after.history[0].new_versions == (changed.key,)
    assert after.records[changed.key] != small.records[changed.key]
    assert {k: r for k, r in after.records.items() if k != changed.key} == {
        k: r for k, r in small.records.items() if k != changed.key
    }
    others = [topic for topic in after.topics if topic.id != changed.topic]
    assert others == [small.by_topic()[topic.id] for topic in others]
    withdrawn = {s.claim: s.reason for s in after.history[0].statements if s.kind == "withdrawn"}
    assert withdrawn[claim.id] == "a new version of a paper that it rested on came"


def test_a_copy_cut_short_is_not_a_new_version(small: Survey, settings: Settings, tmp_path: Path) -> None:
    paper = max(small.papers, key=lambda p: len(p.abstract))
    cut = written(tmp_path / "cut.jsonl", [(paper.title, paper.abstract[:300])])
    after = refresh_survey(small, [cut], settings)
    assert after is not None
    assert after.history[0].new_versions == ()
    assert after.by_key()[paper.key].abstract == paper.abstract
    assert after.topics == small.topics


def test_a_dropped_paper_takes_along_what_rests_on_it_alone(second: Survey, settings: Settings) -> None:
    shared = next(c for t in second.topics for c in t.claims if c.kind == "agreement" and len(c.papers) > 3)
    key = shared.papers[0]
    after = refresh_survey(second, [], settings, Request(drop=(key,)))
    assert after is not None
    assert sound(after)
    assert key not in after.by_key()
    assert key not in after.records
    claims = {c.id: c for claims in (after.overview, *(t.claims for t in after.topics)) for c in claims}
    assert not [claim for claim in claims.values() if key in claim.papers]
    assert claims[shared.id].papers == shared.papers[1:]
    before = {c.id: c for t in second.topics for c in t.claims}
    assert {i for i in before if i not in claims} == {i for i, c in before.items() if c.papers == (key,)}
    (dropped,) = after.history[-1].dropped
    assert (dropped.key, dropped.number) == (key, second.by_key()[key].number)
    sources = second.by_key()[key].sources
    assert Counter(r.source for r in after.rejected) == Counter(sources)


def test_what_was_dropped_never_comes_back_and_its_number_is_never_given_again(
    small: Survey, settings: Settings, tmp_path: Path
) -> None:
    last = max(small.papers, key=lambda paper: paper.number)
    without = refresh_survey(small, [], settings, Request(drop=(last.key,)))
    assert without is not None
    again = [(last.title, last.abstract), ("A paper about pebbles", "We sort pebbles by colour. It works well.")]
    after = refresh_survey(without, [written(tmp_path / "again.jsonl", again)], settings)
    assert after is not None
    assert sound(after)
    assert last.key not in after.by_key()
    (new,) = [paper for paper in after.papers if paper.added]
    assert new.number == last.number + 1
    assert [r.reason for r in after.rejected if r.source.dump == "again.jsonl"] == ["dropped before: on request"]


@pytest.mark.parametrize(
    "line", ["{key}", "{title}", "TITLE,Reason\n{title},fraud", "OriginalPaperDOI,Title\n10.1/x,{title}"]
)
def test_a_retraction_list_is_read_in_any_of_its_forms(
    small: Survey, settings: Settings, tmp_path: Path, line: str
) -> None:
    paper = next(p for p in small.papers if "," not in p.title and '"' not in p.title)
    path = tmp_path / "retracted.txt"
    path.write_text(f"{line.format(key=paper.key, title=paper.title)}\n", encoding="utf-8")
    after = refresh_survey(small, [], settings, Request(retracted=(path,)))
    assert after is not None
    assert [(d.key, d.reason) for d in after.history[0].dropped] == [(paper.key, "retracted, by retracted.txt")]


def test_a_list_that_names_nothing_here_changes_nothing(small: Survey, settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "retracted.txt"
    path.write_text("# none of ours\n10.1000/nothing\nAn unknown paper\n", encoding="utf-8")
    assert refresh_survey(small, [], settings, Request(retracted=(path,))) is None


def test_a_key_to_drop_that_is_not_there_is_an_error(small: Survey, settings: Settings) -> None:
    with pytest.raises(SettingsError, match="nosuchkey"):
        refresh_survey(small, [], settings, Request(drop=("nosuchkey",)))


def test_a_survey_can_lose_a_whole_topic(small: Survey, settings: Settings) -> None:
    topic = min(small.topics, key=lambda t: len(t.papers))
    after = refresh_survey(small, [], settings, Request(drop=topic.papers))
    assert after is not None
    assert sound(after)
    assert topic.id not in after.by_topic()
    assert [change.kind for change in after.history[0].topics if change.id == topic.id] == ["gone"]


# --- what it asks, and what it says of itself ---


_COUNTED = itertools.count()


class _Watched(Extractive):
    """The extractive model, noting what it was asked; it fails at the questions named."""

    def __init__(self, fails: tuple[str, ...] = ()) -> None:
        self.asked: list[str] = []
        self.papers: list[str] = []
        self.fails = fails
        self.number = next(_COUNTED)

    @property
    def identity(self) -> str:
        return f"watched-{self.number}"  # not its id(): that may be given again, and with it another's cached answers

    async def complete(self, prompt: Prompt) -> Reply:
        self.asked.append(prompt.question)
        if prompt.question in self.fails:
            return Reply("no")
        if prompt.question == "record":
            self.papers += [paper.title for paper in prompt.values.papers]  # type: ignore[attr-defined]
        return await super().complete(prompt)


Watch = Callable[..., _Watched]


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    def watched(*fails: str) -> _Watched:
        model = _Watched(fails)
        monkeypatch.setattr("survey.models.choice.MODELS", (("", lambda name, settings: model),))
        return model

    return watched


NEW = (
    "Pebbles sorted by colour",
    "Masked image modeling of pebbles is new. We propose a masked autoencoder for pebbles.",
)


def test_only_what_is_new_is_asked_about(small: Survey, settings: Settings, tmp_path: Path, watch: Watch) -> None:
    model = watch()
    dump = written(tmp_path / "new.jsonl", [NEW, *texts(small)[:5]])
    after = refresh_survey(small, [dump], settings)
    assert after is not None
    assert model.papers == [NEW[0]]
    assert Counter(model.asked)["record"] == 1
    assert Counter(model.asked)["revision"] + Counter(model.asked)["synthesis"] == 1
    assert set(model.asked) <= {"record", "revision", "synthesis", "topic_name", "overview"}


def test_the_dry_run_foresees_every_call_and_asks_nothing(
    small: Survey, settings: Settings, tmp_path: Path, watch: Watch
) -> None:
    model = watch()
    dump = written(tmp_path / "new.jsonl", [NEW])
    foreseen = plan_refresh(small, [dump], settings, Request())
    assert model.asked == []
    assert foreseen is not None
    assert (foreseen.new, foreseen.merged, len(foreseen.changed_topics) + len(foreseen.new_topics)) == (1, 0, 1)
    assert refresh_survey(small, [dump], settings) is not None
    assert foreseen.plan.calls == len(model.asked)


def test_changed_prompts_are_told_and_renewed_only_when_asked(
    small: Survey, settings: Settings, tmp_path: Path, watch: Watch
) -> None:
    prompts = {**small.run.prompts, "record": "0" * 16}
    old = small.model_copy(update={"run": small.run.model_copy(update={"prompts": prompts})})
    model = watch()
    dump = written(tmp_path / "new.jsonl", [NEW])
    told: list[str] = []
    after = refresh_survey(old, [dump], settings, tell=told.append)
    assert after is not None
    assert len(model.papers) == 1
    assert any("prompt" in notice and "record" in notice and "--renew" in notice for notice in told)
    assert any("model" in notice for notice in told), "the model of this run is another"
    again: list[str] = []
    assert refresh_survey(after, [dump], settings, tell=again.append) is None
    assert any("record" in notice for notice in again), "it is told until all is renewed, also when nothing is new"
    renewed = refresh_survey(old, [dump], settings, Request(renew=True))
    assert renewed is not None
    assert len(set(model.papers)) == len(small.papers) + 1
    silent: list[str] = []
    assert refresh_survey(renewed, [dump], settings, tell=silent.append) is None
    assert silent == []
    assert [p.number for p in renewed.papers][:-1] == [p.number for p in small.papers]
    assert sound(renewed)


def test_a_topic_that_cannot_be_updated_keeps_its_claims_and_is_asked_again(
    small: Survey, settings: Settings, tmp_path: Path, watch: Watch
) -> None:
    watch("revision", "synthesis")
    dump = written(tmp_path / "new.jsonl", [NEW])
    after = refresh_survey(small, [dump], settings)
    assert after is not None
    assert sound(after)
    (left,) = [left for left in after.left_out if left.question in {"revision", "synthesis"}]
    topic = after.by_topic()[left.topic or ""]
    assert topic.id not in small.by_topic() or topic.claims == small.by_topic()[topic.id].claims
    if left.question == "revision":
        assert "Not brought up to date" in render_markdown(after)
    again = watch()
    mended = refresh_survey(after, [dump], settings)
    assert mended is not None
    assert mended.left_out == ()
    assert left.question in again.asked
    assert "record" not in again.asked


def test_the_settings_of_the_build_are_used_again(small: Survey, settings: Settings, tmp_path: Path) -> None:
    after = refresh_survey(
        small, [written(tmp_path / "new.jsonl", [NEW])], settings.model_copy(update={"marks": False})
    )
    assert after is not None
    assert {**after.settings, "marks": True} == small.settings
    assert after.title == small.title


def test_two_dumps_of_one_name_are_told_apart(small: Survey, settings: Settings, tmp_path: Path) -> None:
    after = refresh_survey(small, [written(tmp_path / "small.jsonl", [NEW])], settings)
    assert after is not None
    assert [dump.name for dump in after.dumps] == ["small.jsonl", "small.jsonl (refresh 1)"]
    assert sound(after)


def test_the_order_of_dumps_and_records_makes_no_difference(small: Survey, settings: Settings, tmp_path: Path) -> None:
    news = [NEW, *((f"{NEW[0]} {n}", f"{NEW[1]} We use {n} stones of size {n}.") for n in range(4))]
    one = refresh_survey(small, [written(tmp_path / "new.jsonl", news)], settings)
    other = refresh_survey(small, [written(tmp_path / "new.jsonl", reversed(news))], settings)
    assert one is not None
    assert other is not None
    assert {p.key: (p.number, p.topic) for p in one.papers} == {p.key: (p.number, p.topic) for p in other.papers}
    assert one.topics == other.topics


# --- CHANGES.md and the marks ---


def test_changes_md_names_every_new_paper_and_every_changed_statement(second: Survey) -> None:
    text = render(second, "changes")
    numbers = {paper.number for paper in second.papers if paper.added}
    assert all(f"(survey.md#ref-{number})" in text for number in numbers)
    assert "212 new papers and 25 records of papers already there" in text
    shown = " ".join(text.replace("\\", "").split())
    assert "Topics: " in text
    for change in second.history[0].statements:
        told = with_count(change.text, len(change.papers))
        assert " ".join(told.rstrip(".!?").split()).replace("\\", "") in shown


def test_a_paper_taken_out_later_is_still_told_of_without_a_link(
    small: Survey, settings: Settings, tmp_path: Path
) -> None:
    with_new = refresh_survey(small, [written(tmp_path / "new.jsonl", [NEW])], settings)
    assert with_new is not None
    (new,) = [paper for paper in with_new.papers if paper.added]
    without = refresh_survey(with_new, [], settings, Request(drop=(new.key,)))
    assert without is not None
    text = render(without, "changes")
    assert text.index("## Refresh 2") < text.index("## Refresh 1")
    assert f"\\[{new.number}\\] *{NEW[0]}*: on request" in text
    assert f"#ref-{new.number})" not in text


def test_marks_stand_for_what_is_new_and_can_be_left_out(first: Survey, second: Survey) -> None:
    marked = render_markdown(second)
    new = {paper.key for paper in second.papers if paper.added}
    titles = {paper.key: paper.title for paper in second.papers}
    listed = {
        line.paper
        for topic in second.topics
        for line in paper_lines(topic.papers, second.records, topic.claims, titles, second.length)
    }
    assert len(new) == 212
    assert marked.count("- **New:** *") == len(new & listed) > 0.9 * len(new), "those that claims tell of have no line"
    assert "**New:**" not in render_markdown(first)
    plain = render_markdown(second.with_marks(False))
    assert "**New:**" not in plain
    assert "**Changed:**" not in plain
    assert marked.replace("**New:** ", "").replace("**Changed:** ", "").count("\n") == plain.count("\n") + 1


def test_a_dump_cannot_write_markup_into_changes_md(small: Survey, settings: Settings, tmp_path: Path) -> None:
    hostile = (
        "<script>alert(1)</script> ![x](http://evil.example/x.png)",
        "See [this](javascript:alert(1)) <b>now</b>.",
    )
    after = refresh_survey(small, [written(tmp_path / "new.jsonl", [hostile])], settings)
    assert after is not None
    text = render(after, "changes")
    assert "<script" not in text.replace("\\<script", "")
    assert "](javascript" not in text.replace("\\](javascript", "").replace("]\\(javascript", "")
    assert "![" not in text.replace("!\\[", "")


# --- the command ---


@pytest.fixture
def folder(small: Survey, tmp_path: Path) -> Path:
    save(small, tmp_path / "survey")
    return tmp_path / "survey"


def test_the_command_refreshes_and_then_writes_nothing(command: Command, folder: Path, tmp_path: Path) -> None:
    dump = written(tmp_path / "new.jsonl", [NEW])
    ran = command("refresh", folder, dump, "--json", "--cache", tmp_path / "cache")
    facts = json.loads(ran.out)
    assert (ran.code, facts["changed"], facts["added"], facts["refresh"]) == (0, True, 1, 1)
    assert {"calls", "tokens_in", "cost_usd", "folder"} <= set(facts)
    assert command("check", folder).code == 0
    before = {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir()}
    again = command("refresh", folder, dump, "--json", "--cache", tmp_path / "cache")
    facts = json.loads(again.out)
    assert (again.code, facts["changed"], facts["calls"]) == (0, False, 0)
    assert {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir()} == before


def test_a_dry_run_writes_nothing(command: Command, folder: Path, tmp_path: Path) -> None:
    dump = written(tmp_path / "new.jsonl", [NEW])
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    ran = command("refresh", folder, dump, "--dry-run", "--cache", tmp_path / "cache")
    assert ran.code == 0
    assert "1 new paper, 0 merged, 0 rejected" in ran.out
    assert "revision" in ran.out
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_quiet_says_nothing(command: Command, folder: Path, tmp_path: Path) -> None:
    ran = command("refresh", folder, written(tmp_path / "new.jsonl", [NEW]), "-q", "--cache", tmp_path / "cache")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_folder_without_a_survey_is_an_error(command: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for where in ("empty", "missing"):
        ran = command("refresh", tmp_path / where, written(tmp_path / "new.jsonl", [NEW]))
        assert ran.code == 2
        assert len(ran.err.strip().splitlines()) <= 2


def test_a_limit_was_about_the_build_alone(command: Command, first: Survey, tmp_path: Path) -> None:
    dump = written(tmp_path / "all.jsonl", texts(first)[::15])
    options = ("--cache", tmp_path / "cache", "-q")
    assert command("build", dump, "--limit", "6", "-o", tmp_path / "s", *options).code == 0
    more = written(tmp_path / "more.jsonl", texts(first)[100::9])
    ran = command("refresh", tmp_path / "s", more, "--json", *options)
    assert json.loads(ran.out)["added"] == 13


def test_what_the_user_decides_about_topics_is_done_by_the_next_refresh(small: Survey, settings: Settings) -> None:
    first, second = small.topics[0], small.topics[-1]
    pins = {"names": {first.id: "Pebbles and stones"}, "papers": {second.papers[-1]: first.id}}
    pinned = Settings(cache=settings.cache, pins=pins)  # type: ignore[arg-type]  # as survey.toml gives it
    after = refresh_survey(small, [], pinned)
    assert after is not None
    assert sound(after)
    assert after.by_topic()[first.id].name == "Pebbles and stones"
    assert after.by_key()[second.papers[-1]].topic == first.id
    assert refresh_survey(after, [], pinned) is None
