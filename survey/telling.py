"""Whether a sentence says something to a reader who has read no more than the paper's title: something new, whole."""

import re
from functools import lru_cache

from survey.evidence import content_words, sentences
from survey.hanging import hanging
from survey.words import TROUBLE

HARD = 2
"""How much a text leans that nobody understands alone."""
_LEAST_NEW = 3  # words that carry meaning, beside those of the title and those that any paper says of itself
SAID_BY_ANY = content_words(
    "propose introduce present develop describe study investigate explore approach method framework model algorithm "
    "system technique architecture network paper work author novel new simple effective efficient yet called termed "
    "named dubbed general based first strategy scheme module mechanism type submission"
)
"""Words that any paper says of itself."""
_POINTER = re.compile(
    r"\b(?:[Tt]his|[Tt]hese|[Tt]hose|[Ss]uch(?: an?)?)\b(?! (?:paper|work|study|article|survey|review|as|who|that|"
    r"which|of|obtained|trained|used|way|time)\b)(?!(?<=[Tt]hose) [\w-]+(?: [\w-]+)? (?:that|which|who|whose|where)\b)"
    r"(?P<what>(?: [\w-]+){0,3})"
)
_BARE = re.compile(
    r"(?:$| (?:two|three|four|five)(?! [a-z-]+s\b)\b| (?:an?|the|is|are|was|were|can|may|will|does|do|has|have|"
    r"with|by|in|on|for|"
    r"and|or|to|from|without|allows?|enables?|makes?|leads?|permits?|means|lets?|results?|reduces?|improves?|gives?|yields?|shows?|requires?|ensures?)\b|"
    r" [a-z]{3,}s (?:the|an?|its|their|all|both|up|no|more|less|fewer|\d+|[a-z]+ly)\b)"
)
_IS = re.compile(r" (?:is|was|has|can|does|allows?|enables?|leads?|results?|yields?|gives?|makes?|means)\b")
_FRONTED = re.compile(
    r"(?:Compared|Relative|Similar|Due|Owing|In|For|With|On|By|Under|At|To|Unlike|Using|Given|Despite|Through|From)\b"
    r"(?!.*\b(?:that|which|where)\b)[^,;:]*,? ?$"
)
_ANOTHER_THING = re.compile(r"(?<=\w) (?:an?|the)\b")  # "this point a mask": the point is what is meant
_ANY_TROUBLE = re.compile(rf" (?:\w+ )?{TROUBLE}s?\b")
_ALL_TOLD = re.compile(r" (?:in|for|within|across|at|on|when) |[.]?$")  # "designed for these challenges in the wild"
_OF_IT = re.compile(
    r" (?:from|of|in|on|for|to|with|by|into|across|under|that|which|and|or|as|is|are|can)\b"
)  # a noun's end
_MANY = re.compile(r"(?: [\w-]+)*? [\w-]+s\b")
_START = 5  # letters
_AT_THE_START = 4  # words within which a bare "this" has nothing ahead to stand for
_LEANING_START = re.compile(
    r"(?:It|They)(?! (?:is|was|remains|has been|can be) [\w ]{2,30}? (?:that|to|whether|how)\b)\b|"
    r"(?:Its|Their|The (?:former|latter|above|others?|second|third|remaining|resulting|same))\b|"
    r"[A-Z][a-z]+s (?:them|it)\b"
)
_MIDWAY = re.compile(
    r"(?:To (?:further|also)|For each|Embedded|Starts with|Begins (?:with|by)|(?:More|Less) directly|Then|Next|"
    r"(?:In|At) the (?:second|third|final|last|next) (?:stage|step|phase|part)|"
    r"Beyond [^,]+, .{0,80}?\b(?:further|also)|"
    r"The authors (?:then|next|also|further))\b"
)
"""A start in the midst of what a paper does."""
_NAMED_BEFORE = re.compile(
    r"\b[Tt]he (?:same|additional|obtained|extracted|given|third|fourth|two|three|four|canonical|learned|generated) "
    r"(?P<what>(?:[\w-]+ ){0,2}?[\w-]+)"
    r"(?=[,.;:]| (?:in|on|to|for|with|by|from|is|are|and|can|at|into|when|while)\b)"
)
_DEFINITE = re.compile(
    r"The (?!(?:authors?|encoder|decoder|(?:proposed |new |novel |resulting |overall )?(?:method|approach|model|"
    r"framework|algorithm|system|network|results?|experiments?|paper|study|work|technique|architecture|design|idea|aim|"
    r"goal|evaluation|analysis)s?)"
    r"\b)(?P<what>[a-z-]+(?: [a-z-]+)?) (?:is|are|was|were|can|could|has|have|may|might|will|does|do|[a-z]{2,}(?<!s)s|"
    r"fall|show|give|take|come|make|consist|contain|include|comprise|serve|form)\b"
)


