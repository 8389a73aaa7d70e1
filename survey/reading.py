"""What does one paper report? The question ``record``: each statement laid beside the sentence that bears it out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from survey import evidence
from survey.ask import Answered, Asker, Verdict
from survey.completing import completed
from survey.datasets import names_data
from survey.faults import over_and_over, placed, unrepeated
from survey.models.extractive.model import read_alone
from survey.papers import Paper, normalised_title
from survey.questions import NumberedPaper, PaperAnswer, RecordValues, ResultAnswer, StatementAnswer
from survey.records import Record, Result, Statement
from survey.replies import foreign_markup, plain, sentence
from survey.voice import in_third_person

_LONG_TEXT = 290
_LONGEST_TEXT = 600
_LONGEST_PART = 80
_PARTS = ("measure", "value", "unit", "dataset", "baseline")
_UNIT = re.compile(
    r"|\\?%(?: ?points?)?|per ?cent(?:age points?)?|percentage points?|points?|pp|pts?|x|×|\\times|-?times|"
    r"-?fold|dB|fps|[num]?s|sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|h|days?|years?|[KMGT]?i?B|[MGT]?(?:FLOPs?|MACs?|params?)|bits?|bpp|bpd|"
    r"[kMG]?Hz|[cmk]?m|nm|pixels?|px|°C?|degrees?|m?[WJ]|k?g|AP|mAP|mIoU|PQ|[KMBT]|million|billion",
    re.IGNORECASE,
)
_NAMES = re.compile(r"(?!(?:or|more|less|than|at|least|most)\b)\b[^\W\d_]{2,}")
_FORMER = re.compile(r"\d[\d.,]*\s?%?")  # "from 71.4% to 72.6%": what a value was before
Told = TypeVar("Told", StatementAnswer, ResultAnswer)


@dataclass(frozen=True, slots=True)
class RecordQuestion:
    """The question ``record`` as :mod:`survey.ask` sees it; its items are papers, and papers can share a call."""

    language: str = "English"
    name: str = "record"
    part: type[PaperAnswer] = PaperAnswer

    def label(self, item: Paper) -> str:
        """The paper's key."""
        return item.key

    def identity(self, item: Paper) -> object:
        """Title, abstract and language: what the answer depends on."""
        return [item.title, item.abstract, self.language]

    def values(self, items: Sequence[Paper]) -> RecordValues:
        """The papers with numbered sentences, under ids local to the prompt."""
        papers = (NumberedPaper(f"P{i}", p.title, evidence.sentences(p.abstract)) for i, p in enumerate(items, 1))
        return RecordValues(tuple(papers), self.language)

    def parts(self, answer: dict[str, object], items: Sequence[Paper]) -> Mapping[int, object]:
        """Each paper's first entry by position; an entry without an id counts only when one paper was asked about."""
        ids = {f"P{i}": i - 1 for i in range(1, len(items) + 1)}
        entries = answer.get("papers")
        found = [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
        if len(items) == 1 and len(found) == 1:
            return {0: found[0] | {"paper": "P1"}}
        placed_entries: dict[int, object] = {}
        for n, entry in enumerate(found, 1):
            placed_entries.setdefault(ids.get(str(entry.get("paper")), -n), entry)
        return placed_entries

    def check(self, item: Paper, part: PaperAnswer) -> Verdict[PaperAnswer]:
        """Keep what a sentence of the paper bears out, with that sentence's number; say why the rest can't be kept."""
        complaints = over_and_over(part)
        own_words = evidence.shares_words(self.language)
        borne = _kept(item, _first_of_each_field(part.statements), complaints, own_words)
        statements, misplaced = placed(borne, evidence.lines(item))
        held = [_borne_out(item, result) for result in _kept(item, part.results, complaints, own_words)]
        results, repeated = unrepeated(held, statements)
        complaints += [*misplaced, *repeated]
        if not statements and not results:
            return Verdict(None, tuple(complaints) or ("no statement was made about it",))
        return Verdict(PaperAnswer(paper="P", statements=statements, results=results), tuple(complaints))


def read_papers(
    asker: Asker, papers: Sequence[Paper], language: str
) -> tuple[dict[str, Record], Answered[PaperAnswer]]:
    """Every paper's record by key (no key for a paper that was left out), and what was answered."""
    answered = asker.ask(RecordQuestion(language), papers)
    by_key = {paper.key: paper for paper in papers}
    return {key: record_of(by_key[key], part) for key, part in answered.parts.items()}, answered


def in_full(
    asker: Asker, records: Mapping[str, Record], papers: Mapping[str, Paper], language: str
) -> dict[str, Record]:
    """``records`` that a model made just now, with what code reads of the same ``papers`` where the model left room.

    That is for readers and tables: what is asked about topics rests on a model's own records. In another language than
    the papers', whose words a survey's statements don't have, and without a model, records stay as they are.
    """
    question = RecordQuestion(language)
    if not (asker.counts_tokens(question.name) and evidence.shares_words(language)):
        return dict(records)
    closeness = asker.closeness(question.name)
    return {key: _completed(record, papers[key], question, closeness) for key, record in records.items()}


def _completed(record: Record, paper: Paper, question: RecordQuestion, closeness: float) -> Record:
    """A model's record with what code reads in the abstract, held to the same checks."""
    part = question.check(paper, read_alone(question.values([paper]).papers[0])).part
    return completed(record, record_of(paper, part), paper.title, closeness) if part else record


def record_of(paper: Paper, part: PaperAnswer) -> Record:
    """The record that a valid answer describes: sentence numbers become verbatim quotes, and "we" the paper."""
    lines = evidence.lines(paper)

    def quotes(numbers: Iterable[int]) -> tuple[str, ...]:
        return tuple(lines[n] for n in numbers)

    telling = [s for s in part.statements if not _only_title(s.text, paper)] or part.statements
    fields = {s.field: Statement(text=_of_the_paper(s.text), quotes=quotes(s.sentences)) for s in telling}
    results = tuple(
        Result(text=_of_the_paper(r.text), quotes=quotes(r.sentences), **{name: getattr(r, name) for name in _PARTS})
        for r in part.results
    )
    return Record(results=results, **fields)


def _only_title(text: str, paper: Paper) -> bool:
    """Whether ``text`` is a part of the paper's title, which stands beside it."""
    return normalised_title(text) in normalised_title(paper.title)


def _of_the_paper(text: str) -> str:
    """A statement that a model took over as its paper speaks, "We propose X", as one about it: "Proposes X"."""
    told = (in_third_person(one) for one in evidence.sentences(text))
    return " ".join(sentence(one) for one in told) if in_third_person(text) != text else text


def _first_of_each_field(statements: Iterable[StatementAnswer]) -> list[StatementAnswer]:
    """One statement a field: the first (a record has room for one; small models repeat themselves)."""
    first: dict[str, StatementAnswer] = {}
    for statement in statements:
        first.setdefault(statement.field, statement)
    return list(first.values())


def _kept(paper: Paper, told: Iterable[Told], complaints: list[str], own_words: bool) -> list[Told]:
    kept: list[Told] = []
    # One sentence may hold several results, which differ in their parts only.
    seen: set[tuple[str, tuple[object, ...]]] = set()
    for one in told:
        text = sentence(one.text)
        whole = text, _parts(one)
        if whole in seen or (problem := _problem(text)):
            complaints += [] if whole in seen else [problem]
            continue
        seen.add(whole)
        if not (text := evidence.whole_sentences(text, _LONG_TEXT)):
            complaints.append(f"“{plain(one.text)}” breaks off; one short sentence is enough")
            continue
        alignment = evidence.aligned(text, evidence.lines(paper), one.sentences)
        if not own_words and alignment.support < evidence.SUPPORT:
            alignment = _as_told(paper, one.sentences) or alignment
        if refusal := _refusal(paper, text, alignment):
            complaints.append(refusal)
        else:
            kept.append(one.model_copy(update={"text": text, "sentences": _with_its_data(paper, one, alignment)}))
    return kept


def _with_its_data(paper: Paper, one: Told, alignment: evidence.Alignment) -> list[int]:
    """The sentences that bear a statement out, and the one ahead of them that it named besides for its data."""
    lines, told, name = evidence.lines(paper), list(alignment.sentences), getattr(one, "dataset", None)
    if not name or any(name in lines[n] for n in told):
        return told
    return told + [n for n in one.sentences if 0 < n < min(told, default=0) and name in lines[n]][:1]


def _as_told(paper: Paper, sentences: Iterable[int]) -> evidence.Alignment | None:
    """The sentences that the model named itself: all there is to go by where texts are in another language."""
    there = sorted({n for n in sentences if 0 <= n < len(evidence.lines(paper))})
    return evidence.Alignment(tuple(there), evidence.SUPPORT) if there else None


def _parts(one: StatementAnswer | ResultAnswer) -> tuple[object, ...]:
    return tuple(getattr(one, name, None) for name in _PARTS)


def _problem(text: str) -> str:
    if not re.search(r"[^\W\d_]{2}", text):
        return "a statement had no text"
    return f"a statement had {len(text)} characters; one short sentence is enough" if len(text) > _LONGEST_TEXT else ""


def _refusal(paper: Paper, text: str, alignment: evidence.Alignment) -> str:
    lines = evidence.lines(paper)
    if absent := evidence.missing_numbers(text, [lines[n] for n in alignment.sentences]):
        return f"the number {absent[0]} in “{text}” is in no sentence that supports it"
    if markup := foreign_markup(text, " ".join(lines)):
        return f"“{text}” holds “{markup}”, which the paper doesn't"
    if alignment.support < evidence.SUPPORT:
        return f"no sentence of the paper supports “{text}”"
    return ""


def _borne_out(paper: Paper, result: ResultAnswer) -> ResultAnswer:
    """The result with only those of its parts that stand in its sentences, letter for letter but for case."""
    lines = evidence.lines(paper)
    there = evidence.folded(" ".join(lines[n] for n in result.sentences)).casefold()
    told = {name: plain(getattr(result, name) or "") for name in _PARTS}
    parts = {name: text if len(text) <= _LONGEST_PART else "" for name, text in told.items()}  # no whole sentence
    if not evidence.numbers(parts["value"]):  # "insights" is no value
        parts |= {"value": "", "unit": ""}
    if not _UNIT.fullmatch(parts["unit"]):  # "12" of "CNNs" is a count of things, "54.5" is no "instance"
        parts |= {"unit": ""} if parts["measure"] else {"unit": "", "value": ""}
    if not names_data(parts["dataset"]):
        parts |= {"dataset": ""}
    value = parts["baseline"].casefold()
    former = _FORMER.fullmatch(value) and re.search(rf"\bfrom (?:an? [\w@-]+ of )?{re.escape(value)}", there)
    if not (former or _NAMES.search(parts["baseline"])):  # "10 or more" is nobody to compare with
        parts |= {"baseline": ""}
    return result.model_copy(
        update={name: text if _stands(name, text, there) else None for name, text in parts.items()}
    )


def _stands(name: str, part: str, there: str) -> bool:
    """Whether a result's part stands in ``there``; of a measure each of what it has in brackets may: "AP (poses)"."""
    said = evidence.folded(part).casefold()
    pieces = re.split(r" \(|; |\)$", said) if name == "measure" else [said]
    return bool(said) and (said in there or all(piece in there for piece in pieces))
