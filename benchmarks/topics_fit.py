"""Fits survey/data/words.npz, the term vectors of the built-in embedder, from a background corpus and a teacher.

    python benchmarks/topics_fit.py CORPUS.jsonl.gz TEACHER.npz survey/data/words.npz

CORPUS holds one JSON object a line with title and abstract; only these two are read. TEACHER is made by
benchmarks/topics_teacher.py. Takes about three minutes and 4 GB on one core. Prints how near the fitted vectors come to
the teacher's on abstracts that were held out of a first fit.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

from survey.embedders.terms import terms, unit, weighted

Matrix = NDArray[np.float32]

WORD_PAPERS, PAIR_PAPERS = 5, 25  # a word or a pair of words stands in at least so many abstracts
LATENT = 400  # dimensions of the latent semantic analysis
TAUGHT, AGREED = 224, 96  # columns of the two blocks
RIDGE, PRIOR, SHORT = 0.4, 0.6, 0.4  # penalty; weight of the latent features; weight of a shortened text


@dataclass(frozen=True, slots=True)
class Corpus:
    """The background's terms: their column, their idf, and the TF-IDF rows of all abstracts."""

    texts: Sequence[tuple[str, str]]
    column: dict[str, int]
    idf: Matrix
    rows: csr_matrix

    def weigh(self, texts: Sequence[str]) -> csr_matrix:
        """TF-IDF rows of other texts."""
        return weighted([terms(t) for t in texts], self.column, self.idf)


def read_corpus(path: Path) -> Corpus:
    """Titles and abstracts, with the vocabulary that they give."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [(row["title"], row["abstract"]) for row in map(json.loads, lines)]
    counts = [terms(f"{title}. {abstract}") for title, abstract in texts]
    frequency = Counter(term for count in counts for term in count)
    kept = sorted(t for t, n in frequency.items() if n >= (PAIR_PAPERS if " " in t else WORD_PAPERS))
    idf = np.log(len(texts) / np.array([frequency[t] for t in kept])).astype(np.float32)
    column = {term: n for n, term in enumerate(kept)}
    return Corpus(texts, column, idf, weighted(counts, column, idf))


def agreement(corpus: Corpus, latent: Matrix) -> tuple[Matrix, Matrix]:
    """Term vectors in the directions in which the odd and the even sentences of one abstract agree, and their mean.

    Linear canonical correlation of the two halves in the latent space; each direction is weighted by its correlation.
    """
    split = [re.split(r"(?<=[.?!])\s+", f"{title}. {abstract}") for title, abstract in corpus.texts]
    halves = [np.asarray(corpus.weigh([" ".join(s[at::2]) for s in split]) @ latent) for at in (0, 1)]
    one, other = np.vstack(halves), np.vstack(halves[::-1])
    mean = one.mean(axis=0)
    one, other = one - mean, other - mean
    within = one.T @ one / len(one)
    within += 1e-3 * np.trace(within) / len(within) * np.eye(len(within))
    between = one.T @ other / len(one)
    strength, directions = eigh((between + between.T) / 2, within)
    best = np.argsort(-strength)[:AGREED]
    turn = directions[:, best] * np.maximum(strength[best], 0)
    return latent @ turn, mean @ turn


def regression(rows: csr_matrix, latent: Matrix, targets: Matrix, weights: Matrix, rounds: int = 40) -> Matrix:
    """Term vectors V with rows @ V near ``targets``: ridge regression on TF-IDF joined with its latent features.

    The latent features let a rare word borrow from its neighbours. Solved by conjugate gradients, all columns at once.
    """
    turn = rows.T.tocsr()
    hidden = np.asarray(rows @ latent)
    scale = PRIOR**0.5 / np.linalg.norm(hidden, axis=1).mean()
    hidden *= scale

    def back(residual: Matrix) -> Matrix:
        residual = weights[:, None] * residual
        return np.vstack([turn @ residual, hidden.T @ residual])

    terms_n = rows.shape[1]
    found = np.zeros((terms_n + latent.shape[1], targets.shape[1]), dtype=np.float32)
    rest = back(targets)
    step, size = rest.copy(), (rest**2).sum(axis=0)
    for _ in range(rounds):
        pushed = back(rows @ step[:terms_n] + hidden @ step[terms_n:]) + RIDGE * step
        length = size / np.maximum((step * pushed).sum(axis=0), 1e-30)
        found += length * step
        rest -= length * pushed
        new = (rest**2).sum(axis=0)
        step = rest + new / np.maximum(size, 1e-30) * step
        size = new
    return np.asarray(found[:terms_n] + scale * (latent @ found[terms_n:]), dtype=np.float32)


def taught(corpus: Corpus, latent: Matrix, teacher: Path) -> Matrix:
    """Term vectors that imitate the teacher's, less their mean, cut to the main axes of what they give."""
    with np.load(teacher) as data:
        ids, short, vectors = data["ids"], data["short"], data["vectors"].astype(np.float32)
    means = np.stack([vectors[short == s].mean(axis=0) for s in (False, True)])
    targets = vectors - means[short.astype(int)]
    texts = [shortened(*corpus.texts[i], short=bool(s)) for i, s in zip(ids, short, strict=True)]
    rows = corpus.weigh(texts)
    weights = np.where(short, SHORT, 1).astype(np.float32)
    held = np.flatnonzero(~short)[:600]
    rest = np.setdiff1d(np.arange(len(ids)), held)
    trial = regression(rows[rest], latent, targets[rest], weights[rest])
    nearness = (unit(rows[held] @ trial) * unit(targets[held])).sum(axis=1).mean()
    print(f"{len(ids):,} texts of the teacher; mean cosine to it on {len(held)} held out: {nearness:.4f}")
    full = regression(rows, latent, targets, weights)
    image = np.asarray(rows[~short] @ full)
    _, _, axes = np.linalg.svd(image.T @ image)
    return np.asarray(full @ axes[:TAUGHT].T, dtype=np.float32)


def shortened(title: str, abstract: str, *, short: bool) -> str:
    """The text that the teacher saw."""
    return f"{title}. {abstract[:300] if short else abstract}"


def quantised(vectors: Matrix) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
    """Four bits a number, two numbers a byte (the even column in the low half), and each row's scale."""
    scale = np.maximum(np.abs(vectors).max(axis=1) / 7, 1e-7).astype(np.float16)
    steps = (np.clip(np.rint(vectors / scale[:, None]), -7, 7) + 8).astype(np.uint8)
    return steps[:, ::2] | steps[:, 1::2] << 4, scale


def main() -> None:
    """See the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    corpus = read_corpus(given.corpus)
    _, size, axes = svds(corpus.rows, k=LATENT, v0=np.ones(min(corpus.rows.shape)))
    latent = np.ascontiguousarray(axes[np.argsort(-size)].T)
    second, mean = agreement(corpus, latent)
    first = taught(corpus, latent / np.sqrt(np.sort(size)[::-1]), given.teacher)
    packed = [quantised(block) for block in (first, second)]
    np.savez_compressed(
        given.out,
        terms=np.frombuffer("\n".join(corpus.column).encode(), dtype=np.uint8),
        idf=corpus.idf.astype(np.float16),
        first=packed[0][0],
        first_scale=packed[0][1],
        second=packed[1][0],
        second_scale=packed[1][1],
        centre=mean.astype(np.float32),
    )
    print(f"{len(corpus.column):,} terms in {TAUGHT + AGREED} columns, {given.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
