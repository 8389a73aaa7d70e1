"""A cell cut ahead of what it calls for, told on to that, or back to where nothing is missing: "both oaks", "by first".

What ends whole by its words may still be half of something that its sentence goes on with.
"""

import re
from collections.abc import Sequence

from survey.cutting import NOUN, splits, weak_breaks, whole_end
from survey.following import end_in
from survey.passing import passed
from survey.verbs import DOING, TELLING, present

_MOST, _LONGEST = 28, 250  # words and characters of a cell that goes on to what it calls for
_TAIL = 24  # letters by which a text's end is found in its sentence
_LEAST_LEFT = 4  # words of one that is cut back
_NEXT_SENTENCE = re.compile(r"\.\s+(?=[A-Z\d])")
_DOES = frozenset(present(verb) for verb in DOING | TELLING)
_MANY = r"(?:two|three|four|five|six|dual|several)"
_PLACED = r"(?:needed|required|necessary|available|used|left|seen|given|learned|obtained)"
_HALVES = tuple(  # how a cell ends, and how its sentence then goes on
    (re.compile(ends), re.compile(goes_on))
    for ends, goes_on in (
        (r"\b[Bb]oth\b(?![^;]*\band\b)", r",? and "),
        (
            r"(?<![\w-])(?:[Ff]irst(?:ly)?|initially) [a-z]+(?:s|ing)\b(?!.*\b(?:then|before|and|followed|second)\b)",
            r".*\S",
        ),
        (
            r"(?:, (?:[a-z]+ on )?|\b(?:for|by|of|on|to|in) )[a-z]{3,}ing$",
            r",? (?:and|or) (?:\w+ly )?[a-z]{3,}ing\b|, [a-z]{3,}ing,",
        ),
        (r", [a-z]{3,}s, [a-z]{3,}s$", r",? and [a-z]{3,}s\b"),
        (
            r"\b(?:transform|convert|turn|translat|decompos)(?:e?s|ing) (?!.*\b(?:into|to)\b)[^,;]*$",
            r"[^;.]{0,300}? into ",
        ),
        (
            rf"\b(?:using|with|via|through|by) (?:an? |the )?(?:metrics?|criteria|tools?|data|features|{NOUN}s?)$",
            r" that ",
        ),
        (r"\b(?:an?|the) (?:novel|new|simple|small|large|[a-z-]{3,}(?:ive|al|able|ous|ful|less|ic))$", r", [a-z-]+ "),
        (
            r"\b(?:in which|where) (?:an?|one) [^,;]+$",
            r",? (?:and|while|whereas) (?:an?|the other|another) (?:[\w-]+ ){1,4}?[a-z]+s (?:the|an?|its|it|them|to)\b",
        ),
        (
            r"\b(?:represent|describ|defin|model|regard)(?:e?s|e|ing)? (?:an?|the|each|all) [^,;]{3,60}$",
            r" as (?:an?|the) ",
        ),
        (r"\b(?:[Ss]hift|[Mm]ov|[Tt]ransition)(?:e?s|ing) [^;]*\bfrom (?!.* to )[^,;]*$", r" to "),
        (r"\b(?:in (?:response|relation|comparison|reference|addition)|prior|due|thanks)$", r" to "),
        (  # "into strong" of "into strong, grounded prompts": strong what?
            r"\b(?:into|with|of|for|to|by|as|from|via|through|an?|the|[a-z]{3,}ing|produces?|generates?|yields?) "
            r"(?:[a-z]+ed )?(?:strong|"
            r"weak|dynamic|static|robust|sparse|dense|simple|rich|diverse|fast|accurate|coherent|stable|efficient|compact|"
            r"precise|consistent|smooth|clean|noisy|(?![a-z]*(?:objec|perspec|narra|direc|incen|representa|ini?tia)tive)"
            r"explicit|implicit|discrete|complex|[a-z-]{3,}(?:[ai]ble|ful|ous|less|[cst]ive|al|ic))$",
            r", (?:[a-z]+ly )?(?!(?:and|or|but|which|that|where|by|to|with|for|in|on|[a-z]+ing)\b)[a-z-]+ [a-z]",
        ),
        (  # "as fuzzy" of "as fuzzy, numerical bounds"
            r"\b(?:an? single|as (?!an?\b|the\b)[a-z-]+(?<!s))$",
            r", (?:[a-z]+ly )?[a-z-]+(?:al|ive|ic|ous|[ai]ble|ful|less|ed|ary) [A-Za-z]",
        ),
        (r"\blearns?$", r" to [a-z]"),
        (r"\bhow (?:one|they|people|humans) can [a-z]+ [^,;]{1,40}$", r" to [a-z]+ "),
        (r"\b(?:rel(?:y|ies|ying)|depends?|depending|focus(?:es|ing)?) (?:less|more)$", r" (?:up)?on "),
        (r" (?:back|away|together|apart)$", r" (?:in|into|from|with|to|at) "),
        (r" (?:whether|if) (?:(?!\b(?:is|are|can|could|does|do|may|has|have|will|would)\b)[^,;])*$", r" "),
        (r"\b(?:all|any|every|only|the) (?:the )?(?:[a-z-]+ )?[a-z]+$", rf" {_PLACED} (?:to|for|by|in|from)\b"),
        (
            r"\b(?:[Ii]ntegrat|[Cc]ombin|[Pp]air|[Cc]oupl|[Mm]erg|[Ff]us|[Uu]nif)(?:es|s|ing) "
            r"(?!.*\b(?:with|into)\b)(?:an?|the) (?:(?! and (?:an?|the)\b).)*$",
            r",? with (?:an?|the)\b",
        ),
        (
            r"\b(?:leveraging|using|given|by [a-z]+ing|from|with|via|through|of) (?:the|an?) [\w-]+$",
            r" and (?:the|an?|its) (?!.*\b(?:is|are|can|has|have)\b)[\w-]+ ",
        ),
        (
            r"\b(?:vulnerability|phenomenon|setting|scenario|situation|mechanism|scheme|attack)\b[^,;]{0,80}$",
            r",? (?:whereby|wherein) ",
        ),
    )
)
_COUNTED = re.compile(rf"\b{_MANY}\b[ -][^:;]{{3,70}}$")
_PROMISED = re.compile(  # and what is it?
    r"\b(?:an?|one) (?:[\w-]+,? (?:yet |but |and )?){0,4}?(?:result|finding|gap|phenomenon|insight|observation|"
    r"limitation|issue|question|solution|idea|trick|principle|answer|strategy|approach|way|trend|pattern|problem|challenge)$"
)
_IN_QUOTES = re.compile(r'"[a-z -]+" [a-z]+$')
_STAGES = re.compile(r"\b(?P<many>two|three|four|five)-(?:stage|step|phase|part)\b")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_THAT_DOES = re.compile(r"\b(?:that|which) (?:first )?(?:[a-z]+ly )?[a-z-]+s ")
_MORE_DONE = re.compile(r"(?:,| and),? (?:then )?(?:[a-z]+ly )?[a-z-]+s ")
_ALSO_DOES = re.compile(
    r",? (?:and )?(?:then |also |finally )?(?:[a-z]+ly )?(?P<verb>[a-z-]+s)\b"
    r"(?P<to> (?:the|an?|its|both|all|each|it|them)\b)?"
)
_LISTED = re.compile(
    r"^(?P<ahead>(?:[A-Z][a-z]+s|[^;:]{5,90}? (?:that|which) (?:[a-z]+ly )?[a-z]+s) [^;:]*?), "
    r"(?P<last>(?:[a-z]+ly )?(?!(?:this|its|thus|as|is|has)\b)[a-z-]+(?<!s)s [^,;:]+)$"
)
_THAT_ACTS = re.compile(r"\b(?:that|which) (?:[a-z]+ly )?(?P<verb>[a-z-]+s)$")
_AND_ACTS = re.compile(r",? and (?:[a-z]+ly )?(?P<verb>[a-z-]+s) ")  # "that bends" of "that bends and ties twigs"
_BARE_VERB = re.compile(r", (?:and )?(?:[a-z]+ly )?(?P<verb>[a-z-]+s)$")
_END = re.compile(
    r"[,;:.](?= |$)| (?:--?-?|[–—]) |$| (?:which|that|thereby|thus|so that|in order|to|leading|designed|specifically)\b"
)
_BASED = re.compile(r" based (?:up)?on\b")
_BACK = re.compile(
    r", |: | (?:that|which|where|in which|to|by|using|spanning|focusing|covering|via|through|leveraging|since|"
    r"designed)\b"
)
_FIRST = re.compile(r"(?<![\w-])[Ff]irst(?:ly)? (?=[a-z]+(?:s|ing)\b)")
_AND_ONE = re.compile(
    r" and (?:[a-z-]{3,}(?:ing|al|ive|ed|ic|ous|ent|ant|ary|old|new) )?(?P<second>[a-z-]{3,})"
    r"(?=$|[,;.]| of\b|(?:(?<!s)|(?<=ss)) (?:in|during|for|across|within|under)\b)"
)
_DOING_IT = re.compile(r", [a-z]+ing [^,]*$")
_VERBS = _DOES | DOING | TELLING | {"then", "thus", "thereby", "also", "further", "hence", "the"}
_PARTS = re.compile(
    r"(?P<led> (?:via|through|with|by|in|into|using|of) (?P<many>two|three|four|five)(?: [\w-]+){1,3}): "
    r"(?P<items>[^;:]+(?:; [^;:]+)+)$"
)
_ANEW = re.compile(r"(?<!that )(?<!which )\b(?:is|are)\b|\b(?:the authors|one can)\b")  # a clause of its own
_POINTS = re.compile(r"\b(?:we|our|us|I|my)\b|https?:")
_EXAMPLES = re.compile(r',? (?:e\.g\.|i\.e\.|such as|for example),? (?:"[^"]{3,120}"(?:, or |, | or )?)+')
_BRACKETS = re.compile(r" ?\([^()]*\)")


