"""What is measured: the figures of a sentence and the measures that stand next to them."""

import re

NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNIT = r"\\?%|\$?\\times\$?|percent(?:age)? points?|points?|pp\b|percent|per cent|dB|FPS|fps|ms|-?times|-?fold|[xX×]"
_TO = r"(?:\\?%|[xX×](?=\s?--?\s?\d+x))?\s?(?:--?|–|~)\s?|(?:\\?%|[xX×]| per ?cent)? to "
FIGURE = re.compile(
    rf"(?<![\w.,^@:<=|+±-])(?P<sign>[+±~]?)"
    rf"(?P<value>(?<=between ){NUMBER}(?:\\?%|[xX×])? and {NUMBER}(?=\s?(?:{_UNIT}))|"
    rf"(?<=\+){NUMBER} to \+{NUMBER}|"
    rf"(?<!from ){NUMBER}(?:{_TO})\+?{NUMBER}(?=\s?(?:{_UNIT}|(?:[mc]m|s|seconds|minutes|hours|degrees)\b))|"
    rf"(?<!from ){NUMBER}(?:--?|–){NUMBER}(?![\w.-]*\d)|"
    rf"{NUMBER})"
    rf"(?:\s?(?P<unit>{_UNIT})(?![A-Za-z|])|(?!-[A-Za-z]))(?![\w@^|·]|\.\d|,\d)"
)
_QUALIFIER = (
    r"(?:[Tt]op|[Rr]ank)[- ]?\d+|mean|average|overall|validation|test|box|mask|boundary|per-class|(?:zero|few|one|"
    r"\d+)-shot|linear|balanced|[Ss]oft|[Ss]trict|[Ll]enient|BERTScore|Cohen's|[a-z]+-(?:level|wise|averaged|"
    r"weighted)|[a-z]+-to-[a-z]+|(?:BLEU|ROUGE|METEOR)-\w+|[Mm]acro|[Mm]icro|weighted|classification|detection|segmentation|"
    r"recognition|prediction|retrieval|training|inference|image|pixel|frame|instance|semantic|panoptic|finetuning|"
    r"fine-tuning|peak|pre-training|learnable|activation|exact(?:-match)?|probing|word|model|storage|pass@\d+|computational|"
    r"unweighted|normali[sz]ed|(?![kKMGT]i?B\b)[A-Z]{2,}\d?|(?!balance|enhance)[a-z]{3,}(?:tion|ment|ance|ence|ity|"
    r"ory)"
)
# Names made of words, in small letters or capitals: "Mean Squared Error"
_IN_WORDS = (
    r"(?:mean )?intersection[- ]over[- ]union|(?:mean )?average precision|(?:unweighted )?average recall|"
    r"(?:root )?mean squared? errors?|squared error|r-precision|(?:mean )?absolute (?:percentage )?error|"
    r"area under (?:the )?(?:(?:ROC|receiver operating characteristic) )?curve|"
    r"(?:peak )?signal-to-noise ratio|fr[eé]chet inception distance|structural similarity(?: index)?(?: measure)?|"
    r"(?:word|character|phoneme|equal|sequence|label) error rates?|mean reciprocal rank|success rates?|win rates?|"
    r"expected calibration error|exact match|hausdorff distance|balanced accuracy|agreement|"
    r"(?:normali[sz]ed )?discounted cumulative gain"
)
# "error detection" and "error categories" aren't errors
_NO_ERROR = (
    r"(?! (?:categor|detect|correct|locali|identif|analy|propagat|annotat|span|"
    r"recover|handl|messag|typ|step|estimat|model|bound|term|metric|mode))"
)
_NAMED = (
    rf"(?i:{_IN_WORDS})|[Aa]ccurac(?:y|ies)|"
    r"[Pp]recision|[Rr]ecall(?:@\d+)?|(?:(?:[Mm]acro|[Mm]icro|[Ww]eighted)-)?F1(?:[- ]?[Ss]cores?)?|"
    r"F-?(?:score|measure)s?|Dice(?: scores?| coefficients?| similarity)?|[a-z]{0,2}IoU|harmonic mean|"
    r"m?AP(?:[rsml](?!\w)|-\d{2}|@?\[?\d*\.?\d+(?:(?::|--?|–)\d*\.?\d+)?\]?)?|m?AR|mA|PQ|NDS|m?(?:ROC-|"
    r"PR-)?AUC(?:[- ]?ROC)?|AU-?ROC|A[uU]-?PR(?:[CO]|(?!-))|"
    r"[gr]?FID|FVD|IS|KID|NIQE|BRISQUE|VMAF|SPL|ECE|HD95|SRCC|PLCC|AUCROC|CMAP|PSNR|SSIM|LPIPS|"
    r"FPR(?:\d{2})?|DSC|BD-[Rr]ate|m?R@\d+|Rank-1|Recall@\d+|"
    r"BLEU(?:-\d)?|"
    r"ROUGE(?:-\w+)?|METEOR|CIDEr|perplexity|PPL|RMSE|MAE|MSE|R2|R\^2|MCC|EER|WER|CER|[Kk]appa|(?:PA-)?MPJPE|"
    r"[Nn]DCG(?:@\d+)?|MRR|Hits?@\d+|"
    rf"false positives? rates?|bits per dim(?:ension)?|error(?: rate)?s?{_NO_ERROR}|[Ss]ensitivity|"
    r"[Ss]pecificity|(?:hazard|odds|risk|rate) ratios?|relative risk|"
    r"(?:mean|risk) difference|[Pp]revalence|incidence|mortality(?: rate)?|a?HR|a?OR|RR|IRR|W?MD|SMD|S?MAPE|"
    r"sMAPE|MASE|NRMSE|NLL|PESQ|STOI|HOTA|MOTA|IDF1|EPE|AbsRel|PCK|BERTScore|"
    r"pass@\d+|exact match|win rates?|success rates?|correlations?(?: "
    r"coefficients?)?"
)
_SPENT = (
    r"(?:training|inference|run)[- ]time (?:memory|costs?)|FLOPs?(?: reduction)?|MACs|parameters|parameter counts?|"
    r"latency|computations?|throughput|speed-?ups?|memory(?: usage| reduction)?|bitrate|calibration error|"
    r"reconstruction loss|costs?|epochs|(?:training|inference|computation|running|run)[- ]time|speed|performance|"
    r"batch size"
)
MEASURE = (
    rf"(?:(?:{_QUALIFIER})\s+)*(?:{_NAMED}|{_SPENT})(?:\s+(?:scores?|loss|savings?|overhead|speed-?ups?))?(?![\w])"
)
_TURN = (
    r"higher|lower|better|fewer|less|more|larger|smaller|faster|improvements?|gains?|reductions?|boosts?|increases?|"
    r"decreases?|further|reduced|improved|increased|"
    r"enhancements?|drops?|savings?|speed-?ups?|greater|lesser|slower|cheaper|smaller|decline|rise|relative|absolute|"
    r"(?<=absolute )points?|"
    r"performance"
)
_MORE_FIGURES = rf"(?:\s*\([^()]*\))?(?:\s*(?:,|and|,\s*and|/|to|--|-)\s*[+~]?{NUMBER}(?:\\?%)?(?:\s*\([^()]*\))?)*"
_AFTER = re.compile(
    rf"^{_MORE_FIGURES}[\s-]*(?:or more |or less |validation )?(?:\(?(?:{_TURN})\)?\s+)*(?:(?:in|of|on|"
    rf"for|off)\s+)?(?:the |"
    rf"its |terms of )*(?P<measure>{MEASURE})|^, the (?:best|highest|lowest) (?P<best>{MEASURE})"
)
_SIZES = r"(?:[cmkn]?m|k?g|mg|m?s|h|[kMG]?Hz|[kMGT]B|bits?|bytes?|seconds?|minutes?|hours?|days?|years?)"
_AFTER_LONGER = re.compile(
    rf"^\s*(?!{_SIZES} )"
    r"(?:in )?(?P<measure>(?:(?!(?:of|in|on|with|for|and|to|the|by|at|over|from|as|than|while|when|but|is|"
    r"was|below|above|an?)\b)"
    r"[a-z][\w-]* ){1,3}(?:accurac(?:y|ies)|F1 scores?|recall|precision|rates?)|"
    r"(?:[A-Z][a-z]+ ){1,3}(?:Accuracy|Score|Rate|Precision|Recall))\b"
)
_SAYS_NO_MEASURE = re.compile(
    rf"(?:(?:{_TURN}|absolute|relative|overall|average|additional|over|scores?|(?:percentage )?points?) ?)+|"
    rf"(?:number|amount|count|"
    rf"level|need|terms|(?:these|those|such|both) .*|.* spent|"
    rf"(?:[\w-]+ ){{0,2}}(?:tasks?|settings?|scenarios?|domains?|data ?sets?|benchmarks?|cases?|conditions?))"
)
# "an SMAPE of 1.4", "a detection score of 0.81": a name in capitals, or a noun that can only be a measure
_MEASURE_OF = re.compile(
    r"\b(?:an?|the|its?|with|average|mean) (?P<measure>(?:(?!an? |the )[\w@-]+ ){0,2}?(?:[A-Z][\w@-]*[A-Z@][\w@-]*|"
    r"(?:[\w-]*(?:accuracy|score)|[\w-]+ (?:rate|error|ratio|coefficient|index|similarity))|"
    r"[A-Z][\w-]+ (?:Score|Rate|Accuracy|Error|Index|Coefficient|Similarity))) of "
    r"(?:up to |about |around |over |only |approximately |nearly )?$"
)
_AFTER_TURN = re.compile(
    rf"^{_MORE_FIGURES}\s*(?:(?:absolute|relative) )?(?:{_TURN})\b(?:\s+(?:in|of)\b)?"
    rf"(?P<what>(?:\s+(?!(?:than|on|over|compared|with|at|for|while|and|when|across|"
    r"relative|in|of|to|by|from|as|versus|the|using|have|has|had|were|was|is|are|during|under|between|within|without|"
    r"through|among|via|around|against|due|per(?!-)|but|or)\b)[a-z][\w-]*){0,5})"
)
# "a 43% improvement in RPD"
_IN_CAPITALS = re.compile(
    rf"^{_MORE_FIGURES}\s*(?:[a-z]+ )?(?:{_TURN}) (?:in|of) (?:the )?"
    r"(?P<measure>\$?(?:[A-Z][A-Z\d^_@{}-]*|[a-z]{0,3}[A-Z][\w^@/{}-]*[A-Z\d][\w^@/{}-]*(?:\.\d+)?)\$?)"
    r"(?=[,;)]|\.(?!\d)|$| (?:on|in|for|and|or|over|at|when|while|compared|with|across|by|to|from|than|using|"
    r"metrics?|scores?)\b)"
)
# "91.4% ANLS on A": a name in capitals right behind the figure, at the end of its phrase
_NAMED_BEHIND = re.compile(
    r"^ (?P<measure>(?!(?:[kMGTP]?i?[Bb](?:ps)?|[kMGT]?Hz|[GTMP]?FLOPs?|[kMGT]?OPS|USD|EUR|GPUs?|CPUs?|LLMs?|"
    r"RGB|SD|CI|AI|[A-Z]+s)\b)"
    r"[a-z]{0,3}[A-Z][\w@]*[A-Z\d@][\w@-]*(?:\.\d+|\+\+)?)(?=[,;)]|\.(?!\d)|$| (?:on|in|for|and|at|over|"
    r"compared|while|with|across|versus|from)\b)"
)
_BEFORE = re.compile(
    rf"(?<![\w-])(?P<measure>{MEASURE})\s*(?:\([^()]*\)\s*)?(?:(?:scores?|values?|(?<=ccuracy )rates?)\s+)?"
    r"(?:(?:improvement|gain|increase|boost)s? (?=up to |of |by ))?"
    r"(?:(?:is |was |are |were |has |have )?(?:increas|improv|ris(?:e|ing)|rose|rais|drop|fall|fell|decreas|reduc|"
    r"boost)\w*\s+)?"
    rf"(?:[(:=]\s*|(?:is|are|was|were|of|by|to|at|as|from|up|about|"
    rf"over|around|approximately|high|low|least|much|above|exceeding|relative|absolute|"
    rf"reaching|than|reached|more|nearly|almost|roughly|only|an?|average|avg\.|margin)\s+|"
    rf"(?:for|of|in) [\w -]{{3,40}} (?:was|were) |for [\w -]{{3,40}} of |on "
    rf"(?:[\w-]+ (?:by|to)|[\w-]*(?:[A-Z]{{2}}|[a-z][A-Z]|\d)[\w-]* of) |"
    rf"{NUMBER}%?\s+to\s+|on [\w -]{{3,30}} (?:has |have )?(?:achieved|reached) )*$"
)
_NO_NOUN = (
    r"than|on|over|compared|with|at|for|while|and|or|when|which|that|across|relative|in|of|to|by|from|as|versus|"
    r"is|are|"
    r"under|per|due|because|despite|coincid\w*|achiev\w*|reach\w*|yield\w*|attains?|attained|attaining|performs?"
)
# "3 times less memory": what many times more or less of, or how many times faster
_TIMES_MORE = re.compile(
    r"^\s*(?P<measure>(?:less(?:er)?|fewer|more|larger|smaller|bigger|greater|higher|lower|better|shorter|longer)"
    rf"(?:\s+(?!(?:{_NO_NOUN}|the|an?)\b|\d+\.\d)[\w-]+){{1,5}}"
    rf"|(?:faster|slower|cheaper|smaller|shorter)(?:\s+(?!(?:{_NO_NOUN}|the|an?)\b|\d+\.\d)[\w-]+){{0,3}})"
    r"|^\s*(?P<noun>(?:reduction|increase|decrease|improvement|gain|saving|acceleration|speed-?up)s? (?:in|of)"
    rf"(?:\s+(?!(?:{_NO_NOUN})\b)[\w-]+){{1,4}})"
)
_MORE_THAN = re.compile(
    r"^\s*(?P<measure>(?:more|less) [a-z]+(?:ive|ent|ant|ful|able|ible|ate|ust|ast|act|kely|cult|cise|rse|ous)\b)"
)
_QUICKER = re.compile(
    rf"^\s*(?P<measure>(?:faster|slower|cheaper|shorter|larger|smaller)(?:\s+(?!(?:{_NO_NOUN}|the|an?)\b)[\w-]+){{1,3}})"
)
# "reduces the memory by 40 %": what is raised or lowered, where it is not a rival
_TURNED = re.compile(
    r"\b(?:improv|increas|boost|rais|enhanc|lift|reduc|decreas|lower|cut|sav|shorten|accelerat|speed)\w* "
    r"(?:up )?(?:the |its |their |overall )*"
    r"(?P<measure>(?:[a-z]+ )?(?:rate|number|amount|count|size|length|volume) of (?:[a-z][\w-]* ){1,3}?(?=(?:by|"
    r"in|for|on) )|"
    r"(?:(?!(?:the|of|in|and|or|by|for|on|with|while|but|that|reducing|improving|increasing|cutting|"
    r"lowering|improved|increased|reduced|enhanced|reduces|improves|increases|lowers|boosts|cuts)\b)"
    r"(?:(?:GPU|CPU|KV|API|LLM) )?[a-z][\w-]* ){1,5}?)"
    r"(?:(?:of|in|for|on) [\w -]{2,40} )?by (?:up to |about |around |over |approximately |more than |nearly |"
    r"as much as |at least |at most |only |a factor of |factors of |(?:factors )?between |"
    r"an? (?:average|additional) (?:of )?)?$"
)
# "reduces MBE by 50%": nobody reduces a rival
_CAPITALS_CUT = re.compile(
    r"\b(?:reduc|decreas|lower)\w* (?:the |average |mean |overall )*(?P<measure>[A-Z]{2,}\w*"
    r"(?: (?!(?:on|in|for|of|at|from)\b)[a-z]\w*){0,3})(?: on average)? by "
    r"(?:up to |about |around |over |approximately |more than |nearly |at least )?$"
)
_RIVALS = re.compile(
    r"\b(?:models?|methods?|baselines?|state|sota|approach\w*|results?|networks?|works?|it|them|this|that|previous|"
    r"existing|prior|best|ones?|systems?|variants?|architectures?|algorithms?|techniques?|alternatives?|tasks?)\b"
)
SETTINGS = re.compile(
    r"\b(?:learning|drop(?:out)?|mask\w*|sampling|keep|decay|(?<!-to-)noise|pruning|sparsity|label|split|"
    r"frame|code|growth|update|"
    r"compression|weight) (?:rate|ratio|coefficient|index)s?\b|\b(?:temperature|momentum|threshold)\b",
    re.IGNORECASE,
)
_OVER_MAE = re.compile(r"\b(?:surpass|outperform|exceed|beat)\w* (?:the )?MAE\b[^,;]*$")  # the model, not the error
_VERSION = re.compile(r"\b[A-Z][\w-]* (?:\d[\d.]*,? (?:and )?)*$")  # "Qwen 2 and 2.5 VL"
_LONGEST = 4  # words; more go on behind where they are cut off
_BARE = re.compile(r"(?:error|correlation)(?: rates?| coefficients?|s)?")
# What kind of error: "a volume overlap error"
_KIND_OF = re.compile(
    r"\b(?:an?|the|its|lower|mean|and|with|(?:reduc|lower|decreas)\w*) (?P<kind>(?:(?!(?:an?|the|and|or|of|in|on|with|"
    r"for|to|by|as|has|have|had|is|are|"
    r"lower|high|low|higher|average|mean|\w+(?:ing|ly|es)|cuts?|drops?|"
    r"(?:reduc|improv|lower|increas|decreas)\w*)\b)[A-Za-z][\w-]* ){1,3})$"
)
_FINDS_THEM = re.compile(r"\b(?:detect|identify|find|correct|fix|spot|locat|locali[sz]|classify)ing (?:[\w-]+ ){0,3}$")
_ONLY_PRAISE = re.compile(r"(?:efficient|accurate|effective|robust)$")
_PRAISED = re.compile(
    r"^(?:(?:state-of-the-art|SOTA|new|best|highest|lowest|same|unprecedented|decent|solid|competitive|record|promising|"
    r"impressive|remarkable|superior|notable|excellent) |(?:high|low) (?=[A-Z]))+"
)
_SIZED = re.compile(r"\bparameters? \($")  # "2.1 million parameters (8.1 MB)"
_AT = re.compile(r"\bat\b")
_ANOTHER_FIRST = re.compile(rf"\s?(?:\\?%)?,? and {NUMBER}")  # "an AV-Rank of 14.8% and 6.4% EER"
_FOR = re.compile(r"\s*(?:for|on) ")
_VAGUE = re.compile(r"performance|results?")
_MULTIPLES = ("times", "fold", "x", "X", "×")
ANY_MEASURE = re.compile(rf"\b(?P<measure>{MEASURE})")
LISTED_MEASURES = re.compile(
    rf"(?P<list>{MEASURE}(?:, (?:and )?{MEASURE})*,? and {MEASURE})\s+(?:\w+ )?(?:of|were|was|are|is|reached|"
    rf"at)\s+(?=\d)"
)
LISTED_BEHIND = re.compile(
    rf"\s?(?:\\?%|\w+)?(?: (?:\w+ )?(?:in|of|for|on))? (?:the )?"
    rf"(?P<list>{MEASURE}(?:, (?:and )?{MEASURE})*(?:,? and|, respectively,?) {MEASURE})"
)
_COST = re.compile(
    r"FLOPs|MACs|parameters|memory|time|epochs|latency|cost|comput|speed|size|compression|overhead|tokens|bitrate",
    re.IGNORECASE,
)


