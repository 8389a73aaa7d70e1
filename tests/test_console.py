"""What a run says on standard error: progress on a terminal and in a pipe, the closing line, what was left out."""

import io
import sys
from pathlib import Path

import pytest
from conftest import Command

from survey.console import account_lines, closing_line, progress, refresh_lines, shortfall
from survey.document import LeftOutEntry, Survey
from survey.intake import read_distinct
from survey.settings import Settings


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, *steps: tuple[str, int, int]) -> str:
    """What a terminal shows of these steps."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    with progress(quiet=False) as watched:
        assert watched is not None
        for step in steps:
            watched(*step)
    return screen.getvalue()


def test_a_terminal_shows_a_bar_for_each_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, ("record", 0, 48), ("record", 12, 48), ("record", 48, 48), ("synthesis", 3, 7))
    assert "Reading papers" in text
    assert "48/48" in text.replace(" ", "")
    assert "Writing topics" in text
    assert "3/7" in text.replace(" ", "")
    assert "\x1b[" in text, "it is drawn again in its place"


def test_a_pipe_gets_a_line_when_a_stage_is_finished(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(quiet=False) as watched:
        assert watched is not None
        for done in range(3):
            watched("record", done, 2)
        watched("revision", 0, 0)
    assert capsys.readouterr().err == "Reading papers: 2 done\n", "and none where there was nothing to do"


def test_quiet_has_no_progress() -> None:
    with progress(quiet=True) as watched:
        assert watched is None


def test_every_question_has_words_for_its_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    from survey.questions import QUESTIONS

    text = shown(monkeypatch, *((question, 1, 1) for question in QUESTIONS))
    assert text.count("1/1") >= len(set(QUESTIONS))


def with_run(survey: Survey, **fields: object) -> Survey:
    return survey.model_copy(update={"run": survey.run.model_copy(update=fields)})


def test_the_closing_line_says_what_was_made_and_what_it_took(small_survey: Survey) -> None:
    run = {"calls": 1, "cached": 3, "tokens_in": 1200, "tokens_out": 34, "seconds": 2.345}
    line = closing_line(with_run(small_survey, **run, cost_usd=0.5), Path("out"))
    assert line == (
        f"out/survey.md: 48 papers in {len(small_survey.topics)} topics; "
        "1 call, 3 answers from the cache, 1234 tokens, $0.50; 2.3 s."
    )
    assert "$" not in closing_line(with_run(small_survey, cost_usd=None), Path("out")), "a price that nobody knows"


def test_what_was_left_out_is_said_in_a_line(small_survey: Survey) -> None:
    left = (
        LeftOutEntry(paper=small_survey.papers[0].key, question="record", reason="the answer was empty"),
        LeftOutEntry(topic="t1", question="synthesis", reason="the model refused"),
        LeftOutEntry(topic="overview", question="overview", reason="the model refused"),
    )
    text = shortfall(small_survey.model_copy(update={"left_out": left}))
    assert text.startswith("Left out: 1 paper and 2 other answers")
    assert text.endswith(f"the first: {small_survey.papers[0].key}: the answer was empty.")
    stopped = with_run(small_survey, stopped="budget").model_copy(update={"left_out": left[1:]})
    assert shortfall(stopped).startswith("The budget stopped the run; raise it")
    assert "Left out: 0 papers and 2 other answers" in shortfall(stopped)
    assert "the first: t1: the model refused." in shortfall(stopped)


def test_a_refresh_without_news_and_a_survey_never_refreshed_say_so(small_survey: Survey) -> None:
    for survey in (None, small_survey):
        assert refresh_lines(survey, Path("out")) == "out: nothing new; nothing was written."


def test_the_account_names_what_was_skipped_and_adds_up(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("Just a note.\n", encoding="utf-8")
    (tmp_path / "papers.jsonl").write_text('{"title": "One", "abstract": "We do one thing."}\n', encoding="utf-8")
    lines = account_lines(*read_distinct([tmp_path], Settings())).splitlines()
    assert lines[0].startswith("papers.jsonl (json")
    assert lines[0].endswith(": 1 read = 1 papers + 0 merged + 0 rejected")
    assert any(line.startswith("skipped ") and "notes.md" in line for line in lines)
    assert lines[-1] == "in all: 1 read = 1 papers + 0 merged + 0 rejected"


def test_what_nobody_foresaw_is_said_in_two_lines_without_a_traceback(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a fault of ours")

    monkeypatch.setattr("survey.build.build_survey", broken)
    ran = command("build", "whatever.txt")
    assert ran.code == 2
    assert "Traceback" not in ran.err
    said, please = ran.err.strip().splitlines()
    assert "ZeroDivisionError: a fault of ours" in said
    assert "please report it" in please
    with pytest.raises(ZeroDivisionError):
        command("--debug", "build", "whatever.txt")
