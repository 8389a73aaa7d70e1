"""How much a sentence is worded like one that says how a method works: learnt, so what is asserted is the order."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.models.extractive.model import read_alone
from survey.models.extractive.wording import Wording, fitted, method_wording, terms
from survey.questions import NumberedPaper

ROOT = Path(__file__).resolve().parents[2]
HOW = (
    "The encoder is trained with a contrastive loss and its features are fused by an attention module.",
    "SlimTree first ranks all branches by their votes and then removes those that agree.",
    "We design a gate that masks each branch, followed by a layer that merges the rest.",
    "Specifically, we combine a graph neural network with a memory that is updated at each step.",
)
NOT_HOW = (
    "However, existing approaches suffer from high costs and poor generalization.",
    "Extensive experiments on three benchmarks show that our method outperforms the state of the art.",
    "Forests have attracted much attention in recent years due to their remarkable success.",
    "Code and models are available at https://example.org/slimtree.",
    "We hope that our findings inspire future research on forests.",
)


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("other", NOT_HOW)
def test_a_step_is_worded_more_like_a_method_than_a_background_an_outcome_or_an_announcement(
    how: str, other: str
) -> None:
    assert method_wording(how) > method_wording(other) + 1.0


def test_terms_are_stems_pairs_and_how_the_sentence_begins() -> None:
    assert terms("We train masks.") == ["we", "train", "mask", "we train", "train mask", " we", " we train"]


def test_which_number_it_is_says_nothing() -> None:
    assert method_wording("We stack 12 layers of 3 gates.") == method_wording("We stack 8 layers of 40 gates.")


def test_a_term_counts_once_and_the_longer_a_sentence_the_less() -> None:
    model = Wording(-1.0, {"mask": 2.0})
    assert model.score("masks") == pytest.approx(-1.0 + 2.0 / math.sqrt(2))  # "mask" and " mask"
    assert model.score("Masks of masks of masks.") == pytest.approx(-1.0 + 2.0 / math.sqrt(6))
    assert model.score("Masks of leaves.") > model.score("Masks of leaves of tall trees in dark woods.")


def test_a_sentence_without_a_known_word_has_the_bias() -> None:
    model = Wording(-1.5, {"mask": 2.0})
    assert model.score("Ωμέγα — 木.") == model.score("") == -1.5


@given(st.text(max_size=200))
def test_any_text_has_a_score(text: str) -> None:
    found = terms(text)
    assert len(found) == len(set(found))
    assert math.isfinite(method_wording(text))


def test_the_weights_that_ship_are_words_and_no_text_of_an_abstract() -> None:
    raw = json.loads((ROOT / "survey" / "data" / "method_words.json").read_text(encoding="utf-8"))
    assert set(raw) == {"bias", "hundredths"}
    assert 1000 < len(raw["hundredths"]) <= 8000
    assert all(len(term.split()) <= 2 for term in raw["hundredths"])
    assert all(isinstance(weight, int) for weight in raw["hundredths"].values())
    assert list(raw["hundredths"]) == sorted(raw["hundredths"])
    assert fitted().weights.keys() == raw["hundredths"].keys()


def test_a_statement_has_no_markup_and_reads_as_one_writes() -> None:
    sentence = r"We present \textbf{SlimTree}, which gains 2--2.5\% on Adult---a set---and upto 7\% on on Iris."
    read = read_alone(NumberedPaper("P1", "SlimTree: Pruning forests", (sentence,)))
    assert any(
        "SlimTree, which gains 2–2.5% on Adult – a set – and up to 7% on Iris" in statement.text
        for statement in read.statements
    )
