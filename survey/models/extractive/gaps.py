"""What the papers of a topic leave open, told as their own: a limit as one, an open question, what was found to fail.

A limit of a method stands under its name; what a paper found of its field is told as found by that paper; anything
else "according to" it. What only its abstract explains is left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from survey.agreement import ALSO_NOUNS, HELPERS
from survey.models.extractive.alone import GENERIC, POINTING, is_sentence
from survey.models.extractive.called import is_titled, name_of
from survey.models.extractive.calls import without_call
from survey.models.extractive.pointing import points_out
from survey.models.extractive.subject import ONE, named, starts_with_noun, with_subject
from survey.questions import RecordedPaper
from survey.sound import is_sound
from survey.telling import leaning
from survey.verbs import DOING, TELLING
from survey.words import capital, small

_LEAST_WORDS, _MOST_WORDS = 8, 45
_REPORTS = re.compile(
    r"^(?P<verb>Finds|Suggests|Indicates|Concludes|Argues|Demonstrates|Shows|Hypothesi[sz]es|Highlights|Underscores|"
    r"Underlines|"
    r"Emphasi[sz]es|Reveals|Observes|Exposes|Uncovers|Identifies|Raises|Challenges|Points|Evaluates|Warns|"
    r"Notes) (?P<that>that )?(?P<rest>\S.*)$"
)
"""A statement that lacks its subject, the paper."""
_FOUND = frozenset(
    "Finds Suggests Indicates Demonstrates Shows Reveals Observes Exposes Uncovers Identifies Evaluates".split()
)
_LATER = re.compile(
    r"^(?:As )?[Ff]uture (?:work|research|studies|directions?|efforts) (?:(?P<to>will|should|could|may|can)|includes?|"
    r"involves?)(?: (?:also|further|then|first))?"
    r"(?P<verb> (?:explore|investigate|examine|study|focus on|involve|include|address|consider))? (?P<what>\S.*)$"
)
_IN_TURN = re.compile(r"(?:,|,? and|,? or) (?P<verb>[a-z]+)(?= )")
_OTHERS_LACK = re.compile(
    r"(?:existing|previous|prior|most|recent|earlier|traditional|conventional) (?:methods|approaches|works?|"
    r"techniques)\b",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"\b(?:several|some|many|the|its|their|certain|important|key) limitations(?: of (?:the |current |"
    r"existing )*(?:\w+ ?){1,2})?[.,]|\bchallenges posed by the\b|\b(?:interesting|important|new|several|"
    r"many) questions\b|\bin preparation\b|\bcertain thresholds?\b|\b(?:two|three|four|five) [^:.]{3,70}: |: First, |"
    r"\b(?:challenges|issues|limitations|questions|directions)\b[^.;]{0,60} (?:is|are|was|were) (?:also )?(?:discussed|"
    r"outlined|identified|presented|highlighted|provided|summari[sz]ed|reviewed)\b",
    re.IGNORECASE,
)
"""That there are limits, and not a word of which."""
_OF_WHOM = re.compile(  # "uncovers a critical vulnerability and calls for care": which, and of whom?
    r"^(?:Uncovers|Reveals|Exposes|Identifies|Finds|Shows|Highlights|Demonstrates) (?:an? |the )?(?:[\w-]+,? ){0,5}?"
    r"(?:vulnerabilit(?:y|ies)|weakness(?:es)?|limitations?|shortcomings?|failures?|gaps?|deficienc(?:y|ies)|"
    r"challenges?|flaws?)(?=[,.]| and (?:\w+ly )?[a-z]+s\b)(?!: )"
)
_SPEAKS_FOR = re.compile(
    r", (?:thus |thereby )?(?:demonstrat|show|indicat|confirm|validat|reveal)ing (?:the|its|their) (?:\w+ )?"
    r"(?:potential|benefits?|promise|effectiveness|superiority|strengths?|advantages?|usefulness|utility|viability|merits?)\b"
)
"""What fails is told for the good of something else: "X can't match Y, demonstrating the potential of Y"."""
_BELONGS = re.compile(
    r"\b(?:the authors|both (?:models|LLMs)|the (?:two|three|four|task(?! of\b)|user study|dataset|proxy)|"
    r"the (?:[a-z-]+ )?(?:modules?|components?|blocks?|branch|stage)(?! (?:of|that|which)\b)|"
    r"of the (?:model|method|approach|system|framework)(?= (?:for|in|to)\b|[,.]))\b"
)
_IN_OUR = re.compile(
    r" (?P<at>in|on|for|across) the (?P<trial>tasks?|experiments?|study|settings?|evaluation|analysis)"
    r"(?=[,.]| (?:for|and|but)\b)"
)
"""Where the paper tried it out: what fails there need not fail elsewhere."""
_TRIALS = re.compile(  # "Conducts experiments" is no trial, but what a paper does
    r"^(?!(?:Conducts|Performs|Presents|Evaluates|Runs|Reports|Provides|Uses|Compares)\b)(?:The )?(?:[\w-]+ ){0,2}"
    r"(?i:experiments?|evaluations?|analys[ei]s|results)\b"
)
_THING = re.compile(
    r"^(?:The|This|Their) (?:proposed |presented |new )?(?P<rest>(?:(?!(?:of|for|in|on|with|to|by|from|"
    r"and)\b)[\w-]+,? ){0,3}(?:method|approach|model|framework|algorithm|system|technique|pipeline|architecture)\b.*)$"
)


@dataclass(frozen=True, slots=True)
class Gap:
    """One paper's limit or open question as a statement, with the sentences that it rests on."""

    paper: str
    text: str
    quotes: tuple[str, ...]


