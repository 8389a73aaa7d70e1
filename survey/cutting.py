"""Where a statement can be cut so that what is left is a phrase: its breaks, what it must tell, how it may end."""

import re
from collections.abc import Iterator
from functools import lru_cache

from survey.verbs import DOING, TELLS

_BREAK = re.compile(
    r"\s*(?:[;:]\s|\.\s(?=[A-Z])|,\s+(?:which|that|to|and|where|while|by|using|with|in|for|so|thereby|allowing|"
    r"enabling|based|as|achieving|resulting|thus|but|without|aiming|aimed)\b|\s--?-?\s(?!(?:based|driven|aware|guided|free|level|wise|specific)\b)|\s?--(?=[a-z])|"
    r"\s[–—]\s|(?<=[a-z])[–—](?=(?:where|which|that|an?|the|with|such|by|in|to)\s)|\s(?:that|which|where|"
    r"while|whose|when|because|indicating|so that|in order to|to|by \w+ing|using|wherein|instead of|rather than|"
    r"in which|such that|for the first time|so as to|and (?:then|also|further) [a-z]+s|and (?:shows?|demonstrates?|"
    r"proves?|evaluates?|introduces?|proposes?|presents?|finds?|achieves?|analy[sz]es?|provides?|applies|uses?|"
    r"validates?|explores?|investigates?|studies|argues?))\s)\s*"
)
_WEAK_BREAK = re.compile(r",?\s(?=(?:for|with|without|by|from|in|on|via|through|under|over|across|at|into|to)\s)|,\s")
_NO_BREAK_BEHIND = re.compile(
    r"\b(?:(?:is|are|was|were|be|been) \w+(?:ed|en)|analogous|learns?|"
    r"leads?|leading|able|designed|tailored|appli\w+|due|according|similar|relative|robust|sensitive|compared"
    r"|responds?|reacts?|adheres?|contributes?|corresponds?|belongs?|conforms?|attends?"
    r"|ability|related|adapt(?:s|ed|able|ing)?|transfer\w*|known|used|up|close|equivalent|specific|attention|"
    r"capable|contrast|"
    r"needs?|access|aim|aims|order|prior|subject|inherent|alternative|attempts?|efforts?|tends?|likely|due|objective|goal|potential|struggles?|strives?|fails?|how|what|"
    r"where|whether|when)$",
    re.IGNORECASE,
)
_PAIRED_WITH_TO = re.compile(  # "the ability of X to rank", "applications of X to Y"
    r"\b(?:(?:applic)?abilit(?:y|ies)|capabilit(?:y|ies)|capacity|potential|"
    r"applications?|tendency|power|extension|shift) of "
    r"[^,;]{1,40}$|\b(?:enabl|allow|forc|encourag|guid|caus)(?:e|es|s|ing)?\b [^,;]{1,60}$|"
    r"\b(?P<start>from|(?:fit|appl|expos|attach|assign|map|align|"
    r"transfer|relat|extend|generali[sz]|add)\w*)\b [^,;]{1,40}$"
)
_BUT = re.compile(r",\s+but\b")
_AND = re.compile(r",\s+and\b")
_AND_LAST = re.compile(r": [^:]* and [^:]*$")
_NEXT = re.compile(r"\s*to ([\w-]+)")
_CALLING = re.compile(
    r"\b(?:depends?|relies|rely|focus\w*|consists?|suffers?|differs?|results?|leads?|refers?|comes?|stems?|"
    r"important|essential|crucial|necessary|sufficient|useful|responsible|suitable|available|success|vein|accordance|conjunction|lies?|resides?)$"
)
_SAYING_LITTLE = frozenset(
    """
    a an the of and or for to in on with by from novel new approach method framework model module system technique
    methods models networks frameworks architectures strategies
    techniques algorithms class type family way kind set neural
    strategy algorithm architecture network mechanism scheme called named termed dubbed designed simple effective
    efficient first general solution task paradigm based two three variants each component
    """.split()
)
_LEAST_TELLING = 3
_LONG_NAME = 22
_COINED = re.compile(r"[a-z\d][A-Z]|[A-Z]{2}|[A-Z]\d")
FIRST_BREAK_FROM = 22
# So many at most: "that which that which ..." can be read in twice as many ways with each word.
_DANGLING = re.compile(
    r"(?:[\s,]+(?:in an? \w+(?:ive|al|ous|able)|(?:into|to|with|for|by|of) an? [\w-]+(?:ical|onal|ual|ral|mal|ial|"
    r"ous|able|ful)|(?<=,) ?[a-z]+(?:ing|ed)|along|in|about|aims|utilized|needed|whose \w+ are \w+|collected|created|"
    r"originating|sourced|determined|ready|responsible|annotated|either|containing|"
    r"of|is|are|was|were|been|the|an?|with|by|for|to|and|or|on|from|as|at|its|their|those|this|these|gets|into|via|"
    r"both|able|analogous|capable|designed|called|termed|that|which|due|based|trained|trained solely|"
    r"referred|known|(?:which|"
    r"that) [a-z]+|for the first time|built|[\w-]+-and|containing [a-z]+|borrowed|derived|applicable|corresponding|"
    r"comprising|how|why|"
    r"whether|"
    r"induced|caused|between|against|among|within|towards?|under|than|while|when|where|including|such|as one attempt|"
    r"fitted|guided|equipped|developed|originally|subsequently|predicting|conditioned|grounded|aiming|aimed|making|"
    r"tailored|with the aim|aim|without (?:the |any )?need|the need|"
    r"imposed|engineered|used|extracted|adapting|deciding|determining|demonstrates?|"
    r"(?:and|or) \w+ing|inherent|prior|serving|having|being|covering|spanning|ranging|regarding|"
    r"concerning|specifically|(?:with|has|have|of) the (?:cap)?ability|"
    r"(?<!are )(?<!is )(?:(?<!ly )|[a-z]+ly )(?:linked|optimi[sz]ed)|"
    r"with the (?:high|low|larg|small|great|clos|near|few|strong)est|"
    r"(?:and|or|but), [^,;:]{3,30}|(?<=,) ?(?:further|thereby|thus)|as an? (?:means|way|basis|vehicle)|"
    r"(?<=,) ?(?!respective|separate|joint|independent|individual|simultaneous|efficient|accurate)[a-z]+ly|"
    r"in addition|what|but also|initially|(?<=,) ?each [a-z]+(?:ing|ed)|and the other)){1,8}$",
    re.IGNORECASE,
)
_PUTS = re.compile(  # what is put somewhere: "feeds features", "splits an image"
    r"\b(?:feed|inject|convert|transform|turn|divid|decompos|split|incorporat|integrat|embed|insert|project|plug|"
    r"partition|translat|map|group|encod|distil|absorb|fold)\w*\b [^,;]*$",
    re.IGNORECASE,
)
_TAKEN_AS = re.compile(
    r"\b(?:(?:re)?(?:formulat|cast|fram|conceptuali[sz]|interpret)|treat|view|regard|recast|pose|posing)\w*\b [^,;]*$",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:bridg|connect|align|replac|equip|fus|merg|pair|coupl|associat|combin)\w*\b [^,;]{1,50}$", re.IGNORECASE
)
COUNTED = re.compile(
    r"\b(?:two|three|four|five)[ -][\w -]{3,40}: [^.;]*$"
)  # "two parts: a root", and what is the other?
_CALLS_FOR = (  # what a word ahead calls for, and where that starts
    (_PUTS, re.compile(r" (?:into|onto)\b")),
    (_TAKEN_AS, re.compile(r" as\b")),
    (_TOGETHER, re.compile(r" with\b")),
    (
        re.compile(r"\b(?:prevent|protect|distinguish|separat|isolat)\w*\b [^,;]{1,60}$", re.IGNORECASE),
        re.compile(r" (?:with|from)\b"),
    ),
    (re.compile(r"\b(?:participat|enrol|involv|resid|includ|contain|embedd)\w*$"), re.compile(r" in\b")),
    (re.compile(r"ed [a-z]+ly$"), re.compile(r" ")),
    (re.compile(r"[a-z]{3}ed$"), re.compile(r" (?:by|into|as|with|from|through|onto)\b")),
)
_IN_LIST = re.compile(r",\s[^,\s]+(?: [^,\s]+){0,2}(?: [^,\s]+ \([^()]*\))?$")
_MORE_OF_A_LIST = re.compile(
    r",\s(?!(?:for|with|without|by|from|in|on|via|using|which|that|where|including|such|an?|"
    r"[a-z]+ing)\b)[^,]{1,40},?\s(?:and|or)\s"
)
OPEN_PAIR = re.compile(
    r"\bbetween\b(?! (?:each|all|any|every|pairs|adjacent|consecutive|different|multiple)\b)(?![^;]*\band\b)|"
    r"\bboth\b(?![^;]*\band\b)",
    re.IGNORECASE,
)
NOUN = (
    r"(?:method|approach|model|module|framework|network|algorithm|technique|strategy|system|plugin|solution|"
    r"scheme|paradigm|architecture|design|pipeline|tool|methodology|function|mechanism|loss|layer|unit)"
)
_MARKS = " ,;:-–—"
_TO_DO = re.compile(r"(?:\s|,\s)(?:in order )?to (?P<verb>[a-z-]+)$")
_CALLED = re.compile(r"\b(?:called|named|termed|dubbed)\b")
_ONLY_KIND = re.compile(rf", (?:an?|the) (?:(?:novel|new|general|first|generic) )?{NOUN}$")


