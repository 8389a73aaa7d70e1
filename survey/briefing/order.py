"""In which order to read the papers of a brief."""

import re

from survey.briefed import ToRead
from survey.document import Survey

_TO_READ = 6


_OVERVIEWS = re.compile(r"\b(?:survey|review|overview|tutorial|primer|introduction to|roadmap|perspectives?)\b", re.I)


def reading_order(content: Survey) -> tuple[ToRead, ...]:
    """Where to start: an overview if there is one, what is closest, what reports most, what says what is open."""
    papers, records = content.papers, content.records
    steps: dict[str, str] = {}
    for paper in papers:
        if _OVERVIEWS.search(paper.title):
            steps.setdefault(paper.key, "an overview by its title: start here")
    for paper in papers[:2]:
        steps.setdefault(paper.key, "closest to the topic")
    results = {key: sum(result.value is not None for result in record.results) for key, record in records.items()}
    most = max((p.key for p in papers if results.get(p.key)), key=lambda key: results[key], default=None)
    if most:
        steps.setdefault(most, f"reports most figures ({results[most]})" if results[most] > 1 else "reports a figure")
    shared = {key for claim in content.topics[0].claims if len(claim.papers) > 1 for key in claim.papers}
    for paper in papers:
        record = records.get(paper.key)
        if record and record.limitations:
            steps.setdefault(paper.key, "says what it leaves open")
        elif paper.key in shared:
            steps.setdefault(paper.key, "shares a finding or a data set with others here")
    return tuple(ToRead(paper=key, why=why) for key, why in list(steps.items())[:_TO_READ])
