"""Whether a statement says next to nothing: its paper's title over again, or praise of what it doesn't say."""

import re
from functools import lru_cache

from survey.evidence import content_words
from survey.telling import SAID_BY_ANY

_MOST_NEW = 1  # word that carries meaning, with which a statement is still its title over again
_START = 6  # letters
_GENERIC = SAID_BY_ANY | content_words(
    "first large largest scale comprehensive specific specifically tailor design dedicated aim address handle tackle "
    "challenge problem task various diverse different range unified advanced innovative robust flexible lightweight "
    "scalable practical powerful efficiently effectively end-to-end plug-and-play state-of-the-art real-world scenario "
    "improve enhance enable support facilitate achieve perform allow provide offer help leverage utilize employ apply "
    "adapt conduct carry evaluate evaluation assess research solution pipeline methodology concept perspective issue "
    "capability ability application platform tool open version way build create develop construct term name call "
    "define consider focus target detailed investigation analysis extensive systematic thorough empirical"
)
_OWN_NAME = re.compile(r"\([^()\s]*[A-Z][^()]*\)|(?<=^Proposes )\S+|(?<=^Introduces )\S+|(?<=^Presents )\S+")
_BASED_ON = re.compile(  # "based on YOLOv7": what it is made of
    r"\b(?:based|built|building) (?:up)?on (?:the |an? )?(?:[a-z-]+ )?([A-Za-z-]*[A-Z][\w-]*[A-Z\d][\w-]*)"
)
_MEANS = re.compile(
    r"\b(?:by (?:\w+ly )?(?!(?:leveraging|evaluating|demonstrating|testing|validating|conducting)\b)\w+ing|"
    r"via|through|without|based on)\b|: |\b(?:such as|including)\b|"
    r",? (?:that|which) (?!is\b|are\b|can\b|could\b|advances?\b)\w+|"
    r"\band (?:\w+ly )?(?:presents?|proposes?|introduces?|develops?)\b",
    re.IGNORECASE,
)
_SAYS_HOW_MUCH = re.compile(
    r"(?<![\w.-])\d|"
    r"\b(?:than|compared|versus|relative to|outperform\w*|surpass\w*|exceed\w*|fewer|twice|half|million)\b"
)
_SUBJECT = r"^(?:[^\s,;:]+ ){0,8}?(?<!\bto )(?<!\bcan )"
_GOOD = (
    r"(?:attractive|promising|valuable|viable|compelling|appealing|powerful|useful|solid|strong|excellent|"
    r"competitive|impressive|remarkable|superior|robust|important|significant|deep(?:er)?|rich|best|"
    r"actionable|practical|insightful|interesting|critical|crucial|meaningful|great|good|fresh|helpful|effective|further)"
)
_ANY_GOOD = rf"(?:(?:\w+ly )?(?:{_GOOD}|new|novel|key|some|several|many|a number of),? (?:and |yet |but )?)"
_GOODNESS = r"(?:robust|solid|strong|powerful|practical|scalable|reliable|effective|valuable|promising)"
_PRAISES = tuple(
    re.compile(f"(?i:{_SUBJECT}{pattern})")
    for pattern in (
        rf"(?:is|are|serves? as|represents?|constitutes?|provides?|offers?|remains?) an? {_ANY_GOOD}+(?:[\w-]+ )?"
        r"(?:alternatives?|avenues?|directions?|routes?|steps?|foundation|solutions?|contribution|opportunity)\b",
        rf"(?:provides?|offers?|yields?|delivers?|shares?|gains?|brings?|gives?) (?:an? )?{_ANY_GOOD}*"
        r"(?:insights?|observations|lessons|guidance|implications)\b",
        r"(?:highlights?|underscores?|emphasi[sz]es?|demonstrates?|shows?|validates?|confirms?|proves?) "
        rf"(?:the|its|their|\S+'s?) {_ANY_GOOD}*(?:value|potential|promise|utility|usefulness|versatility|"
        r"effectiveness|efficacy|strengths?|power|superiority|reliability|"
        r"feasibility(?! of [a-z]+ing)|benefits?|merits?|applicability)\b"
        r"(?! and (?:the |its |their )?(?:\w+ )?(?:risks?|limit|cost|harm|pitfall|challenge|weakness))",
        r"(?:achieves?|delivers?|demonstrates?|shows?|attains?|obtains?|yields?|exhibits?|provides?|gives?) (?:the )?"
        rf"(?:{_ANY_GOOD}|intuitive |plausible )+(?:[\w-]+ )?(?:results|performance)\b"
        r"(?! (?:degrad|drop|gap|loss|declin|differ|dispar|varia|limit|deficien|improve|gain))",
        r"(?:enables|offers|provides|delivers|supports|ensures|achieves) "
        r"(?:(?:fast|faster|robust|efficient|accurate|reliable|scalable|effective|flexible|seamless|practical|precise|"
        r"stable|versatile),? (?:and )?){2,}[a-z]",
        r"contributes? to (?:the |an? )?(?:[\w-]+ ){0,2}(?:advancement|understanding|development|field|study|body|"
        r"progress|literature|goal)\b",
        rf"(?:raises? awareness (?:of|for|about)|establish(?:es)? \S+ as an? {_ANY_GOOD}*{_GOODNESS} )",
        rf"establish(?:es)? an? {_GOODNESS} (?:[\w-]+ ){{0,2}}?(?:framework|pipeline|paradigm|basis|tool)\b",
        r"calls? (?:for|to) (?:more|further|greater|increased|urgent|immediate|renewed|careful)?\s?"
        r"(?:attention|action|research|efforts?|work|investigation|caution)\b",
        r"(?:paves?|opens?) (?:up )?(?:the way|new|an?|the door|avenues)\b",
        r"(?:provides?|offers?|is|serves as) an? (?:\w+ )?(?:robust |valuable |useful |rich )+"
        r"(?:resource|tool|basis|baseline)\b",
        r"(?:highlights?|reveals?|shows?|underscores?|demonstrates?) (?:both )?the (?:promise|strengths?) and (?:the )?"
        r"(?:limitations|limits|weaknesses)\b",
        r"(?:establish(?:es)?|lays?|provides?|builds?|sets?) (?:an?|the) (?:[\w-]+ ){0,2}"
        r"(?:foundation|groundwork|stage)\b",
        r"(?:highlights?|underscores?|emphasi[sz]es?) (?:the|an?) (?:[\w-]+ )?"
        r"(?:need|necessity|urgency) (?:for|of|to)\b",
    )
)
_CLOSES = re.compile(
    r"^(?:Concludes by|The (?:goal|aim|hope|intention|ambition) (?:is|was) not)\b|"
    r"^(?:[Tt]he|[Tt]his|[Oo]ur) (?:work|study|research|paper) "
    r"(?:enables|advances|contributes|advocates|facilitates|supports) |"
    r" (?:is|are|was|were) [a-z]+ed (?:experimentally|empirically|numerically|theoretically)[.]?$"
)
_SAID = re.compile(r"^(?:[A-Z][a-z]+s|(?:The |These )?(?:[\w-]+ ){0,2}(?:results|findings|experiments) [a-z]+) that ")
_BY_DOING = re.compile(r"^By (?:establishing|providing|offering|bridging|shifting|addressing|filling) [^,]+, ")


