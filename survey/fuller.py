"""A short phrase for a table's cell with more of its sentence, where that is whole and says what the paper does."""

import re

from survey.cutting import NOUN, whole_end
from survey.ending import OUTCOME, later_ends
from survey.following import end_in, kept_whole
from survey.passing import passed
from survey.phrasing import AND_DOES, LONGEST, done
from survey.verbs import DOING, TELLING, TELLS, present

_SHORT = 12  # words that leave room for more
_LONGER = 16  # and for what says which thing, or to do what
_FULL = 25  # words of a phrase that goes on
_LONGEST = 172  # characters
_LOOKED_AT = 600  # characters of the rest of a sentence, more than any cell holds
_LEAST_MORE = 3  # words
_NEXT_SENTENCE = re.compile(r"\.\s+(?=[A-Z\d])")
_GOES_ON = re.compile(  # what says more of the thing, or of what is done to it
    r",? (?:that|which|to|by|via|through|across|between|over|throughout|within|under|along|in|on|from|with|into|for|"
    r"using|based|designed|trained|tailored|adapted|derived|featuring|combining|integrating|introducing|employing|"
    r"focusing on|covering|spanning|comprising|leveraging|exploiting|utili[sz]ing|extending|treating|replacing|"
    r"whose|where|(?:enabling|allowing|letting) [\w -]{3,40}? to)\b|: |"
    r", (?:the|an?) (?!task|problem|challeng|key|critical|crucial|process)[a-z]| (?:--?-?|[–—]) "
)
_SECOND = re.compile(r",? and (?:then |subsequently )?(?P<verb>[a-z-]+)\b")
_NO_MORE = re.compile(  # a purpose of any paper, or what points out of the sentence
    r",? (?:(?:by|to) (?:\w+ly )?(?:address|tackl|overcom|solv|bridg|mitigat|alleviat|remed|aid|help|avoid)\w*\b|"
    r"for the first time\b|in (?:order|this|which the authors|two|the same)\b|"
    r"(?:which|where) (?:the authors|they|it|is|are|can|also|only|serves?|allows?|enables?|provides?|offers?|makes?|"
    r"leads?|improves?|helps?|requires?|has|gives?|results?|reduces?|achieves?|outperforms?|yields?|ensures?)\b|"
    r"to (?:further |better )?(?:improve|enhance|boost|achieve|facilitate|promote|demonstrate|verify|validate|"
    r"evaluate)\b)"
)
_CALLED_FOR = re.compile(r" that (?!the\b)[a-z]+ |,? to [a-z]+ ")
_CLAIMS = frozenset(
    "shows demonstrates proves argues finds achieves outperforms observes reveals concludes suggests discusses "
    "proposes introduces presents evaluates validates confirms provides indicates".split()
)
_BARE_VERB = re.compile(r"\b(?:to|and|or) ([a-z-]+)$")
_BARE_RELATIVE = re.compile(r"\b(?:that|which) (?:\w+ly )?\w+$")
_BARE_GERUND = re.compile(r"\b(?:for|by|of|in|while|without) [a-z]+ing$")
_ONE_MORE = re.compile(r",? and (?:the|an?) ")
_ANEW = re.compile(
    r", (?:the|an?|its|their) (?:[\w-]+ ){1,6}?(?:is|are|was|were|has|have|can|will) |"
    rf", the (?:[\w-]+ ){{0,2}}?{NOUN} (?:[a-z]+ly )?[a-z]+s |"
    r", [A-Z][\w-]*[A-Z\d][\w-]* (?:[a-z]+ly )?(?:enables|allows|achieves|learns|improves|reduces|can|avoids|captures) "
)  # a sentence of its own
_IN_A_NAME = re.compile(r"[A-Z][\w-]*\) ?$|[A-Z][\w-]*$")
_NAME_GOES_ON = re.compile(r" (?:from|of|for|to|in|on|with|by|and) [A-Z][a-z]")

_REST, _WHOLE, _WHOLE_WORDS = 12, 205, 29  # words of a rest, characters and words with it
_LED_BY_VERB = 18  # letters in which a second verb stands, which may be any
_BRIEF = 8  # words of a phrase to which any rest may belong
_BELONGS = re.compile(  # what a phrase needs to be understood
    r",? (?:via|by|through|from|with|using|for|on|in|into|of|to|at|across|under|over|that|when|following|"
    r"which (?:is|are)|in which|where|"
    r"capturing|based|without)\b"
)
_WHICH_ONE = re.compile(r" (?:that|when|following)\b")  # what says which thing, or when
_ITEM = re.compile(
    r",? and (?:\w+ly )?(?:[a-z]+ing\b|[a-z]+, which\b)|,? as well as (?:an?|the)\b|,? and (?:an?|the) [\w -]{3,50}$|"
    r"(?:, [A-Z][\w-]*(?: [\w-]+)?)*,? and [A-Z][\w-]*(?: [\w-]+)?$"
)
_COMES_OF = re.compile(
    r",? (?:thereby|thus|hence|so that|enabling|ensuring|effectively|allowing|leading to|resulting|restoring|improving|"
    r"enhancing|offering|potentially|aiming|facilitating|achieving|while maintaining|which (?:significantly|enables))\b"
)
_PROMISES = re.compile(
    r"\b(?:accura|efficien|robust|effectiv|better|more|generali[sz]|state|real-world|cost|scalab|"
    r"downstream|such|various|respectively)\w*"
)
_TWO_VERBS = re.compile(r"(?P<first>[A-Z][a-z]+s) [^,;:]{5,80}?,? and (?:then )?(?P<second>[a-z]+s)\b")
_ACTS = frozenset(
    present(verb)
    for verb in DOING
    - frozenset("show demonstrate find prove argue reveal evaluate achieve study explore investigate describe".split())
)


