"""How many of a group's papers hold a name, and of which fields of work they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log2

from survey.keyphrases.choosing import Candidate
from survey.keyphrases.counting import FEW, Counts, singular_key
from survey.keyphrases.lists import WEAK
from survey.keyphrases.wording import LARGE, Wording

_APART = 0.5  # what a paper counts that holds the words of a name apart
_OUTSIDE = 0.03  # the share of other papers that are of a field is taken to be so large at least
_TITLED = 0.7  # how much more a paper counts whose title says so
_AS_MUCH = 0.8  # of the share of this group: another one's that makes a field no name for either


@dataclass(frozen=True, slots=True)
class Field:
    """A field as a name of a group: its papers, their share, how much larger than of others, and how well it suits."""

    name: str
    papers: frozenset[int]
    share: float
    lift: float
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """One group among those of a corpus: its place, how much each of its papers counts, and what might name it."""

    n: int
    wording: Wording
    weights: Sequence[float]
    candidates: Sequence[Candidate]

    @property
    def count(self) -> Counts:
        """What stands in its papers."""
        return self.wording.groups[self.n]

    @property
    def is_told(self) -> bool:
        """Whether a field may name it: of few papers, or in a small corpus, too little is known of what others hold."""
        return self.wording.papers >= LARGE and self.count.papers > FEW and bool(self.candidates)

    def keys(self, name: str) -> list[str]:
        """The keys of a name's halves."""
        return [self._key(part) for part in name.split(" and ")]

    def _key(self, part: str) -> str:
        shown = (one.key for one in self.candidates if part in (one.shown, one.within))
        return next(shown, singular_key(part))

    def held(self, name: str) -> float:
        """The share of the papers that hold a name; of two halves, midway between one of them and either."""
        halves = [held_by(key, self.count) for key in self.keys(name)]
        shares = [self.share(half) for half in halves]
        either = {number: max(half.get(number, 0.0) for half in halves) for half in halves for number in half}
        return (max(shares) + self.share(either)) / 2

    def share(self, holders: dict[int, float]) -> float:
        """The share of some papers, each with what it counts."""
        return sum(self.weights[number] * worth for number, worth in holders.items())

    def fields(self, least: float) -> list[Field]:
        """The fields of such a share of the papers, the one first that suits best: of few others, told by titles."""
        return sorted(self._fields(least), key=lambda one: (-one.score, one.name))

    def _fields(self, least: float) -> Iterator[Field]:
        outside = max(1, self.wording.papers - self.count.papers)
        for name, found in self.count.fields.items():
            share = sum(self.weights[number] for number in found)
            if share >= least:
                others = sum(len(group.fields.get(name, ())) for group in self.wording.groups) - len(found)
                lift = share / (others / outside + _OUTSIDE)
                titled = sum(self.weights[number] for number, says in found.items() if says)
                suits = (share + _TITLED * titled) * log2(max(1.0, lift))
                yield Field(name, frozenset(found), share, lift, suits)

    def is_of_another(self, field: Field, least: float | None = None) -> bool:
        """Whether such a share of another group's papers are of the field; nearly as large a one as of this group's."""
        share = _AS_MUCH * field.share if least is None else least
        others = (group for n, group in enumerate(self.wording.groups) if n != self.n and group.papers)
        return any(len(group.fields.get(field.name, ())) >= share * group.papers for group in others)

    def is_beside(self, field: str, least: float) -> bool:
        """Whether such a share of a group that is no smaller are of a field: what this one has is not most of it."""
        others = (group for n, group in enumerate(self.wording.groups) if n != self.n)
        large = (group for group in others if group.papers >= self.count.papers)
        return any(len(group.fields.get(field, ())) >= least * group.papers for group in large)


def held_by(key: str, count: Counts) -> dict[int, float]:
    """The papers that hold a phrase, those that hold its words apart by half."""
    *others, last = key.split()
    apart = count.scattered(key) if others and not (len(others) == 1 and last in WEAK) else set[int]()
    return {**dict.fromkeys(apart, _APART), **dict.fromkeys(count.holders.get(key, ()), 1.0)}
