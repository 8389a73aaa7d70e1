"""The record of one paper without any model: each field from the sentence that states it, trimmed for a reader."""

import re
from collections.abc import Callable

from survey.models.extractive.fields import (
    POINTS_OUT,
    Piece,
    Setting,
    data_score,
    limitation_score,
    method_score,
    outcome_score,
    problem_score,
)
from survey.models.extractive.names import data_phrase
from survey.models.extractive.results import comparison, figures
from survey.models.extractive.selector import contribution_scores
from survey.models.extractive.trim import stands_alone, trimmed
from survey.questions import FIELDS, Field, NumberedPaper, PaperAnswer, ResultAnswer, StatementAnswer

Score = Callable[[Piece, Setting], float]
_MOST_RESULTS = 4  # sentences; more would no longer be a summary
_NOT_ITS_OWN = 0.05  # taken off the expected ROUGE-1 of a sentence that doesn't speak of the paper
_TOO_EARLY = 0.06  # and of one before the first that does
_WEAK_OUTCOME = 0.6  # up to this score a sentence that names data clearly says more of the data than of an outcome
_LOOSE_END = 0.03  # the same for one with a "this" or "these" that may point out of it
_CODE = re.compile(
    r"\b(?:code|codes|models?|data ?sets?|data|page|website|weights|demo|implementation|it)\b[^.]*"
    r"(?:https?:|\bavailable\b|\breleased\b|\bopen-sourced\b)|https?://",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:we|our|us|this (?:\w+ )?(?:paper|work|study|article|research|report|survey|review|thesis|manuscript)|"
    r"(?:is|are|was|were) (?:also )?(?:proposed|presented|introduced|developed|described|investigated|studied)|"
    r"the proposed)\b|^(?:in this|here,)"
)
_SPEAKS = re.compile(
    r"\bwe (?:\w+ly |also |further |then |first |thus |therefore |here )*(?:propose|introduce|present|develop|"
    r"describe|design|"
    r"show|study|demonstrate|investigate|prove|explore|address)\b|\bthis (?:paper|work|study|article)\b"
)
_LUMP = re.compile(r"(?<=[a-z)\]%\"][.!?]) (?=[A-Z])(?<!al\. )(?<!vs\. )(?<!cf\. )(?<!e\.g\. )(?<!i\.e\. )(?<!St\. )")
_NAMED = re.compile(
    r"\b(?:called|named|dubbed|termed|coined)\s+(?P<named>[A-Z][\w-]+)|\((?P<short>[A-Z][\w-]*[A-Z][\w-]*)\)"
)


def _pieces(paper: NumberedPaper) -> tuple[Piece, ...]:
    """The paper's sentences; a splitter's lump (several sentences under one number, after a list) is taken apart."""
    found: list[Piece] = []
    for number, sentence in enumerate(paper.sentences, 1):
        for part in _LUMP.split(sentence) if len(sentence.split()) > 30 else [sentence]:
            text = trimmed(part)
            listed = part.rstrip().endswith((";", ", and"))
            whole = stands_alone(text) and not _CODE.search(part) and not listed
            found.append(Piece(len(found), number, part, part.lower(), text, whole))
    return tuple(found)


def _contribution(paper: NumberedPaper, pieces: tuple[Piece, ...]) -> Piece | None:
    """The sentence with the highest score, less what a reader would hold against it; the first of equals."""
    scores = contribution_scores(paper.title, [p.raw for p in pieces], [p.text for p in pieces])
    speaks = min((p.place for p in pieces if _SPEAKS.search(p.low)), default=0)

    named = _title_name(paper.title)

    def worth(piece: Piece) -> tuple[float, int]:
        score = scores[piece.place]
        own = _OWN.search(piece.low) or re.match(r"(?:Proposes|Presents|Describes)\b", piece.text)
        if not own and not (named and named.casefold() in piece.low):
            score -= _NOT_ITS_OWN * (3 if named else 1) + (_TOO_EARLY if piece.place < speaks else 0.0)
        return score - (_LOOSE_END if POINTS_OUT.search(piece.text) else 0.0), -piece.place

    return max((p for p in pieces if p.whole), key=worth, default=None)


