"""A finished survey brought up to date: the story of a build, told of what is new.

What new dumps change is worked out first (:mod:`survey.refreshing.prospect`); then only new papers, changed topics and
the overview are asked about; everything else is carried over from survey.json as it stands.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from survey.ask import Asker, LeftOut, Progress
from survey.assembly import run_of
from survey.build import asking, nameless, topic_work, whole
from survey.changes import OVERVIEW
from survey.claims import Claim
from survey.document import Run, Survey
from survey.naming import name_all
from survey.overview import survey_overview
from survey.reading import read_papers
from survey.records import Record
from survey.refreshing.prospect import Prospect, Request, foresee
from survey.refreshing.renewal import Answers, renewed
from survey.refreshing.standing import settled, standing
from survey.revision import RevisionWork, next_number, revise
from survey.settings import Settings, now
from survey.synthesis import TopicWork, synthesise
from survey.topics import Topic

_Claims = Mapping[str, tuple[Claim, ...]]


def refresh_survey(
    survey: Survey,
    inputs: Sequence[str | Path],
    settings: Settings,
    request: Request = Request(),  # noqa: B008  # frozen
    progress: Progress | None = None,
) -> Survey | None:
    """``survey`` with the dumps ``inputs`` in it; None when there is nothing new. Nothing is written but the cache.

    Raises a SurveyError that says what to do; what was answered by then is cached.
    """
    started = time.monotonic()
    prospect = foresee(survey, inputs, settings, request)
    if prospect is None:
        return None

    with asking(settings, progress) as asker:
        records, unread = _records(asker, prospect, settings)
        names = _names(asker, prospect, settings)
        claims, unwritten = _claims(asker, prospect, records, names, settings)
        overview, unsummed = _overview(asker, prospect, names, claims, settings)

    left_out = (*unread, *unwritten, *unsummed)
    run = _run(survey, run_of(settings, asker, not left_out, time.monotonic() - started), request.renew)
    return renewed(prospect, Answers(records, names, claims, overview, left_out), settings, now(), run)


def _records(asker: Asker, prospect: Prospect, settings: Settings) -> tuple[dict[str, Record], tuple[LeftOut, ...]]:
    """The records that the survey has, and those of the papers that have none yet or a new version."""
    to_read = prospect.to_read()
    told, answered = read_papers(asker, to_read, settings.language)
    asked = {paper.key for paper in to_read}
    kept = {k: record for k, record in prospect.before.records.items() if k in prospect.papers and k not in asked}
    return kept | told, answered.left_out


def _names(asker: Asker, prospect: Prospect, settings: Settings) -> dict[str, str]:
    """The names that topics and themes have; new ones are asked for theirs."""
    before = prospect.before
    there = {topic.id for topic in prospect.grouping.topics} | {theme.id for theme in prospect.grouping.themes}
    kept = {topic.id: topic.name for topic in before.topics} | {theme.id: theme.name for theme in before.themes}
    kept = {name_of: name for name_of, name in kept.items() if name_of in there}
    things, defaults = nameless(prospect.grouping, prospect.papers)
    new = [thing for thing in things if thing.id not in kept]
    return kept | name_all(asker, new, defaults, settings.language, kept.values())


def _claims(
    asker: Asker,
    prospect: Prospect,
    records: Mapping[str, Record],
    names: Mapping[str, str],
    settings: Settings,
) -> tuple[dict[str, tuple[Claim, ...]], tuple[LeftOut, ...]]:
    """Every topic's claims: those that stand; what new papers change in them; all anew where there are none."""
    stand = _standing(prospect)
    to_write, to_revise = _work(prospect, stand, records, names)
    revised, updated = revise(asker, to_revise, settings.language)
    written, answered = synthesise(asker, to_write, settings.language)
    used = _claim_ids(prospect.before)
    before = {topic.id: topic.claims for topic in prospect.before.topics}
    fresh = {topic: _identified(topic, made, before.get(topic, ()), used) for topic, made in written.items()}
    return dict(stand) | revised | fresh, (*answered.left_out, *updated.left_out)


def _standing(prospect: Prospect) -> _Claims:
    """The claims that still hold, by the topic that now holds their papers."""
    touched = prospect.gone | set(prospect.met.changed)
    held = {t.id: standing(t.claims, prospect.papers, touched).held for t in prospect.before.topics}
    return settled(held, prospect.grouping)


def _work(
    prospect: Prospect, stand: _Claims, records: Mapping[str, Record], names: Mapping[str, str]
) -> tuple[list[TopicWork], list[RevisionWork]]:
    """The topics to be written anew, and those whose claims new papers are held against."""
    to_write, to_revise = [], []
    used = _claim_ids(prospect.before)
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
    return to_write, to_revise


def _unheard(prospect: Prospect, topic: Topic, claims: Iterable[Claim]) -> frozenset[str]:
    """The papers that the topic's claims couldn't take account of yet."""
    fresh = prospect.fresh | {key for key in prospect.retried if key in prospect.papers}
    if topic.id in prospect.retried:
        cited = {key for claim in claims for key in claim.papers}
        fresh |= {p.key for p in prospect.before.papers if p.added and p.topic == topic.id and p.key not in cited}
    return frozenset(fresh & set(topic.papers))


def _overview(
    asker: Asker, prospect: Prospect, names: Mapping[str, str], claims: _Claims, settings: Settings
) -> tuple[tuple[Claim, ...], tuple[LeftOut, ...]]:
    """The overview: asked for anew when a topic changed; what it said of the topics that didn't change stays."""
    before, renew = prospect.before, prospect.request.renew
    touched = prospect.gone | set(prospect.met.changed)
    held = standing(before.overview, prospect.papers, touched).held
    changed = {t.id for t in prospect.grouping.topics if _is_told_anew(prospect, t, claims)}
    if not (changed or renew or OVERVIEW in prospect.retried):
        return held, ()
    told, answered = survey_overview(asker, whole(prospect.grouping, names, claims, prospect.papers), settings.language)
    if answered.left_out:
        return held, answered.left_out
    anew = {key for topic in prospect.grouping.topics if topic.id in changed for key in topic.papers}
    keeps = () if renew else tuple(claim for claim in held if not anew & set(claim.papers))
    said = {claim.text for claim in keeps}
    adds = [c for c in told if c.text not in said and (renew or not keeps or anew & set(c.papers))]
    return (*keeps, *_identified("o", adds, before.overview, _claim_ids(before))), ()


def _is_told_anew(prospect: Prospect, topic: Topic, claims: _Claims) -> bool:
    before = prospect.before.by_topic().get(topic.id)
    return before is None or before.claims != claims.get(topic.id, ()) or prospect.is_changed(topic)


def _identified(topic: str, claims: Iterable[Claim], before: Iterable[Claim], used: Iterable[str]) -> tuple[Claim, ...]:
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


def _claim_ids(survey: Survey) -> list[str]:
    """The ids of all claims that the survey makes or ever made."""
    present = [claim.id for claims in (survey.overview, *(t.claims for t in survey.topics)) for claim in claims]
    return [*present, *(change.claim for refresh in survey.history for change in refresh.statements)]


def _run(survey: Survey, run: Run, renew: bool) -> Run:
    """The run; its prompts and models are those that the bulk of the survey rests on, until all is renewed."""
    if renew:
        return run
    prompts, models = run.prompts | survey.run.prompts, run.models | survey.run.models
    return run.model_copy(update={"prompts": prompts, "models": models})
