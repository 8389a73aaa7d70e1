"""The story of a brief: papers on one topic are found, read unless a survey has read them, and written about."""

import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from survey.ask import Asker, Progress
from survey.asking import asking
from survey.assembly import run_of
from survey.briefed import Brief, Chosen, NearMiss, ToRead
from survey.claims import Claim
from survey.comparison import comparison
from survey.document import LeftOutEntry, ListedPaper, Run, Survey, ThemeSection, TopicSection
from survey.errors import NothingFound, SettingsError
from survey.intake import read_distinct
from survey.papers import Paper
from survey.reading import read_papers
from survey.records import Record
from survey.retrieval import CLOSE, MOST_WORDS, NOT_FOREIGN, Hit, Retrieved, retrieve
from survey.scorecard import Content, scored
from survey.settings import Settings, now
from survey.synthesis import TopicWork, synthesise
from survey.words import counted, listed

PAPERS = 12
"""How many papers a brief discusses at most, unless told otherwise: what fits on two pages."""
_TOPIC = "t1"
_TO_READ = 6
_OVERVIEWS = re.compile(r"\b(?:survey|review|overview|tutorial|primer|introduction to|roadmap|perspectives?)\b", re.I)


@dataclass(frozen=True, slots=True)
class Material:
    """What a brief can be made from: papers, the records that are known of them, and what all that is called.

    ``since`` picks the papers that count as new by a word of the user's; it raises SettingsError for one that it
    can't make sense of.
    """

    name: str
    papers: tuple[Paper, ...]
    records: Mapping[str, Record]
    numbers: Mapping[str, int]
    topics: tuple[TopicSection, ...]
    since: Callable[[str], tuple[Sequence[str], str]]


def from_survey(survey: Survey) -> Material:
    """The papers of a survey with their records: none of them is read again."""
    numbers = {paper.key: paper.number for paper in survey.papers}

    def since(word: str) -> tuple[list[str], str]:
        first, shown = _first_refresh(survey, word)
        return [paper.key for paper in survey.papers if paper.added >= first], shown

    return Material(survey.title, survey.papers, survey.records, numbers, survey.topics, since)


def from_dumps(inputs: Sequence[str | Path], settings: Settings) -> Material:
    """The distinct papers of some dumps. Raises DumpError when they can't be read."""
    reading, distinct = read_distinct(inputs, settings)
    names = listed([dump.name for dump in reading.dumps])

    def since(word: str) -> tuple[list[str], str]:
        year = _date_of(word).year
        return [
            p.key for p in distinct.papers if p.year and p.year >= year
        ], f"in {year} or later, by year of publication"

    return Material(names, distinct.papers, {}, {}, (), since)


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
    choice = _choice(material, topic, papers, since)
    by_key = {paper.key: paper for paper in material.papers}
    picked = [by_key[hit.key] for hit in choice.taken]
    with asking(settings, progress) as asker:
        records, unread = _records(asker, picked, material, settings)
        claims, unwritten = _claims(asker, topic, choice.taken, picked, records, settings)
        left_out = (*unread, *unwritten)
        run = run_of(settings, asker, not left_out, time.monotonic() - started)

    content = _content(topic, picked, records, claims, left_out, settings, run)
    return Brief(
        topic=topic,
        source=material.name,
        considered=len(material.papers),
        on_topic=choice.on_topic,
        since=choice.since,
        older=choice.on_topic - len(choice.hits),
        cut=_cut(choice.on_topic, len(choice.hits), len(choice.taken)),
        chosen=tuple(Chosen(paper=h.key, share=h.share, likeness=h.likeness, words=h.words) for h in choice.taken),
        near=_near(choice, by_key, material.numbers),
        reading=_reading_order(content),
        numbers={paper.key: material.numbers[paper.key] for paper in picked if paper.key in material.numbers},
        content=content,
    )


@dataclass(frozen=True, slots=True)
class _Choice:
    """The papers on the topic that count (all, or the new ones), the best of them, and what is near."""

    on_topic: int
    hits: tuple[Hit, ...]
    taken: tuple[Hit, ...]
    near: tuple[Hit, ...]
    since: str | None


def _choice(material: Material, topic: str, most: int, since: str | None) -> _Choice:
    if not topic.strip():
        raise SettingsError("The topic is empty.", "Say what the brief is about: --topic TEXT.")
    found = retrieve(material.papers, topic)
    hits, shown = found.hits, None
    if since is not None:
        new, shown = material.since(since)
        hits = tuple(hit for hit in hits if hit.key in set(new))
    if not hits:
        raise NothingFound(*_nothing(material, topic, found, shown))
    return _Choice(len(found.hits), hits, hits[:most], found.near, shown)


def _claims(
    asker: Asker,
    topic: str,
    hits: Sequence[Hit],
    papers: Sequence[Paper],
    records: Mapping[str, Record],
    settings: Settings,
) -> tuple[tuple[Claim, ...], tuple[LeftOutEntry, ...]]:
    """What the papers say together: the one question asked of papers that were read before."""
    told = tuple((paper, records[paper.key]) for paper in papers if paper.key in records and paper.abstract)
    work = [TopicWork(_TOPIC, topic, _keywords(hits), told)] if told else []
    claims, written = synthesise(asker, work, settings.language, settings.length)
    left_out = (LeftOutEntry(topic=e.label, question=e.question, reason=e.reason) for e in written.left_out)
    return claims.get(_TOPIC, ()), tuple(left_out)


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
    section = TopicSection(
        id=_TOPIC, name=topic, keywords=(), papers=keys, claims=claims, comparison=comparison(keys, records)
    )
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
        scorecard=scored(Content((), numbered, dict(records), (section,), (), reasons)),
        run=run,
    )


