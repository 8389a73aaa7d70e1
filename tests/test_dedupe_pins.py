"""What a user decides by hand, the keys by which that is said, and what is kept of several records."""

from dataclasses import replace

import pytest

from survey.dedupe import dedupe, without_dedupe
from survey.errors import SettingsError
from survey.papers import Paper, Source, paper_key

SOIL = "Soil keeps more carbon than the air does. We weighed it at forty sites in spring and autumn for five years."
TREES = (
    "Treebanks are costly to make. We ask how small one may be, and find that two thousand sentences do for parsing."
)


def records(*papers: Paper) -> list[Paper]:
    return [replace(paper, sources=(Source("dump", "text", n, n),)) for n, paper in enumerate(papers, 1)]


def record(title: str, abstract: str = "", **fields: object) -> Paper:
    return replace(Paper(paper_key(title), title, abstract), **fields)  # type: ignore[arg-type]


SOIL_PAPER, TREE_PAPER = record("Carbon in the soil of forty sites", SOIL), record("How small may a treebank be", TREES)
SEQUEL = record("More carbon in the soil of forty sites", SOIL)


def test_a_pin_joins_what_nothing_else_would() -> None:
    deduped = dedupe(records(SOIL_PAPER, TREE_PAPER), same=[[SOIL_PAPER.key, TREE_PAPER.key]])
    assert [merge.reason for merge in deduped.merged] == ["pinned as the same paper in the settings"]
    assert deduped.papers[0].abstract == TREES


def test_a_pin_keeps_apart_what_is_alike() -> None:
    assert len(dedupe(records(SOIL_PAPER, SEQUEL)).papers) == 1
    assert len(dedupe(records(SOIL_PAPER, SEQUEL), different=[[SOIL_PAPER.key, SEQUEL.key]]).papers) == 2


def test_a_pin_is_stronger_than_an_identifier() -> None:
    pair = records(replace(SOIL_PAPER, arxiv_id="2101.00001"), replace(TREE_PAPER, arxiv_id="2101.00001v2"))
    assert len(dedupe(pair).papers) == 1
    assert len(dedupe(pair, different=[[SOIL_PAPER.key, TREE_PAPER.key]]).papers) == 2


def test_a_pin_keeps_apart_by_way_of_a_third_record_too() -> None:
    between = record("Carbon in the soil of forty sites again", SOIL)
    deduped = dedupe(records(SOIL_PAPER, between, SEQUEL), different=[[SOIL_PAPER.key, SEQUEL.key]])
    assert len(deduped.papers) == 2


def test_namesakes_are_told_apart_by_the_keys_of_their_records() -> None:
    revised = replace(SOIL_PAPER, abstract=SOIL.replace("forty", "fifty"))
    pair = records(SOIL_PAPER, revised)
    assert len(dedupe(pair).papers) == 1
    keys = [paper.key for paper in without_dedupe(pair).papers]
    assert len(dedupe(pair, different=[keys]).papers) == 2


def test_the_key_of_a_title_means_all_its_records() -> None:
    namesakes = records(record("Editorial", SOIL), record("Editorial", TREES), SOIL_PAPER)
    assert len(dedupe(namesakes, different=[[paper_key("Editorial"), SOIL_PAPER.key]]).papers) == 3
    assert len(dedupe(namesakes, same=[[paper_key("Editorial"), SOIL_PAPER.key]]).papers) == 1


@pytest.mark.parametrize("name", ["same", "different"])
def test_a_pin_of_no_record_is_an_error_that_says_what_to_do(name: str) -> None:
    with pytest.raises(SettingsError, match=r"(?s)no-such-key.*--no-dedupe"):
        dedupe(records(SOIL_PAPER), **{name: [[SOIL_PAPER.key, "no-such-key"]]})  # type: ignore[arg-type]


def test_pins_that_contradict_each_other_are_an_error() -> None:
    pin = [[SOIL_PAPER.key, TREE_PAPER.key]]
    with pytest.raises(SettingsError, match="contradict"):
        dedupe(records(SOIL_PAPER, TREE_PAPER), same=pin, different=pin)


def test_records_that_are_the_same_word_for_word_cannot_be_pinned_apart() -> None:
    pair = records(SOIL_PAPER, SOIL_PAPER)
    keys = [paper.key for paper in without_dedupe(pair).papers]
    with pytest.raises(SettingsError, match="word for word"):
        dedupe(pair, different=[keys])


def test_near_duplicates_can_be_left_alone() -> None:
    pair = records(SOIL_PAPER, SEQUEL)
    assert len(dedupe(pair, near_duplicates=False).papers) == 2
    assert len(dedupe(records(SOIL_PAPER, SOIL_PAPER), near_duplicates=False).papers) == 1


def test_namesakes_get_keys_of_their_own_whatever_the_order() -> None:
    pair = records(record("Editorial", SOIL), record("Editorial", TREES))
    keys = {paper.abstract: paper.key for paper in dedupe(pair).papers}
    assert len(set(keys.values())) == 2
    assert paper_key("Editorial") in keys.values()
    assert {paper.abstract: paper.key for paper in dedupe(pair[::-1]).papers} == keys


def test_the_key_of_several_titles_is_that_of_the_kept_one_whatever_the_order() -> None:
    longer = replace(SEQUEL, abstract=SOIL + " Autumn has more.")
    trio = records(SOIL_PAPER, longer, record("CARBON in the soil of forty sites!", SOIL))
    assert {paper.key for paper in dedupe(trio).papers} == {paper_key(longer.title)}
    assert {paper.key for paper in dedupe(trio[::-1]).papers} == {paper_key(longer.title)}


def test_the_longest_abstract_and_the_richest_metadata_are_kept() -> None:
    poor = record(SOIL_PAPER.title, SOIL + " It is mostly in the peat.", url="https://example.org/1")
    rich = replace(SOIL_PAPER, authors=("Ada Moor", "Bo Fen"), year=2020, venue="A journal", doi="10.1234/a")
    [kept] = dedupe(records(rich, poor)).papers
    assert kept.abstract == poor.abstract
    assert (kept.authors, kept.year, kept.venue) == (rich.authors, 2020, "A journal")
    assert (kept.doi, kept.url) == ("10.1234/a", "https://example.org/1")
    assert [source.record for source in kept.sources] == [2, 1]


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (replace(SEQUEL, doi="https://doi.org/10.1234/A"), "same DOI"),
        (replace(TREE_PAPER, arxiv_id="arXiv:2101.00001v3"), "same arXiv id"),
        (replace(SOIL_PAPER, title=SOIL_PAPER.title.upper()), "same title and abstract"),
        (replace(SOIL_PAPER, abstract=SOIL.replace("forty", "fifty").replace("weighed", "measured")), "same title"),
        (replace(SOIL_PAPER, abstract=""), "same title"),
        (SEQUEL, "near-duplicate: title 92 % and abstract 100 % alike"),
    ],
)
def test_each_merge_says_why(other: Paper, reason: str) -> None:
    paper = replace(SOIL_PAPER, doi="10.1234/a", arxiv_id="2101.00001")
    assert [merge.reason for merge in dedupe(records(paper, other)).merged] == [reason]
