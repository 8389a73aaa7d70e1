"""What says next to nothing: the title over again, and praise of what it doesn't say."""

import pytest

from survey.hollow import over_again, praises
from survey.lines import paper_lines
from survey.records import Record, Result, Statement

TITLE = "TreeNet: Gated Pruning for Tubular Structure Segmentation"
AGAIN = "Proposes TreeNet, the first pruning framework designed specifically for TSS."
HOW = "A gate scores each branch by its width."
PRAISE = "The framework offers valuable insights into branches."
FOUND = "Narrow branches carry most of the signal."


@pytest.mark.parametrize(
    "text",
    [
        AGAIN,
        "Introduces Gated Trees (GT), a novel end-to-end framework for segmenting tubular structures.",
        "Proposes enhancing segmentation by leveraging gated pruning.",
    ],
)
def test_a_title_told_again_says_nothing(text: str) -> None:
    assert over_again(text, TITLE)


@pytest.mark.parametrize(
    "text",
    [
        "Proposes TreeNet, a post-hoc pruning framework without labelled vessels.",
        "Proposes TreeNet, a pruning framework for TSS with 40 gates.",
        "Proposes TreeNet, a pruning framework based on the YOLOv7 network.",
        HOW,
    ],
)
def test_what_adds_more_than_a_word_to_the_title_or_a_number_is_told(text: str) -> None:
    assert not over_again(text, TITLE)


@pytest.mark.parametrize(
    "text",
    [
        "TreeNet is an attractive alternative to graph-based methods.",
        PRAISE,
        "Extensive analysis and experiments highlight the value of TreeNet as a resource.",
        "TreeNet also achieves strong results on quantitative metrics.",
        "The pipeline enables fast, robust segmentation of vessels, improving accuracy across scans.",
        "Extensive experiments yield insightful observations and prove the reliability of the dataset.",
        "Concludes by identifying future opportunities and obstacles in pruning.",
        "The goal is not to draw hard boundaries, but to ask where the limits lie.",
        "The number of gates usable in TreeNet is determined experimentally.",
        "TreeNet contributes to the advancement of instruments in the context of old forests.",
        "Demonstrates the value of gates by evaluating them on several tasks.",
        "By establishing a robust benchmark, the work enables informed choices of nets.",
        "The work raises awareness of a previously underexplored bias of gates.",
        "The proposed TreeNet establishes a robust pruning framework for old forests.",
        "The findings establish TreeNet as a scalable and effective framework for vessels.",
        "The results show that TreeNet is a practical route toward capable scanners.",
        "The study highlights the feasibility and benefit of the proposed pruning for old forests.",
        "Joint shears provide intuitive results in pruning problems.",
        "TreeNet calls for more attention to old forests.",
    ],
)
def test_praise_without_a_figure_a_comparison_or_a_means_says_nothing(text: str) -> None:
    assert praises(text)


@pytest.mark.parametrize(
    "text",
    [
        "TreeNet is an attractive alternative that halves the memory of graph-based methods.",
        "TreeNet achieves strong results, with 72.4 Dice.",
        "TreeNet achieves strong results compared to graph-based methods.",
        "The analysis reveals key findings, including that narrow branches are lost.",
        "TreeNet shows a significant performance degradation on thin vessels.",
        "Introduces a new resource for pruning vessels.",
        "By scoring each branch, the net provides valuable insights into its width.",
        FOUND,
        "Shears provide results on three kinds of trees.",
    ],
)
def test_praise_with_one_of_these_and_a_finding_is_told(text: str) -> None:
    assert not praises(text)


def said(text: str) -> Statement:
    return Statement(text=text, quotes=(text,))


def found(text: str) -> Result:
    return Result(text=text, quotes=(text,))


def line(record: Record) -> list[str]:
    lines = paper_lines(["a"], {"a": record}, (), {"a": TITLE})
    return [one.text for told in lines for one in told.statements]


def test_a_line_tells_what_says_something_rather_than_the_title_again_or_praise() -> None:
    assert line(Record(contribution=said(AGAIN), method=said(HOW))) == [HOW]
    assert line(Record(contribution=said(PRAISE), method=said(HOW))) == [HOW]
    assert line(Record(contribution=said(HOW), results=(found(PRAISE), found(FOUND)))) == [HOW, FOUND]
    assert line(Record(contribution=said(AGAIN), results=(found(PRAISE),))) == [AGAIN], "nothing better is there"


def test_what_needs_a_name_that_only_the_announcement_explains_stays_behind_it() -> None:
    announced = "Proposes a novel pruning method, called the gated tree (GT-1) method."
    how = said("Widths rank the branches before GT-1 removes each one.")
    assert line(Record(contribution=said(announced), method=how))[0] == announced


def test_what_many_others_do_does_not_follow() -> None:
    others = "Many prior approaches focus on branches that persist across all scans."
    assert line(Record(contribution=said(HOW), results=(found(others),))) == [HOW]
