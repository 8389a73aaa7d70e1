"""Files made to hurt: bounded in time and memory, a clear reason, and the other records read."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest
from costs import growth
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from raw_reading import DUMPS, FORMATS

from survey.dumps import Dump, format_names, read_dumps, trending
from survey.dumps.registry import recognised
from survey.dumps.values import authors_of
from survey.errors import DumpError

LINE = '{"title": "A Study of Trees", "abstract": "Trees grow slowly in the north."}\n'


def read(tmp_path: Path, content: str | bytes, name: str = "dump") -> Dump:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (dump,) = read_dumps([path]).dumps
    assert dump.read == len(dump.papers) + len(dump.rejected)
    return dump


def test_a_bomb_of_entities_is_never_lit(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    entity = '<!ENTITY file SYSTEM "file:///etc/passwd">'
    text = f'<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY l0 "ha">{levels}{entity}]><feed>'
    text += "<entry><title>Trees &l11; and &file;</title><summary>They grow &l9; slowly.</summary></entry></feed>"
    (paper,) = read(tmp_path, text).papers
    assert (paper.title, paper.abstract) == ("Trees &l11; and &file;", "They grow &l9; slowly.")


def test_a_zip_bomb_is_stopped_and_the_rest_is_read(tmp_path: Path) -> None:
    bomb = LINE.encode() * 5 + b" " * 110_000_000
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.jsonl", bomb)
        archive.writestr("good.jsonl", LINE)
    good, other = sorted(read_dumps([tmp_path / "bomb.zip"]).dumps, key=lambda d: d.read)
    assert (good.read, len(good.papers)) == (1, 1)
    assert len(other.papers) == 5
    assert other.rejected[-1].reason == "the rest can't be read: it unpacks to more than 100 times its size"


def test_a_damaged_archive_gives_what_comes_before_the_damage(tmp_path: Path) -> None:
    packed = gzip.compress("".join(LINE.replace("Trees", f"Trees {n}", 1) for n in range(5000)).encode())
    dump = read(tmp_path, packed[: len(packed) * 3 // 4])
    assert 1000 < len(dump.papers) < 5000
    assert "the file is damaged" in dump.rejected[-1].reason


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
def test_json_nested_without_end(opening: str, tmp_path: Path) -> None:
    with pytest.raises(DumpError, match="no usable paper"):
        read(tmp_path, opening * 1_000_000)
    dump = read(tmp_path, f"{LINE}{opening * 300_000}\n{LINE}")
    assert (len(dump.papers), len(dump.rejected)) == (2, 1)
    assert dump.rejected[0].reason.startswith("not valid JSON")


def test_a_line_of_thirty_megabytes(tmp_path: Path) -> None:
    dump = read(tmp_path, f"{LINE}{' ' * 10}{'x' * 30_000_000}\n{LINE}")
    assert (len(dump.papers), [r.source.line for r in dump.rejected]) == (2, [2])
    assert dump.rejected[0].reason == "a line longer than 10,000,000 characters"
    assert len(dump.rejected[0].text) <= 200


HUGE = "word " * 2_500_000
RECORDS = {
    "jsonl": f'{LINE}{{"title": "Huge", "abstract": "{HUGE}"}}\n{LINE}',
    "json": f'[{LINE},{{"title": "Huge", "abstract": "{HUGE}"}},{LINE}]',
    "ris": "".join(f"TY  - JOUR\nTI  - Title\nAB  - {abstract}\nER  -\n" for abstract in ("b c", HUGE, "c d")),
    "bibtex": "\n".join(
        f"@article{{x, title={{Title}}, abstract={{{abstract}}}}}" for abstract in ("b c", HUGE, "c d")
    ),
    "atom": "<feed>"
    + "".join(f"<entry><title>T</title><summary>{s}</summary></entry>" for s in ("a", HUGE, "b"))
    + "</feed>",
    "csv": f'title,abstract\nA,b c\nHuge,"{HUGE}"\nB,c d\n',
    "medline": f"PMID- 1\nTI  - A\nAB  - b c\n\nPMID- 2\nTI  - Huge\nAB  - {HUGE}\n\nPMID- 3\nTI  - B\nAB  - c d\n",
}


@pytest.mark.parametrize("form", RECORDS)
def test_a_record_of_twelve_megabytes_costs_only_itself(form: str, tmp_path: Path) -> None:
    dump = read(tmp_path, RECORDS[form])
    assert dump.format == form
    assert (len(dump.papers), len(dump.rejected)) == (2, 1)
    assert any(word in dump.rejected[0].reason for word in ("more than", "longer than", "an abstract of"))


def test_many_short_lines_take_time_in_proportion_and_end_at_a_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (DUMPS / "000_ad8421741e4429bf.txt").read_text("utf-8")

    def work(limit: int) -> None:
        monkeypatch.setattr(trending, "_LINES_LIMIT", limit)
        dump = read(tmp_path, page + "\n" + "a b\n" * 20_000)
        assert len(dump.papers) >= 200
        assert dump.rejected[-1].reason == f"more than {limit:,} lines: the rest is not read"

    assert growth(work, 20_000, times=4) < 2


@pytest.mark.parametrize("content", [b"\xff\xfe\xfa" * 30, b"\x80\x81" * 5, b"\xc3\x28\xa0\xa1"])
def test_invalid_utf_8_costs_no_record(content: bytes, tmp_path: Path) -> None:
    broken = LINE.encode().replace(b"slowly", b"slowly " + content)
    dump = read(tmp_path, LINE.encode() + broken + LINE.encode())
    assert len(dump.papers) == 3
    for paper in dump.papers:
        paper.abstract.encode()


def test_nul_bytes_cost_no_record(tmp_path: Path) -> None:
    page = (DUMPS / "000_ad8421741e4429bf.txt").read_bytes()
    dump = read(tmp_path, page.replace(b"Dense visual", b"Dense\x00 visual\x00"))
    assert len(dump.papers) == 215
    assert dump.papers[0].abstract.startswith("Dense visual")
    text = "TY  - JOUR\nTI  - A\x00 Title\nAB  - An ab\x00stract.\nER  -\n"
    (paper,) = read(tmp_path, text).papers
    assert (paper.title, paper.abstract) == ("A Title", "An abstract.")


def test_escaped_surrogates_and_nul_in_json(tmp_path: Path) -> None:
    dump = read(tmp_path, LINE + LINE.replace("Trees", r"\ud800Trees") + LINE.replace("Trees", r"Tre\u0000es"))
    assert len(dump.papers) >= 2
    for paper in dump.papers:
        paper.title.encode()


HEADS = {
    "blank lines": "\n" * 250_000,
    "spaces": " " * 250_000,
    "a type and blank lines": "TY  - JOUR\n" + "\n" * 250_000,
    "types": "TY  - JOUR\n\n" * 20_000,
    "a number and blank lines": "PMID- 1\n" + " \n" * 120_000,
    "a version and blank lines": "FN x\nVR 1.0\n" + "\n" * 250_000,
    "at signs": "@" * 250_000,
    "entries never filled": "@article{" * 25_000,
    "an entry and blank lines": "@article{x" + "\n" * 250_000,
    "percent signs": "%T x\n" * 50_000,
    "commas": "," * 250_000,
    "quotes": '"' * 250_000,
    "openings of records": "<record>" * 30_000,
    "openings of feeds": "<feed><entry>" * 20_000,
    "sentences": "A b c. " * 35_000,
    "links": "http://" * 35_000 + " x",
    "carriage returns": "\r" * 250_000,
}


@pytest.mark.parametrize("head", HEADS)
def test_no_beginning_of_a_file_takes_long_to_recognise(head: str) -> None:
    assert growth(lambda size: recognised(HEADS[head][:size]), len(HEADS[head])) < 3


@pytest.mark.parametrize("piece", [" ", "a ", "a, ", "and ", ";", "[", "'", "a b, c d, ", "AaaBbb "])
def test_no_list_of_authors_takes_long(piece: str) -> None:
    def work(size: int) -> None:
        assert isinstance(authors_of(piece * (size // len(piece))), tuple)

    assert growth(work, 200_000) < 3


SEEDS = [path.read_bytes()[:6000] for path in sorted(FORMATS.rglob("*.*")) if path.suffix not in (".txt",)]


def account(path: Path, content: bytes, form: str | None) -> None:
    """Reading ends in dumps whose account adds up, or in a DumpError with something to say; never in another error."""
    path.write_bytes(content)
    try:
        reading = read_dumps([path], format=form)
    except DumpError as error:
        if not error.what:
            raise AssertionError("an error that says nothing") from error
        return
    for dump in reading.dumps:
        assert dump.read == len(dump.papers) + len(dump.rejected)
        for paper in dump.papers:
            assert paper.title.strip()
            assert paper.abstract.strip()
            assert "\n" not in paper.title + paper.abstract
            f"{paper}".encode()


_PATIENT = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@_PATIENT
@given(content=st.binary(max_size=2000), form=st.sampled_from([None, *format_names()]))
def test_any_bytes(content: bytes, form: str | None, tmp_path: Path) -> None:
    account(tmp_path / "any", content, form)


@_PATIENT
@given(content=st.text(max_size=2000), form=st.sampled_from(format_names()))
def test_any_text(content: str, form: str, tmp_path: Path) -> None:
    account(tmp_path / "any", content.encode("utf-8", "surrogatepass"), form)


@_PATIENT
@given(data=st.data(), form=st.sampled_from([None, *format_names()]))
def test_real_files_cut_joined_and_overwritten(data: st.DataObject, form: str | None, tmp_path: Path) -> None:
    first, second = data.draw(st.sampled_from(SEEDS)), data.draw(st.sampled_from(SEEDS))
    cut = data.draw(st.integers(0, len(first)))
    noise = data.draw(st.binary(max_size=20))
    account(tmp_path / "any", first[:cut] + noise + second[cut:], form)


@_PATIENT
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(["title", "abstract", "authors", "year", "paper", "id", "x"]), inner, max_size=5
            )
        ),
        max_leaves=30,
    ),
    form=st.sampled_from([None, "json", "jsonl"]),
)
def test_any_json(value: object, form: str | None, tmp_path: Path) -> None:
    account(tmp_path / "any", json.dumps(value).encode(), form)
