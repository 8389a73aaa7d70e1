"""Broad names: a field that most of a group's papers work in, where no phrase holds for enough of them."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from survey.keyphrases import describe, wording_of
from survey.keyphrases.fields import fields_of
from survey.keyphrases.leftovers import rest_of, subject_of

IMAGING = [
    ("MRI reconstruction from few measurements", "Sparse measurements suffice for a scanner."),
    ("Chest CT nodules", "Nodules are found by a network with dilated kernels."),
    ("Retinal fundus grading", "Grading needs few annotators."),
    ("Ultrasound of the liver", "A probe moves over the skin."),
    ("Whole-slide pathology", "Slides are cut into tiles."),
    ("Endoscopic polyps", "Polyps are outlined by experts."),
]
OTHERS = [
    (f"Ranking {thing} by popularity", f"Popularity of {thing} decides which {thing} people choose.")
    for thing in (
        f"{first}{last}" for first in ("apple", "boat", "car", "door", "egg", "fig") for last in "bcdfghklmnp"
    )
]


def test_a_field_names_papers_that_share_no_phrase() -> None:
    imaging, _ = describe(wording_of([IMAGING, OTHERS]))
    assert imaging.name == imaging.phrases[0] == "Medical imaging"


def test_a_name_that_holds_for_enough_papers_stays() -> None:
    alike = [(title, f"{text} This is for knee cartilage.") for title, text in IMAGING]
    assert describe(wording_of([alike, OTHERS]))[0].name == "Knee cartilage"


def of_halves(papers: Sequence[tuple[str, str]], *told: str) -> list[tuple[str, str]]:
    """The papers, two and two of which say each of what is told."""
    said = [phrase for phrase in told for _ in range(2)]
    return [
        (title, f"{text} It is for {said[n]}." if n < len(said) else text) for n, (title, text) in enumerate(papers)
    ]


def test_a_field_of_nearly_all_goes_before_two_halves_that_two_papers_hold_each() -> None:
    more = [("Ultrasound of wrists", "A wrist is thin."), ("MRI of hips", "Hips turn."), ("CT of toes", "Toes bend.")]
    papers = of_halves([*IMAGING, *more], "knee cartilage", "elbow tendons")
    assert describe(wording_of([papers, OTHERS]))[0].name == "Medical imaging"
    assert " and " in describe(wording_of([papers, OTHERS]), kept={0: "Medical imaging"})[0].name


def test_two_halves_that_few_of_many_papers_hold_give_way_to_what_most_of_them_are_about() -> None:
    words = "ants bees cats dogs eels fish gnus hens ibex jays".split()
    plain = [(f"On {word}", f"We sort {word} by neural networks.") for word in words]
    papers = of_halves(plain, "knee cartilage", "elbow tendons")
    assert describe(wording_of([papers, OTHERS]))[0].name == "Other work on neural network"
    assert describe(wording_of([papers[:8], OTHERS]))[0].name != "Other work on neural network"


def test_of_few_papers_no_field_is_told() -> None:
    assert describe(wording_of([IMAGING, OTHERS[:40]]))[0].name != "Medical imaging"


def test_a_field_of_two_groups_tells_neither() -> None:
    def marked(phrase: str) -> list[tuple[str, str]]:  # by what two of the papers share
        return [(title, f"{text} It is for {phrase}." if n < 2 else text) for n, (title, text) in enumerate(IMAGING)]

    one, other, _ = describe(wording_of([marked("knee cartilage"), marked("elbow tendons"), OTHERS]))
    assert (one.name, other.name) == ("Knee cartilage", "Elbow tendons")
    assert describe(wording_of([marked("knee cartilage"), OTHERS]))[0].name == "Medical imaging"


def test_a_field_that_a_theme_is_named_by_is_kept_for_it() -> None:
    assert describe(wording_of([IMAGING, OTHERS]), kept={0: "Medical imaging"})[0].name != "Medical imaging"


def test_a_field_that_others_are_of_as_well_names_no_group() -> None:
    scanned = [(f"{title} in MRI scans", text) for title, text in OTHERS]
    assert describe(wording_of([IMAGING, scanned]))[0].name != "Medical imaging"


@pytest.mark.parametrize(
    ("title", "abstract", "found"),
    [
        ("Sentinel-2 composites", "Clouds hide the ground.", True),
        ("Composites", "Land cover changes. Satellite images show it.", True),
        ("Composites", "Our method helps remote sensing, among others.", False),
        ("The satellite workshop", "A report.", False),
    ],
)
def test_a_paper_is_of_a_field_by_its_title_or_more_than_one_word(title: str, abstract: str, *, found: bool) -> None:
    assert ("Remote sensing" in dict(fields_of(title, abstract))) is found


def test_of_a_field_with_two_parts_words_of_each_are_needed() -> None:
    name = "Evaluation of language models"
    assert dict(fields_of("Benchmarking language models", ""))[name]
    assert not dict(fields_of("Language models that plan", "We benchmark LLMs. Benchmarks are hard."))[name]
    assert name not in dict(fields_of("Language models that plan", "LLMs plan."))


def marked(group: list[tuple[str, str]], phrase: str, least: int = 2) -> list[tuple[str, str]]:
    """The papers of a group, the first of which share a phrase."""
    return [(title, f"{text} It is for {phrase}." if n < least else text) for n, (title, text) in enumerate(group)]


DRIVING = [
    ("Lanes on hills", "Hills are steep."),
    ("Vehicles in fog", "Fog is thick."),
    ("Traffic at dusk", "Dusk comes early."),
    ("Self-driving on ice", "Ice is thin."),
]


def test_two_fields_name_papers_that_neither_alone_would_hold() -> None:
    mixed = [*IMAGING[:4], *DRIVING]
    assert describe(wording_of([mixed, OTHERS]))[0].name == "Autonomous driving and medical imaging"
    assert describe(wording_of([mixed[:5], OTHERS]))[0].name == "Medical imaging"  # one is no half


def test_a_half_is_no_field_that_another_group_is_of() -> None:
    mixed = [*IMAGING[:4], *DRIVING]
    more = [(f"Traffic near {place}", f"Cars pass {place}.") for place in ("towns", "farms", "coasts")]
    assert "riving" not in describe(wording_of([mixed, more, OTHERS]))[0].name


LARGER = [(f"{title} of {part}", text) for part in ("mice", "rats") for title, text in IMAGING]
LEFT = [*IMAGING, ("Tomography of ropes", "Ropes are scanned."), ("Radiographs of bones", "Bones are scanned.")]


def test_what_is_left_of_the_field_of_a_theme_is_told_as_that() -> None:
    groups = [marked(LARGER, "rodent cohorts", 12), marked(LEFT, "knee cartilage"), OTHERS]
    theme = {0: "Medical imaging", 1: "Medical imaging"}
    names = [one.name for one in describe(wording_of(groups), kept=theme)]
    assert names[:2] == ["Rodent cohorts", "Other work on medical imaging"]
    known = [one.name for one in describe(wording_of(groups), {1: "Knees"}, kept=theme)]
    assert known[1] == "Knees"  # a name that stands is never changed


def test_nothing_is_left_of_a_field_that_no_larger_group_is_of() -> None:
    groups = [marked(LARGER[:6], "rodent cohorts", 6), marked(LEFT, "knee cartilage"), OTHERS]
    theme = {0: "Medical imaging", 1: "Medical imaging"}
    assert describe(wording_of(groups), kept=theme)[1].name == "Knee cartilage"


def test_a_name_near_what_the_papers_are_about_stays_though_few_use_its_words() -> None:
    groups = [marked(LARGER, "rodent cohorts", 12), marked(LEFT, "knee cartilage"), OTHERS]

    def near(keys: Sequence[str]) -> NDArray[np.float32]:
        return np.array([[0.1, 0.9, 0.1]] * len(keys), dtype=np.float32)

    theme = {0: "Medical imaging", 1: "Medical imaging"}
    assert describe(wording_of(groups), kept=theme, near=near)[1].name == "Knee cartilage"


def test_the_subject_of_what_is_left_is_the_field() -> None:
    assert subject_of("Other work on robotics") == "Robotics"
    assert subject_of("Robotics") == "Robotics"
    assert rest_of("AI agents") == "Other work on AI agents"
