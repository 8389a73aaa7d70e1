"""What a theme's papers found, in words: for a theme whose findings have no figures that could be put shortly.

Two findings of two topics in one sentence where that can be, else one; else what two of its papers offer.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from survey.casing import within
from survey.evidence import SHARED_SUPPORT, best_line, content_words, sentences, support
from survey.hanging import hanging
from survey.keyphrases.leftovers import subject_of
from survey.keyphrases.lists import BOILERPLATE
from survey.models.extractive.alone import VERB
from survey.models.extractive.called import name_of
from survey.models.extractive.glossed import glosses, is_of_own_name, pairs
from survey.questions import ClaimAnswer, DigestedClaim, TopicDigest
from survey.words import in_sentence

_SHORT, _LOOKED_AT = 22, 8
_IS_MADE, _ASKS, _LONG, _OWN_NAME, _TITLED, _OF_ONE = 16, 8, 7, 4, 2, 2  # how much less clear it makes a statement
_LONG_WORD, _LONG_WORDS = re.compile(r"\w{12}"), 3
_UNTOLD = re.compile(r"[\\$]|^(?:evaluates|conducts|performs) ")  # a macro of the abstract; that something was tried
_IS_A = re.compile(  # "TreeNet (TN) is a net that sorts trees, with two saws"
    r"(?P<name>(?:[A-Z\d]|[a-z]+[A-Z])\S*(?: [A-Z\d(]\S*){0,7}) (?:is|are) "
    r"(?P<what>(?:an?|the first) (?:[\w-]+, ){0,2}(?:[^,;:?.]|\.(?! ))+)"
)
_COMPARES = re.compile(r"\b(?:than|outperform|surpass|exceed|match)")
_FINDS, _REPORTS = "finds that", "reports that its"
_ONE_DOES = re.compile(
    r"One (?:paper|study) (?P<does>[a-z]+s (?:(?![;:?]|, (?:which|that|where|by|with|using|and|so|in which)\b|\. ).)+)"
    r"(?=$|[;:]|, )"
)
_MADE = re.compile(
    r"^One |^[A-Z][^,]{2,90}, one |^(?:[A-Z\d]\S* ){1,6}(?:\([^()]*\) )?(?:is|are) (?:an?|the first) \w"
    r"|^[A-Z][^,;]{0,90}\([A-Z][\w-]*\) (?:is|are) (?:an?|the)\b|^[A-Z][a-z-]+s an? |\w and, "
    r"|\b(?:proposes|introduces|presents|develops|explores|studies|addresses|considers)\b"
    r"|\b(?:is|are) (?:motivated|inspired|designed|built|based|proposed|introduced|presented|supported)\b"
    r"|^In the (?:\S+ ){1,6}?paper, |^(?:[Cc]ompris|[Cc]ontain|[Cc]onsist|[Ss]pann|[Cc]over)ing "
    r"|\b[Ee]xperiment(?:s|al results)\b[^.]{0,80}? (?:demonstrate|show|confirm|verify|indicate|reveal)\b"
    r"|\b[Tt]he \S+ paper (?!finds|shows|observes|reports|reveals|argues)[a-z]+s\b"
)
# "MaskNet draws ...": what a thing does, which is no finding unless the verb tells of an outcome
_ACTS = re.compile(
    r"^(?:The )?(?:\S*[A-Z\d]\S*[A-Z]\S*(?: \([^()]*\))?|(?:\S+ ){1,6}\([A-Z][^()]*\)) (?:\w+ly |also )?"
    r"(?P<verb>[a-z]+s)\b"
)
_NAMED_THING = re.compile(  # "The TreeSet benchmark has ...", "Tree Networks (TNs) sort ..."
    r"^(?:The \S*[A-Z]\S*[A-Z]\S* (?:benchmark|data ?set|framework)|(?:The )?(?:\S+ ){1,8}?\([A-Z]\S*\)"
    r"(?: (?:function|framework|model|network|method|approach|algorithm|system))?) (?:\w+ly )?(?P<verb>[a-z]+) "
)
_ITS_WORK = re.compile(r"^[A-Z][^,]*, \S*[A-Z\d]\S*[A-Z]\S* (?P<verb>[a-z]+s)\b")  # "In contrast to X, RISE works ..."
_OUTCOME = re.compile(
    r"\d|\bthan\b|\b(?:outperform|surpass|exceed|improv|reduc|match|increas|boost|find|show|reveal|learn)\w*"
)

_START = 6  # letters: "forgetting" is what "forget" is about
_TELL_NOTHING = content_words(
    "model network data learning system method algorithm large language image feature analysis based ai"
)
_TELL_LITTLE = frozenset(word[:_START] for word in _TELL_NOTHING)
_OF_WHAT = re.compile(
    r"\b[Tt]he (?:[\w-]+ )?(?:gap|task|problem|issue|agent|shift|target|trade-?off)s?\b"
    r"(?! (?:of|between|in|to|from|for)\b)|^A (?:small |large )?(?:subset|set|number|part)\b(?! of)|"
    r"\bthat (?:some|many|most|others) (?:are|were|can|do)\b|"
    r"^(?i:distil|extract|generat|select|construct|deriv|perturb|modifi|remov|obtain)\w*ed [a-z]+s (?:are|have|can)\b"
)


@dataclass(frozen=True, slots=True)
class _Half:
    """What one paper does, in a theme's sentence: "finds that ..." or "proposes ...", under its topic's name."""

    topic: str
    does: str
    claim: DigestedClaim

    @property
    def is_found(self) -> bool:
        return self.does.startswith((_FINDS, _REPORTS))


def joined(topics: Sequence[TopicDigest]) -> Iterator[ClaimAnswer]:
    """Two statements in words, brought together under their topics' names: short ones of the largest topics.

    What was found goes before what was made. Neither may be so long beside the other that the paper of the other
    would not be cited for its half.
    """
    told = " ".join(claim.text for topic in topics for claim in topic.claims)
    ranked = sorted(topics, key=lambda topic: -topic.size)
    halves = [*_by_turns(_found(topic, told) for topic in ranked), *_by_turns(_offered(topic) for topic in ranked)]
    of_two = [both for both in combinations(halves[:_LOOKED_AT], 2) if both[0].claim.papers != both[1].claim.papers]
    of_two = sorted(of_two, key=_unclear_both)
    for bare_too, (one, other) in product((False, True), of_two):
        for text in _pair(one, other, bare_too):
            if all(_is_borne_out(text, half.claim) for half in (one, other)):
                yield ClaimAnswer(kind="finding", text=text, papers=[*one.claim.papers, *other.claim.papers])
                return
    for half in halves[:1]:  # no two of them go together
        of_it = next((f' ("{title}")' for title in glosses(half.claim)), "")
        yield ClaimAnswer(kind="finding", text=_alone(half, of_it), papers=list(half.claim.papers))


def _is_borne_out(text: str, claim: DigestedClaim) -> bool:
    """Whether the paper of a half says enough of the whole to be cited for it."""
    lines = (claim.about.title, *sentences(claim.about.abstract)) if claim.about else (claim.text,)
    return min(support(text, lines[best_line(text, lines)]), support(text, claim.text)) >= SHARED_SUPPORT


def _by_turns(halves: Iterable[Iterator[_Half]]) -> Iterator[_Half]:
    """The clearest and shortest of each topic, then what else they have."""
    ranked = [sorted(of_one, key=lambda half: (_unclear(half), len(half.does))) for of_one in halves]
    yield from (of_one[0] for of_one in ranked if of_one)
    yield from (half for of_one in ranked for half in of_one[1:])


def _unclear(half: _Half) -> int:
    """How little a newcomer has of a half: made, leaving one asking, of its own name, in long words, alone."""
    long = len(_LONG_WORD.findall(half.does)) > _LONG_WORDS
    alone = _COMPARES.search(half.does) is None
    own = _OWN_NAME if is_of_own_name(half.claim) else _TITLED * bool(glosses(half.claim))
    return _IS_MADE * (not half.is_found) + _ASKS * _leaves_asking(half) + own + _LONG * long + alone


def _unclear_both(both: tuple[_Half, _Half]) -> int:
    one, other = both
    return _unclear(one) + _unclear(other) + _OF_ONE * (one.topic == other.topic)


def _leaves_asking(half: _Half) -> bool:
    """Whether a reader has to ask of what a half speaks: "the domain gap", "the agent", or what hangs elsewhere."""
    text = half.claim.text
    return _OF_WHAT.search(text) is not None or hanging(text) > 0


def _found(topic: TopicDigest, told: str) -> Iterator[_Half]:
    for claim in topic.claims:
        if _fits(claim, told):
            text = claim.text.rstrip(".")
            inside = text if _heads_title(claim) else within(text, _around(claim, told))
            does = f"{_REPORTS} {text}" if _own_act(claim) else f"{_FINDS} {inside}"
            yield _Half(subject_of(topic.name), does, claim)


def _heads_title(claim: DigestedClaim) -> bool:
    """Whether a claim starts with the word ahead of its title's colon: a name, also of one capital."""
    return claim.about is not None and claim.about.title.startswith(f"{claim.text.split(' ', 1)[0]}: ")


