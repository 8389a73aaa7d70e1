"""What only leads to a paper's point yields to that point: an argument, another's failure, how easy it is to use."""

import pytest
from recorded_papers import paper, said

from survey.models.extractive.findings import Room, findings
from survey.models.extractive.mainly import concludes, is_preliminary
from survey.models.extractive.offered import offers
from survey.models.extractive.subject import is_called_so, named
from survey.questions import RecordedPaper

ROOM = Room(200, 10)


def told(one: RecordedPaper) -> list[str]:
    return [finding.text for finding in findings([one], ROOM)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("One paper argues that nets need an additional property.", ()),
        ("The TreeNet paper hypothesizes that leaves are sorted by their size.", ()),
        ("One study shows that simply scaling the width of nets does not result in good leaves.", ()),
        ("Tree R-CNN is simple to train and adds only a small overhead.", ()),
        ("Trees are suited for long rows.", ("We conceptually conclude that trees are suited for long rows.",)),
    ],
)
def test_what_leads_to_something_is_told_from_what_is_found(text: str, quotes: tuple[str, ...]) -> None:
    assert is_preliminary(text, quotes)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("One study shows that scaling the width of nets doubles their leaves.", ()),
        ("Simply replacing ReLUs doubles the number of leaves.", ()),
        ("TreeNet is a net of trees.", ()),
        ("Trees are suited for long rows.", ("We show that trees are suited for long rows.",)),
        ("Trees are suited for long rows.", ()),
    ],
)
def test_what_is_found_or_offered_is_not_preliminary(text: str, quotes: tuple[str, ...]) -> None:
    assert not is_preliminary(text, quotes)


def test_an_argument_yields_to_what_its_paper_offers_and_stays_where_there_is_nothing_else() -> None:
    argued = said("result", "Argues that forests need a property that trees of any size must have too.")
    offered = said("contribution", "Presents a framework for reading forests as codes by merging all their leaves.")
    assert told(paper(1, "Reading forests", offered, argued))[0] == (
        "One paper presents a framework for reading forests as codes by merging all their leaves."
    )
    assert told(paper(1, "Reading forests", argued)) == [
        "One paper argues that forests need a property that trees of any size must have too."
    ]


def test_the_method_called_x_is_told_by_that_name() -> None:
    text = "The method, called Mask R-CNN, extends Faster R-CNN by adding a branch for masks."
    assert is_called_so(text)
    assert named(paper(1, "Mask R-CNN"), text) == "Mask R-CNN extends Faster R-CNN by adding a branch for masks."
    assert not is_called_so("The method extends Faster R-CNN, called Mask R-CNN, by a branch.")


def test_what_a_method_does_is_told_before_how_easy_it_is() -> None:
    how = said(
        "result", "The method, called Tree R-CNN, extends Faster R-CNN by adding a branch beside the existing one."
    )
    easy = said("result", "Tree R-CNN is simple to train and adds only a small overhead, running at 5 fps.")
    one = paper(1, "Tree R-CNN", how, easy)
    assert [offer.says for offer in offers(one)] == ["how"]
    assert told(one) == ["Tree R-CNN extends Faster R-CNN by adding a branch beside the existing one."]


def test_praise_of_a_method_by_name_is_no_offer() -> None:
    praise = said(
        "result", "The architecture, called a Tree Network (TN), shows significant improvement in many tasks."
    )
    assert list(offers(paper(1, "Tree networks", praise))) == []


def test_a_comparison_that_concludes_something_is_a_finding() -> None:
    drawn = "The TreeOut model surpasses all forest models on ImageNet, indicating that trees are unnecessary."
    assert concludes(drawn)
    assert not concludes("The TreeOut model surpasses all forest models on ImageNet.")
    one = paper(1, "TreeOut: Do we need trees?", said("result", drawn))
    assert told(one) == ["TreeOut surpasses all forest models on ImageNet, indicating that trees are unnecessary."]


def test_what_is_observed_leads_to_what_is_proposed_behind_it() -> None:
    observed = "We observe that the tests of forests have two flaws."
    offered = "Based on this, we propose a test that counts leaves."
    assert is_preliminary("One study observes that the tests have two flaws.", (observed,), f"{observed} {offered}")
    assert not is_preliminary("One study observes that the tests have two flaws.", (observed,), f"{offered} {observed}")
    assert not is_preliminary("One study observes that the tests have two flaws.", (observed,), observed)
    found = "We find that the tests of forests have two flaws."
    assert not is_preliminary("One study finds that the tests have two flaws.", (found,), f"{found} {offered}")


def test_a_finding_that_only_restates_its_title_yields_and_what_something_is_found_to_be_does_not() -> None:
    again = said("contribution", "Shows that masked trees (MT) are scalable self-made learners for woods.")
    found = said("result", "Finds that masking most of a tree, e.g., 75%, yields a good task.")
    assert told(paper(1, "Masked Trees Are Scalable Wood Learners", again, found)) == [
        "One study reports that masking most of a tree, e.g., 75%, yields a good task."
    ]
    known = said("result", "Shows that the length of old roots is a weighted sum of the years of their trees.")
    assert not findings([paper(1, "Simple Gardens", known)], ROOM)[0].is_slight
