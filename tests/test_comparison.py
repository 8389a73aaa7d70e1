"""Comparison tables: laid out by code, short cells, nothing in them that the records don't hold."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.comparison import COLUMNS, comparison, phrase, result_phrase
from survey.document import Survey
from survey.evidence import folded, numbers
from survey.records import Record, Result, Statement
from survey.scorecard import statements

WORD = re.compile(r"[^\W\d_]+|\d+")


def statement(text: str) -> Statement:
    return Statement(text=text, quotes=(text,))


def result(**parts: str) -> Result:
    return Result(text="A result.", quotes=("A result.",), **parts)


FULL = Record(
    method=statement("A sparse transformer"),
    results=(result(value="72.4", unit="%", measure="mIoU", dataset="Cityscapes", baseline="DeepLab"),),
)


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ({"value": "72.4", "unit": "%", "measure": "mIoU", "dataset": "ADE20K"}, "72.4% mIoU on ADE20K"),
        ({"value": "12", "unit": "ms"}, "12 ms"),
        ({"value": "3", "unit": "x", "measure": "speed-up", "baseline": "DeiT"}, "3x speed-up (against DeiT)"),
        ({"value": "92.1% accuracy", "measure": "accuracy"}, "92.1% accuracy"),
        ({"measure": "accuracy", "dataset": "ADE20K"}, ""),
        ({}, ""),
    ],
)
def test_a_result_in_a_table(parts: dict[str, str], shown: str) -> None:
    assert result_phrase(result(**parts)) == shown


def test_a_table_has_a_row_for_each_paper_with_something_to_show() -> None:
    records = {"a": FULL, "b": FULL, "mute": Record()}
    table = comparison(["b", "mute", "a", "unread"], records)
    assert table.columns == COLUMNS
    assert [row.paper for row in table.rows] == ["b", "a"]
    assert table.rows[0].cells == ("A sparse transformer", "Cityscapes", "72.4% mIoU on Cityscapes (against DeepLab)")


def test_an_empty_column_is_left_out() -> None:
    plain = Record(method=statement("A sparse transformer"))
    assert comparison(["a", "b"], {"a": plain, "b": plain}).columns == ("Approach",)


@pytest.mark.parametrize("records", [{}, {"a": FULL}, {"a": FULL, "b": Record()}])
def test_there_is_no_table_where_there_is_nothing_to_compare(records: dict[str, Record]) -> None:
    table = comparison(["a", "b"], records)
    assert (table.columns, table.rows) == ((), ())


def test_a_phrase_is_short_and_stops_between_words() -> None:
    text = (
        "A very long description of an approach, which goes on and on about all of its parts and their uses in detail."
    )
    assert phrase(text) == "A very long description of an approach"
    assert phrase("Short.") == "Short"
    assert phrase("word " * 40).endswith(" …")


@given(st.text(max_size=300))
def test_no_phrase_is_longer_than_a_cell(text: str) -> None:
    shown = phrase(text)
    assert len(shown) <= 92
    kept = shown.removesuffix(" …").casefold()
    assert kept in folded(text).casefold() or kept in text.casefold()


def test_a_word_longer_than_a_cell_is_cut() -> None:
    assert phrase("0" * 120) == "0" * 90 + " …"


def test_every_cell_of_the_real_survey_holds_only_its_papers_words(real_survey: Survey) -> None:
    texts = {paper.key: f"{paper.title} {paper.abstract}" for paper in real_survey.papers}
    said = {key: " ".join(s.text for s in statements(record)) for key, record in real_survey.records.items()}
    words = {key: set(WORD.findall(f"{texts[key]} {said[key]}".casefold())) for key in said}
    rows = [row for topic in real_survey.topics for row in topic.comparison.rows]
    assert len(rows) > 200
    for row in rows:
        shown = " ".join(row.cells).replace("(against ", "(").replace(" on ", " ")
        assert set(WORD.findall(shown.casefold())) <= words[row.paper], row
        assert set(numbers(shown)) <= set(numbers(texts[row.paper])), row
