"""What in a sentence hangs on sentences that aren't there: "both signals" of no two, "the latter", "L" of no layer.

By classes of wording, each checked against what the sentence itself has named ahead.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from survey.evidence import content_words
from survey.unowned import known_from_elsewhere, owned_by_none
from survey.words import TROUBLE

_TWO = re.compile(
    r"\b(?:and|or|versus|vs|two|dual|pairs?|as well as|between|multi-?modal|cross-?modal)\b|&", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"\b(?:and|or|two|three|four|five|six|dual|first(?!,)|i+\)|\d\))(?= |\b)|[:;]", re.IGNORECASE
)  # a list of things, or how many there are
_BOTH = re.compile(r"\bboth (?!(?:sides|ways|worlds|directions|ends|hands)\b)(?:of )?(?P<what>[^.;]+)", re.IGNORECASE)
_ANOTHER_VERB = re.compile(
    r"\band (?=(?:\w+ly |then )?(?:is|are|can|was|were|has|demonstrat|show|achiev|outperform|improv|enabl|provid|find|"
    r"allow|reach|yield|produc|reduc|perform)\w*\b)"
)
_NEAR = 90  # characters within which "both" names the second of its two
_COUNTED = re.compile(
    r"\b(?:the|all) (?P<count>two|three|four|five|six) (?:[a-z-]+ )?(?P<what>[a-z-]+s|criteria|phenomena)\b"
    r"(?! (?:of|that|which|from|most|largest|main)\b|:| \()"
)
_BEHIND_ANOTHER = re.compile(
    r"\bthe (?:second|third|fourth) (?:stage|step|phase|component|module|branch|task|part|one|term|approach|method)s?\b"
)
_LATTER = re.compile(r"\bthe (?:latter|former)\b", re.IGNORECASE)
_SYMBOL = re.compile(
    r"(?:^|\b(?:when|where|if|that|of|as|on|with|in) )(?P<what>[B-HJ-Zb-hj-z]|[α-ω]|\$[^$ ]{1,12}\$)"
    r"(?= (?:is|are|being|grows|increases|decreases|tends|that|achieves)\b)|"
    r"\b(?:is|are|being|with|of|in) (?P<function>(?!O\()[a-z]{2,8}\([A-Z](?:, ?[A-Z])*\))|"
    r"\b(?:in|(?:values?|bounds?|choices?|sizes?) of) (?P<last>[B-HJ-Zb-hj-z])(?=[,.]| (?:that|for|is)|$)"
)
_SO = re.compile(r"^(?:The authors |[A-Z][a-z]+ )?(?:do|does|did|doing) so\b|^By doing so\b", re.IGNORECASE)
_PRONOUN_FIRST = re.compile(
    r"^(?:Because|Since|As|While|When|If|Although|Though|By|After|Before|Unless|To [a-z]+|[A-Z][a-z]+ing) "
    r"(?:they|it|them|its|their)\b(?:[^,]*, (?:the authors|we|it|they|this|one|the (?:proposed )?"
    r"(?:solution|method|approach|system|framework|pipeline|algorithm))\b|[^,]*$)"
)
_OBJECT = re.compile(
    r"^(?:(?:One|The) [\w.+-]+(?: paper)? |(?=\S*[A-Z]\S*[A-Z])\S+ )?[A-Za-z][a-z]+s (?:to [a-z]+ )?"
    r"(?:them|it(?! (?:\w+ly )?(?:all|\w+[bv]le|easy|easier|clear|hard|harder|difficult)\b))\b"
)
_CASE = re.compile(
    r"\b(?:as|than|like) (?:in|for|with) the (?:[a-z-]+ ){0,2}?(?:case|setting|regime|scenario)\b(?! of (?!the\b))"
)
_MADE_BEFORE = re.compile(
    r"\b[Tt]he (?P<how>(?:newly )?(?:chosen|considered|created|constructed|extracted|introduced|selected|collected|"
    r"computed|identified|obtained|implemented|delivered|studied|examined|investigated|tested|integrated|derived)) "
    r"(?P<what>[a-z-]+(?: [a-z-]+)?)"
)
_NEAR_BY = re.compile(  # "all the requirements above", "the texture under consideration"
    r"\b(?:the|these|all) (?P<what>[a-z-]+(?: [a-z-]+)?) (?:above(?=[.,;]|$)|under (?:consideration|study|"
    r"investigation|discussion)\b|at hand\b)"
)
_ALTERNATIVE = re.compile(
    r"^(?!Instead of|Unlike|Rather than).*\ban? (?:[\w-]+ ){0,4}"
    r"alternatives?(?= (?:that|which)\b|[.,]|$| (?:[\w()-]+ ){1,8}to (?:overcome|address|avoid|remedy) (?:its|their)\b)"
)
_BY_THE = re.compile(
    r"^(?:Even if|If) the (?P<which>[a-z-]+) [a-z]+s\b|"
    r"^(?:By|Through|With|Using|From|In|Under|For|On) (?:[a-z]+ing )?the (?P<what>[a-z-]+(?: [a-z-]+)?), "
)
_BARE = re.compile(
    r"^(?:Scores|Values|Weights|Outputs|Labels|Predictions|Errors|Gains|Samples|Costs) (?:can|are|is|were|may)\b"
)
_THAT_ROLE = re.compile(r"\bthat (?:role|end|purpose|goal|gap|respect|direction)\b")
_TROUBLE = re.compile(  # "addressing the prevailing issue": which, another sentence says
    r"\b(?:address|solv|tackl|overcom|mitigat|alleviat|resolv|remed|handl|combat)\w* the (?:[a-z]+ )?"
    rf"(?P<what>{TROUBLE})s?"
    r"(?=[.,;]| (?:by|with|via|through|using)\b|$)|"
    rf"(?<!to )\b(?:address|solv|tackl|overcom|mitigat|alleviat|resolv|remed|handl)\w* the [a-z]+-[a-z]+ "
    rf"(?P<such>{TROUBLE})s?(?=[.,;]| (?:by|with|via|through|using|and)\b|$)|"
    r"\b(?i:proposes|presents|introduces|offers|provides) (?:an?|the) (?:\w+ )?(?P<answer>solution|remedy)"
    r"(?= (?:based|by|that|which|with|via|using)\b|[.,])"
)
_INSTEAD = re.compile(
    r"^(?!.*\b(?:not|no|rather|unlike|usual\w*|whereas|while|without|never|replac\w+|avoid\w*|than|but|although|abandon\w*|discard\w*|drop\w*|remov\w*|eliminat\w*)\b)"
    r".*\binstead(?=[.,;:]|$)"
)
_EARLIER_WORK = re.compile(  # "builds on the previous study": on which, only the abstract says
    r"\b(?i:(?:builds?|building|based|expands?|improves?) (?:up)?on|extend\w*|continu\w+|follow\w*|complement\w*|"
    r"expand\w*|updat\w+) (?:the|their|its|an?) (?:previous|prior|earlier|preceding)(?:ly [a-z]+)? (?:study|work|paper|"
    r"approach|method|analysis|version|report|results?|framework|model)\b(?! (?:of|on|by|that|which|from|for)\b)"
)
_MORE_THAN_WHAT = re.compile(  # "is faster": than what?
    r"^(?!Compared|Relative|Unlike|While|Though|Although).*(?<!that )(?<!which )\b(?:is|are|was|were) (?:\w+ly )?"
    r"(?:faster|slower|cheaper|smaller|larger|bigger|higher|lower|better|worse|easier|"
    r"simpler|stronger|weaker|shorter|longer|greater|more [a-z]{4,}|less [a-z]{4,})"
    r"(?=[.,;]| (?:and|for|to|due|because|owing)\b)"
    r"(?!.*\b(?:than|compar\w+|relative|versus|vs|over|against|when|if|as|with|without|under|while|whereas|but|"
    r"unlike|rather|the more|the less)\b|.*\d)"
)
_GIVES_MORE = re.compile(  # "consistently provides more faithful maps": than which?
    r"^(?:[^\s,;:]+ ){1,6}?(?:provide|yield|give|deliver|produce|generate|achieve|obtain|show|exhibit|learn|offer)s? "
    r"(?:significantly |much |far )?(?:better|higher|lower|stronger|larger|fewer|(?:more|less) [a-z]{4,}) [a-z]"
    r"(?!.*(?:\b(?:than|compar\w+|relative|versus|vs|over|against|when|if|unlike|as|by|while|whereas)\b|\d))"
)
_FURTHER = re.compile(
    r"^(?:Further|Additional) (?!research|work|stud|investigat|experiment|analys|evaluat|test|examin|validat|evidence|"
    r"ablat|result|improvement)(?:[a-z]+ )?[a-z]+(?:s|ion|ment)\b"
)
_THOSE_TREATED = re.compile(  # "Exposed infants had": exposed to what?
    r"^(?:The )?(?:Exposed|Treated|Untreated|Enrolled|Included|Eligible|Selected|Affected|Surviving) [a-z]+ "
    r"(?!(?:to|with|by|from|for|after|using|through|in)\b)"
)
_AGAIN = re.compile(r"(?<![Oo]nce )\bagain(?=[.,;]| (?:with|on|by|to)\b)")
_SOME_EFFECT = re.compile(  # "yields a bias": towards what?
    r"\b(?:yield|introduc|caus|creat|produc|induc|show|exhibit|reveal|hav|ha)\w* an? (?:bias|effect|difference|"
    r"trade-?off|gap|change|shift|imbalance|mismatch|tension|conflict|phenomenon|pattern|problem|issue)(?=[.,;]|$)"
)
_GOOD_FOR_WHAT = re.compile(  # "others are not beneficial"
    r"\b(?:is|are|was|were|be) (?:not )?(?:\w+ly )?(?:beneficial|helpful|useful|detrimental|harmful)(?=[.,;])"
    r"(?!.*\b(?:to|for|in|when|if|because|since)\b)"
)
_IS_ALSO = re.compile(  # besides what else, or besides what other thing?
    r"^(?!.*\b(?:not only|both|as well)\b)"
    r"(?!(?:The |Our )?(?:proposed )?(?:method|approach|model|framework|algorithm)\b)[^,;:]+ (?:is|are) also "
    r"(?!(?:\w+ly )?(?:able|capable|applicable|compatible|available|suitable|[a-z]+ed|shown|an?)\b)"
)
_WHOSE = re.compile(
    r"^(?P<what>Robustness|Performance|Accuracy|Convergence|Training|Inference|Complexity|Stability|Efficiency|"
    r"Sensitivity|Specificity|Agreement|Generali[sz]ation|Improvement|Correlation|Validation) (?:is|was|can|could|may|"
    r"has|had|relates|depends|increases?d?|decreases?d?|improves?d?|drops?|dropped|degrades?d?|varie[sd]|remain(?:s|ed)|"
    r"takes|took|requires|reached|reaches|covers)\b"
)
_BOTH_OF_THEM = re.compile(r"\b(?:for|in|of|on|with|to|by|across|under|at) both(?=[.,;]|$)")
_EACH = re.compile(
    r"^(?:For|At|In|On|With|After) each (?!(?:[a-z]+ )?(?:layer|step|image|input|token|class|sample|instance|example|"
    r"iteration|round|task|frame|pixel|word|sentence|query|question|patient|node|case|time|day|year|participant)\b)"
    r"(?P<what>[a-z-]+(?: [a-z-]+)?), "
)
_IN_EACH = re.compile(  # "for each subtask" of none that was named
    r"(?<!^)\b(?:for|of|in|to|at|from|on|across) each (?P<what>sub-?task|subset|subgroup|variant)\b(?! of\b)"
)
_CORRESPONDING = re.compile(r"\b[Tt]he (?:two|three|four|five|six) corresponding [a-z]")
_MOST_OF_WHAT = re.compile(  # "finds that most struggle": most of what?
    r"^(?:\S+ ){0,6}that (?:most|many|some|few|all|none|several)(?: of them)? (?:\w+ly )?(?:struggle|fail|perform|"
    r"remain|achieve|suffer|lack|lag|show|exhibit|produce|reach|score|still|do|can|cannot|are|were|have|rely|tend)\b"
)
_KEEPS = re.compile(  # "maintains an accuracy of 50%": where others lose theirs, which another sentence says
    r"^(?!.*\b(?:even|despite|while|whereas|compared|than|versus|vs|original|drop\w*|without|but|only|just|though|"
    r"against|when|under|across|after|comparable|outperform\w*|surpass\w*)\b)"
    r".*\b(?:maintain|retain|sustain|keep|preserve)(?:s|ed)? (?:an? |the )?(?:[a-z-]+ ){0,3}?(?:accuracy|score|rate|"
    r"performance|precision|recall|AUC|F1)(?: score)? of (?:about |around |over |up to |at least )?\d"
)
_RIVALS_FIGURES = re.compile(  # "Compared to a net with 77%, it is a trade-off": and its own figures?
    r"^(?:Compared|Relative|In comparison|In contrast) (?:to|with) [^;,]{0,160}?\d\s?\\?%[^;,]{0,80}, "
    r"(?![^;]*\b(?:than|same|similar|comparable|outperform\w*|better|surpass\w*|only|fewer|less|lower|higher|reduc\w*|"
    r"improv\w*|match\w*)\b)[^,\d]+$"
)
_HARD, _SOFT = 2, 1


@lru_cache(maxsize=8192)
def hanging(text: str, named: str = "") -> int:
    """How much of the sentence ``text`` hangs on others: 2 for what can't be understood, 1 for what can be guessed.

    ``named`` is what the reader knows already: the paper's title, and what stands ahead of the sentence.
    """
    if any(one.search(text) for one in _STARTS_HANGING) or _says_elsewhere(text) or owned_by_none(text, named):
        return _HARD
    if any(_hangs(pattern, unnamed, text, named) for pattern, unnamed in _OF_NOTHING):
        return _HARD
    if any(one.search(text) for one in _WANTING) or known_from_elsewhere(text, named):
        return _SOFT
    return _SOFT if any(_hangs(pattern, unnamed, text, named) for pattern, unnamed in _UNNAMED) else 0


_STARTS_HANGING = (
    _SO, _PRONOUN_FIRST, _OBJECT, _CASE, _ALTERNATIVE, _THAT_ROLE, _BARE, _FURTHER, _THOSE_TREATED, _EARLIER_WORK,
    _MOST_OF_WHAT, _KEEPS, _RIVALS_FIGURES,
)  # fmt: skip
_WANTING = (_MORE_THAN_WHAT, _GIVES_MORE, _SOME_EFFECT, _GOOD_FOR_WHAT, _IS_ALSO)


def leans_on_another(text: str, named: str = "") -> bool:
    """Whether ``text`` speaks of a thing or a work that only another sentence names: "it", "the latter", "our earlier
    study"."""
    starts = any(one.search(text) for one in (_SO, _PRONOUN_FIRST, _OBJECT, _EARLIER_WORK))
    return starts or ("latter" in text and _hangs(_LATTER, _of_no_two, text, named))


