"""What is to be asked about topics: which are written anew, which have their claims held against new papers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from survey.claims import Claim
from survey.document import Survey
from survey.handover import topic_work
from survey.records import Record
from survey.refreshing.prospect import Prospect
from survey.refreshing.standing import settled, standing
from survey.revision import RevisionWork, next_number
from survey.synthesis import TopicWork
from survey.topics import Topic

_Claims = Mapping[str, tuple[Claim, ...]]


@dataclass(frozen=True, slots=True)
class Work:
    """The topics to write anew, and those whose present claims new papers are held against."""

    write: list[TopicWork]
    revise: list[RevisionWork]


def standing_claims(prospect: Prospect) -> _Claims:
    """The claims that still hold, by the topic that now holds their papers.

    What code said in place of a model that had no valid answer on a topic gives way to the answer asked for now.
    """
    touched = prospect.gone | set(prospect.met.changed)
    stood_in = {left.topic for left in prospect.before.left_out if left.question == "synthesis"}
    topics = [topic for topic in prospect.before.topics if topic.id not in stood_in]
    held = {t.id: standing(t.claims, prospect.papers, touched).held for t in topics}
    return settled(held, prospect.grouping)


def work_of(prospect: Prospect, stand: _Claims, records: Mapping[str, Record], names: Mapping[str, str]) -> Work:
    """The topics to be written anew, and those whose claims new papers are held against."""
    to_write, to_revise = [], []
    used = claim_ids(prospect.before)
    before, topics = prospect.before.by_topic(), {topic.id: topic for topic in prospect.grouping.topics}
    for work in topic_work(prospect.grouping, names, prospect.papers, records):
        fresh = _unheard(prospect, topics[work.id], stand.get(work.id, ()))
        claims = stand.get(work.id, ())
        if prospect.request.renew or not claims:
            lost = work.id in before and bool(before[work.id].claims)
            is_due = lost or prospect.is_changed(topics[work.id]) or work.id in prospect.retried
            to_write += [work] if is_due else []
        elif new := tuple((paper, record) for paper, record in work.papers if paper.key in fresh):
            known = tuple((paper, record) for paper, record in work.papers if paper.key not in fresh)
            first = next_number(work.id, used)
            to_revise.append(RevisionWork(work.id, work.name, work.keywords, claims, new, known, first))
    return Work(to_write, to_revise)


def _unheard(prospect: Prospect, topic: Topic, claims: Iterable[Claim]) -> frozenset[str]:
    """The papers that the topic's claims couldn't take account of yet."""
    fresh = prospect.fresh | {key for key in prospect.retried if key in prospect.papers}
    if topic.id in prospect.retried:
        cited = {key for claim in claims for key in claim.papers}
        fresh |= {p.key for p in prospect.before.papers if p.added and p.topic == topic.id and p.key not in cited}
    return frozenset(fresh & set(topic.papers))


def identified(topic: str, claims: Iterable[Claim], before: Iterable[Claim], used: Iterable[str]) -> tuple[Claim, ...]:
    """The claims under ids that no other claim ever had; one said before in the same words keeps its own."""
    known = {claim.text: claim.id for claim in before}
    number = next_number(topic, list(used))
    out = []
    for claim in claims:
        if claim.text in known:
            out.append(claim.model_copy(update={"id": known.pop(claim.text)}))
        else:
            out.append(claim.model_copy(update={"id": f"{topic}-c{number}"}))
            number += 1
    return tuple(out)


def claim_ids(survey: Survey) -> list[str]:
    """The ids of all claims that the survey makes or ever made."""
    present = [claim.id for claims in (survey.overview, *(t.claims for t in survey.topics)) for claim in claims]
    return [*present, *(change.claim for refresh in survey.history for change in refresh.statements)]
