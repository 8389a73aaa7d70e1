"""The phrases of a record that a cell is chosen from, and the choice: what tells enough, a part told as a part."""

import re

import pytest

from survey.approach import approach
from survey.cells import candidates

TITLE = "SlimTree: Pruning Branches of Small Trees"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (  # what is behind the thing's name, where that is the title's
            "Proposes branch pruning for small trees (BPT), which scores each leaf by the light that reaches it.",
            "Scores each leaf by the light that reaches it",
        ),
        (  # what kind of thing it is
            "Presents Small Tree Pruning (STP), a novel gardening scheme for orchards of the far north.",
            "Gardening scheme for orchards of the far north",
        ),
        (  # more of the sentence
            "Introduces a method of pruning small trees by following the sap through every season.",
            "Method of pruning small trees by following the sap through every season",
        ),
        (  # what is done there
            "Presents an efficient method of pruning small trees, where the authors learn frost masks for the buds.",
            "Learns frost masks for the buds",
        ),
        (  # a list is told whole
            "Proposes quality criteria for small trees: low weight, deep roots, and dense foliage.",
            "Quality criteria for small trees: low weight, deep roots, and dense foliage",
        ),
    ],
)
def test_where_a_phrase_tells_too_little_another_of_its_sentence_does(text: str, cell: str) -> None:
    assert approach([text], TITLE) == cell


@pytest.mark.parametrize(
    ("method", "cell"),
    [
        ("Instead of cutting at once, SlimTree gradually bends the shoots toward the soil.",
         "Bends the shoots toward the soil"),
        ("Slimtree learns a frost map for each garden instead: a clock of ice strikes at dawn.",
         "Learns a frost map for each garden"),
        ("The method, named SlimTree, ranks shoots by the sugar in their sap.",
         "Ranks shoots by the sugar in their sap"),
        ("The proposed method is designed to rank shoots by the sugar in their sap.",
         "Ranks shoots by the sugar in their sap"),
        ("The key idea is to rank shoots by the sugar in their sap.", "Ranks shoots by the sugar in their sap"),
        ("The algorithm is based on an old recipe of monks who grew pears.",
         "Based on an old recipe of monks who grew pears"),
        ("Performs a set of trials using frost sensors and hourly sap probes.",
         "Uses frost sensors and hourly sap probes"),
        ("Abandons the ladder and climbs along ropes of hemp.", "Abandons the ladder and climbs along ropes of hemp"),
        ("The proposed solution, the long-legged ladder (LLL), combines hemp ropes and rungs of old yew.",
         "Combines hemp ropes and rungs of old yew"),
        ("The approach first randomly masks a portion of each orchard row.", "Masks a portion of each orchard row"),
        ("A frost module conditions the shears on patch-wise readings of rime.",
         "Frost module conditions the shears on patch-wise readings of rime"),
    ],
)  # fmt: skip
def test_where_the_contribution_echoes_the_title_the_method_tells_how(method: str, cell: str) -> None:
    title = TITLE.replace("SlimTree", method.partition(" ")[0]) if method.startswith("Slim") else TITLE
    assert approach(["Presents SlimTree, a framework for pruning branches.", method], title).startswith(cell)


@pytest.mark.parametrize(
    ("method", "cell"),
    [
        ("Introduces a novel frost mask for buds of early pears.", "Introduces a frost mask for buds of early pears"),
        ("Proposes an efficient LSTM-based clock for early pears.", "Proposes an LSTM-based clock for early pears"),
        ("The authors design two frost masks for buds of early pears.", "Designs two frost masks for buds of early"),
    ],
)
def test_what_the_method_makes_is_told_as_a_part(method: str, cell: str) -> None:
    """A module of a framework isn't what the paper proposes; it stands under the verb that its sentence has."""
    assert approach(["Presents SlimTree, a framework for pruning branches.", method], TITLE).startswith(cell)
    assert not approach([method], TITLE).startswith(cell.split(" ", 1)[0])


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Finds that pears taste the sweeter the longer they hang, depending on soil, light, wind and the moss "
         "of the garden in which their gardeners have hung them by ropes of hemp.",
         "Finds that pears taste the sweeter the longer they hang"),
        ("Reveals that across many orchards, frost is told linearly: one warm hinge moves every shear of the garden, "
         "and one cold hinge every ladder and rope that hangs in the north.",
         "Reveals that across many orchards, frost is told linearly"),
        ("The authors observe that warm hinges outlive the cold ones in all of the orchards.",
         "Observes that warm hinges outlive the cold ones in all of the orchards"),
        ("Finds that pears hang: one warm hinge moves every shear of a garden in the north, and every ladder of hemp, "
         "and every rope that gardeners of the north have hung there.", ""),
    ],
)  # fmt: skip
def test_a_finding_is_told_without_what_is_added_to_it(text: str, cell: str) -> None:
    assert approach([text], TITLE) == cell