# --- why these papers, and in what order to read them ---


def _cut(on_topic: int, new: int, chosen: int) -> str:
    """The cut in words."""
    rule = (
        f"A paper is on the topic when it holds at least {MOST_WORDS:.0%} of the topic's words, weighted by rarity, "
        f"and its vector is not foreign to the topic (cosine {NOT_FOREIGN} or more), or when its vector alone is close "
        f"(cosine {CLOSE} or more)."
    )
    passed = f"{counted(on_topic, 'paper')} {'passes' if on_topic == 1 else 'pass'} this cut"
    recent = f", {new} of them new" if new != on_topic else ""
    best = f"; the best {chosen} are discussed" if chosen < new else "; all of these are discussed" if new else ""
    return f"{rule} {passed}{recent}{best}."


def _near(choice: _Choice, papers: Mapping[str, Paper], numbers: Mapping[str, int]) -> tuple[NearMiss, ...]:
    """The next papers below the cut: first those on the topic that there was no room for."""
    most = len(choice.taken)
    entries = [(hit, f"on the topic, but not among the best {most}") for hit in choice.hits[most : most + 3]]
    entries += [(hit, _why_not(hit)) for hit in choice.near[: 5 - len(entries)]]
    return tuple(
        NearMiss(title=papers[hit.key].title, reason=reason, number=numbers.get(hit.key)) for hit, reason in entries
    )


def _why_not(hit: Hit) -> str:
    held = (
        f"holds only {listed([f'“{word}”' for word in hit.words])}" if hit.words else "holds none of the topic's words"
    )
    return f"{held}, likeness {hit.likeness:.2f}"


def _nothing(material: Material, topic: str, found: Retrieved, since: str | None) -> tuple[str, str]:
    """What to say when no paper is on the topic: the nearest papers and the topics that hold them."""
    titles = {paper.key: paper.title for paper in material.papers}
    if since and found.hits:
        shown = "; ".join(f"“{titles[hit.key]}”" for hit in found.hits[:3])
        what = f"Nothing on “{topic}” is new {since}: {counted(len(found.hits), 'older paper')} on it."
        return what, f"The nearest of these: {shown}. Leave --since away to brief on all."
    what = f"None of the {counted(len(material.papers), 'paper')} in “{material.name}” is on “{topic}”."
    if not found.near:
        return what, "No paper shares a word with it. Say it in other words."
    shown = "; ".join(f"“{titles[hit.key]}” ({_why_not(hit)})" for hit in found.near[:3])
    near = {hit.key for hit in found.near}
    topics = [section.name for section in material.topics if near & set(section.papers)]
    held = f" Topics of the survey that hold these: {'; '.join(topics)}." if topics else ""
    return what, f"The nearest: {shown}.{held}"


def _reading_order(content: Survey) -> tuple[ToRead, ...]:
    """Where to start: an overview if there is one, what is closest, what reports most, what says what is open."""
    papers, records = content.papers, content.records
    steps: dict[str, str] = {}
    for paper in papers:
        if _OVERVIEWS.search(paper.title):
            steps.setdefault(paper.key, "an overview by its title: start here")
    for paper in papers[:2]:
        steps.setdefault(paper.key, "closest to the topic")
    results = {key: sum(result.value is not None for result in record.results) for key, record in records.items()}
    most = max((p.key for p in papers if results.get(p.key)), key=lambda key: results[key], default=None)
    if most:
        steps.setdefault(most, f"reports most figures ({results[most]})" if results[most] > 1 else "reports a figure")
    shared = {key for claim in content.topics[0].claims if len(claim.papers) > 1 for key in claim.papers}
    for paper in papers:
        record = records.get(paper.key)
        if record and record.limitations:
            steps.setdefault(paper.key, "says what it leaves open")
        elif paper.key in shared:
            steps.setdefault(paper.key, "shares a finding or a data set with others here")
    return tuple(ToRead(paper=key, why=why) for key, why in list(steps.items())[:_TO_READ])


# --- since when ---


def _first_refresh(survey: Survey, word: str) -> tuple[int, str]:
    """The first refresh that counts as new (0: the build), from its number, "last" or a date."""
    if word == "last" or (word.isdigit() and len(word) < 4):
        number = len(survey.history) if word == "last" else int(word)
        if not 0 <= number <= len(survey.history):
            raise SettingsError(
                f"There is no refresh {word}: this survey was refreshed {len(survey.history)} times.",
                "Give the number of one, a date, or last.",
            )
        return number, f"with refresh {number} or later" if number else "since the build"
    day = _date_of(word)
    dates = [survey.created, *(refresh.date for refresh in survey.history)]
    first = next((n for n, stamp in enumerate(dates) if date.fromisoformat(stamp[:10]) >= day), len(dates))
    return first, f"on {day.isoformat()} or later"


def _date_of(word: str) -> date:
    try:
        return date.fromisoformat(f"{word}-01-01" if re.fullmatch(r"\d{4}", word) else word)
    except ValueError:
        what = f"--since {word} is neither a date nor the number of a refresh."
        raise SettingsError(
            what, "A date is written 2026-05-01 or 2026; of a survey folder, 3 or last is a refresh."
        ) from None