def _title_name(title: str) -> str | None:
    """The name before the colon of a title that is one word: a sentence that says it speaks of the paper itself."""
    head, colon, _ = title.partition(":")
    return head.strip() if colon and len(head.split()) == 1 else None


def _name(title: str, contribution: Piece) -> str | None:
    """The name that the paper gives to what it offers: "X" of a title "X: ..." or of "called X", "(X)"."""
    if head := _title_name(title):
        return head
    match = _NAMED.search(contribution.raw)
    return (match["named"] or match["short"]) if match else None


def _best(pieces: tuple[Piece, ...], taken: set[int], at: Setting, score: Score) -> Piece | None:
    """The whole sentence not yet taken with the highest score, the first of equals; None when none is above zero."""
    scored = [(score(p, at), -p.place, p) for p in pieces if p.whole and p.place not in taken]
    best = max(scored, default=None, key=lambda s: s[:2])
    return best[2] if best is not None and best[0] > 0 else None


def _outcomes(pieces: tuple[Piece, ...], taken: set[int], at: Setting) -> list[Piece]:
    """The sentences that report outcomes, the strongest of them, in their order."""
    scored = [(outcome_score(p, at), p) for p in pieces if p.whole and p.place not in taken]
    strongest = sorted((s for s in scored if s[0] > 0), key=lambda s: (-s[0], s[1].place))[:_MOST_RESULTS]
    return sorted((piece for _, piece in strongest), key=lambda p: p.place)


def _result_answers(piece: Piece) -> list[ResultAnswer]:
    return [
        ResultAnswer(
            text=piece.text,
            sentences=[piece.number],
            measure=result.measure,
            value=result.value,
            unit=result.unit,
            dataset=result.dataset,
            baseline=result.baseline,
        )
        for result in figures(piece.text) or (comparison(piece.text),)
    ]


def _data(pieces: tuple[Piece, ...], taken: set[int], at: Setting) -> tuple[Piece, str] | None:
    """The sentence that names the data and what is shown of it: itself, or only the names if it holds a result."""
    plain = tuple(p for p in pieces if outcome_score(p, at) <= min(_WEAK_OUTCOME, max(0.0, data_score(p, at) - 0.4)))
    if best := _best(plain, taken, at, data_score):
        return best, best.text
    phrases = {p.place: phrase for p in pieces if p.place >= at.contribution and (phrase := data_phrase(p.text))}
    named = max((p for p in pieces if p.place in phrases), key=lambda p: (data_score(p, at), -p.place), default=None)
    return (named, phrases[named.place]) if named else None


def read_paper(paper: NumberedPaper) -> PaperAnswer:
    """What ``paper`` says of itself: one sentence for each field at most, and its results.

    Every text is a sentence of the abstract, trimmed, and names that sentence's number. A field that no sentence
    states, or none that makes sense on its own, is absent. Data that only a sentence with a result names are given as
    the names alone.
    """
    pieces = _pieces(paper)
    contribution = _contribution(paper, pieces)
    if contribution is None:
        return PaperAnswer(paper=paper.id, statements=[], results=[])
    at = Setting(contribution.place, len(pieces) - 1, _name(paper.title, contribution))
    taken = {contribution.place}
    said: dict[Field, tuple[str, int]] = {"contribution": (contribution.text, contribution.number)}
    scores: tuple[tuple[Field, Score], ...] = (("limitations", limitation_score), ("problem", problem_score))
    for field, score in scores:
        if best := _best(pieces, taken, at, score):
            said[field] = (best.text, best.number)
            taken.add(best.place)
    if found := _data(pieces, taken, at):
        piece, text = found
        said["data"] = (text, piece.number)
        taken |= {piece.place} if text == piece.text else set()
    if best := _best(pieces, taken, at, method_score):
        said["method"] = (best.text, best.number)
        taken.add(best.place)
    results = [answer for piece in _outcomes(pieces, taken, at) for answer in _result_answers(piece)]
    statements = [StatementAnswer(field=f, text=said[f][0], sentences=[said[f][1]]) for f in FIELDS if f in said]
    return PaperAnswer(paper=paper.id, statements=statements, results=results)
