"""Versions of one title and nearly one abstract, gathered before any rule is asked: heaps of copies cost little.

What is gathered here the rules would join too (alike.py asks for a third to four fifths of the abstracts' words,
this for about half of their shingles); they are only spared the work. A title that is short
or comes back each year, other years and other authors are left to the rules.
"""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from survey.dedupe.candidates import Pair
from survey.dedupe.components import component_labels
from survey.dedupe.facts import is_serial, is_telling
from survey.dedupe.fingerprints import NO_SIGNATURE, SLOTS, Ints, UInt32s
from survey.dedupe.versions import Versions
from survey.papers import Paper

_AGREEING_SLOTS = SLOTS // 2
_SPEAKERS = 3  # of twins, so that the words in which one differs by chance don't keep others away
_TRIED_SLOTS = 8  # of two versions that agree in half the slots, one pair in 12,870 agrees in none of these


@dataclass(frozen=True, slots=True)
class Twins:
    """``spoken_for`` has for each version the one that is compared in its place; ``pairs`` of those are one paper."""

    spoken_for: Ints
    pairs: list[Pair]


def twins_among(papers: Sequence[Paper], versions: Versions, apart: Collection[int]) -> Twins:
    """The twins among the versions; those ``apart`` have none."""
    speakers = np.arange(len(versions))
    if not len(versions.signatures):
        return Twins(speakers, [])
    active = _namesakes(versions, apart)
    codes = _codes(_told_apart_by(papers, versions, version) for version in active.tolist())
    signatures = versions.signatures[:, active]
    order, leader, rank = _led(_groups(signatures, codes), signatures)
    speakers[active[order]] = active[order[leader + rank % _SPEAKERS]]
    others = (rank > 0) & (rank < _SPEAKERS)
    pairs = zip(active[order[leader[others]]].tolist(), active[order[others]].tolist(), strict=True)
    return Twins(speakers, list(pairs))


def _led(groups: Ints, signatures: UInt32s) -> tuple[Ints, Ints, Ints]:
    """An order by group, in it the place of each one's leader, and its rank after the leader.

    Whoever does not agree with the first of the group is alone, lest a chain of small changes hold its ends together.
    """
    first = np.unique(groups, return_index=True)[1][groups]
    alone = _agreeing(signatures[:, first], signatures) < _AGREEING_SLOTS
    groups = np.where(alone, len(groups) + np.arange(len(groups)), groups)
    order = np.argsort(groups, kind="stable")
    leader = np.searchsorted(groups[order], groups[order])
    return order, leader, np.arange(len(order)) - leader


def _namesakes(versions: Versions, apart: Collection[int]) -> Ints:
    """Versions with an abstract whose title others have too, and names one paper."""
    codes = _codes(versions.titles)
    shared = (np.bincount(codes) > 1)[codes] & (versions.signatures[0] != NO_SIGNATURE)
    shared[list(apart)] = False
    fit: dict[int, bool] = {}
    for version, code in zip(np.flatnonzero(shared).tolist(), codes[shared].tolist(), strict=True):
        if code not in fit:
            fit[code] = is_telling(versions.titles[version]) and not is_serial(versions.titles[version])
    chosen: npt.NDArray[np.bool_] = np.fromiter((fit.get(code, False) for code in codes[shared].tolist()), bool)
    return np.flatnonzero(shared)[chosen]


def _told_apart_by(papers: Sequence[Paper], versions: Versions, version: int) -> Hashable:
    """What the records of twins must share beside the form of their title."""
    records = [papers[place] for place in versions.records(version)]
    first = records[0]
    one = (first.title.casefold(), first.year, first.authors)
    if all((record.title.casefold(), record.year, record.authors) == one for record in records[1:]):
        return one
    return version


def _codes(values: Iterable[Hashable]) -> Ints:
    """A number for each value, the same for equal ones."""
    seen: dict[Hashable, int] = {}
    return np.fromiter((seen.setdefault(value, len(seen)) for value in values), np.int64)


def _groups(signatures: UInt32s, codes: Ints) -> Ints:
    """A number for each version: those of one code that hang together by agreeing in enough slots have the same.

    Only neighbours in a tried slot are compared.
    """
    lows, highs = [codes[:0]], [codes[:0]]
    for slot in signatures[:_TRIED_SLOTS]:
        order = np.lexsort((slot, codes))
        low, high = order[:-1], order[1:]
        near = (codes[low] == codes[high]) & (slot[low] == slot[high])
        low, high = low[near], high[near]
        enough = _agreeing(signatures[:, low], signatures[:, high]) >= _AGREEING_SLOTS
        lows.append(low[enough])
        highs.append(high[enough])
    return component_labels(np.concatenate(lows), np.concatenate(highs), len(codes))


def _agreeing(ours: UInt32s, theirs: UInt32s) -> Ints:
    agreeing: Ints = (ours == theirs).sum(axis=0)
    return agreeing
