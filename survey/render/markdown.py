"""survey.md: the survey for reading and for git; a pure function of the document."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from survey.claims import Claim
from survey.comparison import result_phrase
from survey.document import ListedPaper, Survey, TopicSection
from survey.render.escape import link, markdown
from survey.scorecard import paper_line
from survey.words import counted, listed

_HEADINGS = {
    "agreement": "Common ground",
    "difference": "Differences",
    "trend": "Directions",
    "gap": "Open, by the papers' own account",
}


def render_markdown(survey: Survey) -> str:
    """The text of survey.md."""
    pieces = (
        _head(survey),
        _contents(survey),
        _overview(survey),
        *(_theme(survey, number) for number in range(1, len(survey.themes) + 1)),
        _reported(survey),
        _undiscussed(survey),
        _account(survey),
        _trust(survey),
        _references(survey),
    )
    return "\n".join(line for piece in pieces for line in piece).rstrip() + "\n"


def _head(survey: Survey) -> Iterator[str]:
    run, score = survey.run, survey.scorecard
    yield f"# {markdown(survey.title)}"
    yield ""
    if not run.complete:
        yield "**This survey is not complete:** some papers or topics had to be left out; they are named below."
        yield ""
    yield "## At a glance"
    yield ""
    yield "| | |"
    yield "|---|---|"
    yield f"| Papers | {score.papers}, of {counted(score.records_read, 'record')} read |"
    yield f"| Topics | {score.topics} in {counted(len(survey.themes), 'theme')} |"
    yield f"| Dumps | {', '.join(markdown(dump.name) for dump in survey.dumps)} |"
    yield f"| Written by | {_model(run.model)} |"
    yield f"| Date | {_date(survey.refreshed or survey.created)} |"
    yield f"| Sources | {score.papers_cited} of {score.papers} papers cited; [how far to trust this survey](#trust) |"
    yield ""


def _model(name: str) -> str:
    return (
        "`extractive`: no language model; the papers' own sentences, shortened"
        if name == "extractive"
        else markdown(name)
    )


def _date(stamp: str) -> str:
    moment = datetime.fromisoformat(stamp)
    return f"{moment.day} {moment:%B %Y}"


def _contents(survey: Survey) -> Iterator[str]:
    topics = survey.by_topic()
    yield "## Contents"
    yield ""
    for number, theme in enumerate(survey.themes, 1):
        size = sum(len(topics[topic].papers) for topic in theme.topics)
        yield f"{number}. [{markdown(theme.name)}](#{theme.id}) ({counted(size, 'paper')})"
        for topic in theme.topics:
            yield f"   - [{markdown(topics[topic].name)}](#{topic}) ({len(topics[topic].papers)})"
    yield ""


def _overview(survey: Survey) -> Iterator[str]:
    if survey.overview:
        yield "## Overview"
        yield ""
        yield from _claims(survey, survey.overview)


def _theme(survey: Survey, number: int) -> Iterator[str]:
    theme, topics = survey.themes[number - 1], survey.by_topic()
    yield f'<a id="{theme.id}"></a>'
    yield ""
    yield f"## {number}. {markdown(theme.name)}"
    yield ""
    for place, topic in enumerate(theme.topics, 1):
        yield from _topic(survey, topics[topic], f"{number}.{place}")


def _topic(survey: Survey, topic: TopicSection, number: str) -> Iterator[str]:
    yield f'<a id="{topic.id}"></a>'
    yield ""
    yield f"### {number} {markdown(topic.name)}"
    yield ""
    yield f"*{counted(len(topic.papers), 'paper')}. Keywords: {listed([markdown(word) for word in topic.keywords])}.*"
    yield ""
    for reason in (left.reason for left in survey.left_out if left.topic == topic.id and left.question == "synthesis"):
        yield f"**No synthesis of this topic:** {markdown(reason)}."
        yield ""
    yield from _claims(survey, topic.claims)
    yield from _comparison(survey, topic)
    yield from _lines(survey, topic)


def _claims(survey: Survey, claims: Sequence[Claim]) -> Iterator[str]:
    """Context as a paragraph, findings as a list, every other kind under its own words."""
    context = [claim for claim in claims if claim.kind == "context"]
    if context:
        yield " ".join(_statement(survey, claim) for claim in context)
        yield ""
    findings = [claim for claim in claims if claim.kind == "finding"]
    yield from (f"- {_statement(survey, claim)}" for claim in findings)
    yield from [""] if findings else []
    for kind, heading in _HEADINGS.items():
        of_kind = [claim for claim in claims if claim.kind == kind]
        if of_kind:
            yield f"**{heading}.** " + " ".join(_statement(survey, claim) for claim in of_kind)
            yield ""


def _statement(survey: Survey, claim: Claim) -> str:
    """The claim's text with its citations before the full stop."""
    text, stop = re.fullmatch(r"(.*?)([.!?]?)", claim.text.strip(), re.DOTALL).groups()  # type: ignore[union-attr]
    cited = cite(survey, claim.papers)
    return f"{markdown(text)}{f' {cited}' if cited else ''}{stop or '.'}"


