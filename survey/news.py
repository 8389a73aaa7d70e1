"""How much a table's cell tells a reader who sees the paper's title in the same row."""

import re
from functools import lru_cache

from survey.cutting import NOUN
from survey.evidence import content_words
from survey.telling import SAID_BY_ANY

ENOUGH = 3
"""Words, beside the title's, with which a cell says something of its own."""
_SHORT_NAME = re.compile(r" \([^()\s]*[A-Z][^()\s]*\)")
_NAME = re.compile(r"\b[A-Z][\w-]*(?: (?:[A-Z][\w-]*|of|for|and|with|the)(?= [A-Z]))* [A-Z][\w-]*")
_SAY_LITTLE = SAID_BY_ANY | content_words(
    "brand unified alternative potential specifically designed tailored suitable capable utilize leverage employ apply "
    "adopt explore analyze analyse examine revisit re-examine reexamine delve evaluate capability problem task tool "
    "general comprehensive various different existing overall customized integrated solution class family kind "
    "learn train represent representation data "
    "step steps stage stages major component qualitative quantitative analysis compute "
    "methodology outline pipeline consist comprise include key pioneering main brand-new "
    "full potential unlock recipe role specific way "
    "argue find demonstrate prove observe reveal conclude studies studied aim focus process "
    "enable perform conduct provide improve enhance better "
    "deep neural pre pretrain pre-training next-generation conceptually flexible powerful elegant versatile "
    "lightweight innovative robust superior promising strong accurate"
)

_A_NAME = re.compile(  # "Importance score (IS)": what it is called, in full
    r"(?:(?!(?:that|which|by|using|to|with|based|where|from|on|via|through)\b)[\w/&'^-]+,? ){1,9}"
    r"\([^()]*[A-Z][^()]*\)(?: (?:module|method|framework|approach|model|network|algorithm|mechanism|strategy|loss))?|"
    r"[A-Z][\w+-]*, an? (?:[\w-]+ )?[\w-]+|"  # "Rex, a small net"
    rf"[A-Z][\w+-]*(?: [\w-]+){{0,5}}(?: \([^()]*\))?, an? (?:[\w-]+ ){{0,2}}{NOUN}"
)
_SOME_PARTS = re.compile(  # which ones?
    r"(?:Consists of|Comprises|Contains|Includes|Features|Uses|Employs|Introduces|Proposes|Designs|Has) (?:two|"
    r"three|four|five|"
    r"six|seven|several|\d) [^:]*\b(?:components|modules|stages|parts|steps|innovations|techniques|strategies|designs|"
    r"phases|branches)\b[^:]*"
)
_NAMELY = re.compile(r"\b(?:i\.e|namely)\b")
_BASELINE = re.compile(r"(?:Set of |Several |Strong |Simple )?[Bb]aselines?\b")  # what goes with a benchmark
_SOME_KIND = re.compile(  # "Uses a scalable, unsupervised method": what kind?
    r"(?:Uses|Employs|Applies|Adopts|Leverages|Utili[sz]es|Introduces|Proposes|Develops|Designs|Presents|Exploits|Performs|Conducts)"
    r" (?:an?|the|its) (?:[\w-]+,? ){1,3}"
    r"(?:method|approach|strategy|technique|framework|model|mechanism|module|pipeline|scheme|algorithm|architecture|"
    r"search|analysis|study|evaluation|comparison|review|survey)"
)
_FEW_WORDS = 4
_PREPOSITION = re.compile(r" (?:for|of|with|by|via|to|that|from|in|on) ")
_VERB_FIRST = re.compile(r"[A-Z][a-z]{2,}(?<!ou)(?<!s)s ")


def thin(cell: str) -> bool:
    """Whether a cell is hardly more than a name, or a kind of thing: "Importance score (IS)", "Masked pipeline"."""
    words = len(cell.split())
    few = words < _FEW_WORDS or (words == _FEW_WORDS and not (_VERB_FIRST.match(cell) or _PREPOSITION.search(cell)))
    kind = any(one.fullmatch(cell) for one in (_A_NAME, _SOME_KIND, _SOME_PARTS)) and not _NAMELY.search(cell)
    return bool(few or kind or _BASELINE.match(cell))


_TITLE_CASE = re.compile(r"(?!\w+s )[\w-]+ [A-Z][a-z-]+(?![\w-])")


@lru_cache(maxsize=64)
def _known(title: str) -> frozenset[str]:
    """The words that tell a reader of ``title`` nothing: its own, short for its own, and any paper's."""
    words = re.findall(r"[A-Za-z]+", title.replace("-", " "))
    starts = "".join(word[0] for word in words).casefold()
    short = {starts[at:end] for at in range(len(starts)) for end in range(at + 2, min(at + 6, len(starts)) + 1)}
    return content_words(title) | _SAY_LITTLE | short


def news(cell: str, title: str) -> int:
    """How many words of ``cell`` carry meaning that neither the ``title`` has nor any paper's cell would.

    A name in capitals tells little: all of it counts as one word.
    """
    plain = _SHORT_NAME.sub("", cell)
    if plain[1:2].islower() and not _TITLE_CASE.match(plain):  # its capital is the cell's
        plain = f"{plain[:1].lower()}{plain[1:]}"
    known = _known(title)
    unnamed = _NAME.sub(" ", plain)
    named = content_words(plain) - content_words(unnamed) - known
    return len({word for word in content_words(unnamed) - known if word.isalnum()}) + bool(named)  # joined: its parts
