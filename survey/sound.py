"""The last look at what is told: whether its brackets and quotation marks have both halves, and its end wants nothing.

What fails here was cut in the wrong place; a reader is better off with the next best sentence.
"""

import re

_LIST_MARK = re.compile(r"(?<![\w(])(?:\d{1,2}|[ivx]{1,4}|[a-h])\)")  # "1) twigs": a half of no bracket
_OPEN_END = re.compile(
    r"(?:^|[\s(])(?:an?|the|and|or|but|nor|its|their|our|whose|than|via|through|including|namely|such as|which|where|"
    r"when|while|whereas|between|(?:and|or) \(?[1-9a-e]\))\W*$|[:(]\s*[a-e1]?\W*$"
)
_OPEN_OF = re.compile(r"(?<!made)(?<!aware)(?<!consist)(?<!consists)(?<!composed)(?<!thought)(?<!capable) of\W*$")
_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)|,,|[,;:]\.(?!\d)")
_FIRST, _SECOND = re.compile(r"\((?:1|i|a|I|A)\)"), re.compile(r"; \((?:2|ii|II|b|B)\)")
_MACRO = re.compile(r"\\[A-Za-z]*name\b|\\ours?\b|(?:\\\(|\$)\\[A-Za-z]+(?:\\\)|\$)")  # its paper alone knows that name


def is_sound(text: str) -> bool:
    """Whether ``text`` is whole by its marks and by its end: no "two innovations: a", no half of a bracket.

    Nor has it a macro of its paper's own: "we introduce \\sysname".
    """
    cut = (
        (_SECOND.search(text) and not _FIRST.search(text))
        or _OPEN_END.search(text)
        or _OPEN_OF.search(text)
        or _STOPS.search(text)
    )
    return is_paired(text) and not (cut or _MACRO.search(text))


def is_paired(text: str) -> bool:
    """Whether each bracket and each quotation mark of ``text`` has its other half; a list's "1)" is none."""
    closed = any(one.count("(") == one.count(")") for one in (text, _LIST_MARK.sub("", text)))
    return closed and text.count('"') % 2 == 0 and text.count("“") == text.count("”")
