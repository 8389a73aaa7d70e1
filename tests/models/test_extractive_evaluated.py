"""The only data on which an abstract evaluates, for figures whose own sentence names none."""

import pytest

from survey.models.extractive.evaluated import placed_on_its_data
from survey.models.extractive.record import read_paper
from survey.models.extractive.results import figures
from survey.questions import NumberedPaper

FIGURE = "The proposed net reaches 99.5% accuracy."


def place(*sentences: str, title: str = "Trees", told: str = FIGURE) -> str | None:
    """The data of the first figure of ``told``, which stands behind the ``sentences``."""
    return placed_on_its_data(figures(told), told, title, [*sentences, told])[0].dataset


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("In this study, a public Figshare dataset containing 3,064 images was used.", "Figshare"),
        ("It was built to cut tumours out on the BraTs2020 dataset of 369 scans.", "BraTs2020"),
        ("The approach is evaluated on MSED, a multimodal dataset with many views.", "MSED"),
        ("We test the nets on the Foo-1K benchmark.", "Foo-1K"),
    ],
)
def test_the_only_data_that_were_tried_on_are_those_of_a_figure_further_on(sentence: str, name: str) -> None:
    assert place(sentence, "Then the nets were compared with others.") == name


@pytest.mark.parametrize(
    "sentence",
    [
        "We train one net on the LiTS (CT) and ATLAS (MRI) datasets.",
        "We test on the Figshare dataset and Memo images.",
        "We test on three datasets, such as the Figshare dataset.",
        "The nets are trained on the Figshare dataset.",
        "Others know the Figshare dataset well.",
        "The Figshare dataset is used, and five other datasets are too.",
        "Nets for FSTA are tried on the FSTA dataset.",
    ],
)
def test_where_that_is_doubtful_no_data_are_told(sentence: str) -> None:
    assert place(sentence) is None


def test_the_figures_of_a_paper_that_presents_a_benchmark_are_on_it() -> None:
    made = "We introduce CubeBench, a novel benchmark of puzzles."
    title = "CubeBench: Puzzles for Agents"
    assert place(made, title=title) == "CubeBench"
    assert place("We present \\textbf{CubeBench}, a benchmark of puzzles.", title=title) == "CubeBench"
    assert place(made) == "CubeBench"  # no title needs to say so
    assert place("Models were weak before.", title=title) is None
    assert place(made, "Leveraging CubeBench, we train a solver.", title=title) is None
    assert place(made, title=title, told="On existing benchmarks, it reaches 99.5% accuracy.") is None
    assert place(made, title=title, told="Fine-tuning raises it to 99.5% accuracy.") is None
    assert place(made, title=title, told="Human reviewers give it a win rate of 90.5%.") is None


def test_data_that_are_only_named_further_on_or_another_place_are_none() -> None:
    used = "The public Figshare dataset was used."
    assert placed_on_its_data(figures(FIGURE), FIGURE, "Trees", [FIGURE, used])[0].dataset is None
    assert place(used, told="In simulation, it reaches 99.5% accuracy.") is None
    assert place(used, told="It cuts the latency by 40%.") is None


def test_a_result_rests_on_the_sentence_that_names_its_data_too() -> None:
    texts = (
        "We propose a net for tumours in scans.",
        "A public Figshare dataset of 3,064 scans was used.",
        "Nine other nets were compared first.",
        "The proposed net reaches 99.5% accuracy and beats them all.",
    )
    (result,) = read_paper(NumberedPaper("P1", "A net for tumours", texts)).results
    assert (result.dataset, result.sentences) == ("Figshare", [4, 2])


def test_the_classes_that_a_figure_is_over_are_no_other_data() -> None:
    used = "Using the benchmark IEMOCAP dataset, which includes aligned text, we design an encoder."
    text = "It is small, achieving a classification accuracy of 92% across six emotion categories."
    (one,) = placed_on_its_data(figures(text), text, "Nets for Emotions", [used, text])
    assert one.dataset == "IEMOCAP"
