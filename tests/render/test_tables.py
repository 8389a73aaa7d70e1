"""Tables for spreadsheets and programs: every paper, every field, and no cell that a spreadsheet would run."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.document import Row, Survey
from survey.errors import SettingsError
from survey.papers import Paper, Source
from survey.render import PAPER_RENDERERS, RENDERERS, papers_as, render
from survey.render.view import View, row_title, short_title

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


# --- comparisons and results ---


def test_the_comparisons_of_all_topics_are_one_table(real_survey: Survey) -> None:
    found = rows(render(real_survey, "comparison-csv"))
    by_key = real_survey.by_key()
    cells = {(topic.id, row.paper): (topic, row) for topic in real_survey.topics for row in topic.comparison.rows}
    assert [(row["topic_id"], row["key"]) for row in found] == list(cells)
    for row in found:
        topic, line = cells[row["topic_id"], row["key"]]
        shown = dict(zip(topic.comparison.columns, line.cells, strict=True))
        assert (row["topic"], int(row["number"])) == (topic.name, by_key[row["key"]].number)
        told = (row["approach"], row["data"], row["reported_result"])
        wanted = (shown.get("Approach", ""), shown.get("Data", ""), shown.get("Reported result", ""))
        assert tuple(cell.removeprefix("'") for cell in told) == wanted


def test_one_topics_comparison_is_found_by_its_id_and_by_its_name(real_survey: Survey) -> None:
    topic = real_survey.topics[2]
    by_id, by_name = (render(real_survey, "comparison-csv", topic=word) for word in (topic.id, topic.name))
    assert by_id == by_name
    assert [row["key"] for row in rows(by_id)] == [row.paper for row in topic.comparison.rows]


def test_an_unknown_topic_and_a_topic_of_another_format_are_errors_that_say_what_to_do(small_survey: Survey) -> None:
    with pytest.raises(SettingsError, match="no topic 'chess'") as caught:
        render(small_survey, "comparison-csv", topic="chess")
    assert all(topic.name in caught.value.todo for topic in small_survey.topics)
    with pytest.raises(SettingsError, match="can't be rendered as md") as caught:
        render(small_survey, "md", topic=small_survey.topics[0].id)
    assert "comparison-csv" in caught.value.todo


def test_every_result_with_a_value_has_its_line_and_the_sentence_it_stands_in(real_survey: Survey) -> None:
    found = rows(render(real_survey, "results-csv"))
    by_key = real_survey.by_key()
    told = [
        r
        for paper in real_survey.papers
        if (record := real_survey.records.get(paper.key))
        for r in record.results
        if r.value
    ]
    assert len(found) == len(told) > 60
    for row in found:
        paper = by_key[row["key"]]
        value = row["value"].removeprefix("'")
        assert value in row["sentence"], row
        assert (
            row["sentence"].removeprefix("'") in " ".join(f"{paper.title} {paper.abstract}".split())
            or "  " in row["sentence"]
        )
        assert row["change"] in {"", "gain", "reduction"}
    assert {row["change"] for row in found} == {"", "gain", "reduction"}


@pytest.mark.parametrize("to", ["comparison-csv", "results-csv"])
def test_no_cell_of_a_hostile_survey_is_a_formula_or_breaks_its_line(evil: Survey, to: str) -> None:
    for row in rows(render(evil, to)):
        assert None not in row
        for cell in row.values():
            assert not cell.lstrip().startswith(RUNS)


def test_a_row_has_its_whole_title_where_neither_cells_nor_topic_say_what_it_is_about(real_survey: Survey) -> None:
    paper = next(iter(View(real_survey).papers.values()))
    paper = replace(paper, title="TreeNet: Calibrating Saws for Bird Recognition")
    row = Row(paper=paper.key, cells=("Cuts twigs that are dry",))
    assert row_title(paper, row, "Forests") == paper.title
    assert row_title(paper, row.model_copy(update={"cells": ("Calibrates saws", "")}), "Bird recognition") == "TreeNet"
    long = replace(paper, title=" ".join(f"word{n}" for n in range(20)))
    assert row_title(long, row, "Forests").endswith(" word15 …")


def test_most_rows_of_the_real_survey_show_a_title_in_short(real_survey: Survey) -> None:
    view = View(real_survey)
    rows = [(view.papers[row.paper], row, topic.name) for topic in view.survey.topics for row in topic.comparison.rows]
    short = sum(row_title(*one) == short_title(one[0]) for one in rows)
    assert len(rows) / 2 < short < len(rows)