def gaps(papers: Sequence[RecordedPaper]) -> list[Gap]:
    """What the papers themselves name as open, in their order; what earlier ones lack is no gap."""
    told: list[Gap] = []
    for paper in papers:
        for one in paper.said:
            if one.field == "limitations" and (text := gap_of(paper, one.text)):
                again = any(other.text.startswith((ONE, _ANOTHER)) for other in told)
                text = f"{_ANOTHER}{text.removeprefix(ONE)}" if again and _WHO.match(text) else text
                told.append(Gap(paper.id, text, one.quotes))
    return told


_ANOTHER = "Another "
_WHO = re.compile(rf"{ONE}(?:study|paper)\b(?!')")


def besides(papers: Sequence[RecordedPaper], told: Sequence[Gap]) -> list[RecordedPaper]:
    """The papers without the results that rest on a sentence of what is ``told`` of them already."""
    said = {(gap.paper, quote) for gap in told for quote in gap.quotes}
    return [
        replace(p, said=tuple(s for s in p.said if s.field != "result" or not any((p.id, q) in said for q in s.quotes)))
        for p in papers
    ]


def gap_of(paper: RecordedPaper, text: str) -> str:
    """The limitation ``text`` of ``paper`` as a statement on its own; empty where it makes no sense like that."""
    text = without_call(_HELPED.sub(".", _EVEN_IT.sub(r"\g<named>it", text)))
    if not _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS or _EMPTY.search(text) or _OTHERS_LACK.match(text):
        return ""
    if _SPEAKS_FOR.search(text) or _OF_WHOM.match(text):
        return ""
    told = _told(paper, text)
    told = _IN_OUR.sub(r" \g<at> its \g<trial>" if _SUBJECT.match(told) else "", told)
    return capital(told) if told and not _MAKES.search(told) and _stands(paper, told) and is_sound(told) else ""


_MAKES = re.compile(
    r"^(?:The \S+(?: \S+){0,2} paper|One \w+) (?:proposes|introduces|presents|develops|investigates|"
    r"studies|discusses|explores) "
)


def _told(paper: RecordedPaper, text: str) -> str:
    name = name_of(paper)
    if (found := _REPORTS.match(text)) and not starts_with_noun(text):
        if found["that"] and name and found["rest"].startswith(name):
            return found["rest"]
        return f"{_who(paper, found['verb'])} {small(text)}"
    if (found := _LATER.match(text)) and (left := _left(found)):
        return f"{_who(paper, 'leaves')} {left}"
    if _TRIALS.match(text):
        return f"In {small(_who(paper, ''))}, {_within(text, paper)}"
    if name and (GENERIC.match(text) or name in text):
        told = named(paper, text)
        return "" if told.startswith(f"{name}: ") else told
    if found := _THING.match(text):
        return f"{ONE}paper's {found['rest']}"
    if (told := with_subject(paper, named(paper, text))) != text:
        return "" if name and told.startswith(f"{name}: ") else told
    return f"According to {small(_who(paper, ''))}, {_within(text, paper)}" if is_sentence(text) else ""


