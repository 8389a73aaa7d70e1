"""How a paper's method works, as a statement that stands alone: whose it is, and nothing of parts unheard of."""

from dataclasses import replace

import pytest
from recorded_papers import paper, said

from survey.document import Survey
from survey.evidence import support
from survey.models.extractive.called import is_titled, name_of
from survey.models.extractive.findings import Room, findings
from survey.models.extractive.workings import unnamed, workings
from survey.notes import said as notes_of
from survey.questions import RecordedPaper

NAMED = "FastNet: Boxes around Apples"
MADE = said("contribution", "Presents FastNet, a net for drawing boxes.")


def works(method: str, title: str = NAMED) -> str:
    own = MADE if title == NAMED else said("contribution", "Presents a net for drawing boxes.")
    return workings(paper(1, title, own, said("method", method)))


@pytest.mark.parametrize(
    ("method", "told"),
    [
        (
            "FastNet masks all pixels whose gradients are large in each layer.",
            "FastNet masks all pixels whose gradients are large in each layer.",
        ),
        (
            "The approach masks pixels whose gradients are large in each layer.",
            "FastNet masks pixels whose gradients are large in each layer.",
        ),
        (
            "Masks pixels whose gradients are large in each of the layers.",
            "FastNet masks pixels whose gradients are large in each of the layers.",
        ),
        (
            "Introduces a gate that masks pixels whose gradients are large.",
            "The FastNet paper introduces a gate that masks pixels whose gradients are large.",
        ),
        (
            "Develops a gate that masks pixels whose gradients are large.",
            "The FastNet paper develops a gate that masks pixels whose gradients are large.",
        ),
        (
            "Unlike slower nets, FastNet first masks pixels, then draws a box around the rest.",
            "Unlike slower nets, FastNet first masks pixels, then draws a box around the rest.",
        ),
        (
            "FastNet first masks pixels whose gradients are large in each layer.",
            "FastNet masks pixels whose gradients are large in each layer.",
        ),
        (
            "To keep the gradients small, the authors introduce a gate and train it on noise.",
            "To keep the gradients small, the FastNet paper introduces a gate and trains it on noise.",
        ),
        (
            "Masks pixels whose gradients are large in each layer. It then draws a box around them.",
            "FastNet masks pixels whose gradients are large in each layer. It then draws a box around them.",
        ),
        (
            "Masks pixels whose gradients are large in each layer. Draws a box around them.",
            "FastNet masks pixels whose gradients are large in each layer.",
        ),
    ],
)
def test_a_method_works_under_its_papers_name(method: str, told: str) -> None:
    assert works(method) == told


@pytest.mark.parametrize(
    ("method", "told"),
    [
        (
            "The approach masks pixels whose gradients are large in each layer.",
            "One approach masks pixels whose gradients are large in each layer.",
        ),
        (
            "Masks pixels whose gradients are large in each of the layers.",
            "One paper masks pixels whose gradients are large in each of the layers.",
        ),
        (
            "Using data from three orchards, the framework masks pixels with large gradients.",
            "Using data from three orchards, one framework masks pixels with large gradients.",
        ),
        (
            "To keep the gradients small, the authors introduce a gate and train it on noise.",
            "To keep the gradients small, one paper introduces a gate and trains it on noise.",
        ),
    ],
)
def test_a_method_without_a_name_is_that_of_one_paper(method: str, told: str) -> None:
    assert works(method, "On drawing boxes around apples") == told
    assert unnamed(told)


@pytest.mark.parametrize(
    "method",
    [
        "A gate for pixels then drops all those with large gradients.",  # a part's next step
        "The encoder maps all pixels to a space of few dimensions.",  # whose encoder?
        "This gate drops pixels whose gradients are large in each layer.",  # which gate?
        "Validates FastNet on several data sets of apples and other fruit.",  # says nothing of how
        "Draws boxes around apples and presents a net.",  # no more than what it is
        "Proposes a general framework for the drawing of larger boxes.",  # announces once more
        "Masks pixels.",
        "Trains both parts with gradients of large pixels in each layer of FastNet.",
        "FastNet uses a gate M_{1} that drops pixels whose gradients are large.",
        "Pixels were dropped wherever their gradients were extracted by FastNet.",
    ],
)
def test_what_only_its_abstract_explains_is_not_told(method: str) -> None:
    assert works(method) == ""


