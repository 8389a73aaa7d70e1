"""What a result is compared with: the method, model or state of the art that a comparison names."""

import re

_GAIN = re.compile(
    r"(?:gain|improv\w+|boost\w*|increas\w+|advantage|superior\w*|%|points?|mAP|AP|mIoU|\d|margin|better|speed-?up|"
    r"reduction|"
    r"enhancement|preferred|benefit)s?[^,;.]{0,30}$"
)
_COMPARED = (
    r"(?<!ntersection )(?<!Mean )over|(?<=lower )from|(?<=higher )from|"
    r"[Cc]ompared (?:to|with)|relative to|wrt|w\.r\.t\.|than|against|"
    r"(?<=\d% )to(?= the (?:second|next)[- ]best)"
)
_AGAINST = re.compile(
    rf"\b(?:(?P<compared>{_COMPARED})|(?P<alike>competitive (?:to|with)|comparable (?:to|with)|on par with)|"
    rf"(?P<matched>match(?:es|ing|ed)? (?:or|and) \w+ing)|"
    r"[Oo]utperform(?:s|ing|ed)?|[Ss]urpass(?:es|ing|ed)?|[Ee]xceed(?:s|ing)?|"
    r"[Bb]eat(?:s|ing)?|superior to|(?P<upon>improv(?:es?|ing) (?:up)?on)|"
    r"[Ii]mprov(?:es?|ing)"
    r"(?= the (?:(?:current|previous|prior|existing|published|latest) )?(?:record|state[- ]of[- ]the[- ]art)\b))\s+"
)
_TRIED = re.compile(  # no rival
    r"\b(?:evaluat|validat|verif|assess|test|check|robust|defen)\w* "
    r"(?:of [^,;.]{0,30}\b(?:scenarios|attacks?|prompts?|questions|tasks|jailbreaks?|problems|cases|queries) )?"
    r"against\s+$",
    re.IGNORECASE,
)
# What is withstood isn't compared with: "0% success against poisoning attacks"
_OF_ATTACKS = re.compile(r"attack|advers|poison|backdoor|jailbreak|threat|defen[cds]|robust|protect", re.IGNORECASE)
_ITS_VALUE = re.compile(r"[~$]?\d|(?:[\w-]+ )?(?:performance|scores?|accuracy|results?|best)\b")
_OF_ANOTHER = re.compile(
    r"\b(?:which|that|who) (?:also |already |only |\w+ly )?$"
)  # "DeiT, which also outperforms baselines"
_LEAD = re.compile(
    r"^(?:or \w+(?:s|ing) )?(?:(?:the|an?|all|its|their|other|both|those|that of|any|"
    r"(?:(?:individual|overall) |\w+ and )?(?:performance|accuracy|precision|results?|scores?|quality) of) )*"
)
_THAT_IN = re.compile(r"^(?:that|those) in (?=(?:previous|prior|earlier|existing|standard|common)\b)")
_TAIL = re.compile(
    r"(?: (?:and|or|but|of|the|an?|almost|nearly|about|up|over|judged|based|built|running|run|of \w+ed|more|than)|"
    r" (?:fined?-?tuned|pre-?trained|trained))+$"
)
_STOPS = re.compile(
    r"[,;:()]|--|[–—]| and (?:achiev|reach|attain|obtain|yield|gain|reduc|improv|outperform|surpass|exceed)"
    r"(?:ing|e?s|e)?\b| of (?=[+~]\d)|"
    r"-(?=(?:achieving|while|with|yet|reaching|without)\b)|'s |  |\.(?:\s|$)| (?:by|on|in|while|with|"
    r"without|across|at|for|when|using|under|despite|demonstrating|"
    r"achieving|quantitatively|"
    r"qualitatively|significantly|consistently|exclusively|solely|"
    r"and (?:is|are|has|have|can|the|an?|[+~]?\d[\d.]*|\w+s)|or (?:\w+s)|"
    r"as|such|including|although|though|if|"
    r"were|was|show|shows|demonstrat\w+|reveal\w*|indicat\w+|conclusively|clearly|statistically|"
    r"is|are|whereas|"
    r"which|that|from|like|over|versus|"
    r"during|due|to|both|terms|trained|"
    r"even|because|especially|particularly|after|tested|relying|requiring|achieved|obtained|where|via|"
    r"through|among|regarding|w\.r\.t|yet|"
    r"but|not)\b| (?:fined?-?tuned|pre-?trained)(?= (?:by|on|in|with|at|for|using|from)\b)| \d[\d.]*\s?%"
)
_VAGUE = re.compile(
    r"\d|(?:doubl|tripl|halv)ing\b|(?:methods?|models?|networks?|approach(?:es)?|works?|techniques?|algorithms?|frameworks?|systems?|ones|"
    r"architectures?|training|best)$|same\b|"
    r"(?:the )?(?:limitations?|challenges?|shortcomings|drawbacks|problems?|issues?|need|expectations)\b"
)
_HEADS = (
    r"(?:baselines?|methods?|models?|approach(?:es)?|counterparts?|records?|works?|alternatives?|algorithms?|"
    r"techniques?|networks?|detectors?|best|competitors?|metrics?|representations?|losses|explanations?|selection|"
    r"architectures?|descriptors?|systems?|frameworks?|training|pre-?training|masking|fine-?tuning|variants?|"
    r"ones|LLMs|VLMs|CNNs|codecs?|agents?|strateg(?:y|ies)|schemes?|polic(?:y|ies)|transformers?|optimi[sz]ers?)"
)
_STATE = r"state[- ]of[- ]the[- ]art"
_PLAIN = (
    r"(?:standard|vanilla|conventional|na[iï]ve|random) (?:[a-z][\w-]* ){0,3}"
    r"(?:inference|decoding|sampling|search|routing|prompting|attention|fine-?tuning|quantization|pruning|"
    r"initiali[sz]ation|RAG)$"
)
_COMPARABLE = re.compile(rf"[A-Z]|\b(?:{_STATE}|{_PLAIN}|supervised|prior|previous|existing|{_HEADS})\b")
_HEADED = re.compile(rf"(?:{_HEADS}|{_STATE}s?|S[oO]TA|(?:-|[^\WA-Z\d])*[A-Z\d][\w.+-]*)$")
_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|several|many|multiple|various|all|other|\d+)\b"
_STATE_OF_A_TASK = re.compile(rf"(?P<state>(?:(?!{_COUNT})[\w-]+ )?(?:{_STATE}|S[oO]TA))\b(?: [\w-]+)+")
_ITEM = r"[\w-]+(?: [\w-]+){0,3}"
_LONG_LIST = re.compile(rf"(?P<list>{_ITEM}(?:, {_ITEM}){{0,3}},? and (?:[\w-]+ ){{1,2}}{_HEADS})\b")
# "retrieval with no feedback": without the rest it would be what the paper does itself
_A_DOING = re.compile(
    r"(?:[a-z][\w-]* )?(?:retrieval|training|prompting|generation|inference|decoding|pre-?training|fine-?tuning|"
    r"reasoning|learning)"
)
_LACKING = re.compile(r" (?:with no|without)(?: (?!any\b)[a-z][\w-]*){1,3}(?=[,;)]|\.(?!\d)|$)")
_NAME = re.compile(r"[A-Z]|\d")


