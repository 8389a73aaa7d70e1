"""A statement cut down to a phrase for a table's cell: what is made, or what is done, up to where a phrase ends."""

import re
from collections.abc import Iterator
from functools import lru_cache

from survey.agreement import agreed_or_cut
from survey.cutting import FIRST_BREAK_FROM, NOUN, whole_end
from survey.ending import end_of, later_ends
from survey.verbs import BASE_OF_GERUND, DOING, TELLING, TELLS, gerunds, present

LONGEST = 110
"""Characters of a cell."""
_MORE = 40  # characters more for one that says too little without them
_MORE_OF_A_CUT = 95  # and for one that can't be cut at all up to there

_FLUFF = (
    r"(?:(?:(?:simple|general|conceptually simple|small)[ ,]+(?:yet|but|and)\s+(?:highly |very )?(?:effective|"
    r"efficient|general|powerful|versatile|strong)|new|novel|simple|efficient|effective|powerful|flexible|versatile|"
    r"lightweight|brand-new|innovative|superior|proposed|corresponding|first(?:-ever| known)?),?\s+"
    r"(?:\([^()]*\)\s+(?=[a-z]))?(?:(?:yet|but)\s+|and\s+(?=(?:novel|new|stealthy|"
    r"practical|fast|scalable|simple|general|efficient|effective|powerful|flexible|versatile|lightweight|"
    r"robust)\b))?)*"
)
_MAKING = re.compile(
    r"\b(?<!can )(?<!could )(?:(?:propos|introduc|present|develop|design|devis|creat|deriv|"
    r"formulat(?!\w* (?:[^ ,]+ ){1,6}as ))(?:e|es|s|ing)?|provid(?:es?|ing)(?= an? (?:[\w-]+,? (?:and "
    r")?){0,4}(?:framework|method|algorithm|library|toolkit|data ?set|benchmark)\b)|describ(?:es?|"
    r"ing)(?= an? (?:novel|new)\b)|builds?|(?<=authors )(?:propos|introduc|present|develop|design|devis|creat)ed)"
    r"\s+(?:an?\s+|the\s+|its\s+|their\s+)?"
    rf"{_FLUFF}(?P<made>(?!(?:and|or|to|but|as|into|in|of|that|how|this|these|such|it|them|both|with|for|by|only|on|upon"
    r"|which|who|whose|when|where|at|from|is|are|within|among|findings|experiments|evidence|results)(?![\w-]))\S.+)",
    re.IGNORECASE,
)
_PUTS_INTO = re.compile(
    r"introduc\w* (?:(?!(?:that|which|to|for|by|with|using|where|who)\b|\w+ing\b)[\w'/()-]+ ){1,12}?into ",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"^(?:the authors\s+|(?:the|this)\s+(?:\w+\s+)?(?:study|review|paper|article|work)\s+)?(?:aim(?:s|ed)?|"
    r"attempt(?:s|ed)?|seeks?|sought|tr(?:y|ies|ied)|proposes?|wants?|strives?)\s+to\s+|^(?:the|an?|our)\s+(?:(?:main|"
    r"primary|key|core|central|basic)\s+)?(?:aim|objective|purpose|goal|idea|innovation|insight)s?\s+(?:of\s+(?:this|the)\s+(?:[\w-]+\s+){1,3})?(?:is|was|were|"
    r"are)\s+to\s+",
    re.IGNORECASE,
)
_BY_THE_AUTHORS = re.compile(r"\b(?:the authors|one can|it is possible)\b[^,]*$", re.IGNORECASE)
_HALF_A_STEP = re.compile(r"\s(?:for|by|of) [a-z-]+ing(?: an?| the)?$")
_FINDING = re.compile(
    r"^(?:the authors\s+)?(?:shows?|showed|demonstrates?|finds?|found|observes?|observed|reveals?|proves?|argues?"
    r"|claims?|confirms?|concludes?|suggests?)(?: \w+ly)? that\s+",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"^(?:(?:in order )?to|by|in|on|from|using|employing|applying|following|unlike|despite|since|with|for"
    r"|because|through|within|based on|although|while|instead of|rather than|without|after|when"
    r"|towards?|given|considering"
    r"|taking|achieved by|motivated by|inspired by|stacking|where|whereas)\b"
    r"(?:.{3,160}?,\s+the authors\s+|[^,]{3,120},\s+(?:(?:which|whose|where|who) [^,]{3,120},\s+)?)(?=\S+ \S+ \S+ \S+)",
    re.IGNORECASE,
)
_SECOND_VERB = re.compile(
    r",? and (?:\w+ly |then |also |further |thus )*(?:shows?|demonstrates?|proves?|evaluates?|introduces?|proposes?|"
    r"presents?"
    r"|finds?|achieves?|analy[sz]es?|provides?|applies|apply|uses?|validates?|explores?|investigates?|argues?|develops?"
    r"|employs?|conducts?|promotes?|improves?|enables?|discuss(?:es)?|trains?|performs?|compares?|outperforms?)\s"
)
_ASIDE = re.compile(
    r"\s(?:--?-?|[–—])\s[^–—]{3,60}?\s(?:--?-?|[–—])\s(?=(?:using|by|with|for|via|on|in|through|into|from|to)\s)"
)
_MADE_PASSIVE = re.compile(
    rf"^(?:An?|The|Two|Three)\s+{_FLUFF}(?P<made>(?!(?:authors|paper|proposed)\b)\S.{{12,160}}?)"
    r"(?<! that)(?<! which)(?<! who) (?:is|are|was|were) (?:also |further )?"
    r"(?:proposed|presented|introduced|developed|designed|devised)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"^(?:\w+ly )?[A-Z][a-z-]+s\b|\b(?:[Tt]he authors|paper|study|work|we)\b|\b(?:is|are|to|and|by) \S*$",
)
_MARK = re.compile(r"^\(?(?:i|1|a)\)\s+(?:an?\s+|the\s+)?(?:novel\s+|new\s+)?")
_AUTHORS = re.compile(r"^the authors\s+(?:also\s+|then\s+|first\s+|further\s+)?", re.IGNORECASE)
_LED_AUTHORS = re.compile(
    r"^(?:[A-Z][\w-]*ing|Despite|Given|Based on|Through|While|Since|By|To|In|With|As|For|From|On|"
    r"Inspired by|Building on|Using)\b [^.;]{3,200}?, the authors "
    r"(?:also |then |first |further |next )?"
)
_VERB = re.compile(
    r"(?P<adverb>(?:(?:more )?(?!(?:apply|comply|imply|multiply|rely|reply|"
    r"supply)\b)[a-z]+ly )?)(?P<verb>[a-z][a-z-]{2,})\b(?:(?<!ed)|(?<=embed)|(?<=shed)|(?<=feed)|"
    r"(?<=seed))"
)
_DID = re.compile(r"(?P<adverb>(?:(?!(?:ap|comp|imp|multip|re|rep|supp)ly\b)[a-z]+ly )?)(?P<verb>[a-z-]+ed)\b")
_AND_DID = re.compile(
    r",? and (?P<adverb>(?:[a-z]+ly )?)(?P<verb>[a-z-]+ed)\b"
    r"(?= (?!(?:by|with|from|in|on|to|as|at|via|using|for|into)\b)[a-z\d])"
)
_BASE_OF_PAST = {f"{gerund[:-3]}ed": verb for verb in DOING for gerund in gerunds(verb)} | {  # "embedded"
    (f"{verb}d" if verb.endswith("e") else re.sub(r"(?<![aeo])y$", "i", verb) + "ed"): verb for verb in DOING
}
_GERUND = re.compile(
    r"^(?!(?:Focus|Draw|Go|Mov|Recogni[sz]|Not|Observ)ing\b)(?P<verb>[A-Z][a-z-]+ing)(?P<rest> [^,]{12,140}), "
    r"(?:the authors|it is|this (?:paper|work|study)) \w+",
    re.IGNORECASE,
)
_KIND_FIRST = re.compile(
    rf"^(?:{NOUN}|enhancement|extension|variant|concept|idea)\s(?:--?-?|[–—])\s(?:an?|the)\s", re.IGNORECASE
)
_PROPOSED_DOING = re.compile(
    r"^(?:proposes|suggests|advocates|the authors (?:propose|suggest|advocate)) (?:for )?(?P<adverb>(?:[a-z]+ly )?)"
    r"(?P<verb>[a-z-]+ing)(?:(?= (?:an?|the|\w+s)\b)|(?<=performing)|(?<=using)|(?<=applying)|"
    r"(?<=combining)|(?<=replacing)|"
    r"(?<=incorporating)|(?<=integrating)|(?<=exploiting)|(?<=employing)|(?<=leveraging))(?P<rest> .+)",
    re.IGNORECASE,
)
_WITH_DATA = re.compile(
    r"(?:Us|Employ|Leverag|Utili[sz])ing (?:an?|the) (?:[\w-]+ ){0,3}(?:data ?set|corpus), the authors "
)
_NO_VERB = frozenset("are were have had can do did could may will would should must cannot".split())
_ACTING = re.compile(
    rf"^(?:(?:The|This|Our)\s+(?:[\w-]+\s+){{0,2}}?{NOUN}s?(?:,(?: [^,()]+| \([^()]*\))+,)?\s+|"
    r"[A-Z]\w*[A-Z\d][\w-]*\s+)?(?:also\s+|then\s+|first\s+)?(?:[A-Za-z]+ly\s+)?"
    r"(?:(?:is|was) (?:designed|trained|able|intended|meant) to (?P<to>[a-z-]+)|(?P<does>[A-Za-z-]+s))\b"
    r"(?! (?:are|is|have|can)\b)(?!(?<!onsists) of\b)"
)
_PLAIN_DOES = re.compile(  # a verb for what a noun, or another verb, may be behind
    r"[A-Z][a-z]{3,}(?<!ous)(?<!ss)s (?:the|an?|its|all|each|both|multiple|several|two|three|which|how|whether)\b"
)
_PROMISES = re.compile(r"(?:enhance|improve|enable|allow|support|achieve|offer|provide|reduce|simplifie)s$")
_BASES = {present(verb): verb for verb in DOING}
_NAMING = re.compile(
    rf"^(?i:{NOUN}(?:,|:| called| named| termed(?: as)?| dubbed)?) "
    r"\(?(?P<name>[A-Z][\w^{}-]*(?: (?:[A-Z][\w-]*|\([A-Z][\w-]*\)))*)\)?,?(?=,| (?:that|which|designed|to|for|"
    r"with)\b|$)"
)
AND_DOES = re.compile(
    r",? and (?:\w+ly |then |also |further )?[a-z]+(?<!s)s (?:an?|the|it|its|that|how|them|their|all|each)\b"
)
_LEAST_ALONE = 4  # words
_APPOSED = re.compile(r", an? (?:[\w-]+ )?[\w-]+$")  # "SAEs, a method" that goes on "that ..."


