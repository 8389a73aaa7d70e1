"""Text to terms: the words and pairs of words that vectors are made of."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Floats = NDArray[np.float32]

_WORD = re.compile(r"[a-z][a-z0-9]*(?:[0-9]|[a-z])|[0-9]+[a-z]+[a-z0-9]*")
_STOP = frozenset(
    "a about above across after again against all almost along already also although always am among an and another "
    "any are as at be because been before being below between both but by can cannot could did do does doing done "
    "due during each either else et al etc ever every few for from further had has have having he hence her here "
    "him his how however i if in into is it its itself just let like made make made many may me might mine more "
    "most much must my near need neither no nor not now of off often on once one only onto or other our ours out "
    "over own per rather s same she should since so some such t than that the their them then there these they this "
    "those though through thus to too toward towards two under until up upon us very via was we well were what when "
    "where whether which while who whom whose why will with within without would yet you your".split()
)


@lru_cache(maxsize=1024)  # a small corpus is counted once for the embedder and for its own semantics
def terms(text: str) -> Mapping[str, int]:
    """How often each word stands in ``text``, and each pair of neighbours with no stop word between; plurals folded.

    >>> sorted(terms("Masking image patches"))
    ['image', 'image patche', 'masking', 'masking image', 'patche']
    """
    out: Counter[str] = Counter()
    previous = ""
    for word in _WORD.findall(text.lower()):
        if word in _STOP:
            previous = ""
            continue
        word = _singular(word)
        out[word] += 1
        if previous:
            out[f"{previous} {word}"] += 1
        previous = word
    return out


@lru_cache(maxsize=200_000)
def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "os")):
        return word[:-1]
    return word


def unit(rows: NDArray[np.floating]) -> Floats:
    """The rows with length 1; rows of zeros stay as they are."""
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(length, 1e-12), dtype=np.float32)


def weighted(counts: Sequence[Mapping[str, int]], column: Mapping[str, int], idf: Floats) -> "csr_matrix":
    """TF-IDF rows of length 1 as a sparse matrix: (1 + log count) times ``idf``, for the terms in ``column``."""
    from scipy.sparse import csr_matrix

    columns, values, starts = list[int](), list[int](), [0]
    for count in counts:
        known = sorted((column[term], n) for term, n in count.items() if term in column)
        columns.extend(c for c, _ in known)
        values.extend(n for _, n in known)
        starts.append(len(columns))
    places = np.array(columns, dtype=np.int32)
    weights = (1 + np.log(np.array(values, dtype=np.float64))) * idf[places]
    rows = np.repeat(np.arange(len(counts)), np.diff(starts))
    lengths = np.sqrt(np.bincount(rows, weights=weights**2, minlength=len(counts)))
    data = (weights / np.maximum(lengths[rows], 1e-12)).astype(np.float32)
    return csr_matrix((data, places, np.array(starts)), shape=(len(counts), len(column)))
