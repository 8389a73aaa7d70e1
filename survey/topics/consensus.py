"""One grouping agreed on by many: what parts of the corpus say, put together, moves less as papers are added.

Each draw takes most of the papers, cuts their hierarchy into groups, and every paper joins the nearest. How often two
papers came to stand together is what the last hierarchy is made of (evidence accumulation; Fred and Jain, 2005), and
what decides which of its branches each paper belongs to in the end.
Whether a draw takes a paper hangs on nothing but the paper and the draw: a corpus that grows keeps its draws.
"""

import numpy as np
from numpy.typing import NDArray

from survey.topics.clusters import Labels, centres_of, compact, nearest
from survey.topics.space import Chances, Points

_DRAWS, _MOST_DRAWS, _FEWEST = 30, 60, 8
_PAPERS_A_DRAW = 20  # from 600 papers on there is another draw for so many more
_WORK = 2.4e8  # pairs of papers in all draws together; a large corpus gets fewer draws
_ROUNDS = 20
_TAKEN = 0.8  # of the papers in each draw
_ODD = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


def agreed(points: Points, k: int, chance: Chances, seed: int) -> Labels:
    """About ``k`` groups; at most about 4,000 points, for time and memory go with their square."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    if k <= 1 or len(points) <= 2:
        return np.zeros(len(points), dtype=np.int64)
    apart = _distances(points)
    together = np.zeros((len(points), len(points)), dtype=np.uint8)
    draws = _draws_for(len(points))
    for draw in range(draws):
        taken = np.flatnonzero(_taken(chance, draw + seed * _MOST_DRAWS))
        if len(taken) <= k:
            taken = np.arange(len(points))
        tree = linkage(squareform(apart[np.ix_(taken, taken)], checks=False), "ward")
        centres = centres_of(points[taken], compact(fcluster(tree, k, "maxclust")))
        labels = nearest(points, centres).astype(np.int32)
        together += labels[:, None] == labels[None, :]
    disagreement = squareform(1 - together / draws, checks=False)
    return _settled(together, compact(fcluster(linkage(disagreement, "ward"), k, "maxclust")))


def _draws_for(papers: int) -> int:
    """How many draws a corpus gets."""
    wanted = min(max(_DRAWS, papers // _PAPERS_A_DRAW), _MOST_DRAWS)
    return max(_FEWEST, min(wanted, int(_WORK / papers**2)))


def _settled(together: NDArray[np.uint8], labels: Labels) -> Labels:
    """Each paper in the group whose papers it stood with most often; stops before a group would become empty.

    Sums of whole numbers this small are exact in single precision, whatever their order.
    """
    counts, everyone = together.astype(np.float32), np.arange(len(labels))
    alone = counts.diagonal()
    for _ in range(_ROUNDS):
        member = np.zeros((len(labels), int(labels.max()) + 1), dtype=np.float32)
        member[everyone, labels] = 1
        sizes = member.sum(axis=0)
        often = counts @ member / sizes
        others = sizes[labels] - 1  # a paper is no company to itself, but where it stands alone it stays
        own = (often[everyone, labels] * sizes[labels] - alone) / np.maximum(others, 1)
        often[everyone, labels] = np.where(others > 0, own, np.inf)
        moved = often.argmax(axis=1)
        if np.array_equal(moved, labels) or len(np.unique(moved)) < len(sizes):
            break
        labels = moved
    return labels


def _distances(points: Points) -> NDArray[np.float64]:
    """Between each two rows; exact but for the root, since points are whole numbers."""
    products = (points @ points.T).astype(np.float64)
    squares = products.diagonal()
    return np.asarray(np.sqrt(np.maximum(squares[:, None] + squares[None, :] - 2 * products, 0)))


def _taken(chance: Chances, draw: int) -> NDArray[np.bool_]:
    """Which papers are in a draw: a mixing of bits (Steele et al., 2014: SplitMix), fair for any run of draws."""
    mixed = chance ^ np.uint64(draw * int(_ODD[0]) & (2**64 - 1))
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _ODD[1]
    mixed = (mixed ^ (mixed >> np.uint64(27))) * _ODD[2]
    mixed ^= mixed >> np.uint64(31)
    return np.asarray((mixed >> np.uint64(11)).astype(np.float64) / 2**53 < _TAKEN)
