"""From a prospect and the answers to the refreshed document: what didn't change is carried over as it stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from survey.ask import LeftOut
from survey.changes import After, entry
from survey.claims import Claim
from survey.comparison import comparison
from survey.document import LeftOutEntry, ListedPaper, Run, Survey, ThemeSection, TopicSection, length_of
from survey.papers import Paper
from survey.records import Record
from survey.refreshing.prospect import Prospect
from survey.scorecard import Content, scored
from survey.settings import Settings
from survey.topics import Topic


@dataclass(frozen=True, slots=True)
class Answers:
    """What was said of the prospect; ``names`` are by topic and theme id, ``claims`` by topic id."""

    records: Mapping[str, Record]
    names: Mapping[str, str]
    claims: Mapping[str, tuple[Claim, ...]]
    overview: tuple[Claim, ...]
    left_out: tuple[LeftOut, ...]


def renewed(prospect: Prospect, answers: Answers, settings: Settings, date: str, run: Run) -> Survey:
    """The survey document after a refresh."""
    before = prospect.before
    papers = _listed(prospect)
    topics = tuple(_section(topic, prospect, answers) for topic in prospect.grouping.topics)
    dumps = prospect.accounts()
    records = {paper.key: answers.records[paper.key] for paper in papers if paper.key in answers.records}
    reasons = {left.label: left.reason for left in answers.left_out}
    remembered = _remembered(before, settings, prospect.request.renew)
    length = length_of(remembered)
    content = Content(dumps, papers, records, topics, answers.overview, reasons, length)
    themes = (ThemeSection(id=t.id, name=answers.names[t.id], topics=t.topics) for t in prospect.grouping.themes)
    changed = {
        "title": settings.title or before.title,
        "refreshed": date,
        "settings": remembered,
        "dumps": dumps,
        "papers": papers,
        "merged": (*prospect.removal.merged, *prospect.met.merged),
        "rejected": (*prospect.removal.rejected, *prospect.incoming.rejected),
        "records": records,
        "themes": tuple(themes),
        "topics": topics,
        "overview": answers.overview,
        "left_out": tuple(_left_out(left, prospect) for left in answers.left_out),
        "scorecard": scored(content),
        "dropped": (*before.dropped, *prospect.removal.dropped),
        "history": (*before.history, entry(before, _after(prospect, answers, topics, date))),
        "run": run,
    }
    return before.model_copy(update=changed)


def _listed(prospect: Prospect) -> tuple[ListedPaper, ...]:
    """The papers by number: old ones keep theirs, new ones follow in reading order; a number is never given twice."""
    topic_of = {key: topic.id for topic in prospect.grouping.topics for key in topic.papers}
    left = sorted(prospect.removal.papers, key=lambda paper: paper.number)
    old = [_placed(prospect.met.papers[p.key], p.number, topic_of[p.key], p.added) for p in left]
    before = prospect.before
    first = 1 + max(
        [*(paper.number for paper in before.papers), *(paper.number for paper in before.dropped)], default=0
    )
    new = [key for topic in prospect.grouping.topics for key in topic.papers if key not in prospect.met.papers]
    added = [
        _placed(prospect.papers[key], number, topic_of[key], prospect.number) for number, key in enumerate(new, first)
    ]
    return (*old, *added)


def _placed(paper: Paper, number: int, topic: str, added: int) -> ListedPaper:
    fields = {name: getattr(paper, name) for name in Paper.__dataclass_fields__}
    return ListedPaper(**fields, number=number, topic=topic, added=added)


def _section(topic: Topic, prospect: Prospect, answers: Answers) -> TopicSection:
    """The topic's section: the one that was there where papers and name are the same, but for its claims."""
    claims = answers.claims.get(topic.id, ())
    before = prospect.before.by_topic().get(topic.id)
    name = answers.names[topic.id]
    met = {key: paper.title for key, paper in prospect.met.papers.items()}
    titles = met | {key: paper.title for key, paper in prospect.papers.items()}
    if before and before.name == name and not (prospect.is_changed(topic) or prospect.request.renew):
        there = {t.id for t in prospect.grouping.topics}
        nearest = before.nearest if before.nearest in there else topic.nearest
        table = comparison(before.papers, answers.records, titles) if prospect.retried & set(before.papers) else None
        kept = before.model_copy(update={"claims": claims, "nearest": nearest})
        return kept.model_copy(update={"comparison": table}) if table else kept
    return TopicSection(
        id=topic.id,
        name=name,
        keywords=topic.keywords,
        papers=topic.papers,
        lineage=topic.lineage,
        cohesion=topic.cohesion,
        nearest=topic.nearest,
        worst=topic.worst,
        claims=claims,
        comparison=comparison(topic.papers, answers.records, titles),
    )


def _remembered(before: Survey, settings: Settings, renew: bool) -> dict[str, object]:
    """What the survey remembers: the build's settings, but for those that only concern how it is shown.

    A survey that was asked anew as a whole remembers the settings of that.
    """
    now = settings.remembered()
    return now if renew else {**before.settings, **{name: now[name] for name in ("title", "marks", "pins")}}


def _left_out(left: LeftOut, prospect: Prospect) -> LeftOutEntry:
    place = {"paper": left.label} if left.label in prospect.papers else {"topic": left.label}
    return LeftOutEntry(**place, question=left.question, reason=left.reason)


def _after(prospect: Prospect, answers: Answers, topics: tuple[TopicSection, ...], date: str) -> After:
    return After(
        date=date,
        dumps=tuple(dump.name for dump in prospect.incoming.dumps),
        added=tuple(paper.key for paper in prospect.met.new),
        merged=len(prospect.met.merged),
        rejected=len(prospect.incoming.rejected),
        new_versions=prospect.met.changed,
        dropped=prospect.removal.dropped,
        topics=topics,
        overview=answers.overview,
        renewed=prospect.request.renew,
    )
