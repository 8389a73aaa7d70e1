"""From the name that a user gives to the model that answers."""

import re
from pathlib import Path

import pytest

from survey.errors import SettingsError
from survey.models.chat import ChatModel
from survey.models.choice import make_model, models_for
from survey.models.extractive import model
from survey.models.extractive.model import Extractive
from survey.models.replay import Recorder
from survey.questions import QUESTIONS
from survey.settings import Settings


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-none")


def test_extractive_is_the_model_without_a_model() -> None:
    assert isinstance(make_model("extractive", Settings()), Extractive)


def test_the_extractive_model_is_another_when_any_of_its_rules_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that its files import counts, or a cache would go on giving what older rules have read."""
    hashed: list[Path] = []

    def noted(*places: Path) -> str:
        hashed.extend(places)
        return "0"

    monkeypatch.setattr(model, "rules_hash", noted)
    model._rules.__wrapped__()
    package = Path(model.__file__).parents[2]
    rules = sorted(Path(model.__file__).parent.glob("*.py"))
    used = {
        name for file in rules for name in re.findall(r"^from survey\.(\w+)", file.read_text("utf-8"), re.MULTILINE)
    }
    files = {package / f"{name}.py" for name in used - {"models", "keyphrases"}}
    assert len(files) > 10
    assert package / "keyphrases" in hashed
    assert all(file.is_file() and any(place in (file, file.parent) for place in hashed) for file in files)


@pytest.mark.parametrize("name", ["extractive-large", "extractiveness", "gguf", "org/model", "ft:gpt-4o:me"])
def test_any_other_name_is_that_of_a_chat_model(name: str) -> None:
    """Also one that only begins like a name of ours: it would cost nothing, and answer as nobody asked it to."""
    made = make_model(name, Settings())
    assert isinstance(made, ChatModel)
    assert made.name == name


@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_is_said(name: str) -> None:
    with pytest.raises(SettingsError, match="name is empty"):
        make_model(name, Settings())


def test_a_recording_is_of_the_model_that_it_names(tmp_path: Path) -> None:
    made = make_model(f"record:{tmp_path / 'said.jsonl'}=some-model", Settings())
    assert isinstance(made, Recorder)
    assert (made.name, made.identity) == ("some-model", make_model("some-model", Settings()).identity)


def test_a_question_may_have_a_model_of_its_own_and_equal_names_share_one() -> None:
    models = models_for(Settings.model_validate({"model": "large", "model_for": {"record": "small"}}))
    assert set(models) == set(QUESTIONS)
    assert models["record"].name == "small"
    others = [model for question, model in models.items() if question != "record"]
    assert {model.name for model in others} == {"large"}
    assert len({id(model) for model in others}) == 1
