"""What a user may name as a dump, and what is said when it can't be read."""

import gzip
import hashlib
import io
import os
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import zstandard
from raw_reading import DUMPS, FORMATS

from survey import dumps
from survey.dumps import Reading, format_names, read_dumps, register
from survey.dumps import registry as registry_module
from survey.dumps.content import Content
from survey.dumps.parser import Raw, Unusable
from survey.errors import DumpError

PAGE = (DUMPS / "000_ad8421741e4429bf.txt").read_bytes()
LINE = b'{"title": "A Study of Trees", "abstract": "Trees grow slowly in the north."}\n'


def _titles(reading: Reading) -> list[list[str]]:
    return [[paper.title for paper in dump.papers] for dump in reading.dumps]


def test_the_public_names() -> None:
    assert dumps.__all__ == ["Dump", "Reading", "Skipped", "format_names", "read_dumps", "register"]


def test_the_account_adds_up_over_everything_there_is() -> None:
    reading = read_dumps([DUMPS, FORMATS])
    assert len(reading.dumps) == 24
    for dump in reading.dumps:
        assert dump.read == len(dump.papers) + len(dump.rejected)
        sources = [p.sources[0] for p in dump.papers] + [r.source for r in dump.rejected]
        assert sorted(s.record for s in sources) == list(range(1, dump.read + 1))
        assert {(s.dump, s.format) for s in sources} == {(dump.name, dump.format)}
        lines = [s.line for s in sorted(sources, key=lambda s: s.record)]
        assert lines == sorted(lines)
        assert lines[0] >= 1


def test_the_checksum_is_of_the_file_as_it_lies_there(tmp_path: Path) -> None:
    packed = tmp_path / "page.txt.gz"
    packed.write_bytes(gzip.compress(PAGE, mtime=0))
    for path in (DUMPS / "000_ad8421741e4429bf.txt", packed):
        (dump,) = read_dumps([path]).dumps
        assert dump.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("suffix", ["gz", "zst", "zip", "two members", "frames"])
