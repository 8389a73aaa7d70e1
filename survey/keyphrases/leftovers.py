"""A name for what is left of a field: "Other work on robotics", of papers that share no more than that.

It is true of all of them, where a phrase that two share is not.
"""

from collections.abc import Mapping

from survey.keyphrases.choosing import Names
from survey.keyphrases.fields import broad, in_sentence
from survey.keyphrases.shares import Group
from survey.keyphrases.wording import Likeness

_OTHER_WORK = "Other work on "
_HARDLY = 0.3  # of the papers hold a name that gives way
_OF_FIELD, _MOST, _LIFT = 0.55, 0.6, 3  # of the papers are of a field, of that of the theme, and times those of others

_NEAR = 0.6  # cosine with the middle of the papers: of a name that says what they are about, in other words than theirs


def other_work(group: Group, name: str, taken: Names, kept: Mapping[int, str], near: Likeness | None) -> str | None:
    """What names a group whose ``name`` so few of its papers hold, that it only misleads.

    A field of most of its papers, though smaller groups are of it as well; or what else there is in a field that a
    group no smaller is of, unless the name lies near what the papers are about. ``kept``: the fields of their themes.
    """
    if not group.is_told or group.held(name) >= _HARDLY:
        return None
    fields = (one for one in group.fields(_OF_FIELD) if one.lift >= _LIFT and one.name not in broad())
    own = [one.name for one in fields if one.name not in kept.values()]
    whole = kept.get(group.n)
    share = sum(group.weights[number] for number in group.count.fields.get(whole, ())) if whole else 0.0
    names = [field for field in own if not group.is_beside(field, _OF_FIELD)]
    if not _lies_near(group, name, near):
        left = [*own, whole] if whole and share >= _MOST else own
        names += [rest_of(field) for field in left if group.is_beside(field, _OF_FIELD)]
    return next((told for told in names if taken.free(told)), None)


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