def restored(text: str, quotes: tuple[str, ...]) -> str:
    """``text``, trimmed out of its sentence, with the rest of that: without the examples told there."""
    end = text.rstrip(". ")[-_TAIL:]
    for quote in quotes[-1:]:
        ahead, found, rest = _EXAMPLES.sub(" ", quote).rpartition(end)
        rest = _BRACKETS.sub("", rest).rstrip(". ")
        if ahead and found and rest and not _POINTS.search(rest):
            return f"{text.rstrip('. ')}{rest}."
    return text


def closed(cell: str, text: str) -> str:
    """``cell``, a phrase cut out of ``text``, whole; as it is where nothing is missing or it can't be mended."""
    at = end_in(cell, text) if cell else -1
    if at < 0:
        return cell
    following = _NEXT_SENTENCE.split(text[at:].rstrip(". "), maxsplit=1)[0]
    plain = _as_listed(cell, text)
    if not is_open(plain, following):
        more = (_explained, _named_parts, _paired)
        return next((told for add in more if (told := add(cell, following))), cell)
    mends = (_on, _joined, _back, _without_first)
    return next((told for mend in mends if (told := mend(plain, following))), cell)


def closed_by(cell: str, texts: Sequence[str]) -> str:
    """``cell`` whole, by the first of the ``texts`` that goes on with what it lacks."""
    return next((told for text in texts if (told := closed(cell, text)) != cell), cell)


