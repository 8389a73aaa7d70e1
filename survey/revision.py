"""What do new papers change in what is said of a topic? The question ``revision``: present claims stay, or change."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from survey.ask import Answered, Asker, Verdict
from survey.claims import Claim, Notes, bounded, checked_claims, claim_of, notes_on
from survey.evidence import SUPPORT
from survey.notes import said
from survey.papers import Paper
from survey.questions import (
    ChangeAnswer,
    ClaimAnswer,
    Length,
    PresentClaim,
    RecordedPaper,
    RevisionAnswer,
    RevisionValues,
    on_topic,
)
from survey.records import Record

_Recorded = tuple[tuple[Paper, Record], ...]
_PIECE = "~"


@dataclass(frozen=True, slots=True)
class RevisionWork:
    """One topic to bring up to date: its claims, its new papers and its other papers, those with a record.

    ``first`` is the number of the next claim: ids are never given twice.
    """

    id: str
    name: str
    keywords: tuple[str, ...]
    claims: tuple[Claim, ...]
    new: _Recorded
    known: _Recorded
    first: int

    def ids(self) -> dict[str, Paper]:
        """The closed set of papers that may be cited, by the prompt's ids: the new ones first."""
        return {f"P{i}": paper for i, (paper, _) in enumerate((*self.new, *self.known), 1)}

    def notes(self, language: str) -> Notes:
        """The notes on its papers, by the prompt's ids; see :data:`survey.claims.Notes`."""
        return notes_on({f"P{i}": record for i, (_, record) in enumerate((*self.new, *self.known), 1)}, language)

    def present(self) -> dict[str, Claim]:
        """The claims by the prompt's ids."""
        return {f"C{i}": claim for i, claim in enumerate(self.claims, 1)}


@dataclass(frozen=True, slots=True)
class RevisionQuestion:
    """The question ``revision`` as :mod:`survey.ask` sees it."""

    language: str = "English"
    length: Length = "standard"
    closeness: float = SUPPORT
    name: str = "revision"
    part: type[RevisionAnswer] = RevisionAnswer

    def label(self, item: RevisionWork) -> str:
        """The topic's id."""
        return item.id

    def identity(self, item: RevisionWork) -> object:
        """The topic's name and keywords, its claims, all that its papers' records say, and how much is to be said."""
        claims = [[c.kind, c.text, c.papers] for c in item.claims]
        new, known = (
            [[p.key, p.title, p.abstract, record.model_dump(exclude_none=True)] for p, record in papers]
            for papers in (item.new, item.known)
        )
        return [item.name, item.keywords, claims, new, known, self.language, self.length]

    def values(self, items: Sequence[RevisionWork]) -> RevisionValues:
        """The one topic's values."""
        (item,) = items
        ids = {paper.key: name for name, paper in item.ids().items()}
        claims = (
            PresentClaim(name, claim.kind, claim.text, tuple(ids[key] for key in claim.papers if key in ids))
            for name, claim in item.present().items()
        )
        new, known = (
            tuple(RecordedPaper(ids[paper.key], paper.title, said(record), paper.abstract) for paper, record in papers)
            for papers in (item.new, item.known)
        )
        extent = on_topic(self.length, len(new))
        words = extent.words, extent.most
        return RevisionValues(item.name, item.keywords, tuple(claims), new, known, self.language, *words)

    def parts(self, answer: dict[str, object], items: Sequence[RevisionWork]) -> Mapping[int, object]:  # noqa: ARG002
        """The whole answer is about the one topic."""
        return {0: answer}

    def check(self, item: RevisionWork, part: RevisionAnswer) -> Verdict[RevisionAnswer]:
        """Keep the changes and claims that hold and cite a new paper; say why the others can't be kept."""
        ids = item.ids()
        new = set(list(ids)[: len(item.new)])
        changes, complaints = _checked_changes(item, part.changes, new, self)
        told, problems = checked_claims(part.claims, ids, item.notes(self.language), self.closeness)
        there = {claim.text.casefold() for claim in item.claims}
        kept = [claim for claim in told if new & set(claim.papers) and claim.text.casefold() not in there]
        complaints += problems
        complaints += [f"no new paper is cited by “{c.text}”" for c in told if not new & set(c.papers)]
        if complaints and not changes and not kept:
            return Verdict(None, tuple(complaints))
        kept = bounded(kept, on_topic(self.length, len(item.new)))
        return Verdict(RevisionAnswer(changes=changes, claims=kept), tuple(complaints))


