"""The built-in embedder: one vector for each word and pair of words, added up and made of length 1.

The table was fitted offline on arXiv abstracts (CC0 metadata): one block of columns is a regression of whole-document
vectors of all-MiniLM-L6-v2 (Apache-2.0) on TF-IDF, the other holds the directions in which two halves of one abstract
agree (canonical correlation; Hotelling, 1936). survey/data/README.md tells how, and with which command.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from survey.embedders.terms import Floats, terms, unit, weighted

_BATCH = 4096
_REMEMBERED = 8192  # vectors: 1.3 kB each
_WEIGHTS = (1.0, 0.7)  # of the two blocks; chosen among a handful on three sets grouped by people


@dataclass(frozen=True, slots=True)
class Block:
    """One vector a term: four bits a number, two in a byte; a scale for each term; and what comes off a text's sum."""

    packed: NDArray[np.uint8]
    scale: Floats
    centre: Floats

    def vectors(self, places: Sequence[int]) -> Floats:
        """The vectors of the terms at ``places``."""
        packed = self.packed[places]
        steps = np.stack([packed & 15, packed >> 4], axis=2).reshape(len(packed), 2 * packed.shape[1])
        return (steps.astype(np.float32) - 8) * self.scale[places, None]


@dataclass(frozen=True, slots=True)
class Table:
    """The known terms with their place and idf, and the two blocks of vectors."""

    column: Mapping[str, int]
    idf: Floats
    blocks: tuple[Block, Block]


class WordEmbedder:
    """Static term vectors that ship with the package: no network, no key, about 4,000 abstracts a second on a core."""

    name = "words-1"

    def embed(self, texts: Sequence[str]) -> Floats:
        """See :class:`survey.embedders.base.Embedder`. The vector of a text never depends on the other texts."""
        if len(texts) > _REMEMBERED:
            return np.concatenate([_embedded(texts[at : at + _BATCH]) for at in range(0, len(texts), _BATCH)])
        return _remembered(texts) if texts else np.zeros((0, 1), dtype=np.float32)


_known: dict[str, Floats] = {}


def _remembered(texts: Sequence[str]) -> Floats:
    """The vectors of ``texts``, few enough to be kept: a build asks for a paper's twice, and for a phrase's often."""
    if len(_known) + len(texts) > _REMEMBERED:
        _known.clear()
    new = [text for text in dict.fromkeys(texts) if text not in _known]
    for at in range(0, len(new), _BATCH):
        batch = new[at : at + _BATCH]
        _known.update(zip(batch, _embedded(batch), strict=True))
    return np.array([_known[text] for text in texts])


def _embedded(texts: Sequence[str]) -> Floats:
    known = table()
    counts = [{t: n for t, n in terms(text).items() if t in known.column} for text in texts]
    places = sorted({known.column[term] for count in counts for term in count})
    if not places:
        return np.zeros((len(texts), sum(2 * block.packed.shape[1] for block in known.blocks)), dtype=np.float32)
    rows = weighted(counts, known.column, known.idf)[:, places]
    empty = np.diff(rows.indptr) == 0
    parts = []
    for weight, block in zip(_WEIGHTS, known.blocks, strict=True):
        sums = rows @ block.vectors(places) - block.centre
        sums[empty] = 0
        parts.append(weight * unit(sums))
    return unit(np.hstack(parts))


@cache
def table() -> Table:
    """The shipped table, read once."""
    with files("survey.data").joinpath("words.npz").open("rb") as file, np.load(file) as data:
        words = bytes(data["terms"]).decode().split("\n")
        none = np.zeros(1, dtype=np.float32)
        first = Block(data["first"], data["first_scale"].astype(np.float32), none)
        second = Block(data["second"], data["second_scale"].astype(np.float32), data["centre"])
        return Table({word: n for n, word in enumerate(words)}, data["idf"].astype(np.float32), (first, second))
