"""The other data of ../shared/data that are papers, read whole; and what there is no paper in, passed over."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from raw_reading import SHARED, folded

from survey.dumps import read_dumps

DATA = SHARED / "data"
# File: records as the README there counts them.
COUNTS = {
    "scale/arxiv_8000.jsonl.gz": 8000,
    "grouping/arxiv_primary_category.jsonl": 2303,
    "outlines/trustworthy_dl.jsonl": 1149,
    "outlines/gaussian_splatting_tags.jsonl": 504,
    "summaries/scitldr_a_test.jsonl": 618,
    "summaries/scitldr_a_train.jsonl": 1992,
}


def _records(path: Path) -> Iterator[dict[str, object]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _bare(text: str) -> str:
    """The letters and digits of what is neither a formula nor LaTeX: both sides of a comparison pass through this."""
    return "".join(c for c in re.sub(r"</?su[bp]>", "", folded(text)) if c.isascii() and c.isalnum())


@pytest.mark.parametrize("name", COUNTS)
def test_every_record_is_a_paper_with_its_title_line_and_year(name: str) -> None:
    (dump,) = read_dumps([DATA / name]).dumps
    assert (dump.format, dump.read) == ("jsonl", COUNTS[name])
    raw = dict(enumerate(_records(DATA / name), start=1))
    for paper in dump.papers:
        source, record = paper.sources[0], raw[paper.sources[0].record]
        assert source.line == source.record
        title, abstract = str(record["title"]), record.get("abstract") or record["abstract_sentences"]
        text = (
            abstract
            if isinstance(abstract, str)
            else " ".join(map(str, abstract if isinstance(abstract, list) else ()))
        )
        if "\\" not in title + text and "$" not in title + text:
            assert _bare(paper.title) == _bare(title)
            assert _bare(text).endswith(_bare(paper.abstract))
        if "year" in record:
            assert paper.year == int(str(record["year"]))
    lacking = [r for r in raw.values() if not (r["title"] and (r.get("abstract") or r.get("abstract_sentences")))]
    assert len(dump.rejected) == len(lacking)


def test_most_of_a_crawl_is_left_as_it_stands() -> None:
    (dump,) = read_dumps([DATA / "grouping/arxiv_primary_category.jsonl"]).dumps
    raw = list(_records(DATA / "grouping/arxiv_primary_category.jsonl"))
    same = sum(p.abstract == folded(str(r["abstract"])) for p, r in zip(dump.papers, raw, strict=True))
    latex = sum("\\" in str(r["abstract"]) or "$" in str(r["abstract"]) for r in raw)
    assert same >= len(raw) - latex - 10
    assert {p.arxiv_id for p in dump.papers} == {str(r["id"]).removeprefix("arXiv:") for r in raw}


def test_json_that_holds_no_papers_is_passed_over_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "attacks.json").write_bytes((DATA / "injection" / "bipia_text_attack_train.json").read_bytes())
    (tmp_path / "package.json").write_text('{"name": "left-pad", "description": "Pads strings.", "author": "A. B"}')
    (tmp_path / "settings.json").write_text('{"title": {"font": 3}, "layers": [{"name": "a"}, {"name": "b"}]}')
    (tmp_path / "list.json").write_text("[]")
    (tmp_path / "good.jsonl").write_text('{"title": "On Trees", "abstract": "They grow."}\n')
    reading = read_dumps([tmp_path])
    assert [d.name for d in reading.dumps] == ["good.jsonl"]
    assert {Path(s.path).name for s in reading.skipped} == {
        "attacks.json",
        "package.json",
        "settings.json",
        "list.json",
    }
    assert {s.reason for s in reading.skipped} == {"holds no record"}
