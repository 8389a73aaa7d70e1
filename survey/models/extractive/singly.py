"""What each of a topic's papers is about, by its title, where they share nothing that could be counted."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from survey.casing import running
from survey.evidence import content_words
from survey.keyphrases.lists import BOILERPLATE, FUNCTION
from survey.keyphrases.phrases import Phrase, acronyms_in, phrases
from survey.models.extractive.counted import Group
from survey.models.extractive.division import tells
from survey.questions import RecordedPaper, SynthesisValues
from survey.words import ONE_ABOUT, in_plural, is_mass

_NO_START = ("situ", "vitro", "vivo", "silico")  # "In Situ Imaging"
_PRAISE = re.compile(
    r"(?:improv|enhanc|better|efficient|accurat|robust|scalab|reliab|effective|fast|precis|practical|deeper|larg|"
    r"smaller|strong|learn)\w* "
)
_NAME_WORDS = 3
_FEWEST = 3  # subjects: two alone tell nothing of a topic
_SOURCE = re.compile(r"\bfrom\b(?!.*\b(?:for|via|using|with|by|through)\b)", re.IGNORECASE)
_CUT = re.compile(r"(?:\w-scale|\b(?:last|first|next|few|more|second|third|large|deep|low|high)) $", re.IGNORECASE)
"""What stands behind it in a title is not all of a name: "Last Layer Features"."""
_VAGUE = re.compile(
    r"^(?:driven|based|aware|guided) |"
    r"\b(?:application|setting|scenario|environment|deployment|capability|use|condition|connection|relation|"
    r"relationship|link|role|driven|based|aware|guided)$"
)
_DEVICE = re.compile(
    r"\b(?:model|network|framework|architecture|transformer|method|algorithm|approach|system|module|tool|toolkit|"
    r"library|platform|package|data)$"
)
_DENIED = re.compile(
    r"\b(?:not(?: just| only)?|beyond|no|without|rather than)(?: an?| the)? (?:\w+[ -])?$", re.IGNORECASE
)
_CASE = re.compile(
    r"\b(?:case study|case|example)s? (?:of|on|in|from|for|with) (?:the |an? )?(?:\w+ )?$", re.IGNORECASE
)
"""An instance is no subject: "The Case of Blue Lake"."""
_INDUCED = re.compile(
    r"(?:induced|driven|guided|conditioned|enhanced|augmented|oriented|infused|inspired|assisted|enabled|powered|aided|"
    r"informed|regularized|constrained|supervised) ",
    re.IGNORECASE,
)
"""Of what: "Pose Induced Video Transformers"."""
_TO = re.compile(r"\b[Tt]o $")
_DOES = frozenset(
    "benchmark cluster control design estimate filter guide map mask measure model monitor plan process prompt "
    "question rank reason sample score search segment study support test track train transfer tune withstand".split()
)
"""Nouns behind which a "to" stands that makes them verbs: "LLMs to Model Survey Responses"."""
_MADE_SO = ("-based", "-driven", "-guided", "-inspired", "-aware")  # by all that stands ahead: "Quantum Walks-Based"
_OF_SIZE = ("-scale", "-level", "-end", "-world", "-time", "-cost", "-quality", "-order", "-term")
_ODD = re.compile(r"[a-z][A-Z]+[a-z]+\b|[A-Z]['’]s\b")  # "consisTency INverse", "LLM's errors"
_MARK = re.compile(r"\b(?:(for)|via|using|with|by|through|from|leveraging|based on)\b", re.IGNORECASE)


def singly(values: SynthesisValues, most: int, strict: bool = True) -> list[Group]:
    """For each of at most so many papers what it is about: a phrase of its title that its abstract has too.

    Nothing where most titles have none that says more than the topic's name, or where too few name different subjects.
    Less ``strict``, the abstract need hold but half of the phrase's words, and what it is done by and what the topic is
    called are subjects too.
    """
    papers, name = values.papers, content_words(values.topic)
    texts = " ".join(f"{paper.title}. {paper.abstract}" for paper in papers)
    found = [(paper.id, subject) for paper in papers for subject in _subject(paper, name, strict)]
    first = {subject.key: id_ for id_, subject in reversed(found)}
    if len(first) < max(_FEWEST, len(papers) / 3):
        return []
    told = [(id_, as_subject(subject.surface, texts)) for id_, subject in found if first[subject.key] == id_][:most]
    return [Group(f"{ONE_ABOUT} {subject}.", (id_,), subject) for id_, subject in told]


def _subject(paper: RecordedPaper, name: frozenset[str], strict: bool) -> Iterator[Phrase]:
    """The phrase of its title that best says what it is about: not what does it, but what that is for.

    The abstract has its words at least, if it doesn't repeat it, and not all of them stand in the topic's ``name``.
    """
    acronyms = dict(acronyms_in(f"{paper.title}. {paper.abstract}"))
    found = [phrase for phrase in phrases(paper.abstract, acronyms) if not phrase.expanded]
    told = Counter(phrase.key for phrase in found)
    words = content_words(paper.abstract)

    def in_abstract(one: Phrase) -> bool:
        own = content_words(one.surface)
        return bool(told[one.key]) or own <= words or (not strict and len(own & words) >= len(own) / 2)

    def says_more(one: Phrase) -> bool:
        own = content_words(one.surface)
        return not own <= name or (not strict and own == name)

    titled = _of_title(paper.title, acronyms, strict)
    held = ((is_for, one) for is_for, one in titled if in_abstract(one) and says_more(one))

    def rank(one: tuple[bool, Phrase]) -> tuple[float, int, int]:
        is_for, phrase = one
        doubts = 2 * (_DEVICE.search(phrase.key) is not None) + (not told[phrase.key]) + 1.5 * (not is_for)
        return doubts, -len(phrase.key.split()), -told[phrase.key]

    ranked = [phrase for _, phrase in sorted(held, key=rank)]
    for best in ranked[:1]:
        forms = Counter(phrase.surface for phrase in found if phrase.key == best.key) or Counter({best.surface: 1})
        usual = max(sorted({*forms, best.surface}), key=lambda form: (_is_plural(form), forms[form]))
        yield replace(best, surface=f"{_kind(paper, best)}{usual}")


def _kind(paper: RecordedPaper, one: Phrase) -> str:
    """The compound ahead of a phrase in a title that says of which kind it is, where the abstract has it as well.

    "Class-Incremental Unsupervised Domain Adaptation" is no paper on all of that.
    """
    found = re.search(rf"(?<![\w-])([A-Za-z]+-[A-Za-z]+) {re.escape(one.surface)}", paper.title)
    kind = found[1].lower() if found else ""
    fits = kind and kind in paper.abstract.lower() and kind not in BOILERPLATE and not kind.endswith(_OF_SIZE)
    ahead = paper.title[: found.start()].split()[-1:] if found else []
    fits = fits and not (kind.endswith(_MADE_SO) and ahead and ahead[0].isalpha() and ahead[0].lower() not in FUNCTION)
    return f"{found[1]} " if found and fits and not _PRAISE.match(f"{kind} ") else ""


def _is_plural(form: str) -> bool:
    return re.search(r"[^aiu\Ws]s$", form) is not None


def as_subject(form: str, texts: str) -> str:
    """A phrase within a sentence, of many where it can be counted; else with the article that ``texts`` give it."""
    told = in_plural(running(form, texts))
    whole = rf"\ban? (?:[\w-]+ )?{re.escape(told)}(?=[,.;:]| (?:for|of|that|which|to|in|is|with|and|on)\b)"
    one_of_many = not is_mass(told) and re.search(whole, texts, re.IGNORECASE)
    return f"{'an' if _AN.match(told) else 'a'} {told}" if one_of_many else told


_AN = re.compile(r"[aeio]|[AEFHILMNORSX](?:[A-Z\d-]|s?\b)")  # "an SAE"


def _is_part(ahead: str, phrase: Phrase) -> bool:
    """Whether a title's phrase is a part of a name, by what stands ``ahead`` of it or within it, or is denied."""
    last = ahead.rstrip().rpartition(" ")[2]
    induced = _INDUCED.match(phrase.surface) and last.isalpha() and last.lower() not in FUNCTION
    return bool(
        induced or _CASE.search(ahead) or _CUT.search(ahead) or _DENIED.search(ahead) or _ODD.search(phrase.surface)
    )


