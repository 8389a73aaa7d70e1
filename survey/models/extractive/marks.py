"""The marks of a list that stands within a sentence: "(i)", "1)", "a.", where the sentence reads without them."""

import re

_ROMAN = re.compile(r"(?<![\w.])\((?:i|ii|iii|iv|v|vi)\)(?=[ ,.;])", re.IGNORECASE)
_ORPHAN = re.compile(  # "which (i) measures"; but "of task (i)"
    r"(?<=[a-zA-Z),])(?<!\b[Ff]or)(?<!\b[Ii]n)(?<!\b[Oo]n)(?<!\bof)(?<!\bto)(?<!\bboth) "
    r"\((?:i|ii|iii|iv|v|vi)\)(?= [A-Za-z])(?! (?:and|or|is|are|was|were|can|while|but|to|in|with|for)\b)"
)
_PAIR = re.compile(  # "by 1) cutting trees and 2) bending twigs"
    r"(?<=[a-z]) \(?1\) (?P<one>[a-z](?:(?! and )[^:;])*,? and) \(?2\) (?=[a-z])(?!.*\b3\))"
)
_AHEAD = re.compile(r"^(?:For|As for|Regarding|In|To address|To solve) \((?:[iv]+|\d|[a-d])\), (?=\w)")
_STARTS = frozenset("All The Our We This These Each Both Most No".split())
_LABEL = re.compile(  # "Detection: All nets find twigs"
    rf"^(?P<what>[A-Z][a-z]{{4,}}): (?P<next>(?:{'|'.join(sorted(_STARTS))})\b|[A-Z][\w.-]*(?= [a-z]{{3,}}s ))"
)
_OF_THE_TEXT = re.compile(
    r"(?:Implications?|Conclusions?|Limitations?|Motivation|Findings?|Introduction|Evaluation|Contributions?|"
    r"Observations?|Intuition|Solution|Setting|Meaning|Question)$"
)
_FIRST = re.compile(r"(?<=: )[a1]\. (?=[A-Z])")
_NEXT = re.compile(r"(?P<joint>[,;] (?:and |or )?|(?<=[a-z]) and )[b2]\. (?=[A-Z])")
_PLAIN = re.compile(r"(?:A|An|[A-Z][a-z]+(?:-[a-z]+)*)(?= [a-z(])|[A-Z][a-z]+-[a-z]+")  # and no name
_CAPITAL = re.compile(r"(?<=: )(?=[A-Z][a-z]+(?:ed|ing) (?:by|on|from|with|the|an?)\b)(?P<first>[A-Z])")


def unmarked(text: str) -> str:
    """``text`` without the mark of a list's one item ("which (i) measures"), and of two that "and" joins.

    Items that are marked as sentences are ("two parts: a. A saw, and b. Ropes") are told as one sentence's.
    """
    if not any(one in text for one in (")", ". ", ": ")):
        return text
    text = _AHEAD.sub(
        "", _LABEL.sub(_for_what, text)
    )  # "For (i), we treat twigs as ropes": what is done, that says without it
    told = _ORPHAN.sub("", text) if len(_ROMAN.findall(text)) == 1 else text
    told = _PAIR.sub(r" \g<one> ", told, count=1)
    first = _FIRST.search(told)
    if first is None or not _NEXT.search(told, first.end()):
        return _CAPITAL.sub(lambda capital: capital["first"].lower(), told)
    head, rest = told[: first.start()], told[first.end() :]
    pieces = _NEXT.split(rest)
    return head + "".join(one if at % 2 else lowered(one) for at, one in enumerate(pieces))


def _for_what(label: re.Match[str]) -> str:
    """A label as what the sentence is about: "Detection: All nets" as "For detection, all nets"; else nothing."""
    what = label["what"]
    if _OF_THE_TEXT.match(what) or not what.endswith(("tion", "ing", "ment")):
        return label["next"]
    start = label["next"]
    return f"For {what.lower()}, {start.lower() if start in _STARTS else start}"


def lowered(item: str) -> str:
    """An item that started with a capital as it stands within a sentence; a name as it is."""
    return item[:1].lower() + item[1:] if _PLAIN.match(item) else item
