"""Figures told in one run, "9%, 17%, and 21%", and the lists of as many items that a run may go with, in turn."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from survey.models.extractive.measures import NUMBER

UNIT = r"(?:\s?(?:\\?%|\$?\\times\$?|[xX×]|percentage points?|percent|points?|pp|dB|FPS|ms|-?fold|times)(?![A-Za-z]))"
_VALUE = rf"{NUMBER}(?:\s?(?:--?|–)\s?{NUMBER})?"
ABOUT = r"(?:(?:by|up to|about|around|over|approximately|an?|almost|nearly) ){0,2}[+~]?"
PLAIN_FIGURE = rf"[+~]?{_VALUE}{UNIT}?"
FIGURE = rf"{ABOUT}{_VALUE}{UNIT}?"
_RUN = re.compile(
    rf"(?<![\w.,/^$:-])(?<!\d )[+~]?{_VALUE}{UNIT}?(?:, {FIGURE})*,? (?:and|&) {FIGURE}"
    r"(?![\w^/]|\.\d|,\d|-[A-Za-z])"
)
_PARTS = re.compile(rf"(?P<value>\+?{_VALUE})(?P<unit>{UNIT})?(?=,? |,|$)")
LEAD = r"(?:the |both |our |its |all )*"
# One word of an item, none that opens a phrase or a clause of its own
STOP = (
    r"(?:and|or|on|for|in|with|by|to|from|at|over|than|while|which|that|is|are|was|were|using|respectively|compared|"
    r"when|under|across|as|of|both|the|an?|its|our|their|these|those|we|it|they|but|whereas|against|between|within|"
    r"versus|vs|also|individually|separately|scored|scoring|without|during|after|before|despite|through|among|per|if|only|even|then|has|have|had|namely|such|including|like|not|most|more|via|after|"
    r"(?:achiev|obtain|reach|attain|yield|outperform|surpass|exceed|improv|reduc|increas|boost|enhanc|lower|decreas|"
    r"demonstrat|show|deliver|rais|report|reveal|indicat|cut|beat)(?:e?s|ed|ing|e)?)"
)
_WORD = rf"(?!(?i:{STOP})\b)(?![\d.]+(?:\\?%|[,;)]|\s|$))[\w@\\$*#{{][\w@./+\\$*#&'{{}}^-]*(?<![.,])"
_BRACKET = r"(?: \((?!\d+\.)[^()]{1,40}\))?"
PLAIN_ITEM = rf"{_WORD}(?: {_WORD}){{0,5}}{_BRACKET}"
_NAMED = (
    rf"(?!(?i:{STOP})\b)(?:[A-Z]|\d+[A-Za-z]|\d+-|[a-z]{{1,4}}-?[A-Z]|[a-z]{{1,4}}\d|\\?\$)"
    r"[\w@./+\\$*#&{}^:-]*(?<![.,:])"
)
NAMED_ITEM = (
    rf"{_NAMED}(?:(?: \([A-Z][\w-]{{0,12}}\))? (?:{_NAMED}|[a-z]?\d[\w.]*(?<![.])(?!\s?\\?%)|"
    rf"(?:mini|nano|pro|large|base|small|tiny|turbo|flash)\b)){{0,4}}"
    rf"(?: (?:data ?set|benchmark|corpus|subset)\b)?{_BRACKET}"
)
_OWN = r"(?:the |our )?(?:own |proposed |newly [a-z]+ )?"
_AND = rf",? (?:and|&) (?:(?:on|for|in|with|over|across) )?{_OWN}"
_SPLIT = re.compile(rf"{_AND}|, {_OWN}")
_SHARED = re.compile(
    r"(?: (?:task|test|benchmark|data|single-modality))? [a-z][\w-]*s$|(?: [a-z]+)? (?:data|performance|accuracy)$"
)

KIND = re.compile(r" (?:[Dd]ata ?sets?|[Bb]enchmarks?|corpus|corpora)$")


@dataclass(frozen=True, slots=True)
class Run:
    """Figures in one run, from ``start`` to ``end`` of their sentence, each as it would stand alone."""

    start: int
    end: int
    values: tuple[str, ...]
    units: tuple[str, ...]

    def alone(self, i: int) -> str:
        """Figure ``i`` with its unit, which only the last may have."""
        return self.values[i] + (self.units[i] or self.units[-1])


@dataclass(frozen=True, slots=True)
class Items:
    """A list from ``start`` to ``end`` of a sentence; what each item is called, what the list ``opens`` with, and
    whether its items are said to be ``data``, or what is changed by its ``own`` name.
    """

    start: int
    end: int
    items: tuple[str, ...]
    names: tuple[str, ...]
    opens: str = ""
    data: bool = False
    own: bool = False


def runs(text: str) -> list[Run]:
    """The runs of ``text`` that may be results: each figure has a unit or a decimal point."""
    found = []
    for match in _RUN.finditer(text):
        parts = list(_PARTS.finditer(match.group()))
        units = tuple(part["unit"] or "" for part in parts)
        if len(parts) > 1 and all(units[-1] or "." in part["value"] for part in parts):
            found.append(Run(match.start(), match.end(), tuple(part["value"] for part in parts), units))
    return found


def listing(item: str, count: int) -> str:
    """A pattern for a list of ``count`` items."""
    return rf"{item}(?:, {_OWN}{item}){{{count - 2}}}{_AND}{item}"


def items_of(match: re.Match[str], count: int, opens: str = "", at: int = 0) -> Items | None:
    """The items of a list that was found, in a text that begins ``at`` a place of its sentence."""
    items = tuple(item.strip() for item in _SPLIT.split(match["list"]))
    if len(items) != count or len(set(items)) != count or any(item.endswith("-") for item in items):
        return None
    names = tuple(KIND.sub("", item) for item in items)
    return Items(at + match.start("list"), at + match.end("list"), _with_what_is_shared(items), names, opens)


def _with_what_is_shared(items: tuple[str, ...]) -> tuple[str, ...]:
    """The items, each with the noun that only the last has: "medium and large canopies"."""
    shared = _SHARED.search(items[-1])
    if shared is None or not shared.start() or any(one.endswith("s") or _SHARED.search(one) for one in items[:-1]):
        return items
    return (*(one + shared[0] for one in items[:-1]), items[-1])


def named_lists(text: str, count: int) -> Iterator[Items]:
    """The lists of just ``count`` names in ``text``."""
    for match in re.finditer(rf"(?<![\w-])(?P<list>{listing(NAMED_ITEM, count)})", text):
        before, after = text[: match.start()], text[match.end() :]
        longer = re.search(rf"(?:{NAMED_ITEM}),? (?:and )?$", before[-80:]) or re.match(
            rf",? and (?:the )?{NAMED_ITEM}|, {NAMED_ITEM},? and ", after
        )
        if not longer and (items := items_of(match, count)):
            yield items
