"""The cell that says what a paper makes or does: a short phrase that makes sense without its abstract, or nothing."""

import re
from collections.abc import Iterator, Sequence

from survey.cutting import tells, weak_breaks, whole_end
from survey.evidence import content_words
from survey.phrasing import LONGEST, done, made_of, phrase
from survey.telling import SAID_BY_ANY

_POINTS_OUT = re.compile(
    r"\b(?:this|these|those|such(?! as\b)|both (?:these|this)|the (?:problem|issue|gap|goal|challenge|limitation|"
    r"shortcoming|drawback)s?(?! (?:of|in)\b)|the authors|so doing|the (?:two|three|four|five|additional|proposed|"
    r"above|same) \w+|of the (?:framework|method|approach)|each one|(?:for|to|of|with) the others?)\b|"
    r"^(?:\S+ ){0,3}(?:it|they|them)\b|\bwhere (?:they|it)\b",
    re.IGNORECASE,
)
# What comes of a paper or is done in every one, rather than what this one does
_NO_DOING = re.compile(
    r"^(?:\w+ly )?(?:shows?|demonstrates?|finds?|achieves?|obtains?|outperforms?|observes?|reveals? (?:that|how|why)|"
    r"argues?|proves?|claims?|concludes?|confirms?|surpasses|exhibits?|gains?|reaches|attains|suggests?|sheds?|hopes?|"
    r"believes?|discovers?|notices?|takes|makes|gives|offers?|(?:addresses|tackles|considers) the (?:problem|issue|"
    r"question)|aims|seeks|attempts|tries|(?:conducts?|performs?|carries out|reports?|runs?|provides?) (?:an? |"
    r"on an? )?(?:extensive|series|set|comprehensive|thorough|large number|empirical (?:study|studies|research)|"
    r"detailed analysis|experiments?)|identifies and|builds (?:up)?on the|verif\w+|validates?|\w+s that|understands|"
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
_HALF_SAID = re.compile(r"\b(?:hypothesis|claim|fact|assumption|conjecture|notion) that\b")
_FOREIGN = re.compile(
    r"\b(?:der|die|das|und|mit|eine?[nrs]?|les?|une?|et|pour|los|las|para|con|che|per|della?|een|het|van|uma?|"
    r"dos)\b|[^\W\d_A-Za-zÀ-ÿ]{3}"
)
_FINDING = re.compile(r"^(?:Shows|Finds|Demonstrates|Proves|Argues|Observes|Reveals|Concludes)\b(?: \w+ly)? that \S")
_OF_ITS_KIND = re.compile(
    r"(?:An? )?(?:\w+ )?(?:case study|survey|review|overview|study|evaluation|analysis)\b", re.IGNORECASE
)
_KNOWN = re.compile(r"\b(?:usually|often|existing|current|previous|prior|traditional|conventional|typically)\b")
_SUBTITLE = re.compile(r"^(?P<name>[^:?!]{1,60})\s?: (?P<subtitle>\S[^?!]{14,})$")
_VERB = 20  # characters more for "Demonstrates that", since a finding is not cut
_NO_NOUN = re.compile(
    r"\b(?:is|are|do|does|can|need|needs|matters?|makes?|beats?|produces?|learns?|improves?)\b", re.IGNORECASE
)


_NAME = r"(?:[A-Z][\w+-]*[A-Z\d][\w+-]*)"
_BESIDE = r"(?: \([^()]{2,60}\))?(?:, (?:an?|the) [^,]{3,50},)?"
_IS = re.compile(
    r" (?:is|are) (?:(?:an?|the|our|one) )?(?:(?:novel|new|simple|efficient|effective|fast|powerful)(?:,? and |, | ))*"
    r"(?P<what>(?!(?:able|capable|not|more|also|shown|used|trained|based|designed|built|better|the)\b)[a-z].+)",
)
_DOES = re.compile(r" (?:(?:therefore|thus|hence|instead|first|further|also|then) )?(?P<does>[a-z]+s\b.+)")
_BY_MEANS = re.compile(
    r"^(?:addresses|tackles|solves|overcomes|avoids|achieves|does) (?:this|that|it|these)(?: [a-z]+)? (?:with|"
    r"by means of|by using|through|via) (?P<what>.+)"
)
_IS_DONE = re.compile(
    r"^An? (?P<what>(?:[\w-]+ ){1,6}?)(?:is|are) (?:then |also |first |further )?(?P<done>(?!(?:need|requir|reli|relat|"
    r"suppos|expect|consider|us|limit|evaluat|compar|show|observ)ed)[a-z]{3,}ed) "
    r"(?P<rest>(?:into|by|with|from|on|as|between) .+)"
)
_INSTEAD = re.compile(r" instead\b(?! of)")
_WHICH_DOES = re.compile(r"(?:,|(?<=[\w)])) (?:that|which) (?P<does>(?:\w+ly )?[a-z]{3,}s\b.+)")
_TELLS_OF = re.compile(r"(?:Reports|Shows|Finds|Reveals|Demonstrates|Observes|Argues|Proves)\b")  # what there is
_OF_SEVERAL = re.compile(r"\band (?:\w+ly )?[a-z]+s (?:them|they)\b")
_SHORT_NAME = re.compile(r" \([A-Z][\w-]*\)")
_NO_MORE = re.compile(r"(?:Considers|Addresses|Furthers|Generali[sz]es|Studies|Investigates|Explores|Posits)\b")
_LEAST_NEW = 2  # words of a cell, beside those of the title's head, which stands in the same row
_LEAST_OF_A_KIND = 4  # words: "a plug-in" says nothing


def _told_by_name(text: str, title: str) -> Iterator[str]:
    """What ``text`` says of the own method by its name: "MaskFeat is a ...", "Mask Transfiner represents ..."."""
    name = re.match(rf"{_NAME}{_BESIDE}(?= )", text) or _as_titled(text, title)
    if passive := _IS_DONE.match(text):
        yield f"{passive['what']}{passive['done']} {passive['rest']}"
    if name is None:
        return
    if (kind := _IS.match(text, name.end())) and len(kind["what"].split()) >= _LEAST_OF_A_KIND:
        yield kind["what"]
    if does := _DOES.match(text, name.end()):
        means = _BY_MEANS.match(does["does"])
        yield means["what"] if means else done(f"The method {does['does']}")


def _as_titled(text: str, title: str) -> re.Match[str] | None:
    """How ``text`` starts, where that is how the title starts too: with a name of up to five words."""
    words = re.match(rf"(?:[A-Z][\w-]*)(?: [\w-]+){{1,4}}?{_BESIDE}(?= (?:is|are|[a-z]{{3,}}s) )", text)
    if words is None:
        return None
    start = re.sub(r" \(.*", "", words[0]).casefold()
    return words if " " in start and title.casefold().startswith(start) else None


def approach(texts: Sequence[str], title: str = "") -> str:
    """What a paper makes or does, told by ``texts`` (its contribution, then its method), as a cell; else ``""``.

    What is made comes before what is done, the contribution before the method; then the subtitle; then a finding.
    A phrase that points out of itself, tells a background or an outcome only, is passed over; and so is one that says
    no more than the title, as long as another says more.
    """
    head, colon, _ = title.partition(":")
    told = _whole_first(filter(None, _candidates(texts, title)))
    found = (_without_name(one, head.strip()) if colon else one for one in told)
    first = next(found, "")
    known = content_words(head) | SAID_BY_ANY
    if not first or _new(first, known):
        return first
    return next((one for one in found if _new(one, known) >= _LEAST_NEW and not _NO_MORE.match(one)), first)


def _whole_first(told: Iterator[str]) -> Iterator[str]:
    """Those cut within a phrase behind the others; none is made before it is asked for."""
    cut = []
    for one in told:
        if one.endswith("…"):
            cut.append(one)
        else:
            yield one
    yield from cut


def _new(cell: str, known: frozenset[str]) -> int:
    """How many words of ``cell`` that carry meaning aren't ``known``."""
    return len(content_words(_SHORT_NAME.sub("", cell)) - known)


def _without_name(cell: str, name: str) -> str:
    """``cell`` without the ``name`` that stands beside it: "SlimTree, a tree of few nodes" is "Tree of few nodes"."""
    if name not in cell:
        return cell
    own = re.escape(name)
    kind = r"(?:,| -| –| is)? (?:an?|the) (?:(?:novel|new|first),? (?!and\b))?(?=[a-z])"
    cut = re.sub(rf"^{own}(?: \([^()]*\))?{kind}", "", cell)
    cut = re.sub(rf",? (?:(?:dubbed|called|named|termed)(?: as)? )?{own}$", "", cut)
    return f"{cut[0].upper()}{cut[1:]}" if len(cut.split()) >= _LEAST_OF_A_KIND - 1 else cell


def _candidates(texts: Sequence[str], title: str) -> Iterator[str]:
    for text in texts:
        plain = text.strip().rstrip(". ")
        yield phrase(text) if _is_phrase(plain) and not (_POINTS_OUT.search(plain) or _BARE.match(plain)) else ""
        yield _passed(phrase(text)) if made_of(plain) else ""
        yield from (_passed(phrase(_INSTEAD.sub("", told))) for told in _told_by_name(plain, title) if told)
        yield _passed(phrase(told)) if (told := done(plain)) and not _NO_DOING.match(told) else ""
    for text in (text for text in texts if not _TELLS_OF.match(text)):
        does = (done(f"The method {one['does']}") for one in _WHICH_DOES.finditer(text.strip().rstrip(". ")))
        yield from (_passed(phrase(told)) for told in does if told and not _NO_DOING.match(told))
    yield subtitle(title)
    yield next((_finding(text) for text in texts[:1]), "")


def _is_phrase(text: str) -> bool:
    """Whether a text is no English sentence: a noun phrase, or in another language."""
    return bool(_FOREIGN.search(text)) or not (_STATES.match(text) or re.search(r"\b[a-z]+(?:s|ed)\b", text))


def _passed(shown: str) -> str:
    """``shown``, if it makes sense alone; else nothing."""
    if points := _POINTS_OUT.search(shown):
        shown = next((whole_end(shown[:at]) for at in reversed(weak_breaks(shown)) if at <= points.start()), "")
    shown = shown.removesuffix(" only")
    refused = (
        _HALF_SAID.search(shown)
        or _OF_SEVERAL.search(shown)
        or _BARE.match(shown)
        or _NO_DOING.match(shown)
        or _STATES.match(shown)
    )
    return "" if refused or _LISTS.match(shown) or not tells(shown) else shown


def subtitle(title: str) -> str:
    """What stands behind the colon of a title, where it is a phrase: of "MSI: Maximize X for Y", "Maximize X for Y"."""
    match = _SUBTITLE.match(title.strip())
    if match is None or _NO_NOUN.search(match["subtitle"]) or _OF_ITS_KIND.match(match["subtitle"]):
        return ""
    shown = phrase(re.sub(r"^(?:(?:[Oo]n|[Tt]owards?) )?(?:(?:[Aa]n?|[Tt]he) )?", "", match["subtitle"]))
    return shown if tells(shown) and len(shown.split()) >= _LEAST_OF_A_KIND else ""


def _finding(text: str) -> str:
    """A finding that fits whole, under its verb: "Shows that early tokens carry most of the signal"."""
    told = text.strip().rstrip(". ")
    whole = _FINDING.match(told) and len(told) <= LONGEST + _VERB and not _POINTS_OUT.search(told)
    whole = whole and not _KNOWN.search(told)
    return told if whole else ""
