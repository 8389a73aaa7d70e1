"""A topic brought up to date without any model: what its synthesis would now say of the new papers, beside its claims.

The claims that the papers' own statements give are made for all papers; those that cite a new paper are new, or extend
a present claim when they say the same of its papers and more.
"""

from collections.abc import Iterable, Mapping

from survey.evidence import content_words
from survey.models.extractive.topic import synthesis
from survey.questions import ChangeAnswer, ClaimAnswer, PresentClaim, RevisionAnswer, RevisionValues, SynthesisValues

_SAME = 0.6
_EXTENDED = ("agreement", "difference", "trend")


def revision(values: RevisionValues) -> RevisionAnswer:
    """The present claims that new papers extend, and what the new papers add."""
    papers = (*values.known, *values.papers)
    times = len(papers) / max(1, len(values.papers))
    extent = round(values.words * times), 1, round(values.most * times)
    told = synthesis(SynthesisValues(values.topic, values.keywords, papers, values.language, *extent)).claims
    new = {paper.id for paper in values.papers}
    open_ = {claim.id: claim for claim in values.claims}
    has_context = any(claim.kind == "context" for claim in values.claims)
    changes: list[ChangeAnswer] = []
    added: list[ClaimAnswer] = []
    for claim in told:
        if not new & set(claim.papers) or (claim.kind == "context" and has_context):
            continue
        if extended := _extended(claim, open_.values()):
            del open_[extended.id]
            changes.append(ChangeAnswer(claim=extended.id, **claim.model_dump()))
        else:
            added.append(claim)
    return RevisionAnswer(changes=changes, claims=_unsaid(added, open_))


def _extended(claim: ClaimAnswer, present: Iterable[PresentClaim]) -> PresentClaim | None:
    """The present claim that says the same of some of the papers that ``claim`` cites."""
    if claim.kind not in _EXTENDED:
        return None
    words = content_words(claim.text)

    def likeness(one: PresentClaim) -> float:
        own = content_words(one.text)
        return len(words & own) / max(len(words | own), 1)

    fitting = [one for one in present if one.kind == claim.kind and one.papers and set(one.papers) <= set(claim.papers)]
    best = max(fitting, key=likeness, default=None)
    return best if best is not None and likeness(best) >= _SAME else None


def _unsaid(claims: Iterable[ClaimAnswer], present: Mapping[str, PresentClaim]) -> list[ClaimAnswer]:
    said = {claim.text.casefold() for claim in present.values()}
    return [claim for claim in claims if claim.text.casefold() not in said]
