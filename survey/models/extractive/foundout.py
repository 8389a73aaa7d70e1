"""Whether a result in words says what was found, of something that it names."""

import re

from survey.evidence import content_words
from survey.models.extractive.alone import DONE, OWN, POINTING, VAGUE_START, is_sentence, points_elsewhere
from survey.models.extractive.called import name_of
from survey.models.extractive.contributed import BACKGROUND
from survey.models.extractive.findingout import plainly
from survey.models.extractive.mainly import was_found
from survey.models.extractive.subject import HELD, ONE
from survey.models.extractive.whose import KNOWN_BEFORE
from survey.questions import RecordedPaper, Said
from survey.verbs import DOING
from survey.words import capital

_SHORTEST_NAMELESS = 9  # words
HELD_BY = re.compile(
    rf"^(?:{ONE}(?:paper|study)|The [^,;:]{{2,40}}? paper) (?:{'|'.join(sorted(HELD))}) that,? (?P<what>\S.*)$"
)
_EXPERIMENTS_SAY = re.compile(  # "Further experiments confirm better quality": of what, and how much?
    r"^(?:[A-Z]?[a-z-]+ ){0,3}(?:[Ee]xperiments?|[Ee]valuations?|[Rr]esults?|[Aa]blations?) (?:[\w-]+ ){0,6}?"
    r"(?:show|demonstrate|confirm|reveal|indicate|validate|highlight)s?\b"
)
_NO_VERB = re.compile(r"[^,]+, an? [^,]+(?:, (?:\w+ly )?\w+ing\b[^,]*)*$")  # "X, a net that does Y, reducing Z."
_FINDS_SOME = re.compile(  # "One study finds the values stay constant": which?
    rf"{ONE}study [a-z]+s the (?P<what>[a-z-]+(?: [a-z-]+)?s) (?!(?:of|that|which|in|for|between|on|from|to|with)\b)"
)
PREFIXED = re.compile(r"^[^:]{2,40}: [A-Z]")
_GAINED = re.compile(  # "Post-training with X improves accuracy (0.73→0.90)"
    r"\b(?:improves?|increases?|reduces?|raises?|cuts|lowers?|boosts?|achieves?|reaches|yields?|outperforms?|gains?) "
    r"[^;]*\d(?:\.\d+|\s?\\?%)"
)
_HOUSEKEEPING = re.compile(  # what is told of the paper as a text, or of where its code is
    r"\b(?:improved|extended|revised|updated|journal|preliminary|earlier|previous|short|shorter|full|longer) "
    r"versions? of (?:an?|the|our|their) (?:[\w-]+ ){0,2}(?:study|work|paper|article|manuscript|report)\b|\barXiv:\d|"
    r"\b(?:codes?|implementations?|demos?|videos?|project page|website|data|datasets?|models?|weights)\b"
    r"(?: and [a-z]+)* (?:is|are|will be|can be) (?:\w+ )?(?:available|released|accessed|found|open-?sourced)\b"
)
_RATIONALE = re.compile(r"^(?:Since|As|Because|Given that) [^,]{5,140}, .{5,140} can (?:be|also be)\b")
_BEHIND_WHERE = re.compile(r"^(?:With|Without|On|In|For|Under|At|Across|After) [^,]{3,60}, ")


def of_its_title(text: str, title: str) -> str:
    """``text`` without the article of what its paper's ``title`` names: "Our shears cut" told as "Shears cut"."""
    found = _THE_MANY.match(text)
    named = content_words(found["what"]) if found else frozenset()
    if not named or not named <= content_words(title):
        return text
    return capital(text.removeprefix("The "))


_THE_MANY = re.compile(
    rf"^The (?P<what>(?:[\w-]+ ){{0,3}}?[a-z-]+[^s\W]s) (?=(?:(?:\w+ly|also|better|even) )?(?:are|can|were|have|do|"
    rf"{'|'.join(sorted(DOING))}) )"
)


def was_told(said: Said) -> bool:
    """Whether a result is told as found, by its own words or by those that it was read from."""
    return plainly(said.text) != said.text or was_found(said.quotes)


def says_what_was_found(paper: RecordedPaper, said: Said, text: str) -> bool:
    """Whether a result in words says what was found, of something that it names."""
    if _HOUSEKEEPING.search(text) or POINTING.search(text) or PREFIXED.match(text) or _NO_VERB.match(text):
        return False
    if text.split(" ", 1)[0].endswith("ing") and not (text.startswith("Existing ") or _is_told_of_doing(said, text)):
        return False
    if DONE.search(text) or any(not (_is_of_many(one, text) or _is_a_rival(one, text)) for one in OWN.finditer(text)):
        return False
    name = name_of(paper)
    if _EXPERIMENTS_SAY.match(text):
        return False
    if name and _BEHIND_WHERE.sub("", text).startswith(name):
        return True
    if name and name in text and _GAINED.search(text) and not points_elsewhere(text):
        return True
    if held := HELD_BY.match(text):
        what = capital(held["what"])
        acts = what.split(" ", 1)[0].endswith("ing")
        return not acts and is_sentence(what) and not points_elsewhere(what) and not KNOWN_BEFORE.match(what)
    if text.startswith(ONE):
        some = _FINDS_SOME.match(text)
        unknown = some and not content_words(some["what"]) <= content_words(paper.title)
        return text.startswith(f"{ONE}study") and not unknown
    if not is_sentence(text) or len(text.split()) < _SHORTEST_NAMELESS or KNOWN_BEFORE.match(text):
        return False
    if _RATIONALE.match(text) and not was_told(said):
        return False
    return not points_elsewhere(text) and (was_told(said) or not (VAGUE_START.match(text) or BACKGROUND.search(text)))


def _is_told_of_doing(said: Said, text: str) -> bool:
    """Whether it was found what doing something brings: "Shows that masking leaves makes trees robust"."""
    return plainly(said.text) != said.text and _DOING_BRINGS.match(text) is not None


_DOING_BRINGS = re.compile(
    r"[A-Z][a-z-]+ing (?!(?:on|of|with|from)\b)(?:[^,;:]|, e[.]g[.], [^,]+,){3,140}? (?:is|are|can|yields?|leads?|"
    r"improves?|reduces?|increases?|makes?|provides?|allows?|results?|gives?|helps?|causes?|hurts?|has|have|does|outperforms?|enables?|"
    r"degrades?|boosts?|lowers?|produces?|requires?|enhances?|suffices)\b"
)


def _is_a_rival(own: re.Match[str], text: str) -> bool:
    """Whether "the dropout-based approach" is what something else is compared with, and says by a word which it is."""
    return "-" in own[0] and "proposed" not in own[0] and _OUTDONE.search(text[: own.start()]) is not None


_OUTDONE = re.compile(r"\b(?:outperform|surpass|exceed|beat)(?:s|es|ing)? $|\b(?:than|over|compared (?:to|with)) $")


def _is_of_many(own: re.Match[str], text: str) -> bool:
    """Whether "they" or "their" stands for what the sentence has named: "methods fail; they find what is largest"."""
    ahead = text[: own.start()]
    return own[0].lower() in {"they", "their"} and len(ahead.split()) >= _AHEAD and bool(_MANY.search(ahead))


_AHEAD = 3  # words
_MANY = re.compile(r"(?:[a-z][^s\W]|[A-Z])s\b(?! (?:the|an?|that|how)\b)")