def cite(survey: Survey, keys: Iterable[str]) -> str:
    """The citation of some papers: "[[3](#ref-3), [7](#ref-7)]", in ascending order."""
    numbers = sorted(survey.by_key()[key].number for key in keys)
    return f"[{', '.join(f'[{n}](#ref-{n})' for n in numbers)}]" if numbers else ""


def _comparison(survey: Survey, topic: TopicSection) -> Iterator[str]:
    if not topic.comparison.rows:
        return
    papers = survey.by_key()
    yield f"| Paper | {' | '.join(markdown(column) for column in topic.comparison.columns)} |"
    yield "|---" * (len(topic.comparison.columns) + 1) + "|"
    for row in topic.comparison.rows:
        cells = " | ".join(markdown(cell) or "–" for cell in row.cells)
        yield f"| {_short_title(papers[row.paper])} {cite(survey, [row.paper])} | {cells} |"
    yield ""


def _short_title(paper: ListedPaper) -> str:
    """The name before the colon of a title, else the title's first words."""
    name = paper.title.split(":")[0].strip() if ":" in paper.title else ""
    words = paper.title.split()
    return markdown(name if 0 < len(name) <= 40 else " ".join(words[:6]) + (" …" if len(words) > 6 else ""))


def _lines(survey: Survey, topic: TopicSection) -> Iterator[str]:
    papers = survey.by_key()
    lines = [(papers[key], paper_line(survey.records[key])) for key in topic.papers if key in survey.records]
    if lines:
        yield "**The papers**"
        yield ""
        for paper, statement in lines:
            if statement:
                yield f"- {cite(survey, [paper.key])} *{markdown(paper.title)}.* {markdown(statement.text)}"
        yield ""


def _reported(survey: Survey) -> Iterator[str]:
    """The numbers that papers report, across the survey."""
    rows = [
        (paper, result)
        for paper in survey.papers
        if paper.key in survey.records
        for result in survey.records[paper.key].results
        if result.value and result.measure
    ]
    if not rows:
        return
    yield '<a id="results"></a>'
    yield ""
    yield "## Reported results"
    yield ""
    yield "As the papers' abstracts state them; settings differ from paper to paper."
    yield ""
    yield "| Paper | Measure | Value | Data | Compared with |"
    yield "|---|---|---|---|---|"
    for paper, result in rows:
        value = result_phrase(result.model_copy(update={"measure": None, "dataset": None, "baseline": None}))
        cells = (result.measure or "", value, result.dataset or "", result.baseline or "")
        yield f"| {_short_title(paper)} {cite(survey, [paper.key])} | {' | '.join(markdown(c) or '–' for c in cells)} |"
    yield ""


def _undiscussed(survey: Survey) -> Iterator[str]:
    if survey.scorecard.papers_uncited:
        papers = survey.by_key()
        yield "## Papers not discussed"
        yield ""
        for entry in survey.scorecard.papers_uncited:
            yield f"- {cite(survey, [entry.key])} *{markdown(papers[entry.key].title)}*: {markdown(entry.reason)}"
        yield ""


