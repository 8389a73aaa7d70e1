"""Keys of records and papers: unique, and the same whatever the order of the input; and which records a pin names."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from survey.dedupe.forms import comparable
from survey.dedupe.versions import content_order
from survey.errors import SettingsError
from survey.papers import Paper, paper_key

Pair = tuple[int, int]


def unique_keys(papers: Sequence[Paper]) -> list[str]:
    """A key for each paper: its own, which is made from its title alone, wherever that is enough.

    Of papers of one key, the one that comes first by the hash of its abstract keeps it; the keys of the others are
    salted with the abstract, and, where even that is the same, with a number.
    """
    keys = [paper.key for paper in papers]
    namesakes: dict[str, list[int]] = {}
    for n, key in enumerate(keys):
        namesakes.setdefault(key, []).append(n)
    taken = set(namesakes)
    for _, group in sorted(item for item in namesakes.items() if len(item[1]) > 1):
        for n in sorted(group, key=lambda n: (salted_key(papers[n]), content_order(papers[n])))[1:]:
            keys[n] = _free_key(papers[n], taken)
            taken.add(keys[n])
    return keys


def salted_key(paper: Paper, number: int = 1) -> str:
    """The key of a paper that shares its title with another."""
    return paper_key(paper.title, f"{number}\n{comparable(paper.abstract)}")


def _free_key(paper: Paper, taken: set[str]) -> str:
    number = 1
    while (key := salted_key(paper, number)) in taken:
        number += 1
    return key


class RecordKeys:
    """The records that a pin's keys mean.

    A record's own key means that record, and all of its title and abstract; the key of a title means all records of
    that title, but for those that the same group names by keys of their own.
    """

    def __init__(self, papers: Sequence[Paper]) -> None:
        self._by_title: dict[str, set[int]] = {}
        self._by_text: dict[str, set[int]] = {}
        for n, (paper, key) in enumerate(zip(papers, unique_keys(papers), strict=True)):
            self._by_title.setdefault(paper.key, set()).add(n)
            for own in {key, salted_key(paper)} - {paper.key}:
                self._by_text.setdefault(own, set()).add(n)

    def groups(self, pins: Iterable[Sequence[str]], name: str) -> list[list[list[int]]]:
        """For each pin, the records that each of its keys means. Raises SettingsError for an unknown key."""
        return [self._group(group, name) for group in pins]

    def _group(self, group: Sequence[str], name: str) -> list[list[int]]:
        for key in group:
            if key not in self._by_title and key not in self._by_text:
                raise SettingsError(
                    f"The pin {name!r} names {key!r}, which is the key of no record in these dumps.",
                    "See the keys of all records with `survey papers DUMP... --no-dedupe`, and correct the pin.",
                )
        own = set().union(*(self._by_text.get(key, ()) for key in group))
        return [
            sorted(self._by_text.get(key) or self._by_title[key] - own or self._by_title[key])
            for key in dict.fromkeys(group)
        ]


def joined_pairs(groups: Iterable[Sequence[Sequence[int]]], version_of: Sequence[int]) -> list[Pair]:
    """Pairs of versions to join so that each group is one."""
    found = set()
    for group in groups:
        first, *rest = sorted({version_of[n] for meant in group for n in meant}) or [0]
        found |= {(first, other) for other in rest}
    return sorted(found)


def apart_pairs(groups: Iterable[Sequence[Sequence[int]]], version_of: Sequence[int]) -> list[Pair]:
    """Pairs of versions to keep apart. Raises SettingsError for two keys whose records are the same, word for word."""
    found = set()
    for group in groups:
        for left, right in combinations(group, 2):
            found |= {(version_of[a], version_of[b]) for a in left for b in right}
    if any(a == b for a, b in found):
        raise SettingsError(
            "A pin 'different' names records whose title and abstract are the same, word for word.",
            "Remove the pin, or run with --no-dedupe.",
        )
    return sorted(found)
