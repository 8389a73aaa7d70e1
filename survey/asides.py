"""What a sentence says is done beside its main verb: by what means, with what part, to what end, in the passive."""

import re
from collections.abc import Iterator

from survey.cutting import NOUN
from survey.verbs import BASE_OF_GERUND, DOING, gerunds, present

_GERUNDS = BASE_OF_GERUND | {gerund: verb for verb in DOING | {"cover"} for gerund in gerunds(verb)}
_GERUNDS["spanning"] = "span"
_TELLS_OF = re.compile(r"(?:Reports|Shows|Finds|Reveals|Demonstrates|Observes|Argues|Proves)\b")  # what there is
_BY_DOING = re.compile(r"(?<=[\w)]),? by (?:[a-z]+ly )?(?P<verb>[a-z-]+ing)(?P<rest> .+)")
_LED_BY_DOING = re.compile(
    r"^(?:By|Through) (?:[a-z]+ly )?(?P<verb>[a-z-]+ing)(?P<rest> [^,]+(?:, [^,]+){0,3}?), "
    rf"(?:the authors|[A-Z][\w-]*[A-Z\d][\w-]*|(?:the|our) (?:[\w-]+ ){{0,2}}?{NOUN}) (?:[a-z]+ly |also |then |can )*"
    r"(?!(?:find|found|show|observe|demonstrate|reveal|prove|conclude|note|argue|see|suggest|highlight|hope|expect|"
    r"believe|anticipate|aim)[sd]?\b)[a-z]+ "
)
_NAMELY_DOING = re.compile(rf"\b{NOUN}(?:,|:| --?-?| [–—]) (?P<verb>[a-z-]+ing)(?P<rest> .+)")
_STUDY_TO_DO = re.compile(  # "Reports research to compare A and B"
    r"^(?:Reports|Conducts|Performs|Carries out|Presents|Provides|Runs|Undertakes|Designs) [^,;]{0,80}?"
    r"\b(?:research|experiments?|stud(?:y|ies)|analys[ie]s|evaluations?|tests|simulations?|surveys?|trials?) "
    r"(?:(?:designed|aimed|aiming|in order) )?to (?P<verb>[a-z]+)(?P<rest> .+)"
)
_ACTS = re.compile(
    rf"^(?:The|Our) (?:[\w-]+ ){{0,2}}?{NOUN} (?:[a-z]+ly )?(?P<does>involves|comprises|works by|"
    r"operates by|operates on|proceeds by)(?P<rest> .+)"
)
_KEY_PARTS = re.compile(
    r"^(?:The |Its |Our )?(?:[Kk]ey|[Cc]ore|[Mm]ain|[Cc]entral) (?:technical )?(?:innovation|component|feature|element|"
    r"technique|ingredient|design choice|design|contribution|novelt(?:y|ie))s? (?P<verb>include|comprise|involve)s? "
    r"(?P<what>(?!that\b|to\b|both\b)[^:]+)"
)
_CORE = re.compile(  # "At the heart of the tool is a map that guides bees"
    r"^(?:At the (?:core|heart|center|centre) of [^,]{3,60}? (?:is|lies)|Central to [^,]{3,60}? (?:is|are)|"
    r"(?:The|Its) (?:core|heart|key|central) (?:idea |component |innovation |contribution |element )?"
    r"(?:of [^,]{2,50}? )?"
    r"(?:is|lies in)) (?P<what>an? .+)"
)
_STUDY_OF = re.compile(  # "Conducts a comprehensive comparison of A and B"
    r"^(?:Conducts|Performs|Carries out|Presents|Provides|Offers|Takes|Gives) (?:an?|the first) "
    r"(?P<kind>(?:[\w-]+ ){0,3}?(?:comparison|evaluation|analysis|review|survey|overview|assessment|investigation|"
    r"study) (?:of|on) .+)"
)
_COVERING = re.compile(
    r"^(?:Provides|Presents|Offers|Conducts|Gives|Reviews|Surveys|Performs)\b[^:;]{10,160}?, "
    r"(?P<verb>covering|comparing|examining|analy[sz]ing|discussing|categori[sz]ing|summari[sz]ing|spanning)"
    r"(?P<rest> .+)"
)
_WORKS_BY = re.compile(r"^(?P<does>Works|Operates|Proceeds) (?P<rest>by (?:[a-z]+ly )?[a-z-]+ing .+)")
_AND_DOING = re.compile(r",? and [a-z-]+ing\b")
_AND_USING = re.compile(  # what can be no noun: "filtering leaves and leveraging roots"
    r"(?P<and>,? and (?:[a-z]+ly )?)(?P<verb>(?:leverag|us|utili[sz]|employ|incorporat|integrat|"
    r"introduc|combin|exploit|evaluat)ing)\b"
)
_AND_SURELY = re.compile(  # "filtering leaves and gently bending roots", with no other doing ahead
    r"^(?P<ahead>(?:(?!\b[a-z]+ing\b)[^;:])*,? and [a-z]+ly )(?P<verb>[a-z-]+ing)\b"
)
_CLAIM = re.compile(
    r"\b(?:hypothes|evidence|show|find|suggest|indicat|argu|demonstrat|conclu|reveal|propos)\w* (?:\w+ )?that\b"
)
_START = 20  # letters
_NAMED_PART = re.compile(  # "Channel Masking (CM) dynamically generates masks"
    r"^(?:The )?(?P<part>(?!The )[A-Z][\w-]*(?: [\w-]+){1,5} \([A-Z][\w-]*\)"
    r"(?: (?:module|block|layer|loss|unit|network|mechanism))?) "
    r"(?:[a-z]+ly )?(?P<verb>[a-z]{3,}s) (?=the|an?|its|each|[a-z-]+)"
)
_NO_PART_DOES = frozenset(
    "achieves outperforms improves enables shows demonstrates provides offers is has addresses reaches obtains makes "
    "allows yields gives plays remains exhibits needs requires suffers".split()
)
_LED = re.compile(
    r"^(?:In|To|As|For|By|With|On|Using|Because|Since|Considering|Inspired by|Based on|Given|Here|Then|Next|Finally)\b"
    r"[^;]{0,160}, (?:specifically, )?(?=(?:an?|the|[a-z-]+) )"
)
_PASSIVE = re.compile(
    r"^(?:(?:(?:An?|The) )?(?!the |an? )(?P<what>(?!(?:authors?|most|many|existing|recent|previous|"
    r"results?|experiments?|performance|code|evaluations?|such|these|this|it|they|there|traditional|conventional|methods?|models?|approach|data|often)\b)"
    r"(?:(?!(?:that|which|who|can|could|has|have)\b)[\w/'-]+ ){1,7}?(?:\([A-Z][\w-]*\) )?)|"
    r"(?:The|Our|This) (?:[\w-]+ )??(?:model|network|method|framework|system|classifier) )"
    r"(?:(?P<past>was|were)|is|are) (?P<then>(?:then|also|further|first|thus|subsequently|independently|jointly) )?"
    r"(?P<done>trained|fine-tuned|finetuned|adapted|applied|used|employed|utili[sz]ed|leveraged|implemented|"
    r"developed|constructed|built|extracted|combined|integrated|generated|computed|adopted|compared|optimi[sz]ed|"
    r"transformed|fused|injected|incorporated|introduced|inserted|attached|learned|learnt|collected|"
    r"decomposed|aggregated|assigned) "
    r"(?P<rest>(?:to|by|with|on|from|as|for|in|using|via|into|through|between) .+)",
    re.IGNORECASE,
)