def _checked_changes(
    item: RevisionWork, told: Sequence[ChangeAnswer], new: set[str], question: RevisionQuestion
) -> tuple[list[ChangeAnswer], list[str]]:
    """The changes that hold, one a claim, and what is wrong with the others."""
    present, ids = item.present(), item.ids()
    kept: dict[str, ChangeAnswer] = {}
    complaints: list[str] = []
    for change in told:
        if change.claim not in present or change.claim in kept:
            complaints.append(f"{change.claim} is not one of the claims, or was changed twice")
        elif not new & set(change.papers) & set(ids):
            complaints.append(f"{change.claim} can only be changed for a new paper, which its papers must name")
        elif not change.text.strip():
            kept[change.claim] = change.model_copy(update={"papers": [p for p in change.papers if p in new]})
        else:
            notes = item.notes(question.language)
            held, problems = checked_claims([_as_claim(change)], ids, notes, question.closeness)
            complaints += problems
            if held and new & set(held[0].papers):
                kept[change.claim] = ChangeAnswer(claim=change.claim, **held[0].model_dump())
    return list(kept.values()), complaints


def revise(
    asker: Asker, topics: Sequence[RevisionWork], language: str, length: Length = "standard"
) -> tuple[dict[str, tuple[Claim, ...]], Answered[RevisionAnswer]]:
    """Every topic's claims by topic id (the present ones for a topic that was left out), and what was answered."""
    question = RevisionQuestion(language, length, asker.closeness("revision"))
    pieces = {topic.id: in_parts(topic, asker.fold(question.name)) for topic in topics}
    answered = asker.ask(question, [piece for topic in topics for piece in pieces[topic.id]])
    claims = {topic.id: revised(topic, pieces[topic.id], answered.parts, language) for topic in topics}
    left_out = tuple(replace(left, label=left.label.partition(_PIECE)[0]) for left in answered.left_out)
    return claims, replace(answered, left_out=tuple(dict.fromkeys(left_out)))


def in_parts(topic: RevisionWork, most: int) -> tuple[RevisionWork, ...]:
    """The work with its new papers in as few parts of at most ``most`` as will do; each is held against all claims."""
    count = -(-len(topic.new) // most)
    if count <= 1:
        return (topic,)
    ends = [len(topic.new) * n // count for n in range(count + 1)]
    return tuple(
        replace(topic, id=f"{topic.id}{_PIECE}{n}", new=topic.new[start:end])
        for n, (start, end) in enumerate(pairwise(ends), 1)
    )


def revised(
    topic: RevisionWork,
    pieces: Sequence[RevisionWork],
    answers: Mapping[str, RevisionAnswer],
    language: str = "English",
) -> tuple[Claim, ...]:
    """The claims of ``topic`` after the valid answers about its parts: changed ones in their place, new ones behind.

    A claim that two parts change takes the first change; the other stands as a claim of its own, so that no paper that
    it cites is lost.
    """
    claims: dict[str, Claim | None] = {claim.id: claim for claim in topic.claims}
    touched: set[str] = set()
    added: list[tuple[ClaimAnswer, Mapping[str, Paper], Notes]] = []
    for piece in (piece for piece in pieces if piece.id in answers):
        ids, notes, present, answer = piece.ids(), piece.notes(language), piece.present(), answers[piece.id]
        for change in answer.changes:
            claim = present[change.claim]
            if claim.id not in touched:
                touched.add(claim.id)
                claims[claim.id] = _changed(claim, change, ids, notes)
            elif change.text.strip():
                added.append((_as_claim(change), ids, notes))
        added += ((claim, ids, notes) for claim in answer.claims)
    behind = (claim_of(f"{topic.id}-c{n}", *told) for n, told in enumerate(added, topic.first))
    return (*(claim for claim in claims.values() if claim is not None), *behind)


def _as_claim(change: ChangeAnswer) -> ClaimAnswer:
    return ClaimAnswer(kind=change.kind, text=change.text, papers=change.papers)


def _changed(claim: Claim, change: ChangeAnswer, ids: Mapping[str, Paper], notes: Notes) -> Claim | None:
    return claim_of(claim.id, _as_claim(change), ids, notes) if change.text.strip() else None


def next_number(topic_id: str, claim_ids: Sequence[str]) -> int:
    """The number of a topic's next claim, behind all in ``claim_ids``, whatever became of these."""
    numbers = (re.fullmatch(rf"{re.escape(topic_id)}-c(\d+)", claim_id) for claim_id in claim_ids)
    return 1 + max((int(found[1]) for found in numbers if found), default=0)
