"""Figures of a sentence that are not the paper's own results: those of rivals, ranges, chances, settings."""

import re

from survey.models.extractive.measures import NUMBER

# The range or the chance that goes with a figure: "95% CI 0.50 to 0.77", "p = 0.03", "I2 = 45%", "SD 1.2"
_OF_THE_TEST = re.compile(
    r"\bCIs?\b\]?[^;)]{0,22}$|\b[pP](?:[- ]?values?)? ?(?:of|was|[=<>≤≥]+) ?$|"
    r"\bI\^?2 ?= ?$|\bSD ?[=:]? ?$"
)
# "where leading approaches have a perplexity of 10 or more": what others reach is not the paper's result
_THEIRS = re.compile(
    r"\b(?:leading|existing|earlier|previous|prior|competing|other|state-of-the-art) (?:[\w-]+ ){0,2}?"
    r"(?:approaches|methods|models|works?|systems|baselines) (?:only |all )?"
    r"(?:have|has|had|reach\w*|achiev\w*|obtain\w*|gets?|attain\w*|scor\w+)\b[^,;.]{0,60}$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\brang\w+ (?:\w+ )?(?:from|between) [^;,]*$")
# "by masking only 2.56% of the parameters": what is done, not what comes of it
_DONE = re.compile(
    r"\b(?:mask|prun|remov|tun|updat|train|keep|retain|us|drop|add|select|sampl|label)ing (?:only |just |"
    r"an average of |about |around |over |up to |as little as )*$"
)
_SPENT_LESS = re.compile(r"\\?%? (?:[\w-]+ )?(?:overhead|memory|latency|fewer|less(?:er)?|lower|smaller|faster|more)\b")


def of_others(before: str, after: str) -> bool:
    """Whether a figure is what the result is compared with: "from 71.4 to", "the score of 61.3 obtained with the "
    "best"."""
    if re.search(r"\b(?:compared (?:to|with)|versus|vs\.?|than|against) [>~<≥≈]?$", before) and not re.search(
        r"\b(?:more|less|better|worse|fewer|higher|lower|greater|larger|smaller) than [>~<≥≈]?$", before
    ):
        return True
    if re.search(r"\bfrom (?:an? \S+ of |\S+ )?$", before) and re.match(
        rf"\\?%?(?: [A-Za-z][A-Za-z -]{{0,40}})?\s*to\s+{NUMBER}", after
    ):
        return True
    if re.search(r"\b[Tt]ype $", before):
        return True
    if _DONE.search(before) and not _SPENT_LESS.match(after):
        return True
    if _OF_THE_TEST.search(before) or _RANGE.search(before) or _THEIRS.search(before):
        return True
    return bool(
        re.search(
            r"\b(?:improving|over|than|versus|vs\.?|against|compared (?:to|with)) (?:the |an? )?(?:[\w'-]+ ){0,2}of $",
            before,
        )
        or re.search(r"\b(?:compared (?:to|with)|than|over|against) (?:the |an? )(?:[\w'-]+ ){1,2}$", before)
        or re.search(r", but\b", after)
    )