def _as_listed(cell: str, text: str) -> str:
    """``cell`` with its "and" as the comma that its sentence has there: a list that was closed early."""
    low = text.casefold()
    commas = (f"{cell[: one.start()]}, {cell[one.end() :]}" for one in re.finditer(" and ", cell))
    return cell if cell.casefold() in low else next((one for one in commas if one.casefold() in low), cell)


def _explained(cell: str, following: str) -> str:
    """A cell with what it counts, or says in quotes, as told behind a colon, where there is room for it; else ""."""
    if _COUNTED.search(cell) and re.match(r": (?:\(|to |[a-z\d-])", following):
        told = f"{cell}{following}"
        return told if _has_room(told) and _is_whole(told, "") and not _ANEW.search(following) else ""
    if _IN_QUOTES.search(cell) and re.match(r": [a-z]+ing\b", following):
        return _on(cell, following)
    return _on(cell, following) if _PROMISED.search(cell) and re.match(r": [a-z]", following) else ""


def _paired(cell: str, following: str) -> str:
    """A cell with the second of two things, where that is a word or two: "the roots and shoots"; else ""."""
    pair = _AND_ONE.match(following)
    if pair is None or pair["second"] in _VERBS or _DOING_IT.search(cell):
        return ""
    told = f"{cell}{pair[0]}"
    return told if _has_room(told) and _is_whole(told, following[pair.end() :]) else ""


