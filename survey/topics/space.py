"""Papers to points: where each paper stands among the others of its corpus.

Every coordinate is a whole number and every row has about the same length, so that dot products of points are exact in
single precision: the same neighbours and the same groups come out whatever the number of cores and the order of sums.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from survey.embedders import Embedder
from survey.embedders.terms import terms, unit, weighted
from survey.papers import Paper
from survey.structured import without_headings

Points = NDArray[np.float32]
Chances = NDArray[np.uint64]

LENGTH = 2048.0  # of a row; its square stays below 2**24, up to which single precision counts exactly

# The weight of the corpus's own latent semantics beside the embedder's vectors of weight 1. They bring what the
# embedder doesn't know, and they turn with every paper that is added.
_OWN_WEIGHT, _OWN_WEIGHT_BROAD = 0.2, 0.57
_OWN_DIMENSIONS = 100
_OWN_PAPERS = 30  # fewer papers have no latent semantics of their own to speak of
_OWN_TERMS = 25_000
_SAMPLE = 10_000  # papers that the axes of a large corpus are taken from
_ONE_SPACE = 4000  # from so many papers on, themes are drawn from the same points as topics
_WIDE = 20_000  # from so many papers on, fewer coordinates and approximate neighbours
_KNOWN, _NARROW = 512, 128  # how many, at most, of an embedder's and of all
_ROUNDS, _PULL = 8, 0.7  # of smoothing: how often, and how much of a point comes from its neighbours
_ROUNDS_IN_DRAW = 6  # there are many draws, and the last rounds change little
# Neighbours for topics and for themes: so many times the root of the number of papers or, in a corpus of many hundreds,
# such a share of them; at most so many, and fewer in a corpus too large for a hierarchy, for the sake of time.
_NEAR, _NEAR_SHARE, _MOST_NEAR = (1.0, 1.5), (1 / 24, 1 / 16), (100, 150)
_MOST_NEAR_IN_LARGE = 50
_AXES = 64  # main axes that draws of themes are made on


@dataclass(frozen=True, slots=True)
class Space:
    """``points``: (n, d) whole numbers, rows of length LENGTH or 0; drawn to their neighbours they are ``smooth``.

    ``broad`` is drawn to more of them: for themes, where ``smooth`` is for topics. ``wide`` are the points of ``broad``
    as they stood, on a few main axes; none in a corpus too large for draws. ``company`` is each point's cosine
    with the one nearest to it, 1 in a corpus too small to have neighbours. ``chance`` is a number for each paper that
    hangs on nothing but its key.
    """

    points: Points
    smooth: Points
    broad: Points
    wide: Points
    company: Points
    chance: Chances


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest others of each point, the nearest first, and their cosines; (n, k) each."""

    places: NDArray[np.int64]
    cosines: Points


def text_of(paper: Paper) -> str:
    """What is embedded of a paper."""
    return f"{paper.title}. {without_headings(paper.abstract)}"


def place(papers: Sequence[Paper], embedder: Embedder) -> Space:
    """Where the papers stand. Give them in a fixed order, for the last bit of a coordinate may hang on it."""
    from threadpoolctl import threadpool_limits

    texts = [text_of(p) for p in papers]
    with threadpool_limits(1):
        known = _narrowed(_centred(embedder.embed(texts)), _KNOWN)
        own = _centred(own_semantics(texts)) if len(texts) >= _OWN_PAPERS else known[:, :0]
        points = _joined(known, own, _OWN_WEIGHT)
        wide = points if len(texts) > _ONE_SPACE else _joined(known, own, _OWN_WEIGHT_BROAD)
        narrow, broad = neighbourhoods(len(papers))
        near = neighbours(points, narrow if wide is not points else max(narrow, broad))
        around = near if wide is points else neighbours(wide, broad)
        alone = near.cosines[:, 0] if near.cosines.shape[1] else np.ones(len(points), dtype=np.float32)
        smooth = smoothed(points, near, narrow), smoothed(wide, around, broad)
        return Space(points, *smooth, _on_main_axes(wide), alone, chances(papers))


