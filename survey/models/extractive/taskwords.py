"""Whether a statement tells the task of its paper, as the title puts it: what that is "for" or "in"."""

import re
from collections.abc import Collection

from survey.evidence import content_words
from survey.keyphrases.lists import BOILERPLATE
from survey.models.extractive.titled import ANY_TASK, TELLS_LITTLE, WHERE, end_of, without_means

_START = 6  # letters
_NO_TASK = (
    TELLS_LITTLE
    | BOILERPLATE
    | ANY_TASK
    | content_words(
        "llm llms vlm vlms mllm mllms lmm lmms ai agent gpt cnn cnns multi task learner reliable robust trustworthy "
        "scalable generalizable versatile intelligent accurate fast interpretable safe unified diverse environment "
        "environments real world complex dynamic practical automatic advanced enhanced end to end"
    )
)
_TWO = 2
_OF_DOING = re.compile(r"(?:tion|ment|sis|ing)$")  # of what, another word says


def leaves_its_task_open(text: str, title: str, heading: Collection[str], wholly: bool = False) -> bool:
    """Whether ``text`` and ``heading`` have little of the words that tell what the title is "for" or "in".

    Less than half, or half and not the last, or of two only what is done; or nothing of what a second "in" names. Of a
    title without such an end: neither its last telling word nor half of the others. ``wholly``: none of them.
    """
    known = starts(text) | starts(" ".join(heading))
    behind = title.rpartition(": ")[2]
    end = end_of(behind)
    task = without_means(behind[end.start() :]) if end else ""
    words = telling(task)
    if not words:
        words, last = telling(title), _last(without_means(behind))
        return not telling(last) & known and 2 * len(words & known) < len(words)
    if wholly:
        return not words & known
    last, inmost = _last(task), telling(WHERE.split(task)[-1])
    wanting = not telling(last) & known or (len(words) == _TWO and _OF_DOING.search(last) is not None)
    return 2 * len(words & known) < len(words) + wanting or bool(inmost and not inmost & known)


def head_of(title: str) -> frozenset[str]:
    """The starts of what a title tells ahead of its end "for ..." or "in ..."; nothing where it has none."""
    end = end_of(title)
    return telling(title[: end.start()]) if end else frozenset()


def starts(text: str) -> frozenset[str]:
    """The content words of ``text`` by their starts, of joined ones the parts: "enhanced" is "enhancing"."""
    return _starts_of(content_words(text))


def _last(task: str) -> str:
    """The last word of ``task`` that tells something."""
    return next((word for word in reversed(task.split()) if telling(word)), "")


def telling(text: str) -> frozenset[str]:
    """The starts of the words of ``text`` that tell what it is about."""
    return _starts_of(content_words(text) - _NO_TASK)


def _starts_of(words: Collection[str]) -> frozenset[str]:
    return frozenset(word[:_START] for word in words if word.isalpha())
