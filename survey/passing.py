"""Whether a phrase can stand in a table's cell: it makes sense alone, and says what this paper does."""

import re
from functools import lru_cache

from survey.cutting import tells, weak_breaks, whole_end
from survey.phrasing import LONGEST
from survey.verbs import present

_POINTS_OUT = re.compile(
    r"(?<![\w-])[\u0391-\u03c9](?![\w-])|\b(?:this|these|"
    r"those(?! (?:previously |already )?(?:of|in|from|by|with|that|who|learned|used|trained|found)\b)|"
    r"such(?! as\b)|both (?:these|this|through|by|via|using|"
    r"questions|problems|issues|challenges|families|tasks|objectives|goals|aims|requirements|needs)|"
    r"the (?:problem|issue|gap|goal|challenge|limitation|"
    r"shortcoming|drawback)s?(?! (?:of|in)\b)|the authors|their (?:approach|method|framework|model|work)s?|so doing|"
    r"the (?:two|three|four|five|additional|proposed|"
    r"above|aforementioned) \w+|the (?:suspicion|hypothesis|question|phenomenon|conjecture|premise)s?"
    r"(?! (?:of|that|whether|how|in)\b)|of the (?:framework|method|approach)|each one|"
    r"(?:for|to|of|with) the others?)\b|\b(?:enabl|allow|help|let)(?:e?s|ing)? (?:them|it)$|"
    r"^(?:\S+ ){0,3}(?:it(?! is (?:possible|feasible|necessary)\b)|they|them)\b|\bwhere (?:they|it)\b",
    re.IGNORECASE,
)
# What comes of a paper or is done in every one, rather than what this one does
_NO_DOING = re.compile(
    r"^(?:\w+ly )?(?:shows?|demonstrates?(?! (?:what|how) )|finds?|achieves?|obtains?|outperforms?|observes?|"
    r"reveals? (?:that|how|why)|argues?|proves?|claims?|concludes?|confirms?|surpasses|exhibits?|gains?|reaches|"
    r"attains|suggests?|sheds?|hopes?|believes?|discovers?|notices?|takes|offers?|"
    r"showcases|sets (?:an?|the) new|(?:uses|employs|utili[sz]es|leverages) (?:an?|the) (?:[\w-]+ ){0,2}"
    r"data ?sets? (?:consisting|composed|comprising|containing)|"
    r"makes(?! (?:the|an?|its|each|all) [\w-]+ (?!attempt|step|effort|use|case)[a-z])|"
    r"gives(?! an? (?:[\w-]+ ){0,3}(?:algorithm|proof|bound|formula|characteri[sz]ation|construction|condition|"
    r"description|definition|procedure)s?\b)|"
    r"(?:addresses|tackles)(?!.* (?:using|by|via|through) )|(?:considers|overcomes|meets|mitigates) the (?:\w+ )?"
    r"(?:problem|issue|question|limitation|challenge|demand|need|drawback|shortcoming)s?\b|uses a fraction|"
    r"(?:significantly|substantially|greatly|dramatically|considerably|drastically|markedly) (?:reduces|improves|"
    r"enhances|"
    r"increases|boosts|accelerates|lowers|cuts|simplifies)(?!.* (?:by|using|via|through) )|"
    r"releases (?:all |the |its |both )*(?:source |related )?(?:data|code|codes|models?|weights|checkpoints)\b|"
    r"aims|seeks|attempts|tries|(?:conducts?|performs?|carries out|reports?|runs?|provides?) (?:an? |"
    r"on an? )?(?:extensive|series|set|comprehensive|thorough|large number|empirical (?:study|studies|research)|"
    r"detailed analysis|experiments?)|identifies and|integrates seamlessly|"
    r"represents an? (?:powerful|versatile|promising|significant|important|major|valuable)|"
    r"establishes an? (?:[\w-]+ )?(?:foundation|baseline|standard)|"
    r"builds (?:up)?on (?:the|an?(?!.* (?:by|to|and|using|via)\b))|verif\w+|validates?|\w+s that|"
    r"understands|"
    r"applies (?:the|its|their) (?:proposed |new |same |developed )?"
    r"(?:method|approach|framework|model|technique|algorithm)s?|"
    r"(?:questions|asks) (?:if|whether)|relies (?:solely|only|entirely|exclusively|heavily) on|"
    r"focuses on (?:addressing|improving|reducing|solving))\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?:closer|better|worse|higher|greater|fewer|less|comparable|competitive|more of)\b|^(?:perspective|idea|"
    r"alternative|insight|principle|fact)\b(?: that\b| to\b)|^the another\b|^\w+ and [a-z]+(?<!s) (?:an?|the)\b|"
    r"^(?:results?|experiments?|extensive (?:experiments|evaluations|results)|recent|existing|previous|many|most|"
    r"several)\b|^(?:[\w-]+, )?an? \w+$",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"^(?:(?!(?:that|which|whose|where)\b)\S+ ){1,12}?(?:is|are|was|were|can|has|have|may|remains?)\b(?! (?:able|"
    r"capable|designed)\b)"
)
_LISTS = re.compile(r"(?:[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|\d+) [\w -]+: ")
_HALF_SAID = re.compile(r"\b(?:hypothesis|claim|fact|assumption|conjecture|notion|evidence|indications?) that\b")
_FOREIGN = re.compile(
    r"\b(?:der|die|das|und|mit|eine?[nrs]?|les?|une?|et|pour|los|las|para|con|che|per|della?|een|het|van|uma?|"
    r"dos)\b|[^\W\d_A-Za-zÀ-ÿ]{3}"
)
_FINDING = re.compile(
    r"^(?:Shows|Finds|Demonstrates|Proves|Argues|Observes|Reveals|Concludes|Suggests|Indicates)\b(?: \w+ly)? that \S|"
    r"^(?:Finds|Observes|Reveals|Discovers) (?:an? (?!\w+ (?:in|of|for)\b)[a-z]|"
    r"(?!(?:that|the|how|why)\b)[a-z-]+ [a-z-]+s\b)"
)
_KNOWN = re.compile(r"\b(?:usually|often|existing|current|previous|prior|traditional|conventional|typically)\b")
_VERB = 62  # characters more for "Demonstrates that", since a finding is not cut
_STUDY = re.compile(
    r"^(?:(?:In|On|By|With|Through|For|From|Using|Unlike|While|Although|Under|Via|At)\b[^;:]{3,120}?, )?"
    r"(?:(?:[Tt]he|[Tt]his) (?:study|paper|work|article|analysis|research|theory) (?P<verb>[a-z]+s)|"
    r"[Tt]he authors (?P<base>[a-z]+)|"
    r"(?:[Tt]he|[Tt]hese|[Oo]ur) (?:(?:main|key|empirical|experimental) )?(?:findings|results|experiments|analyses) "
    r"(?P<found>show|reveal|demonstrate|find|suggest|indicate))(?= (?:that|an?|[a-z-]+ [a-z-]+s)\b)"
)
_ADDED = re.compile(  # what goes on behind a whole clause
    r": |; | --? | [–—] |, (?:so that|for example|for instance|depending|which|while|whereas|since|because|although|"
    r"even|generali[sz]ing|indicating|suggesting|leading|though|thus|thereby|and that|such as|including|particularly|"
    r"especially|notably|previously|resulting|with|an? [a-z]+)\b"
)
_AND_FINDS = re.compile(
    r"^(?!Shows|Finds|Demonstrates|Proves|Argues|Observes|Reveals|Concludes).{10,}?,? and (?:\w+ly )?"
    r"(?P<verb>shows|demonstrates|finds|reveals|observes|proves)(?= that\b)"
)
_LEAST_FOUND = 45  # characters
MOST_FOUND = 28
"""Words of a finding, which is not cut."""
_TROUBLE = re.compile(
    r",? to (?:overcome|address|solve|tackle|mitigate|alleviate|remedy|handle) (?:its|their|the|this|these|such)"
    r"(?: [\w-]+){0,2} (?:shortcoming|limitation|problem|issue|drawback|challenge|gap|weakness|"
    r"difficult(?:y|ie))(?:e?s)?$"
)
_FIRST_ITEM = re.compile(r"(?:^|[\s(])(?P<mark>i|1|a)\) ")
_SECOND_ITEM = re.compile(r"(?:^|[\s(])(?:ii|2|b)\) ")
_NEXT_ITEM = {"i": r"\bii\)", "1": r"\b2\)", "a": r"\bb\)"}
_OPEN_END = re.compile(  # "of the approximate accuracy": of what?
    r"\b(?:of|in|on|for|to|with|measures|quantifies|estimates) the (?:[\w-]+ )?(?:accuracy|quality|effects?|impact|"
    r"importance|role|performance|number|"
    r"size|severity|degree|extent|strength|presence|absence|value|need|lack|use|amount|probability|"
    r"distribution|effectiveness)$"
)
_OUTCOME_OF = re.compile(
    r"(?:[A-Z](?:-|[^\WA-Z\d])*+[A-Z\d][\w-]*|[A-Z][\w-]*(?= \())(?: \([^()]*\))?(?:,? (?:which|that))? (?:\w+ly )?"
    r"(?:outperforms|achieves|surpasses|obtains|exceeds|yields|improves)\b|"
    r"[^,]*,? (?:which|that) (?:sets|achieves|reaches|establishes|attains) (?:an? |the )?(?:new )?"
    r"state[- ]of[- ]the[- ]art\b"
)
_OF_SEVERAL = re.compile(r"\band (?:\w+ly )?[a-z]+s (?:them|they)\b")
_SEVERAL_TOLD = re.compile(  # "Splits logs by age and stacks them"
    r"(?:[A-Z][a-z]+ly )?[A-Z]?[a-z]{2,}(?<!s)s (?:(?!(?:that|which|and|of)\b)[\w-]+ ){0,3}?[a-z-]{3,}(?<![su])s\b"
)


