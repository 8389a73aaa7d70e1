"""What a run says on standard error: progress that behaves in a pipe, errors, and the closing line."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from survey.words import counted

if TYPE_CHECKING:
    from survey.ask import Progress
    from survey.dedupe import Deduped
    from survey.document import DumpAccount, Survey
    from survey.dumps import Reading
    from survey.plan import Plan
    from survey.refreshing.dryrun import RefreshPlan

_STAGES = {
    "record": "Reading papers",
    "topic_name": "Naming topics",
    "synthesis": "Writing topics",
    "revision": "Bringing topics up to date",
    "overview": "Writing the overview",
}


def say(text: str) -> None:
    """One line on standard error; a closed pipe is nobody's fault."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201  # this is the one place that prints


@contextmanager
def progress(quiet: bool) -> "Iterator[Progress | None]":
    """A progress display: a bar on a terminal, a line for each finished stage in a pipe, nothing when quiet."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        yield from _bars()
    else:
        yield _line


def _line(question: str, done: int, total: int) -> None:
    if done == total and total:
        say(f"{_STAGES[question]}: {total} done")


def _bars() -> "Iterator[Progress]":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description:<22}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bars = Progress(*columns, console=Console(stderr=True))
    tasks: dict[str, TaskID] = {}

    def show(question: str, done: int, total: int) -> None:
        if not tasks:  # not before there is something to show: what is drawn beside is begun without other threads
            bars.start()
        if question not in tasks:
            tasks[question] = bars.add_task(_STAGES[question], total=total)
        bars.update(tasks[question], completed=done, total=total)

    try:
        yield show
    finally:
        bars.stop()


def closing_line(survey: "Survey", folder: Path) -> str:
    """What was made, and what it took."""
    run = survey.run
    made = f"{counted(len(survey.papers), 'paper')} in {counted(len(survey.topics), 'topic')}"
    tokens = f"{run.tokens_in + run.tokens_out} tokens" + ("" if run.cost_usd is None else f", ${run.cost_usd:.2f}")
    asked = f"{counted(run.calls, 'call')}, {run.cached} answers from the cache, {tokens}"
    return f"{folder / 'survey.md'}: {made}; {asked}; {run.seconds:.1f} s."


def refresh_lines(survey: "Survey | None", folder: Path) -> str:
    """What a refresh changed, and what it took."""
    refresh = survey.last_refresh() if survey else None
    if survey is None or refresh is None:
        return f"{folder}: nothing new; nothing was written."
    came = f"{counted(refresh.added, 'new paper')}, {refresh.merged} merged, {refresh.rejected} rejected"
    gone = f", {len(refresh.dropped)} taken out" if refresh.dropped else ""
    topics = f"{counted(len(refresh.topics), 'topic')} changed"
    said = f"{counted(len(refresh.statements), 'statement')} changed"
    return f"{folder / 'CHANGES.md'}: {came}{gone}; {topics}, {said}.\n{closing_line(survey, folder)}"


def refresh_facts(before: "Survey", survey: "Survey | None", folder: Path) -> "dict[str, object]":
    """What ``--json`` says of a refresh: the run's fields (nought when nothing was new), the folder, what changed."""
    nothing = {"calls": 0, "cached": 0, "retried": 0, "rejected_answers": 0, "tokens_in": 0, "tokens_out": 0}
    run = survey.run if survey else before.run.model_copy(update={**nothing, "cost_usd": 0.0, "seconds": 0.0})
    refresh = survey.last_refresh() if survey else None
    counts = {name: getattr(refresh, name) if refresh else 0 for name in ("refresh", "added", "merged", "rejected")}
    lists = {
        name: len(getattr(refresh, name)) if refresh else 0
        for name in ("dropped", "new_versions", "topics", "statements")
    }
    return {**run.model_dump(), "folder": str(folder), "changed": survey is not None, **counts, **lists}


def shortfall(survey: "Survey") -> str:
    """What had to be left out, in a line; empty when nothing was."""
    stopped = "The budget stopped the run; raise it, and the same command goes on from there. "
    if not survey.left_out:
        return stopped.strip() if survey.run.stopped else ""
    papers = sum(left.paper is not None for left in survey.left_out)
    rest = len(survey.left_out) - papers
    first = survey.left_out[0]
    return (
        f"{stopped if survey.run.stopped else ''}"
        f"Left out: {counted(papers, 'paper')} and {counted(rest, 'other answer')}, named in the survey; "
        f"the first: {first.paper or first.topic}: {first.reason}."
    )


