"""Dedupe on real dumps and real pairs of versions: what is merged, and that nothing is lost."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from survey.dedupe import dedupe, without_dedupe
from survey.errors import SettingsError
from survey.papers import Paper, Source, paper_key

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def record(title: str, abstract: str = "", number: int = 1, dump: str = "dump") -> Paper:
    return Paper(paper_key(title), title, abstract, sources=(Source(dump, "text", number, number),))


def dump_records(path: Path) -> Iterator[Paper]:
    lines = path.read_text().splitlines()[2:]
    lines[0] = lines[0].removeprefix("Subscribe")
    for number in range(0, len(lines), 2):
        yield record(lines[number], lines[number + 1], number + 3, path.name)


def test_the_two_real_dumps_hold_427_papers() -> None:
    records = [paper for path in sorted((SHARED / "dumps").glob("*.txt")) for paper in dump_records(path)]
    deduped = dedupe(records)
    assert (len(records), len(deduped.papers), len(deduped.merged)) == (452, 427, 25)
    assert all(len(paper.sources) == 2 for paper in deduped.papers if paper.key in {m.kept for m in deduped.merged})


def test_versions_of_one_arxiv_paper_are_merged_without_their_ids() -> None:
    pairs = [json.loads(line) for line in (SHARED / "data/dedupe/arxiv_versions_2025.jsonl").read_text().splitlines()]
    records = [
        record(pair[side]["title"], " ".join(pair[side]["abstract"].split()), number, pair["id"])
        for number, pair in enumerate(pairs, 1)
        for side in "ab"
    ]
    deduped = dedupe(records)
    kept = {paper.key: {source.dump for source in paper.sources} for paper in deduped.papers}
    assert len(deduped.merged) >= 26
    assert all(len(dumps) == 1 for dumps in kept.values()), "papers of different ids were merged"


def test_an_unknown_pin_says_what_to_do() -> None:
    with pytest.raises(SettingsError, match="--no-dedupe"):
        dedupe([record("A title", "An abstract.")], same=[["no-such-key"]])


def test_without_dedupe_keeps_every_record_under_a_key_of_its_own() -> None:
    records = [record("One title", "One abstract.", n) for n in range(3)]
    kept = without_dedupe(records).papers
    assert len({paper.key for paper in kept}) == 3
    assert kept[0].key == paper_key("One title")
