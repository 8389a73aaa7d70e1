"""Measures that no list of measures names, read from how a sentence is built around the figure.

"Achieves a Hard Score of 26.66"; "reduces travel time by 42%, queue length by 62%"; "7.3% average improvement in SSIM".
"""

import re

from survey.models.extractive.measures import MEASURE, NUMBER, measure_of

_BOUND = r"(?:(?:up to|about|around|over|approximately|more than|nearly|almost|an average of|at least|only|~) ?)*"
_CLOSED = (
    r"(?:the|an?|of|in|on|and|or|by|for|with|from|to|at|as|than|over|while|that|which|but|its|their|our|using|is|are|"
    r"was|were)"
)
_STOP = rf"(?:{_CLOSED}|\w+ing)"
_UNITS = r"(?:\\?%|[xX×]|points?|pp|dB)?"
# What can only be a measure at the end of a noun phrase
_NOUN = (
    r"(?:[Ss]cores?|[Aa]ccurac(?:y|ies)|[Rr]ates?|[Ee]rrors?|[Ii]ndex|[Cc]oefficients?|[Ss]imilarity|[Cc]orrelations?|"
    r"[Pp]recision|[Rr]ecall|[Dd]istance|[Dd]eviation|[Ll]atency|[Tt]hroughput|[Cc]onsistency|[Ff]idelity|[Aa]greement)"
)
_COINED = r"[A-Z][\w-]*[A-Z\d][\w@-]*"
_OF = re.compile(
    rf"(?:\b(?:an?|the|with|improved|final|median|mean|average|highest|best)|,|\band) "
    rf"(?P<measure>(?:(?!{_STOP}\b)[\w@-]+ ){{0,3}}?(?:{_NOUN}|{_COINED})) of {_BOUND}$"
)
_NO_MEASURE = re.compile(  # "a batch size of 64", "an IoU threshold of 0.5", "a compression ratio of 10"
    r"\b(?:size|length|number|total|set|subset|sample|budget|resolution|threshold|sparsity|dropout|mask\w*|sampling|"
    r"learning|pruning|compression|noise|labell?(?:ing)?|keep|decay|frame|bit|split|token|confidence)\b|"
    r"^(?:[\w-]+ )?(?:LLM|GPU|CPU|CNN|RNN|GAN|VLM|MLLM|LMM|ViT|API|RAM)s?$",
    re.IGNORECASE,
)
_TURNS = r"(?:improvement|gain|increase|reduction|decrease|boost|drop)s?"
_END = r"(?=[,.;]| (?:on|across|over|for|in|with|while|and|compared|when|than)\b|$)"
_CHANGES = r"reduc|improv|increas|boost|cut|lower|enhanc|decreas|accelerat|shorten|rais|mitigat|sav"
_BY = re.compile(
    rf"\b(?:{_CHANGES})(?:e?s|ed|ing|e)? [^;]{{3,60}}? by "
    rf"{_BOUND}{NUMBER}\s?{_UNITS}[^;]{{0,80}}?(?:,? and|,) "
    rf"(?P<changed>(?!(?:{_CHANGES})\w*)(?:(?!{_CLOSED}\b)[a-z][\w-]* ){{1,5}})by "
    rf"{_BOUND}$"
)
_GAIN = re.compile(
    rf"^(?: (?:absolute|average|overall))? (?P<measure>(?!{_STOP}\b|relative|further|absolute|average|overall|"
    rf"significant|substantial)(?:[\w@-]+ ){{1,2}}){_TURNS}{_END}"
)
_SIZES = r"(?:[cmkn]?m|k?g|mg|m?s|h|[kMG]?Hz|[kMGT]B|seconds?|minutes?|hours?|degrees?|pixels?|points?)"
_BRACKETED = re.compile(rf"\s?\((?P<measure>{MEASURE})\)")  # "by 1.3% (Dice)"
_BEHIND = re.compile(rf"^ (?!{_SIZES} )(?P<measure>(?:[a-z]+ ){{0,2}}(?:scores?|accuracy|error)){_END}")
_RISING = re.compile(
    rf"\b{_TURNS} in (?P<measure>(?:(?!{_STOP}\b)[\w@-]+ ?){{1,4}}), "
    rf"(?:rising|increasing|dropping|falling|reaching|climbing) (?:from \S+ )?(?:to )?{_BOUND}$|"
    rf"(?:^|, |\band )(?P<that>(?:(?!{_STOP}\b)[\w@-]+ ){{1,3}})that (?:reached|reaches|rose to|fell to|"
    rf"dropped to) {_BOUND}$"
)
_SAYS_HOW = re.compile(  # "a 9% notable improvement", "24% in respective scenarios"
    r"(?:able|ive|ous|ic|ical|ent|ant|-shot|ed|ial)$|^(?:respective|various|several|all|both|these|such|each)\b"
)
_VERSION = re.compile(r"\b[A-Z]\w+ $")  # "OpenFace 3.0"
_SHORT_FORM = re.compile(r" \((?:[A-Z][\w .@/-]{1,40})\)(?= (?:of|by|to|from) )")


# "a 36.5 mm decrease in surface distance for trees": no "mm" is measured
_TURNED_IN = re.compile(
    r"\s?(?:[mcknµμu]?m|m?s|sec(?:onds?)?|min(?:utes)?|hours|k?W|[mµμ]?J|degrees|dB|mmHg) "
    r"(?:[a-z]+ )?(?:decrease|reduction|increase|improvement|drop|gain)s? in (?:the )?"
    r"(?P<what>[A-Za-z][\w@-]*(?: "
    r"(?!(?:on|for|in|over|and|with|when|while|by|at|from|across|compared|relative)\b)[\w@-]+){0,3})"
    r"(?=[,.;(]| (?:on|for|in|over|and|with|when|while|by|at|from|across|compared|relative|\()|$)"
)


def open_measure(before: str, after: str, unit: str | None, value: str) -> str | None:
    """The measure of the figure between the two, where the sentence is built so that nothing else can be meant.

    A number without a unit needs a decimal point.
    """
    if (unit is None and "." not in value) or _VERSION.search(before):
        return None
    if turned := _TURNED_IN.match(after):
        return turned["what"]
    near = before[-160:]
    found = (
        _BRACKETED.match(after)
        or _OF.search(near)
        or _RISING.search(near)
        or (_BY.search(before[-260:]) if unit else None)
    )
    found = found or _GAIN.match(after) or (_BEHIND.match(after) if unit is None else None)
    measure = next((told for told in found.groups() if told), "").strip() if found else ""
    if not measure and (bare := _SHORT_FORM.sub("", near)) != near:
        measure = measure_of(bare, after, unit, value)[0] or open_measure(bare, after, unit, value) or ""
    if _SAYS_HOW.search(measure):
        return None
    changed = found is not None and found.re is _BY
    return measure if measure and (changed or not _NO_MEASURE.search(measure)) else None
