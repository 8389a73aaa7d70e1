"""What other sentences of an abstract say of how a method works, where those that a record holds say little of it."""

import re

from survey.evidence import sentences
from survey.models.extractive.auxiliary import is_added
from survey.models.extractive.called import name_of
from survey.models.extractive.fields import Setting, first_own, method_score
from survey.models.extractive.pieces import pieces_of
from survey.models.extractive.workings import told_as_workings
from survey.questions import NumberedPaper, RecordedPaper
from survey.voice import by_itself

_LONGEST = 40  # words
_WHO = r"(?:[Oo]ne \w+|[Tt]he \S+(?: \S+){0,3}? paper|[A-Z]\S*(?: \S+){0,2}?)"
_GOOD_FOR = re.compile(  # and not how
    rf"^(?:.{{3,160}}, )?{_WHO} (?:\w+ly |also |further )?(?:is|are|needs?|requires?|supports?|enables?|allows?|"
    r"provides?|offers?|achieves?|ensures?|improves?|enhances?|reduces?|avoids?|removes?|retains?|makes?|serves?|"
    r"open-sources?)\b"
    r"(?!.*\bby (?:\w+ly )?\w+ing\b)"
)
_BESIDE = re.compile(  # a part or a trial of it, another thing that is offered, or what isn't said of it
    r"^(?:For|During|At|[^\s,]+(?: [^\s,]+){0,3}:) |"
    r"^One \w+ \w+s (?:can|are|is|have|has|of|that|which)\b|"  # "one model parameters can be learnt"
    rf"^(?:.{{3,160}}, )?{_WHO} (?:\w+ly |also |further )?(?:introduc|propos|present|develop|design|devis|construct|"
    r"build|creat|releas|collect|curat|evaluat|compar|conduct|analy[sz]|investigat|explor|assess|test|perform|appl|"
    r"conjectur|formali[sz]|takes? (?:an?|the) )"
)


def further(paper: RecordedPaper) -> tuple[str, tuple[str, ...]] | None:
    """How the method works by the first sentence that the record leaves out and that says so, with what it rests on.

    One that begins with what a step is for ("To widen it, ...") only where there is no other; None where none says it.
    """
    lines = sentences(paper.abstract)
    pieces = pieces_of(NumberedPaper(paper.id, paper.title, lines))
    known = {quote for one in paper.said for quote in one.quotes if one.field in {"contribution", "method"}}
    made = next((quote for one in paper.said if one.field == "contribution" for quote in one.quotes), "")
    place = next((piece.place for piece in pieces if piece.raw == made), 0)
    at = Setting(place, len(pieces) - 1, name_of(paper), first_own(pieces))
    found: list[tuple[bool, int, str, tuple[str, ...]]] = []
    for piece in pieces:
        quotes = tuple(lines[number - 1] for number in piece.numbers)
        if piece.whole and not known.intersection(quotes) and method_score(piece, at) > 0:
            text = told_as_workings(paper, by_itself(piece.text))
            if 0 < len(text.split()) <= _LONGEST and tells_how(text) and not is_added(piece.low, paper.title):
                found.append((text.startswith("To "), piece.place, text, quotes))
    return min(found)[2:] if found else None


def tells_how(text: str) -> bool:
    """Whether a statement of a method says how it works: not what it's good for, nor what else is made or tried."""
    return not (_BESIDE.match(text) or _GOOD_FOR.match(text))
