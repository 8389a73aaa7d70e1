"""What code adds to what a model says of a topic: counts, what the model is silent on, what a reader needs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from survey.ask import Asker
from survey.claims import Claim, checked_claims, claim_of, says_again
from survey.evidence import shares_words
from survey.questions import ClaimAnswer, Length, on_topic
from survey.synthesis import SynthesisQuestion, TopicWork, claims_of
from survey.telling import leaning, restates

_FOUND = re.compile(r"\b[a-z]{3,}s that\b")  # "shows that", "finds that"


def supplemented(
    asker: Asker,
    claims: Mapping[str, tuple[Claim, ...]],
    topics: Sequence[TopicWork],
    language: str,
    length: Length = "standard",
    *,
    only_silent: bool = False,
) -> dict[str, tuple[Claim, ...]]:
    """``claims``, those of a model on ``topics`` told so that they stand without an abstract, and what it left out.

    Code adds how the papers of a topic divide; how they differ and what they leave open, where the model tells nothing
    of the kind; and a finding on papers that none of its claims cites, in a short survey only where it said too little.
    A model's finding that leans on its abstract, or says its paper's title over again, yields to one by code. Nothing
    is changed without a model, whose claims are code's already, nor in another language than the papers'.
    ``only_silent``: what a model says stays as it is, as where a user's own template asks for it so.
    """
    if not (asker.counts_tokens("synthesis") and shares_words(language)):
        return dict(claims)
    told = dict(claims)
    for topic in topics:
        said = claims.get(topic.id, ())
        if only_silent and said:
            continue
        said = _explained(said, topic, asker.closeness("synthesis"))
        said = _firm(said, topic)
        if all_of_it := _with_more(said, _more(said, topic, length), topic, length):
            told[topic.id] = all_of_it
    return told


def _firm(claims: Sequence[Claim], topic: TopicWork) -> tuple[Claim, ...]:
    """The claims; what code tells of a paper stands in for one that leans on its abstract or says its title."""
    titles = {paper.key: paper.title for paper, _ in topic.papers}

    def is_weak(claim: Claim) -> bool:
        if claim.kind != "finding" or len(claim.papers) != 1:
            return False
        title = titles[claim.papers[0]]
        return leaning(claim.text, title) > 0 or (not _FOUND.search(claim.text) and restates(title, claim.text))

    weak = {claim.papers[0] for claim in claims if is_weak(claim)}
    if not weak:
        return tuple(claims)
    of_them = replace(topic, papers=tuple(one for one in topic.papers if one[0].key in weak))
    by_code = (claim for claim in _by_code(of_them, "long") if claim.kind == "finding" and not is_weak(claim))
    better = {claim.papers[0]: claim for claim in reversed([*by_code])}  # the first of each paper
    told = [better.get(claim.papers[0], claim) if is_weak(claim) else claim for claim in claims]
    return tuple(claim for n, claim in enumerate(told) if claim not in told[:n])


def _explained(claims: tuple[Claim, ...], topic: TopicWork, closeness: float) -> tuple[Claim, ...]:
    """A model's claims on a topic with what a reader needs who has no abstract at hand, as far as they still hold."""
    if not claims:
        return ()
    from survey.models.extractive.explained import explained

    ids = {paper.key: f"P{i}" for i, (paper, _) in enumerate(topic.papers, 1)}
    answers = [ClaimAnswer(kind=c.kind, text=c.text, papers=[ids[key] for key in c.papers]) for c in claims]
    papers = {f"P{i}": paper for i, (paper, _) in enumerate(topic.papers, 1)}
    told = explained(answers, SynthesisQuestion().values([topic]))
    held = [
        next(iter(checked_claims([new], papers, closeness=closeness)[0]), None) if new != old else None
        for old, new in zip(answers, told, strict=True)
    ]
    return tuple(
        claim if new is None or new.papers != old.papers else claim_of(claim.id, new, papers)
        for claim, old, new in zip(claims, answers, held, strict=True)
    )


def _more(claims: Sequence[Claim], topic: TopicWork, length: Length) -> list[Claim]:
    """What code says of a topic and a model's ``claims`` don't: what it can count, and what they are silent on."""
    enough = length == "short" and len(claims) >= on_topic(length, len(topic.papers)).least
    kinds = {claim.kind for claim in claims}
    taken = kinds if enough else kinds - {"agreement"}
    if "agreement" in kinds:
        taken |= {"context"}  # it opens the topic
    cited = {key for claim in claims for key in claim.papers}
    untold = tuple(one for one in topic.papers if one[0].key not in cited)
    told = [claim for claim in _by_code(topic, length) if claim.kind not in {"finding", *taken}]
    if untold and not enough:
        told += [claim for claim in _by_code(replace(topic, papers=untold), length) if claim.kind == "finding"]
    return [claim for claim in told if not any(says_again(one.text, claim.text) for one in claims)]


def _by_code(topic: TopicWork, length: Length) -> tuple[Claim, ...]:
    from survey.models.extractive.topic import synthesis as put_together

    question = SynthesisQuestion(length=length, insist=False)
    part = question.check(topic, put_together(question.values([topic]))).part
    return claims_of(topic, part) if part else ()


def _with_more(claims: tuple[Claim, ...], more: Sequence[Claim], topic: TopicWork, length: Length) -> tuple[Claim, ...]:
    """The claims and ``more`` of them, numbered through: how the papers divide, and what else there is room for."""
    counted = [claim for claim in more if claim.kind == "agreement"]
    others = [claim for claim in more if claim.kind != "agreement"]
    told = [*claims, *counted]
    told += others[: max(0, on_topic(length, len(topic.papers)).most - len(told))]
    return tuple(claim.model_copy(update={"id": f"{topic.id}-c{n}"}) for n, claim in enumerate(told, 1))
