"""The survey folder: survey.json is the commit point; what an interruption left is mended, hand edits are kept."""

import os
import signal
import stat
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from clocks import Clock
from conftest import EPOCH

from survey.build import build_survey
from survey.document import Survey, dumped, load
from survey.errors import FolderError
from survey.folder import beside, commit, edited, folder_for, locked, opened, save, tidy
from survey.refresh import refresh_survey
from survey.render import CHANGES, FILES
from survey.settings import Settings

ALL = {*FILES, CHANGES}


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


@pytest.fixture(autouse=True)
def epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(cache=tmp_path_factory.mktemp("folder") / "cache")


@pytest.fixture(scope="module")
def before(example_dumps: tuple[Path, ...], settings: Settings) -> Survey:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        return build_survey(example_dumps[:1], settings)


@pytest.fixture(scope="module")
def after(before: Survey, example_dumps: tuple[Path, ...], settings: Settings) -> Survey:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        refreshed = refresh_survey(before, example_dumps[1:], settings)
    assert refreshed is not None
    return refreshed


@pytest.fixture
def folder(before: Survey, tmp_path: Path) -> Path:
    save(before, tmp_path / "survey")
    return tmp_path / "survey"


def test_a_survey_goes_only_where_nothing_else_stands(before: Survey, tmp_path: Path) -> None:
    fresh, empty, mine = tmp_path / "a" / "fresh", tmp_path / "empty", tmp_path / "mine"
    empty.mkdir()
    mine.mkdir()
    (mine / "thesis.md").write_text("Years of work.\n", encoding="utf-8")
    for free in (fresh, empty):
        save(before, free)
        assert set(contents(free)) == set(FILES)
    with pytest.raises(FolderError, match="something else"):
        save(before, mine)
    assert set(contents(mine)) == {"thesis.md"}


@pytest.mark.parametrize("name", ["survey.toml", ".survey.json.x7k2"], ids=["settings", "left by a killed build"])
def test_settings_and_what_a_killed_build_left_are_nothing_else(before: Survey, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("", encoding="utf-8")
    save(before, tmp_path)
    assert load(tmp_path) == before.model_copy(update={"run": load(tmp_path).run})


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A Survey of Masked Image Modeling", "a-survey-of-masked-image-modeling"),
        ("../../etc: <passwd>", "etc-passwd"),
        ("Words " * 40, "words-words-words-words-words-words-words-words-words-words"),
    ],
)
def test_without_o_a_survey_goes_under_its_title(before: Survey, title: str, name: str) -> None:
    assert folder_for(before.model_copy(update={"title": title})) == Path("reports") / name


def test_a_title_without_a_latin_letter_still_has_a_folder_of_its_own(before: Survey) -> None:
    one, other = (folder_for(before.model_copy(update={"title": title})) for title in ("深度学习", "强化学习"))
    assert one.parent == other.parent == Path("reports")
    assert one != other
    assert one.name.isascii()


def test_a_refresh_leaves_every_file_and_nothing_else(folder: Path, after: Survey) -> None:
    assert commit(after, folder, load(folder)) == ()
    assert set(contents(folder)) == ALL
    assert edited(load(folder), folder) == ()


def test_a_build_over_it_starts_anew(folder: Path, before: Survey, after: Survey) -> None:
    commit(after, folder, load(folder))
    save(before, folder)
    assert set(contents(folder)) == set(FILES)


@pytest.mark.parametrize("stops_after", range(4))
def test_files_left_behind_by_an_interruption_are_rendered_by_the_next_command(
    folder: Path, after: Survey, stops_after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever moment the writing stops at: before survey.json nothing happened, after it everything is mended."""
    old = contents(folder)
    whole = tmp_path / "whole"
    save(load(folder), whole)
    commit(after, whole, load(whole))
    replaced: list[str] = []

    def stop(path: Path, target: Path) -> Path:
        if len(replaced) == stops_after:
            raise KeyboardInterrupt
        replaced.append(Path(target).name)
        return path.rename(target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            commit(after, folder, load(folder))
    opened(folder)
    assert contents(folder) == (contents(whole) if stops_after else old)


def test_a_file_is_on_the_disk_before_it_takes_the_old_ones_place(
    folder: Path, after: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a power cut could leave an empty survey.json where a whole one stood."""
    done: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def synced(file: int) -> None:
        fsync(file)
        done.append("synced")

    def replaced(path: Path, target: Path) -> Path:
        done.append(Path(target).name)
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    commit(after, folder, load(folder))
    assert done[:2] == ["synced", "survey.json"], "the commit point comes first"
    assert done[::2] == ["synced"] * len(ALL)
    assert set(done[1::2]) == ALL


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_others_may_read_what_is_written(folder: Path) -> None:
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o644}


