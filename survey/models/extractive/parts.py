"""What a part of a method does, or what is done in it, told among the results: no finding."""

import re

_DONE = re.compile(  # "Two tasks are integrated into each net"
    r"^(?:[^\s,;:]+ ){1,9}?(?:is|are) (?:then |also |further |\w+ly )?(?:utili[sz]ed|integrated|incorporated|employed|"
    r"adopted|fused|embedded|injected|inserted|fed|applied|combined|compared|formulated|appended|concatenated)\b"
)
_NAMED = r"^(?:The )?(?:[A-Z][\w-]*(?: (?:of|and|for|with|a) | )){2,6}(?:\([A-Z][\w-]*\) )?"
_DOES = re.compile(  # "Variance-Based Sparsity Allocation assigns ..."
    rf"{_NAMED}(?:\w+ly )?(?:adjusts|assigns|reallocates|allocates|enforces|fuses|injects|refines|modulates|aggregates|"
    r"decomposes|integrates|reweighs|reweights|regulari[sz]es|aligns|extracts|encodes|maps|enhances|selects|captures|"
    r"transforms|guides|decouples|filters|computes|maintains|introduces|incorporates|leverages|employs|utili[sz]es|"
    r"uses|combines|adopts) "
)
_MEASURED = re.compile(r"\d\s?\\?%|\d\.\d|\b(?:than|outperform\w*|compared (?:to|with))\b")


def tells_a_part(text: str) -> bool:
    """Whether ``text`` only says what a named part does, or what is done, without a figure or a comparison."""
    return not _MEASURED.search(text) and any(one.match(text) for one in (_DONE, _DOES))
