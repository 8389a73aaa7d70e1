"""How a method works by a sentence that its record leaves out, where what that holds says little of it."""

from dataclasses import replace

import pytest
from recorded_papers import paper, said

from survey.models.extractive.findings import Room, findings
from survey.models.extractive.further import further, tells_how
from survey.questions import RecordedPaper

PLENTY = Room(1000, 10)
TITLE = "LeafDepth: Contrast for Robust Depth Estimation"
IS = "Proposes LeafDepth, a contrastive framework for robust depth estimation."
WORKS = "LeafDepth uses weights saved during early training to build a queue of frozen networks."
AIM = "To widen the queue, LeafDepth masks every second branch with noise drawn from a Gaussian."
ABSTRACT = "Depth is hard to see. We propose LeafDepth, a contrastive framework for robust depth estimation."


def of(*behind: str, told: str = IS) -> RecordedPaper:
    own = replace(said("contribution", told), quotes=(ABSTRACT[22:],))
    return replace(paper(1, TITLE, own), abstract=" ".join((ABSTRACT, *behind)))


def test_what_says_little_of_a_method_yields_to_the_sentence_that_says_how_it_works() -> None:
    assert [one.text for one in findings([of()], PLENTY)] == [
        "LeafDepth is a contrastive framework for robust depth estimation."
    ]
    assert [(one.text, one.quotes) for one in findings([of(AIM, WORKS)], PLENTY)] == [(WORKS, (WORKS,))]


def test_a_means_that_the_title_has_too_says_little() -> None:
    told = "Proposes LeafDepth, a framework that estimates depth through contrast between images."
    assert [one.text for one in findings([of(WORKS, told=told)], PLENTY)] == [WORKS]
    assert findings([of(told=told)], PLENTY)[0].text.startswith("LeafDepth is a framework that estimates depth")


def test_what_says_much_of_a_method_stays() -> None:
    much = "Proposes LeafDepth, a net that sorts each branch by age and prunes what frost and drought have killed."
    assert findings([of(WORKS, told=much)], PLENTY)[0].text.startswith("LeafDepth is a net that sorts each branch")


def test_the_core_stands_before_what_a_step_of_it_is_for() -> None:
    assert further(of(AIM, WORKS)) == (WORKS, (WORKS,))
    assert further(of(f"Moreover, we {AIM[:1].lower()}{AIM[1:]}")) is None
    assert further(of("LeafDepth achieves 3% more than all nets.")) is None


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        (WORKS, True),
        ("By cutting twigs, LeafDepth enables fast growth.", False),
        ("LeafDepth enables fast growth by cutting every second twig.", True),
        ("The LeafDepth paper introduces a cutter of twigs.", False),
        ("To widen the queue, in spring, one paper designs a cutter of twigs.", False),
        ("One model parameters can be learned by likelihood.", False),
        ("One model learns its parameters by likelihood.", True),
        ("LeafDepth: In spring, twigs grow by likelihood.", False),
        ("One study evaluates LeafDepth on three forests.", False),
    ],
)
def test_what_a_method_is_good_for_and_what_else_is_made_says_not_how_it_works(text: str, tells: bool) -> None:
    assert tells_how(text) is tells
