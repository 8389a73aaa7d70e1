"""Tables for spreadsheets and programs: every paper, every field, and no cell that a spreadsheet would run."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.document import Survey
from survey.errors import SettingsError
from survey.papers import Paper, Source
from survey.render import PAPER_RENDERERS, RENDERERS, papers_as, render

SOURCE = Source("dump.txt", "text", 1, 7)
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_paper_of_the_real_survey_has_its_line(real_survey: Survey) -> None:
    found = rows(render(real_survey, "csv"))
    topics = {topic.id: topic.name for topic in real_survey.topics}
    assert [int(row["number"]) for row in found] == list(range(1, 428))
    by_key = {paper.key: paper for paper in real_survey.papers}
    for row in found:
        paper = by_key[row["key"]]
        assert row["title"].removeprefix("'") == paper.title
        assert row["abstract"].removeprefix("'") == paper.abstract
        assert row["topic"] == topics[paper.topic]
        assert (row["dump"], int(row["line"])) == (paper.sources[0].dump, paper.sources[0].line)
        contribution = real_survey.records[paper.key].contribution
        assert row["contribution"].removeprefix("'") == (contribution.text if contribution else "")


@given(
    st.one_of(
        st.text(max_size=30),
        st.tuples(st.sampled_from(["", " ", "  ", *RUNS]), st.sampled_from(["=1+1", "-2", "x"])).map("".join),
    )
)
def test_no_cell_is_a_formula(title: str) -> None:
    """OWASP, CSV injection: a spreadsheet runs what starts with one of these, also behind spaces."""
    paper = Paper("key", title, title, (title,), None, title, title, title, title, (SOURCE,))
    (row,) = rows(papers_as([paper], "csv"))
    for cell in row.values():
        assert not cell.lstrip().startswith(RUNS)
    assert row["title"].removeprefix("'") == " ".join(title.split()).removeprefix("'")


def test_hostile_surveys_keep_their_lines(evil: Survey) -> None:
    found = rows(render(evil, "csv"))
    assert len(found) == len(evil.papers)
    assert all(None not in row for row in found)


def test_json_lines_hold_the_papers_whole(real_survey: Survey) -> None:
    lines = papers_as(real_survey.papers, "jsonl").splitlines()
    assert len(lines) == 427
    first = json.loads(lines[0])
    paper = real_survey.papers[0]
    assert (first["key"], first["title"], first["abstract"]) == (paper.key, paper.title, paper.abstract)
    assert first["sources"][0]["line"] == paper.sources[0].line


@given(st.text(max_size=40))
def test_a_json_line_is_one_line_whatever_it_holds(text: str) -> None:
    paper = Paper("key", text, text, (text,), sources=(SOURCE,))
    (line,) = papers_as([paper], "jsonl").rstrip("\n").split("\n")
    assert json.loads(line)["title"] == text


def test_unknown_formats_are_errors_that_list_the_known(small_survey: Survey) -> None:
    with pytest.raises(SettingsError, match="docx2") as caught:
        render(small_survey, "docx2")
    assert all(name in caught.value.todo for name in RENDERERS)
    with pytest.raises(SettingsError, match="docx2") as caught:
        papers_as([], "docx2")
    assert all(name in caught.value.todo for name in PAPER_RENDERERS)
