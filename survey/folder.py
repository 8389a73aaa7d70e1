"""The survey folder: may it be written, what stands in it, and bringing its files up to date with survey.json.

survey.json is the commit point. It holds the hashes of the files rendered from it and of those that stood there before,
so that a file left behind by an interruption is told from one that somebody edited: the first is rendered again, the
second is left alone and its new text goes beside it.
"""

import hashlib
import os
import re
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from survey.beside import beside as on_second_core
from survey.document import FILE, Survey, dumped, holds_survey, load, write_files
from survey.errors import FolderError
from survey.papers import paper_key
from survey.render import CHANGES, FILES, render

REPORTS = Path("reports")
_ELSEWHERE = "Name another folder with -o DIR."
_POLL = 0.2


def claim(folder: Path) -> None:
    """Raise FolderError unless a survey can be written to ``folder``: it is new, empty, or holds a survey."""
    if folder.exists() and not folder.is_dir():
        raise FolderError(f"{folder} is a file, not a folder.", _ELSEWHERE)
    if folder.is_dir() and not holds_survey(folder) and _holds_anything(folder):
        raise FolderError(f"{folder} holds something else than a survey; nothing was written.", _ELSEWHERE)
    there = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        raise FolderError(f"{folder} can't be written: {there} is not a folder that you may write to.", _ELSEWHERE)


def _holds_anything(folder: Path) -> bool:
    return any(path.name != "survey.toml" and not path.name.startswith(f".{FILE}.") for path in folder.iterdir())


def folder_for(survey: Survey) -> Path:
    """Where a survey goes without ``-o``: ``reports/`` and a name made from its title."""
    words = re.findall(r"[a-z0-9]+", survey.title.encode("ascii", "ignore").decode().lower())
    return REPORTS / ("-".join(words)[:60].strip("-") or paper_key(survey.title))


def save(survey: Survey, folder: str | Path) -> None:
    """Write every file of a survey just built, survey.json first; a survey that stood there is replaced as a whole.

    Raises FolderError when something else stands there, or it can't be written.
    """
    folder = Path(folder)
    claim(folder)
    write_files(folder, {})  # makes the folder, or says why it can't be made
    with locked(folder):
        texts = _texts(survey)
        _write(_sealed(survey, texts, folder, None), texts, folder, force=True)
        if not survey.history:
            (folder / CHANGES).unlink(missing_ok=True)


def commit(survey: Survey, folder: Path, before: Survey, *, force: bool = False) -> tuple[Path, ...]:
    """Write every file of a refreshed survey, survey.json first; ``before`` is what :func:`opened` gave.

    Hold the lock while doing so. Returns the files that somebody edited: those are left alone, and their new text
    stands beside them, unless ``force`` is given.
    """
    texts = _texts(survey)
    return _write(_sealed(survey, texts, folder, None if force else before), texts, folder, force=force)


def opened(folder: Path) -> Survey:
    """The survey in ``folder``; files that an interruption left behind survey.json are rendered again."""
    survey = load(folder)
    behind = [name for name in _rendered(survey) if _is_behind(survey, folder, name)]
    if behind:
        write_files(folder, {name: render(survey, _rendered(survey)[name]) for name in behind})
    return survey


def edited(survey: Survey, folder: Path) -> tuple[Path, ...]:
    """The files of the folder that are not as they were written: somebody edited them."""
    return tuple(folder / name for name in _rendered(survey) if _is_edited(survey, folder, name))


def beside(path: Path) -> Path:
    """Where a file's new text goes when the file itself was edited: "survey.md" -> "survey.new.md"."""
    return path.with_name(f"{path.stem}.new{path.suffix}")


def _rendered(survey: Survey) -> dict[str, str]:
    """The files beside survey.json and their formats."""
    files = {name: to for name, to in FILES.items() if name != FILE}
    return files | ({CHANGES: "changes"} if survey.history else {})


