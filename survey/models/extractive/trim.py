"""A sentence taken out of its abstract, made to read well on its own by deletions and the smallest of rewrites.

Nothing is added but words such as "the" or "the authors" for "our" and "we"; no number is touched.
"""

import re
from functools import lru_cache

from survey.models.extractive.clauses import shortened, tidy, without_asides
from survey.models.extractive.openings import without_opening, without_tail
from survey.models.extractive.voice import in_third_person

_POINTS_BACK = re.compile(
    r"^(?:this|these|those|they|their|it|its|such|that|both|he|she|his|her|doing so|one such|another|each|either|"
    r"neither|"
    r"one (?:of|is|method|approach)|the (?:former|latter|above|aforementioned|same|other|first|second|third|two|last|"
    r"introduced|resulting)|(?:all|some|most|many|none|each|one) of (?:these|them)|among (?:these|them)|all (?:this|"
    r"these)|"
    r"as (?:seen|shown|mentioned|described)|in which|the reason|the results are|the (?:key|main|core|essential) "
    r"(?:difference|advantage)s?)\b",
    re.IGNORECASE,
)
_THIS_METHOD = re.compile(
    r"^(?:this|these|such an?) (?=(?:\w+[ -]){0,2}(?:methods?|approach(?:es)?|frameworks?|models?|algorithms?|"
    r"techniques?|"
    r"system|architecture|pipeline|mechanism|strategy|module|network|dataset|data set|benchmark|scheme|metric|tool|"
    r"loss|"
    r"formulation|procedure|paradigm)\b)",
    re.IGNORECASE,
)


def _capitalised(text: str) -> str:
    first = text.split(" ", 1)[0]
    if any(c.isupper() for c in first[1:]) and "-" not in first:  # a name such as iCaRL or mAP
        return text
    return text[:1].upper() + text[1:]


def _ended(text: str) -> str:
    text = text.rstrip(" ,;:-–—")
    return text if text.endswith(("!", "?", ".")) else f"{text}."


@lru_cache(maxsize=8192)
def trimmed(sentence: str) -> str:
    """``sentence`` as a reader can take it on its own: one that starts with a capital and ends with a full stop.

    What points back into the abstract goes ("To this end,"), so does "we" ("We propose X" becomes "Proposes X"), and so
    do citations and links; of a sentence of more than 35 words, trailing clauses go where the rest is whole.
    """
    text = tidy(without_asides(sentence))
    text = in_third_person(without_tail(without_opening(text)))
    text = _THIS_METHOD.sub("the ", text)
    return shortened(_ended(_capitalised(tidy(text))))


def stands_alone(text: str) -> bool:
    """Whether a trimmed sentence makes sense out of its abstract: no pronoun in front, whole, and a statement."""
    if _POINTS_BACK.match(text) or text.endswith("?") or not re.match(r"[A-Z0-9\"'(]|[a-z]\w*[A-Z]", text):
        return False
    if re.search(
        r"\b(?:aforementioned|above-mentioned|mentioned above|as follows)\b|\b(?:this|these|those|so)\.$", text
    ):
        return False
    return text.count("(") == text.count(")") and len(text.split()) >= 4
