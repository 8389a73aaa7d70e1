"""A model's record of a paper, completed with what code reads in the same abstract.

Small models leave out most of what an abstract states, copy half sentences, put the background where the contribution
belongs, and mistake a data set for a rival. Code reads less well what asks for understanding, but what it reads is
measured (the fields and figures of :mod:`survey.models.extractive`), and each of its statements has its sentence, as a
model's have. So a model's statement stands wherever it is one; code fills what is empty, says in whole what was cut out
of a sentence, and tells a figure's parts where it reads that figure in the same sentence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from survey.datasets import counted_data, told_data
from survey.evidence import SUPPORT, content_words, folded, numbers, support
from survey.questions import FIELDS
from survey.records import Record, Result, Statement
from survey.replies import sentence
from survey.voice import TELLS, in_third_person

_PARTS = ("measure", "value", "unit", "dataset", "baseline")
_OWN_FIELDS = ("contribution", "problem", "method")
"""Those whose sentences say nothing else; the data are named where the results are."""
_LEAST_WORDS = 3  # that carry meaning; with fewer, a text is a name and no statement
_CLAUSE_AHEAD = re.compile(
    r"(?:\bthat|\bhow|\bwhether|[^\w\s]\s*we|\bwe|\bthe authors|\b(?:this|the) (?:paper|work|study))$"
)
_WORD = re.compile(r"[^\W_]+(?:[-'’^.][^\W_]+)*")
_NAMED = re.compile(r"(?:[a-z]+[- ])?\S*[A-Z]")  # "ImageNet", "mini-ImageNet", "the COCO"; not "end-tasks"
_OWN = re.compile(
    r"^\S*[A-Z]\S*[A-Z\d]|\b(?:[Ww]e|[Oo]urs?|[Tt]his (?:paper|work|study|article|survey)|[Tt]he authors?)\b"
)
_THAN = (
    r"\b(?:than|over|against|versus|vs\.?|with|to|from|above|below|outperform\w*|surpass\w*|exceed\w*|beats?|"
    r"improv\w*|[Ll]ike|[Uu]nlike|relative)\b"
)
_STUTTER = 3  # words said twice in one sentence
_COPIED = 0.75  # of the words of a text and its sentence that both have
_NEARLY_COPIED = 0.9
_LEAST_CLAUSE = 5  # words


def completed(told: Record, read: Record, title: str, closeness: float = SUPPORT) -> Record:
    """What a model ``told`` of a paper, with what code ``read`` in its abstract; every statement keeps its quotes.

    What one sentence bears out by less than ``closeness`` gives way to what code reads, where it reads anything.
    """
    told = _close(told, read, closeness)
    wording = dict(_wordings(read))
    placed = _placed({name: getattr(told, name) for name in FIELDS}, read)
    fields = {name: one and _telling(one, name, read, title) for name, one in placed.items()}
    shown = {name: _in_whole(one, wording, title) for name, one in fields.items() if one is not None}
    used = {quote for one in shown.values() for quote in one.quotes}
    for name in FIELDS:
        if name not in shown and (one := getattr(read, name)) is not None and not used.intersection(one.quotes):
            shown[name] = one
            used.update(one.quotes)
    return Record(**shown, results=_results(told, read, wording, title))


def _close(told: Record, read: Record, closeness: float) -> Record:
    """A model's record without what is said in other words than its sentence's, but for fields that code has not."""
    close = {
        name: one
        for name in FIELDS
        if (one := getattr(told, name)) is not None and (getattr(read, name) is None or _is_close(one, closeness))
    }
    return Record(**close, results=tuple(one for one in told.results if _is_close(one, closeness)))


def _is_close(one: Statement, closeness: float) -> bool:
    return closeness <= SUPPORT or max(support(one.text, quote) for quote in one.quotes) >= closeness


def _placed(told: Mapping[str, Statement | None], read: Record) -> dict[str, Statement | None]:
    """A model's statements by field; one that only copies a sentence stands where code reads that sentence.

    So the background is no contribution, and an outcome no limitation.
    """
    placed = dict(told)
    for name, one in told.items():
        own: Statement | None = getattr(read, name)
        if one is None or (own and set(one.quotes) & set(own.quotes)):
            continue
        home = _home(one, name, read)
        if home and placed.get(home) is None:
            placed |= {home: one, name: own}
        elif home in {"problem", "results"} or (name == "contribution" and own and _is_background(one)):
            placed[name] = own
    placed.pop("results", None)
    return placed


def _is_background(one: Statement) -> bool:
    """Whether a statement only copies a sentence that speaks neither of its paper nor of anything by a name."""
    if not _copies_one_of(one, one.quotes) or _OWN.search(one.quotes[0]):
        return False
    return one.text.split(" ", 1)[0].lower() not in TELLS


def _home(one: Statement, name: str, read: Record) -> str | None:
    """The field in which code reads the sentence that ``one`` copies; of outcomes only what is no limitation."""
    fields = {field: found.quotes for field in _OWN_FIELDS if (found := getattr(read, field))}
    if name == "limitations":
        fields["results"] = tuple(quote for result in read.results for quote in result.quotes)
    return next((field for field, quotes in fields.items() if _copies_one_of(one, quotes)), None)


def _telling(one: Statement, name: str, read: Record, title: str) -> Statement:
    """A model's statement, or code's where the model's says next to nothing beside the title."""
    own: Statement | None = getattr(read, name)
    return own or one if _is_poor(one, name) or set(one.quotes) == {title} else one


