"""Which pairs of versions are worth comparing: a number that grows with the versions, not with their square."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from survey.dedupe.alike import Facts
from survey.dedupe.versions import Version

Pair = tuple[int, int]
_SHINGLE = 4
_SLOTS = 16
_CROWD = 24  # a bucket with more members is compared by neighbours only
_MULTIPLIERS = np.random.default_rng(20240229).integers(1, 2**62, _SLOTS, dtype=np.uint64) * np.uint64(2) + np.uint64(1)


def pairs_by_id(facts: Sequence[Facts]) -> list[Pair]:
    """Pairs that share a DOI or an arXiv id."""
    keyed = (
        (f"{kind}{value}", n)
        for n, f in enumerate(facts)
        for kind, v in (("d", f.dois), ("a", f.arxiv_ids))
        for value in v
    )
    return _pairs(keyed)


def pairs_by_title(versions: Sequence[Version]) -> list[Pair]:
    """Pairs of one title, whatever its spaces."""
    return _pairs((version.title.replace(" ", ""), n) for n, version in enumerate(versions))


def near_pairs(versions: Sequence[Version]) -> list[Pair]:
    """Pairs that may be near-duplicates: abstracts that share shingles (MinHash), or titles but for a word."""
    return sorted({*_pairs(_abstract_buckets(versions)), *_pairs(_title_buckets(versions))})


def _pairs(keyed: Iterable[tuple[object, int]]) -> list[Pair]:
    buckets: dict[object, list[int]] = {}
    for key, n in keyed:
        buckets.setdefault(key, []).append(n)
    return sorted({pair for bucket in buckets.values() for pair in _within(bucket)})


def _within(bucket: list[int]) -> Iterator[Pair]:
    if len(bucket) <= _CROWD:
        return combinations(bucket, 2)
    return ((a, b) for n, a in enumerate(bucket) for b in bucket[n + 1 : n + 4])


def _title_buckets(versions: Sequence[Version]) -> Iterator[tuple[object, int]]:
    for n, version in enumerate(versions):
        words = sorted(version.title.split())
        yield " ".join(words), n
        if len(words) >= 5:
            for left_out in range(len(words)):
                yield " ".join(words[:left_out] + words[left_out + 1 :]), n


def _abstract_buckets(versions: Sequence[Version]) -> Iterator[tuple[object, int]]:
    for n, version in enumerate(versions):
        words = version.abstract.split()
        if words:
            for slot, value in enumerate(_signature(words)):
                yield (slot, int(value)), n


def _signature(words: list[str]) -> npt.NDArray[np.uint64]:
    shingles = [" ".join(words[n : n + _SHINGLE]) for n in range(max(1, len(words) - _SHINGLE + 1))]
    hashes = np.array([zlib.crc32(shingle.encode()) for shingle in shingles], dtype=np.uint64)
    signature: npt.NDArray[np.uint64] = (hashes[:, None] * _MULTIPLIERS).min(axis=0)
    return signature
