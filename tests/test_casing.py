"""How a phrase is written within a sentence, and how far it goes."""

import pytest

from survey.casing import going_on, running, within
from survey.words import in_sentence, is_of_a_name


@pytest.mark.parametrize(
    ("phrase", "texts", "shown"),
    [
        ("3D Gaussian Splatting", "", "3D Gaussian splatting"),
        ("Large Audio Models", "We use Large Audio Language Models (LALMs).", "large audio models"),
        ("Kalman Filters", "Each Kalman filter works.", "Kalman filters"),
        ("Kalman Filters", "Each Kalman filter works; a kalman filter sleeps.", "kalman filters"),
        ("Background Data", "of the Cosmic Microwave Background data", "background data"),
        ("Vision Transformers", "A Vision Transformer (ViT) sees. The Vision transformer of computer vision.",
         "vision transformers"),
        ("Activation Functions", "The Activation functions", "activation functions"),
        ("Text-to-SQL Translation", "", "text-to-SQL translation"),
        ("U-Net Heads", "", "U-Net heads"),
        ("LLM-Based Agents", "", "LLM-based agents"),
        ("Mask R-CNN", "", "Mask R-CNN"),
        ("Mask R-CNN", "each mask R-CNN has", "mask R-CNN"),
        ("Deep CNN", "", "deep CNN"),
        ("Kolmogorov-Arnold Networks", "we train Kolmogorov-Arnold Networks", "Kolmogorov-Arnold networks"),
        ("Auto-Encoder Networks", "we train Auto-Encoder Networks as auto-encoders", "auto-encoder networks"),
        ("Alzheimer's Disease", "", "Alzheimer's disease"),
    ],
)  # fmt: skip
def test_a_phrase_is_small_but_for_acronyms_and_names(phrase: str, texts: str, shown: str) -> None:
    assert running(phrase, texts) == shown


@pytest.mark.parametrize(
    ("text", "texts", "shown"),
    [
        ("Masked nets grow.", "", "masked nets grow."),
        ("Trees grow.", "", "trees grow."),
        ("Graph nets grow.", "", "Graph nets grow."),
        ("Graph nets grow.", "a graph net", "graph nets grow."),
        ("Gaussian nets grow.", "a gaussian net", "Gaussian nets grow."),
        ("Tree Augmentation (TA) grows.", "", "Tree Augmentation (TA) grows."),
        ("Trees in Style grow.", "the trees in it", "Trees in Style grow."),
        ("Most LwF nets forget.", "", "most LwF nets forget."),
        ("GPT-2 grows.", "", "GPT-2 grows."),
    ],
)
def test_a_sentence_within_another_begins_small_where_it_begins_with_no_name(text: str, texts: str, shown: str) -> None:
    assert within(text, texts) == shown


@pytest.mark.parametrize(
    ("phrase", "texts", "shown"),
    [
        ("state space", ["A state space model. State space models.", "The state space model."], "state space model"),
        ("state space", ["A state space model. State space models.", "A state space model. The state space of nets."],
         "state space model"),
        ("state space", ["A state space model. State space models.", "The state space of nets."], "state space"),
        ("large audio", ["A large audio model. Large audio language.", "The large audio encoders."], ""),
        ("tree planting", ["Tree planting works. Tree planting nets. Tree planting is old."], "tree planting"),
        ("slide images", ["Whole slide images. A whole slide image.", "The whole-slide images."], "whole slide images"),
        ("slide images", ["Whole slide images. A whole slide image. The whole-slide images.", "Some slide images."],
         "slide images"),
        ("slide images", ["The slide images. A slide image. Our slide images."], "slide images"),
        ("Gaussian splatting", ["3D Gaussian Splatting. A 3D Gaussian splatting.", "The 3D Gaussian splatting."],
         "3D Gaussian splatting"),
        ("integration", ["The integration of nets. Integration of trees. An integration of all."], "integration"),
    ],
)  # fmt: skip
def test_a_phrase_goes_as_far_as_it_mostly_does(phrase: str, texts: list[str], shown: str) -> None:
    assert going_on(phrase, texts) == shown


def test_what_is_made_of_a_name_keeps_its_capital() -> None:
    names = "Gaussian Bayesian Riemannian Euclidean Gaussianity Alzheimer's Heidegger’s".split()
    others = "Median Pedestrian Clinician Mean Ocean Children's Pruning Alan gaussian".split()
    assert [word for word in (*names, *others) if is_of_a_name(word)] == names
    assert in_sentence("Bayesian nets") == "Bayesian nets"
    assert in_sentence("Image segmentation") == "image segmentation"


def test_a_word_made_of_a_name_has_its_capital_though_some_write_it_small() -> None:
    assert running("gaussian trees", "A gaussian tree is a Gaussian tree.") == "Gaussian trees"
    assert running("median trees", "A Median tree is a median tree.") == "median trees"
