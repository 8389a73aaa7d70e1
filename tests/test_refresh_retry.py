"""What a build found no valid answer for is asked again by the next refresh, without a new dump; and nothing else."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import EPOCH

from survey.build import build_survey
from survey.checking import check_survey
from survey.document import Survey
from survey.models.base import Prompt, Reply
from survey.models.extractive.model import Extractive
from survey.questions import RecordValues
from survey.refresh import refresh_survey
from survey.render import render
from survey.settings import Settings


class Failing(Extractive):
    """The extractive model, noting what it was asked; it says nothing of use where ``fails`` says so."""

    def __init__(self, fails: Callable[[Prompt], bool]) -> None:
        self.fails, self.asked = fails, Counter[str]()

    async def complete(self, prompt: Prompt) -> Reply:
        self.asked[prompt.question] += 1
        return Reply("no") if self.fails(prompt) else await super().complete(prompt)


@pytest.fixture
def putting(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Prompt], bool]], Failing]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)

    def put(fails: Callable[[Prompt], bool]) -> Failing:
        model = Failing(fails)
        monkeypatch.setattr("survey.models.choice.MODELS", (("", lambda name, settings: model),))
        return model

    return put


Putting = Callable[[Callable[[Prompt], bool]], Failing]


def never(prompt: Prompt) -> bool:
    return False


def mended(survey: Survey, settings: Settings) -> Survey:
    after = refresh_survey(survey, [], settings)
    assert after is not None
    assert after.left_out == ()
    assert check_survey(after, render(after, "md")) == ()
    return after


def test_topics_that_were_left_out_are_written_by_the_next_refresh(
    putting: Putting, example_dumps: tuple[Path, ...], tmp_path: Path
) -> None:
    settings = Settings(cache=tmp_path)
    putting(lambda prompt: prompt.question == "synthesis")
    broken = build_survey(example_dumps[:1], settings)
    topics = {topic.id for topic in broken.topics}
    assert {left.topic for left in broken.left_out if left.question == "synthesis"} == topics
    assert not any(topic.claims for topic in broken.topics)
    model = putting(never)
    after = mended(broken, settings)
    assert model.asked["synthesis"] == len(topics)
    assert set(model.asked) <= {"synthesis", "overview"}, "no paper is read again"
    assert all(topic.claims for topic in after.topics)
    assert refresh_survey(after, [], settings) is None


def test_a_paper_that_could_not_be_read_is_read_and_gets_its_line_in_the_table(
    putting: Putting, example_dumps: tuple[Path, ...], tmp_path: Path
) -> None:
    settings = Settings(cache=tmp_path / "cache")
    putting(never)
    sound = build_survey(example_dumps[:1], settings.model_copy(update={"cache": tmp_path / "other"}))
    row = next(row for topic in sound.topics for row in topic.comparison.rows)
    unread = sound.by_key()[row.paper]

    def fails(prompt: Prompt) -> bool:
        return isinstance(prompt.values, RecordValues) and unread.title in {p.title for p in prompt.values.papers}

    putting(fails)
    broken = build_survey(example_dumps[:1], settings)
    left = {entry.paper for entry in broken.left_out if entry.question == "record"}
    assert unread.key in left
    assert unread.key not in broken.records
    model = putting(never)
    after = mended(broken, settings)
    assert model.asked["record"] >= 1
    assert after.records == sound.records
    table = after.by_topic()[unread.topic].comparison
    assert unread.key in {line.paper for line in table.rows}
    assert set(after.records) - set(broken.records) == left, "what had a record keeps it"


def test_what_fails_again_leaves_the_survey_as_it_is(
    putting: Putting, example_dumps: tuple[Path, ...], tmp_path: Path
) -> None:
    settings = Settings(cache=tmp_path)
    putting(lambda prompt: prompt.question == "overview")
    broken = build_survey(example_dumps[:1], settings)
    assert [left.question for left in broken.left_out] == ["overview"]
    assert refresh_survey(broken, [], settings) is None
