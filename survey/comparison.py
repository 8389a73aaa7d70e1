"""A topic's comparison table, laid out from checked records: short cells, nothing that no sentence bears out."""

import re
from collections.abc import Iterable, Mapping

from survey.document import Comparison, Row
from survey.records import Record, Result, Statement

COLUMNS = ("Approach", "Data", "Reported result")
_LONGEST_CELL = 90
_RESULTS_PER_CELL = 2
_NAMES_PER_CELL = 3
_MAKING = re.compile(
    r"\b(?:propos|introduc|present|develop|design|employ|leverag|appl|adopt|formulat|combin|us|build|devis|adapt)"
    r"(?:e|es|y|ies|s|ing)?\s+(?:an?\s+|the\s+|its\s+|their\s+)?"
    r"(?:(?:new|novel|(?:simple|general)[ ,]+(?:yet|but|and)\s+"
    r"(?:effective|efficient|general|powerful|versatile)),?\s+)*(?P<made>(?!(?:and|or|to|but|as|into|in|of|that|how|this|"
    r"these|such|it|them|both|with|for|by|only|on)\b)\S.+)",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\s*(?:[;:]\s|,\s+(?:which|that|to|and|where|while|by|using|with|in|for|so|thereby|allowing|enabling|based)\b"
    r"|\s--?-?\s|\s[–—]\s|\s(?:that|which|where|while|whose|when|because|so that|in order to|to|by \w+ing|using|wherein"
    r"|and (?:then )?\w+s)\s)\s*"
)
_FIRST_BREAK_FROM = 22
_PURPOSE = re.compile(
    r"^(?:(?:in order )?to|by|unlike|despite|since|with|for|because|through|based on|although|while|instead of"
    r"|rather than|without|after|when)\b[^,]{3,120},\s+"
    r"(?:the authors\s+)?(?=\S+ \S+ \S+ \S+)",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?:[\s,]+(?:in|of|is|are|was|the|an?|with|by|for|to|and|or|on|from|as|at|its|their|those|this|these|gets|into|via))+$",
    re.IGNORECASE,
)
_NO_DATA = re.compile(
    r"(?:SOTA|SoTA|CNNs?|ViTs?|LLMs?|MLLMs?|VLMs?|CTR|GPUs?|RGB(?:-D)?|AI|ML|NLP|GANs?|MLPs?|API|SAEs?|MIM|MAE|LT|MR|CV"
    r"|3D|2D|OOD|QA|AUs?|ADL|GitHub|BERT|CLIP)"
)
_DATA_NAME = re.compile(r"\b(?:[A-Z][a-z]*[A-Z0-9][\w+-]*|[A-Z]{2,}[\w+-]*)(?:[ -](?:[A-Z0-9][\w.+-]*|v\d+))*")
_DATA_COUNT = re.compile(
    r"\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|multiple|various|diverse)\s"
    r"(?:[\w/-]+\s){0,4}?"
    r"(?:data ?sets|benchmarks|corpora|tasks|images|videos|participants|patients|subjects|languages)\b",
    re.IGNORECASE,
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
    results = [text for result in record.results if (text := result_phrase(result))]
    shown = list(dict.fromkeys(results))[:_RESULTS_PER_CELL]
    return _approach(record), _data(record), "; ".join(shown)


def _approach(record: Record) -> str:
    """What the paper makes or uses, from its method, else from its contribution; else how its contribution begins."""
    texts = [statement.text for statement in (record.method, record.contribution) if statement]
    made = next((text for text in texts if _made(text)), None) or next(reversed(texts), "")
    return phrase(made)


def _data(record: Record) -> str:
    """The data sets by name; without a name, how many of what."""
    named = list(dict.fromkeys(result.dataset for result in record.results if result.dataset))
    if not named and record.data:
        named = list(dict.fromkeys(_data_names(record.data)))
    if named:
        return ", ".join(named[:_NAMES_PER_CELL]) + (" …" if len(named) > _NAMES_PER_CELL else "")
    counts = _DATA_COUNT.search(record.data.text) if record.data else None
    return counts[0] if counts else ""


def _data_names(statement: Statement) -> list[str]:
    """Names that stand behind "on", "data set", "benchmark" and the like in a statement about data."""
    behind = re.split(r"\b(?:on|dataset|datasets|data|benchmark|benchmarks|corpus|from|challenge)\b", statement.text)[
        1:
    ]
    names = [found[0] for part in behind for found in _DATA_NAME.finditer(part)]
    return [name for name in names if not _NO_DATA.fullmatch(name)]


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
    """What a statement is about, in at most ``longest`` characters.

    What is proposed, introduced or used, where the statement says that early on, up to the first break between phrases;
    else the statement's start. Whole words, no full stop; a cut within a phrase is marked.
    """
    text = _PURPOSE.sub("", text.strip().rstrip(". "), count=1)
    text = _made(text) or text
    cut = next((m.start() for m in _BREAK.finditer(text) if m.start() >= _FIRST_BREAK_FROM), len(text))
    shown = text[: cut if cut <= longest else max(0, text.rfind(" ", 0, longest)) or longest]
    shown = _DANGLING.sub("", _closed(shown)).rstrip(" ,;:-–—")
    return _capital(shown[:1]) + shown[1:] + (" …" if cut > longest else "")


def _capital(letter: str) -> str:
    """The capital of a plain letter; others stay, for a capital may be two letters or another one's."""
    return letter.upper() if letter.isascii() else letter


def _made(text: str) -> str:
    """What ``text`` says is proposed, introduced or used, if it says so in its first half; else nothing."""
    found = _MAKING.search(text)
    return (
        found["made"] if found and found.start() <= len(text) // 2 and len(found["made"]) >= _FIRST_BREAK_FROM else ""
    )


def _closed(text: str) -> str:
    """``text`` without a bracket that was opened and, by the cut, never closed."""
    return text if text.count("(") <= text.count(")") else text[: text.rindex("(")].rstrip()
