"""From the stages' results to the Survey document: numbers, accounts, sections, scorecard."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from survey.ask import Asker, LeftOut
from survey.claims import Claim
from survey.comparison import comparison
from survey.dedupe import Deduped
from survey.document import (
    DumpAccount,
    LeftOutEntry,
    ListedPaper,
    Run,
    Survey,
    ThemeSection,
    TopicSection,
)
from survey.dumps import Reading
from survey.keyphrases.counting import singular_key
from survey.keyphrases.lists import GENERIC
from survey.papers import Paper
from survey.records import Record
from survey.scorecard import Content, scored
from survey.settings import Settings
from survey.topics import Grouping, Topic
from survey.words import in_sentence


@dataclass(frozen=True, slots=True)
class Parts:
    """All that a survey is put together from; ``names`` are by topic and theme id, ``claims`` by topic id."""

    reading: Reading
    distinct: Deduped
    grouping: Grouping
    names: Mapping[str, str]
    records: Mapping[str, Record]
    claims: Mapping[str, tuple[Claim, ...]]
    overview: tuple[Claim, ...]
    left_out: tuple[LeftOut, ...]


def assembled(parts: Parts, settings: Settings, created: str, run: Run) -> Survey:
    """The survey document of a build."""
    dumps = accounts(parts.reading, parts.distinct)
    papers = numbered(parts.distinct.papers, parts.grouping)
    topics = tuple(_section(topic, parts) for topic in parts.grouping.topics)
    reasons = {entry.label: entry.reason for entry in parts.left_out}
    records = {paper.key: parts.records[paper.key] for paper in papers if paper.key in parts.records}
    return Survey(
        title=settings.title or title_of(parts.grouping, parts.names),
        created=created,
        settings=settings.remembered(),
        dumps=dumps,
        papers=papers,
        merged=parts.distinct.merged,
        rejected=tuple(rejection for dump in parts.reading.dumps for rejection in dump.rejected),
        records=records,
        themes=tuple(
            ThemeSection(id=theme.id, name=parts.names[theme.id], topics=theme.topics)
            for theme in parts.grouping.themes
        ),
        topics=topics,
        overview=parts.overview,
        left_out=tuple(_entry(left, {paper.key for paper in papers}) for left in parts.left_out),
        scorecard=scored(Content(dumps, papers, records, topics, parts.overview, reasons, settings.length)),
        run=run,
    )


def run_of(settings: Settings, asker: Asker, complete: bool, seconds: float) -> Run:
    """The account of one run; its cost is unknown as soon as one model's price is."""
    used = asdict(asker.ledger)
    usd = asker.cost_usd()
    return Run(
        model=settings.model,
        complete=complete and not asker.budget.spent,
        prompts=asker.prompt_hashes(),
        models=asker.model_hashes(),
        stopped="budget" if asker.budget.spent else None,
        cost_usd=None if usd is None else round(usd, 6),
        seconds=round(seconds, 2),
        **{name: used[name] for name in _COUNTS},
    )


_COUNTS = ("calls", "cached", "retried", "rejected_answers", "tokens_in", "tokens_out")


def accounts(reading: Reading, distinct: Deduped) -> tuple[DumpAccount, ...]:
    """Each dump's account: read = papers + merged + rejected."""
    merged: dict[str, int] = {}
    for merge in distinct.merged:
        merged[merge.source.dump] = merged.get(merge.source.dump, 0) + 1
    return tuple(
        DumpAccount(
            name=dump.name,
            sha256=dump.sha256,
            format=dump.format,
            read=dump.read,
            papers=len(dump.papers) - merged.get(dump.name, 0),
            merged=merged.get(dump.name, 0),
            rejected=len(dump.rejected),
        )
        for dump in reading.dumps
    )


def numbered(papers: Sequence[Paper], grouping: Grouping) -> tuple[ListedPaper, ...]:
    """The papers with numbers in reading order: topic by topic, the most central first."""
    by_key = {paper.key: paper for paper in papers}
    placed = [(key, topic.id) for topic in grouping.topics for key in topic.papers]
    return tuple(
        ListedPaper(
            **{name: getattr(by_key[key], name) for name in Paper.__dataclass_fields__}, number=number, topic=topic_id
        )
        for number, (key, topic_id) in enumerate(placed, 1)
    )


def title_of(grouping: Grouping, named: Mapping[str, str]) -> str:
    """A title from the largest themes' names; ``named`` are by topic and theme id."""
    sizes = {topic.id: len(topic.papers) for topic in grouping.topics}
    themes = sorted(grouping.themes, key=lambda theme: -sum(sizes[topic] for topic in theme.topics))
    names = [in_sentence(_telling_part(named[theme.id])) for theme in themes[:3]]
    listed = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
    return f"A survey of {listed}" if listed else "A survey"


def _telling_part(name: str) -> str:
    """The first part of "X and Y" that doesn't fit half a library, as "machine learning" does; else the first."""
    parts = name.split(" and ")
    return next((part for part in parts if singular_key(part) not in GENERIC), parts[0])


def _section(topic: Topic, parts: Parts) -> TopicSection:
    abstracts = {paper.key: paper.abstract for paper in parts.distinct.papers}
    titles = {paper.key: paper.title for paper in parts.distinct.papers}
    return TopicSection(
        id=topic.id,
        name=parts.names[topic.id],
        keywords=topic.keywords,
        papers=topic.papers,
        lineage=topic.lineage,
        cohesion=topic.cohesion,
        nearest=topic.nearest,
        worst=topic.worst,
        claims=parts.claims.get(topic.id, ()),
        comparison=comparison([key for key in topic.papers if abstracts[key]], parts.records, titles),
    )


def _entry(left: LeftOut, keys: set[str]) -> LeftOutEntry:
    place = {"paper": left.label} if left.label in keys else {"topic": left.label}
    return LeftOutEntry(**place, question=left.question, reason=left.reason)
