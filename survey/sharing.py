"""Whether each of several papers says what a statement says of them together, or only some of them do.

A statement on several papers rests on a sentence of each, which bears out that paper's part. What it says of all of
them ("Several papers share a single framework for detection and segmentation") has to hold of each: a word that one of
the cited papers has, in its title or abstract, and another has nowhere was taken from the one and is put upon the
other. Words that none of them has are the writer's own.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from survey.evidence import content_words
from survey.questions import ClaimAnswer
from survey.words import MANY

_OF_ALL = {"agreement", "trend"}
_TOGETHER = re.compile(rf"(?:{MANY}|Both|All|Two|Three|Four|Five|Most|Many|These|The papers)\b")
_OWN_PARTS = re.compile(
    r"[:;]|,? (?:including|such as|like|namely|e\.g\.|for example|whereas|while|with \S+ (?:\w+ing|being))\b"
)
_WORD = re.compile(r"[^\W_]+(?:[-'’^.][^\W_]+)*")
_MAY_LACK = 3  # one word in so many: papers call a thing by more than one name


@dataclass(frozen=True, slots=True)
class Shared:
    """Which of the cited papers say all that is said of them together; for each other the words that it lacks."""

    sayers: tuple[str, ...]
    lacking: Mapping[str, tuple[str, ...]]


def of_all(claim: ClaimAnswer) -> bool:
    """Whether a claim says one thing of all the papers that it cites."""
    several = len(set(claim.papers)) > 1
    return several and (claim.kind in _OF_ALL or (claim.kind == "finding" and bool(_TOGETHER.match(claim.text))))


def shared(text: str, told: Mapping[str, Sequence[str]], names: Collection[str] = ()) -> Shared:
    """Hold what ``text`` says of several papers together against ``told``: by paper, all that it says.

    What stands behind a colon, an "including", a "while" or a comma and one of their ``names`` is some papers' own
    part, and so are the names themselves.
    """
    ends = [own.start()] if (own := _OWN_PARTS.search(text)) else []
    ends += [at for name in names if (at := text.find(f", {name}")) > 0]
    common = text[: min(ends, default=None)]
    said = {paper: content_words(" ".join(lines)) for paper, lines in told.items()}
    there = content_words(common).difference(*map(content_words, names)) & frozenset().union(*said.values())
    may_lack = max(0, min(len(there) - 1, max(1, len(there) // _MAY_LACK)))
    lacking = {paper: there - words for paper, words in said.items() if len(there - words) > may_lack}
    return Shared(
        sayers=tuple(paper for paper in told if paper not in lacking),
        lacking={paper: _written(common, stems) for paper, stems in lacking.items()},
    )


def _written(text: str, stems: Collection[str]) -> tuple[str, ...]:
    """The words of ``text`` behind their stems, each once, in order."""
    return tuple(dict.fromkeys(word for word in _WORD.findall(text) if content_words(word) & set(stems)))
