"""--length: one setting, observed by every model, that changes what is said of topics and never what is read."""

import json
from collections import Counter
from pathlib import Path
from statistics import mean
from typing import get_args

import pytest
from answering import good_answer
from conftest import Scripted, Scripting

from survey.build import build_survey
from survey.claims import bounded, too_few
from survey.document import Survey, TopicSection, length_of
from survey.errors import SettingsError
from survey.models.base import Prompt
from survey.plan import plan_survey
from survey.questions import ClaimAnswer, Extent, Length, in_overview, on_topic
from survey.refresh import refresh_survey
from survey.settings import Settings, load_settings, remembered_for_refresh

LENGTHS: tuple[Length, ...] = get_args(Length)


def well(prompt: Prompt) -> str:
    return json.dumps(good_answer(f"{prompt.system}\n{prompt.user}"))


def asked(model: Scripted) -> Counter[str]:
    return Counter(prompt.question for prompt in model.asked)


# --- what it means ---


@pytest.mark.parametrize("things", [1, 2, 5, 9, 20, 40, 150])
@pytest.mark.parametrize("extent", [on_topic, in_overview])
def test_a_longer_length_wants_more_and_the_bounds_fit_one_another(extent: object, things: int) -> None:
    assert callable(extent)
    short, standard, long = (extent(length, things) for length in LENGTHS)
    assert short.words < standard.words < long.words
    assert short.least <= standard.least <= long.least
    assert short.most <= standard.most <= long.most
    for one in (short, standard, long):
        assert 1 <= one.least <= one.most
        assert one.least * 20 <= one.words * 2, "the least number of claims fits into the words"


@pytest.mark.parametrize("papers", [1, 3, 19, 40, 150])
def test_from_the_standard_length_on_there_is_room_for_each_paper(papers: int) -> None:
    assert on_topic("standard", papers).most > papers
    assert on_topic("long", papers).most > papers


def test_a_topic_twice_as_large_isnt_twice_as_long_for_ever() -> None:
    assert on_topic("long", 40).words == on_topic("long", 400).words


# --- the bounds, held to by code ---


def claims(*kinds: str) -> list[ClaimAnswer]:
    made = enumerate(kinds)
    return [ClaimAnswer.model_validate({"kind": kind, "text": f"{kind} {n}", "papers": ["P1"]}) for n, kind in made]


def test_of_too_many_claims_the_last_findings_about_one_paper_go_first() -> None:
    told = claims("context", "finding", "agreement", "finding", "gap")
    assert bounded(told, Extent(100, 1, 9)) == told
    assert [claim.text for claim in bounded(told, Extent(100, 1, 4))] == [
        "context 0",
        "finding 1",
        "agreement 2",
        "gap 4",
    ]
    assert [claim.text for claim in bounded(told, Extent(100, 1, 3))] == ["context 0", "agreement 2", "gap 4"]
    assert [claim.text for claim in bounded(told, Extent(100, 1, 1))] == ["context 0"]


def test_a_finding_of_several_papers_is_kept_before_one_of_one() -> None:
    shared = ClaimAnswer(kind="finding", text="shared", papers=["P1", "P2"])
    assert bounded([*claims("finding"), shared], Extent(50, 1, 1)) == [shared]


def test_too_little_is_told_with_the_bounds() -> None:
    assert too_few(claims("finding"), Extent(100, 1, 5)) == ()
    (told,) = too_few(claims("finding"), Extent(100, 2, 5))
    assert "only 1 " in told
    assert "2 to 5" in told


# --- the setting ---


def test_there_are_three_lengths_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings({}).length == "standard"
    for length in LENGTHS:
        assert load_settings({"length": length}).length == length
    with pytest.raises(SettingsError, match="length"):
        load_settings({"length": "endless"})
    monkeypatch.setenv("SURVEY_LENGTH", "short")
    assert load_settings({}).length == "short"


def test_a_survey_remembers_its_length_and_an_old_one_is_of_standard_length() -> None:
    remembered = load_settings({"length": "long"}).remembered()
    assert length_of(remembered) == "long"
    assert load_settings({}, remembered=remembered_for_refresh(remembered)).length == "long"
    assert length_of({name: value for name, value in remembered.items() if name != "length"}) == "standard"


# --- what it asks again ---


