"""From abstracts of any words to a topic's claims, table and list: whatever is read, all of it rests on its paper.

The words are those at which rules set in, in any order: what no abstract says finds the ends that no rule thought of.
"""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from survey.comparison import comparison
from survey.evidence import missing_numbers, sentences
from survey.lines import paper_lines
from survey.models.extractive.model import read_alone
from survey.models.extractive.overview import overview
from survey.models.extractive.topic import synthesis
from survey.notes import said
from survey.papers import Paper, paper_key
from survey.questions import (
    DigestedClaim,
    OverviewValues,
    RecordedPaper,
    SynthesisAnswer,
    SynthesisValues,
    TopicDigest,
)
from survey.reading import RecordQuestion, record_of
from survey.records import Record

_FRAGMENTS = (
    "We propose TreeNet,|a net that|learns from leaves|by masking|two modules:|(1) bark|(ii) twigs|which|this|"
    "these|it|To this end,|However,|existing methods|fail on|rare trees|because|results show that|"
    "TreeNet achieves|95.3% accuracy|on COCO|and 71.2 mIoU on ADE20K|respectively|compared with OldNet|"
    "from 71.4 to 72.6|by 3 points|4x faster|over|than|with 27M parameters|(F1: 0.91)|[3]|$x^2$|10\\%|"
    "-- even so --|, e.g., oaks|; and|outperforming all|while|we find that|remains open|is limited to|"
    "future work|for|of the|as well as|up to|not|10,000 images|in 2024|GPT-4o's|https://a.b|"
    "our dataset of 1,200 saws|both|the former|first|then|is the first to|per|a|the|and|or|to|:"
).split("|")
_SENTENCES = st.lists(st.sampled_from(_FRAGMENTS), min_size=2, max_size=16).map(lambda parts: f"{' '.join(parts)}.")
_ABSTRACTS = st.lists(_SENTENCES, min_size=1, max_size=6).map(" ".join)
_TITLES = st.lists(st.sampled_from("TreeNet: Saws for Oaks of 3 woods and Leaves in COCO ?".split()), max_size=6)
_QUESTION = RecordQuestion()


def _papers(rows: Iterable[tuple[list[str], str]]) -> list[Paper]:
    titled = ((f"{' '.join(words)} {place}", abstract) for place, (words, abstract) in enumerate(rows))
    return [Paper(paper_key(title), title, abstract) for title, abstract in titled]


def _record(paper: Paper) -> Record:
    part = _QUESTION.check(paper, read_alone(_QUESTION.values([paper]).papers[0])).part
    return record_of(paper, part) if part else Record()


def _topic(papers: list[Paper], records: dict[str, Record]) -> SynthesisValues:
    told = [
        RecordedPaper(f"P{place}", paper.title, said(records[paper.key]), paper.abstract)
        for place, paper in enumerate(papers, 1)
    ]
    return SynthesisValues("Trees and nets", ("trees", "nets", "saws"), tuple(told))


def _lines(paper: Paper) -> list[str]:
    return [paper.title, paper.abstract]


def _digest(topic: SynthesisValues, told: SynthesisAnswer) -> OverviewValues:
    by_id = {paper.id: paper for paper in topic.papers}
    claims = (DigestedClaim(one.kind, one.text, tuple(one.papers), by_id[one.papers[0]]) for one in told.claims)
    return OverviewValues((TopicDigest("Woods", topic.topic, len(topic.papers), tuple(claims)),))


@given(_TITLES, _ABSTRACTS)
def test_each_statement_quotes_its_paper_and_says_no_other_figure(words: list[str], abstract: str) -> None:
    (paper,) = _papers([(words, abstract)])
    there = {paper.title, *sentences(paper.abstract)}
    for one in _record(paper).statements():
        assert set(one.quotes) <= there
        assert len(one.text) <= 500
        assert not missing_numbers(one.text, one.quotes)


@given(_TITLES, _ABSTRACTS)
def test_a_result_is_a_figure_of_its_quotes(words: list[str], abstract: str) -> None:
    (paper,) = _papers([(words, abstract)])
    for result in _record(paper).results:
        said_there = " ".join(result.quotes)
        assert not result.value or result.value.lstrip("+").split(" to ")[0] in said_there
        for part in filter(None, (result.measure, result.dataset, result.baseline)):
            assert not missing_numbers(part, [*result.quotes, paper.title])


@given(st.lists(st.tuples(_TITLES, _ABSTRACTS), min_size=1, max_size=5))
def test_a_topics_claims_cite_its_papers_and_say_their_figures_only(rows: list[tuple[list[str], str]]) -> None:
    papers = _papers(rows)
    topic = _topic(papers, {paper.key: _record(paper) for paper in papers})
    answer = synthesis(topic)
    assert answer == synthesis(topic)
    by_id = {f"P{place}": paper for place, paper in enumerate(papers, 1)}
    for claim in answer.claims:
        assert claim.papers
        assert set(claim.papers) <= set(by_id)
        assert len(set(claim.papers)) == len(claim.papers)
        lines = [line for id_ in claim.papers for line in _lines(by_id[id_])]
        assert not missing_numbers(claim.text, lines), claim
    for claim in overview(_digest(topic, answer)).claims:
        assert set(claim.papers) <= set(by_id)


@given(st.lists(st.tuples(_TITLES, _ABSTRACTS), min_size=2, max_size=4))
def test_a_cell_and_a_line_say_no_figure_that_their_paper_lacks(rows: list[tuple[list[str], str]]) -> None:
    papers = _papers(rows)
    records = {paper.key: _record(paper) for paper in papers}
    by_key = {paper.key: paper for paper in papers}
    titles = {paper.key: paper.title for paper in papers}
    for row in comparison(records, records, titles).rows:
        for cell in filter(None, row.cells):
            assert cell == cell.strip()
            assert not missing_numbers(cell, _lines(by_key[row.paper])), cell
    for line in paper_lines(records, records, (), titles):
        for one in line.statements:
            assert not missing_numbers(one.text, _lines(by_key[line.paper])), one
