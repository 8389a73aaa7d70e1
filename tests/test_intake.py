"""Dumps to distinct papers: what a trial with ``limit`` reads, and that its account is whole all the same."""

import json
from pathlib import Path

import pytest

from survey.assembly import accounts
from survey.errors import DumpError
from survey.intake import read_distinct
from survey.settings import Settings

SENTENCE = "We present a small network for street scenes and measure it on a benchmark of our own, number"


def dump(path: Path, *numbers: int) -> Path:
    """Papers by number; below 1 stands a record that has no abstract."""
    records = [{"title": f"Network {n} of a kind", "abstract": f"{SENTENCE} {n}." if n > 0 else ""} for n in numbers]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def titles(dumps: list[Path], **settings: object) -> list[str]:
    _, distinct = read_distinct(dumps, Settings.model_validate(settings))
    return sorted(paper.title.split()[1] for paper in distinct.papers)


def test_a_trial_reads_no_further_than_it_needs(tmp_path: Path) -> None:
    one, other = dump(tmp_path / "one.jsonl", 5, 0, 3, 5, 1), dump(tmp_path / "two.jsonl", 2, 4)
    assert titles([one, other], limit=2) == ["3", "5"], "the first in reading order, whatever they are called"
    assert titles([one, other], limit=4) == ["1", "2", "3", "5"]
    assert titles([one, other], limit=99) == titles([one, other])
    reading, _ = read_distinct([one, other], Settings(limit=2))
    assert [(d.name, d.read) for d in reading.dumps] == [("one.jsonl", 3)], "what comes later was not read"


def test_a_copy_counts_as_no_further_paper_unless_copies_are_kept(tmp_path: Path) -> None:
    one = dump(tmp_path / "one.jsonl", 1, 1, 2, 3)
    assert titles([one], limit=2) == ["1", "2"]
    assert titles([one], limit=2, dedupe=False) == ["1", "1"]


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_the_account_of_a_trial_adds_up(tmp_path: Path, limit: int) -> None:
    """Also for a dump of which nothing could be used: it was read, and each of its records refused."""
    dumps = [dump(tmp_path / "none.jsonl", 0, -1), dump(tmp_path / "some.jsonl", 1, 0, 1, 2, -1, 3)]
    reading, distinct = read_distinct(dumps, Settings(limit=limit))
    found = {a.name: (a.read, a.papers, a.merged, a.rejected) for a in accounts(reading, distinct)}
    assert found["none.jsonl"] == (2, 0, 0, 2)
    assert found["some.jsonl"] == [(1, 1, 0, 0), (4, 2, 1, 1), (6, 3, 1, 2)][limit - 1]
    assert len(distinct.papers) == limit


def test_dumps_without_a_paper_are_an_error_in_a_trial_too(tmp_path: Path) -> None:
    with pytest.raises(DumpError, match="no usable paper"):
        read_distinct([dump(tmp_path / "none.jsonl", 0, -1)], Settings(limit=3))
