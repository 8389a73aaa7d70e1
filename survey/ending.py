"""Where a phrase for a table's cell ends: whole, as long as a cell holds, and never where it calls for more."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from survey.cutting import (
    COUNTED,
    FIRST_BREAK_FROM,
    OPEN_PAIR,
    breaks,
    least_before,
    splits,
    tells,
    weak_breaks,
    whole_end,
)
from survey.verbs import DOING, present

_AT_ONCE = 20  # characters more for what need not be cut at all
_LATER = 30  # characters more for a phrase that would else be cut off
# What goes on about a thing: "that keeps what it read", "to rank papers", "based on counts"
_ADDS = re.compile(
    r"(?:,? (?:that|which) (?:\w+ly )?(?:can |may )?[a-z]+|,? (?:in order )?to (?:\w+ly )?[a-z]+|,? by \w+ing|"
    r",? (?:using|instead of|based on|rather than|for|with|trained|dubbed|termed))\b [^:;.,]*[^\s:;.,]+ [^\s:;.,]+"
)
_ADDS_A_CLAUSE = re.compile(rf"(?:{_ADDS.pattern}|, (?:where|in which) [^:;.,]+ (?:is|are|[a-z]+s) [^:;.,]+)")
_JOINING = re.compile(
    r",? and (?=an?\b|the\b|then [a-z]|[a-z]+s\b|[a-z]+ing\b)|, (?:either|then) | (?:thus|thereby|hence) | as (?=an? )"
)
_OF_MANY = re.compile(
    r"\b(?:both|between|consists?|comprises?|contains?|includes?|combines?|by combining|either|two|three)\b"
)
_JOINS = re.compile(r"\b(?:unif|merg|integrat|bridg|connect|combin|link|join)\w*\b")
_FEW, _CLAUSE = 8, 5  # words that say little, and of a clause
_FEW_OF_A_CLAUSE = 6  # words of one that may hang on the next: "which favor explanations"
_AT_THE_END = (
    r"\b(?:that|which) (?:is|are) \w{6,}$|\b(?:be|been|is|are|was|were)(?: \w+ly)? \w+(?:ed|en)$|"
    r"\bto \w+(?: and \w+)?$|\b(?:an?|the) (?:\w+(?:ive|al|ous|able)|deep|novel|new|low|high|"
    r"large|small|same|final|whole)$|\b\d+s?$|-(?:quality|world|level|scale|based|driven|aware|free|guided|specific|wise)$"
)
_CALLS_FOR_MORE = re.compile(_AT_THE_END, re.IGNORECASE)
_OPEN_END = re.compile(
    rf"{_AT_THE_END}|\bnot only\b|\b(?:sheds|yields?|outperforms?|achieves?|shows?|significantly|improv\w+|boost\w*|"
    r"performance|they|it|them|this|these|those|such|authors|while|including|problem|issue|relate)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r" (?:that|where|whereby|in which|when) [^:;.,]+$")
_RELATIVE = re.compile(r" (?:that|who|whose|in which|where|whereby)\b")
_HANGS_ON = re.compile(
    r"\b(?:showing|favou?rs?|using|finding|with|results? in) [\w-]+$|\b(?:idea|"
    r"hypothesis|claim|notion|fact|view|intuition|"
    r"assumption|observation|insight)$|\bwhich [\w-]+ [\w-]+$"
)
_ITEMS, _LAST_ITEM = re.compile(r", an? "), re.compile(r",? and (?:an?|the)\b")
_AND = re.compile(r",? and (?:[a-z]+ly )?([a-z]+)\b")
_DOES = frozenset(present(verb) for verb in DOING) | {"an", "a", "the", "then"}
_HALF_A_PAIR = re.compile(r"(?<!ed) and [a-z]+ed$|\b\d+s$")  # "through trials and refined" by what?
_HANGS = re.compile(r"\b(?:it|them|solely|only|directly|itself|themselves)$")
_NO_CLAUSE = re.compile(  # "where two programs" without what they do
    r"\b(?:where|in which|wherein) (?:(?:\S+ ){0,3}\S+|(?:(?!\b(?:is|are|was|were)\b)[^,])*,(?:(?!\b(?:is|are)\b).)*)$"
)
_FIRST_ITEM = re.compile(r"\b(?:i|1|a)\)|:")
_JOINED_ON = re.compile(r",? and\b|, ")
_DOING_MORE = re.compile(r", (?:[a-z]{3,}ing|designed|trained|built|based|derived|developed|tailored) [a-z]+\b")
_AS_WELL = re.compile(r",? as well as\b")
_NEAR = 40  # characters before the end
_USUAL = 60  # characters of a phrase that says enough
_TO_DO_FROM = 40  # characters before "to ...", where no break is
_BEHIND_A_BRACKET = re.compile(
    r"(?<=\)) (?=(?:[a-z]+ing|based|trained|derived|designed|built|obtained|learned|developed|used|"
    r"proposed|released|collected)\b)| (?=\((?:in|e\.g|i\.e|see|such|including)\b)"
)
_MADE_FOR = re.compile(
    r"\s(?:designed|tailored|intended|developed|built|trained|optimi[sz]ed|aimed|covering) (?=[a-z])"
)
_BRACKET = re.compile(r" \((?![A-Z][\w-]*\))")
_NEXT_VERB = re.compile(r" to ([\w-]+)")


@lru_cache(maxsize=1024)
def end_of(text: str, longest: int) -> tuple[int, str]:
    """Where the phrase that ``text`` starts with ends, and the mark of a cut within it (mostly empty).

    At the first break that leaves enough to tell, or further on as long as what follows is whole.
    """
    cut = next((at for at in breaks(text) if _ends(text, at)), len(text))
    return (_further(text, cut, longest), "") if cut <= longest else _within(text, longest)


def _ends(text: str, at: int) -> bool:
    """Whether a phrase may end at a break: it tells enough, and doesn't hang on what follows."""
    hangs = _HANGS_ON.search(text[:at]) and _RELATIVE.match(text, at)
    return tells(text[:at], least_before(text, at)) and not hangs and not _HALF_A_PAIR.search(text[:at])