def test_another_length_asks_again_about_topics_and_the_whole_never_about_papers(
    example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Scripting
) -> None:
    first = scripted(well)
    survey = build_survey(list(example_dumps), Settings(cache=tmp_path))
    assert asked(first)["record"] == len(survey.papers)
    plan = plan_survey(list(example_dumps), Settings(cache=tmp_path, length="long"))
    assert {step.question: step.calls for step in plan.steps} == {
        "record": 0,
        "topic_name": 0,
        "synthesis": len(survey.topics),
        "overview": 1,
    }
    again = scripted(well)
    longer = build_survey(list(example_dumps), Settings(cache=tmp_path, length="long"))
    assert asked(again) == {"synthesis": len(survey.topics), "overview": 1}
    assert longer.records == survey.records
    assert (longer.length, survey.length) == ("long", "standard")


def test_every_prompt_about_a_topic_or_the_whole_says_how_much_is_wanted(
    example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Scripting
) -> None:
    model = scripted(well)
    survey = build_survey(list(example_dumps), Settings(cache=tmp_path, length="short"))
    sizes = {topic.name: len(topic.papers) for topic in survey.topics}
    for prompt in model.asked:
        if prompt.question == "synthesis":
            wanted = on_topic("short", sizes[prompt.values.topic])  # type: ignore[attr-defined]
        elif prompt.question == "overview":
            wanted = in_overview("short", len(survey.themes))
        else:
            continue
        assert f"Write {wanted.least} to {wanted.most} claims, about {wanted.words} words in all." in prompt.user


def test_a_plan_of_a_longer_survey_foresees_more_tokens_out(example_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    made: dict[Length, int] = {}
    for length in LENGTHS:
        plan = plan_survey(
            list(example_dumps), Settings(model="m", base_url="http://127.0.0.1:9", cache=tmp_path, length=length)
        )
        made[length] = sum(step.tokens_out for step in plan.steps if step.question in {"synthesis", "overview"})
    assert made["short"] < made["standard"] < made["long"]


def test_a_refresh_writes_at_the_length_that_the_survey_remembers(
    example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Scripting
) -> None:
    scripted(well)
    old = build_survey([example_dumps[0]], Settings(cache=tmp_path, length="short"))
    model = scripted(well)
    settings = load_settings({"cache": tmp_path}, remembered=remembered_for_refresh(old.settings))
    new = refresh_survey(old, [example_dumps[1]], settings)
    assert new is not None
    assert new.length == "short"
    told = [prompt for prompt in model.asked if prompt.question in {"revision", "synthesis"}]
    assert told
    for prompt in told:
        values = prompt.values
        wanted = on_topic("short", len(values.papers))  # type: ignore[attr-defined]
        assert f"{wanted.most} claims, about {wanted.words} words" in prompt.user


# --- without any model ---


@pytest.fixture(scope="module")
def by_length(example_dumps: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[Length, Survey]:
    cache = tmp_path_factory.mktemp("lengths")
    return {length: build_survey(list(example_dumps), Settings(cache=cache, length=length)) for length in LENGTHS}


def test_without_a_model_a_longer_survey_says_more_and_a_short_one_cites_every_paper(
    by_length: dict[Length, Survey],
) -> None:
    short, standard, long = (by_length[length].scorecard for length in LENGTHS)
    assert short.sentences < standard.sentences < long.sentences
    assert short.claims <= standard.claims <= long.claims
    for score in (short, standard, long):
        assert score.papers_cited == score.papers
        assert score.papers_uncited == ()
        assert score.sentences_cited == score.sentences


def test_without_a_model_a_topic_has_twice_the_words_at_the_standard_length_and_more_when_long(
    by_length: dict[Length, Survey],
) -> None:
    short, standard, long = (words_on_topics(by_length[length]) for length in LENGTHS)
    assert 1.5 * short <= standard <= 2.6 * short
    assert 2.2 * short <= long <= 4.2 * short


def words_on_topics(survey: Survey) -> float:
    """The mean number of words that a topic's claims take."""
    return mean(sum(len(claim.text.split()) for claim in topic.claims) for topic in survey.topics)


def test_without_a_model_what_a_shorter_topic_says_of_its_papers_a_longer_one_says_too(
    by_length: dict[Length, Survey],
) -> None:
    said = {length: [shared(topic) for topic in by_length[length].topics] for length in LENGTHS}
    for short, long in zip(said["short"], said["long"], strict=True):
        assert short <= long


def shared(topic: TopicSection) -> set[str]:
    return {claim.text for claim in topic.claims if claim.kind in {"agreement", "gap"}}
