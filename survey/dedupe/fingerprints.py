"""Hashes of texts by the thousand, in numpy: what makes a million records comparable in about a minute.

The words of a thousand texts are hashed at once, eight bytes at a time. From their hashes
come digests (equal texts), bags (equal sets of words) and MinHash signatures (A. Broder, "On the resemblance and
containment of documents", 1997), which agree in a share of their slots near the share of four-word shingles that two
texts have in common. Python's own hash is not used, as it changes from run to run.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

UInt64s = npt.NDArray[np.uint64]
UInt32s = npt.NDArray[np.uint32]
Ints = npt.NDArray[np.int64]

SLOTS = 16
NO_SIGNATURE = np.uint32(0xFFFFFFFF)
_SHINGLE = 4
_OPENING = 12  # words that hardly two abstracts begin with
BLOCK = 512  # texts to hash at once: small enough for the processor's cache
_SPACE = 32
_LONGEST = 4096  # bytes of a word that are looked at


def _odd(rng: np.random.Generator, size: int) -> UInt64s:
    return rng.integers(0, 2**63, size, dtype=np.uint64) * np.uint64(2) + np.uint64(1)


_RNG = np.random.default_rng(4)  # any constant will do; the hashes are never stored
_ROUND, _MIX, _FIRST, _SECOND = (np.uint64(v) for v in _odd(_RNG, 4))
_SHINGLE_FACTORS = _odd(_RNG, _SHINGLE)
_SLOT_FACTORS = _odd(_RNG, SLOTS)
_FIRST_BYTES = np.array([(1 << 8 * n) - 1 for n in range(9)], np.uint64)


@dataclass(frozen=True, slots=True)
class Words:
    """The hashes of all words of some texts: those of text n are ``hashes[starts[n]:starts[n + 1]]``."""

    hashes: UInt64s
    starts: Ints

    @property
    def counts(self) -> Ints:
        """The number of words of each text."""
        return np.diff(self.starts)


def hashed_words(texts: Sequence[str]) -> Words:
    """The words' hashes of texts whose words are parted by spaces."""
    blob = " ".join([*texts, ""]).encode()
    lengths = np.fromiter((len(text) if text.isascii() else len(text.encode()) for text in texts), np.int64, len(texts))
    ends = np.flatnonzero(np.frombuffer(blob, np.uint8) == _SPACE)
    begins = np.concatenate(([0], ends[:-1] + 1))
    begins, ends = begins[ends > begins], ends[ends > begins]
    starts = np.searchsorted(begins, np.concatenate(([0], np.cumsum(lengths + 1))))
    return Words(_hashed(blob, begins, ends - begins), starts)


def _hashed(blob: bytes, begins: Ints, sizes: Ints) -> UInt64s:
    eights: UInt64s = np.ndarray((len(blob),), np.dtype("<u8"), blob + bytes(8), strides=(1,))  # from each byte on
    hashes = sizes.astype(np.uint64)
    for read in range(0, min(int(sizes.max(initial=0)), _LONGEST), 8):
        going = np.flatnonzero(sizes > read) if read else slice(None)
        chunk = eights[begins[going] + read] & _FIRST_BYTES[np.minimum(sizes[going] - read, 8)]
        hashes[going] = _mixed((hashes[going] ^ chunk) * _ROUND)
    return hashes


def digests(words: Words) -> UInt64s:
    """128 bits for each text's sequence of words, as rows of two."""
    place = (np.arange(len(words.hashes)) - np.repeat(words.starts[:-1], words.counts)).astype(np.uint64)
    placed = words.hashes * (place * _FIRST | np.uint64(1))
    return np.stack((_sums(words, placed), _sums(words, _mixed(placed + _SECOND))), axis=1)


def combined(left: UInt64s, right: UInt64s) -> UInt64s:
    """Digests of pairs, from the digests of their parts."""
    return _mixed(_mixed(left) * _FIRST + right)


def bags(words: Words) -> UInt64s:
    """64 bits for each text's words whatever their order."""
    return _sums(words, words.hashes)


def bags_but_one(words: Words) -> UInt64s:
    """For each word of each text, the bag of the text's other words."""
    return np.repeat(bags(words), words.counts) - words.hashes


def signatures(words: Words) -> UInt32s:
    """A MinHash signature for each text, a row of SLOTS; NO_SIGNATURE in all of it for texts under four words."""
    found = np.full((len(words.starts) - 1, SLOTS), NO_SIGNATURE)
    long_enough = words.counts >= _SHINGLE
    if not long_enough.any():
        return found
    padded = np.concatenate((words.hashes, np.zeros(_SHINGLE - 1, np.uint64)))
    shingles = sum(padded[n : n + len(words.hashes)] * factor for n, factor in enumerate(_SHINGLE_FACTORS))
    shingles = _mixed(np.asarray(shingles, np.uint64))
    whole = np.ones(len(shingles), bool)  # a shingle must not run on into the next text
    for back in range(1, _SHINGLE):
        last = words.starts[1:] - back
        whole[last[last >= words.starts[:-1]]] = False
    starts = np.concatenate(([0], np.cumsum(whole)))[words.starts[:-1][long_enough]]
    shingles = shingles[whole]
    for slot, factor in enumerate(_SLOT_FACTORS):
        values = ((shingles * factor) >> np.uint64(32)).astype(np.uint32)
        found[long_enough, slot] = np.minimum.reduceat(values, starts)
    return found


def openings(words: Words) -> UInt32s:
    """A hash of each text's first words; NO_SIGNATURE for a text that has fewer."""
    found = np.full(len(words.starts) - 1, NO_SIGNATURE)
    long_enough = words.counts >= _OPENING
    first = words.starts[:-1][long_enough][:, None] + np.arange(_OPENING)
    factors = np.arange(1, 2 * _OPENING, 2, dtype=np.uint64) * _FIRST
    found[long_enough] = (_mixed((words.hashes[first] * factors).sum(axis=1)) >> np.uint64(33)).astype(np.uint32)
    return found


def _sums(words: Words, values: UInt64s) -> UInt64s:
    running = np.concatenate((np.zeros(1, np.uint64), np.cumsum(values, dtype=np.uint64)))
    return running[words.starts[1:]] - running[words.starts[:-1]]


def _mixed(values: UInt64s) -> UInt64s:
    """Every bit made to depend on every other, as a product alone leaves the low bits poor."""
    values = values ^ (values >> np.uint64(31))
    values = values * _MIX
    return values ^ (values >> np.uint64(29))
