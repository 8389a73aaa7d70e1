"""Heaps of nearly one text: gathered at little cost, by the same rules as any pair, and with true reasons."""

import gzip
import json
import random
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from survey.dedupe import dedupe, without_dedupe
from survey.dedupe.candidates import components
from survey.dedupe.twins import twins_among
from survey.dedupe.versions import Versions, versions_of
from survey.papers import Paper, Source, paper_key

SCALE = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "scale" / "arxiv_38000.jsonl.gz"


def real_abstracts(count: int) -> list[tuple[str, str]]:
    with gzip.open(SCALE, "rt", encoding="utf-8") as lines:
        items = [json.loads(line) for line in islice(lines, count)]
    return [(item["title"], " ".join(item["abstract"].split())) for item in items]


def copies(title: str, abstract: str, count: int, share: float, **fields: object) -> list[Paper]:
    """Records of one title, in each of which another share of the abstract's words has changed."""
    chance = random.Random(f"{title} {share}")
    vocabulary = abstract.split()
    found = []
    for _ in range(count):
        words = [chance.choice(vocabulary) if chance.random() < share else word for word in abstract.split()]
        found.append(replace(Paper(paper_key(title), title, " ".join(words)), **fields))  # type: ignore[arg-type]
    return found


def placed(papers: list[Paper]) -> list[Paper]:
    return [replace(paper, sources=(Source("dump", "text", n, n),)) for n, paper in enumerate(papers, 1)]


TITLE, ABSTRACT = next((t, a) for t, a in real_abstracts(40) if len(a.split()) > 120 and len(t.split()) > 6)


def speakers(papers: list[Paper]) -> int:
    return len(set(twins_among(papers, versions_of(papers, signed=True), ()).spoken_for.tolist()))


def test_of_a_heap_of_copies_three_are_compared() -> None:
    papers = placed(copies(TITLE, ABSTRACT, 40, 0.02))
    assert speakers(papers) == 3
    assert [len(paper.sources) for paper in dedupe(papers).papers] == [40]


def test_copies_that_a_pin_keeps_apart_are_two_papers_however_many_there_are() -> None:
    papers = placed(copies(TITLE, ABSTRACT, 20, 0.02))
    keys = {paper.sources[0].record: paper.key for paper in without_dedupe(papers).papers}
    found = dedupe(papers, different=[[keys[3], keys[9]]]).papers
    homes = {source.record: n for n, paper in enumerate(found) for source in paper.sources}
    assert homes[3] != homes[9]
    assert len(found) == 2
    assert len(homes) == 20


def test_each_copy_has_a_true_reason() -> None:
    kept, *others = copies(TITLE, ABSTRACT, 30, 0.02)
    kept = replace(kept, abstract=ABSTRACT + " It is the longest of all.")
    deduped = dedupe(placed([kept, kept, *others]))
    assert deduped.merged[0].reason == "same title and abstract"
    assert {merge.reason for merge in deduped.merged[1:]} <= {
        "same title and nearly the same abstract",
        "same title",
        "same title, by way of another version",
    }


@pytest.mark.parametrize("fields", [{"year": 2021}, {"authors": ("Ada Byron", "Charles Babbage")}])
def test_other_years_and_other_authors_are_left_to_the_rules(fields: dict[str, object]) -> None:
    ours, theirs = (
        copies(TITLE, ABSTRACT, 1, 0.0, year=2020, authors=("Emmy Noether",)),
        copies(TITLE, ABSTRACT, 1, 0.02, **{"year": 2020, "authors": ("Emmy Noether",), **fields}),
    )
    assert speakers(placed([*ours, *theirs])) == 2


@pytest.mark.parametrize("title", ["Editorial", "Annual report of the society for the study of wetlands"])
def test_titles_that_name_no_one_paper_are_left_to_the_rules(title: str) -> None:
    assert speakers(placed(copies(title, ABSTRACT, 5, 0.02))) == 5


def test_editions_of_a_series_stay_apart() -> None:
    title = "Annual report of the society for the study of wetlands"
    editions = [
        Paper(paper_key(title), title, ABSTRACT.replace(".", f" in {year}.", 3), year=year)
        for year in (2010, 2015, 2020)
    ]
    assert len(dedupe(placed(editions)).papers) == 3


def test_pins_hold_among_copies() -> None:
    papers = placed(copies(TITLE, ABSTRACT, 12, 0.02))
    keys = [paper.key for paper in without_dedupe(papers).papers]
    apart = dedupe(papers, different=[[keys[0], keys[7]]])
    assert not any({1, 8} <= {source.record for source in paper.sources} for paper in apart.papers)
    assert sum(len(paper.sources) for paper in apart.papers) == 12


def test_copies_of_real_papers_are_merged_and_the_papers_stay_apart() -> None:
    papers, owner = [], []
    for number, (title, abstract) in enumerate(real_abstracts(150)):
        made = copies(title, abstract, 6, 0.03)
        papers += made
        owner += [number] * len(made)
    deduped = dedupe(placed(papers))
    owners = [{owner[source.record - 1] for source in paper.sources} for paper in deduped.papers]
    assert all(len(found) == 1 for found in owners)
    assert len(deduped.papers) <= 155


def test_copies_in_any_order_are_the_same_papers() -> None:
    papers = placed([p for title, abstract in real_abstracts(20) for p in copies(title, abstract, 8, 0.03)])
    shuffled = random.Random(3).sample(papers, len(papers))
    ours, theirs = dedupe(papers), dedupe(shuffled)
    assert {frozenset(p.sources) for p in ours.papers} == {frozenset(p.sources) for p in theirs.papers}
    assert set(ours.merged) == set(theirs.merged)


def test_copies_add_few_pairs_to_be_compared() -> None:
    papers = placed(copies(TITLE, ABSTRACT, 60, 0.02))
    versions = versions_of(papers, signed=True)
    fewer, _ = versions.gathered(twins_among(papers, versions, ()).spoken_for)

    def pairs(of: Versions) -> int:
        return sum(len(c.by_text) + len(c.by_title) for c in components(papers, of, [], near_duplicates=True))

    assert pairs(fewer) <= 3 < pairs(versions)
