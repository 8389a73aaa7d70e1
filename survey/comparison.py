"""A topic's comparison table, laid out from checked records: short cells, nothing that no sentence bears out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from survey.document import Comparison, Row
from survey.records import Record, Result, Statement
from survey.turns import turn

COLUMNS = ("Approach", "Data", "Reported result")
_LONGEST_CELL = 90
_LEAST_FILLED = 0.2
_RESULTS_PER_CELL = 3
_NAMES_PER_CELL = 3
_FLUFF = (
    r"(?:(?:(?:simple|general|conceptually simple|small)[ ,]+(?:yet|but|and)\s+"
    r"(?:effective|efficient|general|powerful|versatile|strong)"
    r"|new|novel|simple|general|efficient|effective|powerful|flexible|versatile|unified|lightweight|innovative),?\s+"
    r"(?:and\s+(?=novel|new))?)*"
)
_MAKING = re.compile(
    r"\b(?:(?:propos|introduc|present|develop|design|formulat|devis|creat|deriv)(?:e|es|s|ing)?"
    r"|(?:employ|leverag|appl|adopt|combin|us|build|adapt)(?:e|es|y|ies|s)?)\s+(?:an?\s+|the\s+|its\s+|their\s+)?"
    rf"{_FLUFF}(?P<made>(?!(?:and|or|to|but|as|into|in|of|that|how|this|these|such|it|them|both|with|for|by|only|on"
    r"|which|who|whose|when|where|at|from|is|are|within|among)\b)\S.+)",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"^(?:the authors\s+|(?:the|this)\s+(?:\w+\s+)?(?:study|review|paper|article|work)\s+)?"
    r"(?:aim(?:s|ed)?|attempt(?:s|ed)?|seeks?|sought|tr(?:y|ies|ied)|proposes?|wants?|strives?)\s+to\s+"
    r"|^(?:the|an?|our)\s+(?:main\s+|primary\s+)?(?:aim|objective|purpose|goal)s?\s+(?:of\s+(?:this|the)\s+(?:[\w-]+\s+){1,3})?"
    r"(?:is|was|were|are)\s+to\s+",
    re.IGNORECASE,
)
_FINDING = re.compile(
    r"^(?:the authors\s+)?(?:shows?|showed|demonstrates?|finds?|found|observes?|observed|reveals?|proves?|argues?"
    r"|claims?|confirms?|concludes?|suggests?)(?: \w+ly)? that\s+",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\s*(?:[;:]\s|,\s+(?:which|that|to|and|where|while|by|using|with|in|for|so|thereby|allowing|enabling|based|as)\b"
    r"|\s--?-?\s|\s[–—]\s|\s(?:that|which|where|while|whose|when|because|so that|in order to|to|by \w+ing|using|wherein"
    r"|and (?:then |also |further )?(?:shows?|demonstrates?|proves?|evaluates?|introduces?|proposes?|presents?|finds?"
    r"|achieves?|analy[sz]es?|provides?|applies|uses?|validates?|explores?|investigates?|studies))\s)\s*"
)
_WEAK_BREAK = re.compile(r",?\s(?=(?:for|with|by|from|in|on|via|through|under|over|across|at|into|to)\s)|,\s")
_NO_BREAK_BEHIND = re.compile(
    r"\b(?:leads?|leading|able|designed|tailored|appli\w+|due|according|similar|relative|robust|sensitive|compared"
    r"|ability|related|adapt\w*|transfer\w*|known|used|up|close|equivalent|specific|attention|capable|needs?|access"
    r"|aim|aims|order|attempts?|efforts?|tends?|likely|due|objective|goal)$",
    re.IGNORECASE,
)
_CALLING = re.compile(r"\b(?:depends?|relies|rely|focus\w*|consists?|suffers?|differs?|results?|leads?|refers?)$")
_SAYING_LITTLE = frozenset(
    """
    a an the of and or for to in on with by from novel new approach method framework model module system technique
    strategy algorithm architecture network mechanism scheme called named termed dubbed designed simple effective
    efficient first general solution task paradigm based two three variants each component
    """.split()
)
_LEAST_TELLING = 3
_FIRST_BREAK_FROM = 22
_PURPOSE = re.compile(
    r"^(?:(?:in order )?to|by|in|on|from|using|employing|applying|following|unlike|despite|since|with|for"
    r"|because|through|based on|although|while|instead of|rather than|without|after|when|towards?|given|considering"
    r"|taking|achieved by|motivated by|inspired by|stacking|where|whereas)\b"
    r"(?:.{3,160}?,\s+the authors\s+|[^,]{3,120},\s+)(?=\S+ \S+ \S+ \S+)",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?:[\s,]+(?:in|of|is|are|was|were|been|the|an?|with|by|for|to|and|or|on|from|as|at|its|their|those|this|these|gets"
    r"|into|via|both|able|capable|designed|called|termed|that|which|due|based|trained|trained solely|referred|known"
    r"|tailored|with the aim|aim|imposed|engineered|used|extracted|adapting|deciding|determining|demonstrates?"
    r"|and \w+ing|specifically))+$",
    re.IGNORECASE,
)
_TIMES = {"x", "×", "times", "-times", "-fold", "fold"}
_OF_A_CUT = re.compile(r"reduc|sav(?:ed|ing)|compress|drop", re.IGNORECASE)
_OF_A_RISE = re.compile(r"speed-?up|accelerat|gain|improve|increas", re.IGNORECASE)
_DIRECTED = re.compile(r"(?:less|lesser|fewer|more|larger|smaller|bigger|greater|faster|slower|higher|lower|better)\b")
_RAISED = re.compile(r"\b(?:increas|higher|rais|ris|rose)", re.IGNORECASE)
_BEST_LOW = re.compile(r"\b(?:loss|errors?|perplexity|PPL|FID|RMSE|MAE|MSE|WER|CER|EER|latency)\b")
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
    """The table of one topic, a row for each paper that has anything to show; without rows when there is too little.

    A column that few rows fill is left out: what it would say stands in the text.
    """
    rows = [Row(paper=key, cells=_cells(records[key])) for key in keys if key in records]
    rows = [row for row in rows if any(row.cells)]
    least = max(1, round(_LEAST_FILLED * len(rows)))
    kept = [i for i in range(len(COLUMNS)) if sum(bool(row.cells[i]) for row in rows) >= least]
    if len(rows) < 2 or not kept:
        return Comparison()
    return Comparison(
        columns=tuple(COLUMNS[i] for i in kept),
        rows=tuple(Row(paper=row.paper, cells=tuple(row.cells[i] for i in kept)) for row in rows),
    )


def _cells(record: Record) -> tuple[str, ...]:
    return _approach(record), _data(record), results_phrase(record.results)


def results_phrase(results: Iterable[Result]) -> str:
    """The first results that say what was measured, told together where they are alike.

    "54.5 AP, 59.4 PQ on COCO; 60.8 mIoU on ADE20K (against MaskFormer)": a baseline stands behind the last it is of.
    """
    told = dict.fromkeys(_parts(one) for one in results if one.value and (one.measure or one.dataset))
    shown = ""
    last: tuple[str, str] = ("", "")
    for value, place, baseline in list(told)[:_RESULTS_PER_CELL]:
        if not shown:
            shown = value
        elif last == (place, baseline):
            shown += f", {value}"
        else:
            shown += f"{last[0]}{last[1] if last[1] != baseline else ''}; {value}"
        last = place, baseline
    return f"{shown}{''.join(last)}"


def _parts(one: Result) -> tuple[str, str, str]:
    """A result's value with its measure, where it was measured, what it is compared with."""
    alone = result_phrase(one.model_copy(update={"dataset": None, "baseline": None}))
    return alone, f" on {one.dataset}" if one.dataset else "", f" (against {one.baseline})" if one.baseline else ""


