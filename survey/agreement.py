"""Verbs that share a subject, made to agree: of "rank leaves, prune twigs, and show" what follows "ranks"."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from survey.verbs import DOING, TELLING, TELLS, present

ALSO_NOUNS = frozenset(
    "address advance aim attempt benchmark contrast design estimate experiment increase mask measure point pose "
    "probe project rank report review sample scale score share showcase stress study survey update "
    "test "
    "trace transform use".split()
)
"""Verbs that a noun looks like."""
_RATHER_NOUNS = ALSO_NOUNS | frozenset(
    "attribute balance boost build call cast delve detail draw filter find focus frame group guide harness launch map "
    "model move offer process prompt question release repeat segment select shed shift show split steer store support "
    "take target transfer treat try tune".split()
)
_IRREGULAR_PAST = {
    "built": "build", "found": "find", "gave": "give", "made": "make", "ran": "run", "showed": "show", "shed": "shed",
    "took": "take", "drew": "draw", "sought": "seek", "taught": "teach", "began": "begin", "chose": "choose",
}  # fmt: skip
OTHER_PASTS = frozenset("bent brought fed held kept led sent spent wrote".split()) | frozenset(_IRREGULAR_PAST)
"""Pasts that don't end as most do."""
HELPERS = frozenset(
    "is was has does are were can could may might must should would have had do did cannot be been am shall "
    "not need never only "
    "experiment".split()
)
"""Verbs that keep their subject, and words that are none."""
_NO_VERBS = frozenset(
    "in on at by for from to of as with into than then so such both all each every any some no its their our his her "
    "the an this that these those which who when where while if how why what also further thus hence here there even "
    "just more most less least other another many several various multiple few one two three four five between among "
    "through via across over under within without during against along upon about not or and but data".split()
)
DROPPED = (
    "also|further|then|first|firstly|thus|therefore|hence|here|hereby|now|next|instead|additionally|finally|"
    "furthermore|"
    "moreover|lastly|second|secondly|subsequently|consequently|accordingly|specifically|however|herein|in turn|will|"
    "in this paper|in this work|in particular|in addition|to this end|for the first time"
)
"""What may stand ahead of a verb and goes with its subject."""
_ADVERB = r"(?:(?!(?:apply|comply|imply|multiply|rely|reply|supply)\b)[a-z]+ly )?"
_AND_VERB = re.compile(
    rf"(,? (?:and|but|or)(?: (?:{DROPPED}))*,? |, then )(we (?:(?:{DROPPED}),? )*)?({_ADVERB})([a-z][a-z-]*)\b"
)
_AND_THIRD = re.compile(r" and (?P<verb>[a-z]+)(?= (?:an?|the|that|how|their|its|our|these|both|two|three)\b)")
_ITS_OWN = re.compile(r" (?:an?|the|its|their|our|these|each)\b")
_ON = frozenset({"rely", "focus", "depend", "concentrate", "capitalize", "capitalise", "expand", "elaborate"})
_HAS_OBJECT = re.compile(r" (?:an?|the|it|them|its|their|our|these|both|each|all|how|whether)\b")
_IT = re.compile(r" (?:it|them)\b")
_OTHERS = r"(?:that|which|who|can|could|may|will|would|should|must)"
_TO_DO = (  # "to rank", but not "to the leaves", "to leaves", "to fallen leaves"
    r"to (?!(?:the|an?|its|their|our|each|all|both|any|this|these|those|one|two|three|four|various|several|different|"
    rf"multiple|new|other|some|such)\b){_ADVERB}(?![a-z]+[^s\W]s\b)[a-z]+\b(?:(?<!ed)|(?<=feed)|(?<=embed))"
)
_OF_ANOTHER = re.compile(rf"\b(?:{_OTHERS}|{_TO_DO})\b")
_OF_ONE_THING = re.compile(  # "a net that ranks", whose verb a plain one can't go with
    r"(?<=[\w,)] )(?:that|which|who) (?:[a-z]+ly |also |first )?(?:[a-z]*[^s\W]s)\b"
)
_OF_MANY = re.compile(r"(?<=[\w,)] )(?:that|which|who)\b")
_BEHIND_ANOTHER = re.compile(  # "to detect, sort, and", "can bend and": what follows is of that verb
    rf"\b(?:(?:can|could|may|will|would|should|must) {_ADVERB}[\w-]+|{_TO_DO}[\w-]*)(?:, {_ADVERB}[\w-]+)*$"
)
_WITHIN_CLAUSE = re.compile(  # "where the saws cut and": the verb behind is the saws'
    r"\b(?:where|wherein|whereby|in which) (?:(?:the|all|both|most|some|these) )?(?:[\w-]+ ){0,2}[a-z-]+s "
    r"(?:[a-z]+ly )?[a-z]+[^s\W]$"
)
_ITS_OBJECT = re.compile(  # "and then keep important leaves"
    r" (?!(?:an?|the|in|of|for|and|or|is|are|as|between|with|at|by|to|from|on|into|through|via|using|after|before|"
    r"when|while|under|over|without|during|back)\b)[a-z-]+ [a-z]"
)
_STEPS_OF_ANOTHER = re.compile(rf"\b(?:to first|{_OTHERS}\b|to \w+,)")
_BEHIND_A_VERB = re.compile(  # "and design empirical tests", where "and design rules" may be two nouns
    r" (?:(?:a|an|the|that|how|to|our|its|their|it|them|these|two|three|on|some|both|all)\b|(?:empirical|extensive|"
    r"several|various|different|additional|new|novel|effective|multiple|future|further|diverse|random|rich|relevant|"
    r"potential|fine-grained) )"
)
_USES = re.compile(r" (?!(?:of|in|for|cases?|by|and|or)\b)[A-Za-z]")  # "and use Random Forests"; no "and use of"
_COMMA_VERB = re.compile(
    rf"(?<!which)(?<!to)(?P<joint>[,;] )(?P<adverb>{_ADVERB})(?P<verb>[a-z-]+)(?= (?P<next>[\w-]+)[ ,])"
)
_DETERMINERS = frozenset("a an the that how our different several various new two".split())
_AND_DOES = re.compile(r",? and (?:then |also |finally |[a-z]+ly )?(?P<verb>[a-z-]+s)\b")


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ied"
    return f"{verb}ed"


