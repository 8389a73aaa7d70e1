"""The cell that says what a paper makes or does tells its core: no outcome, no side part, nothing cut off."""

import pytest

from survey.approach import approach
from survey.asides import done_beside
from survey.closing import closed
from survey.fuller import fuller
from survey.inward import inward
from survey.models.extractive.manner import manner
from survey.news import thin
from survey.passing import passed
from survey.phrasing import phrase
from survey.rounding import rounded
from survey.wanting import hollow


@pytest.mark.parametrize(
    ("texts", "title", "cell"),
    [
        (  # a benefit, to what is built
            (
                "By planting early, the authors significantly reduce watering costs and open paths for growers.",
                "Presents a pipeline that converts seeds into young shoots and ranks their roots.",
            ),
            "Cheap Orchards",
            "Pipeline that converts seeds into young shoots and ranks their roots",
        ),
        (  # a property, to what is offered
            (
                "Introduces a contact scheme for an even treatment of touching boughs without naming one as master.",
                "The method converges towards the true bend with finer meshes.",
            ),
            "Bough Meshes",
            "Contact scheme for an even treatment of touching boughs without naming one as master",
        ),
        (  # what is identified says how, to what is only promised
            (
                "Proposes a simple method to enhance the growth of small oaks.",
                "Identifies a border branch that parts fruitful boughs by measuring a few twigs.",
            ),
            "Which Boughs Matter?",
            "Identifies a border branch that parts fruitful boughs by measuring a few twigs",
        ),
        (  # what a clause of another thing says is no doing of the paper's
            ("Identifies a line in the bark that foretells whether the tree will bloom or wither.",),
            "Bark Lines",
            "Identifies a line in the bark that foretells whether the tree will bloom or wither",
        ),
        (
            (
                "Proposes a novel orchard benchmark (OB).",
                "The OB benchmark contains 900 pruning questions in 8 dialects.",
            ),
            "OB: An Orchard Benchmark",
            "Contains 900 pruning questions in 8 dialects",
        ),
        (  # what the title names, ahead of what is made beside it
            (
                "Proposes TwigNet, a dual network with two-stage training, which beats others.",
                "Introduces TWIG, the largest orchard archive with 10,490 photos by 37 growers.",
            ),
            "TWIG: An Archive of Photos",
            "Largest orchard archive with 10,490 photos by 37 growers",
        ),
        (
            (
                "Systematically examines three prominent cutting methods – coppice, pollard rings, and crown thinning.",
                "The authors test up to 36 oaks belonging to 14 families with ages from 5 to 70.",
            ),
            "Trees off Course",
            "Examines three prominent cutting methods – coppice, pollard rings, and crown thinning",
        ),
        (
            ("Focusing on frosty hills, the authors construct 40 shelters and measure the warmth of each.",),
            "Shelters",
            "Constructs 40 shelters and measures the warmth of each",
        ),
        (
            ("Instead of this clean-up, the authors propose to condition the net on several growers during training.",),
            "Grower Nets",
            "Conditions the net on several growers during training",
        ),
    ],
)
def test_the_core_is_told(texts: tuple[str, ...], title: str, cell: str) -> None:
    assert approach(texts, title) == cell


def test_what_comes_of_a_thing_yields_to_how_it_is_done() -> None:
    offer = "Presents LucentTreeNet, a novel zero-shot learning framework that addresses the limitations of "
    offer += "traditional and deep learning-based enhancement methods."
    way = "The proposed approach integrates multi-scale spatial attention with a deep curve estimation network, "
    gain = "enabling fine-grained enhancement while preserving semantic and perceptual fidelity."
    cell = approach(
        (offer, way + gain), "A Multi-Scale Spatial Attention-Based Zero-Shot Learning Framework for Leaf Enhancement"
    )
    assert cell.startswith("Integrates multi-scale spatial attention with a deep curve estimation network")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (
            "Proposes a novel yet straightforward pruning game with tuned shears.",
            "Straightforward pruning game with tuned shears",
        ),
        (
            "Introduces a lightweight (1.3M twigs) prunable model of an oak in winter.",
            "Prunable model of an oak in winter",
        ),
        (
            "Introduces the concept of doubt into a pruning network of oaks.",
            "Introduces the concept of doubt into a pruning network of oaks",
        ),
        ("Introduces a saw that turns old boughs into planks.", "Saw that turns old boughs into planks"),
    ],
)
def test_what_is_stripped_leaves_a_phrase(text: str, cell: str) -> None:
    assert phrase(text) == cell


