"""The README says what is: its excerpt stands in the example survey, its commands exist, its links lead somewhere."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
import typer.main
from conftest import ROOT

from survey.checking import check_survey
from survey.cli import app
from survey.document import load

README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "reports" / "example"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_the_two_commands_stand_first_one_line_each() -> None:
    main_job, tests = blocks("sh")[0].strip().splitlines()
    assert "survey build examples/" in main_job
    assert "pytest" in tests
    assert all(line.startswith("python3 -m venv .venv && ") for line in (main_job, tests))


def test_the_excerpt_stands_in_the_example_survey() -> None:
    excerpt = re.search(r"<!-- excerpt[^>]*-->\n(.*?)<!-- end of excerpt -->", README, re.DOTALL)
    assert excerpt is not None
    survey = (EXAMPLE / "survey.md").read_text(encoding="utf-8")
    lines = [line.removeprefix(">").strip() for line in excerpt[1].splitlines()]
    shown = [line for line in lines if line and line != "…"]
    assert len(shown) >= 5
    for line in shown:
        assert line.replace("](reports/example/survey.md#", "](#") in survey


def test_the_example_survey_is_sound() -> None:
    survey = load(EXAMPLE)
    assert check_survey(survey, (EXAMPLE / "survey.md").read_text(encoding="utf-8")) == ()
    assert len(survey.papers) == 48


COMMANDS = [
    line.split("#")[0].strip() for block in blocks("text") for line in block.splitlines() if line.startswith("survey ")
]


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_and_option_shown_exists(line: str) -> None:
    words = shlex.split(line)[1:]
    command = typer.main.get_command(app).commands[words[0]]  # type: ignore[attr-defined]  # a group
    options = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    assert {word for word in words if word.startswith("-")} <= options


def test_the_python_shown_runs(
    example_dumps: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (program,) = blocks("python")
    (tmp_path / "dumps").mkdir()
    shutil.copy(example_dumps[0], tmp_path / "dumps")
    monkeypatch.chdir(tmp_path)
    exec(compile(program, "README.md", "exec"), {})  # it is the README's own
    made = load(tmp_path / "reports" / "pruning")
    claims = [claim for topic in made.topics for claim in topic.claims]
    assert made.title == "Pruning"
    assert len(claims) > 5
    assert [line.split(" [('")[0] for line in capsys.readouterr().out.splitlines()] == [c.text for c in claims]


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(((?!http|#)[^)#]+)", README))))
def test_every_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def test_every_file_in_reading_order_exists() -> None:
    table = README.split("## The files in reading order")[1].split("## Figures")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    names = [name for row in rows for name in re.findall(r"`([\w./]+(?:\.py|/))`", row)]
    assert len(names) > 25
    for name in names:
        assert (ROOT / "survey" / name).exists(), name