def _says_elsewhere(text: str) -> bool:
    """Whether an "instead" or "again" has nothing ahead that it could turn from or go back to."""
    if "instead" in text and _INSTEAD.search(text):
        return True
    return "again" in text and _AGAIN.search(text) is not None


def _hangs(pattern: re.Pattern[str], unnamed: Callable[[re.Match[str], str, str], bool], text: str, named: str) -> bool:
    return any(unnamed(found, text, named) for found in pattern.finditer(text))


def _of_no_two(found: re.Match[str], text: str, named: str) -> bool:
    """Whether a "both" or "the latter" has no two things near it."""
    behind = text[found.end() - len(found["what"]) :][:_NEAR] if "what" in found.groupdict() else ""
    behind = _ANOTHER_VERB.sub("", behind)
    return not (_TWO.search(text[: found.start()]) or _TWO.search(behind) or ":" in behind or _TWO.search(named))


def _of_none_listed(found: re.Match[str], text: str, named: str) -> bool:
    """Whether a "the three stages" or "the second stage" has nothing ahead that could be these."""
    ahead = f"{named.replace(':', ' ')} {text[: found.start()]}"
    return not _SEVERAL.search(ahead) and not _SEVERAL.match(text[found.end() :].lstrip(" ,"))


def _of_no_noun(found: re.Match[str], text: str, named: str) -> bool:
    """Whether a symbol stands for nothing that the sentence or ``named`` has named beside it: "features D"."""
    symbol = found["what"] or found["function"] or found["last"]
    there = re.compile(
        rf"\b(?!(?:when|where|that|with)\b)(?:[a-z]{{3,}}|[A-Z]\w+) {re.escape(symbol)}\b|\b{re.escape(symbol)} ?[-=]"
    )
    return not there.search(f"{named} {text}".replace(found[0], " ", 1)) and symbol not in named.split()


