"""What a sentence leaves without an owner: "its ability" of no method, "them" of no models, "the same pattern" as what.

By classes of wording, each checked against what the sentence itself, or what its reader knows, has named ahead.
"""

import re

_TELLS = (
    r"(?:demonstrate|show|prove|evaluate|validate|verifie|verify|assesse|assess|test|analy[sz]e|examine|studie|study|"
    r"investigate|explore|compare|illustrate|confirm|discusse|discuss|establishe|highlight|quantifie|quantify|"
    r"describe|outline|report)"
)
_ITS_OWN = re.compile(  # "One study demonstrates its ability": its method's
    rf"^(?:One (?:study|paper|survey)|The authors) (?:[A-Za-z]+ly )?{_TELLS}s? (?:its|their) "
)
_IN_PLACE_OF_IT = re.compile(
    r"^(?:Instead of|Rather than|Besides|In addition to|Apart from|Without) (?:[a-z]+ly |only |just )*(?:[a-z]+ing )?"
    r"(?:it|them)\b"
)
_AS_WHAT = re.compile(  # "follows the same pattern"
    r"\b(?:follow|show|exhibit|display|reveal|confirm|observ|demonstrat|yield|lead to|hold|give)\w* "
    r"(?:the (?:very )?same|a similar|similar|the opposite) "
    r"(?:pattern|trend|tendenc|conclusion|picture|behaviou?r|effect|result|finding)\w*"
    r"(?=[.,;]| (?:in|for|with|on|across|when)\b)(?!.*\b(?:as|to|than)\b)"
)
_BOTH = re.compile(
    r"\bboth (?:of the(?:se)? )?(?P<what>question|problem|issue|challenge|limitation|aspect|goal|objective|"
    r"shortcoming|drawback|claim|weakness|finding)(?:e?s)\b(?! (?:of|and)\b|:| \()"
)
_TAKES_THEM = re.compile(  # "Attacks can easily fool them": whom, if not the attacks?
    r"^[A-Z][\w-]*(?: [\w-]+){0,2}?s (?:(?:can|could|may|might|will|often|also|\w+ly) )+[a-z]+ (?:them|it)\b"
)
_THEY = re.compile(
    r"\b(?P<part>(?:many|most|some|few|several|all|none|each|any|half|one|two) of )?(?:them|they|their|themselves)\b"
)
_MANY = re.compile(
    r"[^suiy\W]s\b|[a-z]ies\b|\b(?:and|people|data|users?|media|who|whoever|each|every\w*|any\w*|some\w*|criteria|"
    r"phenomena|all|both|two|three|four|five|several|many|authors)\b"
)
_FRONTED = re.compile(  # "Because they are small, nets are fast"
    r"^(?:Because|Since|As|While|When|If|Although|Though|By|After|Before|Unless|To|Despite|With|Given|Unlike|Like|"
    r"Due|For|In|At|From|On|Through|[A-Z][a-z]+ing) [^,]*\b(?:them|they|their|themselves)\b[^,]*, "
    r"(?!(?:we|the authors|it|one)\b)"
)
_VIEW = re.compile(
    r"\bthe (?:(?:above|central|main|initial) )?(?P<what>hypothes[ie]s|suspicion|intuition|conjecture|hunch|premise|"
    r"supposition)\b(?! (?:of|that|about|on|behind|space|class|test|set)\b|, (?:that|which)\b)"
)
_FROM_WHICH_DATA = re.compile(
    r"\b(?:trained|tuned|evaluated|tested|learned|validated) (?:on|from|with|using) the "
    r"(?:new |novel |proposed |collected |resulting |annotated |curated )?(?P<what>corpus|data ?sets?|collection|"
    r"annotations|resource|taxonomy|ontology)\b(?! (?:of|that|which|from|for|with|named|called|to|[a-z]+ed)\b| \()"
)
_OF_WHAT = re.compile(
    r"\bthat the (?:underlying|main|root|primary|key|major|real) (?P<what>factor|cause|reason|culprit|mechanism|driver|"
    r"source|bottleneck)s? (?:is|are|lies?)\b"
)


def owned_by_none(text: str, named: str = "") -> bool:
    """Whether ``text`` can't be understood for a pronoun, a "same" or a "both" that nothing ahead explains."""
    if any(one.search(text) for one in (_ITS_OWN, _IN_PLACE_OF_IT, _AS_WHAT, _TAKES_THEM)):
        return True
    return _of_nobody(text, named) or any(_is_new(found, text, "") for found in _BOTH.finditer(text))


def known_from_elsewhere(text: str, named: str = "") -> bool:
    """Whether ``text`` speaks of "the hypothesis" or "the corpus", and neither it nor ``named`` says which."""
    found = (match for one in (_VIEW, _FROM_WHICH_DATA, _OF_WHAT) for match in one.finditer(text))
    return any(_is_new(match, text, named) for match in found)


def _is_new(found: re.Match[str], text: str, named: str) -> bool:
    """Whether nothing ahead has the noun."""
    return found["what"][:_START].casefold() not in f"{named} {text[: found.start()]}".casefold()


_START = 6  # letters


def _of_nobody(text: str, named: str) -> bool:
    """Whether a "them" or "their" has nothing ahead, nor right behind its clause, that it could stand for."""
    found = _THEY.search(text)
    if found is None or (_FRONTED.match(text) and not found["part"]):
        return False
    return not _MANY.search(f"{named} {text[: found.start()]}")