@pytest.mark.parametrize(
    ("cell", "text", "told"),
    [
        (
            "Tool that turns weak notes into strong",
            "Tool that turns weak notes into strong, firmly rooted drawings, all under snow.",
            "Tool that turns weak notes into strong, firmly rooted drawings",
        ),
        (
            "Employs frost notes, a task enhancing intrinsic",
            "Employs frost notes, a task enhancing intrinsic, general twig features.",
            "Employs frost notes, a task enhancing intrinsic, general twig features",
        ),
        (
            "Introduces TwigNet, a tool that swiftly selects",
            "Introduces TwigNet, a tool that swiftly selects and merges young twigs along a rope.",
            "Introduces TwigNet, a tool that swiftly selects and merges young twigs along a rope",
        ),
        (
            "Bends the boughs, making the crown rely less",
            "Bends the boughs, making the crown rely less on large roots and more on small ones.",
            "Bends the boughs, making the crown rely less on large roots and more on small ones",
        ),
    ],
)
def test_a_cell_goes_on_to_the_noun_or_object(cell: str, text: str, told: str) -> None:
    assert closed(cell, text) == told


def test_what_is_done_first_is_told_whoever_does_the_rest() -> None:
    led = "By modeling an oak as a graph, TwigNet swiftly captures its growth."
    assert "Models an oak as a graph" in list(done_beside(led))
    found = "By modeling an oak as a graph, the authors find that it grows."
    assert "Models an oak as a graph" not in list(done_beside(found))
    both = "By filtering leaves and leveraging roots, TwigNet captures growth."
    assert "Filters leaves and leverages roots" in list(done_beside(both))


def test_no_clause_of_its_own_is_taken_in() -> None:
    text = "Leverages small sketches, the approach eases swift checks even for very large groves."
    assert fuller("Leverages small sketches", text) == "Leverages small sketches"
    aim = "Leverages buds to tune ropes, the authors evaluate the trellis on hills."
    assert rounded("Leverages buds to tune ropes", aim) == "Leverages buds to tune ropes"
    series = "Builds 40 huts, ranks each hut by light, and prompts Rex 2.5 Bold to speak."
    assert "Rex 2.5" in rounded("Builds 40 huts, ranks each hut by light", series)


def test_a_question_is_told_without_what_announces_it() -> None:
    asked = "Studies a critical problem regarding the trust of bees: how bees act when they meet new flowers."
    assert inward(asked) == "Studies how bees act when they meet new flowers."


def test_no_second_name_starts_a_clause_within_a_cell() -> None:
    text = "Splits the crown into a set of rings, TwigNet enables growing roots swiftly."
    assert "TwigNet" not in fuller("Splits the crown", text)
    listed = "Splits the crown into a set of rings, TwigNet grows leaves swiftly and uses roots."
    assert rounded("Splits the crown into a set of rings", listed) == "Splits the crown into a set of rings"


def test_data_for_a_trial_are_no_approach() -> None:
    assert hollow("Uses a synthesized dataset and a dataset with leaves")
    assert not hollow("Uses a small dataset to train roots")


def test_what_any_work_gives_is_left_out() -> None:
    assert inward("Builds a map of frost and offers critical insights into blooming.") == "Builds a map of frost."
    told = inward("Proposes TwigNet, a way that prevents this interference through double ropes.")
    assert told == "Proposes TwigNet, a way through double ropes."


def test_a_name_and_its_kind_alone_are_thin() -> None:
    assert thin("Orchard Graph Pruning (OGP), a theoretically grounded approach")
    assert not thin("Orchard Graph Pruning (OGP), a filter that ranks twigs")


