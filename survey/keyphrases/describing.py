"""Groups of papers to names: which phrases many of a group's papers share and few others do."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from survey.keyphrases.broader import broader
from survey.keyphrases.choosing import Candidate, Names, named
from survey.keyphrases.counting import singular_key
from survey.keyphrases.keywords import keywords_of
from survey.keyphrases.scoring import candidates_of, weights_of
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
    kept: Collection[str] = (),
) -> tuple[Description, ...]:
    """A description for each group; names are unique, also against ``taken``.

    ``fixed`` gives names that stand already, by the group's place. ``parts``, for themes, gives the sizes of the topics
    that each group is made of, in their order: a theme's name has to fit all of its topics, small ones too.
    ``spare`` gives names for a group whose papers share no telling phrase. ``near`` tells how near phrases lie to what
    the groups are about, whether or not their papers use the same words. ``kept`` are fields for themes to be named by.
    """
    fixed = fixed or {}
    weights = [weights_of(count.papers, parts[n] if parts else None) for n, count in enumerate(wording.groups)]
    candidates = [candidates_of(n, wording, weights[n], near, loose=not spare) for n in range(len(weights))]
    keywords = [keywords_of(count, wording) for count in wording.groups]
    names = dict(fixed)
    used = {part for name in (*taken, *fixed.values()) for part in _parts_of(name)}
    first = Counter(found[0].key for found in candidates if found)

    def claim(n: int) -> float:  # to a phrase that others want as well: a large group's is the stronger one
        return candidates[n][0].score * log2(2 + wording.groups[n].papers) if candidates[n] else 0.0

    for n in sorted(range(len(candidates)), key=lambda n: (-claim(n), n)):
        if n not in names:
            others = {key for key in first if not candidates[n] or key != candidates[n][0].key}
            free = Names(used, others)
            own = named(candidates[n], keywords[n], spare[n] if spare else (), free)
            names[n] = broader(n, wording, weights[n], own, candidates[n], free, None if spare else kept) or own
            used.update(_parts_of(names[n]))
    return tuple(_described(names[n], keywords[n], candidates[n]) for n in range(len(candidates)))


def _described(name: str, keywords: tuple[str, ...], candidates: Sequence[Candidate]) -> Description:
    phrases = dict.fromkeys((name, *(candidate.shown for candidate in candidates)))
    return Description(name, keywords, tuple(phrases)[:_PHRASES])


def _parts_of(name: str) -> set[str]:
    """The key of a name, and those of the two that it may be made of."""
    return {singular_key(name), *(singular_key(part) for part in name.split(" and "))}