def baseline(text: str, start: int = 0, end: int | None = None, last: bool = False, kind: str = "") -> str | None:
    """What the first comparison in ``text`` (or the ``last``) that begins between ``start`` and ``end`` is made with.

    ``kind`` "change" leaves out what only is as good ("on par with DeiT"); "cost" asks for "less than DeiT" and
    "compared to DeiT": what outperforms DeiT need not be cheaper; "verb" for the opposite. At most eight words;
    None when it is unclear.
    """
    found = list(_AGAINST.finditer(text, start, len(text) if end is None else end))
    found = [match for match in found if not match.group().startswith("over ") or _GAIN.search(text[: match.start()])]
    found = [match for match in found if not _TRIED.search(text[: match.end()])]
    found = [match for match in found if not re.match(r"[~+]?\d", text[match.end() :])]  # "by more than 2%"
    if any(match.group().startswith("against") for match in found) and _OF_ATTACKS.search(text):
        found = [match for match in found if not match.group().startswith("against")]
    if last:
        found = [match for match in found if _is_own(text, match, end)][-1:]
    for match in found:
        if not _fits(match, kind):
            continue
        phrase = _rival(text[match.end() :])
        if phrase and not (match["upon"] and not _HEADED.search(phrase)):
            return phrase
    return None


def _fits(match: re.Match[str], kind: str) -> bool:
    """Whether a comparison is of a kind: see ``baseline``."""
    if kind in {"cost", "verb"} and bool(match["compared"]) != (kind == "cost"):
        return False
    return not (kind and (match["alike"] or match["matched"]))


def _is_own(text: str, match: re.Match[str], end: int | None) -> bool:
    """Whether a comparison is said of what the figure at ``end`` is: not "X, which outperforms others, has 3%"."""
    between = text[match.end() : end]
    if re.search(r", (?:which|where)\b[^,]*$", between):
        return False
    return "," not in between or not _OF_ANOTHER.search(text[: match.start()])


def _rival(rest: str) -> str | None:
    """The phrase at the start of ``rest``, without its article and its tail; None where it is no rival."""
    rest = _THAT_IN.sub("", rest.removeprefix("both "))
    stop = _STOPS.search(f" {rest}")
    if stop and stop.group() == "'s " and not _ITS_VALUE.match(rest, stop.end() - 1):
        return None  # "OpenAI's and Google's research"
    phrase = rest[: max(0, stop.start() - 1)] if stop else rest.rstrip(".")
    listed = _LONG_LIST.match(rest) if stop and stop.group() == "," else None
    if listed and not re.search(rf"{_HEADS}$", phrase):  # "CNN, graph, and transformer baselines"
        phrase = listed["list"]
    phrase = _TAIL.sub("", _LEAD.sub("", phrase.strip(" -")))
    if stop and _A_DOING.fullmatch(phrase) and (lacking := _LACKING.match(rest, stop.start() - 1)):
        return f"{phrase}{lacking[0]}"
    state = _STATE_OF_A_TASK.fullmatch(phrase)
    if (
        state and not _HEADED.search(phrase) and not re.search(rf"\b{_HEADS} of\b", phrase)
    ):  # "state-of-the-art detection"
        phrase = state["state"]
    fits = (
        phrase
        and len(phrase.split()) <= 8
        and not _VAGUE.match(phrase)
        and not re.search(r"\bsame\b|\bstate of (?!the art)", phrase)
        and not re.search(r" \d+[BMK]?$| of \d", phrase)
    )
    return phrase if fits and _COMPARABLE.search(phrase) else None


def is_named(rival: str) -> bool:
    """Whether a rival has a name of its own: "DeiT-B", not "existing methods" or "SOTA"."""
    return bool(_NAME.search(re.sub(r"\bS[oO]TA\b", "", rival)))
