"""A statement that says what a thing is and not what it is for, with its paper's title, which tells the task.

"DyNet is a framework with two losses" of the paper "DyNet: ... for Leaf Counting" becomes 'DyNet ("... for Leaf
Counting") is a framework with two losses'. A long name with its letters, "Tree Net (TN)", gives way to one of the two.
"""

import re
from collections.abc import Collection, Sequence

from survey.models.extractive.borne import bears_title
from survey.models.extractive.called import is_offered, name_of
from survey.models.extractive.introduced import OFFERS, of_each, place_of, tells_more, with_title
from survey.models.extractive.taskwords import head_of, leaves_its_task_open, starts
from survey.models.extractive.titled import titles as titles_of
from survey.models.extractive.workings import unnamed
from survey.questions import ClaimAnswer, RecordedPaper

_SHORT = 5  # words of a title that stands whole, but for what it is for
_MOST = 0.6  # of the words of a title's head in a statement that needs only the end of that
_LONG_FIRST = re.compile(
    r"(?:The )?(?P<long>[A-Z]\S*(?: [^\s(),;:]+){1,7}) \((?P<short>[A-Za-z][\w+-]*)\)"
    r"(?= (?:\w+ly )?[a-z]+(?<!s)s\b)"
)
_SHORT_FIRST = re.compile(r"(?P<short>[A-Za-z][\w+-]*) \((?P<long>[^()]{6,90})\)(?= (?:\w+ly )?[a-z]+(?<!s)s\b)")
_SAYS_WHAT_FOR = re.compile(  # "is a dataset for sorting trees"
    r"[^;:]{2,90}? (?:is|are|proposes|presents|introduces) (?:an?|the) "
    r"(?:(?!(?:that|which|with|by|using|via|of|in|on)\b)[\w-]+,? ){1,9}?"
    r"(?:for|to|dedicated to|designed to|evaluating|assessing) [a-z]"
)
_IS_A_TASK = re.compile(r"[^,;:]{3,80}? (?:is|as) an? (?:[\w-]+ ){0,3}(?:task|problem)\b")


def with_tasks(
    claims: Sequence[ClaimAnswer], papers: Sequence[RecordedPaper], heading: Collection[str]
) -> list[ClaimAnswer]:
    """The findings of one paper with its title where neither they nor the topic's name tell its task.

    ``heading``: the content words of the topic's name.
    """
    return of_each(claims, papers, lambda text, paper, _: with_task(text, paper, heading))


def with_task(text: str, paper: RecordedPaper, heading: Collection[str]) -> str:
    """``text`` with its paper's title behind the name, where neither of ``text`` and ``heading`` tells its task."""
    if '("' in text or _IS_A_TASK.match(text) or not _leaves_it_open(text, paper.title, heading):
        return text
    titles = [title for title in titles_of(paper) if tells_more(title, text) and _tells_task(title, paper)]
    if not unnamed(text):
        titles.sort(key=lambda title: (len(title.split()) > _SHORT or " for " in title) and _says_again(title, text))
    if found := _LONG_FIRST.match(text) or _SHORT_FIRST.match(text):
        return _for_letters(text, found, paper, titles)
    name = name_of(paper)
    if name and name in text and OFFERS.match(text):
        return text
    end = place_of(text, paper, defined_too=True)
    return text if end is None else with_title(text, paper, end, titles)


def _leaves_it_open(text: str, title: str, heading: Collection[str]) -> bool:
    """Whether ``text`` leaves its paper's task open: wholly, where it says in its own words what the thing is for."""
    return leaves_its_task_open(text, title, heading, wholly=_SAYS_WHAT_FOR.match(text) is not None)


def _tells_task(title: str, paper: RecordedPaper) -> bool:
    """Whether a part of the paper's title has its task."""
    return not leaves_its_task_open(title, paper.title, ())


def _says_again(title: str, text: str) -> bool:
    """Whether most of what ``title`` has ahead of its task stands in ``text`` too."""
    head = head_of(title)
    return len(head & starts(text)) > _MOST * len(head)


def _for_letters(text: str, found: re.Match[str], paper: RecordedPaper, titles: Sequence[str]) -> str:
    """``text`` with a title in place of one of the two, a long name and its letters: of the one that it says."""
    long, short = found["long"], found["short"]
    if name_of(paper) not in {long, short, None} or not (name_of(paper) or is_offered(paper, short)):
        return text
    rest = text[found.end() :]
    for title in titles:
        says_it = found.re is _SHORT_FIRST or starts(long) <= starts(title)
        if not says_it and short in rest:
            continue
        told = f'{short if says_it else long} ("{title}"){rest}'
        if bears_title(told, paper):
            return told
    return text
