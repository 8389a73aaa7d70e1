"""What many tests share: the real data read in place, a survey of the real dumps built once, and the command."""

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest
from hostile_survey import evil as evil

from survey import cli
from survey.build import build_survey
from survey.document import Survey, load
from survey.folder import save
from survey.models.base import Prompt, Reply
from survey.questions import QUESTIONS
from survey.settings import Settings

# The gate draws the same inputs every time; elsewhere each run draws new ones. Neither fails on a slow machine.
_UNHURRIED = hypothesis.settings(deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.register_profile("gate", _UNHURRIED, derandomize=True)
hypothesis.settings.register_profile("new inputs", _UNHURRIED)
hypothesis.settings.load_profile("gate" if os.environ.get("CI") else "new inputs")

# A shell switches Ctrl-C off for its background jobs; tests of interruptions need it, wherever they run.
signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
EPOCH = "1767225600"
PLANTED_KEY = "sk-planted-0123456789abcdefghijklmnop"
"""Stands in the environment while the survey of the real dumps is built; no file may hold it afterwards."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]
Answers = Callable[[Prompt], str]
"""What a scripted model says to a prompt."""


class Scripted:
    """A model that says what a test wants it to say, and remembers what it was asked."""

    name = "scripted"
    identity = "scripted"
    pack_tokens: int | None = 100_000
    fold = 1000

    def __init__(self, answers: Answers, pack: int = 1) -> None:
        self.pack = pack
        self.asked: list[Prompt] = []
        self._answers = answers

    async def complete(self, prompt: Prompt) -> Reply:
        """The scripted answer, as if each word were a token."""
        self.asked.append(prompt)
        text = self._answers(prompt)
        return Reply(text, len(prompt.user.split()), len(text.split()))

    async def close(self) -> None:
        """Nothing to close."""


Scripting = Callable[[Answers], Scripted]


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of whoever runs the tests reaches them."""
    for name in list(os.environ):
        if name.startswith(("SURVEY_", "OPENAI_")) or name == "SOURCE_DATE_EPOCH":
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data beside the repository; without it the tests fail."""
    assert (SHARED / "dumps").is_dir(), f"{SHARED} is missing"
    return SHARED


@pytest.fixture(scope="session")
def real_dumps(shared: Path) -> tuple[Path, ...]:
    """The two real dumps."""
    dumps = tuple(sorted((shared / "dumps").glob("*.txt")))
    assert len(dumps) == 2
    return dumps


@pytest.fixture(scope="session")
def example_dumps() -> tuple[Path, ...]:
    """The dumps in examples/: small, with papers in common."""
    return tuple(sorted((ROOT / "examples").glob("*.txt")))


@pytest.fixture(scope="session")
def real_folder(real_dumps: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The survey folder of the real dumps, made by the extractive model; its cache stands beside it. Read only."""
    folder = tmp_path_factory.mktemp("real") / "survey"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        patch.setenv("OPENAI_API_KEY", PLANTED_KEY)
        save(build_survey(list(real_dumps), Settings(cache=folder.parent / "cache")), folder)
    return folder


@pytest.fixture(scope="session")
def real_survey(real_folder: Path) -> Survey:
    """The survey document of the real dumps."""
    return load(real_folder)


@pytest.fixture(scope="session")
def small_folder(example_dumps: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The survey folder of examples/, made by the extractive model; its cache stands beside it. Read only."""
    folder = tmp_path_factory.mktemp("small") / "survey"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        save(build_survey(list(example_dumps), Settings(cache=folder.parent / "cache")), folder)
    return folder


@pytest.fixture(scope="session")
def small_survey(small_folder: Path) -> Survey:
    """The survey document of examples/."""
    return load(small_folder)


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> Scripting:
    """A scripted model put in the place of every model, whatever the settings say."""

    def put(answers: Answers) -> Scripted:
        model = Scripted(answers)
        monkeypatch.setattr("survey.asking.models_for", lambda *_: dict.fromkeys(QUESTIONS, model))
        return model

    return put


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """``survey ARGUMENTS...`` run in this process from an empty folder, through the entry point that users call."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)

    def run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["survey", *map(str, arguments)])
        capfd.readouterr()
        code: object = 0
        try:
            cli.main()
        except SystemExit as stop:
            code = stop.code
        captured = capfd.readouterr()
        assert code is None or isinstance(code, int)
        return Ran(code or 0, captured.out, captured.err)

    return run
