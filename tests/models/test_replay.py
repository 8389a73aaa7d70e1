"""Recordings: kept while a prompt stays the same, an error that names the command when it doesn't."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest

from survey.build import build_survey
from survey.checking import check_survey
from survey.errors import ModelError, SettingsError
from survey.folder import save
from survey.models.base import Prompt, Reply
from survey.models.choice import make_model
from survey.models.replay import COMMAND, Recorder, Replay, read_recording
from survey.prompts import load_templates
from survey.questions import TopicNameValues
from survey.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


class Parrot:
    """Says how often it was asked."""

    name, identity, pack, pack_tokens, fold = "gguf:/some/where/parrot.gguf", "parrot", 3, 500, 7

    def __init__(self) -> None:
        self.calls = 0

    async def complete(self, prompt: Prompt) -> Reply:
        self.calls += 1
        if "break" in prompt.user:
            raise ModelError("it broke")
        return Reply(f'{{"name": "call {self.calls}"}}', 11, 5)

    async def close(self) -> None:
        pass


def prompt(title: str) -> Prompt:
    return load_templates()["topic_name"].prompt(TopicNameValues((), (), (title,)))


def told(model: Recorder | Replay, *titles: str) -> list[str]:
    async def run() -> list[str]:
        try:
            return [(await model.complete(prompt(title))).text for title in titles]
        finally:
            await model.close()

    return asyncio.run(run())


def test_what_was_recorded_is_played(tmp_path: Path) -> None:
    path = tmp_path / "a" / "parrot.jsonl"
    said = told(Recorder(path, Parrot()), "One", "Two")
    replay = make_model(f"replay:{path}", Settings())
    assert isinstance(replay, Replay)
    assert told(replay, "Two", "One", "Two") == [said[1], said[0], said[1]]
    assert (replay.pack, replay.pack_tokens, replay.fold) == (3, 500, 7)
    assert "/some/where" not in path.read_text(encoding="utf-8"), "no path of this machine is recorded"


def test_a_prompt_that_changed_is_an_error_that_names_the_command(tmp_path: Path) -> None:
    path = tmp_path / "parrot.jsonl"
    told(Recorder(path, Parrot()), "One")
    with pytest.raises(ModelError, match="changed") as caught:
        told(Replay("replay", path), "One more")
    assert COMMAND in caught.value.todo
    changed = replace(prompt("One"), system=prompt("One").system + ".")
    with pytest.raises(ModelError):
        asyncio.run(Replay("replay", path).complete(changed))


def test_only_what_is_new_is_asked_again_and_what_is_no_more_goes(tmp_path: Path) -> None:
    path = tmp_path / "parrot.jsonl"
    told(Recorder(path, Parrot()), "One", "Two")
    parrot = Parrot()
    told(Recorder(path, parrot), "Two", "Three")
    assert parrot.calls == 1
    assert len(read_recording(path).replies) == 2


def test_a_run_that_breaks_off_drops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "parrot.jsonl"
    told(Recorder(path, Parrot()), "One", "Two")
    with pytest.raises(ModelError):
        told(Recorder(path, Parrot()), "Three", "break")
    assert len(read_recording(path).replies) == 3


def test_recording_again_changes_not_a_byte(tmp_path: Path) -> None:
    path = tmp_path / "parrot.jsonl"
    told(Recorder(path, Parrot()), "One", "Two", "Three")
    before = path.read_bytes()
    told(Recorder(path, Parrot()), "Three", "One", "Two")
    assert path.read_bytes() == before


@pytest.mark.parametrize("text", ["", "no json", '{"model": "x"}', "[]", '{"format": 1}\n{}'])
def test_a_file_that_is_no_recording(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="no recording"):
        make_model(f"replay:{path}", Settings())


def test_a_missing_recording(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="can't be read"):
        make_model(f"replay:{tmp_path / 'none'}", Settings())


@pytest.mark.parametrize("name", ["record:", "record:x", "record:=m"])
def test_a_record_that_names_no_model(name: str) -> None:
    with pytest.raises(SettingsError, match="FILE=MODEL"):
        make_model(name, Settings())


def test_the_command_is_there() -> None:
    assert COMMAND == "python tests/record.py"
    assert (ROOT / "tests" / "record.py").is_file()
    for path in (ROOT / "tests" / "recordings").glob("*.jsonl"):
        first = json.loads(path.read_text(encoding="utf-8").splitlines()[0])
        assert "/" not in first["model"]


RECORDED = sorted((ROOT / "tests" / "recordings").glob("*.jsonl"))


@pytest.mark.parametrize("recording", RECORDED, ids=lambda path: path.stem)
def test_a_survey_by_a_real_local_model(recording: Path, example_dumps: tuple[Path, ...], tmp_path: Path) -> None:
    """The whole path on what a small model really said: half of it wrong, and none of that in the survey."""
    survey = build_survey(list(example_dumps), Settings(model=f"replay:{recording}", cache=tmp_path / "cache"))
    save(survey, tmp_path / "out")
    files = tuple(sorted((tmp_path / "out").iterdir()))
    assert not check_survey(survey, (tmp_path / "out" / "survey.md").read_text(encoding="utf-8"), files)
    left = {entry.paper for entry in survey.left_out if entry.paper}
    assert left | set(survey.records) == {paper.key for paper in survey.papers}
    assert len(survey.records) > 0.7 * len(survey.papers)
    assert survey.run.rejected_answers > 10, "a small model gets much wrong"
    assert survey.run.tokens_in > 20_000
    again = build_survey(list(example_dumps), Settings(model=f"replay:{recording}", cache=tmp_path / "cache"))
    assert again.run.calls < survey.run.calls / 4, "only what was refused is asked again"
    apart = {"run", "created"}
    assert again.model_dump(exclude=apart) == survey.model_dump(exclude=apart)


def test_there_is_a_recording() -> None:
    assert RECORDED
