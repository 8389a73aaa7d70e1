"""A cell cut where its phrase doesn't complete, told to where it does: a list, what is counted, a pair, a means."""

import re
from collections.abc import Iterator

from survey.cutting import NOUN, whole_end
from survey.ending import OUTCOME
from survey.following import end_in, kept_whole
from survey.passing import passed
from survey.verbs import DOING, TELLING, present

_MOST = 24  # words of a cell that goes on
_MOST_OF_A_LIST = 28  # of one that would else break off within a list
_LONGEST = 205  # characters
_SHORT = 18  # words that leave room for a means
_NEXT_SENTENCE = re.compile(r"\.\s+(?=[A-Z\d])")
_STOP = re.compile(  # where what belongs to a phrase ends
    r"[,;:](?= |$)|\s(?:--?-?|[–—])\s|-(?:e\.g|i\.e)|\s(?:like(?= [A-Z])|such as\b)|"
    r"\s(?:that|which|while|where|whose|whereas|thereby|thus|without|so|because|since|resulting|leading)\b|"
    r",? and (?:[a-z]+ly )?(?:then )?[a-z-]+s (?:the|an?|its|their|both|only|all)\b|"
    r"\sto (?:[a-z]+ly )?(?P<aim>[a-z]+)\b|$"
)
_MEANS = re.compile(
    r",? (?:(?:followed|combined|coupled|together|along|paired) (?:by|with)|through|by|using|via|with|from|across|at|"
    r"between|among|into|onto|over|under|within|for|in|on|of|along|based)\b"
)
_PROMISED = re.compile(
    r"\b(?:better|more|robust\w*|efficien\w+|effectiv\w+|accura\w+|improved|enhanced|reliab\w+|such|various|this|these|"
    r"respectively|order|example|general|particular|addition|many|state-of-the-art)\b"
)
_ITEM = r"(?!(?:which|that|where|while|whose|thereby|thus|resulting|leading)\b)[^,.;:()]{3,90}"
_REST_OF_A_LIST = re.compile(rf"(?:, {_ITEM}){{0,3}}, (?:and|or) (?P<last>(?:[^,.;:]|\.(?=\d)){{3,120}})")
_SERIES = re.compile(r"(?P<items>(?:, [^,.;:()]{3,45}){1,5}),? (?:and|or) (?P<last>(?:[^,.;:]|\.(?=\d)){3,120})")
_INTO = re.compile(
    r"\b(?:decompos|divid|split|break|partition|factori|separat|organi[sz]|categori[sz]|classif|group)\w*\b [^,;]* "
    r"into [^,;]+$",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"(?:, (?!(?:which|where|while|whose|and|or|then|[a-z]+ing (?:the|an?|us|one))\b|[A-Z][\w-]*[A-Z\d][\w-]* [a-z]+s )"
    r"[^,;:.]{3,90}){1,5},? "
    r"(?:and|or) (?![a-z]+s (?:the|an?|its)\b)[^,;:.]{3,90}(?=,|$)"
)
_BY_NAME = re.compile(r"\b(?:employs|uses|utili[sz]es|leverages|applies|adopts|introduces) [A-Z]\w*[A-Z\d][\w-]*$")
_AGAINST = re.compile(r"^[^,;]* against ")
_NO_ITEM = re.compile(
    r"(?:(?:which|that|where|while|whose|thereby|thus|then|also|such|including|e\.g|i\.e|with|by|for|to|in|on|from|via|"
    r"using|based|designed|trained|as|an?|the|each|both|without|not|but|and|or|[a-z]+ly)\b|(?:\S+ ){5})"
)
_FROM = re.compile(r"\b(?:shift|mov|chang|transition|progress|evol|rang)\w*\b[^,;:]* from (?:(?! to )[^,;:])*$")
_LETS = re.compile(r"\b(?:enabl|allow|forc|encourag|requir|instruct|teach)(?:es?|s|ing) [^,;:]{3,40}$")
_CUT = " …"
_ONE_OF_TWO = re.compile(r"\b(?:two|pair)\b.*[,:] one (?:based|on|for|with|that|which|of|in)\b")
_OTHER = re.compile(r",? and (?:the other|another|one)\b")
_IN_A_LIST = re.compile(
    r"^(?P<ahead>[^;]*?), (?!(?:which|that|where|while|and|or|the (?:first|task)|namely)\b)(?P<item>[^,;:]+)$"
)
_WHERE_THEY = re.compile(r",? (?:where|in which) the authors (?P<adverb>(?:[a-z]+ly )?)(?P<verb>[a-z-]+)(?= )")
_THEY = re.compile(r", the authors (?:also |then |further |first )?(?P<verb>[a-z-]+)(?P<rest> .+)")
_THEN_DOES = re.compile(r",? (?:and )?then (?:[a-z]+ly )?(?!the\b|an?\b)[a-z-]+s (?:the |an? |its |it |them )?")
_LITTLE = 7  # words
_AIM = re.compile(r",? to (?:[a-z]+ly )?[a-z]+ ")
_POOR_AIM = re.compile(
    r"\b(?:this|these|such|outperform\w*|state-of-the-art|performance|challenges?|issues?|problems?|limitations?)\b"
)
_OF_TWO = re.compile(
    r"\b(?:union|combination|mixture|sum|product|intersection|balance|fusion|mix) of (?:an?|the) [^,;:]{3,50}$"
)
_DESCRIBES = re.compile(r"\b(?:an?|into|as) [a-z-]+(?:ed|al|ive|ent|ant|ous|ic|able|ing)$")
_DESCRIBED = re.compile(r", (?!(?:which|that|where|while|and|or|but|by|with|using|[a-z]+ing|[a-z]+ly)\b)[a-z-]+ [a-z]")
_THAT_WHEN = re.compile(
    r"\b(?:that|which|in which|where), (?:when|given|based on|in|by|through|with|after|for) [^,;]+$"
)
_BARE_KIND = re.compile(rf" to [a-z]+ (?:an?|the) (?:novel |new )?{NOUN}$")  # "to develop an approach"
_CLAUSE = re.compile(r"\b(?:must|can|is|are|was|were|has|have|will|may)\b")
_AND_A_THING = re.compile(
    r"(?:,? as well as| and) (?P<thing>(?:the|an?|[A-Z]\S*|pre-[a-z]+|[a-z]+-[a-z-]+|"
    r"[a-z]+(?:al|ive|ous|ic|less|ful|ed|ary|ble|ant|ion|ness|ity)) [^,.;:]{5,80})"
)
_NAMES_ONE = re.compile(r",? including [^,;:]{3,60}$")
_AND_OTHERS = re.compile(r" and [^,.;:]{3,40}, [^,.;:]{3,60},? and ")
_HALF_A_PAIR = re.compile(r"(?<!between) and [a-z]+$")
_GOES_ON_DOING = re.compile(r"(?: (?:to|for|in|by) [^,;:]{3,60})?, (?:and )?(?:[a-z]+ly )?[a-z-]+s\b")
_FEW = 3  # words of an item: "localized deployment" is no doing
_DOES = frozenset(present(verb) for verb in DOING)
_LISTED = re.compile(r": (?P<items>[^.;:]{10,150})")
_COUNTS = re.compile(
    r"\b(?:two|three|four|five|six)\b[ -](?:[\w-]+ ){0,5}[\w-]*(?:s|process|pipeline|framework|procedure|stage)$",
    re.IGNORECASE,
)
_EACH = re.compile(r", each (?:of which (?:is|are) )?[a-z]+(?:ed|ing)\b[^,.;:]{5,70}")
_IN_BETWEEN = re.compile(
    r"\b(?:differences?|distances?|gaps?|similarit(?:y|ies)|discrepanc(?:y|ies)|divergence|trade-?offs?|mismatch|"
    r"agreement|alignment|correlations?|relations?|relationships?|interactions?|dependenc(?:y|ies))\b"
    r"(?: (?:in|of) [^,;:]{3,60})?$"
)


