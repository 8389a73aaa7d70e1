"""The data that a paper itself makes, by the name that its contribution gives them."""

import re

_MADE = re.compile(
    r"^(?:Introduces|Presents|Proposes|Develops|Creates|Constructs|Releases|Builds|Contributes|Provides|Offers) "
    r"(?P<name>[A-Z]\S*[A-Z\d]\S*?)(?: \([^()]*\))?(?:,| -| –) (?:an?|the(?: first)?) "
    r"(?:(?!(?:for|of|with|to|that)\b)[\w-]+,? ){0,8}?"
    r"(?:benchmark|data ?set|corpus|database|test suite|evaluation suite)"
    r"(?=[,.;]| (?:for|of|that|which|with|to|on|in|from|where|designed|specifically|tailored|comprising|containing|"
    r"consisting|covering|featuring|spanning|built|created|collected|curated|including|aimed|aiming)\b|$)"
)


def made_data(contribution: str) -> str:
    """What a ``contribution`` calls the data that it offers: "LeafBench" of "Introduces LeafBench, a benchmark"."""
    found = _MADE.match(contribution)
    return found["name"] if found else ""
