"""What was found is told without the trial around it, of one paper's method too; what a part does is no finding."""

from dataclasses import replace

import pytest
from recorded_papers import paper, said

from survey.models.extractive.findings import Room, findings
from survey.models.extractive.parts import tells_a_part
from survey.models.extractive.toldthen import as_its_own, as_told_then, of_one_paper

PLENTY = Room(1000, 10)
NET = "LeafNet: Cutting Leaves"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Assesses nets on COCO and further scenes and shows that shears strongly outperform the blunt saws.",
         "Shows that shears strongly outperform the blunt saws."),
        ("The authors experimented on two orchards, demonstrating that LeafNet on plums loses 23.1% fewer leaves.",
         "Shows that LeafNet on plums loses 23.1% fewer leaves."),
        ("Evaluates the method for a task, which demonstrated the proposed high-quality leaf method can gain 2-3% AP.",
         "Shows that LeafNet can gain 2-3% AP."),
        ("Conducts many experiments on plums for cutting, and LeafNet achieves 3.02 gFID with only 64 leaves.",
         "Shows that LeafNet achieves 3.02 gFID with only 64 leaves."),
        ("On the proposed PlumBench set, LeafNet cuts 3% more.", "On the PlumBench set, LeafNet cuts 3% more."),
    ],
)  # fmt: skip
def test_the_trial_ahead_of_a_finding_goes(text: str, told: str) -> None:
    result = said("result", text)
    assert as_told_then(paper(1, NET, result), result).text == told


@pytest.mark.parametrize(
    "text",
    [
        "Assesses nets on COCO and shows that they strongly outperform the blunt saws.",
        "Assesses nets on COCO, whose leaves show what is cut.",
        "Cuts leaves and shows that shears strongly outperform the blunt saws.",
        "The proposed way of cutting gains 3%.",
    ],
)
def test_what_leans_on_the_trial_or_is_none_stays(text: str) -> None:
    result = said("result", text)
    assert as_told_then(paper(1, NET, result), result) is result


def test_a_figure_of_a_paper_without_a_name_is_its_approachs() -> None:
    reached = said("result", "The proposed approach reduces token counts by 50% compared to saws of a fixed size.",
                   value="50", unit="%", measure="token counts")  # fmt: skip
    (one,) = findings([paper(1, "Cutting Leaves", reached)], PLENTY)
    assert one.text == "One paper's approach reduces token counts by 50% compared to saws of a fixed size."
    assert of_one_paper("The approach of others gains 3%.") == "The approach of others gains 3%."


@pytest.mark.parametrize(
    ("text", "quote", "told"),
    [
        ("On COCO, the small leaf net achieves 54.5 AP.", "On COCO, our small leaf net achieves 54.5 AP.",
         "One study reports that on COCO, its small leaf net achieves 54.5 AP."),
        ("The proposed leaf cutting saves 50% of the saws.", "Results show that the proposed leaf cutting saves 50%.",
         "One study reports that its leaf cutting saves 50% of the saws."),
        ("The method converges 4x faster.", "The method converges 4x faster.",
         "One study reports that its method converges 4x faster."),
        ("The small leaf net achieves 54.5 AP.", "Then the small leaf net achieves 54.5 AP.", ""),
        ("The results show 54.5 AP.", "Our results show 54.5 AP.", ""),
    ],
)  # fmt: skip
def test_what_our_net_reached_is_reported_of_its_study(text: str, quote: str, told: str) -> None:
    assert as_its_own(text, [quote]) == (told or text)


def test_such_a_figure_is_told_where_it_leans_on_nothing_else() -> None:
    reached = said("result", "The small leaf net converges 4x faster than nets of saws.", value="4", unit="x")
    ours = replace(reached, quotes=("Our small leaf net converges 4x faster than nets of saws.",))
    assert [one.text for one in findings([paper(1, "Cutting Leaves", ours)], PLENTY)] == [
        "One study reports that its small leaf net converges 4x faster than nets of saws."
    ]
    leaning = replace(ours, text="The small leaf net converges 4x faster than the proposed tree net.")
    assert findings([paper(1, "Cutting Leaves", leaning)], PLENTY) == []