def _approach(record: Record) -> str:
    """What the paper makes or does, from its contribution, else from its method; else how its contribution begins."""
    texts = [statement.text for statement in (record.contribution, record.method) if statement]
    made = next((text for text in texts if _made(_PURPOSE.sub("", text, count=1))), None) or next(iter(texts), "")
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
    unit = "" if result.value.endswith(result.unit or "") else result.unit or ""
    joined = f"{signed(result)}{'' if unit in {'%', 'x', '×'} else ' '}{unit}".strip()
    measure = f" {_measure(result)}" if result.measure and result.measure.casefold() not in joined.casefold() else ""
    dataset = f" on {result.dataset}" if result.dataset else ""
    baseline = f" (against {result.baseline})" if result.baseline else ""
    return f"{joined}{measure}{dataset}{baseline}"


def _measure(result: Result) -> str:
    """A result's measure; how many times less of it there is, is said."""
    measure = result.measure or ""
    told = _OF_A_CUT.search(measure) or _DIRECTED.match(measure) or _OF_A_RISE.search(measure)
    fewer = result.unit in _TIMES and not told and change(result) == "reduction"
    return f"less {measure}" if fewer else measure


def change(result: Result) -> Literal["gain", "reduction"] | None:
    """Whether a result's value is by how much something rose or fell, as its sentence says; else it is the value.

    A loss that is improved has fallen.
    """
    value, measure = result.value or "", result.measure or ""
    found = (turn(text, value) for text in (result.text, *result.quotes))
    told = next((told for told in found if told), "gain" if value.startswith("+") else None)
    risen = value.startswith("+") or _RAISED.search(result.text) or not _BEST_LOW.search(measure)
    return "reduction" if told == "gain" and not risen else told