def rounded(cell: str, text: str) -> str:
    """``cell``, a phrase cut out of ``text``, on to where it is complete; as it is where nothing fits."""
    if cell.endswith(_CUT):
        return _uncut(cell.removesuffix(_CUT), text) or cell
    at = end_in(cell, text)
    following = _NEXT_SENTENCE.split(text[at:].rstrip(". "), maxsplit=1)[0] if at >= 0 else ""
    if not cell or not following:
        return cell
    for more, most in _more(cell, following):
        told, whole = kept_whole(f"{cell}{more}", text, most)
        if more and whole and len(told) >= len(f"{cell}{more}") and _fits(told, most):
            return _joined(told, text[end_in(told, text) :])
    return _joined(cell, following)


def _uncut(cell: str, text: str) -> str:
    """A phrase that was cut off within a thing, with all of that thing; "" where that is too long."""
    at = end_in(cell, text)
    told = f"{cell}{_stretch(text[at:].rstrip('. '))}" if at >= 0 else ""
    return told if told and _fits(told, _MOST_OF_A_LIST) else ""


def _more(cell: str, following: str) -> Iterator[tuple[str, int]]:
    """What may be told behind a cell, with the most words that both may have."""
    yield _list_on(cell, following), _MOST_OF_A_LIST
    yield _series(cell, following), _MOST_OF_A_LIST
    yield _parts(cell, following), _MOST_OF_A_LIST
    yield (following[:2] + _up_to_stop(following[2:]) if _goes_on_at_once(cell, following) else ""), _MOST_OF_A_LIST
    yield _counted(cell, following), _MOST
    yield _from_to(cell, following), _MOST_OF_A_LIST
    yield (_up_to_stop(following) if _ONE_OF_TWO.search(cell) and _OTHER.match(following) else ""), _MOST_OF_A_LIST
    yield (each[0] if (each := _EACH.match(following)) else ""), _MOST
    yield _second_of_a_pair(following), _MOST
    yield _as_they_do(cell, following), _MOST
    yield _done_with(cell, following), _MOST
    yield (then[0] + _stretch(following[then.end() :]) if (then := _THEN_DOES.match(following)) else ""), _MOST
    yield _to_what_end(cell, following), _MOST_OF_A_LIST if _BY_NAME.search(cell) else _MOST
    long = _IN_BETWEEN.search(cell) or _AGAINST.search(following)
    yield _by_means(cell, following), _MOST_OF_A_LIST if long else _MOST


