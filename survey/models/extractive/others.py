"""Figures of a sentence that are not the paper's own results: those of rivals, ranges, chances, settings."""

import re

from survey.models.extractive.measures import NUMBER

_NEAR = 160  # characters before a figure in which stands whose it is
# The range or the chance that goes with a figure: "95% CI 0.50 to 0.77", "p = 0.03", "I2 = 45%", "SD 1.2"
_OF_THE_TEST = re.compile(
    r"\bCIs?\b\]?[^;)]{0,22}$|\b[pP](?:[- ]?values?)? ?(?:of|was|[=<>≤≥]+) ?$|"
    r"\bI\^?2 ?= ?$|\bS[DE] ?[=:]? ?$|\b[Ss]tandard (?:errors?|deviations?),? ?(?:of|is|was|were|[=:])? ?$"
)
# "where leading approaches have a perplexity of 10 or more": what others reach is not the paper's result
_THEIRS = re.compile(
    r"\b(?:leading|existing|earlier|previous|prior|competing|other|state-of-the-art) (?:[\w-]+ ){0,2}?"
    r"(?:approaches|methods|models|works?|systems|baselines) (?:only |all )?"
    r"(?:have|has|had|reach\w*|achiev\w*|obtain\w*|gets?|attain\w*|scor\w+)\b[^,;.]{0,60}$|"
    r"\b(?:rivals|others|competitors) (?:have|had|reach|achieve|obtain|get|attain)\b[^,;.]{0,60}$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\b(?:varying|varied)\b[^;]*\([^()]*$|\brang\w+ (?:\w+ )?(?:from|between) [^;,]*$")
