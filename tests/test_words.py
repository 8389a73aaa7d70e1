"""Counts, lists and names as they stand within a sentence."""

import pytest

from survey.words import counted, ended, in_plural, in_sentence, listed, spelled


def test_counts_and_lists() -> None:
    assert [counted(n, "paper") for n in (0, 1, 2)] == ["0 papers", "1 paper", "2 papers"]
    assert [spelled(n) for n in (0, 1, 12, 13)] == ["no", "one", "twelve", "13"]
    assert [listed(names) for names in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == ["", "a", "a and b", "a, b and c"]


def test_a_title_ends_with_one_mark() -> None:
    assert [ended(title) for title in ("Trees", "Trees.", "Do trees sleep?")] == ["Trees.", "Trees.", "Do trees sleep?"]


def test_what_can_be_counted_has_a_plural() -> None:
    names = ("attention head", "attention heads", "pruning", "point cloud", "knowledge distillation")
    told = ("attention heads", "attention heads", "pruning", "point clouds", "knowledge distillation")
    assert tuple(map(in_plural, names)) == told


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Masked image modeling", "masked image modeling"),
        ("Masked Image Modeling", "masked image modeling"),
        ("Sparse Autoencoders and GPT-2", "sparse autoencoders and GPT-2"),
        ("LLM Agents", "LLM agents"),
        ("U-Net", "U-Net"),
        ("Attention in Vision Transformers", "attention in vision transformers"),
        ("", ""),
    ],
)
def test_a_heading_within_a_sentence(heading: str, told: str) -> None:
    assert in_sentence(heading) == told
