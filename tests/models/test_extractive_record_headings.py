"""An abstract with headings says itself which sentence is what: the record follows it."""

import json
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from survey.evidence import sentences
from survey.models.extractive.purpose import as_done
from survey.models.extractive.record import read_paper
from survey.questions import NumberedPaper
from survey.structured import parts_of

SCIFACT = (
    Path(__file__).resolve().parents[2].parent / "shared" / "data" / "evidence" / "scifact_dev_claim_abstract.jsonl"
)
HEADED = NumberedPaper(
    "P1",
    "Sleep in old trees: a cohort study",
    (
        "BACKGROUND Old trees often fail to sleep, and the cause remains unknown.",
        "OBJECTIVE To determine whether light at night keeps old trees awake.",
        "METHODS Old trees were assigned at random to light or darkness, and their sleep was recorded by sensors.",
        "MAIN OUTCOME MEASURES Hours of sleep in a week and in a year of the study.",
        "RESULTS Trees beside lamps slept 3.2 hours less than trees in the dark.",
        "CONCLUSIONS Light at night keeps old trees awake.",
        "TRIAL REGISTRATION Register of trees, number 12.",
    ),
)


def test_each_field_comes_from_its_part() -> None:
    told = read_paper(HEADED)
    fields = {one.field: one.sentences for one in told.statements}
    assert fields["problem"] == [1]
    assert fields["method"] == [3]
    assert fields["contribution"][0] in {2, 6}
    assert {number for one in told.results for number in one.sentences} <= {5, 6}
    assert all(7 not in one.sentences for one in told.statements)


def test_what_a_trial_found_not_to_be_is_a_result_and_no_limit() -> None:
    found = "CONCLUSIONS Lamps beside old trees did not shorten their sleep in the towns of the study."
    told = read_paper(replace(HEADED, sentences=(*HEADED.sentences[:5], found)))
    assert "limitations" not in {one.field for one in told.statements}
    rests_on = [*(one.sentences for one in told.results), *(one.sentences for one in told.statements)]
    assert any(6 in numbers for numbers in rests_on)
    asked = f"{found} Further research is needed on young trees."
    told = read_paper(replace(HEADED, sentences=(*HEADED.sentences[:5], found, asked.split(". ")[1])))
    assert [one.sentences for one in told.statements if one.field == "limitations"] == [[7]]


def test_real_abstracts_with_headings_are_told_by_their_parts() -> None:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    papers = 0
    for text in sorted({json.loads(line)["abstract"] for line in SCIFACT.read_text(encoding="utf-8").splitlines()}):
        title, *said = sentences(text)
        lines = sentences(" ".join(said))
        parts = parts_of(lines)
        if sum(map(bool, parts)) < 3:
            continue
        papers += 1
        told = read_paper(NumberedPaper("P1", title, tuple(lines)))
        for field, numbers in [
            *((one.field, one.sentences) for one in told.statements),
            *(("results", one.sentences) for one in told.results),
        ]:
            found[field][parts[numbers[0] - 1]] += 1
    assert papers > 80

    def share(field: str, *parts: str) -> float:
        return sum(found[field][part] for part in parts) / sum(n for part, n in found[field].items() if part)

    assert share("problem", "background") > 0.9
    assert share("method", "method") > 0.9
    assert share("results", "result", "conclusion") > 0.95
    assert share("contribution", "aim", "conclusion") > 0.85
    assert sum(found["method"].values()) > 0.6 * papers


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("To determine whether trees sleep.", "Examines whether trees sleep."),
        ("To establish the number of trees that sleep.", "Examines the number of trees that sleep."),
        ("To assess if trees sleep.", "Examines whether trees sleep."),
        ("To determine whether trees sleep, we asked them.", "To determine whether trees sleep, we asked them."),
        ("To determine the cause, 12 trees were felled.", "To determine the cause, 12 trees were felled."),
    ],
)
def test_a_question_is_told_as_what_is_examined(text: str, told: str) -> None:
    assert as_done(text) == told