@lru_cache(maxsize=1024)
def phrase(text: str, longest: int = LONGEST) -> str:
    """What a statement is about, in at most ``longest`` characters.

    What is proposed, introduced or used, where the statement says that early on, up to the first break between phrases
    that leaves enough to tell; else the statement's start. Whole words, no full stop; a cut within a phrase is marked.
    """
    told = _prepared(text)
    return _shown(told, *end_of(told, longest))


def longer(text: str) -> Iterator[str]:
    """``phrase(text)`` with more of its sentence, up to where a phrase ends: for one that tells too little by itself.

    What a cell still holds is somewhat longer than else.
    """
    told = _prepared(text)
    cut, mark = end_of(told, LONGEST)
    noun = bool(made_of(text))
    for at in later_ends(told, 0 if mark else cut, LONGEST, LONGEST + (_MORE_OF_A_CUT if mark else _MORE)):
        if not (noun and AND_DOES.search(told[cut:at])):
            yield _shown(told, at, "")


@lru_cache(maxsize=512)
def _prepared(text: str) -> str:
    """The part of a statement that a phrase is the start of: from what is made, or what is done, on."""
    text = _without_purpose(_ASIDE.sub(" ", text.strip().rstrip(". ")))
    return _FINDING.sub("", _one_thing(_named(made_of(text))) or done(text) or _AIM.sub("", text))


