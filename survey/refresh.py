"""A finished survey brought up to date: the story of a build, told of what is new.

What new dumps change is worked out first (:mod:`survey.refreshing.prospect`); then only new papers, changed topics and
the overview are asked about; everything else is carried over from survey.json as it stands.
"""

import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path

from survey.ask import Asker, LeftOut, Progress
from survey.asking import asking
from survey.assembly import run_of
from survey.changes import OVERVIEW
from survey.claims import Claim
from survey.document import Run, Survey
from survey.handover import nameless, topic_work, whole
from survey.naming import name_all
from survey.overview import survey_overview
from survey.prompts import load_templates
from survey.reading import in_full, read_papers
from survey.records import Record
from survey.refreshing.prospect import Prospect, Request, foresee
from survey.refreshing.renewal import Answers, renewed
from survey.refreshing.standing import standing
from survey.refreshing.work import claim_ids, identified, standing_claims, work_of
from survey.revision import revise
from survey.settings import Settings, now
from survey.supplement import supplemented
from survey.synthesis import synthesise
from survey.topics import Topic
from survey.words import listed

_Claims = Mapping[str, tuple[Claim, ...]]


def refresh_survey(
    survey: Survey,
    inputs: Sequence[str | Path],
    settings: Settings,
    request: Request = Request(),  # noqa: B008  # frozen
    progress: Progress | None = None,
    tell: Callable[[str], None] = lambda notice: None,  # noqa: ARG005
) -> Survey | None:
    """``survey`` with the dumps ``inputs`` in it; None when there is nothing new. Nothing is written but the cache.

    ``tell`` is given a sentence for each thing that changed since the survey's answers were given, unless all are
    asked for anew. Raises a SurveyError that says what to do; what was answered by then is cached.
    """
    started = time.monotonic()
    prospect = foresee(survey, inputs, settings, request)
    if prospect is None:
        _tell(tell, outdated(survey, {name: t.hash for name, t in load_templates(settings.prompts).items()}, {}))
        return None

    with asking(settings, progress, prospect.embedded) as asker:
        if not request.renew:
            _tell(tell, outdated(survey, asker.prompt_hashes(), asker.model_hashes()))
        records, unread = _records(asker, prospect, settings)
        names = _names(asker, prospect, settings)
        claims, unwritten, anew = _claims(asker, prospect, records, names, settings)
        overview, unsummed = _overview(asker, prospect, names, claims, settings)
        fresh = {paper.key: records[paper.key] for paper in prospect.to_read() if paper.key in records}
        records |= in_full(asker, fresh, prospect.papers, settings.language)
        work = [one for one in topic_work(prospect.grouping, names, prospect.papers, records) if one.id in anew]
        own = settings.prompts is not None
        claims = supplemented(asker, claims, work, settings.language, settings.length, only_silent=own)
        claims = _identified(prospect, claims, anew)

    left_out = (*unread, *unwritten, *unsummed)
    if prospect.is_only_a_retry() and {left.label for left in left_out} == prospect.retried:
        return None
    run = _run(survey, run_of(settings, asker, not left_out, time.monotonic() - started), request.renew)
    return renewed(prospect, Answers(records, names, claims, overview, left_out), settings, now(), run)


def _tell(tell: Callable[[str], None], notices: Iterable[str]) -> None:
    for notice in notices:
        tell(notice)


def outdated(survey: Survey, prompts: Mapping[str, str], models: Mapping[str, str]) -> tuple[str, ...]:
    """What was changed since the survey's answers were given, in sentences: prompts, schemas, models, the rules of one.

    ``prompts`` and ``models`` are the hashes of now, by question. The answers stay as they are until all is renewed.
    """
    found = (
        ("The prompt or schema", [name for name, old in survey.run.prompts.items() if prompts.get(name, old) != old]),
        ("The model, or its rules,", [name for name, old in survey.run.models.items() if models.get(name, old) != old]),
    )
    return tuple(
        f"{what} of {listed(names)} changed since this survey's answers were given; they stay as they are "
        "(--renew asks everything again)."
        for what, names in found
        if names
    )


def _records(asker: Asker, prospect: Prospect, settings: Settings) -> tuple[dict[str, Record], tuple[LeftOut, ...]]:
    """The records that the survey has, and those of the papers that have none yet or a new version."""
    to_read = prospect.to_read()
    told, answered = read_papers(asker, to_read, settings.language)
    asked = {paper.key for paper in to_read}
    kept = {k: record for k, record in prospect.before.records.items() if k in prospect.papers and k not in asked}
    return kept | told, answered.left_out


def _names(asker: Asker, prospect: Prospect, settings: Settings) -> dict[str, str]:
    """The names that topics and themes have; new ones are asked for theirs, but for those that the user named."""
    things, names = nameless(prospect.grouping, prospect.papers, settings)
    new = [thing for thing in things if prospect.is_new(thing.id)]
    asked = {thing.id for thing in new}
    taken = [name for one, name in names.items() if one not in asked]
    return names | name_all(asker, new, names, settings.language, [*taken, *settings.pins.names.values()])


def _claims(
    asker: Asker,
    prospect: Prospect,
    records: Mapping[str, Record],
    names: Mapping[str, str],
    settings: Settings,
) -> tuple[dict[str, tuple[Claim, ...]], tuple[LeftOut, ...], frozenset[str]]:
    """Every topic's claims: those that stand; what new papers change in them; all anew where there are none.

    Also which were to be written anew.
    """
    stand = standing_claims(prospect)
    to_do = work_of(prospect, stand, records, names)
    revised, updated = revise(asker, to_do.revise, settings.language, settings.length)
    written, answered = synthesise(asker, to_do.write, settings.language, settings.length)
    claims = dict(stand) | revised | _identified(prospect, written, written)
    return claims, (*answered.left_out, *updated.left_out), frozenset(work.id for work in to_do.write)


def _identified(prospect: Prospect, claims: _Claims, anew: Collection[str]) -> dict[str, tuple[Claim, ...]]:
    """``claims``, those on the topics written ``anew`` under ids that no claim had before."""
    used = claim_ids(prospect.before)
    before = {topic.id: topic.claims for topic in prospect.before.topics}
    fresh = {one: identified(one, claims[one], before.get(one, ()), used) for one in anew if one in claims}
    return dict(claims) | fresh


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
    item = whole(prospect.grouping, names, claims, prospect.papers)
    told, answered = survey_overview(asker, item, settings.language, settings.length)
    if answered.left_out:
        return held, answered.left_out
    anew = {key for topic in prospect.grouping.topics if topic.id in changed for key in topic.papers}
    keeps = () if renew else tuple(claim for claim in held if not anew & set(claim.papers))
    said = {claim.text for claim in keeps}
    adds = [c for c in told if c.text not in said and (renew or not keeps or anew & set(c.papers))]
    return (*keeps, *identified("o", adds, before.overview, claim_ids(before))), ()


def _is_told_anew(prospect: Prospect, topic: Topic, claims: _Claims) -> bool:
    before = prospect.before.by_topic().get(topic.id)
    return before is None or before.claims != claims.get(topic.id, ()) or prospect.is_changed(topic)


def _run(survey: Survey, run: Run, renew: bool) -> Run:
    """The run; its prompts and models are those that the bulk of the survey rests on, until all is renewed."""
    if renew:
        return run
    prompts, models = run.prompts | survey.run.prompts, run.models | survey.run.models
    return run.model_copy(update={"prompts": prompts, "models": models})
