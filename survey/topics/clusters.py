"""Points to groups: a hierarchy (or, of many papers, exemplars), then each paper to the nearest centre.

Labels are 0..k-1 without gaps; -1 never stands in them. All points come from :mod:`survey.topics.space`.
"""

import heapq

import numpy as np
from numpy.typing import NDArray

from survey.topics.space import LENGTH, Points, whole

Labels = NDArray[np.int64]

MOST_IN_TREE = 4000
"""Papers; memory and time go with their square."""
_MOST_CANDIDATES = 4000
_BLOCK = 4000
_ROUNDS = 40


def grouped(points: Points, k: int, seed: int) -> Labels:
    """``k`` groups, or fewer when there are fewer different points."""
    if k <= 1 or len(points) <= 1:
        return np.zeros(len(points), dtype=np.int64)
    if len(points) <= MOST_IN_TREE:
        return settled(points, cut_tree(points, k))
    return settled(points, nearest(points, points[exemplars(points, min(k, len(points)), seed)]))


def cut_tree(points: Points, k: int) -> Labels:
    """Ward's hierarchy (1963) cut into ``k`` branches: of what was tried, this moves least as papers are added."""
    from scipy.cluster.hierarchy import fcluster, linkage

    return compact(fcluster(linkage(points, "ward"), k, "maxclust"))


def exemplars(points: Points, k: int, seed: int) -> list[int]:
    """Rows that cover all others best: greedy facility location over squared cosines.

    Each step takes the row that adds the most likeness to whatever lies nearest to it so far; sums over many papers
    hardly move when a few more papers come. The greedy choice is within 1 - 1/e of the
    best (Nemhauser, Wolsey and Fisher, 1978); bounds are re-evaluated lazily (Minoux, 1978). Of a large corpus a sample
    stands for the whole.
    """
    sample = np.arange(len(points))
    if len(points) > _MOST_CANDIDATES:
        sample = np.sort(np.random.default_rng(seed).permutation(len(points))[:_MOST_CANDIDATES])
    chosen_from = points[sample]
    likeness = (np.maximum(chosen_from @ chosen_from.T, 0) / np.float32(LENGTH**2)) ** 2
    covered = np.zeros(len(sample), dtype=np.float32)
    heap = [(-float(row.sum(dtype=np.float64)), place) for place, row in enumerate(likeness)]
    heapq.heapify(heap)
    chosen: list[int] = []
    while heap and len(chosen) < k:
        place = heap[0][1]
        gain = float(np.maximum(likeness[place] - covered, 0).sum(dtype=np.float64))
        heapq.heapreplace(heap, (-gain, place))
        if heap[0][1] == place:
            heapq.heappop(heap)
            chosen.append(int(sample[place]))
            covered = np.maximum(covered, likeness[place])
    return chosen


def settled(points: Points, labels: Labels) -> Labels:
    """Spherical k-means from ``labels`` (Dhillon and Modha, 2001); stops before a group would become empty."""
    labels = compact(labels)
    for _ in range(_ROUNDS):
        moved = nearest(points, centres_of(points, labels))
        if np.array_equal(moved, labels) or len(np.unique(moved)) < labels.max() + 1:
            break
        labels = moved
    return labels


def homed(
    points: Points, labels: Labels, margin: float, least: int, most: int, firm: NDArray[np.bool_] | None = None
) -> Labels:
    """Papers that by their own words are clearly nearer to another group move there, the clearest case first.

    Smoothing can draw a paper along with its neighbours; here points as they stood decide, and a paper's own group is
    judged without it. Those that are ``firm`` stay. No group falls below ``least`` or grows beyond ``most``.
    """
    labels = compact(labels)
    sizes = np.bincount(labels)
    if len(sizes) < 2:
        return labels
    everyone = np.arange(len(points))
    away = likeness_to_groups(points, labels)
    own = away[everyone, labels].copy()
    away[everyone, labels] = -np.inf
    target = away.argmax(axis=1)
    gain = away[everyone, target] - own
    if firm is not None:
        gain[firm] = -np.inf
    for paper in np.argsort(-gain, kind="stable"):
        if gain[paper] <= margin:
            break
        old, new = labels[paper], target[paper]
        if sizes[old] > least and sizes[new] < most:
            labels[paper] = new
            sizes[old] -= 1
            sizes[new] += 1
    return labels