def is_cost(measure: str | None) -> bool:
    """Whether a measure is of what is spent rather than of how good it is."""
    return measure is not None and bool(_COST.search(measure))


def is_multiple(unit: str | None) -> bool:
    """Whether a unit says how many times: "3x", "3 times", "3-fold"."""
    return unit is not None and unit.endswith(_MULTIPLES)


def measure_of(before: str, after: str, unit: str | None = None, value: str = "") -> tuple[str | None, bool]:
    """The measure of the figure between the two, and whether it is certain that the figure is a result.

    What a figure is so many times more or less of keeps its direction: "less memory".
    """
    near = before[-140:]
    if _FOR.match(after) and near[-1:] != "(" and (measure := _ahead(near, unit)) and not _VAGUE.search(measure):
        return measure, True  # "errors of 2% for pass@1", "an accuracy of 98% for mortality detection"
    if _ANOTHER_FIRST.match(after) and (own := _MEASURE_OF.search(near)):
        return own["measure"], True
    if measure := _behind(before, after, unit, value):
        return measure, True
    if (measure := _ahead(near, unit)) or (measure := _changed(near)):
        return measure, True
    turned = _AFTER_TURN.match(after)
    if turned is None:
        return None, False
    what = turned["what"].strip()
    told = (
        what
        and len(what.split()) <= _LONGEST
        and not _SAYS_NO_MEASURE.fullmatch(what)
        and not _ONLY_PRAISE.search(what)
    )
    return (what if told else None), True


