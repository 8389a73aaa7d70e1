"""Which papers a brief is about, by which cut, what is near, and what to say when nothing is there."""

from collections.abc import Mapping
from dataclasses import dataclass

from survey.briefed import NearMiss
from survey.briefing.material import Material
from survey.errors import NothingFound, SettingsError
from survey.papers import Paper
from survey.retrieval import CLOSE, MOST_WORDS, NOT_FOREIGN, Hit, Retrieved, retrieve
from survey.words import counted, listed


@dataclass(frozen=True, slots=True)
class Choice:
    """The papers on the topic that count (all, or the new ones), the best of them, and what is near."""

    on_topic: int
    hits: tuple[Hit, ...]
    taken: tuple[Hit, ...]
    near: tuple[Hit, ...]
    since: str | None


def chosen(material: Material, topic: str, most: int, since: str | None) -> Choice:
    """At most ``most`` papers on ``topic``; raises NothingFound, naming what is near, when there are none."""
    if not topic.strip():
        raise SettingsError("The topic is empty.", "Say what the brief is about: --topic TEXT.")
    found = retrieve(material.papers, topic)
    hits, shown = found.hits, None
    if since is not None:
        new, shown = material.since(since)
        hits = tuple(hit for hit in hits if hit.key in set(new))
    if not hits:
        raise NothingFound(*_nothing(material, topic, found, shown))
    return Choice(len(found.hits), hits, hits[:most], found.near, shown)


def cut(on_topic: int, new: int, chosen: int) -> str:
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


def near_misses(choice: Choice, papers: Mapping[str, Paper], numbers: Mapping[str, int]) -> tuple[NearMiss, ...]:
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