def _around(claim: DigestedClaim, told: str) -> str:
    """What tells a name at the start of a claim from a word: what is ``told``, and the paper itself."""
    return f"{told} {claim.about.abstract}" if claim.about else told


def _offered(topic: TopicDigest) -> Iterator[_Half]:
    """What its papers make or suggest, up to where that goes on about it: "sorts trees", "presents Saw, a tool"."""
    for claim in topic.claims:
        text = claim.text.rstrip(".")
        found = _ONE_DOES.match(text)
        defined = _IS_A.match(text)
        does = found["does"] if found else f"presents {defined['name']}, {defined['what']}" if defined else ""
        says = content_words(does) - content_words(claim.about.title if claim.about else "") - BOILERPLATE
        if claim.kind == "finding" and says and len(does.split()) <= _SHORT and not _UNTOLD.search(does):
            yield _Half(subject_of(topic.name), does, claim)


def _pair(one: _Half, other: _Half, bare_too: bool) -> Iterator[str]:
    """Two halves, each under its topic: "On pruning, one paper finds that ...; on nets, another ..."; then bare.

    With a title behind each that needs one; ``bare_too``: without, where it can't have one.
    """
    for of_one, of_other in pairs(one.claim, other.claim, bare_too):
        verb = one.does.partition("that ")[0]  # told once of both
        too = other.does.removeprefix(verb) if one.is_found else other.does
        second = f"; on {_name(other)}" if one.topic != other.topic and _is_about(other) else ""
        if one.topic == other.topic or _is_about(other) or not _is_about(one):  # else both would stand under one's name
            yield f"{_alone(one, of_one).rstrip('.')}{second}, another{of_other} {too}."
        yield f"One paper{of_one} {one.does}, another{of_other} {too}."


