"""The headings within structured abstracts ("BACKGROUND", "Methods:"): labels of the form, not what a paper says.

Journals of medicine ask for them (R. B. Haynes and others, More informative abstracts revisited, Annals of Internal
Medicine 113, 1990); exports keep them within the text, in capitals or in front of a colon.
"""

import re
from collections.abc import Sequence
from typing import Literal

Part = Literal["background", "aim", "method", "measure", "result", "conclusion", "limitation", "formal", ""]
"""What a part of an abstract is for; "" where no heading says so, or one heading stands for two parts."""

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
_MAY_HAVE = re.compile(r"[A-Z]{3}|:")  # of most sentences more need not be asked
_FORMAL = re.compile(
    r"^(?:(?:(?:CLINICAL )?(?:TRIAL )?REGISTRATION(?: NUMBERS?)?|FUNDING(?: SOURCES?)?)\b|"
    r"(?:(?:Clinical )?(?:[Tt]rial )?[Rr]egistration(?: [Nn]umbers?)?|Funding(?: [Ss]ources?)?)\s*:)"
)

_KINDS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("formal", re.compile(r"registration|funding", re.IGNORECASE)),
    ("limitation", re.compile(r"limitation", re.IGNORECASE)),
    ("measure", re.compile(r"measure|outcome", re.IGNORECASE)),
    ("result", re.compile(r"result|finding", re.IGNORECASE)),
    (
        "conclusion",
        re.compile(r"conclusion|discussion|interpret|implication|significance|relevance|summary", re.IGNORECASE),
    ),
    (
        "method",
        re.compile(
            r"method|design|setting|participant|patient|subject|population|sample|intervention|exposure|"
            r"procedure|source|extraction|synthesis|collection|selection|strategy|criteria|approach|analysis",
            re.IGNORECASE,
        ),
    ),
    ("aim", re.compile(r"question|hypothes|aim|purpose|goal|objective", re.IGNORECASE)),
    ("background", re.compile(r"background|introduction|motivation|rationale|context|importance", re.IGNORECASE)),
)
_LEAST_HEADINGS = 2  # in an abstract, for them to be taken for its form


def parts_of(sentences: Sequence[str]) -> list[Part]:
    """What part of its abstract each sentence is in; all "" in an abstract without headings."""
    found: list[Part] = []
    headings = 0
    part: Part = ""
    for sentence in sentences:
        if heading := _MAY_HAVE.search(sentence) and _HEADING.match(sentence):
            headings += 1
            part = _kind(heading[0])
        found.append(part)
    return found if headings >= _LEAST_HEADINGS else ["" for _ in sentences]


def _kind(heading: str) -> Part:
    kinds = [kind for kind, words in _KINDS if words.search(heading)]
    two = {"method", "result"} <= set(kinds)
    return kinds[0] if kinds and not two else ""


def without_headings(text: str) -> str:
    """``text`` (an abstract, or a sentence of one) without the headings of its parts."""
    return _HEADING.sub("", text) if _MAY_HAVE.search(text) else text


def is_formal(sentence: str) -> bool:
    """Whether a sentence stands under the heading of who paid, or of where a trial is registered."""
    return bool(_FORMAL.match(sentence))
