"""A broader name where a group's own holds for too few of its papers: the field that most of them work in."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import log2

from survey.keyphrases.choosing import Candidate, Names
from survey.keyphrases.counting import FEW, Counts, singular_key
from survey.keyphrases.fields import broad
from survey.keyphrases.lists import WEAK
from survey.keyphrases.wording import LARGE, Wording

_HOLDS, _HARDLY = 0.4, 0.2  # a name that less of the papers hold is weak, and hardly one
_APART = 0.5  # what a paper counts that holds the words of a name apart
_MOST, _GAINS = (
    0.55,
    0.25,
)  # of the papers are of a field that names them: at least, and so many more than hold the name
_LIFT, _LIFT_OF_WHOLE, _LIFT_AT_ALL = 3, 2.2, 1.8  # times the share of other papers that are of it: of a topic's name,
_OUTSIDE = 0.03  # a theme's, and in the place of one that is hardly a name; that share is taken to be so large at least
_TITLED = 0.7  # how much more a paper counts whose title says so
_AS_MUCH = 0.8  # of the share of this group: another one's that makes a field no name for either


@dataclass(frozen=True, slots=True)
class _Field:
    """A field as a name of a group: the share of its papers, how much larger than of others, and how well it suits."""

    name: str
    share: float
    lift: float
    score: float


def broader(
    n: int,
    wording: Wording,
    weights: Sequence[float],
    name: str,
    candidates: Sequence[Candidate],
    taken: Names,
    kept: Collection[str] | None,
) -> str | None:
    """The field that names the ``n``-th group better than ``name`` does, if one that is still free clearly does.

    ``kept``: the fields that wholes are to be named by, of which this group is a part; None for a whole itself. Of few
    papers there is none: of those outside too little could be said.
    """
    count = wording.groups[n]
    if wording.papers < LARGE or count.papers <= FEW or not candidates:
        return None
    keys = [_key(part, candidates) for part in name.split(" and ")]
    held = _held(keys, count, weights)
    if held >= _HOLDS:
        return None
    hardly = held < _HARDLY or all(len(count.holders.get(key, ())) < 2 for key in keys)
    least = _LIFT_AT_ALL if hardly else _LIFT if kept is not None else _LIFT_OF_WHOLE
    fields = [one for one in _fields(n, wording, weights) if one.lift >= least and one.share >= held + _GAINS]
    if kept is not None:
        fields = [one for one in fields if one.name not in kept]
        fields = [one for one in fields if hardly or not (one.name in broad() or _of_another(one, n, wording))]
        fields = sorted(fields, key=lambda one: one.name in broad())
    narrow = set[str]() if hardly else {one.name for one in fields for key in keys if _narrows(key, one.name)}
    return next((one.name for one in fields if one.name not in narrow and taken.free(one.name)), None)


def _key(part: str, candidates: Sequence[Candidate]) -> str:
    return next((one.key for one in candidates if part in (one.shown, one.within)), singular_key(part))


def _held(keys: Sequence[str], count: Counts, weights: Sequence[float]) -> float:
    """The share of a group's papers that hold its name; of two halves, midway between one of them and either."""
    halves = [_held_by(key, count) for key in keys]
    shares = [sum(weights[number] * worth for number, worth in half.items()) for half in halves]
    either = {number: max(half.get(number, 0.0) for half in halves) for half in halves for number in half}
    return (max(shares) + sum(weights[number] * worth for number, worth in either.items())) / 2


def _held_by(key: str, count: Counts) -> dict[int, float]:
    """The papers that hold a phrase, those that hold its words apart by half."""
    *others, last = key.split()
    apart = count.scattered(key) if others and not (len(others) == 1 and last in WEAK) else set[int]()
    return {**dict.fromkeys(apart, _APART), **dict.fromkeys(count.holders.get(key, ()), 1.0)}


def _narrows(key: str, field: str) -> bool:
    """Whether a phrase says of what kind in a field it is: "medical image segmentation"."""
    return " " in field and set(singular_key(field).split()) < set(key.split())


def _fields(n: int, wording: Wording, weights: Sequence[float]) -> list[_Field]:
    """The fields of most of a group's papers, the one first that suits best: of few others, and told by titles."""
    return sorted(_of_most(n, wording, weights), key=lambda one: (-one.score, one.name))


def _of_most(n: int, wording: Wording, weights: Sequence[float]) -> Iterator[_Field]:
    count = wording.groups[n]
    for name, found in count.fields.items():
        share = sum(weights[number] for number in found)
        others = sum(len(group.fields.get(name, ())) for group in wording.groups) - len(found)
        lift = share / (others / max(1, wording.papers - count.papers) + _OUTSIDE)
        if share >= _MOST:
            titled = sum(weights[number] for number, says in found.items() if says)
            yield _Field(name, share, lift, (share + _TITLED * titled) * log2(max(1.0, lift)))


def _of_another(one: _Field, n: int, wording: Wording) -> bool:
    """Whether another group is nearly as much of the field."""
    others = (group for number, group in enumerate(wording.groups) if number != n and group.papers)
    return any(len(group.fields.get(one.name, ())) >= _AS_MUCH * one.share * group.papers for group in others)
