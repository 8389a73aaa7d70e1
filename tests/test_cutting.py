"""Where a phrase may end: not within a list, a pair or a clause, not on a word that calls for more."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.approach import approach
from survey.cutting import OPEN_PAIR, breaks, tells, weak_breaks, whole_end
from survey.dumps import read_dumps
from survey.evidence import sentences
from survey.models.extractive.trim import trimmed
from survey.phrasing import LONGEST, made_of, phrase


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (
            "Identifies a misalignment between learning by reconstruction, and learning for perception.",
            "Identifies a misalignment between learning by reconstruction, and learning for perception",
        ),
        (
            "Proposes a paradigm change by shifting from a per-pixel classification to a mask classification.",
            "Paradigm change by shifting from a per-pixel classification to a mask classification",
        ),
        (
            "Proposes a method that uses low-level features from shallow layers to aid the reconstruction of pixels.",
            "Method that uses low-level features from shallow layers to aid the reconstruction of pixels",
        ),
        (
            "Studies the ability of foundation models to learn representations that transfer to new classes.",
            "Studies the ability of foundation models to learn representations that transfer to new classes",
        ),
        (
            "Describes the plan of a system that joins AutoML, XAI, and synthetic data to provide a view for users.",
            "Describes the plan of a system that joins AutoML, XAI, and synthetic data to provide a view for users",
        ),
    ],
)
def test_pairs_and_lists_stay_whole(text: str, cell: str) -> None:
    assert approach([text]).rstrip(" …") == cell.rstrip(" …")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Introduces sparse convolution to encode, where masks are points.", "Sparse convolution"),
        (
            "Introduces decoupling in the transfer of features for the first time.",
            "Decoupling in the transfer of features",
        ),
        ("Proposes blurred images of many kinds corresponding to real cameras in use.", "Blurred images of many kinds"),
        ("Presents a collection of large slides comprising, among others, many organs.", "Collection of large slides"),
    ],
)
def test_no_cell_ends_on_what_calls_for_more(text: str, cell: str) -> None:
    assert phrase(text).startswith(cell)
    assert whole_end(phrase(text).rstrip(" …")) == phrase(text).rstrip(" …")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (
            "Adopts a two-stage training paradigm for trees and proposes a simple loss.",
            "Adopts a two-stage training paradigm for trees",
        ),
        (
            "Proposes a latent model representation of images and promote consistency of series.",
            "Latent model representation of images",
        ),
        (
            "The authors overcome the low-recall issue and perform cross-attention of masks.",
            "Overcomes the low-recall issue and performs cross-attention of masks",
        ),
        (
            "Proposes representing images - and data sets - using distributions of neurons.",
            "Represents images using distributions of neurons",
        ),
        (
            "Introduces a simple yet effective enhancement - a masked diffusion model of plans.",
            "Masked diffusion model of plans",
        ),
        ("Provides a simple and general framework that unlocks masked models.", "Framework that unlocks masked models"),
        (
            "Introduces the first known framework for unlearning of graph nets.",
            "Framework for unlearning of graph nets",
        ),
        ("Presents a superior model called TransFace for faces.", "TransFace for faces"),
        (
            "Formulates the US framework as a phase unwrapping problem.",
            "Formulates the US framework as a phase unwrapping problem",
        ),
        ("The authors formulate pruning as a game of many players.", "Formulates pruning as a game of many players"),
        (
            "Investigates in-domain learning to develop generic representations.",
            "Investigates in-domain learning to develop generic representations",
        ),
    ],
)
def test_what_is_told_is_one_thing_in_good_grammar(text: str, cell: str) -> None:
    assert approach([text]) == cell


@pytest.mark.parametrize(
    "text",
    [
        "Closer consistency with human intuition is reached by using masks.",
        "More of the network's performance is explained by the use of masks.",
        "Investigates the classic hypothesis that powerful models of views.",
        "The authors have searched through different libraries of papers.",
        "Aims to understand the role of affine parameters in nets.",
        "Identifies that dataset condensation is a better solution for data.",
    ],
)
def test_an_outcome_a_background_or_half_a_claim_is_no_approach(text: str) -> None:
    assert approach([text]) == ""


def test_what_others_make_or_do_is_not_what_the_paper_makes() -> None:
    told = "Argues that biological agents use physical interactions with the world to learn."
    assert approach([told], "Nets: Learning by Touch") == told.rstrip(".")
    assert approach(["Argues that agents use touch."], "Nets: Agents That Use Touch") == ""  # as the title says


def test_a_bracket_left_open_goes_however_deep() -> None:
    assert whole_end("A mask (of a net (of trees") == "A mask"


def test_a_helper_verb_is_not_what_is_done() -> None:
    assert approach(["The authors are the first to present an exhaustive study of nets."]) == "Exhaustive study of nets"
    assert approach(["The authors can rank all branches of the tree."]) == ""


def test_a_verb_alone_does_not_tell_what_is_done() -> None:
    assert not tells("Establishes analytical tools", 22)
    assert not tells("Isolates and identifies the features", 22)
    assert tells("Establishes analytical tools that measure plasticity", 22)


def test_what_can_be_created_is_an_outcome() -> None:
    assert made_of("Shows that one can create good video models by masking") == ""


def test_breaks_stand_between_words() -> None:
    text = "A tool that ranks masks, A, B and C, in order to prune a net from leaf to root"
    assert next(text[at:].split()[0].strip(",") for at in breaks(text)) == "that"
    assert all(text[at] in " ," for at in (*breaks(text), *weak_breaks(text)))


def test_cells_of_real_abstracts_end_whole(shared: Path) -> None:
    papers = [paper for dump in read_dumps([shared / "dumps"]).dumps for paper in dump.papers]
    cells = {approach([trimmed(s)]) for paper in papers for s in sentences(paper.abstract)}
    assert len(cells) > 500
    ends = re.compile(
        r"\b(?:to|of|for|with|by|from|and|or|between|against|how|whether|corresponding|comprising|built|"
        r"for the first time)"
        r"(?: …)?$"
    )
    assert not [cell for cell in cells if ends.search(cell)]
    assert not [cell for cell in cells if re.match(r"(?:Closer|Better|Worse|Ares|Has searched|Already)\b", cell)]


@given(st.text(max_size=200))
def test_any_text_can_be_cut(text: str) -> None:
    assert len(phrase(text)) <= LONGEST + 2
    assert text.startswith(tuple({text[:at] for at in (*breaks(text), *weak_breaks(text))}) or "")
    assert text.startswith(whole_end(text))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("A test of code security, accounting", "A test of code security"),
        ("An introduction to trees, along", "An introduction to trees"),
        ("A cast of reasoning into a formal", "A cast of reasoning"),
        ("A net with a small signal", "A net with a small signal"),
        ("A map of trees for a goal", "A map of trees for a goal"),
    ],
)
def test_no_cut_ends_before_its_noun(text: str, whole: str) -> None:
    assert whole_end(text) == whole


def test_a_prior_is_a_thing_but_prior_to_is_none() -> None:
    assert whole_end("Finds each tree by a shape prior") == "Finds each tree by a shape prior"
    assert whole_end("Cuts the trees in winter, prior") == "Cuts the trees in winter"


def test_what_a_potential_or_an_adjective_calls_for_is_not_cut_off() -> None:
    text = "confirms its potential to tell the growth of trees"
    assert not [at for at in breaks(text) if text[:at].endswith("potential")]
    text = "tells which rungs are important for a ladder"
    assert not [at for at in weak_breaks(text) if text[:at].endswith("important")]
    assert [at for at in weak_breaks("tells of rungs for a ladder") if at]


def test_a_between_that_counts_each_pair_is_whole() -> None:
    assert not OPEN_PAIR.search("the relation between each pair of shoots")
    assert OPEN_PAIR.search("the relation between the shoots")
