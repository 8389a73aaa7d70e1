"""A topic brought up to date without any model: what its synthesis would now say of the new papers, beside its claims.

How the papers divide and which figures stand side by side is worked out for all papers; what is found and left open,
for the new ones. A claim about several papers extends the present one that says the same of its papers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from survey.evidence import content_words
from survey.models.extractive.topic import length_of, synthesis
from survey.questions import (
    ChangeAnswer,
    ClaimAnswer,
    PresentClaim,
    RevisionAnswer,
    RevisionValues,
    SynthesisValues,
    on_topic,
)
from survey.words import ONE_ABOUT

_SAME = 0.6
_SHARED = ("agreement", "difference", "trend")


def revision(values: RevisionValues) -> RevisionAnswer:
    """The present claims that new papers extend, and what the new papers add."""
    new = {paper.id for paper in values.papers}
    open_ = {claim.id: claim for claim in values.claims}
    changes: list[ChangeAnswer] = []
    added: list[ClaimAnswer] = []
    for claim in _told(values):
        if not new & set(claim.papers):
            continue
        if extended := _extended(claim, open_.values()):
            del open_[extended.id]
            papers = list(dict.fromkeys((*extended.papers, *claim.papers)))
            changes.append(ChangeAnswer(claim=extended.id, kind=claim.kind, text=claim.text, papers=papers))
        else:
            added.append(claim)
    return RevisionAnswer(changes=changes, claims=_unsaid(added, open_))


def _told(values: RevisionValues) -> list[ClaimAnswer]:
    """What holds of several papers, worked out for all of them; the rest for the new ones."""
    every = (*values.known, *values.papers)
    words = on_topic(length_of(values.words, len(values.papers)), len(every)).words
    asked = SynthesisValues(values.topic, values.keywords, every, values.language, words, 1, values.most)
    shared = [claim for claim in synthesis(asked).claims if claim.kind in _SHARED or _is_single(claim.text)]
    own = synthesis(replace(asked, papers=values.papers, words=values.words)).claims
    has_context = any(claim.kind == "context" and not _is_single(claim.text) for claim in values.claims)
    unwanted = (*_SHARED, "context") if has_context else _SHARED
    return [*shared, *(claim for claim in own if claim.kind not in unwanted and not _is_single(claim.text))]


def _is_single(text: str) -> bool:
    """Whether a statement is of the subject of one paper, one of a row of such."""
    return text.startswith(ONE_ABOUT)


def _extended(claim: ClaimAnswer, present: Iterable[PresentClaim]) -> PresentClaim | None:
    """The present claim that says the same of some of the papers that ``claim`` cites, or in the same words."""
    if claim.kind not in _SHARED:
        return None
    words = content_words(claim.text)

    def likeness(one: PresentClaim) -> float:
        own = content_words(one.text)
        return len(words & own) / max(len(words | own), 1)

    of_kind = [one for one in present if one.kind == claim.kind and one.papers]
    fitting = [one for one in of_kind if one.text == claim.text or set(one.papers) <= set(claim.papers)]
    best = max(fitting, key=likeness, default=None)
    return best if best is not None and likeness(best) >= _SAME else None


def _unsaid(claims: Iterable[ClaimAnswer], present: Mapping[str, PresentClaim]) -> list[ClaimAnswer]:
    said = {claim.text.casefold() for claim in present.values()}
    return [claim for claim in claims if claim.text.casefold() not in said]
