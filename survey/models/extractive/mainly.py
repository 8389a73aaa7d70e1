"""Whether a statement is its paper's main point or said by the way, as its own words and its abstract's tell."""

import re
from collections.abc import Sequence

_STEM = 7  # letters

_BESIDES = re.compile(r"^(?:In terms of |In addition,|Besides,|As a (?:side|by)-?\s?product\b)", re.IGNORECASE)
_LETTER = re.compile(r"(?<![\w.'’-])(?<!vitamin )[B-HJ-Zb-hj-z](?=[ ,)])")
_ANOTHER_POINT = re.compile(
    r"^(?:Besides|Further|Furthermore|Moreover|Additionally|In addition|Second|Secondly|Third|Thirdly|Fourth|Fifth|"
    r"As a (?:side|by)-?\s?product|Along the way|Meanwhile|At the same time),? |"
    r"^(?:\S+ ){0,4}?[Ww]e (?:also|further|additionally|then also)\b"
)
_SEEN = re.compile(  # no main result
    r"^(?:Further |Extensive )?(?:[Qq]ualitative(?:ly)?|[Vv]isuali[sz]ations?)\b(?!.*\d)"
)
_LAST = re.compile(r"^(?:Lastly|Finally|Then|Next|Complementarily),? (?!.*\d)")  # a figure may be the last of all
_SAYS = re.compile(
    r"\b(?:[Ww]e|[Tt]he authors|[Pp]aper|[Ss]tudy|[Ww]ork|[Rr]esults|[Ff]indings|[Aa]nalys[ei]s)(?: [\w-]+,?){0,4}? "
    r"(?:show|demonstrate|find|found|observe|prove|reveal|discover|conclude|establish)(?:s|d|ed)?\b[^.;]{0,40} that\b|"
    r"^(?:First|Second|Third|Fourth|Fifth)(?:ly)?, "
)


def is_ablation(quotes: Sequence[str]) -> bool:
    """Whether a statement rests on what an ablation shows of a part: no main result."""
    return bool(quotes) and all(_ABLATION.match(quote) for quote in quotes)


_ABLATION = re.compile(r"(?:\w+ ){0,2}[Aa]blation (?:stud(?:y|ies)|experiments?|results|analys[ie]s)\b")


def is_by_the_way(text: str, quotes: Sequence[str] = ()) -> bool:
    """Whether a statement is one among others of its abstract, or needs what that says of its letters.

    ``quotes``: the sentences that it was read from; "Besides, we also develop Y" tells of no main point.
    """
    if _BESIDES.search(text) or len(set(_LETTER.findall(text))) > 1:
        return True
    return bool(quotes) and all(any(one.match(quote) for one in (_ANOTHER_POINT, _LAST, _SEEN)) for quote in quotes)


def is_applied(text: str, name: str | None) -> bool:
    """Whether ``text`` tells what a paper does with its method of that ``name``: "One paper uses TreeNet to sort"."""
    return name is not None and re.match(rf"{_USES} (?:the )?{re.escape(name)}\b(?!-)", text) is not None


_USES = (
    r"(?:One paper|The \S+ paper) (?:\w+ly |also |then )?(?:uses|applies|employs|utili[sz]es|evaluates|tests|validates)"
)


def is_for_the_trial(text: str, title: str) -> bool:
    """Whether a statement tells what was made or proved beside the paper's main thing, to test or to back that.

    Not of a paper whose ``title`` is on testing.
    """
    if _ON_TESTING.search(title):
        return False
    return _TO_TEST.match(text) is not None or _BACKS.match(text) is not None


_ON_TESTING = re.compile(r"\b(?:evaluat|assess|benchmark|metric|measur|data ?set|corpus|test|bench|QA)", re.IGNORECASE)
_TO_TEST = re.compile(
    r"^To (?:\w+ly )?(?:evaluate|assess|validate|verify|benchmark|measure|test) [^,]{3,90}, (?:the|one|[A-Z])"
)
_BACKS = re.compile(
    r"^(?:\S+ ){1,6}?(?:(?:also )?(?:provides?|gives?|offers?) (?:an? )?theoretical (?:analys[ei]s|justifications?|"
    r"support|foundations?|insights?)\b|(?:anticipates|hopes|expects|envisions|believes) that\b)|"
    r"^By [^,]+, (?:the|one) [^,;:]{0,40}?(?:anticipates|hopes|expects|envisions|believes) that\b"
)


def is_of_nothing(text: str) -> bool:
    """Whether a figure is said to be reached and not of what, or stands beside praise: "achieves 38.3%, surpassing"."""
    return _OF_NOTHING.search(text) is not None


