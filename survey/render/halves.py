"""A statement on two papers in two halves, so that each half stands before its own paper's citation."""

import re

from survey.claims import Claim
from survey.render.wording import claim_words


def halves(claim: Claim) -> tuple[str, ...]:
    """The words of a claim, parted where it goes on from its first paper's finding to its second's, if it does.

    "On nets, one paper finds that X; on trees, another that Y": each half stands before its own paper's citation.
    """
    text = claim_words(claim)
    joints = list(_ANOTHER.finditer(text)) if claim.kind == "finding" and len(claim.papers) == 2 else []
    if len(joints) != 1 or not _ONE_PAPER.match(text):
        return (text,)
    return text[: joints[0].start()], text[joints[0].start() :]


_ONE_PAPER = re.compile(r"(?:On [^,;]+, one|One) paper ")
_ANOTHER = re.compile(r'(?:; on [^,;]+)?, another(?: \("[^"]+"\))? (?=that |[a-z]+s )')
