"""Who a statement is about: a paper's method by its name, else "one paper"; without talk of experiments."""

import re
from collections.abc import Sequence

from survey.agreement import ALSO_NOUNS
from survey.models.extractive.alone import COINED, GENERIC, POINTING, VAGUE_START, VERB
from survey.models.extractive.articles import without_article
from survey.models.extractive.called import NAME_AHEAD, finder, is_titled, name_of
from survey.models.extractive.findingout import plainly
from survey.questions import RecordedPaper
from survey.verbs import TELLING, present
from survey.voice import TELLS
from survey.words import capital, small

_DOES = (
    r"(?:outperform|achieve|obtain|improve|report|surpass|reduce|attain|exceed|gain|reach|show|demonstrate|find|use|"
    r"provide|observe|increase|boost|outrank|match|need|require)"
)
_AUTHORS = re.compile(rf"^the authors (?P<verb>{_DOES})(?= )", re.IGNORECASE)
_SUBJECT_INSIDE = re.compile(
    r"^(?P<head>(?:On|In|For|With|When|By|Using|Without|Compared|After|At|Under|Across|Trained|Through|[A-Z][a-z]+ing|"
    r"Despite)\b.{4,140}?), "
    rf"(?:(?:it|the (?:proposed )?(?:method|model|approach|network|framework|system|algorithm|technique))(?= [a-z]+)"
    rf"|(?:the authors|they) (?P<verb>{_DOES})(?= ))"
)
_ADVERB = re.compile(
    r"^(?:(?:More |Most )?(?:[Nn]otably|[Ii]mportantly|[Ii]mpressively)|Empirically|Experimentally|Remarkably|Overall|"
    r"Interestingly|Surprisingly|Moreover|Furthermore|"
    r"Additionally|In addition|Finally|As a result|Specifically|Quantitatively),? (?P<next>\w)"
)
_ALSO = re.compile(r"^(?!.*\bnot only\b)((?:[^\s,;]+ ){0,6}(?!but |(?:is|are) also [a-z])[^\s,;]+) also (?=[a-z\d])")
"""That a paper does it as well says nothing without what it does besides."""
_INDEED = re.compile(r"(?<=[a-z]) indeed(?= [a-z])")
_PAPER = re.compile(
    r"^(?:The|This) (?:present |current |systematic )?(?:paper|work|study|article|survey|review|research|thesis) "
    r"(?=(?:\w+ly )?[a-z]+s (?!of\b))"
)
_RESULTS_SHOW = re.compile(
    r"^(?:[A-Z]?[a-z-]+ ){0,3}(?:[Rr]esults|[Ee]xperiments|[Ee]valuations?) (?:show|demonstrate|"
    r"indicate)s? (?=(?:up to|an?|over|about) )"
)
_NOUN = re.compile(
    r"^(?:Studies|Reports|Reviews|Results|Measures|Estimates|Tests|Surveys|Updates|Designs|Models|"
    r"Approaches|Benchmarks|Samples"
    r"|Scores|Uses|Aims|Attempts|Ranks|Masks) (?:of|in|on|can|could|may|were|was|are|is|[a-z]+ing|[a-z]+ed|with|from|"
    r"have|had|found|and|that)\b|^Challenges (?:[a-z]+(?<!s) )?(?:persist|remain|exist|arise|emerge|in|of|with|such|"
    r"like|include|are|were)\b|^Approaches (?:to|such|like|for|which|can|may|by)\b"
)
_VERB_LIKE = re.compile(
    r"^[A-Z][a-z]+s, [a-z]+s,? and [a-z]+s |^[A-Z][a-z]+[^s\W]s (?:the|an?|how|whether|its|only|no|all) |"
    r"^Is (?:also )?(?:the|an?|one) "
)
_OF_US = re.compile(r"\bwe (?:\w+ly |also |then |further |first |therefore |thus |hence |here )?([a-z]{3,})\b")
_OF_THIS = re.compile(r"\bthis (?:paper|work|study|article|survey|review|research) (?:\w+ly )?([a-z]{3,}s)\b")
_NO_OBJECT = re.compile(  # behind a noun
    r"(?:can|could|may|might|will|do|is|are|was|were|have|had|of|which|"
    r"and(?! [a-z]+s (?!(?:can|could|may|is|are|was|were|have|had|of|in|for|which)\b)))\b"
)
_NO_ADVERBS = frozenset({"Early", "Only", "Likely", "Daily", "Family", "Assembly", "Anomaly", "Monthly", "Weekly"})
_SEVERAL = frozenset(
    "analyses studies reports reviews results measures estimates tests surveys updates designs models approaches "
    "benchmarks samples scores probes comparisons".split()
)
_STUDIES = frozenset(
    "studies investigates analyses analyzes examines evaluates compares explores assesses tests measures probes "
    "revisits reexamines questions identifies estimates quantifies finds shows demonstrates observes reveals "
    "suggests indicates".split()
)
HELD = frozenset("suggests indicates argues hypothesizes hypothesises conjectures posits speculates believes".split())
"""What a paper holds rather than shows."""
_ALSO_TELLS = frozenset(
    "indicates hypothesizes hypothesises conjectures speculates believes "
    "questions motivates starts delves dives begins lays sheds discovers observes aims seeks asks puts applies "
    "evaluates carries takes approaches serves".split()
)
_OF_AUTHORS = frozenset(
    "proposes introduces presents describes discusses studies investigates explores examines analyses analyzes "
    "revisits reexamines questions argues takes aims seeks asks addresses considers releases constructs curates "
    "collects motivates starts begins evaluates compares gives assumes approaches focuses makes advocates delves "
    "conducts performs shows demonstrates finds observes proves reviews surveys develops designs devises establishes "
    "formulates curates validates verifies tests serves".split()
)
"""What people do with a method rather than it by itself."""
_TRIES = re.compile(r"(?:Evaluates|Validates|Verifies|Tests)\b")
_SURVEYS = frozenset("surveys reviews summarises summarizes categorises categorizes".split())
_REACHES = frozenset("achieves attains exceeds outperforms reaches surpasses".split())
"""What a method does rather than its paper."""

