"""A figure says what it was reached with, without, at or on, wherever in its clause that stands."""

import pytest

from survey.models.extractive.owners import with_owners
from survey.models.extractive.results import figures


def measures(text: str) -> list[str | None]:
    return [one.measure for one in figures(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It attains 84.4% accuracy with only 27M parameters.", ["accuracy (with only 27M parameters)"]),
        ("It cuts tokens by 40% without losing any sense.", ["tokens (without losing any sense)"]),
        ("It has an accuracy of 80.5% without any calibration.", ["accuracy (without any calibration)"]),
        ("It reaches 92.3% accuracy after just three rounds.", ["accuracy (after just three rounds)"]),
        ("It beats BoxNet in most cases at low frame rates by 6% accuracy.", ["accuracy (at low frame rates)"]),
        (
            "It reaches 62% recall when fusing views from many cameras.",
            ["recall (when fusing views from many cameras)"],
        ),
        ("It raises training speed by 53% compared to nets on 8 A100 GPUs.", ["training speed (on 8 A100 GPUs)"]),
        (
            "It came fifth on the private leaderboard, with an F1 score of 0.33.",
            ["F1 score (on the private leaderboard)"],
        ),
        ("A win rate of over 50% in human reviews also proves that.", ["win rate (in human reviews)"]),
        ("It lowers counting error by 22.5% (validation).", ["counting error (validation)"]),
        ("It has a 61% success rate with Qwen 2.5 72B, nearly twice as much.", ["success rate (with Qwen 2.5 72B)"]),
        ("It has an F1 score of 0.63 using gold labels.", ["F1 score (using gold labels)"]),
        ("On ImageNet with patch attacks, it has 79.8% accuracy.", ["accuracy (with patch attacks)"]),
        ("It releases 47% of scores with 99.5% agreement.", ["agreement (47% of scores)"]),
        ("It reaches 96.8% accuracy (8 frames) for onset detection.", ["accuracy (for onset detection)"]),
        ("Removing goals, plans, or maps increases errors by 15%.", ["errors (removing goals, plans, or maps)"]),
        ("Adding a small shift (0.05) cuts accuracy to 32.0%.", ["accuracy (adding a small shift)"]),
        (
            "Tests on leading LLMs reveal a 5.0% pass rate on all long-horizon tasks.",
            ["pass rate (on all long-horizon tasks; on leading LLMs)"],
        ),
        (
            "It achieves 45.78% mAP under point supervision, outperforming BoxNet by 4.10%.",
            ["mAP (under point supervision)"] * 2,
        ),
    ],
)
def test_what_restricts_a_figure_goes_with_it(text: str, told: list[str]) -> None:
    assert measures(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "It reaches 0.359 NDS at a low cost.",
        "It reaches 82.1% accuracy using our loss.",
        "It reaches 82.1% accuracy using various techniques.",
        "It reaches 82.1% accuracy when compared with BoxNet.",
        "It reaches 82.1% accuracy, and it runs on a CPU.",
        "It reaches 82.1% accuracy while a net with only 27M parameters fails.",
    ],
)
def test_what_restricts_nothing_or_something_else_stays_away(text: str) -> None:
    assert not any("(" in (one or "") for one in measures(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("BoxNet with the GPT-4o backbone reduces cost by 40%.", ["cost (with the GPT-4o backbone)"]),
        ("BoxNet (SB) on Qwen-7B achieved 26.34% accuracy.", ["accuracy (on Qwen-7B)"]),
        ("BoxNet improves GPT-4o's accuracy from 39.4% to 60.1%.", ["accuracy (GPT-4o)"]),
        ("It reduces the error rate of the SOT model by 26%.", ["error rate (SOT)"]),
    ],
)
def test_what_the_papers_own_was_tried_with_or_improves_is_told(text: str, told: list[str]) -> None:
    assert [one.measure for one in with_owners(figures(text), text, ["BoxNet"])] == told


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The net solves it on the hardest problems, delivering a recall of 15%.", "recall (on the hardest problems)"),
        (
            "The net works under 4-bit quantization, reaching an accuracy of 80.1%.",
            "accuracy (under 4-bit quantization)",
        ),
        ("We show that, with 5% noise, the net reaches an accuracy of 80.1%.", "accuracy (with 5% noise)"),
        (
            "The net gains 2.4% accuracy over OldNet on reasoning tasks with little cost.",
            "accuracy (on reasoning tasks)",
        ),
        ("The net reaches 125.1 CIDEr without Reinforcement Learning.", "CIDEr (without Reinforcement Learning)"),
        (
            "In visual question answering (VQA), the net has an accuracy of 54%.",
            "accuracy (in visual question answering)",
        ),
        ("As the dose increased, the accuracy rose from 0.63 to 0.99.", "accuracy (as the dose increased)"),
        ("The model with larger encoders achieves an accuracy of 59%.", "accuracy (with larger encoders)"),
        ("It cuts the noise on unseen scans and reaches a recall of 15%.", "recall"),
        ("The net reaches an accuracy of 47% without any changes or help.", "accuracy"),
    ],
)
def test_a_condition_elsewhere_in_the_clause_is_told(text: str, measure: str) -> None:
    assert [one.measure for one in figures(text)] == [measure]