def test_packed_dumps_give_what_the_plain_one_gives(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / "page"
    if suffix == "gz":
        path.write_bytes(gzip.compress(PAGE, mtime=0))
    elif suffix == "two members":  # as `cat a.gz b.gz` leaves it
        path.write_bytes(gzip.compress(PAGE[:1000], mtime=0) + gzip.compress(PAGE[1000:]))
    elif suffix == "zst":
        path.write_bytes(zstandard.compress(PAGE))
    elif suffix == "frames":
        path.write_bytes(zstandard.compress(PAGE[:1000]) + zstandard.compress(PAGE[1000:]))
    else:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("inner/page.txt", PAGE)
    (dump,) = read_dumps([path]).dumps
    assert dump.read == len(dump.papers) == 215
    assert dump.papers[0].sources[0].line == 3


def test_every_file_of_an_archive_is_a_dump_of_its_own(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("a/page.txt", PAGE)
        archive.writestr("b/page.txt", PAGE)
        archive.writestr("notes.md", "# Nothing here\n")
        archive.writestr("__MACOSX/._page.txt", b"\x00\x05")
    reading = read_dumps([tmp_path / "all.zip"])
    assert [d.name for d in reading.dumps] == ["a/page.txt", "b/page.txt"]
    assert [d.read for d in reading.dumps] == [215, 215]
    assert {Path(s.path).name for s in reading.skipped} == {"notes.md", "._page.txt"}


def test_a_folder_is_read_with_all_below_it_and_the_rest_is_named(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "b.jsonl").write_bytes(LINE)
    (tmp_path / "a.txt").write_bytes(PAGE)
    (tmp_path / "notes.txt").write_text("Buy milk.\n")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10)
    (tmp_path / "empty.bib").write_bytes(b"")
    (tmp_path / ".hidden.jsonl").write_bytes(LINE)
    (tmp_path / "survey").mkdir()
    (tmp_path / "survey" / "survey.json").write_text('{"schema": 1, "papers": [{"title": "T", "abstract": "A b c."}]}')
    reading = read_dumps([tmp_path])
    assert [d.name for d in reading.dumps] == ["a.txt", "b.jsonl"]
    assert {Path(s.path).name: s.reason for s in reading.skipped} == {
        ".hidden.jsonl": "hidden",
        "empty.bib": "is empty",
        "notes.txt": "is not a dump in any known format",
        "picture.png": "is binary",
        "survey": "a survey folder",
    }


def test_a_pattern_is_expanded_when_the_shell_did_not(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a.jsonl", "c.txt"):
        (tmp_path / name).write_bytes(LINE)
    assert [d.name for d in read_dumps([f"{tmp_path}/*.jsonl"]).dumps] == ["a.jsonl", "b.jsonl"]


def test_two_files_of_one_name_are_both_read_under_names_that_differ(tmp_path: Path) -> None:
    for folder in ("north/one", "south/one", "south/two"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "page.jsonl").write_bytes(LINE)
    names = [d.name for d in read_dumps([tmp_path]).dumps]
    assert names == ["north/one/page.jsonl", "south/one/page.jsonl", "two/page.jsonl"]


def test_the_same_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINE)
    (tmp_path / "link.jsonl").symlink_to(path)
    assert len(read_dumps([path, tmp_path, str(path), f"{tmp_path}/*.jsonl"]).dumps) == 1


@pytest.mark.parametrize("data", [LINE, gzip.compress(LINE, mtime=0)])
def test_standard_input(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (dump,) = read_dumps(["-"]).dumps
    assert (dump.name, dump.format, dump.read) == ("stdin", "jsonl", 1)
    assert dump.papers[0].sources[0].dump == "stdin"


def test_the_order_of_inputs_is_kept_and_changes_no_paper(tmp_path: Path) -> None:
    paths = sorted(DUMPS.iterdir())
    forth, back = read_dumps(paths), read_dumps(paths[::-1])
    assert [d.name for d in back.dumps] == [d.name for d in forth.dumps][::-1]
    assert {d.name: d.papers for d in back.dumps} == {d.name: d.papers for d in forth.dumps}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "is empty"),
        ("prose.txt", b"Buy milk.\nCall home.\n", "is not a dump in any known format"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20, "is binary"),
        ("paper.pdf", b"%PDF-1.7\nstream", "is a PDF"),
        ("damaged.zip", b"PK\x03\x04 and no more", "is a damaged archive"),
        ("damaged.gz", b"\x1f\x8b\x08\x00 and no more", "can't be unpacked"),
    ],
)
def test_a_file_named_that_is_no_dump(name: str, content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DumpError, match=said) as raised:
        read_dumps([tmp_path / name])
    assert name in raised.value.what
    assert raised.value.todo


def test_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "only").mkdir()
    (tmp_path / "only" / "notes.txt").write_text("Buy milk.\n")
    for inputs, said in (
        ([tmp_path / "missing.txt"], "no such file or folder"),
        ([f"{tmp_path}/*.nothing"], "no file matches"),
        ([tmp_path / "only"], r"no dump in .*notes\.txt"),
        ([], "no dump was named"),
    ):
        with pytest.raises(DumpError, match=said):
            read_dumps(inputs)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.jsonl").write_bytes(LINE)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DumpError, match=r"a\.jsonl can't be read: Permission denied"):
        read_dumps([tmp_path / "a.jsonl"])


def test_no_usable_record_at_all_names_each_dump_and_its_reasons() -> None:
    named = [FORMATS / "acl/acl2022_first30_no_abstract.bib", FORMATS / "asreview/asreview_missing_values.csv"]
    with pytest.raises(DumpError) as raised:
        read_dumps(named)
    assert "acl2022_first30_no_abstract.bib (bibtex): 30 records, 30 with no abstract" in raised.value.what
    assert "asreview_missing_values.csv (csv): 4 records, 2 with no abstract, 2 with no title" in raised.value.what
    assert "--title-only" in raised.value.todo


