"""What the papers of a topic found and contribute, as statements that make sense without their abstracts, in order.

A result says most with its measure, data set and baseline; then what was found out ("Finds that ..."), without its
verb; then what a paper contributes. Each stands under the name that its paper gives its method, where it has one.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from survey.announcing import announces
from survey.evidence import content_words, sentences
from survey.hanging import hanging
from survey.hollow import over_again, praises
from survey.keyphrases.lists import phrase_words
from survey.models.extractive.alone import (
    OWN_WORK,
    VERB,
    is_vague,
)
from survey.models.extractive.attributed import attributed
from survey.models.extractive.called import name_of
from survey.models.extractive.contributed import contribution
from survey.models.extractive.findingout import is_opinion, plainly
from survey.models.extractive.foundout import HELD_BY, PREFIXED, of_its_title, says_what_was_found, was_told
from survey.models.extractive.leaning import lacks_its_rival
from survey.models.extractive.made import PER_WORD, UNNAMED, Finding, filled, made, made_further
from survey.models.extractive.mainly import (
    concludes,
    is_ablation,
    is_applied,
    is_by_the_way,
    is_for_the_trial,
    is_of_nothing,
    is_preliminary,
    is_roundabout,
)
from survey.models.extractive.opened import opened
from survey.models.extractive.parts import tells_a_part
from survey.models.extractive.steps import is_one_step
from survey.models.extractive.subject import ONE, named, of_one_study, with_subject
from survey.models.extractive.toldthen import AS_ITS_OWN, as_its_own, as_told_then, of_one_paper
from survey.models.extractive.whose import says_whose, under_its_name
from survey.models.extractive.workings import unnamed
from survey.questions import RecordedPaper, Said
from survey.sound import is_sound
from survey.telling import restates
from survey.words import small

_WITH_VALUE, _FOUND_OUT, _COMPARED, _BEHAVES = 8.0, 7.0, 5.0, 2.7
_HELD, _HELD_LOOSELY = 5.0, 2.6  # what it only suggests or argues, and that may be
_ANNOUNCED = 2.5  # less for what only says what it's for
_OVER_AGAIN = 4.0  # less for a finding that its title tells
_BY_THE_WAY = 1.5  # less for what is said beside something else
_ROUNDABOUT = 3.3  # less for what it's good for
_WITHOUT_RIVAL = 2.6  # at most for a gain that doesn't say over what
_MAIN = 1.0  # more for what its abstract opens with as found
_LED = 0.01  # so much less than what it leads to
_OF_OWN_WORK = 6.0  # "the method" beside a name: what it is says more
_OF_NOTHING = 6.0  # "achieves 38.3%"
_PER_PART = 1.0
_PER_FIGURE = 2.0
# Where there are fewer, a statement that only announces is better than none
_LEAST, _ENOUGH, _PAPERS_A_STATEMENT = 2, 3, 3
_SHORTEST_IN_WORDS, _SHORTEST_NAMELESS, _LONGEST = 7, 9, 50
_LONGEST_UNNAMED = 28  # for a title has to stand behind "one paper's method"
_LONGEST_REPORTED = 36
_SAME = 0.6
_LITTLE = 3  # words that a finding has beside its title

_SUGGESTS = (f"{ONE}study suggests that ", f"{ONE}study indicates that ")
_MAY_BE = re.compile(r"\b(?:could|may|might)\b")
_FIGURE = re.compile(
    r"(?<![\w.-])\d+(?:\.\d+)?(?:-\d+)?\s?(?:\\?%|[x×]\b|-?fold|points?\b|times\b|degrees?\b|dB\b|fps\b|"
    r"[mb]illion\b|[MG]B\b|[GT]?FLOPs\b)|[(]\+\d|"
    r"\b(?:of|by|to|from|at) \d+\.\d"
)
_OF_A_MODEL = re.compile(r"^The (?:[\w/+-]+ ){1,2}(?:model|network|backbone|variant|version|system|approach)\b")
_FOUND_TO_BE = re.compile(  # "Wide nets are the ones that forget", which is no more an announcement than "forget most"
    r"^(?:One study [a-z]+s that |(?!One |[A-Z]\S*[A-Z\d]))[^,;:]{3,120}? (?:is|are) "
)
_ORDINARY = re.compile(r"(?:s|ing|ed|ion|ity|ment|[a-z]ly|^(?:An?|The|Any|Each|Every|One|Only|If|When|In|For|It))$")


@dataclass(frozen=True, slots=True)
class Room:
    """How much may be found: so many words, so many statements on papers without a name, so many on ``each`` paper."""

    words: int
    nameless: int
    each: int = 1


def findings(papers: Sequence[RecordedPaper], room: Room, groups: Sequence[Collection[str]] = ()) -> list[Finding]:
    """What there is room for (two statements at least), the weightiest; one a paper before a second.

    Figures on the data that several of them share come first, then what the papers of each of ``groups`` say, then
    other figures, then the rest. What only announces is told where there is little else.
    """
    told = [_of_paper(paper) for paper in papers]
    names = {paper.id: name_of(paper) for paper in papers}
    ranked = [
        one for place in range(room.each) for one in _by_worth(found[place] for found in told if place < len(found))
    ]
    chosen: list[Finding] = []
    words, nameless, enough = room.words, room.nameless, max(_ENOUGH, len(papers) // _PAPERS_A_STATEMENT)
    for one in ranked:
        length = len(one.text.split())
        is_nameless = unnamed(one.text) and not (one.text.startswith(_SUGGESTS) or AS_ITS_OWN.match(one.text))
        fits = length <= words and (nameless > 0 or not is_nameless)
        fits = fits and (len(chosen) < enough or not one.is_slight)
        again = any(_alike(one, other) or _namesakes(one, other, names) for other in chosen)
        if (fits or len(chosen) < _LEAST) and not again:
            chosen.append(one)
            words, nameless = words - length, nameless - is_nameless
    by_id = {paper.id: paper for paper in papers}
    told_of = [replace(one, text=opened(attributed(one.text, by_id[one.paper], one.quotes))) for one in chosen]
    return _in_order(told_of, [paper.id for paper in papers], groups)


def _namesakes(one: Finding, other: Finding, names: Mapping[str, str | None]) -> bool:
    """Whether two papers give one name to what they offer: a reader would take the one for the other."""
    name = names[one.paper]
    return one.paper != other.paper and name is not None and name == names[other.paper] and name in one.text


def _alike(one: Finding, other: Finding) -> bool:
    a, b = content_words(one.text), content_words(other.text)
    return len(a & b) > _SAME * len(a | b)


def _in_order(found: Sequence[Finding], papers: Sequence[str], groups: Sequence[Collection[str]]) -> list[Finding]:
    shared = Counter(data for data, _ in {(one.dataset, one.paper) for one in found if one.dataset})
    best: dict[str, tuple[int, int, str, float]] = {}

    def order(one: Finding) -> tuple[int, int, str, float]:
        if one.dataset and shared[one.dataset] > 1:
            return 0, -shared[one.dataset], one.dataset, papers.index(one.paper)
        group = next((n for n, group in enumerate(groups) if one.paper in group), len(groups))
        return 1, group, "", -int(one.worth) + papers.index(one.paper) / len(papers)

    for one in found:
        best[one.paper] = min(order(one), best.get(one.paper, order(one)))
    return sorted(found, key=lambda one: (best[one.paper], papers.index(one.paper), not one.is_made, -one.worth))


def _of_paper(paper: RecordedPaper) -> list[Finding]:
    """Its results, what it contributes and how that works, the weightiest first, each where it says something else."""
    found = [told for said in paper.said if said.field == "result" and (told := _of_result(paper, said))]
    found += _found_as_contribution(paper)
    found = _sound([*found, *made(paper)], paper)
    found += _sound(made_further(paper, found), paper)
    found = filled(_yielding(found, paper.abstract), paper)
    kept: list[Finding] = []
    for one in _by_worth(found):
        if not any(_alike(one, other) for other in kept):
            kept.append(one)
    return kept


def _sound(found: Iterable[Finding], paper: RecordedPaper) -> list[Finding]:
    """``found`` as they weigh, without what is broken or hangs on its abstract."""
    whole = [one for one in (_weighed(one, paper) for one in found) if is_sound(one.text)]
    return [one for one in whole if hanging(sentences(one.text)[0], paper.title) <= (one.worth > _FOUND_OUT)]


def _found_as_contribution(paper: RecordedPaper) -> list[Finding]:
    """What a paper's contribution tells as found or with a figure, where it is no offer."""
    said = next((one for one in paper.said if one.field == "contribution"), None)
    if said is None or contribution(paper):
        return []
    told = _of_result(paper, replace(said, field="result"))
    return [told] if told and (was_told(said) or _FIGURE.search(told.text)) else []


