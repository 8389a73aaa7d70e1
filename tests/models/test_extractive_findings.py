"""What the papers of a topic found: what stands alone and says something, the weightiest, in an order of subjects."""

import re

import pytest
from recorded_papers import FOUND, ON_COCO, TOPIC, paper, said

from survey.document import Survey
from survey.evidence import numbers
from survey.models.extractive.findings import Room, findings
from survey.models.extractive.subject import named
from survey.questions import RecordedPaper

PLENTY = Room(1000, 10)


def test_figures_on_shared_data_come_first_together_then_others_then_what_was_found() -> None:
    assert [finding.paper for finding in findings(TOPIC, PLENTY)] == ["P2", "P5", "P1", "P4", "P3"]
    assert findings(TOPIC, PLENTY)[-1].text == (
        "One study finds that nets forget what was learned first of all things."
    )


def test_what_the_papers_of_one_subject_say_stands_together() -> None:
    told = [finding.paper for finding in findings(TOPIC, PLENTY, [("P3", "P4")])]
    assert told == ["P2", "P5", "P4", "P3", "P1"]


def test_praise_and_talk_of_the_own_method_are_no_findings() -> None:
    assert findings(TOPIC[5:], PLENTY) == []


def test_of_many_findings_those_that_say_most_are_kept() -> None:
    assert {finding.paper for finding in findings(TOPIC, Room(14, 10))} == {"P1", "P2"}
    assert len(findings(TOPIC, Room(0, 10))) == 2, "two at least"


def test_a_longer_text_has_room_for_what_a_paper_is_beside_what_it_reaches() -> None:
    both = paper(
        1,
        "FastNet: Boxes",
        said("contribution", "Presents FastNet, a net that draws boxes around all things."),
        ON_COCO,
    )
    assert [one.text for one in findings([both], PLENTY)] == ["FastNet reaches 54.5 AP on COCO."]
    assert [one.text for one in findings([both], Room(100, 1, each=2))] == [
        "FastNet is a net that draws boxes around all things.",
        "FastNet reaches 54.5 AP on COCO.",
    ]


def test_statements_on_papers_without_a_name_are_few() -> None:
    texts = ("to sort apples by their size", "to weigh planets from afar", "for nets to forget old tasks slowly",
             "to read old handwriting on stone", "of making bread without yeast or sugar")  # fmt: skip
    mute = [
        paper(n, f"On ways {text}", said("contribution", f"Proposes a way {text} and soon."))
        for n, text in enumerate(texts)
    ]
    assert len(findings(mute, Room(1000, 3))) == 3
    assert all(one.text.startswith("One paper proposes ") for one in findings(mute, Room(1000, 3)))


@pytest.mark.parametrize(
    "text",
    [
        "Proposes discrete masks of apples as an efficient and robust alternative.",
        "Proposes an empirical measure of the approximate accuracy for whole families.",
    ],
)
def test_what_only_its_abstract_explains_is_not_told_of_a_paper_without_a_name(text: str) -> None:
    assert findings([paper(1, "Masks of apples", said("contribution", text))], PLENTY) == []
    clear = "Proposes discrete masks of apples as a robust alternative to whole trees."
    assert findings([paper(1, "Masks of apples", said("contribution", clear))], PLENTY)


@pytest.mark.parametrize(
    "text",
    [
        "The alignment ensemble is then used to place the boundary with a 97.85% interval.",
        "The average error is 3.2% in the end.",
        "Planned improvements include deployment trials on embedded systems for in-field use.",
    ],
)
def test_what_was_done_or_is_planned_and_a_figure_of_no_one_are_no_findings(text: str) -> None:
    figures = {"97": {"value": "97.85", "unit": "%"}, "3.2": {"value": "3.2", "unit": "%"}}
    parts = next((parts for figure, parts in figures.items() if figure in text), {})
    assert findings([paper(1, "Boundaries", said("result", text, **parts))], PLENTY) == []


def test_a_figure_stands_under_the_name_that_its_abstract_gives_in_brackets() -> None:
    made = said(
        "contribution", "Masked-grid Apple Transformer (MGAT2) is a single architecture for orchards of any size."
    )
    figure = said("result", "New records include 57.8 PQ on COCO.", value="57.8", measure="PQ", dataset="COCO")
    told = findings([paper(1, "A Masked-grid Apple Transformer for Orchards", made, figure)], PLENTY)
    assert [one.text for one in told] == ["MGAT2: New records include 57.8 PQ on COCO."]


def test_what_is_argued_stays_an_argument() -> None:
    told = findings(
        [paper(1, "Layers", said("result", "Argues that early layers matter less than late ones do."))], PLENTY
    )
    assert [one.text for one in told] == ["One paper argues that early layers matter less than late ones do."]


