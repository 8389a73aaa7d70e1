"""One grouping agreed on by many: what parts of the corpus say, put together, moves less as papers are added.

Each draw takes most of the papers, cuts their hierarchy into groups, and every paper joins the nearest. How often two
papers came to stand together is what the last hierarchy is made of (evidence accumulation; Fred and Jain, 2005), and
what decides which of its branches each paper belongs to in the end. Draws for themes take fewer papers and draw them to
their neighbours anew, for in a few large groups it is the neighbourhoods that tip; their last hierarchy is of topics.
Whether a draw takes a paper hangs on nothing but the paper and the draw: a corpus that grows keeps its draws.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from survey.topics.clusters import Labels, centres_of, compact, nearest
from survey.topics.space import LENGTH, Chances, Points, smoothed_by

_DRAWS, _MOST_DRAWS, _FEWEST = 30, 60, 8  # for topics; themes always get the most that there is time for
_PAPERS_A_DRAW = 20  # from 600 papers on there is another draw for so many more
_WORK = 2.4e8  # pairs of papers in all draws together; a large corpus gets fewer draws
_ROUNDS = 20
_TAKEN, _TAKEN_BROAD = 0.8, 0.6  # of the papers in each draw, for topics and for themes
_ODD = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


@dataclass(frozen=True, slots=True)
class Together:
    """In how many of ``draws`` each two papers stood in one group, (n, n)."""

    counts: NDArray[np.uint8]
    draws: int


def together(points: Points, k: int, chance: Chances, seed: int) -> Together:
    """Draws of ``k`` groups; at most about 4,000 points, for time and memory go with their square."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    if k <= 1 or len(points) <= 2:
        return _one_group(len(points))
    apart = _distances(points)
    counts = np.zeros((len(points), len(points)), dtype=np.uint8)
    draws = _draws_for(len(points))
    for draw in range(draws):
        taken = _taken(chance, draw + seed * _MOST_DRAWS, _TAKEN, k)
        tree = linkage(squareform(apart[np.ix_(taken, taken)], checks=False), "ward")
        _count(counts, nearest(points, centres_of(points[taken], compact(fcluster(tree, k, "maxclust")))))
    return Together(counts, draws)


def together_broadly(points: Points, near: int, k: int, chance: Chances, seed: int) -> Together:
    """Draws of ``k`` groups of points as they stood: each smooths them by about ``near`` neighbours of its own."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from threadpoolctl import threadpool_limits

    if k <= 1 or len(points) <= 2:
        return _one_group(len(points))
    counts = np.zeros((len(points), len(points)), dtype=np.uint8)
    draws = _affordable(_MOST_DRAWS, len(points))
    with threadpool_limits(1):
        likeness = points @ points.T / np.float32(LENGTH**2)
        for draw in range(draws):
            taken = _taken(chance, draw + seed * _MOST_DRAWS, _TAKEN_BROAD, k)
            drawn = smoothed_by(points, likeness, taken, round(near * _TAKEN_BROAD))
            tree = linkage(drawn[taken], "ward")
            _count(counts, nearest(drawn, centres_of(drawn[taken], compact(fcluster(tree, k, "maxclust")))))
    return Together(counts, draws)


def agreed(found: Together, k: int) -> Labels:
    """About ``k`` groups of papers."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    if k <= 1 or len(found.counts) <= 2:
        return np.zeros(len(found.counts), dtype=np.int64)
    disagreement = squareform(1 - found.counts / found.draws, checks=False)
    return _settled(found.counts, compact(fcluster(linkage(disagreement, "ward"), k, "maxclust")))


