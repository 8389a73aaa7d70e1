"""What a paper found stands in a survey as found by it; what names its method says so already."""

import re
from dataclasses import replace

import pytest
from recorded_papers import paper, said

from survey.document import Survey
from survey.models.extractive.attributed import attributed, in_its_paper, without_attribution
from survey.models.extractive.findings import Room, findings

TEXT = "Simple features dominate early in training of most nets."


@pytest.mark.parametrize(
    ("quote", "verb"),
    [
        ("We show that simple features dominate early.", "shows"),
        ("We empirically prove that simple features dominate early.", "proves"),
        ("Our experiments reveal that simple features dominate early.", "finds"),
        ("In this work, we observe that simple features dominate early.", "observes"),
        ("Simple features dominate early.", "finds"),
    ],
)
def test_the_papers_own_verb_stands_in_front(quote: str, verb: str) -> None:
    told = attributed(TEXT, paper(1, "Training", said("result", TEXT)), [quote])
    assert told == f"One study {verb} that simple features dominate early in training of most nets."
    assert without_attribution(told) == TEXT


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Swapping the units improves accuracy by 0.9% on ImageNet.",
         "One study reports that swapping the units improves accuracy by 0.9% on ImageNet."),
        ("GPT-4o and Claude surpass people on most of the exams.",
         "One study finds that GPT-4o and Claude surpass people on most of the exams."),
        ("Bayesian nets forget what was learned first.", "One study finds that Bayesian nets forget what was learned "
         "first."),
        ("Treatment with herbs was followed by a fall of all scores.",
         "In one study, treatment with herbs was followed by a fall of all scores."),
        ("67.6% of all people preferred nets that ask.", "In one study, 67.6% of all people preferred nets that ask."),
        ("Cells of the C-terminal region of MICALs regulate what actin does.",
         "One study finds that cells of the C-terminal region of MICALs regulate what actin does."),
        ("Analysis of the maps reveals that most heads look at edges.",
         "In one study, analysis of the maps reveals that most heads look at edges."),
    ],
)  # fmt: skip
def test_figures_are_reported_and_the_past_is_told_of_one_study(text: str, told: str) -> None:
    assert attributed(text, paper(1, "Things", said("result", text)), [text]) == told


@pytest.mark.parametrize(
    "text",
    [
        "ScanNet outperforms other nets on all of the data.",
        "On COCO, ScanNet-B outperforms other nets.",
        "One study observes that nets forget.",
        "The ScanNet paper argues that nets forget.",
        "In contrast to others, one method works on black boxes.",
        "Kimi-Audio is an open model that hears and speaks.",
        "Modality-driven Optimization (MO) employs one learning rate for each of the modalities.",
    ],
)
def test_what_says_whose_it_is_stays(text: str) -> None:
    assert attributed(text, paper(1, "ScanNet: Nets", said("result", text)), ["We show that nets forget."]) == text


def test_no_finding_of_a_real_survey_asserts_twice_that_it_was_found(real_survey: Survey) -> None:
    texts = [claim.text for topic in real_survey.topics for claim in topic.claims if claim.kind == "finding"]
    told = [text for text in texts if text.startswith("One study ") and " that " in text]
    assert len(told) > 10
    assert not any(" that one study" in text.lower() or "finds that finds" in text for text in texts)
    assert all(text == without_attribution(text) or without_attribution(text)[0].isupper() for text in texts)


def test_what_the_abstract_offers_by_a_coined_name_is_its_own() -> None:
    told = "MedEye was 11% more accurate than people."
    own = replace(paper(1, "Eyes", said("result", told)), abstract="We introduce MedEye, a net.")
    assert attributed(told, own, [told]) == told
    led = f"Evaluated on all three benchmarks, {told}"
    assert attributed(led, own, [led]) == led
    other = replace(own, abstract="The C-terminal region of MedEye is known.")
    assert attributed(told, other, [told]) != told


def test_what_the_title_names_and_the_abstract_spells_out_is_its_own() -> None:
    told = "Masked tree nets (MTN) are small: they learn from few leaves."
    assert attributed(told, paper(1, "Masked Tree Nets Are Small", said("contribution", told)), [told]) == told
    assert attributed(told, paper(1, "Nets of Few Leaves", said("contribution", told)), [told]) != told


def test_what_a_paper_contributes_as_found_is_told_as_found_by_it() -> None:
    text = "Shows that any net with any activation function can be written as a decision tree of its own."
    (told,) = findings([paper(1, "Nets with Any Activation Function are Decision Trees", said("contribution", text))],
                       Room(1000, 10))  # fmt: skip
    assert told.text.startswith("One study finds that any net with any activation function")


@pytest.mark.parametrize(
    ("title", "text", "abstract"),
    [
        ("Diffusion Models for Testing Cars", "Diffusion models help test cars on ice.", "We test cars."),
        (
            "Reading Joints",
            "Deep learning (DL) models read joints as doctors do.",
            "We develop deep learning (DL) models.",
        ),
        ("Finding Units", "Simply replacing ReLUs with others makes nets better.", "We propose to search for ReLUs."),
        ("Reading by Nets", "LLMs read better than people do.", "We introduce a test of LLMs."),
    ],
)
def test_what_everybody_has_is_no_papers_own(title: str, text: str, abstract: str) -> None:
    own = replace(paper(1, title, said("result", text)), abstract=abstract)
    assert attributed(text, own, [text]).startswith("One study finds that ")


def test_no_finding_of_the_real_survey_vouches_for_what_one_paper_found(real_survey: Survey) -> None:
    texts = [claim.text for topic in real_survey.topics for claim in topic.claims if claim.kind == "finding"]
    plain = [
        text for text in texts if re.match(r"(?:Any|The (?:learned|hidden)|Even for|Simply|Large language) ", text)
    ]
    assert not plain


def test_a_papers_points_are_not_found() -> None:
    saws = paper(1, "Old saws for new trees", said("result", "Key innovations include a saw."))
    told = attributed(
        "Key innovations include a saw for old trees and ropes.", saws, ["Key innovations include a saw."]
    )
    assert told == "One paper's key innovations include a saw for old trees and ropes."


def test_where_something_was_found_to_hold_is_no_verb() -> None:
    text = "Across a range of nets, leaves are kept in one line that most of their twigs share."
    told = attributed(text, paper(1, "Leaves", said("result", text)), ["We reveal that across a range of nets ..."])
    assert told.startswith("One study finds that across a range of nets, leaves")


def test_what_stands_behind_a_name_is_told_in_its_paper() -> None:
    own = paper(1, "ScanNet: Nets", said("result", "All nets forget at night."))
    assert in_its_paper("ScanNet: All nets forget at night.", own) == "In the ScanNet paper, all nets forget at night."
    titled = 'ScanNet ("On Nets"): All nets forget at night.'
    assert in_its_paper(titled, own) == 'In the ScanNet paper ("On Nets"), all nets forget at night.'
    long = f"ScanNet: All nets forget at night{', and at noon' * 12}."
    for other in ("ScanNet: On COCO it gains 2%.", "LeafNet: All nets forget at night.", long):
        assert in_its_paper(other, own) == other
