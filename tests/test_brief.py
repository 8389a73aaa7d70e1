"""A brief: the papers on one topic, found, compared and cited by the same rules as a survey."""

import itertools
import json
import re
from pathlib import Path

import pytest
from conftest import EPOCH, Command

from survey.brief import write_brief
from survey.briefed import Brief
from survey.briefing.material import material_from_dumps, material_from_survey
from survey.checking import check_survey
from survey.document import Survey
from survey.errors import NothingFound, SettingsError
from survey.models.base import Prompt, Reply
from survey.models.extractive.model import Extractive
from survey.records import Result
from survey.refresh import refresh_survey
from survey.render.brief import render_brief
from survey.render.markdown import render_markdown
from survey.settings import Settings

TOPIC = "masked autoencoders"
SECTIONS = (
    "What it is",
    "State of the evidence",
    "Main approaches compared",
    "Results",
    "Disagreements",
    "Open questions",
    "Reading order",
    "Near misses",
    "References",
    "How far to trust this brief",
)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(cache=tmp_path_factory.mktemp("brief") / "cache")


@pytest.fixture(scope="module")
def brief(real_survey: Survey, settings: Settings) -> Brief:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        return write_brief(material_from_survey(real_survey), TOPIC, settings)


@pytest.fixture(autouse=True)
def epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


_COUNTED = itertools.count()


class _Watched(Extractive):
    def __init__(self) -> None:
        self.asked: list[str] = []
        self.number = next(_COUNTED)

    @property
    def identity(self) -> str:
        return f"watched-{self.number}"

    async def complete(self, prompt: Prompt) -> Reply:
        self.asked.append(prompt.question)
        return await super().complete(prompt)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> _Watched:
    model = _Watched()
    monkeypatch.setattr("survey.models.choice.MODELS", (("", lambda name, settings: model),))
    return model


def test_the_papers_are_about_the_topic(brief: Brief) -> None:
    titles = [paper.title.casefold() for paper in brief.content.papers]
    assert len(titles) == 12
    assert sum("mask" in title or "autoencoder" in title for title in titles) >= 9
    assert brief.on_topic >= 12


def test_every_section_is_there_in_order(brief: Brief) -> None:
    found = re.findall(r"^## (.+)$", render_brief(brief), re.MULTILINE)
    assert tuple(found) == SECTIONS


def test_it_fits_on_two_pages_or_so(brief: Brief) -> None:
    body = render_brief(brief).split("## References")[0]
    assert 250 < len(body.split()) < 1400


def test_its_statements_have_a_subject_and_make_sense_without_a_title_beside_them(brief: Brief) -> None:
    text = render_brief(brief)
    shown = text.split("## Results")[1].split("## Reading order")[0]
    said = re.findall(r"^- (.+?) \[", shown, re.MULTILINE)
    assert len(said) > 4
    assert not [one for one in said if re.match(r"(?:Shows|Suggests|Finds|Demonstrates|Proposes|It|They|These)\b", one)]


def test_limits_are_counted_as_they_are_told(brief: Brief) -> None:
    text = render_brief(brief)
    counted = re.search(r"limits or open questions from (.+?)[.\n]", text)
    told = text.split("## Open questions")[1].split("## ")[0]
    assert counted is not None
    assert ("none" in counted[1]) == ("None of these abstracts" in told)
    assert set(re.findall(r"#ref-(\d+)", told)) == set(re.findall(r"#ref-(\d+)", counted[1]))


def test_a_statement_without_a_subject_of_its_own_stands_under_its_title(brief: Brief) -> None:
    paper = brief.content.papers[0]
    bare = "Trials on oaks show that the method works on 3 of them"
    record = brief.content.records[paper.key].model_copy(
        update={"results": (Result(text=bare, quotes=(bare,), value="3"),), "limitations": None}
    )
    section = brief.content.topics[0].model_copy(update={"claims": ()})
    content = brief.content.model_copy(
        update={"topics": (section,), "records": {**brief.content.records, paper.key: record}}
    )
    text = render_brief(brief.model_copy(update={"content": content}))
    assert f"- *{paper.title.rstrip('.')}.* {bare} [" in text