# "by masking only 2.56% of the parameters": what is done, not what comes of it
_DONE = re.compile(
    r"\b(?:mask|prun|remov|tun|updat|train|keep|retain|us|drop|add|select|sampl|label|modify|chang|fine-?tun)ing "
    r"(?:only |just |around |"
    r"an average of |about |over |up to |as little as )*$"
)
_SPENT_LESS = re.compile(r"\\?%? (?:[\w-]+ )?(?:overhead|memory|latency|fewer|less(?:er)?|lower|smaller|faster|more)\b")
# "does not achieve a 100% accuracy": what is not so is no result
_NOT_SO = re.compile(
    r"\b(?:not|[Nn]one of (?:the |these )?[\w-]+|cannot|unable to|fail(?:s|ed)? to|never|without) (?:\w+ly )?"
    r"(?:achiev|reach|attain|obtain|get|exceed|guarantee)\w*\b[^,;.]{0,30}$"
)
# "Task 2", "top 5% accuracy", "accelerometers 1, 2"
_NUMBERED = re.compile(
    r"\b(?:(?:[Ss]ub)?[Tt]asks?|[Tt]racks?|[Pp]hases?|[Ss]tages?|[Ll]evels?|[Tt]ables?|[Tt]ypes?|[Ff]olds?|[Rr]ounds?|"
    r"[Ss]tud(?:y|ies)|[Ee]xperiments?|[Ss]cenarios?|[Cc]lass|[Gg]rades?|[Tt]op|[Ll]ayers?|[Vv]ersions?)[ -]"
    r"(?:\d+(?:, | and |, and ))*$"
)
# "an average precision at IoU 0.5 of 0.75", "standard deviation of accuracy = 0.04", "77.7 ± 2.7"
_OF_THE_WAY = re.compile(
    r"\bwithin $|\b(?:scenario|setting|condition|case)s? (?:of|with|at) $|"
    r"\bat (?:an? |the )?(?:IoU|threshold|recall|FPR|FAR|precision)s?(?: threshold)?(?: of|:| =|=)? ?$|"
    r"\b(?:proportion|share|percentage|fraction|number|rate) of [\w -]{2,30} "
    r"(?:exceeding|above|below|under|greater than|within|larger than|over|beyond) $|"
    r"\b(?:performing|scoring|scored) (?:above|below|over|under|at) $|(?<![\w-])[KMNTLknt] ?= ?$|"
    r"\b(?:[Ss]tandard deviations?|[Ss]td\.?|SEM|[Vv]ariance)"
    r"(?: (?:of|in|for) [^,;()]{1,30}?)? ?(?:=|:|of|is|was) ?$|(?:\\pm|±|\+/-)\s?\$?\s?$|@ $"
)
# The size of a rival: "models that are 2x larger", "outperforms models 10x its size"
_ITS_SIZE = re.compile(
    r"\b(?:models?|networks?|ones|LLMs?|competitors|baselines?|counterparts?|alternatives)"
    r"(?: (?:that|which) (?:are|is|were))? (?:over |up to |more than |nearly |roughly )?$"
)
_NO_MATCH_FOR = re.compile(
    r"\b(?:outperform|surpass|exceed|match|beat|rival)\w*(?: or \w+)? (?:the |an? |even |its )*$"
)
# Who needs more of something: "outperforms B with at least 3 times more labels"
_WITH_MORE = re.compile(
    r"\b(?:outperform|surpass|exceed|beat|match)\w* [^;,]*\b(?:with|(?:trained|tuned) (?:on|with)|us(?:ing|"
    r"es?)) (?:at least |over |up to |about |more than )?$"
)
_AS_GOOD_WITH = re.compile(
    r"\b(?:comparable|similar|close|on par|equal|competitive)\b[^;,]*\b(?:trained|tuned|pre-?trained) "
    r"(?:on|with|using) (?:at least |over |up to |about |more than )?$"
)
_LAGS = re.compile(r"\blag(?:s|ged|ging)?\b[^,;]{0,60}\bby (?:up to |about |over )?$")
_MORE = re.compile(r"[ -](?:more|larger|bigger|greater|longer)\b")
# "a 5% performance difference"
_BETWEEN = re.compile(r"\s?\\?%? (?:[\w-]+ ){1,3}(?:differences?|gaps?|disparit(?:y|ies))\b")
_BIGGER = re.compile(r" (?:larger|bigger|smaller|its|their|the size|as large|more parameters)\b")
# "at 1% false positive rate", "despite a 300-fold larger space"
_AT_A_RATE = re.compile(r"\bat (?:an? |the )?$|AUC\)? (?:above|over|below) (?:an? )?$")
_RATE = re.compile(
    r"\s?\\?%? (?:(?:false|true|penetration|sampling|compression|masking|pruning|dropout|drop|frame|bit|noise|"
    r"missing)[\w -]{0,30}"
    r"[ -]rates?|FPR|FAR|IoU)\b"
)
# "with 1% and 10% labelled data"
_WITH = re.compile(rf"\b(?:with|using|from) (?:only |just )?(?:{NUMBER}\s?\\?%(?:,? and |, ))*$")
_MULTIPLES = re.compile(rf"(?:{NUMBER}[xX×],? (?:and )?){{2,}}$")  # "on 1x, 5x, and 25x data"
_LABELLED = re.compile(
    rf"(?:\s?\\?%)?(?:(?:,? and |, ){NUMBER}\s?\\?%)* (?:of (?:the |all )?)?(?:[\w-]+ )??"
    r"(?:labell?ed|labels|annotat\w+|training (?:data|samples))\b"
)
_DESPITE = re.compile(r"\b(?:[Dd]espite|by a factor of|leveraging|using) (?:only |an? |the |over |about |up to )*$")
_MORE_DATA = re.compile(
    r"\s*(?:more|larger) (?:[\w-]+ )?(?:data|samples|images|search space)\b|$|(?=[,.;])|(?= or (?:more|so)\b)"
)
# The share of a gap that is closed is no value of the measure: "closing the gap in F1 by 41%"
_GAP = re.compile(r"\bgaps?\b[^,;.]{0,30}$")
_OF_A_GAP = re.compile(r" of (?:the |this )?[\w\s-]{0,30}\bgap\b")
# "an average human CER of 15.9%", "DeiT, which had an error of 3%"
_WHO_ELSE = re.compile(
    r"\b(?:reference|baseline) (?:[\w-]+ ){0,2}(?:of|at) $|"
    r"\b(?:humans?|random|chance|majority)[\w-]* (?:[\w-]+ ){0,3}\([^()]*$|"
    r"(?:^|\b(?:[Rr]esults|that|[Ss]hows?|show(?:ed)?) )(?:that )?(?:[Tt]he |[Aa] )?"
    r"(?:[Bb]aseline (?:[\w-]+ ){0,3}|(?:[Vv]anilla|[Cc]onventional|[Tt]raditional|"
    r"[Nn]aive) (?:[a-z][\w-]* ){1,3})"
    r"(?:achiev|reach|obtain|scor|attain|ha[sd]\b|got)\w*[^,;]{0,60}$|"
    r"\bbaselines? (?:only )?(?:achiev|reach|obtain|scor|attain)\w* [^,;]{0,40}$|"
    r"\b(?:tasks?|problems?) [^,;]{0,160}\b(?:can|could) be (?:solved|classified|learn\w+) with (?:an? )?$|"
    r"^(?:Using|With|Training on) [^,]{3,60} instead, [^;]{0,120}$|"
    r"\b(?:previous|existing|prior|conventional|standard|baseline)s? (?:[\w-]+ ){0,2}(?:degrad|drop|suffer|los[et]|"
    r"declin|fall|fell)\w* [^,;]{0,60}$|"
    r"^(?:In|By) comparison, an? [a-z][^;,]*$|"
    r"\b(?:trained|initiali[sz]ed|tuned|built|starting|distilled) (?:from|on top of) [^,;()]{2,40} \([^()]*$|"
    r"\b[Hh]uman (?:performance|experts?|annotators), (?:which|who) [^,;]{0,40}$|"
    r"\b[Hh]umans?(?:'s?|-level)? (?:[\w-]+ ){0,3}(?:of |at |is |was |= ?|\()$|"
    r"\b(?:surpass|outperform|exceed|beat)\w* [^;]{3,90}, whose [^;]{0,80}$|"
    r"\b(?:surpass|outperform|exceed|beat)\w* [^;]{3,90}, (?:which|that) (?:\w+ )?"
    r"(?:had|has|have|achiev\w*|scor\w*|obtain\w*|reach\w*|attain\w*|yield\w*)\b[^,;]{0,40}$"
)
# What stands in a relative clause of who is outperformed: "surpassing nets that need 60 GB for 56.5 AP"
_OF_THE_BEATEN = re.compile(
    r"\b(?:surpass|outperform|exceed|beat|compared (?:to|with)|than)\w* (?:(?!by\b)[^\s,;]+ ){1,8}?"
    r"(?:that|which|whose) (?:(?!by\b)[^\s,;]+ ){1,9}$"
)
# "compared to B with a 92% AUC and 93% recall"; but "compared to B with a 3x speedup"
_COMPARED_HAS = re.compile(r"\b[Cc]ompared (?:to|with) [^,;()]{2,60}? with an? (?=\d|$)[^;]*$")
_MORE_OR_LESS = re.compile(
    r"\s?(?:\\?%|[xX×]|times)? (?:[\w-]+ ){0,3}?(?:fewer|less|lower|higher|faster|speed|reduc|improv|gain|increas|"
    r"smaller|more|boost|drop|sav)"
)
# What another is set against: "ours has 92% recall, while the clinical model has 96%"
_OF_ANOTHER = re.compile(
    r", (?:while|whereas|but) (?!(?:it|its|they|their|also|even|still|only|the (?:proposed|approach|method|"
    r"model|system|framework|same|second|latter|full|best|final|authors)|this|these)\b)(?:(?!and\b)[^\s,;]+ ){1,5}?"
    r"(?:had|has|have|achiev\w+|reach\w+|obtain\w+|attain\w+|scor\w+|yield\w*|show\w*|got|gets|demonstrated|drops?|"
    r"dropped|remain\w*)\b[^,;]{0,60}$"
)
_THEIR_OWN = re.compile(  # "compared to LoRA's 80.8%"
    r"\b(?:compared (?:to|with)|than|over|versus|against|surpass\w*|outperform\w*) (?:the )?"
    r"[\w.-]+(?: [\w.-]+){0,2}'s? $"
)
# "Compared to training with 77% accuracy, ours ...": up to the first comma all is of whom the sentence compares with
_COMPARED_FIRST = re.compile(
    r"^(?:[A-Z]\w+, )?[Cc]ompared (?:to|with) (?:[^,;()]|\([^()]*\)|,(?=\d{3}))*"
    r"(?:, (?:which|whose) (?:[^,;()]|\([^()]*\))*)?(?:\([^()]*)?$"
)
# "how many labels a target gain needs, e.g. 5%", "mitigates performance drops by 26%": of what is wished, of a loss
_OF_A_WISH = re.compile(
    r"\b(?:forecast|expect|anticipate|believe|estimate|hope|hypothesi[sz]e)(?:s|d|ed)? that [^;]*$|"
    r"\b(?:target|desired|required) (?:[\w-]+ )?(?:gain|improvement|accuracy|performance|score|rate|"
    r"level)\b[^;]{0,50}$"
)
_LESS_LOSS = re.compile(
    r"\b(?:mitigat|reduc|lower|cut|alleviat|minimi[sz]|decreas|curb|prevent|limit|narrow)\w* (?:[\w-]+ ){0,4}"
    r"(?:drops?|degradations?|declines?|losses) by (?:up to |about |over |around )?$"
)
# What comes with a rival in a bracket: "compared to the best (0.74)"
_RIVALS_OWN = re.compile(
    r"\b(?:[Cc]ompared (?:to|with)|versus|vs\.?|than(?! \d)|as opposed to|against|comparable to|similar to|"
    r"on par with) "
    r"(?P<rival>(?:[^,;()]|\([^()]*\)){1,90}?)\((?P<told>[^()]*)$"
)
_BEATEN = re.compile(
    r"\b(?:over(?! \d)|outperform\w*|surpass\w*|exceed\w*|beat\w*|improv\w+ (?:up)?on|than|better than) "
    r"[^,;:()]{1,80}(?:\([^()]*\),? and [A-Z][\w.-]*(?: [\w.-]+)? )?\((?P<told>[^()]*)$"
)
# "surpasses those based on CNNs (mIoU: 78.5), ViTs (mIoU: 69.2)"
_OF_A_BEATEN_LIST = re.compile(
    r"\b(?:surpass|outperform|exceed|beat|compared (?:to|with))\w*\b"
    r"(?:(?!achiev|reach|attain|obtain|while|yield|improv|gain)[^;.]|\.(?=\d))*"
    r"\([^()]*\)(?:,| and|, and) (?:[A-Z][\w-]*(?: [\w-]+){0,3}|(?:[\w-]+ ){0,4}(?:methods|models|approaches)) "
    r"\((?P<told>[^()]*)$"
)
# "six outperformed the baseline (62.9 F-score)"
_BASELINES_OWN = re.compile(r"\b(?:outperform|surpass|exceed|beat)\w* (?:[^,;()\d]{0,60} )?baselines? \($")
_TELLS_A_GAIN = re.compile(r"[+]|\b(?:by|up to|improv\w*|gains?|higher|lower|better|increase|from|avg)\b")
# "from 77.7 ± 2.7 to 79.6", "from 3.4 of strong baselines to 1.2"
_FROM = re.compile(r"\bfrom (?:an? (?:\S+ ){1,2}of |as \w+ as |\S+ )?$")
_UP_TO = re.compile(
    rf"(?:[^,;.\w]|\.(?=\d)|\w(?!\.\s)){{0,60}}?\bto (?:about |only |over |nearly |between |"
    rf"below |under |above |less than |"
    rf"as \w+ as |just |around |(?:an?|the) (?:[a-z-]+ ){{1,3}})?[~<>+−-]?{NUMBER}"
)
_THEN = re.compile(rf"\s?\\?%?\s?(?:->|=>|→|\$?\\(?:right|long)*arrow\$?|\$?\\to\$)\s?{NUMBER}")  # "50% -> 82%"
_BACK_TO = re.compile(rf"\bto {NUMBER}\\?%? from $")  # "to 0.89 from 0.87"


