"""Is this quote verbatim, is this number there, does this sentence support this statement."""

import re
import unicodedata
from functools import lru_cache

from sentencex import segment


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of ``text``, each a verbatim substring of it, in order."""
    return tuple(s for piece in segment("en", text) if (s := piece.strip()))


def folded(text: str) -> str:
    """NFKC with runs of white space as one space: the form in which a quote must stand in its paper."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()
