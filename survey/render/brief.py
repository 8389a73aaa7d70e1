"""A brief as Markdown: one to two pages; a pure function of its record."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from survey.briefed import Brief
from survey.claims import Claim
from survey.records import Result
from survey.recurring import recurring_data
from survey.render.cite import cite, cited, reference
from survey.render.escape import markdown
from survey.render.markdown import comparison_lines
from survey.render.view import View
from survey.render.wording import claim_words, model_words
from survey.subjects import of_one_paper
from survey.telling import leaning
from survey.words import TROUBLE, counted, ended, listed, spelled

_MOST_FINDINGS = 8
_MOST_OPEN = 6
_THE_TROUBLE = re.compile(rf"\b(?:this|these) {TROUBLE}s?\b")
_REST = (
    "Not checked: whether a paper is right, and whether its abstract says all that it should. Only titles and "
    "abstracts were read."
)


def render_brief(brief: Brief) -> str:
    """The text of a brief."""
    view = View(brief.content)
    pieces = (
        _head(brief),
        _what(brief, view),
        _state(brief, view),
        _approaches(brief, view),
        _results(brief, view),
        _differences(brief, view),
        _open(brief, view),
        _reading(brief, view),
        _near(brief),
        _references(brief, view),
        _trust(brief),
    )
    return "\n".join(line for piece in pieces for line in piece).rstrip() + "\n"


def _head(brief: Brief) -> Iterator[str]:
    moment = datetime.fromisoformat(brief.content.created)
    since = f", new {markdown(brief.since)}" if brief.since else ""
    yield f"# Brief: {markdown(brief.topic)}"
    yield ""
    chosen = counted(len(brief.chosen), "paper")
    yield f"*{chosen} of {brief.considered}{since}, from “{markdown(brief.source)}”. {moment.day} {moment:%B %Y}.*"
    yield ""


def _of(brief: Brief, *kinds: str) -> list[Claim]:
    return [claim for claim in brief.content.topics[0].claims if claim.kind in kinds]


def _said(view: View, claims: Sequence[Claim]) -> str:
    return " ".join(cited(view, claim_words(claim), claim.papers) for claim in claims)


def _what(brief: Brief, view: View) -> Iterator[str]:
    """What the topic is: the claims of context, else the problems that the closest papers name, else what they do."""
    yield "## What it is"
    yield ""
    context = _of(brief, "context")
    records = brief.content.records
    problems = [(r.problem, key) for key, r in records.items() if r.problem][:2]
    does = [(r.contribution, key) for key, r in records.items() if r.contribution][:2]
    if context:
        yield _said(view, context)
    else:
        yield " ".join(cited(view, statement.text, [key]) for statement, key in problems or does) or (
            "The abstracts don't say."
        )
    yield ""


def _state(brief: Brief, view: View) -> Iterator[str]:
    """The state of the evidence: counts made by code."""
    yield "## State of the evidence"
    yield ""
    content = brief.content
    years = sorted(paper.year for paper in content.papers if paper.year)
    span = (
        f", from {years[0]} to {years[-1]}" if years and years[0] != years[-1] else f", of {years[0]}" if years else ""
    )
    known = f" ({len(years)} give their year)" if years and len(years) < len(content.papers) else ""
    with_value = [key for key, r in content.records.items() if any(result.value for result in r.results)]
    with_limits = [key for key in content.records if key in _open_in(brief, view)]
    figures = f"figures could be read from {_count(with_value)} {cite(view, with_value)}".rstrip()
    limits = f"limits or open questions from {_count(with_limits)} {cite(view, with_limits)}".rstrip()
    yield f"{counted(len(content.papers), 'paper')}{span}{known}: {figures}, {limits}."
    data = recurring_data([p.key for p in content.papers], content.records, least=2)
    if data:
        shown = [f"{markdown(one.name)} {cite(view, one.papers)}" for one in data[:5]]
        yield f"Data on which more than one reports: {listed(shown)}."
    together = _of(brief, "agreement", "trend")
    if together:
        yield _said(view, together)
    yield ""


def _count(keys: Sequence[str]) -> str:
    return spelled(len(keys)) if keys else "none"


def _approaches(brief: Brief, view: View) -> Iterator[str]:
    yield "## Main approaches compared"
    yield ""
    if brief.content.topics[0].comparison.rows:
        yield from comparison_lines(view, brief.content.topics[0])
    else:
        for line in view.lines(brief.content.topics[0]):
            yield f"- {cited(view, line.statements[0].text, [line.paper])}"
        yield ""


def _results(brief: Brief, view: View) -> Iterator[str]:
    yield "## Results"
    yield ""
    findings = _of(brief, "finding")
    told = {key for claim in findings for key in claim.papers}
    lines = [cited(view, claim.text, claim.papers) for claim in findings]
    rest = [(one, key) for key in brief.content.topics[0].papers if key not in told for one in _best(brief, view, key)]
    rest.sort(key=lambda found: found[0].value is None)
    lines += [_line(view, result.text, key) for result, key in rest]
    yield from (f"- {line}" for line in lines[:_MOST_FINDINGS])
    if not lines:
        yield "None of these abstracts states a result."
    yield ""


def _line(view: View, text: str, key: str) -> str:
    """A statement of one paper's record: under its title, where neither its first word nor a name says whose it is."""
    told, title = of_one_paper(text), view.papers[key].title
    name, colon, _ = title.partition(":")
    if told != text or (colon and name in text):
        return cited(view, told, [key])
    return f"*{markdown(ended(title))}* {cited(view, text, [key])}"


