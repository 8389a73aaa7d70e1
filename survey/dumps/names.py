"""The names under which dumps are cited: the file's name, and as much of its path as tells it from another."""

from collections import Counter
from collections.abc import Sequence

from survey.dumps.entries import STDIN


def shown_names(paths: Sequence[str]) -> list[str]:
    """A name for each of ``paths``: its last part, and where two share that, the shortest tail that differs."""
    parts = [
        [STDIN] if path in (STDIN, "-") else [p for p in path.replace("\\", "/").split("/") if p not in ("", ".")]
        for path in paths
    ]
    lengths = [1] * len(parts)
    while True:
        names = ["/".join(p[-n:]) for p, n in zip(parts, lengths, strict=True)]
        counts = Counter(names)
        grown = [n + (counts[name] > 1 and n < len(p)) for p, n, name in zip(parts, lengths, names, strict=True)]
        if grown == lengths:
            return names
        lengths = grown
