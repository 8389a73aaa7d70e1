"""What the words next to a figure say of how exact it is: "up to", "over", "about", "on average"."""

import re
from collections.abc import Iterable
from functools import lru_cache

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
_LISTED = re.compile(rf"[+~]?{_NUMBER}{_UNIT}(?:,? and|,) (?:by )?[+~]?$")  # "up to 3% and 5%" bounds both
_PART_BEFORE = re.compile(r"(?:(?<!\bsim)(?<=[\w.])|\d,)$")  # "7" is no part of "27", "7.5" and "1,007"
_PART_BEHIND = re.compile(r"[\w.,]*\d")
_SIGNS = ("~", ">", "≥")


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
    """``figure`` with its bound: "up to 3%", "~3%"; that more was cut can't be told by a sign, beside a minus."""
    if told in _SIGNS[1:] and figure.startswith("−"):
        return figure
    return f"{told}{'' if told in _SIGNS else ' '}{figure}".strip()


def _places(quote: str, plain: str) -> Iterable[tuple[int, int]]:
    """Where a number stands in a sentence, apart from longer ones that it is a part of."""
    for match in re.finditer(re.escape(plain), quote):
        start, end = match.span()
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
        return said["word"].lower() if said["word"] else ("≥" if said["more"] != ">" else ">")
    found = _AVERAGED.search(ahead) or _BEHIND.match(behind)
    return found["word"].lower() if found else ""
