"""The numbers of a sentence that may be figures: a spread is none, both ends of a change are."""

import re

from survey.models.extractive.measures import FIGURE
from survey.models.extractive.ratios import SPACED

_SPREAD = re.compile(r"(?:\\pm|±|\+/-|\+-)\s?\$?\s?$")  # "0.82 ± 0.05"
_FROM_ONE = re.compile(r"\bfrom [^,;.\d]{1,30}$")


def numbers_in(text: str) -> list[re.Match[str]]:
    """The figures of ``text``; what goes from one to another are two: "from an average of 52% to 81%"."""
    found: list[re.Match[str]] = []
    spaced = [number.span() for number in SPACED.finditer(text)]
    at = 0
    while match := FIGURE.search(text, at):
        at = match.end()
        if any(a <= match.start("value") < b for a, b in spaced):
            continue
        if " to " in match["value"] and _FROM_ONE.search(text[: match.start()]):
            first = FIGURE.search(text[: match.start() + match["value"].index(" to ")], match.start())
            at = first.end() if first else at
            match = first or match
        if not _SPREAD.search(text, max(0, match.start() - 8), match.start()):
            found.append(match)
    return found
