"""How a topic's opening parts its papers: groups that can be counted, and what others are about one by one."""

from collections.abc import Sequence
from functools import partial

from survey.evidence import content_words
from survey.models.extractive.counted import Group
from survey.models.extractive.division import by_words, few
from survey.models.extractive.singly import singly
from survey.questions import ClaimAnswer, Length, SynthesisValues
from survey.words import ONE_ABOUT

_SINGLY = {"short": 3, "standard": 4, "long": 6}
"""Papers whose subjects are told one by one, where they share none; of a large topic's more."""
_EACH, _MOST = 4, 6
"""Papers of a large topic for one that is told of; and so many of them at most."""
_A_THIRD = 0.33
"""Of the papers: subjects that fewer share say less of a topic than what some papers are about one by one."""
_COUNTED = 0.6
"""Of the papers: where the subjects of fewer are counted, what others are about is told as well."""
_OTHERS = {"short": 0, "standard": 3, "long": 4}
"""Papers whose subjects are told beside those that are counted."""
_FEWEST = 2
"""Papers in a row whose subjects are told one by one."""
_NEW, _STEM = 0.34, 6
"""Of the words of such a subject, by so many letters of each, so many at least say more than those told before it."""


def parting(values: SynthesisValues, found: Sequence[Group], length: Length) -> list[Group]:
    """How a topic's papers divide, and where that says of many not what they are about, that of some one by one."""
    told = [part for part in found if part.telling]
    if any(is_subject(part) for part in told):
        return [*told, *_others(values, told, length)]
    each = partial(singly, values, _most(values, length))
    if told:
        return [*told, *(each() or each(strict=False))]
    shared = few(values)
    many = len({id_ for part in shared for id_ in part.papers}) >= _A_THIRD * len(values.papers)
    return (shared if many else []) or each() or shared or by_words(values) or each(strict=False)


def within(claims: Sequence[ClaimAnswer], parts: Sequence[Group], most: int) -> list[ClaimAnswer]:
    """At most so many claims, if what papers are about one by one beside counted groups is what is too much."""
    single = [claim for claim in claims if claim.text.startswith(ONE_ABOUT)]
    if len(claims) <= most or len(single) == len(parts):
        return [*claims]
    left = len(single) - (len(claims) - most)
    if left < _FEWEST:
        left = 0 if any(is_subject(part) for part in parts if len(part.papers) > 1) else _FEWEST
    return [claim for claim in claims if claim not in single[left:]]


def is_subject(part: Group) -> bool:
    """Whether a group says what its papers are about, rather than what they are or report on."""
    return bool(part.subject) and not part.text.endswith(f" report on {part.subject}.")


def _most(values: SynthesisValues, length: Length) -> int:
    least = _SINGLY[length]
    return max(least, min(_MOST, len(values.papers) // _EACH)) if length != "short" else least


def _others(values: SynthesisValues, told: Sequence[Group], length: Length) -> list[Group]:
    """What papers are about that no group counts, where these are many."""
    counted = {id_ for part in told for id_ in part.papers}
    if len(counted) >= _COUNTED * len(values.papers):
        return []
    others, said = list[Group](), _stems(" ".join(part.subject for part in told))
    for part in singly(values, len(values.papers)):
        words = _stems(part.subject)
        if len(others) < _OTHERS[length] and not counted & {*part.papers} and len(words - said) > _NEW * len(words):
            others.append(part)
            said |= words
    return others if len(others) >= _FEWEST else []


def _stems(subject: str) -> set[str]:
    """What a subject tells, so that "personalized generation" and "personalization" are told once."""
    return {word[:_STEM] for word in content_words(subject)}