def _further(text: str, cut: int, longest: int) -> int:
    """The last place up to ``longest`` where a cut leaves what follows the first ``cut`` whole: "that keeps all".

    What says little up to there goes on to where a phrase within a clause ends too.
    """
    later = longest + _LATER
    if cut < len(text) <= later and _GOES_ON.match(text, cut) and not _OPEN_END.search(text[cut:]):
        return len(text)
    best = max((at for at in [*breaks(text), len(text)] if at <= longest and _adds(text, cut, at)), default=cut)
    if best > cut or len(text[:cut].split()) > _FEW:
        return best
    return max((at for at in _all_ends(text) if at <= later and _adds(text, cut, at, least=_CLAUSE)), default=cut)


def _adds(text: str, cut: int, at: int, least: int = 0) -> bool:
    """Whether what stands between two places in ``text`` goes on about what stands before, and is whole."""
    more, following = text[cut:at], _NEXT_VERB.match(text, at)
    told = (_ADDS_A_CLAUSE if least else _ADDS).fullmatch(more) and len(more.split()) >= least
    open_end = _OPEN_END.search(more) or (following and following[1] not in DOING)
    open_end = open_end or (len(more.split()) < _FEW_OF_A_CLAUSE and _RELATIVE.match(text, at))
    shared = (least and _OF_MANY.search(more)) or (text.startswith(" and ", at) and _JOINS.search(more))
    return bool(cut < at and told and not open_end and not shared and whole_end(text[:at]) == text[:at])


def _within(text: str, longest: int) -> tuple[int, str]:
    """Where a phrase without a break up to ``longest`` ends: as late as can be before what can be left out.

    Else not by far behind; else a cut within it, and its mark.
    """
    long = len(text) > longest + _AT_ONCE
    if len(text) <= longest + _LATER and not (long and OUTCOME.search(text, _USUAL)):
        return len(text), ""
    ends = [at for at in sorted({*_all_ends(text), *_made_for(text)}) if _may_end(text, at)]
    whole = [at for at in ends if at == len(text) or not splits(text, at)]
    bracket = [at.start() for at in _BRACKET.finditer(text) if at.start() > _USUAL and _may_end(text, at.start())]
    chosen = _chosen(whole, longest) or _chosen(ends, longest) or _chosen(bracket, longest)
    within = max(0, text.rfind(" ", 0, longest)) or longest
    return (chosen, "") if chosen else (within, " …")