def test_the_trust_rules_are_those_of_a_survey(brief: Brief) -> None:
    """Every invariant but the account of dumps, which a brief has none of."""
    failures = check_survey(brief.content, render_markdown(brief.content))
    assert [failure for failure in failures if failure.invariant != 1] == []
    score = brief.content.scorecard
    assert score.quotes == score.quotes_verbatim > 0
    assert score.citations == score.citations_resolved > 0


def test_every_citation_leads_to_a_reference_and_every_reference_is_listed_once(brief: Brief) -> None:
    text = render_brief(brief)
    cited = set(re.findall(r"\(#ref-(\d+)\)", text))
    listed = re.findall(r'<a id="ref-(\d+)"></a>', text)
    assert cited <= set(listed)
    assert sorted(map(int, listed)) == list(range(1, len(brief.chosen) + 1))
    assert all(str(step) in listed for step in range(1, len(brief.chosen) + 1))


def test_the_cut_is_explained_and_near_misses_are_named(brief: Brief) -> None:
    text = render_brief(brief)
    assert f"{brief.on_topic} papers pass this cut" in text
    assert 0 < len(brief.near) <= 5
    assert all(miss.reason for miss in brief.near)
    chosen = {paper.title for paper in brief.content.papers}
    assert not chosen & {miss.title for miss in brief.near}


def test_the_reading_order_is_of_its_papers_each_with_a_reason(brief: Brief) -> None:
    keys = [step.paper for step in brief.reading]
    assert 2 <= len(keys) == len(set(keys)) <= 6
    assert set(keys) <= {paper.key for paper in brief.content.papers}
    assert all(step.why for step in brief.reading)


def test_references_say_which_they_are_in_the_survey(brief: Brief, real_survey: Survey) -> None:
    numbers = {paper.key: paper.number for paper in real_survey.papers}
    assert brief.numbers == {paper.key: numbers[paper.key] for paper in brief.content.papers}


def test_from_a_survey_no_paper_is_read_again(real_survey: Survey, settings: Settings, watched: _Watched) -> None:
    made = write_brief(material_from_survey(real_survey), TOPIC, settings)
    assert watched.asked == ["synthesis"]
    assert made.content.records == {p.key: real_survey.records[p.key] for p in made.content.papers}


def test_from_dumps_only_the_chosen_papers_are_read(
    real_dumps: tuple[Path, ...], settings: Settings, watched: _Watched
) -> None:
    made = write_brief(material_from_dumps([real_dumps[0]], settings), TOPIC, settings, papers=5)
    assert len(made.content.papers) == len(made.content.records) == 5
    assert watched.asked.count("record") == 1


def test_from_dumps_and_from_their_survey_it_is_the_same_brief(
    real_dumps: tuple[Path, ...], brief: Brief, settings: Settings
) -> None:
    made = write_brief(material_from_dumps(list(real_dumps), settings), TOPIC, settings)
    assert [paper.key for paper in made.content.papers] == [paper.key for paper in brief.content.papers]
    assert made.content.topics == brief.content.topics
    assert made.content.records == brief.content.records


def test_papers_limits_how_many(real_survey: Survey, settings: Settings) -> None:
    made = write_brief(material_from_survey(real_survey), TOPIC, settings, papers=3)
    assert len(made.chosen) == 3
    assert made.near[0].reason == "on the topic, but not among the best 3"


def test_an_empty_result_says_what_is_near(real_survey: Survey, settings: Settings, watched: _Watched) -> None:
    with pytest.raises(NothingFound) as caught:
        write_brief(material_from_survey(real_survey), "protein folding", settings)
    assert "427 papers" in caught.value.what
    assert re.search(r"holds only “(protein|folding)”", caught.value.todo)
    assert any(topic.name in caught.value.todo for topic in real_survey.topics)
    assert watched.asked == []


@pytest.mark.parametrize("topic", ["", "  ", "\n"])
def test_an_empty_topic_is_an_error(real_survey: Survey, settings: Settings, topic: str) -> None:
    with pytest.raises(SettingsError, match="topic"):
        write_brief(material_from_survey(real_survey), topic, settings)


def test_the_same_question_gives_the_same_brief(brief: Brief, real_survey: Survey, settings: Settings) -> None:
    again = write_brief(material_from_survey(real_survey), TOPIC, settings)
    assert again.content.model_copy(update={"run": brief.content.run}) == brief.content


