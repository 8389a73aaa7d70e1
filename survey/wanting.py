"""Whether a cell tells little of what a paper makes or does, and what stands where no phrase passes for one."""

import re
from collections.abc import Sequence

from survey.announcing import announces
from survey.cells import THIRD_PERSON
from survey.cutting import whole_end
from survey.ending import later_ends
from survey.evidence import sentences
from survey.news import ENOUGH, news
from survey.passing import MOST_FOUND, is_bare, is_finding, passed
from survey.phrasing import LONGEST, done
from survey.verbs import TELLS

_HOW = r"\b(?:by (?:\w+ly )?\w+ing|using|via|through|based on|with (?:an?|two|its))\b"
_BASED = re.compile(r"\bbased (?:up)?on\b")  # beside its title, what a thing is based on tells how it works
_NAMELY = re.compile(r"(?:, (?:i\.e\.|namely),? |: | [–—] )[^,]+, ")  # says which ones
LOOKS_INTO = re.compile(  # what comes ahead of what a paper makes
    r"(?:\w+ly )?(?:Argues|Analy[sz]es|Investigates|Revisits|Re-?examines|Explores|Questions|Studies|Identifies|"
    r"Focuses on|Examines|Unearths|Considers|Discusses|Highlights|Underscores|Rethinks|Delves|Rais(?:es)|"
    r"Reviews|Relates|Emphasi[sz]es|Addresses the (?:problem|task|issue|question|challenge) of|"
    r"(?:Isolates|Identifies) and|[A-Z]\S+ aims to)\b"
)
_OFFERS = re.compile(
    r"(?:Proposes|Introduces|Presents|Develops|Designs|Describes|Devises|Creates|Builds|Derives|Provides|Offers)\b"
)
CUT = re.compile(
    r"\b(?:using|an? \w+ly \w+ed|by (?:\w+ly )?[a-z]+ing|expressed|reported|comprising|whose|and (?:delves|[a-z]+ing)|"
    r"(?:two|three|four|five|several) (?:key |main )?(?:aspects|questions))$"
)
_LEAST, _LONGEST = 50, 190  # characters of a sentence's start that stands for want of a phrase
_IN_BRACKETS = re.compile(r" \((?!i+\)|[A-Z][\w-]*\))[^()]*\)")
_ADDED = re.compile(
    r", (?:which|while|whereas|since|because|although|potentially|introducing|generali[sz]ing|i\.e)\b| that "
)
_HALF_A_LIST = re.compile(r"\(i\)(?!.*\(ii\) \w+ \w+)|\boutperforms\b")
_OF_ANY = re.compile(
    r"(?:\w+ly )?(?:outperforms|achieves|obtains|conducts|uses a|offers|aims|approaches|highlights|allows|enables|"
    r"leads|improves|understands|establishes|observes|extends this|identifies key)\b",
    re.IGNORECASE,
)
STUDY = re.compile(r"(?:[\w-]+ ){0,2}(?:evaluation|comparison|analysis) of\b", re.IGNORECASE)
_A_PART_ACTS = re.compile(r"(?:(?!(?:that|which|for|to|of)\b)[\w-]+ ){1,6}?(?P<verb>[a-z]{3,}s) (?:the|an?|its|each)\b")
_FIT = re.compile(r"\b(?:that|which) (?:is|are) [\w-]+(?:,? and [\w-]+)? (?:for|to)\b")
_EQUIPS = re.compile(
    r"\b(?:equipping|equips|endowing|endows|empowering) [^,;]{2,60}? with the (?:cap)?abilit(?:y|ies)\b"
)
_VERB_FIRST = re.compile(r"(?:More [a-z]+ly [a-z]{3,}|[A-Z][a-z]+ly [a-z]{3,}|[A-Z][a-z]{2,})(?<!ou)(?<!s)s ")
_HOLLOW = re.compile(  # neither made nor done: the findings, some data, a part in a contest
    r"(?:[\w-]+ ){0,2}?(?:[Ff]indings|[Rr]esults|[Ee]vidence|[Oo]bservations|[Ll]essons)(?: \w+)? "
    r"(?:based on|from|drawn|obtained|of) |"
    r"(?:Uses|Employs|Utili[sz]es) (?:an?|the) (?:[\w-]+ ){0,3}(?:data ?set|corpus|benchmark)(?:$| and an? )|"
    r"(?:Approach|Submissions?|Systems?|Solutions?|Entry|Participation|Report) (?:to|for|in|on) the "
    r"(?:[^,]* )?(?:Challenge|Task|Competition|Workshop|Track)\b"
)
_VAGUE = re.compile(  # what is asked about a thing is all that it tells
    r"(?:[A-Z][a-z]+s(?: on| into)?)(?: and [a-z]+s)? (?:evaluating |examining |understanding )?(?:the |its )?"
    r"(?:[a-z]+ )?(?:potentials?|roles?|importance|capabilit(?:y|ies)|abilit(?:y|ies)|knowledge|effectiveness|benefits|"
    r"usefulness|impact|influence|effects?|use|performance|limits|limitations|gains|feasibility|robustness) of "
)
_IN_A_STUDY = re.compile(
    r" (?:through|via|using|by means of) (?:an? )?(?:detailed|extensive|comprehensive|thorough|systematic|careful|"
    r"empirical|in-depth|rigorous) (?:[a-z]+ )?(?:stud(?:y|ies)|analys[ei]s|evaluations?|experiments?|investigation)$"
)


