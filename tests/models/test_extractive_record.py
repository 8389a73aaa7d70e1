"""The extractive record of one paper: each field from the sentence that states it, and nothing that isn't said."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.models.extractive.features import Abstract
from survey.models.extractive.pieces import pieces_of
from survey.models.extractive.record import read_paper
from survey.models.extractive.selector import contribution_scores
from survey.models.extractive.trim import stands_alone, trimmed
from survey.papers import Paper
from survey.questions import NumberedPaper, PaperAnswer, ResultAnswer, StatementAnswer
from survey.reading import RecordQuestion, record_of
from survey.records import Record

ROOT = Path(__file__).resolve().parents[2]

PRUNING = NumberedPaper(
    "P1",
    "SlimTree: Pruning decision forests",
    (
        "Decision forests are widely used on small devices.",
        "However, existing pruning methods are slow and need the training data.",
        "In this paper, we propose SlimTree, a pruning method that needs no data.",
        "Specifically, SlimTree ranks branches by how often they agree and removes the rest.",
        "We evaluate it on five public datasets.",
        "Experiments show that SlimTree cuts memory by 41.5% over CostPrune on the Adult dataset.",
        "It also outperforms them.",
        "Whether such pruning keeps forests fair remains an open question.",
        "Code is available at https://example.org/slimtree.",
    ),
)


def everything(answer: PaperAnswer) -> list[StatementAnswer | ResultAnswer]:
    return [*answer.statements, *answer.results]


def said(answer: PaperAnswer) -> dict[str, str]:
    return {s.field: s.text for s in answer.statements}


def test_each_field_from_the_sentence_that_states_it() -> None:
    answer = read_paper(PRUNING)
    assert said(answer) == {
        "contribution": "Proposes SlimTree, a pruning method that needs no data.",
        "problem": "Existing pruning methods are slow and need the training data.",
        "method": "SlimTree ranks branches by how often they agree and removes the rest.",
        "data": "Evaluates it on five public datasets.",
        "limitations": "Whether such pruning keeps forests fair remains an open question.",
    }
    assert {s.field: s.sentences for s in answer.statements} == {
        "contribution": [3],
        "problem": [2],
        "method": [4],
        "data": [5],
        "limitations": [8],
    }


def test_a_result_with_all_its_parts() -> None:
    (result,) = read_paper(PRUNING).results
    assert result.sentences == [6]
    assert result.text == "Experiments show that SlimTree cuts memory by 41.5% over CostPrune on the Adult dataset."
    assert (result.measure, result.value, result.unit) == ("memory", "41.5", "%")
    assert (result.dataset, result.baseline) == ("Adult", "CostPrune")


def checked(abstract: str, title: str = "SlimTree: Pruning decision forests") -> Record:
    """The record as the survey keeps it: read, then checked like any model's answer."""
    paper = Paper("slimtree", title, abstract)
    numbered = RecordQuestion().values([paper]).papers[0]
    verdict = RecordQuestion().check(paper, read_paper(numbered))
    assert verdict.part is not None
    return record_of(paper, verdict.part)


def test_a_problem_that_points_back_comes_with_the_sentence_it_points_to_and_both_are_quoted() -> None:
    record = checked(
        "Decision forests are used on small devices. However, their memory use is hard to predict on such devices. "
        "We propose SlimTree, a way to prune forests."
    )
    assert record.problem is not None
    assert record.problem.text == (
        "Decision forests are used on small devices. However, their memory use is hard to predict on such devices."
    )
    assert record.problem.quotes == (
        "Decision forests are used on small devices.",
        "However, their memory use is hard to predict on such devices.",
    )


def test_a_method_told_in_two_sentences_is_quoted_with_both() -> None:
    record = checked(
        "We propose SlimTree, a way to prune forests. SlimTree consists of a module that ranks branches by agreement. "
        "We then train a second module on the branches that were cut. SlimTree outperforms CostPrune by 3.1% accuracy."
    )
    assert record.method is not None
    assert len(record.method.quotes) == 2
    assert record.method.text.startswith("SlimTree consists of a module that ranks branches by agreement.")
    assert [r.value for r in record.results] == ["3.1"]


def test_without_another_sentence_the_contribution_says_how_it_works() -> None:
    record = checked("We propose SlimTree, a method that ranks branches by how often they agree. It is small.")
    assert record.method is not None
    assert record.method.text == "Ranks branches by how often they agree."
    assert record.contribution is not None
    assert record.method.quotes == record.contribution.quotes


def test_data_named_in_several_results_are_one_list_with_all_its_quotes() -> None:
    record = checked(
        "We propose SlimTree, a way to prune forests. On COCO2017, SlimTree improves detection by 1.4 mAP. "
        "For segmentation on Cityscapes, SlimTree boosts mIoU by 3.09 over the baseline."
    )
    assert record.data is not None
    assert record.data.text == "COCO2017 and Cityscapes."
    assert len(record.data.quotes) == 2
    assert [r.dataset for r in record.results] == ["COCO2017", "Cityscapes"]