def _account(survey: Survey) -> Iterator[str]:
    yield "## Where every record went"
    yield ""
    yield "| Dump | Format | Read | Papers | Merged | Rejected |"
    yield "|---|---|---:|---:|---:|---:|"
    for dump in survey.dumps:
        counts = f"{dump.read} | {dump.papers} | {dump.merged} | {dump.rejected}"
        yield f"| {markdown(dump.name)} | {markdown(dump.format)} | {counts} |"
    yield ""
    papers = survey.by_key()
    if survey.merged:
        yield "**Merged** (the same paper again)"
        yield ""
        for merge in survey.merged:
            where = f"{markdown(merge.source.dump)}, line {merge.source.line}"
            into = f"reference {papers[merge.kept].number}" if merge.kept in papers else merge.kept
            yield f"- *{markdown(merge.title)}* ({where}) into {into}: {markdown(merge.reason)}"
        yield ""
    if survey.rejected:
        yield "**Rejected**"
        yield ""
        for rejection in survey.rejected:
            where = f"{markdown(rejection.source.dump)}, line {rejection.source.line}"
            yield f"- {where}: {markdown(rejection.reason)}: “{markdown(rejection.text)}”"
        yield ""


def _trust(survey: Survey) -> Iterator[str]:
    score, run = survey.scorecard, survey.run
    yield '<a id="trust"></a>'
    yield ""
    yield "## How far to trust this survey"
    yield ""
    yield "Counted by code from the finished survey; `survey check` counts again."
    yield ""
    yield "| What was counted | Count | Of | Share |"
    yield "|---|---:|---:|---:|"
    rows = (
        ("Records that became papers or were merged", score.papers + score.merged, score.records_read),
        ("Papers cited", score.papers_cited, score.papers),
        ("Statements that cite a paper", score.sentences_cited, score.sentences),
        ("Citations that lead to a reference", score.citations_resolved, score.citations),
        ("Quotes that stand word for word in their paper", score.quotes_verbatim, score.quotes),
        ("Numbers that stand in the quoted sentence", score.numbers_found, score.numbers),
        ("Citations whose sentence shares the statement's words", score.supported, score.citations),
    )
    for name, count, whole in rows:
        yield f"| {name} | {count} | {whole} | {f'{count / whole:.0%}' if whole else '–'} |"
    yield ""
    if survey.left_out:
        yield "**Left out**"
        yield ""
        for left in survey.left_out:
            what = left.paper or left.topic or ""
            yield f"- {markdown(what)} (question {left.question}): {markdown(left.reason)}"
        yield ""
    yield (
        "What is not checked: whether a paper is right, whether its abstract says all that it should, and whether a "
        "sentence that shares a statement's words also shares its meaning. Only titles and abstracts were read."
    )
    yield ""
    yield (
        f"Made by {_model(run.model)}; {counted(run.calls, 'call')}, {counted(run.cached, 'answer')} from the cache, "
        f"{run.tokens_in + run.tokens_out} tokens, {run.rejected_answers} answers refused, {run.retried} calls tried again."
    )
    yield ""


def _references(survey: Survey) -> Iterator[str]:
    yield "## References"
    yield ""
    for paper in sorted(survey.papers, key=lambda p: p.number):
        yield f'- <a id="ref-{paper.number}"></a>**[{paper.number}]** {_reference(paper)}'


def _reference(paper: ListedPaper) -> str:
    authors = listed([markdown(author) for author in paper.authors[:6]]) + (" et al." if len(paper.authors) > 6 else "")
    where = ", ".join(markdown(str(part)) for part in (paper.venue, paper.year) if part)
    title = f"*{markdown(paper.title.rstrip('.'))}*."
    found = "; ".join(f"{markdown(source.dump)}, line {source.line}" for source in paper.sources)
    parts = (
        f"{authors.rstrip('.')}." if authors else "",
        title,
        f"{where}." if where else "",
        *_links(paper),
        f"({found})",
    )
    return " ".join(part for part in parts if part)


def _links(paper: ListedPaper) -> Iterator[str]:
    if paper.doi and (target := link(f"https://doi.org/{paper.doi}")):
        yield f"[doi:{markdown(paper.doi)}]({target})"
    if paper.arxiv_id and (target := link(f"https://arxiv.org/abs/{paper.arxiv_id}")):
        yield f"[arXiv:{markdown(paper.arxiv_id)}]({target})"
    if paper.url and not (paper.doi or paper.arxiv_id) and (target := link(paper.url)):
        yield f"[link]({target})"
