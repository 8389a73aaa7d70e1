"""Whether a statement stays borne out by its paper's abstract when words are added that a reader needs."""

from collections.abc import Sequence

from survey.evidence import SUPPORT, sentences, support, without_title
from survey.questions import RecordedPaper

_TITLE_YIELDS = 0.09  # a title as evidence yields to a sentence that is nearly as good


def is_borne_out(text: str, paper: RecordedPaper, said: Sequence[str] | None = None) -> bool:
    """Whether a sentence bears ``text`` out, and by as much as the title does: that is no evidence of a finding.

    Where the sentences are ``said`` that it rests on, one of these bears it out best.
    """
    best = max((support(text, line) for line in sentences(paper.abstract)), default=0.0)
    borne = max((support(text, line) for line in said), default=0.0) if said else best
    return borne >= max(SUPPORT, best, support(text, paper.title) - _TITLE_YIELDS)


def bears_title(told: str, paper: RecordedPaper, said: Sequence[str] | None = None) -> bool:
    """Whether ``told`` is borne out by a sentence but for the title in it.

    The title in quotes bears itself out, and is no evidence of what is said beside it.
    """
    return is_borne_out(without_title(told, paper.title), paper, said)