def _shown(text: str, cut: int, mark: str) -> str:
    shown = whole_end(_HALF_A_STEP.sub("", text[:cut]) if mark else text[:cut])
    if text.startswith((" that", " which"), cut):
        alone = _APPOSED.sub("", shown)
        shown = alone if len(alone.split()) >= _LEAST_ALONE else shown
    return _capital(shown[:1]) + shown[1:] + mark


def _one_thing(text: str) -> str:
    """What is made, without a second verb of the sentence: "A paradigm and proposes a loss" is "A paradigm"."""
    second = _SECOND_VERB.search(text)
    return text[: second.start()] if second else text


def _without_purpose(text: str) -> str:
    """``text`` without the clause ahead of its sentence: "To tell X, the authors rank Y" is "The authors rank Y"."""
    match = _PURPOSE.match(text)
    if match is None:
        return text
    subject = "The authors " if match[0].rstrip().endswith("the authors") else ""
    return f"{subject}{text[match.end() :]}"


def _capital(letter: str) -> str:
    """The capital of a plain letter; others stay, for a capital may be two letters or another one's."""
    return letter.upper() if letter.isascii() else letter


@lru_cache(maxsize=512)
def made_of(text: str) -> str:
    """What ``text`` says is proposed, introduced or used, if it says so in its first half; else nothing.

    Only where the paper itself does so: "Proposes X", "the authors use X", "X is proposed".
    """
    if passive := _MADE_PASSIVE.match(text):
        rest = text[passive.end() :]
        return f"{passive['made']}{rest if re.match(r' (?:to|that|for|which|by) ', rest) else ''}"
    found = _MAKING.search(text)
    behind = found is not None and text[: found.start()].endswith(" and ") and " " in found["made"]
    early = found is not None and (behind or found.start() <= len(text) // 2) and len(found["made"]) >= FIRST_BREAK_FROM
    if found is not None and _PUTS_INTO.match(found[0]):  # "introduces doubt into a net": no doubt is made
        return ""
    own = found is not None and (found.start() == 0 or _OWN.search(text[: found.start() + 8]))
    if found is None or not early or not own or _PROPOSED_DOING.match(text) or _for_another(text[: found.start()]):
        return ""
    return _KIND_FIRST.sub("", _MARK.sub("", found["made"]))


_STEP = re.compile(r"(?:the authors )?takes? (?:a|one|the first) (?:\w+ )?step", re.IGNORECASE)


def _for_another(before: str) -> bool:
    """Whether what is made is only what for, or made by others: "Studies X to develop", "Argues that animals use"."""
    told = _AUTHORS.sub("", before).split(" ", 1)[0].casefold()
    only_for = (
        before.endswith(" to ")
        and not _STEP.match(before)
        and (told in TELLS or told in TELLING)
        and not _AIM.match(before)
    )
    only_for = only_for or (before.endswith(" for ") and told in TELLS)
    return only_for or bool(_FINDING.match(before) and not _BY_THE_AUTHORS.search(before))


def done(text: str) -> str:
    """What ``text`` says the paper does, as a verb in the third person and the rest; else nothing.

    "Aims to learn X" and "The authors learn X" give "Learns X", as does "Learning X, the authors find Y"; "The method
    ranks X" gives "Ranks X".
    """
    if (doing := _PROPOSED_DOING.match(text)) and (base := BASE_OF_GERUND.get(doing["verb"])):
        return f"{doing['adverb']}{present(base)}{doing['rest']}"
    if (
        (gerund := _GERUND.match(text))
        and not _WITH_DATA.match(text)
        and (base := BASE_OF_GERUND.get(gerund["verb"].lower()))
    ):
        return f"{present(base)}{gerund['rest']}"
    aim = _AIM.match(text) or _AUTHORS.match(text) or _LED_AUTHORS.match(text)
    if (
        aim
        and not aim[0].endswith("to ")
        and (did := _DID.match(text, aim.end()))
        and (base := _BASE_OF_PAST.get(did["verb"]))
    ):
        return f"{did['adverb']}{present(base)}{_AND_DID.sub(_as_now, text[did.end() :], count=1)}"
    if aim and (verb := _VERB.match(text, aim.end())):
        if verb["verb"] in _NO_VERB:
            return ""
        return f"{verb['adverb']}{present(verb['verb'])}{agreed_or_cut(text[verb.end() :])}"
    if _PLAIN_DOES.match(text):
        return text
    acting = _ACTING.match(text)
    if acting and acting["to"]:
        return f"{present(acting['to'])}{text[acting.end() :]}" if acting["to"] in DOING else ""
    promised = acting is not None and acting.start("does") > 0 and _PROMISES.match(acting["does"])
    return text[acting.start("does") :] if acting and not promised and _base(acting["does"]) in DOING else ""


def _as_now(found: re.Match[str]) -> str:
    """A second verb in the past as one of the present: " and measured the" as " and measures the"."""
    base = _BASE_OF_PAST.get(found["verb"])
    return f" and {found['adverb']}{present(base)}" if base else found[0]


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