def test_title_only_keeps_what_has_no_abstract() -> None:
    (dump,) = read_dumps([FORMATS / "acl/acl2022_first30_no_abstract.bib"], title_only=True).dumps
    assert len(dump.papers) == 30
    assert all(paper.title and paper.abstract == "" for paper in dump.papers)


def test_a_survey_folder_is_no_dump_even_when_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "survey.json").write_text('{"schema": 1, "papers": [{"title": "T", "abstract": "A b c."}]}')
    with pytest.raises(DumpError, match="a survey folder"):
        read_dumps([tmp_path])


def test_a_pipe_is_read_as_the_shell_makes_one(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=lambda: (tmp_path / "pipe").write_bytes(gzip.compress(LINE, mtime=0)))
    writer.start()
    (dump,) = read_dumps([tmp_path / "pipe"]).dumps
    writer.join()
    assert (dump.name, dump.read) == ("pipe", 1)


def test_empty_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(DumpError, match="standard input is empty"):
        read_dumps(["-"])


def test_archives_that_hold_no_dumps(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "table.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(DumpError, match=r"table\.xlsx is an Office file: save it as CSV"):
        read_dumps([tmp_path / "table.xlsx"])
    (tmp_path / "damaged.zip").write_bytes(b"PK\x03\x04 and no more")
    (tmp_path / "good.jsonl").write_bytes(LINE)
    reading = read_dumps([tmp_path])
    assert [d.name for d in reading.dumps] == ["good.jsonl"]
    assert {Path(s.path).name: s.reason.split(" (")[0] for s in reading.skipped} == {
        "damaged.zip": "is a damaged archive",
        "table.xlsx": "is an Office file: save it as CSV",
    }


def test_a_format_may_be_named(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("A Study of Trees and Their Slow Growth\n" + "Trees grow slowly in the north. " * 12)
    with pytest.raises(DumpError, match="is not a dump"):
        read_dumps([path])
    (dump,) = read_dumps([path], format="trending").dumps
    assert [p.title for p in dump.papers] == ["A Study of Trees and Their Slow Growth"]
    with pytest.raises(DumpError, match="no format is called nonsense") as raised:
        read_dumps([path], format="nonsense")
    assert "trending" in raised.value.todo


class Colons:
    """A third party's format: title and abstract on a line, with two colons between."""

    name = "colons"

    def sniff(self, head: str) -> bool:
        return head.startswith("::")

    def parse(self, content: Content) -> Iterator[Raw | Unusable]:
        for number, line in enumerate(content.lines(), start=1):
            if line == "BREAK":
                raise RuntimeError("out of order")
            title, _, abstract = line.removeprefix("::").partition("::")
            yield Raw(number, title, abstract)


@pytest.fixture
def _colons() -> Iterator[None]:
    before = registry_module.PARSERS[:]
    register(Colons())
    yield
    registry_module.PARSERS[:] = before


@pytest.mark.usefixtures("_colons")
def test_a_third_party_can_register_a_format(tmp_path: Path) -> None:
    path = tmp_path / "trees.txt"
    path.write_text("::A Study of Trees::Trees grow.\n::Another Study::They still do.\n")
    assert "colons" in format_names()
    (dump,) = read_dumps([path]).dumps
    assert dump.format == "colons"
    assert [p.title for p in dump.papers] == ["A Study of Trees", "Another Study"]


@pytest.mark.usefixtures("_colons")
def test_a_reader_that_fails_keeps_what_it_read_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "trees.txt"
    path.write_text("::A Study of Trees::Trees grow.\nBREAK\n")
    (dump,) = read_dumps([path]).dumps
    assert [p.title for p in dump.papers] == ["A Study of Trees"]
    assert [r.reason for r in dump.rejected] == ["the rest can't be read: RuntimeError: out of order"]


def test_the_help_names_every_format() -> None:
    assert format_names() == (
        "atom", "bibtex", "csv", "endnote", "endnote-xml", "jats", "json", "jsonl", "medline", "oai", "pubmed-text",
        "pubmed-xml", "refworks", "ris", "trending", "tsv", "wos", "xml",
    )  # fmt: skip
