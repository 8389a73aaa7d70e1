"""Words that every rendering for readers shares."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from survey.claims import Claim
from survey.comparison import figure, measure_told, reported_on
from survey.document import Scorecard, Survey, TopicSection
from survey.evidence import shares_words
from survey.lines import PaperLine
from survey.questions import Kind, Length
from survey.records import Result
from survey.render.view import View
from survey.tasks import is_task, names_task, task_of
from survey.words import MANY, ONE_ABOUT, counted, in_sentence, spelled

_SLASH = r"[/\\]"
_REASON = 160


def in_short(reason: str) -> str:
    """The first of the reasons why something was left out, shortened; all of them stand at the survey's end."""
    first = reason.split("”; ")[0] + ("”" if "”; " in reason else "")
    return first if len(first) <= _REASON else first[:_REASON].rsplit(" ", 1)[0] + " …"


HEADINGS: dict[Kind, str] = {
    "agreement": "In common.",
    "difference": "Differences.",
    "trend": "Directions.",
    "gap": "Limits and open questions that the papers name or find.",
}
"""What stands before the claims of a kind; context and findings need no words."""

BEHIND_FINDINGS: tuple[Kind, ...] = ("difference", "trend", "gap")
"""The kinds that follow the findings; context and agreement stand before them."""

LIMITS = (
    "What is not checked: whether a paper is right, whether its abstract says all that it should, and whether a "
    "sentence that shares a statement's words also shares its meaning. Of a figure it is checked that it stands in its "
    "sentence, not that measure, data and rival beside it were read rightly. Only titles and abstracts were read."
)


FILLED = (
    "What the model left out of a paper's record was read by code in the same abstracts, as was what it left out of a "
    "topic; short forms that it used are spelled out, and titles stand in quotes where it named none."
)


def shortcomings(survey: Survey, topic: TopicSection) -> list[tuple[str, str]]:
    """What a model could not say of a topic, and why: (what, the reason in short).

    A topic that code put together says so without a reason: why stands at the survey's end.
    """
    by_code = "Put together by code: of what the model said of this topic, nothing holds."
    left_out = (left for left in survey.left_out if left.topic == topic.id and left.question in _SHORT_OF)
    return [
        (by_code, "")
        if left.question == "synthesis" and topic.claims
        else (_SHORT_OF[left.question], in_short(left.reason))
        for left in left_out
    ]


_SHORT_OF = {
    "synthesis": "No synthesis of this topic:",
    "revision": "Not brought up to date with its new papers:",
}


def limits_of_trust(survey: Survey) -> str:
    """What is not checked of a survey's statements, and which of them its model didn't make."""
    language = str(survey.settings.get("language") or "English")
    filled = survey.run.model != "extractive" and shares_words(language)
    return f"{LIMITS} {FILLED}" if filled else LIMITS


MOST_SHARED = 5
DATA = "Data sets that the abstracts of several papers report on"
SHARED_DATA = "Shared data."
RESULTS = (
    "As the papers' abstracts state them, figures on the same data one below the other; where none are named, the task "
    "that the paper's title names. A measure that doesn't stand with its figure is left open. Settings differ from "
    "paper to paper: a higher figure alone says little."
)
RESULT_COLUMNS = ("Data or task", "Measure", "Value", "Paper", "Compared with")
TOUCHING = "Close to other themes:"
OPEN = "Limits and open questions that papers name or find stand in"
_MOST_OPEN = 6


def lead_words(view: View) -> str:
    """The first words of the overview: how much there is, counted."""
    survey = view.survey
    sizes = {theme.id: view.size(theme.topics) for theme in survey.themes}
    largest = max(survey.themes, key=lambda theme: sizes[theme.id], default=None)
    topics = f"{spelled(len(survey.topics))} {'topic' if len(survey.topics) == 1 else 'topics'}"
    words = f"{counted(len(survey.papers), 'paper')} in {topics}"
    if largest and len(survey.themes) > 1:
        themes = f"{spelled(len(survey.themes))} themes"
        words = f"{words} and {themes}, the largest on {in_sentence(largest.name)} ({sizes[largest.id]} papers)"
    records = survey.records.values()
    read = sum(any(result.value for result in record.results) for record in records)
    limits = sum(papers for _, papers in view.open_in)
    figures = f"Reported figures were read from {spelled(read) if read else 'none of the'} {abstracts(read)}"
    named = f"{spelled(limits) if limits else 'none'} {'were' if limits > 1 else 'was'} found to name"
    return f"{words}. {figures}; {named} limits or open questions."


def abstracts(count: int) -> str:
    """ "abstract" or "abstracts"."""
    return "abstract" if count == 1 else "abstracts"


def open_places(view: View) -> tuple[list[tuple[TopicSection, int]], str]:
    """Where papers say what is left open: the topics where most do, in reading order, and how many more there are."""
    places = view.open_in
    if len(places) <= _MOST_OPEN + 1:
        return places, ""
    most = sorted(places, key=lambda place: -place[1])[:_MOST_OPEN]
    return [place for place in places if place in most], f"{spelled(len(places) - _MOST_OPEN)} other topics"


def claim_words(claim: Claim) -> str:
    """A claim's text; one about several papers says how many, counted from those it cites."""
    return with_count(claim.text, len(claim.papers))


def with_count(text: str, papers: int) -> str:
    """A statement on several papers, saying how many; any other as it is."""
    return f"{spelled(papers).capitalize()} papers{text.removeprefix(MANY)}" if text.startswith(MANY) else text


@dataclass(frozen=True, slots=True)
class Division:
    """One group of a topic's papers within the sentence on all: what joins it on, its words, and its claim."""

    joint: str
    words: str
    claim: Claim


