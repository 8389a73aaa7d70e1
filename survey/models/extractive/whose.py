"""Whose a figure is: a paper's by its name, or "one study's"; none that only its abstract gives an owner."""

import re

from survey.models.extractive.alone import COINED, DONE, OWN, OWN_WORK, POINTING, VERB
from survey.models.extractive.called import is_offered, is_titled, name_of
from survey.models.extractive.subject import ONE, stands_alone
from survey.models.extractive.toldthen import AS_ITS_OWN
from survey.models.extractive.workings import unnamed
from survey.questions import RecordedPaper

KNOWN_BEFORE = re.compile(  # "The hidden representation is ...": which one, its abstract says
    r"^The (?:[\w-]+ ){1,3}(?:(?:\w+ly )?(?:stay|remain|vary|differ|function|serve|tend|play|depend|follow)s?|is|are|"
    r"was|were|can|could|has|have|had|may|might|will|does|do|did|"
    r"(?:achieve|show|produce|provide|yield|improve|outperform|require|enable|allow|reduce|perform|work|give|correlate)"
    r"s?)\b|^The (?:(?!(?:of|most|more)\b)[\w-]+ ){4,5}(?:is|are|was|were|can)\b"
)


def under_its_name(paper: RecordedPaper, text: str) -> str:
    """``text`` behind the name of the paper's method, where it gives it one and says it nowhere: "RayNet: New ..."."""
    name = name_of(paper)
    if not name or name.casefold() in text.casefold():
        return text
    return f"{name}: {text}" if is_titled(paper, name) else text


def _is_reached(paper: RecordedPaper, text: str) -> bool:
    """Whether a figure of a paper without a name is what the paper reaches or shows, told without its abstract."""
    who = _WHO.search(text)
    verbs = text[who.end() :].split()[:2] if who else ()
    own = any(not _is_anothers(paper, one[0]) for one in OWN.finditer(text))
    return any(VERB.match(f"{word} ") for word in verbs) and not own and not POINTING.search(text)


def _is_anothers(paper: RecordedPaper, text: str) -> bool:
    """Whether "the ImageNet network" is none of the paper's own: it has a name, and the paper doesn't give it."""
    names = COINED.findall(text)
    return bool(names) and not any(is_offered(paper, name) for name in names)


_WHO = re.compile(rf"^{ONE}\S+ |, one (?:paper's )?\w+ ")


def _is_whose(paper: RecordedPaper, text: str) -> bool:
    """Whether a figure says whose it is: by a name, and then by no "method" or "authors" beside it."""
    name = name_of(paper)
    own = next((one for one in OWN_WORK.finditer(text) if not _PROPER.search(one[0])), None)
    if not (name and name.casefold() in text.casefold()) and (KNOWN_BEFORE.match(text) or DONE.search(text)):
        return False
    return stands_alone(paper, text) and not (own and (not name or name not in text[: own.start()]))


_PROPER = re.compile(r"(?<=[a-z] )(?:[A-Z]\w*[a-z\d]|[a-z]+[A-Z]|[A-Z]+-\d)\w*")  # "the Longbench dataset" has a name


def says_whose(paper: RecordedPaper, text: str) -> bool:
    """Whether ``text``, a figure of the paper, tells whose it is and makes sense without its abstract."""
    if _OF_WHICH.match(text):
        return False
    if reported := AS_ITS_OWN.match(text):
        own = (one for one in OWN.finditer(text, reported.end()) if not _PROPER.search(one[0]))
        return not (any(own) or POINTING.search(text))
    return _is_reached(paper, text) if unnamed(text) else _is_whose(paper, text)


_OF_WHICH = re.compile(  # "A variant, FastNet, ...": of what?
    r"(?:A|Another|One|The (?:other|second)) (?:(?!(?:of|for)\b)[a-z-]+ )?(?:variant|version|extension|component|"
    r"module|branch|stage|half|term|part)\b(?! (?:of|that|which|for|to)\b)"
)
