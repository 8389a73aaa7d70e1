"""The counts that every survey prints about itself, taken from the finished document and from nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from survey import evidence
from survey.claims import Claim
from survey.document import DumpAccount, ListedPaper, Scorecard, TopicSection, Uncited
from survey.lines import PaperLine, paper_lines
from survey.questions import Length
from survey.records import Record, Statement


@dataclass(frozen=True, slots=True)
class Content:
    """What is counted: the parts of a survey that exist before its scorecard does; ``reasons`` by paper key."""

    dumps: tuple[DumpAccount, ...]
    papers: tuple[ListedPaper, ...]
    records: dict[str, Record]
    topics: tuple[TopicSection, ...]
    overview: tuple[Claim, ...]
    reasons: dict[str, str]
    length: Length = "standard"

    def claims(self) -> Iterator[Claim]:
        """All claims, the overview's first."""
        yield from self.overview
        for topic in self.topics:
            yield from topic.claims

    def lines(self) -> Iterator[PaperLine]:
        """The line on each paper, topic by topic."""
        titles = {paper.key: paper.title for paper in self.papers}
        for topic in self.topics:
            yield from paper_lines(topic.papers, self.records, topic.claims, titles, self.length)


def scored(content: Content) -> Scorecard:
    """The scorecard of ``content``."""
    claims, lines = list(content.claims()), list(content.lines())
    papers = {paper.key: paper for paper in content.papers}
    said = sum(len(line.statements) for line in lines)
    cited = {key for claim in claims for key in claim.papers} | {line.paper for line in lines}
    quotes, texts = list(_quotes(content)), list(_texts(content))
    return Scorecard(
        records_read=sum(dump.read for dump in content.dumps),
        papers=len(papers),
        merged=sum(dump.merged for dump in content.dumps),
        rejected=sum(dump.rejected for dump in content.dumps),
        topics=len(content.topics),
        claims=len(claims),
        sentences=len(claims) + said,
        sentences_cited=sum(bool(claim.evidence) for claim in claims) + said,
        citations=sum(len(claim.papers) for claim in claims) + said,
        citations_resolved=sum(key in papers for claim in claims for key in claim.papers)
        + sum(len(line.statements) for line in lines if line.paper in papers),
        quotes=len(quotes),
        quotes_verbatim=sum(key in papers and _is_verbatim(quote, papers[key]) for key, quote in quotes),
        numbers=sum(len(set(evidence.numbers(text))) for text, _ in texts),
        numbers_found=sum(_numbers_found(text, quoted) for text, quoted in texts),
        supported=sum(_supported(claim) for claim in claims)
        + sum(_bears(statement) for line in lines for statement in line.statements),
        papers_cited=len(cited & set(papers)),
        papers_uncited=tuple(
            Uncited(key=key, reason=content.reasons.get(key, "nothing was found to say about it"))
            for key in papers
            if key not in cited
        ),
    )


def statements(record: Record) -> Iterable[Statement]:
    """Every statement of a record."""
    fields = (record.contribution, record.problem, record.method, record.data, record.limitations)
    return (*(field for field in fields if field), *record.results)


def _is_verbatim(quote: str, paper: ListedPaper) -> bool:
    return evidence.is_verbatim(quote, paper.abstract, paper.title)


def _numbers_found(text: str, quoted: tuple[str, ...]) -> int:
    return len(set(evidence.numbers(text))) - len(evidence.missing_numbers(text, quoted))


def _supported(claim: Claim) -> int:
    """How many of the claim's papers have sentences that share enough of its words."""
    least = evidence.SUPPORT if len(claim.papers) == 1 else evidence.SHARED_SUPPORT
    quotes = {key: [one.quote for one in claim.evidence if one.paper == key] for key in claim.papers}
    return sum(evidence.support(claim.text, *held) >= least for held in quotes.values())


def _bears(statement: Statement) -> bool:
    return evidence.support(statement.text, *statement.quotes) >= evidence.SUPPORT


def _quotes(content: Content) -> Iterator[tuple[str, str]]:
    for key, record in content.records.items():
        yield from ((key, quote) for statement in statements(record) for quote in statement.quotes)
    for claim in content.claims():
        yield from ((one.paper, one.quote) for one in claim.evidence)


def _texts(content: Content) -> Iterator[tuple[str, tuple[str, ...]]]:
    for record in content.records.values():
        yield from ((statement.text, statement.quotes) for statement in statements(record))
    for claim in content.claims():
        yield claim.text, tuple(one.quote for one in claim.evidence)
