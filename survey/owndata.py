"""The data that a paper itself makes, by the name that its contribution gives them."""

import re

_MADE = re.compile(
    r"^(?:Introduces|Presents|Proposes|Develops|Creates|Constructs|Releases|Builds|Contributes|Provides|Offers) "
    r"(?P<name>[A-Z][^\s(]*[A-Z\d][^\s(]*?)(?: ?\([^()]*\))?(?:,| -| –) (?:an?|the(?: first)?) "
    r"(?:(?!(?:for|of|with|to|that)\b)[\w-]+,? ){0,8}?"
    r"(?:benchmark|data ?set|corpus|database|test suite|evaluation suite)"
    r"(?=[,.;]| (?:for|of|that|which|with|to|on|in|from|where|designed|specifically|tailored|comprising|containing|"
    r"consisting|covering|featuring|spanning|built|created|collected|curated|including|aimed|aiming)\b|$)"
)


_NAMED = re.compile(  # "Presents a benchmark of leaves named LeafBench", "a Leaf Ageing Benchmark (LAB)"
    r"^(?:Introduces|Presents|Proposes|Develops|Creates|Constructs|Releases|Builds|Contributes|Provides|Offers) "
    r"(?:an?|the(?: first)?|two) (?:(?!(?:that|which|to|using|on|from|and|for|of|with|in)\b)[\w/-]+,? ){0,10}?"
    r"(?i:benchmark|data ?set|corpus|database)(?: suite| data ?set)?"
    r"(?: (?:for|of)(?: (?!(?:that|which|to|using|named|called)\b)[\w/-]+){1,7}?)??"
    r"(?:,? (?:named|called|termed|dubbed) | \(|, | )(?P<name>[A-Z][\w-]*[A-Z\d][\w-]*)"
    r"(?=\)|[,.;:]| (?:for|of|that|which|with|to|comprising|containing|consisting|covering|designed|built|based)\b|$)"
)


def made_data(contribution: str) -> str:
    """What a ``contribution`` calls the data that it offers: "LeafBench" of "Introduces LeafBench, a benchmark"."""
    found = _MADE.match(contribution) or _NAMED.match(contribution)
    return found["name"] if found else ""
