"""A sentence that ends in a colon, ahead of a numbered list whose items are sentences to the splitter.

"The approach has two parts:" says nothing; with a short list behind it it says which ones. Before a long list what
announces it goes, and with that the whole sentence where it does no more.
"""

import re
from collections.abc import Sequence

from survey.models.extractive.marks import lowered

_MOST_WORDS = 45  # of an announcement and its list together: more is no sentence that anybody reads
_MARK = re.compile(r"^\s*\(?(?P<mark>[ivx]{1,4}|\d{1,2}|[a-h])\)\s+")
_MARK_AT_END = re.compile(
    r"(?<=[:;,])(?P<and> (?:and|or))? \(?[a-h1-9]\.$|"
    r"(?<=[a-z])(?P<too> (?:and|or)) \(?[b-h2-9]\.$"
)
_COUNT = (
    r"(?:two|three|four|five|six|seven|several|the following)(?: [\w-]+){0,4}|"
    r"(?:key|main|core|central|critical|specific|notable) [\w-]+"
)
_WITH_COUNT = re.compile(  # "a framework for trees, featuring two key parts"
    r",? (?:featuring|comprising|including|integrating|incorporating|combining|involving|containing|introducing|"
    r"consisting of|composed of|with|via|namely|(?:which|that) (?:also )?(?:features?|comprises?|includes?|"
    r"integrates?|incorporates?|combines?|involves?|contains?|introduces?|offers?|ha(?:s|ve)|consists? of|"
    rf"(?:is|are) composed of|suffers? from)) (?:its )?(?:{_COUNT})(?: in)?$"
)
_ONLY_COUNTS = re.compile(
    r"\b(?:has|have|uses?|makes?|offers?|adopts?|employs?|combines?|integrates?|incorporates?|introduces?|proposes?|"
    r"presents?|consists? of|comprises?|includes?|contains?|features?|involves?|provides?|reveal(?:s|ed)?|"
    r"highlight(?:s|ed)?|yield(?:s|ed)?|shows?|identif(?:y|ies|ied)|outlines?|finds?|makes|draws?|gives?|tackles?|"
    r"addresses|suffers? from|faces?|through|to|upon|of|follows|are|is|stems? from|two|three|four|five|six|seven) "
    rf"(?:{_COUNT}|follows)(?: in)?$"
)
_OPEN = re.compile(r"(?:\b(?:include|are|is|that|as follows|reveals?|find|show|due to|namely|in)|[,;])$")
_LONG_ENOUGH = 6  # words of what is left


def with_items(sentences: Sequence[str], at: int) -> tuple[str, int]:
    """The sentence ``at`` with the list that it announces, and how many more sentences that took; "" and 0 without."""
    if _MARK_AT_END.search(sentences[at]):
        return _with_split_items(sentences, at)
    if not sentences[at].rstrip().endswith(":"):
        return "", 0
    items: list[str] = []
    for sentence in sentences[at + 1 :]:
        if not _MARK.match(sentence) or (items and _MARK.match(sentence)["mark"] in ("1", "i", "a")):  # type: ignore[index]  # it was matched
            break
        items.append(_MARK.sub("", sentence.strip()))
    inner = any(re.search(r"[.!?]$", item) for item in items[:-1])
    joined = " ".join((sentences[at].strip(), *items))
    short = len(items) > 1 and not inner and len(joined.split()) <= _MOST_WORDS
    return (joined, len(items)) if short else ("", 0)


def _with_split_items(sentences: Sequence[str], at: int) -> tuple[str, int]:
    """The same where marks end the sentences to the splitter: "two parts: 1." and "a saw, and 2." and "ropes."."""
    parts = [sentences[at]]
    while _MARK_AT_END.search(parts[-1]) and at + len(parts) < len(sentences):
        parts.append(sentences[at + len(parts)])
    items = [lowered(_MARK_AT_END.sub(_joint, one)) for one in parts[1:]]
    joined = " ".join((_MARK_AT_END.sub(_joint, parts[0]), *items))
    short = len(items) > 1 and len(joined.split()) <= _MOST_WORDS and not _MARK_AT_END.search(parts[-1])
    return (joined, len(items)) if short else ("", 0)


def _joint(mark: re.Match[str]) -> str:
    return mark["and"] or mark["too"] or ""


def without_count(text: str) -> str:
    """An announcement, trimmed, without the list that it announces: "Proposes X, with two key parts." as "Proposes X.".

    ``""`` where nothing is said without that.
    """
    told = text.rstrip(" :.")
    left = without_list_ahead(told)
    if left != told and len(left.split()) < _LONG_ENOUGH:
        return f"{told}."  # "Proposes SlimTree, which has two parts" names that at least
    return "" if _ONLY_COUNTS.search(left) or _OPEN.search(left) or len(left.split()) < _LONG_ENOUGH else f"{left}."


def without_list_ahead(text: str) -> str:
    """``text``, which ends in a colon, without that and without the phrase that counts what follows it."""
    return _WITH_COUNT.sub("", text.rstrip(" :."))
