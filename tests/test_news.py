"""What a cell tells beside the title that stands in its row: words of its own, no echo, no word of any paper's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.approach import approach
from survey.document import Survey
from survey.news import ENOUGH, news, thin

TITLE = "SlimTree: Pruning Branches of Small Trees"


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("Pruning branches of small trees", 0),
        ("Framework for pruning the branches of a small tree", 0),
        ("Novel approach specifically designed for pruning small trees (PST)", 0),  # a short name is none of its own
        ("Studies the pruning of small trees", 0),
        ("Ranks branches by their leaves", 2),
        ("Ranks branches by how often neighbouring leaves agree", 5),
    ],
)
def test_words_of_the_title_and_of_any_paper_tell_nothing(cell: str, told: int) -> None:
    assert news(cell, TITLE) == told


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("Deep Garden Growth Network", 1),
        ("Deep Garden Growth Network (DGGN) with frozen roots", 3),
        ("Garden network with frozen roots", 3),  # its capital is the cell's
        ("Trains SAEs on leaves", 2),  # as is a verb's
    ],
)
def test_a_name_in_capitals_tells_as_much_as_a_word(cell: str, told: int) -> None:
    assert news(cell, TITLE) == told


def test_words_joined_by_a_hyphen_count_by_their_parts() -> None:
    assert news("Root-bound moss", TITLE) == 3
    assert news("Branch-pruning moss", TITLE) == 1  # of which the title has two


@given(st.text(max_size=120), st.text(max_size=80))
def test_a_title_tells_nothing_beside_itself(cell: str, title: str) -> None:
    assert news(cell, title) >= 0
    assert news(title, title) == 0


def test_no_cell_of_the_real_survey_echoes_its_title(real_survey: Survey) -> None:
    titles = {paper.key: paper.title for paper in real_survey.papers}
    shown = {}
    for key, record in real_survey.records.items():
        texts = [statement.text for statement in (record.contribution, record.method) if statement]
        shown[key] = approach(texts, titles[key])
    told = {key: news(cell, titles[key]) for key, cell in shown.items() if cell}
    assert len(told) > 0.85 * len(shown)
    assert min(told.values()) > 0
    assert sum(new >= ENOUGH for new in told.values()) > 0.8 * len(told)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("Sap importance score (SIS)", True),  # what it is called
        ("Two-stage Sap Learning with frost framework for Tree growth (SLF)", False),
        ("Selective Frost Net (SFN) module", True),
        ("Masked frost pipeline", True),
        ("Uses a scalable, unsupervised method", True),
        ("Employs a two-rung strategy", True),
        ("Uses a ladder of hemp for each tree", False),
        ("Hempen ladder for pruning", False),  # it says what for
        ("Combines ropes and rungs", False),
        ("Sap score (SIS) that ranks shoots", False),
    ],
)
def test_a_mere_name_or_kind_is_thin(cell: str, told: bool) -> None:
    assert thin(cell) is told


def test_a_thin_cell_yields_to_what_the_record_else_tells() -> None:
    made, how = "Proposes a masked hoarfrost pipeline.", "Encodes every rope with hooks of old iron."
    assert approach([made, how], TITLE) == "Encodes every rope with hooks of old iron"
    assert approach([made], TITLE) == "Masked hoarfrost pipeline"


def test_what_the_title_has_in_full_is_known_in_short() -> None:
    assert news("Framework for MIM of moss", "Hard Patches Mining for Masked Image Modeling") == 1
    assert news("Framework for MIM of moss", TITLE) > 1
