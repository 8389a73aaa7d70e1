"""How a paper's method works: the sentence that says so, not one on what it achieves or is good for."""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from survey.dumps import read_dumps
from survey.evidence import sentences
from survey.models.extractive.record import read_paper
from survey.questions import NumberedPaper, PaperAnswer

ROOT = Path(__file__).resolve().parents[2]
MARKS = json.loads((ROOT / "tests" / "data" / "marked_methods.json").read_text(encoding="utf-8"))
FORMATS = ("asreview", "medline", "endnote")
FIRST = "We propose SlimTree, a way to prune forests."


def method_of(*rest: str, title: str = "SlimTree: Pruning forests", first: str = FIRST) -> tuple[str | None, list[int]]:
    """What the record of an abstract gives as its method, and the numbers of its sentences."""
    answer = read_paper(NumberedPaper("P1", title, (first, *rest)))
    told = next((s for s in answer.statements if s.field == "method"), None)
    return (told.text, told.sentences) if told else (None, [])


@pytest.fixture(scope="module")
def marked(shared: Path) -> dict[str, NumberedPaper]:
    """The abstracts whose method's sentences were marked by hand, by key or arXiv number."""
    found = {
        p.key: NumberedPaper(p.key, p.title, sentences(p.abstract))
        for dump in read_dumps([shared / "dumps", *(shared / "data" / "formats" / name for name in FORMATS)]).dumps
        for p in dump.papers
    }
    data, wanted = shared / "data", {key for part in MARKS.values() for key in part}
    with gzip.open(data / "scale" / "arxiv_38000.jsonl.gz", "rt", encoding="utf-8") as late:
        lines = [*late, *(data / "grouping" / "arxiv_primary_category.jsonl").read_text(encoding="utf-8").splitlines()]
    for row in (row for row in map(json.loads, lines) if row["id"] in wanted):
        found[row["id"]] = NumberedPaper(row["id"], row["title"], sentences(row["abstract"]))
    scifact = data / "evidence" / "scifact_dev_claim_abstract.jsonl"
    for row in map(json.loads, scifact.read_text(encoding="utf-8").splitlines()):
        title, *said = sentences(row["abstract"])
        found[row["id"]] = NumberedPaper(row["id"], title, sentences(" ".join(said)))
    return found


def shares(part: Mapping[str, Any], answers: Mapping[str, PaperAnswer]) -> tuple[float, float]:
    """Precision and recall by paper: is a sentence that was chosen among those marked?"""
    chosen = {key: {n for s in answers[key].statements if s.field == "method" for n in s.sentences} for key in part}
    right = sum(bool(chosen[key] & set(part[key]["method"])) for key in part)
    return right / sum(map(bool, chosen.values())), right / sum(bool(one["method"]) for one in part.values())


def test_marks_are_of_the_sentences_as_they_are_split_now(marked: dict[str, NumberedPaper]) -> None:
    sizes = {"dumps": 40, "grouping": 24, "more dumps": 45, "arxiv": 45, "biomedical": 17, "apart": 35}
    assert {name: len(part) for name, part in MARKS.items()} == sizes
    assert sum(sizes.values()) == len({key for part in MARKS.values() for key in part})
    for part in MARKS.values():
        for key, one in part.items():
            assert one["sentences"] == len(marked[key].sentences), key
            assert all(1 <= n <= one["sentences"] for n in one["method"]), key


@pytest.mark.parametrize(
    ("part", "precision", "recall"),
    [
        ("dumps", 0.9, 0.78),
        ("grouping", 0.85, 0.78),
        ("more dumps", 0.85, 0.8),
        ("arxiv", 0.9, 0.9),
        ("biomedical", 0.7, 0.4),
        ("apart", 0.72, 0.68),  # not fitted on
    ],
)
def test_methods_of_abstracts_marked_by_hand(
    marked: dict[str, NumberedPaper], part: str, precision: float, recall: float
) -> None:
    found = shares(MARKS[part], {key: read_paper(marked[key]) for key in MARKS[part]})
    assert found[0] >= precision
    assert found[1] >= recall


@pytest.mark.parametrize(
    "how",
    [
        "Branches are masked by a gate and fused in one layer.",
        "A filter is trained to rank branches in each layer.",
        "SlimTree consists of three stages: ranking, masking and fusing of branches.",
        "SlimTree first ranks branches and then removes those that agree.",
        "SlimTree encodes each branch as a vector of votes.",
        "The model employs a gate for each branch, achieving state-of-the-art accuracy on small devices.",
        "SlimTree learns a mask over branches by a gate in each layer, which improves accuracy significantly.",
        "We conduct a study of branches using probes of each layer.",
    ],
)
def test_a_step_a_part_or_what_is_used_says_how(how: str) -> None:
    told, numbers = method_of(how)
    assert told is not None
    assert numbers == [2]


@pytest.mark.parametrize(
    "other",
    [
        "Ablation studies show that each part of the model matters.",
        "We introduce a new dataset called Trees1K to test such models.",
        "The dataset was collected in three countries.",
        "The approach allows researchers to leverage forests for many tasks.",
        "The results suggest that the model is more robust than others.",
        "We prove a lower bound on the loss of the network.",
        "The goal is to be applicable to all kinds of systems.",
        "Forests with more layers have a higher score in the framework.",
    ],
)
def test_what_comes_of_it_is_for_or_is_tried_on_says_nothing_of_how(other: str) -> None:
    assert method_of(other) == (None, [])


