"""The extractive model: it reads a prompt's values, never its text, and answers in the same schemas as any other.

Its rules are imported when it is first asked: a build that finds all its answers in the cache needs none of them.
"""

import re
from functools import cache
from pathlib import Path
from typing import TypeVar

from survey.cache import rules_hash
from survey.errors import CallFailed
from survey.models.base import Prompt, Reply
from survey.questions import (
    Answer,
    NumberedPaper,
    OverviewValues,
    PaperAnswer,
    RecordAnswer,
    RecordValues,
    ResultAnswer,
    RevisionValues,
    StatementAnswer,
    SynthesisValues,
    TopicNameValues,
)
from survey.sound import is_sound

_LONGEST = 500
_LATEX = re.compile(r"\\(?P<escaped>[%&_#$])|\\(?:textbf|textit|textsc|texttt|emph|mathbf)\{(?P<set>[^{}]*)\}")
_DASH = re.compile(r"(?<=\w)(?:---|(?P<span>--))(?=\w)")
_TWICE = re.compile(r"\b(on|of|the|in|to|a|an|and|for|with|by|from) \1\b(?!-)")
_UPTO = re.compile(r"\b([Uu])pto\b")
Told = TypeVar("Told", StatementAnswer, ResultAnswer)


class Extractive:
    """No model, no network, no key: it picks the papers' own sentences."""

    name = "extractive"
    pack = 16
    pack_tokens: int | None = None
    fold = 1_000_000

    @property
    def identity(self) -> str:
        """The name and a hash of the files with its rules: an answer is only as good as the rules that made it."""
        return f"{self.name}-{_rules()}"

    async def complete(self, prompt: Prompt) -> Reply:
        """The answer to ``prompt``, as JSON text like any model's; it costs no token."""
        return Reply(_answer(prompt.values).model_dump_json())

    async def close(self) -> None:
        """Nothing to let go of."""


def _answer(values: object) -> Answer:
    from survey.models.extractive.overview import overview
    from survey.models.extractive.revision import revision
    from survey.models.extractive.topic import synthesis, topic_name

    match values:
        case RecordValues():
            return RecordAnswer(papers=[_at_least_something(paper, _read(paper)) for paper in values.papers])
        case TopicNameValues():
            return topic_name(values)
        case SynthesisValues():
            return synthesis(values)
        case RevisionValues():
            return revision(values)
        case OverviewValues():
            return overview(values)
    raise CallFailed(f"The extractive model knows no question with {type(values).__name__}.")


def read_alone(paper: NumberedPaper) -> PaperAnswer:
    """What code reads in one abstract, without anybody asking for it; nothing where nothing stands alone."""
    return _shown(paper, _read(paper))


def _read(paper: NumberedPaper) -> PaperAnswer:
    from survey.models.extractive.record import read_paper

    return read_paper(paper)


def _shown(paper: NumberedPaper, read: PaperAnswer) -> PaperAnswer:
    statements = [_readable(statement) for statement in read.statements if _can_be_shown(statement)]
    results = [_readable(result) for result in read.results if _can_be_shown(result)]
    return PaperAnswer(paper=paper.id, statements=statements, results=results)


def _can_be_shown(told: StatementAnswer | ResultAnswer) -> bool:
    return len(told.text) <= _LONGEST and is_sound(told.text)


def _at_least_something(paper: NumberedPaper, read: PaperAnswer) -> PaperAnswer:
    """What was read; for a paper of which nothing stands alone its first sentence, without an abstract its title."""
    shown = _shown(paper, read)
    if shown.statements or shown.results:
        return shown
    if paper.sentences:
        statement = StatementAnswer(field="problem", text=_start(paper.sentences[0]), sentences=[1])
    else:
        statement = StatementAnswer(field="contribution", text=_start(paper.title), sentences=[0])
    return PaperAnswer(paper=paper.id, statements=[statement], results=[])


def _readable(told: Told) -> Told:
    """The statement without the LaTeX of some abstracts, as in "10\\%", "\\textbf{Mamba}" or "2--3"; and no "upto"."""
    text = _LATEX.sub(lambda m: m["escaped"] or m["set"] or "", told.text)
    text = _TWICE.sub(r"\1", text)
    text = _UPTO.sub(r"\1p to", _DASH.sub(lambda m: "–" if m["span"] else " – ", text))
    return told if text == told.text else told.model_copy(update={"text": text})


def _start(text: str) -> str:
    """``text``, or as many of its first words as a statement may have."""
    return text if len(text) <= _LONGEST else text[: text.rfind(" ", 0, _LONGEST)] + " …"


@cache
def _rules() -> str:
    here = Path(__file__).resolve().parent
    package = here.parents[1]
    return rules_hash(here, package / "keyphrases", package)  # the rules import many of the package's own modules
