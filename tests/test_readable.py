"""Every text that a reader of a survey meets, whole surveys long: it reads well, and its words are the papers' own.

Where a text stumbles, so does the sentence that it quotes: what is wrong in an abstract is the abstract's.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from blemishes import blemishes, stems

from survey.document import Survey
from survey.evidence import missing_numbers, numbers
from survey.records import Record, Statement
from survey.render.view import View
from survey.words import MANY, ONE_ABOUT, data_key

FIELDS = ("contribution", "problem", "method", "data", "limitations")
_WORDS_OF_ITS_OWN = stems(
    "one another several papers paper paper's study survey review method approach the a an of on in is are and it they "
    "their its authors according to with use uses work deal about report reported address build find finds say leaves "
    "later starts from observation that gain gains cuts reports over raises up "
    "highlights underscores concludes argues suggests shows"
)
"""What a survey says that no abstract has to: who says something, of how many, and that they say it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A text of a survey: where it stands, and what it is taken from."""

    where: str
    text: str
    source: str


Texts = Callable[[Survey], list[Shown]]


@pytest.fixture(params=["real_survey", "small_survey"])
def survey(request: pytest.FixtureRequest) -> Survey:
    """The survey of the real dumps, and that of examples/."""
    found: Survey = request.getfixturevalue(request.param)
    return found


def statements(record: Record) -> Iterator[tuple[str, Statement]]:
    yield from ((name, told) for name in FIELDS if (told := getattr(record, name)) is not None)
    yield from (("result", result) for result in record.results)


def of_claims(survey: Survey) -> list[Shown]:
    claims = (*survey.overview, *(claim for topic in survey.topics for claim in topic.claims))
    return [Shown(f"{c.id} {c.kind}", c.text, " ".join(one.quote for one in c.evidence)) for c in claims]


def of_records(survey: Survey) -> list[Shown]:
    return [
        Shown(f"{name} of {key}", told.text, " ".join(told.quotes))
        for key, record in survey.records.items()
        for name, told in statements(record)
    ]


def of_cells(survey: Survey) -> list[Shown]:
    papers = survey.by_key()
    return [
        Shown(f"{column} of {row.paper}", cell, f"{papers[row.paper].title} {papers[row.paper].abstract}")
        for topic in survey.topics
        for row in topic.comparison.rows
        for column, cell in zip(topic.comparison.columns, row.cells, strict=True)
        if cell
    ]


def of_lines(survey: Survey) -> list[Shown]:
    view = View(survey)
    return [
        Shown(f"line on {line.paper}", told.text, " ".join(told.quotes))
        for topic in survey.topics
        for line in view.lines(topic)
        for told in line.statements
    ]


# --- how it reads ---


@pytest.mark.parametrize("texts", [of_claims, of_records, of_cells, of_lines])
def test_nothing_stumbles_but_what_stumbles_in_its_abstract(survey: Survey, texts: Texts) -> None:
    shown = texts(survey)
    assert len(shown) >= len(survey.papers) / 2
    wrong = [(one.where, bad, one.text) for one in shown if (bad := blemishes(one.text) - blemishes(one.source))]
    assert wrong == []


def test_every_statement_is_a_sentence_with_one_end(survey: Survey) -> None:
    for one in (*of_claims(survey), *of_records(survey)):
        assert re.search(r"(?:[\w\])%\"”’'°$*+³²…]|\be\.g|\betc)[.!?][\"”’')]?$", one.text) or (
            one.source.endswith(one.text[-5:])
        ), one
        assert not re.search(r"[.!?][.!?]$", one.text) or one.source.endswith(one.text[-5:]), one
        first = one.text.split()[0]
        assert not re.fullmatch(r"[a-z]+,?", first), one


def test_no_statement_starts_with_what_stands_in_another_sentence(survey: Survey) -> None:
    back = re.compile(
        r"(?:This|These|Those|Such|It|They|Its|Their|He|She|Here|Thus|Hence|However|Moreover|Furthermore|Also|Therefore|"
        r"Additionally|In addition|To this end|To do so|Finally|Then|Second|Third|Instead(?! of\b)|But|And|Or|So|"
        r"In contrast(?! (?:to|with)\b)|"
        r"As a result(?! of\b)|For example|For instance|Similarly|Nevertheless|Notably|Specifically|In particular)\b"
    )
    assert [one for one in of_claims(survey) if back.match(one.text)] == []
    assert [one for one in of_cells(survey) if back.match(one.text)] == []


def test_no_statement_speaks_of_the_paper_as_if_the_reader_held_it() -> None:
    """Kept apart from the surveys: the pattern itself has to find what it is for."""
    assert blemishes("In this work we show it.") == {"the first person"}
    assert blemishes("Proposes the a gate ( for.") >= {"an article too many", "an open bracket or quotation"}
    assert blemishes("A gate that is that is.") >= {"an open end"}
    assert blemishes("FastNet reaches 54.5 AP on COCO.") == set()


def test_a_survey_of_papers_speaks_of_this_paper_nowhere(survey: Survey) -> None:
    here = re.compile(r"\b(?:this|the present|the current) (?:paper|work|study|article|survey|manuscript)\b", re.I)
    assert [one for one in of_claims(survey) if here.search(one.text)] == []


def test_no_claim_is_longer_than_a_reader_takes_in(survey: Survey) -> None:
    lengths = [len(one.text.split()) for one in of_claims(survey)]
    assert max(lengths) <= 75
    assert sum(length > 40 for length in lengths) < 0.1 * len(lengths)


def test_cells_are_short(survey: Survey) -> None:
    """One in twenty goes on for some words where what was found, or how, would be cut."""
    approaches = [len(one.text.split()) for one in of_cells(survey) if one.where.startswith("Approach")]
    assert sum(words > 24 for words in approaches) <= max(2, 0.06 * len(approaches))
    for one in of_cells(survey):
        most = 40 if one.where.startswith("Reported") else 30
        assert len(one.text.split()) <= most, one
        assert not one.text.endswith((".", ",", ";", ":")) or one.text.endswith("etc."), one


# --- whose words it is ---


def test_every_word_of_a_statement_comes_from_its_papers(survey: Survey) -> None:
    papers = survey.by_key()
    names = stems(" ".join(topic.name for topic in survey.topics))
    for claim in (*survey.overview, *(claim for topic in survey.topics for claim in topic.claims)):
        said = stems(" ".join(f"{papers[key].title} {papers[key].abstract}" for key in claim.papers))
        said |= names if claim in survey.overview else set()
        if not claim.text.startswith(MANY):  # what several have in common has a name of its own
            assert stems(claim.text) - said <= _WORDS_OF_ITS_OWN, claim.text


def test_every_word_of_a_record_comes_from_its_paper(survey: Survey) -> None:
    papers = survey.by_key()
    added: Counter[str] = Counter()
    for key, record in survey.records.items():
        said = stems(f"{papers[key].title} {papers[key].abstract}")
        for name, told in statements(record):
            new = stems(told.text) - said - _WORDS_OF_ITS_OWN
            assert len(new) <= 1, (name, told.text)
            added.update(new)
    assert sum(added.values()) <= 0.04 * len(survey.records), "another form of a verb, as of 'was fused'"


def test_every_word_of_a_cell_comes_from_its_paper(survey: Survey) -> None:
    """But for what a value is against, and that there is less of it."""
    own = _WORDS_OF_ITS_OWN | stems("against less fewer faster lower shorter others called fused up")
    for one in of_cells(survey):
        assert stems(one.text) - stems(one.source) <= own, one


def test_names_in_a_statement_are_written_as_its_papers_write_them(survey: Survey) -> None:
    papers = survey.by_key()
    for claim in (claim for topic in survey.topics for claim in topic.claims if claim.kind in {"finding", "gap"}):
        source = " ".join(f"{papers[key].title} {papers[key].abstract}" for key in claim.papers)
        for name in re.findall(r"(?<![\w-])[A-Z]\w*[A-Z]\w*", claim.text):
            assert name in source, (name, claim.text)


# --- figures ---


def test_every_figure_of_a_cell_stands_in_a_sentence_that_the_paper_is_quoted_with(survey: Survey) -> None:
    shown = 0
    for topic in survey.topics:
        if "Reported result" in topic.comparison.columns:
            at = topic.comparison.columns.index("Reported result")
            for row in (row for row in topic.comparison.rows if row.cells[at]):
                quotes = [quote for result in survey.records[row.paper].results for quote in result.quotes]
                values = numbers(re.sub(r" on [^;(]*|\([^)]*\)", "", row.cells[at]))
                assert values
                assert not missing_numbers(" ".join(values), quotes), (row.cells[at], quotes)
                shown += 1
    assert shown > (50 if len(survey.papers) > 100 else 0)


def test_every_part_of_a_reported_result_stands_in_its_sentence(survey: Survey) -> None:
    def plain(text: str) -> str:
        return re.sub(r"[\W_]+", "", text).casefold()

    for paper, result in View(survey).reported:
        told = plain(" ".join((*result.quotes, result.text)))
        abstract = plain(f"{paper.title} {paper.abstract}")
        assert plain((result.value or "").lstrip("+")) in told, result
        assert plain(result.unit or "") in told, result
        for part in (result.dataset, result.measure, result.baseline):
            for word in re.findall(r"[A-Za-z]{4,}", part or ""):
                assert stems(word) <= stems(f"{paper.title} {paper.abstract}") or plain(word) in abstract, result


def test_data_that_is_shared_is_told_by_each_paper_that_is_counted(survey: Survey) -> None:
    view = View(survey)
    papers = survey.by_key()
    shared = [one for topic in survey.topics for one in view.shared_data(topic, 5)] + list(view.recurring)
    for one in shared:
        assert len(set(one.papers)) == len(one.papers) > 1
        for key in one.papers:
            text = re.sub(r"[\W_]+", "", data_key(f"{papers[key].title} {papers[key].abstract}"))
            assert re.sub(r"[\W_]+", "", data_key(one.name)) in text, (one.name, key)


# --- how a topic is told ---


def test_a_paper_has_one_finding_at_most_in_its_topic(survey: Survey) -> None:
    for topic in survey.topics:
        cited = Counter(key for claim in topic.claims if claim.kind == "finding" for key in claim.papers)
        assert set(cited) <= set(topic.papers)
        assert all(times == 1 for times in cited.values()), cited


def test_no_sentence_is_told_both_as_what_is_open_and_as_what_was_found(survey: Survey) -> None:
    for topic in survey.topics:
        left_open = {(e.paper, e.quote) for claim in topic.claims if claim.kind == "gap" for e in claim.evidence}
        told = [claim for claim in topic.claims if claim.kind not in {"gap", "agreement"}]  # which only counts papers
        assert left_open & {(e.paper, e.quote) for claim in told for e in claim.evidence} == set()


def test_no_line_says_again_what_a_statement_above_it_says_of_that_paper(survey: Survey) -> None:
    view = View(survey)
    for topic in survey.topics:
        told = {
            (e.paper, e.quote)
            for claim in topic.claims
            if claim.kind in {"finding", "gap", "context"} and not claim.text.startswith(ONE_ABOUT)  # as its title says
            for e in claim.evidence
        }
        for line in view.lines(topic):
            for statement in line.statements:
                assert not {(line.paper, quote) for quote in statement.quotes} & told


def test_every_paper_of_a_topic_is_in_its_lines_or_in_its_statements(survey: Survey) -> None:
    view = View(survey)
    for topic in survey.topics:
        cited = {key for claim in topic.claims for key in claim.papers}
        lines = [line.paper for line in view.lines(topic)]
        assert lines == [key for key in topic.papers if key in lines], "in the topic's order, each once"
        assert set(lines) | cited >= {key for key in topic.papers if view.papers[key].abstract}


def test_the_findings_under_a_subject_are_of_papers_that_the_opening_counts(survey: Survey) -> None:
    view = View(survey)
    for topic in survey.topics:
        parts = view.findings(topic)
        counted = {group.text: set(group.papers) for group in view.groups(topic)}
        shown = [claim.id for _, claims in parts for claim in claims]
        assert sorted(shown) == sorted(claim.id for claim in topic.claims if claim.kind == "finding"), "each once"
        for subject, claims in parts[: max(0, len(parts) - 1)]:
            (group,) = [papers for text, papers in counted.items() if subject and f" {subject}." in text]
            assert len(claims) > 1
            others = [claim for claim in claims if not set(claim.papers) <= group]
            assert len(others) < len(claims)
            assert sum(subject.removesuffix("s").casefold() not in claim.text.casefold() for claim in others) < 2


def test_keywords_and_names_of_topics_tell_them_apart(survey: Survey) -> None:
    names = [topic.name.casefold() for topic in survey.topics]
    assert len(set(names)) == len(names)
    for topic in survey.topics:
        words = [word.casefold() for word in topic.keywords]
        assert len(set(words)) == len(words) >= 3
        assert not [word for word in words if f"{word}s" in words], "one in the plural is the same"
        assert topic.nearest != topic.id
        text = " ".join(f"{p.title} {p.abstract}" for p in survey.papers if p.topic == topic.id)
        assert stems(" ".join(topic.keywords)) <= stems(text), topic.keywords


def test_a_row_of_a_comparison_is_a_paper_of_its_topic_in_the_topics_order(survey: Survey) -> None:
    for topic in survey.topics:
        rows = [row.paper for row in topic.comparison.rows]
        assert rows == [key for key in topic.papers if key in rows]
        assert len(rows) != 1
        assert all(any(row.cells) for row in topic.comparison.rows)
        for n in range(len(topic.comparison.columns)):
            assert sum(bool(row.cells[n]) for row in topic.comparison.rows) >= 0.1 * len(rows)
