"""Gerunds in the third person: what is told as done, where it is sure how that goes on."""

import pytest

from survey.gerunds import doing, singular


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("predicting losses of leaves and then determining where to cut.",
         "predicts losses of leaves and then determines where to cut."),
        ("equipping trees with the ability to bend.", "equips trees with the ability to bend."),
        ("mapping leaves onto ladders.", "maps leaves onto ladders."),
        ("making it easy to cut trees.", None),
        ("showing that trees bend.", None),
        ("sorting leaves and training.", None),
        ("unheardofing trees.", None),
    ],
)  # fmt: skip
def test_gerunds_are_told_as_done(text: str, told: str | None) -> None:
    assert doing(text) == told


def test_a_gerund_has_a_third_person_where_its_verb_is_known() -> None:
    assert singular("introducing") == "introduces"
    assert singular("unheardofing") is None
