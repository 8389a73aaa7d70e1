"""What do the papers of one topic say together? The question ``synthesis``: claims, each borne out by its papers."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from itertools import pairwise

from survey.ask import Answered, Asker, Verdict
from survey.claims import Claim, Notes, bounded, checked_claims, claim_of, notes_on, says_again, too_few
from survey.evidence import SUPPORT, content_words
from survey.notes import said
from survey.papers import Paper
from survey.questions import ClaimAnswer, Length, RecordedPaper, SynthesisAnswer, SynthesisValues, on_topic
from survey.records import Record
from survey.telling import SAID_BY_ANY
from survey.words import ONE_ABOUT

_PIECE = "~"


@dataclass(frozen=True, slots=True)
class TopicWork:
    """One topic to be written about: its papers (the most central first) that have a record."""

    id: str
    name: str
    keywords: tuple[str, ...]
    papers: tuple[tuple[Paper, Record], ...]


@dataclass(frozen=True, slots=True)
class SynthesisQuestion:
    """The question ``synthesis`` as :mod:`survey.ask` sees it.

    ``insist``: an answer that says too little is asked for again; in vain with a model that says all it can.
    ``closeness``: the least support of what is said of one paper.
    """

    language: str = "English"
    length: Length = "standard"
    insist: bool = True
    closeness: float = SUPPORT
    name: str = "synthesis"
    part: type[SynthesisAnswer] = SynthesisAnswer

    def label(self, item: TopicWork) -> str:
        """The topic's id."""
        return item.id

    def identity(self, item: TopicWork) -> object:
        """The topic's name and keywords, all that its papers' records say, and how much is to be said."""
        papers = [[p.title, p.abstract, record.model_dump(exclude_none=True)] for p, record in item.papers]
        return [item.name, item.keywords, papers, self.language, self.length]

    def values(self, items: Sequence[TopicWork]) -> SynthesisValues:
        """The one topic's values."""
        (item,) = items
        papers = (RecordedPaper(f"P{i}", p.title, said(r), p.abstract) for i, (p, r) in enumerate(item.papers, 1))
        extent = on_topic(self.length, len(item.papers))
        return SynthesisValues(item.name, item.keywords, tuple(papers), self.language, *astuple(extent))

    def parts(self, answer: dict[str, object], items: Sequence[TopicWork]) -> Mapping[int, object]:  # noqa: ARG002
        """The whole answer is about the one topic."""
        return {0: answer}

    def check(self, item: TopicWork, part: SynthesisAnswer) -> Verdict[SynthesisAnswer]:
        """Keep the claims that hold, as many as are wanted; say why the others can't be kept."""
        papers = {f"P{i}": paper for i, (paper, _) in enumerate(item.papers, 1)}
        held, complaints = checked_claims(part.claims, papers, _notes(item, self.language), self.closeness)
        kept = [claim for claim in held if not _says_nothing(claim, item.name)]
        empty = [claim.text for claim in held if claim not in kept]
        complaints += [f"“{text}” says nothing of the papers but their topic" for text in empty]
        if not kept:
            return Verdict(None, tuple(complaints) or ("no claim was made",))
        extent = on_topic(self.length, len(item.papers))
        wanting = too_few(kept, extent) if self.insist else ()
        return Verdict(SynthesisAnswer(claims=bounded(kept, extent)), (*complaints, *wanting))


_ANY_FIELD = content_words(
    "significant body various different many range field area research literature explore focus address discuss aspect "
    "section include important diverse numerous wide topic survey cover train make use aim way key role"
)
_LEAST_SAID = 3


def _says_nothing(claim: ClaimAnswer, topic: str) -> bool:
    """Whether what is to unite the papers says no more than the name of their topic, in words that fit any field."""
    own = content_words(claim.text) - content_words(topic) - SAID_BY_ANY - _ANY_FIELD
    return claim.kind == "context" and len(own) < _LEAST_SAID and not claim.text.startswith(ONE_ABOUT)


def synthesise(
    asker: Asker, topics: Sequence[TopicWork], language: str, length: Length = "standard"
) -> tuple[dict[str, tuple[Claim, ...]], Answered[SynthesisAnswer]]:
    """Every topic's claims by topic id (none for a topic that was left out), and what was answered."""
    question = SynthesisQuestion(language, length, asker.counts_tokens("synthesis"), asker.closeness("synthesis"))
    pieces = {topic.id: folded(topic, asker.fold(question.name)) for topic in topics}
    answered = asker.ask(question, [piece for topic in topics for piece in pieces[topic.id]])
    claims = {topic_id: claims_in(parts, answered.parts, language) for topic_id, parts in pieces.items()}
    left_out = tuple(replace(left, label=left.label.partition(_PIECE)[0]) for left in answered.left_out)
    said = {topic_id: told for topic_id, told in claims.items() if told}
    return said, replace(answered, left_out=tuple(dict.fromkeys(left_out)))


def folded(topic: TopicWork, most: int) -> tuple[TopicWork, ...]:
    """The topic in as few parts of at most ``most`` papers as will do, all about as large, the most central first.

    Each part is written about by itself; how many there are hangs on the number of papers alone.
    """
    count = -(-len(topic.papers) // most)
    if count <= 1:
        return (topic,)
    ends = [len(topic.papers) * n // count for n in range(count + 1)]
    return tuple(
        replace(topic, id=f"{topic.id}{_PIECE}{n}", papers=topic.papers[start:end])
        for n, (start, end) in enumerate(pairwise(ends), 1)
    )


def claims_in(
    pieces: Sequence[TopicWork], answers: Mapping[str, SynthesisAnswer], language: str = "English"
) -> tuple[Claim, ...]:
    """The claims about all parts of one topic, numbered through; what two parts say alike is said once, citing both."""
    claims: list[Claim] = []
    for piece in pieces:
        if piece.id in answers:
            for claim in claims_of(piece, answers[piece.id], len(claims) + 1, language):
                _add(claims, claim)
    return tuple(claim.model_copy(update={"id": numbered(claim.id, n)}) for n, claim in enumerate(claims, 1))


def numbered(claim_id: str, number: int) -> str:
    """The id of a claim in the same place, under another number."""
    return f"{claim_id.rpartition('-c')[0]}-c{number}"


def _add(claims: list[Claim], claim: Claim) -> None:
    for n, other in enumerate(claims):
        if other.kind == claim.kind and says_again(other.text, claim.text):
            if not claim.text.startswith(ONE_ABOUT):  # of two, "one paper" would be wrong: the first is enough
                claims[n] = other.model_copy(update={"evidence": (*other.evidence, *claim.evidence)})
            return
    claims.append(claim)


def claims_of(
    topic: TopicWork, answer: SynthesisAnswer, first: int = 1, language: str = "English"
) -> tuple[Claim, ...]:
    """The claims that a valid answer makes about ``topic`` or a part of it; ``first`` is the first one's number."""
    papers = {f"P{i}": paper for i, (paper, _) in enumerate(topic.papers, 1)}
    topic_id, notes = topic.id.partition(_PIECE)[0], _notes(topic, language)
    return tuple(claim_of(f"{topic_id}-c{n}", claim, papers, notes) for n, claim in enumerate(answer.claims, first))


def _notes(topic: TopicWork, language: str) -> Notes:
    return notes_on({f"P{i}": record for i, (_, record) in enumerate(topic.papers, 1)}, language)
