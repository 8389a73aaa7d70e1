"""What a statement on one paper is worth to who has read no more than its title: whether it says anything, and more."""

import re

from survey.hollow import over_again, praises
from survey.records import Result, Statement
from survey.telling import leaning, restates

_PRAISE = re.compile(
    r"\b(?:outperform|surpass|superior|exceed|competitive|promising|favou?rabl|effective|state[- ]of[- ]the[- ]art"
    r"|convincing|significant(?:ly)? (?:improve|gain|enhance|boost)|further validate"
    r"|sota\b|better (?:[\w-]+ ){0,2}(?:ability|performance|results|than)|comparable|on par|advantage|efficacy"
    r"|ablation (?:study|studies) (?:validate|confirm|show|demonstrate|verify)|highlights? the (?:\w+ )?potential"
    r"|(?:will|can) (?:guide|inform|facilitate|inspire)|cornerstone|contributes? to (?:the )?understanding"
    r"|impressive|remarkabl|astounding|astonishing|focus(?:es)? on (?:two|three|four|several) (?:[a-z]+ )?aspects)",
    re.IGNORECASE,
)
_FOUND_OF_OTHERS = re.compile(
    r"^(?:Finds|Shows|Observes|Reveals|Discovers|Concludes) that (?!(?:the |its )?(?:proposed |resulting |new )?"
    r"(?:\S*[A-Z]\S*|these|this|such|method|approach|model|framework|algorithm|system|network|technique|it)s?\b)"
    r"(?!.*\bpromising\b)"
)
"""What is found of things that aren't the paper's own: "finds that pre-trained nets are competitive"."""
_SHOWN_OF_OTHERS = re.compile(
    r"^(?:The )?(?:\w+ ){0,2}?(?:[Ee]xperiments|[Rr]esults|[Ff]indings|[Ee]valuations?|[Aa]nalys[ei]s) "
    r"(?:show|reveal|find|indicate|demonstrate|suggest)s? that (?!(?:the|its|these|this|such|it|while|by) |"
    r"\S*[A-Z]|(?:\S+ ){1,3}\S*[A-Z]\S*[A-Z])"
    r"(?!.*\b(?:promising|the (?:proposed )?(?:method|approach|framework|model)s?)\b)"
)
"""The same, as what experiments show: "Experiments show that slow models do better"."""
POINTS = re.compile(r"^.{0,70}\b(?:this|these|(?:previous|prior|earlier) ones)\b", re.IGNORECASE)
_KNOWN = re.compile(
    r"^(?:[\w-]+ ){1,5}(?:\([^()]*\) )?(?:is|are|has|have|were) (?:quickly |rapidly |now |increasingly )?"
    r"(?:becom\w+|often|widely|commonly|typically|usually|been|emerged|gained|attracted)\b|"
    r"^(?:Many|Most|Several|Some|Current|Existing|Previous|Prior) (?:(?:prior|existing|recent|current|previous) )?"
    r"(?:approaches|methods|works|studies|techniques) |^An? (?:growing|increasing|rising|large) number of "
)
"""The background in place of a contribution: "Nets are quickly becoming ..."."""
LITTLE_NEW = 5  # words that an announcement adds to the title, or it is hardly more than that


def says_nothing(text: str, title: str) -> bool:
    """Whether ``text`` is the title over again or what all know already."""
    return restates(title, text) or is_known(text)


def is_hollow(one: Statement, title: str) -> bool:
    """Whether it says next to nothing: the title that it stands behind, or praise.

    What was found may be said in the title's words.
    """
    return praises(one.text) or (not isinstance(one, Result) and over_again(one.text, title))


def is_firm(one: Statement, title: str) -> bool:
    """Whether it says something and makes sense from the start."""
    if isinstance(one, Result) and (not says_more(one) or restates(title, one.text, LITTLE_NEW)):
        return False
    points = leaning(one.text, title) or POINTS.match(one.text)
    return not (is_hollow(one, title) or points or says_nothing(one.text, title))


def is_known(text: str) -> bool:
    """Whether ``text`` tells what all know already, rather than what the paper does."""
    return _KNOWN.search(text) is not None


def says_more(result: Result) -> bool:
    """Whether a result says more than that the paper's own is better: a figure, or something that was found out."""
    return not praises(result.text) and (
        result.value is not None
        or not _PRAISE.search(result.text)
        or any(one.match(result.text) for one in (_FOUND_OF_OTHERS, _SHOWN_OF_OTHERS))
    )


def weight(result: Result) -> tuple[bool, int, int, int]:
    """The order of results: figures first, then what was found, then what says most of its figure, the short first."""
    parts = (result.measure, result.dataset, result.baseline)
    has_value = result.value is not None
    more = says_more(result) * (1 if _SHOWN_OF_OTHERS.match(result.text) and _PRAISE.search(result.text) else 2)
    return has_value, more, sum(part is not None for part in parts), -len(result.text)
