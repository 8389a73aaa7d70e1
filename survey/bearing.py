"""Whether a sentence is of the kind that a claim needs: one that leaves something open, one that compares.

Words alone say it, and more words than mean it: what is refused, nobody would have said. A sentence in another language
than English may be of any kind.
"""

import re

_OPEN = re.compile(
    r"n[o't]t\b|\b(?:no|nor|none|never|cannot|without|however|but|yet|still|only|although|though|while|despite|unless|"
    r"remain\w*|open|future|further|next|question\w*|unclear|unknown|unexplored|under\w*|lack\w*|limit\w*|challeng\w*|"
    r"difficult\w*|hard\w*|fail\w*|little|few|need\w*|require\w*|insufficien\w*|inadequate\w*|gaps?|missing|poor\w*|"
    r"problem\w*|issue\w*|caution\w*|carefully|warrant\w*|should|could|hope|plan|toward\w*|risk\w*|weak\w*|"
    r"struggl\w*|suffer\w*|sensitiv\w*|depend\w*|cost\w*|scarc\w*|rare\w*|bias\w*|un\w+ed|in\w+ent|drops?|"
    r"declin\w*|degrad\w*|wors\w+|obstacles?|bottlenecks?|concern\w*|trade-?offs?|persist\w*|shortcomings?|"
    r"drawbacks?|vulnerab\w*|fragil\w*|brittle\w*|blind spots?|less|lower|lag\w*|"
    r"underestimat\w*|overestimat\w*|room for|overfit\w*)\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"(?<!\bat )\b(?:most (?!of\b|[a-z-]+(?<!s)s\b)|least|best|worst|"
    r"(?:larg|high|low|strong|fast|great|small|few|wid|deep|rich|strict)est)\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\b(?:most|least|best|worst|[a-z]{3,}est|state[- ]of[- ]the[- ]art|sota|outperform\w*|surpass\w*|exceed\w*|record|"
    r"first|only|superior\w*|better|worse|more|less|fewer|[a-z]{3,}er than|improv\w*|leading|beats?|dominat\w*|"
    r"optimal\w*|max\w*|min\w*|top)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:the|of|and|is|are|to|in|that|for)\b", re.IGNORECASE)


def leaves_open(quote: str) -> bool:
    """Whether a sentence may name something as open, limited or undone."""
    return bool(_OPEN.search(quote)) or not _ENGLISH.search(quote)


def rank_in(text: str) -> str:
    """The first word of ``text`` that ranks: "best", "least"; not "at least", "most methods". Else empty."""
    found = _RANK.search(text)
    return found[0].strip() if found else ""


def compares(quote: str) -> bool:
    """Whether a sentence may rank or compare anything."""
    return bool(_COMPARES.search(quote)) or not _ENGLISH.search(quote)
