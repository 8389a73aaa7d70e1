"""Gerunds in the third person, with those behind that go on: "using nets and pruning X" as "uses nets and prunes X"."""

import re

from survey.verbs import BASE_BEHIND_BY, BASE_OF_GERUND, present


def singular(gerund: str) -> str | None:
    """The third person of a verb that tells what a paper does: "introducing" gives "introduces"; else None."""
    base = BASE_OF_GERUND.get(gerund)
    return present(base) if base else None


def in_turn(behind: str) -> str | None:
    """The gerunds behind one that was made a verb, made to agree: ", pruning, and bending X"; None where one can't be.

    One with an object of its own only where nothing else ahead of it could govern it: "X of nets and pruning the".
    """
    series = _SERIES.match(behind)
    told, rest = (_GERUND.sub(_verb_of, series[0]), behind[series.end() :]) if series else ("", behind)
    last = _GERUND_TOO.match(rest)
    if last and not _GERUND.search(last["ahead"]):
        told, rest = f"{told}{last['ahead']}{_GERUND.sub(_verb_of, last['joint'])}", rest[last.end() :]
    elif last:
        return f"{told}{rest}"
    return None if _GERUND.search(told) else f"{told}{rest}"


def doing(text: str) -> str | None:
    """What gerunds tell in the third person: "predicting losses and choosing where to cut" as "predicts ..."; or None.

    None where it isn't sure how they go on, or where they tell what comes of it rather than what is done.
    """
    first, _, behind = text.partition(" ")
    base, agreed = BASE_BEHIND_BY.get(first), in_turn(f" {behind}")
    sure = base and base not in _NO_DEED and agreed is not None and not _AND_DOING.search(agreed)
    return f"{present(base)}{agreed}" if base and sure else None


_NO_DEED = frozenset("make show demonstrate set establish validate verify mark let".split())
_AND_DOING = re.compile(r",? and (?:\w+ly |then |also )?[a-z]{2,}ing\b|^ (?:it|them|that)\b")


def _verb_of(gerund: re.Match[str]) -> str:
    """A gerund in the third person; as it is where what it comes from isn't sure."""
    plain = _OF_STEM.search(gerund[0])
    return singular(gerund[0]) or (present(f"{gerund[0][:-3]}e") if plain else gerund[0])


_GERUND = re.compile(r"\b[a-z]{2,}ing\b")
_SERIES = re.compile(r"(?:, (?:\w+ly )?[a-z]{2,}ing)*,? and (?:then |also )?(?:\w+ly )?[a-z]{2,}ing\b(?= )")
_GERUND_TOO = re.compile(
    r"(?P<ahead>[^.;:]*?)(?P<joint>,? and (?:then |also )?(?:\w+ly )?[a-z]{2,}ing)"
    r"(?= (?:an?|the|their|its|how|where|when|which|whether|this|these) )"
)
_OF_STEM = re.compile(r"(?:[^aeo]at|iz|is|iev|[aeiou]v|[nu]c|ut)ing$")  # "consolidating", "retrieving"
