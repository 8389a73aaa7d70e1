"""The overview without any model: for each theme, what opens it and the finding with the most to say."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from survey.evidence import numbers
from survey.questions import ClaimAnswer, OverviewAnswer, OverviewValues, TopicDigest

_FINDINGS = 6
_LEAST_WORDS = 12
_BEGINNINGS = 5
_CLAUSE = re.compile(
    r"(?:,\s+(?:which|enabling|achieving|surpassing|while|competitive|by|thereby|making|setting)\b|;|\s--\s)"
)


def overview(values: OverviewValues) -> OverviewAnswer:
    """A finding for each theme, or several where there are few themes; without any finding, how the topics begin."""
    themes = [list(topics) for _, topics in groupby(values.topics, key=lambda topic: topic.theme)]
    each = max(1, _FINDINGS // max(1, len(themes)))
    claims = [claim for topics in themes for claim in _findings(topics, each)]
    return OverviewAnswer(claims=claims or list(_beginnings(values.topics)))


def _beginnings(topics: Sequence[TopicDigest]) -> Iterator[ClaimAnswer]:
    """The first claim of each of the first topics."""
    for claim in [claim for topic in topics for claim in topic.claims[:1]][:_BEGINNINGS]:
        yield ClaimAnswer(kind=claim.kind, text=claim.text, papers=list(claim.papers))


def _findings(topics: Sequence[TopicDigest], most: int) -> Iterator[ClaimAnswer]:
    """The best of the theme's findings: with numbers, from a large topic, and short."""
    found = [(topic.size, claim) for topic in topics for claim in topic.claims if claim.kind == "finding"]
    found.sort(key=lambda f: (-min(len(numbers(f[1].text)), 3), -f[0], len(f[1].text)))
    for _, claim in found[:most]:
        yield ClaimAnswer(kind="finding", text=_shortened(claim.text), papers=list(claim.papers))


def _shortened(text: str) -> str:
    """The main clause of a long statement, as long as that keeps a number when the statement has one."""
    for found in _CLAUSE.finditer(text):
        head = text[: found.start()]
        if len(head.split()) >= _LEAST_WORDS and (numbers(head) or not numbers(text)):
            return f"{head}."
    return text
