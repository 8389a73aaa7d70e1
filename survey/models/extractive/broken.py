"""A sentence that a line's end broke: its lines, put together again.

Abstracts copied from a page keep its line ends, and a splitter then takes each line for a sentence: "We propose a codec
for the compression", "of nets by clustering." Told alone, the first half says something else.
"""

import re
from collections.abc import Iterator, Sequence

_MOST_WORDS = 80  # more is no sentence, but a text without full stops
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_ITEM = re.compile(r"\(?(?:[ivx]{1,4}|\d|[a-h])\) ?")
_FIRST_ITEM = re.compile(r"\(?(?:i|1|a)\) ?")
_GOES_ON = re.compile(r"[a-z][a-z-]|[a-z] (?=[a-z])|[,;)]|\((?=\w{2}|[A-Z])")  # in small letters, or within brackets
_NEEDS_MORE = re.compile(
    r"(?:,|\b(?:an?|the|of|to|in|on|at|for|with|by|from|into|via|and|or|as|that|which|is|are|our|we|their|its|using|"
    r"between|than|such))$"
)
_HEADLESS = re.compile(r"[A-Z](?!\))[\w-]*[ ,!]")  # a name, but no "A) sorts"
_NAME = re.compile(r"(?<= )(?:[A-Z][a-z]+)$")  # "we study Deep", "Reinforcement Learning"
_CALLED = re.compile(r"(?!(?:We|In|Our|The|This|These|It|To|However|For|By|A|An|Here)\b)[A-Z][a-z]+ ")
_CAPITALS = re.compile(r"[A-Z]{2,}s?\b")
_LEAST_WORDS = 3  # fewer may be a heading
_STOP_AHEAD = re.compile(r"^[.]\s+(?=[A-Z])")  # the full stop of the line before
_HYPHEN = re.compile(r"(?<=[a-z]{2})-$")
_KEPT = re.compile(
    r"(?:\b|-)(?:non|multi|self|semi|pre|post|cross|high|low|end|to|of|well|meta|long|short|state|the)-$"
)


def mended(sentences: Sequence[str]) -> Iterator[tuple[tuple[int, ...], str]]:
    """The ``sentences`` with their numbers, from 1; one that is broken put together, with the numbers of its lines."""
    at = 0
    while at < len(sentences):
        end, listing = at + 1, False
        while end < len(sentences):
            first, second = sentences[end - 1].rstrip(), sentences[end].lstrip()
            listing = listing or _begins_list(first, second)
            if not _goes_on(first, second, listing):
                break
            end += 1
        if sum(len(line.split()) for line in sentences[at:end]) <= _MOST_WORDS:
            yield tuple(range(at + 1, end + 1)), _put_together(sentences[at:end])
        else:
            yield from (((number + 1,), sentences[number]) for number in range(at, end))
        at = end


def _begins_list(first: str, second: str) -> bool:
    """Whether ``second`` is the first item of what ``first`` lists within its sentence: "It is able to", "(i) sort"."""
    return bool(_FIRST_ITEM.match(second)) and first[-1:].isalpha() and not _ITEM.match(first)


def _goes_on(first: str, second: str, listing: bool) -> bool:
    """Whether ``second`` is the rest of ``first``: the one has no end, the other no beginning."""
    if _ENDED.search(first):
        return False
    if _ITEM.match(second):
        return listing
    if _GOES_ON.match(second):
        return True
    needed = bool(_NEEDS_MORE.search(first)) or (bool(_NAME.search(first)) and _CALLED.match(second) is not None)
    if needed and _HEADLESS.match(second):
        return True
    return len(first.split()) >= _LEAST_WORDS and bool(_CAPITALS.match(second))


def _put_together(lines: Sequence[str]) -> str:
    """The ``lines`` as one sentence; a word that a line's end parted is one word again."""
    whole, *rest = lines
    whole = _STOP_AHEAD.sub("", whole)
    for line in rest:
        start, end = whole.rstrip(), line.lstrip()
        parted = _HYPHEN.search(start)
        start = start[:-1] if parted and not _KEPT.search(start) else start
        whole = f"{start}{'' if parted or end[0] in ',;)' else ' '}{end}"
    return whole