def test_a_way_that_points_back_yields_to_one_that_does_not() -> None:
    text = "Proposes TwigNet, a tool that trims these long boughs by measuring the light at every single leaf."
    assert manner(text) == "Measures the light at every single leaf."


@pytest.mark.parametrize(
    ("texts", "title", "cell"),
    [
        (  # what a thing is for yields to how it works, told under its name
            (
                "Presents Rex, an efficient reader that addresses the bottleneck of winters in northern groves.",
                "Rex employs a small set of learnable frost tokens to encode all leaves.",
            ),
            "Towards Faster Groves",
            "Employs a small set of learnable frost tokens to encode all leaves",
        ),
        (  # a sign that only the abstract explains
            (
                "Presents TwigNet, a frost-aware training tool made for swift low-light trees under heavy snow.",
                "Proposes a rank-decay strategy that gradually removes Φ.",
            ),
            "TwigNet: Pruning at Night",
            "Frost-aware training tool made for swift low-light trees under heavy snow",
        ),
        (  # "both goals" of which only the abstract tells
            ("Proposes a hook that meets both objectives.", "Splits the goals of pruning into local and global ones."),
            "Hooks",
            "Splits the goals of pruning into local and global ones",
        ),
        (  # the code and the baselines of what is offered
            (
                "Publicly releases all data and code of TwigBench and will continue to update it.",
                "Introduces a catalogue of grafts and a large benchmark, TwigBench, covering 8 trades and 20 tasks.",
            ),
            "TwigBench: Benchmarking Growers",
            "Catalogue of grafts and a large benchmark, TwigBench, covering 8 trades and 20 tasks",
        ),
        (
            ("Proposes RopeNet.", "The core of RopeNet is a growing map that changes with every cut of the shears."),
            "RopeNet: Ropes",
            "Uses a growing map that changes with every cut of the shears",
        ),
    ],
)
def test_what_points_out_or_goes_along_is_not_told(texts: tuple[str, ...], title: str, cell: str) -> None:
    assert approach(texts, title) == cell


def test_a_count_of_parts_is_thin_where_none_is_named() -> None:
    assert thin("Consists of two components tailored to the shape of trees")
    assert not thin("Consists of two components: a saw and a rope")
    assert not thin("Uses two modules, i.e., a saw and a rope")
    assert thin("Set of baseline methods with ropes")


def test_verbs_of_a_way_agree() -> None:
    text = "Investigates the growth of young oaks by measuring the light and ranking the boughs."
    assert manner(text) == "Measures the light and ranks the boughs."


def test_a_view_is_no_way_to_work() -> None:
    text = "In sum, this work argues that bees open a path for growers, leveraging a long history of tended hives."
    assert manner(text) is None


def test_no_cell_points_at_both_goals_or_a_sign() -> None:
    assert passed("Layered hook that meets both objectives") == ""
    assert passed("Layered rope schedule that gradually removes Φ") == ""


def test_what_cannot_be_cut_stands_whole_where_it_is_not_too_long() -> None:
    made = (
        "high-quality, frost-free collection of ninety thousand annotated twig outlines acquired through a hanging "
        "camera basket tracking apparatus"
    )
    told = approach([f"Introduces the Deep Orchard Twigs (DOT), a {made}."], "Exact Wood: The Deep Orchard Twigs")
    assert told == f"H{made[1:]}"


def test_the_problem_gives_way_to_what_is_made() -> None:
    texts = (
        "Addresses the problem of clearing orchards hit by hail under extreme winter storms.",
        "Introduces a light-weight rake-based method that integrates brooms with ladders into one frame.",
    )
    told = approach(texts, "Guided Order for Extreme Storms")
    assert told == "Light-weight rake-based method that integrates brooms with ladders into one frame"


def test_two_doings_are_told_in_one_form() -> None:
    text = "The approach speeds up work in large groves by dynamically refining the rows and gently selecting old elms."
    assert approach([text], "Fast Hail") == "Refines the rows and gently selects old elms"
