"""A method is told of by its name alone, without an article or its kind; what others can do isn't put under it."""

import pytest
from recorded_papers import paper, said

from survey.models.extractive.articles import without_article
from survey.models.extractive.findings import Room, findings
from survey.models.extractive.subject import named


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("The TreeNet achieves 72.4 AP.", "TreeNet achieves 72.4 AP."),
        ("The TreeNet model surpasses all others.", "TreeNet surpasses all others."),
        ("On wet wood, the approach (TreeNet) attains 0.6 AP.", "On wet wood, TreeNet attains 0.6 AP."),
        ("The proposed method (TreeNet) clearly finds more leaves.", "TreeNet clearly finds more leaves."),
        ("The method (of TreeNet) finds leaves.", "The method (of TreeNet) finds leaves."),
        ("The approach (LeafNet) attains 0.6 AP.", "The approach (LeafNet) attains 0.6 AP."),
    ],
)
def test_a_name_stands_without_an_article_or_its_kind(text: str, bare: str) -> None:
    assert without_article("TreeNet", text) == bare


def test_a_figure_of_the_approach_named_in_a_bracket_is_its_own() -> None:
    text = "On wet wood, the approach (TreeNet) attains 0.609 AP."
    one = paper(1, "TreeNet: Nets of Trees", said("result", text, value="0.609", measure="AP"))
    assert [found.text for found in findings([one], Room(100, 5))] == ["On wet wood, TreeNet attains 0.609 AP."]


def test_what_others_do_is_found_and_not_put_under_the_name() -> None:
    text = "The results show that while saws cut most branches to some extent, dry twigs are often left on old trees."
    one = paper(1, "TreeNet: Nets of Trees", said("result", text))
    assert [found.text for found in findings([one], Room(100, 5))] == [
        "One study shows that while saws cut most branches to some extent, dry twigs are often left on old trees."
    ]
    assert named(one, "While the method is slow, leaves are found.").startswith("TreeNet: ")
