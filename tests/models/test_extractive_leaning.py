"""A statement that leans on its abstract has its title; a gain over nobody yields to what says more."""

from dataclasses import replace

import pytest
from recorded_papers import paper, said

from survey.models.extractive.findings import Room, findings
from survey.models.extractive.leaning import lacks_its_rival, speaks_of_what_is_known, wants_its_title


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("TreeNet aggregates the signal over all layers to map leaves.", True),
        ("TreeNet unifies the upper and lower branches by inserting a twig into each of them.", True),
        ("TreeNet aggregates the signal that comes from a leaf over all layers.", False),
        ("TreeNet takes a signal and aggregates the signal over all layers.", False),
        ("TreeNet aggregates the image over all layers to map leaves.", False),
        ("TreeNet aggregates the shade over all layers to map leaves.", False),
    ],
)
def test_a_thing_that_only_an_earlier_sentence_names_is_known_from_there(text: str, leans: bool) -> None:
    ahead = "The gradient of an image is taken as a signal. A branch forks."
    assert speaks_of_what_is_known(text, "TreeNet: Maps of Leaves", ahead) is leans
    assert not speaks_of_what_is_known(text, "TreeNet: Signals on Branches", ahead), "its title names it"


@pytest.mark.parametrize(
    "text",
    [
        "TreeNet improves accuracy by 10% on COCO.",
        "TreeNet achieves 1.7% higher accuracy with 50% fewer leaves.",
        "In ImageNet, one study achieves lower drop in accuracy with many leaves.",
        "TreeNet sorts well, with an average gain of 31.8% in recall.",
        "TreeNet yields an improved performance by 10% on the mean intersection-over-union.",
    ],
)
def test_a_gain_over_nobody_lacks_its_rival(text: str) -> None:
    assert lacks_its_rival(text)
    assert not lacks_its_rival(text.replace(".", " over AxeNet.", 1) if "1.7" not in text else f"{text[:-1]} than now.")
    assert not lacks_its_rival("TreeNet reaches 83.8% accuracy on COCO."), "a level has no rival"
    assert not lacks_its_rival("TreeNet reduces memory by 40% on COCO."), "what it costs has itself for one"


def test_what_a_thing_is_stands_before_a_gain_over_nobody() -> None:
    made = said(
        "contribution", "Proposes TreeNet: a net of old oaks that sorts small leaves by the age of their twigs."
    )
    gain = said("result", "TreeNet improves accuracy by 10% on COCO.", measure="accuracy", value="10", dataset="COCO")
    one = paper(1, "TreeNet: Nets of Oaks", made, gain)
    assert findings([one], Room(60, 1))[0].text.startswith("TreeNet is a net of old oaks")
    way = said(
        "contribution", "Proposes to predict a mask that ranks leaves of oaks by the age of the twig next to them."
    )
    less = said("result", "On COCO, the authors achieve lower loss with 13% fewer leaves.", measure="loss", value="13")
    assert findings([paper(1, "Nets of Oaks", way, less)], Room(60, 1))[0].text.startswith("One paper proposes")
    over = replace(gain, text="TreeNet improves accuracy by 10% over AxeNet on COCO.")
    assert findings([paper(1, "TreeNet: Nets of Oaks", made, over)], Room(60, 1))[0].text == over.text


@pytest.mark.parametrize(
    ("text", "title", "wants"),
    [
        ("One study finds that nets of oaks are demanding on data.", "On Data for Nets of Oaks", True),
        ("One study shows that large batches of pictures can be found again with a high fidelity to what was there.",
         "Inversion Attacks on Gradients of Adapters", True),
        ("One study shows that attacks by inversion of gradients can find again what adapters were trained on before.",
         "Inversion Attacks on Gradients of Adapters", False),
        ("TreeNet aggregates the signal over all layers, and it combines the leaves of the last as well as others.",
         "TreeNet: Maps of Leaves", True),
        ("In each layer, TreeNet finds rules that fit leaves by what the leaves of other rules had in common with it.",
         "TreeNet: Maps of Leaves", True),
        ("In each layer of TreeNet are rules that fit leaves by what the leaves of other rules had in common with it.",
         "TreeNet: Maps of Leaves", False),
    ],
)  # fmt: skip
def test_what_leans_or_says_little_wants_its_title(text: str, title: str, wants: bool) -> None:
    assert wants_its_title(text, title, f"The gradient is the signal. {text}") is wants