def test_what_is_done_by_the_way_is_told_where_nothing_else_is() -> None:
    told = "Proposes to hang it in this space by optimizing a small hook that receives the wind."
    assert approach([told], TITLE) == "Optimizes a small hook that receives the wind"
    made = "Tries to lift these pears by introducing a frost clock that strikes at dawn."
    assert approach([made], TITLE) == "Frost clock that strikes at dawn"


def test_what_is_only_used_keeps_its_verb() -> None:
    used = "Uses data on rainfall and soil collected in forty orchards of the north."
    assert approach([used], TITLE) == used.rstrip(".")
    assert approach(["The authors employ sparse ropes as a ladder for gardeners."], TITLE) == (
        "Employs sparse ropes as a ladder for gardeners"
    )


def test_what_was_proposed_in_the_past_is_told_too() -> None:
    told = "To keep early pears, the authors proposed frost masks for buds in stony orchards."
    assert approach([told], TITLE) == "Frost masks for buds in stony orchards"


@pytest.mark.parametrize(
    "text",
    [
        "Proposes SlimTree, which outperforms earlier shears in all of the orchards.",
        "Tackles the lack of light in orchards.",
        "Optimizes both through careful training in the orchard.",
        "Uses a fraction of the parameters of a shear.",
        "Proposes an empirical measure of the approximate accuracy.",
        "Proposes the procedure of (i) bending shoots toward the soil of the orchard.",
        "Tests the suspicion with long experiments in orchards.",
        "Provides evidence that two hooks of old iron, the northern hook and the southern hook (SH).",
        "Establishes a solid foundation for future gardens.",
        "Proposes a scale of rust that measures the severity.",
    ],
)
def test_an_outcome_a_trouble_or_half_a_thing_is_no_cell(text: str) -> None:
    assert approach([text], TITLE) == ""


def test_a_list_of_two_is_told_with_its_second_or_not_at_all() -> None:
    whole = "Proposes the procedure of (i) bending shoots toward the soil, and (ii) cutting dead wood."
    assert approach([whole], TITLE).endswith("(ii) cutting dead wood")
    behind = "Presents a pruning method, and (ii) ladders for gardeners in the rain."
    assert "(ii)" not in approach([behind], TITLE)
    parts = "Proposes SlimTree, which integrates two parts: a frost module (FM) and a sap module (SM)."
    assert approach([parts], TITLE) == "Integrates two parts: a frost module (FM) and a sap module (SM)"


def test_what_a_claim_or_another_method_does_is_not_what_this_one_does() -> None:
    claim = "Investigates the classic hypothesis that a good gardener is one that follows the sap of a pear."
    assert approach([claim], TITLE) == claim.rstrip(".")
    other = "Unlike shears which cut every shoot at once, SlimTree gradually bends all shoots toward the soil."
    assert approach([other], TITLE) == "Bends all shoots toward the soil"


def test_the_troubles_of_others_are_left_out_at_the_end() -> None:
    told = "Proposes a ladder of hemp for gardeners in wet orchards to overcome their shortcomings."
    assert approach([told], TITLE) == "Ladder of hemp for gardeners in wet orchards"


