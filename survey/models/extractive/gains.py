"""Whether a sentence reports a gain over something else, or a value as such."""

import re

_GAIN = re.compile(
    r"\b(?:by|improv\w+|gains?|over|higher|lower|boosts?|reduc\w+|increas\w+|decreas\w+|than|up to|more|less)\b|\+"
)
_UPWARD = re.compile(
    r"\b(?:improv\w+|gain\w*|boost\w*|outperform\w*|surpass\w*|exceed\w*|better)\b|\+\d", re.IGNORECASE
)
_DOWNWARD = re.compile(
    r"\b(?:reduc\w+|decreas\w+|lower\w*|less|fewer|sav\w+|drop\w*|loss|errors?|cost\w*|only|compress\w+|speed\w*|"
    r"faster)\b",
    re.IGNORECASE,
)


def is_gain(text: str) -> bool:
    """Whether the figures of ``text`` may be differences rather than values."""
    return bool(_GAIN.search(text))


def is_improvement(text: str) -> bool:
    """Whether the figures of ``text`` are gains, more being better, and nothing else."""
    return bool(_UPWARD.search(text)) and not _DOWNWARD.search(text)
