"""What the words next to a figure say of how exact it is: "up to", "over", "about", "on average"."""

import re
from collections.abc import Iterable
from functools import lru_cache

from survey.standing import places

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNIT = r"\s?(?:\\?%|[xX×](?!\w)|-?fold|times|points?|pp|dB|percent|FPS|fps|ms)?"
_WORDS = (
    r"up ?to|at (?:most|least)|no (?:more|less|fewer|higher|lower) than|(?:more|less|fewer|higher|lower|greater) than|"
    r"as (?:much|many|little|few|high|low|large|fast|small) as|over|above|beyond|below|under|exceeding|about|around|"
    r"approximately|approx\.?|roughly|nearly|almost|close to|on average|averaging|avg\.?|average|"
    r"(?:average|mean|median|maximum|minimum)(?= of )"
)
_FILLER = r"(?:of|by|an?|the|its|additional|further|another|absolute|relative|whopping)"
_SAID = re.compile(
    rf"(?<![\w-])(?:(?P<word>(?:up to )?(?:{_WORDS}))(?:[\s{{}}*$]+{_FILLER})*[\s{{}}*$]+"
    r"|(?<![\w.,)}])(?P<about>~|\\?sim\b|\\approx\b|≈)[\s$]*|(?<![-=\w])(?P<more>>|≥|\\geq?\b)[\s$]*)[+±]?$",
    re.IGNORECASE,
)
# "an average performance gain of 3%"
_AVERAGED = re.compile(
    r"\b(?P<word>average|mean|median|maximum) (?:[\w-]+ ){0,3}?"
    r"(?:improvement|gain|increase|reduction|decrease|drop|boost|saving|speed-?up)s? (?:of|by) [+~]?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween $")  # "between 1.25x and 4x": both ends are the value
_BEHIND = re.compile(r" ?(?:(?!and\b|while\b|but\b)[\w@/-]+ ){0,3}?(?P<word>on average)\b")
_NAMED = r"(?:\s(?:on|for|in) (?:the )?[A-Z][\w-]*(?: [A-Z\d][\w-]*){0,2})?"
# "up to 3% and 5%", "up to 95% on CUB-200, 30% on CIFAR-10" bound both
_LISTED = re.compile(rf"[+~]?{_NUMBER}{_UNIT}{_NAMED}(?:,? and|,) (?:by )?[+~]?$")
_PART_BEFORE = re.compile(r"(?:(?<!\bsim)(?<=[\w.])|\d,)$")  # "7" is no part of "27", "7.5" and "1,007"
_PART_BEHIND = re.compile(r"[\w.,]*\d")
_SIGNS = ("~", ">", "≥")
# A range that rose or fell: both its ends have the sign
_SIGNED_RANGE = re.compile(
    rf"^(?P<sign>[+−])(?P<low>{_NUMBER})(?P<unit>%?)(?P<to> to |--?|–|~)[+−]?(?P<high>{_NUMBER})(?!\d)"
)
# How the bound of what was cut reads behind its sign: "over 60% less" is 60% or more with a minus
_BEHIND_A_MINUS = {
    word: behind
    for behind, words in {
        "or more": "over|above|beyond|exceeding|more than|greater than|higher than|at least|no less than|>|≥|"
        "no fewer than|no lower than",
        "at most": "up to|upto|at most|no more than|no higher than|as much as|as high as|as many as|maximum|"
        "below|under|less than|fewer than|lower than|smaller than",
    }.items()
    for word in words.split("|")
}


@lru_cache(maxsize=4096)
def bound(quotes: tuple[str, ...], value: str, unit: str) -> str:
    """The words that bound ``value`` in the first of ``quotes`` that holds it; "" without any, or where it's unclear.

    A figure that stands in several places has what all of them say.
    """
    plain = value.lstrip("+")
    if not plain[:1].isdigit():
        return ""
    for quote in quotes:
        places = list(_places(quote, plain))
        measured = [place for place in places if quote[place[1] :].lstrip(" \\").startswith(unit)]
        told = {
            _bound(quote[:start], quote[end:].lstrip(" \\").removeprefix(unit)) for start, end in measured or places
        }
        if told:
            return told.pop() if len(told) == 1 else ""
    return ""


def before(told: str, figure: str) -> str:
    """``figure`` with its bound: "up to 3%", "~3%"; behind what was cut, as in "60% or more", "66% at most".

    A range that rose or fell has its sign at both ends: "+2% to +11%".
    """
    plain, figure = figure, _signed_range(figure)
    told = "" if told == "between" and figure != plain else told  # "between 3-12%"
    if figure.startswith("−") and (behind := _BEHIND_A_MINUS.get(told)):
        return f"{figure} {behind}"
    return f"{told}{'' if told in _SIGNS else ' '}{figure}".strip()


def _signed_range(figure: str) -> str:
    """A range with its sign, and the per cent that one end has, at both: "+2-11%" is "+2% to +11%"."""
    match = _SIGNED_RANGE.match(figure)
    if match is None:
        return figure
    rest = figure[match.end() :]
    unit = "%" if rest.startswith("%") else match["unit"]
    return f"{match['sign']}{match['low']}{unit} to {match['sign']}{match['high']}{rest}"


def _places(quote: str, plain: str) -> Iterable[tuple[int, int]]:
    """Where a number stands in a sentence, apart from longer ones that it is a part of."""
    for start in places(plain, quote):
        end = start + len(plain)
        if not _PART_BEFORE.search(quote[max(0, start - 5) : start]) and not _PART_BEHIND.match(quote, end):
            yield start, end


def _bound(ahead: str, behind: str) -> str:
    while listed := _LISTED.search(ahead):
        ahead = ahead[: listed.start()]
    ahead = ahead[-90:]
    if _BETWEEN.search(ahead):
        return "between"
    if said := _SAID.search(ahead):
        if said["about"]:
            return _SIGNS[0]
        word = (said["word"] or "").lower().replace("upto", "up to").replace("exceeding", "over")
        return word or ("≥" if said["more"] != ">" else ">")
    found = _AVERAGED.search(ahead) or _BEHIND.match(behind)
    return found["word"].lower() if found else ""
