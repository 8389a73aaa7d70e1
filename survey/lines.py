"""The line on each paper in its topic's list: chosen by code."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from survey.adding import what_follows
from survey.announcing import announces
from survey.claims import Claim
from survey.hollow import over_again, praises
from survey.papers import Paper
from survey.questions import Length
from survey.records import Record, Result, Statement
from survey.shortforms import short_forms, singular, with_long_forms
from survey.telling import HARD, leaning, restates
from survey.words import ONE_ABOUT
from survey.worth import LITTLE_NEW, POINTS, is_firm, is_hollow, says_more, says_nothing, weight

_TELLING = {"finding", "gap", "context"}
"""The kinds of claims that say what a paper says, rather than set papers side by side."""

_PARTLY = re.compile(
    r"^(?:Outlines|Starts|Considers|By (?:considering|noting|observing))\b|"
    r"^The (?:\w+ )?(?:motivation|idea|goal) (?:of|behind|is)\b|^.{0,60}\bthen\b|"
    r"^.{0,90}\b(?:also|further) (?:propose|introduce|present|develop|design|use|employ)s?\b"
)
"""A step of a method, or what it adds: no start for who reads nothing else of it."""
_DOES = re.compile(
    r"^(?:[A-Z][a-z]+(?<!s)s|(?:The|Its) (?:method|approach|model|framework|system|\S*[A-Z]\S*[A-Z]\S*) [a-z]+s) "
)
_MOVED_ON = re.compile(  # which nothing else ought to follow
    r"^(?:Also|Further|Then|Next)\b|^.{0,60}\b(?:also|further|then)\b|"
    r"^The (?:proposed )?(?:method|approach|framework|model|system|algorithm|technique)\b"
)
_START = 30  # characters by which a statement is known within another
_COINED = re.compile(r"\b(?=[\w-]*[A-Z][\w-]*[A-Z\d])[A-Za-z][\w-]*\w\b")


@dataclass(frozen=True, slots=True)
class PaperLine:
    """What the list of a topic says of one paper: what it contributes, then its main result where no claim told it."""

    paper: str
    statements: tuple[Statement, ...]


def paper_lines(
    keys: Iterable[str],
    records: Mapping[str, Record],
    claims: Iterable[Claim],
    titles: Mapping[str, str],
    length: Length = "standard",
) -> tuple[PaperLine, ...]:
    """The lines of one topic, in the order of ``keys``; none for a paper without a record.

    Nothing stands here that a claim says of the same paper; and where there is a choice, nothing that its title (of
    ``titles``, by key) says already or that makes sense in its abstract only. Short: one statement, and only for
    papers that no claim cites; long: what there is to say.
    """
    claims = tuple(claim for claim in claims if not claim.text.startswith(ONE_ABOUT))  # which says its title again
    told = {(one.paper, one.quote) for claim in claims for one in claim.evidence if claim.kind in _TELLING}
    cited = {key for claim in claims for key in claim.papers} if length == "short" else set()
    there = (key for key in keys if key in records and key not in cited)
    lines = (PaperLine(key, _statements(key, records[key], told, titles.get(key, ""), length)) for key in there)
    return tuple(line for line in lines if line.statements)


def in_order(lines: Iterable[PaperLine], papers: Mapping[str, Paper]) -> tuple[PaperLine, ...]:
    """The lines with what each says in the order of its paper's abstract, where all of it makes sense so."""
    return tuple(_in_order(line, papers[line.paper]) for line in lines)


def _in_order(line: PaperLine, paper: Paper) -> PaperLine:
    places = [min(paper.abstract.find(quote) for quote in one.quotes) for one in line.statements]
    if min(places) < 0 or places == sorted(places):
        return line
    told = [one for _, one in sorted(zip(places, line.statements, strict=True), key=lambda placed: placed[0])]
    leans = leaning(told[0].text, paper.title) or _MOVED_ON.match(told[0].text) or POINTS.match(told[0].text)
    return line if leans or praises(told[0].text) else PaperLine(line.paper, tuple(told))