def _of_title(title: str, acronyms: Mapping[str, str], strict: bool) -> Iterator[tuple[bool, Phrase]]:
    """The phrases of a title that can name a subject, and whether they are what something is for.

    Not the coined name in front of a colon, nor "Learning trees", nor what only says of what kind the next word is; and
    nothing by which it is done ("via pruning"), where that is asked ``strict``ly.
    """
    head, colon, _ = title.partition(":")
    name = head if colon and len(head.split()) <= _NAME_WORDS else ""
    for phrase in phrases(title, acronyms):
        first = phrase.key.partition(" ")[0]
        ahead = title[: title.find(phrase.surface)]
        begins = re.fullmatch(r"(?:.*[:?] )?", ahead) and first.endswith("ing")
        behind = re.search(rf"{re.escape(phrase.surface)}[ -](?P<next>[\w-]+)", title)
        goes_on = behind and behind["next"].lower() not in FUNCTION and not _MARK.match(behind["next"])
        odd = (
            first in _NO_START
            or (first in _DOES and _TO.search(ahead))
            or _PRAISE.match(phrase.key)
            or _VAGUE.search(phrase.key)
            or _is_part(ahead, phrase)
        )
        marks = [bool(found[1]) for found in _MARK.finditer(ahead)]
        means = marks and not marks[-1] and (strict or _SOURCE.search(ahead))
        if tells(phrase.key) and not (begins or goes_on or odd or means) and phrase.surface not in name:
            yield bool(marks) and marks[-1], phrase