def likeness_to_groups(points: Points, labels: Labels) -> Points:
    """The cosine of each point with the middle of each label 0..max; of its own group's without itself."""
    sums = np.zeros((int(labels.max()) + 1, points.shape[1]), dtype=np.float64)
    np.add.at(sums, labels, points)
    centres = whole(sums.astype(np.float32))
    found = np.concatenate([points[at : at + _BLOCK] @ centres.T for at in range(0, len(points), _BLOCK)])
    found /= np.float32(LENGTH**2)
    found[np.arange(len(points)), labels] = cosines(points, whole((sums[labels] - points).astype(np.float32)))
    return np.asarray(found)


def centres_of(points: Points, labels: Labels) -> Points:
    """The middle of each label 0..max, itself a point."""
    sums = np.zeros((int(labels.max()) + 1, points.shape[1]), dtype=np.float64)
    order = np.argsort(labels, kind="stable")
    starts = np.flatnonzero(np.diff(labels[order], prepend=-1))
    sums[labels[order][starts]] = np.add.reduceat(points[order].astype(np.float64), starts, axis=0)
    return whole(sums.astype(np.float32))


def nearest(points: Points, centres: Points) -> Labels:
    """The number of the nearest centre for each point; of two equally near the first."""
    blocks = [(points[at : at + _BLOCK] @ centres.T).argmax(axis=1) for at in range(0, len(points), _BLOCK)]
    return np.concatenate(blocks).astype(np.int64)


def cosines(points: Points, centres: Points) -> Points:
    """The cosine of each point with the centre in the same row."""
    return np.asarray((points * centres).sum(axis=1, dtype=np.float64) / LENGTH**2, dtype=np.float32)


def dissolved(points: Points, labels: Labels, least: int) -> Labels:
    """Groups smaller than ``least`` are given up, the smallest first; their papers go where they fit best."""
    labels = compact(labels)
    while labels.max() > 0:
        sizes = np.bincount(labels)
        smallest = int(sizes.argmin())
        if sizes[smallest] >= least:
            break
        centres = centres_of(points, labels)
        members = np.flatnonzero(labels == smallest)
        likeness = points[members] @ centres.T
        likeness[:, smallest] = -np.inf
        labels[members] = likeness.argmax(axis=1)
        labels = compact(labels)
    return labels


def divided(points: Points, labels: Labels, most: int, seed: int) -> Labels:
    """Groups larger than ``most`` are cut into parts; one that won't come apart is cut by nearness to its middle."""
    labels = compact(labels)
    waiting = [n for n, size in enumerate(np.bincount(labels)) if size > most]
    while waiting:
        members = np.flatnonzero(labels == waiting.pop())
        parts = grouped(points[members], -(-len(members) // most), seed)
        if parts.max() == 0 or (np.bincount(parts).min() * 8 < most and len(members) <= 2 * most):
            parts = _halves(points[members])
        new = np.where(parts == 0, labels[members], labels.max() + parts)
        labels[members] = new
        waiting.extend(int(n) for n in np.unique(new) if (new == n).sum() > most)
    return compact(labels)


def compact(labels: Labels) -> Labels:
    """The same groups, numbered without gaps in the order of their numbers."""
    return np.unique(labels, return_inverse=True)[1].astype(np.int64)


def _halves(points: Points) -> Labels:
    """Two groups of about equal size: along the line between the two rows farthest apart from the middle outwards."""
    middle = centres_of(points, np.zeros(len(points), dtype=np.int64))[0]
    one = points[int((points @ middle).argmin())]
    other = points[int((points @ one).argmin())]
    side = np.argsort(points @ one - points @ other, kind="stable")
    labels = np.zeros(len(points), dtype=np.int64)
    labels[side[: len(points) // 2]] = 1
    return labels
