"""The cell that says what a paper makes or does: a phrase that makes sense alone, or none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.approach import approach
from survey.cutting import tells
from survey.document import Survey
from survey.phrasing import LONGEST, done, made_of, phrase
from survey.verbs import TELLING, present


@pytest.mark.parametrize(
    "background",
    [
        "Masked image modeling is also demanding on larger data.",
        "The mask-attention pipeline usually leads to slow convergence due to low-recall initial masks.",
        "A promising yet unrealized framework is learning representations through masked reconstruction.",
        "Image token masking differs from token masking in text, due to the amount of tokens.",
        "Recent advances in deep learning have shown exciting promise in filling large holes.",
        "Vision transformers (ViTs) are quickly becoming the de-facto architecture for computer vision.",
        "When a large network is trained on a small training set, it typically performs poorly on held-out data.",
        "Obtains promising results on ImageNet, and outperforms several methods in the low-data regime.",
        "Conducts a series of experiments with transformers.",
        "The experiments on J-HMDB and UCF101-24 datasets demonstrate that the module is effective.",
        "This transformation can greatly improve the generalization ability of learned representations.",
    ],
)
def test_background_and_outcomes_are_no_approach(background: str) -> None:
    assert approach([background]) == ""
    assert approach([background, "Proposes a branch filter (BF) for trees."]) == "Branch filter (BF) for trees"
    assert approach([background], "SlimTree: Branch Filters for Small Trees") == ""  # the title stands beside it


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (
            "Proposes to more directly supervise the features of the encoder.",
            "Directly supervises the features of the encoder",
        ),
        ("Proposes to learn image features by training ConvNets.", "Learns image features by training ConvNets"),
        ("Proposes to use and compare two embedding methods.", "Uses and compares two embedding methods"),
        (
            "Despite their good looks, the authors identify a misalignment between reconstruction and perception.",
            "Identifies a misalignment between reconstruction and perception",
        ),
        (
            "Analyzing the internal structure of ViTs and CNNs on benchmarks, the authors find striking differences.",
            "Analyzes the internal structure of ViTs and CNNs on benchmarks",
        ),
        ("The proposed module ranks branches by how often they agree.", "Ranks branches by how often they agree"),
        ("DeepTree compares each branch with its own reference.", "Compares each branch with its own reference"),
        (
            "Aims to reveal hidden concepts by employing an intervention.",
            "Reveals hidden concepts by employing an intervention",
        ),
        (
            "Empirically evaluates the veracity of three common assumptions through an experiment.",
            "Evaluates the veracity of three common assumptions through an experiment",
        ),
        (
            "A new learning strategy is proposed to incorporate cues into training.",
            "Learning strategy to incorporate cues into training",
        ),
        (
            "Re-examines inter-patch dependencies in masked pre-training.",
            "Re-examines inter-patch dependencies in masked pre-training",
        ),
    ],
)
def test_what_is_done_is_told_in_the_third_person(text: str, cell: str) -> None:
    assert approach([text]) == cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (
            "Presents a novel method (MSI), which maximizes the support-set information.",
            "MSI maximizes the support-set information",
        ),
        (
            "Proposes a module, FeatNet, that hierarchically combines features.",
            "FeatNet hierarchically combines features",
        ),
        (
            "Introduces a novel approach, FrozenSeg, designed to integrate spatial knowledge.",
            "FrozenSeg designed to integrate spatial knowledge",
        ),
        (
            "Presents 3DUDA, a method capable of adapting to a nuisance-ridden target domain.",
            "3DUDA, a method capable of adapting to a nuisance-ridden target domain",
        ),
        (
            "Introduces GOAt, a novel method to attribute graph outputs to input features.",
            "GOAt, a novel method to attribute graph outputs to input features",
        ),
        (
            "A novel and flexible method for unsupervised feature selection is proposed.",
            "Method for unsupervised feature selection",
        ),
        (
            "The authors provide studies and propose a new method that utilizes low-level features of shallow layers.",
            "Method that utilizes low-level features of shallow layers",
        ),
        (
            "Introduces i) the Multi-Grain Stereotype Dataset, which includes 52,751 instances.",
            "Multi-Grain Stereotype Dataset, which includes 52,751 instances",
        ),
        (
            "Proposes Hard Patches Mining (HPM), predicting losses and subsequently.",
            "Hard Patches Mining (HPM), predicting losses",
        ),
        (
            "Proposes masked modeling (MIM) as a pre-training approach for this task.",
            "Masked modeling (MIM) as a pre-training approach",
        ),
        (
            "Proposes a joint autoencoder and segmentation approach (FOCUS). Exploits the fact that faces align.",
            "Joint autoencoder and segmentation approach (FOCUS)",
        ),
        (
            "Builds a tool that integrates AutoML, XAI, and synthetic data.",
            "Tool that integrates AutoML, XAI, and synthetic data",
        ),
        (
            "Proposes a unified view of masked modeling after revisiting methods.",
            "Unified view of masked modeling after revisiting methods",
        ),
        (
            "Proposes an Image Modeling framework based on random projection instead of masking.",
            "Image Modeling framework based on random projection instead of masking",
        ),
    ],
)
def test_what_is_made_is_told_as_a_noun_phrase(text: str, cell: str) -> None:
    assert approach([text]) == cell


@pytest.mark.parametrize(
    "pointing",
    [
        "Attempts to overcome these limitations with the proposed architecture.",
        "Proposes to implicitly represent a concept in this space.",
        "Presents a fine-tuning method with both these desirable properties.",
        "Medusa is presented to realize this goal.",
        "Addresses the problem of slow trees.",
    ],
)
def test_what_points_out_of_itself_is_passed_over(pointing: str) -> None:
    assert approach([pointing]) == ""


def test_a_finding_stands_under_its_verb_if_nothing_is_made_or_done() -> None:
    shown = "Shows that masked autoencoders are scalable learners"
    assert approach([f"{shown}."]) == shown
    assert approach([f"{shown}.", "Uses a mask branch with many queries."]) == "Uses a mask branch with many queries"
    assert approach(["Shows that " + "masked autoencoders learn well and " * 7 + "more."]) == ""


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("A sparse transformer", "A sparse transformer"),
        ("Das Modell nutzt eine Maske und lernt daraus.", "Das Modell nutzt eine Maske und lernt daraus"),
        ("该方法使用掩码学习特征。", "该方法使用掩码学习特征。"),
    ],
)
def test_phrases_and_other_languages_stay_as_they_are(text: str, cell: str) -> None:
    assert approach([text]).rstrip("。") == cell.rstrip("。")


def test_the_contribution_comes_before_the_method_which_is_told_as_a_part_of_it() -> None:
    made, how = (
        "Presents SlimTree, a pruning framework for gardens in the north.",
        "Introduces a branch filter (BF) for roots.",
    )
    title = "SlimTree: Trees Made Slim Again"
    assert approach([made, how], title) == "Pruning framework for gardens in the north"
    assert (
        approach(["Presents SlimTree, a framework for slim trees.", how], title)
        == "Introduces a branch filter (BF) for roots"
    )
    assert approach([how], title) == "Branch filter (BF) for roots"
    assert approach([], title) == approach([]) == ""


@pytest.mark.parametrize(
    ("head", "told"), [("3DUDA, a method", False), ("Novel framework", False), ("Masking method: HeadMask", True)]
)
def test_a_kind_alone_tells_nothing(head: str, told: bool) -> None:
    assert tells(head) == told


@given(st.text(max_size=200), st.text(max_size=80))
def test_any_text_has_a_cell_or_none(text: str, title: str) -> None:
    shown = approach([text], title)
    assert len(shown) <= max(LONGEST + 20, len(text), len(title))
    assert isinstance(done(text), str)
    assert isinstance(made_of(text), str)


@given(
    st.sampled_from(sorted(TELLING)),
    st.sampled_from(["pruned forests of decision trees", "many masks of small networks"]),
)
def test_any_aim_is_told_in_the_third_person(verb: str, what: str) -> None:
    assert done(f"The authors aim to {verb} {what}").startswith(f"{present(verb)} ")


@pytest.mark.parametrize(
    ("texts", "cell"),
    [
        (
            ["Proposes a tree pruning method (TPM).", "Ranks branches by how their leaves agree."],
            "Ranks branches by how their leaves agree",
        ),
        (["Proposes tree pruning (TP), which ranks branches by their leaves."], "Ranks branches by their leaves"),
        (["Proposes a tree pruning method by smooth gradients.", "Drops branches."], "Tree pruning method by smooth"),
        (
            ["Proposes a pruning method for trees of the north.", "Addresses the size of forests."],
            "Pruning method for trees of the north",
        ),
    ],
)
def test_a_cell_says_more_than_the_title_beside_it_where_something_does(texts: list[str], cell: str) -> None:
    assert approach(texts, "On Tree Pruning").startswith(cell)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Presents SlimTree, a forest of small trees that share roots.", "Forest of small trees"),
        ("Proposes a tree pruning framework dubbed SlimTree.", "Tree pruning framework"),
        ("Introduces SlimTree (ST), a novel and small framework for trees.", "Novel and small framework for trees"),
        ("Presents the SlimTree toolkit, a tree.", "SlimTree toolkit, a tree"),
        ("SlimTree is a forest of small trees that share roots.", "Forest of small trees"),
    ],
)
def test_a_cell_does_not_say_the_name_that_stands_beside_it(text: str, cell: str) -> None:
    assert approach([text], "SlimTree: Pruning Made Small").startswith(cell)


def test_cells_of_the_real_survey_make_sense_alone(real_survey: Survey) -> None:
    tables = [topic.comparison for topic in real_survey.topics if "Approach" in topic.comparison.columns]
    cells = [row.cells[0] for table in tables for row in table.rows]
    shown = [cell for cell in cells if cell]
    assert len(shown) > 0.85 * len(cells)
    assert not [cell for cell in shown if re.search(r"\b(?:these|those|the authors|they)\b|^(?:\S+ ){0,3}them\b", cell)]
    assert not [cell for cell in shown if re.match(r"(?:Recent|Existing|However|Results?|Experiments?)\b", cell)]
    assert not [
        cell for cell in shown if re.search(r", (?:an?|the) (?:novel )?(?:method|approach|framework|model)$", cell)
    ]
    assert all(len(phrase(cell)) <= len(cell) + 2 for cell in shown)
    assert not [cell for cell in shown if cell.endswith("…")]


@pytest.mark.parametrize(
    ("text", "title", "cell"),
    [
        ("TreeNet is a novel method for drawing boxes around trees.", "Trees", "Method for drawing boxes around trees"),
        (
            "TreeNet (TN), a plug-in, treats pruning as a search for weak branches.",
            "Trees",
            "Treats pruning as a search for weak branches",
        ),
        (
            "Slim Tree represents branches as sums of leaves, and leaves as points.",
            "Slim Tree for Fast Growth",
            "Represents branches as sums of leaves",
        ),
        (
            "Slim trees are self-pruning models of growth in poor soil.",
            "Slim Trees Are Good Growers",
            "Self-pruning models of growth in poor soil",
        ),
        ("TreeNet addresses this with pruned branches of old trees.", "Trees", "Pruned branches of old trees"),
        (
            "TreeNet therefore applies sparse regularization of branches only to filters that are weak.",
            "Trees",
            "Applies sparse regularization of branches only to filters that are weak",
        ),
        ("A learnable branch token is injected into the decoder of leaves.", "Trees",
         "Learnable branch token injected into the decoder of leaves"),
    ],
)  # fmt: skip
def test_what_a_paper_says_of_its_method_by_name(text: str, title: str, cell: str) -> None:
    assert approach([text], title) == cell


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("TreeNet is a fast plug-in.", "Trees"),
        ("TreeNet is more accurate than its rivals on all of the data.", "Trees"),
        ("Old forests are complex systems of many kinds of trees.", "Slim Trees Are Good Growers"),
        ("Closer consistency with human intuition, or both.", "Trees"),
        ("A large data set is needed by all of the earlier methods.", "Trees"),
    ],
)
def test_what_says_nothing_of_it_is_no_approach(text: str, title: str) -> None:
    assert approach([text], title) == ""


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (
            "Combines the mask objective of leaves into the objective of whole trees to improve their shapes in spring "
            "and in autumn, when few of them are seen.",
            "Combines the mask objective of leaves into the objective of whole trees",
        ),
        (
            "Introduces a new objective that discourages the presence of bright leaves in the masked-out regions thus "
            "enhancing the comprehensiveness of what is selected.",
            "Objective that discourages the presence of bright leaves in the masked-out regions",
        ),
        (
            "Studies the curious phenomenon for trees of old gardens that their leaves are sparse.",
            "Studies the curious phenomenon for trees of old gardens that their leaves are sparse",
        ),
        (
            "Presents a tree model for large gardens in the north, which unifies the merits of the old roots and "
            "branches to let leaves and flowers grow quickly in spring.",
            "Unifies the merits of the old roots and branches to let leaves and flowers grow quickly in spring",
        ),
    ],
)
def test_a_cell_does_not_stop_before_what_its_verb_is_about(text: str, cell: str) -> None:
    assert approach([text]) == cell


def test_a_subtitle_and_what_others_do_are_no_approach() -> None:
    assert approach([], "Gardens as Dialogue: Pruning of Roses by Night") == ""
    assert approach(["Observes that the usual pruning of trees often leads to slow growth in spring."]) == ""
    assert not approach(["Reports the presence of a root that carries water as salt."]).startswith("Carries")


def test_a_mere_name_is_told_with_the_sentences_first_verb() -> None:
    told = "Applies hemp ropes to rungs and introduces a novel ladder called time climber to reach such crowns."
    assert approach([told], "Yew") == "Applies hemp ropes to rungs and introduces a novel ladder called time climber"
    both = (
        "Proposes a masked hempen rope pipeline and uses a random old yew as the teacher, enabling one to climb well."
    )
    assert approach([both], "Yew") == both.rstrip(".")
    studied = "Studies hempen ladders for the orchard, and proposes a hempen ladder method, named LAD."
    assert not approach([studied], "LAD: Hempen Ladders for the Orchard").startswith("Studies")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (
            "To find unknown pears, the authors compared the leaves of young shoots and of old ones.",
            "Compares the leaves of young shoots and of old ones",
        ),
        (
            "By candle light, the authors carefully assigned colours to single buds and performed counts of leaves.",
            "Assigns colours to single buds and performs counts of leaves",
        ),
        (
            "The authors used woven ropes to reach the crowns of trees collected and dried by monks.",
            "Uses woven ropes to reach the crowns of trees collected and dried by monks",
        ),
    ],
)
def test_what_was_done_is_told_as_what_is_done(text: str, cell: str) -> None:
    assert approach([text], "Orchards") == cell


def test_a_bare_search_yields_to_what_the_record_else_tells() -> None:
    told = ["The authors performed a grid search.", "Encodes every rope with hooks of old iron."]
    assert approach(told, "Yew") == "Encodes every rope with hooks of old iron"


def test_the_passive_and_a_question_are_for_records_that_tell_nothing_else() -> None:
    kind = "Presents a self-mending ladder built on hemp."
    passive = "The harvest is then used to refine the first rope of each tree."
    assert approach([kind, passive], "LAD: Self-Mending Ladders") == "Self-mending ladder built on hemp"
    assert approach(["Orchards are wet.", passive], "Yew") == "Harvest used to refine the first rope of each tree"


def test_two_bare_words_behind_a_verb_yield_to_what_kind_of_thing_it_is() -> None:
    kind = "Presents a plan-then-climb framework, which is organized into key rungs of hemp."
    assert approach([kind, "Mitigates frost propagation."], "Yew") != "Mitigates frost propagation"


def test_a_passive_cut_to_its_participle_is_no_cell() -> None:
    done_to = "The lean of the tree is optimized {}."
    whole = approach(["Orchards are wet.", done_to.format("using woven ropes of hemp")], "Yew")
    assert whole == "Lean of the tree optimized using woven ropes of hemp"
    assert approach(["Orchards are wet.", "The lean is optimized using it."], "Yew") == ""


def test_a_verb_that_ends_like_an_adverb_is_none() -> None:
    assert done("The authors apply woven ropes to trees") == "applies woven ropes to trees"
    assert done("The authors rely on used ropes") == "relies on used ropes"
    assert done("The authors carefully used ropes") == "carefully uses ropes"
    assert done("The authors aim to apply used ropes") == "applies used ropes"


@pytest.mark.parametrize(
    ("contribution", "method", "cell"),
    [
        (  # what a thing is for, and how it works
            "Presents a general framework for pruning old trees.",
            "The approach ranks the branches by the light that falls on their leaves.",
            "Ranks the branches by the light that falls on their leaves",
        ),
        (  # what is looked into ahead of what is made
            "Analyzes the public orchard model and assesses the existence of neglect.",
            "Guides the pruner to refine the cut of each branch by the light at its buds.",
            "Guides the pruner to refine the cut of each branch by the light at its buds",
        ),
        (  # what is found of the world, and what is made of it
            "Argues that branches differ from twigs, due to the amount and age of their wood.",
            "Proposes a ladder scheduler that sorts orchards by the height of their crowns.",
            "Ladder scheduler that sorts orchards by the height of their crowns",
        ),
        (  # told in a later sentence of the same statement
            "Introduces a building block for orchard pruners.",
            "Each tree has a tag. During winter, the authors assign each branch to the pruner with the longest ladder.",
            "Assigns each branch to the pruner with the longest ladder",
        ),
    ],
)
def test_how_something_is_done_comes_before_a_mere_purpose_or_question(
    contribution: str, method: str, cell: str
) -> None:
    assert approach([contribution, method], "Garden Tools") == cell
    assert approach([contribution], "Garden Tools") not in {"", cell}  # for want of a better one it stands


@pytest.mark.parametrize(
    ("contribution", "method", "cell"),
    [
        (  # of a data set it is told what it holds
            "Introduces a benchmark for judging pruning robots in old orchards.",
            "Proposes an iterative ladder that lifts robots by means of ropes using two pulleys.",
            "Benchmark for judging pruning robots in old orchards",
        ),
        (  # a finding isn't given up for a step of its study
            "Finds that early pruning keeps most branches alive through hard winters.",
            "Compares branches to those kept by competing gardeners using two ladders.",
            "Finds that early pruning keeps most branches alive through hard winters",
        ),
        (  # nor what is made for a measure
            "Proposes a weakly supervised framework to prune old orchards from few labels.",
            "Introduces two novel metrics, bark score and leaf score, which assess the shape of crowns using light.",
            "Weakly supervised framework to prune old orchards from few labels",
        ),
    ],
)
def test_what_stands_beside_the_work_takes_no_cell_of_it(contribution: str, method: str, cell: str) -> None:
    assert approach([contribution, method], "Garden Tools") == cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (
            "Shows that for old orchards (easily told by their moss), any ladder that is hempen and long can fail to "
            "reach the pears of a tall crown in the north of the garden.",
            "Shows that for old orchards, any ladder that is hempen and long can fail to reach the pears of a tall "
            "crown in the north of the garden",
        ),
        (
            "Focuses on addressing the slow bending of shoots for early pears of old trees.",
            "Focuses on addressing the slow bending of shoots for early pears of old trees",
        ),
    ],
)
def test_a_record_without_a_phrase_has_its_sentence_told_for_want_of_one(text: str, cell: str) -> None:
    assert approach([text], "Garden Tools") == cell
    assert approach(["Achieves sweet pears in all of the orchards."], "Garden Tools") == ""  # what any paper says


@pytest.mark.parametrize(
    ("contribution", "method", "cell"),
    [
        (  # the method in a clause of its own
            "Argues that twigs differ from branches, due to the amount of light in a garden.",
            "Exhibits the idea in old orchards, where a wise gardener shear draws a map of all ropes.",
            "Wise gardener shear draws a map of all ropes",
        ),
        (  # what is made, behind what is looked into
            "Introduces a simple framework for grafting.",
            "Unearths the importance of ropes, and provides a carefully woven two-strand ladder with hempen knots.",
            "Carefully woven two-strand ladder with hempen knots",
        ),
        (  # under a verb that else tells little
            "Presents a simple pruning module for northern pears.",
            "Given a crown of leaves, the module sequentially infers shadow maps along two axes, height and depth.",
            "Infers shadow maps along two axes, height and depth",
        ),
        (  # a part of what is made, where of the whole only its purpose is told
            "Proposes pear estimation in a single orchard.",
            "For the ropes, the authors propose a hempen ladder network to hang pears as straw-like sacks.",
            "Proposes a hempen ladder network to hang pears as straw-like sacks",
        ),
    ],
)
def test_how_it_works_is_found_in_any_clause(contribution: str, method: str, cell: str) -> None:
    assert approach([contribution, method], "Garden Tools") == cell


def test_what_a_study_finds_stands_for_what_it_looks_into() -> None:
    asked = "Investigates the classic hypothesis of frost in northern gardens."
    behind = (
        "Analyzes old ropes that make ladders work, finding that hempen knots outlive the woven ones by many winters."
    )
    assert approach([asked, behind], "Garden Tools") == "Finds that hempen knots outlive the woven ones by many winters"
    plain = "The findings show that hempen knots outlive the woven ones by many winters."
    assert approach([asked, plain], "Garden Tools") == "Shows that hempen knots outlive the woven ones by many winters"
    assert approach([asked], "Garden Tools") == asked.rstrip(".")  # for want of what came of it


def test_no_cell_gives_way_to_what_it_says_already() -> None:
    made = "Proposes an in-context framework for picking tall pears and early apples in northern garden systems."
    done_by_it = "The method picks tall pears and early apples in northern garden systems."
    assert approach([made, done_by_it], "Garden Tools").startswith("In-context framework for picking")


def test_a_cell_of_few_words_beside_its_title_gives_way_to_how_it_works() -> None:
    made = "Presents an integral ladder framework based on garden pruning."
    how = "Unifies the twigs and branches by inserting a hempen pyramid into the frost stage."
    assert approach([made, how], "Integral Garden Ladders for Pruning") == how.rstrip(".")
    named = "The proposed network generalizes hempen ladders of early orchards by the knots of old ropes."
    assert not approach([made, named], "Integral Garden Ladders for Pruning").startswith(
        ("Proposes gen", "Presents gen")
    )


def test_a_cell_goes_on_with_the_verbs_that_agree_with_its_own() -> None:
    told = approach(
        ["The authors extracted twigs from the ShuttleSet trees using a saw and embedded them in old clay."]
    )
    assert "embedded" not in told
