"""What a refresh changed, taken from the survey before and after it: the entry of its history."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from survey.claims import Claim
from survey.document import Survey, TopicSection
from survey.history import Dropped, Refresh, StatementChange, TopicChange

OVERVIEW = "overview"


@dataclass(frozen=True, slots=True)
class After:
    """What a refresh made: its dumps, its papers by fate, its topics and its overview."""

    date: str
    dumps: tuple[str, ...]
    added: tuple[str, ...]
    merged: int
    rejected: int
    new_versions: tuple[str, ...]
    dropped: tuple[Dropped, ...]
    topics: tuple[TopicSection, ...]
    overview: tuple[Claim, ...]
    renewed: bool


def entry(before: Survey, after: After) -> Refresh:
    """The history's entry for the refresh that made ``after`` out of ``before``."""
    return Refresh(
        refresh=len(before.history) + 1,
        date=after.date,
        dumps=after.dumps,
        added=len(after.added),
        merged=after.merged,
        rejected=after.rejected,
        new_versions=after.new_versions,
        dropped=after.dropped,
        topics=tuple(_topics(before, after)),
        statements=tuple(_statements(before, after)),
        renewed=after.renewed,
    )


def _topics(before: Survey, after: After) -> Iterator[TopicChange]:
    old, added = before.by_topic(), set(after.added)
    for topic in after.topics:
        was = old.pop(topic.id, None)
        came = len(added & set(topic.papers))
        if was is None:
            kind = "split" if topic.lineage else "new"
            yield TopicChange.model_validate(
                {"id": topic.id, "name": topic.name, "kind": kind, "added": came, "lineage": topic.lineage}
            )
        elif set(was.papers) != set(topic.papers) or was.claims != topic.claims:
            left = len(set(was.papers) - set(topic.papers))
            yield TopicChange(id=topic.id, name=topic.name, kind="changed", added=came, removed=left)
    for gone in old.values():
        yield TopicChange(id=gone.id, name=gone.name, kind="gone", removed=len(gone.papers))


def _statements(before: Survey, after: After) -> Iterator[StatementChange]:
    """Topic by topic, the overview first: what was reworded, cites more or other papers, was added, was withdrawn."""
    old = _by_id([(OVERVIEW, before.overview), *((topic.id, topic.claims) for topic in before.topics)])
    places = [(OVERVIEW, after.overview), *((topic.id, topic.claims) for topic in after.topics)]
    there = {claim.id for _, claims in places for claim in claims}
    fallen: dict[str, list[Claim]] = {}
    for place, claim in old.values():
        if claim.id not in there:
            fallen.setdefault(place, []).append(claim)
    homes = [place for place, _ in places]
    for place, claims in (*places, *((place, ()) for place in fallen if place not in homes)):
        for claim in claims:
            yield from _change(place, claim, old)
        for claim in fallen.get(place, ()):
            reason = _reason(place, claim, after)
            yield StatementChange(
                claim=claim.id, topic=place, kind="withdrawn", text=claim.text, papers=claim.papers, reason=reason
            )


def _by_id(places: Iterable[tuple[str, Sequence[Claim]]]) -> dict[str, tuple[str, Claim]]:
    return {claim.id: (place, claim) for place, claims in places for claim in claims}


def _change(place: str, claim: Claim, old: Mapping[str, tuple[str, Claim]]) -> Iterator[StatementChange]:
    _, was = old.get(claim.id, ("", None))
    if was is None:
        yield StatementChange(claim=claim.id, topic=place, kind="added", text=claim.text, papers=claim.papers)
    elif was.text != claim.text or was.papers != claim.papers:
        yield StatementChange(
            claim=claim.id,
            topic=place,
            kind="reworded" if was.text != claim.text else "extended",
            text=claim.text,
            before=was.text,
            papers=claim.papers,
        )


def _reason(place: str, claim: Claim, after: After) -> str:
    dropped, versions = {paper.key for paper in after.dropped}, set(after.new_versions)
    if dropped & set(claim.papers):
        return "a paper that it rested on was taken out"
    if versions & set(claim.papers):
        return "a new version of a paper that it rested on came"
    if after.renewed:
        return "the survey was renewed"
    return "the overview was renewed" if place == OVERVIEW else "new papers changed it"
