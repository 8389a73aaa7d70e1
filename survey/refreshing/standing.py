"""What stays of the claims that a survey made, once papers changed, left or moved to other topics."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from survey import evidence
from survey.claims import Claim, checked_claims, claim_of
from survey.papers import Paper
from survey.questions import ClaimAnswer
from survey.topics import Grouping


@dataclass(frozen=True, slots=True)
class Standing:
    """The claims that still hold, in their order, and those that don't."""

    held: tuple[Claim, ...]
    fallen: tuple[Claim, ...]


def standing(claims: Iterable[Claim], papers: Mapping[str, Paper], touched: Collection[str]) -> Standing:
    """Which claims still hold when the papers ``touched`` have another text, or are no longer among ``papers``.

    A claim that cites none of them stays as it is. Another is held to the papers that are left as a new one would be.
    """
    held: list[Claim] = []
    fallen: list[Claim] = []
    for claim in claims:
        now = _held(claim, papers) if any(key in touched for key in claim.papers) else claim
        (fallen if now is None else held).append(now or claim)
    return Standing(tuple(held), tuple(fallen))


def _held(claim: Claim, papers: Mapping[str, Paper]) -> Claim | None:
    left = [key for key in claim.papers if key in papers]
    if not left:
        return None
    if left == list(claim.papers) and all(_stands(one.quote, papers[one.paper]) for one in claim.evidence):
        return claim
    kept, _ = checked_claims([ClaimAnswer(kind=claim.kind, text=claim.text, papers=left)], papers)
    return claim_of(claim.id, kept[0], papers) if kept else None


def _stands(quote: str, paper: Paper) -> bool:
    return evidence.is_verbatim(quote, paper.abstract, paper.title)


def settled(claims: Mapping[str, tuple[Claim, ...]], grouping: Grouping) -> dict[str, tuple[Claim, ...]]:
    """The claims by the topic that now holds most of the papers they cite; a claim that cites none stays where it is.

    ``claims`` are by the topic that they were made about.
    """
    topic_of = {key: topic.id for topic in grouping.topics for key in topic.papers}
    heirs = {old: topic.id for topic in reversed(grouping.topics) for old in topic.lineage}
    there = {topic.id for topic in grouping.topics}
    out: dict[str, list[Claim]] = {topic.id: [] for topic in grouping.topics}
    for topic, made in claims.items():
        for claim in made:
            held = Counter(topic_of[key] for key in claim.papers if key in topic_of)
            at_home = topic if topic in there else heirs.get(topic)
            best = max(held, key=lambda t: (held[t], t == topic, t), default=at_home)
            if best is not None:
                out[best].append(claim)
    return {topic: tuple(made) for topic, made in out.items()}
