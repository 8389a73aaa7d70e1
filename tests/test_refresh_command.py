"""``survey refresh``, and ``render``, ``check`` and ``brief`` of what it left: what is said and what is kept."""

import json
import shutil
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace

import pytest
from clocks import Clock
from conftest import Command, Ran

from survey.document import Survey, load
from survey.folder import locked

NEW = {
    "title": "Pebbles sorted by colour",
    "abstract": "Masked image modeling of pebbles is new. We propose a masked autoencoder for pebbles.",
}


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path) -> Path:
    """A copy of the survey of examples/, with the answers it was made of beside it as the command looks for them."""
    shutil.copytree(small_folder.parent / "cache", tmp_path / "here" / "cache")
    return Path(shutil.copytree(small_folder, tmp_path / "survey"))


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """One paper that the survey of examples/ doesn't hold."""
    return written(tmp_path / "new.jsonl", NEW)


def written(path: Path, *records: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# --- what is said ---


def test_it_says_what_came_and_then_that_nothing_is_new(command: Command, folder: Path, dump: Path) -> None:
    ran = command("refresh", folder, dump)
    assert (ran.code, ran.out) == (0, "")
    assert f"{folder / 'CHANGES.md'}: 1 new paper, 0 merged, 0 rejected; 1 topic changed," in ran.err
    assert "taken out" not in ran.err
    assert f"{folder / 'survey.md'}: 49 papers in " in ran.err
    again = command("refresh", folder, dump)
    assert (again.code, again.err) == (0, f"{folder}: nothing new; nothing was written.\n")


def test_papers_taken_out_and_new_versions_are_counted(command: Command, folder: Path, tmp_path: Path) -> None:
    first, second, *_ = load(folder).papers
    changed = {"title": second.title, "abstract": f"{second.abstract} A second version adds pebbles."}
    asked = ("refresh", folder, written(tmp_path / "v2.jsonl", changed), "--drop", first.key)
    foreseen = command(*asked, "--dry-run")
    assert "0 new papers, 1 merged, 0 rejected, 1 taken out, 1 new version" in foreseen.out
    assert "topics with other papers: " in foreseen.out
    ran = command(*asked, "--json")
    facts = json.loads(ran.out)
    assert (facts["dropped"], facts["new_versions"], facts["added"], facts["merged"]) == (1, 1, 0, 1)
    assert ", 1 taken out;" in command("refresh", folder, "--drop", load(folder).papers[0].key).err


def test_copies_among_the_new_records_are_merged_and_accounted_for(
    command: Command, folder: Path, tmp_path: Path
) -> None:
    cut = NEW | {"abstract": NEW["abstract"][:60]}
    refused = {"title": "Only a title", "abstract": ""}
    facts = json.loads(command("refresh", folder, written(tmp_path / "new.jsonl", cut, NEW, refused), "--json").out)
    assert (facts["added"], facts["merged"], facts["rejected"]) == (1, 1, 1)
    survey = load(folder)
    (new,) = (paper for paper in survey.papers if paper.added)
    assert new.abstract == NEW["abstract"]
    assert [merge.kept for merge in survey.merged if merge.source.dump == "new.jsonl"] == [new.key]
    assert command("check", folder).code == 0


def test_a_dry_run_in_json_says_whether_anything_would_change(command: Command, folder: Path, dump: Path) -> None:
    before = contents(folder)
    facts = json.loads(command("refresh", folder, dump, "--dry-run", "--json").out)
    assert (facts["folder"], facts["changed"], facts["new"]) == (str(folder), True, 1)
    assert facts["calls"] == facts["plan"]["steps"][0]["calls"] + sum(s["calls"] for s in facts["plan"]["steps"][1:])
    assert facts["calls"] > 0
    assert contents(folder) == before
    assert command("refresh", folder, dump, "-q").code == 0
    nothing = json.loads(command("refresh", folder, dump, "--dry-run", "--json").out)
    assert (nothing["changed"], nothing["calls"], nothing["tokens_in"]) == (False, 0, 0)
    assert (
        command("refresh", folder, dump, "--dry-run").out == f"{folder}: nothing new; a refresh would write nothing.\n"
    )


def test_answers_of_other_prompts_are_told_of_unless_quiet(command: Command, folder: Path, dump: Path) -> None:
    document = json.loads((folder / "survey.json").read_text(encoding="utf-8"))
    document["run"]["prompts"]["record"] = "0" * 16
    (folder / "survey.json").write_text(json.dumps(document), encoding="utf-8")
    ran = command("refresh", folder, dump, "--json")
    assert "The prompt or schema of record changed since" in ran.err
    assert "--renew" in ran.err
    assert command("refresh", folder, dump, "--quiet").err == ""


# --- files edited by hand, another refresh under way ---


def test_a_file_edited_by_hand_stays_and_is_named_until_force(command: Command, folder: Path, dump: Path) -> None:
    (folder / "survey.md").write_text("My own words.\n", encoding="utf-8")
    ran = command("refresh", folder, dump, "-q")
    assert ran.code == 0
    assert (folder / "survey.md").read_text(encoding="utf-8") == "My own words.\n"
    assert f"{folder / 'survey.md'} was edited by hand and left as it is" in ran.err
    assert f"{folder / 'survey.new.md'} (--force overwrites it)" in ran.err
    aside = (folder / "survey.new.md").read_bytes()
    assert NEW["title"].encode() in aside
    later = written(dump.with_name("later.jsonl"), NEW | {"title": "Pebbles sorted by weight"})
    forced = command("refresh", folder, later, "--force", "-q")
    assert (forced.code, forced.err) == (0, "")
    assert b"Pebbles sorted by weight" in (folder / "survey.md").read_bytes()
    assert not (folder / "survey.new.md").exists()
    assert command("check", folder).code == 0


def test_two_refreshes_at_once_are_refused_and_wait_waits(
    command: Command, folder: Path, dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(folder)
    with locked(folder):
        ran = command("refresh", folder, dump)
        assert ran.code == 2
        assert "Another `survey` is writing" in ran.err
        assert "--wait" in ran.err
        assert contents(folder) == before
    clock = Clock()
    with ExitStack() as other:
        other.enter_context(locked(folder))

        def sleep(seconds: float) -> None:
            """The other one ends after ten seconds of our waiting."""
            clock.nap(seconds)
            if clock.now > 10:
                other.close()

        monkeypatch.setattr("survey.folder.time", SimpleNamespace(monotonic=clock, sleep=sleep))
        assert command("refresh", folder, dump, "--wait", "5", "-q").code == 2
        assert contents(folder) == before
        assert command("refresh", folder, dump, "--wait", "20", "-q").code == 0
    assert contents(folder) != before


def test_what_a_killed_refresh_left_half_written_is_removed(command: Command, folder: Path, dump: Path) -> None:
    (folder / ".survey.json.x7k2").write_text("{", encoding="utf-8")
    assert command("refresh", folder, dump, "-q").code == 0
    assert {path.name for path in folder.iterdir()} == {
        *("survey.json", "survey.md", "survey.html", "references.bib", "CHANGES.md")
    }


# --- the survey afterwards, shown in other ways ---


@pytest.fixture
def refreshed(command: Command, folder: Path, dump: Path) -> Path:
    assert command("refresh", folder, dump, "-q").code == 0
    return folder


def test_render_marks_what_is_new_or_not_as_asked(command: Command, refreshed: Path) -> None:
    as_saved = command("render", refreshed).out
    assert "**New:**" in as_saved
    plain = command("render", refreshed, "--no-marks").out
    assert "**New:**" not in plain
    assert plain != as_saved
    assert command("render", refreshed, "--marks").out == as_saved
    assert command("render", refreshed, "--to", "changes").out == (refreshed / "CHANGES.md").read_text(encoding="utf-8")


def test_render_gives_the_comparison_of_one_topic_by_id_or_name(command: Command, refreshed: Path) -> None:
    topic = max(load(refreshed).topics, key=lambda t: len(t.papers))
    by_id = command("render", refreshed, "--to", "comparison-csv", "--topic", topic.id).out
    assert len(by_id.splitlines()) == 1 + len(topic.comparison.rows)
    assert command("render", refreshed, "--to", "comparison-csv", "--topic", topic.name).out == by_id
    assert len(command("render", refreshed, "--to", "comparison-csv").out) > len(by_id)
    unknown = command("render", refreshed, "--to", "comparison-csv", "--topic", "no such topic")
    assert unknown.code == 2
    assert "no such topic" in unknown.err


def test_check_verbose_names_the_nearest_topic_and_what_fits_worst(command: Command, refreshed: Path) -> None:
    survey: Survey = load(refreshed)
    said = command("check", refreshed, "-v").out
    names = {topic.id: topic.name for topic in survey.topics}
    near = [topic for topic in survey.topics if topic.nearest]
    assert near
    assert all(f"; nearest: {names[topic.nearest or '']}\n" in said for topic in near)
    worst = [key for topic in survey.topics for key in topic.worst]
    assert worst
    assert said.count("    fits worst: ") == len(worst)


def test_a_brief_of_what_is_new_alone(command: Command, refreshed: Path) -> None:
    def brief(*more: str) -> Ran:
        return command("brief", refreshed, "--topic", "masked autoencoder", *more)

    shown = brief("--since", "last")
    assert shown.code == 0
    assert NEW["title"] in shown.out
    (new,) = (paper for paper in load(refreshed).papers if paper.added)
    made = json.loads(brief("--since", "last", "--json").out)["brief"]
    assert [paper["key"] for paper in made["content"]["papers"]] == [new.key]
    assert len(json.loads(brief("--json").out)["brief"]["content"]["papers"]) > 5, "there are older ones"
    ran = brief("--since", "1", "-o", "brief.md")
    assert ran.err.splitlines()[-1].startswith("brief.md: 1 of 49 papers; ")
    assert Path("brief.md").read_text(encoding="utf-8").count("\n") == shown.out.count("\n")
    assert brief("-o", "brief.md", "-q").err == ""
