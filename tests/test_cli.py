"""The command line: what each command gives, and what a user reads when something is wrong. Never a traceback."""

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from conftest import EPOCH, ROOT, Command, Ran, Scripting

from survey.cli.options import ended
from survey.console import shortfall
from survey.document import Survey
from survey.models.base import Prompt, Reply
from survey.models.extractive.model import Extractive

COMMANDS = [
    ("build",),
    ("plan",),
    ("check",),
    ("render",),
    ("papers",),
    ("prompts",),
    ("prompts", "list"),
    ("prompts", "show"),
    ("prompts", "copy"),
    ("cache",),
    ("cache", "info"),
    ("cache", "clear"),
]
BANNER = "Get trending papers in your email inbox once a day!\nGet trending papers in your email inbox!\n"
FAST = "We present FastNet, a small network for street scenes. FastNet reaches 72.4% mIoU on Cityscapes in 12 ms."
SLOW = "We present SlowNet, a large network for street scenes. SlowNet reaches 80.1% mIoU on Cityscapes in 90 ms."


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """A small dump: two papers, one of them twice, and a record without an abstract."""
    records = [
        {"title": "FastNet: fast segmentation", "abstract": FAST},
        {"title": "SlowNet: slow segmentation", "abstract": SLOW},
        {"title": "FastNet: Fast Segmentation", "abstract": FAST},
        {"title": "Only a title", "abstract": ""},
    ]
    path = tmp_path / "dump.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path) -> Path:
    """A copy of the survey of examples/ that a test may harm."""
    return Path(shutil.copytree(small_folder, tmp_path / "survey"))


def extracted(prompt: Prompt) -> str:
    """What the extractive model answers."""
    try:
        Extractive().complete(prompt).send(None)
    except StopIteration as done:
        reply: Reply = done.value
        return reply.text
    raise AssertionError("it waits for nothing")


def failed(ran: Ran, code: int, *said: str) -> None:
    """The command failed with ``code`` and said all of ``said`` in a line or two on standard error."""
    assert ran.code == code, ran
    assert "Traceback" not in ran.err + ran.out
    assert "unforeseen" not in ran.err, ran.err
    for text in said:
        assert text in ran.err, ran.err
    assert len(ran.err.strip().splitlines()) <= 12
    assert "   at 0x" not in ran.err


# --- help and version ---


@pytest.mark.parametrize("names", COMMANDS, ids=" ".join)
def test_every_command_has_help(command: Command, names: tuple[str, ...]) -> None:
    ran = command(*names, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert f"Usage: survey {' '.join(names)}" in ran.out
    options = [line for line in ran.out.splitlines() if line.strip().startswith("--")]
    assert all(len(line.split("  ")) > 1 for line in options), "an option without a word of help"


def test_help_lists_the_commands_of_the_contract(command: Command) -> None:
    ran = command("--help")
    assert ran.code == 0
    for names in COMMANDS:
        assert f"  {names[0]} " in ran.out


def test_version(command: Command) -> None:
    ran = command("--version")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.strip()[0].isdigit()


def test_without_a_command_there_is_help_and_an_error(command: Command) -> None:
    ran = command()
    assert ran.code == 2
    assert "Usage: survey" in ran.out + ran.err


# --- build ---


def test_build_makes_a_sound_survey_and_says_what_it_took(command: Command, dump: Path) -> None:
    ran = command("build", dump, "-o", "out", "--title", "Nets")
    assert (ran.code, ran.out) == (0, "")
    assert {path.name for path in Path("out").iterdir()} >= {"survey.json", "survey.md", "references.bib"}
    closing = ran.err.splitlines()[-1]
    assert "2 papers" in closing
    for word in ("topic", "call", "cache", "tokens", "$0.00", " s."):
        assert word in closing
    assert Path("out/survey.md").read_text(encoding="utf-8").startswith("# Nets\n")
    checked = command("check", "out")
    assert (checked.code, checked.err) == (0, "")
    assert "sound" in checked.out


def test_without_o_the_folder_is_named_after_the_title(command: Command, dump: Path) -> None:
    assert command("build", dump, "--title", "Fast & slow nets", "-q").code == 0
    assert Path("reports/fast-slow-nets/survey.md").is_file()


def test_quiet_says_nothing(command: Command, dump: Path) -> None:
    assert command("build", dump, "-o", "out", "--quiet") == Ran(0, "", "")


def test_json_is_one_object_with_the_run_and_the_folder(command: Command, dump: Path) -> None:
    ran = command("build", dump, "-o", "out", "--json")
    told = json.loads(ran.out)
    assert ran.err == ""
    assert told["folder"] == "out"
    assert told["model"] == "extractive"
    for name in ("complete", "calls", "cached", "retried", "rejected_answers", "tokens_in", "tokens_out", "cost_usd"):
        assert name in told


def test_the_second_build_replaces_the_first_and_asks_nothing(command: Command, dump: Path) -> None:
    command("build", dump, "-o", "out")
    told = json.loads(command("build", dump, "-o", "out", "--json", "--title", "Again").out)
    assert told["calls"] == 0
    assert told["cached"] > 2
    assert json.loads(Path("out/survey.json").read_text(encoding="utf-8"))["title"] == "Again"


def test_limit_takes_the_first_papers(command: Command, dump: Path) -> None:
    command("build", dump, "-o", "out", "--limit", "1", "-q")
    (paper,) = json.loads(Path("out/survey.json").read_text(encoding="utf-8"))["papers"]
    assert paper["title"].startswith("FastNet")


def test_no_dedupe_keeps_every_record(command: Command, dump: Path) -> None:
    command("build", dump, "-o", "out", "--no-dedupe", "-q")
    document = json.loads(Path("out/survey.json").read_text(encoding="utf-8"))
    assert (len(document["papers"]), len(document["merged"])) == (3, 0)


def test_settings_stand_in_the_survey_folders_file(command: Command, dump: Path) -> None:
    Path("out").mkdir()
    Path("out/survey.toml").write_text('title = "From the file"\nquiet = true\n')
    ran = command("build", dump, "-o", "out")
    assert ran == Ran(0, "", "")
    assert Path("out/survey.md").read_text(encoding="utf-8").startswith("# From the file\n")
    assert Path("out/survey.toml").is_file()


def test_settings_stand_in_the_environment(command: Command, dump: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SURVEY_TITLE", "From the environment")
    command("build", dump, "-o", "out", "-q")
    assert Path("out/survey.md").read_text(encoding="utf-8").startswith("# From the environment\n")


# --- what may be wrong with the input ---


def test_no_such_file(command: Command) -> None:
    failed(command("build", "missing.txt"), 2, "Error:", "missing.txt")


def test_a_folder_without_dumps(command: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    failed(command("build", tmp_path / "empty"), 2, "Error:", "empty")
    (tmp_path / "empty/notes.md").write_text("Just a note.\n")
    failed(command("build", tmp_path / "empty"), 2, "Error:", "notes.md")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "empty"), (bytes(range(256)) * 40, "binary"), (b"%PDF-1.7\n...", "PDF"), (b"Just a note.\n", "not a dump")],
)
def test_a_file_that_is_no_dump(command: Command, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "thing.txt").write_bytes(content)
    for name in ("build", "plan", "papers"):
        failed(command(name, tmp_path / "thing.txt"), 2, "Error:", "thing.txt", said)


