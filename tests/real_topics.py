"""The papers of the real dumps and their grouping, and made-up points, for the tests of topics."""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from survey.papers import Paper, paper_key
from survey.topics import Grouping, group
from survey.topics.space import whole

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@cache
def real_papers() -> tuple[Paper, ...]:
    papers: dict[str, Paper] = {}
    for dump in sorted((SHARED / "dumps").glob("*.txt")):
        lines = [line.strip() for line in dump.read_text(encoding="utf-8").split("\n")[2:] if line.strip()]
        lines[0] = lines[0].removeprefix("Subscribe")
        for title, abstract in zip(lines[::2], lines[1::2], strict=True):
            papers.setdefault(paper_key(title), Paper(paper_key(title), title, abstract))
    return tuple(papers.values())


@cache
def real_grouping() -> Grouping:
    return group(real_papers())


def holds_every_paper_once(grouping: Grouping, papers: Sequence[Paper]) -> None:
    assert sorted(key for topic in grouping.topics for key in topic.papers) == sorted(p.key for p in papers)
    assert [t for theme in grouping.themes for t in theme.topics] == [t.id for t in grouping.topics]
    assert set(grouping.fit) == {p.key for p in papers}
    names = [t.name.casefold() for t in grouping.topics] + [m.name.casefold() for m in grouping.themes]
    assert len(set(names)) == len(names)


def digest() -> str:
    return hashlib.sha256(repr(group(real_papers()[:90])).encode()).hexdigest()


def blobs(sizes: list[int], seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Points in groups that lie apart, and the group of each."""
    rng = np.random.default_rng(seed)
    truth = np.repeat(np.arange(len(sizes)), sizes)
    return whole(
        (rng.standard_normal((len(sizes), 40))[truth] * 3 + rng.standard_normal((sum(sizes), 40))).astype(np.float32)
    ), truth
