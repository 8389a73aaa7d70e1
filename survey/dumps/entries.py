"""The inputs that a user names, found on the disk: files, folders, globs, archives, standard input."""

import glob
import gzip
import hashlib
import io
import os
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, cast

from survey.dumps.content import Bounded, Content
from survey.errors import DumpError

STDIN: Final = "stdin"
_STDIN_LIMIT: Final = 2_000_000_000
_MEMBERS_LIMIT: Final = 10_000
_GZIP, _ZSTD, _ZIP = b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Entry:
    """One possible dump: its path as shown (an archive's member after the archive's), and its content.

    ``named`` says that the user named this very file, so that it must be a dump.
    """

    path: str
    named: bool
    content: Content
    sha256: str


@dataclass(frozen=True, slots=True)
class Passed:
    """A file or folder that is passed over, and why."""

    path: str
    reason: str


def entries(inputs: Sequence[str | Path]) -> Iterator[Entry | Passed]:
    """Every file that ``inputs`` name, each once, in the order given; a folder's in the order of their paths.

    Raises DumpError for an input that isn't there or can't be read.
    """
    seen: set[str] = set()
    for given in inputs:
        for path, named in _paths(str(given)):
            if isinstance(path, Passed):
                yield path
                continue
            real = path if path == "-" else os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                yield from _opened(path, named)


def _paths(given: str) -> Iterator[tuple[str | Passed, bool]]:
    path = Path(given)
    if given == "-" or path.is_file():
        yield given, True
    elif path.is_dir():
        yield from ((p, False) for p in _walk(path))
    elif path.exists():
        yield given, True
    elif glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207  Path.glob takes no absolute pattern
        if not matches:
            raise DumpError(f"no file matches {given}", "Check the pattern, or name a file or a folder.")
        for match in matches:
            yield from ((p, False) for p in _walk(Path(match))) if Path(match).is_dir() else ((match, False),)
    else:
        raise DumpError(f"no such file or folder: {given}", "Check the path.")


def _walk(folder: Path) -> Iterator[str | Passed]:
    """The files under ``folder``, by path; hidden ones and survey folders are passed over and named."""
    try:
        children = sorted(folder.iterdir())
    except OSError as error:
        raise DumpError(f"{folder} can't be read: {error.strerror}", "Check its permissions.") from error
    for child in children:
        if child.name.startswith("."):
            yield Passed(str(child), "hidden")
        elif child.is_dir() and not child.is_symlink():
            if _is_survey(child):
                yield Passed(str(child), "a survey folder")
            else:
                yield from _walk(child)
        elif child.is_file():
            yield str(child)


def _is_survey(folder: Path) -> bool:
    try:
        with (folder / "survey.json").open("rb") as file:
            return b'"schema"' in file.read(4096)
    except OSError:
        return False


def _opened(path: str, named: bool) -> Iterator[Entry | Passed]:
    if path == "-":
        yield _stdin()
        return
    try:
        with Path(path).open("rb") as file:
            magic, size = file.read(4), os.fstat(file.fileno()).st_size
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise DumpError(f"{path} can't be read: {error.strerror}", "Check the file and its permissions.") from error
    if not size:
        if named:
            raise DumpError(f"{path} is empty", "Name a file that holds papers.")
        yield Passed(path, "empty")
    elif magic == _ZIP:
        yield from _members(path, named)
    else:
        yield Entry(path, named, _content(path, magic, size), digest)


@dataclass(frozen=True, slots=True)
class _Opener:
    """Opens a file (or bytes), unpacking gzip and Zstandard."""

    source: str | bytes
    magic: bytes
    size: int
    troubles: list[str]

    def __call__(self) -> BinaryIO:
        plain = io.BytesIO(self.source) if isinstance(self.source, bytes) else Path(self.source).open("rb")  # noqa: SIM115
        if self.magic.startswith(_GZIP):
            return _bounded(cast(BinaryIO, gzip.GzipFile(fileobj=plain)), self.size, self.troubles)
        if self.magic == _ZSTD:
            import zstandard

            reader = zstandard.ZstdDecompressor().stream_reader(plain, read_across_frames=True, closefd=True)
            return _bounded(cast(BinaryIO, reader), self.size, self.troubles)
        return cast(BinaryIO, plain)


def _content(source: str | bytes, magic: bytes, size: int) -> Content:
    troubles: list[str] = []
    return Content(_Opener(source, magic, size, troubles), troubles)


def _bounded(stream: BinaryIO, packed: int, troubles: list[str]) -> BinaryIO:
    return io.BufferedReader(Bounded(stream, packed, troubles), 1 << 18)


def _members(path: str, named: bool) -> Iterator[Entry | Passed]:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = sorted((i for i in archive.infolist() if not i.is_dir()), key=lambda i: i.filename)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise DumpError(f"{path} is a damaged archive: {error}", "Pack it anew, or name the unpacked files.") from error
    if len(infos) > _MEMBERS_LIMIT:
        raise DumpError(
            f"{path} holds {len(infos):,} files", f"Unpack it; at most {_MEMBERS_LIMIT:,} are read in place."
        )
    for info in infos:
        shown = f"{path}/{info.filename}"
        if any(part.startswith((".", "__MACOSX")) for part in info.filename.split("/")):
            yield Passed(shown, "hidden")
        elif info.flag_bits & 1:
            yield Passed(shown, "encrypted")
        elif not info.file_size:
            yield Passed(shown, "empty")
        else:
            troubles: list[str] = []
            content = Content(_Member(path, info.filename, info.compress_size, troubles), troubles)
            yield Entry(shown, named and len(infos) == 1, content, "")


@dataclass(frozen=True, slots=True)
class _Member:
    """Opens one file of a zip archive."""

    path: str
    name: str
    size: int
    troubles: list[str]

    def __call__(self) -> BinaryIO:
        return _bounded(cast(BinaryIO, zipfile.ZipFile(self.path).open(self.name)), self.size, self.troubles)


def _stdin() -> Entry:
    """Standard input, held in memory: it is read twice, once to see what it is."""
    data = sys.stdin.buffer.read(_STDIN_LIMIT + 1)
    if not data:
        raise DumpError("standard input is empty", "Pipe a dump into it, or name a file.")
    if len(data) > _STDIN_LIMIT:
        raise DumpError(f"standard input holds more than {_STDIN_LIMIT:,} bytes", "Save it to a file and name that.")
    return Entry(STDIN, True, _content(data, data[:4], len(data)), hashlib.sha256(data).hexdigest())
