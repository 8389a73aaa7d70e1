"""Verify a finished survey: the eight invariants of the contract, from survey.json and the files beside it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from survey import evidence
from survey.claims import LEAST_PAPERS, Claim
from survey.document import Survey
from survey.markup import dangling, markdown_faults, page_faults, without_account
from survey.scorecard import Content, scored, statements

_CITATION = re.compile(r"(?<!\\)\]\(#ref-(\d+)\)")
_REFERENCE = re.compile(r'<a id="ref-(\d+)"></a>')
_PAGE = "survey.html"
_SECRET = re.compile(
    r"\bsk-[A-Za-z0-9_-]{16,}|\bBearer\s+[A-Za-z0-9._-]{16,}"
    r"|(?i:authorization[\"']?\s*[:=]\s*[\"']?)(?:(?i:basic|bearer|token)\s+[\w.+/=-]{8,}|(?=\S*\d)[\w.+/=-]{16,})"
)


@dataclass(frozen=True, slots=True)
class Failure:
    """An invariant (its number in the contract) that doesn't hold, and where."""

    invariant: int
    what: str


def check_survey(survey: Survey, markdown: str, files: tuple[Path, ...] = ()) -> tuple[Failure, ...]:
    """Every failure found; none for a sound survey.

    ``files`` are those of the survey folder: they are searched for secrets, and survey.html is looked at, if there.
    """
    page = _page(files)
    found = (
        *(Failure(1, what) for what in _account(survey)),
        *(Failure(2, what) for what in _places(survey)),
        *(Failure(3, what) for what in _quotes(survey)),
        *(Failure(4, what) for what in _citations_of_claims(survey)),
        *(Failure(5, what) for what in _numbers(survey)),
        *(Failure(6, what) for what in _references(survey, markdown)),
        *(Failure(7, what) for what in markdown_faults(markdown)),
        *(Failure(6, what) for what in (dangling(page) if page else ())),
        *(Failure(7, what) for what in (page_faults(page) if page else ())),
        *(Failure(8, what) for what in _secrets(files)),
        *(Failure(6, what) for what in _scorecard(survey)),
    )
    return tuple(found)


def _claims(survey: Survey) -> Iterator[Claim]:
    yield from survey.overview
    for topic in survey.topics:
        yield from topic.claims


def _account(survey: Survey) -> Iterator[str]:
    for dump in survey.dumps:
        if dump.read != dump.papers + dump.merged + dump.rejected:
            counts = f"{dump.papers} papers, {dump.merged} merged, {dump.rejected} rejected"
            yield f"dump {dump.name}: {dump.read} read, but {counts}"
    merged: Counter[tuple[str, int]] = Counter((m.source.dump, m.source.record) for m in survey.merged)
    rejected = Counter((r.source.dump, r.source.record) for r in survey.rejected)
    for (dump_name, record), times in (merged + rejected).items():
        if times > 1:
            yield f"dump {dump_name}: record {record} is accounted for {times} times"
    for place, records in (("merged", merged), ("rejected", rejected)):
        per_dump = Counter(name for name, _ in records)
        yield from (
            f"dump {dump.name}: {getattr(dump, place)} {place}, but {per_dump[dump.name]} are listed"
            for dump in survey.dumps
            if getattr(dump, place) != per_dump[dump.name]
        )
    yield from _sources(survey)
    if sum(dump.papers for dump in survey.dumps) != len(survey.papers):
        yield f"{len(survey.papers)} papers, but the dumps account for {sum(dump.papers for dump in survey.dumps)}"


def _sources(survey: Survey) -> Iterator[str]:
    """Every record read stands behind exactly one paper, or is rejected."""
    told = [source for paper in survey.papers for source in paper.sources]
    places = Counter((source.dump, source.record) for source in (*told, *(r.source for r in survey.rejected)))
    yield from (
        f"dump {dump}: record {n} stands for {times} papers" for (dump, n), times in places.items() if times > 1
    )
    per_dump = Counter(dump for dump, _ in places)
    for dump in survey.dumps:
        if dump.read != per_dump[dump.name]:
            yield f"dump {dump.name}: {dump.read} read, but {per_dump[dump.name]} records are papers or rejected"