def test_a_result_that_starts_with_it_is_told_under_the_name_of_the_method() -> None:
    record = checked(
        "We propose SlimTree, a way to prune forests. SlimTree matches CostPrune in accuracy. "
        "It also outperforms DeepPrune by 2.5% in accuracy."
    )
    assert [r.text for r in record.results][-1] == "SlimTree outperforms DeepPrune by 2.5% in accuracy."


@pytest.mark.parametrize(
    "hope",
    [
        "We hope that our findings will advance the field of pruning.",
        "We believe that this work paves the way for small forests.",
        "We plan to release a larger forest soon.",
    ],
)
def test_a_hope_is_no_contribution_and_no_result(hope: str) -> None:
    answer = read_paper(NumberedPaper("P1", "On trees", ("We study how forests shrink.", hope)))
    assert [s.sentences for s in answer.statements] == [[1]]
    assert answer.results == []


def test_data_that_only_a_result_names_are_given_by_name() -> None:
    paper = NumberedPaper(
        "P1",
        "A detector",
        (
            "We propose a new detector for small objects.",
            "Experiments show that it outperforms earlier detectors on COCO, LVIS and Cityscapes.",
        ),
    )
    answer = read_paper(paper)
    assert said(answer)["data"] == "COCO, LVIS and Cityscapes."
    assert [r.sentences for r in answer.results] == [[2]]


def test_sentences_run_together_after_a_list_are_taken_apart() -> None:
    lump = (
        "2) Transfer - the pruned forest can be used again on other tasks without any training of the kind. We test it "
        "on the Adult dataset. Our method outperforms CostPrune by 3.5% in accuracy."
    )
    paper = NumberedPaper("P1", "SlimTree", ("We propose SlimTree, a way to prune forests.", lump))
    answer = read_paper(paper)
    assert said(answer)["contribution"] == "Proposes SlimTree, a way to prune forests."
    assert [(r.text, r.value) for r in answer.results] == [
        ("The method outperforms CostPrune by 3.5% in accuracy.", "3.5")
    ]


def test_several_results_of_one_sentence_all_reach_the_record() -> None:
    abstract = "We propose NetX for scenes. NetX achieves 83.8% accuracy on ImageNet and 32.1% mIoU on ADE20K."
    paper = Paper("netx", "NetX", abstract)
    numbered = RecordQuestion().values([paper]).papers[0]
    verdict = RecordQuestion().check(paper, read_paper(numbered))
    assert verdict.part is not None
    record = record_of(paper, verdict.part)
    assert [(r.value, r.measure, r.dataset) for r in record.results] == [
        ("83.8", "accuracy", "ImageNet"),
        ("32.1", "mIoU", "ADE20K"),
    ]


def test_what_is_not_said_is_absent() -> None:
    answer = read_paper(NumberedPaper("P1", "On trees", ("We study how trees grow in the dark.",)))
    assert said(answer) == {"contribution": "Studies how trees grow in the dark."}
    assert answer.results == []


@pytest.mark.parametrize("lines", [(), ("Why?",), ("Code is available at https://example.org.",), ("It does so.",)])
def test_nothing_is_said_of_a_paper_without_a_sentence_that_stands_alone(lines: tuple[str, ...]) -> None:
    answer = read_paper(NumberedPaper("P9", "A title", lines))
    assert (answer.paper, answer.statements, answer.results) == ("P9", [], [])


def test_cues_are_whole_words_and_signs() -> None:
    sentences_ = ("We propose a novel net (SlimTree): it can learn.", "Weather can't be renewed by newer canoes.")
    abstract = Abstract("SlimTree", sentences_, [trimmed(s) for s in sentences_], Counter())
    first, second = (abstract.features(i) for i in range(2))
    assert {"we", "proposes", "novel", "can", "colon", "bracket"} <= set(first)
    assert not {"we", "novel", "colon", "bracket", "question"} & set(second)


def test_the_selector_prefers_what_the_paper_does_to_what_is_known() -> None:
    texts = [trimmed(s) for s in PRUNING.sentences]
    scores = contribution_scores(PRUNING.title, PRUNING.sentences, texts)
    assert max(range(len(scores)), key=scores.__getitem__) == 2


def test_the_same_record_whatever_the_hash_seed() -> None:
    code = (
        "import json, sys\n"
        "from survey.models.extractive.record import read_paper\n"
        "from survey.questions import NumberedPaper\n"
        "paper = json.loads(sys.stdin.read())\n"
        "print(read_paper(NumberedPaper('P1', paper[0], tuple(paper[1]))).model_dump_json())\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=json.dumps([PRUNING.title, PRUNING.sentences]),
            capture_output=True,
            check=True,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(printed) == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=200), max_size=8), st.text(max_size=50))
def test_any_sentences_can_be_read(lines: list[str], title: str) -> None:
    answer = read_paper(NumberedPaper("P1", title, tuple(lines)))
    assert all(1 <= n <= len(lines) for one in everything(answer) for n in one.sentences)


