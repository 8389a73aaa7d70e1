"""A topic's comparison table, laid out from checked records: short cells, nothing that no sentence bears out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from survey.bounds import before, bound
from survey.closing import restored
from survey.datasets import (
    counted_data,
    data_named,
    may_be_data,
    pretrained_with,
    trained_with,
    usual_name,
    usual_names,
)
from survey.document import Comparison, Row
from survey.owndata import made_data
from survey.records import Record, Result
from survey.shortforms import is_a_term
from survey.turns import turn
from survey.twofold import cell_of

COLUMNS = ("Approach", "Data", "Reported result")
_LEAST_FILLED = 0.2
_RESULTS_PER_CELL = 3
_NEAR = 60  # characters around a figure in which stands whether it rose
_NAMES_PER_CELL = 4
_NOUNS = {
    "converges": "convergence",
    "trains": "training",
    "infers": "inference",
    "runs": "running",
    "learns": "learning",
}
_TIMES = {"x", "×", "times", "-times", "-fold", "fold"}
_OF_A_CUT = re.compile(r"reduc|sav(?:ed|ing)|compress|drops?\b", re.IGNORECASE)
_LOST = re.compile(r"\b(?:accuracy|precision|recall|performance|AP|mAP|mIoU|PQ|score) loss$", re.IGNORECASE)
_OF_A_RISE = re.compile(r"speed-?up|accelerat|gain|improve|increas", re.IGNORECASE)
_QUICKENED = re.compile(r"\b(?:(?:accelerat|speed|sped)\w*(?: up)? (?:the |its |their )?|faster )$", re.IGNORECASE)
_DIRECTED = re.compile(
    r"(?:less|lesser|fewer|more|larger|smaller|bigger|greater|faster|slower|cheaper|shorter|higher|lower|better)\b"
)
_RAISED = re.compile(r"\b(?:increas|higher|rais|ris|rose)|\d\S* more\b", re.IGNORECASE)
_HELD = re.compile(r" \([^()]+\)$")
_SHORTENED = re.compile(r"\bshorten(?:s|ed|ing)?\b", re.IGNORECASE)
_LOW = re.compile(r"\b(?:costs?|prices?|rates?|errors?|overheads?|latenc(?:y|ies)|scores?|loss(?:es)?|requirements)$")
_BEST_LOW = re.compile(
    r"(?:\b|_)(?:loss|errors?(?: rates?)?|perplexity|PPL|[gr]?FID|FVD|NIQE|BRISQUE|KID|N?RMSE|S?MAPE|MAE|MSE|"
    r"(?!answer|power|lower)\w*WER|CER|EER|DER|LPIPS|"
    r"FPR\d*|EPE|"
    r"(?:PA-)?MPJPE|NLL|HD\d*|ASSD|A[TP]?E|(?:run)?time|min[AF]DE|[AF]DE|ECE|latency|distances?|mortality|"
    r"false positives?)\b",
    re.IGNORECASE,
)
_OF_DATA = re.compile(
    r"\b(?:data ?sets?(?! [a-z]+(?:tion|ing)\b)|benchmarks?|corpus|corpora|challenge|collection)\b", re.IGNORECASE
)


def comparison(
    keys: Iterable[str], records: Mapping[str, Record], titles: Mapping[str, str] | None = None
) -> Comparison:
    """The table of one topic, a row for each paper that has anything to show; without rows when there is too little.

    A column that few rows fill is left out: what it would say stands in the text. A title's subtitle stands for what a
    paper makes where its record tells only the background.
    """
    named = titles or {}
    rows = [Row(paper=key, cells=_cells(records[key], named.get(key, ""))) for key in keys if key in records]
    rows = [row for row in rows if any(row.cells)]
    least = max(1, round(_LEAST_FILLED * len(rows)))
    kept = [i for i in range(len(COLUMNS)) if sum(bool(row.cells[i]) for row in rows) >= least]
    rows = [row for row in rows if any(row.cells[i] for i in kept)]
    if len(rows) < 2:
        return Comparison()
    return Comparison(
        columns=tuple(COLUMNS[i] for i in kept),
        rows=tuple(Row(paper=row.paper, cells=tuple(row.cells[i] for i in kept)) for row in rows),
    )


def _cells(record: Record, title: str) -> tuple[str, ...]:
    told = [statement for statement in (record.contribution, record.method) if statement]
    found = [result.text for result in record.results]
    whole = [restored(one.text, one.quotes) for one in told]
    return (
        cell_of([one.text for one in told], title, found, whole),
        _data(record, _tool_name(title)),
        results_phrase(record.results),
    )


def results_phrase(results: Iterable[Result]) -> str:
    """The first results that say what was measured, told together where they are alike.

    "54.5 AP, 59.4 PQ on COCO; 60.8 mIoU on ADE20K (against MaskFormer)": a baseline stands behind the last it is of.
    """
    told = dict.fromkeys(_parts(one) for one in unlike(results) if _says_what(one))
    shown = ""
    last: tuple[str, str] = ("", "")
    for value, place, baseline in _once_each(list(told)[:_RESULTS_PER_CELL]):
        if not shown:
            shown = value
        elif last == (place, baseline):
            shown += f", {value}"
        else:
            shown += f"{last[0]}{last[1] if last[1] != baseline else ''}; {value}"
        last = place, baseline
    return f"{shown}{''.join(last)}"


def _once_each(told: Sequence[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """The parts of results; what several hold under stands behind the last only: "4x faster A, 2x faster B (on C)"."""
    for i, (value, place, baseline) in enumerate(told):
        held = _HELD.search(value)
        following = told[i + 1] if held and i + 1 < len(told) else ("", "", "")
        again = held and following[1:] == (place, baseline) and following[0].endswith(held[0])
        yield value.removesuffix(held[0]) if held and again else value, place, baseline


def unlike(results: Iterable[Result]) -> list[Result]:
    """Of results that only their values tell apart the first, for a table that has no room for their sentences."""
    first: dict[tuple[str | None, ...], Result] = {}
    for one in results:
        place = usual_name(one.dataset or ""), one.baseline, change(one) if one.value else one.text
        first.setdefault(((one.measure or "").casefold(), *place), one)
    return list(first.values())


def _says_what(one: Result) -> bool:
    """Whether a figure says what it is of: "12 on ImageNet" doesn't."""
    return bool(one.value and (one.measure or (one.dataset and one.unit)))