def _best(brief: Brief, view: View, key: str) -> list[Result]:
    """The paper's result with the most to it: a value first, then where it was measured and against what.

    None that makes sense in its abstract only: no title stands beside it.
    """
    record = brief.content.records.get(key)

    def weight(result: Result) -> tuple[bool, int, int]:
        parts = (result.measure, result.dataset, result.baseline)
        return result.value is not None, sum(part is not None for part in parts), -len(result.text)

    stand = [result for result in record.results if _alone(view, key, result.text)] if record else []
    return [max(stand, key=weight)] if stand else []


def _alone(view: View, key: str, text: str) -> bool:
    """Whether ``text`` leans on nothing that neither it nor the title names, nor on a trouble told elsewhere."""
    return not leaning(text, view.papers[key].title) and not _THE_TROUBLE.search(text)


def _differences(brief: Brief, view: View) -> Iterator[str]:
    yield "## Disagreements"
    yield ""
    differences = _of(brief, "difference")
    yield _said(view, differences) or "No two of these abstracts were found to disagree; most don't compare themselves."
    yield ""


def _open(brief: Brief, view: View) -> Iterator[str]:
    """What is open: the claims of gaps, and what the papers' records name as limits beyond these."""
    yield "## Open questions"
    yield ""
    gaps = _of(brief, "gap")
    limits = _open_in(brief, view)
    for claim in gaps:
        limits = {key: text for key, text in limits.items() if key not in claim.papers}
    lines = [cited(view, claim.text, claim.papers) for claim in gaps]
    lines += [_line(view, text, key) for key, text in limits.items()]
    yield from (f"- {line}" for line in lines[:_MOST_OPEN])
    if not lines:
        yield "None of these abstracts says what it leaves open."
    yield ""


def _open_in(brief: Brief, view: View) -> dict[str, str]:
    """What the papers leave open, by their keys: as a claim tells it, else as their records do, where that makes sense
    without the abstract."""
    told = {key: claim.text for claim in _of(brief, "gap") for key in claim.papers}
    limits = {key: one.limitations.text for key, one in brief.content.records.items() if one.limitations}
    return told | {key: text for key, text in limits.items() if key not in told and _alone(view, key, text)}


def _reading(brief: Brief, view: View) -> Iterator[str]:
    yield "## Reading order"
    yield ""
    for place, step in enumerate(brief.reading, 1):
        title = markdown(view.papers[step.paper].title.rstrip("."))
        yield f"{place}. *{title}* {cite(view, [step.paper])}: {markdown(step.why)}"
    yield ""


def _near(brief: Brief) -> Iterator[str]:
    if brief.near:
        yield "## Near misses"
        yield ""
        for miss in brief.near:
            number = f" (reference {miss.number} of the survey)" if miss.number else ""
            yield f"- *{markdown(miss.title.rstrip('.'))}*{number}: {markdown(miss.reason)}"
        yield ""


def _references(brief: Brief, view: View) -> Iterator[str]:
    yield "## References"
    yield ""
    for paper in view.listed:
        number = brief.numbers.get(paper.key)
        survey = f" (reference {number} of the survey)" if number else ""
        yield f'- <a id="ref-{paper.number}"></a>**[{paper.number}]** {reference(paper)}{survey}'
    yield ""


def _trust(brief: Brief) -> Iterator[str]:
    score = brief.content.scorecard
    yield '<a id="trust"></a>'
    yield ""
    yield "## How far to trust this brief"
    yield ""
    yield f"Chosen by words and vectors. {markdown(brief.cut)}"
    yield ""
    counts = (
        f"{score.sentences_cited} of {score.sentences} statements cite a paper",
        f"{score.quotes_verbatim} of {score.quotes} quotes stand word for word in their paper",
        f"{score.numbers_found} of {score.numbers} numbers stand in the quoted sentence",
        f"{score.supported} of {score.citations} citations share their statement's words",
    )
    yield f"Counted by code, over the claims and records behind this brief: {'; '.join(counts)}."
    for left in brief.content.left_out:
        what = markdown(left.paper or left.topic or "")
        yield f"Left out: {what} (question {left.question}): {markdown(left.reason)}."
    yield ""
    yield f"Written by {model_words(brief.content.run.model)}. {_REST}"
