"""The line on each paper in its topic's list: chosen by code."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from survey.announcing import announces
from survey.claims import Claim
from survey.evidence import content_words
from survey.hollow import over_again, praises
from survey.papers import Paper
from survey.questions import Length
from survey.records import Record, Result, Statement
from survey.shortforms import short_forms, singular, with_long_forms
from survey.telling import leaning, restates
from survey.words import ONE_ABOUT

_TELLING = {"finding", "gap", "context"}
"""The kinds of claims that say what a paper says, rather than set papers side by side."""

_LONG_RESULTS = 2
_PRAISE = re.compile(
    r"\b(?:outperform|surpass|superior|exceed|competitive|promising|favou?rabl|effective|state[- ]of[- ]the[- ]art"
    r"|convincing|significant(?:ly)? (?:improve|gain|enhance|boost)|further validate"
    r"|sota\b|better (?:[\w-]+ ){0,2}(?:ability|performance|results|than)|comparable|on par|advantage|efficacy"
    r"|ablation (?:study|studies) (?:validate|confirm|show|demonstrate|verify)|highlights? the (?:\w+ )?potential"
    r"|(?:will|can) (?:guide|inform|facilitate|inspire)|cornerstone|contributes? to (?:the )?understanding"
    r"|impressive|remarkabl|astounding|astonishing|focus(?:es)? on (?:two|three|four|several) (?:[a-z]+ )?aspects)",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"\b(?:find|found|show|observe|demonstrate|reveal|prove|suggest|indicate|confirm|conclude|highlight)s?\b[^.]*?"
    r"\b(?:that|how)\b|\bthan\b|(?<![\w.-])\d",
    re.IGNORECASE,
)
"""What a result says that was found out, or how much."""
_FOUND_OF_OTHERS = re.compile(
    r"^(?:Finds|Shows|Observes|Reveals|Discovers|Concludes) that (?!(?:the |its )?(?:proposed |resulting |new )?"
    r"(?:\S*[A-Z]\S*|these|this|such|method|approach|model|framework|algorithm|system|network|technique|it)s?\b)"
    r"(?!.*\bpromising\b)"
)
"""What is found of things that aren't the paper's own: "finds that pre-trained nets are competitive"."""
_POINTS = re.compile(r"^.{0,70}\b(?:this|these|(?:previous|prior|earlier) ones)\b", re.IGNORECASE)
_KNOWN = re.compile(
    r"^(?:[\w-]+ ){1,5}(?:\([^()]*\) )?(?:is|are|has|have|were) (?:quickly |rapidly |now |increasingly )?"
    r"(?:becom\w+|often|widely|commonly|typically|usually|been|emerged|gained|attracted)\b|"
    r"^(?:Many|Most|Several|Some|Current|Existing|Previous|Prior) (?:(?:prior|existing|recent|current|previous) )?"
    r"(?:approaches|methods|works|studies|techniques) "
)
"""The background in place of a contribution: "Nets are quickly becoming ..."."""
_PARTLY = re.compile(
    r"^(?:Outlines|Starts|Considers|By (?:considering|noting|observing))\b|"
    r"^The (?:\w+ )?(?:motivation|idea|goal) (?:of|behind|is)\b|^.{0,60}\bthen\b|"
    r"^.{0,90}\b(?:also|further) (?:propose|introduce|present|develop|design|use|employ)s?\b"
)
"""A step of a method, or what it adds: no start for who reads nothing else of it."""
_DOES = re.compile(
    r"^(?:[A-Z][a-z]+(?<!s)s|(?:The|Its) (?:method|approach|model|framework|system|\S*[A-Z]\S*[A-Z]\S*) [a-z]+s) "
)
_COINED = re.compile(r"\b(?=[\w-]*[A-Z][\w-]*[A-Z\d])[A-Za-z][\w-]*\w\b")
_LITTLE_NEW = 5  # words that an announcement adds to the title, or it is hardly more than that
_HARD = 2  # how much a text leans that nobody understands alone


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

    results = sorted((r for r in record.results if untold(r)), key=_weight, reverse=True)
    fields = (record.contribution, record.method, *results[:1], record.problem, record.data, record.limitations)
    said = [one for one in fields if one is not None and untold(one)]
    if not said:
        return ()
    figures = (result for result in results[:1] if result.value is not None)
    choice = [said[0], *(one for one in (record.method, *figures) if one is not None and untold(one))]
    first = min(choice, key=lambda one: leaning(one.text, title) or _says_nothing(one.text, title))
    if announces(first.text) and restates(title, first.text, _LITTLE_NEW):
        first = next((one for one in choice[1:] if _says_how(one, title)), first)
    is_told = any(name == key for name, _ in told)
    if not is_told and leaning(first.text, title) == _HARD:
        firm = [one for one in results if not leaning(one.text, title)]
        first = next(filter(_says_more, firm), next(iter(firm), first))
    if _hollow(first, title):
        others = (one for one in (record.method, *results, record.limitations) if one is not None and untold(one))
        first = next((one for one in others if _firm(one, title) and not _calls(one, first, title)), first)
    if is_told and length != "long" and not _worth_a_line(first, record, title):
        return ()
    if length == "short":
        return (first,)
    method = record.method if untold(record.method) else None
    more = _more(record.model_copy(update={"method": method}), first, results, title, length)
    wanted = [first, *(one for one in more if one is not None and untold(one))]
    shown = tuple(one for n, one in enumerate(wanted) if not any(_same(one, other) for other in wanted[:n]))
    nothing = is_told and shown == (first,) and (praises(first.text) or over_again(first.text, title, most=0))
    return () if nothing and length != "long" else shown


def _more(
    record: Record, first: Statement, results: Sequence[Result], title: str, length: Length
) -> tuple[Statement | None, ...]:
    """What may follow ``first``: a result, how it works, what is left open.

    ``results`` are those not yet told; a told method is none of the ``record``.
    """
    if length == "long":
        behind = [r for r in results if leaning(r.text, title, first.text) < _HARD]
        return record.method, *behind[:_LONG_RESULTS], record.limitations
    behind = [r for r in results if _says_more(r) and leaning(r.text, title, first.text) < _HARD]
    behind = sorted((r for r in behind if not _is_known(r.text)), key=lambda r: leaning(r.text, title, first.text))
    results_told = len(results) < len(record.results)
    found = () if results_told else tuple(behind[:1]) or _left_open(record, first, title)
    method = record.method
    goes_on = method is not None and _goes_on(record, first, title, found) and not _hollow(method, title)
    return (method,) if goes_on else found


def _says_nothing(text: str, title: str) -> bool:
    """Whether ``text`` is the title over again or what all know already."""
    return restates(title, text) or _is_known(text)


def _hollow(one: Statement, title: str) -> bool:
    """Whether it says next to nothing: the title that it stands behind, or praise.

    What was found may be said in the title's words.
    """
    return praises(one.text) or (not isinstance(one, Result) and over_again(one.text, title))


def _firm(one: Statement, title: str) -> bool:
    """Whether it says something and makes sense from the start."""
    if isinstance(one, Result) and (not _says_more(one) or restates(title, one.text, _LITTLE_NEW)):
        return False
    points = leaning(one.text, title) or _POINTS.match(one.text)
    return not (_hollow(one, title) or points or _says_nothing(one.text, title))


def _calls(one: Statement, announced: Statement, title: str) -> bool:
    """Whether it needs what is ``announced`` for a name: "S-KAN is extended" where that says what an S-KAN is."""
    coined = set(_COINED.findall(one.text)) - set(_COINED.findall(title))
    return any(one.text.startswith((name, f"The {name}")) for name in coined) or bool(
        coined.intersection(_COINED.findall(announced.text))
    )


def _says_how(one: Statement, title: str) -> bool:
    """Whether it can stand in place of an announcement: what the paper does, from the start, by no step of it."""
    plain = _DOES.match(one.text) and not (_PARTLY.match(one.text) or _POINTS.match(one.text))
    return bool(plain) and not (announces(one.text) or leaning(one.text, title) or _says_nothing(one.text, title))


def _is_known(text: str) -> bool:
    """Whether ``text`` tells what all know already, rather than what the paper does."""
    return _KNOWN.search(text) is not None


def _left_open(record: Record, first: Statement, title: str) -> tuple[Statement, ...]:
    """What the paper leaves open, where a reader can take it behind ``first``."""
    left = record.limitations
    return () if left is None or leaning(left.text, title, first.text) == _HARD else (left,)


def _goes_on(record: Record, first: Statement, title: str, found: Sequence[Statement]) -> bool:
    """Whether the method says how that works which ``first`` announces, and no result of ``found`` says more.

    It has to make sense behind ``first`` alone.
    """
    method = record.method
    if method is None or not announces(first.text) or any(_FOUND.search(one.text) for one in found):
        return False
    if _POINTS.match(method.text) or leaning(method.text, title, first.text) or announces(method.text):
        return False
    return bool(content_words(method.text) - content_words(f"{title} {first.text}"))


def _worth_a_line(first: Statement, record: Record, title: str) -> bool:
    """Whether it says more of a paper that a claim tells of: what it is, how it works, its limits or a real result."""
    if isinstance(first, Result) and first.value is not None:
        return True
    own = (
        _says_more(first)
        if isinstance(first, Result)
        else first in (record.contribution, record.method, record.limitations)
    )
    return own and leaning(first.text, title) < 2


def _same(one: Statement, other: Statement) -> bool:
    return one.text == other.text or bool(set(one.quotes) & set(other.quotes))


def _says_more(result: Result) -> bool:
    """Whether a result says more than that the paper's own is better: a figure, or something that was found out."""
    return not praises(result.text) and (
        result.value is not None or not _PRAISE.search(result.text) or _FOUND_OF_OTHERS.match(result.text) is not None
    )


def _weight(result: Result) -> tuple[bool, bool, int, int]:
    parts = (result.measure, result.dataset, result.baseline)
    has_value = result.value is not None
    return has_value, _says_more(result), sum(part is not None for part in parts), -len(result.text)
