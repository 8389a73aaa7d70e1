"""What models get wrong about one paper, small ones most of all: the same thing over and over, a text in a wrong field.

(Texts that no sentence bears out, numbers that stand nowhere and the like are found where a text is laid beside its
sentence, in :mod:`survey.reading`; what needs the whole reply, in :mod:`survey.judging`.)
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from survey.papers import normalised_title
from survey.questions import PaperAnswer, ResultAnswer, StatementAnswer
from survey.replies import plain

_OF_DATA = re.compile(
    r"\bdata|\bcorp(us|ora)\b|\bbench|\b(image|video|photo|scan|text|document|paper|article|abstract|question|quer(y|ie)"
    r"|sample|example|sentence|token|task|trial|case|patient|participant|subject|user|annotat\w+|label|record|log|trace"
    r"|simulat\w+|measurement|survey|interview|recording|clip|scene|frame|pair|instance|hour|language|environment|game"
    r"|trajector(y|ie)|observation|cohort|population|stud(y|ie)|experiment|collect\w+|train\w*|evaluat\w+|test\w*)s?\b"
    r"|\d|\b[A-Z]\w*[A-Z0-9]\w*\b",
    re.IGNORECASE,
)
_OF_LIMITS = re.compile(
    r"\b(limit\w*|however|but|yet|although|though|despite|while|whereas|except|unless|unable|cannot|can't|can not"
    r"|not?|never|none|nor|without|only|still|fail\w*|lack\w*|miss\w*|short\w*|weak\w*|wors\w+|poor\w*|bad\w*|hard\w*"
    r"|difficult\w*|challeng\w*|open|future|remain\w*|unclear|unknown|uncertain\w*|unsolved|unexplored|caveat\w*"
    r"|drawback\w*|restrict\w*|require\w*|need\w*|costl?y?|expensive|slow\w*|degrad\w*|drop\w*|declin\w*|reduc\w*"
    r"|suffer\w*|struggl\w*|bias\w*|sensitiv\w*|gaps?|less|lower|fewer|little|few|problem\w*|issue\w*|assum\w*|depend\w*"
    r"|inconsisten\w*|insufficien\w*|inaccura\w*|error\w*|vulnerab\w*|risk\w*|trade-?off\w*|too|hallucinat\w*|barely"
    r"|rather|warrant\w*|caution\w*|concern\w*|obstacle\w*|bottleneck\w*|persist\w*|incur\w*|underperform\w*"
    r"|unanswered|room for|underestimat\w*|overestimat\w*)\b",
    re.IGNORECASE,
)
_OF_OUTCOMES = re.compile(
    r"\b(outperform\w*|surpass\w*|exceed\w*|state-of-the-art|superior\w*|on par|better than|times faster"
    r"|(more|less|faster|higher|lower) than"
    r"|(gain|compress|improv|increas|reduc|boost|achiev|reach|attain)\w* [^.;]*\d)",
    re.IGNORECASE,
)
_OF_METHODS = re.compile(
    r"\b((develop|introduc|propos|us|train|learn|predict|represent|combin|design|build|appl|model|process|mask|generat)"
    r"(e|es|s|ed|ing|y|ies|ied)?|via|by \w+ing|through|framework|approach|architecture|network|module|loss)\b",
    re.IGNORECASE,
)
_CUES = {"data": (_OF_DATA, "data"), "limitations": (_OF_LIMITS, "a limitation")}
_OVER_AND_OVER = 3


def over_and_over(part: PaperAnswer) -> list[str]:
    """A complaint for each text that is said three times or more, whatever the field."""
    times = Counter([*map(_told, part.statements), *map(_told, part.results)])
    return [f"“{told[0]}” is said {n} times; say each thing once" for told, n in times.items() if n >= _OVER_AND_OVER]


def placed(statements: Iterable[StatementAnswer], lines: Sequence[str]) -> tuple[list[StatementAnswer], list[str]]:
    """The statements that may stand in their field, and a complaint for each that plainly belongs in another.

    Told by words, in the text and in the sentences that bear it out: data and limitations have words of their own, and
    an outcome is no method, and a title says nothing. Line 0 is the title.
    """
    kept: list[StatementAnswer] = []
    complaints: list[str] = []
    for statement in statements:
        if normalised_title(statement.text) == normalised_title(lines[0]):
            complaints.append(f"“{statement.text}” is only the title; say what the paper does")
            continue
        there = " ".join([statement.text, *(lines[n] for n in statement.sentences)])
        cues, name = _CUES.get(statement.field, (None, ""))
        if cues is not None and not cues.search(there):
            complaints.append(f"“{statement.text}” is not {name}")
        elif statement.field == "method" and _is_outcome(statement.text):
            complaints.append(f"“{statement.text}” is a result, not the method")
        else:
            kept.append(statement)
    return kept, complaints


def _is_outcome(text: str) -> bool:
    return _OF_OUTCOMES.search(text) is not None and _OF_METHODS.search(text) is None


def unrepeated(
    results: Iterable[ResultAnswer], statements: Iterable[StatementAnswer]
) -> tuple[list[ResultAnswer], list[str]]:
    """The results that say more than a statement does already, and a complaint for each of the others."""
    said = {_told(statement) for statement in statements}
    fresh = [result for result in results if _told(result) not in said]
    return fresh, [f"the result “{r.text}” only repeats a statement" for r in results if _told(r) in said]


def _told(one: StatementAnswer | ResultAnswer) -> tuple[str, ...]:
    """What is said, whatever the field: one sentence may hold several results, which differ in their parts."""
    parts = (one.measure, one.value, one.unit, one.dataset, one.baseline) if isinstance(one, ResultAnswer) else ()
    return (plain(one.text), *(plain(part or "").casefold() for part in parts if part))