def spelled_out(
    lines: Iterable[PaperLine], claims: Iterable[Claim], papers: Mapping[str, Paper]
) -> tuple[PaperLine, ...]:
    """The lines with each short form spelled out where it first stands, as its paper's abstract does.

    Not what a claim of the topic or a line before has spelled out, nor what the paper's title says beside the line.
    """
    seen = {singular(short) for claim in claims for short in short_forms(claim.text)}
    told: list[PaperLine] = []
    for line in lines:
        paper = papers[line.paper]
        forms = short_forms(f"{paper.title}. {paper.abstract}")
        untold = {
            short: long
            for short, long in forms.items()
            if singular(short) not in paper.title and long.casefold() not in paper.title.casefold()
        }
        statements = []
        for one in line.statements:
            text = with_long_forms(one.text, untold, seen)
            seen.update(map(singular, short_forms(text)))
            statements.append(one if text == one.text else one.model_copy(update={"text": text}))
        told.append(PaperLine(line.paper, tuple(statements)))
    return tuple(told)


def _statements(
    key: str, record: Record, told: set[tuple[str, str]], title: str, length: Length
) -> tuple[Statement, ...]:
    def untold(statement: Statement | None) -> bool:
        return statement is not None and not any((key, quote) in told for quote in statement.quotes)

    results = sorted((r for r in record.results if untold(r)), key=weight, reverse=True)
    fields = (record.contribution, record.method, *results[:1], record.problem, record.data, record.limitations)
    said = [one for one in fields if one is not None and untold(one)]
    if not said:
        return ()
    figures = (result for result in results[:1] if result.value is not None)
    choice = [said[0], *(one for one in (record.method, *figures) if one is not None and untold(one))]
    first = min(choice, key=lambda one: leaning(one.text, title) or says_nothing(one.text, title))
    if announces(first.text) and restates(title, first.text, LITTLE_NEW):
        first = next((one for one in choice[1:] if _says_how(one, title)), first)
    is_told = any(name == key for name, _ in told)
    if not is_told and leaning(first.text, title) == HARD:
        firm = [one for one in results if not leaning(one.text, title)]
        first = next(filter(says_more, firm), next(iter(firm), first))
    if is_hollow(first, title):
        others = (one for one in (record.method, *results, record.limitations) if one is not None and untold(one))
        first = next((one for one in others if is_firm(one, title) and not _calls(one, first, title)), first)
    if is_told and length != "long" and not _worth_a_line(first, record, title):
        return ()
    if length == "short":
        return (first,)
    method = record.method if untold(record.method) else None
    more = what_follows(record.model_copy(update={"method": method}), first, results, title, length)
    wanted = [first, *(one for one in more if one is not None and untold(one))]
    shown = tuple(one for n, one in enumerate(wanted) if not any(_same(one, other) for other in wanted[:n]))
    nothing = is_told and shown == (first,) and (praises(first.text) or over_again(first.text, title, most=0))
    return () if nothing and length != "long" else shown


def _calls(one: Statement, announced: Statement, title: str) -> bool:
    """Whether it needs what is ``announced`` for a name: "S-KAN is extended" where that says what an S-KAN is."""
    coined = set(_COINED.findall(one.text)) - set(_COINED.findall(title))
    return any(one.text.startswith((name, f"The {name}")) for name in coined) or bool(
        coined.intersection(_COINED.findall(announced.text))
    )


def _says_how(one: Statement, title: str) -> bool:
    """Whether it can stand in place of an announcement: what the paper does, from the start, by no step of it."""
    plain = _DOES.match(one.text) and not (_PARTLY.match(one.text) or POINTS.match(one.text))
    return bool(plain) and not (announces(one.text) or leaning(one.text, title) or says_nothing(one.text, title))


def _worth_a_line(first: Statement, record: Record, title: str) -> bool:
    """Whether it says more of a paper that a claim tells of: what it is, how it works, its limits or a real result."""
    if isinstance(first, Result) and first.value is not None:
        return True
    own = (
        says_more(first)
        if isinstance(first, Result)
        else first in (record.contribution, record.method, record.limitations)
    )
    return own and leaning(first.text, title) < 2


def _same(one: Statement, other: Statement) -> bool:
    """Whether ``one`` says what ``other`` has said: with its words, or from no sentence beside its sentences."""
    if one.text == other.text or other.text[:_START] in one.text:
        return True
    shared = set(one.quotes) & set(other.quotes)
    return bool(shared) and (isinstance(one, Result) or set(one.quotes) <= set(other.quotes))