def least_before(text: str, at: int) -> int:
    """How many characters make a phrase in front of the break at ``at``: fewer where only a setting follows."""
    return FIRST_BREAK_FROM - 4 if text.startswith((", where", ", in which"), at) else FIRST_BREAK_FROM


@lru_cache(maxsize=512)
def breaks(text: str) -> tuple[int, ...]:
    """Where phrases of ``text`` end."""
    return tuple(_breaks(text))


def _breaks(text: str) -> Iterator[int]:
    for found in _BREAK.finditer(text):
        ahead = text[: found.start()]
        if (
            _AND.match(found[0])
            and not _then_does(text, found.end())
            and (_IN_LIST.search(ahead) or OPEN_PAIR.search(ahead))
        ):
            continue
        if _goes_on_with_but(text, found.start()) or (COUNTED.search(ahead) and not _listed_all(ahead, found)):
            continue
        if not (found[0].strip() == "to" and (_NO_BREAK_BEHIND.search(ahead) or _to_belongs(text, found.start()))):
            yield found.start()


def _listed_all(ahead: str, at: re.Match[str]) -> bool:
    """Whether a list of what is counted has its last item, and a verb follows: ": a root and a bud, and prunes"."""
    return bool(_AND.match(at[0]) and _then_does(at.string, at.end()) and _AND_LAST.search(ahead))