def _is_poor(one: Statement, name: str) -> bool:
    """Whether a text says next to nothing in the field ``name``."""
    if name == "data":
        return not told_data(one.text) and not counted_data(one.text)
    return len(content_words(one.text)) < _LEAST_WORDS or _stutters(one.text)


def _copies_one_of(one: Statement, quotes: Iterable[str]) -> bool:
    """Whether a statement says one of ``quotes`` over again, and rests on no other sentence."""
    (quote, *others) = one.quotes
    return not others and quote in set(quotes) and _shared(one.text, quote) >= _COPIED


def _shared(text: str, quote: str) -> float:
    """The share of the content words of both that both have, from 0 to 1."""
    said, there = content_words(text), content_words(quote)
    return len(said & there) / max(1, len(said | there))


def _stutters(text: str) -> bool:
    """Whether a text says three words in a row twice."""
    words = [word.casefold() for word in _WORD.findall(text)]
    runs = [tuple(words[n : n + _STUTTER]) for n in range(len(words) - _STUTTER + 1)]
    return len(runs) > len(set(runs))


def _wordings(read: Record) -> Iterator[tuple[str, str]]:
    """How code says what one sentence says, by that sentence; a part of one sentence is not all it says."""
    for one in (*read.results, read.limitations, read.problem, read.method, read.contribution):
        if one is not None and len(one.quotes) == 1:
            yield one.quotes[0], one.text


def _in_whole(one: Statement, wording: Mapping[str, str], title: str) -> Statement:
    """A statement that copies its sentence, or cuts a piece out of it, as code says that sentence."""
    if len(one.quotes) != 1 or one.quotes[0] == title:
        return one
    (quote,) = one.quotes
    piece, there = (folded(in_third_person(text)).rstrip(".") for text in (one.text, quote))
    at = there.casefold().find(piece.casefold())
    if at < 0:
        copied = _shared(one.text, quote) >= _NEARLY_COPIED
        return one.model_copy(update={"text": wording.get(quote, one.text)}) if copied else one
    if at > 0 and _is_clause(piece, there, at):
        return one
    return one.model_copy(update={"text": wording.get(quote, sentence(in_third_person(quote)))})


def _is_clause(piece: str, there: str, at: int) -> bool:
    """Whether a piece cut out of a sentence is a sentence by itself: behind "that", or a name's own to the end."""
    if _CLAUSE_AHEAD.search(there[:at].rstrip().casefold()):
        return True
    ends = at + len(piece) == len(there)
    return ends and there[at].isupper() and len(piece.split()) >= _LEAST_CLAUSE


def _results(told: Record, read: Record, wording: Mapping[str, str], title: str) -> tuple[Result, ...]:
    """A model's results, each figure with its parts as code reads them, then the figures that only code reads.

    Without any result of the model's, all of code's.
    """
    by_figure = {one_figure: one for one in read.results for one_figure in _figures(one)}
    measured = {quote for quote, _ in by_figure}
    kept: list[Result] = []
    there: set[tuple[str, str]] = set()
    for result in told.results:
        figures = _figures(result)
        if there.intersection(figures) or (not figures and measured.issuperset(result.quotes)):
            continue
        there.update(figures)
        own = next((by_figure[one] for one in figures if one in by_figure), None)
        whole = _in_whole(result, wording, title)
        parts = {name: getattr(own, name) for name in _PARTS} if own else _plausible(result, read, title)
        kept.append(result.model_copy(update={"text": whole.text, **parts}))
    said = {quote for one in (*told.results, *told.statements()) for quote in one.quotes}
    more = [one for one in read.results if not there.intersection(_figures(one))]
    return (*kept, *(one for one in more if one.value is not None or not said.intersection(one.quotes)))


def _figures(result: Result) -> list[tuple[str, str]]:
    """The number of a result's value, with each sentence that it rests on."""
    return [(quote, figure) for quote in result.quotes for figure in numbers(result.value or "")[:1]]


def _plausible(result: Result, read: Record, title: str) -> Mapping[str, str | None]:
    """What cannot be of a model's reading of a result.

    No data by name, its own name as data, a rival that is data or that nothing is compared with, a figure of nothing.
    """
    data = {name for one in read.results for name in (one.dataset or "").split(", ")}
    named = result.dataset is not None and _NAMED.match(result.dataset) and not title.startswith(f"{result.dataset}:")
    rival = result.baseline or ""
    compared = any(re.search(rf"{_THAN}[^.;]{{0,60}}?{re.escape(rival)}", quote) for quote in result.quotes)
    counts = not (result.measure or result.unit)
    wrong = [
        *([] if named else ["dataset"]),
        *(["baseline"] if rival in {*data, result.dataset} or not compared else []),
        *(["value"] if counts else []),
    ]
    return dict.fromkeys(wrong)
