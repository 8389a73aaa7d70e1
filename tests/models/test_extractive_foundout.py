"""What was found, told of something that its reader knows: by the sentence itself, or by its paper's title."""

from dataclasses import replace

import pytest
from recorded_papers import paper, said

from survey.models.extractive.alone import is_vague
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


@pytest.mark.parametrize(
    "text",
    [
        "The work is an improved version of the previous study at arXiv:2402.02526.",
        "Shears is an extended version of our conference paper on saws and ladders in old orchards.",
        "The code and models of the shears are publicly available for all growers of fruit.",
    ],
)
def test_what_is_told_of_the_paper_as_a_text_is_no_finding(text: str) -> None:
    assert told(paper(1, "Shears: Cutting Twigs", said("result", text))) == []


def test_what_doing_something_brings_is_found_where_it_is_told_so() -> None:
    found = "Shows that masking most of the leaves makes young trees robust to the frost of early spring."
    (one,) = told(paper(1, "Frost", said("result", found)))
    assert one.endswith("masking most of the leaves makes young trees robust to the frost of early spring.")
    done = "Masking most of the leaves, the growers make young trees robust to the frost of early spring."
    assert told(paper(1, "Frost", said("result", done))) == []


def test_an_it_that_nothing_stands_for_is_no_finding() -> None:
    text = "At low thresholds it remains close to the large saw (0.74 versus 0.78), which keeps rough cuts."
    assert told(paper(1, "Cheap saws", said("result", text))) == []


def test_what_could_be_done_since_something_is_so_is_a_rationale() -> None:
    text = "Since twigs correspond to the parts of fine trees, the part relations can be also modeled accordingly."
    assert told(paper(1, "Twigs and Parts of Trees", said("result", text))) == []


def test_a_method_behind_where_it_is_tried_is_told_of() -> None:
    text = "With longer ladders, SawNet cuts 21.7% more twigs than the saws of old when tried on steep hills."
    assert told(paper(1, "SawNet: Cutting Twigs", said("result", text))) == [text]


def test_rivals_named_behind_such_as_and_praise_of_others_by_the_way_leave_a_comparison_plain() -> None:
    named = "SawNet changes twigs, outperforms traditional ways like pulling and breaking, and harms few of them."
    assert told(paper(1, "SawNet: Cutting Twigs", said("result", named))) == [named]
    assert not is_vague("Sharp saws outperform blunt saws in wet wood, though some blunt saws are competitive in dry.")
    assert is_vague("Sharp saws are competitive in wet wood, though some blunt saws are cheap.")
    assert is_vague("SawNet outperforms the most advanced saws of all growers.")


def test_a_rival_that_says_which_it_is_counts_as_no_work_of_the_papers_own() -> None:
    (one,) = told(paper(1, "Roots", said("result", "Shows that cutting all leaves clearly outperforms the saw-based "
                                         "approach on old trees.")))  # fmt: skip
    assert "outperforms the saw-based approach" in one
    assert not told(paper(1, "Roots", said("result", "Shows that leaves clearly outperform the proposed saw-based "
                                           "approach on old trees.")))  # fmt: skip


def test_where_something_holds_is_no_praise() -> None:
    assert not is_vague("Across a range of nets, leaves are kept in one line.")
    assert is_vague("TreeNet improves performance across a range of nets.")
    assert is_vague("TreeNet sorts a range of leaves.")
