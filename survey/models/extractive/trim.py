"""A sentence taken out of its abstract, made to read well on its own by deletions and the smallest of rewrites.

Nothing is added but "the" or "the authors" for "our" and "we"; no number is touched.
"""

import re
from functools import lru_cache

from survey.models.extractive.clauses import tidy, without_asides
from survey.models.extractive.openings import without_opening
from survey.models.extractive.voice import in_third_person

_POINTS_BACK = re.compile(
    r"^(?:this|these|those|they|their|it|its|such|that|both|he|she|his|her|the (?:former|latter|above|aforementioned|same|other|second|third)|"
    r"doing so|one such|another|each|either|neither|all of (?:these|them)|some of (?:these|them)|among (?:these|them))\b(?! (?:is|are|has been) (?:not )?\w+ (?:that|to)\b)",
    re.IGNORECASE,
)
_THIS_METHOD = re.compile(
    r"^(?:this|these|such an?) ((?:\w+[ -])?(?:methods?|approach(?:es)?|frameworks?|models?|algorithms?|techniques?|system|architecture|pipeline|"
    r"mechanism|design|strategy|module|network|dataset|data set|benchmark|scheme|metric|tool|loss|formulation|procedure|paradigm))\b",
    re.IGNORECASE,
)


def _capitalised(text: str) -> str:
    first = text.split(" ", 1)[0]
    if any(c.isupper() for c in first[1:]) and "-" not in first:  # a name such as iCaRL or mAP
        return text
    return text[:1].upper() + text[1:]


def _ended(text: str) -> str:
    text = text.rstrip(" ,;:-–—")
    if text.endswith(("!", "?", ".")):
        return text
    return text + "."


@lru_cache(maxsize=8192)
def trimmed(sentence: str) -> str:
    """``sentence`` as a reader can take it: no opening that points back, no "we", no citations, a capital and a full stop."""
    text = tidy(without_asides(sentence))
    text = in_third_person(without_opening(text))
    text = _THIS_METHOD.sub(r"the \1", text)
    return _ended(_capitalised(tidy(text)))


def stands_alone(text: str) -> bool:
    """Whether a trimmed sentence makes sense out of its abstract: it starts with no pronoun and is a whole sentence."""
    if _POINTS_BACK.match(text) or text.endswith("?") or not re.match(r"[A-Z0-9\"'(]|[a-z]\w*[A-Z]", text):
        return False
    return text.count("(") == text.count(")") and len(text.split()) >= 4
