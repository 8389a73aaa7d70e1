"""The record of one paper without any model: each field from the sentence that states it, trimmed for a reader."""

import re
from collections.abc import Callable

from survey.models.extractive.fields import Piece, data_score, limitation_score, method_score, problem_score
from survey.models.extractive.results import comparison, figures
from survey.models.extractive.selector import contribution_scores
from survey.models.extractive.trim import stands_alone, trimmed
from survey.questions import Field, NumberedPaper, PaperAnswer, ResultAnswer, StatementAnswer

_MOST_RESULTS = 3  # sentences; more would no longer be a summary
_CODE = re.compile(
    r"\b(?:code|codes|models?|datasets?|data|page|website|weights|demo|implementation)\b.*(?:https?:|\bavailable\b|\breleased\b)|https?://",
    re.I,
)
_LUMP = re.compile(r"(?<=[a-z)\]%\"][.!?]) (?=[A-Z])(?<!al\. )(?<!vs\. )(?<!cf\. )(?<!e\.g\. )(?<!i\.e\. )(?<!St\. )")
_OUTCOME = re.compile(
    r"\b(?:outperform\w*|surpass\w*|exceed\w*|achiev\w+|state[- ]of[- ]the[- ]art|SOTA|superior\w*|competitive|comparable|better|effectiveness|improv\w+|"
    r"we (?:\w+ly |also |further |then )*(?:find|found|show|prove|observe|demonstrate|discover|reveal|conclude)|results?|experiments?|evaluations?|"
    r"reveals?|demonstrates?|shows?|verif\w+|validat\w+|boosts?|reduc\w+|higher|lower|faster)\b",
    re.IGNORECASE,
)
_FINDING = re.compile(
    r"\b(?:we (?:\w+ly |also |further |then |first )*(?:find|found|show|prove|observe|demonstrate|discover|reveal|conclude)\b|(?:results?|experiments?|evaluations?|analys[ei]s|study|studies|"
    r"investigations?|findings) (?:\w+ |on [^,]{3,60} )*(?:show|demonstrate|reveal|suggest|indicate|verify|validate|confirm)|outperform\w*|surpass\w*|state-of-the-art|superior\w*|"
    r"achieves?|improves?|validates?|leads? to|competitive|better than)",
    re.IGNORECASE,
)


def _pieces(paper: NumberedPaper) -> tuple[Piece, ...]:
    """The paper's sentences; a splitter's lump (several sentences under one number) is taken apart."""
    found: list[Piece] = []
    for number, sentence in enumerate(paper.sentences, 1):
        for part in _LUMP.split(sentence) if len(sentence.split()) > 30 else [sentence]:
            text = trimmed(part)
            whole = stands_alone(text) and not _CODE.search(part) and not part.rstrip().endswith((":", ";", ", and"))
            found.append(Piece(len(found), number, part, text, whole))
    return tuple(found)


def _contribution(paper: NumberedPaper, pieces: tuple[Piece, ...]) -> Piece | None:
    scores = contribution_scores(paper.title, [p.raw for p in pieces], [p.text for p in pieces])
    ranked = sorted((p for p in pieces if p.whole), key=lambda p: (-scores[p.place], p.place))
    return ranked[0] if ranked else None


def _best(
    pieces: tuple[Piece, ...], taken: set[int], place: int, score: Callable[[Piece, int, int], float]
) -> Piece | None:
    last = len(pieces) - 1
    scored = [(score(p, place, last), -p.place, p) for p in pieces if p.whole and p.place not in taken]
    best = max(scored, default=None, key=lambda s: s[:2])
    return best[2] if best is not None and best[0] > 0 else None


def _outcome_score(piece: Piece, place: int) -> float:
    """How much a sentence reports an outcome."""
    numbers = 1.5 if figures(piece.text) else 0.0
    after = 0.3 if piece.place > place else -1.5
    return (
        numbers
        + after
        + (1.0 if _FINDING.search(piece.raw) else 0.0)
        + (0.4 if _OUTCOME.search(piece.raw) else 0.0)
        - 1.0
    )


def _results(pieces: tuple[Piece, ...], taken: set[int], place: int) -> list[ResultAnswer]:
    scored = [(_outcome_score(p, place), p) for p in pieces if p.whole and p.place not in taken]
    chosen = sorted((s for s in scored if s[0] > 0), key=lambda s: (-s[0], s[1].place))[:_MOST_RESULTS]
    answers = []
    for _, piece in sorted(chosen, key=lambda s: s[1].place):
        for result in figures(piece.text) or (comparison(piece.text),):
            parts = {
                "measure": result.measure,
                "value": result.value,
                "unit": result.unit,
                "dataset": result.dataset,
                "baseline": result.baseline,
            }
            answers.append(ResultAnswer(text=piece.text, sentences=[piece.number], **parts))
    return answers


def read_paper(paper: NumberedPaper) -> PaperAnswer:
    """What ``paper`` says of itself: one sentence for each field at most, and its results.

    Every text is a sentence of the abstract, trimmed, and names that sentence's number. A field that no sentence
    states, or none that makes sense on its own, is absent.
    """
    pieces = _pieces(paper)
    contribution = _contribution(paper, pieces)
    if contribution is None:
        return PaperAnswer(paper=paper.id, statements=[], results=[])
    place, taken = contribution.place, {contribution.place}
    chosen: dict[Field, Piece] = {"contribution": contribution}
    fields: tuple[tuple[Field, Callable[[Piece, int, int], float]], ...] = (
        ("limitations", limitation_score),
        ("problem", problem_score),
        ("method", method_score),
    )
    for field, score in fields:
        best = _best(pieces, taken, place, score)
        if best is not None:
            chosen[field] = best
            taken.add(best.place)
    results = _results(pieces, taken, place)
    in_results = {r.sentences[0] for r in results}
    data = _best(
        tuple(p for p in pieces), taken, place, lambda p, c, n: data_score(p, c, n) - 0.3 * (p.number in in_results)
    )
    if data is not None:
        chosen["data"] = data
    order: tuple[Field, ...] = ("contribution", "problem", "method", "data", "limitations")
    statements = [
        StatementAnswer(field=f, text=chosen[f].text, sentences=[chosen[f].number]) for f in order if f in chosen
    ]
    return PaperAnswer(paper=paper.id, statements=statements, results=results)
