"""What a refresh would change, worked out before any question is asked: papers, the account, topics."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from survey.arranging import Arranged, Embedded, drawn_by, embedder_within, taken_by, without_endpoint
from survey.document import DumpAccount, Survey
from survey.dumps import Dump, read_dumps
from survey.papers import Paper
from survey.refreshing.incoming import Incoming, incoming
from survey.refreshing.meeting import Met, meet
from survey.refreshing.removal import Removal, refused_papers, removed
from survey.settings import PinTable, Settings
from survey.topics import Grouping, Theme, Topic, join


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a refresh beside new dumps.

    ``drop`` are identifiers of papers to take out, ``retracted`` lists of them; ``renew`` asks everything again.
    """

    drop: tuple[str, ...] = ()
    retracted: tuple[Path, ...] = ()
    renew: bool = False


@dataclass(frozen=True)
class Prospect:
    """A survey as it was, what comes and goes, and the topics that its papers then stand in."""

    before: Survey
    request: Request
    removal: Removal
    incoming: Incoming
    met: Met
    drawn: Arranged
    repinned: bool
    papers: dict[str, Paper] = field(repr=False)

    @property
    def grouping(self) -> Grouping:
        """The topics and themes as they then are."""
        return self.drawn.grouping

    @property
    def embedded(self) -> Embedded | None:
        """What the papers' vectors took of an endpoint."""
        return self.drawn.embedded

    @property
    def number(self) -> int:
        """The number of this refresh, from 1."""
        return len(self.before.history) + 1

    @cached_property
    def gone(self) -> frozenset[str]:
        """The keys of the papers taken out."""
        return frozenset(paper.key for paper in self.removal.dropped)

    @cached_property
    def fresh(self) -> frozenset[str]:
        """The keys of new papers and of those with a new version."""
        return frozenset((*(paper.key for paper in self.met.new), *self.met.changed))

    @cached_property
    def retried(self) -> frozenset[str]:
        """What had no valid answer the last time, by key or topic id: it is asked again."""
        return frozenset(name for left in self.before.left_out if (name := left.paper or left.topic))

    def is_only_a_retry(self) -> bool:
        """Whether there is nothing to do but to ask again what had no valid answer the last time."""
        return not (self.incoming.dumps or self.gone or self.request.renew or self.repinned)

    def to_read(self) -> list[Paper]:
        """The papers to be asked about one by one."""
        again = self.fresh | self.retried
        return [paper for key, paper in self.papers.items() if self.request.renew or key in again]

    def is_new(self, topic_id: str) -> bool:
        """Whether the survey had no topic, and no theme, of this id."""
        return topic_id not in self.before.by_topic() and all(topic_id != theme.id for theme in self.before.themes)

    def is_changed(self, topic: Topic) -> bool:
        """Whether the topic has other papers than before, or another version of one."""
        before = self.before.by_topic().get(topic.id)
        return before is None or set(before.papers) != set(topic.papers) or bool(self.fresh & set(topic.papers))

    def accounts(self) -> tuple[DumpAccount, ...]:
        """Every dump's account: those that the survey had, without the papers taken out, then the new ones."""
        return (*self.removal.dumps, *(self._account(dump) for dump in self.incoming.dumps))

    def _account(self, dump: Dump) -> DumpAccount:
        merged = sum(merge.source.dump == dump.name for merge in self.met.merged)
        rejected = sum(rejection.source.dump == dump.name for rejection in self.incoming.rejected)
        return DumpAccount(
            name=dump.name,
            sha256=dump.sha256,
            format=dump.format,
            read=dump.read,
            papers=dump.read - merged - rejected,
            merged=merged,
            rejected=rejected,
        )


def foresee(
    survey: Survey, inputs: Sequence[str | Path], settings: Settings, request: Request, *, offline: bool = False
) -> Prospect | None:
    """What a refresh of ``survey`` would change; None when it would change nothing.

    ``offline`` asks no endpoint for vectors: where they aren't all cached the built-in ones do, and topics may differ.

    Raises SettingsError for a paper to drop that isn't there, DumpError for an input that can't be read.
    """
    reasons = refused_papers(request.drop, request.retracted)
    removal = removed(survey, reasons, request.drop)
    dumps = read_dumps(inputs, format=settings.format, title_only=settings.title_only).dumps if inputs else ()
    came = incoming(survey, dumps, reasons)
    if not (came.dumps or removal.dropped or request.renew or survey.left_out or repinned(survey, settings)):
        return None
    met = meet([_plain(paper) for paper in removal.papers], came.records, settings)
    papers = dict(met.papers) | {paper.key: paper for paper in met.new}
    settings = without_endpoint(list(papers.values()), settings) if offline else settings
    joined = _joined(survey, met, settings)
    return Prospect(survey, request, removal, came, met, joined, repinned(survey, settings), papers)


def repinned(survey: Survey, settings: Settings) -> bool:
    """Whether the user decided otherwise about topics than when the survey was last made."""
    return settings.pins != _pins_of(survey)


def _pins_of(survey: Survey) -> PinTable:
    """The pins that the survey was last made with."""
    return PinTable.model_validate(survey.settings.get("pins", {}))


def _plain(paper: Paper) -> Paper:
    return Paper(**{name: getattr(paper, name) for name in Paper.__dataclass_fields__})


def _joined(survey: Survey, met: Met, settings: Settings) -> Arranged:
    """The topics with the new papers in them, without those taken out; a topic left empty goes."""
    shape, pins = drawn_by(settings)
    before = grouping_of(survey, frozenset(met.papers))
    old = list(met.papers.values())
    embedder = embedder_within(settings, [*old, *met.new])
    done = _pins_of(survey).split
    grouping = join(
        before, old, met.new, embedder=embedder, seed=settings.seed, shape=shape, pins=pins, split_before=done
    )
    return Arranged(grouping, taken_by(embedder))


def grouping_of(survey: Survey, keys: frozenset[str]) -> Grouping:
    """The topics and themes of a survey as grouping knows them, with the papers ``keys``; what is left empty goes."""
    topics = tuple(
        Topic(
            id=section.id,
            name=section.name,
            keywords=section.keywords,
            phrases=(section.name,),
            papers=papers,
            lineage=section.lineage,
            cohesion=section.cohesion,
            nearest=section.nearest,
            worst=tuple(key for key in section.worst if key in keys),
        )
        for section in survey.topics
        if (papers := tuple(key for key in section.papers if key in keys))
    )
    there = {topic.id for topic in topics}
    topics = tuple(t if t.nearest in there else replace(t, nearest=None) for t in topics)
    themes = tuple(
        Theme(theme.id, theme.name, left)
        for theme in survey.themes
        if (left := tuple(topic for topic in theme.topics if topic in there))
    )
    return Grouping(themes, topics)