def _places(survey: Survey) -> Iterator[str]:
    placed = Counter(key for topic in survey.topics for key in topic.papers)
    keys = {paper.key for paper in survey.papers}
    yield from (f"paper {key} is in {placed[key]} topics" for key in sorted(keys) if placed[key] != 1)
    yield from (f"topic holds {key}, which is no paper of this survey" for key in sorted(set(placed) - keys))
    by_id = survey.by_topic()
    for paper in survey.papers:
        if paper.topic not in by_id or paper.key not in by_id[paper.topic].papers:
            yield f"paper {paper.key} says topic {paper.topic}, which doesn't hold it"
    for name, values in (("number", [p.number for p in survey.papers]), ("key", [p.key for p in survey.papers])):
        yield from (f"two papers have the {name} {value}" for value, times in Counter(values).items() if times > 1)
    themed = Counter(topic for theme in survey.themes for topic in theme.topics)
    yield from (f"topic {topic} is in {themed[topic]} themes" for topic in by_id if themed[topic] != 1)


def _quotes(survey: Survey) -> Iterator[str]:
    papers = survey.by_key()
    for key, record in survey.records.items():
        if key not in papers:
            yield f"a record for {key}, which is no paper of this survey"
            continue
        for statement in statements(record):
            if not statement.quotes:
                yield f"paper {key}: no quote for “{statement.text}”"
            for quote in statement.quotes:
                if not evidence.is_verbatim(quote, papers[key].abstract, papers[key].title):
                    yield f"paper {key}: not verbatim: “{quote}”"
    for claim in _claims(survey):
        for one in claim.evidence:
            if one.paper not in papers:
                yield f"claim {claim.id} cites {one.paper}, which is no paper of this survey"
            elif not evidence.is_verbatim(one.quote, papers[one.paper].abstract, papers[one.paper].title):
                yield f"claim {claim.id}: not verbatim in {one.paper}: “{one.quote}”"


def _citations_of_claims(survey: Survey) -> Iterator[str]:
    for claim in _claims(survey):
        if len(claim.papers) < LEAST_PAPERS[claim.kind]:
            yield f"claim {claim.id} ({claim.kind}) cites {len(claim.papers)} papers"


def _numbers(survey: Survey) -> Iterator[str]:
    for claim in _claims(survey):
        if absent := evidence.missing_numbers(claim.text, [e.quote for e in claim.evidence]):
            yield f"claim {claim.id}: {', '.join(absent)} is in none of its quotes"
    for key, record in survey.records.items():
        for statement in statements(record):
            if absent := evidence.missing_numbers(statement.text, statement.quotes):
                yield f"paper {key}: {', '.join(absent)} is in none of the quotes of “{statement.text}”"


def _references(survey: Survey, markdown: str) -> Iterator[str]:
    named, listed = set(_CITATION.findall(markdown)), Counter(_REFERENCE.findall(markdown))
    cited = set(_CITATION.findall(without_account(markdown)))
    yield from (f"survey.md cites [{number}], which is no reference" for number in sorted(named - set(listed), key=int))
    yield from (f"survey.md lists reference {number} {times} times" for number, times in listed.items() if times > 1)
    for paper in survey.papers:
        if str(paper.number) not in listed:
            yield f"survey.md doesn't list reference {paper.number} ({paper.key})"
        elif str(paper.number) not in cited:
            yield f"survey.md neither cites reference {paper.number} ({paper.key}) nor says why"


def _page(files: tuple[Path, ...]) -> str:
    """The text of survey.html, "" where it is not among the files."""
    return next((path.read_text(encoding="utf-8") for path in files if path.name == _PAGE and path.is_file()), "")


def _secrets(files: tuple[Path, ...]) -> Iterator[str]:
    for path in files:
        if path.is_file() and _SECRET.search(path.read_text(encoding="utf-8", errors="replace")):
            yield f"{path.name} holds what looks like an API key or an authorization header"


def _scorecard(survey: Survey) -> Iterator[str]:
    reasons = {entry.key: entry.reason for entry in survey.scorecard.papers_uncited}
    content = Content(
        survey.dumps, survey.papers, survey.records, survey.topics, survey.overview, reasons, survey.length
    )
    again = scored(content)
    for name in type(again).model_fields:
        said, counted = getattr(survey.scorecard, name), getattr(again, name)
        if said != counted:
            yield f"the scorecard says {name} {said}, counted again it is {counted}"
