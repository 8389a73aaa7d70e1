"""Ratios of risks, frequencies of illness: figures that say nothing without what they are of, and those of the test."""

import re
from dataclasses import replace

from survey.models.extractive.reported import Result

SPACED = re.compile(r"(?<![\w.,])\d{1,3}(?:[ \u2009\u202f\xa0]\d{3})+(?![\d.,]*\d|\s?\\?%)")
"""A number whose thousands are told apart by spaces, as journals of medicine write them: "14 786 patients"."""
_NEEDS_OUTCOME = re.compile(
    r"(?:adjusted |pooled |crude )?(?:a?(?:HR|OR|RR|IRR)s?|(?:hazard|odds|risk|rate) ratios?|relative risks?|"
    r"(?:mean|risk) difference|W?MD|SMD|(?:[\w-]+ )?(?:prevalence|incidence))",
    re.IGNORECASE,
)
_OUTCOME = (
    r"(?:(?:adjusted|pooled|crude|annual|cumulative|overall|total|mean) )*"
    r"(?P<measure>MEASURE)(?: \([^()]*\))?"
    r"(?P<what> (?:for|of|in) (?:the )?(?:(?!was\b|were\b|is\b|are\b|of\b|by\b|to\b|from\b|being\b)[a-z][\w-]*)"
    r"(?: (?!was\b|were\b|is\b|are\b|by\b|to\b|from\b|at\b|vs\b|versus\b)[\w-]+){0,4}?)"
    r"(?: \([^()]*\))?,? (?:of|was|were|is|by|to|at|=) (?:only |about |approximately |as high as )?$"
)
_OF_THE_TEST = re.compile(
    r"(?:SDs?|SEs?|SEM|CIs?|IQRs?|NNTs?|[pP](?:[- ]values?)?|(?:[\w-]+ )?[Ss]tandard (?:errors?|deviations?))"
)
# "would reduce events by 76%": what is reckoned, not found
_RECKONED = re.compile(
    r"\b(?:would|could|might)(?: (?:also|be|have|potentially|theoretically|further))* "
    r"(?:been )?(?:reduc|lower|decreas|increas|improv|cut|sav|rais|prevent|avert|cost|gain|boost)\w*\b[^;,]*$"
)


def of_an_outcome(result: Result, before: str) -> Result | None:
    """``result``, whose measure says of what: "OR for in-hospital mortality"; None where nobody can know."""
    measure = result.measure or ""
    if _OF_THE_TEST.fullmatch(measure) or _RECKONED.search(before[-160:]):
        return None
    if not _NEEDS_OUTCOME.fullmatch(measure):
        return result
    found = re.search(_OUTCOME.replace("MEASURE", re.escape(measure)), before)
    return replace(result, measure=found["measure"] + found["what"]) if found else None
