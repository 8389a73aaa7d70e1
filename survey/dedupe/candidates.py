"""Which versions are worth comparing: a number of pairs that grows with the versions, not with their square."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from survey.dedupe.fingerprints import (
    BLOCK,
    NO_SIGNATURE,
    SLOTS,
    Ints,
    UInt32s,
    UInt64s,
    bags,
    bags_but_one,
    hashed_words,
)
from survey.dedupe.forms import normalised_doi
from survey.dedupe.versions import Versions, arxiv_id, main_title_form, title_form
from survey.papers import Paper

Pair = tuple[int, int]
Pairs = npt.NDArray[np.int64]  # two columns, the lower version first

_CROWD = 32  # of a bucket with more members, each is compared with its next few neighbours only
_NEIGHBOURS = 4
_AGREEING_SLOTS = 2  # two abstracts of which a fifth of the shingles agree have as many with 86 % probability
_TITLE_WORDS = 5  # what a title must have to be looked for with a word left out
_MAIN_TITLE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Component:
    """Versions that hang together by pairs worth comparing: those of one identifier, those of one title, and others.

    ``near`` has the pairs whose abstracts share most first; the other pairs are in ascending order.
    """

    by_id: list[Pair]
    by_title: list[Pair]
    near: list[Pair]
    pinned: list[Pair]


def components(
    papers: Sequence[Paper], versions: Versions, pinned: Sequence[Pair], *, near_duplicates: bool
) -> Iterator[Component]:
    """All pairs worth comparing, a component at a time; pinned pairs hang together too."""
    ours = np.array(pinned, np.int64).reshape(-1, 2)
    kinds = [_by_id(papers, versions), *_by_title(papers, versions, near_duplicates), ours]
    if near_duplicates:
        kinds[2] = _most_alike_first(np.unique(np.concatenate((kinds[2], _by_abstract(versions))), axis=0), versions)
    everything = np.concatenate(kinds)
    if not len(everything):
        return
    graph = coo_matrix((np.ones(len(everything), np.int8), everything.T), shape=(len(versions), len(versions)))
    labels = connected_components(graph, directed=False)[1]
    columns = [_gathered(kind, labels) for kind in kinds]
    for label in np.unique(labels[everything[:, 0]]):
        yield Component(*(_slice(pairs, of_pair, label) for pairs, of_pair in columns))


def _gathered(pairs: Pairs, labels: Ints) -> tuple[Pairs, Ints]:
    of_pair = labels[pairs[:, 0]]
    order = np.argsort(of_pair, kind="stable")
    return pairs[order], of_pair[order]


def _slice(pairs: Pairs, of_pair: Ints, label: int) -> list[Pair]:
    begin, end = np.searchsorted(of_pair, (label, label + 1))
    return [(a, b) for a, b in pairs[begin:end].tolist()]


def _by_id(papers: Sequence[Paper], versions: Versions) -> Pairs:
    found: dict[str, int] = {}
    pairs = []
    buckets: dict[str, set[int]] = {}
    for paper, version in zip(papers, versions.of_record.tolist(), strict=True):
        for identifier in (normalised_doi(paper.doi), arxiv_id(paper)):
            if identifier and found.setdefault(identifier, version) != version:
                buckets.setdefault(identifier, {found[identifier]}).add(version)
    for bucket in buckets.values():
        members = sorted(bucket)
        reach = len(members) if len(members) <= _CROWD else _NEIGHBOURS + 1
        pairs += [(a, b) for n, a in enumerate(members) for b in members[n + 1 : n + reach]]
    return np.unique(np.array(pairs, np.int64).reshape(-1, 2), axis=0)


def _by_title(papers: Sequence[Paper], versions: Versions, near_duplicates: bool) -> tuple[Pairs, Pairs]:
    """Pairs of one title whatever its spaces; pairs with the same words but one, or the same title but a subtitle."""
    same: list[tuple[UInt64s, Ints]] = []
    near: list[tuple[UInt64s, Ints]] = []
    for begin in range(0, len(papers), BLOCK):
        block, owners = papers[begin : begin + BLOCK], versions.of_record[begin : begin + BLOCK]
        forms = [title_form(paper.title) for paper in block]
        same.append((bags(hashed_words([form.replace(" ", "") for form in forms])), owners))
        if near_duplicates:
            words = hashed_words(forms)
            near.append((bags(words), owners))
            long = np.repeat(words.counts >= _TITLE_WORDS, words.counts)
            near.append((bags_but_one(words)[long], np.repeat(owners, words.counts)[long]))
            near.append(_main_titles(block, owners))
    return _in_buckets(same), _in_buckets(near)


def _main_titles(papers: Sequence[Paper], owners: Ints) -> tuple[UInt64s, Ints]:
    words = hashed_words([main_title_form(paper.title) or "" for paper in papers])
    long = words.counts >= _MAIN_TITLE_WORDS
    return bags(words)[long], owners[long]


def _by_abstract(versions: Versions) -> Pairs:
    found = np.empty((0, 2), np.int64)
    everyone = np.arange(len(versions))
    for slot in range(SLOTS):
        values = versions.signatures[:, slot]
        signed = values != NO_SIGNATURE
        pairs = _in_buckets([(values[signed], everyone[signed])])
        found = np.unique(np.concatenate((found, pairs[_agreement(pairs, versions) >= _AGREEING_SLOTS])), axis=0)
    return found


def _most_alike_first(pairs: Pairs, versions: Versions) -> Pairs:
    return pairs[np.argsort(-_agreement(pairs, versions), kind="stable")]


def _agreement(pairs: Pairs, versions: Versions) -> Ints:
    """How many slots of the two signatures agree."""
    agreeing: Ints = (versions.signatures[pairs[:, 0]] == versions.signatures[pairs[:, 1]]).sum(axis=1)
    return agreeing


def _in_buckets(keyed: Sequence[tuple[UInt64s | UInt32s, Ints]]) -> Pairs:
    """Pairs of owners of one key: all of them in a small bucket, neighbours by number in a crowd."""
    if not keyed:
        return np.empty((0, 2), np.int64)
    keys, owners = (np.concatenate(column) for column in zip(*keyed, strict=True))
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    new_key = np.append(True, keys[1:] != keys[:-1])
    distinct = new_key | np.append(True, owners[1:] != owners[:-1])
    owners, bucket = owners[distinct], np.cumsum(new_key)[distinct]
    sizes = np.bincount(bucket)[bucket]
    owners, bucket, sizes = owners[sizes > 1], bucket[sizes > 1], sizes[sizes > 1]
    found = [np.empty((0, 2), np.int64)]
    for step in range(1, min(_CROWD, int(sizes.max(initial=1)))):
        together = (bucket[step:] == bucket[:-step]) & ((sizes[step:] <= _CROWD) | (step <= _NEIGHBOURS))
        found.append(np.stack((owners[:-step][together], owners[step:][together]), axis=1))
    return np.unique(np.concatenate(found), axis=0)
