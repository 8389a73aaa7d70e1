"""Records of one paper made into one: which title and abstract stay, what else is kept of each, and under which key."""

import itertools
import random
from dataclasses import replace

import pytest

from survey.dedupe import dedupe, without_dedupe
from survey.dedupe.facts import is_serial, is_telling
from survey.dedupe.forms import comparable
from survey.dedupe.keys import salted_key, unique_keys
from survey.dedupe.merging import kept_record, merged_paper
from survey.document import Survey
from survey.papers import Paper, Source, paper_key

TITLE = "Carbon budgets of drained and rewetted wetlands"
LONG = "We measure carbon budgets of wetlands in seven river valleys. Rewetting halves the losses within four years."


def record(n: int, abstract: str = LONG, title: str = TITLE, **more: object) -> Paper:
    paper = Paper(paper_key(title), title, abstract, sources=(Source("dump.jsonl", "jsonl", n, n),))
    return replace(paper, **more)  # type: ignore[arg-type]


# --- what is kept ---


def test_the_longest_abstract_is_kept_then_the_record_that_says_most() -> None:
    short, bare = record(1, LONG[:60], doi="10.1/a", year=2020), record(2)
    rich = record(3, year=2020, authors=("Ada Lovelace",))
    for order in itertools.permutations((short, bare, rich)):
        assert kept_record(order) is rich
        assert kept_record([short, bare]) is bare


def test_each_field_comes_from_the_richest_record_that_has_it() -> None:
    rich = record(1, LONG[:60], year=2021, venue="Journal of Peat", doi="10.1/rich", authors=("A. Lovelace",))
    poor = record(2, year=2020, url="https://e.org/p")
    listed = record(3, LONG[:50], authors=("Ada Lovelace", "Marie Curie"), arxiv_id="2401.00001")
    for order in itertools.permutations((rich, poor, listed)):
        paper = merged_paper(order, kept_record(order))
        assert paper.abstract == LONG
        assert (paper.year, paper.venue, paper.doi) == (2021, "Journal of Peat", "10.1/rich")
        assert (paper.arxiv_id, paper.url) == ("2401.00001", "https://e.org/p")
        assert paper.authors == ("Ada Lovelace", "Marie Curie"), "the list that names most"
        assert sorted(source.record for source in paper.sources) == [1, 2, 3]


def test_every_source_is_kept_once_that_of_the_kept_record_first() -> None:
    one, other = record(7, LONG[:60]), record(2)
    (paper,) = dedupe([one, other]).papers
    assert [source.record for source in paper.sources] == [2, 7]
    assert [merge.source.record for merge in dedupe([one, other]).merged] == [7]


def test_a_record_that_belongs_by_way_of_another_says_so() -> None:
    """The third shares nothing with the record that is kept, but the DOI with one that is the same paper."""
    kept = record(1, f"{LONG} The rest is silence, and the wetlands go on as before.")
    between = record(2, doi="10.1234/a")
    other = record(
        3, "Peat was sampled by chambers.", "Peat of seven valleys by chambers", doi="https://doi.org/10.1234/A"
    )
    for order in itertools.permutations((kept, between, other)):
        found = dedupe(order)
        assert [paper.abstract for paper in found.papers] == [kept.abstract]
        reasons = {merge.source.record: merge.reason for merge in found.merged}
        assert reasons[3] == "same DOI, by way of another version"
        assert "by way of" not in reasons[2]


# --- keys ---


def test_namesakes_keep_keys_of_their_own_whatever_their_order() -> None:
    papers = [record(n, f"{LONG} Site {n} is studied, and nothing else.", title="Editorial") for n in range(1, 5)]
    by_text = dict(zip((p.abstract for p in papers), unique_keys(papers), strict=True))
    assert len(set(by_text.values())) == 4
    assert paper_key("Editorial") in by_text.values(), "one of them has the title's own"
    for seed in range(5):
        shuffled = random.Random(seed).sample(papers, 4)
        assert dict(zip((p.abstract for p in shuffled), unique_keys(shuffled), strict=True)) == by_text


def test_records_that_are_the_same_word_for_word_are_numbered() -> None:
    papers = [record(n) for n in range(1, 4)]
    keys = unique_keys(papers)
    assert len(set(keys)) == 3
    assert set(keys) == {paper_key(TITLE), salted_key(papers[0]), salted_key(papers[0], 2)}
    kept = without_dedupe(papers).papers
    assert sorted(paper.key for paper in kept) == sorted(keys)


def test_the_real_papers_have_the_keys_of_their_titles(real_survey: Survey) -> None:
    assert unique_keys(real_survey.papers) == [paper_key(paper.title) for paper in real_survey.papers]


# --- what a title tells ---


@pytest.mark.parametrize(
    ("title", "telling"),
    [
        (TITLE, True),
        ("Is it a net or not", False),  # many words, few letters
        ("Electroencephalography classification", False),  # many letters, few words
        ("Editorial", False),
        ("Masked autoencoders are scalable vision learners", True),
    ],
)
def test_a_title_names_one_paper_if_it_is_long_enough(title: str, telling: bool) -> None:
    assert is_telling(comparable(title)) is telling


@pytest.mark.parametrize(
    ("title", "serial"),
    [
        ("Overview of the shared task on reading", True),
        ("Annual report of the society", True),
        ("Editorial", True),
        (TITLE, False),
        ("Multitasking networks", False),
    ],
)
def test_a_title_that_comes_back_each_year_is_known(title: str, serial: bool) -> None:
    assert is_serial(comparable(title)) is serial
