"""What a reader stumbles over in a text, whoever wrote it: for the tests of what surveys say."""

import re

_OPEN_END = re.compile(
    r"(?<![\w-])(?:the|an?|of|with|to|from|and|or|that|which|is|are|as|its|their|while|when|via|into|by|than)"
    r"(?: …|[.,;:])?$"
)
_KINDS = {
    "a word twice": re.compile(r"(?<![\w-])([A-Za-z]{2,}) \1(?![\w-])", re.IGNORECASE),
    "two spaces, or one at an end": re.compile(r"\s\s|^\s|\s$"),
    "a space before a mark": re.compile(r" [,;:!?)\]](?!\w)| \.(?=\s|$)"),
    "two marks in a row": re.compile(r"[,;:][,.;:]|(?<!\.)\.\.(?!\.)|,\.|\(\s|\(\)"),
    "an article too many": re.compile(r"\b(?:the|an?) (?:the|an?|of|for|and|is|are|our|their|its)\b"),
    "the other article": re.compile(r"\ba [aeio][a-z]{2,}|\ban [bcdgjkpqtvwyz][a-z]{2,}"),
    "the first person": re.compile(r"\b(?:we|our|us|ours|ourselves)\b|\bI (?:am|have|was|show|find)\b", re.IGNORECASE),
    "a placeholder": re.compile(r"\bP\d{1,3} (?:and|is|shows|finds)\b|\bNone\b|\bnull\b"),
    "an open end": _OPEN_END,
}


def blemishes(text: str) -> set[str]:
    """The names of what is wrong with ``text`` as a piece of English; none for a good one."""
    found = {name for name, pattern in _KINDS.items() if pattern.search(text)}
    uneven = any(text.count(begin) != text.count(end) for begin, end in ("()", "[]", "{}", "“”"))
    return found | ({"an open bracket or quotation"} if uneven or text.count('"') % 2 else set())


def stems(text: str) -> set[str]:
    """The first letters of every word: as much as stays of it in the plural and in every tense."""
    return {word[:3] for word in re.findall(r"[a-z]+", text.lower())}
