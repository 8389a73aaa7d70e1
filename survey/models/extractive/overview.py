"""The overview without any model: for each theme, what opens it and the finding with the most to say."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from survey.evidence import numbers
from survey.questions import ClaimAnswer, OverviewAnswer, OverviewValues, TopicDigest

_FINDINGS_PER_THEME = 1
_LEAST_WORDS = 12
_CLAUSE = re.compile(
    r"(?:,\s+(?:which|enabling|achieving|surpassing|while|competitive|by|thereby|making|setting)\b|;|\s--\s)"
)


def overview(values: OverviewValues) -> OverviewAnswer:
    """One finding for each theme, with numbers where there are any."""
    claims = []
    for _, topics in groupby(values.topics, key=lambda topic: topic.theme):
        claims += list(_findings(list(topics)))
    return OverviewAnswer(claims=claims)


def _findings(topics: Sequence[TopicDigest]) -> Iterator[ClaimAnswer]:
    """The best of the theme's claims about one paper: with numbers, from a large topic, and short."""
    single = [(topic.size, text, ids) for topic in topics for text, ids in topic.claims if len(ids) == 1]
    single.sort(key=lambda c: (-min(len(numbers(c[1])), 3), -c[0], len(c[1])))
    for _, text, ids in single[:_FINDINGS_PER_THEME]:
        yield ClaimAnswer(kind="finding", text=_shortened(text), papers=list(ids))


def _shortened(text: str) -> str:
    """The main clause of a long statement, as long as that keeps a number when the statement has one."""
    for found in _CLAUSE.finditer(text):
        head = text[: found.start()]
        if len(head.split()) >= _LEAST_WORDS and (numbers(head) or not numbers(text)):
            return f"{head}."
    return text
