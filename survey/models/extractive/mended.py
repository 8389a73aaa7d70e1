"""Whether a limit that a sentence names is set right behind it: then it was a motive, and is no limit any more."""

import re
from collections.abc import Sequence

from survey.evidence import content_words
from survey.models.extractive.failing import SAYS
from survey.models.extractive.fields import Piece

_SET_RIGHT = re.compile(
    r"(?:\w+,? )?(?:in order )?to (?:\w+ )?(?:address|tackle|overcome|solve|resolve|mitigate|alleviate|bridge|fill|"
    r"remedy|handle|combat|counter|deal with|cope with|close|fix|reduce|avoid|circumvent|compensate|enhance|improve|"
    r"advance)\b|(?:based|building|motivated|inspired|driven|informed)\b.{3,60}, we (?!(?:\w+ly )?(?:provide|offer|"
    r"outline|discuss|"
    r"recommend|suggest|call|argue|advocate|highlight|conclude|identify)\b)|(?:thus|hence|therefore),? we\b|"
    r"to (?:achieve|enable|obtain|ensure|allow) [^,]{3,90}, (?:we|[\w-]+) (?:introduc|propos|us|employ|adopt|"
    r"present)\w*|"
    r"we (?:\w+ly )?(?:propose|introduce|design|devise|develop) (?:an?|the|two|three|novel|new)\b|to this end\b|"
    r"instead, |(?:in|by) contrast\b|(?:our|the proposed) (?:\w+ )?(?:framework|method|approach|model|"
    r"system|solution|pipeline)\b|(?:using|with|by) [^,]{3,80}, we (?:\w+ )?(?:implement|improv|address|fix|develop|"
    r"reduc)|"
    r".{0,60}\b(?:instead employs|instead uses)\b|[\w-]+ (?:\w+ly )?(?:addresses|tackles|overcomes|resolves|"
    r"mitigates|alleviates) (?:\w+ )?(?:these|this|both|two|the)\b|we (?:\w+ )?(?:address|tackle|overcome|solve|"
    r"resolve|mitigate) (?:this|these|the)\b"
)
"""How a sentence starts that says what the paper does about what the one before it names."""
_CONCEDES = re.compile(r"(?:we [\w ]{0,30}that )?(?:while|although|though|despite) (?P<what>[^,;]{5,90}), ")
"""What stands against it is told behind the same thing once more: "while X fails, it can be mended by ..."."""
_OWN_FINDING = re.compile(
    rf"{SAYS}|\b(?:we|our|future|further|this (?:paper|work|study)|limitations? of (?:this|the (?:proposed|present)))\b"
    r"|\b(?:achieved|reached|obtained|yielded|scored|outperformed|surpassed|struggled|failed)\b|\b(?:benchmarking|"
    r"evaluation|testing|experimentation)\b[^;]{0,120}\byields?\b"
)
_ENDING = 2  # sentences at most behind one that says on its own what is open
_SETS_RIGHT = re.compile(
    r"(?:in order )?to (?:address|tackle|overcome|solve|resolve|mitigate|alleviate|remedy) (?:this|these)\b"
)
OWN_WORK = re.compile(r"\b(?:we|our)\b")
PROPOSES = re.compile(
    r"\b(?:we|this (?:paper|work|study)) (?:\w+ ){0,2}(?:propos|introduc|present|develop|design|devis)\w*|"
    r"\b(?:our|the) proposed\b"
)
"""Something is offered; behind what fails that is for it."""
_COINED = re.compile(r"\b(?=\S*[A-Z])(?:[A-Z]?[a-z]+[A-Z\d]|[A-Z][\w]*[A-Z\d])[\w-]*")
_WORKS = re.compile(  # what a method does, rather than what it reached
    r"\S+ (?:\w+ly )?(?:incorporat|leverag|utili[sz]|us|employ|introduc|consist|compris|combin|decompos|integrat|adopt|"
    r"exploit|address|tackl|solv|mitigat|overcom|resolv|replac|enabl|allow|first|learn|align|appl|propos|build|adapt)"
    r"(?:e?s|ies)?\b"
)


def is_set_right(piece: Piece, plain: Sequence[Piece], after: int, shown: bool = False) -> bool:
    """Whether the next sentence sets right what ``piece`` names, or a later one, where it is known from elsewhere.

    ``plain``: all sentences, of which that at ``after`` states the contribution. ``shown``: whether one before the
    piece tells of results, which then go on.
    """
    behind = plain[piece.place + 1 :]
    if not behind:
        return False
    known = not shown and not _OWN_FINDING.search(piece.low)
    if known and len(behind) > _ENDING:
        return True
    conceded = _CONCEDES.match(behind[0].low)
    if conceded and content_words(conceded["what"]) <= content_words(piece.low):
        return True
    own = [one for one in behind if _tells_of_the_offered(one, plain[after])]
    later = any(_SETS_RIGHT.match(one.low) or (known and (OWN_WORK.search(one.low) or one in own)) for one in behind)
    return later or _SET_RIGHT.match(behind[0].low) is not None or behind[0] in own


def _tells_of_the_offered(one: Piece, contribution: Piece) -> bool:
    """Whether a sentence says how that works which the contribution names: "SlimTree leverages lamps"."""
    name = _COINED.match(one.raw)
    return name is not None and name[0] in contribution.raw and _WORKS.match(one.raw) is not None
