"""Whether a statement only announces: names what is offered or looked into, and not how or what came of it."""

import re
from functools import lru_cache

_WHO = r"(?:One (?:paper|study|survey|method|approach)|The [\w\-+. ^/@*]+? paper|The (?:paper|study|authors))"
_NAME = r"[A-Z\d]\S+"
_LED = re.compile(r"^(?:Using|Through|With|By) [^,]{3,140}, one\b")
_OFFERS = re.compile(
    rf"^(?:{_WHO} )?(?:[A-Za-z]+ly )?(?i:proposes|introduces|presents|develops|designs|describes|offers|provides|"
    r"motivates|uses|makes|identifies|takes|reports on|outlines|gives)\b"
)
_LOOKS_INTO = re.compile(
    rf"^{_WHO} compares\b|"
    rf"^(?:{_WHO} |{_NAME} )?(?:[A-Za-z]+ly )?(?i:explores|focuses on|investigates|studies|considers|examines|"
    r"addresses|begins by|delves|evaluates|analy[sz]es|discusses|revisits|rethinks|questions|aims|tackles|starts|"
    r"surveys|reviews|advocates|measures|asks|seeks|attempts|identifies and assesses|"
    r"(?:conducts|performs|carries out|runs) (?:an?|the|several|extensive|controlled|comprehensive)\b|"
    r"(?:demonstrates|shows) (?:the|an?|its|their|experiments|results))\b"
)
_IS = re.compile(
    r"^(?:The )?[A-Za-z\d][\w\-+.^/@'\\ ]*?(?: \([^()]+\))? (?:is|are) (?:also )?(?:an?|the|one|specifically|designed|"
    r"[a-z]+(?: [\w-]+)? (?:learners|models|tools|methods))\b"
)
_GOOD_FOR = (
    r"(?:enabl|facilitat|allow|improv|achiev|ensur|provid|offer|support|outperform|enhanc|boost|address|tackl|"
    r"solv|aim|lead|demonstrat|deliver|bring|promot|excel)(?:e?s|ing)?\b|can\b|could\b|is able\b|helps?\b|"
    r"(?:is|are) (?:\w+ly )?(?:designed|developed|intended|built|made|suited|meant|applicable|able|capable)\b"
)
"""What a thing is for or good for, which says nothing of how."""
_ONLY_COUNTS = r" (?:two|three|four|five|several)\b[^:]*$"  # and doesn't say which ones
_HOW = re.compile(
    r"\b(?:that|(?<!to )which|where|who|whose|in which),?"
    rf"(?! (?:\w+ly )?(?:integrates?|incorporates?|consists? of|has|have|comprises?|includes?|"
    rf"involves?|contains?){_ONLY_COUNTS})"
    rf"(?! (?:\w+ly )?(?:{_GOOD_FOR})) [\w-]+|"
    r"\bby (?:\w+ly )?(?!considering\b)\w+ing\b|\b(?:via|using|uses|through|based (?:up)?on)\b|"
    r"\b(?:leverag|combin|employ|integrat|utili[sz]|exploit|incorporat|encompass|cover|inject|replac)"
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
_FIGURE = re.compile(
    r"\d+(?:\.\d+)?\s?(?:\\?%|[x×]\b|-?fold|points?\b|times\b|mAP\b|AP\b|mIoU\b|dB\b)|\d+\.\d|\b(?!(?:19|20)\d\d\b)\d[\d,]+\b"
)


@lru_cache(maxsize=8192)
def announces(text: str) -> bool:
    """Whether ``text`` is like "One paper proposes a method for X" or "X is a framework for Y", and goes no further."""
    if _FIGURE.search(text):
        return False
    text = _LED.sub("One", text, count=1)
    if inquiry := _LOOKS_INTO.match(text) or _AUTHORS_LOOK.match(text):
        return not _FINDS.search(text[inquiry.end() :])
    head = _OFFERS.match(text) or _IS.match(text)
    return head is not None and not _HOW.search(text[head.end() :])