def test_figures_of_papers_without_a_name_are_not_among_the_few_told_of_one_paper() -> None:
    figures = [
        paper(n, "On Saws", said("result", f"The method {does} {n + 2}x faster than saws.", value=f"{n + 2}", unit="x"))
        for n, does in enumerate(("cuts leaves of oak", "peels bark and moss", "mows grass in wet spring"))
    ]
    assert len(findings(figures, Room(1000, 1))) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Through an in-depth analysis of leaves, the authors find that blunt saws are what tears most of them.",
         "Shows that blunt saws are what tears most of them."),
        ("Even if it rains, the authors find that blunt saws tear most of the leaves.",
         "Shows that even if it rains, blunt saws tear most of the leaves."),
        ("Even if it rains, the authors find that it tears most of the leaves.", ""),
        ("By sharpening the saws, the authors find that all of the resulting cuts are clean.", ""),
    ],
)  # fmt: skip
def test_what_the_authors_find_is_told_without_their_trial_but_under_its_condition(text: str, told: str) -> None:
    assert as_told_then(paper(1, "Leaves"), said("result", text)).text == (told or text)


def test_what_a_trial_showed_by_name_is_told_on_its_data() -> None:
    tried = "Validates the method on two orchards, where LeafNet loses 23.1% fewer leaves."
    told = as_told_then(paper(1, NET), said("result", tried, value="23.1", unit="%"))
    assert told.text == "On two orchards, LeafNet loses 23.1% fewer leaves."
    assert as_told_then(paper(1, "Leaves"), said("result", tried)).text == tried


def test_a_contribution_that_was_found_is_a_finding() -> None:
    found = said("contribution", "The study demonstrates that saws can cut leaves so well that gardeners are deceived.")
    made = said("method", "Collects saws from gardeners and sharpened all of them on two kinds of stones.")
    (one,) = findings([paper(1, "Sharp Tools and Gardeners", found, made)], PLENTY)
    assert one.text == "One study shows that saws can cut leaves so well that gardeners are deceived."


def test_data_that_a_title_speaks_of_are_offered_with_their_number() -> None:
    task = said("contribution", "Defines Careful Cutting as a new task that leverages several of the views.")
    data = said("data", "Introduces LeafQA, a dataset of 35,000 question-answer pairs covering old and risky trees.")
    one = paper(1, "LeafQA: A Dataset for Careful Cutting", task, data)
    assert [found.text for found in findings([one], PLENTY)] == [
        "LeafQA is a dataset of 35,000 question-answer pairs covering old and risky trees."
    ]
    assert "35,000" not in findings([replace(one, title="LeafQA: Careful Cutting")], PLENTY)[0].text


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Variance-Based Leaf Allocation assigns sparsity based on variance, with less for the crown.", True),
        ("Spatial Attention Pruning (SAP) reallocates attention within the net.", True),
        ("Two distinct auxiliary saws are integrated into each net to prevent its collapse.", True),
        ("Variance-Based Leaf Allocation assigns 20% fewer leaves.", False),
        ("Large nets extract more from leaves than from roots.", False),
        ("Trees that are cut early grow better leaves.", False),
    ],
)
def test_what_a_part_does_is_told_from_what_was_found(text: str, part: bool) -> None:
    assert tells_a_part(text) is part
    told = findings([paper(1, "Leaves and Saws", said("result", text))], PLENTY)
    assert not (part and told)


def test_a_gain_with_a_name_anywhere_is_told() -> None:
    text = "With only 27 hours, pruning with LeafNet improves cutting on PlumEval from 0.73 to 0.90."
    (one,) = findings([paper(1, NET, said("result", text))], PLENTY)
    assert one.text == text