def _behind(before: str, after: str, unit: str | None, value: str) -> str | None:
    """The measure that follows a figure: "84% accuracy", "a 4% gain in RPD", "3x less memory"."""
    directed = _TIMES_MORE.match(after) if is_multiple(unit) else _MORE_THAN.match(after) or _QUICKER.match(after)
    behind = _AFTER.match(after)
    if behind and unit == "dB" and re.search(r"\d", after[: behind.start(behind.lastgroup or 0)]):
        behind = None  # "2.03 dB and 0.04 SSIM"
    match = directed or behind or _AFTER_LONGER.match(after) or _IN_CAPITALS.match(after)
    if match is None and not is_multiple(unit) and (unit or ("." in value and not _VERSION.search(before))):
        match = _NAMED_BEHIND.match(after)
    return _PRAISED.sub("", next(filter(None, match.groups())).strip()) if match else None


def _ahead(before: str, unit: str | None) -> str | None:
    """The measure that stands before a figure: "an AUC of 0.9"; "at a 28x compression" is no measure's value."""
    match = _BEFORE.search(before) or _MEASURE_OF.search(before)
    if match is None or (match["measure"] == "MAE" and _OVER_MAE.search(before)):
        return None
    if _SIZED.search(before):
        return None
    if is_multiple(unit) and _AT.search(before, match.end("measure")):
        return None
    measure, ahead = match["measure"], before[: match.start("measure")]
    if not _BARE.fullmatch(measure):
        return _PRAISED.sub("", measure)
    if _FINDS_THEM.search(ahead):
        return None  # "improves detecting unknown errors by 8%"
    kind = _KIND_OF.search(ahead)
    return _PRAISED.sub("", kind["kind"] + measure) if kind else measure


def _changed(before: str) -> str | None:
    """What is raised or lowered before a figure: "reduces the memory by 40%"."""
    if match := _CAPITALS_CUT.search(before):
        return match["measure"]
    match = _TURNED.search(before)
    measure = match["measure"].strip() if match else ""
    return measure if measure and not _RIVALS.search(measure) and not _SAYS_NO_MEASURE.fullmatch(measure) else None