def of_others(before: str, after: str) -> bool:
    """Whether a figure is what the result is compared with: "from 71.4 to", "the score of 61.3 obtained with the "
    "best"."""
    if _COMPARED_FIRST.match(before):
        return True
    before = before[-_NEAR:]
    if re.search(r"\b(?:compared (?:to|with)|versus|vs\.?|than|against) [>~<≥≈]?$", before) and not re.search(
        r"\b(?:more|less|better|worse|fewer|higher|lower|greater|larger|smaller) than [>~<≥≈]?$", before
    ):
        return True
    if _THEIR_OWN.search(before):
        return True
    if _is_origin(before, after) or _is_setting(before, after):
        return True
    if (
        _OF_THE_TEST.search(before)
        or _RANGE.search(before)
        or _THEIRS.search(before)
        or _NOT_SO.search(before)
        or _WHO_ELSE.search(before)
        or _OF_THE_BEATEN.search(before)
        or (_COMPARED_HAS.search(before) and not _MORE_OR_LESS.match(after))
    ):
        return True
    return bool(
        re.search(
            r"\b(?:improving|over|than|versus|vs\.?|against) (?:the |an? )?(?:[\w'-]+ ){0,3}(?<!is )of $|"
            r"\b[Cc]ompared (?:to|with) (?:the |an? )?(?:[\w'-]+ ){0,5}(?<!is )of $|"
            r"\b(?:surpass|outperform|exceed|beat)\w* (?:the |an? )?(?:[\w'-]+ ){0,4}(?:of|at) $",
            before,
        )
        or re.search(r"\b(?:compared (?:to|with)|than|over|against) (?:the |an? )(?:[\w'-]+ ){1,2}$", before)
        or re.search(r"^[^;]*, but\b", after)
    )