def done_beside(text: str) -> Iterator[str]:
    """What ``text`` says is done beside its main verb, each under a verb: "by ranking trees" gives "Ranks trees"."""
    if acts := _ACTS.match(text) or _WORKS_BY.match(text):
        yield f"{acts['does'].capitalize()} {acts['rest'].strip()}"
    if _TELLS_OF.match(text) and not _STUDY_TO_DO.match(text):
        return
    for pattern in (_LED_BY_DOING, _BY_DOING, _NAMELY_DOING):
        for one in () if _CLAIM.search(text) else pattern.finditer(text):
            yield _told(_GERUNDS.get(one["verb"], ""), one["rest"])
    if covering := _COVERING.match(text):
        yield _told(_GERUNDS.get(covering["verb"], ""), covering["rest"])
    if parts := _KEY_PARTS.match(text):
        yield f"{parts['verb'].capitalize()}s {parts['what']}"
    if core := _CORE.match(text):
        yield f"Uses {core['what']}"
    if study_of := _STUDY_OF.match(text):
        yield study_of["kind"]
    if study := _STUDY_TO_DO.match(text):
        yield _told(study["verb"] if study["verb"] in DOING else "", study["rest"])


def claimed(text: str, contribution: str) -> bool:
    """Whether "works by" tells what a ``contribution`` claims of the world: "evidence that X protects mice by"."""
    works = _WORKS_BY.match(text)
    at = contribution.find(works["rest"][:_START]) if works else -1
    return at > 0 and bool(_CLAIM.search(contribution[:at]))


def named_part(text: str) -> str:
    """What a part does that ``text`` starts with by its name in full: "Frost Masking (FM) dims each bud"."""
    found = _NAMED_PART.match(text)
    return text[found.start("part") :] if found and found["verb"] not in _NO_PART_DOES else ""


def passive(text: str, of_method: bool) -> str:
    """What ``text`` says is done in the passive, without its "was": "Masks used to guide attention"; else ``""``.

    In the present tense only where it is ``of_method``: else it may be what all do.
    """
    found = _PASSIVE.match(_LED.sub("", text)) or _PASSIVE.match(text)
    if found is None or not (found["past"] or found["then"] or of_method):
        return ""
    return f"{found['what'] or ''}{found['done'].lower()} {found['rest']}"


def _told(base: str, rest: str) -> str:
    more = _AND_SURELY.match(rest)
    if more and more["verb"] in _GERUNDS:
        rest = f"{more['ahead']}{present(_GERUNDS[more['verb']])}{rest[more.end() :]}"
    rest = _AND_USING.sub(lambda more: f"{more['and']}{present(_GERUNDS[more['verb']])}", rest)
    return f"{present(base).capitalize()}{rest}" if base and not _AND_DOING.match(rest) else ""
