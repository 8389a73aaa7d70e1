"""The story of a brief: papers on one topic are found, read unless a survey has read them, and written about."""

import time
from collections.abc import Mapping, Sequence

from survey.ask import Asker, Progress
from survey.asking import asking
from survey.assembly import run_of
from survey.briefed import Brief, Chosen
from survey.briefing.choice import Choice, chosen, cut, near_misses
from survey.briefing.material import Material
from survey.briefing.order import reading_order
from survey.claims import Claim
from survey.comparison import comparison
from survey.document import LeftOutEntry, ListedPaper, Run, Survey, ThemeSection, TopicSection
from survey.papers import Paper
from survey.reading import in_full, read_papers
from survey.records import Record
from survey.retrieval import Hit
from survey.scorecard import Content, scored
from survey.settings import Settings, now
from survey.supplement import supplemented
from survey.synthesis import TopicWork, synthesise

PAPERS = 12
"""How many papers a brief discusses at most, unless told otherwise: what fits on two pages."""
_TOPIC = "t1"


def write_brief(
    material: Material,
    topic: str,
    settings: Settings,
    *,
    papers: int = PAPERS,
    since: str | None = None,
    progress: Progress | None = None,
) -> Brief:
    """A brief on ``topic``, of at most so many ``papers``; nothing is written but the cache.

    Raises NothingFound, which says what is near, when no paper is on the topic.
    """
    started = time.monotonic()
    choice = chosen(material, topic, papers, since)
    by_key = {paper.key: paper for paper in material.papers}
    picked = [by_key[hit.key] for hit in choice.taken]
    with asking(settings, progress) as asker:
        records, unread = _records(asker, picked, material, settings)
        claims, unwritten = _claims(asker, _work(topic, choice.taken, picked, records), settings)
        fresh = {key: record for key, record in records.items() if key not in material.records}
        records |= in_full(asker, fresh, by_key, settings.language)
        work = _work(topic, choice.taken, picked, records)
        own = settings.prompts is not None
        claims = supplemented(asker, claims, work, settings.language, settings.length, only_silent=own)
        left_out = (*unread, *unwritten)
        run = run_of(settings, asker, not left_out, time.monotonic() - started)

    content = _content(topic, picked, records, claims.get(_TOPIC, ()), left_out, settings, run)
    return _brief(topic, material, choice, by_key, content)


def _brief(topic: str, material: Material, choice: Choice, papers: Mapping[str, Paper], content: Survey) -> Brief:
    """What was written, and how its papers were chosen from the material; ``papers`` are all of it, by their keys."""
    taken = [hit.key for hit in choice.taken]
    return Brief(
        topic=topic,
        source=material.name,
        considered=len(material.papers),
        on_topic=choice.on_topic,
        since=choice.since,
        older=choice.on_topic - len(choice.hits),
        cut=cut(choice.on_topic, len(choice.hits), len(choice.taken)),
        chosen=tuple(Chosen(paper=h.key, share=h.share, likeness=h.likeness, words=h.words) for h in choice.taken),
        near=near_misses(choice, papers, material.numbers),
        reading=reading_order(content),
        numbers={key: material.numbers[key] for key in taken if key in material.numbers},
        content=content,
    )


def _work(topic: str, hits: Sequence[Hit], papers: Sequence[Paper], records: Mapping[str, Record]) -> list[TopicWork]:
    """The topic to be written about, if any of its papers can be."""
    told = tuple((paper, records[paper.key]) for paper in papers if paper.key in records and paper.abstract)
    return [TopicWork(_TOPIC, topic, _keywords(hits), told)] if told else []


def _claims(
    asker: Asker, work: Sequence[TopicWork], settings: Settings
) -> tuple[dict[str, tuple[Claim, ...]], tuple[LeftOutEntry, ...]]:
    """What the papers say together: the one question asked of papers that were read before."""
    claims, written = synthesise(asker, work, settings.language, settings.length)
    left_out = (LeftOutEntry(topic=e.label, question=e.question, reason=e.reason) for e in written.left_out)
    return claims, tuple(left_out)


def _records(
    asker: Asker, papers: Sequence[Paper], material: Material, settings: Settings
) -> tuple[dict[str, Record], tuple[LeftOutEntry, ...]]:
    """The records that are known, and those of the papers not read yet."""
    known = {paper.key: material.records[paper.key] for paper in papers if paper.key in material.records}
    told, answered = read_papers(asker, [p for p in papers if p.key not in known], settings.language)
    left_out = (LeftOutEntry(paper=e.label, question=e.question, reason=e.reason) for e in answered.left_out)
    return known | told, tuple(left_out)


def _keywords(hits: Sequence[Hit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for hit in hits for word in hit.words))


def _content(
    topic: str,
    papers: Sequence[Paper],
    records: Mapping[str, Record],
    claims: tuple[Claim, ...],
    left_out: tuple[LeftOutEntry, ...],
    settings: Settings,
    run: Run,
) -> Survey:
    fields = Paper.__dataclass_fields__
    numbered = tuple(
        ListedPaper(**{name: getattr(paper, name) for name in fields}, number=number, topic=_TOPIC)
        for number, paper in enumerate(papers, 1)
    )
    keys = tuple(paper.key for paper in papers)
    table = comparison(keys, records, {paper.key: paper.title for paper in papers})
    section = TopicSection(id=_TOPIC, name=topic, keywords=(), papers=keys, claims=claims, comparison=table)
    reasons = {left.paper: left.reason for left in left_out if left.paper}
    return Survey(
        title=topic,
        created=now(),
        settings=settings.remembered(),
        dumps=(),
        papers=numbered,
        merged=(),
        rejected=(),
        records=dict(records),
        themes=(ThemeSection(id="m1", name=topic, topics=(_TOPIC,)),),
        topics=(section,),
        left_out=left_out,
        scorecard=scored(Content((), numbered, dict(records), (section,), (), reasons, settings.length)),
        run=run,
    )
