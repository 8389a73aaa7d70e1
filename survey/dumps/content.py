"""One dump's bytes made text: decompressed, decoded, and bounded in line length, in size and in what it unpacks to."""

import codecs
import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import BinaryIO, Final

from survey.errors import DumpError

HEAD_BYTES: Final = 256 * 1024
LINE_LIMIT: Final = 10_000_000
DOCUMENT_LIMIT: Final = 1_000_000_000
_BOMB_RATIO: Final = 200
_BOMB_FLOOR: Final = 100_000_000
_BLOCK: Final = 1 << 20
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class TooLarge(DumpError):
    """A dump, or a part of it, passes a bound; ``what`` says which."""


class CutLine(str):
    """The first characters of a line longer than LINE_LIMIT; the rest of it was passed over."""

    __slots__ = ()


class Bounded(io.RawIOBase):
    """A decompressed stream that stops with TooLarge when it unpacks to far more than any text does.

    ``packed`` is the compressed size in bytes; ordinary dumps shrink by 3 to 20 times, repetitive ones by 100.
    """

    def __init__(self, stream: BinaryIO, packed: int) -> None:
        self._stream = stream
        self._limit = max(_BOMB_FLOOR, packed * _BOMB_RATIO)
        self._read = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer``; the bytes read, 0 at the end."""
        data = self._stream.read(len(buffer))
        self._read += len(data)
        if self._read > self._limit:
            raise TooLarge(f"it unpacks to more than {_BOMB_RATIO} times its size: the rest is not read")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close what it reads from, too."""
        self._stream.close()
        super().close()


def _bytes_as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """A codec error handler: bytes that are no UTF-8 are read as Windows-1252, as old exports are."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in bad), error.end


codecs.register_error("survey-cp1252", _bytes_as_cp1252)


@dataclass(frozen=True)
class Content:
    """The text of one dump. Each method reads from the start; ``open`` gives the decompressed bytes."""

    open: Callable[[], BinaryIO]
    encoding: str = ""
    _cache: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def start(self) -> bytes:
        """The first bytes, decompressed."""
        with self.open() as stream:
            return stream.read(HEAD_BYTES)

    @cached_property
    def codec(self) -> str:
        """The encoding's name: as told, or by byte order mark, or UTF-16 by its NULs, or as an XML declaration says."""
        return self.encoding or _encoding(self.start)

    @cached_property
    def head(self) -> str:
        """The first characters."""
        decoder = codecs.getincrementaldecoder(self.codec)("survey-cp1252" if "utf-8" in self.codec else "replace")
        return decoder.decode(self.start).lstrip("\ufeff")

    @contextmanager
    def _text(self, newline: str) -> Iterator[io.TextIOWrapper]:
        errors = "survey-cp1252" if "utf-8" in self.codec else "replace"
        with self.open() as stream, io.TextIOWrapper(stream, self.codec, errors, newline=newline) as text:
            yield text

    def lines(self) -> Iterator[str]:
        """Its lines without their ends (LF, CR LF, or CR in a file without any LF); an overlong one is a CutLine."""
        newline = "\r" if "\r" in self.head and "\n" not in self.head else "\n"
        with self._text(newline) as text:
            first = text.readline(LINE_LIMIT).lstrip("\ufeff")
            line = first or text.readline(LINE_LIMIT)
            while line:
                if len(line) >= LINE_LIMIT and not line.endswith(newline):
                    kept = line[:1000]
                    while line and not line.endswith(newline):
                        line = text.readline(LINE_LIMIT)
                    yield CutLine(kept)
                else:
                    yield line.rstrip("\r\n")
                line = text.readline(LINE_LIMIT)

    def blocks(self) -> Iterator[str]:
        """Its text in pieces of a million characters, for formats that know no lines."""
        with self._text("") as text:
            block = text.read(_BLOCK).lstrip("\ufeff")
            while block:
                yield block
                block = text.read(_BLOCK)

    def text(self) -> str:
        """The whole of it; TooLarge beyond DOCUMENT_LIMIT characters."""
        pieces, length = [], 0
        for block in self.blocks():
            pieces.append(block)
            length += len(block)
            if length > DOCUMENT_LIMIT:
                raise TooLarge(f"more than {DOCUMENT_LIMIT:,} characters in one document: split it, or use JSON lines")
        return "".join(pieces)


def _encoding(start: bytes) -> str:
    for mark, name in _BOMS:
        if start.startswith(mark):
            return name
    sample = start[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 4 and even < len(sample) // 50 + 1:
        return "utf-16-le"
    if even > len(sample) // 4 and odd < len(sample) // 50 + 1:
        return "utf-16-be"
    return _declared(sample) or "utf-8"


def _declared(sample: bytes) -> str:
    """The encoding that an XML declaration names, when Python knows it."""
    found = re.match(rb"\s*<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)", sample)
    if not found:
        return ""
    try:
        return codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return ""
