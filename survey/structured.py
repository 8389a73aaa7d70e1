"""The headings within structured abstracts ("BACKGROUND", "Methods:"): labels of the form, not what a paper says.

Journals of medicine ask for them (R. B. Haynes and others, More informative abstracts revisited, Annals of Internal
Medicine 113, 1990); exports keep them within the text, in capitals or in front of a colon.
"""

import re

_NAMES = "|".join(
    (
        r"background|introduction|motivation|rationale|context|importance|questions?|hypothes[ei]s|aims?|purposes?",
        r"goals?|objectives?(?: of (?:the )?review)?|study aims?|(?:study |trial |research )?designs?|settings?",
        r"participants|patients|subjects|(?:study )?populations?|samples?|interventions?|exposures?|measurements?",
        r"measures|procedures?|(?:main |primary |secondary |key )?outcomes?(?: measures?| measured| and measures)?",
        r"(?:data )?(?:sources?|extraction|synthesis|collection|analysis)|(?:study |data )?selection",
        r"review methods?|search strategy|eligibility criteria|case (?:presentation|report)s?|methodology|approach",
        r"(?:(?:materials?|patients|subjects|data) and |study |main )?methods?|(?:main |key |principal )?results?",
        r"(?:main |key |principal )?findings|conclusions?|discussion|interpretation|implications?|limitations?",
        r"(?:clinical |potential )?(?:significance|relevance|impact)(?: statement)?|summary|innovation",
        r"contributions?|(?:clinical )?(?:trial )?registration(?: number)?s?|funding(?: sources?)?|unlabelled",
    )
)
_JOINED = rf"(?:{_NAMES})(?:\s*(?:,\s*(?:and\s+)?|/|&|and\s)\s*(?:{_NAMES})){{0,3}}"
_IN_CAPITALS = re.sub(r"(?<!\\)[a-z]+", lambda found: found[0].upper(), _JOINED)
_ANY = rf"(?:{_IN_CAPITALS}(?:\s*:\s*|\s+(?=[^\sa-z]))|(?=[A-Z])(?i:{_JOINED})\s*:\s+(?=[A-Z(\d]))"
_HEADING = re.compile(rf"(?:^|(?<=[.?!;)\]] )){_ANY}")
_FORMAL = re.compile(
    r"^(?:(?:(?:CLINICAL )?(?:TRIAL )?REGISTRATION(?: NUMBERS?)?|FUNDING(?: SOURCES?)?)\b|"
    r"(?:(?:Clinical )?(?:[Tt]rial )?[Rr]egistration(?: [Nn]umbers?)?|Funding(?: [Ss]ources?)?)\s*:)"
)


def without_headings(text: str) -> str:
    """``text`` (an abstract, or a sentence of one) without the headings of its parts."""
    return _HEADING.sub("", text)


def is_formal(sentence: str) -> bool:
    """Whether a sentence stands under the heading of who paid, or of where a trial is registered."""
    return bool(_FORMAL.match(sentence))
