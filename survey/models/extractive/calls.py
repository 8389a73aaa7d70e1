"""What a limit is taken to call for: "highlights the need for better maps" is no limit, and yields to what fails."""

import re

from survey.models.extractive.limits import LEAST, weight

_LEAST_WORDS = 8
_BETTER = (
    r"(?:approach|method|strateg|framework|solution|technique|system|mechanism|tool|benchmark|defen[cs]e|measure|"
    r"evaluation|safeguard|alignment|training|tuning|prompting|adaptation|model|design|standards|protocol)"
)
_TO_DO = r"to (?!(?:\w+ly )?(?:stud|investigat|explor|examin|understand|clarif|test|verif))[a-z]+"
_NEED = (
    rf"(?:that there is an? |the |an? )(?:[a-z]+,? ){{0,2}}(?:(?:need for|necessity (?:of|for)) (?:[\w-]+,? ){{0,6}}?"
    rf"{_BETTER}\w*|(?:need|necessity) {_TO_DO}|importance of|significance of)\b"
)
_SAYS_SO = r"(?:highlight|underscor|emphasi[sz]|underlin|stress|demonstrat|illustrat|show|find|suggest|indicat)"
_MORAL = re.compile(rf"^{_SAYS_SO}e?s {_NEED}(?!.*[;:])", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:research|future|further|open|unclear|unknown|fail|struggl|limit|lack|gap|but|while|despite|cannot|not)\w*",
    re.IGNORECASE,
)
_CALLS_FOR = re.compile(
    rf"(?:, (?:thus |thereby |further |and )?{_SAYS_SO}ing|,? and (?:thus |further )?{_SAYS_SO}e?s?|(?<=[a-z]),? and) "
    rf"{_NEED}[^;:]*$"
)


def only_calls(text: str) -> bool:
    """Whether the sentence calls for something and says nothing else: "Highlights the need for better maps"."""
    return _MORAL.match(text) is not None and not _OPEN.search(text)


def without_call(text: str) -> str:
    """``text`` without what it is taken to call for; empty where that is all there is."""
    if only_calls(text):
        return ""
    short = _CALLS_FOR.sub("", text)
    if short == text or len(short.split()) < _LEAST_WORDS:
        return text
    return f"{short.rstrip(' .')}." if weight(f"results show that {short.lower()}") > LEAST else ""
