"""What in a sentence points out of it: "this task", "such networks" whose noun the sentence hasn't named before."""

import re
from functools import lru_cache

from survey.models.extractive.words import stem

_POINTER = re.compile(
    r"\b(?:[Tt]his|[Tt]hese|[Tt]hose|[Ss]uch)\b(?! (?:paper|work|study|article|as|that|an?|who|which|of|is|are|"
    r"previously|"
    r"used|learned|obtained|without|with|from|in|on|by|time)\b)"
    r"(?!(?<=[Tt]hose) [\w-]+(?: [\w-]+)? (?:that|which|who|whose|where)\b)(?P<what>(?: [\w-]+){1,4})?"
)
_ABOVE = re.compile(r"\b[Tt]he (?:above|aforementioned|former|latter)\b|^[A-Z][a-z]+s (?:them|it)\b")
_WORD = re.compile(r"[a-z][a-z-]+")
# "a pre-training approach for this task", "used to transform features in this way"
_TAIL = re.compile(
    r",? (?:for|in|on|under|within|across|of|towards?|with|from|by|to [a-z]+) (?:both |all )?(?:this|these|such)"
    r"(?! (?:paper|work|study|article|as|an?|is|are)\b)(?: [\w-]+){1,3}[.]?$"
)
_INSTEAD = re.compile(r"^([A-Z][a-z]+s) instead (?=that|on|to|how|the|an?)\b")
_WANTS_A_VERB = re.compile(  # "limiting our ability to solve this task": without its end that says nothing
    r"\b(?:abilit(?:y|ies)|able|as|attempts?|capab\w+|capacity|chance|difficult\w*|easy|efforts?|fails?|failure|goal|hard|how|"
    r"impossible|inability|likely|mechanisms?|means|necessary|needs?|order|possible|potential|power|required?|tend\w*|"
    r"unable|used|ways?|where|when|what|ones?|(?:only|first|last|best) [\w-]+)$"
)
_MADE = re.compile(
    r",? (?:specifically |specially |carefully )?(?:designed|aimed|intended|built|tailored|contained|involved)"
    r"(?: (?:specifically|explicitly|specially|exclusively))?$"
)
_WANTS_OF = re.compile(r"\b(?:any|all|each|one|some|both|most|none|either|neither|many|part|because|instead|\d+)$")
_WANTS_ITS_END = re.compile(  # "rely on these cues": what for, without its end?
    r"\b(?:rel(?:y|ies|ied|ying)|depend(?:s|ed|ing|ent)?|bas(?:e[sd]?|ing)|focus(?:es|ed|ing)?|lead(?:s|ing)?|due|led|"
    r"refers?|referred|adheres?|belongs?|consist(?:s|ed|ing)?|deals?|dealing|copes?|attends?|conforms?|subject|similar|"
    r"equivalent|comparable|related|tailored|specific|prone|robust|account(?:s|ed|ing)?|is|are|was|were|be|been)$"
)
_WANTS_AN_AGENT = re.compile(r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )\b[a-z]{3,}ed$")
_WANTS_FROM = re.compile(  # "deviations of nets from these frontiers"
    r"\b(?:deviat\w+|distances?|departures?|divergences?|differ\w*|gaps?|benefit\w*|suffer\w*|"
    r"deriv\w+|stem\w*|arise?\w*|result(?:s|ed|ing)?|learn(?:s|ed|ing)?)\b[^,;:]{0,60}$"
)
_FOR_WHAT = re.compile(  # "introduces nets as a way for this task": they aren't new, but for what is
    r"^(?:Introduces|Proposes|Presents|Develops|Suggests) (?!.*\bnew\b|.*\bnovel\b)[^,;:]+ as "
    r"(?:an?|the|one) (?:[\w-]+ ){0,4}[\w-]+$"
)
_EMPTY_LEFT = re.compile(  # "by learning twigs" to what end, "there is rich soil" where
    r"\bthere (?:is|are|exists?) (?:[\w-]+ ){0,5}[\w-]+$|\bby (?:[a-z]+ly )?[a-z]+ing [\w-]+$"
)
_NO_NEWS = re.compile(
    r", [a-z]+ing that there (?:is|are) [^,\d]*$"
)  # "revealing that there is rich soil in these woods"
_LEAST = 6  # words that are left


@lru_cache(maxsize=8192)
def points_out(text: str) -> bool:
    """Whether ``text`` says "this", "these" or "such" of something that it doesn't name itself."""
    if _ABOVE.search(text):
        return True
    for match in _POINTER.finditer(text):
        ahead = {stem(word) for word in _WORD.findall(text[: match.start()].lower())}
        named = {stem(word) for word in _WORD.findall((match["what"] or "").lower())}
        if not named & ahead and not (named & _TASKS and _A_TASK.search(text, 0, match.start())):
            return True
    return False


_TASKS = {stem("task"), stem("tasks")}
_A_TASK = re.compile(  # "on image classification": what "this task" behind it is
    r"\b(?:on|for|of|in) (?:[\w-]+ ){0,5}(?:classification|detection|segmentation|recognition|generation|retrieval|"
    r"estimation|translation|answering|prediction|summari[sz]ation|captioning|parsing|tracking)\b"
)


def without_pointing(text: str) -> str:
    """``text`` without an end that points out of it, and without an "instead" of what stood before."""
    text = _without_instead(_INSTEAD.sub(r"\1 ", text))
    tail = _TAIL.search(text)
    if tail is None or len(text[: tail.start()].split()) < _LEAST or not points_out(text) or re.search(r"\d", tail[0]):
        return text
    rest, end = text[: tail.start()].rstrip(" ,"), tail[0].lstrip(", ")
    wanted = (end.startswith("to ") and _WANTS_A_VERB.search(rest)) or (
        end.startswith("of ") and _WANTS_OF.search(rest)
    )
    wanted = wanted or (end.startswith("by ") and _WANTS_AN_AGENT.search(rest))  # "the challenges posed"
    wanted = wanted or (end.startswith("from ") and _WANTS_FROM.search(rest))
    told = _NO_NEWS.sub("", rest)
    bare = _MADE.sub("", told if len(told.split()) >= _LEAST else rest)
    wanted = wanted or _WANTS_ITS_END.search(bare) or _FOR_WHAT.match(bare) or _EMPTY_LEFT.search(bare)
    return text if wanted else f"{bare}."


_INSTEAD_LAST = re.compile(r" instead(?=[.;:]|, and\b)")
_TURNS_FROM = re.compile(
    r"\b(?:not|no|nor|rather|unlike|usual\w*|whereas|while|without|never|replac\w+|avoid\w*|than|but|although|however|"
    r"abandon\w*|discard\w*|drop\w*|remov\w*|eliminat\w*|instead of)\b",
    re.IGNORECASE,
)


def _without_instead(text: str) -> str:
    """``text`` without an "instead" that nothing ahead explains: what it turns from, another sentence says."""
    found = _INSTEAD_LAST.search(text)
    if found is None or _TURNS_FROM.search(text[: found.start()]):
        return text
    return f"{text[: found.start()]}{text[found.end() :]}"
