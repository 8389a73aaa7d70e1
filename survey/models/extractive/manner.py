"""How a method works, as the sentence says that names it: "a filter that ranks edges" gives "Ranks edges"."""

import re
from collections.abc import Iterator

from survey.verbs import TELLING
from survey.voice import present, singular

_OUTCOMES = (
    r"(?:achiev|outperform|improv|surpass|enabl|allow|help|provid|reduc|offer|aim|need|requir|bring|exceed|show|hold|"
    r"demonstrat|support|facilitat|ensur|do|ha|wa|i|can|serv|result|lead|yield|generali[sz]|contain|feature)(?:es|s)?"
)
_THAT = re.compile(
    rf"(?<=[\w)])(?<!such),? (?:that|which) (?P<said>(?:\w+ly )?(?!(?:this|thus|its|{_OUTCOMES})\b)"
    r"[a-z]{3,}s (?!of\b).+)"
)
_BY = re.compile(r"(?<=[\w)]),? by (?P<adverb>(?:\w+ly )?)(?P<verb>[a-z-]+ing)(?P<rest> .+)")
_WITH = re.compile(
    r"(?<=[\w)]),? (?:using|via|through|leveraging|utili[sz]ing|employing|with the help of|(?:based|"
    r"built) (?:up)?on) (?P<said>.+)"
)
_USING = re.compile(r"(?<=[\w)]),? (?:using|leveraging|employing) (?P<said>.+)")
_CONSISTS = re.compile(
    r"(?<=[\w)]),? (?:which is |that is |is )?(?:(?:composed|made up) of|consisting of|comprising) (?P<said>.+)"
)
_WHERE = re.compile(
    r"(?<=[\w)]), (?:where|in which) (?P<said>(?!(?:we|it|they|this|these|those|each|such|there)\b)[^,]{10,90}? "
    r"(?:is|are) (?:\w+ly )?\w+ed .+)"
)
_DOING_SO = re.compile(
    r"(?<=[\w)]), (?P<adverb>(?:\w+ly )?)(?P<verb>(?:encod|combin|integrat|incorporat|fus|align|merg|train|appl|mask|"
    r"model|predict|learn|introduc|adapt|decompos|exploit)\w*ing)(?P<rest> .+)"
)
_MEANS_FIRST = re.compile(
    r"(?:By )?(?:using|leveraging|employing|applying) (?P<said>(?:(?!, (?:the authors|this)\b).)+), "
    r"(?:the authors|this)\b",
    re.IGNORECASE,
)
_ADVANCES = re.compile(  # "leveraging recent advances in nets": which?
    r"(?:the )?(?:(?:recent|latest|rapid|current) )?(?:advance|advancement|progress|success|breakthrough|development)"
    r"(?:e?s)?\b"
)
_ARGUED = re.compile(
    r"(?:[^,]{2,40}, )?(?:the|this) (?:paper|work|study|article|authors) (?:\w+ly )?argues? that\b", re.I
)
_END = re.compile(
    r"(?<!i\.e)(?<!e\.g)[.;:](?:\s|$)|,?(?: which)? (?:the authors|this \w+ \w+s)\b|"
    r",? and \w+ing (?:whether|how|that)\b|"
    r",? and (?:is|are) (?:also )?(?:more|less|able|capable|robust|fast)\b|"
    r",? and (?:\w+ly )?(?:shows?|demonstrates?|finds?|evaluates?|achieves?|outperforms?|reports?|"
    r"provide|offer|give|present|make|enable)\b|"
    r", (?:\w+ly )?(?:achiev|outperform|improv|surpass|enabl|allow|lead|result|yield|demonstrat|show)ing\b"
)
_MAKES = re.compile(
    r"(?:(?:takes (?:a|one) step (?:further |forward )?to )?(?:propose|introduce|present|develop)s?|designs|"
    r"describes|builds|formulates|devises|offers|provides|creates|constructs|explores|advocates|suggests|derives|"
    r"extends|implements|generates|aims|(?:this|the) \w+ (?:proposes|introduces|presents|describes|develops)|"
    r"the authors (?:propose|introduce|present|develop))\b|"
    r".*\b(?:is|are) (?:proposed|presented|introduced|developed)\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"^(?:Proposes|[Tt]he authors propose|.{3,80}? (?:is|are) (?:proposed|introduced|presented|developed|designed)) to "
    r"(?P<adverb>(?:\w+ly )?)(?P<verb>[a-z-]+)(?: (?P<joint>and|"
    r"or) (?P<second>[a-z-]+)(?= (?:\w+ ){0,4}?[\w-]+))?(?P<rest> .+)"
)
_PROMISED = frozenset(
    "achieve address enable enhance ensure explore improve investigate outperform reduce solve study tackle "
    "understand".split()
)
_DOES = re.compile(
    r"(?:\w+ly )?(?:Combines|Uses|Utili[sz]es|Applies|Employs|Leverages|Integrates|Extends|Adapts|Adopts|Trains|"
    r"Fine-tunes|"
    r"Decomposes|Represents|Reformulates|Formulates|Casts|Models|Incorporates|Merges|Fuses|Aligns|Encodes|Maps|"
    r"Replaces|Adds|Generali[sz]es|Builds on|Draws on|Simulates|Parametri[sz]es|Optimi[sz]es) ",
    re.IGNORECASE,
)
_ACTING = re.compile(
    r"The (?:proposed )?(?:method|approach|framework|model|system|algorithm|network|strategy) (?=[a-z-]+s )"
)
_FOR_WHAT = re.compile(
    r",? (?:in order )?(?<!able )to (?!(?:all|the|an?|each|both|any|its|their|other|these|this)\b)(?=[a-z]+ )|"
    r", (?:which|and|aiming|where|while)\b|: | for (?=[a-z]+ing\b)"
)
_SECOND_DOING = re.compile(r", and (?:\w+ly )?[a-z]+ing (?=[a-z]).*$", re.DOTALL)  # what else is proposed
_AND_DOES = re.compile(r"(?P<and>,? and (?:[a-z]+ly )?)(?P<verb>[a-z-]+ing)(?= (?:the|an?|its|their|it|them)\b)")
_NO_WAY = frozenset("avoiding being depending experimenting having looking making starting".split())
_FOUND = re.compile(  # a finding: what comes about "by relying on shortcuts" is no way to work
    r"(?:The authors )?(?:\w+ly )?(?:shows?|finds?|argues?|demonstrates?|reveals?|reports?|observes?|proves?|"
    r"attempts?)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(r" (?:them|it|this|these|those|such)\b")
_BACK = re.compile(r"\b(?:this|these|those)\b(?! (?:paper|work|study)\b)")  # what another way may tell without
_LEAST = 5  # words; fewer say nothing


def manner(text: str) -> str | None:
    """What the trimmed sentence ``text`` says of how the method works, as a sentence; None when it doesn't say."""
    if _ARGUED.match(text):  # a view
        return None
    ways = [told for told in _ways(text) if told and len(told.split()) >= _LEAST]
    return next((told for told in ways if not _BACK.search(told)), ways[0] if ways else None)


def _ways(text: str) -> Iterator[str | None]:
    """The ways in which a sentence may say how, the plainest first."""
    makes = _MAKES.match(text)
    if makes:
        yield _consisting(text)
        yield _that(text)
        yield _where(text)
    yield _by(text)
    yield _with(text, _WITH if makes else _USING)
    yield _to(text)
    yield _doing(text)
    if makes:
        yield _beside(text)
    yield _means(text)


def _consisting(text: str) -> str | None:
    """The parts, with those that are listed behind a colon."""
    match = _CONSISTS.search(text)
    return f"Consists of {match['said']}" if match and _even(match["said"]) else None


def _where(text: str) -> str | None:
    """What is done there: ", where the leaves are masked"."""
    match = _WHERE.search(text)
    return _sentence(match["said"]) if match else None


def _beside(text: str) -> str | None:
    """What is done along with it: ", encoding both X and Y"."""
    match = _DOING_SO.search(text)
    verb = singular(match["verb"]) if match else None
    return _sentence(f"{match['adverb']}{verb}{match['rest']}") if match and verb else None


def _means(text: str) -> str | None:
    """The means told first: "Using pairs of seeds, the authors compare two nets"."""
    match = _MEANS_FIRST.match(text)
    return _sentence(f"Uses {match['said']}") if match and not _ADVANCES.match(match["said"]) else None


def _that(text: str) -> str | None:
    match = _THAT.search(text)
    return _sentence(match["said"]) if match else None


def _by(text: str) -> str | None:
    match = _BY.search(text)
    if match is None:
        return None
    if verb := singular(match["verb"]):
        rest = _AND_DOES.sub(lambda more: f"{more['and']}{singular(more['verb']) or more['verb']}", match["rest"])
        return _sentence(f"{match['adverb']}{verb}{rest}")
    if match["verb"] in _NO_WAY or _FOUND.match(text) or _POINTING.match(match["rest"]):
        return None
    if len(match["rest"].split()) < _LEAST:
        return None
    return _sentence(f"Works by {match['adverb']}{match['verb']}{match['rest']}")


def _with(text: str, pattern: re.Pattern[str]) -> str | None:
    match = pattern.search(text)
    if match is None:
        return None
    first, _, rest = match["said"].partition(" ")
    if first.endswith("ing") and (verb := singular(first)):  # "based on masking pixels" masks pixels
        return _sentence(f"{verb} {rest}")
    return _sentence(f"Uses {_SECOND_DOING.sub('', match['said'])}")


def _doing(text: str) -> str | None:
    """What is done without what it is done for: "Combines X and Y to rank Z" gives "Combines X and Y"."""
    if acting := _ACTING.match(text):  # "The method extends X" says how by its verb, "it" being the method
        return _sentence(text[acting.end() :]) if _DOES.match(text, acting.end()) else None
    match = _DOES.match(text)
    end = _FOR_WHAT.search(text, match.end()) if match else None
    return _sentence(text[: end.start()]) if end else None


def _to(text: str) -> str | None:
    """What is proposed to be done, as done: "Proposes to rank and drop edges" gives "Ranks and drops edges"."""
    match = _TO.match(text)
    if match is None or not {match["verb"], match["second"] or match["verb"]} <= TELLING - _PROMISED:
        return None
    second = f" {match['joint']} {present(match['second'])}" if match["second"] else ""
    return _sentence(f"{match['adverb']}{present(match['verb'])}{second}{match['rest']}")


def _sentence(text: str) -> str | None:
    end = _END.search(text)
    told = (text[: end.start()] if end else text).rstrip(" ,")
    return f"{told[:1].upper()}{told[1:]}." if _even(told) else None


def _even(text: str) -> bool:
    """Whether each bracket and each quotation mark that opens in ``text`` closes there."""
    return text.count("(") == text.count(")") and not text.count('"') % 2