def _alone(half: _Half, of_it: str) -> str:
    """One half under its topic's name; ``of_it``: the title that it needs, in brackets."""
    return f"On {_name(half)}, one paper{of_it} {half.does}." if _is_about(half) else f"One paper{of_it} {half.does}."


def _is_about(half: _Half) -> bool:
    """Whether what is told has a word of its topic's name that tells something, and its paper all of them.

    A paper may stand in a topic for what it shares with others there.
    """
    words = _starts(_part_about(half.topic, half.claim.text)) - _TELL_LITTLE
    about = half.claim.about
    paper = _starts(f"{about.title} {about.abstract}") if about else words
    return bool(words & _starts(half.claim.text)) and words <= paper | _starts(half.claim.text)


def _starts(text: str) -> frozenset[str]:
    return frozenset(word[:_START] for word in content_words(text.replace("-", " ")))


def _name(half: _Half) -> str:
    return in_sentence(_part_about(half.topic, half.claim.text))


def _part_about(name: str, text: str) -> str:
    """The part of a topic's ``name`` that ``text`` is about, of "X and Y"; all of it where neither or both are."""
    parts = name.split(" and ")
    held = [part for part in parts if content_words(part) & content_words(text)]
    return held[0] if len(parts) == 2 and len(held) == 1 else name  # X and Y


def _fits(claim: DigestedClaim, texts: str) -> bool:
    """Whether a claim can be told as found: what begins with a method's name must tell of an outcome."""
    return _is_short(claim) and (within(claim.text, texts) != claim.text or _OUTCOME.search(claim.text) is not None)


def _is_short(claim: DigestedClaim) -> bool:
    """Whether a claim says in few words and one sentence what was found, rather than what was made."""
    text = claim.text.rstrip(".")
    whole = (
        claim.kind == "finding"
        and not re.search(r"[:;?\\$]|\. |\bare (?:compared|reported|presented)\b", text)
        and len(text.split()) <= _SHORT
    )
    acts = _ACTS.match(text) or _ITS_WORK.search(text) or _NAMED_THING.match(text) or _own_act(claim)
    made = _MADE.search(text) or (
        acts and not (VERB.match(f"{acts['verb'].removesuffix('s')}s ") and _OUTCOME.search(text))
    )
    return whole and not made


def _own_act(claim: DigestedClaim) -> re.Match[str] | None:
    """What the paper's own name does, where a claim starts with that: "Flowception learns ..."."""
    name = name_of(claim.about) if claim.about else None
    return re.match(rf"{re.escape(name)} (?:\w+ly |also )?(?P<verb>[a-z]+s)\b", claim.text) if name else None
