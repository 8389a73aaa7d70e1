"""From the authors' voice to a reader's: "we propose X" becomes "Proposes X", "our method" becomes "the method"."""

import re

_PAPER = r"(?:paper|work|study|article|letter|manuscript|research|report|thesis|survey|review|technical report)"
# Verbs that say what a paper does. The first verb of "we ..." may be any; these may also follow an "and".
_TELLING = frozenset(
    "achieve add address adopt advocate aim analyse analyze apply approach argue assess ask attempt attribute augment "
    "automate benchmark build calculate categorise categorize characterise characterize clarify classify collect combine "
    "compare compile compute conclude conduct confirm connect consider construct contribute create curate decompose define "
    "delineate demonstrate deploy derive describe design detail detect determine develop devise discover discuss "
    "disentangle distil distill document draw employ enable encode enhance ensure establish estimate evaluate examine exploit "
    "explain explore expose extend extract find fine-tune focus formalise formalize formulate gather generalise generalize "
    "generate give harness highlight identify illustrate implement improve incorporate infer inspect integrate interpret introduce "
    "investigate isolate launch learn leverage link maintain make measure minimise minimize model observe obtain offer "
    "optimise optimize outline outperform perform pinpoint point predict present prioritise prioritize probe produce propose prove "
    "provide quantify re-examine reach recommend reduce reexamine reformulate release repurpose represent report "
    "reveal review revisit rethink run seek select share shed show simplify simulate solve study suggest summarise summarize "
    "survey synthesise synthesize systematise systematize tackle take target test theorise theorize trace train transfer transform treat "
    "try uncover understand unearth unify unveil use utilise utilize validate verify visualise visualize view".split()
)
_IRREGULAR_PAST = {
    "built": "build", "found": "find", "gave": "give", "made": "make", "ran": "run", "showed": "show", "shed": "shed",
    "took": "take", "drew": "draw", "sought": "seek", "taught": "teach", "began": "begin", "chose": "choose",
}  # fmt: skip
_HELPERS = frozenset(
    "are were can could may might must should will would have had do did cannot be been am shall not need never".split()
)
_DROPPED_ADVERBS = (
    "also|further|then|first|firstly|thus|therefore|hence|here|hereby|now|next|instead|additionally|finally|furthermore|"
    "moreover|lastly|second|secondly|subsequently|consequently|accordingly|specifically|however|herein|in turn|in this paper|"
    "in this work|in particular|in addition|to this end|for the first time"
)
_WE_FIRST = re.compile(
    rf"^(?:we|i|the authors?|this (?:\w+ )?{_PAPER}|the (?:present|current) {_PAPER}|the paper)\s+"
    rf"(?:(?:{_DROPPED_ADVERBS}),?\s+)*((?:\w+ly\s+)*)([A-Za-z][A-Za-z-]*)\b",
    re.IGNORECASE,
)
_AND_VERB = re.compile(
    rf"(,? (?:and|but|or)(?: (?:{_DROPPED_ADVERBS}))*,? )(?:we (?:(?:{_DROPPED_ADVERBS}),? )*)?((?:\w+ly )?)([a-z][a-z-]*)\b"
)
_SUBSTITUTIONS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(?:that|which) we (?:call|term|name|dub|coin|denote|refer to as|denote as)\b,?", re.I), "called"),
    (re.compile(r",?\s+in this (?:paper|work|study|article|manuscript)(?=[\s,.;])", re.I), ""),
    (re.compile(r"\bwe,", re.I), "we"),
    (re.compile(r"\bto the best of our knowledge,?\s*", re.I), ""),
    (re.compile(r"\bto our (?:best )?knowledge,?\s*", re.I), ""),
    (re.compile(r"\bof our own\b", re.I), "of the authors' own"),
    (re.compile(r"\bour own\b", re.I), "the authors' own"),
    (re.compile(r"\bours\b(?!\w)"), "the authors' own"),
    (re.compile(r"\b(the|a|an|this|these|those) our\b", re.I), r"\1"),
)


