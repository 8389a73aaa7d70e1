"""On how many data sets the figures of a sentence hold, where it counts them and names none.

"Evaluations across seven benchmark datasets show that it cuts the error by 42%": "(across seven benchmark datasets)".
"""

import re
from collections.abc import Sequence

from survey.models.extractive.measures import is_cost, is_multiple
from survey.models.extractive.names import data_names
from survey.models.extractive.qualified import spans, with_setting
from survey.models.extractive.reported import Result
from survey.voice import without_more
from survey.words import small

_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|[1-9]\d)"
_SEVERAL = re.compile(
    rf"\b(?P<what>(?:[Oo]n|[Aa]cross|[Oo]ver) (?:the |all |a total of )?{_COUNT} "
    r"(?:(?!and\b|or\b)[a-z\d][\w-]* ){0,3}"
    r"(?:data ?sets|benchmarks|corpora))\b(?! \(|,? (?:such as|including|namely|like)\b|:)"
)
_ANY = re.compile(r"\b(?:data ?sets?|benchmarks?(?! data)|corpora|corpus)\b")
_TOLD = re.compile(r" \([^()]*\b(?:on|in|across|over)\b")
# What opens the sentence holds for all of it, for costs too
_OPENS = re.compile(r"(?:[^,;]{0,60}\b(?:[Ee]xperiment|[Ee]valuat|[Rr]esults|[Tt]est|[Vv]alidat|[Aa]nalys)\w*,? )?$")
_NEXT_CLAUSE = re.compile(r"[;:]|\.(?!\d)|, (?:and|but|while|whereas) (?:on|for|in|across)\b")


def averaged(results: Sequence[Result], text: str) -> list[Result]:
    """The results, each with the counted data sets that its sentence says it was found on."""
    found = list(_SEVERAL.finditer(text)) if len(_ANY.findall(text)) == 1 else []
    if len(found) != 1 or data_names(text):
        return list(results)
    placed = zip(results, spans(results, text), strict=True)
    return [_on_them(one, text, found[0], *span) if _wants(one) else one for one, span in placed]


def _wants(one: Result) -> bool:
    return bool(one.measure and not one.dataset and not _TOLD.search(one.measure))


def _on_them(one: Result, text: str, found: re.Match[str], start: int, end: int) -> Result:
    if (is_cost(one.measure) or is_multiple(one.unit)) and not _OPENS.match(text[: found.start()]):
        return one
    between = text[end : found.start()] if found.start() >= end else text[found.end() : start]
    return one if _NEXT_CLAUSE.search(between) else with_setting(one, without_more(small(found["what"])))
