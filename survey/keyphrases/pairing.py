"""Two fields, or a field and a phrase, that together name a group whose papers neither alone would hold."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import log2

from survey.keyphrases.choosing import Names
from survey.keyphrases.counting import singular_key
from survey.keyphrases.fields import broad, in_sentence
from survey.keyphrases.shares import Group, held_by

_EACH, _LEAST, _LIFT = 0.25, 3, 3  # of the papers are of a half, and papers, and times the others that are of a field
_TOGETHER, _GAINS = 0.65, 0.25  # of the papers are of either half, and so many more than hold the name without them
_OF_ANOTHER = 0.55  # of the papers of another group are of a field that is no half of this one's name
_ADDS = 0.2  # of the papers are of one half and not of the other
_NEARLY = 0.9  # of the most papers that two halves hold: among such the ones are chosen that suit best
_TITLED, _OUTSIDE = 0.7, 0.03  # how much more a paper counts whose title holds a phrase; of others hold it at least
_STEM = 5  # letters: "generation", "generative"


@dataclass(frozen=True, slots=True)
class _Half:
    """A field or a phrase: as it opens a name and as it goes on, the group's papers of it, and how well it suits."""

    name: str
    within: str
    papers: frozenset[int]
    suits: float
    is_field: bool


def paired(group: Group, held: float, taken: Names, kept: Collection[str]) -> str | None:
    """The name of two halves that most of the papers are of, if clearly more are than hold the name without them."""
    halves = [*_fields(group, taken, kept), *_phrases(group, taken)]
    found = []
    for one, other in combinations(halves, 2):
        both = _share(group, one.papers | other.papers)
        least = max(_TOGETHER, held + _GAINS, *(_ADDS + _share(group, half.papers) for half in (one, other)))
        if both >= least and (one.is_field or other.is_field) and _are_apart(one, other):
            found.append((both, one.suits + other.suits, one, other))
    most = max((both for both, *_ in found), default=0.0)
    best = max((pair for pair in found if pair[0] >= _NEARLY * most), key=lambda pair: pair[1], default=None)
    if best is None:
        return None
    first, second = sorted(best[2:], key=lambda half: (-_share(group, half.papers), half.name))
    name = f"{first.name} and {second.within}"
    return name if taken.free(name) else None


def _fields(group: Group, taken: Names, kept: Collection[str]) -> Iterator[_Half]:
    for one in group.fields(_EACH):
        names_others = one.name in broad() or one.name in kept or not taken.free(one.name)
        names_others = names_others or group.is_of_another(one, _OF_ANOTHER)
        if one.lift >= _LIFT and len(one.papers) >= _LEAST and " and " not in one.name and not names_others:
            yield _Half(one.name, in_sentence(one.name), one.papers, one.score, is_field=True)


def _phrases(group: Group, taken: Names) -> Iterator[_Half]:
    """The phrases of several words that may name the group, and no other one."""
    free = (one for one in group.candidates if one.key not in taken.used and one.key not in taken.others)
    for one in (one for one in free if " " in one.key and not (one.generic or one.lone)):
        holders, loosely = group.count.holders.get(one.key, set()), frozenset(held_by(one.key, group.count))
        share = _share(group, frozenset(holders))
        if share >= _EACH and len(loosely) >= _LEAST:
            others = (group.wording.total[one.key] - len(holders)) / max(1, group.wording.papers - group.count.papers)
            titled = group.count.titles[one.key] / len(holders)
            suits = share * (1 + _TITLED * titled) * log2(max(1.0, share / (others + _OUTSIDE)))
            yield _Half(one.shown, one.within, loosely, suits, is_field=False)


def _share(group: Group, papers: frozenset[int]) -> float:
    return group.share(dict.fromkeys(papers, 1.0))


def _are_apart(one: _Half, other: _Half) -> bool:
    """Whether two halves share no word: two kinds of one thing are no pair."""
    words, others = ({word[:_STEM] for word in singular_key(half.name).split()} for half in (one, other))
    return not words & others
