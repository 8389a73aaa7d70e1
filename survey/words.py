"""Counts and lists as words."""

from collections.abc import Sequence

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def counted(count: int, noun: str) -> str:
    """ "1 paper", "9 papers"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def spelled(count: int) -> str:
    """The count as a word up to twelve, in digits above."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else str(count)


def listed(words: Sequence[str]) -> str:
    """ "a, b and c"."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
