"""Groups of papers to names: which phrases many of a group's papers share and few others do."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from survey.keyphrases.broader import broader
from survey.keyphrases.choosing import Candidate, Names, named
from survey.keyphrases.counting import singular_key
from survey.keyphrases.keywords import keywords_of
from survey.keyphrases.leftovers import other_work
from survey.keyphrases.scoring import candidates_of, weights_of
from survey.keyphrases.shares import Group
from survey.keyphrases.wording import Likeness, Wording

_PHRASES = 8


@dataclass(frozen=True, slots=True)
class Description:
    """A group in words: its name, what sets it apart, and the candidate names, best first."""

    name: str
    keywords: tuple[str, ...]
    phrases: tuple[str, ...]


def describe(
    wording: Wording,
    fixed: Mapping[int, str] | None = None,
    *,
    taken: Sequence[str] = (),
    parts: Sequence[Sequence[int]] | None = None,
    spare: Sequence[Sequence[str]] | None = None,
    near: Likeness | None = None,
    kept: Mapping[int, str] | None = None,
) -> tuple[Description, ...]:
    """A description for each group; names are unique, also against ``taken``.

    ``fixed`` gives names that stand already, by the group's place. ``parts``, for themes, gives the sizes of the topics
    that each group is made of, in their order: a theme's name has to fit all of its topics, small ones too.
    ``spare`` gives names for a group whose papers share no telling phrase. ``near`` tells how near phrases lie to what
    the groups are about, whether or not their papers use the same words. ``kept`` gives, by the place of a topic, the
    field that its theme is to be named by.
    """
    fixed, kept = fixed or {}, kept or {}
    weights = [weights_of(count.papers, parts[n] if parts else None) for n, count in enumerate(wording.groups)]
    candidates = [candidates_of(n, wording, weights[n], near, loose=not spare) for n in range(len(weights))]
    keywords = [keywords_of(count, wording) for count in wording.groups]
    names, own = dict(fixed), dict[Group, str]()
    used = {part for name in (*taken, *fixed.values()) for part in _parts_of(name)}
    first = Counter(found[0].key for found in candidates if found)

    def claim(n: int) -> float:  # to a phrase that others want as well: a large group's is the stronger one
        return candidates[n][0].score * log2(2 + wording.groups[n].papers) if candidates[n] else 0.0

    for n in sorted({*range(len(candidates))} - {*fixed}, key=lambda n: (-claim(n), n)):
        others = {key for key in first if not candidates[n] or key != candidates[n][0].key}
        free, group = Names(used, others), Group(n, wording, weights[n], candidates[n])
        own[group] = named(candidates[n], keywords[n], spare[n] if spare else (), free)
        names[n] = broader(group, own[group], free, None if spare else kept.values()) or own[group]
        used.update(_parts_of(names[n]))
    if not spare:
        told = {group: name for group, name in own.items() if names[group.n] == name}
        names.update(_of_leftovers(told, used, kept, near))
    return tuple(_described(names[n], keywords[n], candidates[n]) for n in range(len(candidates)))


def _of_leftovers(
    own: Mapping[Group, str], used: Collection[str], kept: Mapping[int, str], near: Likeness | None
) -> dict[int, str]:
    """New names for those groups whose ``own`` ones say least of their papers, by their places; these first."""
    names: dict[int, str] = {}
    for group in sorted(own, key=lambda group: (group.held(own[group]), group.n)):
        free = Names({*used, *(part for name in names.values() for part in _parts_of(name))}, ())
        if name := other_work(group, own[group], free, kept, near):
            names[group.n] = name
    return names


def _described(name: str, keywords: tuple[str, ...], candidates: Sequence[Candidate]) -> Description:
    phrases = dict.fromkeys((name, *(candidate.shown for candidate in candidates)))
    return Description(name, keywords, tuple(phrases)[:_PHRASES])


def _parts_of(name: str) -> set[str]:
    """The key of a name, and those of the two that it may be made of."""
    return {singular_key(name), *(singular_key(part) for part in name.split(" and "))}
