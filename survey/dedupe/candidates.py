"""Which versions are worth comparing: a number of pairs that grows with the versions, not with their square."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from survey.dedupe.alike import CLOSE_TITLE
from survey.dedupe.components import component_labels
from survey.dedupe.fingerprints import (
    BLOCK,
    NO_SIGNATURE,
    Ints,
    UInt32s,
    UInt64s,
    bags,
    bags_but_one,
    hashed_words,
)
from survey.dedupe.forms import normalised_doi
from survey.dedupe.versions import Versions, arxiv_id, main_title_form
from survey.papers import Paper

Pair = tuple[int, int]

_CROWD = 12  # of a bucket with more members, each is compared with its next few neighbours only
_NEIGHBOURS = 4
_ENOUGH = 8  # near ones found for a version, after which it is compared with no others that are enough themselves
_AGREEING_SLOTS = 2  # two abstracts of which a fifth of the shingles agree have as many with 86 % probability
_TITLE_WORDS = 5  # what a title must have to be looked for with a word left out
_MAIN_TITLE_WORDS = 3
_AT_ONCE = 100_000  # pairs of titles compared at once


@dataclass(frozen=True, slots=True)
class Component:
    """Versions that hang together by pairs worth comparing.

    ``by_id`` share an identifier, ``by_text`` a good part of their abstracts, most first; ``by_title`` a title or
    nearly, and no more of their abstracts than would show in the signatures.
    """

    pinned: list[Pair]
    by_id: list[Pair]
    by_text: list[Pair]
    by_title: list[Pair]


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of versions as two columns, the lower number first."""

    low: Ints
    high: Ints

    def where(self, chosen: npt.NDArray[np.bool_] | Ints) -> "_Pairs":
        return _Pairs(self.low[chosen], self.high[chosen])


def components(
    papers: Sequence[Paper], versions: Versions, pinned: Sequence[Pair], *, near_duplicates: bool
) -> Iterator[Component]:
    """All pairs worth comparing, a component at a time; pinned pairs hang together too."""
    pins = np.array(pinned, np.int64).reshape(-1, 2)
    ids = np.array(_by_id(papers, versions), np.int64).reshape(-1, 2)
    kinds = [_Pairs(pins[:, 0], pins[:, 1]), _Pairs(ids[:, 0], ids[:, 1])]
    columns = _together([*kinds, *_by_text(papers, versions, near_duplicates)], len(versions))
    return (Component(*pairs) for pairs in zip(*columns, strict=True))


def _by_text(papers: Sequence[Paper], versions: Versions, near_duplicates: bool) -> tuple[_Pairs, _Pairs]:
    """Pairs that share a good part of their abstracts, most first, and those that share a title or nearly."""
    found = _by_title(versions)
    if near_duplicates:
        near = _distinct(list(_by_abstract(versions)), len(versions))
        rest = _distinct([found, _by_nearly_one_title(papers, versions), _by_opening(versions)], len(versions))
        found = _distinct([near, rest.where(_wanting(rest, _degrees(near, len(versions))))], len(versions))
    agreement = _agreement(found, versions)
    telling = agreement >= _AGREEING_SLOTS
    by_text = found.where(np.lexsort((found.high, found.low, -agreement))[: telling.sum()])
    return by_text, found.where(~telling)


def _together(kinds: Sequence[_Pairs], count: int) -> list[Iterator[list[Pair]]]:
    """The pairs of each connected component, kind by kind, in the order in which they came."""
    low, high = np.concatenate([kind.low for kind in kinds]), np.concatenate([kind.high for kind in kinds])
    if not len(low):
        return [iter(()) for _ in kinds]
    labels = component_labels(low, high, count)
    every = np.unique(labels[low])
    return [_gathered(kind, labels[kind.low], every) for kind in kinds]


def _gathered(pairs: _Pairs, labels: Ints, every: Ints) -> Iterator[list[Pair]]:
    order = np.argsort(labels, kind="stable")
    low, high = pairs.low[order], pairs.high[order]
    bounds = np.searchsorted(labels[order], np.append(every, every[-1] + 1)).tolist()
    return (list(zip(low[a:b].tolist(), high[a:b].tolist(), strict=True)) for a, b in pairwise(bounds))


