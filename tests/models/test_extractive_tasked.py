"""A name whose task neither the statement nor the topic tells has its paper's title behind it, or the end of that."""

from dataclasses import replace

import pytest
from recorded_papers import paper, said

from survey.evidence import without_title
from survey.models.extractive.tasked import with_task, with_tasks
from survey.questions import ClaimAnswer, RecordedPaper

HEADING = frozenset({"orchard"})


def of(title: str, text: str) -> RecordedPaper:
    """A paper whose abstract is the sentence that a statement was read from."""
    return replace(paper(1, title, said("contribution", text)), abstract=text)


LEAVES = "LeafNet is a plain shearing framework with two losses that keep all of the small branches."


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("LeafNet: Plain Shearing Losses for Apple Counting", 'LeafNet ("... for Apple Counting") is a plain'),
        ("LeafNet: Learning Saws for Apple Counting", 'LeafNet ("Learning Saws for Apple Counting") is a plain'),
        ("LeafNet: Apple Counting with Saws", 'LeafNet ("Apple Counting with Saws") is a plain'),
        # "in" within "for": the one that is told leaves the other open
        ("LeafNet: Losses for Shearing Branches in Potted Apples",
         'LeafNet ("... for Shearing Branches in Potted Apples") is a plain'),
        # told by the statement, by half at least, or by the topic
        ("LeafNet: Losses for Keeping Small Branches", "LeafNet is a plain"),
        ("LeafNet: Losses for Small Orchards", "LeafNet is a plain"),
        ("LeafNet: Plain Losses for LLMs", "LeafNet is a plain"),
    ],
)  # fmt: skip
def test_a_definition_without_its_task_has_the_title(title: str, told: str) -> None:
    found = with_task(LEAVES, of(title, LEAVES), HEADING)
    assert found.startswith(told)
    assert without_title(found, title) == LEAVES


def test_of_two_words_what_is_done_tells_too_little() -> None:
    text = "LeafNet adds two losses to a shear that grows, with a finer counting of all that is small."
    assert with_task(text, of("LeafNet: Losses for Apple Counting", text), HEADING).startswith('LeafNet ("')
    assert with_task(text, of("LeafNet: Counting for Apple Losses", text), HEADING).startswith("LeafNet adds")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Leaf Shear Net (LSN)", 'Leaf Shear Net ("... for Apple Counting")'),
        ("Low Saw Net (LSN)", 'LSN ("Low Saw Net Counts Apples at Night")'),
        ("LSN (Leafy Saw Net)", 'LSN ("Low Saw Net Counts Apples at Night")'),
    ],
)
def test_a_long_name_or_its_letters_give_way_to_the_title(text: str, told: str) -> None:
    title = "LSN: Leaf Shears for Apple Counting" if "Shear" in text else "Low Saw Net Counts Apples at Night"
    keeps = "keeps the small branches that most others cut, and cuts what stands in their light."
    one = replace(of(title, f"{text} {keeps}"), abstract=f"We present {text}, which {keeps}")
    assert with_task(f"{text} {keeps}", one, HEADING) == f"{told} {keeps}"


def test_letters_that_come_again_stay() -> None:
    text = "Leaf Shear Net (LSN) keeps the small branches, and LSN cuts all of the others."
    one = replace(of("LSN: Plain Shears for Apple Counting", text), abstract=f"We present {text}")
    assert "(LSN)" in with_task(text, one, HEADING)


@pytest.mark.parametrize(
    "text",
    [
        "LeafNet is a framework for counting small plums, in which two losses keep the branches.",  # its own words
        "Plum Counting (PC) is a hard task that asks nets for the number of plums on a tree.",
        'LeafNet ("Losses of Saws") is a plain framework with two losses that keep all of the branches.',
    ],
)
def test_what_tells_its_task_or_has_a_title_stays(text: str) -> None:
    assert with_task(text, of("LeafNet: Losses for Apple Counting", text), HEADING) == text


def test_only_the_first_finding_of_a_paper() -> None:
    one = of("LeafNet: Plain Shearing Losses for Apple Counting", LEAVES)
    claims = [ClaimAnswer(kind="finding", text=LEAVES, papers=[one.id])] * 2
    assert ['("' in claim.text for claim in with_tasks(claims, (one,), HEADING)] == [True, False]