def test_what_a_paper_contributes_by_finding_it_out_is_a_result_too() -> None:
    record = checked(
        "Trees are widely used. In this paper, we show that any neural network can be represented as a decision tree. "
        "We hope that others follow."
    )
    assert record.contribution is not None
    assert record.contribution.text.startswith("Shows that any neural network")
    assert [r.text for r in record.results] == ["Any neural network can be represented as a decision tree."]


def test_a_contribution_with_figures_keeps_them() -> None:
    record = checked("Pruning is slow. We propose SlimTree, which reaches 84.3% top-1 accuracy on ImageNet-1K.")
    assert [(r.value, r.measure, r.dataset) for r in record.results] == [("84.3", "top-1 accuracy", "ImageNet-1K")]


def test_items_of_a_list_tell_how_the_method_works() -> None:
    answer = read_paper(
        NumberedPaper(
            "P1",
            "SlimTree: Trees",
            (
                "To address this, we propose SlimTree, which introduces two key components:",
                "(1) Branch Ranking (BR), which orders all branches by agreement, and",
                "(2) Branch Fusion (BF), which merges the branches that agree.",
                "Forests of many kinds are pruned.",
            ),
        )
    )
    told = {s.field: s for s in answer.statements}
    assert told["method"].text == (
        "Branch Ranking (BR) orders all branches by agreement. Branch Fusion (BF) merges the branches that agree."
    )
    assert told["method"].sentences == [2, 3]


def test_a_sentence_with_figures_is_no_method() -> None:
    record = checked("We propose SlimTree, a way to prune. On COCO2017, our method is trained by pruning to 41.4 mAP.")
    assert record.method is None
    assert [r.value for r in record.results] == ["41.4"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Trials were identified by a search of PubMed and analysed using a random-effects model.", True),
        ("SlimTree compares each branch with its neighbour.", True),
        ("We discover that branches agree in most forests.", False),
        ("Branches are important in many kinds of forests.", False),
    ],
)
def test_what_tells_how_stands_next_to_the_contribution(sentence: str, told: bool) -> None:
    record = checked(f"Forests grow. We present SlimTree (Slim Trees), a review of forests. {sentence}")
    assert (record.method is not None) == told


def test_numbered_parts_of_a_sentence_do_not_open_a_bracket() -> None:
    assert stands_alone("SlimTree includes 1) a ranking of branches and 2) a fusion of those that agree.")
    assert not stands_alone("SlimTree includes (a ranking of branches and a fusion of those that agree.")


def test_a_list_as_long_as_an_abstract_is_no_sentence() -> None:
    assert not stands_alone("SlimTree ranks " + ", ".join(["the branches of a tree"] * 30) + ".")


@pytest.mark.parametrize(
    ("contribution", "method"),
    [
        (
            "To prune well, we propose a chain of filters (ST), which ranks the branches of trees by agreement.",
            "Ranks the branches of trees by agreement.",
        ),
        (
            "We focus on branches and propose a filter, called ST, that ranks the branches of trees by agreement.",
            "Ranks the branches of trees by agreement.",
        ),
        (
            "We present SlimTree, a procedure for ranking the branches of large trees.",
            "Ranks the branches of large trees.",
        ),
    ],
)
def test_what_the_contribution_says_of_how_it_works_wherever_it_says_so(contribution: str, method: str) -> None:
    record = checked(f"Forests grow. {contribution} Experiments show that it outperforms CostPrune.")
    assert record.method is not None
    assert record.method.text == method


def test_a_sentence_on_the_method_is_not_taken_for_one_on_data() -> None:
    record = checked(
        "We propose SlimTree, a way to prune forests. We train a net on features of the dataset by ranking."
    )
    assert record.data is None
    assert record.method is not None


def test_a_short_list_is_told_with_what_announces_it() -> None:
    sentences = (
        "We propose SlimTree, a pruner of forests.",
        "Our approach integrates three key parts:",
        "(1) Branch Ranking (BR) and",
        "(2) Branch Fusion (BF) for less memory, as well as",
        "(3) Leaf Sampling (LS) for speed.",
    )
    answer = read_paper(NumberedPaper("P1", "Pruning Forests", sentences))
    told = {s.field: s for s in answer.statements}
    assert told["method"].text == (
        "The approach integrates three key parts: Branch Ranking (BR) and Branch Fusion (BF) for less memory, "
        "as well as Leaf Sampling (LS) for speed."
    )
    assert told["method"].sentences == [2, 3, 4, 5]


def test_what_announces_a_long_list_goes() -> None:
    items = tuple(
        f"({n}) {part} has to be paid for by whoever wants to have it in a forest of many trees, since it takes time."
        for n, part in enumerate(("Ranking", "Fusion", "Sampling"), 1)
    )
    found = ("Forests are large.", "Our analysis reveals three key findings:", *items)
    answer = read_paper(NumberedPaper("P1", "Costs of Pruning", found))
    texts = [s.text for s in answer.statements] + [r.text for r in answer.results]
    assert not any("key findings" in text for text in texts)
    offered = (
        "Forests are large.",
        "We propose SlimTree, a pruner of large forests, featuring three key parts:",
        *items,
    )
    assert pieces_of(NumberedPaper("P1", "Forests", offered))[1].text == "Proposes SlimTree, a pruner of large forests."
