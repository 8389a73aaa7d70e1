"""The end of survey.md: reported results, papers not discussed, the account, the scorecard, the references."""

from collections.abc import Iterator

from survey.markup import ACCOUNT
from survey.render.cite import cite, reference
from survey.render.escape import markdown
from survey.render.view import View, short_title
from survey.render.wording import RESULT_COLUMNS, RESULTS, limits_of_trust, result_cells, share, trust_rows
from survey.words import counted


def back_matter(view: View) -> Iterator[str]:
    """All lines behind the last topic; the references stand last but one, the scorecard last."""
    yield from _reported(view)
    yield from _undiscussed(view)
    yield from _account(view)
    yield from _references(view)
    yield from _trust(view)


def _reported(view: View) -> Iterator[str]:
    if not view.reported:
        return
    yield '<a id="results"></a>'
    yield ""
    yield "## Reported results"
    yield ""
    yield RESULTS
    yield ""
    yield f"| {' | '.join(RESULT_COLUMNS)} |"
    yield "|---" * len(RESULT_COLUMNS) + "|"
    for paper, result in view.reported:
        told = f"{markdown(short_title(paper))} {cite(view, [paper.key])}"
        data, measure, value, baseline = (markdown(cell or "") or "–" for cell in result_cells(result, paper.title))
        yield f"| {data} | {measure} | {value} | {told} | {baseline} |"
    yield ""


def _undiscussed(view: View) -> Iterator[str]:
    if view.survey.scorecard.papers_uncited:
        yield "## Papers not discussed"
        yield ""
        for entry in view.survey.scorecard.papers_uncited:
            yield f"- {cite(view, [entry.key])} *{markdown(view.papers[entry.key].title)}*: {markdown(entry.reason)}"
        yield ""


def _account(view: View) -> Iterator[str]:
    survey = view.survey
    yield f"## {ACCOUNT}"
    yield ""
    yield "| Dump | Format | Read | Papers | Merged | Rejected |"
    yield "|---|---|---:|---:|---:|---:|"
    for dump in survey.dumps:
        counts = f"{dump.read} | {dump.papers} | {dump.merged} | {dump.rejected}"
        yield f"| {markdown(dump.name)} | {markdown(dump.format)} | {counts} |"
    yield ""
    if survey.merged:
        yield "**Merged**, as the same paper again:"
        yield ""
        for merge in survey.merged:
            where = f"{markdown(merge.source.dump)}, line {merge.source.line}"
            into = f" into {cite(view, [merge.kept])}" if merge.kept in view.papers else ""
            yield f"- *{markdown(merge.title)}* ({where}){into}: {markdown(merge.reason)}"
        yield ""
    if survey.rejected:
        yield "**Rejected:**"
        yield ""
        for rejection in survey.rejected:
            where = f"{markdown(rejection.source.dump)}, line {rejection.source.line}"
            text = f": “{markdown(rejection.text)}”" if rejection.text.strip() else ""
            yield f"- {where}: {markdown(rejection.reason)}{text}"
        yield ""


def _references(view: View) -> Iterator[str]:
    yield "## References"
    yield ""
    for paper in view.listed:
        yield f'- <a id="ref-{paper.number}"></a>**[{paper.number}]** {reference(paper)}'
    yield ""


def _trust(view: View) -> Iterator[str]:
    score, run = view.survey.scorecard, view.survey.run
    yield '<a id="trust"></a>'
    yield ""
    yield "## How far to trust this survey"
    yield ""
    yield "Counted by code from the finished survey; `survey check` counts again."
    yield ""
    yield "| What was counted | Count | Of | Share |"
    yield "|---|---:|---:|---:|"
    for name, count, whole in trust_rows(score):
        yield f"| {name} | {count} | {whole} | {share(count, whole)} |"
    yield ""
    if view.survey.left_out:
        yield "**Left out:**"
        yield ""
        for left in view.survey.left_out:
            yield f"- {markdown(left.paper or left.topic or '')} (question {left.question}): {markdown(left.reason)}"
        yield ""
    yield limits_of_trust(view.survey)
    yield ""
    yield (
        f"The last run: {counted(run.calls, 'call')}, {counted(run.cached, 'answer')} from the cache, "
        f"{counted(run.tokens_in + run.tokens_out, 'token')}, {counted(run.rejected_answers, 'answer')} refused, "
        f"{counted(run.retried, 'call')} tried again."
    )
