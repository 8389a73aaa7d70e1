"""Which sentence says what a paper contributes: none that tells a background, an outcome or only a question."""

import json
from pathlib import Path

import pytest

from survey.dumps import read_dumps
from survey.evidence import sentences
from survey.models.extractive.contribution import name_given, title_name
from survey.models.extractive.fields import Piece
from survey.models.extractive.record import read_paper
from survey.questions import NumberedPaper


def contribution_of(*abstract: str, title: str = "Pruning decision forests") -> tuple[str, list[int]]:
    answer = read_paper(NumberedPaper("P1", title, abstract))
    told = next(s for s in answer.statements if s.field == "contribution")
    return told.text, told.sentences


def test_a_background_is_passed_over_though_it_says_the_titles_words() -> None:
    text, numbers = contribution_of(
        "A promising way of pruning decision forests is to rank the branches of their trees.",
        "Pruning decision forests has recently become popular in learning on small devices.",
        "Here, we review how the branches of decision forests are ranked for pruning.",
    )
    assert numbers == [3]
    assert text == "Reviews how the branches of decision forests are ranked for pruning."


def test_a_numbered_review_speaks_of_its_paper() -> None:
    _, numbers = contribution_of(
        "An effective technique for pruning decision forests is to rank branches.",
        "In this chapter, we (1) review ways of pruning decision forests; and (2) discuss what is open.",
    )
    assert numbers == [2]


@pytest.mark.parametrize(
    "beside",
    [
        "Experiments on decision forests show that pruning branches of decision forests works.",
        "The proposed framework improves pruning of decision forests.",
        "This framework provides quick pruning of branches for decision forests.",
        "This transformation of decision forests is good for pruning.",
    ],
)
def test_an_outcome_or_a_merit_yields_to_what_is_offered(beside: str) -> None:
    text, numbers = contribution_of("We propose SlimTree, a ranking of branches for decision forests.", beside)
    assert numbers == [1]
    assert text == "Proposes SlimTree, a ranking of branches for decision forests."


def test_a_bare_question_yields_to_its_answer() -> None:
    _, numbers = contribution_of(
        "We address the problem of pruning forests.",
        "We propose SlimTree, which ranks the branches of decision forests for pruning.",
    )
    assert numbers == [2]


def test_of_an_abstract_that_never_speaks_of_its_paper_two_sentences_may_do() -> None:
    text, numbers = contribution_of(
        "Decision forests often keep branches that agree.",
        "These branches are removed by ranking all branches of a decision forest by their votes for pruning.",
        "Memory falls on small devices.",
        title="Pruning decision forests by ranking branches",
    )
    assert numbers == [1, 2]
    assert text.startswith("Decision forests often keep branches that agree. These branches are removed")


@pytest.mark.parametrize("mark", ["(1)", "i)", "1.", "(a)"])
def test_the_first_item_of_a_list_follows_what_announces_it(mark: str) -> None:
    text, numbers = contribution_of(
        "Pruning is slow.",
        "Our study of decision forests reveals that:",
        f"{mark} Pruning forests is also demanding on memory.",
        title="Pruning decision forests is demanding",
    )
    assert text == "The study of decision forests reveals that pruning forests is also demanding on memory."
    assert numbers == [2, 3]


@pytest.mark.parametrize(
    "leaning",
    [
        "This work builds on our previous study using pruned decision forests and extends it to include ranking.",
        "In this work, we focus on the latter task of pruning decision forests by ranking their branches.",
        "We compare them with pruned decision forests by ranking the branches for pruning.",
    ],
)
def test_a_sentence_on_what_another_names_gives_way_to_one_that_stands_alone(leaning: str) -> None:
    own = "We apply ranking, made for search, to the branches of decision forests that are to be pruned."
    text, numbers = contribution_of(
        leaning, own, "They stay as good.", title="Pruning decision forests by ranking branches"
    )
    assert (text, numbers) == (
        "Applies ranking, made for search, to the branches of decision forests that are to be pruned.",
        [2],
    )


def test_a_sentence_that_leans_stays_where_none_is_nearly_as_good() -> None:
    text, numbers = contribution_of(
        "Forests are large.",
        "This work builds on our previous study using pruned decision forests and extends it to include ranking.",
        "Oaks are old.",
        title="Pruning decision forests by ranking branches",
    )
    assert numbers == [2]
    assert text.startswith("Builds on the previous study")