def test_two_papers_that_say_the_same_are_told_once() -> None:
    same = [paper(n, "Forgetting", FOUND) for n in (1, 2)]
    assert [one.paper for one in findings(same, PLENTY)] == ["P1"]


@pytest.mark.parametrize(
    "text",
    [
        "Creates variations of the objects in a way that keeps their masks.",
        "Learns special tokens for the parts of many objects.",
        "Due to incomplete data, 181 patients were excluded from the analysis.",
        "Chromatographic separation will be achieved using a column.",
        "Hybrid distillation: A masking strategy is also put to use for it.",
        "Shared patterns between the imaging domain and mutations that reflect a type.",
        "The results hold for this setting and for many more of them.",
        "Is it true that nets forget what they learned first?",
    ],
)
def test_what_hangs_on_its_abstract_or_tells_no_finding_is_left_out(text: str) -> None:
    assert findings([paper(1, "Things", said("result", text))], PLENTY) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Observes two phenomena in nets: occlusion of features and splitting of others.",
         "One study observes two phenomena in nets: occlusion of features and splitting of others."),
        ("The findings show that supervised models can outperform self-supervised ones in continual learning.",
         "One study shows that supervised models can outperform self-supervised ones in continual learning."),
        ("Treatment with herbs significantly reduced the damage scores of the mice.",
         "In one study, treatment with herbs significantly reduced the damage scores of the mice."),
    ],
)  # fmt: skip
def test_what_was_found_is_told_as_the_papers_own(text: str, told: str) -> None:
    assert [one.text for one in findings([paper(1, "Things", said("result", text))], PLENTY)] == [told]


# --- the real survey ---


def told_of(survey: Survey) -> list[tuple[str, str, list[str]]]:
    return [
        (topic.id, claim.text, [one.quote for one in claim.evidence])
        for topic in survey.topics
        for claim in topic.claims
        if claim.kind == "finding"
    ]


def test_every_finding_of_the_real_survey_names_what_it_is_about(real_survey: Survey) -> None:
    for _, text, quotes in told_of(real_survey):
        assert not re.match(r"(?:It|They|This|These|Such|The authors|The method|The model)\b", text), text
        assert not re.match(r"(?:Proposes|Shows|Presents|Achieves|Demonstrates|Finds|Introduces)\b", text), text
        assert set(numbers(text)) <= {n for quote in quotes for n in numbers(quote)}


def test_no_finding_of_the_real_survey_is_praise_alone(real_survey: Survey) -> None:
    praise = re.compile(r"variety of|large margins?|competitive results|promising results|remarkable performance")
    for _, text, _ in told_of(real_survey):
        assert not praise.search(text) or re.search(r"\d", text), text


def test_each_topic_of_four_papers_or_more_says_what_was_found(real_survey: Survey) -> None:
    found = {topic for topic, *_ in told_of(real_survey)}
    large = [topic.id for topic in real_survey.topics if len(topic.papers) >= 4]
    assert len(found & set(large)) >= 0.97 * len(large)


def test_findings_without_a_name_are_the_fewer(real_survey: Survey) -> None:
    texts = [text for _, text, _ in told_of(real_survey)]
    assert sum(text.startswith("One ") for text in texts) <= 0.5 * len(texts)
    offered = re.compile(
        r"One (?!study (?:\(\"[^\"]*\"\) )?(?:shows|finds|proves|reports|concludes|observes|suggests|indicates) )"
    )
    assert sum(offered.match(text) is not None for text in texts) <= 0.33 * len(texts)


def paper_without_results() -> RecordedPaper:
    return paper(1, "Quiet")


def test_a_paper_of_which_nothing_stands_alone_is_left_to_the_list() -> None:
    assert findings([paper_without_results()], PLENTY) == []


@pytest.mark.parametrize(
    ("text", "longer"),
    [
        (
            "Finds that the hidden layer is known but for a turn and a shift of its axes.",
            "Finds that any hidden layer is known but for a turn and a shift of its axes.",
        ),
        (
            "Finds that complex features tend to matter considerably less overall.",
            "Finds that complex features tend to matter considerably less than simple features.",
        ),
    ],
)
def test_what_is_known_before_or_says_next_to_nothing_is_no_finding(text: str, longer: str) -> None:
    assert findings([paper(1, "Layers", said("result", text))], PLENTY) == []
    assert findings([paper(1, "Layers", said("result", longer))], PLENTY)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("FastNet also outperforms its rivals by 3 AP on COCO.", "FastNet outperforms its rivals by 3 AP on COCO."),
        ("FastNet is also 3x faster than SlowNet.", "FastNet is 3x faster than SlowNet."),
        ("FastNet is not only small but also 3x faster.", "FastNet is not only small but also 3x faster."),
    ],
)
def test_that_a_paper_does_it_as_well_is_not_told(text: str, told: str) -> None:
    assert named(paper(1, "FastNet: Boxes"), text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("FastNet draws boxes within 3 degrees of the true ones on every apple.", True),
        ("FastNet draws boxes for Llama 3.1 and other old nets in every orchard.", False),
        ("FastNet draws boxes with 2.5 million weights at 15 fps on an old phone.", True),
        ("FastNet draws boxes that please the eye of anyone in the orchard.", False),
    ],
)
def test_a_figure_without_a_measure_says_more_than_what_a_method_does(text: str, told: bool) -> None:
    made = said("contribution", "Presents FastNet, a net that drops the pixels with small gradients.")
    first, *_ = findings([paper(1, "FastNet: Boxes", made, said("result", text))], PLENTY)
    assert (first.text == text) == told


