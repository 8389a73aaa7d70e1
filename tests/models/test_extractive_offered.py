"""What a paper offers: what that is before what it's good for, named by the name that its sentences give it."""

import pytest
from recorded_papers import paper, said

from survey.models.extractive.contributed import contribution, is_what
from survey.models.extractive.findings import Room, findings
from survey.models.extractive.offered import Offer, offers
from survey.questions import RecordedPaper

PLENTY = Room(1000, 10)
NAMED = "ToolNet: A Framework for Teaching Nets to Use Tools"
PRAISE = "ToolNet enhances robustness in noisy places and improves the general use of tools."
IS = (
    "Proposes ToolNet, a framework that drops training data that does harm, and weighs each of the words by what the "
    "net got wrong."
)


def of(*told: tuple[str, str], title: str = NAMED) -> RecordedPaper:
    return paper(1, title, *(said(field, text) for field, text in told))


def test_what_a_method_is_stands_before_what_it_is_good_for() -> None:
    own = of(("contribution", PRAISE), ("method", IS))
    assert [(one.says, one.text.split()[1]) for one in offers(own)] == [("praise", "enhances"), ("what", "is")]
    texts = [one.text for one in findings([own], Room(1000, 10, each=2))]
    assert texts[0].startswith("ToolNet is a framework that drops training data")
    assert len(findings([own], PLENTY)) == 1


def test_how_it_works_is_told_as_that() -> None:
    works = "ToolNet drops training data that does harm and weighs each of the words."
    own = of(("method", works))
    assert list(offers(own)) == [Offer(works, "how", (works,))]
    assert not list(offers(paper(1, "Quiet")))


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("DIN", "Proposes a model: Deep Interest Network (DIN) which learns what users like from what they clicked.",
         "Deep Interest Network (DIN) is a model which learns what users like from what they clicked."),
        (None, "Presents X-Planner, a planning system that asks back.",
         "X-Planner is a planning system that asks back."),
        ("EmoVoice", "Introduces EmoVoice-DB, a data set of speech.", "EmoVoice-DB is a data set of speech."),
        ("LEURN", "Presents LEURN: a network that learns rules.", "LEURN is a network that learns rules."),
        ("TN", "Proposes Tree Netting (TN), predicting leaves and then determining where to cut.",
         "Tree Netting (TN) predicts leaves and then determines where to cut."),
        ("TL", "Proposes Tree Ladders (TL), predicting leaves and then determining where to cut.", ""),
        ("TN", "Proposes a pruning method Tree Netting (TN) to sort leaves.",
         "Tree Netting (TN) is a pruning method to sort leaves."),
        ("TN", "Presents a way of sorting, called Tree Netting (TN), which sorts leaves.",
         "Tree Netting (TN) is a way of sorting, which sorts leaves."),
        ("TreeNet", "Proposes a method called the TreeNet to sort leaves.", "TreeNet is a method to sort leaves."),
        ("TreeNet", "Introduces an AI agent, TreeNet, which sorts leaves.",
         "TreeNet is an AI agent which sorts leaves."),
        ("LeafNet", "Proposes a light net of trees framework (LeafNet) with two parts.",
         "LeafNet is a light net of trees framework with two parts."),
        ("LFN", "Proposes a light forest network (LFN) with two parts.", ""),
        ("TreeSet", "Presents TreeSet - the first data set of trees.", "TreeSet is the first data set of trees."),
        ("ROOTS", "Proposes Reduction Of Old Trees in Sandy Soils (ROOTS), a net for gardens.",
         "Reduction Of Old Trees in Sandy Soils (ROOTS) is a net for gardens."),
        ("TreeNet", "Proposes TreeNet, making it easy to cut trees.", ""),
        (None, "Presents Boxes, a planning system that asks back.", ""),
        (None, "Presents a planning system that asks back.", ""),
        ("BoxNet", "Presents BoxNet by means of OtherNet, a net of others.", ""),
    ],
)  # fmt: skip
def test_what_is_offered_by_a_name_is_told_under_it(name: str | None, text: str, told: str) -> None:
    assert is_what(name, text) == told


def test_a_name_that_no_title_gives_names_what_is_offered_all_the_same() -> None:
    said_so = "Introduces X-Planner, a planning system based on language models that asks back when in doubt."
    own = of(("contribution", said_so), title="Planning Edits of Images")
    (told,) = findings([own], PLENTY)
    assert told.text.startswith("X-Planner is a planning system")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The authors introduce a library for reading nets written in Rust and C by means of gradients.",
         "The ReadNet paper introduces a library for reading nets written in Rust and C by means of gradients."),
        ("Delves into the essence of nets, and conceptually concludes that ReadNet suits long books of one voice.",
         "ReadNet suits long books of one voice."),
        ("Observes that nets are seldom read in rows, and presents ReadNet to sort all books by their long lines.",
         "The ReadNet paper presents ReadNet to sort all books by their long lines."),
        ("Trains nets on the outputs of layers and shows that here SAEs of ReadNet find a sparse decomposition.",
         "Trains nets on the outputs of layers and shows that SAEs of ReadNet find a sparse decomposition."),
    ],
)  # fmt: skip
def test_roundabout_words_are_left_out(text: str, told: str) -> None:
    assert contribution(of(("contribution", text), title="ReadNet: Reading Nets with Gradients")).endswith(told[-40:])


@pytest.mark.parametrize(
    "text",
    [
        "The hidden map is known up to a turn of its axes, which is enough for telling what comes.",
        "The synchronization of groups is motivated by problems of seeing and of sorting.",
        "Proposes $D$ual-$H$ead optimization for the training of groups of small nets by large ones.",
    ],
)
def test_what_only_its_abstract_explains_or_says_nothing_is_not_offered(text: str) -> None:
    assert not contribution(of(("contribution", text), title="Synchronization of Groups: What Comes"))


def test_what_its_title_names_is_known() -> None:
    text = "The synchronization problem is solved by sorting groups of nets on the day before."
    known = of(("contribution", text), title="Sorting Groups of Nets: the Synchronization Problem Solved")
    assert contribution(known) == text
    assert not contribution(of(("contribution", text), title="Sorting Groups of Nets on the Day Before"))


def test_a_part_stands_behind_what_the_whole_is() -> None:
    whole = (
        "contribution",
        "To bend trees, the authors propose Tree Netting (TN), sorting leaves by how old they are.",
    )
    part = ("method", "Introduces an auxiliary loss module, which is trained with ranks to prevent leaves from fading.")
    own = of(whole, part, title="Tree Netting for Gardens")
    assert [one.says for one in offers(own)] == ["what", "part"]
    assert findings([own], PLENTY)[0].text == "Tree Netting (TN) sorts leaves by how old they are."


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Proposes ToolNet, a novel framework that strategically balances cost and gain of gardens.", "aim"),
        ("Proposes ToolNet, a framework that balances cost and gain of tools by weighing words.", "what"),
        ("Proposes ToolNet, a framework that weighs words of tools to balance their cost.", "what"),
    ],
)
def test_what_something_is_for_says_less_than_how_it_works(text: str, says: str) -> None:
    (offer,) = offers(of(("contribution", text)))
    assert offer.says == says
