"""The counts that every survey prints about itself, taken from the finished document and from nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from survey import evidence
from survey.claims import Claim
from survey.document import DumpAccount, ListedPaper, Scorecard, TopicSection, Uncited
from survey.records import Record, Statement


@dataclass(frozen=True, slots=True)
class Content:
    """What is counted: the parts of a survey that exist before its scorecard does."""

    dumps: tuple[DumpAccount, ...]
    papers: tuple[ListedPaper, ...]
    records: dict[str, Record]
    topics: tuple[TopicSection, ...]
    overview: tuple[Claim, ...]
    reasons: dict[str, str]

    def claims(self) -> Iterator[Claim]:
        """All claims, the overview's first."""
        yield from self.overview
        for topic in self.topics:
            yield from topic.claims


def scored(content: Content) -> Scorecard:
    """The scorecard of ``content``."""
    claims = list(content.claims())
    papers = {paper.key: paper for paper in content.papers}
    lines = {key: record for key, record in content.records.items() if key in papers and paper_line(record)}
    quotes = list(_quotes(content))
    texts = list(_texts_with_quotes(content))
    cited = {key for claim in claims for key in claim.papers} | set(lines)
    evidence_given = [e for claim in claims for e in claim.evidence]
    return Scorecard(
        records_read=sum(dump.read for dump in content.dumps),
        papers=len(papers),
        merged=sum(dump.merged for dump in content.dumps),
        rejected=sum(dump.rejected for dump in content.dumps),
        topics=len(content.topics),
        claims=len(claims),
        sentences=len(claims) + len(lines),
        sentences_cited=sum(bool(claim.evidence) for claim in claims) + len(lines),
        citations=sum(len(claim.papers) for claim in claims) + len(lines),
        citations_resolved=sum(key in papers for claim in claims for key in claim.papers) + len(lines),
        quotes=len(quotes),
        quotes_verbatim=sum(
            key in papers and evidence.is_verbatim(quote, papers[key].abstract, papers[key].title)
            for key, quote in quotes
        ),
        numbers=sum(len(set(evidence.numbers(text))) for text, _ in texts),
        numbers_found=sum(
            len(set(evidence.numbers(text))) - len(evidence.missing_numbers(text, there)) for text, there in texts
        ),
        supported=sum(e.support >= evidence.SHARED_SUPPORT for e in evidence_given) + len(lines),
        papers_cited=len(cited & set(papers)),
        papers_uncited=tuple(
            Uncited(key=key, reason=content.reasons.get(key, "nothing was found to say about it"))
            for key in papers
            if key not in cited
        ),
    )


def paper_line(record: Record) -> Statement | None:
    """The one statement that stands for a paper in its topic's list: its contribution, else what comes nearest."""
    first_result = record.results[0] if record.results else None
    return record.contribution or record.method or first_result or record.problem or record.data or record.limitations


def statements(record: Record) -> Iterable[Statement]:
    """Every statement of a record."""
    fields = (record.contribution, record.problem, record.method, record.data, record.limitations)
    return (*(field for field in fields if field), *record.results)


def _quotes(content: Content) -> Iterator[tuple[str, str]]:
    for key, record in content.records.items():
        yield from ((key, quote) for statement in statements(record) for quote in statement.quotes)
    for claim in content.claims():
        yield from ((e.paper, e.quote) for e in claim.evidence)


def _texts_with_quotes(content: Content) -> Iterator[tuple[str, list[str]]]:
    for record in content.records.values():
        yield from ((statement.text, list(statement.quotes)) for statement in statements(record))
    for claim in content.claims():
        yield claim.text, [e.quote for e in claim.evidence]