def _near_in_title(pairs: _Pairs, titles: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Whether the titles are near enough for any abstract; this spares most pairs the slower rules."""
    near = np.zeros(len(pairs.low), bool)
    for scorer in (fuzz.ratio, fuzz.token_ratio):  # letters in their order, then words in any order
        far = np.flatnonzero(~near)
        for begin in range(0, len(far), _AT_ONCE):
            chosen = far[begin : begin + _AT_ONCE]
            ours, theirs = ([titles[v] for v in side[chosen].tolist()] for side in (pairs.low, pairs.high))
            near[chosen] = cpdist(ours, theirs, scorer=scorer, score_cutoff=100 * CLOSE_TITLE) > 0
    return near


def _by_id(papers: Sequence[Paper], versions: Versions) -> list[Pair]:
    first: dict[str, int] = {}
    buckets: dict[str, set[int]] = {}
    for paper, version in zip(papers, versions.of_record.tolist(), strict=True):
        for identifier in (normalised_doi(paper.doi), arxiv_id(paper)):
            if identifier and first.setdefault(identifier, version) != version:
                buckets.setdefault(identifier, {first[identifier]}).add(version)
    return sorted({pair for bucket in buckets.values() for pair in _within(sorted(bucket))})


def _within(bucket: Sequence[int]) -> Iterator[Pair]:
    reach = len(bucket) if len(bucket) <= _CROWD else _NEIGHBOURS + 1
    return ((a, b) for n, a in enumerate(bucket) for b in bucket[n + 1 : n + reach])


def _by_title(versions: Versions) -> _Pairs:
    """Pairs of one title, whatever its spaces."""
    keyed = [
        (bags(hashed_words([title.replace(" ", "") for title in titles])), owners)
        for titles, owners in _title_blocks(versions)
    ]
    return _in_buckets(*_joined(keyed))[0]


def _by_nearly_one_title(papers: Sequence[Paper], versions: Versions) -> _Pairs:
    """Pairs of one title but for the order of its words, for one word, or for a subtitle."""
    keyed = []
    for titles, owners in _title_blocks(versions):
        words = hashed_words(titles)
        long = np.repeat(words.counts >= _TITLE_WORDS, words.counts)
        keyed.append((bags(words), owners))
        keyed.append((bags_but_one(words)[long], np.repeat(owners, words.counts)[long]))
    for begin in range(0, len(papers), BLOCK):
        words = hashed_words([main_title_form(paper.title) or "" for paper in papers[begin : begin + BLOCK]])
        long = words.counts >= _MAIN_TITLE_WORDS
        keyed.append((bags(words)[long], versions.of_record[begin : begin + BLOCK][long]))
    pairs = _in_buckets(*_joined(keyed))[0]
    return pairs.where(_near_in_title(pairs, versions.titles))


def _title_blocks(versions: Versions) -> Iterator[tuple[Sequence[str], Ints]]:
    for begin in range(0, len(versions), BLOCK):
        titles = versions.titles[begin : begin + BLOCK]
        yield titles, np.arange(begin, begin + len(titles))


def _joined(keyed: Sequence[tuple[UInt64s, Ints]]) -> tuple[UInt64s, Ints]:
    return np.concatenate([keys for keys, _ in keyed]), np.concatenate([owners for _, owners in keyed])


def _by_abstract(versions: Versions) -> Iterator[_Pairs]:
    """Pairs that agree in two slots or more and are near in title; each is given for the first slot that shows it.

    Of many versions of one text, a pair of which each has enough near ones already is not looked at.
    """
    shown = np.zeros(versions.signatures.shape, bool)  # versions whose bucket was no crowd, by slot
    degrees = np.zeros(len(versions), np.int64)
    for slot, values in enumerate(versions.signatures):
        signed = np.flatnonzero(values != NO_SIGNATURE)
        pairs, small = _in_buckets(values[signed], signed)
        pairs = pairs.where(_wanting(pairs, degrees))
        for earlier, before in zip(versions.signatures[:slot], shown[:slot], strict=True):
            pairs = pairs.where((earlier[pairs.low] != earlier[pairs.high]) | ~before[pairs.low])
        pairs = pairs.where(_agreement(pairs, versions) >= _AGREEING_SLOTS)
        near = pairs.where(_near_in_title(pairs, versions.titles))
        yield near
        degrees += _degrees(near, len(versions))
        shown[slot, small] = True


def _by_opening(versions: Versions) -> _Pairs:
    """Pairs near in title whose abstracts begin alike: one of them may be cut off, and share too little else."""
    signed = np.flatnonzero(versions.openings != NO_SIGNATURE)
    pairs = _in_buckets(versions.openings[signed], signed)[0]
    return pairs.where(_near_in_title(pairs, versions.titles))


def _degrees(pairs: _Pairs, count: int) -> Ints:
    """In how many pairs each version is."""
    return np.bincount(pairs.low, minlength=count) + np.bincount(pairs.high, minlength=count)


def _wanting(pairs: _Pairs, degrees: Ints) -> npt.NDArray[np.bool_]:
    """Whether one of the two versions has too few near ones yet."""
    return (degrees[pairs.low] < _ENOUGH) | (degrees[pairs.high] < _ENOUGH)


def _agreement(pairs: _Pairs, versions: Versions) -> Ints:
    """How many slots of the two signatures agree; none for an abstract too short to have one."""
    agreeing = np.zeros(len(pairs.low), np.int64)
    for slot in versions.signatures:
        ours = slot[pairs.low]
        agreeing += (ours == slot[pairs.high]) & (ours != NO_SIGNATURE)
    return agreeing


def _in_buckets(keys: UInt64s | UInt32s, owners: Ints) -> tuple[_Pairs, Ints]:
    """Pairs of owners of one key: all of them in a small bucket, neighbours by number in a crowd.

    The second array has the owners in small buckets.
    """
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    new_key = np.append(True, keys[1:] != keys[:-1])[: len(keys)]
    distinct = new_key | np.append(True, owners[1:] != owners[:-1])[: len(keys)]
    owners, bucket = owners[distinct], np.cumsum(new_key)[distinct]
    sizes = np.bincount(bucket)[bucket]
    owners, bucket, sizes = owners[sizes > 1], bucket[sizes > 1], sizes[sizes > 1]
    lows, highs = [owners[:0]], [owners[:0]]
    for step in range(1, min(_CROWD, int(sizes.max(initial=1)))):
        together = (bucket[step:] == bucket[:-step]) & ((sizes[step:] <= _CROWD) | (step <= _NEIGHBOURS))
        lows.append(owners[:-step][together])
        highs.append(owners[step:][together])
    return _Pairs(np.concatenate(lows), np.concatenate(highs)), owners[sizes <= _CROWD]


def _distinct(pairs: Sequence[_Pairs], count: int) -> _Pairs:
    codes = np.sort(np.concatenate([kind.low * count + kind.high for kind in pairs]))
    once = codes[np.append(True, codes[1:] != codes[:-1])[: len(codes)]]
    return _Pairs(once // max(count, 1), once % max(count, 1))
