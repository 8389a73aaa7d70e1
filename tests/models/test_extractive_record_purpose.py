"""A stated purpose is told as what is done; what only looks like one stays as it stands."""

from pathlib import Path

import pytest

from survey.build import build_survey
from survey.models.extractive.purpose import as_done, task
from survey.models.extractive.trim import trimmed
from survey.settings import Settings


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The aim of this study was to explore sleep at sea.", "Explores sleep at sea."),
        ("The primary objective of the present review is to critically assess diets.", "Critically assesses diets."),
        ("To systematically review the value of early rounds.", "Systematically reviews the value of early rounds."),
        ("Given its cost, the present study aimed to analyse whether tea helps.", "Analyses whether tea helps."),
        (
            "This article seeks to describe the ward, and to compare two shifts.",
            "Describes the ward, and compares two shifts.",
        ),
        (
            "The aim was to describe the ward, compare signs of stress, and to assess the impact of shifts.",
            "Describes the ward, compares signs of stress, and assesses the impact of shifts.",
        ),
        (
            "We wanted to assess and characterize the volume of notes.",
            "Assesses and characterizes the volume of notes.",
        ),
        (
            "The purpose of this review is to outline the path and further examine the role of rest.",
            "Outlines the path and further examines the role of rest.",
        ),
    ],
)
def test_a_purpose_is_told_as_done(sentence: str, told: str) -> None:
    assert as_done(sentence) == told
    assert as_done(told) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The aim of this study was to improve sleep at sea.", "Aims to improve sleep at sea."),
        ("This paper aims to identify what wakes sailors.", "Aims to identify what wakes sailors."),
        ("Our goal is to explain dreams by their causes.", "Aims to explain dreams by their causes."),
        ("To reveal the causes of bad dreams at sea.", "Aims to reveal the causes of bad dreams at sea."),
        (
            "The purpose of this review is to examine dreams and explain the role of rest.",
            "Aims to examine dreams and explain the role of rest.",
        ),
        (
            "The aim was to describe the ward, identify signs of stress, and to assess the impact of shifts.",
            "Aims to describe the ward, identify signs of stress, and to assess the impact of shifts.",
        ),
    ],
)
def test_what_may_fail_is_told_as_aimed_at(sentence: str, told: str) -> None:
    assert as_done(sentence) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "The purpose of this pillow is to improve sleep.",
        "The goal of sleep research is to explain dreams.",
        "To improve sleep, beds get longer.",
        "To what extent do sailors sleep?",
        "We aim to review diets and improve the care.",
        "To evaluate nets, we propose a benchmark.",
        "To review so much, good tools are essential.",
        "To explain this, a second trial was run.",
        "Studies of sleep aim high.",
        "The aim is noble.",
    ],
)
def test_what_may_not_be_done_or_is_no_purpose_stays(sentence: str) -> None:
    assert as_done(sentence) == sentence


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Objective To review how nurses rest.", "Reviews how nurses rest."),
        ("BACKGROUND AND AIMS Studies of rest vary widely.", "Studies of rest vary widely."),
        ("Abstract Background Free time is rare on a ward.", "Free time is rare on a ward."),
        ("RESULTS Nurses slept longer after the change.", "Nurses slept longer after the change."),
        ("Objective of review The objective of this review was to compare two shifts.", "Compares two shifts."),
        ("Results show that rest helps on every ward.", "Results show that rest helps on every ward."),
    ],
)
def test_the_headings_of_structured_abstracts_go(sentence: str, told: str) -> None:
    assert trimmed(sentence) == told


def test_no_medical_contribution_starts_with_a_heading_or_an_aim(shared: Path, tmp_path: Path) -> None:
    """On real systematic reviews, read in place."""
    settings = Settings(cache=tmp_path)
    made = build_survey([shared / "data" / "formats" / "asreview"], settings)
    assert len(made.papers) > 100
    said = [record.contribution.text for record in made.records.values() if record.contribution]
    bad = [
        text for text in said if text.startswith(("The aim of", "The objective of", "Objective ", "RESULTS ", "To "))
    ]
    assert len(bad) <= 3, bad


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Proposes Hyper, a framework for consolidating feature maps into one descriptor that can be used.",
            None,
        ),
        (
            "Proposes Hyper, a framework for merging feature maps into one descriptor that can be used.",
            "Merges feature maps into one descriptor.",
        ),
        (
            "Presents a method for extracting visual concepts from deep networks.",
            "Extracts visual concepts from deep networks.",
        ),
        ("Presents a method for ranking trees.", None),
        ("Presents a method for trees of many kinds and ages.", None),
    ],
)
def test_what_a_method_is_for_is_what_it_does(text: str, told: str | None) -> None:
    assert task(text) == told