def test_a_hand_edit_is_noticed_and_kept_and_the_new_text_goes_beside(folder: Path, after: Survey) -> None:
    mine = (folder / "survey.md").read_text(encoding="utf-8") + "\nA remark of mine.\n"
    (folder / "survey.md").write_text(mine, encoding="utf-8")
    assert edited(load(folder), folder) == (folder / "survey.md",)
    assert commit(after, folder, opened(folder)) == (folder / "survey.md",)
    assert (folder / "survey.md").read_text(encoding="utf-8") == mine
    assert "**New:**" in beside(folder / "survey.md").read_text(encoding="utf-8")
    assert load(folder).history, "the rest of the refresh went through"
    opened(folder)
    assert (folder / "survey.md").read_text(encoding="utf-8") == mine


def test_force_overwrites_a_hand_edit_and_clears_what_stood_beside(folder: Path, after: Survey) -> None:
    (folder / "survey.md").write_text("Mine.\n", encoding="utf-8")
    commit(after, folder, opened(folder))
    assert commit(after, folder, opened(folder), force=True) == ()
    assert set(contents(folder)) == ALL
    assert edited(load(folder), folder) == ()


def test_taking_the_new_text_over_ends_the_matter(folder: Path, after: Survey) -> None:
    (folder / "survey.md").write_text("Mine.\n", encoding="utf-8")
    commit(after, folder, opened(folder))
    beside(folder / "survey.md").replace(folder / "survey.md")
    assert edited(load(folder), folder) == ()


def test_a_survey_written_before_hashes_were_kept_is_told_from_an_edited_one(folder: Path, before: Survey) -> None:
    bare = load(folder)
    bare = bare.model_copy(update={"run": bare.run.model_copy(update={"files": {}, "replaced": {}})})
    (folder / "survey.json").write_text(dumped(bare), encoding="utf-8")
    assert edited(load(folder), folder) == ()
    (folder / "survey.md").write_text("Mine.\n", encoding="utf-8")
    assert edited(load(folder), folder) == (folder / "survey.md",)


def test_a_missing_file_is_rendered_again(folder: Path) -> None:
    was = contents(folder)
    (folder / "references.bib").unlink()
    opened(folder)
    assert contents(folder) == was


def test_only_one_may_write_at_a_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr("survey.folder.time", SimpleNamespace(monotonic=clock, sleep=clock.nap))
    with locked(folder):
        with pytest.raises(FolderError, match="Another `survey`"), locked(folder):
            pass
        with pytest.raises(FolderError), locked(folder, wait=20):
            pass
        assert 20 <= clock.now < 21
    with locked(folder):
        pass
    assert set(contents(folder)) == set(FILES), "the lock leaves nothing behind"


def test_a_killed_process_lets_go_of_the_lock(folder: Path) -> None:
    says, told = os.pipe()
    child = os.fork()
    if child == 0:
        with locked(folder):
            os.write(told, b".")
            signal.pause()
        os._exit(0)
    try:
        os.read(says, 1)
        with pytest.raises(FolderError), locked(folder):
            pass
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    with locked(folder, wait=5):
        pass


def test_what_a_killed_process_left_half_written_is_removed(folder: Path) -> None:
    (folder / ".survey.json.x7k2").write_text("{", encoding="utf-8")
    (folder / ".mine").write_text("kept", encoding="utf-8")
    tidy(folder)
    assert set(contents(folder)) == {*FILES, ".mine"}