def is_phrase(text: str) -> bool:
    """Whether a text is no English sentence: a noun phrase, or in another language."""
    return bool(_FOREIGN.search(text)) or not (_STATES.match(text) or re.search(r"\b[a-z]+(?:s|ed)\b", text))


_ASKS = re.compile(r"[A-Z][a-z]+s (?:[a-z]+ )?(?:what|how|whether|why|if)\b")


def asks(shown: str) -> bool:
    """Whether a phrase tells only what is asked: "Studies how trees grow"."""
    return bool(_ASKS.match(shown))


@lru_cache(maxsize=1024)
def passed(shown: str, asking: bool = False) -> str:
    """``shown``, if it makes sense alone; else nothing. What is but asked passes where that is wanted (``asking``)."""
    if points := _POINTS_OUT.search(shown):
        shown = next((whole_end(shown[:at]) for at in reversed(weak_breaks(shown)) if at <= points.start()), "")
    shown = _TROUBLE.sub("", shown.removesuffix(" only"))
    first = _FIRST_ITEM.search(shown)
    asked = asking and asks(shown)
    refused = (
        _half_said(shown)
        or _OPEN_END.search(shown)
        or (first and not re.search(rf"{_NEXT_ITEM[first['mark']]} \w", shown))
        or (_SECOND_ITEM.search(shown) and not first)
        or (_OF_SEVERAL.search(shown) and not _SEVERAL_TOLD.match(shown))
        or _BARE.match(shown)
        or _OUTCOME_OF.match(shown)
        or ((_NO_DOING.match(shown) or _STATES.match(shown)) and not asked)
    )
    return "" if refused or _LISTS.match(shown) or not tells(shown) else shown


