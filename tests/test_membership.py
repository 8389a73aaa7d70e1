"""Who is about a subject: whoever says so by title or contribution, in whatever form; nobody else."""

import pytest

from survey.membership import acronyms_of, members, naming

ABOUT = {
    "P1": ("Masked Autoencoders Are Scalable", "We mask patches."),
    "P2": ("A Masked Auto-Encoder for Trees", "We mask trees."),
    "P3": ("TreeMask: Trees by Masked Autoencoding", "It draws trees."),
    "P4": ("MAE for Leaves", "We mask leaves."),
    "P5": ("Masked Trees", "An autoencoder draws trees that were never masked."),
    "P6": ("Trees", "We study a masked autoencoder."),
}


def test_other_forms_of_a_subject_are_the_same_subject() -> None:
    named = members("masked autoencoder", ABOUT, ("Trees",), {"MAE": "masked autoencoder"})
    assert named == ("P1", "P2", "P3", "P4", "P6")
    assert "P4" not in members("masked autoencoder", ABOUT, ("Trees",), {}), "nothing says what MAE is"


@pytest.mark.parametrize(
    ("subject", "title", "is_about"),
    [
        ("diffusion model", "Masked Diffusion Transformers", True),
        ("diffusion model", "Trees under heat diffusion and its models", True),
        ("diffusion model", "Trees", False),
        ("action recognition", "Actions of users", False),
        ("speech recognition", "Speech emotion recognition", False),
        ("image segmentation", "Segmenting an image", False),
        ("instance segmentation", "Instance-level segmentation", True),
        ("large language model", "LLMs at work", True),
        ("segmentation", "Segment anything", False),
        ("distillation", "Self-distillation of trees", True),
        ("class-incremental learning", "Class Incremental Learning from trees", True),
        ("class incremental learning", "Few-shot class-incremental learning", True),
        ("class-incremental learning", "Incremental learning of a class", False),
    ],
)
def test_a_title_names_a_subject_or_does_not(subject: str, title: str, is_about: bool) -> None:
    found = members(subject, {"P1": (title,)}, ("Diffusion models", "actions"), {})
    assert bool(found) is is_about


def test_an_acronym_that_stands_for_two_things_stands_for_none() -> None:
    texts = ("masked autoencoders (MAE) work", "the mean absolute error (MAE) falls", "click-through rate (CTR) rises")
    assert acronyms_of(texts) == {"CTR": "click-through rate"}


def test_who_names_a_subject_in_several_sentences_of_the_abstract_is_about_it() -> None:
    about = {"a": ("Wet woods",), "b": ("Dry woods",), "c": ("Trees sort leaves",)}
    abstracts = {
        "a": "We walk in woods. Leaf sorting is slow. Sorters help leaf sorting.",
        "b": "We walk in woods. Leaf sorting is slow.",
        "c": "Leaf sorting. Leaf sorting (LSO) works. LSO.",
    }
    assert naming("leaf sorting", about, abstracts, (), {}) == ("a", "c")
    assert naming("woods", {"c": about["c"]}, {"c": "Woods. Woods. Woods."}, (), {}) == ()
