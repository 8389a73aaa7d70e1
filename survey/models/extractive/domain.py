"""The domain of a paper among papers of another: "For dense passage retrieval, one paper proposes a masking strategy".

A topic gathers what is done alike, not always what it is done for. What a title ends with, "... for X" or "... of X",
says what a paper is for; where neither its statement nor the other papers of its topic speak of that, it is said.
"""

import re
from collections.abc import Collection, Sequence

from survey.evidence import content_words
from survey.models.extractive.subject import ONE
from survey.questions import RecordedPaper
from survey.words import small

_MOST_WORDS, _SHORT = 6, 3
_SHARED = 0.25  # of the other papers of the topic: a domain of so many is no other one
_ENDS_WITH = re.compile(r"^.* (?P<how>for|in) (?P<what>[^:;?!,.()]+?)[.]?$")
_MAYBE_DATA = re.compile(r"in [A-Z][a-z]+[.]?$")
"""In one thing of that name: what it is tried on, unless its abstract speaks of what is done in it."""
_GOES_ON = re.compile(r" (?:with|via|by|using|from|to|towards?|through|under|without|as|at|is|are|can|on|over|into) ")
_ORDINARY = re.compile(r"[A-Z]?[a-z]+(?:tion|ing|ment|ity|ance|ence|sis|ed|ic|al|ive|s)$|(?:of|and|the|an?|in)$")
_OFFERS = re.compile(
    rf"^{ONE}(?:paper|study|method|approach|model|framework|system|algorithm|network) (?:\w+ly )?"
    r"(?:proposes|introduces|presents|develops|designs|uses|employs|builds|exploits|leverages|formulates|learns|"
    r"trains|applies|describes|adopts|combines|integrates|devises|adapts)\b"
)
_NO_DOMAIN = content_words(
    "learning deep network model method approach framework efficient effective novel new better improved large scale "
    "training pre-training data neural images image tasks task applications systems practice analysis wild world "
    "representation representations feature features performance generation understanding language vision visual "
    "transformers transformer attention supervision time real zero few shot"
)


def in_its_domain(text: str, paper: RecordedPaper, others: Sequence[RecordedPaper], topic: Collection[str]) -> str:
    """``text``, what a paper without a name offers, behind what it is for, where that is not what its topic is about.

    ``others``: the other papers of the topic; ``topic``: the content words of its name and keywords.
    """
    if not _OFFERS.match(text):
        return text
    how, found = domain(paper)
    return f"{how.capitalize()} {found}, {small(text)}" if _is_another(found, text, others, topic) else text


def leaves_out_its_domain(
    text: str, paper: RecordedPaper, others: Sequence[RecordedPaper], topic: Collection[str]
) -> bool:
    """Whether ``text`` says nothing of what its paper's title says that it is for, nor does its topic."""
    return _is_another(domain(paper)[1], text, others, topic)


def _is_another(found: str, text: str, others: Sequence[RecordedPaper], topic: Collection[str]) -> bool:
    """Whether ``text`` says nothing of the domain ``found``, and that is none of the topic's."""
    words = content_words(found.replace("-", " ")) - _NO_DOMAIN
    letters = "".join(word[0] for word in found.replace("-", " ").split())
    if len(letters) > 1 and re.search(rf"\b{letters}s?\b", text, re.IGNORECASE):  # "CNNs" are its words
        return False
    return bool(words) and not words & content_words(text) and not words & set(topic) and not _is_shared(words, others)


def _is_shared(words: Collection[str], others: Sequence[RecordedPaper]) -> bool:
    """Whether so many of the ``others`` speak of what half of the ``words`` say that it is a domain of the topic."""
    about = sum(2 * len(content_words(f"{one.title} {one.abstract}") & set(words)) > len(words) for one in others)
    return about > _SHARED * len(others)


def domain(paper: RecordedPaper) -> tuple[str, str]:
    """What the title says at its end that the paper is for or in, as its abstract writes it, and which; else empty."""
    ended = _ENDS_WITH.search(paper.title)
    if ended is None or _GOES_ON.search(f" {ended['what']} ") or not _is_headline(paper.title):
        return "", ""
    words = ended["what"].split()
    maybe_data = _MAYBE_DATA.match(paper.title[ended.start("how") :])
    if maybe_data and f"in {words[0]}" not in paper.abstract:
        return "", ""
    told = [_within(word, paper.abstract) for word in words]
    if len(told) > 1 and told[-1].islower() and _ORDINARY.match(told[0]):  # no name: "Reinforcement learning"
        told[0] = told[0].lower()
    return (ended["how"], " ".join(told)) if len(words) <= _MOST_WORDS and all(told) else ("", "")


def _is_headline(title: str) -> bool:
    """Whether most words of a title are in capitals: one that isn't set so may be a sentence."""
    words = [word for word in title.split() if word[:1].isalpha() and len(word) > _SHORT]
    return 2 * sum(word[0].isupper() for word in words) > len(words)


def _within(word: str, abstract: str) -> str:
    """A title's word as it stands within the abstract's sentences; empty for a name that stands there nowhere."""
    plain = re.escape(word)
    starts = word[1:].islower() and re.search(rf"(?:^|[.?!:] ){plain} [a-z]", abstract)
    if starts or re.search(rf"(?<![\w-]){re.escape(word.lower())}(?![\w-])", abstract):
        return word.lower()
    if re.search(rf"(?<=[\w,;:(] )\(?{plain}(?![\w-])", abstract):
        return word
    return word.lower() if _ORDINARY.match(word) else ""