ONE = "One "
"""How a statement about a paper without a name begins."""


def named(paper: RecordedPaper, text: str) -> str:
    """``text`` without its talk of experiments, under the name that the paper gives its method, if it gives one.

    "The method achieves ...", "Experiments show that it achieves ..." and "Achieves ..." all become "ColorMAE achieves
    ..."; "On CIFAR-10 it ..." becomes "ColorMAE: On CIFAR-10 it ...".
    """
    text = _INDEED.sub("", _ALSO.sub(r"\1 ", plainly(text), count=1))
    text = capital(_PAPER.sub("", _ADVERB.sub(lambda m: m["next"].upper(), text, count=1)))
    text = _PADDED.sub(r"\g<verb>\g<s> \g<what>", text, count=1)
    text = _CALLED_SO.sub(r"\g<name> ", text, count=1)
    name = name_of(paper)
    if name is None:
        return text
    text = without_article(name, text)
    if found := _RESULTS_SHOW.match(text):
        return f"{name} shows {text[found.end() :]}"
    if found := _AUTHORS.match(text):
        return capital(f"{finder(paper, name, found['verb'])} {_agreed(found['verb'])}{text[found.end() :]}")
    text = _BEST_OF.sub(rf"{name}'s best \g<kind>", text)
    if GENERIC.match(text):
        return GENERIC.sub(lambda _: name, text, count=1)
    if name.casefold() in text.casefold():
        return text
    if found := _SUBJECT_INSIDE.match(text):
        verb = f" {_agreed(found['verb'])}" if found["verb"] else ""
        return f"{found['head']}, {finder(paper, name, found['verb'])}{verb}{text[found.end() :]}"
    if VERB.match(text) and not _TRIES.match(text):
        return f"{name} {small(text)}"
    if _first_verb(text):
        return with_subject(paper, text)
    vague = VAGUE_START.match(text) and not _OTHERS_CAN.match(text)
    return f"{name}: {text}" if vague and NAME_AHEAD.match(paper.title) else text


_BEST_OF = re.compile(r"^The best (?P<kind>model|network|variant)(?= (?:found|selected|chosen) (?:in|by|on|from)\b)")
_OTHERS_CAN = re.compile(r"(?:While|Although|Though) (?!it\b|the (?:proposed )?(?:method|model|approach)\b)[^,]+, ")


