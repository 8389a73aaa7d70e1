"""Whether a statement only announces: names what is offered or looked into, and not how or what came of it."""

import re
from functools import lru_cache

_WHO = r"(?:One (?:paper|study|survey|method|approach)|The [\w\-+. ^/@*]+? paper|The (?:paper|study|authors))"
_NAME = r"[A-Z\d]\S+"
_LED = re.compile(
    r"^(?:Using|Through|With|By|To) [^,]{3,140}, "
    r"(?=one (?:paper|study|survey|method|approach)\b|the [\w\-+. ^/@*]+? paper )"
)
_LED_ON = re.compile(r"^(?:Using|Through|With|By|To) [^,]{3,140}, (?=[A-Z]\S+ )")
_OFFERS = re.compile(
    rf"^(?:{_WHO} )?(?:[A-Za-z]+ly )?(?i:proposes|introduces|presents|develops|designs|describes|offers|provides|"
    r"motivates|uses|makes|identifies|takes|reports on|outlines|gives)\b"
)
_LOOKS_INTO = re.compile(
    rf"^{_WHO} compares\b|"
    rf"^(?:{_WHO} |{_NAME} )?(?:[A-Za-z]+ly )?(?i:explores|probes|focuses on|investigates|studies|considers|examines|"
    r"addresses|begins by|delves|evaluates|assesses|analy[sz]es|discusses|revisits|rethinks|questions|aims|tackles|"
    r"starts|surveys|reviews|advocates|measures|asks|seeks|attempts|identifies and assesses|"
    r"concludes (?:by (?:discussing|outlining|presenting|highlighting)|with (?:an? |the |some )?(?:\w+ )?(?:discussion|"
    r"outlook|reflection|recommendation|direction)s?)\b|"
    r"(?:conducts|performs|carries out|runs) (?:an?|the|several|extensive|controlled|comprehensive|in-depth|thorough|"
    r"systematic|empirical|rigorous|experiments|assessments|evaluations)\b|"
    r"(?:presents|provides|offers|reports|shares) (?:the |its |new |key |novel |empirical |valuable |some |several )*"
    r"(?:insights|findings|results|lessons|observations|research)\b|"
    r"(?:demonstrates|shows) (?:the|an?|its|their|experiments|results))\b"
)
_IS = re.compile(
    r"^(?:The )?[A-Za-z\d][\w\-+.^/@'\\ ]*?(?: \([^()]+\))? (?:is|are) (?:also )?(?:an?|the|one|specifically|designed|"
    r"[a-z]+(?: [\w-]+)? (?:learners|models|tools|methods))\b"
)
_GOOD_FOR = (
    r"(?:enabl|facilitat|allow|improv|achiev|ensur|provid|offer|support|outperform|enhanc|boost|address|tackl|"
    r"solv|aim|lead|demonstrat|deliver|bring|promot|excel)(?:e?s|ing)?\b|can\b|could\b|is able\b|helps?\b|"
    r"(?:is|are) (?:\w+ly )?(?:designed|developed|intended|built|made|suited|meant|applicable|able|capable|"
    r"simple|adaptive|flexible|efficient|effective|robust|general|lightweight|scalable|fast|easy|versatile|powerful)\b"
)
"""What a thing is for or good for, which says nothing of how."""
_ONLY_COUNTS = r" (?:two|three|four|five|several)\b[^:]*$"  # and doesn't say which ones
_HOW = re.compile(
    r"\b(?:that|(?<!to )which|where|who|whose|in which),?"
    rf"(?! (?:\w+ly )?(?:integrates?|incorporates?|consists? of|has|have|comprises?|includes?|"
    rf"involves?|contains?){_ONLY_COUNTS})"
    rf"(?! (?:\w+ly )?(?:{_GOOD_FOR})) [\w-]+|"
    r"\bby (?:\w+ly )?(?!considering\b)\w+ing\b|\b(?:via|using|uses|through)\b|"
    r"\bbased (?:up)?on\b(?! (?:[\w-]+ ){0,3}[\w-]+(?: \([^()]+\))?[.]?$)|"
    r"\b(?:leverag|combin|employ|integrat|utili[sz]|exploit|incorporat|encompass|span(?:n)?|cover|inject|replac)"
    rf"(?:e?s|ed|ing)\b(?!{_ONLY_COUNTS})|\b(?:decoupl|merg|fus)e[sd]\b|"
    rf"\b(?:consist|compos|compris)\w*\b(?!(?: of)?{_ONLY_COUNTS})|"
    r"\b(?:featuring|relying|relies|conditioned|paired)\b|"
    r"\bfor \w+ing [^,;]{10,90} into\b|"
    r"\bbuil(?:d|ds|t) (?:up)?on\b|\b(?:constructed|derived|collected|made) (?:from|of)\b|\bpre-?trained on\b|"
    rf"\bwith (?:an?|two|three|its|no)\b|\bcontain\w*\b(?!{_ONLY_COUNTS})|: [a-z(]|, (?!{_GOOD_FOR})\w+ing\b|\b2\)"
)
_FINDS = re.compile(
    r",? (?:and|while|but) (?:\w+ly )?(?:proposes|introduces|presents) .*\b(?:that|which|by|using|where|trained)\b|"
    r",? (?:and|while|but) (?:\w+ly )?(?:shows?|finds?|proves?|demonstrates?|concludes?|reports?|reveals?|argues?)\b|"
    r", (?:show|find|reveal|demonstrat|prov)ing (?:that|how)\b|: [a-z(]"
)
_AUTHORS_LOOK = re.compile(
    r"^(?:[^,]{3,140}, )?[Tt]he authors (?:\w+ly |also |then |further )?(?:examine|explore|investigate|study|compare|"
    r"evaluate|analy[sz]e|assess|test|discuss|focus on|consider|aim|seek)\b"
)
_MEASURED = re.compile(r"\d+(?:\.\d+)?\s?(?:\\?%|[x×]\b|-?fold|points?\b|times\b|mAP\b|AP\b|mIoU\b|dB\b)|\d+\.\d")
_FIGURE = re.compile(rf"{_MEASURED.pattern}|\b(?!(?:19|20)\d\d\b)\d[\d,]+\b")


