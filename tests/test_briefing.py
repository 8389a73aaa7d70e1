"""How a brief chooses: what counts as new, how the cut and near misses are told, and in which order to read."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from survey.briefing.choice import Choice, chosen, cut, near_misses
from survey.briefing.material import Material, material_from_dumps, material_from_survey
from survey.briefing.order import reading_order
from survey.claims import Claim, Evidence
from survey.document import Survey
from survey.errors import NothingFound, SettingsError
from survey.history import Refresh
from survey.records import Record, Result, Statement
from survey.retrieval import Hit
from survey.settings import Settings

# --- what counts as new ---


@pytest.fixture
def refreshed(small_survey: Survey) -> Survey:
    """Built on 1 January, refreshed on 10 February and on 20 March; the last three papers came with these."""
    *old, one, two, three = small_survey.papers
    papers = (*old, replace(one, added=1), replace(two, added=2), replace(three, added=2))
    history = tuple(
        Refresh(refresh=n, date=f"2026-{day}T09:00:00+00:00", dumps=(), added=n)
        for n, day in enumerate(("02-10", "03-20"), 1)
    )
    return small_survey.model_copy(
        update={"created": "2026-01-01T09:00:00+00:00", "history": history, "papers": papers}
    )


@pytest.mark.parametrize(
    ("since", "new", "shown"),
    [
        ("0", 48, "since the build"),
        ("1", 3, "with refresh 1 or later"),
        ("2", 2, "with refresh 2 or later"),
        ("last", 2, "with refresh 2 or later"),
        ("2026-01-01", 48, "on 2026-01-01 or later"),
        ("2026-01-02", 3, "on 2026-01-02 or later"),
        ("2026-02-10", 3, "on 2026-02-10 or later"),
        ("2026-02-11", 2, "on 2026-02-11 or later"),
        ("2026-03-21", 0, "on 2026-03-21 or later"),
        ("2025", 48, "on 2025-01-01 or later"),
        ("2027", 0, "on 2027-01-01 or later"),
    ],
)
def test_new_is_what_came_with_a_refresh_or_on_a_day_or_later(
    refreshed: Survey, since: str, new: int, shown: str
) -> None:
    keys, told = material_from_survey(refreshed).since(since)
    assert (len(keys), told) == (new, shown)
    assert list(keys) == [paper.key for paper in refreshed.papers][48 - new :]


@pytest.mark.parametrize("since", ["3", "-1", "yesterday", "2026-02-30"])
def test_what_is_no_refresh_and_no_day_is_said(refreshed: Survey, since: str) -> None:
    with pytest.raises(SettingsError, match="refresh"):
        material_from_survey(refreshed).since(since)


def test_of_dumps_new_is_what_was_published_that_year_or_later(tmp_path: Path) -> None:
    papers = [
        {"title": f"Nets of the year {year}", "abstract": f"We present a net of the year {year}.", "year": year}
        for year in (2019, 2023, 2025)
    ]
    dump = tmp_path / "dump.jsonl"
    undated = {"title": "Nets without a year", "abstract": "We present a net that says nothing of its age."}
    dump.write_text("".join(json.dumps(paper) + "\n" for paper in (*papers, undated)), encoding="utf-8")
    material = material_from_dumps([dump], Settings())
    assert material.name == "dump.jsonl"
    titles = {paper.key: paper.title for paper in material.papers}
    for since in ("2023", "2023-06-01"):
        keys, shown = material.since(since)
        assert sorted(titles[key] for key in keys) == ["Nets of the year 2023", "Nets of the year 2025"]
        assert shown == "in 2023 or later, by year of publication"
    with pytest.raises(SettingsError, match="neither a date"):
        material.since("last")


# --- the cut, and what is near ---


def test_the_cut_is_told_in_numbers() -> None:
    assert cut(20, 20, 12).endswith(" 20 papers pass this cut; the best 12 are discussed.")
    assert cut(5, 5, 5).endswith(" 5 papers pass this cut; all of these are discussed.")
    assert cut(1, 1, 1).endswith(" 1 paper passes this cut; all of these are discussed.")
    assert cut(20, 3, 3).endswith(" 20 papers pass this cut, 3 of them new; all of these are discussed.")


def hit(key: str, *words: str) -> Hit:
    return Hit(key, 1.0, 0.5, 0.25, words)


def test_near_misses_are_first_those_there_was_no_room_for(small_survey: Survey) -> None:
    keys = [paper.key for paper in small_survey.papers]
    hits = tuple(hit(key, "mask") for key in keys[:5])
    choice = Choice(5, hits, hits[:1], tuple(hit(key) for key in keys[5:10]), None)
    found = near_misses(choice, small_survey.by_key(), {keys[1]: 2})
    assert [one.title for one in found] == [small_survey.by_key()[key].title for key in (*keys[1:4], *keys[5:7])]
    assert [one.reason for one in found[:3]] == ["on the topic, but not among the best 1"] * 3
    assert found[3].reason == "holds none of the topic's words, likeness 0.25"
    assert (found[0].number, found[1].number) == (2, None)
    told = near_misses(
        replace(choice, hits=(), taken=(), near=(hit(keys[0], "mask", "net"),)), small_survey.by_key(), {}
    )
    assert told[0].reason == "holds only “mask” and “net”, likeness 0.25"


def test_nothing_found_names_what_is_near_and_where_it_stands(small_survey: Survey) -> None:
    material = material_from_survey(small_survey)
    with pytest.raises(NothingFound) as caught:
        chosen(material, "medieval history", 12, None)
    assert f"None of the 48 papers in “{small_survey.title}”" in caught.value.what
    assert "The nearest: “" in caught.value.todo
    names = [topic.name for topic in small_survey.topics]
    assert any(name in caught.value.todo for name in names)
    bare = replace(material, topics=())
    with pytest.raises(NothingFound) as caught:
        chosen(bare, "medieval history", 12, None)
    assert "Topics of the survey" not in caught.value.todo


# --- the reading order ---


def stated(text: str) -> Statement:
    return Statement(text=text, quotes=(text,))


def with_records(survey: Survey, records: dict[str, Record], claims: tuple[Claim, ...] = ()) -> Survey:
    topic = survey.topics[0].model_copy(update={"claims": claims})
    return survey.model_copy(update={"records": records, "topics": (topic, *survey.topics[1:])})


def test_an_overview_comes_first_then_the_closest_then_who_reports_and_who_says_what_is_open(
    small_survey: Survey,
) -> None:
    papers = tuple(replace(paper, title=f"A study of nets, number {n}") for n, paper in enumerate(small_survey.papers))
    papers = (*papers[:7], replace(papers[7], title="Nets: a survey"), *papers[8:10])
    result = Result(text="It gains 3.1 points.", quotes=("It gains 3.1 points.",), value="3.1")
    records = {
        papers[4].key: Record(results=(result, result)),
        papers[5].key: Record(results=(result,)),
        papers[6].key: Record(limitations=stated("It handles no video.")),
    }
    both = tuple(Evidence(paper=papers[n].key, quote="x", support=1.0) for n in (8, 9))
    shared = Claim(id="c1", kind="agreement", text="Both gain.", evidence=both)
    found = reading_order(with_records(small_survey.model_copy(update={"papers": papers}), records, (shared,)))
    assert [(step.paper, step.why) for step in found] == [
        (papers[7].key, "an overview by its title: start here"),
        (papers[0].key, "closest to the topic"),
        (papers[1].key, "closest to the topic"),
        (papers[4].key, "reports most figures (2)"),
        (papers[6].key, "says what it leaves open"),
        (papers[8].key, "shares a finding or a data set with others here"),
    ], "six at most, each once"


def test_without_figures_nobody_reports_most(small_survey: Survey) -> None:
    papers = tuple(replace(paper, title=f"Nets, number {n}") for n, paper in enumerate(small_survey.papers[:3]))
    told = Result(text="It is better.", quotes=("It is better.",))
    survey = small_survey.model_copy(update={"papers": papers})
    found = reading_order(with_records(survey, {papers[2].key: Record(results=(told,))}))
    assert [step.paper for step in found] == [papers[0].key, papers[1].key]
    one = told.model_copy(update={"value": "3"})
    found = reading_order(with_records(survey, {papers[2].key: Record(results=(one,))}))
    assert found[-1].why == "reports a figure"


def test_material_of_a_survey_is_all_that_is_known_of_its_papers(small_survey: Survey) -> None:
    material: Material = material_from_survey(small_survey)
    assert material.papers == small_survey.papers
    assert material.numbers == {paper.key: paper.number for paper in small_survey.papers}
    assert (material.records, material.topics) == (small_survey.records, small_survey.topics)
