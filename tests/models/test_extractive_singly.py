"""What each paper of a topic is about, where they share nothing that could be counted."""

from dataclasses import replace

import pytest
from recorded_papers import paper, values

from survey.models.extractive.revision import revision
from survey.models.extractive.singly import as_subject, singly
from survey.models.extractive.topic import synthesis
from survey.questions import PresentClaim, RecordedPaper, RevisionValues
from survey.words import ONE_ABOUT


def about(number: int, title: str, abstract: str) -> RecordedPaper:
    return replace(paper(number, title), abstract=abstract)


TREES = about(1, "TreeNet: Sorting Binary Trees with Care", "Binary trees are sorted. A binary tree is fine.")
BIRDS = about(2, "Learning Bird Song from Tapes", "We record Bird Song (BS). The bird song is long.")
CLOUDS = about(3, "On Kalman Filters", "A Kalman filter follows clouds. Each Kalman filter is one.")
SNOW = about(5, "On Wet Snow", "Wet snow falls. Wet snow is heavy.")
DULL = about(4, "It Works", "It does.")


def told(*papers: RecordedPaper, most: int = 6) -> list[tuple[str, tuple[str, ...]]]:
    return [(group.subject, group.papers) for group in singly(values(*papers), most)]


def test_each_is_told_by_a_phrase_of_its_title_that_its_abstract_has() -> None:
    assert told(TREES, BIRDS, CLOUDS, DULL) == [
        ("binary trees", ("P1",)),
        ("bird song", ("P2",)),
        ("Kalman filters", ("P3",)),
    ]
    assert singly(values(TREES, BIRDS, CLOUDS), 6)[0].text == f"{ONE_ABOUT} binary trees."


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("SortNet: A Sliding Transformer for Fast Leaf Generation", "leaf generation"),
        ("Leaf Drawing for Deeper Networks", "leaf drawing"),
        ("Practical Leaf Identification Leveraging Video Subtitles", "leaf identification"),
        ("Snow Sorting via Leaf Drawing", "snow sorting"),
        ("Leaf Drawing for Last Layer Snow", "leaf drawing"),
        ("Hidden Flow Matching for Leaf Generation", "leaf generation"),
        ("Leaf Drawing for Garden Plan Data", "leaf drawing"),
        ("Letting Nets to Model Leaf Colours", "leaf colours"),
        ("Forty Years of Leaf Drawing: The Case of Blue Lake Gardens", "leaf drawing"),
    ],
)
def test_what_something_is_for_is_the_subject_and_not_what_does_it(title: str, subject: str) -> None:
    words = " ".join(reversed(title.lower().split()))  # all of them, and no phrase
    assert (subject, ("P6",)) in told(TREES, BIRDS, about(6, title, words))


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Frost-Hardy Leaf Drawing with Care", "frost-hardy leaf drawing"),
        ("Real-Time Leaf Drawing with Care", "leaf drawing"),
        ("Out-of-Season Leaf Drawing with Care", "leaf drawing"),
        ("Rain-Proof Leaf Drawing with Care", "leaf drawing"),
        ("Long Walks-Based Leaf Drawing with Care", "leaf drawing"),
        ("On Walks-Based Leaf Drawing with Care", "walks-based leaf drawing"),
    ],
)
def test_the_compound_that_says_of_which_kind_it_is_goes_along(title: str, subject: str) -> None:
    abstract = "Leaf drawing is frost-hardy, real-time, walks-based and out-of-season. Leaf drawing is fine."
    assert (subject, ("P6",)) in told(TREES, BIRDS, about(6, title, abstract))


def test_what_the_topic_is_called_is_no_subject_of_one_paper() -> None:
    papers = (TREES, BIRDS, CLOUDS, SNOW)
    named = singly(values(*papers, topic="Wet snow and birds"), 6)
    assert [group.subject for group in named] == ["binary trees", "bird song", "Kalman filters"]
    assert singly(values(*papers[1:], topic="Wet snow and birds"), 6) == [], "two alone tell nothing"