def test_an_item_that_is_a_name_keeps_its_capital() -> None:
    text, _ = contribution_of(
        "We find that:", "(1) SlimTree prunes decision forests well.", title="SlimTree prunes forests"
    )
    assert text == "Finds that SlimTree prunes decision forests well."


@pytest.mark.parametrize(
    ("title", "name"), [("SlimTree: Pruning", "SlimTree"), ("On Pruning: A Study", None), ("Pruning", None)]
)
def test_a_name_in_a_title(title: str, name: str | None) -> None:
    assert title_name(title) == name


@pytest.mark.parametrize(
    ("title", "sentence", "name"),
    [
        ("SlimTree: Pruning", "We propose a pruner called Other.", "SlimTree"),
        ("Pruning", "We propose a pruner called SlimTree.", "SlimTree"),
        ("Pruning", "We propose Slim Trees (SLT) for pruning.", "SLT"),
        ("Pruning", "We propose SlimTree, a pruner.", "SlimTree"),
        ("Pruning", "We prune trees.", None),
    ],
)
def test_the_name_that_a_paper_gives_to_what_it_offers(title: str, sentence: str, name: str | None) -> None:
    assert name_given(title, Piece(0, (1,), sentence, sentence.lower(), sentence, True)) == name


@pytest.mark.parametrize(
    ("title", "start"),
    [
        ("Mask Transfiner for High-Quality Instance Segmentation", "Mask Transfiner represents image regions as a"),
        ("Sparsifiner: Learning Sparse Instance-Dependent Attention", "Sparsifiner learns an attention pattern"),
        ("SimMIM: A Simple Framework for Masked Image Modeling", "Three simple choices turn out to be enough"),
        ("MaskLLM: Learnable Semi-Structured Sparsity", "Rather than devise another importance criterion, MaskLLM"),
        ("ViCo: Detail-Preserving Visual Condition", "ViCo is a fast, lightweight plug-in."),
        ("AttenCraft: Attention-guided Disentanglement", "AttenCraft creates accurate masks for each concept"),
        ("Benchmarking Attribution Methods", "BAM, a framework for Benchmarking Attribution Methods, supplies"),
    ],
)
def test_an_abstract_in_the_third_person_offers_what_it_calls_by_its_name(
    title: str, start: str, example_dumps: tuple[Path, ...]
) -> None:
    """Its sentences on what others do say more of the title's words; "SimMIM removes these" says less by itself."""
    papers = [paper for dump in read_dumps(list(example_dumps)).dumps for paper in dump.papers]
    (paper,) = {p.key: p for p in papers if p.title.startswith(title)}.values()
    text, _ = contribution_of(*sentences(paper.abstract), title=paper.title)
    assert text.startswith(start)


def test_what_many_methods_do_yields_to_what_this_one_finds() -> None:
    _, numbers = contribution_of(
        "Many methods that prune decision forests rank branches of decision forests by pruning.",
        "We find that pruning weak branches is unnecessary in small decision forests.",
    )
    assert numbers == [2]


def test_what_everybody_knows_of_the_subject_is_no_contribution_where_the_paper_says_what_it_discusses(
    shared: Path,
) -> None:
    lines = (shared / "data" / "summaries" / "scitldr_a_train.jsonl").read_text(encoding="utf-8").splitlines()
    (paper,) = (row for row in map(json.loads, lines) if row["title"].startswith("Predictive Coding, Variational"))
    _, numbers = contribution_of(*paper["abstract_sentences"], title=paper["title"])
    assert numbers == [3]


def test_an_argument_yields_to_what_it_leads_to() -> None:
    argued = "We argue that decision forests that are being pruned learn to rank branches unlike current trees."
    built = "Towards this goal, we build one of the first saws for pruning forests that ranks the branches it cuts."
    text, numbers = contribution_of(argued, built)
    assert numbers == [2]
    assert text == "Builds one of the first saws for pruning forests that ranks the branches it cuts."
    assert contribution_of(argued, "We show that pruning decision forests is hard.")[1] == [1]


