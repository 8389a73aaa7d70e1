"""What is measured: the figures of a sentence and the measures that stand next to them."""

import re

NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNIT = r"\\?%|percent(?:age)? points?|points?|pp\b|percent|per cent|dB|FPS|fps|ms|-?times|-?fold|[xX×]"
_TO = r"(?:\\?%)?\s?(?:--?|–)\s?|(?:\\?%)? to "
FIGURE = re.compile(
    rf"(?<![\w.,^@:<=|-])(?P<sign>[+±~]?)"
    rf"(?P<value>(?<!from ){NUMBER}(?:{_TO}){NUMBER}(?=\s?(?:{_UNIT}))|{NUMBER})"
    rf"(?:\s?(?P<unit>{_UNIT})(?![A-Za-z|])|(?!-[A-Za-z]))(?![\w@^|]|\.\d|,\d)"
)
_QUALIFIER = (
    r"(?:[Tt]op|[Rr]ank)[- ]?\d+|mean|average|overall|validation|test|box|mask|boundary|per-class|zero-shot|few-shot|"
    r"linear|balanced|"
    r"macro|micro|weighted|classification|detection|segmentation|recognition|prediction|retrieval|training|inference|"
    r"image|pixel|frame|"
    r"instance|semantic|panoptic|finetuning|fine-tuning|peak|pre-training|learnable|activation|exact|probing|word|model|storage|"
    r"computational"
)
_NAMED = (
    r"(?:mean )?intersection[- ]over[- ]union|average precision|squared error|absolute error|area under the (?:ROC "
    r")?curve|[Aa]ccurac(?:y|ies)|"
    r"[Pp]recision|[Rr]ecall(?:@\d+)?|F1(?:[- ]?[Ss]cores?)?|F-?(?:score|measure)s?|Dice(?: scores?| coefficients?| "
    r"similarity)?|m?IoU|"
    r"m?AP(?:r|50|75)?(?:@[\d.]+)?|m?AR|mA|PQ|NDS|(?:ROC-)?AUC(?:[- ]?ROC)?|AUROC|AUPRC|FID|IS|KID|PSNR|SSIM|LPIPS|"
    r"BLEU(?:-\d)?|"
    r"ROUGE(?:-\w+)?|METEOR|CIDEr|perplexity|PPL|RMSE|MAE|MSE|R2|R\^2|MCC|EER|WER|CER|Kappa|(?:PA-)?MPJPE|"
    r"[Nn]DCG(?:@\d+)?|MRR|Hits?@\d+|"
    r"false positives? rates?|bits per dim(?:ension)?|error(?: rate)?s?|[Ss]ensitivity|[Ss]pecificity|(?:hazard|"
    r"odds|risk|rate) ratios?|relative risk|"
    r"(?:mean|risk) difference|[Pp]revalence|incidence|mortality(?: rate)?|a?HR|a?OR|RR|IRR|W?MD|SMD|S?MAPE|"
    r"sMAPE|MASE|NRMSE|NLL|PESQ|STOI|HOTA|MOTA|IDF1|EPE|AbsRel|PCK|BERTScore|"
    r"pass@\d+|exact match|win rates?|success rates?|correlation(?: "
    r"coefficients?)?"
)
_SPENT = (
    r"(?:training|inference|run)[- ]time (?:memory|costs?)|FLOPs?(?: reduction)?|MACs|parameters|parameter counts?|"
    r"latency|"
    r"computations?|"
    r"throughput|speed-?ups?|memory(?: usage| reduction)?|bitrate|"
    r"calibration error|"
    r"reconstruction loss|costs?|epochs|(?:training|inference|computation|running|run)[- ]time|speed|performance|"
    r"batch size"
)
MEASURE = rf"(?:(?:{_QUALIFIER})\s+)*(?:{_NAMED}|{_SPENT})(?:\s+(?:scores?|loss|savings?|overhead))?(?![\w])"
_TURN = (
    r"higher|lower|better|fewer|less|more|larger|smaller|faster|improvements?|gains?|reductions?|boosts?|increases?|"
    r"decreases?|"
    r"enhancements?|drops?|savings?|speed-?ups?|greater|lesser|slower|cheaper|smaller|decline|rise|relative|absolute|"
    r"performance"
)
_MORE_FIGURES = rf"(?:\s*\([^()]*\))?(?:\s*(?:,|and|,\s*and|/|to|--|-)\s*[+~]?{NUMBER}(?:\\?%)?(?:\s*\([^()]*\))?)*"
_AFTER = re.compile(
    rf"^{_MORE_FIGURES}[\s-]*(?:or more |or less |validation )?(?:\(?(?:{_TURN})\)?\s+)*(?:in|of|on|for)?\s*(?:the |"
    rf"its |terms of )*(?P<measure>{MEASURE})"
)
_SIZES = r"(?:[cmkn]?m|k?g|mg|m?s|h|[kMG]?Hz|[kMGT]B|bits?|bytes?|seconds?|minutes?|hours?|days?|years?)"
_AFTER_LONGER = re.compile(
    rf"^\s*(?!{_SIZES} )"
    r"(?P<measure>(?:(?!(?:of|in|on|with|for|and|to|the|by|at|over|from|as|than|while|when|but|is|was|an?)\b)"
    r"[a-z][\w-]* ){1,3}"
    r"(?:accurac(?:y|ies)|F1 scores?|recall|precision|rates?))\b"
)
# "an SMAPE of 1.4", "a detection score of 0.81": a name in capitals, or a noun that can only be a measure
_MEASURE_OF = re.compile(
    r"\b(?:an?|the|its?|with|average|mean) (?P<measure>(?:(?!an? |the )[\w@-]+ ){0,2}?(?:[A-Z][\w@-]*[A-Z@][\w@-]*|"
    r"(?:[\w-]*(?:accuracy|score)|[\w-]+ (?:rate|error|ratio|coefficient|index)))) of "
    r"(?:up to |about |around |over |only |approximately |nearly )?$"
)
_AFTER_TURN = re.compile(
    rf"^{_MORE_FIGURES}\s*(?:{_TURN})\b(?:\s+(?:in|of|for)\b)?(?P<what>(?:\s+(?!(?:than|on|over|compared|with|at|for|"
    rf"while|and|when|across|"
    r"relative|in|of|to|by|from|as|versus|the|using|have|has|had|were|was|is|are)\b)[a-z][\w-]*){0,3})"
)
# "a 43% improvement in RPD"
_IN_CAPITALS = re.compile(
    rf"^{_MORE_FIGURES}\s*(?:[a-z]+ )?(?:{_TURN}) (?:in|of) (?:the )?"
    r"(?P<measure>\$?[A-Z][A-Z\d^_@{}-]*\$?)(?=[\s,.;)])"
)
_BEFORE = re.compile(
    rf"(?P<measure>{MEASURE})\s*(?:\([^()]*\)\s*)?(?:score\s+)?"
    r"(?:(?:is |was |are |were |has |have )?(?:increas|improv|rising|rose|rais|drop|fall|fell|decreas|reduc|"
    r"boost)\w*\s+)?"
    rf"(?:[(:=]\s*|(?:is|are|was|were|of|by|to|at|as|from|up|about|"
    rf"over|around|approximately|high|"
    rf"reaching|than|reached|more|nearly|almost|roughly|only|an?|average|avg\.|margin)\s+|"
    rf"(?:for|of|in) [\w -]{{3,40}} (?:was|were) |for [\w -]{{3,40}} of |on "
    rf"[\w-]+ (?:by|of|to) |"
    rf"{NUMBER}%?\s+to\s+|on [\w -]{{3,30}} (?:has |have )?(?:achieved|reached) )*$"
)
_NO_NOUN = (
    r"than|on|over|compared|with|at|for|while|and|or|when|across|relative|in|of|to|by|from|as|versus|is|are|under"
)
# "3 times less memory": what many times more or less of, or how many times faster
_TIMES_MORE = re.compile(
    r"^\s*(?P<measure>(?:less(?:er)?|fewer|more|larger|smaller|bigger|greater|faster|slower|higher|lower|better|cheaper|"
    rf"shorter|longer)(?:\s+(?!(?:{_NO_NOUN}|the|an?)\b)[\w-]+){{0,3}})"
    r"|^\s*(?P<noun>(?:reduction|increase|decrease|improvement|gain|saving|acceleration)s? (?:in|of)"
    rf"(?:\s+(?!(?:{_NO_NOUN})\b)[\w-]+){{1,4}})"
)
_MORE_THAN = re.compile(r"^\s*(?P<measure>(?:more|less) [a-z]+(?:ive|ent|ant|ful|able|ible|ate|ust|ast)\b)")
# "reduces the memory by 40 %": what is raised or lowered, where it is not a rival
_TURNED = re.compile(
    r"\b(?:improv|increas|boost|rais|enhanc|lift|reduc|decreas|lower|cut|sav|shorten|accelerat|speed)\w* "
    r"(?:up )?(?:the |its |their |overall )*"
    r"(?P<measure>(?:(?!(?:the|of|in|and|or|by|for|on|with)\b)[a-z][\w-]* ){1,3}?"
    r"(?:(?:(?<=rate )|(?<=number )|(?<=amount )|(?<=count ))of [a-z][\w-]* (?:[a-z][\w-]* )?(?=by ))?)"
    r"(?:(?:of|in|for|on) [\w -]{2,40} )?by (?:up to |about |around |over |approximately |more than |nearly |"
    r"as much as |a factor of |an? (?:average|additional) (?:of )?)?$"
)
_RIVALS = re.compile(
    r"\b(?:models?|methods?|baselines?|state|sota|approach\w*|results?|networks?|works?|it|them|this|that|previous|"
    r"existing|prior|best|ones?|systems?|variants?|architectures?|algorithms?|techniques?|alternatives?|tasks?)\b"
)
SETTINGS = re.compile(
    r"\b(?:learning|drop(?:out)?|mask\w*|sampling|keep|decay|noise|pruning|sparsity|label|split|frame|growth|update|"
    r"compression|weight) (?:rate|ratio|coefficient|index)s?\b|\b(?:temperature|momentum|threshold)\b",
    re.IGNORECASE,
)
_OVER_MAE = re.compile(r"\b(?:surpass|outperform|exceed|beat)\w* (?:the )?MAE\b[^,;]*$")  # the model, not the error
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


