"""How long each regular expression of the package takes on text that is made to hold it up.

What a dump holds is hostile until read: a pattern that tries ever more ways with each word would stop a build. Each is
tried on every text at one length and at twice that; the slowest are printed, with how many times as long the longer
text took: twice is linear, four times quadratic, and what doesn't end within the limit is named.
"""

import argparse
import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Iterator
from types import FrameType

import survey

WORDS = (
    "x", "aA1", "-", "A-b-c-", "a's ", "a, ", "1, 2, ", "(a) ", "[1]", "word ", "that which ", "and the ", "we ",
    "not only ", "propose, ", "Net ", "A B C D ", "Sparse Attention (SA) ", "word, and then word, ", "very ",
    "the model that the method which uses ", "shows that ", "1.5% ", '"', "\\textbf{",
)  # fmt: skip
SHOWN = 15


class TooLongError(Exception):
    """The limit has passed."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern that a module of the package holds, by where it stands."""
    seen: set[tuple[str, int]] = set()
    for info in pkgutil.walk_packages(survey.__path__, "survey."):
        if info.name.endswith(("__main__", ".llama")):
            continue
        for name, value in vars(importlib.import_module(info.name)).items():
            for one in value if isinstance(value, (tuple, list)) else (value,):
                if isinstance(one, re.Pattern) and (one.pattern, one.flags) not in seen:
                    seen.add((one.pattern, one.flags))
                    yield f"{info.name}.{name}", one


def seconds(pattern: re.Pattern[str], text: str, limit: float) -> float:
    """How long a search and a match of ``text`` take together; infinite where that is longer than ``limit``."""
    start = time.perf_counter()
    signal.setitimer(signal.ITIMER_REAL, limit)
    try:
        pattern.match(text)
        pattern.search(text)
    except TooLongError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return time.perf_counter() - start


def give_up(_number: int, _frame: FrameType | None) -> None:
    """What the alarm does."""
    raise TooLongError


def main() -> None:
    """Print the slowest patterns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--length", type=int, default=300, help="characters of the shorter texts (default: 300)")
    parser.add_argument(
        "--limit", type=float, default=5.0, help="seconds after which a search is given up (default: 5)"
    )
    asked = parser.parse_args()
    signal.signal(signal.SIGALRM, give_up)
    rows: list[tuple[float, float, str, str]] = []
    found = list(patterns())
    for name, pattern in found:
        for word in WORDS:
            text = word * (asked.length // len(word))
            once, twice = (seconds(pattern, f"The {part}!", asked.limit) for part in (text, text + text))
            rows.append((twice, twice / once if once else 1.0, name, word))
    print(f"{len(found)} patterns, {len(WORDS)} texts of {asked.length} and {2 * asked.length} characters\n")
    print("| Seconds | Longer by | Pattern | Text of |\n|---:|---:|---|---|")
    for twice, ratio, name, word in sorted(rows, reverse=True)[:SHOWN]:
        print(f"| {twice:.3f} | {ratio:.1f} | {name} | {word.strip()!r} |")


if __name__ == "__main__":
    main()