def test_the_contribution_stays_where_it_tells_something_of_its_own() -> None:
    made = "Presents a hempen ladder that leans on pears."
    mask = "Introduces a frost mask for buds of early pears."
    assert approach([made, mask], TITLE) == "Hempen ladder that leans on pears"
    how = "The ladder-free method encodes every rope with hooks of old iron."
    plain = "Presents a hempen ladder for pruning."
    assert approach([plain, how], TITLE) == "Encodes every rope with hooks of old iron"  # how the method itself works


def test_what_is_made_under_the_titles_name_keeps_its_verb() -> None:
    """ "Cyclin creates an environment": that is no environment which the paper proposes."""
    told = "Winter Frost creates a damp cellar that keeps moss on stony walls."
    assert approach([told], "Winter Frost in Stony Gardens") == ("Creates a damp cellar that keeps moss on stony walls")


def test_a_cell_ends_with_the_titles_name_where_it_would_else_end_on_a_preposition() -> None:
    told = "The authors evaluate fourteen ladders of hemp and yew on PearBench."
    assert approach([told], "PearBench: Do Ladders Reach?") == told.replace("The authors evaluate", "Evaluates")[:-1]


def test_every_offer_names_its_text() -> None:
    texts = ["Presents a framework for pruning.", "Ranks the shoots by their sap."]
    offers = [offer for offer in candidates(texts, TITLE) if offer.phrase]
    assert {offer.place for offer in offers} == {0, 1}
    for offer in offers:
        first = re.findall(r"\w+", offer.phrase)[-1]
        assert first in texts[offer.place]


@pytest.mark.parametrize(
    ("texts", "cell"),
    [
        (  # what a thing is made for comes behind how it is made
            [
                "Proposes LAD-R, equipping pickers with the ability to reach any pear of the orchard.",
                "Designs a folding hook of willow, which is bent into a spring.",
            ],
            "Designs a folding hook of willow, which is bent into a spring",
        ),
        (  # a step aside of the work
            [
                "To evaluate the approach, the authors introduce a metric of picking, climbing, and carrying.",
                "Proposes a woven ladder that bends its rungs by the weight of the picker.",
            ],
            "Woven ladder that bends its rungs by the weight of the picker",
        ),
        (
            ["Evaluates old ladders for building safe steps in dark barns."],
            "Evaluates old ladders for building safe steps",
        ),
        (
            ["Key components include hempen rungs for the feet, yew rails, and a bent hook."],
            "Includes hempen rungs for the feet",
        ),
        (["The design employs several parallel rungs instead of a single rope."], "Employs several parallel rungs"),
        (
            ["Straw ropes and hempen nets are trained on many stems by old pickers to hold the ladders."],
            "Straw ropes and hempen nets trained on many stems",
        ),
        (["Studies pear trees by night: it measures the light between the leaves of each stem."], "Measures the light"),
    ],
)
def test_how_it_is_done_comes_before_what_it_is_for(texts: list[str], cell: str) -> None:
    assert approach(texts, "Night Picking").startswith(cell)


def test_what_was_found_stands_for_want_of_what_is_done() -> None:
    found = ["Straw is light.", "The results show that woven ladders outlive the straw ones in most northern orchards."]
    assert approach(["Ladders are old."], "Yew", found) == (
        "Shows that woven ladders outlive the straw ones in most northern orchards"
    )
    assert approach(["Ladders are old."], "Yew", ["Shows that the method outperforms all ladders of straw."]) == ""


def test_the_second_thing_made_is_told_where_the_first_is_the_titles() -> None:
    text = (
        "Introduces a novel task termed all-night open-orchard night picking and proposes a rope hook-based plug-in "
        "method designed to find ripe pears of the orchard using a few pairs of lamps and hooks."
    )
    assert approach([text], "Night Picking: All-Night Open-Orchard Picking").startswith(
        "Rope hook-based plug-in method"
    )


def test_how_others_do_it_is_no_approach_of_the_papers() -> None:
    others = (
        "Unlike old ropes such as HEMP, which hold a fixed part of the ladder without bending, LADR bends by itself."
    )
    told = approach(["Proposes LADR, a ladder that keeps pickers safe.", others], "LADR: Safe Ladders")
    assert "fixed part" not in told