def _named_parts(cell: str, following: str) -> str:
    """A cell with the names of the parts that its sentence lists, each with what it does; else ""."""
    listed = _PARTS.match(following)
    items = re.split(r"; (?:and )?", listed["items"]) if listed else []
    if listed is None or len(items) != _NUMBERS[listed["many"]] or any("," not in one for one in items):
        return ""
    names = [one.partition(",")[0] for one in items]
    told = f"{cell}{listed['led']}: {', '.join(names[:-1])} and {names[-1]}"
    return told if _has_room(told) else ""


def is_open(cell: str, following: str) -> bool:
    """Whether a cell lacks what it calls for, with which its sentence goes on."""
    if any(ends.search(cell) and goes_on.match(following) for ends, goes_on in _HALVES):
        return True
    if (does := _THAT_ACTS.search(cell)) and (also := _AND_ACTS.match(following)):
        return {does["verb"], also["verb"]} <= _DOES
    bare = _BARE_VERB.search(cell)
    if bare and re.match(" " if bare["verb"] in _DOES else r" (?:the|an?|its|each|all)\b", following):
        return True
    return _lacks_a_stage(cell, following) or _breaks_off(cell, following)


def _does_more(following: str) -> bool:
    """Whether a sentence goes on with what else is done: ", and verifies"."""
    more = _ALSO_DOES.match(following)
    return bool(more and (more["to"] or more["verb"] in _DOES))


def _lacks_a_stage(cell: str, following: str) -> bool:
    """Whether a cell counts more stages than it tells: "three-stage tool that sows and waters"."""
    stages = _STAGES.search(cell)
    if stages is None or not _does_more(following):
        return False
    does = _THAT_DOES.search(cell, stages.end())
    return does is not None and 1 + len(_MORE_DONE.findall(cell, does.end())) < _NUMBERS[stages["many"]]


def _breaks_off(cell: str, following: str) -> bool:
    """Whether a cell is a list of what is done without its last: "Sows oaks, waters elms" that goes on ", and"."""
    listed = _LISTED.match(cell)
    return bool(listed and _does_more(following))


def _on(cell: str, following: str) -> str:
    """The cell on to the first stop of its sentence that closes it, if that is short enough; else to a later word."""
    stops = [one.start() for ends in (_END, _BASED) for one in ends.finditer(following, 3)]
    for at in (*stops, *reversed(weak_breaks(following))):
        told, rest = f"{cell}{following[:at]}", following[at:]
        if at > 2 and _has_room(told) and _is_whole(told, rest) and not (rest and splits(told + rest, len(told))):
            return told
    return ""


def _has_room(told: str) -> bool:
    return len(told.split()) <= _MOST and len(told) <= _LONGEST


def _joined(cell: str, following: str) -> str:
    """A list of doings without its last, as one of those that it tells: "Sows oaks and waters elms"."""
    listed = _LISTED.match(cell)
    if listed is None or not _does_more(following) or _lacks_a_stage(cell, following):
        return ""
    return f"{listed['ahead']} and {listed['last']}"


def _back(cell: str, following: str) -> str:
    """The cell up to the last place where nothing is missing; "" where too little is left."""
    for at in sorted({*(one.start() for one in _BACK.finditer(cell)), *weak_breaks(cell)}, reverse=True):
        told = whole_end(cell[:at])
        if len(told.split()) >= _LEAST_LEFT and _is_whole(told, f"{cell[len(told) :]}{following}"):
            return told
    return ""


def _without_first(cell: str, following: str) -> str:
    """A step told without its place in a row: "by first sowing" is "by sowing"."""
    told = _FIRST.sub("", cell)
    return told if told != cell and not is_open(told, following) else ""


def _is_whole(told: str, rest: str) -> bool:
    return not is_open(told, rest) and whole_end(told) == told and passed(told, asking=True) == told