def test_less_strictly_half_of_the_words_do_and_what_it_is_done_by() -> None:
    papers = (
        TREES,
        about(2, "Wet Snow Discovery", "Where snow is wet."),
        about(3, "It, via Leaf Drawing", "Draws leaves."),
    )
    assert singly(values(*papers), 6) == []
    subjects = [group.subject for group in singly(values(*papers, topic="Binary trees"), 6, strict=False)]
    assert subjects == ["binary trees", "wet snow discovery", "leaf drawing"], "the name too"
    source = (
        TREES,
        about(2, "Wet Snow Discovery", "Where snow is wet."),
        about(3, "It, from Leaf Drawing", "Draws leaves."),
    )
    assert singly(values(*source, topic="Binary trees"), 6, strict=False) == [], "what it is made from is none"
    part = singly(values(*papers, TREES, topic="Sorting of binary trees"), 6, strict=False)
    assert part == [], "but nothing that is only a part of it"


def test_no_more_than_wanted_each_subject_once_and_nothing_of_papers_that_mostly_have_none() -> None:
    again = about(5, "More Binary Trees", "Binary trees again.")
    assert told(TREES, again, BIRDS, CLOUDS, most=2) == [("binary trees", ("P1",)), ("bird song", ("P2",))]
    assert told(TREES, again) == [], "one subject divides nothing"
    assert told(TREES, BIRDS, *(replace(DULL, id=f"P{n}") for n in range(5, 9))) == []


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("Binary Tree: Sorting It", "A binary tree sorts."),  # what it is called
        ("Sorting Trees by Hand", "We are sorting trees."),
        ("Binary Tree Sorters in Use", "A binary tree."),  # of what kind the sorters are
        ("Binary Trees at Last", "Birds sing."),
        ("In Situ Sorting of It", "In situ sorting."),
        ("Leaf Based Tree Sorting", "Based tree sorting."),
        ("Pose Induced Video Trees", "Induced video trees."),
        ("The LLM's Leaves", "The LLM's leaves."),
        ("consisTency INverse Trees", "The consisTency INverse."),
        ("Trees: Not Just a Black Box", "A black box."),
        ("Sorting Beyond Feature Attribution", "Feature attribution."),
        ("Trees: The Leaf-Snow Connection", "A leaf-snow connection."),
    ],
)
def test_what_tells_of_no_subject(title: str, abstract: str) -> None:
    assert told(about(1, title, abstract), BIRDS) == []


@pytest.mark.parametrize(
    ("form", "texts", "shown"),
    [
        ("Mean-Shifted Loss", "", "mean-shifted loss"),
        ("U-Net Heads", "", "U-Net heads"),
        ("Arabic Machine Translation", "Progress in Arabic machine translation.", "Arabic machine translation"),
        ("SAE Probe", "It is an SAE probe.", "an SAE probe"),
        ("Heidegger's Ontology", "", "Heidegger's ontology"),
        ("Petri Net", "They draw Petri nets of it.", "Petri net"),
        ("Petri Net", "Petri nets are drawn.", "petri net"),  # only a sentence's first letter
        ("Spoken Chatbot", "We built a new spoken chatbot.", "a spoken chatbot"),
        ("Data Augmentation", "We use a data augmentation.", "data augmentation"),
        ("Spoken Chatbot", "We use a spoken chatbot corpus", "spoken chatbot"),
    ],
)
def test_a_phrase_within_a_sentence(form: str, texts: str, shown: str) -> None:
    assert as_subject(form, texts) == shown


def test_a_topic_of_nothing_in_common_opens_with_them_and_a_refresh_adds_the_new() -> None:
    opening = [claim for claim in synthesis(values(TREES, BIRDS, SNOW)).claims if claim.text.startswith(ONE_ABOUT)]
    assert [(claim.kind, claim.papers) for claim in opening] == [("context", [id_]) for id_ in ("P1", "P2", "P5")]
    present = tuple(
        PresentClaim(f"c{n}", "context", claim.text, tuple(claim.papers)) for n, claim in enumerate(opening)
    )
    asked = RevisionValues("Things", (), present, (CLOUDS,), (TREES, BIRDS, SNOW))
    added = revision(asked)
    assert [claim.text for claim in added.claims if claim.kind == "context"] == [f"{ONE_ABOUT} Kalman filters."]
    assert added.changes == []
