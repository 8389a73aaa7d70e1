"""The task that a title or a sentence names: "instance segmentation", "person re-identification"."""

import re
from functools import lru_cache

HEADS = (
    r"(?:segmentation|detection|recognition|classification|estimation|retrieval|re-?identification|tracking|"
    r"captioning|generation|prediction|forecasting|translation|summari[sz]ation|answering|parsing|locali[sz]ation|"
    r"reconstruction|completion|synthesis|matching|verification|grounding|navigation|matting|denoising|"
    r"super-resolution|tagging|extraction|linking|inpainting|editing|imputation|diagnosis|grading|regression|"
    r"clustering|question answering|reasoning|NER|VQA|re-?ID)"
)
"""The nouns that a task's name ends with, as a pattern for small letters."""
_MEANS = frozenset("with via by using through from as under without based leveraging".split())
"""What stands before the means, not the task: "segmentation via flow matching"."""
_JOINTS = _MEANS | frozenset("for in of on and or to at towards toward".split())
_APART = re.compile(
    r"(?:the|an?|its|our|their|is|are|beyond|"
    r"[\w-]+(?:ing|ed|ly|[- ]?(?:free|time|aware|based|guided|driven|agnostic|level|quality|efficient|scale|stage|"
    r"end|shot|supervised|modal|purpose))|"
    r"new|novel|efficient|effective|robust|accurate|fast|simple|universal|unified|generali[sz]ed?|better|improved|"
    r"high|low|real|deep|joint|fine|early|strong|automatic|automated|interpretable|explainable|adaptive|dynamic)",
    re.IGNORECASE,
)
# Without them the rest says something else: "Partially Relevant Video Retrieval", "AI-Generated Image Detection"
_BELONGS = re.compile(r"(?!early|only)\w+ly|[\w-]+-generated", re.IGNORECASE)
_HEAD = re.compile(rf"(?<![\w-])(?!matching|reasoning){HEADS}(?![\w-])", re.IGNORECASE)  # flow matching is a method
_WORDS_AHEAD = 4  # a task's name that is longer would be cut
_ONLY_TASKS = re.compile(rf"(?:[a-z\d][\w-]* ){{1,3}}{HEADS}(?:(?:, | and |, and )(?:[a-z\d][\w-]* ){{0,3}}{HEADS})*")
_PART = re.compile(r"[:;,.!?()–—]|\s-{1,2}\s")


@lru_cache(maxsize=4096)
def task_of(title: str) -> str:
    """The one task that a ``title`` names, in its words; "" where it names none, or several.

    A noun alone ("detection") says too little, one ahead of another noun ("segmentation prior") is no task, and what
    stands behind "and" may be half of one ("liver and tumour segmentation").
    """
    found = {task for part in _PART.split(title) for task in _tasks(part.split())}
    one = found.pop() if len({task.casefold() for task in found}) == 1 else ""
    return "" if one.startswith(("and ", "or ")) else one


def _tasks(words: list[str]) -> list[str]:
    """The tasks in a part of a title, each with the words that say which: "3D Instance Segmentation"."""
    ends = [place for place, word in enumerate(words) if _HEAD.fullmatch(word)]
    ends = [place for place in ends if place + 1 == len(words) or words[place + 1].lower() in _JOINTS]
    ends = [place for place in ends if not _goes_on(words[place + 1 :])]
    return [task for place in ends if (task := _named(words[:place], words[place]))]


def _goes_on(behind: list[str]) -> bool:
    """Whether what stands behind a noun is of no task either: "generation and storage"."""
    if not behind or behind[0].lower() not in {"and", "or"}:
        return False
    ends = next((place for place, word in enumerate(behind[1:], 1) if word.lower() in _JOINTS), len(behind))
    return not any(_HEAD.fullmatch(word) for word in behind[1:ends])


def _named(ahead: list[str], head: str) -> str:
    joint = next((word.lower() for word in reversed(ahead) if word.lower() in _JOINTS), "")
    kind: list[str] = []
    for word in reversed(ahead):
        if kind and _BELONGS.fullmatch(word):
            return "" if joint in _MEANS or len(kind) >= _WORDS_AHEAD else " ".join((word, *kind, head))
        if word.lower() in _JOINTS or _APART.fullmatch(word):
            break
        kind.insert(0, word)
    if joint in {"and", "or"}:
        return f"{joint} {head}"  # beside another: no title that says so names one task
    whole = 0 < len(kind) <= _WORDS_AHEAD
    return " ".join((*kind, head)) if whole and joint not in _MEANS else ""


def names_task(text: str) -> bool:
    """Whether a text, say a measure with what it is of, names a task itself."""
    return bool(_HEAD.search(text))


def is_task(text: str) -> bool:
    """Whether a text is nothing but a task or several: "object detection and instance segmentation"."""
    return bool(_ONLY_TASKS.fullmatch(text))
