"""Which papers are on a topic? Hybrid retrieval, BM25 and vectors joined, with a cut that says why each paper fell.

Ranking: BM25 (Robertson and Zaragoza, 2009; k1 1.2, b 0.75, the title counted three times), the likeness of the topic's
vector to each paper's title and text, and one round of feedback (Rocchio, 1971): the likeness to the five papers that
stand first by the other two. Each part is scaled to at most 1 and they are added up.

The cut doesn't depend on the ranking's scale, so that a topic foreign to the papers finds nothing rather than the
least bad: a paper is on the topic when it holds most of the topic's words, counted by how rare they are, and is not
foreign to it by its vector; or when its vector alone is close enough.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from survey.embedders import Embedder, default_embedder
from survey.evidence import STOP_WORDS, stem
from survey.papers import Paper

Scores = NDArray[np.float64]

_K1, _B, _TITLE_TIMES = 1.2, 0.75, 3
_TITLE_SHARE = 0.5
_FEEDBACK = 5
_NEAR = 5
MOST_WORDS = 0.6
"""The least share of the topic's words, weighted by rarity, with which a paper is on the topic."""
NOT_FOREIGN = 0.2
"""The least likeness (cosine) of a paper that is on the topic by its words."""
CLOSE = 0.5
"""The likeness with which a paper is on the topic whatever its words."""
_WORD = re.compile(r"[^\W_]+(?:[-'’^.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Hit:
    """A paper and how it fits the topic: its rank's score, the share of the topic's words, its likeness (cosine).

    ``words`` are the words of the topic that it holds, as the topic has them.
    """

    key: str
    score: float
    share: float
    likeness: float
    words: tuple[str, ...]

    @property
    def is_on_topic(self) -> bool:
        """Whether the paper passes the cut."""
        return self.likeness >= CLOSE or (self.share >= MOST_WORDS and self.likeness >= NOT_FOREIGN)


@dataclass(frozen=True, slots=True)
class Retrieved:
    """``hits`` are the papers on the topic, the best first; ``near`` the next best that are not."""

    hits: tuple[Hit, ...]
    near: tuple[Hit, ...]


def retrieve(papers: Sequence[Paper], topic: str, embedder: Embedder | None = None) -> Retrieved:
    """The papers on ``topic``, and those near it; the same whatever the order of ``papers``."""
    ranked = rank(papers, topic, embedder)
    hits = tuple(hit for hit in ranked if hit.is_on_topic)
    near = tuple(hit for hit in ranked if not hit.is_on_topic and (hit.share or hit.likeness > 0))
    return Retrieved(hits, near[:_NEAR])


def rank(papers: Sequence[Paper], topic: str, embedder: Embedder | None = None) -> tuple[Hit, ...]:
    """Every paper with its fit to ``topic``, the best first."""
    papers = sorted(papers, key=lambda paper: paper.key)
    if not papers:
        return ()
    counts = [Counter(_words(paper.title) * _TITLE_TIMES + _words(paper.abstract)) for paper in papers]
    wanted: dict[str, str] = {}
    for shown in topic.split():
        wanted |= {word: shown for word in _words(shown) if word not in wanted}
    rarity = _rarity(wanted, counts)
    by_words = _bm25(rarity, counts)
    likeness, score = _joined(papers, topic, by_words, embedder or default_embedder())
    whole = sum(rarity.values()) or 1.0
    knows_topic = bool(np.any(likeness))
    hits = []
    for n, (paper, count) in enumerate(zip(papers, counts, strict=True)):
        held = [word for word in rarity if count[word]]
        share = sum(rarity[word] for word in held) / whole
        like = float(likeness[n]) if knows_topic else NOT_FOREIGN
        words = tuple(dict.fromkeys(wanted[word] for word in held))
        hits.append(Hit(paper.key, round(float(score[n]), 6), round(share, 4), round(like, 4), words))
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.key)))


def bm25(papers: Sequence[Paper], topic: str) -> Scores:
    """The BM25 score of each paper alone, in the order given: the floor that the joined ranking is measured against."""
    counts = [Counter(_words(paper.title) * _TITLE_TIMES + _words(paper.abstract)) for paper in papers]
    return _bm25(_rarity(_words(topic), counts), counts)


def _words(text: str) -> list[str]:
    """Words without stop words and endings; a compound counts whole and in its parts."""
    words = _WORD.findall(text.casefold())
    parts = (part for word in words for part in dict.fromkeys((word, *re.split(r"[-'’^.]", word))))
    return [stem(part) for part in parts if part not in STOP_WORDS and (len(part) > 1 or part.isdigit())]


def _rarity(wanted: Iterable[str], counts: Sequence[Counter[str]]) -> dict[str, float]:
    """The weight of each of the topic's words: the rarer in the papers, the heavier."""
    held = {word: sum(word in count for count in counts) for word in wanted}
    return {word: log(1 + (len(counts) - n + 0.5) / (n + 0.5)) for word, n in held.items()}


def _bm25(rarity: dict[str, float], counts: Sequence[Counter[str]]) -> Scores:
    lengths = np.array([count.total() for count in counts], dtype=float)
    norms = _K1 * (1 - _B + _B * lengths / max(lengths.mean(), 1.0))
    scores = np.zeros(len(counts))
    for word, weight in rarity.items():
        times = np.array([count[word] for count in counts], dtype=float)
        scores += weight * times * (_K1 + 1) / (times + norms)
    return scores


def _joined(papers: Sequence[Paper], topic: str, by_words: Scores, embedder: Embedder) -> tuple[Scores, Scores]:
    """Each paper's likeness to the topic, and its score: words, vectors and feedback, each at most 1."""
    texts = [f"{paper.title}. {paper.abstract}" for paper in papers]
    vectors = embedder.embed([topic, *texts, *(paper.title for paper in papers)]).astype(float)
    query, whole, titles = vectors[0], vectors[1 : len(papers) + 1], vectors[len(papers) + 1 :]
    likeness = whole @ query
    first = _scaled(by_words) + _scaled(likeness + _TITLE_SHARE * (titles @ query))
    best = np.argsort(-first, kind="stable")[:_FEEDBACK]
    centre = (whole[best] * first[best, None]).sum(axis=0)
    feedback = whole @ (centre / max(float(np.linalg.norm(centre)), 1e-9))
    return likeness, first + _scaled(feedback)


def _scaled(scores: Scores) -> Scores:
    """The scores with the best at 1; below nought is nought."""
    least = np.maximum(scores, 0)
    top = float(least.max())
    return least / top if top > 0 else least