def _texts(survey: Survey) -> dict[str, str]:
    """The files beside survey.json as they are to be; none of them depends on the hashes that sealing adds.

    The page takes as long as all others together: it is made on the second core of a machine that has one.
    """
    files = _rendered(survey)
    with on_second_core(lambda: render(survey, "html").encode()) as page:
        others = {name: render(survey, to) for name, to in files.items() if to != "html"}
        pages = {name: page().decode() for name, to in files.items() if to == "html"}
    return {name: (others | pages)[name] for name in files}


def _sealed(survey: Survey, texts: Mapping[str, str], folder: Path, before: Survey | None) -> Survey:
    """The survey with the hashes of the files that will be rendered from it, and of those that it replaces.

    A file that was edited since ``before`` was written is not replaced.
    """
    files = {name: _digest(text.encode()) for name, text in texts.items()}
    there = {name: digest for name in files if (digest := _digest_of(folder / name))}
    kept = {path.name for path in edited(before, folder)} if before else set()
    replaced = {name: digest for name, digest in there.items() if name not in kept}
    return survey.model_copy(update={"run": survey.run.model_copy(update={"files": files, "replaced": replaced})})


def _write(survey: Survey, texts: Mapping[str, str], folder: Path, *, force: bool) -> tuple[Path, ...]:
    touched = () if force else tuple(name for name in texts if _is_edited(survey, folder, name))
    placed = {(beside(Path(name)).name if name in touched else name): text for name, text in texts.items()}
    write_files(folder, {FILE: dumped(survey), **placed})
    for name in set(texts) - set(touched):
        beside(folder / name).unlink(missing_ok=True)
    return tuple(folder / name for name in touched)


def _is_behind(survey: Survey, folder: Path, name: str) -> bool:
    """Whether the file is missing, or is the one that was to be replaced when survey.json was written."""
    digest = _digest_of(folder / name)
    return digest is None or (digest != survey.run.files.get(name) and digest == survey.run.replaced.get(name))


def _is_edited(survey: Survey, folder: Path, name: str) -> bool:
    digest = _digest_of(folder / name)
    if digest is None or digest in {survey.run.files.get(name), survey.run.replaced.get(name)}:
        return False
    return bool(survey.run.files) or digest != _digest(render(survey, _rendered(survey)[name]).encode())


def _digest_of(path: Path) -> str | None:
    try:
        return _digest(path.read_bytes())
    except FileNotFoundError:
        return None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def tidy(folder: Path) -> None:
    """Remove what an interrupted run left half written; hold the lock while doing so."""
    for name in (FILE, CHANGES, *FILES):
        for left in folder.glob(f".{name}.*"):
            left.unlink(missing_ok=True)


@contextmanager
def locked(folder: Path, wait: float = 0) -> Iterator[None]:
    """Hold ``folder`` for writing; the system lets go of it when the process ends, however it ends.

    Raises FolderError when there is no such folder, or when another process holds it for longer than ``wait`` seconds.
    """
    try:
        handle = _handle(folder)
    except OSError as error:
        raise FolderError(f"{folder} can't be opened: {error.strerror}.", "Name a survey folder.") from None
    try:
        end = time.monotonic() + wait
        while not _taken(handle):
            if time.monotonic() >= end:
                what = f"Another `survey` is writing to {folder}; nothing was changed."
                raise FolderError(what, "Try again when it has finished, or give --wait SECONDS.")
            time.sleep(_POLL)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt
    import tempfile

    def _handle(folder: Path) -> int:
        """A file outside the folder, named after it: Windows locks no folders."""
        name = f"survey-{_digest(str(folder.resolve()).casefold().encode())[:16]}.lock"
        return os.open(Path(tempfile.gettempdir()) / name, os.O_RDWR | os.O_CREAT)

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _handle(folder: Path) -> int:
        """The folder itself: a lock leaves no file behind."""
        return os.open(folder, os.O_RDONLY)

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
