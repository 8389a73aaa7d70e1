"""The record of one paper without any model: each field from the sentence that states it, trimmed for a reader."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from survey.evidence import support
from survey.hollow import praises
from survey.models.extractive.auxiliary import is_added
from survey.models.extractive.clauses import shortened
from survey.models.extractive.conceded import offered_alone
from survey.models.extractive.conditions import as_said
from survey.models.extractive.contribution import contribution_of, name_given
from survey.models.extractive.evaluated import placed_on_its_data
from survey.models.extractive.fields import (
    Piece,
    Setting,
    first_own,
    method_score,
    outcome_score,
    problem_score,
)
from survey.models.extractive.limiting import limiting
from survey.models.extractive.limits import limitation_score
from survey.models.extractive.manner import manner
from survey.models.extractive.modified import in_short
from survey.models.extractive.nearby import placed_nearby
from survey.models.extractive.owners import own_names, with_owners
from survey.models.extractive.pieces import CODE, pieces_of
from survey.models.extractive.pointing import points_out
from survey.models.extractive.purpose import task
from survey.models.extractive.results import Result, comparison, figures
from survey.models.extractive.stated import OWN, Stated, best_of, data_of, places, stated
from survey.models.extractive.trim import (
    follows,
    is_told_item,
    points_back,
    stands_alone,
)
from survey.questions import FIELDS, Field, NumberedPaper, PaperAnswer, ResultAnswer, StatementAnswer
from survey.voice import by_itself

_MOST_RESULTS = 4  # sentences; more would no longer be a summary
_CLEAR_METHOD = 1.8  # from this score on a sentence surely says how the method works
_SAYS_HOW = 0.5  # up to this score one that is about the method's core doesn't stand before one about an added part
_SAYS_IT_BETTER = 0.5  # by so much more the contribution's sentence has to be worded like a method to be told again
_OWN_SHARE = 0.35  # of a pair's words that stand in the sentence that states the field; else the lead says too much
# "Shows that X", "Trains a probe and finds that X": X is what was found
_PROPOSES = re.compile(
    r"(?<=, )the authors (?:propose|introduce|present|develop)\b|(?<=and )(?:propose|introduce|present)s?\b"
)
_FINDS = re.compile(
    r"(?:^|,? and |,? the authors )(?:\w+ly )?(?:shows?|finds?|demonstrates?|proves?|observes?|reveals?|"
    r"discovers?|concludes?|confirms?)(?: \w+ly)?(?:,? [^,]{3,60},)? that,? (?P<found>\S.{30,})$",
    re.IGNORECASE,
)
_AND_OFFERS = re.compile(  # "Observes that trees grow, and presents TreeNet": what is observed only leads to that
    r",? and (?:\w+ly |then |thus |therefore )*(?:propose|present|introduce|develop|design|devise)s? "
)
_AND_THEY_DO = re.compile(  # "Shows that nets are trees, and they introduce a saw": the authors do, and not the trees
    r",? and (?:then |also )?(?:the authors (?:[a-z]+ly )?[a-z]+|they (?:then |also |[a-z]+ly )?(?:propose|introduce|"
    r"present|develop|design|devise|evaluate|investigate|analy[sz]e|discuss)) [^;]*$"
)
_CLOSES = re.compile(  # "This paves the way for better saws": nothing that the sentence ahead needs
    r"(?:This|These|Such)(?: [\w-]+){0,3}? (?:highlights?|underscores?|emphasi[sz]es?|paves?|opens?) (?!that\b|how\b)"
)
_LONGEST_PAIR = 240  # characters of a sentence together with the one before it
_POINTS_IN = re.compile(r"\b(?:this|these|such)\b(?! (?:paper|work|as|that)\b)", re.IGNORECASE)


def _led(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Each sentence that starts by pointing back ("However, they fail"), behind the one that it points to."""
    for before, piece in pairwise(pieces):
        if not piece.whole and points_back(piece.text) and not CODE.search(piece.raw):
            yield from _pair(before, piece)