def test_a_kind_of_thing_without_its_article_gives_way_to_what_it_does() -> None:
    told = approach(["This method quickly generates knots from the bends of each rope by the wind."], "Yew")
    assert not told.startswith("Method")


def test_verbs_of_a_series_agree_in_a_cell() -> None:
    texts = ["The authors rank pears by their ripeness, examine their stems and skins, and compare frost with hail."]
    assert approach(texts, TITLE).startswith(
        "Ranks pears by their ripeness, examines their stems and skins, and compares"
    )


def test_a_second_verb_in_the_third_person_says_what_is_used() -> None:
    texts = ["Formulates this intuition as a riddle, and uses frost masks to shield the buds of early pears."]
    assert approach(texts, TITLE) == "Uses frost masks to shield the buds of early pears"
    told = "Searches for the best mix of ropes across three orchards and develops Light-LadderPali/RopeQuery2."
    assert approach([told], TITLE) == told.rstrip(".")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Combines ropes with a hook that probes how the bark of old trees responds to sharp blades.",
         "Combines ropes with a hook that probes how the bark of old trees responds to sharp blades"),
        ("Introduces bent shears, tools that bend or break the twigs of an orchard as a means to test its ropes.",
         "Bent shears, tools that bend or break the twigs of an orchard as a means to test its ropes"),
        ("The method decomposes the orchard into apple rows, old pear trees that were grafted on quince in the north, "
         "and hedges of yew.",
         "Decomposes the orchard into apple rows, old pear trees that were grafted on quince in the north, and hedges "
         "of yew"),
        ("Introduces a ladder that uses rungs to map the reach of ten gardeners from small orchards against the height "
         "of old pears.",
         "Ladder that uses rungs to map the reach of ten gardeners from small orchards against the height of old "
         "pears"),
    ],
)  # fmt: skip
def test_a_cell_holds_what_its_words_call_for(text: str, cell: str) -> None:
    assert approach([text], "Q: of pears") == cell


def test_what_a_part_does_is_not_what_is_proposed() -> None:
    made = "Introduces SlimTree, the first bench for pruning branches of small trees."
    part = "Picks ripe cases for each row and proposes an evaluation framework that assesses Ripe Skins and Firm Stems."
    assert not [offer for offer in candidates([made, part], TITLE) if "an assesses" in offer.phrase]


def test_a_passive_within_a_relative_clause_makes_nothing() -> None:
    told = "The orchard holds three key ladders that are designed to carefully test the reach of gardeners."
    assert "that to" not in approach([told], TITLE)


def test_what_a_paper_builds_upon_is_not_its_approach() -> None:
    texts = ["Builds upon a plain ladder that joins two ropes.", "Introduces a frost mask for buds of early pears."]
    assert approach(texts, TITLE).casefold().endswith("frost mask for buds of early pears")


@pytest.mark.parametrize(
    "empty",
    [
        "Showcases the charm of ropes in stony orchards using the proposed ladder in tests.",
        "Introduces Twig Seal, which sets a new state-of-the-art for ropes and ladders.",
        "Uses a dataset consisting of ripe and green pears of stony orchards.",
    ],
)
def test_praise_and_data_yield_to_what_is_done(empty: str) -> None:
    texts = [empty, "Introduces a frost mask for buds of early pears."]
    assert approach(texts, TITLE).casefold().endswith("frost mask for buds of early pears")


def test_what_is_used_by_its_name_is_told_with_what_for() -> None:
    told = "SlimTree leverages RAT to fetch outside ropes for safer climbing and employs GROW to tie knots of hemp."
    assert approach([told], TITLE).endswith("and employs GROW to tie knots of hemp")


def test_a_gerund_with_a_doubled_letter_is_known() -> None:
    told = "SlimTree guards orchards by transferring sap from an old tree to young pears."
    assert approach([told], TITLE).startswith("Transfers sap from an old tree to young pears")