def restates(title: str, text: str, least: int = _LEAST_NEW) -> bool:
    """Whether ``text`` says hardly more than ``title``: "Presents X, a simple framework for Y" under "X: ... for Y".

    Hardly more: fewer than ``least`` words that carry meaning.
    """
    if any(c.isdigit() for c in text):
        return False
    return len(content_words(text) - content_words(title) - SAID_BY_ANY) < least


@lru_cache(maxsize=8192)
def leaning(text: str, title: str, before: str = "") -> int:
    """How much ``text`` leans on its abstract, from 0 to 2: on what neither it nor ``title`` nor ``before`` has named.

    2 for "this", "these", "such" or "it"; 1 for "the map" of no map that was named. Only the first sentence is
    asked, for a second one may lean on it; ``before`` is the text that stands ahead of this one.
    """
    first = next(iter(sentences(text)), "")
    named = _things(f"{title} {before}")
    if not before and _LEANING_START.match(first):
        return 2
    found = [_points_away(one, first, named, bool(before)) for one in _POINTER.finditer(first)]
    subject = _DEFINITE.match(first)
    loose = hanging(first, f"{title} {before}".strip())
    midway = not before and _MIDWAY.match(first) is not None
    unnamed = any(_unnamed(one, first, named) for one in _NAMED_BEFORE.finditer(first))
    return max(*found, loose, int(midway or unnamed or (subject is not None and not _things(subject["what"]) & named)))


def _unnamed(found: re.Match[str], text: str, named: frozenset[str]) -> bool:
    """Whether "the same map", "the two maps" are of maps that neither the text ahead nor what was ``named`` has."""
    return not _things(found["what"]) & (named | _things(text[: found.start()]))


def _points_away(found: re.Match[str], text: str, named: frozenset[str], led: bool) -> int:
    """How much a "this", "these" or "such" stands for something that hasn't been named."""
    ahead = text[: found.start()]
    if not led and _IS.match(found["what"]) and _FRONTED.match(ahead):  # "Compared with nets of trees this is"
        return 2
    trouble = _ANY_TROUBLE.match(found["what"])  # "a network that tackles this challenge by"
    if trouble or _BARE.match(found["what"]):
        known = led or len(ahead.split()) >= _AT_THE_START
        untold = trouble and not led and _ALL_TOLD.match(text, found.start("what") + trouble.end())
        return 1 if known and untold else 0 if known else 2
    what = _OF_IT.split(_ANOTHER_THING.split(found["what"], maxsplit=1)[0], maxsplit=1)[0]
    if found[0].lower().startswith(("these", "those")) and (many := _MANY.match(what)):
        what = many[0]
    away = not _things(what) & (named | _things(ahead))
    return 2 if away else 0


def _things(text: str) -> frozenset[str]:
    """The content words of ``text`` by their starts: "maps" is "map", "explanations" are what "explains"."""
    return frozenset(word.removesuffix("s")[:_START] for word in content_words(text))
