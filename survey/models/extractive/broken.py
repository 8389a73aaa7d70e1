"""A sentence that a line's end broke: its lines, put together again.

Abstracts copied from a page keep its line ends, and a splitter then takes each line for a sentence: "We propose a codec
for the compression", "of nets by clustering." Told alone, the first half says something else.
"""

import re
from collections.abc import Iterator, Sequence

_MOST_WORDS = 80  # more is no sentence, but a text without full stops
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_GOES_ON = re.compile(r"[a-z][a-z-]*\b(?![.)])|[,;)] ")  # in small letters: no "a) sorts", no "eBay"
_NEEDS_MORE = re.compile(
    r"(?:,|\b(?:an?|the|of|to|in|on|at|for|with|by|from|into|via|and|or|as|that|which|is|are|our|we|their|its|using|"
    r"between|than|such))$"
)
_HEADLESS = re.compile(r"[A-Z](?!\))[\w-]* ")  # a name, but no "A) sorts"
_HYPHEN = re.compile(r"(?<=[a-z]{2})-$")
_KEPT = re.compile(
    r"(?:\b|-)(?:non|multi|self|semi|pre|post|cross|high|low|end|to|of|well|meta|long|short|state|the)-$"
)


def mended(sentences: Sequence[str]) -> Iterator[tuple[tuple[int, ...], str]]:
    """The ``sentences`` with their numbers, from 1; one that is broken put together, with the numbers of its lines."""
    at = 0
    while at < len(sentences):
        end = at + 1
        while end < len(sentences) and _goes_on(sentences[end - 1].rstrip(), sentences[end].lstrip()):
            end += 1
        if sum(len(line.split()) for line in sentences[at:end]) <= _MOST_WORDS:
            yield tuple(range(at + 1, end + 1)), _put_together(sentences[at:end])
        else:
            yield from (((number + 1,), sentences[number]) for number in range(at, end))
        at = end


def _goes_on(first: str, second: str) -> bool:
    """Whether ``second`` is the rest of ``first``: the one has no end, the other no beginning."""
    if _ENDED.search(first):
        return False
    return bool(_GOES_ON.match(second)) or bool(_NEEDS_MORE.search(first) and _HEADLESS.match(second))


def _put_together(lines: Sequence[str]) -> str:
    """The ``lines`` as one sentence; a word that a line's end parted is one word again."""
    whole, *rest = lines
    for line in rest:
        parted = _HYPHEN.search(whole.rstrip())
        start = whole.rstrip()[: None if not parted or _KEPT.search(whole.rstrip()) else -1]
        whole = f"{start}{'' if parted else ' '}{line.lstrip()}"
    return whole
