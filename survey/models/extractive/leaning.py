"""How much a statement leans on its abstract: on things that only that has named, or on a rival that stands nowhere.

"Aggregates the signal" of which an earlier sentence says that it is a gradient; "improves accuracy by 10%", over what.
"""

import re

from survey.evidence import sentences, support
from survey.keyphrases.lists import BOILERPLATE
from survey.models.extractive.subject import ONE
from survey.models.extractive.taskwords import telling

_NO_NOUN = (
    r"(?:of|that|which|whose|who|in|on|for|to|by|with|from|as|at|is|are|was|were|be|been|has|have|had|can|could|may|"
    r"might|will|would|into|via|through|during|when|while|using|without|before|after|across|between|among|over|under|"
    r"within|than|but|if|where|thus|not|only|also|both|the|an?|its|their|"
    r"same|most|best|first|last|next|whole|entire|latter|former|other|others|more|less|number|[a-z]+ly|[a-z]+ed)\b"
)
_DEFINITE = re.compile(
    rf"\b[Tt]he (?P<words>(?!{_NO_NOUN}|authors\b)[a-z][\w-]*"
    rf"(?: (?!{_NO_NOUN}|and [a-z]+s\b|(?:and|or) (?:the|an?)\b)[a-z][\w-]*){{0,4}})"
)
_EXPLAINED = re.compile(r" (?:of|that|which|whose|who|from|caused|between|among)\b")
_QUOTED = re.compile(r' \("[^"]*"\)')
_ENDS = re.compile(r"(?:ing|ion|or|er|ive|al)?(?:e?s)?$")
_START = 7  # letters
_OF_ANY = BOILERPLATE | frozenset(  # things that a paper of any field has, known without having been named
    "authors paper method approach model framework network system algorithm task tasks problem field literature "
    "performance performances accuracy quality ability efficiency training training-data data dataset datasets loss "
    "image images input inputs output outputs layer layers feature features space token tokens class classes label "
    "labels text texts video videos prompt prompts query queries document documents sentence sentences word words user "
    "users embedding embeddings representation representations parameters weights gradient gradients test results "
    "baseline baselines art world state time prediction predictions samples sample objects object scene context "
    "question questions answer answers process domain future environment gap interplay difference relationship "
    "relationships association presence absence need use end way backbone encoder decoder metric response responses "
    "steps step budget one ones order architecture process phase context majority rest average community".split()
)


def speaks_of_what_is_known(text: str, title: str, ahead: str) -> bool:
    """Whether ``text`` has a "the signal" of which only what its abstract says ``ahead`` tells which one that is."""
    bare = _QUOTED.sub("", text)
    told_ahead = _stems(ahead)
    for found in _DEFINITE.finditer(bare):
        head = found["words"].split()[-1].rpartition("-")[2]
        if head in _OF_ANY or _EXPLAINED.match(bare, found.end()):
            continue
        if _stem(head) in told_ahead - _stems(f"{title} {bare[: found.start()]}"):
            return True
    return False


def lacks_its_rival(text: str) -> bool:
    """Whether ``text`` gains, or has more or less of something, and says nowhere over what."""
    bare = _QUOTED.sub("", text)
    return _GAINS.search(bare) is not None and _RIVAL.search(bare) is None


_AMOUNT = r"[~+]?\d[\d.,–-]*\s?(?:\\?%|percent\b|points?\b|pp\b|dB\b)?"
_MORE = r"(?:higher|lower|better|worse|greater|larger|smaller|fewer|stronger|faster)"
_GAINS = re.compile(
    rf"\b(?:improv|boost|enhanc|increas|rais|elevat|advanc)(?:e|es|ed|ing|s)\b[^;:]{{3,110}}? by (?:up to |about |"
    rf"over |around |at least |more than |approximately |an average of )?{_AMOUNT}|"
    rf"{_AMOUNT} (?:[\w@-]+ ){{0,3}}?(?:improvement|gain|boost|enhancement)s?\b|"
    rf"\b(?:improvement|gain|boost|enhancement)s? (?:of|by) (?:up to |about |over )?{_AMOUNT}|{_AMOUNT} {_MORE} [a-z]|"
    rf"\b(?:achiev|obtain|reach|yield|attain|show|exhibit|produc|provid)\w* (?:an? )?(?:\w+ly )?{_MORE} [a-z]"
)
_RIVAL = re.compile(
    r"\b(?:than|(?<!-)over(?!-)|compar\w+|relative|versus|vs|against|baselines?|outperform\w*|surpass\w*|exceed\w*|beyond|beat\w*|"
    r"prior|previous|existing|earlier|competi\w+|state-of-the-art|sota|without|originals?|vanilla|plain|standard|"
    r"unlike|whereas|when|after|by (?:\w+ly )?[a-z]+ing|replacing|adding|with and|from \S*\d|to \d|"
    r"upon|counterparts?|alternatives?|second[- ]best|runner-up|others?|another)\b|\d\S* to \S*\d",
    re.IGNORECASE,
)


def wants_its_title(text: str, title: str, abstract: str) -> bool:
    """Whether ``text`` says so little, or so much of what only its abstract explains, that its paper's title helps.

    A short statement, or one of a nameless paper that lacks a word of the title that tells something.
    """
    if len(text.split()) <= _SHORT or _WITHIN_IT.match(text):
        return True
    nameless = text.startswith(ONE) and len(telling(title) - telling(text)) >= _MANY
    return nameless or speaks_of_what_is_known(text, title, _ahead_of(text, abstract))


_SHORT, _MANY = 12, 1  # words
_WITHIN_IT = re.compile(r"(?:In|At|For|During|After|Before) (?:each|every|the) [^,;:]{3,40}, ")  # of what?


def _ahead_of(text: str, abstract: str) -> str:
    """What ``abstract`` says ahead of the sentence that bears ``text`` out best."""
    lines = sentences(abstract)
    return " ".join(lines[: max(range(len(lines)), key=lambda number: support(text, lines[number]), default=0)])


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(_stem, re.findall(r"[a-z]+", text.casefold())))


def _stem(word: str) -> str:
    return _ENDS.sub("", word)[:_START]