_CALLED_SO = re.compile(  # "The method, called Mask R-CNN, extends ..."
    r"^(?:The|This) (?:proposed |resulting )?(?:method|model|approach|framework|network|algorithm|architecture), "
    r"(?:called|named|termed|dubbed) (?:an? )?(?P<name>[A-Z][^,;:]{1,60}), (?=(?:\w+ly )?[a-z]+s )"
)
_PADDED = re.compile(  # "achieves a considerable improvement in X, resulting in an approximately 50% reduction in Y"
    r"\b(?P<verb>achieve|yield|deliver|show|demonstrate|provide|obtain|attain)(?P<s>s|d|ed)? (?:an? )?(?:considerable|"
    r"significant|substantial|notable|remarkable|great|impressive) (?:[a-z]+ )?(?:improvements?|gains?|reductions?|"
    r"boosts?|increases?|savings)(?: (?:in|of) [^,\d]{3,50})?, (?:resulting in|achieving|reaching|leading to|"
    r"yielding|with) "
    r"(?P<what>(?:an? )?(?:improvements? of |gains? of )?(?:approximately |about |around |roughly |up to |over )?\d)"
)


def is_called_so(text: str) -> bool:
    """Whether ``text`` names the method that it tells of: "The method, called Mask R-CNN, extends ..."."""
    return _CALLED_SO.match(text) is not None


def of_one_study(text: str) -> str:
    """What "the authors" or "the network" reached, of a paper without a name: "On COCO, one study reaches ..."."""
    found = _SUBJECT_INSIDE.match(text)
    if found is None:
        return text
    if found["verb"]:
        return f"{found['head']}, one study {_agreed(found['verb'])}{text[found.end() :]}"
    what = text[len(found["head"]) : found.end()].split()
    return text if what[1] == "it" else f"{found['head']}, one paper's {what[-1]}{text[found.end() :]}"


def _agreed(verb: str) -> str:
    return f"{verb}es" if verb.endswith("ch") else f"{verb}s"


def with_subject(paper: RecordedPaper, text: str) -> str:
    """``text`` with a subject before the verb that it starts with: the name, where it lacks that, else the paper."""
    verb = _first_verb(text) or _done_by_authors(paper, text)
    if not verb:
        return text
    name = name_of(paper)
    if name and (verb in HELD or name.casefold() not in text.casefold()):
        if verb not in _OF_AUTHORS | HELD:
            return f"{name} {small(text)}"
        if is_titled(paper, name):
            return f"The {name} paper {small(text)}"
    who = "survey" if verb in _SURVEYS - {"surveys"} else "study" if verb in _STUDIES - {"studies"} else "paper"
    who = "method" if verb in _REACHES else who
    return f"{ONE}{who} {small(text)}"


def _first_verb(text: str) -> str:
    """The verb that ``text`` starts with, behind an adverb at most; empty when it starts with its subject."""
    first, *others = text.split()[:2] or [""]
    is_adverb = first.endswith("ly") and first not in _NO_ADVERBS and not COINED.search(first)
    word = (others[0] if is_adverb and others else first).lower().rstrip(",")
    tells = word in TELLS or word in _ALSO_TELLS or _VERB_LIKE.match(text) or (is_adverb and re.search("[^s]s$", word))
    return word if tells and not (_NOUN.match(text) or _of_several(word, others) or _GIVEN.match(text)) else ""


_GIVEN = re.compile(r"[A-Z][a-z]+s, (?:\w+ly )?[a-z]+(?:ed|en|n) ")  # "Masks, given by the user, mark"


def starts_with_noun(text: str) -> bool:
    """Whether the first word of ``text`` only looks like a verb: "Challenges persist", "Studies of trees"."""
    return _NOUN.match(text) is not None


def _of_several(word: str, others: Sequence[str]) -> bool:
    """Whether ``word`` is a noun whose verb comes next: "Analyses underscore its advantage"."""
    return word in _SEVERAL and bool(others) and others[0] in TELLING - ALSO_NOUNS


def _done_by_authors(paper: RecordedPaper, text: str) -> str:
    """The verb that ``text`` starts with, where a sentence of the paper says it of "we"; else empty."""
    first, _, rest = text.lower().partition(" ")
    if _NO_OBJECT.match(rest):
        return ""
    said = (quote.lower() for one in paper.said for quote in one.quotes)
    does = (verb for quote in said for verb in (*map(present, _OF_US.findall(quote)), *_OF_THIS.findall(quote)))
    return first if first in does else ""


def stands_alone(paper: RecordedPaper, text: str) -> bool:
    """Whether a reader learns from ``text`` alone whose result it is: by a name, and without pointing elsewhere."""
    if POINTING.search(text):
        return False
    name = name_of(paper)
    if name and name.casefold() in text.casefold():
        return True
    return not VAGUE_START.match(text) and not VERB.match(text) and bool(COINED.search(" ".join(text.split()[:9])))
