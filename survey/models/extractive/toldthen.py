"""A result freed of what is said around it: of the trial that it comes from, of "the proposed" before a name.

"Assesses nets on COCO and shows that shears beat saws" tells that shears beat saws; what was assessed is no finding.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from survey.models.extractive.called import name_of
from survey.models.extractive.subject import ONE
from survey.questions import RecordedPaper, Said
from survey.words import small

_TRIES = (
    r"(?:The authors |[A-Za-z]+ly )*(?:evaluat|assess|conduct|perform|test|validat|compar|experimented|verif|benchmark|"
    r"examin|analy[sz]|investigat|appl)[a-z]*\b"
)
_SHOWS = (
    r"(?:,? and (?:thereby |also |thus |\w+ly )?(?:show|demonstrate|find|reveal|confirm|observe|discover)s?|"
    r",? which (?:shows?|showed|demonstrates?|demonstrated|reveals?|revealed|confirms?|confirmed)|"
    r", (?:thereby |thus |\w+ly )?(?:showing|demonstrating|revealing|finding|confirming)) that "
)
_AND_SHOWS = re.compile(rf"^{_TRIES}[^;]{{5,240}}?{_SHOWS}(?P<found>[^;]{{25,}})$", re.IGNORECASE)
_WHERE = re.compile(  # "Validates the method on two data sets, where LeafNet loses 3% fewer leaves"
    rf"^(?:{_TRIES}|Demonstrates) (?:the )?[^;,]{{3,90}}? (?:on|across|over) (?P<data>[^;,]{{3,90}}), where "
    r"(?P<found>[A-Z][^;]{15,})$",
    re.IGNORECASE,
)
_WHICH_SHOWED = re.compile(
    rf"^{_TRIES}[^;]{{5,240}}?,? which (?:demonstrated|showed|demonstrates|shows) (?P<found>the proposed [^;]{{25,}})$",
    re.IGNORECASE,
)
_LEANS = re.compile(r"(?:it|its|they|their|this|these|both|such|that|those|the (?:former|latter|same))\b", re.I)
_THE_PROPOSED = re.compile(
    r"^the proposed (?:[\w-]+ ){0,4}?(?:method|model|approach|framework|network|system|algorithm|pipeline)(?= [a-z])"
)
_PROPOSED = re.compile(r"\b(?P<the>[Tt]he) (?:newly )?(?:proposed|introduced|constructed) (?=[A-Z][\w-]*[A-Z\d])")


def as_told_then(paper: RecordedPaper, said: Said) -> Said:
    """``said`` without the trial ahead of what that shows, and without "the proposed" before what has a name."""
    text = _PROPOSED.sub(r"\g<the> ", said.text)
    if (where := _WHERE.match(text)) and (name_of(paper) or "\n") in where["found"]:
        return replace(said, text=f"On {where['data']}, {where['found']}")
    text = _AUTHORS_FIND.sub(_as_found, text)
    found = _AND_SHOWS.match(text) or _WHICH_SHOWED.match(text) or _of_its_name(paper, text)
    if found and not _LEANS.match(found["found"]):
        text = f"Shows that {_THE_PROPOSED.sub(name_of(paper) or 'the approach', found['found'])}"
    return said if text == said.text else replace(said, text=text)


def _as_found(told: re.Match[str]) -> str:
    """What the authors find, without its trial and under its condition: "Even if it rains, we find that saws rust"."""
    if _TRIAL.match(told["ahead"]):
        return f"Shows that {told['found']}"
    held = _HELD_WHERE.match(told["ahead"]) and not _LEANS.match(told["found"])
    return f"Shows that {small(told['ahead'])}, {told['found']}" if held else told[0]


_AUTHORS_FIND = re.compile(
    r"^(?P<ahead>[A-Z][^;:]{5,160}), the authors (?:\w+ly |also |further )?(?:show|find|demonstrate|observe|reveal|"
    r"prove|discover|confirm)s? that (?P<found>\S[^;]{25,})$"
)
_TRIAL = re.compile(
    r"(?:Through|Via|By|With|Using|From|In|Based on|Performing|Conducting) (?:(?:an?|the|our) )?"
    r"(?:[\w-]+,? ){0,7}?(?:analys[ei]s|experiments?|experimentation|evaluations?|stud(?:y|ies)|ablations?|"
    r"comparisons?|simulations?|investigations?|probing|tests)\b|Analy[sz]ing "
)
_HELD_WHERE = re.compile(r"(?:Even (?:if|when|in|with|under)|When|If|Although|Though|Under) ")


def _of_its_name(paper: RecordedPaper, text: str) -> re.Match[str] | None:
    """What stands behind "Conducts experiments on X, and" of the paper's own method by name."""
    name = name_of(paper)
    if name is None:
        return None
    return re.match(rf"{_TRIES}[^;]{{5,240}}?,? and (?P<found>{re.escape(name)} [^;]{{25,}})$", text, re.IGNORECASE)


def as_its_own(text: str, quotes: Sequence[str]) -> str:
    """What "our small net" reached, of a paper without a name: "One study reports that its small net ...".

    ``quotes``: the sentences that say whose it is; of "the method" alone, nobody else's is told.
    """
    found = _ITS_THING.match(text)
    if found is None:
        return text
    first = re.escape(" ".join(found["what"].split()[:2]))
    own = _THE_KIND.match(text, found.start("the")) or any(
        re.search(rf"\b(?:[Oo]ur|[Tt]he proposed) (?:\w+ )??{first}", quote) for quote in quotes
    )
    return f"{ONE}study reports that {small(found['ahead'])}its {found['what']}" if own else text


AS_ITS_OWN = re.compile(rf"{ONE}study reports that (?:[^,]+, )?its (?:\S+ ){{0,3}}?\S+ ")
_ITS_THING = re.compile(
    r"^(?P<ahead>(?:(?:On|In|For|With|When|By|Using|Without|Compared|After|At|Under|Across|Through|Despite)\b"
    r"[^,;:]{3,120}, )?)(?P<the>[Tt]he )(?:(?:newly )?(?:proposed|introduced|presented) )?"
    r"(?P<what>(?!\S* ?(?:results?|experiments?|analys[ei]s|evaluations?|stud(?:y|ies)|findings?|authors|paper|work|"
    r"tests|code|ablations?)\b)\S+ \S.+)$"
)


def of_one_paper(text: str) -> str:
    """What "the approach" does, of a paper without a name: "One paper's approach reaches ..."."""
    return _THE_KIND.sub(rf"{ONE}paper's \g<kind>", text, count=1)


_THE_KIND = re.compile(
    r"^(?:The|This) (?:(?:proposed|resulting|new|novel|final|full|overall|complete|integrated|presented) )*"
    r"(?P<kind>method|approach|model|framework|network|system|algorithm|pipeline|architecture|technique)"
    r"(?= (?:\w+ly )?[a-z]+(?:(?<!s)s|ed)\b)"
)
