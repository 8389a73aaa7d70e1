"""A stated purpose as what is done: "The aim of this study was to explore X" becomes "Explores X".

Medicine and the social sciences say so. Only verbs of inquiry do what they say they aim at: who aims to examine,
examines; but who aims to improve, to identify or to explain may fail, and "aims to".
"""

import re

from survey.verbs import DOING
from survey.voice import present, singular

_WORK = r"(?:paper|work|study|article|review|research|report|survey|meta-analysis|systematic review|scoping review)"
_INQUIRY = frozenset(
    "analyse analyze appraise assess characterise characterize compare consider define describe discuss "
    "document estimate evaluate examine explore investigate map measure outline present probe propose "
    "introduce quantify report review study summarise summarize survey synthesise synthesize test update".split()
)
_AIM = r"(?:aims?|objectives?|purposes?|goals?)"
_OPENINGS = (
    rf"(?:the |our |this |one )?(?:\w+ )?{_AIM} (?:of (?:this|the|our|these)(?: \w+){{0,2}}? {_WORK}s? )?"
    r"(?:is|are|was|were|has been)(?: therefore| thus)? to ",
    rf"(?:(?:this|the|our|the present|the current|present) )?(?:[\w-]+ )?{_WORK} "
    r"(?:aims?|seeks?|aimed|sought|set out|is designed) to ",
    r"(?:we|the authors) (?:aim|aimed|seek|sought|set out|wanted|wished) to ",
)
_PURPOSE = re.compile(
    rf"^(?:[^,.;:]{{0,120}}, )?(?:{'|'.join(_OPENINGS)})(?P<adverb>(?:\w+ly )?)(?P<verb>[a-z]+) (?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_INFINITIVE = re.compile(r"^[Tt]o (?P<adverb>(?:\w+ly )?)(?P<verb>[a-z]+) (?P<rest>.+)$", re.DOTALL)
_QUESTION = re.compile(  # "To determine whether trees sleep": a question, told as one
    r"^[Tt]o (?:\w+ly )?(?:(?:determine|establish|ascertain|find out|see|learn|clarify|examine|investigate|assess|"
    r"test|evaluate|explore|study) (?:if|whether)|(?:determine|establish|ascertain|find out) "
    r"(?=(?:the|how|what|which|why)\b))(?P<rest> ?[^;:]+)$"
)
_GOES_ON = re.compile(
    r", (?!(?:which|who|and|or|that|as)\b)[^,]*\b(?:is|are|was|were|has|have|had)\b|, (?:we|i|the authors)\b"
)
_MAIN_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|we|has|have|can|this (?:paper|study|review|article|work))\b|, (?:a|an|the)\b"
)
_SECOND = re.compile(
    r"(?P<joint>,? and )(?:to (?P<any>(?:\w+ly |further |also )?)(?P<infinitive>[a-z]+)\b"
    r"|(?P<adverb>(?:\w+ly |further |also )?)(?P<verb>[a-z]+)\b(?= (?:the|a|an|whether|how|its|their)\b))"
)
# "to describe X, identify Y, and assess Z": the verbs that are no nouns
_LISTED = re.compile(
    r", (?P<verb>analy[sz]e|assess|characteri[sz]e|compare|describe|discuss|evaluate|examine|explore|"
    r"investigate|quantify|summari[sz]e)(?= [a-z])"
)
_PROMISE = re.compile(r", (?P<verb>clarify|explain|identify|improve|reduce|reveal|validate)(?= [a-z])")
_AIMED_AT = re.compile(
    rf"^(?!(?:we|i|the authors)\b)(?:(?:the|our|this|one) )?(?:\w+ )?(?:{_AIM}|{_WORK})\b", re.IGNORECASE
)
_PROMISED = frozenset(
    "achieving addressing advancing boosting enabling enhancing ensuring explaining facilitating identifying improving "
    "increasing reducing revealing solving tackling understanding".split()
)
_GOES_ANOTHER_WAY = re.compile(r"\?|,(?! \w+ing\b)")  # "To sort trees, mixing ...": no main clause behind that
_LEAST_TASK = 4
_FOR = re.compile(
    r"\b(?:method|approach|framework|procedure|technique|algorithm|strategy|pipeline|system|"
    r"model|network|mechanism|module|scheme|tool) for (?P<verb>[a-z-]+ing)"
    r"(?P<rest> .+?)(?=,? (?:that|which|while|and (?:shows?|demonstrates?|evaluates?))\b|, \w+ing\b|[.;:](?:\s|$)|$)"
)


def as_done(sentence: str) -> str:
    """``sentence`` with a stated purpose told as what is done or aimed at; any other sentence as it is."""
    asked = _QUESTION.match(sentence)
    if asked and not _GOES_ON.search(asked["rest"]):
        whether = "" if asked["rest"].startswith(("the ", "how ", "what ", "which ", "why ")) else "whether"
        return f"Examines {whether}{asked['rest']}"
    found = _PURPOSE.match(sentence)
    if found is None:
        found = _INFINITIVE.match(sentence)
        if found is None or _MAIN_CLAUSE.search(found["rest"]):
            return sentence
    verb, rest = found["verb"].lower(), f" {found['rest']}"
    verbs = [verb, *map(_verb_of, _SECOND.finditer(rest)), *(one["verb"] for one in _PROMISE.finditer(rest))]
    if not _INQUIRY.issuperset(verbs):  # what is promised may not be done
        aimed_at = _AIMED_AT.match(sentence) or (
            found.re is _INFINITIVE and verb in DOING and not _GOES_ANOTHER_WAY.search(rest)
        )
        return f"Aims to {found['adverb']}{verb}{rest}" if aimed_at else sentence
    told = f"{found['adverb']}{present(verb)}{_LISTED.sub(_agreed_in_list, _SECOND.sub(_agreed, rest))}"
    return told[0].upper() + told[1:]


def task(text: str) -> str | None:
    """What a thing is for, as what it does: "a framework for merging maps into one" gives "Merges maps into one."."""
    match = _FOR.search(text)
    verb = singular(match["verb"]) if match else None
    if match is None or verb is None or match["verb"] in _PROMISED or len(match["rest"].split()) < _LEAST_TASK:
        return None
    return f"{verb[0].upper()}{verb[1:]}{match['rest'].rstrip(' ,.')}."


def _verb_of(second: re.Match[str]) -> str:
    return second["verb"] or second["infinitive"]


def _agreed(second: re.Match[str]) -> str:
    """A second verb of the purpose in the same form: "and to describe" becomes "and describes"."""
    adverb = second["adverb"] or second["any"] or ""
    return f"{second['joint']}{adverb}{present(_verb_of(second))}"


def _agreed_in_list(listed: re.Match[str]) -> str:
    return f", {present(listed['verb'])}"
