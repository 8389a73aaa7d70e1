"""A figure is told of whoever reached it: a method by its name, else one study, or one paper's net."""

import pytest
from recorded_papers import paper, said

from survey.models.extractive.findings import Room, findings
from survey.models.extractive.introduced import introduced
from survey.models.extractive.subject import named, of_one_study, with_subject
from survey.models.extractive.whose import says_whose, under_its_name
from survey.models.extractive.workings import unnamed, workings
from survey.questions import RecordedPaper


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On COCO, the authors reach 54.5 AP with half of the layers.",
         "On COCO, one study reaches 54.5 AP with half of the layers."),
        ("On the task of instance retrieval, the network outperforms others by 3%.",
         "On the task of instance retrieval, one paper's network outperforms others by 3%."),
        ("Using distances, the proposed system achieves 82% accuracy on three tags.",
         "Using distances, one paper's system achieves 82% accuracy on three tags."),
        ("On COCO, it reaches 54.5 AP with half of them.", "On COCO, it reaches 54.5 AP with half of them."),
        ("Nets forget 54.5% of it.", "Nets forget 54.5% of it."),
    ],
)  # fmt: skip
def test_what_a_paper_without_a_name_reached_is_told_of_one_study(text: str, told: str) -> None:
    assert of_one_study(text) == told
    assert unnamed(told) is (text != told)


def test_such_a_figure_is_a_finding_with_its_papers_title() -> None:
    text = "On the task of instance retrieval, the network outperforms nets of ImageNet on recall@1 by 3%."
    own = paper(1, "Learning from Physical Interactions", said("result", text, value="3", unit="%", measure="recall@1"))
    (told,) = findings([own], Room(1000, 10))
    assert told.text.startswith("On the task of instance retrieval, one paper's network outperforms")
    quoted = type(own)(own.id, own.title, own.said, abstract=text)
    assert 'the network of one paper ("Learning from Physical Interactions") outp' in introduced(told.text, quoted)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("One study reaches 54.5 AP on COCO.", True),
        ("On COCO, one study reaches 54.5 AP.", True),
        ("On COCO, one paper's network reaches 54.5 AP.", True),
        ("On COCO, one study reaches 54.5 AP with their net.", False),
        ("On COCO, one study, of these nets, has 54.5 AP.", False),
        ("FastNet reaches 54.5 AP on COCO.", True),
        ("FastNet reaches 54.5 AP on COCO with this net.", False),
        ("The third net is 54.5% better than WideNet.", False),
    ],
)
def test_a_figure_without_its_abstract_says_whose_it_is(text: str, says: bool) -> None:
    assert says_whose(paper(1, "Fast"), text) is says


def test_a_figure_that_lacks_its_papers_name_stands_behind_it() -> None:
    own = paper(1, "FastNet: Boxes around Apples")
    assert under_its_name(own, "Baselines reach 54.5 AP.") == "FastNet: Baselines reach 54.5 AP."
    assert under_its_name(own, "FastNet reaches 54.5 AP.") == "FastNet reaches 54.5 AP."
    assert under_its_name(paper(1, "Boxes around Apples"), "Baselines reach 54.5 AP.") == "Baselines reach 54.5 AP."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The FastNet achieves 54.5 AP.", "FastNet achieves 54.5 AP."),
        ("The FastNet can draw boxes.", "FastNet can draw boxes."),
        ("The FastNet cleverly divides the data into subsets.", "FastNet cleverly divides the data into subsets."),
        ("The FastNet divides the data into subsets.", "FastNet divides the data into subsets."),
        ("The FastNet model achieves 54.5 AP.", "The FastNet model achieves 54.5 AP."),
        ("The FastNet features of apples are round.", "The FastNet features of apples are round."),
        ("The proposed FastNet achieves 54.5 AP.", "FastNet achieves 54.5 AP."),
    ],
)
def test_a_name_needs_no_article(text: str, told: str) -> None:
    assert named(paper(1, "FastNet: Boxes around Apples"), text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "FastNet achieves a considerable improvement in speed, resulting in an approximately 50% fall in time.",
            "FastNet achieves an approximately 50% fall in time.",
        ),
        (
            "FastNet shows remarkable performance gains, with up to 3x less time.",
            "FastNet shows up to 3x less time.",
        ),
        ("FastNet achieves a 50% reduction in time.", "FastNet achieves a 50% reduction in time."),
        (
            "FastNet achieves considerable gains on COCO, resulting in nets of all kinds.",
            "FastNet achieves considerable gains on COCO, resulting in nets of all kinds.",
        ),
    ],
)
def test_a_figure_needs_no_praise_ahead(text: str, told: str) -> None:
    assert named(paper(1, "FastNet: Boxes around Apples"), text) == told


def test_a_list_of_verbs_has_its_paper_as_subject() -> None:
    text = "Documents, describes, and evaluates new vectors of words."
    own = paper(1, "Vectors of Words")
    assert with_subject(own, text) == "One paper documents, describes, and evaluates new vectors of words."


@pytest.mark.parametrize(
    ("method", "told"),
    [
        ("Applies the approach to nets of five languages and removes a tenth of all the words.", ""),
        ("Applies masks to nets of five languages and removes a tenth of all the words.", "One paper applies masks"),
    ],
)
def test_an_approach_that_nothing_names_is_no_works(method: str, told: str) -> None:
    found = workings(paper(1, "Vectors of Words", said("method", method)))
    assert found.startswith(told)
    assert bool(found) is bool(told)


@pytest.mark.parametrize("what", ["A variant", "One component", "Another new version", "The other branch"])
def test_a_variant_is_one_of_something(what: str) -> None:
    own = paper(1, "FastNet: Boxes around Apples")
    assert not says_whose(own, f"{what}, FastNet-S, reaches 54.5 AP on COCO.")
    assert says_whose(own, "A variant of FastNet reaches 54.5 AP on COCO.")


def test_a_network_with_anothers_name_is_not_the_papers_own() -> None:
    text = "On three tasks, one paper's network outperforms the ImageNet network by 3%."
    told = ("We train a net.", "We propose the ImageNet net.")
    others, own = (RecordedPaper("P1", "Touching", (), abstract=abstract) for abstract in told)
    assert says_whose(others, text)
    assert not says_whose(own, text)


@pytest.mark.parametrize(("data", "says"), [("leafScenes", True), ("LEAF-10", True), ("Leaves", True), ("new", False)])
def test_data_with_a_name_are_not_the_papers_own_work(data: str, says: bool) -> None:
    own = paper(1, "FastNet: Boxes around Apples")
    assert says_whose(own, f"On the {data} dataset, FastNet reaches 54.5 AP.") is says
