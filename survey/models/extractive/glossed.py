"""Which title a finding needs in the overview, where no topic's name stands above it: that of a name not explained."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from survey.evidence import SUPPORT, best_line, content_words, numbers, sentences, support, without_title
from survey.models.extractive.alone import COINED
from survey.models.extractive.attributed import without_attribution
from survey.models.extractive.called import NO_NAME, is_offered, name_of
from survey.models.extractive.introduced import says_too_little
from survey.models.extractive.titled import titles
from survey.questions import DigestedClaim, RecordedPaper

_DOES = (
    r"(?:can|could|may|not|also|\w+ly|achiev|attain|boost|enabl|exceed|facilitat|gain|improv|increas|match|obtain|"
    r"outperform|provid|reach|reduc|remain|show|surpass|yield)"
)
_SAME = 0.8  # what counts as said again
_SUBJECT_WORDS = 14  # within which a finding says of what it tells


def bare(claim: DigestedClaim) -> str:
    """The text of a finding as the overview words it: no title, no "one study finds that"."""
    return without_attribution(without_title(claim.text, claim.about.title) if claim.about else claim.text)


def is_of_a_name(text: str, paper: RecordedPaper) -> bool:
    """Whether a finding is about what its paper gives a name, and says too little of what that is or does."""
    return _names_own(text, paper) and says_too_little(text, paper)


def is_of_own_name(claim: DigestedClaim) -> bool:
    """Whether what a finding tells of is what its paper gives a name: "MFR improves" tells a newcomer little."""
    does = any(re.search(rf"{re.escape(one)}\)? {_DOES}", claim.text) for one in COINED.findall(claim.text))
    return claim.about is not None and does and _names_own(claim.text, claim.about)


def _names_own(text: str, paper: RecordedPaper) -> bool:
    name = name_of(paper)
    ahead = " ".join(text.split()[:_SUBJECT_WORDS])
    coined = (word for word in COINED.findall(ahead) if not NO_NAME.fullmatch(word.rstrip("s")))
    return (name is not None and name in text) or any(is_offered(paper, word) for word in coined)


def glosses(claim: DigestedClaim) -> list[str]:
    """The titles, or parts of one, of which one should stand beside a bare finding; none where it explains itself."""
    return titles(claim.about) if claim.about and is_of_a_name(claim.text, claim.about) else []


def with_gloss(text: str, place: int, claim: DigestedClaim) -> str:
    """``text`` with a title at ``place``, as much of it as leaves it borne out by the sentence that it is from.

    Without one where that is none, or would only say again what the topic says.
    """
    lines = sentences(claim.about.abstract) if claim.about else ()
    if not lines:
        return text
    line = lines[best_line(text, lines)]
    for title in glosses(claim):
        told = f'{text[:place]} ("{title}"){text[place:]}'
        if support(told, line) >= SUPPORT and not _is_the_same(told, f"{claim.text} {title}"):
            return told
    return text


def _is_the_same(text: str, other: str) -> bool:
    """Whether two texts share so many of their words, and all numbers, that the one repeats the other."""
    one, two = content_words(text), content_words(other)
    return set(numbers(text)) == set(numbers(other)) and len(one & two) >= _SAME * len(one | two)


def pairs(one: DigestedClaim, other: DigestedClaim, bare_too: bool) -> Iterator[Sequence[str]]:
    """What may stand in brackets behind "one paper" and "another": each with a title where it needs one, long first.

    ``bare_too``: at last without one.
    """
    without = [""] if bare_too else []
    for titles_of_both in product([*glosses(one), *without] or [""], [*glosses(other), *without] or [""]):
        yield [f' ("{title}")' if title else "" for title in titles_of_both]
