"""The command line: what each command gives, and what a user reads when something is wrong. Never a traceback."""

import json
from pathlib import Path

import pytest
from commanding import dump as dump
from commanding import failed
from commanding import folder as folder
from conftest import Command, Ran

COMMANDS = [
    ("build",),
    ("refresh",),
    ("brief",),
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