def _not_named(found: re.Match[str], text: str, named: str) -> bool:
    """Whether neither the noun nor what was done to it stands ahead."""
    wanted = content_words(" ".join(filter(None, found.groupdict().values())))
    return not wanted & content_words(f"{named} {text[: found.start()]}")


def _of_no_two_ahead(found: re.Match[str], text: str, named: str) -> bool:
    return not (_TWO.search(text[: found.start()]) or _TWO.search(named))


_OF_NOTHING = (
    (_BOTH, _of_no_two),
    (_BOTH_OF_THEM, _of_no_two_ahead),
    (_LATTER, _of_no_two),
    (_SYMBOL, _of_no_noun),
)


def _of_no_trouble(found: re.Match[str], text: str, named: str) -> bool:
    """Whether nothing ahead says what the trouble is that is dealt with."""
    return _SOME_TROUBLE.search(f"{named} {text[: found.start()]}") is None


_SOME_TROUBLE = re.compile(
    rf"\b(?:{TROUBLE}|lack|bias|cost|error|artifact|noise|fail|suffer|"
    r"difficult|degrad|collaps|overfit|bottleneck|drop|expensive|hard)\w*",
    re.IGNORECASE,
)
_UNNAMED = (
    (_COUNTED, _of_none_listed),
    (_BEHIND_ANOTHER, _of_none_listed),
    (_MADE_BEFORE, _not_named),
    (_NEAR_BY, _not_named),
    (_BY_THE, _not_named),
    (_EACH, _not_named),
    (_IN_EACH, _not_named),
    (_CORRESPONDING, _of_none_listed),
    (_TROUBLE, _of_no_trouble),
    (_WHOSE, _not_named),
)
