"""Retrieval for briefs, measured on human headings and tags: each as the topic text, its papers as what to find.

    python benchmarks/retrieval.py

Prints precision at 10 and average precision (means over all topics, and over those with at least five papers), ours
beside BM25 alone and the vectors alone; and of the cut how many papers pass it, how many of those are right, and how
many of those that should pass do.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from survey.embedders import default_embedder
from survey.papers import Paper, paper_key
from survey.retrieval import bm25, rank

OUTLINES = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "outlines"
FOREIGN = (
    "protein folding",
    "economics of fisheries",
    "medieval history",
    "quantum error correction",
    "blockchain smart contracts",
)


def papers_of(rows: Sequence[dict[str, str]]) -> list[Paper]:
    """The rows as papers, under their ids."""
    return [Paper(f"{paper_key(row['title'])}-{row['id']}", row["title"], row["abstract"]) for row in rows]


def topics_of(rows: Sequence[dict[str, object]]) -> dict[str, set[int]]:
    """The human topics and the places of their papers."""
    found: dict[str, set[int]] = {}
    for place, row in enumerate(rows):
        named = row["tags"] if "tags" in row else [row["section"]]
        for name in named:  # type: ignore[attr-defined]  # a list of tags
            found.setdefault(str(name), set()).add(place)
    return found


def measured(order: Sequence[int], right: set[int]) -> tuple[float, float]:
    """Precision at 10 and average precision of a ranking."""
    hits, total = 0, 0.0
    for place, number in enumerate(order, 1):
        if number in right:
            hits += 1
            total += hits / place
    return sum(number in right for number in order[:10]) / 10, total / len(right)


def compare(name: str, rows: Sequence[dict[str, object]]) -> None:
    """Print the table of one outline."""
    papers = papers_of(rows)  # type: ignore[arg-type]  # titles and abstracts are text
    place = {paper.key: n for n, paper in enumerate(papers)}
    vectors = default_embedder().embed([f"{p.title}. {p.abstract}" for p in papers])
    found: dict[str, list[tuple[float, float, int]]] = {"BM25 alone": [], "vectors alone": [], "ours": []}
    passed = []
    for topic, right in topics_of(rows).items():
        query = default_embedder().embed([topic, papers[0].abstract])[0]
        hits = rank(papers, topic)
        on_topic = {place[hit.key] for hit in hits if hit.is_on_topic}
        orders = {
            "BM25 alone": np.argsort(-bm25(papers, topic), kind="stable").tolist(),
            "vectors alone": np.argsort(-(vectors @ query), kind="stable").tolist(),
            "ours": [place[hit.key] for hit in hits],
        }
        for method, order in orders.items():
            found[method].append((*measured(order, right), len(right)))
        passed.append((len(on_topic & right), len(on_topic), len(right)))
    print(f"{name}: {len(papers)} papers, {len(passed)} topics")
    print(f"  {'':<15} {'P@10':>6} {'AP':>6}   with five papers or more: {'P@10':>6} {'AP':>6}")
    for method, scores in found.items():
        big = [score for score in scores if score[2] >= 5]
        means = [np.mean([s[i] for s in group]) for group in (scores, big) for i in (0, 1)]
        print(f"  {method:<15} {means[0]:>6.3f} {means[1]:>6.3f} {'':>25} {means[2]:>8.3f} {means[3]:>6.3f}")
    hit, taken, there = (sum(p[i] for p in passed) for i in range(3))
    empty = sum(not p[1] for p in passed)
    print(f"  the cut: {taken} pass, {hit} of them right ({hit / max(taken, 1):.0%}); {hit / there:.0%} of what")
    print(f"  should be found; {empty} topics find nothing")
    wrong = {topic: sum(hit.is_on_topic for hit in rank(papers, topic)) for topic in FOREIGN}
    print(f"  foreign topics: {', '.join(f'{topic} {count}' for topic, count in wrong.items())}")


def main() -> None:
    """Every outline in turn."""
    for path in sorted(OUTLINES.glob("*.jsonl")):
        compare(path.stem, [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()])


if __name__ == "__main__":
    main()