def account_lines(reading: "Reading", distinct: "Deduped") -> str:
    """Where every record went: the counts of each dump, then each rejection and each merge with its line and reason."""
    from survey.assembly import accounts

    lines = [f"{a.name} ({a.format}): {a.read} read = {_share(a)}" for a in accounts(reading, distinct)]
    lines += [f"skipped {skipped.path}: {skipped.reason}" for skipped in reading.skipped]
    rejected = [rejection for dump in reading.dumps for rejection in dump.rejected]
    lines += [f"rejected {r.source.dump}, line {r.source.line}: {r.reason}: {r.text[:80]}" for r in rejected]
    lines += [f"merged {m.source.dump}, line {m.source.line} into {m.kept}: {m.reason}" for m in distinct.merged]
    read = sum(dump.read for dump in reading.dumps)
    counts = f"{len(distinct.papers)} papers + {len(distinct.merged)} merged + {len(rejected)} rejected"
    return "\n".join([*lines, f"in all: {read} read = {counts}"])


def _share(account: "DumpAccount") -> str:
    return f"{account.papers} papers + {account.merged} merged + {account.rejected} rejected"


def plan_table(plan: "Plan") -> str:
    """The plan as a table of plain text."""
    wide = max(20, *(len(step.model) for step in plan.steps))
    lines = [
        f"{plan.records} records, {plan.papers} papers, {plan.topics} topics in {plan.themes} themes",
        f"{'question':<12} {'model':<{wide}} {'asked about':>11} {'cached':>7} {'calls':>6} "
        f"{'tokens in':>10} {'out (est.)':>10} {'US$':>9}",
    ]
    for s in plan.steps:
        price = "unknown" if s.cost_usd is None else f"{s.cost_usd:.4f}"
        counts = f"{s.items:>11} {s.cached:>7} {s.calls:>6} {s.tokens_in:>10} {s.tokens_out:>10} {price:>9}"
        lines.append(f"{s.question:<12} {s.model:<{wide}} {counts}")
    price = "unknown" if plan.cost_usd is None else f"{plan.cost_usd:.4f}"
    counts = f"{'':>11} {'':>7} {plan.calls:>6} {plan.tokens_in:>10} {plan.tokens_out:>10} {price:>9}"
    return "\n".join([*lines, f"{'in all':<12} {'':<{wide}} {counts}", *_how_counted(plan)])


def _how_counted(plan: "Plan") -> Iterator[str]:
    """Where the numbers come from: by whose tokens, by the prices of which day."""
    from survey.prices import list_date
    from survey.tokens import is_estimate

    models = sorted({step.model for step in plan.steps if step.tokens_in})
    if plan.topics_estimated:
        yield "The vectors aren't there yet: topics are foreseen with the built-in ones, and may come out otherwise."
    if estimated := [model for model in models if is_estimate(model)]:
        named = ", ".join(estimated)
        yield f"Tokens are counted as cl100k_base has them: an estimate, a few per cent off, for {named}."
    if models and plan.cost_usd is not None:
        yield f"Prices as of {list_date()}, or your own ([prices] in survey.toml)."


def refresh_plan_table(plan: "RefreshPlan | None", folder: Path) -> str:
    """What a refresh would change, and the plan of what it would ask."""
    if plan is None:
        return f"{folder}: nothing new; a refresh would write nothing."
    came = f"{counted(plan.new, 'new paper')}, {plan.merged} merged, {plan.rejected} rejected"
    came += f", {plan.dropped} taken out" if plan.dropped else ""
    came += f", {counted(plan.new_versions, 'new version')}" if plan.new_versions else ""
    lines = [f"{folder}: {came}"]
    lines += [f"new topics: {'; '.join(plan.new_topics)}"] if plan.new_topics else []
    lines += [f"topics with other papers: {'; '.join(plan.changed_topics)}"] if plan.changed_topics else []
    return "\n".join([*lines, plan_table(plan.plan)])


def audit_table(survey: "Survey") -> str:
    """Each topic's audit: cohesion, nearest topic, and the papers that fit worst."""
    names = {topic.id: topic.name for topic in survey.topics}
    lines = []
    for topic in survey.topics:
        near = f"; nearest: {names[topic.nearest]}" if topic.nearest in names else ""
        lines.append(
            f"{topic.id} {topic.name}: {counted(len(topic.papers), 'paper')}, cohesion {topic.cohesion:.2f}{near}"
        )
        lines += [f"    fits worst: {key}" for key in topic.worst]
    return "\n".join(lines)