def test_a_dump_without_a_usable_record(command: Command, tmp_path: Path) -> None:
    (tmp_path / "dump.jsonl").write_text('{"title": "Only a title", "abstract": ""}\n' * 2)
    failed(command("build", tmp_path / "dump.jsonl", "-o", "out"), 2, "no usable paper", "--title-only")
    assert not Path("out").exists()


def test_unknown_format(command: Command, dump: Path) -> None:
    failed(command("build", dump, "--format", "word"), 2, "word", "bibtex")


# --- what may be wrong with the output folder ---


def test_a_folder_that_holds_something_else_is_left_alone(command: Command, dump: Path, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/me.jpg").write_bytes(b"x")
    failed(command("build", dump, "-o", tmp_path / "photos"), 2, "photos", "-o DIR")
    assert [path.name for path in (tmp_path / "photos").iterdir()] == ["me.jpg"]


def test_a_file_in_the_place_of_the_folder(command: Command, dump: Path) -> None:
    failed(command("build", dump, "-o", dump), 2, "is a file", "-o DIR")


def test_a_folder_that_can_not_be_written(command: Command, dump: Path) -> None:
    failed(command("build", dump, "-o", "/proc/nowhere/out"), 2, "can't be written", "-o DIR")


# --- what may be wrong with options, settings, templates, models ---


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--modle", "x"), "--modle"),
        (("--limit", "few"), "--limit"),
        (("--limit", "0"), "limit"),
        (("--concurrency", "0"), "concurrency"),
        (("--model", ""), "model"),
        (("--model-for", "recrod=x"), "recrod"),
        (("--model-for", "record"), "NAME=VALUE"),
        (("--param", "temperature"), "NAME=VALUE"),
        (("--prompts", "missing"), "missing"),
        (("--topics", "-1"), "topics"),
    ],
)
def test_a_wrong_option_is_an_error(command: Command, dump: Path, arguments: tuple[str, ...], said: str) -> None:
    failed(command("build", dump, "-o", "out", *arguments), 2, "Error", said)
    assert not Path("out").exists()


def test_an_unknown_setting_in_a_file_is_an_error(command: Command, dump: Path) -> None:
    Path("survey.toml").write_text("modle = 'x'\n")
    failed(command("build", dump), 2, "survey.toml", "modle")


def test_an_unknown_setting_in_the_environment_is_an_error(
    command: Command, dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SURVEY_MODLE", "x")
    failed(command("build", dump), 2, "the environment", "modle")


def test_a_hosted_model_without_a_key(command: Command, dump: Path) -> None:
    failed(command("build", dump, "-o", "out", "--model", "gpt-4o-mini"), 2, "gpt-4o-mini", "OPENAI_API_KEY")
    assert not Path("out").exists()


def test_a_broken_template(command: Command, dump: Path) -> None:
    command("prompts", "copy", "mine")
    template = Path("mine/record.j2")
    template.write_text(template.read_text(encoding="utf-8").replace("{% endblock %}", "", 1), encoding="utf-8")
    failed(command("build", dump, "-o", "out", "--prompts", "mine"), 2, "record.j2", "survey prompts")
    assert not Path("out").exists()


def test_a_cache_folder_that_is_a_file(command: Command, dump: Path) -> None:
    failed(command("build", dump, "-o", "out", "--cache", dump), 2, "--cache DIR")


def test_debug_shows_where_it_happened(command: Command) -> None:
    from survey.errors import DumpError

    with pytest.raises(DumpError):
        command("--debug", "build", "missing.txt")


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
        timeout=60,
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
    ran = subprocess.run(["bash", "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)
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