def _half_said(shown: str) -> bool:
    """Whether a claim is told of without what it says: "the hypothesis that powerful models"."""
    claim = _HALF_SAID.search(shown)
    return claim is not None and not re.search(r" (?:is|are|can|has|have) \S+ \S+", shown[claim.end() :])


def finding(text: str) -> str:
    """A finding under its verb: "Shows that early tokens carry most of the signal"; without what is added to it."""
    told = _STUDY.sub(_verb_alone, text.strip().rstrip(". "))
    told = _AND_FINDS.sub(lambda found: found["verb"].capitalize(), told)
    if not _FINDING.match(told):
        return ""
    ends = [len(told), *(found.start() for found in _ADDED.finditer(told))]
    whole = max(
        (told[:at] for at in ends if _LEAST_FOUND <= at <= LONGEST + _VERB and _holds(told[:at])), key=len, default=""
    )
    hangs = whole != told and whole_end(whole) != whole
    loose = _POINTS_OUT.search(whole) or _KNOWN.search(whole) or re.search(r"\bhere\b", whole)
    return "" if loose or hangs else whole


def _holds(told: str) -> bool:
    """Whether a finding is short enough for a cell."""
    return len(told.split()) <= MOST_FOUND


def is_finding(shown: str) -> bool:
    """Whether a phrase tells a finding under its verb."""
    return bool(_FINDING.match(shown))


def _verb_alone(led: re.Match[str]) -> str:
    """ "The authors observe" and "The study observes" as "Observes"."""
    base = led["base"] or led["found"]
    return (present(base) if base else led["verb"]).capitalize()


def is_bare(text: str) -> bool:
    """Whether a phrase that is no sentence points out of itself, or is a bare thing."""
    return bool(_POINTS_OUT.search(text) or _BARE.match(text))


def is_of_any(does: str) -> bool:
    """Whether what is done comes of a paper or is done in every one: "outperforms", "aims", "reports extensive"."""
    return bool(_NO_DOING.match(does))
