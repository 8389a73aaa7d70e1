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
_BOMB_RATIO: Final = 100
_BOMB_FLOOR: Final = 100_000_000
_BLOCK: Final = 1 << 20
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_TELLING: Final = 64
_GUESSES: Final = (
    "gb18030",
    "big5",
    "shift_jis",
    "euc_jp",
    "euc_kr",
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1250",
    "cp1255",
    "cp1256",
)


class TooLarge(DumpError):
    """A dump, or a part of it, passes a bound; ``what`` says which."""


class CutLine(str):
    """The first characters of a line longer than LINE_LIMIT; the rest of it was passed over."""

    __slots__ = ()


class Bounded(io.RawIOBase):
    """A decompressed stream that ends where it is damaged, or where it has unpacked to far more than any text does.

    It is opened by the first read, so that one that can't be opened is one that is damaged at its start.
    ``packed`` is the compressed size in bytes: ordinary dumps shrink by 3 to 20 times. What went wrong is added to
    ``troubles``, so that the records before it are read and the loss is still told.
    """

    def __init__(self, open_: Callable[[], BinaryIO], packed: int, troubles: list[str]) -> None:
        self._open = open_
        self._stream: BinaryIO | None = None
        self._left = max(_BOMB_FLOOR, packed * _BOMB_RATIO)
        self._troubles = troubles

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer``; the bytes read, 0 at the end."""
        try:
            self._stream = self._stream or self._open()
            data = self._stream.read(len(buffer))
        except Exception as error:  # noqa: BLE001  each unpacker has errors of its own; all mean damage
            return self._ended(f"the file is damaged ({error})")
        self._left -= len(data)
        if self._left < 0:
            return self._ended(f"it unpacks to more than {_BOMB_RATIO} times its size")
        buffer[: len(data)] = data
        return len(data)

    def _ended(self, trouble: str) -> int:
        if trouble not in self._troubles:
            self._troubles.append(trouble)
        return 0

    def close(self) -> None:
        """Close what it reads from, too."""
        if self._stream is not None:
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
    """The text of one dump. Each method reads from the start; ``open`` gives the decompressed bytes.

    ``troubles`` says, once something was read, what kept the rest from being read.
    """

    open: Callable[[], BinaryIO]
    troubles: list[str] = field(default_factory=list)

    @cached_property
    def start(self) -> bytes:
        """The first bytes, decompressed."""
        with self.open() as stream:
            return stream.read(HEAD_BYTES)

    @cached_property
    def codec(self) -> str:
        """The encoding's name: by its byte order mark, UTF-16's NULs, an XML declaration, or by looking at the text."""
        return _encoding(self.start)

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
                    yield line.strip("\r\n")
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
    return _declared(sample) or _guessed(start)


def _declared(sample: bytes) -> str:
    """The encoding that an XML declaration names, when Python knows it and it can be true."""
    found = re.match(rb"\s*<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)", sample)
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except LookupError:
        return ""
    return "" if name.startswith(("utf-16", "utf-32")) else name


def _guessed(start: bytes) -> str:
    """UTF-8, unless an eighth of the text is none: fewer bad bytes are Windows-1252's, and need no guess."""
    bad = start.decode("utf-8", "replace").count("\ufffd")
    high = len(start) - len(start.translate(None, bytes(range(128, 256))))
    if high < _TELLING or bad * 20 < high or high * 8 < len(start):
        return "utf-8"
    from charset_normalizer import from_bytes

    best = from_bytes(start[:65536], cp_isolation=list(_GUESSES)).best()
    return codecs.lookup(best.encoding).name if best else "utf-8"
