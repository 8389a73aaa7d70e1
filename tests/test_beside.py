"""Work beside: its result is the same wherever it is done, its errors are raised here, and nothing of it is left."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import ROOT, Command

from survey import beside as module
from survey.beside import beside
from survey.document import load
from survey.errors import SettingsError

HERE = os.getpid()
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the work is always done here")


@pytest.fixture(params=[True, False], ids=["in a copy", "here"])
def copied(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a copy does the work; the tests' own threads hold no lock that it takes."""
    monkeypatch.setattr(module, "_can_fork", lambda: request.param)
    return bool(request.param)


def test_the_result_is_the_same_and_comes_from_where_it_should(copied: bool) -> None:
    with beside(lambda: f"{os.getpid()} {'long ' * 100_000}".encode()) as result:
        first, second = result(), result()
    assert first == second, "it is worked out once"
    assert first.endswith(b"long ")
    assert (int(first.split()[0]) != HERE) is copied


@pytest.mark.usefixtures("copied")
def test_an_error_is_raised_here_and_only_when_the_result_is_asked_for() -> None:
    def failing() -> bytes:
        raise SettingsError("There is no topic 'X'.", "Take it out of survey.toml.")

    with beside(failing):
        pass
    with beside(failing) as result, pytest.raises(SettingsError, match="no topic 'X'"):
        result()


def test_a_copy_that_is_killed_leaves_the_work_to_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_can_fork", lambda: True)

    def dying() -> bytes:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return b"done here"

    with beside(dying) as result:
        assert result() == b"done here"


@contextmanager
def pid_told(path: Path) -> Iterator[None]:
    """Work that would never end, begun beside; it writes down who does it."""

    def endless() -> bytes:
        path.write_text(str(os.getpid()))
        signal.pause()
        return b""

    with beside(endless):
        while not (path.is_file() and path.read_text()):
            pass
        yield


def test_the_copy_never_outlives_the_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_can_fork", lambda: True)
    with pytest.raises(KeyboardInterrupt), pid_told(tmp_path / "pid"):
        raise KeyboardInterrupt
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_beside_other_threads_the_work_is_done_here() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        with beside(lambda: str(os.getpid()).encode()) as result:
            assert int(result()) == HERE
    finally:
        stop.set()
        thread.join()


def test_what_the_copy_prints_and_what_goes_wrong_in_it_is_told_once(tmp_path: Path) -> None:
    """In a process of its own: text that waits to be written is in the copy as well, and must not come out twice."""
    program = """
        import sys
        from survey import beside as module
        module._can_fork = lambda: True
        sys.stdout.write("once ")
        def failing():
            raise ValueError("in the copy")
        with module.beside(failing) as result:
            try:
                result()
            except ValueError as error:
                print(error)
    """
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
        timeout=600,
    )
    assert (ran.stdout, ran.stderr) == ("once in the copy\n", "")


def test_a_survey_is_the_same_on_one_core_and_on_two(
    command: Command, example_dumps: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    for name, forks in (("one", False), ("two", True)):
        monkeypatch.setattr(module, "_can_fork", lambda forks=forks: forks)
        assert command("build", *example_dumps, "-o", name, "--cache", f"cache-{name}").code == 0
    one, two = (load(Path(name)).model_dump(exclude={"run"}) for name in ("one", "two"))
    assert one == two


def test_a_pin_that_fits_nothing_is_told_as_ever(
    command: Command, example_dumps: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("survey.toml").write_text('[pins.names]\n"t99" = "Nothing"\n')
    monkeypatch.setattr(module, "_can_fork", lambda: True)
    ran = command("build", *example_dumps, "-o", "out")
    assert ran.code == 2
    assert "t99" in ran.err
    assert "Traceback" not in ran.err