def is_multiple(unit: str | None) -> bool:
    """Whether a unit says how many times: "3x", "3 times", "3-fold"."""
    return unit is not None and unit.endswith(_MULTIPLES)


def measure_of(before: str, after: str, unit: str | None = None) -> tuple[str | None, bool]:
    """The measure of the figure between the two, and whether it is certain that the figure is a result.

    What a figure is so many times more or less of keeps its direction: "less memory".
    """
    directed = _TIMES_MORE.match(after) if is_multiple(unit) else _MORE_THAN.match(after)
    match = directed or _AFTER.match(after) or _AFTER_LONGER.match(after)
    if match:
        return next(filter(None, match.groups())).strip(), True
    if match := _IN_CAPITALS.match(after):
        return match["measure"], True
    turned = _AFTER_TURN.match(after)
    match = _BEFORE.search(before[-120:]) or _MEASURE_OF.search(before[-120:])
    if match and not (match["measure"] == "MAE" and _OVER_MAE.search(before)):
        return match["measure"], True
    changed = _TURNED.search(before[-120:])
    if changed and not _RIVALS.search(changed["measure"]):
        return changed["measure"].strip(), True
    if turned is None:
        return None, False
    what = turned["what"].strip()
    return (what if what and not re.search(r"(?:efficient|accurate|effective|robust)$", what) else None), True
