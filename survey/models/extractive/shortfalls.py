"""More cues for a limit: what was found poor, what a gain costs, what is preliminary, what has to be looked into yet.

All are for text in lower case, each weighed like those of :mod:`survey.models.extractive.limits`.
"""

import re

from survey.models.extractive.failing import SAYS

_WORTH = (
    r"(?:performance|accuracy|consistency|generali[sz]ation|agreement|alignment|robustness|calibration|reliability|"
    r"recall|precision|sensitivity|specificity|correlations?|transfer|faithfulness|fidelity|quality|results|gains|"
    r"improvements?|success|coverage|understanding|reasoning)"
)
_MORE = r"(?:higher|greater|increased|additional|considerable|significant|substantial|extra|larger|heavier|longer)"
_COST = r"(?:costs?|expenses?|overheads?|latency|demands?|requirements|complexity|running time|training time|runtime)"
_NEEDED = r"(?:needed|required|necessary|warranted|called for|essential)"
_STUDY = r"(?:research|inquiry|work|investigations?|study|studies|validation|evaluation|attention|scrutiny|exploration)"


def _weighed(*pairs: tuple[float, str]) -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple((re.compile(pattern), weight) for weight, pattern in pairs)


FOUND_POOR = _weighed(
    (2.2, rf"{SAYS} (?:[\w-]+,? ){{0,4}}?(?:underperformance|flaws|fragility|deficits|difficulties|unreliability|"
          r"over-?reliance|inability|catastrophic forgetting|misconceptions|blind spots) (?:in|of|on|with|when|to|for|"
          r"across|among|that)\b"),
    (2.2, rf"{SAYS} (?:[\w-]+ ){{0,2}}?(?:difficulties|challenges) (?:that )?(?:[\w-]+ ){{1,3}}(?:face|encounter|"
          r"have)\b"),
    (2.2, rf"\b(?:exhibit|show|display|demonstrat|reveal|yield|achiev|have|has|had|obtain|deliver|report)(?:e?s|ed|"
          rf"ing|e)? (?:only |\w+ly )?(?:poor|weak|inconsistent|mixed|unsatisfactory|limited|suboptimal|disappointing)"
          rf" (?:[\w-]+ ){{0,3}}?{_WORTH}\b"),
    (2.2, r"\b(?:analys[ei]s|results|findings|evaluations?|experiments|study|we) (?:\w+ ){0,6}?(?:reveal|expos|"
          r"uncover)(?:e?s|ed|e)? (?:[\w-]+ ){0,3}?bias(?:es)?\b(?! (?:reduc|mitigat|detect))|"
          r"\bwe (?:\w+ )?(?:faced|encountered|met) (?:[\w-]+ )?(?:challenges|difficulties|problems)\b|"
          r"\b(?:show|exhibit|lead|result)(?:s|ed|ing)? (?:to |in )?(?:\w+ )?(?:degraded|worse|reduced) (?:performance|"
          r"accuracy|quality)\b|"
          r"\b(?:challenges|issues|gaps|questions|difficulties) (?:still |also )?(?:remain|persist|emerged|arose|were "
          r"(?:observed|noted))\b|\bremain(?:s|ing|ed)? limited (?:in|to|by)\b|"
          r"\b(?:highlight|reveal|expos|underscor)ing (?:[\w-]+ )?(?:challenges|difficulties|limits) (?:in|"
          r"of) \w+ing\b|"
          r"\b(?:analysis|results|study|evaluation|we) (?:\w+ )?identif(?:y|ies|ied) challenges (?:in|"
          r"with) [^,;]{3,60}, "
          r"(?:including|such as)\b"),
    (2.2, rf"{SAYS}.*\b(?:may|might|inadvertently|unintentionally) (?:\w+ly )?(?:suppress|erode|distort|homogeni[sz]e|"
          r"obscure|weaken|perpetuate|amplify|reinforce)s?\b"),
    (2.2, rf"\bbut (?:only |with |at |\w+ly )?(?:low|poor|weak|limited) (?:[\w-]+ ){{0,2}}{_WORTH}\b"),
    (2.2, r"\b(?:highlight|underscor|reveal|expos|uncover|point)(?:s|ed|ing|es|e)? (?:to |out )?(?:[\w-]+ ){0,5}?"
          r"(?:concerns|risks|pitfalls|dangers) (?:in|about|over|regarding|for|of|that|"
          r"when|with)\b(?! (?:ignor|neglect|overlook|not\b))"),
)  # fmt: skip
"""What was found poor in the field, or in the paper's own work."""
FALLS_SHORT = _weighed(
    (4.5, rf"(?<!without )(?<!no )(?<!not )\b(?:albeit|but|although|though|despite|while)(?: at| with| requires?| "
          rf"incurs?| requiring| incurring| needs)? (?:an? |the |its )?(?:\w+ly )?{_MORE} (?:[\w-]+ ){{0,2}}{_COST}\b"),
    (4.5, rf"\bat (?:an? |the )?(?:\w+ly )?{_MORE} (?:[\w-]+ ){{0,2}}(?:costs?|expense|overhead)\b"),
    (2.2, r"\b(?:findings|results|evidence|conclusions|work|study|evaluation|experiments) (?:is|are|remains?) (?:still "
          r"|only |\w+ly )?(?:preliminary|exploratory|inconclusive|anecdotal|in its infancy|at an early stage)\b"),
    (2.2, rf"\bfurther (?:[\w-]+,? ){{1,12}}?(?:is|are|would be|"
          rf"will be|remains?) (?:\w+ )?{_NEEDED}\b|\bvalidation (?:[\w-]+ ){{1,5}}(?:is|are|remains) (?:\w+ )?"
          rf"{_NEEDED}\b|\b(?:further|additional|future) (?:improvements?|optimi[sz]ations?|refinements?|advancements?|"
          rf"advances|progress|validation) (?:is|are|remains?) (?:\w+ )?{_NEEDED}\b"),
    (2.2, rf"\bcall(?:s|ing)? for (?:\w+ )?(?:further|future|more|additional|deeper|renewed|continued) (?:[\w-]+ )?"
          rf"{_STUDY}\b"),
)  # fmt: skip
"""What a gain costs, how far it has been tried out, and what has to be done yet."""
