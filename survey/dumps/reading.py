"""Inputs -> dumps, each with the account of all its records."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from survey.dumps import registry
from survey.dumps.entries import Entry, Passed, entries
from survey.dumps.names import shown_names
from survey.dumps.parser import Parser, Raw, Unusable
from survey.dumps.record import paper_of, rejected
from survey.errors import DumpError
from survey.papers import Paper, Rejection, Source


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that was passed over, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Dump:
    """One dump: ``read`` records, each of them a paper (not yet deduped) or a rejection. ``sha256`` is of the file."""

    name: str
    sha256: str
    format: str
    read: int
    papers: tuple[Paper, ...]
    rejected: tuple[Rejection, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All dumps in the order of the inputs, and what was passed over."""

    dumps: tuple[Dump, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class _Recognised:
    entry: Entry
    parser: Parser


def read_dumps(inputs: Sequence[str | Path], *, format: str | None = None, title_only: bool = False) -> Reading:
    """Read every dump among ``inputs``: files, folders (with all below them), glob patterns, "-" for standard input.

    ``format`` names the parser to use instead of the one that the content suggests; with ``title_only`` a record
    without an abstract is a paper too. For each dump, ``read == len(papers) + len(rejected)``.

    Raises DumpError: nothing there; a file named that is empty, binary or no dump; a folder without any; no paper.
    """
    if not inputs:
        raise DumpError("no dump was named", "Name a file, a folder, a pattern, or - for standard input.")
    found, skipped = _recognised(inputs, registry.named(format) if format else None)
    names = shown_names([r.entry.path for r in found])
    read = [(r.entry, _read(r, name, title_only)) for r, name in zip(found, names, strict=True)]
    skipped += [Skipped(entry.path, "holds no record") for entry, dump in read if not (dump.read or entry.named)]
    dumps = tuple(dump for entry, dump in read if dump.read or entry.named)
    if not dumps:
        raise _no_dump(inputs, skipped)
    if not any(dump.papers for dump in dumps):
        raise DumpError(*_no_paper(dumps, title_only))
    return Reading(dumps, tuple(skipped))


def _recognised(inputs: Sequence[str | Path], forced: Parser | None) -> tuple[list[_Recognised], list[Skipped]]:
    found: list[_Recognised] = []
    skipped: list[Skipped] = []
    for entry in entries(inputs):
        if isinstance(entry, Passed):
            skipped.append(Skipped(entry.path, entry.reason))
            continue
        reason, parser = _parser_for(entry, forced)
        if parser:
            found.append(_Recognised(entry, parser))
        elif entry.named:
            raise DumpError(f"{entry.path} {reason}", _KNOWN.format(", ".join(registry.format_names())))
        else:
            skipped.append(Skipped(entry.path, reason))
    if not found:
        raise _no_dump(inputs, skipped)
    return found, skipped


def _no_dump(inputs: Sequence[str | Path], skipped: Sequence[Skipped]) -> DumpError:
    shown = "; ".join(f"{s.path}: {s.reason}" for s in skipped[:5])
    where = ", ".join(map(str, inputs))
    return DumpError(
        f"no dump in {where}" + (f" ({shown})" if shown else ""), "Name a file or folder that holds dumps."
    )


_KNOWN: Final = "Known formats: {}. --format NAME says which one it is."


def _parser_for(entry: Entry, forced: Parser | None) -> tuple[str, Parser | None]:
    """The parser, or the reason why there is none, to be read after the file's name."""
    head = entry.content.head
    if not head and entry.content.troubles:
        return f"can't be unpacked: {entry.content.troubles[0]}", None
    if binary := _binary(entry.content.start):
        return binary, None
    parser = forced or registry.recognised(head)
    return ("" if parser else "is not a dump in any known format"), parser


_MAGIC: Final = (
    (b"%PDF-", "is a PDF: export the abstracts instead"),
    (b"SQLite format 3", "is an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "is an old Office file: save it as CSV"),
    (b"BZh", "is packed with bzip2: unpack it"),
    (b"\xfd7zXZ", "is packed with xz: unpack it"),
    (b"Rar!", "is a RAR archive: unpack it"),
    (b"7z\xbc\xaf", "is a 7z archive: unpack it"),
)


def _binary(start: bytes) -> str:
    for magic, reason in _MAGIC:
        if start.startswith(magic):
            return reason
    if start.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return ""
    sample = start[:65536]
    text = sample.translate(None, bytes(range(1, 9)) + bytes(range(14, 27)) + bytes(range(28, 32)))
    controls = len(sample) - len(text)
    if controls * 20 > len(sample) + 400:
        return "is binary"
    return ""


def _read(recognised: _Recognised, name: str, title_only: bool) -> Dump:
    entry, parser = recognised.entry, recognised.parser
    papers: list[Paper] = []
    rejections: list[Rejection] = []
    for number, record in enumerate(_records(entry, parser), start=1):
        source = Source(name, parser.name, number, record.line)
        made = (
            rejected(record, source)
            if isinstance(record, Unusable)
            else paper_of(record, source, title_only=title_only)
        )
        if isinstance(made, Paper):
            papers.append(made)
        else:
            rejections.append(made)
    digest = entry.sha256 or _digest(entry)
    return Dump(name, digest, parser.name, len(papers) + len(rejections), tuple(papers), tuple(rejections))


def _records(entry: Entry, parser: Parser) -> Iterator[Raw | Unusable]:
    """The parser's records; where it or the file breaks off, the last one says so."""
    line = 1
    try:
        for record in parser.parse(entry.content):
            line = record.line
            yield record
    except Exception as error:  # noqa: BLE001  a third party's reader, or a damaged file: what was read so far counts
        what = error.what if isinstance(error, DumpError) else f"{type(error).__name__}: {error}"
        yield Unusable(line, f"the rest can't be read: {what}")
    for trouble in entry.content.troubles:
        yield Unusable(line, f"the rest can't be read: {trouble}")


def _digest(entry: Entry) -> str:
    with entry.content.open() as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]


def _no_paper(dumps: Sequence[Dump], title_only: bool) -> tuple[str, str]:
    lines = []
    for dump in dumps:
        counts: dict[str, int] = {}
        for rejection in dump.rejected:
            counts[rejection.reason] = counts.get(rejection.reason, 0) + 1
        why = ", ".join(f"{n} with {r}" if r.startswith("no ") else f"{n}: {r}" for r, n in counts.items())
        lines.append(f"{dump.name} ({dump.format}): {dump.read} records{', ' if why else ''}{why}")
    todo = "" if title_only else "--title-only keeps records that have no abstract."
    return "no usable paper: " + "; ".join(lines), todo
