"""check, render, papers, plan, prompts and cache; and the command as a process of its own."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from commanding import dump as dump
from commanding import extracted, failed
from commanding import folder as folder
from conftest import EPOCH, ROOT, Command, Scripting

from survey.cli.options import ended
from survey.console import shortfall
from survey.document import Survey
from survey.models.base import Prompt

# --- check and render ---


def test_check_fails_with_1_and_names_the_invariant(command: Command, folder: Path) -> None:
    document = json.loads((folder / "survey.json").read_text(encoding="utf-8"))
    key = next(key for key, record in document["records"].items() if record["contribution"])
    document["records"][key]["contribution"]["quotes"] = ["Never written anywhere."]
    (folder / "survey.json").write_text(json.dumps(document), encoding="utf-8")
    ran = command("check", folder)
    assert ran.code == 1
    assert f"invariant 3: paper {key}" in ran.out
    assert "failure" in ran.err


def test_check_verbose_shows_the_audit_of_every_topic(command: Command, folder: Path) -> None:
    ran = command("check", folder, "-v")
    topics = json.loads((folder / "survey.json").read_text(encoding="utf-8"))["topics"]
    assert ran.code == 0
    assert all(topic["name"] in ran.out for topic in topics)


@pytest.mark.parametrize("name", ["check", "render"])
def test_a_folder_without_a_survey(command: Command, tmp_path: Path, name: str) -> None:
    failed(command(name, tmp_path), 2, "holds no survey", "survey build")


@pytest.mark.parametrize(
    ("text", "said"),
    [("{", "damaged"), ("[]", "damaged"), ('{"schema": 99}', "schema 99"), ("\udcff", "can't be read")],
)
def test_a_damaged_survey(command: Command, folder: Path, text: str, said: str) -> None:
    (folder / "survey.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    failed(command("check", folder), 2, "survey.json", said)


@pytest.mark.parametrize("name", ["survey.md", "survey.html", "references.bib"])
def test_a_file_that_is_missing_is_rendered_again(command: Command, folder: Path, name: str) -> None:
    before = (folder / name).read_bytes()
    (folder / name).unlink()
    assert command("check", folder).code == 0
    assert (folder / name).read_bytes() == before


@pytest.mark.parametrize(("to", "name"), [("md", "survey.md"), ("html", "survey.html"), ("bib", "references.bib")])
def test_render_gives_the_files_of_the_folder_again(command: Command, folder: Path, to: str, name: str) -> None:
    ran = command("render", folder, "--to", to)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (folder / name).read_text(encoding="utf-8")
    assert command("render", folder, "--to", to, "-o", f"made/{name}").out == ""
    assert Path(f"made/{name}").read_bytes() == (folder / name).read_bytes()


def test_render_csv_has_a_line_for_each_paper(command: Command, folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(command("render", folder, "--to", "csv").out)))
    assert len(rows) == 48
    assert all(row["title"] and row["topic"] and row["key"] for row in rows)


def test_an_unknown_format_to_render(command: Command, folder: Path) -> None:
    failed(command("render", folder, "--to", "docx2"), 2, "docx2", "md")


# --- papers, plan, prompts, cache ---


def test_papers_on_standard_output_the_account_on_standard_error(command: Command, dump: Path) -> None:
    ran = command("papers", dump)
    papers = [json.loads(line) for line in ran.out.splitlines()]
    assert [paper["title"].casefold() for paper in papers] == [
        "fastnet: fast segmentation",
        "slownet: slow segmentation",
    ]
    assert [source["record"] for source in papers[0]["sources"]] in ([1, 3], [3, 1])
    assert "rejected dump.jsonl, line 4" in ran.err
    assert "merged dump.jsonl, line" in ran.err
    assert ran.err.splitlines()[-1] == "in all: 4 read = 2 papers + 1 merged + 1 rejected"
    assert command("papers", dump, "-q").err == ""


def test_papers_in_other_formats(command: Command, dump: Path) -> None:
    assert command("papers", dump, "--to", "bib").out.count("@misc{") == 2
    assert len(list(csv.reader(io.StringIO(command("papers", dump, "--to", "csv").out)))) == 3
    failed(command("papers", dump, "--to", "docx"), 2, "docx", "jsonl")


def test_plan_counts_calls_and_asks_nothing(command: Command, dump: Path) -> None:
    ran = command("plan", dump, "--json")
    plan = json.loads(ran.out)
    assert (plan["records"], plan["papers"]) == (4, 2)
    command("build", dump, "-o", "out", "-q")
    again = json.loads(command("plan", dump, "--json").out)
    assert plan["calls"] > again["calls"] == 0
    assert "in all" in command("plan", dump).out


def test_plan_needs_no_key_for_a_hosted_model(command: Command, dump: Path) -> None:
    ran = command("plan", dump, "--model", "gpt-4o-mini", "--json")
    assert ran.code == 0, ran.err
    plan = json.loads(ran.out)
    assert plan["tokens_in"] > 500
    assert plan["cost_usd"] > 0


def test_prompts_list_and_show(command: Command) -> None:
    listed = command("prompts", "list").out
    assert [line.split()[0] for line in listed.splitlines()][:3] == ["record", "topic_name", "synthesis"]
    shown = command("prompts", "show", "record").out
    assert "{% block user %}" in shown
    failed(command("prompts", "show", "recrod"), 2, "recrod", "record")


def test_prompts_copy_can_be_edited_and_used(command: Command, dump: Path) -> None:
    assert command("prompts", "copy", "mine").code == 0
    assert command("build", dump, "-o", "out", "--prompts", "mine", "-q").code == 0
    failed(command("prompts", "copy", "mine"), 2, "is there already")


def test_cache_info_and_clear(command: Command, dump: Path) -> None:
    command("build", dump, "-o", "out", "-q")
    info = json.loads(command("cache", "info", "--json").out)
    assert info["answers"] > 2
    assert info["bytes"] > 1000
    assert str(info["answers"]) in command("cache", "info").out
    assert command("cache", "clear").code == 0
    assert json.loads(command("cache", "info", "--json").out)["answers"] == 0


# --- as a process of its own ---


def survey(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """The command as a user starts it: nothing of it is a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "survey", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        timeout=600,
        check=False,
    )