# --- since ---


@pytest.fixture(scope="module")
def refreshed(small_survey: Survey, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """examples/ refreshed once, ten days after it was built, with two papers on its own first topic's first paper."""
    old = small_survey.papers[0]
    dump = tmp_path_factory.mktemp("since") / "new.jsonl"
    rows = [
        {"title": f"{old.title.split(':')[0]} revisited, part {n}", "abstract": f"{old.abstract} Part {n} differs."}
        for n in ("one", "two")
    ]
    dump.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(EPOCH) + 10 * 86400))
        made = refresh_survey(small_survey, [dump], settings.model_copy(update={"near_duplicates": False}))
    assert made is not None
    assert made.history[0].added == 2
    return made


@pytest.mark.parametrize("since", ["1", "last", "2026-01-05"])
def test_since_keeps_what_came_later(refreshed: Survey, settings: Settings, since: str) -> None:
    topic = refreshed.papers[0].title
    made = write_brief(material_from_survey(refreshed), topic, settings, since=since)
    assert {paper.key for paper in made.content.papers} == {p.key for p in refreshed.papers if p.added}
    assert made.older > 0
    assert ", new " in render_brief(made).splitlines()[2]


def test_since_the_build_is_everything(refreshed: Survey, settings: Settings) -> None:
    topic = refreshed.papers[0].title
    assert write_brief(material_from_survey(refreshed), topic, settings, since="0").older == 0


def test_nothing_new_says_what_there_is(refreshed: Survey, settings: Settings) -> None:
    with pytest.raises(NothingFound, match="is new on 2030-01-01") as caught:
        write_brief(material_from_survey(refreshed), refreshed.papers[0].title, settings, since="2030-01-01")
    assert refreshed.papers[0].title in caught.value.todo


@pytest.mark.parametrize("since", ["soon", "9", "2026-13-01"])
def test_since_what_is_no_date_and_no_refresh_is_an_error(refreshed: Survey, settings: Settings, since: str) -> None:
    with pytest.raises(SettingsError, match="refresh"):
        write_brief(material_from_survey(refreshed), refreshed.papers[0].title, settings, since=since)


# --- the command ---


def test_the_command_prints_a_brief_or_writes_it(command: Command, real_folder: Path, tmp_path: Path) -> None:
    options = ("--topic", TOPIC, "--cache", tmp_path / "cache", "-q")
    printed = command("brief", real_folder, *options)
    assert printed.code == 0
    assert printed.out.startswith(f"# Brief: {TOPIC}\n")
    ran = command("brief", real_folder, *options, "-o", tmp_path / "brief.md")
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "brief.md").read_text(encoding="utf-8") == printed.out


def test_the_command_gives_json(command: Command, real_folder: Path, tmp_path: Path) -> None:
    ran = command("brief", real_folder, "--topic", TOPIC, "--papers", "4", "--json", "--cache", tmp_path / "cache")
    facts = json.loads(ran.out)
    assert len(facts["brief"]["chosen"]) == 4
    assert {"calls", "tokens_in", "complete"} <= set(facts)


def test_the_command_says_what_is_near_and_writes_nothing(command: Command, real_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.md"
    ran = command("brief", real_folder, "--topic", "medieval history", "-o", out, "--cache", tmp_path / "cache")
    assert ran.code == 1
    assert "medieval history" in ran.err
    assert len(ran.err.strip().splitlines()) <= 2
    assert not out.exists()


def test_a_hostile_topic_or_paper_cannot_write_markup(command: Command, tmp_path: Path) -> None:
    dump = tmp_path / "d.jsonl"
    rows = [
        {"title": f"Pebbles <img src=x> {n}", "abstract": f"We sort ![pebbles](http://x.example/{n}) <b>well</b>."}
        for n in range(3)
    ]
    dump.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    ran = command("brief", dump, "--topic", "pebbles <b>", "--cache", tmp_path / "cache", "-q")
    assert ran.out.count("Pebbles") > 3
    assert not re.search(r"(?<!\\)<(?!a id=|/a>)", ran.out)
    assert not re.search(r"(?<!\\)!\[", ran.out)
