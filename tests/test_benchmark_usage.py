"""A benchmark told of a folder that holds no survey says so in one sentence; asked for help, it gives its usage."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / "summaries.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


def test_help_is_a_usage_line_and_no_table() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert done.stdout.startswith("usage: summaries.py [-h] [SURVEY_FOLDER ...]")
    assert "SciTLDR test" not in done.stdout


@pytest.mark.parametrize("files", [(), ("survey.md",), ("survey.json",)])
def test_a_folder_without_a_survey_is_named_in_one_sentence(tmp_path: Path, files: tuple[str, ...]) -> None:
    for name in files:
        (tmp_path / name).write_text("", encoding="utf-8")
    done = run(str(tmp_path))
    *_, said = done.stderr.splitlines()
    assert done.returncode == 2
    assert f"{tmp_path} holds no survey." in said
    assert "Traceback" not in done.stderr