_LEAVES = "leaves it to later work to "


def _left(found: re.Match[str]) -> str:
    """What is left to later work: a thing, or where verbs say more than "explore", to do them; empty for neither."""
    what, verb = found["what"], (found["verb"] or "").strip()
    does = f"{verb} {what}".strip()
    if found["to"] and does.split(" ", 1)[0] in DOING | {"focus"}:
        several = any(one["verb"] in TELLING - ALSO_NOUNS for one in _IN_TURN.finditer(what))
        return f"{_LEAVES}{does}" if several or not verb else f"leaves to later work {what}"
    if found["to"] and what.split(" ", 1)[0] in HELPERS | {"need", "require", "benefit"}:
        return ""
    return f"leaves to later work {what}"


def _who(paper: RecordedPaper, verb: str) -> str:
    """The paper as a subject: under its method's name, else as a study where it found something."""
    name = name_of(paper)
    if name and is_titled(paper, name):
        return f"The {name} paper"
    return f"{ONE}{'study' if verb in _FOUND else 'paper'}"


def _within(text: str, paper: RecordedPaper) -> str:
    """``text`` within a sentence: its first word small, unless it is a term's, or the abstract knows it as no other."""
    first, _, rest = text.partition(" ")
    plain = _PLAIN.match(first) and re.search(rf"\b{first.lower()}\b", paper.abstract)
    if plain or _ORDINARY.match(first) or _HOW_MANY.match(text):
        return small(text)
    if _PLAIN.match(first) and re.search(rf"[a-z,] {first}\b", paper.abstract):
        return text  # a name, for it has its capital within a sentence too
    term = rest[:1].isupper() or (first.endswith("s") and not first.islower() and first[:-1].isupper())
    return text if term else small(text)


_HOW_MANY = re.compile(
    r"(?:Most|All|Many|Some|Several|Both|Few|Each|Every|None|Even|Only|Certain|Other|Current|Larger) "
)
_PLAIN = re.compile(r"[A-Z][a-z]+$")
_ORDINARY = re.compile(r"[A-Z][a-z]+(?:ed|ing|ive|ent|ary|ional|able|ous|ful|less)$")


def _stands(paper: RecordedPaper, told: str) -> bool:
    """Whether the statement makes sense to one who hasn't read the abstract."""
    found = _REPORTS.match(capital(_SUBJECT.sub("", told)))
    core = capital(found["rest"] if found else told.replace(_LEAVES, ""))
    if _points_away(told) or _BELONGS.search(told) or _OWN_THING.search(core):
        return False
    return leaning(core, paper.title) < (2 if _OF_SOMETHING.match(core) else 1)


def _points_away(told: str) -> bool:
    """Whether it speaks of anything that stands elsewhere; "these changes" may be those that it has named itself."""
    elsewhere = (found[0].lower() for found in POINTING.finditer(told))
    return points_out(told) or any(not one.startswith(("this", "these", "those", "such")) for one in elsewhere)


_SUBJECT = re.compile(r"^(?:The \S+(?: \S+){0,2} paper|One \w+) (?=[a-z])")
_HELPED = re.compile(  # "nets struggle, while TreeNet improves them": the second is no limit
    r", (?:while|whereas) (?:\S+ ){1,5}?(?:enables?|improves?|achieves?|outperforms?|boosts?|helps?|"
    r"mitigates?|alleviates?)\b(?!.*\b(?:not|only|still|but|fails?|no)\b)[^;:]*[.]?$"
)
_EVEN_IT = re.compile(
    r"(?P<named>\b(?:while|although|though) (?=[A-Z])[^;]{3,160}, even )this (?:[\w-]+ ){0,3}(?:system|model|method|"
    r"agent)\b"
)
"""What is named ahead in the same clause: "while GPT-4 outperforms others, even this model fails"."""
_OF_SOMETHING = re.compile(r"The [\w-]+ (?:of|for|between|to)\b")
_OWN_THING = re.compile(
    r"\bthe (?:proposed |presented? )?(?:method|approach|model(?= (?:can|could|is|was|has|does|[a-z]+s)\b)|framework|"
    r"algorithm|system|technique|pipeline)\b(?! (?:of|that|which|trained|with)\b)",
    re.IGNORECASE,
)
