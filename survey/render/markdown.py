"""survey.md: the survey for reading and for git; a pure function of the document."""

from collections.abc import Iterable, Iterator, Sequence

from survey.claims import Claim
from survey.document import Survey, TopicSection
from survey.questions import Kind
from survey.render.back import back_matter
from survey.render.cite import cite, cited
from survey.render.escape import markdown
from survey.render.halves import halves
from survey.render.recurrence import across_words, theme_words
from survey.render.view import View, row_title
from survey.render.wording import (
    BEHIND_FINDINGS,
    DATA,
    HEADINGS,
    MOST_SHARED,
    NO_CELLS,
    OPEN,
    SHARED_DATA,
    TOLD_ABOVE,
    TOUCHING,
    about,
    day,
    divided,
    lead_words,
    model_words,
    open_places,
    papers_heading,
    shortcomings,
    told_above,
    without_cells,
)
from survey.words import counted, ended, listed

_MARKS = {"added": "**New:** ", "reworded": "**Changed:** ", "extended": "**Changed:** "}


def render_markdown(survey: Survey) -> str:
    """The text of survey.md."""
    view = View(survey)
    themes = (line for number in range(1, len(survey.themes) + 1) for line in _theme(view, number))
    pieces = (_head(view), _contents(view), _overview(view), themes, back_matter(view))
    return "\n".join(line for piece in pieces for line in piece).rstrip() + "\n"


def _head(view: View) -> Iterator[str]:
    survey, run, score = view.survey, view.survey.run, view.survey.scorecard
    yield f"# {markdown(survey.title)}"
    yield ""
    if not run.complete:
        yield "**This survey is not complete:** some papers or topics had to be left out; they are named at its end."
        yield ""
    yield "## At a glance"
    yield ""
    yield "| | |"
    yield "|---|---|"
    yield f"| Papers | {score.papers}, from {counted(score.records_read, 'record')} |"
    yield f"| Topics | {score.topics} in {counted(len(survey.themes), 'theme')} |"
    yield f"| Dumps | {', '.join(markdown(dump.name) for dump in survey.dumps)} |"
    yield f"| Written by | {markdown(model_words(run.model))} |"
    yield f"| Date | {day(survey.refreshed or survey.created)} |"
    if view.news:
        came = f"{counted(view.news.added, 'paper')} and {counted(len(view.changed), 'statement')}"
        yield f"| New | {came} by refresh {view.news.refresh}, marked **New** or **Changed**; all of it in CHANGES.md |"
    yield f"| Trust | {score.papers_cited} of {score.papers} papers cited; [how far to trust this survey](#trust) |"
    yield ""


def _contents(view: View) -> Iterator[str]:
    yield "## Contents"
    yield ""
    for number, theme in enumerate(view.survey.themes, 1):
        yield f"{number}. [{markdown(theme.name)}](#{theme.id}) ({counted(view.size(theme.topics), 'paper')})"
        for topic in theme.topics:
            yield f"   - [{markdown(view.topics[topic].name)}](#{topic}) ({_size(view, topic)})"
    yield ""


def _size(view: View, topic: str) -> str:
    new = sum(view.is_new(key) for key in view.topics[topic].papers)
    return f"{view.size([topic])}, {new} new" if new else str(view.size([topic]))


def _overview(view: View) -> Iterator[str]:
    yield "## Overview"
    yield ""
    yield markdown(lead_words(view))
    yield ""
    field = [claim for claim in view.beyond if claim.kind == "context"]
    yield from _claims(view, field)
    for theme in view.survey.themes:
        said = " ".join((markdown(theme_words(view, theme)), *(_statement(view, c) for c in view.overview_of(theme))))
        yield f"- **[{markdown(theme.name)}](#{theme.id}).** {said}"
    yield ""
    yield from _across(view)
    yield from _claims(view, [claim for claim in view.beyond if claim not in field])
    if view.recurring:
        yield f"{DATA}:"
        yield ""
        yield "| Data | Papers | Which |"
        yield "|---|---:|---|"
        for data in view.recurring[:12]:
            yield f"| {markdown(data.name)} | {len(data.papers)} | {cite(view, data.papers)} |"
        yield ""


def _across(view: View) -> Iterator[str]:
    """What goes beyond one theme, counted: the terms that recur, and where papers say what is left open."""
    places, more = open_places(view)
    told_in = [*(f"{_linked(topic)} ({papers})" for topic, papers in places), *filter(None, [more])]
    left_open = f"{OPEN} {listed(told_in)}." if places else ""
    if told := " ".join(part for part in (markdown(across_words(view)), left_open) if part):
        yield told
        yield ""


def _theme(view: View, number: int) -> Iterator[str]:
    theme = view.survey.themes[number - 1]
    yield f'<a id="{theme.id}"></a>'
    yield ""
    yield f"## {number}. {markdown(theme.name)}"
    yield ""
    if touching := [f"{_linked(one)} to {_linked(other)}" for one, other in view.touching(theme)]:
        yield f"*{TOUCHING} {'; '.join(touching)}.*"
        yield ""
    for place, topic in enumerate(theme.topics, 1):
        yield from _topic(view, view.topics[topic], f"{number}.{place}")


def _linked(topic: TopicSection) -> str:
    return f"[{markdown(topic.name)}](#{topic.id})"


