"""CHANGES.md: what each refresh changed, newest first; a pure function of the document."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from survey.document import ListedPaper, Survey
from survey.history import Refresh, StatementChange, TopicChange
from survey.lines import paper_lines
from survey.render.escape import markdown
from survey.render.wording import with_count
from survey.words import counted, listed

_FILE = "survey.md"
_KINDS = {"added": "Added", "reworded": "Reworded", "extended": "Now of more papers", "withdrawn": "Withdrawn"}
_OVERVIEW = "overview"
_TOPICS = {"new": "new", "split": "split off", "changed": "changed", "gone": "gone"}
_STATEMENTS = {"added": "added", "reworded": "reworded", "extended": "now of more papers", "withdrawn": "withdrawn"}


def render_changes(survey: Survey) -> str:
    """The text of CHANGES.md; without a refresh it says so."""
    lines = [f"# What changed in “{markdown(survey.title)}”", ""]
    if not survey.history:
        lines += ["Nothing yet: this survey was never refreshed."]
    else:
        lines += [f"Newest first. Numbers in brackets lead to the references of [{_FILE}]({_FILE}).", ""]
    for refresh in reversed(survey.history):
        lines += _Told(survey, refresh).lines()
    return "\n".join(lines).rstrip() + "\n"


class _Told:
    """One refresh in words."""

    def __init__(self, survey: Survey, refresh: Refresh) -> None:
        self._survey, self._refresh = survey, refresh
        self._numbers = {paper.key: paper.number for paper in survey.dropped}
        self._numbers |= {paper.key: paper.number for paper in survey.papers}
        self._papers = survey.by_key()
        self._topics = survey.by_topic()
        self._new = [paper for paper in survey.papers if paper.added == refresh.refresh]

    def lines(self) -> Iterator[str]:
        """Summary, then topic by topic, then where the records went."""
        yield f"## Refresh {self._refresh.refresh}, {_date(self._refresh.date)}"
        yield ""
        yield self._summary()
        yield ""
        yield from self._removals()
        yield from self._versions()
        statements = _by_place(self._refresh.statements)
        if overview := statements.pop(_OVERVIEW, None):
            yield "### The overview"
            yield ""
            yield from self._statements(overview)
        for change in sorted(self._refresh.topics, key=lambda change: change.kind == "changed"):
            yield from self._topic(change, statements.pop(change.id, []))
        yield from self._account()

    def _summary(self) -> str:
        refresh = self._refresh
        fates = [counted(refresh.added, "new paper")]
        fates += [f"{counted(refresh.merged, 'record')} of papers already there"] if refresh.merged else []
        fates += [f"{refresh.rejected} rejected"] if refresh.rejected else []
        came = f"{listed(fates)}, from {listed([markdown(name) for name in refresh.dumps])}." if refresh.dumps else ""
        renewed = "Everything was asked anew (--renew)." if refresh.renewed else ""
        topics = _tally([change.kind for change in refresh.topics], "topic", _TOPICS)
        said = _tally([change.kind for change in refresh.statements], "statement", _STATEMENTS)
        changed = " ".join(f"{part}." for part in (topics, said) if part) or "No topic changed."
        return " ".join(part for part in (came, renewed, changed) if part)

    def _removals(self) -> Iterator[str]:
        if self._refresh.dropped:
            yield "### Papers taken out"
            yield ""
            for paper in self._refresh.dropped:
                yield f"- \\[{paper.number}\\] *{markdown(paper.title)}*: {markdown(paper.reason)}"
            yield ""

    def _versions(self) -> Iterator[str]:
        if self._refresh.new_versions:
            yield "### New versions of papers"
            yield ""
            for key in self._refresh.new_versions:
                yield f"- {self._cite([key])} {self._title(key)}"
            yield ""

    def _topic(self, change: TopicChange, statements: Sequence[StatementChange]) -> Iterator[str]:
        yield f"### {self._heading(change)}"
        yield ""
        new = [paper.key for paper in self._new if paper.topic == change.id]
        if new:
            yield "**New papers**"
            yield ""
            titles = {paper.key: paper.title for paper in self._new}
            lines = paper_lines(new, self._survey.records, (), titles)
            said = {line.paper: line.statements[0].text for line in lines}
            yield from (f"- {self._title(key)} {self._sentence(said.get(key, ''), [key])}".rstrip() for key in new)
            yield ""
        yield from self._statements(statements)

    def _heading(self, change: TopicChange) -> str:
        name = markdown(change.name)
        link = f"[{name}]({_FILE}#{change.id})" if change.id in self._topics else name
        told = [counted(change.added, "new paper")] if change.added else []
        told += [f"{counted(change.removed, 'paper')} left"] if change.removed and change.kind != "gone" else []
        kind = {"new": "a new topic", "gone": "no longer a topic"}.get(change.kind, "")
        if change.kind == "split":
            names = [self._topics[t].name if t in self._topics else t for t in change.lineage]
            kind = f"split off from {listed([markdown(name) for name in names])}"
        return f"{link}: {', '.join(part for part in (kind, *told) if part) or 'statements changed'}"

    def _statements(self, changes: Sequence[StatementChange]) -> Iterator[str]:
        for kind, heading in _KINDS.items():
            of_kind = [change for change in changes if change.kind == kind]
            if of_kind:
                yield f"**{heading}**"
                yield ""
                yield from (f"- {self._statement(change)}" for change in of_kind)
                yield ""

    def _statement(self, change: StatementChange) -> str:
        text = self._sentence(with_count(change.text, len(change.papers)), change.papers)
        if change.kind == "reworded" and change.before:
            return f"{text}  \n  Before: {markdown(change.before)}"
        return f"{text} ({markdown(change.reason)})" if change.reason else text

    def _sentence(self, text: str, keys: Iterable[str]) -> str:
        """The sentence with its citation before the full stop."""
        body = text.strip()
        stop = body[-1:] if body.endswith((".", "!", "?")) else "."
        cited = f"{markdown(body.rstrip('.!?'))} {self._cite(keys)}".strip()
        return f"{cited}{stop if body else ''}"

    def _account(self) -> Iterator[str]:
        """Where the records of this refresh's dumps went that made no new paper."""
        dumps = set(self._refresh.dumps)
        merged = [merge for merge in self._survey.merged if merge.source.dump in dumps]
        rejected = [rejection for rejection in self._survey.rejected if rejection.source.dump in dumps]
        if merged:
            yield "### Records of papers already there"
            yield ""
            for merge in merged:
                where = f"{markdown(merge.source.dump)}, line {merge.source.line}"
                yield f"- {self._cite([merge.kept])} *{markdown(merge.title)}* ({where}): {markdown(merge.reason)}"
            yield ""
        if rejected:
            yield "### Rejected records"
            yield ""
            for rejection in rejected:
                where = f"{markdown(rejection.source.dump)}, line {rejection.source.line}"
                text = f": “{markdown(rejection.text)}”" if rejection.text.strip() else ""
                yield f"- {where}: {markdown(rejection.reason)}{text}"
            yield ""

    def _title(self, key: str) -> str:
        paper = self._papers.get(key)
        return f"*{markdown(paper.title.rstrip('.'))}.*" if isinstance(paper, ListedPaper) else "(taken out since)"

    def _cite(self, keys: Iterable[str]) -> str:
        """The references' numbers with links; a paper taken out since has only its number."""
        found = sorted((self._numbers[key], key) for key in keys if key in self._numbers)
        shown = [f"[{number}]({_FILE}#ref-{number})" if key in self._papers else str(number) for number, key in found]
        return f"[{', '.join(shown)}]" if shown else ""


def _tally(kinds: Sequence[str], noun: str, words: dict[str, str]) -> str:
    """ "Topics: 2 new and 14 changed"; empty when there is nothing to count."""
    counts = [f"{kinds.count(kind)} {word}" for kind, word in words.items() if kind in kinds]
    return f"{noun}s: {listed(counts)}".capitalize() if counts else ""


def _by_place(changes: Iterable[StatementChange]) -> dict[str, list[StatementChange]]:
    places: dict[str, list[StatementChange]] = {}
    for change in changes:
        places.setdefault(change.topic, []).append(change)
    return places


def _date(stamp: str) -> str:
    moment = datetime.fromisoformat(stamp)
    return f"{moment.day} {moment:%B %Y}"
