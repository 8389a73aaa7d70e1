"""Small mends of a cell's words: a name in the way, a step without its next, a pointer to nobody."""

import re

from survey.cutting import weak_breaks, whole_end
from survey.verbs import BASE_OF_GERUND, DOING, TELLING, present

_NAME = r"(?P<name>[A-Z][\w+-]*)(?: \([^()]*\))?"
_BY_DOING = re.compile(rf"^{_NAME},? (?:via|by|through) (?P<verb>[a-z]+ing) (?=[a-z]*)")
_TO_DO = re.compile(rf"^{_NAME},? (?:is )?(?:designed|developed|built) to (?P<verb>[a-z]+) ")
_IN_BETWEEN = re.compile(rf"^(?P<kind>[A-Z][\w-]+(?: [\w-]+){{0,5}}), {_NAME},(?= (?:for|to|in|of|with)\b)")
_WHERE = re.compile(r"\b(?P<where>in which|wherein|where), (?=(?:an?|the|each) [^,]*$)")
_MORE = re.compile(r"^More (?=[a-z]+ly [a-z]+s )")
_DOES = frozenset(present(verb) for verb in DOING | TELLING)
_ACTS = re.compile(rf"(?:[A-Z][a-z]+ly )?(?:(?i:{'|'.join(sorted(_DOES))})\b|[A-Z][a-z]+s (?:an?|the|its|each)\b)")
_FIRST = re.compile(r"(?<![\w-])first(?:ly)? (?P<verb>[a-z]+)\b(?!.*(?:\b(?:then|before|and|second|next|after)\b|,))")
_AN_OBJECT = re.compile(r" (?:the|an?|its|each|all)\b")
_THEM = re.compile(r"\bby (?:[a-z]+ly )?[a-z]+ing (?:them|it)\b")
_SOME = re.compile(r"(?<=[a-z] )[a-z-]{3,}(?<!s)s\b")
_A_STEP_OF = re.compile(
    r"^(?:Includes|Involves) the (?P<what>integration|introduction|combination|incorporation|application) of "
)
_DOING_SO = {
    "integration": "Integrates ",
    "introduction": "Introduces ",
    "combination": "Combines ",
    "incorporation": "Incorporates ",
    "application": "Applies ",
}
_BY_SOME = re.compile(r" (?:guided|conditioned|driven|supervised|constrained) (?:by|on) the [a-z]+$")
_BOTH_KINDS = re.compile(
    r",? (?:spanning|covering|including|across|for|of|in|with) (?:both )?[\w]+-(?P<kind>[a-z]+) (?:and|or) "
    r"[\w]+-(?P=kind)$"
)
_LEAST = 4  # words
_DONE_TOO = re.compile(  # "Overview of trees and examines their twigs": the paper does, and not what is beside
    r"(?P<whole>(?:(?!\b(?:that|which|where|who|whose|when)\b)[^:;.]){22,}?),? and (?:also |then |[a-z]+ly )?"
    rf"(?:{'|'.join(sorted(_DOES))}) (?:the|an?|its|their|how|that|whether|each|both|them|it)\b"
)
_WHERE_SOME = re.compile(  # "a saw, where only a few twigs": do what?
    r"(?P<whole>(?:\S+ ){3,}?\S+?),? (?:where|wherein|in which|whereby) (?:only )?(?:a few|few|several|some|many|"
    r"two|three|four|both|all) (?:[a-z-]+ ){0,2}[a-z-]+s$"
)


def tidied(cell: str, title: str) -> str:
    """``cell`` without what stands in a reader's way."""
    for mend in (_by_doing, _to_do, _in_between):
        cell = mend(cell, title)
    cell = _MORE.sub("", _WHERE.sub(r"\g<where> ", cell))
    cell = _A_STEP_OF.sub(lambda step: _DOING_SO[step["what"]], _FIRST.sub(_alone, cell))
    for needless in (_BY_SOME, _BOTH_KINDS):
        without = needless.sub("", cell)
        cell = without if len(without.split()) >= _LEAST else cell
    cell = _WHERE_SOME.sub(r"\g<whole>", cell)
    beside = None if _ACTS.match(cell) else _DONE_TOO.match(cell)
    cell = beside["whole"] if beside and _DOES.isdisjoint(beside["whole"].split()) else cell
    return _unpointed(f"{cell[:1].upper()}{cell[1:]}")


def _by_doing(cell: str, title: str) -> str:
    """ "Rex via arming bees" as "Works by arming bees", for Rex stands in the title."""
    named = _BY_DOING.match(cell)
    if named is None or not _is_own(named["name"], title):
        return cell
    base, rest = BASE_OF_GERUND.get(named["verb"]), cell[named.end() :]
    return f"{present(base).capitalize()} {rest}" if base else f"Works by {named['verb']} {rest}"


def _to_do(cell: str, title: str) -> str:
    """ "Rex designed to rank bees" as "Ranks bees"."""
    named = _TO_DO.match(cell)
    if named is None or not _is_own(named["name"], title) or named["verb"] not in DOING:
        return cell
    return f"{present(named['verb']).capitalize()} {cell[named.end() :]}"


def _in_between(cell: str, title: str) -> str:
    """ "Problem, Rex, of bees" as "Problem of bees"."""
    named = _IN_BETWEEN.match(cell)
    return f"{named['kind']}{cell[named.end() :]}" if named and _is_own(named["name"], title) else cell


def _is_own(name: str, title: str) -> bool:
    """Whether a name is that of what the paper makes: coined, and in its title."""
    return name in title and bool(re.match(r".+[A-Z\d]", name))


def _alone(first: re.Match[str]) -> str:
    """A step of which no next one is told, without its place: "by first sowing" as "by sowing"."""
    verb = first["verb"]
    acts = verb.endswith("s") and _AN_OBJECT.match(first.string, first.end())
    doing = verb in _DOES or acts or (verb.endswith("ing") and first.string[: first.start()].endswith("by "))
    return verb if doing else first[0]


def _unpointed(cell: str) -> str:
    """A cell up to where it points to what it doesn't name: "by placing them early"."""
    points = _THEM.search(cell)
    if points is None or _SOME.search(cell, 0, points.start()) or " it" in points[0]:
        return cell
    ends = [at for at in weak_breaks(cell) if at <= points.start()]
    told = whole_end(cell[: max(ends)]) if ends else ""
    return told if len(told.split()) >= _LEAST else cell