BASE_OF_PAST = {_past(verb): verb for verb in TELLING} | _IRREGULAR_PAST
"""The base of a verb that tells what a paper did."""


class _Verb(NamedTuple):
    """A verb behind a joint: where both stand, and how they read when it agrees ("" where that is in doubt)."""

    start: int
    end: int
    told: str


def agreed_with(rest: str) -> str | None:
    """Verbs that share the subject of the verb ahead of ``rest``: ", and show that" becomes ", and shows that".

    None when an "and" may join either a verb that would have to agree, or an infinitive or a noun.
    """
    told = _replaced(rest, _behind_and(rest))
    return None if told is None else _replaced(told, _in_series(told))


def agreed_or_cut(rest: str) -> str:
    """As :func:`agreed_with`, for a phrase: where that is in doubt, up to a verb that would not agree with any."""
    told = agreed_with(rest)
    if told is not None:
        return told
    doubts = (verb.start for verb in chain(_behind_and(rest), _in_series(rest)) if not verb.told)
    alone = (at for at in doubts if not _OF_ANOTHER.search(_OF_ONE_THING.sub(" ", rest[:at])))
    return rest[: next(alone, len(rest))]


def _replaced(text: str, verbs: Iterator[_Verb]) -> str | None:
    pieces, end = [], 0
    for verb in verbs:
        if not verb.told:
            return None
        pieces += [text[end : verb.start], verb.told]
        end = verb.end
    return "".join(pieces) + text[end:]


def _behind_and(rest: str) -> Iterator[_Verb]:
    """The verbs behind an "and"; a list's noun is none."""
    for match in _AND_VERB.finditer(rest):
        joint, subject, adverb, verb = match.groups()
        before, after = rest[: match.start()], rest[match.end() :]
        at_once = not before.strip() and not joint.startswith(",") and not subject
        past = bool(subject) or at_once or re.match(r" (?:that|how|a|an|the) ", after)
        base = BASE_OF_PAST.get(verb, verb) if past else verb
        shares = bool(subject) or _shares_subject(before, joint, base, after)
        surely = _is_verb(verb) and (at_once or ("then" in joint and _then_acts(before, after)) or _IT.match(after))
        surely = surely or (_is_verb(verb) and _acts_on(verb, after) and _may_share(before, joint))
        if (base in TELLING or surely) and shares is not False:
            yield _Verb(match.start(), match.end(), f"{joint}{adverb}{present(base)}" if shares else "")


