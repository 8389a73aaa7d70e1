"""A name for what is left of a field: "Other work on robotics", of papers that share no more than that.

It is true of all of them, where a phrase that two share is not.
"""

from collections.abc import Iterator, Mapping

from survey.keyphrases.broader import narrows
from survey.keyphrases.choosing import Names
from survey.keyphrases.fields import broad, in_sentence
from survey.keyphrases.lists import SUBJECTS
from survey.keyphrases.shares import Group
from survey.keyphrases.wording import Likeness

_OTHER_WORK = "Other work on "
_HARDLY = 0.3  # of the papers hold a name that gives way
_OF_FIELD, _MOST, _LIFT = 0.55, 0.6, 3  # of the papers are of a field, of that of the theme, and times those of others

_MANY, _EACH, _EITHER = 10, 1 / 3, 0.5  # papers; of them a half of a name, or either, holds so few
_GENERAL = SUBJECTS | {"neural network"}
_NEAR = 0.6  # cosine with the middle of the papers: of a name that says what they are about, in other words than theirs


def other_work(group: Group, name: str, taken: Names, kept: Mapping[int, str], near: Likeness | None) -> str | None:
    """What names a group whose ``name`` so few of its papers hold, that it only misleads.

    A field of most of its papers, though smaller groups are of it as well; or what else there is in a field that a
    group no smaller is of, unless the name lies near what the papers are about. ``kept``: the fields of their themes.
    """
    if not group.is_told or not (group.held(name) < _HARDLY or _is_of_few(group, name)):
        return None
    fields = (one for one in group.fields(_OF_FIELD) if one.lift >= _LIFT and one.name not in broad())
    keys = group.keys(name)
    own = [one.name for one in fields if one.name not in kept.values() and not any(narrows(k, one.name) for k in keys)]
    whole = kept.get(group.n)
    share = sum(group.weights[number] for number in group.count.fields.get(whole, ())) if whole else 0.0
    names = [field for field in own if not group.is_beside(field, _OF_FIELD)]
    if not _lies_near(group, name, near):
        left = [*own, whole] if whole and share >= _MOST else own
        names += [rest_of(field) for field in left if group.is_beside(field, _OF_FIELD)]
    return next((told for told in (*names, *_general(group, name)) if taken.free(told)), None)


def _is_of_few(group: Group, name: str) -> bool:
    """Whether a name of many papers is of two halves that hardly half of them hold, a third at most each."""
    halves = [group.count.holders.get(key, set()) for key in group.keys(name)]
    most, either = max(map(len, halves)), len(set[int]().union(*halves))
    of_two = len(halves) > 1 and group.count.papers >= _MANY
    return of_two and most <= _EACH * group.count.papers and either <= _EITHER * group.count.papers


def _general(group: Group, name: str) -> Iterator[str]:
    """A subject that fits many a group and yet most of these papers hold, and few others: "neural networks"."""
    outside = max(1, group.wording.papers - group.count.papers)
    for key in sorted(_GENERAL) if " and " in name else ():
        inside = len(group.count.holders.get(key, ()))
        share, others = inside / group.count.papers, (group.wording.total[key] - inside) / outside
        if share >= _MOST and share >= _LIFT * others:
            yield rest_of(key)


def _lies_near(group: Group, name: str, near: Likeness | None) -> bool:
    """Whether a half of a name is like the middle of the group's papers, and no nearer to that of others."""
    rows = near(group.keys(name)) if near else ()
    return any(float(row[group.n]) >= max(_NEAR, float(row.max())) for row in rows)


def rest_of(field: str) -> str:
    """The name for what is left of a field."""
    return f"{_OTHER_WORK}{in_sentence(field)}"


def is_rest(name: str) -> bool:
    """Whether a name is of what is left of a field."""
    return name.startswith(_OTHER_WORK)


def subject_of(name: str) -> str:
    """What a name says that papers are about: the field alone of what is left of one."""
    subject = name.removeprefix(_OTHER_WORK)
    return subject if subject == name else subject[0].upper() + subject[1:]
