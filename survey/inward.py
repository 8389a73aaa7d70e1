"""A sentence whose pointing words point within it, told plainly: "ranks leaves, and these leaves" is "the leaves"."""

import re

_POINTING = re.compile(r"(?<!\bthe )\b(?:this|these) (?P<what>(?:[a-z-]+ )?(?P<noun>[a-z-]{3,}))\b")
_OF_THE_PAPER = frozenset("paper work study article survey review research report thesis end way case regard".split())
_USED_BY_THEM = re.compile(
    r", which the authors (?:then |further |also |subsequently )?"
    r"(?:use(?= to [a-z]+ [a-z])|define as (?P<thing>an?|the)\b)"
)
_FIRST_ITEM = re.compile(
    r"^(?P<does>Introduces|Proposes|Presents|Develops|Provides|Contributes|Releases|Offers) \(?(?:i|1|a)\) "
    r"(?P<item>.+?),? and \(?(?:ii|2|b)\) .+$"
)
_FIRST_TIME = re.compile(r",? for the first time(?=[,.;]| [a-z])")
_OFFERS = re.compile(r"\b(?P<verb>[Pp]roposes?|[Ii]ntroduces?|[Pp]resents?|[Dd]evelops?), (?=[A-Z][\w-]+, an? )")
_ON_AN_IDEA = re.compile(
    r"^(?:Leverages|Uses|Follows|Exploits|Builds (?:up)?on|Draws on) (?:this|these|such|the) [a-z -]{3,40} (?:to|and) "
    r"(?=(?:propose|introduce|present|develop|design)s? )"
)
_AGAINST_IT = re.compile(  # "that resolves this tension through hooks": what it resolves stands ahead
    r"(?:,? (?:that|which)) (?:\w+ly )?(?:addresses|resolves|tackles|overcomes|solves|mitigates|alleviates|prevents|"
    r"avoids|counters|eliminates|closes|bridges) "
    r"(?:this|these|such|the(?: above| aforementioned)?) (?:[a-z-]+ )?(?:tension|problems?|issues?|challenges?|gaps?|"
    r"limitations?|interferences?|bias(?:es)?|effects?|errors?|mismatch(?:es)?|trade-offs?|"
    r"difficult(?:y|ies)|shortcomings?|drawbacks?|bottlenecks?|conflicts?) "
    r"(?=(?:through|via|using|with|by means of) )"
)
_AFTER_THAT = re.compile(
    r"^(?:Then|Next|Afterwards?|Subsequently|Finally|Lastly|Concurrently),? (?P<next>[a-z])(?=[a-z]* )"
)
_QUESTION = re.compile(  # "Studies a critical problem of bees: how they dance"
    r"^(?P<does>Studies|Investigates|Explores|Examines|Analy[sz]es) (?:an?|the) (?:[\w-]+ ){0,3}?"
    r"(?:problem|question|issue)\b"
    r"[^:.]{0,120}: (?=(?:how|whether|what|why|which) )"
)
_AND_INSIGHTS = re.compile(  # what any paper's work gives
    r"(?<=\w{4}),? and (?:also )?(?:offers?|provides?|gives?|yields?|sheds?) (?:[\w-]+,? (?:and )?){0,3}?"
    r"(?:insights?|guidance|"
    r"light|perspectives?|understanding)\b.*$"
)
_UNLIKE_OTHERS = re.compile(  # how others do it, up to what this one does
    r"^(?:Unlike|Instead of|Rather than|In contrast (?:to|with)|Contrary to|Compared (?:to|with)|"
    r"Different(?:ly)? (?:from|to)|As opposed to)\b"
    r".{3,300}?, (?=(?:(?:the|our) (?:proposed )?(?:authors|method|approach|framework|model|system|algorithm|network)|"
    r"[A-Z][\w-]*[A-Z\d][\w-]*) (?:[a-z]+ly |first |then |also )?(?!and\b|or\b|not\b)[a-z]+ )"
)
_NOT_ONLY = re.compile(
    r"^(?P<who>(?:The|Our) (?:[\w-]+ ){1,3}?|[A-Z][\w-]*[A-Z\d][\w-]* )not only (?P<first>[a-z]+s .+?),? but also "
    r"(?=(?:[a-z]+ly )?[a-z]+s )"
)
_BETWEEN_COMMAS = re.compile(  # "rebuilds, at the masked places, the leaves"
    r"(?<=[a-z]s), (?:at|in|on|within|under|from) (?:the|an?|each|its) [^,]{3,40}, (?=(?:the|an?|its|their) )"
)
_TOO_LITTLE = 5  # letters in which a word and its plural are alike


def inward(text: str) -> str:
    """``text`` with what points to something that it names itself told without pointing; else as it is.

    "A map, which the authors use to guide bees" is "a map to guide bees"; "for the first time" tells of no way.
    """
    text = _NOT_ONLY.sub(r"\g<who>\g<first> and ", _UNLIKE_OTHERS.sub("", text))
    text = _QUESTION.sub(r"\g<does> ", text)
    text = _AND_INSIGHTS.sub(".", text)
    text = _AFTER_THAT.sub(lambda led: led["next"].upper(), f"{text[:1].upper()}{text[1:]}")
    text = _FIRST_ITEM.sub(r"\g<does> \g<item>.", _OFFERS.sub(r"\g<verb> ", text))
    text = _BETWEEN_COMMAS.sub(" ", text)
    text = _USED_BY_THEM.sub(lambda used: f", {used['thing']}" if used["thing"] else "", text)
    text = _AGAINST_IT.sub(" ", _FIRST_TIME.sub("", text))
    text = _capital(_ON_AN_IDEA.sub("", text))
    return _POINTING.sub(lambda found: _resolved(found, text), text)


def _capital(text: str) -> str:
    """A sentence that lost its start, under its verb: "propose a hook" is "Proposes a hook"."""
    verb = re.match(r"(propose|introduce|present|develop|design)s? ", text)
    return f"{verb[1].capitalize()}s {text[verb.end() :]}" if verb else text


def _resolved(found: re.Match[str], text: str) -> str:
    """ "These leaves" as "the leaves", where the sentence has named leaves."""
    ahead = text[text.rfind(". ", 0, found.start()) + 1 : found.start()].casefold()
    nouns = [noun for noun in found["what"].split() if noun not in _OF_THE_PAPER]  # the first, of "leaves based on"
    named = any(re.search(rf"\b{re.escape(_stem(noun))}(?:s|es|ies|y|ed|ing)?\b", ahead) for noun in nouns)
    return f"the {found['what']}" if named else found[0]


def _stem(noun: str) -> str:
    return noun if len(noun) < _TOO_LITTLE else re.sub(r"(?:ies|es|s|y)$", "", noun)