def _parts(one: Result) -> tuple[str, str, str]:
    """A result's value with its measure, where it was measured, what it is compared with."""
    alone = result_phrase(one.model_copy(update={"dataset": None, "baseline": None}))
    return (
        alone,
        f" on {reported_on(one.dataset)}" if one.dataset else "",
        f" (against {one.baseline})" if one.baseline else "",
    )


def _data(record: Record, own: str = "") -> str:
    """The data sets by name; without a name, how many of what. "Three data sets" says nothing, and isn't shown.

    Nor is the paper's ``own`` name: what is tried on data is no data.
    """
    sentences = [quote for said in (*record.results, record.data) if said for quote in said.quotes]
    told = [result.dataset for result in record.results if result.dataset]
    reported = {name for listed in told for name in usual_names(listed)}
    whole = " ".join(quote for said in record.statements() for quote in said.quotes)
    named = data_named(told, record.data.text if record.data else "", sentences, own)
    named = [name for name in named if not is_a_term(name, whole)]
    if named:
        shown = (_with_use(name, sentences, told=name not in reported) for name in named[:_NAMES_PER_CELL])
        return ", ".join(shown) + (" and others" if len(named) > _NAMES_PER_CELL else "")
    own_data = made_data(record.contribution.text) if record.contribution else ""
    if own_data and may_be_data(own_data):  # "a benchmark of small VLMs" has no name
        return own_data
    return counted_data(record.data.text) if record.data else ""


def _with_use(name: str, sentences: Sequence[str], told: bool) -> str:
    """``name``, and where its sentences say that a model was (pre-)trained with it, that: no figure is of it.

    That one was trained on it is said only where no result names the data, but a statement has ``told`` of them.
    """
    how = pretrained_with(name, sentences) or (trained_with(name, sentences) if told else "")
    return f"{name} ({how}{'' if how.endswith('ing') else ' on'})" if how else name


def _tool_name(title: str) -> str:
    """The name before a title's colon, unless that is a data set's: "CSAW-M: An Ordinal Classification Dataset"."""
    name, _, subtitle = title.partition(":")
    return "" if _OF_DATA.search(subtitle) else name.strip()


def result_phrase(result: Result) -> str:
    """A result as a table shows it: "72.4 % top-1 accuracy on ImageNet-1K (against DeiT)"; empty without a value."""
    if not result.value:
        return ""
    joined = _cut_by(result) or figure(result)
    told = result.measure and result.measure.casefold() in _counted(result).casefold()
    measure = f" {measure_told(result)}" if result.measure and not told else ""
    dataset = f" on {reported_on(result.dataset)}" if result.dataset else ""
    baseline = f" (against {result.baseline})" if result.baseline else ""
    return f"{joined}{measure}{dataset}{baseline}"