def _weighed(one: Finding, paper: RecordedPaper) -> Finding:
    """``one`` with less worth where it only announces or restates its paper's title, or isn't its main point."""
    title = paper.title
    again = restates(title, one.text) or (one.is_made and over_again(one.text, title))  # where that stands behind it
    found = not one.is_made and _FOUND_TO_BE.match(one.text) and not over_again(one.text, title, _LITTLE)
    empty = (announces(one.text) and not found) or praises(one.text) or (unnamed(one.text) and again)
    empty = empty or is_for_the_trial(one.text, title)
    step = is_one_step(one.quotes, paper.abstract)
    aside = is_by_the_way(one.text, one.quotes) or step or is_applied(one.text, name_of(paper))
    less = ((_ANNOUNCED if one.is_made else _OVER_AGAIN) if empty else 0) + (_BY_THE_WAY if aside else 0)
    less += _ROUNDABOUT if is_roundabout(one.text, title) or is_ablation(one.quotes) else 0
    rivalless = _WITHOUT_RIVAL - (UNNAMED if unnamed(one.text) else 0)
    most = rivalless if lacks_its_rival(one.text) else one.worth
    return replace(
        one,
        worth=min(one.worth, most) - less,
        is_slight=empty or step or is_by_the_way(one.text) or (aside and unnamed(one.text)),
    )


