"""What a paper makes, as findings: weighed by how much each says that its title doesn't, and how it works told first.

"TreeNet is a framework for sorting trees" under "TreeNet: Sorting Trees" yields to "TreeNet cuts each tree where ...".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from survey.models.extractive.called import name_of
from survey.models.extractive.further import further, tells_how
from survey.models.extractive.offered import Offer, offers
from survey.models.extractive.opened import by_its_name
from survey.models.extractive.steps import without_first
from survey.models.extractive.workings import unnamed
from survey.news import news
from survey.questions import RecordedPaper

UNNAMED = 2.0
"""Less for what is told of "one paper" than of a name."""
PER_WORD = 0.02
_OFFERED = {"what": 4.0, "how": 3.4, "aim": 3.0, "part": 2.2, "praise": 2.7}
_NEWS, _PER_NEWS = 6, 0.2  # words beside the title's that an offer should tell; less for each that it doesn't
_LITTLE_NEWS, _MORE_NEWS = 4, 3  # with so few it yields to one that has so many more
_UNLIKE = re.compile(r"^(?:In contrast (?:to|with)|Unlike|Compared (?:to|with)|Instead of) .{3,160}?, ")


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement of one paper: its text, how much there is to it, the data of its figure.

    ``is_made``: it says what the paper contributes, which stands before what that reaches. ``quotes``: the sentences
    that it was read from. ``is_slight``: it only announces, restates its paper's title, or tells what that offers
    besides.
    """

    paper: str
    text: str
    worth: float
    dataset: str | None = None
    is_made: bool = False
    quotes: tuple[str, ...] = ()
    is_slight: bool = False


def made(paper: RecordedPaper) -> Iterator[Finding]:
    """What the paper's record says that it contributes, and how that works."""
    for offer in offers(paper):
        yield _made(paper, offer)


def made_further(paper: RecordedPaper, found: Sequence[Finding]) -> Iterator[Finding]:
    """How it works by a sentence that the record leaves out, where all that was ``found`` says little, and this much.

    It is worth no more than a part, unless it takes the place of what says little.
    """
    best = max(found, key=lambda one: one.worth, default=None)
    if best is None or best.is_slight or (best.is_made and _news(best.text, paper) <= _LITTLE_NEWS):
        told = further(paper)
        if told and _news(told[0], paper) >= _NEWS:
            yield _made(paper, Offer(told[0], "part", told[1]))


def filled(found: Sequence[Finding], paper: RecordedPaper) -> list[Finding]:
    """``found`` with how a thing works in the place of what it is, where that says little and this much more."""
    best = max(found, key=lambda one: one.worth, default=None)
    if best is None or not best.is_made or best.is_slight or (known := _news(best.text, paper)) > _LITTLE_NEWS:
        return list(found)
    least = max(_NEWS, known + _MORE_NEWS)
    more = (one for one in found if _news(one.text, paper) >= least and _may_stand_for(one, best))
    chosen = max(more, key=lambda one: one.worth, default=best)
    worths = {id(best): chosen.worth, id(chosen): best.worth}
    return [replace(one, worth=worths.get(id(one), one.worth)) for one in found]


def _may_stand_for(one: Finding, best: Finding) -> bool:
    """Whether ``one`` says how what is offered works, and under a name where ``best`` has one."""
    return one.is_made and not one.is_slight and tells_how(one.text) and unnamed(one.text) <= unnamed(best.text)


def _made(paper: RecordedPaper, offer: Offer) -> Finding:
    text = by_its_name(without_first(offer.text), name_of(paper))
    worth = _OFFERED[offer.says] - (UNNAMED if unnamed(text) else 0) - PER_WORD * len(text.split())
    worth -= _PER_NEWS * max(0, _NEWS - _news(text, paper))
    return Finding(paper.id, text, worth, is_made=True, quotes=offer.quotes)


def _news(text: str, paper: RecordedPaper) -> int:
    return news(_UNLIKE.sub("", text), paper.title)
