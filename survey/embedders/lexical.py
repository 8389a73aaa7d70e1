"""TF-IDF and a singular value decomposition of the texts at hand."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[a-z][a-z0-9]+")
_STOP = frozenset(
    "a about above across after all also although among an and any are as at based be because been being between both but by "
    "can could did do does during each first for from further had has have here how however if in into is it its may more most "
    "not of on one only or other our over paper propose proposed results show such than that the their them then there these "
    "they this those through to two under used using via was we well were when where which while who will with within work "
    "would".split()
)


class LexicalEmbedder:
    """Latent semantic analysis of the corpus itself (Deerwester et al., 1990)."""

    name = "lexical"

    def __init__(self, dimensions: int = 100) -> None:
        self._dimensions = dimensions

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See :class:`survey.embedders.base.Embedder`."""
        from scipy.sparse import csr_matrix
        from scipy.sparse.linalg import svds

        counts = [Counter(w for w in _WORD.findall(text.lower()) if w not in _STOP) for text in texts]
        frequency = Counter(word for count in counts for word in count)
        words = sorted(w for w, n in frequency.items() if n > 1) or sorted(frequency)
        if len(words) == 0 or len(texts) == 0:
            return np.zeros((len(texts), 1), dtype=np.float32)
        column = {w: i for i, w in enumerate(words)}
        idf = np.log((1 + len(texts)) / (1 + np.array([frequency[w] for w in words]))) + 1
        rows, columns, values = [], [], []
        for row, count in enumerate(counts):
            for word, n in sorted(count.items()):
                if word in column:
                    rows.append(row)
                    columns.append(column[word])
                    values.append((1 + np.log(n)) * idf[column[word]])
        matrix = csr_matrix((values, (rows, columns)), shape=(len(texts), len(words)))
        size = min(self._dimensions, min(matrix.shape) - 1)
        if size < 2:
            return unit(matrix.toarray())
        left, scale, _ = svds(unit_rows(matrix), k=size, v0=np.ones(min(matrix.shape)))
        return unit(left * scale)


def unit_rows(matrix):  # type: ignore[no-untyped-def]  # replaced by the built-in table in the next step
    """The sparse matrix with rows of length 1."""
    from scipy.sparse import diags

    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return diags(1 / np.maximum(length, 1e-12)) @ matrix


def unit(rows: NDArray[np.floating]) -> NDArray[np.float32]:
    """The rows with length 1; rows of zeros stay."""
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / np.maximum(length, 1e-12)).astype(np.float32)