def agreed_of_groups(found: Together, labels: Labels, k: int) -> Labels:
    """About ``k`` groups of the groups in ``labels``, by how often their papers stood together on average."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    sizes = np.bincount(labels).astype(np.float64)
    if k <= 1 or len(sizes) <= 2:
        return np.zeros(len(sizes), dtype=np.int64)
    member = np.eye(len(sizes), dtype=np.float32)[labels]
    often = (member.T @ (found.counts.astype(np.float32) @ member)).astype(np.float64)
    apart = squareform(1 - often / found.draws / np.outer(sizes, sizes), checks=False)
    return _groups_settled(often, sizes, compact(fcluster(linkage(apart, "average"), k, "maxclust")))


def agreement(found: Together, labels: Labels) -> NDArray[np.float64]:
    """In what share of draws each paper stood with the papers of each group, on average; itself left out."""
    return _often(found.counts.astype(np.float32), labels) / found.draws


def _draws_for(papers: int) -> int:
    """How many draws of topics a corpus gets."""
    return _affordable(min(max(_DRAWS, papers // _PAPERS_A_DRAW), _MOST_DRAWS), papers)


def _affordable(wanted: int, papers: int) -> int:
    """As many draws as wanted, unless the corpus is so large that they'd take too long."""
    return max(_FEWEST, min(wanted, int(_WORK / papers**2)))


def _one_group(papers: int) -> Together:
    return Together(np.ones((papers, papers), dtype=np.uint8), 1)


def _count(counts: NDArray[np.uint8], labels: Labels) -> None:
    """One more for each two papers of one group."""
    small = labels.astype(np.int16)
    counts += small[:, None] == small[None, :]


def _settled(counts: NDArray[np.uint8], labels: Labels) -> Labels:
    """Each paper in the group whose papers it stood with most often; stops before a group would become empty."""
    single = counts.astype(np.float32)
    for _ in range(_ROUNDS):
        moved = _often(single, labels).argmax(axis=1)
        if np.array_equal(moved, labels) or len(np.unique(moved)) <= labels.max():
            break
        labels = moved
    return labels


def _often(counts: NDArray[np.float32], labels: Labels) -> NDArray[np.float32]:
    """How often each paper stood with those of each group on average; no end of it with a group that is it alone.

    Sums of whole numbers this small are exact in single precision, whatever their order.
    """
    everyone = np.arange(len(labels))
    member = np.zeros((len(labels), int(labels.max()) + 1), dtype=np.float32)
    member[everyone, labels] = 1
    sizes = member.sum(axis=0)
    often = counts @ member / sizes
    others = sizes[labels] - 1  # a paper is no company to itself, but where it stands alone it stays
    own = (often[everyone, labels] * sizes[labels] - counts.diagonal()) / np.maximum(others, 1)
    often[everyone, labels] = np.where(others > 0, own, np.inf)
    return np.asarray(often, dtype=np.float32)


def _groups_settled(often: NDArray[np.float64], sizes: NDArray[np.float64], upper: Labels) -> Labels:
    """As papers do, each group in the upper group that it stood with most often; ``often`` sums over their papers."""
    everyone = np.arange(len(upper))
    for _ in range(_ROUNDS):
        member = np.eye(int(upper.max()) + 1)[upper]
        sums, papers = often @ member, np.repeat((sizes @ member)[None], len(upper), axis=0)
        sums[everyone, upper] -= often.diagonal()
        papers[everyone, upper] -= sizes
        moved = np.where(papers > 0, sums / np.maximum(papers, 1), np.inf).argmax(axis=1)
        if np.array_equal(moved, upper) or len(np.unique(moved)) < member.shape[1]:
            break
        upper = moved
    return upper


def _distances(points: Points) -> NDArray[np.float64]:
    """Between each two rows; exact but for the root, since points are whole numbers."""
    products = (points @ points.T).astype(np.float64)
    squares = products.diagonal()
    return np.asarray(np.sqrt(np.maximum(squares[:, None] + squares[None, :] - 2 * products, 0)))


def _taken(chance: Chances, draw: int, share: float, k: int) -> Labels:
    """The papers in a draw; all where that were too few for ``k`` groups."""
    taken = np.flatnonzero(_fraction(chance, draw) < share)
    return taken if len(taken) > k else np.arange(len(chance))


def _fraction(chance: Chances, draw: int) -> NDArray[np.float64]:
    """A number from 0 to 1 for each paper in a draw: a mixing of bits (Steele et al., 2014: SplitMix)."""
    mixed = chance ^ np.uint64(draw * int(_ODD[0]) & (2**64 - 1))
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _ODD[1]
    mixed = (mixed ^ (mixed >> np.uint64(27))) * _ODD[2]
    mixed ^= mixed >> np.uint64(31)
    return np.asarray((mixed >> np.uint64(11)).astype(np.float64) / 2**53)