@lru_cache(maxsize=8192)
def over_again(text: str, title: str, most: int = _MOST_NEW) -> bool:
    """Whether ``text``, which stands right behind ``title``, has hardly a word that carries meaning beside it.

    Hardly: ``most`` at most. What any paper says of itself and what it calls its own carry none; a number always does.
    """
    told = _OWN_NAME.sub(" ", text)
    if _SAYS_HOW_MUCH.search(told):
        return False
    known = _starts(title) | _starts_of(_GENERIC) | _short_of(title)
    if any(not _starts(found[1]) <= known for found in _BASED_ON.finditer(told)):
        return False
    return len(_starts(told) - known) <= most


@lru_cache(maxsize=8192)
def praises(text: str) -> bool:
    """Whether ``text`` is praise or a close without a figure, a comparison or a means: "provides new insights"."""
    text = _BY_DOING.sub("", _SAID.sub("", text))
    if _CLOSES.search(text):
        return True
    if _SAYS_HOW_MUCH.search(text) or _MEANS.search(text):
        return False
    return any(one.match(text) for one in _PRAISES)


def _starts(text: str) -> frozenset[str]:
    return _starts_of(content_words(text))


def _starts_of(words: frozenset[str]) -> frozenset[str]:
    """Words by their starts: "optimisation" is "optimise"; of joined ones the parts."""
    return frozenset(word.removesuffix("s")[:_START] for word in words if word.isalnum())


@lru_cache(maxsize=1024)
def _short_of(title: str) -> frozenset[str]:
    """What may be short for words of the title that stand together: "tss" of "Tubular Structure Segmentation"."""
    words = re.findall(r"[A-Za-z]+", title.replace("-", " "))
    initials = "".join(word[0] for word in words).casefold()
    return frozenset(
        initials[at:end] for at in range(len(initials)) for end in range(at + 2, min(at + 6, len(initials)) + 1)
    )