_OF_NOTHING = re.compile(
    r"\b(?:achiev|reach|obtain|attain|scor|get)\w* (?:an? |about |up to |over )*\d[\d.]*\s?\\?%"
    r"(?=[,.;]| (?:while|and|with)\b)|"
    r"\bby (?:an? )?(?:large|wide|significant|considerable|clear|substantial) margins? at \w+ \d"
)


def is_roundabout(text: str, title: str) -> bool:
    """Whether a finding is told of what only its abstract names, or as what it's good for: "shows the benefits of"."""
    treated = _TREATED.match(text)
    known = treated is None or treated["how"][:_STEM].lower() in title.lower()
    return not known or any(one.match(text) for one in (_BENEFITS, _VARIES))


_BENEFITS = re.compile(
    r"^One (?:study|paper) (?:\w+ly )?(?:shows|demonstrates) (?:how (?:to|one can)\b|the (?:benefits?|advantages?|"
    r"utility|usefulness|potential) of\b)"
)
_VARIES = re.compile(  # and not how
    r"^[^,:;]{5,120}? (?:varies|vary|differs?) (?:\w+ly )?(?:across|between|among|by|depending on|from) [^,:;\d]*[.]$"
)
_TREATED = re.compile(  # "Multiplexed representations lead to": multiplexed how?
    r"^(?P<how>[A-Z][a-z]+ed) [a-z]+s (?!(?:that|which|with|from|by|in|of|on|for|to|using|trained|obtained)\b)"
)


def was_found(quotes: Sequence[str]) -> bool:
    """Whether the sentences that a statement was read from tell it as found: "We show that ...", "First, ..."."""
    return any(_SAYS.search(quote) for quote in quotes)


def concludes(text: str) -> bool:
    """Whether a comparison says what it shows: "beats all nets on it, indicating that depth is unnecessary"."""
    return _CONCLUDES.search(text) is not None


_CONCLUDES = re.compile(
    r"\b(?:surpass|outperform|exceed)\w* .*, (?:indicating|showing|proving|revealing) that \S+ (?:\S+ )+"
)


def is_preliminary(text: str, quotes: Sequence[str], abstract: str = "") -> bool:
    """Whether a statement only leads to what its paper offers or finds: an argument, another's failure, how easy it is.

    It yields to what the paper builds, does or finds, where it says that too. What is observed only leads on where
    the ``abstract`` goes on to propose something.
    """
    places = [abstract.partition(quote) for quote in quotes] if _OTHERS_FAIL.search(text) else []
    others = any(ahead and _OFFERS.search(behind) for ahead, _, behind in places)
    conceived = bool(quotes) and all(_CONCEIVED.search(quote) for quote in quotes)
    if quotes and all(_OBSERVES.match(quote) and _OFFERS.search(abstract.partition(quote)[2]) for quote in quotes):
        return True
    return others or conceived or any(one.match(text) for one in (_ARGUES, _FAILS, _EASY))


_WHO = r"(?:One (?:paper|study)|The [^,;:]{2,40}? paper)"
_CONCEIVED = re.compile(r"\b(?:conceptually|intuitively|hypothetically) (?:conclude|argue|find|show)s?\b")
_OBSERVES = re.compile(
    r"(?:[^,]{0,90}, )?(?:[Ww]e|[Tt]his (?:paper|work|study)) (?:\w+ly |first |also |then )*(?:observe|notice|note|"
    r"argue|hypothesi[sz]e|highlight)s? "
)
_OFFERS = re.compile(
    r"\b[Ww]e (?:\w+ly |also |further |first |then |thus |therefore |hence |next )*(?:propose|introduce|present|"
    r"develop|design|devise|build|construct) (?:an?|the first|one of the first|two|three|four|[A-Z])"
)
_ARGUES = re.compile(rf"^{_WHO} (?:argues|hypothesi[sz]es|conjectures|posits|speculates|believes) ")
_FAILS = re.compile(  # "One study shows that simply scaling a net doesn't do"
    r"^(?:One study (?:shows|finds|demonstrates) that )?(?i:simply|merely|just|naively|directly|solely) [a-z]+ing "
    r"(?:[^.]*? )??(?:does not|do not|doesn't|fails|cannot|can not) "
)
_OTHERS_FAIL = re.compile(
    r"\b[Ee]xisting [^,.;]{3,70}? (?:fails?|struggles?|suffers?|lacks?|overlooks?|neglects?|ignores?|rel(?:y|ies)|"
    r"still|cannot|do not|does not|are (?:limited|unable|insufficient))\b"
)
_EASY = re.compile(
    r"^(?:[A-Z]\S* ){1,4}(?:\([^()]+\) )?(?:is|are) (?:\w+ly )?(?:simple|easy|straightforward) to (?:train|use|"
    r"implement)\b"
)
