"""A corpus in groups as naming sees it: what stands in which papers, and what a phrase is near to."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from survey.keyphrases.counting import (
    Counts,
    Text,
    acronyms_of,
    casing,
    counted,
    holding,
    singular_key,
    together,
    totals,
)
from survey.keyphrases.lists import GENERIC, SUBJECTS

LARGE = 60
"""Papers; of fewer it tells little how many others hold a phrase."""
_COMMON = 0.25  # a phrase in more than this share of so many papers tells no part from another
_TELLS, _TIMES, _MOST_OF = 0.5, 8, 5  # share of a group, how much rarer outside, and papers in the group at least

Likeness = Callable[[Sequence[str]], NDArray[np.float32]]
"""Phrases to the cosine of each with the middle of each group, (phrases, groups); all 0: nothing is known of it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A corpus in groups: each one's counts, how words are cased, and in how many papers each phrase stands.

    ``words``: the papers, numbered through all groups, that hold a word anywhere.
    """

    groups: tuple[Counts, ...]
    cases: Mapping[str, str]
    total: Counter[str]
    papers: int
    titles: frozenset[str]
    words: Mapping[str, set[int]]

    def scattered(self, key: str) -> int:
        """How many papers hold all words of a phrase, side by side or not; at least those that hold it as it stands."""
        return max(self.total[key], len(holding(self.words, key)))

    def is_generic(self, key: str, count: Counts) -> bool:
        """Whether the phrase is no name for a part of this corpus: it stands in so many of its papers, or fits any.

        A subject among those that fit any may name ``count``, if most of its papers hold it and few others do.
        """
        if self.papers >= LARGE and self.total[key] > _COMMON * self.papers:
            return True
        return key in GENERIC and not (key in SUBJECTS and self.tells(key, count))

    def tells(self, key: str, count: Counts) -> bool:
        """Whether most of a group's papers hold the phrase, and few others do."""
        if count.papers < _MOST_OF:
            return False
        inside = count.anywhere[key] / count.papers
        outside = (self.total[key] - count.anywhere[key]) / max(1, self.papers - count.papers)
        return inside >= _TELLS and outside * _TIMES <= inside

    def wider(self, parts: Sequence[Sequence[int]]) -> "Wording":
        """The same corpus in larger groups, each made of those at the places given."""
        return replace(self, groups=tuple(together([self.groups[n] for n in part]) for part in parts))


def wording_of(groups: Sequence[Sequence[Text]]) -> Wording:
    """Reads groups of (title, abstract) pairs."""
    texts = [text for group in groups for text in group]
    acronyms = acronyms_of(texts)
    counts = tuple(counted(group, acronyms) for group in groups)
    titles = frozenset(singular_key(title) for title, _ in texts)
    return Wording(counts, casing(texts), totals(counts), len(texts), titles, _words_of_all(counts))


def _words_of_all(groups: Sequence[Counts]) -> dict[str, set[int]]:
    """By word the papers that hold it, those of one group after those of another."""
    out: dict[str, set[int]] = defaultdict(set)
    start = 0
    for group in groups:
        for word, holders in group.words.items():
            out[word].update(number + start for number in holders)
        start += group.papers
    return out
