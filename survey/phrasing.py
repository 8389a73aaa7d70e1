"""A statement cut down to a phrase for a table's cell: what is made, or what is done, up to where a phrase ends."""

import re
from collections.abc import Iterator

from survey.verbs import BASE_OF_GERUND, TELLING, present

LONGEST = 90
"""Characters of a cell."""

_FLUFF = (
    r"(?:(?:(?:simple|general|conceptually simple|small)[ ,]+(?:yet|but|and)\s+(?:highly |very )?"
    r"(?:effective|efficient|general|powerful|versatile|strong)"
    r"|new|novel|simple|efficient|effective|powerful|flexible|versatile|lightweight|innovative|first),?\s+"
    r"(?:and\s+(?=(?:novel|new|simple|general|efficient|effective|powerful|flexible|versatile|lightweight|"
    r"robust)\b))?)*"
)
_MAKING = re.compile(
    r"\b(?:(?:propos|introduc|present|develop|design|formulat|devis|creat|deriv)(?:e|es|s|ing)?"
    r"|describ(?:es?|ing)(?= an? (?:novel|new)\b)|(?:employ|leverag|appl|adopt|combin|us|build|adapt)(?:e|es|y|"
    r"ies|s)?)\s+(?:an?\s+|the\s+|its\s+|their\s+)?"
    rf"{_FLUFF}(?P<made>(?!(?:and|or|to|but|as|into|in|of|that|how|this|these|such|it|them|both|with|for|by|only|on"
    r"|which|who|whose|when|where|at|from|is|are|within|among)\b)\S.+)",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"^(?:the authors\s+|(?:the|this)\s+(?:\w+\s+)?(?:study|review|paper|article|work)\s+)?"
    r"(?:aim(?:s|ed)?|attempt(?:s|ed)?|seeks?|sought|tr(?:y|ies|ied)|proposes?|wants?|strives?)\s+to\s+"
    r"|^(?:the|an?|our)\s+(?:main\s+|primary\s+)?(?:aim|objective|purpose|goal)s?\s+(?:of\s+(?:this|"
    r"the)\s+(?:[\w-]+\s+){1,3})?"
    r"(?:is|was|were|are)\s+to\s+",
    re.IGNORECASE,
)
_FINDING = re.compile(
    r"^(?:the authors\s+)?(?:shows?|showed|demonstrates?|finds?|found|observes?|observed|reveals?|proves?|argues?"
    r"|claims?|confirms?|concludes?|suggests?)(?: \w+ly)? that\s+",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\s*(?:[;:]\s|\.\s(?=[A-Z])|,\s+(?:which|that|to|and|where|while|by|using|with|in|for|so|thereby|allowing|"
    r"enabling|based"
    r"|as|achieving|resulting|thus|but|without|aiming|aimed)\b"
    r"|\s--?-?\s|\s[–—]\s|\s(?:that|which|where|while|whose|when|because|indicating|so that|in order to|to|"
    r"by \w+ing|using|wherein"
    r"|instead of|rather than|in which|such that|for the first time|so as to"
    r"|and (?:then|also|further) [a-z]+s|and (?:shows?|demonstrates?|proves?|evaluates?|introduces?|proposes?|"
    r"presents?|finds?"
    r"|achieves?|analy[sz]es?|provides?|applies|uses?|validates?|explores?|investigates?|studies|argues?))\s)\s*"
)
_WEAK_BREAK = re.compile(r",?\s(?=(?:for|with|without|by|from|in|on|via|through|under|over|across|at|into|to)\s)|,\s")
_NO_BREAK_BEHIND = re.compile(
    r"\b(?:leads?|leading|able|designed|tailored|appli\w+|due|according|similar|relative|robust|sensitive|compared"
    r"|ability|related|adapt\w*|transfer\w*|known|used|up|close|equivalent|specific|attention|capable|needs?|access"
    r"|aim|aims|order|attempts?|efforts?|tends?|likely|due|objective|goal)$",
    re.IGNORECASE,
)
_CALLING = re.compile(r"\b(?:depends?|relies|rely|focus\w*|consists?|suffers?|differs?|results?|leads?|refers?)$")
_SAYING_LITTLE = frozenset(
    """
    a an the of and or for to in on with by from novel new approach method framework model module system technique
    methods models networks frameworks class type family way kind set neural
    strategy algorithm architecture network mechanism scheme called named termed dubbed designed simple effective
    efficient first general solution task paradigm based two three variants each component
    """.split()
)
_LEAST_TELLING = 3
_LONG_NAME = 22
_COINED = re.compile(r"[a-z\d][A-Z]|[A-Z]{2}|[A-Z]\d")
_FIRST_BREAK_FROM = 22
_PURPOSE = re.compile(
    r"^(?:(?:in order )?to|by|in|on|from|using|employing|applying|following|unlike|despite|since|with|for"
    r"|because|through|based on|although|while|instead of|rather than|without|after|when|towards?|given|considering"
    r"|taking|achieved by|motivated by|inspired by|stacking|where|whereas)\b"
    r"(?:.{3,160}?,\s+the authors\s+|[^,]{3,120},\s+)(?=\S+ \S+ \S+ \S+)",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?:[\s,]+(?:in an? \w+(?:ive|al|ous|able)|in|about|aims|utilized|needed|whose \w+ are \w+|collected|"
    r"containing|of|is|are|was|"
    r"were|been|the|"
    r"an?|with|by|for|to|and|or|on|from|as|at|its|their|those|this|these|gets"
    r"|into|via|both|able|capable|designed|called|termed|that|which|due|based|trained|trained solely|referred|known"
    r"|fitted|guided|equipped|developed|originally|subsequently|predicting|conditioned|grounded|aiming|aimed|making"
    r"|tailored|with the aim|aim|imposed|engineered|used|extracted|adapting|deciding|determining|demonstrates?"
    r"|and \w+ing|specifically))+$",
    re.IGNORECASE,
)


_IN_LIST = re.compile(r",\s[^,\s]+(?: [^,\s]+){0,2}$")
_MADE_PASSIVE = re.compile(
    rf"^(?:An?|The|Two|Three)\s+{_FLUFF}(?P<made>(?!(?:authors|paper)\b)\S.{{12,90}}?)"
    r" (?:is|are|was|were) (?:also |further )?(?:proposed|presented|introduced|developed|designed|devised)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"^(?:\w+ly )?[A-Z][a-z-]+s\b|\b(?:[Tt]he authors|paper|study|work|we)\b|"
    r"\b(?:is|are|to|and|by) \S*$",
)
_MARK = re.compile(r"^\(?(?:i|1|a)\)\s+(?:an?\s+|the\s+)?(?:novel\s+|new\s+)?")
_AUTHORS = re.compile(r"^the authors\s+(?:also\s+|then\s+|first\s+|further\s+)?", re.IGNORECASE)
_LED_AUTHORS = re.compile(
    r"^(?:[A-Z][\w-]*ing|Despite|Given|Based on|Through|While|Since|By|To|In|With|As)\b [^.;]{3,200}?, the authors "
)
_VERB = re.compile(
    r"(?P<adverb>(?:(?:more )?(?!(?:apply|comply|imply|multiply|rely|reply|supply)\b)[a-z]+ly )?)"
    r"(?P<verb>[a-z][a-z-]{2,})\b(?:(?<!ed)|(?<=embed)|(?<=shed)|(?<=feed)|"
    r"(?<=seed))(?P<second> and (?=[a-z]{3,} (?:an?|"
    r"the|two)\b))?"
)
_GERUND = re.compile(
    r"^(?P<verb>[A-Z][a-z-]+ing)(?P<rest> [^,]{12,140}), (?:the authors|it is|this (?:paper|work|study)) \w+",
    re.IGNORECASE,
)
_NOUN = (
    r"(?:method|approach|model|module|framework|network|algorithm|technique|strategy|system|plugin|solution|"
    r"scheme|paradigm"
    r"|architecture|pipeline|tool|methodology|function|mechanism|loss|layer|unit)"
)
_CALLED = re.compile(r"\b(?:called|named|termed|dubbed)\b")
_ONLY_KIND = re.compile(rf", (?:an?|the) (?:(?:novel|new|general|first|generic) )?{_NOUN}$")
_ACTING = re.compile(
    rf"^(?:(?:The|This|Our)\s+(?:[\w-]+\s+){{0,2}}?{_NOUN}s?\s+|[A-Z]\w*[A-Z\d][\w-]*\s+)?(?:[A-Za-z]+ly\s+|also\s+)?"
    r"(?P<does>[A-Za-z-]+s)\b(?! (?:of|are|is|have|can)\b)"
)
_PROMISES = re.compile(r"(?:enhance|improve|enable|allow|support|achieve|offer|provide|reduce|simplifie)s$")
_MORE_VERBS = (
    "accelerate adapt alleviate assist balance boost calibrate capture correct delve detail encode enrich "
    "extrapolate guide include increase induce interpolate invert localise localize map mitigate model move "
    "narrow overcome personalise personalize prevent process prompt protect recast recover regularise regularize "
    "relate relax remove resolve restore revise rotate search segment send shift split steer store supervise "
    "support transfer translate tune upscale weigh consist re-examine reformulate target question rely assign "
    "decide learn motivate adjust keep discard filter "
)
_VERBS = TELLING | frozenset(_MORE_VERBS.split())
_BASES = {present(verb): verb for verb in _VERBS}
_NAMING = re.compile(
    rf"^(?i:{_NOUN}(?:,|:| called| named| termed(?: as)?| dubbed)?) "
    r"\(?(?P<name>[A-Z][\w^{}-]*(?: (?:[A-Z][\w-]*|\([A-Z][\w-]*\)))*)\)?,?(?=,| (?:that|which|designed|to|for|"
    r"with)\b|$)"
)


def phrase(text: str, longest: int = LONGEST) -> str:
    """What a statement is about, in at most ``longest`` characters.

    What is proposed, introduced or used, where the statement says that early on, up to the first break between phrases
    that leaves enough to tell; else the statement's start. Whole words, no full stop; a cut within a phrase is marked.
    """
    text = _without_purpose(text.strip().rstrip(". "))
    text = _FINDING.sub("", _named(made_of(text)) or done(text) or _AIM.sub("", text))
    cut = next((at for at in _breaks(text) if tells(text[:at], _least_before(text, at))), len(text))
    mark = ""
    if cut > longest:
        weak = [at for at in weak_breaks(text) if at <= longest and tells(text[:at], _FIRST_BREAK_FROM)]
        cut, mark = (weak[-1], "") if weak else (max(0, text.rfind(" ", 0, longest)) or longest, " …")
    shown = whole_end(text[:cut])
    return _capital(shown[:1]) + shown[1:] + mark


def _least_before(text: str, at: int) -> int:
    """How many characters make a phrase in front of the break at ``at``: fewer where only a setting follows."""
    return _FIRST_BREAK_FROM - 4 if text.startswith((", where", ", in which"), at) else _FIRST_BREAK_FROM


def _without_purpose(text: str) -> str:
    """``text`` without the clause ahead of its sentence: "To tell X, the authors rank Y" is "The authors rank Y"."""
    match = _PURPOSE.match(text)
    if match is None:
        return text
    subject = "The authors " if match[0].rstrip().endswith("the authors") else ""
    return f"{subject}{text[match.end() :]}"


def _breaks(text: str) -> Iterator[int]:
    """Where phrases of ``text`` end."""
    for found in _BREAK.finditer(text):
        ahead = text[: found.start()]
        if re.match(r",\s+and\b", found[0]) and _IN_LIST.search(ahead):
            continue
        if re.match(r",\s+but\b", found[0]) and "not only" in ahead:
            continue
        if not (found[0].strip() == "to" and _NO_BREAK_BEHIND.search(text[: found.start()])):
            yield found.start()


def weak_breaks(text: str) -> list[int]:
    """Where ``text`` could be cut before a preposition, unless the word before calls for it."""
    starts = (found.start() for found in _WEAK_BREAK.finditer(text))
    return [at for at in starts if not _CALLING.search(text[:at])]


def tells(head: str, least: int = 12) -> bool:
    """Whether the start of a phrase says enough by itself; a coined name says as much as two words."""
    if len(head) < least or _ONLY_KIND.search(head):
        return False
    words = re.findall(r"\w[\w-]*", head)
    telling = [word for word in words if word.casefold() not in _SAYING_LITTLE]
    coined = any(_COINED.search(word) for word in telling)
    named = coined or ("," not in head and any(word[0].isupper() for word in telling[1:]))
    joined = any(word.count("-") > (least >= _FIRST_BREAK_FROM - 4) for word in telling)
    return len(telling) + named + joined >= _LEAST_TELLING or (
        len(telling) > 1 and len(head) > _LONG_NAME and bool(coined or _CALLED.search(head))
    )


def whole_end(text: str) -> str:
    """``text`` without words at its end that call for more."""
    return _DANGLING.sub("", _closed(text)).rstrip(" ,;:-–—")


def _capital(letter: str) -> str:
    """The capital of a plain letter; others stay, for a capital may be two letters or another one's."""
    return letter.upper() if letter.isascii() else letter


def made_of(text: str) -> str:
    """What ``text`` says is proposed, introduced or used, if it says so in its first half; else nothing.

    Only where the paper itself does so: "Proposes X", "the authors use X", "X is proposed".
    """
    if passive := _MADE_PASSIVE.match(text):
        rest = text[passive.end() :]
        return f"{passive['made']}{rest if re.match(r' (?:to|that|for|which|by) ', rest) else ''}"
    found = _MAKING.search(text)
    behind = found is not None and text[: found.start()].endswith(" and ")
    early = (
        found is not None and (behind or found.start() <= len(text) // 2) and len(found["made"]) >= _FIRST_BREAK_FROM
    )
    own = found is not None and (found.start() == 0 or _OWN.search(text[: found.start() + 8]))
    return _MARK.sub("", found["made"]) if found and early and own else ""


def done(text: str) -> str:
    """What ``text`` says the paper does, as a verb in the third person and the rest; else nothing.

    "Aims to learn X" and "The authors learn X" give "Learns X", as does "Learning X, the authors find Y"; "The method
    ranks X" gives "Ranks X".
    """
    if (gerund := _GERUND.match(text)) and (base := BASE_OF_GERUND.get(gerund["verb"].lower())):
        return f"{present(base)}{gerund['rest']}"
    aim = _AIM.match(text) or _AUTHORS.match(text) or _LED_AUTHORS.match(text)
    if aim and (verb := _VERB.match(text, aim.end())):
        return f"{verb['adverb']}{present(verb['verb'])}{_agreed(verb['second'], text[verb.end() :])}"
    acting = _ACTING.match(text)
    promised = acting is not None and acting.start("does") > 0 and _PROMISES.match(acting["does"])
    return text[acting.start("does") :] if acting and not promised and _base(acting["does"]) in _VERBS else ""


def _agreed(joint: str | None, rest: str) -> str:
    """What follows a verb; a second verb behind an "and" agrees with it."""
    if joint is None:
        return rest
    second, _, others = rest.partition(" ")
    return f"{joint}{present(second)} {others}"


def _base(verb: str) -> str:
    """The base of a verb in the third person: "studies" gives "study"."""
    low = verb.lower()
    return _BASES.get(low, "")


def _named(text: str) -> str:
    """``text`` without a general noun before the name of the thing: "Module, Net, that ranks X" is "Net ranks X"."""
    match = _NAMING.match(text)
    if match is None:
        return text
    rest = text[match.end() :]
    does = re.match(r",? (?:that|which) (?=(?:[a-z]+ly )?[a-z]+s\b)", rest)
    return f"{match['name']} {rest[does.end() :]}" if does else f"{match['name']}{rest}"


def _closed(text: str) -> str:
    """``text`` without a bracket that was opened and, by the cut, never closed."""
    return text if text.count("(") <= text.count(")") else text[: text.rindex("(")].rstrip()