def _list_on(cell: str, following: str) -> str:
    """The rest of a list of which a cell holds the first items only."""
    rest, listed = _REST_OF_A_LIST.match(following), _IN_A_LIST.match(cell)
    if rest is None or listed is None or _is_doing(rest["last"]) != _is_doing(listed["item"]):
        return ""
    return following[: rest.start("last")] + _up_to_stop(rest["last"])


def _series(cell: str, following: str) -> str:
    """The rest of a list of which a cell holds the first item: "reads novels" of "novels, letters, and maps"."""
    rest = _SERIES.match(following)
    gerunds = bool(re.search(r"\b[a-z]{3,}ing$", cell))
    if rest is None or _is_doing(rest["last"]) or rest["last"].split(" ", 1)[0].endswith("ing") > gerunds:
        return ""
    items = rest["items"].removeprefix(", ").split(", ")
    if any(_NO_ITEM.match(one) or (re.match(r"[a-z]+ing\b", one) and not gerunds) for one in items):
        return ""
    return following[: rest.start("last")] + _up_to_stop(rest["last"])


def _parts(cell: str, following: str) -> str:
    """The other parts of what is taken apart: "splits it into roots" of "roots, old shoots of the north, and buds"."""
    listed = _PARTS.match(following) if _INTO.search(cell) else None
    return listed[0] if listed and OUTCOME.search(listed[0]) is None else ""


def _goes_on_at_once(cell: str, following: str) -> bool:
    """Whether a cell stops between what describes a thing, or ahead of a clause's verb: "a net that, when wet"."""
    if _OF_TWO.search(cell) and re.match(r" and (?:an?|the) ", following):
        return True
    described = _DESCRIBES.search(cell) and _DESCRIBED.match(following)
    return bool(described or (_THAT_WHEN.search(cell) and following.startswith(", ")))


def _from_to(cell: str, following: str) -> str:
    """What a shift leads to, of which a cell says where from: "from pruning by hand"; or what someone is let do."""
    if not following.startswith(" to ") or not (_FROM.search(cell) or _LETS.search(cell)):
        return ""
    return f" to {_up_to_stop(following[4:])}"


def _counted(cell: str, following: str) -> str:
    """What a cell counts, listed behind a colon: "in a three-phase process: sowing, grafting and picking"."""
    items = _LISTED.match(following)
    if items is None or items.end() < len(following) or not _COUNTS.search(cell):
        return ""
    return "" if re.search(r"\b(?:is|are|the authors|one)\b", items["items"]) else items[0]


