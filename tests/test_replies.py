"""The JSON in what models write, whatever stands around it."""

import json

import pytest
from costs import growth
from hypothesis import given
from hypothesis import strategies as st

from survey.replies import NotJson, foreign_markup, json_in, plain

ANSWER = {"papers": [{"paper": "P1", "text": 'It {works} "well" — 5 %.'}]}
TEXT = json.dumps(ANSWER, ensure_ascii=False)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        f"```json\n{TEXT}\n```",
        f"Sure! Here is the answer:\n{TEXT}\nI hope it helps {{a lot}}.",
        f'<think>Perhaps {{"papers": []}}? Or {{"papers": [1]}}</think>{TEXT}',
        f'reasoning without an opening tag {{"papers": [] }} </think>\n{TEXT}',
        f'{TEXT}\n\nNote: {{"confidence": 1}}',
        json.dumps(ANSWER, indent=4),
        TEXT.replace("It ", "It\n\t"),
    ],
)
def test_the_answer_is_found(text: str) -> None:
    found = json_in(text, ["papers"])
    assert not found.cut
    assert json.loads(json.dumps(found.answer).replace("\\n\\t", " ")) == ANSWER


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("no JSON here", "not a JSON object"),
        ("[1, 2]", "not a JSON object"),
        ("{" * 100_000, "not a JSON object"),
        ('{"a":' * 50_000, "not a JSON object"),
        ("9" * 500_000, "characters"),
    ],
)
def test_what_holds_no_answer_is_named_and_quickly(text: str, reason: str) -> None:
    def read(size: int) -> str:
        with pytest.raises(NotJson) as caught:
            json_in(text[:size], ["papers"])
        return str(caught.value)

    assert reason in read(len(text))
    assert growth(read, len(text)) < 3


def test_an_answer_that_broke_off_keeps_what_is_whole() -> None:
    answer = {"papers": [{"paper": "P1", "a": [1, 2]}, {"paper": "P2", "a": [3]}, {"paper": "P3", "a": [4]}]}
    text = json.dumps(answer)
    found = json_in(text[: text.index('"P3"') + 2], ["papers"])
    assert found.cut
    papers = found.answer["papers"]
    assert isinstance(papers, list)
    assert papers[:2] == answer["papers"][:2]


def test_lone_surrogates_and_control_characters_do_no_harm() -> None:
    found = json_in('{"name": "a\\ud800b\x01c\\u0000"}', ["name"])
    name = found.answer["name"]
    assert isinstance(name, str)
    assert plain(name) == "ab c"
    json.dumps(found.answer, ensure_ascii=False).encode()


@given(st.text(max_size=300))
def test_any_text_is_an_answer_or_none(text: str) -> None:
    try:
        found = json_in(text, ["papers"])
    except NotJson:
        return
    assert isinstance(found.answer, dict)


@given(st.integers(0, len(TEXT) - 1))
def test_any_beginning_of_an_answer_is_marked_as_cut(length: int) -> None:
    try:
        found = json_in(TEXT[:length], ["papers"])
    except NotJson:
        return
    assert found.cut or "papers" not in found.answer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is <b>bold</b>.", "<b>"),
        ("See [here](http://x.example).", "](http://x.example)"),
        ("See https://x.example/y now", "https://x.example/y"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("a < b and c > d", ""),
        ("f(x) [1] (2)", ""),
    ],
)
def test_markup_that_the_source_lacks(text: str, found: str) -> None:
    assert foreign_markup(text, "another text") == found
    assert foreign_markup(text, text) == ""
