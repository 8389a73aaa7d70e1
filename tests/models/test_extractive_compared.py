"""The only rival that a sentence names is that of its gains and cuts, wherever it stands; else nobody is."""

import pytest

from survey.models.extractive.results import figures

BIG = "BigNet"


def rivals(text: str) -> list[str | None]:
    return [one.baseline for one in figures(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "It has a 19x speedup, reduces errors by 50%, and uses 6% of the parameters compared with BigNet.",
            3,
        ),
        (
            "It has a 5.7x speedup and a 1.8x memory efficiency gain while improving F1 by 2% compared to BigNet.",
            3,
        ),
        ("It has a 7% improvement in mIoU and 6% improvement in Mean Dice scores over BigNet.", 2),
        ("The nets reach a 34% improvement on CIFAR-10, surpassing BigNet.", 1),
        ("It performs on par with BigNet with up to 95% lower memory usage.", 1),
    ],
)
def test_the_only_comparison_is_that_of_all_gains_and_cuts(text: str, told: int) -> None:
    assert rivals(text) == [BIG] * told


@pytest.mark.parametrize(
    ("text", "rival"),
    [
        ("It reduces forgetting by 47% compared to naive adaptation.", "naive adaptation"),
        ("It gains 10% in accuracy compared to subword and other tokenizers.", "subword and other tokenizers"),
        ("It lifts RAG performance by 5.2% over the original retriever.", "original retriever"),
        ("We evaluate it against five frameworks and achieve a 22.8% improved accuracy.", "five frameworks"),
    ],
)
def test_whoever_stands_there_is_the_rival(text: str, rival: str) -> None:
    assert rivals(text) == [rival]


@pytest.mark.parametrize(
    "text",
    [
        "It improves accuracy by 8.7% across four tasks, and in some cases outperforms BigNet.",
        "It cuts costs by 40%, surpassing BigNet.",  # who is beaten need not be dearer
        "It improves accuracy by 8.7% compared to that of others.",
        "It improves accuracy by 8.7% over training.",
    ],
)
def test_a_comparison_of_something_else_is_not_shared(text: str) -> None:
    assert set(rivals(text)) == {None}


def test_who_is_beaten_by_another_figure_is_not_the_figures() -> None:
    assert rivals("It reaches 85% F1, improving on none by 9.5%, and surpassing BigNet by 21.4%.")[:1] == [None]
    (first, *_) = rivals("It improves accuracy by 9.5%, and surpassing BigNet by 21.4% it is good.")
    assert first is None