def _led_within(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Each sentence on what is known that points back further on ("the absence of these features"), behind its own."""
    for before, piece in pairwise(pieces):
        if piece.whole and _POINTS_IN.search(piece.text) and not OWN.search(f"{before.low} {piece.low}"):
            yield from _pair(before, piece)


def _pair(before: Piece, piece: Piece) -> Iterator[Piece]:
    """``piece`` with ``before`` in front of it, unless that is long, no statement, or says more than the piece."""
    closes = praises(piece.text) or _CLOSES.match(piece.raw)
    if before.whole and not closes and len(before.numbers + piece.numbers) == 2:
        texts = _short_enough(before.text, follows(piece.raw))
        if texts and support(" ".join(texts), piece.raw) >= _OWN_SHARE:
            numbers = tuple(dict.fromkeys(before.numbers + piece.numbers))
            yield replace(piece, numbers=numbers, text=" ".join(texts), whole=True, led=texts[0])


def _short_enough(first: str, second: str) -> tuple[str, str] | None:
    """The two texts, without trailing clauses where they are long together; None where they stay so."""
    for texts in ((first, second), (shortened(first, 14), second), (shortened(first, 14), shortened(second, 20))):
        if len(" ".join(texts)) <= _LONGEST_PAIR:
            return texts
    return None


def _outcomes(pieces: Sequence[Piece], taken: set[int], at: Setting) -> list[Piece]:
    """The sentences that report outcomes, the strongest of them, in their order."""
    scored = [(outcome_score(p, at), p) for p in pieces if p.whole and not places(p) & taken]
    best = {p.place: (score, p) for score, p in sorted(scored, key=lambda s: s[0]) if score > 0}  # alone or led
    strongest = sorted(best.values(), key=lambda s: (-s[0], s[1].place))[:_MOST_RESULTS]
    chosen = sorted((piece for _, piece in strongest), key=lambda p: p.place)
    ahead = {p.place - 1 for p in chosen if p.led}
    return [p for p in chosen if p.place not in ahead or p.led]


def _as_result(contribution: Piece) -> Piece | None:
    """What the contribution's sentence says was found, or all of it where it holds figures; else None."""
    if figures(contribution.text):
        return contribution
    match = _FINDS.search(contribution.text)
    if match is None or _AND_OFFERS.search(match["found"]):
        return None
    found = _AND_THEY_DO.sub(".", match["found"][0].upper() + match["found"][1:])
    return replace(contribution, text=found) if stands_alone(found) and not points_out(found) else None


def _parts(piece: Piece) -> tuple[str, ...]:
    """The sentences of the piece's text."""
    return (piece.led, piece.text[len(piece.led) + 1 :]) if piece.led else (piece.text,)


def _result_answers(piece: Piece, own: Collection[str], pieces: Sequence[Piece], title: str) -> list[ResultAnswer]:
    """What the piece reports, a result for each figure; ``own``: what the paper calls what it offers."""
    found = [one for part in _parts(piece) for one in in_short(with_owners(figures(part), part, own), part)]
    found = found if piece.led else as_said(found, piece.raw)
    before = pieces[piece.place - 1] if piece.place and not piece.led else None
    if before and found:
        found = placed_nearby(found, piece.raw, before.raw, [one.raw for one in pieces])
        found = placed_on_its_data(found, piece.raw, title, [one.raw for one in pieces])
    return [
        ResultAnswer(
            text=by_itself(piece.text),
            sentences=_bearers(result, piece, pieces),
            measure=result.measure,
            value=result.value,
            unit=result.unit,
            dataset=result.dataset,
            baseline=result.baseline,
        )
        for result in found or [comparison(piece.text)]
    ]


def _bearers(result: Result, piece: Piece, pieces: Sequence[Piece]) -> list[int]:
    """The sentences that a result rests on: the piece's, and the last one ahead where that alone names its data."""
    name = result.dataset
    if not name or name in piece.raw or piece.led:
        return list(piece.numbers)
    namers = [one for one in pieces[: piece.place] if name in one.raw]
    return list(dict.fromkeys((*piece.numbers, *namers[-1].numbers) if namers else piece.numbers))


def _with_neighbour(best: Piece, pieces: Sequence[Piece], taken: set[int], at: Setting) -> Piece:
    """``best`` with the sentence next to it that says as clearly how the method works, where both are short."""

    def fits(piece: Piece) -> bool:
        near = abs(piece.place - best.place) == 1 and piece.whole and not piece.led and piece.place not in taken
        listed = is_told_item(piece.raw) and is_told_item(best.raw)  # items of one list belong together
        return near and method_score(piece, at) >= (0.0 if listed else _CLEAR_METHOD) and outcome_score(piece, at) <= 0

    def leads(piece: Piece) -> bool:
        """Whether the sentence is one that ``best`` names the subject of: "It first finds X, then ranks Y"."""
        near = piece.place == best.place + 1 and piece.led == best.text and not places(piece) & taken
        return near and method_score(piece, at) > 0 >= outcome_score(piece, at)

    if behind := next(filter(leads, pieces), None):
        return behind
    beside = max(filter(fits, pieces), key=lambda p: (method_score(p, at), p.place), default=None)
    if beside is None or best.led:
        return best
    first, second = sorted((best, beside), key=lambda p: p.place)
    texts = _short_enough(first.text, second.text)
    if texts is None:
        return best
    numbers = tuple(dict.fromkeys(first.numbers + second.numbers))
    return replace(second, numbers=numbers, text=" ".join(texts), led=texts[0])


def _method(pieces: Sequence[Piece], taken: set[int], at: Setting, contribution: Piece, title: str) -> Stated | None:
    """The sentence that says how the method works, or what the contribution's says of it where that says it better.

    One that tells a part added to it only where no other says clearly how.
    """
    best = best_of([p for p in pieces if not is_added(p.low, title)], taken, at, method_score)
    if best is None or method_score(best, at) <= _SAYS_HOW:
        best = best_of(pieces, taken, at, method_score)
    if best is None:
        return _told_with(contribution, manner) or _told_with(contribution, task)
    better = method_score(contribution, at) > method_score(best, at) + _SAYS_IT_BETTER
    if better and (how := _told_with(contribution, manner)):
        return how
    return stated(_with_neighbour(best, pieces, taken, at))


def _told_with(contribution: Piece, way: Callable[[str], str | None]) -> Stated | None:
    """What the contribution's sentence says of how the method works, told in this ``way``."""
    proposed = _PROPOSES.search(contribution.text)
    how = way(contribution.text) or (way(contribution.text[proposed.start() :]) if proposed else None)
    return Stated(how, contribution.numbers) if how else None


def read_paper(paper: NumberedPaper) -> PaperAnswer:
    """What ``paper`` says of itself: one text for each field at most, and its results.

    Every text is a sentence of the abstract, trimmed, and names that sentence's number; or two, where the second points
    back to the first; or a part of one, where the sentence says more than the field wants. A field that no sentence
    states, or none that makes sense on its own, is absent.
    """
    pieces = pieces_of(paper)
    more = (*pieces, *_led(pieces))
    contribution = contribution_of(paper, pieces, more[len(pieces) :])
    if contribution is None:
        return PaperAnswer(paper=paper.id, statements=[], results=[])
    name = name_given(paper.title, contribution)
    at = Setting(contribution.place, len(pieces) - 1, name, first_own(pieces))
    said: dict[Field, Stated] = {}
    taken = places(contribution)

    def say(field: Field, stated: Stated | None) -> None:
        if stated:
            said[field] = stated
            taken.update(stated.taken)

    known = (*more, *_led_within(pieces[: contribution.place]))
    offered = offered_alone(contribution.raw, contribution.text)
    say("contribution", stated(replace(contribution, text=offered)))
    limit = best_of(tuple(limiting(more, at.contribution)), taken, at, limitation_score)
    say("limitations", stated(limit))
    say("problem", stated(best_of(known, taken, at, problem_score)))
    say("data", data_of(pieces, taken, at))
    say("method", _method(more, taken, at, contribution, paper.title))
    also = places(limit) if limit and figures(limit.text) else set[int]()  # told once more, for its figures
    outcomes = filter(None, (_as_result(contribution), *_outcomes(more, taken - also, at)))
    own = own_names(paper.title, [piece.raw for piece in pieces]) | ({at.name} if at.name else set())
    results = [answer for piece in outcomes for answer in _result_answers(piece, own, pieces, paper.title)]
    statements = [
        StatementAnswer(field=f, text=by_itself(said[f].text), sentences=list(said[f].numbers))
        for f in FIELDS
        if f in said
    ]
    return PaperAnswer(paper=paper.id, statements=statements, results=results)
