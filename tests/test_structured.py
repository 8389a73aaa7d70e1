"""The headings of structured abstracts are no words of the paper: they go, and nothing else does."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.structured import is_formal, parts_of, without_headings

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("BACKGROUND LDL harms. METHODS We counted. RESULTS Three died.", "LDL harms. We counted. Three died."),
        ("CONCLUSIONS AND RELEVANCE Sleep helps.", "Sleep helps."),
        ("DESIGN, SETTING, AND PARTICIPANTS We asked 12. MAIN OUTCOME MEASURES: Death.", "We asked 12. Death."),
        ("Materials and Methods: We asked 12. Results: 3 of 4 did.", "We asked 12. 3 of 4 did."),
        ("METHODS AND FINDINGS 3 of 4 did.", "3 of 4 did."),
    ],
)
def test_headings_go(text: str, plain: str) -> None:
    assert without_headings(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "SAMPLE achieves more, and IMPACT is a method.",
        "Background noise matters. Results are mixed. Methods vary.",
        "We state our goal: Trees grow.",
        "The RESULTS of the vote stand.",
        "Patients slept: nobody knows why.",
    ],
)
def test_words_that_are_no_headings_stay(text: str) -> None:
    assert without_headings(text) == text


@given(st.text(max_size=200))
def test_nothing_but_headings_goes(text: str) -> None:
    plain = without_headings(text)
    assert len(plain) <= len(text)
    left = iter(text)
    assert all(char in left for char in plain), "what is left stands in the text, in its order"


def test_who_paid_and_where_a_trial_is_registered_is_no_finding() -> None:
    formal = ("TRIAL REGISTRATION Register of trials: 12.", "FUNDING A foundation.", "Trial registration: 12.")
    assert all(map(is_formal, formal))
    assert not any(map(is_formal, ("FUNDINGS rose.", "Funding rose.", "Registration of scans helps.", "RESULTS Fine.")))


def test_real_abstracts_of_medicine_keep_no_heading_in_capitals() -> None:
    path = SHARED / "data" / "evidence" / "scifact_dev_claim_abstract.jsonl"
    found = {json.loads(line)["abstract"] for line in path.read_text(encoding="utf-8").splitlines()}
    headed = [text for text in found if "CONCLUSIONS " in text and "RESULTS " in text]
    assert len(headed) > 50
    left = [text for text in map(without_headings, headed) if ". RESULTS " in text or ". CONCLUSIONS " in text]
    assert len(left) < 0.02 * len(headed)


def test_a_sentence_is_in_the_part_whose_heading_stands_above_it() -> None:
    told = (
        "BACKGROUND Trees sleep.",
        "Nobody knows why.",
        "OBJECTIVE To ask.",
        "DESIGN, SETTING, AND PARTICIPANTS We asked 12.",
        "MAIN OUTCOME MEASURES Hours of sleep.",
        "RESULTS Three slept.",
        "CONCLUSIONS AND RELEVANCE Sleep helps.",
        "FUNDING A foundation.",
    )
    parts = ["background", "background", "aim", "method", "measure", "result", "conclusion", "formal"]
    assert parts_of(told) == parts
    assert parts_of(("METHODS AND RESULTS We asked 12; 3 slept.", "CONCLUSION Sleep helps.")) == ["", "conclusion"]
    assert parts_of(("RESULTS Three slept.", "Nine did not.")) == ["", ""], "one heading makes no form"