@pytest.mark.parametrize("earlier", ["Recently, we", "We recently", "In our previous work, we"])
def test_what_was_offered_earlier_yields_to_what_is_offered_now(earlier: str) -> None:
    _, numbers = contribution_of(
        f"{earlier} introduced SlimTree, a ranking of branches for pruning forests.",
        "Here, we introduce WideTree, which ranks branches for pruning decision forests by their width.",
    )
    assert numbers == [2]


def test_of_a_list_that_was_cut_behind_its_first_item_nothing_is_told() -> None:
    offered = "We propose SlimTree, which prunes decision forests."
    listed = (
        "SlimTree has four parts: (i) the ranking part uses trained saws to find those branches that are the widest of "
        "all, considering the light above them; (ii) the second part cuts; (iii)-(iv) the others sweep and burn."
    )
    answer = read_paper(NumberedPaper("P1", "Pruning decision forests", (offered, listed)))
    assert not any("(i)" in one.text and "(ii)" not in one.text for one in answer.statements)


def test_what_is_observed_ahead_of_an_offer_is_no_result() -> None:
    answer = read_paper(
        NumberedPaper(
            "P1",
            "Pruning decision forests",
            ("We observe that branches offer a promising light, and present SlimTree to prune decision forests.",),
        )
    )
    assert not any(one.text.startswith("Branches offer") for one in answer.results)


def test_where_a_work_was_carried_out_is_no_contribution() -> None:
    text, numbers = contribution_of(
        "It is shown in the present study that saws for pruning decision forests can be made of light.",
        "This work was carried out in preparation for pruning decision forests at two sites.",
    )
    assert numbers == [1]
    assert text.startswith("Shows that saws")


def test_a_view_of_its_own_worth_yields_to_what_is_done() -> None:
    text, numbers = contribution_of(
        "Against the backdrop of this need, this study leverages saws to prune publicly available decision forests.",
        "Nonetheless, we propose that our approach offers a valuable avenue for pruning decision forests with saws.",
    )
    assert numbers == [1]
    assert text == "Leverages saws to prune publicly available decision forests."


BUILT = "We develop a saw that ranks the branches of forests by width."


@pytest.mark.parametrize(
    "view",
    [
        "We propose that pruning decision forests offers a valuable new avenue for research on light.",
    ],
)
def test_praise_and_what_its_authors_hold_in_the_end_yield_to_what_was_built(view: str) -> None:
    assert contribution_of(BUILT, view)[1] == [1]


def test_praise_is_better_than_what_others_have_done() -> None:
    others = "Recent works on pruning decision forests rank the branches of decision forests by their width."
    praise = "Our study of pruning decision forests provides valuable insights into the light of decision forests."
    assert contribution_of(others, praise)[1] == [2]


def test_what_anyone_can_do_by_what_others_have_done_is_a_background() -> None:
    text, numbers = contribution_of(
        "Saws have recently been used for pruning decision forests, showing that we can cut the trees of forests.",
        "However, the forests fall.",
        "Instead, we propose a blended saw that leverages averages.",
    )
    assert numbers == [3]
    assert text == "Proposes a blended saw that leverages averages."


def test_that_a_thing_is_growing_is_a_background() -> None:
    _, numbers = contribution_of(
        "The popularity of pruning decision forests for small devices is growing, but its quality varies.",
        "In a context of poor light, we collected saws, and compared prunings of forests by human assessments.",
    )
    assert numbers == [2]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Against the backdrop of this challenge, this study uses WideTree to prune publicly available forests.",
            "Uses WideTree to prune publicly available forests.",
        ),
        ("We identify this gap between saws and propose a new saw.", "Proposes a new saw."),
        (
            "This paper addresses these challenges by 1) introducing a saw for trees and 2) conducting a test of it.",
            "Introduces a saw for trees and conducts a test of it.",
        ),
        (
            "It is shown that wide saws cut forests in half the time.",
            "Shows that wide saws cut forests in half the time.",
        ),
    ],
)
def test_a_contribution_is_told_without_what_leads_to_it(sentence: str, told: str) -> None:
    assert contribution_of(sentence)[0] == told


def test_a_setting_that_is_addressed_yields_to_what_is_offered_for_it_by_name() -> None:
    asked = "We address a more realistic setting, pruning decision forests in the dark."
    named = "We introduce OneSaw, a framework that models decision forests as laws."
    assert contribution_of(asked, named)[1] == [2]
    assert contribution_of(asked, "The forests fall in the dark.")[1] == [1]
