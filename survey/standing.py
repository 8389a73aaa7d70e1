"""Where a name stands in a text: what surrounds it is then matched by patterns made once, not by one for each name."""

from collections.abc import Iterator


def places(name: str, text: str) -> Iterator[int]:
    """Where ``name``, as it is spelled, stands in ``text``, from left to right; nowhere when it is empty."""
    at = text.find(name) if name else -1
    while at >= 0:
        yield at
        at = text.find(name, at + 1)