def _is_origin(before: str, after: str) -> bool:
    """Whether a figure is what a value was before: "from 71.4 to 72.6", "to 0.89 from 0.87", "50% -> 82%"."""
    if _THEN.match(after):
        return True
    if _FROM.search(before) and _UP_TO.match(after):
        return True
    return bool(_BACK_TO.search(before))


def _is_setting(before: str, after: str) -> bool:
    """Whether a figure says how something was done, or with what: "tuning 3%", "Task 2", "models 10x larger"."""
    before = before[-70:]
    if _DONE.search(before) and not _SPENT_LESS.match(after):
        return True
    if any(pattern.search(before) for pattern in (_MULTIPLES, _LAGS)):
        return True
    if _WITH.search(before) and _LABELLED.match(after):
        return True
    if _GAP.search(before) or _OF_A_GAP.match(after) or _BETWEEN.match(after):
        return True
    if _MORE.match(after) and (_WITH_MORE.search(before) or _AS_GOOD_WITH.search(before)):
        return True
    if (_AT_A_RATE.search(before) and _RATE.match(after)) or (_DESPITE.search(before) and _MORE_DATA.match(after)):
        return True
    if _NUMBERED.search(before) or _OF_THE_WAY.search(before) or _OF_A_WISH.search(before) or _LESS_LOSS.search(before):
        return True
    return bool((_ITS_SIZE.search(before) or _NO_MATCH_FOR.search(before)) and _BIGGER.match(after))


def of_a_rival(before: str, measured: bool) -> bool:
    """Whether a figure stands in a bracket behind a rival: "compared to the best (0.74)".

    ``measured``: its measure was told before with the paper's own figure, so that what is beaten has another:
    "5.5% WER, surpassing the best (6.2% WER)"; else the bracket may hold what it is beaten with.
    """
    if measured and (listed := _OF_A_BEATEN_LIST.search(before)) and not _TELLS_A_GAIN.search(listed["told"]):
        return True
    if _BASELINES_OWN.search(before):
        return True
    if measured and _OF_ANOTHER.search(before[-_NEAR:]):
        return True
    match = _RIVALS_OWN.search(before) or (_BEATEN.search(before) if measured else None)
    return match is not None and not _TELLS_A_GAIN.search(match["told"])
