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
_HEAD = re.compile(rf"(?<![\w-])(?!matching|reasoning){HEADS}(?![\w-])", re.IGNORECASE)  # flow matching is a method
_WORDS_AHEAD = 2
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
    """The tasks in a part of a title, each with up to two words that say which: "3D Instance Segmentation"."""
    ends = [place for place, word in enumerate(words) if _HEAD.fullmatch(word)]
    ends = [place for place in ends if place + 1 == len(words) or words[place + 1].lower() in _JOINTS]
    return [task for place in ends if (task := _named(words[:place], words[place]))]


def _named(ahead: list[str], head: str) -> str:
    joint = next((word.lower() for word in reversed(ahead) if word.lower() in _JOINTS), "")
    kind: list[str] = []
    for word in reversed(ahead[-_WORDS_AHEAD:]):
        if word.lower() in _JOINTS or _APART.fullmatch(word):
            break
        kind.insert(0, word)
    if joint in {"and", "or"}:
        return f"{joint} {head}"  # beside another: no title that says so names one task
    return " ".join((*kind, head)) if kind and joint not in _MEANS else ""


def names_task(text: str) -> bool:
    """Whether a text, say a measure with what it is of, names a task itself."""
    return bool(_HEAD.search(text))