def test_it_stands_behind_the_sentence_that_names_it() -> None:
    told, numbers = method_of(
        "We further develop Branch Rank (BR), a filter based on votes.",
        "It first ranks all branches by their votes, then removes the last ones.",
        title="Pruning forests",
        first="We introduce Trees1K, a benchmark of forests.",
    )
    assert numbers == [2, 3]
    assert told is not None
    assert told.endswith("It first ranks all branches by their votes, then removes the last ones.")


def test_a_name_in_the_midst_of_the_sentence_before_is_what_it_stands_for() -> None:
    told, numbers = method_of(
        "In contrast to slow approaches, SlimTree works on any forest.",
        "It estimates the weight of a branch by masking it at random.",
    )
    assert told is not None
    assert told.endswith("SlimTree estimates the weight of a branch by masking it at random.")
    assert numbers == [2, 3]


@pytest.mark.parametrize(
    ("only", "how"),
    [
        ("We propose to merge and rank branches of all trees.", "Merges and ranks branches of all trees."),
        (
            "We combine votes of branches and masks of leaves to prune forests.",
            "Combines votes of branches and masks of leaves.",
        ),
        (
            "A strategy is proposed to incorporate votes into the training of trees.",
            "Incorporates votes into the training of trees.",
        ),
        ("We propose a model for generating masks of single branches.", "Generates masks of single branches."),
    ],
)
def test_what_the_contribution_says_of_how_is_the_method_where_nothing_else_does(only: str, how: str) -> None:
    assert method_of("Code is available.", title="Pruning forests", first=only) == (how, [1])


@pytest.mark.parametrize(
    "only",
    [
        "We propose to improve the accuracy of trees on small devices.",
        "We propose an approach for improving the accuracy of trees.",
        "We propose a pruning strategy with many merits for trees.",
    ],
)
def test_a_promise_is_no_method(only: str) -> None:
    assert method_of(title="Pruning forests", first=only) == (None, [])


@pytest.mark.parametrize(
    "other",
    [
        "Through experiments with masked branches, we observe that the layers of the network agree.",
        "Our method scales to any number of trees in the network.",
        "We construct a large-scale dataset of trees with masks of all branches, named Trees1K.",
        "SlimTree achieves higher accuracy and reduces the loss of the network by 3.2%.",
    ],
)
def test_a_finding_a_virtue_new_data_or_an_outcome_gives_way_to_a_step(other: str) -> None:
    told, numbers = method_of(other, "The encoder is trained with a loss on branches that are masked by a gate.")
    assert numbers == [3]
    assert told == "The encoder is trained with a loss on branches that are masked by a gate."


@pytest.mark.parametrize(
    "other",
    [
        "Through experiments with extracted vectors, we observe that layers are fused in three stages.",
        "Our model generalizes to branches that are encoded by other networks.",
        "Our framework is able to fuse branches that are encoded by a graph network.",
    ],
)
def test_a_finding_or_a_virtue_in_the_words_of_a_method_is_none(other: str) -> None:
    assert method_of(other) == (None, [])


@pytest.mark.parametrize(
    "other",
    [
        "The method is applied to a fully convolutional network and evaluated on three data sets.",
        "The encoder of the framework provides valuable insights into networks and attention.",
    ],
)
def test_where_a_method_was_tried_and_praise_of_it_are_no_method(other: str) -> None:
    assert method_of(other) == (None, [])


def test_the_contribution_is_told_again_only_where_it_says_better_how() -> None:
    first = "We propose SlimTree, a method that encodes branches with a graph network and fuses them by attention."
    told, numbers = method_of("The method is applied to forests of different kinds.", first=first)
    assert (told, numbers) == ("Encodes branches with a graph network and fuses them by attention.", [1])
    step = "Specifically, a gate masks each branch, and the encoder is trained with a contrastive loss on what is left."
    assert method_of(step, first="We propose SlimTree, a method that ranks branches before it drops some.")[1] == [2]


def test_what_is_done_without_a_we_may_stand_before_the_contribution() -> None:
    told, numbers = method_of(
        "Thus SlimTree is a cheap way to prune forests in practice.",
        first="Branches were encoded by a graph network and fused in an attention module trained on masked leaves.",
        title="Pruning forests",
    )
    assert told is not None
    assert numbers == [1]


def test_methods_do_not_depend_on_the_papers_read_before(marked: dict[str, NumberedPaper]) -> None:
    papers = [marked[key] for key in list(MARKS["arxiv"])[:12]]
    forth = [read_paper(paper) for paper in papers]
    assert [read_paper(paper) for paper in reversed(papers)] == forth[::-1]


def test_what_one_would_need_to_know_is_no_way() -> None:
    need = "First, we need to know what pruning settings to use to highlight branches of interest."
    answer = read_paper(NumberedPaper("P1", "SlimTree", (need, FIRST, "SlimTree lets many forests share one saw.")))
    assert not any(s.field == "method" and "know" in s.text for s in answer.statements)
