"""Whether a sentence tells only one step of a way to work: the first of several, or one that a next one follows."""

import re
from collections.abc import Sequence

_WORKS = (
    r"(?:use|employ|utili[sz]e|adopt|apply|map|extract|generate|train|fine-?tune|construct|build|compute|calculate|encode|"
    r"obtain|convert|decompose|segment|transform|create|collect|learn|perform|project|feed|sample|cluster|select|"
    r"estimate|predict|split|divide|partition|initiali[sz]e|pre-?train|detect|identify|gather|generate|derive|find)"
)
_PART = (
    r"(?:develop|design|introduce|propose|devise|build|construct) (?:an?|the) (?:\S+ ){0,8}?(?:module|block|branch|"
    r"component|encoder|decoder|layer|unit|attention|step|stage|mask|loss|strategy|mechanism|scheme)\b"
)
_MEANS = r"(?:(?:Specifically|Concretely|In particular|More specifically|Technically),? )?(?:[^,]{3,60}, )?"
_FIRST = re.compile(
    rf"^{_MEANS}(?:we|it|the (?:authors|method|model|framework)|[A-Z]\S+) first(?:ly)? (?:{_WORKS}|{_PART})|"
    rf"^(?i:first(?:ly)?|second(?:ly)?|third(?:ly)?|next|then), (?:we|it|[A-Z]\S+) (?:{_WORKS}|{_PART})"
)
_DOES = re.compile(rf"^{_MEANS}(?:we|it|[A-Z]\S+) (?:\w+ly )?(?:{_WORKS}|{_PART})")
_GOES_ON = re.compile(r"^\s*(?:Then|Afterwards?|Second|Secondly|Next|Subsequently|After that|Thereafter|Later)\b,? ")
_FIGURE = re.compile(r"(?<![\w-])\d+(?:\.\d+)?\s?(?:\\?%|[x×]\b|-?fold|points?\b|times\b)|\d\.\d")


_IN_A_STAGE = re.compile(  # "During the matching stage, ...", "In stage 1, ..."
    r"^(?:In|During|At|For) (?:the |this |our |each )?(?:(?:first|second|third|[\w-]+) ){0,2}?"
    r"(?:stages?|phases?|steps?)(?: (?:[1-9]|one|two|three|I{1,3}))?, ",
    re.IGNORECASE,
)


def is_one_step(quotes: Sequence[str], abstract: str) -> bool:
    """Whether all ``quotes``, of ``abstract``, tell one step: "We first mask ...", "We mask ... . Then, ..."."""
    return bool(quotes) and all(_is_step(quote, abstract) for quote in quotes)


def _is_step(quote: str, abstract: str) -> bool:
    if _FIGURE.search(quote):
        return False
    if _FIRST.match(quote) or _IN_A_STAGE.match(quote):
        return True
    return bool(_DOES.match(quote) and _GOES_ON.match(abstract.partition(quote)[2]))


def without_first(text: str) -> str:
    """``text`` without a "first" that no second follows: "the authors first mask the leaves" as "the authors mask"."""
    text = text.replace(" in which, ", " in which ")
    return text if _FOLLOWED.search(text) else _THE_FIRST_OF.sub(r"\g<who> ", text)


_THE_FIRST_OF = re.compile(r"(?P<who>\b(?:authors|module|network|paper|method|framework|model|it)) first (?=[a-z]{3,})")
_FOLLOWED = re.compile(
    r"\b(?:then|second|secondly|next|subsequently|afterwards?|later|before|after|finally|followed)\b"
)