def neighbourhoods(papers: int) -> tuple[int, int]:
    """How many neighbours a point is drawn to, for topics and for themes."""
    found = []
    for times, share, most in zip(_NEAR, _NEAR_SHARE, _MOST_NEAR, strict=True):
        wanted = round(max(times * papers**0.5, share * papers))
        found.append(min(wanted, papers // 8, most if papers <= _ONE_SPACE else _MOST_NEAR_IN_LARGE))
    return found[0], found[1]


def chances(papers: Sequence[Paper]) -> Chances:
    """A number for each paper by chance, the same in any corpus."""
    digests = (hashlib.blake2b(paper.key.encode(), digest_size=8).digest() for paper in papers)
    return np.array([int.from_bytes(digest, "big") for digest in digests], dtype=np.uint64)


def _joined(known: Points, own: Points, weight: float) -> Points:
    """The embedder's vectors and the corpus's own as points."""
    joined = np.hstack([known, np.float32(weight) * own])
    return whole(_narrowed(unit(joined), _NARROW))


def _narrowed(rows: Points, most: int) -> Points:
    """Unit rows on ``most`` main axes, where the corpus is so large that room and time count."""
    if len(rows) <= _WIDE or rows.shape[1] <= most:
        return rows
    return unit(rows @ _main_axes(rows, most))


def _on_main_axes(points: Points) -> Points:
    """The points on so few axes that draws can be made in no time; none of a corpus too large for a hierarchy."""
    if len(points) > _ONE_SPACE:
        return points[:0]
    if points.shape[1] <= _AXES:
        return points
    rows = unit(points)
    return whole(rows @ _main_axes(rows, _AXES))


def whole(rows: Points) -> Points:
    """The rows at length LENGTH, rounded to whole numbers."""
    return np.asarray(np.rint(unit(rows) * np.float32(LENGTH)), dtype=np.float32)


def own_semantics(texts: Sequence[str]) -> Points:
    """Latent semantic analysis of the corpus itself (Deerwester et al., 1990)."""
    counts = [terms(text) for text in texts]
    frequency = Counter(term for count in counts for term in count)
    kept = sorted((-n, t) for t, n in frequency.items() if n >= (3 if " " in t else 2))[:_OWN_TERMS]
    column = {term: place for place, (_, term) in enumerate(kept)}
    idf = np.array([np.log(len(texts) / -n) + 1 for n, _ in kept], dtype=np.float32)
    rows = weighted(counts, column, idf)
    sample = rows[_sampled(len(texts), _SAMPLE)]
    wanted = min(_OWN_DIMENSIONS, len(texts) // 4, len(kept))
    basis = np.random.default_rng(0).standard_normal((len(kept), wanted + 10)).astype(np.float32)
    for _ in range(4):  # power iterations of a randomised decomposition (Halko et al., 2011)
        short, _ = np.linalg.qr(sample @ basis)  # there are fewer papers than terms, and these span the same
        basis = sample.T @ short
    basis, _ = np.linalg.qr(basis)
    _, _, axes = np.linalg.svd(sample @ basis, full_matrices=False)
    return np.asarray(rows @ (basis @ axes[:wanted].T), dtype=np.float32)


def smoothed(points: Points, near: Near, k: int) -> Points:
    """Points drawn to their ``k`` neighbours, several times over, each keeping a part of where it stood."""
    from scipy.sparse import csr_matrix, diags

    n = len(points)
    if k < 1:
        return points
    # Less than the farthest one's: a neighbour at the edge, which a new paper may push out, hardly counts.
    weights = np.maximum(near.cosines[:, :k] - near.cosines[:, k - 1 : k], 0)
    graph = csr_matrix((weights.ravel(), near.places[:, :k].ravel(), np.arange(0, n * k + 1, k)), shape=(n, n))
    graph = graph + graph.T
    graph = (diags(1 / np.maximum(np.asarray(graph.sum(axis=1)).ravel(), 1e-9)) @ graph).astype(np.float32)
    start = unit(points)
    moved = start
    for _ in range(_ROUNDS):
        moved = unit((1 - _PULL) * start + _PULL * unit(graph @ moved))
    return whole(moved)


def smoothed_by(points: Points, likeness: Points, taken: NDArray[np.int64], k: int) -> Points:
    """All points drawn to their ``k`` neighbours among those ``taken``, which are first drawn to one another.

    ``likeness``: the cosine of each two points.
    """
    weights = likeness[:, taken]
    weights[taken, np.arange(len(taken))] = -2
    k = max(1, min(k, len(taken) - 1))
    farthest = len(taken) - k
    weights = np.maximum(weights - np.partition(weights, farthest, axis=1)[:, farthest : farthest + 1], 0)
    among = weights[taken] + weights[taken].T
    among /= np.maximum(among.sum(axis=1, keepdims=True), 1e-9)
    start = unit(points)
    moved = start[taken]
    own = (1 - _PULL) * moved
    for _ in range(_ROUNDS_IN_DRAW):
        moved = unit(own + _PULL * unit(among @ moved))
    drawn = unit((1 - _PULL) * start + _PULL * unit(weights @ moved))
    drawn[taken] = moved
    return whole(drawn)


def neighbours(points: Points, k: int) -> Near:
    """The ``k`` nearest other points of each point; in a large corpus those of the nearest cells."""
    places = np.empty((len(points), k), dtype=np.int64)
    found = np.empty((len(points), k), dtype=np.float32)
    for rows, among in _cells(points):
        cosines = points[rows] @ points[among].T / np.float32(LENGTH**2)
        cosines[rows[:, None] == among[None, :]] = -2
        best = np.sort(np.argpartition(-cosines, k, axis=1)[:, :k], axis=1)
        order = np.argsort(-np.take_along_axis(cosines, best, axis=1), axis=1, kind="stable")
        best = np.take_along_axis(best, order, axis=1)
        places[rows] = among[best]
        found[rows] = np.take_along_axis(cosines, best, axis=1)
    return Near(places, found)


def _cells(points: Points) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Blocks of rows with the points to look among: all of them, in a large corpus those of the nearest cells."""
    everyone = np.arange(len(points))
    if len(points) <= _WIDE:
        return [(everyone[at : at + 1000], everyone) for at in range(0, len(points), 1000)]
    seeds = points[_sampled(len(points), 400)]
    likeness = np.concatenate([points[at : at + 5000] @ seeds.T for at in range(0, len(points), 5000)])
    nearest = np.argpartition(-likeness, 6, axis=1)[:, :6]
    home = likeness.argmax(axis=1)
    found = []
    for cell in np.unique(home):
        rows = np.flatnonzero(home == cell)
        around = np.argsort(-np.bincount(nearest[rows].ravel(), minlength=len(seeds)), kind="stable")[:12]
        found.append((rows, np.flatnonzero(np.isin(home, around))))
    return [(rows[at : at + 1000], among) for rows, among in found for at in range(0, len(rows), 1000)]


def _sampled(n: int, most: int) -> NDArray[np.int64]:
    if n <= most:
        return np.arange(n)
    return np.sort(np.random.default_rng(0).permutation(n)[:most])


def _centred(rows: Points) -> Points:
    """Unit rows around the corpus's own middle; a row of zeros (nothing known of the text) stays."""
    known = np.abs(rows).sum(axis=1, keepdims=True) > 0
    middle = rows.sum(axis=0) / max(1, int(known.sum()))
    return unit(np.where(known, rows - middle, 0)) if known.sum() > 1 else unit(rows)


def _main_axes(rows: Points, most: int) -> Points:
    sample = rows[_sampled(len(rows), _SAMPLE)]
    _, axes = np.linalg.eigh(sample.T @ sample)
    return np.asarray(axes[:, ::-1][:, :most], dtype=np.float32)
