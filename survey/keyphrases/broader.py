"""A broader name where a group's own holds for too few of its papers: the field, or two, that most of them work in."""

from collections.abc import Collection

from survey.keyphrases.choosing import Names
from survey.keyphrases.counting import singular_key
from survey.keyphrases.fields import broad
from survey.keyphrases.pairing import paired
from survey.keyphrases.shares import Group

_HOLDS, _HARDLY = 0.4, 0.2  # a name that less of the papers hold is weak, and hardly one
_HOLDS_BOTH = 0.55  # a name of two halves, too, where a field holds nearly all
_NEARLY_ALL, _OF_FEW_OTHERS = 0.7, 4  # of the papers, and times the share of others
_MOST, _GAINS = 0.55, 0.25  # of the papers are of a field that names them, and so many more than hold the name
_LIFT, _LIFT_OF_WHOLE, _LIFT_AT_ALL = 3, 2.2, 1.8  # times the share of other papers that are of it: of a topic's name,
# a theme's, and in the place of one that is hardly a name


def broader(group: Group, name: str, taken: Names, kept: Collection[str] | None) -> str | None:
    """What names a group better than ``name`` does: a field that is still free, or two, or a field and a phrase.

    ``kept``: the fields that wholes are to be named by, of which this group is a part; None for a whole itself.
    """
    if not group.is_told or (held := group.held(name)) >= (_HOLDS_BOTH if " and " in name else _HOLDS):
        return None
    if held >= _HOLDS:
        told = _field(group, name, held, taken, kept)
        whole = (one for one in group.fields(_NEARLY_ALL) if one.name == told and one.lift >= _OF_FEW_OTHERS)
        return next((one.name for one in whole), None)
    return _field(group, name, held, taken, kept) or paired(group, held, taken, kept or ())


def _field(group: Group, name: str, held: float, taken: Names, kept: Collection[str] | None) -> str | None:
    """The field that clearly names the group better, of few others' papers."""
    keys = group.keys(name)
    hardly = held < _HARDLY or all(len(group.count.holders.get(key, ())) < 2 for key in keys)
    least = _LIFT_AT_ALL if hardly else _LIFT if kept is not None else _LIFT_OF_WHOLE
    fields = [one for one in group.fields(_MOST) if one.lift >= least and one.share >= held + _GAINS]
    if kept is not None:
        fields = [one for one in fields if one.name not in kept]
        fields = [one for one in fields if hardly or not (one.name in broad() or group.is_of_another(one))]
        fields = sorted(fields, key=lambda one: one.name in broad())
    narrow = set[str]() if hardly else {one.name for one in fields for key in keys if narrows(key, one.name)}
    return next((one.name for one in fields if one.name not in narrow and taken.free(one.name)), None)


def narrows(key: str, field: str) -> bool:
    """Whether a phrase says of what kind in a field it is: "medical image segmentation"."""
    return " " in field and set(singular_key(field).split()) < set(key.split())