def test_a_paper_that_does_not_say_how_is_told_otherwise() -> None:
    assert workings(paper(1, NAMED, MADE)) == ""


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (
            "FastNet computes slopes of all pixels as a heat signal.",
            "FastNet computes slopes of all pixels as a heat signal.",
        ),
        (
            "Slopes of pixels are a heat signal that others take.",
            "FastNet spreads the signal over all layers of a net.",
        ),
    ],
)
def test_what_names_a_thing_is_told_rather_than_what_speaks_of_it_as_known(before: str, told: str) -> None:
    method = "FastNet spreads the signal over all layers of a net."
    own = paper(1, NAMED, MADE, said("method", method))
    assert workings(replace(own, abstract=f"We present FastNet. {before} {method}")) == told


def test_a_name_that_its_expansion_ties_to_the_title_is_the_papers() -> None:
    tied = paper(
        1,
        "Fast nets for drawing boxes",
        said("contribution", "Proposes Fast Drawing Nets (FDN), a framework for boxes."),
        said("method", "Introduces a gate that masks pixels whose gradients are large."),
    )
    assert name_of(tied) == "FDN"
    assert is_titled(tied, "FDN")
    assert workings(tied) == "The FDN paper introduces a gate that masks pixels whose gradients are large."


def test_a_part_is_not_the_paper() -> None:
    part = paper(
        1, "Fast nets for drawing boxes", said("contribution", "Introduces a Fast Drawing Gate (FDG) module for nets.")
    )
    assert not is_titled(part, "FDG")


# --- among the findings ---

PLENTY = Room(1000, 10)
HOW = said("method", "The approach masks pixels whose gradients are large in each layer.")


def first(one: RecordedPaper) -> str:
    return findings([one], PLENTY)[0].text


def test_how_it_works_says_more_than_what_it_is_for() -> None:
    assert first(paper(1, NAMED, MADE, HOW)).startswith("FastNet masks pixels")
    says = said("contribution", "Presents FastNet, a net that drops the pixels with small gradients.")
    assert first(paper(1, NAMED, says, HOW)) == "FastNet is a net that drops the pixels with small gradients."


def test_a_figure_says_more_than_how_it_works() -> None:
    figure = said("result", "FastNet reaches 54.5 AP on COCO.", value="54.5", measure="AP", dataset="COCO")
    assert first(paper(1, NAMED, MADE, HOW, figure)) == "FastNet reaches 54.5 AP on COCO."


def test_what_only_announces_is_told_where_there_is_little_else() -> None:
    mute = [
        paper(n, f"{name}: Boxes", said("contribution", f"Presents {name}, a net for {use}."))
        for n, (name, use) in enumerate(
            (("AppleNet", "sorting heavy apples"), ("PearNet", "weighing ripe pears"), ("FigNet", "drying sweet figs"),
             ("NutNet", "cracking hard nuts"), ("PlumNet", "picking blue plums"))
        )
    ]  # fmt: skip
    assert len(findings(mute, PLENTY)) == 3
    assert len(findings([*mute, paper(7, NAMED, MADE, HOW)], PLENTY)) == 3
    assert any(one.text.startswith("FastNet masks") for one in findings([*mute, paper(7, NAMED, MADE, HOW)], PLENTY))


def test_no_finding_hangs_on_its_abstract() -> None:
    loose = said("result", "Finds that using both signals enriches what is learned of apples.")
    assert findings([paper(1, "Orchards", loose)], PLENTY) == []


def test_experiments_that_show_praise_are_no_finding() -> None:
    loose = said("result", "Further experiments on apples confirm better taste and a slightly longer life.")
    assert findings([paper(1, "Orchards", loose)], PLENTY) == []


def test_real_workings_are_borne_out_by_their_sentence(real_survey: Survey) -> None:
    papers = [RecordedPaper("P1", p.title, notes_of(real_survey.records[p.key])) for p in real_survey.papers]
    told = [(text, one) for one in papers if (text := workings(one))]
    assert len(told) > 150
    borne = []
    for text, one in told:
        quotes = next(part.quotes for part in one.said if part.field == "method")
        borne.append(support(text, one.title, *quotes))
        name = name_of(one)
        assert borne[-1] > 0.6, text
        assert unnamed(text) or (name and name in text), text
    assert sum(borne) > 0.93 * len(borne)


def test_whose_method_it_is_has_to_be_said() -> None:
    assert works("Analyzes key properties of the method which makes pixels vanish.", "On boxes") == ""
    assert works("Analyzes key properties of the gate which makes pixels vanish.", "On boxes") != ""