def _topic(view: View, topic: TopicSection, number: str) -> Iterator[str]:
    yield f'<a id="{topic.id}"></a>'
    yield ""
    yield f"### {number} {markdown(topic.name)}"
    yield ""
    yield f"*{_topic_words(view, topic)}*"
    yield ""
    for what, reason in shortcomings(view.survey, topic):
        yield f"**{what}** {markdown(reason)}." if reason else f"**{what}**"
        yield ""
    yield from _opening(view, topic)
    behind = view.behind_opening(topic)
    yield from _kind(view, behind, "agreement")
    yield from _findings(view, topic)
    for kind in BEHIND_FINDINGS:
        yield from _kind(view, behind, kind)
    yield from _shared_data(view, topic)
    yield from comparison_lines(view, topic)
    yield from _lines(view, topic)


def _topic_words(view: View, topic: TopicSection) -> str:
    near = f" Closest topic: {_linked(view.topics[topic.nearest])}." if topic.nearest else ""
    keywords = listed([markdown(word) for word in topic.keywords])
    return f"{counted(len(topic.papers), 'paper')}. Keywords: {keywords}.{near}"


def _opening(view: View, topic: TopicSection) -> Iterator[str]:
    """How the topic's papers divide and what it is about, as one paragraph."""
    groups = view.groups(topic)
    parts = [
        f"{part.joint}{markdown(part.words)} {cite(view, part.claim.papers)}"
        for part in divided(groups, len(topic.papers))
    ]
    marks = {_MARKS[view.changed[claim.id]] for claim in groups if claim.id in view.changed}
    whole = [f"{min(marks, default='')}{''.join(parts)}."] if parts else []
    said = [*whole, *(_statement(view, claim) for claim in view.context(topic))]
    if said:
        yield " ".join(said)
        yield ""


def _findings(view: View, topic: TopicSection) -> Iterator[str]:
    """The topic's findings as a list, or as one under each subject that its opening counts."""
    parts = view.findings(topic)
    for subject, claims in parts:
        if len(parts) > 1:
            yield f"**{markdown(about(subject))}**"
            yield ""
        yield from (f"- {_statement(view, claim)}" for claim in claims)
        yield ""


def _claims(view: View, claims: Sequence[Claim]) -> Iterator[str]:
    """Context as a paragraph, findings as a list, every other kind under its own words."""
    context = [claim for claim in claims if claim.kind == "context"]
    if context:
        yield " ".join(_statement(view, claim) for claim in context)
        yield ""
    yield from _kind(view, claims, "agreement")
    findings = [claim for claim in claims if claim.kind == "finding"]
    yield from (f"- {_statement(view, claim)}" for claim in findings)
    yield from [""] if findings else []
    for kind in BEHIND_FINDINGS:
        yield from _kind(view, claims, kind)


def _kind(view: View, claims: Iterable[Claim], kind: Kind) -> Iterator[str]:
    of_kind = [_statement(view, claim) for claim in claims if claim.kind == kind]
    if of_kind:
        yield f"**{HEADINGS[kind]}** {' '.join(of_kind)}"
        yield ""


def _statement(view: View, claim: Claim) -> str:
    mark = _MARKS.get(view.changed.get(claim.id, ""), "")
    parts = halves(claim)
    if len(parts) == 1:
        return f"{mark}{cited(view, parts[0], claim.papers)}"
    told = zip(parts, claim.papers, strict=True)
    return f"{mark}{''.join(cited(view, part, [key]).rstrip('.') for part, key in told)}."


def _shared_data(view: View, topic: TopicSection) -> Iterator[str]:
    shared = view.shared_data(topic, MOST_SHARED)
    if shared:
        yield f"**{SHARED_DATA}** {listed([f'{markdown(one.name)} {cite(view, one.papers)}' for one in shared])}."
        yield ""


def comparison_lines(view: View, topic: TopicSection) -> Iterator[str]:
    """The topic's table."""
    table = view.comparison(topic)
    if not table.rows:
        return
    yield f"| Paper | {' | '.join(markdown(column) for column in table.columns)} |"
    yield "|---" * (len(table.columns) + 1) + "|"
    for row in table.rows:
        cells = " | ".join(markdown(cell) or "–" for cell in row.cells)
        yield f"| {markdown(row_title(view.papers[row.paper], row, topic.name))} {cite(view, [row.paper])} | {cells} |"
    yield ""
    if bare := without_cells(topic):
        yield f"*{NO_CELLS} {cite(view, bare)}.*"
        yield ""


def _lines(view: View, topic: TopicSection) -> Iterator[str]:
    lines = view.lines(topic)
    if lines:
        yield f"**{papers_heading(view.survey.length)}**"
        yield ""
        for line in lines:
            paper = view.papers[line.paper]
            mark = _MARKS["added"] if view.is_new(line.paper) else ""
            if paper.abstract:
                said = " ".join(cited(view, statement.text, [line.paper]) for statement in line.statements)
                yield f"- {mark}*{markdown(ended(paper.title))}* {said}"
            else:
                title = markdown(paper.title.rstrip("."))
                yield f"- {mark}*{title}* {cite(view, [line.paper])}. (Title only: no abstract was given.)"
        yield ""
        if above := told_above(view, topic, lines):
            yield f"*{TOLD_ABOVE} {cite(view, above)} stands above.*"
            yield ""
