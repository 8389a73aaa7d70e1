"""Connected components of a graph given as pairs of nodes."""

import numpy as np

from survey.dedupe.fingerprints import Ints


def component_labels(low: Ints, high: Ints, count: int) -> Ints:
    """For each of ``count`` nodes the number of its component, from 0 by their least nodes: shape (count,).

    Each root takes the least root that it is joined to, then paths are shortened, until no pair lies apart (the hooking
    and jumping of Shiloach and Vishkin, 1982, doi:10.1016/0196-6774(82)90008-6). SciPy has the same; importing its
    sparse graphs takes longer than a build from the cache takes for all else that comes before the topics.
    """
    labels: Ints = np.arange(count, dtype=np.int64)
    while len(low):
        ours, theirs = labels[low], labels[high]
        apart = ours != theirs
        low, high, ours, theirs = low[apart], high[apart], ours[apart], theirs[apart]
        np.minimum.at(labels, np.maximum(ours, theirs), np.minimum(ours, theirs))
        while not np.array_equal(jumped := labels[labels], labels):
            labels = jumped
    numbers: Ints = np.unique(labels, return_inverse=True)[1]
    return numbers