AT_LEAST = "at least "
BY = "By title and abstract, "
"""How the counts of a topic's opening begin: a paper that touches a subject once isn't counted."""


_OF_DATA = " report on "  # which no title need say


def divided(groups: Sequence[Claim], papers: int) -> list[Division]:
    """How the papers of a topic divide, as one sentence: each group's words stand before its citation.

    "By title and abstract, at least five of the nine papers are about pruning", " and ", "three report on COCO":
    another paper may well be about it in other words. One "at least" governs the counts behind it.
    """
    parts: list[Division] = []
    single = [claim.text.startswith(ONE_ABOUT) for claim in groups]
    for place, claim in enumerate(groups):
        joint = _joint(single, place)
        if single[place]:
            parts.append(Division(joint, _one_of(claim.text, single, place), claim))
            continue
        before = [len(one.papers) for one, alone in zip(groups[:place], single, strict=False) if not alone]
        bounded = any(count < papers for count in before)
        whole = len(claim.papers) == papers
        count = "all" if whole else f"{'' if bounded else AT_LEAST}{spelled(len(claim.papers))}"
        of_all = "" if before else f" {spelled(papers)} papers" if whole else f" of the {spelled(papers)} papers"
        words = f"{count}{of_all}{claim.text.removeprefix(MANY).rstrip('.')}"
        if not place:
            words = words[0].upper() + words[1:] if _OF_DATA in claim.text else f"{BY}{words}"
        parts.append(Division(joint, words, claim))
    return parts


def _joint(single: Sequence[bool], place: int) -> str:
    """What stands ahead of a part of an opening: a semicolon between what is counted and what is told one by one."""
    last = place == len(single) - 1
    if not place:
        return ""
    if single[place] == single[place - 1]:
        return " and " if last or single[place + 1] != single[place] else ", "
    return " and " if last and single[place] else "; "


def _one_of(text: str, single: Sequence[bool], place: int) -> str:
    """What one paper is about, in a row: "Subjects include trees", "birds"; behind counts "other subjects include"."""
    subject = text.removeprefix(ONE_ABOUT).rstrip(".")
    if not place:
        return f"{_SUBJECTS}{subject}"
    if single[place - 1]:
        return subject.lstrip()
    return f"one is about{subject}" if place == len(single) - 1 else f"other subjects include{subject}"


_SUBJECTS = "Subjects include"


def about(subject: str) -> str:
    """What stands above the findings of the papers about ``subject``; "" stands for those of the other papers."""
    return f"{subject[:1].upper()}{subject[1:]}." if subject else "Other work."


NO_CELLS = "No phrase short enough for this table was found in"
TOLD_ABOVE = "All that was read from"


def without_cells(topic: TopicSection) -> list[str]:
    """The papers of a topic that its table has no row for."""
    shown = {row.paper for row in topic.comparison.rows}
    return [key for key in topic.papers if key not in shown] if shown else []


def told_above(view: View, topic: TopicSection, lines: Sequence[PaperLine]) -> list[str]:
    """The papers that the list of a topic's papers lacks, since the claims tell all that was read from them."""
    shown = {line.paper for line in lines}
    whole = shown and view.survey.length != "short"
    read = view.survey.records
    return [key for key in topic.papers if key not in shown and key in read] if whole else []


def papers_heading(length: Length) -> str:
    """What stands above a topic's papers: a short survey lists only those that nothing above cites."""
    return "The other papers" if length == "short" else "The papers"


def result_cells(result: Result, title: str = "") -> tuple[str | None, str | None, str, str | None]:
    """A result's data, or the task of its paper's ``title``; its measure, its value, what it is compared with."""
    measure = result.measure and measure_told(result)
    place = reported_on(result.dataset) if result.dataset else result_task(result, title)
    if measure and not place and is_task(measure):  # no measure, but what was improved
        place, measure = measure, None
    rival = result.baseline
    return place or None, measure, figure(result), f"from {rival}" if rival and rival[:1].isdigit() else rival


def result_task(result: Result, title: str) -> str:
    """The task that a paper's ``title`` names, for a result without data that doesn't name one itself."""
    return "" if result.dataset or names_task(result.measure or "") else task_of(title)


def trust_rows(score: Scorecard) -> tuple[tuple[str, int, int], ...]:
    """What was counted, how many there are, and of how many."""
    return (
        ("Records that became papers or were merged into one", score.papers + score.merged, score.records_read),
        ("Papers cited", score.papers_cited, score.papers),
        ("Statements that cite a paper", score.sentences_cited, score.sentences),
        ("Citations that lead to a reference", score.citations_resolved, score.citations),
        ("Citations whose sentence shares the statement's words", score.supported, score.citations),
        ("Quotes that stand word for word in their paper", score.quotes_verbatim, score.quotes),
        ("Numbers that stand in the quoted sentence", score.numbers_found, score.numbers),
    )


def share(count: int, whole: int) -> str:
    """A share in per cent, rounded down so that 100 % means all; a dash where there is nothing to share."""
    return f"{100 * count // whole} %" if whole else "–"


def day(stamp: str) -> str:
    """An ISO 8601 time as a day: "22 November 2026"."""
    moment = datetime.fromisoformat(stamp)
    return f"{moment.day} {moment:%B %Y}"


def model_words(name: str) -> str:
    """The model as a reader is told of it, in plain text; of a file its name alone, wherever it lies."""
    kind, colon, file = name.partition(":")
    if colon and kind in {"gguf", "replay"}:
        return f"{kind}:{re.split(_SLASH, file)[-1]}"
    return "no language model: the papers' own sentences, shortened" if name == "extractive" else name