def _chosen(ends: Sequence[int], longest: int) -> int:
    """The last of the ``ends`` up to ``longest``, or one not far behind where that one comes early; 0 for none."""
    early = max((at for at in ends if at <= longest), default=0)
    late = min((at for at in ends if longest < at <= longest + _LATER), default=0)
    return late if late and early < _USUAL else early


OUTCOME = re.compile(
    r"\b(?:outperform\w*|achiev\w*|significant\w*|superior|state-of-the-art|SOTA|thereby|thus|demonstrat\w+|showing|"
    r"shows?|(?<!to )(?:boost\w*|improv\w+|enhanc\w+)|"
    r"this|these|those|such|the authors|they|one can|facilitat\w+|leading to|"
    r"result(?:s|ing) in|performance|while also|instead|similarly|respectively,|"
    r"i\.e|e\.g|observation|fact that|"
    r"concludes?|finds?|observes?|suggests?|reveals?|proves?|argues?)\b|, which (?!\w+(?:s|ly)\b|can\b)|"
    r", an? (?:critical|key|crucial|important|fundamental|essential|vital|challenging)\b|;|\.\s|\?"
)


def later_ends(text: str, cut: int, usual: int, longest: int) -> list[int]:
    """Where a phrase cut at ``cut`` may end further on, up to ``longest``: the last first.

    Those not far behind ``usual`` come before those further on.

    Not behind what comes of a thing or points out of the sentence: "which outperforms others".
    """
    out = OUTCOME.search(text, cut)
    last = min(longest, out.start() if out else len(text))
    if cut >= last:
        return []
    ends = [at for at in _all_ends(text) if cut < at <= last and _is_end(text, at) and not _open_list(text, cut, at)]
    return sorted(ends, key=lambda at: (at > usual + _LATER, -at))


def _open_list(text: str, cut: int, at: int) -> bool:
    """Whether what lies between two places starts a list, or marks a first item, that goes on behind."""
    more, joint = text[cut:at], _AND.match(text, at)
    return bool(
        OPEN_PAIR.search(text[:at])
        or (_OF_MANY.search(more) and _JOINED_ON.match(text, at))
        or (text.startswith(", ", at) and at not in {*breaks(text)} and not _DOING_MORE.match(text, at))
        or (joint and joint[1] not in _DOES)
        or (_ITEMS.search(more) and _LAST_ITEM.match(text, at))
        or (_FIRST_ITEM.search(more) and at < len(text))
        or _HANGS.search(more)
        or _AS_WELL.match(text, at)
        or _NO_CLAUSE.search(more)
    )


def _is_end(text: str, at: int) -> bool:
    """Whether a phrase that goes on may be cut there, tells enough, and leaves together what belongs together."""
    return _may_end(text, at) and (at == len(text) or not splits(text, at))


def _may_end(text: str, at: int) -> bool:
    """Whether what stands ahead tells enough and is whole by itself."""
    head = text[:at]
    joined = text.startswith(" and ", at) and _JOINS.search(head[-_NEAR:])
    listed = at < len(text) and COUNTED.search(head)
    listed = listed or (at < len(text) and _HALF_A_PAIR.search(head))
    open_end = bool(joined or listed or _CALLS_FOR_MORE.search(head) or _RELATIVE.match(text, at))
    return tells(head, FIRST_BREAK_FROM) and not open_end and whole_end(head) == head


def _made_for(text: str) -> Iterator[int]:
    """Where it is told what a thing is made for: "a hook" of "a hook designed to lift bees"."""
    return (found.start() for found in _MADE_FOR.finditer(text))


def _all_ends(text: str) -> Iterable[int]:
    joined = (found.start() for found in _JOINING.finditer(text))
    to_do = (found.start() for found in _NEXT_VERB.finditer(text) if found[1] in DOING and found.start() >= _TO_DO_FROM)
    named = (found.start() for found in _BEHIND_A_BRACKET.finditer(text))
    return sorted({*breaks(text), *weak_breaks(text), *joined, *to_do, *named, len(text)})
