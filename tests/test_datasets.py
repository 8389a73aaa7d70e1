"""Data sets are written in one way, however the papers write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.datasets import names_data, usual_name, usual_names


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("ImageNet-1k", "ImageNet-1K"),
        ("ImageNet1K", "ImageNet-1K"),
        ("imagenet", "ImageNet"),
        ("ADE20k", "ADE20K"),
        ("MS-COCO", "COCO"),
        ("MS COCO", "COCO"),
        ("CIFAR10", "CIFAR-10"),
        ("Pascal VOC", "PASCAL VOC"),
        ("UCF-101", "UCF101"),
        ("PIDray", "PIDray"),
        ("ImageNet-C", "ImageNet-C"),
        ("COCO 2016", "COCO 2016"),
        ("ImageNet 64times64", "ImageNet 64×64"),
        ("ImageNet 256 x 256", "ImageNet 256×256"),
    ],
)
def test_well_known_names_have_one_form(written: str, usual: str) -> None:
    assert usual_name(written) == usual
    assert usual_name(usual) == usual


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("KITTI, nuScenes and Waymo", ("KITTI", "nuScenes", "Waymo")),
        ("UCF101, HMDB51, and Diving48", ("UCF101", "HMDB51", "Diving48")),
        ("COCO and MS COCO", ("COCO",)),
        ("", ()),
    ],
)
def test_a_list_is_taken_apart_each_name_once(listed: str, names: tuple[str, ...]) -> None:
    assert usual_names(listed) == names


@given(st.text(max_size=40))
def test_a_usual_name_stays(name: str) -> None:
    assert usual_name(usual_name(name)) == usual_name(name)


@pytest.mark.parametrize(
    "name",
    ["ImageNet", "MS COCO dataset", "the Cityscapes benchmark", "Swin-T, ImageNet", "WikiText", "VGGFace2", "VGG-Face2",
     "Natural Questions", "medical images", "UCF101 and ResNet-50"],
)  # fmt: skip
def test_what_may_be_data(name: str) -> None:
    assert names_data(name)


@pytest.mark.parametrize(
    "name",
    ["ResNet-50", "ViT-B", "ViT-L/16", "ResNet-101-FPN backbone", "GPT-2 Small", "Llama 3 8B, 131K latents",
     "BERT-base", "benchmark", "the crafted dataset", "several popular benchmarks", "data", "", "ResNet-50 and ViT-B"],
)  # fmt: skip
def test_models_and_words_for_data_are_no_data(name: str) -> None:
    assert not names_data(name)
