"""A topic's comparison table, laid out from checked records: short cells, nothing that no sentence bears out."""

import re
from collections.abc import Iterable, Mapping

from survey.document import Comparison, Row
from survey.records import Record, Result

COLUMNS = ("Approach", "Data", "Reported result")
_LONGEST_CELL = 90
_RESULTS_PER_CELL = 2
_BREAKS = re.compile(
    r"(?:;|:|,| -- | – | — |\bwhich\b|\bthat\b|\bwhere\b|\bby\b|\busing\b|\bwhile\b|\bin order to\b|\bto\b|\band\b)\s"
)


def comparison(keys: Iterable[str], records: Mapping[str, Record]) -> Comparison:
    """The table of one topic, a row for each paper that has anything to show; without rows when there is too little."""
    rows = [Row(paper=key, cells=_cells(records[key])) for key in keys if key in records]
    rows = [row for row in rows if any(row.cells)]
    kept = [i for i in range(len(COLUMNS)) if any(row.cells[i] for row in rows)]
    if len(rows) < 2 or not kept:
        return Comparison()
    return Comparison(
        columns=tuple(COLUMNS[i] for i in kept),
        rows=tuple(Row(paper=row.paper, cells=tuple(row.cells[i] for i in kept)) for row in rows),
    )


def _cells(record: Record) -> tuple[str, ...]:
    approach = record.method or record.contribution
    datasets = list(dict.fromkeys(result.dataset for result in record.results if result.dataset))
    data = ", ".join(datasets[:3]) or (phrase(record.data.text) if record.data else "")
    return phrase(approach.text) if approach else "", data, "; ".join(_results(record))


def _results(record: Record) -> list[str]:
    shown = [text for result in record.results if (text := result_phrase(result))]
    return list(dict.fromkeys(shown))[:_RESULTS_PER_CELL]


def result_phrase(result: Result) -> str:
    """A result as a table shows it: "72.4 % top-1 accuracy on ImageNet-1K (against DeiT)"; empty without a value."""
    if not result.value:
        return ""
    unit = result.unit or ""
    joined = f"{result.value}{'' if unit in {'%', 'x', '×'} else ' '}{unit}".strip()
    measure = f" {result.measure}" if result.measure and result.measure.casefold() not in joined.casefold() else ""
    dataset = f" on {result.dataset}" if result.dataset else ""
    baseline = f" (against {result.baseline})" if result.baseline else ""
    return f"{joined}{measure}{dataset}{baseline}"


def phrase(text: str, longest: int = _LONGEST_CELL) -> str:
    """The start of ``text`` up to a break between phrases, at most ``longest`` characters: whole words, no full stop."""
    text = text.rstrip(". ")
    if len(text) <= longest:
        return text
    breaks = [match.start() for match in _BREAKS.finditer(text, 20, longest)]
    at = breaks[-1] if breaks else text.rfind(" ", 0, longest)
    return text[:at].rstrip(" ,;:-–—") + ("" if breaks else " …")
