"""What a refresh would change and ask: papers, topics, calls, tokens, price. No model call, no network."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from survey import evidence
from survey.arranging import without_endpoint
from survey.ask import Asker
from survey.asking import asking
from survey.document import Survey
from survey.handover import nameless, whole
from survey.naming import TopicNameQuestion, unique_names
from survey.overview import OverviewQuestion
from survey.papers import Paper
from survey.plan import OUT_OF_NAME, OUT_OF_RECORD, Foresight, Plan, Step, embedding, out_of_overview, out_of_topic
from survey.reading import RecordQuestion, record_of
from survey.records import Record, Statement
from survey.refreshing.prospect import Prospect, Request, foresee
from survey.refreshing.work import standing_claims, work_of
from survey.revision import RevisionQuestion, in_parts
from survey.settings import Settings
from survey.synthesis import SynthesisQuestion, folded

_SENTENCES_IN_NOTES = 3


@dataclass(frozen=True, slots=True)
class RefreshPlan:
    """A refresh foreseen: papers by fate, topics (by name) by what would become of them, and what it would ask.

    Calls are exact apart from re-asks; tokens are close estimates wherever they depend on papers not read yet.
    """

    new: int
    merged: int
    rejected: int
    dropped: int
    new_versions: int
    changed_topics: tuple[str, ...]
    new_topics: tuple[str, ...]
    plan: Plan


def plan_refresh(
    survey: Survey, inputs: Sequence[str | Path], settings: Settings, request: Request
) -> RefreshPlan | None:
    """What :func:`survey.refresh.refresh_survey` would do with the same arguments; None when there is nothing new."""
    prospect = foresee(survey, inputs, settings, request, offline=True)
    if prospect is None:
        return None
    topics, papers = prospect.grouping.topics, list(prospect.papers.values())
    old = survey.by_topic()
    with asking(settings) as asker:
        steps = _steps(prospect, settings, asker)
    read = sum(dump.read for dump in prospect.incoming.dumps)
    return RefreshPlan(
        new=len(prospect.met.new),
        merged=len(prospect.met.merged),
        rejected=len(prospect.incoming.rejected),
        dropped=len(prospect.removal.dropped),
        new_versions=len(prospect.met.changed),
        changed_topics=tuple(old[t.id].name for t in topics if t.id in old and prospect.is_changed(t)),
        new_topics=tuple(t.name for t in topics if t.id not in old),
        plan=Plan(
            read,
            len(prospect.papers),
            len(topics),
            len(prospect.grouping.themes),
            (*embedding(papers, settings), *steps),
            without_endpoint(papers, settings) != settings,
        ),
    )


def _steps(prospect: Prospect, settings: Settings, asker: Asker) -> tuple[Step, ...]:
    """A step for each question, in the order in which they are asked."""
    foresight, language = Foresight(asker, settings), settings.language
    reading = RecordQuestion(language)
    to_read = prospect.to_read()
    read = foresight.exact(reading, to_read, OUT_OF_RECORD)
    known = asker.known(reading, to_read)
    records = {key: record for key, record in prospect.before.records.items() if key in prospect.papers}
    records |= {paper.key: _notes(paper) for paper in to_read}
    records |= {key: record_of(prospect.papers[key], answer) for key, answer in known.items()}

    things, names = nameless(prospect.grouping, prospect.papers, settings)
    new = [thing for thing in things if prospect.is_new(thing.id)]
    names |= unique_names(new, {}, names, [name for one, name in names.items() if not prospect.is_new(one)])
    stand = standing_claims(prospect)
    work = work_of(prospect, stand, records, names)
    length = settings.length
    to_revise = [part for topic in work.revise for part in in_parts(topic, asker.fold("revision"))]
    to_write = [part for topic in work.write for part in folded(topic, asker.fold("synthesis"))]
    steps = [
        read,
        foresight.exact(TopicNameQuestion(language), new, OUT_OF_NAME),
        foresight.exact(
            RevisionQuestion(language, length), to_revise, out_of_topic(length, _mean(len(w.new) for w in to_revise))
        ),
        foresight.exact(
            SynthesisQuestion(language, length), to_write, out_of_topic(length, _mean(len(w.papers) for w in to_write))
        ),
    ]
    if work.revise or work.write or prospect.gone:
        overview = whole(prospect.grouping, names, stand, prospect.papers)
        question = OverviewQuestion(language, length)
        steps.append(foresight.exact(question, [overview], out_of_overview(length, overview)))
    return tuple(steps)


def _notes(paper: Paper) -> Record:
    """About as much as a record will say of a paper not read yet, for counting."""
    text = " ".join(evidence.sentences(paper.abstract)[:_SENTENCES_IN_NOTES]) or paper.title
    return Record(contribution=Statement(text=text, quotes=(text,)))


def _mean(sizes: Iterable[int]) -> int:
    found = list(sizes)
    return round(sum(found) / len(found)) if found else 0
