"""Retrieval: what is on a topic is found and stands first; what is foreign to the papers finds nothing."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.papers import Paper, paper_key
from survey.retrieval import CLOSE, MOST_WORDS, NOT_FOREIGN, Hit, bm25, rank, retrieve

TOPICS = {
    "Privacy": 173,
    "Fairness": 51,
    "Interpretability": 111,
    "Poisoning Attacks and Defenses": 68,
    "Out-of-Distribution Generalization": 298,
}


@pytest.fixture(scope="module")
def outline(shared: Path) -> tuple[list[Paper], list[str]]:
    """The papers of a human outline, and the heading that each stands under."""
    text = (shared / "data/outlines/trustworthy_dl.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    papers = [Paper(f"{paper_key(row['title'])}-{row['id']}", row["title"], row["abstract"]) for row in rows]
    return papers, [row["section"] for row in rows]


def average_precision(order: list[int], right: set[int]) -> float:
    hits, total = 0, 0.0
    for place, number in enumerate(order, 1):
        hits += number in right
        total += hits / place if number in right else 0
    return total / len(right)


@pytest.fixture(scope="module")
def ranked(outline: tuple[list[Paper], list[str]]) -> dict[str, tuple[Hit, ...]]:
    return {topic: rank(outline[0], topic) for topic in TOPICS}


def test_the_joined_ranking_beats_words_alone_on_human_headings(
    outline: tuple[list[Paper], list[str]], ranked: dict[str, tuple[Hit, ...]]
) -> None:
    papers, headings = outline
    place = {paper.key: n for n, paper in enumerate(papers)}
    gains = []
    for topic, size in TOPICS.items():
        right = {n for n, heading in enumerate(headings) if heading == topic}
        assert len(right) == size
        joined = average_precision([place[hit.key] for hit in ranked[topic]], right)
        alone = average_precision(np.argsort(-bm25(papers, topic), kind="stable").tolist(), right)
        gains.append(joined - alone)
    assert np.mean(gains) > 0.1


@pytest.mark.parametrize(
    "topic", ["economics of fisheries", "medieval history", "xylophone zorbex", "?!", "the of and"]
)
def test_a_foreign_topic_finds_nothing(outline: tuple[list[Paper], list[str]], topic: str) -> None:
    assert retrieve(outline[0], topic).hits == ()


def test_what_is_near_is_named_best_first(outline: tuple[list[Paper], list[str]]) -> None:
    found = retrieve(outline[0], "economics of fisheries")
    assert 0 < len(found.near) <= 5
    assert [hit.score for hit in found.near] == sorted((hit.score for hit in found.near), reverse=True)


def test_a_paper_passes_the_cut_as_it_is_explained(ranked: dict[str, tuple[Hit, ...]]) -> None:
    for hits in ranked.values():
        passed = [hit for hit in hits if hit.is_on_topic]
        assert 0 < len(passed) < len(hits)
        by_rule = [h for h in hits if h.likeness >= CLOSE or (h.share >= MOST_WORDS and h.likeness >= NOT_FOREIGN)]
        assert passed == by_rule


def test_retrieving_is_ranking_cut_in_two(outline: tuple[list[Paper], list[str]]) -> None:
    papers = outline[0][:150]
    found, hits = retrieve(papers, "Privacy"), rank(papers, "Privacy")
    assert found.hits == tuple(hit for hit in hits if hit.is_on_topic)
    assert found.near == tuple(hit for hit in hits if not hit.is_on_topic)[:5]


def test_the_order_of_the_papers_makes_no_difference(outline: tuple[list[Paper], list[str]]) -> None:
    papers = outline[0][:200]
    assert rank(papers, "Privacy") == rank(papers[::-1], "Privacy")


def test_other_forms_of_a_word_count() -> None:
    papers = [Paper("a", "Segmenting medical images", "We segment images."), Paper("b", "Poetry", "Rhymes and metres.")]
    found = retrieve(papers, "image segmentation")
    assert [hit.key for hit in found.hits] == ["a"]
    assert found.hits[0].words == ("image", "segmentation")


def test_a_topic_in_words_that_no_vector_knows_is_found_by_its_words() -> None:
    papers = [Paper("a", "Qwrtzium", "The qwrtzium blorbs."), Paper("b", "Poetry", "Rhymes and metres.")]
    assert [hit.key for hit in retrieve(papers, "qwrtzium").hits] == ["a"]


def test_no_papers_no_hits() -> None:
    assert retrieve([], "anything").hits == ()


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60), st.lists(st.tuples(st.text(max_size=40), st.text(max_size=80)), max_size=5))
def test_any_topic_and_any_text_can_be_ranked(topic: str, texts: list[tuple[str, str]]) -> None:
    papers = [Paper(f"k{n}", title, abstract) for n, (title, abstract) in enumerate(texts)]
    ranked = rank(papers, topic)
    assert sorted(hit.key for hit in ranked) == sorted(paper.key for paper in papers)
    assert all(np.isfinite(hit.score) and 0 <= hit.share <= 1.0001 for hit in ranked)