def _in_series(told: str) -> Iterator[_Verb]:
    """The verbs between the first and the last of a series: "ranks leaves, prune twigs, and shows"."""
    for match in _COMMA_VERB.finditer(told):
        verb, following = match["verb"], match["next"]
        determined = verb in TELLING and following in _DETERMINERS
        plain = verb in TELLING - ALSO_NOUNS and match["joint"].startswith(",")
        if not (determined or plain or (verb in DOING and following in {"it", "them"})):
            continue
        closed = any(last["verb"] in TELLS for last in _AND_DOES.finditer(told, match.end()))
        sure = closed and not _of_another(told[: match.start()])
        yield _Verb(match.start(), match.end(), f"{match['joint']}{match['adverb']}{present(verb)}" if sure else "")


def _is_verb(word: str) -> bool:
    """Whether a word right after "we propose and" can only be the second verb."""
    plain = not word.endswith(("ed", "ing", "ly", "s")) or word in {"rely", "apply", "supply", "feed", "embed"}
    return plain and word not in HELPERS | _NO_VERBS | OTHER_PASTS


def _acts_on(verb: str, after: str) -> bool:
    """Whether a word behind an "and" has an object that only a verb has: "and rely on the leaves", "and bend the"."""
    return bool(_ITS_OWN.match(after) or (verb in _ON and after.startswith(" on ")))


def _may_share(before: str, joint: str) -> bool:
    """Whether the subject's verb may come behind ``before``: no infinitive's, no item's of a list."""
    return ":" not in before and (not _of_another(before) or ("," in joint and "," not in before))


def _then_acts(before: str, after: str) -> bool:
    """Whether a word behind "and then" has an object; a bare one only where no other verb could have it."""
    return bool(_HAS_OBJECT.match(after) or (_ITS_OBJECT.match(after) and not _OF_ANOTHER.search(before)))


def _of_another(before: str, after: str = "") -> bool:
    """Whether a verb behind ``before`` could go with an infinitive, or would read as a clause's that stands ahead.

    "Leaves that take light and labels them": many leaves label nothing in the third person.
    """
    of_many = _IT.match(after) and not _OF_ONE_THING.search(before)
    return bool(_OF_ANOTHER.search(_OF_MANY.sub(" ", before) if of_many else before))


def _shares_subject(before: str, joint: str, verb: str, after: str) -> bool | None:
    """Whether the verb after an "and" belongs to "we": None when it could as well belong to an infinitive."""
    if not before.strip():
        return True
    if re.match(r",? (?:but|or)\b", joint) or re.search(r"\bwe\b", before):  # another "we" came between, and stays
        return False
    if re.match(r" (?:in|of|for|and|or|is|are|as|between|with|at|by)\b|[,.;:)]", after):
        return _leads_on(verb, after) and verb in TELLING and not _of_another(before)
    if verb in ALSO_NOUNS and not (_BEHIND_A_VERB.match(after) or (verb == "use" and _USES.match(after))):
        return False
    if _BEHIND_ANOTHER.search(before) or ("," not in joint and _WITHIN_CLAUSE.search(before)):
        return False
    if re.match(r" (?:that|how|why|whether|what)\b", after) or "," in joint:
        return True
    if "then" in joint and not _STEPS_OF_ANOTHER.search(before):
        return True
    return None if _of_another(before, after) else True


def _leads_on(verb: str, after: str) -> bool:
    """Whether a verb without an object is one: "and compare with", "and rank and prune the"."""
    if verb not in ALSO_NOUNS and (_AND_THIRD.match(after) or re.match(r" by \w+ing\b", after)):
        return True
    return verb not in _RATHER_NOUNS and bool(re.match(r" (?:with|between|as|at) ", after))