def hollow(cell: str) -> bool:
    """Whether a phrase names only what stands in its paper, data, or a contest: "Findings based on three data sets"."""
    return bool(_HOLLOW.match(cell))


def is_vague(cell: str) -> bool:
    """Whether a cell says of a thing only what of it is looked into: "Explores the role of bees"."""
    return bool(LOOKS_INTO.match(cell) and _VAGUE.match(cell) and tells_little(cell))


def tells_little(cell: str) -> bool:
    """Whether a cell tells only what is looked into, or only what a thing is for."""
    if LOOKS_INTO.match(cell):
        return not (re.search(_HOW, _IN_A_STUDY.sub("", cell)) or _NAMELY.search(cell))
    if _BASED.search(cell):
        return False
    if _OFFERS.match(cell):
        return announces(cell)
    acts = _A_PART_ACTS.match(cell)
    if STUDY.match(cell) or _VERB_FIRST.match(cell) or (acts and acts["verb"] in THIRD_PERSON):
        return False
    return announces(f"Proposes {cell}") or bool(_FIT.search(cell) or _EQUIPS.search(cell))


def last_resort(texts: Sequence[str], title: str) -> str:
    """The start of a sentence under its verb, for a record of which no phrase passes for a cell; else ``""``.

    Not what points out of its sentence, comes of any paper, or says hardly more than the title.
    """
    for part in (part for text in texts for part in sentences(text)):
        told = done(part) or (part if part.split(" ", 1)[0].casefold() in TELLS else "")
        told = _IN_BRACKETS.sub("", told).rstrip(". ")
        if not told or _OF_ANY.match(told):
            continue
        whole = [at for at in (len(told), *(one.start() for one in _ADDED.finditer(told))) if _LEAST <= at <= _LONGEST]
        ends = whole if is_finding(told) else [*whole, *later_ends(told, _LEAST, LONGEST, _LONGEST)]
        for at in sorted(ends, reverse=True):
            cell = f"{told[0].upper()}{told[1:at]}"
            if whole_end(cell) == cell and _may_stand(cell) and news(cell, title) >= ENOUGH:
                return cell
    return ""


def _may_stand(cell: str) -> bool:
    """Whether a sentence's start tells of this paper, with all it calls for: a finding too, or what it looks into."""
    plain = LOOKS_INTO.sub("Ranks", cell, count=1)  # a verb that passes, so that what is looked into is judged
    own = passed(cell, asking=True) == cell or is_finding(cell) or passed(plain) == plain
    if len(cell.split()) > MOST_FOUND or (is_finding(cell) and ":" in cell):
        return False
    return bool(own) and not (is_bare(cell) or CUT.search(cell) or _HALF_A_LIST.search(cell))
