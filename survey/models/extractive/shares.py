"""What a percentage is a share of, where the sentence says so: of the bugs that are found, of the accuracy kept."""

import re

FOUND = re.compile(
    r"\b(?:detect|identif|solv|resolv|fix|cover|retriev|classif|recogni[sz]|correct|catch|caught|prevent)\w* "
    r"(?:up to |about |around |nearly |over |more than )?$"
)
_OF_WHAT = re.compile(
    r" (of (?:the |all )?[\w-]+(?: (?!(?:in|on|for|with|and|that|from|by|at|to|as|using|while|when)\b)"
    r"[a-z][\w-]+){0,3})"
)
_KEPT = re.compile(
    r"\b(?:retain|maintain|preserv|keep|recover|match)\w* (?:up to |over |about |around |more than |nearly )*$"
)
# "achieves 110% of the baseline performance": of another's, so that it is no value of its own
_REACHED = re.compile(
    r"\b(?:achiev|reach|attain|deliver|obtain)\w* (?:up to |over |about |around |more than |nearly )*$"
)
_OF_ANOTHERS = re.compile(
    r" (of (?:the )?(?:baseline|full|original|teacher|oracle|upper[- ]bound|supervised|dense|expert)"
    r"(?:[- ][a-z]+)?(?:['’]s)? "
    r"(?:performance|accuracy|quality|scores?|speed|throughput))\b"
)
_OF_ITS_OWN = re.compile(
    r" (of (?:its |the |their |full )?(?:[a-z][\w-]*(?:['’]s)? ){0,3}?"
    r"(?:performance|accuracy|quality|scores?|utility|capabilit(?:y|ies)))\b"
)


def found_share(before: str, after: str, unit: str | None) -> str | None:
    """What a share was found of: "detected 87% of the bugs"."""
    of = _OF_WHAT.match(after)
    return of[1] if of and unit == "%" and FOUND.search(before) else None


def kept_share(before: str, after: str, unit: str | None) -> str | None:
    """What a share was kept of: "keeps 97% of the accuracy"."""
    of = _OF_ITS_OWN.match(after)
    if of and unit == "%" and _KEPT.search(before):
        return of[1]
    of = _OF_ANOTHERS.match(after)
    return of[1] if of and unit == "%" and _REACHED.search(before) else None