def test_a_dump_from_standard_input_and_plain_lines_of_progress(command: Command, dump: Path, tmp_path: Path) -> None:
    ran = survey("build", "-", "-o", tmp_path / "out", stdin=dump.read_bytes(), SOURCE_DATE_EPOCH=EPOCH)
    assert (ran.returncode, ran.stdout) == (0, b"")
    assert b"\x1b" not in ran.stderr
    assert b"\r" not in ran.stderr
    assert b"Reading papers: 2 done\n" in ran.stderr


def test_a_reader_that_goes_away_is_nobodys_fault(folder: Path) -> None:
    code = (
        f"{sys.executable} -m survey render {folder} --to json | head -c 10; code=${{PIPESTATUS[0]}}; echo; echo $code"
    )
    ran = subprocess.run(["bash", "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=600, check=False)
    assert ran.stderr == ""
    assert ran.stdout.splitlines()[-1] in {"0", "1", "141"}


def test_text_that_the_terminal_can_not_show_is_no_crash(command: Command, tmp_path: Path) -> None:
    dump = tmp_path / "dump.jsonl"
    dump.write_text(json.dumps({"title": "Größe → ∞", "abstract": "Wir zeigen α. It is über-good."}) + "\n")
    ran = survey("papers", dump, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ran.returncode == 0, ran.stderr
    assert b"Traceback" not in ran.stderr


def test_an_interrupted_build_says_so_and_goes_on_from_the_cache(
    command: Command, dump: Path, scripted: Scripting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(prompt: Prompt) -> str:
        if prompt.question == "synthesis":
            signal.raise_signal(signal.SIGINT)
        return extracted(prompt)

    with monkeypatch.context() as patch:
        scripted(interrupted)
        ran = command("build", dump, "-o", "out")
        failed(ran, 130, "Interrupted", "cached")
        assert not Path("out").exists()
        patch.undo()
    asked = scripted(extracted).asked
    assert command("build", dump, "-o", "out", "-q").code == 0
    assert {"overview"} <= {prompt.question for prompt in asked} <= {"synthesis", "overview"}


def test_a_run_that_a_budget_stopped_is_said_even_when_nothing_is_left_out(small_survey: Survey) -> None:
    """Only names may be unasked: then nothing is missing, but the survey is not what it could be."""
    assert shortfall(small_survey) == ""
    stopped = small_survey.model_copy(update={"run": small_survey.run.model_copy(update={"stopped": "budget"})})
    assert "raise it" in shortfall(stopped)
    with pytest.raises(typer.Exit) as ending:
        ended(stopped)
    assert ending.value.exit_code == 3
    ended(small_survey)
