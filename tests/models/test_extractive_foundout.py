"""What was found, told of something that its reader knows: by the sentence itself, or by its paper's title."""

from dataclasses import replace

import pytest
from recorded_papers import paper, said

from survey.models.extractive.findings import Room, findings
from survey.models.extractive.foundout import of_its_title
from survey.models.extractive.mainly import is_by_the_way, is_preliminary
from survey.questions import RecordedPaper, Said

PLENTY = Room(1000, 10)


def quoted(field: str, text: str, quote: str) -> Said:
    return replace(said(field, text), quotes=(quote,))


def told(of: RecordedPaper) -> list[str]:
    return [one.text for one in findings([of], PLENTY)]


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("The pruning shears find thicker twigs than saws.", "Pruning shears find thicker twigs than saws."),
        ("The orchard shears better find what is dry.", "Orchard shears better find what is dry."),
    ],
)
def test_what_its_title_names_needs_no_article(text: str, without: str) -> None:
    assert of_its_title(text, "Pruning Shears for Every Orchard") == without


@pytest.mark.parametrize(
    "text",
    [
        "The ladders find thicker twigs than saws.",  # which?
        "The authors use shears at night.",
        "The pruning shear finds thicker twigs.",
        "Pruning shears cut thicker twigs.",
    ],
)
def test_what_no_title_names_keeps_its_article(text: str) -> None:
    assert of_its_title(text, "Pruning Shears for Every Orchard") == text


def test_they_may_stand_for_what_the_sentence_has_named() -> None:
    text = "Existing saws on old orchard trees do not find dry wood - instead they seem to find whatever is thickest."
    own = paper(1, "Trouble with Saws in Orchards", quoted("result", text, f"We show that {text[0].lower()}{text[1:]}"))
    assert told(own) == [f"One study shows that {text[0].lower()}{text[1:]}"]
    nobody = "With time they seem to find whatever is thickest in old orchards and on steep hills."
    assert told(paper(1, "Saws", quoted("result", nobody, f"We show that {nobody[0].lower()}{nobody[1:]}"))) == []


def test_values_of_nothing_named_are_not_told_as_found() -> None:
    quote = "Second, we find their values largely stay constant regardless of the tree and of the hour of the day."
    text = "Finds the values largely stay constant regardless of the tree and of the hour of the day."
    assert told(paper(1, "Massive Branches in Orchards", quoted("result", text, quote))) == []
    assert told(paper(1, "Values of Branches", quoted("result", text, quote))) != []


def test_data_are_named_without_the_joint_behind_them() -> None:
    quote = "We experiment with Lemur 2 and show that some branches of its trees matter to every other leaf in spring."
    text = "The authors experiment with Lemur 2 and show that some branches of trees matter to every other leaf."
    (one,) = told(paper(1, "Routes of Sap", quoted("result", text, quote)))
    assert "Lemur 2, some branches" in one


def test_the_last_of_several_findings_is_said_by_the_way_unless_it_has_a_figure() -> None:
    assert is_by_the_way("Shears find dry twigs.", ["Lastly, we show that shears find dry twigs."])
    assert not is_by_the_way("Shears find 12% more twigs.", ["Finally, shears find 12% more twigs."])


def test_what_existing_things_fail_at_leads_to_what_is_offered() -> None:
    quote = "Trials show that existing saws struggle with dry wood on steep hills."
    text = "Existing saws struggle with dry wood on steep hills."
    assert is_preliminary(text, [quote], f"Trees grow. {quote} We further present a saw with small teeth.")
    assert not is_preliminary(text, [quote], f"Trees grow. {quote} Growers should know.")
    assert not is_preliminary(text, [quote], f"{quote} We then present a series of trials."), "its abstract's first"


def test_what_an_offer_says_beside_the_title_weighs() -> None:
    own = paper(
        1,
        "LADLER: Learning Explainable Univariate Rules with Ladders",
        said("contribution", "Proposes LADLER: a ladder that learns univariate rules."),
        said("method", "In each layer, LADLER finds a set of rules based on an embedding of previously checked knots."),
    )
    assert told(own)[0].startswith("In each layer")