def _second_of_a_pair(following: str) -> str:
    """A thing that ends its sentence behind an "and": "from hooks" that goes on "and long ropes of hemp"."""
    pair = _AND_A_THING.fullmatch(following)
    if pair is None or _is_doing(pair["thing"]) or pair["thing"].split(" ", 1)[0] in TELLING | DOING:
        return ""
    return "" if OUTCOME.search(following) or _PROMISED.search(following) else following


def _as_they_do(cell: str, following: str) -> str:
    """What the authors do there, as done too: " where the authors bend the shoots" is " and bends the shoots"."""
    they = _WHERE_THEY.match(following)
    if they is None or cell.split(" ", 1)[0].casefold() not in _DOES:
        return ""
    if they["verb"] not in DOING | TELLING | {"decrease", "compute"}:
        return ""
    return f" and {they['adverb']}{present(they['verb'])}{_up_to_stop(following[they.end() :])}"


def _done_with(cell: str, following: str) -> str:
    """What is done with the means that a cell tells: "Using hooks, the authors lift roots" is "Uses hooks to lift"."""
    they = _THEY.match(following) if cell.startswith(("Uses ", "Leverages ", "Employs ", "Applies ")) else None
    if they is None or " to " in cell or they["verb"] not in DOING | TELLING:  # it says to what end already
        return ""
    if they["rest"].startswith((" that ", " how ", " whether ")):
        return ""
    return f" to {they['verb']}{_stretch(they['rest'])}"


def _to_what_end(cell: str, following: str) -> str:
    """To what end something is done, where a cell says little else."""
    if (len(cell.split()) > _LITTLE and not _BY_NAME.search(cell)) or not (aim := _AIM.match(following)):
        return ""
    more = aim[0] + _stretch(following[aim.end() :])
    return "" if _CLAUSE.search(more) or _POOR_AIM.search(more) else more


def _by_means(cell: str, following: str) -> str:
    """By what means, from where or between what: up to where that ends."""
    pair = _IN_BETWEEN.search(cell) and " between " in following
    if len(cell.split()) > _SHORT and not pair:
        return ""
    if not _MEANS.match(following):
        return ""
    more = _stretch(following)
    said_of_any = OUTCOME.search(more) or _PROMISED.search(more) or _POOR_AIM.search(more)
    return "" if said_of_any or _CLAUSE.search(more) else more


def _up_to_stop(text: str) -> str:
    """``text`` up to where what it starts with ends; without half a pair: "in prompts and strengthen"."""
    ends = (stop.start() for stop in _STOP.finditer(text, 3) if not (stop["aim"] and stop["aim"] not in DOING))
    return _HALF_A_PAIR.sub("", text[: next(ends, len(text))])


def _stretch(text: str) -> str:
    """``text`` up to where what it starts with ends, with all items of a list."""
    more = _up_to_stop(text)
    return more + _series(more, text[len(more) :])


def _is_doing(item: str) -> bool:
    """Whether an item of a list is what is done: "picks plums"; not "a basket"."""
    first = re.match(r"(?:[a-z]+ly )?([a-z]+)\b(?!-)", item)
    did = first is not None and first[1].endswith("ed") and len(item.split()) > _FEW
    return first is not None and (first[1] in _DOES or did)


def _fits(told: str, most: int) -> bool:
    """Whether a cell is short enough, and makes sense alone."""
    bare = _BARE_KIND.search(told)
    short = not bare and len(told) <= _LONGEST and len(told.split()) <= most
    return short and whole_end(told) == told and passed(told) == told


def _joined(cell: str, following: str) -> str:
    """A list of doings that breaks off, with an "and" before its last: "Ropes pears, picks plums" of three."""
    listed_on = _SERIES.match(following) or _AND_OTHERS.match(following)
    if listed_on and _NAMES_ONE.search(cell) and whole_end(without := _NAMES_ONE.sub("", cell)) == without:
        return without
    listed = _IN_A_LIST.match(cell)
    if listed is None or not _GOES_ON_DOING.match(following):
        return cell
    return f"{listed['ahead']} and {listed['item']}" if _is_doing(listed["item"]) else cell
