"""Which of its candidates a group is named by: one phrase or two, beside the names that other groups have."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import count as count_from

from survey.keyphrases.counting import singular_key
from survey.keyphrases.lists import MEASURES

_CARRIES = 0.46  # a name whose phrase stands in fewer papers of the group gets a second one beside it,
_NEARLY = 0.6  # of the papers of a phrase that is taken: what others in its place must hold
_CLOSE, _SLIGHT = 0.3, 0.12  # of the best one's score, and a score that tells a theme by next to nothing
_TELLS = 0.18  # of the papers hold what says which part of a broad subject they are about
_BESIDE, _ADDS = 0.15, 0.12  # which stands in so many of the papers, and in so many where the first doesn't


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that might name a group: as it is shown, how well it suits, and the papers it stands in with weights.

    ``within`` is how it is written inside a sentence. ``generic``: it fits half of all groups. ``broad``: a subject
    that more papers of other groups hold than of this one. ``lone``: it stands in one paper alone.
    """

    key: str
    shown: str
    within: str
    score: float
    holders: Mapping[int, float]
    generic: bool
    broad: bool = False
    lone: bool = False

    def share(self, other: "Candidate | None" = None) -> float:
        """The share of the group's papers that this phrase, or this and the other, stand in."""
        beside = other.holders if other else {}
        return sum(max(self.holders.get(n, 0.0), beside.get(n, 0.0)) for n in {**self.holders, **beside})


@dataclass(frozen=True, slots=True)
class Names:
    """Keys that are names already, or a part of one, and those that other groups would like best."""

    used: Collection[str]
    others: Collection[str]

    def free(self, name: str) -> bool:
        """Whether no group has this name."""
        return singular_key(name) not in self.used


def named(candidates: Sequence[Candidate], keywords: Sequence[str], spare: Sequence[str], taken: Names) -> str:
    """The best name that is still free.

    Where the best phrase stands in too few of the papers, another that stands in others goes beside it; so does one
    that says what this group has of a broad subject. Where it is taken, the next one does that holds nearly as much,
    or two that do together; else the best one stands beside the next. What another group would like best goes beside
    none.
    """
    candidates = [c for c in candidates if c.key not in MEASURES] or candidates
    if not candidates:
        return next(name for n in count_from(1) if taken.free(name := f"Topic {n}"))
    best = candidates[0]
    fitting = [c for c in candidates[1:] if not c.generic and _differ(best.key, c.key)]
    partners, lone = [c for c in fitting if not c.lone], [c for c in fitting if c.lone]
    held = [c for c in partners if c.share() >= _BESIDE]
    mates = [c for c in held if c.key not in taken.used and c.key not in taken.others]
    told = held if spare else mates  # a theme may be named by two of its topics
    beside = [c for c in told if c.score > _CLOSE * best.score and best.share(c) > best.share() + _ADDS]
    beside = sorted(beside, key=best.share, reverse=True) if spare else beside
    telling = [c for c in mates if best.broad and not spare and c.share() >= _TELLS]
    beside = [c for c in beside or telling if _share_no_word(best, c)]
    singles = [c.shown for c in partners if c.score > 0.6 * best.score and c.share() > 0.5 * best.share()]
    alone = [c.shown for c in partners if c.shown in singles and (not spare or c.share() >= _CARRIES)]
    names = [*alone, *([] if spare else _of_two(best, partners, taken))] if best.key in taken.used else []
    names += [_pair(best, beside[0])] if beside and (best.share() < _CARRIES or best.broad) else []
    names += [] if best.generic else [best.shown]
    others = [*(sorted(partners, key=best.share, reverse=True) if spare else [*mates, *partners]), *lone]
    others = sorted(others, key=lambda c: not _share_no_word(best, c))
    close = [c for c in others if not spare or (c.score > _CLOSE * best.score and _share_no_word(best, c))]
    names += [*singles, *(_pair(best, c) for c in close), *spare, *(_pair(best, c) for c in others if c not in close)]
    names += [best.shown] if best.generic else []
    names = [*spare, *names] if best.score < _SLIGHT else names  # a theme of many things is its largest topics
    names += [f"{best.shown} and {word}" for word in keywords if word.islower() and singular_key(word) not in best.key]
    names += [f"{best.shown} ({n})" for n in range(2, len(taken.used) + 3)]
    return next(name for name in names if taken.free(name))


def _of_two(best: Candidate, partners: Sequence[Candidate], taken: Names) -> list[str]:
    """Two phrases that together hold nearly as many papers as ``best``, which another group is named by."""
    free = [c for c in partners if c.key not in taken.used and c.key not in taken.others]
    pairs = [(one, other) for n, one in enumerate(free) for other in free[n + 1 :] if _share_no_word(one, other)]
    enough = [_pair(one, other) for one, other in pairs if one.share(other) >= _NEARLY * best.share()]
    return enough[:1]


def _pair(one: Candidate, other: Candidate) -> str:
    return f"{one.shown} and {other.within}"


def _share_no_word(one: Candidate, other: Candidate) -> bool:
    return not set(one.key.split()) & set(other.key.split())


def _differ(one: str, other: str) -> bool:
    """Whether two phrases name two things: not two kinds of one thing, nor a thing and a part of it."""
    a, b = one.split(), other.split()
    if a[-1] == b[-1] or a[-1] == b[0] or b[-1] == a[0]:
        return False
    return len(set(a) & set(b)) * 2 <= min(len(a), len(b))