def signed(result: Result) -> str:
    """A result's value; one that says how much was gained or cut has its sign, unless its measure or unit says that."""
    value, measure = result.value or "", result.measure or ""
    if not re.match(r"\+?\d", value) or result.unit in _TIMES or _DIRECTED.match(measure):
        return value
    turned = change(result)
    if turned == "reduction" and _OF_A_CUT.search(measure):
        return value
    return {"gain": "+", "reduction": "−", None: ""}[turned] + value.lstrip("+")


def phrase(text: str, longest: int = _LONGEST_CELL) -> str:
    """What a statement is about, in at most ``longest`` characters.

    What is proposed, introduced or used, where the statement says that early on, up to the first break between phrases
    that leaves enough to tell; else the statement's start. Whole words, no full stop; a cut within a phrase is marked.
    """
    text = _PURPOSE.sub("", text.strip().rstrip(". "), count=1)
    text = _AIM.sub("", _FINDING.sub("", _made(text) or text))
    cut = next((at for at in _breaks(text) if _tells(text[:at])), len(text))
    mark = ""
    if cut > longest:
        weak = [at for at in _weak_breaks(text) if at <= longest and _tells(text[:at])]
        cut, mark = (weak[-1], "") if weak else (max(0, text.rfind(" ", 0, longest)) or longest, " …")
    shown = _DANGLING.sub("", _closed(text[:cut])).rstrip(" ,;:-–—")
    return _capital(shown[:1]) + shown[1:] + mark


def _breaks(text: str) -> Iterator[int]:
    """Where phrases of ``text`` end."""
    for found in _BREAK.finditer(text):
        if not (found[0].strip() == "to" and _NO_BREAK_BEHIND.search(text[: found.start()])):
            yield found.start()


def _weak_breaks(text: str) -> Iterator[int]:
    """Where ``text`` could be cut before a preposition, unless the word before calls for it."""
    starts = (found.start() for found in _WEAK_BREAK.finditer(text))
    return (at for at in starts if not _CALLING.search(text[:at]))


def _tells(head: str) -> bool:
    """Whether the start of a phrase says enough by itself."""
    words = re.findall(r"\w[\w-]*", head.casefold())
    return len(head) >= _FIRST_BREAK_FROM and sum(word not in _SAYING_LITTLE for word in words) >= _LEAST_TELLING


def _capital(letter: str) -> str:
    """The capital of a plain letter; others stay, for a capital may be two letters or another one's."""
    return letter.upper() if letter.isascii() else letter


def _made(text: str) -> str:
    """What ``text`` says is proposed, introduced or used, if it says so in its first half; else nothing."""
    found = _MAKING.search(text)
    early = found is not None and found.start() <= len(text) // 2 and len(found["made"]) >= _FIRST_BREAK_FROM
    return found["made"] if found and early else ""


def _closed(text: str) -> str:
    """``text`` without a bracket that was opened and, by the cut, never closed."""
    return text if text.count("(") <= text.count(")") else text[: text.rindex("(")].rstrip()