def present(verb: str) -> str:
    """The third person singular of a base verb: "propose" gives "proposes", "study" gives "studies"."""
    if verb == "have":
        return "has"
    if re.search(r"(?:s|x|z|ch|sh|o)$", verb):
        return f"{verb}es"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ied"
    return f"{verb}ed"


_BASE_OF_PAST = {_past(verb): verb for verb in _TELLING} | _IRREGULAR_PAST


def _told(verb: str, plural: bool) -> str | None:
    """The form of the sentence's first verb when its subject goes, or None when the subject has to stay."""
    low = verb.lower()
    if low in _HELPERS:
        return None
    if low in _BASE_OF_PAST:
        return present(_BASE_OF_PAST[low])
    if not plural:
        return low if low.endswith("s") and not low.endswith("ss") else None
    return None if low.endswith("ed") else present(low)


def _coordinated(rest: str) -> str | None:
    """Verbs that share the subject that went: ", and show that" becomes ", and shows that".

    None when an "and" may join either a verb that would have to agree, or an infinitive or a noun.
    """
    pieces, end = [], 0
    for match in _AND_VERB.finditer(rest):
        joint, adverb, verb = match.groups()
        has_subject = bool(re.search(r"\bwe\b", match.group(0)))
        base = _BASE_OF_PAST.get(verb, verb) if has_subject else verb
        shares = has_subject or _shares_subject(rest[: match.start()], joint, rest[match.end() :])
        if base not in _TELLING or shares is False:
            continue
        if shares is None:
            return None
        pieces += [rest[end : match.start()], f"{joint}{adverb}{present(base)}"]
        end = match.end()
    if any(
        match.group(1) in _TELLING for match in re.finditer(r", (?:\w+ly )?([a-z-]+) (?:a|an|the|that|how|our)\b", rest)
    ):
        return None
    return "".join(pieces) + rest[end:]


def _shares_subject(before: str, joint: str, after: str) -> bool | None:
    """Whether the verb after an "and" belongs to "we": None when it could as well belong to an infinitive or be a noun."""
    if not before.strip():
        return True
    if re.match(r" (?:in|of|for|and|or|is|are|as|between|with|at|by)\b|[,.;:)]", after):
        return False
    if re.search(r"\b(?:to|can|could|may|will|would|should|must)\s+(?:\w+ly\s+)?[\w-]+$", before):
        return False
    if re.match(r" (?:that|how|why|whether|what)\b", after) or "," in joint:
        return True
    return None if re.search(r"\b(?:to|that|which|who|can|could|may|will|would|should|must)\b", before) else True


def _starts(rest: str) -> str:
    """The sentence with its "we" gone and its first verb in the third person, or with "The authors" in front."""
    match = _WE_FIRST.match(rest)
    if match is None:
        return rest
    adverbs, verb = match.groups()
    plural = rest[:2].lower() in {"we", "i "} or rest.lower().startswith("the authors")
    told, tail = _told(verb, plural), rest[match.end() :]
    agreed = (_coordinated(tail) if plural else tail) if told else None
    if agreed is not None:
        return f"{adverbs}{told}{agreed}"
    return f"The authors {adverbs}{verb}{tail}" if plural else rest


def in_third_person(sentence: str) -> str:
    """``sentence`` with no "we", "us" or "our" left; a subject "we" at the start goes and its verb is made to agree."""
    text = sentence
    for pattern, instead in _SUBSTITUTIONS:
        text = pattern.sub(instead, text)
    text = _starts(text)
    theirs = "their" if re.match(r"the authors\b", text, re.I) else "the"
    text = re.sub(r"\bwe\b|\bWe\b", "the authors", text)
    text = re.sub(r"\b(?<!\.)us\b", "the authors", text)
    return re.sub(r"\b[oO]ur\b", theirs, text)
