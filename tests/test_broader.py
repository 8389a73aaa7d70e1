"""Broad names: a field that most of a group's papers work in, where no phrase holds for enough of them."""

import pytest

from survey.keyphrases import describe, wording_of
from survey.keyphrases.fields import fields_of

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


def test_of_few_papers_no_field_is_told() -> None:
    assert describe(wording_of([IMAGING, OTHERS[:40]]))[0].name != "Medical imaging"


def test_a_field_of_two_groups_tells_neither() -> None:
    def marked(phrase: str) -> list[tuple[str, str]]:  # by what two of the papers share
        return [(title, f"{text} It is for {phrase}." if n < 2 else text) for n, (title, text) in enumerate(IMAGING)]

    one, other, _ = describe(wording_of([marked("knee cartilage"), marked("elbow tendons"), OTHERS]))
    assert (one.name, other.name) == ("Knee cartilage", "Elbow tendons")
    assert describe(wording_of([marked("knee cartilage"), OTHERS]))[0].name == "Medical imaging"


def test_a_field_that_a_theme_is_named_by_is_kept_for_it() -> None:
    assert describe(wording_of([IMAGING, OTHERS]), kept={"Medical imaging"})[0].name != "Medical imaging"


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