def fuller(shown: str, text: str) -> str:
    """``shown``, a phrase cut out of ``text``, with more of its sentence; as it is where it is long, or nothing fits.

    "Framework that ranks trees" goes on "by the light at their leaves". What only praises, claims or starts anew is
    not taken in, nor what would be cut open.
    """
    agreed = done(text)
    if shown and agreed.casefold().startswith(shown.casefold()):
        text = agreed  # with the verbs as a cell has them
    at = end_in(shown, text)
    following = _NEXT_SENTENCE.split(text[at:].rstrip(". "), maxsplit=1)[0][:_LOOKED_AT] if at >= 0 else ""
    if not shown or len(shown.split()) > (_LONGER if _CALLED_FOR.match(following) else _SHORT):
        return shown
    second = _second_verb(shown, following)
    if _NO_MORE.match(following) or not (second or _GOES_ON.match(following)):
        return shown
    joined = f"{shown}{second or following}"
    for end in _ends(joined, len(shown)):
        told = joined[:end]
        if _fits(told, shown) and passed(told) == told and kept_whole(told, text, _FULL) == (told, True):
            return told
    return shown


def _ends(joined: str, start: int) -> list[int]:
    """Where the longer phrase may end; a list behind a colon, or an aside, only where its sentence does."""
    ends = later_ends(joined, start, LONGEST, _LONGEST)
    ends = [at for at in ends if not (_in_a_name(joined, at) or _ONE_MORE.match(joined, at))]
    whole = re.match(r":| (?:--?-?|[–—]) ", joined[start:])
    return [at for at in ends if at == len(joined)] if whole else ends


def _in_a_name(text: str, at: int) -> bool:
    """Whether a cut would take a name apart: "Encoder Representations" and "from Transformers"."""
    return bool(_IN_A_NAME.search(text[:at]) and _NAME_GOES_ON.match(text, at))


def _second_verb(shown: str, following: str) -> str:
    """What follows, where it tells what is done next: "and then ranks"; the verb agrees with the first."""
    found = _SECOND.match(following)
    firsts = {part.split(" ", 1)[0].casefold() for part in (shown, re.split(r" (?:that|which) ", shown)[-1])}
    if found is None or not firsts & _DOES:
        return ""
    verb = present(found["verb"]) if found["verb"] in TELLING else found["verb"]
    if verb not in _DOES or verb in _CLAIMS:
        return ""
    return f"{following[: found.start('verb')]}{verb}{following[found.end() :]}"


_DOES = TELLS | frozenset(present(verb) for verb in DOING | {"freeze"}) | {"is", "are", "based"}


def _fits(told: str, shown: str) -> bool:
    """Whether the longer phrase is no longer than a cell, adds enough, and ends whole."""
    words, more = len(told.split()), told[len(shown) :]
    bare = _BARE_VERB.search(told)
    return (
        len(shown.split()) + _LEAST_MORE <= words <= _FULL
        and whole_end(told) == told
        and not (bare and bare[1] in DOING)
        and not _ANEW.search(f"{more} ")
        and not (_BARE_GERUND.search(told) or _BARE_RELATIVE.search(told))
        and not AND_DOES.search(more if not more.startswith((" and", ", and")) else more[5:])
    )


def told_twice(text: str) -> str:
    """A sentence of two verbs with both, where it ends soon behind: "Applies ropes and introduces a ladder"; else "".

    For a thing that says too little under its name alone.
    """
    two = _TWO_VERBS.match(text)
    if two is None or not {two["first"].lower(), two["second"]} <= _ACTS:
        return ""
    ends = [at for at in later_ends(text, two.end(), LONGEST, _LONGEST) if at > two.end()]
    return whole_end(text[: ends[0]]) if ends else ""


def to_the_end(shown: str, text: str) -> str:
    """``shown``, a phrase cut out of ``text``, with the short rest of its sentence, where that belongs to it.

    "Guides the shears" goes on "through the leaves". Not what a thing is good for or what comes of it, nor what starts
    anew or points out of the sentence.
    """
    at = end_in(shown, text)
    rest = _NEXT_SENTENCE.split(text[at:].rstrip(". "), maxsplit=1)[0][:_LOOKED_AT] if at >= 0 else ""
    rest = whole_end(_COMES_OF.split(rest, maxsplit=1)[0]) if _COMES_OF.search(rest) else rest
    second = _second_verb(shown, rest) if shown else ""
    rest = second or rest
    if not (second or _BELONGS.match(rest) or _ITEM.match(rest)) or _NO_MORE.match(rest):
        return shown
    if len(rest.split()) > _REST and len(shown.split()) > _BRIEF and not second:
        return shown
    told, led = f"{shown}{rest}", _LED_BY_VERB if second else 0
    if _WHICH_ONE.match(rest) and len(told.split()) > _FULL - 1 and len(shown.split()) > _BRIEF:
        return shown
    if (
        len(told) > _WHOLE
        or len(told.split()) > _WHOLE_WORDS
        or OUTCOME.search(rest, led)
        or _PROMISES.search(rest, led)
    ):
        return shown
    return told if passed(told) == told and not _ANEW.search(f"{rest} ") else shown