def _yielding(found: Sequence[Finding], abstract: str) -> list[Finding]:
    """``found`` with less worth for what only leads to another of them that says something: that is told first."""
    leads = [is_preliminary(one.text, one.quotes, abstract) for one in found]
    most = max(
        (one.worth for one, led in zip(found, leads, strict=True) if not led and not one.is_slight), default=None
    )
    return [
        replace(one, worth=min(one.worth, most - _LED)) if led and most is not None else one
        for one, led in zip(found, leads, strict=True)
    ]


def _by_worth(found: Iterable[Finding]) -> list[Finding]:
    return sorted(found, key=lambda one: -one.worth)


def _of_result(paper: RecordedPaper, one: Said) -> Finding | None:
    one = as_told_then(paper, one)
    text = of_its_title(named(paper, one.text), paper.title)
    text = of_one_study(text) if one.value else text
    if (one.value or _FIGURE.search(text)) and (owned := of_one_paper(text)) != text:
        if len(text.split()) > _LONGEST_UNNAMED:
            return None
        text = owned
    text = _as_held(paper, with_subject(paper, text))
    length = len(text.split())
    if length > _LONGEST or text.endswith("?") or _starts_with_verb(text):
        return None
    if one.value:
        text = under_its_name(paper, text)
        if not says_whose(paper, text) and name_of(paper) is None:
            text = as_its_own(of_its_title(named(paper, one.text), paper.title), one.quotes)
            length = len(text.split())
        if not says_whose(paper, text) or (AS_ITS_OWN.match(text) and length > _LONGEST_REPORTED):
            plain = plainly(one.text) != one.text and not _OF_A_MODEL.match(text)
            return _in_words(paper, one, text) if plain else None
        filled = sum(part is not None for part in (one.measure, one.dataset, one.baseline))
        worth = _WITH_VALUE + _PER_PART * filled - PER_WORD * length
        worth -= _OF_OWN_WORK if OWN_WORK.search(text) and not AS_ITS_OWN.match(text) else 0
        worth -= _OF_NOTHING if one.measure is None and is_of_nothing(text) else 0
        return Finding(paper.id, text, worth, one.dataset, quotes=tuple(one.quotes))
    return _in_words(paper, one, text)


def _as_held(paper: RecordedPaper, text: str) -> str:
    """An opinion as the paper's own: "Nets should be small" as "One paper argues that nets should be small"."""
    if text.startswith((ONE, "The ")) or not is_opinion(text) or VERB.match(text) or PREFIXED.match(text):
        return text
    first = text.split(" ", 1)[0]
    return with_subject(paper, f"Argues that {small(text) if _ORDINARY.search(first) else text}")


def _in_words(paper: RecordedPaper, one: Said, text: str) -> Finding | None:
    length = len(text.split())
    if not was_told(one) and tells_a_part(text):
        return None
    if (
        length < _SHORTEST_IN_WORDS
        or (is_vague(text) and not concludes(text))
        or not says_what_was_found(paper, one, text)
    ):
        return None
    worth = _worth_in_words(paper, one, text) - PER_WORD * length
    return Finding(paper.id, text, worth, quotes=tuple(one.quotes))


def _worth_in_words(paper: RecordedPaper, said: Said, text: str) -> float:
    """What was found out says most, above all as the main point; what a method does or beats less than what it is."""
    name = name_of(paper)
    if HELD_BY.match(text):
        return _HELD_LOOSELY if _MAY_BE.search(text) else _HELD
    if (name and text.startswith(name)) or not was_told(said):
        return _BEHAVES + (_PER_FIGURE if _FIGURE.search(text) else 0)
    main = any(one.field == "contribution" and tuple(one.quotes) == tuple(said.quotes) for one in paper.said)
    return (_COMPARED if "outperform" in text or "than" in text.split() else _FOUND_OUT) + (_MAIN if main else 0)


def _starts_with_verb(text: str) -> bool:
    """Whether ``text`` lacks a subject: "Creates variations of ..."."""
    first, *others = text.split()[:2]
    verb = others[0] if others and first.endswith("ly") and first.isalpha() else first
    return verb.endswith("s") and verb.lower() in phrase_words()[0]
