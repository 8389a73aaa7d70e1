"""Medicine: a ratio, a share of the ill, a spread say nothing without what they are of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.models.extractive.names import data_phrase
from survey.models.extractive.ratios import SPACED, of_an_outcome
from survey.models.extractive.reported import Result
from survey.models.extractive.results import figures


def told(text: str) -> list[tuple[str | None, str | None]]:
    return [(one.measure, one.value) for one in figures(text)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "It yielded an adjusted OR for in-hospital mortality of 0.62.",
            [("adjusted OR for in-hospital mortality", "0.62")],
        ),
        ("The hazard ratio for stroke was 0.81.", [("hazard ratio for stroke", "0.81")]),
        ("It decreased the cumulative incidence of new vertebral fractures by 41 %.",
         [("cumulative incidence of new vertebral fractures", "41")]),
        ("The prevalence of hypertension was 12%.", [("prevalence of hypertension", "12")]),
    ],
)  # fmt: skip
def test_a_ratio_is_told_with_its_outcome(text: str, shown: list[tuple[str, str]]) -> None:
    assert told(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Among new users, the adjusted RR was 0.77 (95% CI, 0.63-0.94).",
        "It was tied to the resolution of hypertension, with a HR of 5.64 (95% CI 2.65-11.99).",
        "It improved the NRI (79%, standard error 14%, p<0.01).",
        "They rise by a share of an SD, assuming an SD of 1 mmol/L.",
        "It increased abstinence but not 7-day point prevalence at 12 and 26 weeks.",
        "The accuracy was seen at 12 weeks.",
        "It would reduce disease events by 76%.",
        "A ban could have lowered mortality by 12%.",
        "Relief was found in 39.4% on AO, in 25.4% on AM and in 26.6% on PL.",
        "The accuracy of 14 786 patients was read.",
    ],
)
def test_what_nobody_can_read_alone_is_no_result(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It reaches an accuracy of 84.3% on CIFAR-10.",
        "It can reduce FLOPs by 40%.",
        "It lowers mortality by 12%.",
        "The error rate falls to 3.1%.",
        "It reaches 81.4% on CRAG.",
    ],
)
def test_other_figures_stay(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("It ran throughout Canada, enrolling 14 786 patients who bled.", "14 786 patients."),
        ("PARTICIPANTS 58 076 women, aged 30-60.", "58 076 women."),
        ("It used 11,685 participants.", "11,685 participants."),
        ("It used 1 234 567 images.", "1 234 567 images."),
        ("It has 12 patients.", "12 patients."),
    ],
)
def test_thousands_with_a_space_are_one_number(text: str, data: str) -> None:
    assert data_phrase(text) == data


def test_a_number_with_spaces_is_three_digits_after_the_first() -> None:
    assert [m[0] for m in SPACED.finditer("14 786 of 95\u2009700, 12 34, 1 2345, 7.5 100 and 10 100%")] == [
        "14 786",
        "95\u2009700",
    ]


@given(st.text(max_size=80), st.sampled_from(["OR", "AUC", "SD", "hazard ratio", None]))
def test_any_sentence_can_be_asked(before: str, measure: str | None) -> None:
    told = of_an_outcome(Result(measure=measure, value="0.5"), before)
    assert told is None or (told.measure or "").startswith(measure or "")