def _cut_by(result: Result) -> str:
    """A cut with its bound, as it stands before its measure: "up to 40% less", "over 60% fewer"; else empty."""
    told, counted, measure = bounded(result), _counted(result), _plain(result.measure or "")
    if not (told and measure and re.match(r"−[\d.,]+\s?%?$", counted)):
        return ""
    return f"{told} {counted[1:]} {_how_cut(measure.split(' of ')[0])}"


def _how_cut(measure: str) -> str:
    """What a measure that was cut is: "fewer" tokens, "lower" costs, "less" memory."""
    if _LOW.search(measure):
        return "lower"
    return "fewer" if re.search(r"(?<!s)s$", measure) else "less"


def _is_shortened(result: Result) -> bool:
    """Whether the sentence says that what is measured is shortened, not that there is less of it."""
    verb, measure = _SHORTENED.search(result.text), _plain(result.measure or "\0")
    return verb is not None and measure in result.text[verb.end() : verb.end() + len(measure) + 20]


def figure(result: Result) -> str:
    """A result's value with its bound, its sign and its unit: "72.4%", "+3.1 points", "up to 2.5x"."""
    told = bounded(result)
    return before(told, _counted(result))


def bounded(result: Result) -> str:
    """How exact a result's value is, in its sentence's words; "" without any, or where its measure says it."""
    told = bound(result.quotes, result.value or "", result.unit or "")
    measure = f" {(result.measure or '').casefold()} ".replace("over union", "")  # which bounds nothing
    said = f" {told} " in measure  # "over" isn't said by "overall accuracy"
    return "" if said else told


def _counted(result: Result) -> str:
    """A result's value with its sign and its unit."""
    value = result.value or ""
    unit = "" if value.endswith(result.unit or "") else result.unit or ""
    return f"{signed(result)}{'' if unit in {'%', 'x', 'X', '×'} or unit.startswith('-') else ' '}{unit}".strip()


def reported_on(dataset: str) -> str:
    """What a result was reported on, each data set as most papers write it."""
    return " and ".join(usual_names(dataset)) if "," not in dataset else dataset


def measure_told(result: Result) -> str:
    """A result's measure; how many times less of it there is, is said."""
    measure = _quicker((result.measure or "").replace("ccuracies", "ccuracy"))
    plain = _plain(measure)
    told = _OF_A_CUT.search(plain) or _DIRECTED.match(plain) or _OF_A_RISE.search(plain)
    fewer = result.unit in _TIMES and not told and change(result) == "reduction"
    if not told and _is_quickened(result):
        return f"faster {measure}"
    if not told and _is_shortened(result) and "length" not in plain:
        return f"shorter {measure}"
    return f"less {measure}" if fewer else measure


def _quicker(measure: str) -> str:
    """What is done faster, as a noun: "faster convergence" of "faster (converges)", "faster training"."""
    found = re.fullmatch(r"(?P<how>faster|slower) \((?P<what>[a-z]+)\)", measure)
    what = found and (found["what"] if found["what"].endswith("ing") else _NOUNS.get(found["what"]))
    return f"{found['how']} {what}" if found and what else measure


def _plain(measure: str) -> str:
    """A measure without what is told in brackets behind it: the task, the condition."""
    return measure.partition(" (")[0]


def _is_quickened(result: Result) -> bool:
    """Whether the sentence says that what is measured goes faster: "accelerates training by 40%"."""
    at = result.text.find(_plain(result.measure or "\0"))
    return at > 0 and bool(_QUICKENED.search(result.text[:at]))


def change(result: Result) -> Literal["gain", "reduction"] | None:
    """Whether a result's value is by how much something rose or fell, as its sentence says; else it is the value.

    A loss that is improved has fallen.
    """
    value, measure = result.value or "", _plain(result.measure or "")
    found = (turn(text, value) for text in (result.text, *result.quotes))
    told = next((told for told in found if told), "gain" if value.startswith("+") else None)
    at = max(0, result.text.find(value))
    risen = (
        value.startswith("+")
        or _RAISED.search(result.text, max(0, at - _NEAR), at + _NEAR)
        or not _BEST_LOW.search(measure)
    )
    return "reduction" if told == "gain" and not risen else told


def signed(result: Result) -> str:
    """A result's value; one that says how much was gained or cut has its sign, unless its measure or unit says that."""
    value, measure = result.value or "", _plain(result.measure or "")
    if not re.match(r"\+?\d", value) or result.unit in _TIMES or _DIRECTED.match(measure) or _is_quickened(result):
        return value
    if _is_shortened(result) and "length" not in measure:
        return value
    turned = change(result)
    if turned == "reduction" and (_OF_A_CUT.search(measure) or _LOST.search(measure) or _OF_A_RISE.search(measure)):
        return value
    return {"gain": "+", "reduction": "−", None: ""}[turned] + value.lstrip("+")
