"""The overview without any model: for each theme the statement that opens it and its finding with the most to say."""

from itertools import groupby

from survey.evidence import numbers
from survey.questions import ClaimAnswer, OverviewAnswer, OverviewValues, TopicDigest


def overview(values: OverviewValues) -> OverviewAnswer:
    """One claim for each theme: the one with the most numbers in its largest topics."""
    claims = []
    for _, topics in groupby(values.topics, key=lambda topic: topic.theme):
        best = _best(list(topics))
        claims += [best] if best else []
    return OverviewAnswer(claims=claims)


def _best(topics: list[TopicDigest]) -> ClaimAnswer | None:
    """The claim of one paper with most numbers, in the theme's largest topic that has one."""
    for topic in sorted(topics, key=lambda topic: -topic.size):
        single = [(text, ids) for text, ids in topic.claims if len(ids) == 1]
        if single:
            text, ids = max(single, key=lambda claim: (min(len(numbers(claim[0])), 3), -len(claim[0])))
            return ClaimAnswer(kind="finding", text=text, papers=list(ids))
    return None
