"""What a limit is taken to call for is no limit: "highlights the need for better maps" yields to what fails."""

import pytest
from recorded_papers import paper

from survey.models.extractive.gaps import gap_of
from survey.models.extractive.limiting import stated_limit

WALKS = paper(1, "On walks in snow")


@pytest.mark.parametrize(
    "text",
    [
        "Highlights the need for culture-informed approaches to walks in all kinds of snow.",
        "Shows how the width of shoes changes walks in snow, emphasizing the need for more shoe-aware strategies.",
    ],
)
def test_a_call_for_something_better_alone_is_no_limit(text: str) -> None:
    assert gap_of(WALKS, text) == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Finds that walkers in narrow shoes struggle in deep snow, highlighting the importance of checking them.",
         "One study finds that walkers in narrow shoes struggle in deep snow."),
        ("Highlights significant challenges of walking in snow with narrow shoes and underscores the need for adapted "
         "methods.",
         "One paper highlights significant challenges of walking in snow with narrow shoes."),
        ("Finds that walkers struggle in snow, showing the critical need for more robust methods.",  # too short a rest
         "One study finds that walkers struggle in snow, showing the critical need for more robust methods."),
        ("Highlights the need for further research into approaches to walking.",
         "One paper highlights the need for further research into approaches to walking."),
    ],
)  # fmt: skip
def test_what_fails_stays_without_what_it_calls_for(text: str, told: str) -> None:
    assert gap_of(WALKS, text) == told


def test_a_verb_behind_but_also_has_the_same_subject() -> None:
    text = "The findings show promise in reading maps, but also reveal key limitations in deep snow."
    assert "but also reveals key limitations" in stated_limit(text)
