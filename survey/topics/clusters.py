"""Vectors to groups: k-means from a seeded start."""

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Labels = NDArray[np.int64]


def k_means(vectors: Vectors, k: int, seed: int, rounds: int = 50) -> Labels:
    """Spherical k-means with a k-means++ start (Arthur and Vassilvitskii, 2007), the best of eight tries."""
    tries = [_one_k_means(vectors, k, np.random.default_rng([seed, t]), rounds) for t in range(8)]
    return max(tries, key=lambda t: t[1])[0]


def centres_of(vectors: Vectors, labels: Labels) -> Vectors:
    """The unit mean vector of each label 0..max."""
    sums = np.zeros((int(labels.max()) + 1, vectors.shape[1]), dtype=np.float32)
    np.add.at(sums, labels, vectors)
    return sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)


def _one_k_means(vectors: Vectors, k: int, rng: np.random.Generator, rounds: int) -> tuple[Labels, float]:
    centres = _start(vectors, k, rng)
    labels = np.argmax(vectors @ centres.T, axis=1)
    for _ in range(rounds):
        labels = _compact(labels)
        centres = centres_of(vectors, labels)
        changed = np.argmax(vectors @ centres.T, axis=1)
        if np.array_equal(changed, labels):
            break
        labels = changed
    return _compact(labels), float((vectors @ centres.T).max(axis=1).sum())


def _start(vectors: Vectors, k: int, rng: np.random.Generator) -> Vectors:
    chosen = [int(rng.integers(len(vectors)))]
    distance = np.full(len(vectors), np.inf)
    while len(chosen) < k:
        distance = np.minimum(distance, np.maximum(1 - vectors @ vectors[chosen[-1]], 0))
        if distance.sum() <= 1e-9:
            break
        chosen.append(int(rng.choice(len(vectors), p=distance / distance.sum())))
    return vectors[chosen]


def _compact(labels: Labels) -> Labels:
    return np.unique(labels, return_inverse=True)[1].astype(np.int64)
