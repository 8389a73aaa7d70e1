"""Editing one template asks again for its question alone, and what doesn't rest on its answers stays as it is."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from answering import good_answer
from conftest import Scripted

from survey.build import build_survey
from survey.document import Survey
from survey.models.base import Prompt
from survey.prompts import copy_templates
from survey.questions import QUESTIONS
from survey.refresh import refresh_survey
from survey.settings import Settings

AUDIENCE = "Your readers are nurses."


def well(prompt: Prompt) -> str:
    return json.dumps(good_answer(f"{prompt.system}\n{prompt.user}"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the shipped templates, as `survey prompts copy` makes it."""
    copy_templates(tmp_path / "mine")
    return tmp_path / "mine"


def edit(folder: Path, question: str) -> None:
    path = folder / f"{question}.j2"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{% block system %}", f"{{% block system %}}{AUDIENCE} ", 1), encoding="utf-8")
    assert AUDIENCE in path.read_text(encoding="utf-8")


Put = Callable[..., Scripted]


def counted(model: Scripted) -> Counter[str]:
    return Counter(prompt.question for prompt in model.asked)


def told(survey: Survey) -> object:
    return [survey.records, [topic.claims for topic in survey.topics], survey.overview]


@pytest.mark.parametrize("question", [question for question in QUESTIONS if question != "revision"])
def test_editing_one_template_asks_again_for_its_question_alone(
    question: str, own: Path, example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Put
) -> None:
    settings = Settings(cache=tmp_path / "cache", prompts=own)
    first = scripted(well)
    before = build_survey(list(example_dumps), settings)
    edit(own, question)
    again = scripted(well)
    after = build_survey(list(example_dumps), settings)
    assert counted(again) == {question: counted(first)[question]}
    assert all(AUDIENCE in prompt.system for prompt in again.asked)
    assert told(after) == told(before), "the same answers make the same survey"
    assert {name for name in QUESTIONS if after.run.prompts[name] != before.run.prompts[name]} == {question}


def test_an_unedited_copy_asks_nothing_again(
    own: Path, example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Put
) -> None:
    scripted(well)
    build_survey(list(example_dumps), Settings(cache=tmp_path / "cache"))
    again = scripted(well)
    build_survey(list(example_dumps), Settings(cache=tmp_path / "cache", prompts=own))
    assert again.asked == []


def test_the_template_of_revisions_counts_in_a_refresh_alone(
    own: Path, example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Put
) -> None:
    settings = Settings(cache=tmp_path / "cache", prompts=own)
    scripted(well)
    old = build_survey([example_dumps[0]], settings)
    assert refresh_survey(old, [example_dumps[1]], settings) is not None
    edit(own, "revision")
    again = scripted(well)
    build_survey([example_dumps[0]], settings)
    assert again.asked == []
    assert refresh_survey(old, [example_dumps[1]], settings) is not None
    assert set(counted(again)) == {"revision"}
    assert all(AUDIENCE in prompt.system for prompt in again.asked)


def test_what_rests_on_changed_answers_is_asked_again_and_nothing_else(
    own: Path, example_dumps: tuple[Path, ...], tmp_path: Path, scripted: Put
) -> None:
    """A synthesis in other words makes another overview; no paper is read again for it."""
    settings = Settings(cache=tmp_path / "cache", prompts=own)
    scripted(well)
    before = build_survey(list(example_dumps), settings)

    def briefer(prompt: Prompt) -> str:
        answer = good_answer(f"{prompt.system}\n{prompt.user}")
        if prompt.question == "synthesis":
            answer["claims"] = answer["claims"][:2]
        return json.dumps(answer)

    edit(own, "synthesis")
    model = scripted(briefer)
    after = build_survey(list(example_dumps), settings)
    assert set(counted(model)) == {"synthesis", "overview"}
    assert after.records == before.records
    assert [topic.name for topic in after.topics] == [topic.name for topic in before.topics]
    assert all(len(topic.claims) <= 2 for topic in after.topics)