def test_a_figure_of_no_ones_is_told_as_what_was_found() -> None:
    found = said(
        "result", "Experiments show that evolved agents reach up to a 35% success rate in dark rooms.", value="35"
    )
    (one,) = findings([paper(1, "Learning to walk in the dark", found)], PLENTY)
    assert one.text == "One study shows that evolved agents reach up to a 35% success rate in dark rooms."
    whose = said("result", "Experiments show that the base model reaches up to a 35% success rate.", value="35")
    assert findings([paper(1, "Learning to walk in the dark", whose)], PLENTY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Finds that the judged scores correlate with the difficulty of tasks in all cases.",
        "Finds that the early weight judging tree module is the most important component.",
    ],
)
def test_what_is_known_before_by_more_words_is_no_finding_either(text: str) -> None:
    assert findings([paper(1, "Layers", said("result", text))], PLENTY) == []


# --- what is only held, and by whom ---


def test_what_results_only_suggest_is_no_fact() -> None:
    hedged = paper(1, "On trees", said("result", "Our results strongly suggest that old trees sleep in the winter."))
    (one,) = findings([hedged], PLENTY)
    assert one.text == "One study suggests that old trees sleep in the winter."


def test_what_should_be_is_its_papers_opinion() -> None:
    wish = paper(1, "On trees", said("result", "Results show that the roots of trees should be kept as small as that."))
    assert [one.text for one in findings([wish], PLENTY)] == []  # "that" hangs
    wish = paper(1, "On trees", said("result", "Trees of all kinds must be watered in any hot summer."))
    (one,) = findings([wish], PLENTY)
    assert one.text == "One paper argues that trees of all kinds must be watered in any hot summer."


def test_a_suggestion_doesnt_take_the_place_of_what_papers_without_a_name_offer() -> None:
    hedged = paper(1, "On trees", said("result", "Our results strongly suggest that old trees sleep in the winter."))
    offers = paper(2, "Masks of shrubs", said("contribution", "Proposes a mask of shrubs that learns by their leaves."))
    assert [one.paper for one in findings([hedged, offers], Room(1000, 1))] == ["P1", "P2"]


def test_of_two_papers_with_one_name_one_is_told_of() -> None:
    first = paper(1, "HardNet: Patches", said("contribution", "Presents HardNet, a net that mines all hard patches."))
    second = paper(2, "HardNet: Losses", said("contribution", "Presents HardNet, a net that learns what to lose."))
    third = paper(3, "SoftNet: Losses", said("contribution", "Presents SoftNet, a net that learns what to keep."))
    assert [one.paper for one in findings([first, second, third], PLENTY)] == ["P1", "P3"]


@pytest.mark.parametrize(
    "beside",
    [
        "In terms of data, ScanNet removes 12% of all pictures from COCO before training.",
        "As a side-product, ScanNet finds 12% of all wrong labels of COCO.",
        "ScanNet takes linear time in the features D and the samples N, at 12% of the cost on COCO.",
    ],
)
def test_what_is_said_by_the_way_stands_behind_what_is_not(beside: str) -> None:
    plain = "ScanNet reaches 40.2 AP on COCO with half of the labels."
    one = paper(
        1,
        "ScanNet: Pictures",
        said("result", beside, value="12", measure="share", dataset="COCO"),
        said("result", plain, value="40.2", measure="AP", dataset="COCO"),
    )
    assert [found.text for found in findings([one], PLENTY)] == [plain]


def test_an_offer_that_is_its_title_over_again_yields_to_others() -> None:
    told = "Proposes enhancing interpretability by leveraging interaction of leaves."
    again = paper(8, "Interpretability via interactions of leaves", said("contribution", told))
    assert "P8" not in {one.paper for one in findings([*TOPIC[:3], again], PLENTY)}


def test_under_its_name_alone_what_the_title_says_is_told() -> None:
    told = "Presents TACOS, a method that integrates open tagging and comparative scoring of leaves."
    again = paper(8, "TACOS: Open tagging and comparative scoring of leaves", said("contribution", told))
    assert "P8" in {one.paper for one in findings([*TOPIC[:3], again], PLENTY)}
