"""The inputs that a user names, found on the disk: files, folders, globs, archives, standard input."""

import glob
import gzip
import hashlib
import io
import os
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, cast

from survey.dumps.content import Bounded, Content
from survey.errors import DumpError

STDIN: Final = "stdin"
_HELD_LIMIT: Final = 2_000_000_000
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
    elif path.is_dir() and _is_survey(path):
        yield Passed(given, "a survey folder"), True
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
        yield _held(STDIN, sys.stdin.buffer)
        return
    try:
        if not Path(path).is_file():  # a pipe, as the shell's <(...) makes one
            with Path(path).open("rb") as stream:
                yield _held(path, stream)
            return
        with Path(path).open("rb") as file:
            magic, size = file.read(4), os.fstat(file.fileno()).st_size
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        yield _unusable(path, f"can't be read: {error.strerror}", named)
        return
    if not size:
        yield _unusable(path, "is empty", named)
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
        if self.magic.startswith(_GZIP):
            return _bounded(self._gzip, self.size, self.troubles)
        if self.magic == _ZSTD:
            return _bounded(self._zstandard, self.size, self.troubles)
        return self._plain()

    def _plain(self) -> BinaryIO:
        return io.BytesIO(self.source) if isinstance(self.source, bytes) else Path(self.source).open("rb")

    def _gzip(self) -> BinaryIO:
        source = io.BytesIO(self.source) if isinstance(self.source, bytes) else self.source
        return cast(BinaryIO, gzip.open(source, "rb"))

    def _zstandard(self) -> BinaryIO:
        import zstandard

        reader = zstandard.ZstdDecompressor().stream_reader(self._plain(), read_across_frames=True, closefd=True)
        return cast(BinaryIO, reader)


def _content(source: str | bytes, magic: bytes, size: int) -> Content:
    troubles: list[str] = []
    return Content(_Opener(source, magic, size, troubles), troubles)


def _bounded(open_: Callable[[], BinaryIO], packed: int, troubles: list[str]) -> BinaryIO:
    return io.BufferedReader(Bounded(open_, packed, troubles), 1 << 18)


def _unusable(path: str, reason: str, named: bool) -> Passed:
    """A file that can't be read: passed over in a folder, an error when it was named."""
    if named:
        raise DumpError(f"{path} {reason}", "Name a file that holds papers, or mend this one.")
    return Passed(path, reason)


def _members(path: str, named: bool) -> Iterator[Entry | Passed]:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = sorted((i for i in archive.infolist() if not i.is_dir()), key=lambda i: i.filename)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield _unusable(path, f"is a damaged archive ({error})", named)
        return
    if any(info.filename == "[Content_Types].xml" for info in infos):
        yield _unusable(path, "is an Office file: save it as CSV", named)
    elif len(infos) > _MEMBERS_LIMIT:
        yield _unusable(path, f"holds {len(infos):,} files: unpack it", named)
    else:
        yield from (_member(path, info, named and len(infos) == 1) for info in infos)


def _member(path: str, info: zipfile.ZipInfo, named: bool) -> Entry | Passed:
    shown = f"{path}/{info.filename}"
    if any(part.startswith((".", "__MACOSX")) for part in info.filename.split("/")):
        return Passed(shown, "hidden")
    if info.flag_bits & 1:
        return Passed(shown, "is encrypted")
    if not info.file_size:
        return Passed(shown, "is empty")
    troubles: list[str] = []
    return Entry(shown, named, Content(_Member(path, info, troubles), troubles), "")


@dataclass(frozen=True, slots=True)
class _Member:
    """Opens one file of a zip archive."""

    path: str
    info: zipfile.ZipInfo
    troubles: list[str]

    def __call__(self) -> BinaryIO:
        return _bounded(self._open, self.info.compress_size, self.troubles)

    def _open(self) -> BinaryIO:
        return cast(BinaryIO, zipfile.ZipFile(self.path).open(self.info))


def _held(path: str, stream: BinaryIO) -> Entry:
    """What can be read once only, held in memory: it is read twice, first to see what it is."""
    data = stream.read(_HELD_LIMIT + 1)
    shown = "standard input" if path == STDIN else path
    if not data:
        raise DumpError(f"{shown} is empty", "Pipe a dump into it, or name a file.")
    if len(data) > _HELD_LIMIT:
        raise DumpError(f"{shown} holds more than {_HELD_LIMIT:,} bytes", "Save it to a file and name that.")
    return Entry(path, True, _content(data, data[:4], len(data)), hashlib.sha256(data).hexdigest())
