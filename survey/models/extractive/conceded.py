"""What a paper offers without what is conceded or reasoned ahead of it: what others lack is told as a problem.

"While former methods only sort leaves, we propose a net that sorts trees" tells of the others first; a reader of what
the paper contributes wants "Proposes a net that sorts trees.", as of every other paper.
"""

import re

from survey.models.extractive.openings import without_opening
from survey.models.extractive.trim import stands_alone, trimmed

_OFFER = (
    r"we (?:instead |here |therefore |thus |then )?(?=(?:propose|introduce|present|develop|design|devise|build|"
    r"construct|create)\b)"
)
_AHEAD = re.compile(  # one clause: where a second "we" or a full stop stands in it, it says more than a concession
    r"(?:in this (?:paper|work),? |here,? )?(?:while|whereas|(?:even )?though|although|despite|unlike|"
    r"(?:in contrast|contrary|as opposed) to|different(?:ly)? from|since|because|"
    r"as (?=(?!an? |the (?:first|next|main) )(?:[\w-]+ ){1,8}(?:is|are|can|cannot|do|does|have|has|may|remains?)\b))"
    rf"(?:(?!\b(?:we|our)\b)[^;:]){{8,240}}?,? {_OFFER}",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:(?!\b(?:we|our|this|these)\b)[^;:]){{20,260}}, (?:while|whereas|but|so) {_OFFER}", re.IGNORECASE
)
_WHAT = re.compile(r"[a-z]+ (?!(?:to|that|this|these|it|them|such|using)\b|the (?!(?:first|use)\b))")
_POINTS_AHEAD = re.compile(
    r"\b(?:them|these|those|this|such|latter|former|instead|ones?|both|above|same|it|alternatives?|otherwise|too|also|"
    r"missing|solution)\b",
    re.IGNORECASE,
)
_LEAST_WORDS = 8


def offered_alone(raw: str, text: str) -> str:
    """``text``, the trimmed sentence ``raw``, without a clause on others ahead of what the paper offers.

    As it is where what is offered would then lack a word that it needs: "we propose a net that does both".
    """
    said = without_opening(raw)
    found = _AHEAD.match(said) or _BEFORE.match(said)
    if found is None:
        return text
    offer = said[found.end() :]
    if not _WHAT.match(offer) or _POINTS_AHEAD.search(offer) or len(offer.split()) < _LEAST_WORDS:
        return text
    alone = trimmed(f"We {offer}")
    return alone if stands_alone(alone) else text