def _then_does(text: str, at: int) -> bool:
    """Whether a verb in the third person follows: a list's last item is none."""
    return text[at:].split(" ", 1)[0] in TELLS


def weak_breaks(text: str) -> list[int]:
    """Where ``text`` could be cut before a preposition, unless the word before calls for it."""
    starts = (found.start() for found in _WEAK_BREAK.finditer(text))
    return [at for at in starts if not (_CALLING.search(text[:at]) or splits(text, at))]


def splits(text: str, at: int) -> bool:
    """Whether a cut at ``at`` would take a list, or a pair such as "from X to Y", apart."""
    to = text.startswith(" to ", at) and (_NO_BREAK_BEHIND.search(text[:at]) or _to_belongs(text, at))
    listed = re.match(r",\s(?:and|or)\s", text[at:]) and _IN_LIST.search(text[:at])
    paired = OPEN_PAIR.search(text[:at]) or _goes_on_with_but(text, at)
    held = any(calls.search(text[:at]) for calls, by in _CALLS_FOR if by.match(text, at))
    return bool(to or held or listed or paired or _MORE_OF_A_LIST.match(text, at))


def _goes_on_with_but(text: str, at: int) -> bool:
    """Whether the "but" at ``at`` is the second half of a "not only"."""
    return bool(_BUT.match(text, at)) and "not only" in text[:at]


def _to_belongs(text: str, at: int) -> bool:
    """Whether the "to" at ``at`` belongs to a word ahead: "from pixels to masks", but not "from pixels to rank it"."""
    pair, after = _PAIRED_WITH_TO.search(text[:at]), _NEXT.match(text, at)
    return bool(pair and not (pair["start"] and after and after[1] in DOING | {"be", "aid"}))


@lru_cache(maxsize=1024)
def tells(head: str, least: int = 12) -> bool:
    """Whether the start of a phrase says enough by itself; a coined name says as much as two words."""
    if len(head) < least or _ONLY_KIND.search(head):
        return False
    words = re.findall(r"\w[\w-]*", head)
    while least >= FIRST_BREAK_FROM - 4 and words and words[0].casefold() in TELLS | {"and"}:
        words = words[1:]
    telling = [word for word in words if word.casefold() not in _SAYING_LITTLE]
    coined = any(_COINED.search(word) for word in telling)
    named = coined or ("," not in head and any(word[0].isupper() for word in telling[1:]))
    joined = any(word.count("-") > (least >= FIRST_BREAK_FROM - 4) for word in telling)
    return len(telling) + named + joined >= _LEAST_TELLING or (
        len(telling) > 1 and len(head) > _LONG_NAME and bool(coined or _CALLED.search(head))
    )


_ITEM_MARK = re.compile(r"\s?[–—:]\s?\(?[A-Z]{0,2}\d\)?$")  # "three aims: A1"
_A_PRIOR = re.compile(
    r"\b(?:an?|of|its|through|via|by|as|learned|shape) (?:[\w-]+ ){1,3}priors?$"
)  # a thing, not "prior to"
_TAIL = 70  # characters in which an end that calls for more stands; what is ahead need not be looked at


@lru_cache(maxsize=1024)
def whole_end(text: str) -> str:
    """``text`` without words at its end that call for more."""
    closed = _ITEM_MARK.sub("", _closed(text)).rstrip(_MARKS)
    if _A_PRIOR.search(closed):
        return closed
    left = f"{closed[:-_TAIL]}{_DANGLING.sub('', closed[-_TAIL:])}".rstrip(_MARKS)
    if left != text:
        return whole_end(left)
    bare = _TO_DO.search(text)
    return whole_end(text[: bare.start()]) if bare and bare["verb"] in DOING else text


def _closed(text: str) -> str:
    """``text`` without a bracket that was opened and, by the cut, never closed."""
    while text.count("(") > text.count(")"):
        text = text[: text.rindex("(")].rstrip()
    return text
