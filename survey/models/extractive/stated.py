"""What a field of the record says: a sentence, or the part of it that is about the field; and the data a paper uses."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from survey.models.extractive.fields import Piece, Setting, data_score, outcome_score, step_score
from survey.models.extractive.names import data_names, data_phrase, listed_names, makes_data

Score = Callable[[Piece, Setting], float]
_WEAK_OUTCOME = 0.6  # up to this score a sentence that names data clearly says more of the data than of an outcome
_MORE_A_METHOD = 0.6  # above it a sentence that gives no data as a phrase says more of the method
_VAGUE_DATA = -0.8  # from this score on a sentence may give no more than the kind of its data
OWN = re.compile(
    r"\b(?:we|our|us|(?:this|the (?:current|present)) (?:\w+ )?(?:paper|work|study|article|research|report|survey|"
    r"review|thesis|manuscript)|"
    r"(?:is|are|was|were) (?:also )?(?:proposed|presented|introduced|developed|described|investigated|studied)|"
    r"the proposed)\b|^(?:in this|here,)"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a field of the record says, the sentences it rests on, and the places that no other field may show."""

    text: str
    numbers: tuple[int, ...]
    taken: frozenset[int] = frozenset()


def stated(piece: Piece | None) -> Stated | None:
    """The whole of ``piece`` as what a field says."""
    return Stated(piece.text, piece.numbers, frozenset(places(piece))) if piece else None


def best_of(pieces: Sequence[Piece], taken: set[int], at: Setting, score: Score) -> Piece | None:
    """The whole sentence not yet taken with the highest score, the first of equals; None when none is above zero."""
    scored = [(score(p, at), -p.place, p) for p in pieces if p.whole and not places(p) & taken]
    best = max(scored, default=None, key=lambda s: s[:2])
    return best[2] if best is not None and best[0] > 0 else None


def places(piece: Piece) -> set[int]:
    """The places of the sentences in the piece's text."""
    return {piece.place, piece.place - bool(piece.led)}


def _more_a_method(piece: Piece, at: Setting) -> bool:
    return step_score(piece, at) > max(_MORE_A_METHOD, data_score(piece, at))


def data_of(pieces: tuple[Piece, ...], taken: set[int], at: Setting) -> Stated | None:
    """What data the paper uses: the sentence that names them, or, of one that says more than that, only their names."""
    scored = ((p, score) for p in pieces if (score := data_score(p, at)) > 0)  # the others can't be the best
    plain = tuple(p for p, score in scored if outcome_score(p, at) <= min(_WEAK_OUTCOME, max(0.0, score - 0.4)))
    plain = tuple(p for p in plain if not _more_a_method(p, at) or data_phrase(p.text) or makes_data(p.text))
    best = best_of(plain, taken, at, data_score)
    own = [p for p in pieces if p.place >= at.contribution or OWN.search(p.low)]
    if best and not (data_phrase(best.text) and max(outcome_score(best, at), step_score(best, at)) > 0):
        return stated(best)
    if best and not data_names(best.text):
        return Stated(data_phrase(best.text) or best.text, best.numbers)
    if names := listed_names([p.text for p in own]):
        naming = [p for p in own if any(name in names for name in data_names(p.text))]
        return Stated(names, tuple(sorted({n for p in naming for n in p.numbers})))
    told = [(data_score(p, at), -p.place, p) for p in own]
    for score, _, piece in sorted(told, key=lambda t: t[:2], reverse=True):
        if phrase := data_phrase(piece.text, vague=score > _VAGUE_DATA):
            return Stated(phrase, piece.numbers)
    return None
