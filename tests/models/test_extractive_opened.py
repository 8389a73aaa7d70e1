"""A statement on what one paper offers opens with the name that it gives there, where that is sure."""

import pytest

from survey.models.extractive.opened import by_its_name, opened


@pytest.mark.parametrize(
    ("told", "by_name"),
    [
        ("One paper proposes TIJO that defends against two attacks.", "TIJO defends against two attacks."),
        (
            "One paper proposes Sorting via Tree Classes (SvTC), which replaces long lists of leaves.",
            "Sorting via Tree Classes (SvTC) replaces long lists of leaves.",
        ),
        (
            "One paper proposes a simple yet effective Tree Sorting (TS) strategy to sort leaves by weighing them.",
            "Tree Sorting (TS) is a strategy to sort leaves by weighing them.",
        ),
        (
            "One paper introduces Tree Vectors (TVs), which provide a view of a forest.",
            "Tree Vectors (TVs) provide a view of a forest.",
        ),
        (
            "One paper proposes a Tree-Agnostic Masked Modeling framework (T^2MM), which is made for trees.",
            "The Tree-Agnostic Masked Modeling framework (T^2MM) is made for trees.",
        ),
        (
            "One paper proposes a Tree US image framework (TreeFlex), which leverages trees.",
            "The Tree US image framework (TreeFlex) leverages trees.",
        ),
        (
            "One paper presents a novel Unified Tree Learning (UTL) framework, which serves as a base.",
            "The Unified Tree Learning (UTL) framework serves as a base.",
        ),
        (
            "One paper presents a method (MSI), which maximizes what a tree tells.",
            "MSI maximizes what a tree tells.",
        ),
        (
            "One paper proposes the Adaptive Tree Unit (ATU) function, a novel and versatile unit that unifies all.",
            "The Adaptive Tree Unit (ATU) function is a versatile unit that unifies all.",
        ),
        ("One paper introduces Whitened CLIP, a novel view of its space.", "Whitened CLIP is a view of its space."),
        (
            "One paper introduces the TreeQuest benchmark, which integrates 1130 questions.",
            "The TreeQuest benchmark integrates 1130 questions.",
        ),
        (
            "One paper proposes an alternative to obtain 3D features from 2D nets, named as I2P-MAE.",
            "I2P-MAE obtains 3D features from 2D nets.",
        ),
        (
            "One paper proposes a model for the detection of false news (named DOCTOR).",
            "DOCTOR is a model for the detection of false news.",
        ),
        (
            "For speech, one paper proposes Segment Codebooks (SCs), which quantize speech.",
            "For speech, Segment Codebooks (SCs) quantize speech.",
        ),
        (
            "One paper proposes a merging method, Adaptive Leaf Merging (ALM), which adjusts each leaf.",
            "Adaptive Leaf Merging (ALM) adjusts each leaf.",
        ),
        (
            "One study shows the effectiveness of Medusa in tree learning (+13.18%), while staying small.",
            "Medusa is effective in tree learning (+13.18%), while staying small.",
        ),
    ],
)
def test_a_name_that_the_statement_gives_opens_it(told: str, by_name: str) -> None:
    assert opened(told) == by_name


@pytest.mark.parametrize(
    "told",
    [
        "One paper proposes an Action Unit (AU) relationship modelling approach that learns a graph.",
        "One paper proposes an unpaired chest X-ray (CXR) translation framework that converts images.",
        "One paper proposes a reinforcement learning (RL) framework that sorts trees.",  # nobody's own
        "One paper introduces a signal based on Dynamic Token Morphing (DTM), which aggregates tokens.",
        "One paper introduces the Tree Mamba (TreeMamba) model in which, a module sorts tokens.",
        "One paper proposes an outlier score called RbA by defining what an outlier is.",
        "One paper proposes TreeNet, which is a net of trees, and shows that forests are better.",
        "One paper presents a detector that keeps a plain nature.",
        "One paper proposes a tree sorting (TS) strategy to sort leaves by weighing them.",
        "One paper proposes a Tree Sorting (TS) strategy to sort leaves.",
        "One paper introduces a module that records syntax (RS), which the nets use.",
        "One paper proposes a tree for hyperspectral images (HSI), which reduces them.",
        "One study finds that TreeNet, a net of trees, sorts leaves.",
        "TreeNet is a net of trees.",
    ],
)
def test_a_statement_without_a_sure_name_of_what_is_offered_stays(told: str) -> None:
    assert opened(told) == told


def test_a_name_is_only_taken_for_short_where_its_letters_stand_in_the_words() -> None:
    told = "One paper proposes a deep learning-based Forest Diagnosis Model (FDM) that counts trees."
    assert opened(told) == "The deep learning-based Forest Diagnosis Model (FDM) counts trees."
    other = "One paper proposes a deep model of leaves (XYZ) that counts trees."
    assert opened(other) == other


def test_what_does_something_by_the_papers_own_name_is_told_of_that_name() -> None:
    told = "One paper proposes a Tree Attention Network (TAN), which consists of two kinds of trees."
    assert by_its_name(told, "TAN") == "The Tree Attention Network (TAN) consists of two kinds of trees."
    assert by_its_name(told, "Forester") == told, "a part of what the paper calls Forester"
    assert by_its_name(told, None) == told


def test_a_name_that_is_said_to_be_something_long_is_told_by_it() -> None:
    told = "One paper proposes the tree sorting net (TSN), a net of leaves that learns by weighing old and young ones."
    assert by_its_name(told, "TSN").startswith("The tree sorting net (TSN) is a net of leaves")


@pytest.mark.parametrize("does", ["is adaptive and flexible", "can reach any forest", "overcomes their limits"])
def test_what_a_name_is_good_for_says_no_more_than_before(does: str) -> None:
    told = f"One paper proposes a Tree Attention Network (TAN), which {does}."
    assert by_its_name(told, "TAN") == told


def test_a_framework_of_a_kind_is_not_named_by_that_kind() -> None:
    kind = "One paper proposes an RL framework that prunes trees."
    assert opened(kind) == kind
    assert opened("One paper proposes the TreeRL framework that prunes trees.") == "The TreeRL framework prunes trees."


def test_a_name_stands_once_in_what_it_is() -> None:
    told = "One paper introduces TreeNet, a Tree-guided Net (TreeNet) approach that sorts leaves."
    assert opened(told) == "TreeNet is a Tree-guided Net approach that sorts leaves."