@lru_cache(maxsize=8192)
def inquires(text: str) -> bool:
    """Whether ``text`` says only what is looked into: "Evaluates five nets on trees", "One paper asks whether"."""
    text = _without_lead(text)
    return _looks(text) is not None and announces(text) and not _FIRST_STEP.match(text)


_FIRST_STEP = re.compile(rf"^(?:{_WHO} |{_NAME} )?(?:begins|starts)\b", re.IGNORECASE)


def _looks(text: str) -> re.Match[str] | None:
    return _LOOKS_INTO.match(_LED_ON.sub("", text)) or _AUTHORS_LOOK.match(text)


@lru_cache(maxsize=8192)
def announces(text: str) -> bool:
    """Whether ``text`` is like "One paper proposes a method for X" or "X is a framework for Y", and goes no further."""
    text = _without_lead(text)
    if inquiry := _looks(text):
        return not (_FINDS.search(inquiry.string[inquiry.end() :]) or _MEASURED.search(text))
    if _FIGURE.search(text):
        return False
    head = _OFFERS.match(text) or _IS.match(text)
    return head is not None and not _HOW.search(_of_itself(text[head.end() :]))


def _of_itself(told: str) -> str:
    """What an offer says of itself: not what the things do that it is for, nor the mere names of its parts."""
    told = _NAMED_PARTS.sub("", told)
    return _OTHERS_DO.sub("", told) if _ONE_THING.match(told) else told


_ONE_THING = re.compile(r" (?:an? |one |the first )")
_OTHERS_DO = re.compile(  # "of models that learn maps"
    r"(?<=[a-rt-z]s),? (?:that|which) (?![a-z]+ly\b|can\b)[a-z]+[^s\W](?= )"
)
_NAMED_PARTS = re.compile(  # "with two components: Feature Generation and Deep Classifier"
    r",? (?:(?:that|which) )?(?:consist\w*(?: of)?|(?:is )?compos\w+ of|compris\w+|with|includ\w+|integrat\w+|"
    r"featur\w+) (?:two|three|four|five) (?:[a-z-]+ ){0,2}(?:components|modules|parts|stages|steps|branches|blocks|"
    r"strategies|networks|phases): "
    r"(?:(?:[A-Z][\w-]*|\([^()]*\)|and|of|for|the|an?|module|network|branch|loss)(?:,? |[.]?$)){2,}$"
)


def _without_lead(text: str) -> str:
    """``text`` without the means or the aim ahead of its subject: "Using trees, one paper ..." as "One paper ..."."""
    found = _LED.match(text)
    return text[found.end()].upper() + text[found.end() + 1 :] if found else text
