"""What follows in a paper's line behind its first statement: what was found, or how that works which it announces."""

import re
from collections.abc import Sequence

from survey.announcing import announces, inquires
from survey.evidence import content_words
from survey.questions import Length
from survey.records import Record, Result, Statement
from survey.telling import HARD, SAID_BY_ANY, leaning, restates
from survey.worth import LITTLE_NEW, POINTS, is_firm, is_hollow, is_known, says_more

_LONG_RESULTS = 2
_FOUND = re.compile(
    r"\b(?:find|found|show|observe|demonstrate|reveal|prove|suggest|indicate|confirm|conclude|highlight)s?\b[^.]*?"
    r"\b(?:that|how)\b|\bthan\b|(?<![\w.-])\d",
    re.IGNORECASE,
)
"""What a result says that was found out, or how much."""
_QUESTION = re.compile(r"\b(?:whether|if|how|what|why)\b")
"""What calls for an answer: "Studies whether trees grow"."""


def what_follows(
    record: Record, first: Statement, results: Sequence[Result], title: str, length: Length
) -> tuple[Statement | None, ...]:
    """What may follow ``first``: a result, how it works, what is left open.

    ``results`` are those not yet told; a told method is none of the ``record``. Where a claim tells one of the results,
    another stands here only behind a question, or behind an announcement that nothing else would follow.
    """
    if length == "long":
        behind = [r for r in results if leaning(r.text, title, first.text) < HARD]
        return record.method, *behind[:_LONG_RESULTS], record.limitations
    behind = [r for r in results if says_more(r) and leaning(r.text, title, first.text) < HARD]
    behind = sorted((r for r in behind if not is_known(r.text)), key=lambda r: leaning(r.text, title, first.text))
    results_told = len(results) < len(record.results)
    found = () if results_told else tuple(behind[:1]) or _left_open(record, first, title)
    if results_told and inquires(first.text) and _QUESTION.search(first.text):
        found = tuple(behind[:1])
    how = _how(record, first, title, found)
    if how and not inquires(how[0].text):
        return how
    if not found and (announces(first.text) or restates(title, first.text, LITTLE_NEW)):
        found = tuple(one for one in behind if is_firm(one, f"{title} {first.text}"))[:1]
    return found or how


def _left_open(record: Record, first: Statement, title: str) -> tuple[Statement, ...]:
    """What the paper leaves open, where a reader can take it behind ``first``."""
    left = record.limitations
    return () if left is None or leaning(left.text, title, first.text) == HARD else (left,)


def _how(record: Record, first: Statement, title: str, found: Sequence[Statement]) -> tuple[Statement, ...]:
    """The method, where it says how that works which ``first`` tells of, and no result of ``found`` says more.

    It has to make sense behind ``first`` alone.
    """
    method = record.method
    if method is None or (found and (not announces(first.text) or any(_FOUND.search(one.text) for one in found))):
        return ()
    if POINTS.match(method.text) or leaning(method.text, title, first.text) or is_hollow(method, title):
        return ()
    if announces(method.text) and (found or (inquires(method.text) and inquires(first.text))):
        return ()
    new = content_words(method.text) - content_words(f"{title} {first.text}") - SAID_BY_ANY
    return (method,) if len(new) >= (LITTLE_NEW if announces(method.text) else 1) else ()
