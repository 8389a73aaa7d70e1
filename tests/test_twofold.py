"""A cell with what is made ahead of how that works, where one sentence of a record tells only one of the two."""

import pytest

from survey.twofold import cell_of


@pytest.mark.parametrize(
    ("texts", "title", "cell"),
    [
        (  # the way alone doesn't say what is made
            (
                "Proposes BarkNet, a simple framework for sorting fallen branches.",
                "BarkNet ranks each twig by comparing its rings with those of the neighbouring trunk.",
            ),
            "BarkNet: Sorting What Storms Leave",
            "Framework for sorting fallen branches; ranks each twig by comparing its rings with those of the "
            "neighbouring trunk",
        ),
        (  # what is made alone says only what that is good for
            (
                "Proposes a method that significantly reduces watering costs while keeping every orchard green.",
                "The method predicts the thirst of each root from the colour of its leaves.",
            ),
            "Cheap Orchards",
            "Method that significantly reduces watering costs while keeping every orchard green; predicts the thirst "
            "of each root from the colour of its leaves",
        ),
        (  # the kind of thing without its purpose, where both halves would be long
            (
                "Proposes a hybrid pruning framework for the fallen branches of old and crooked trees after long "
                "autumn storms.",
                "BarkNet ranks each twig by comparing its rings with those of the neighbouring trunk and bends the "
                "oldest boughs towards the light.",
            ),
            "BarkNet: Sorting What Storms Leave",
            "Hybrid pruning framework; ranks each twig by comparing its rings with those of the neighbouring trunk and "
            "bends the oldest boughs towards the light",
        ),
        (  # a part doesn't stand for the whole: of that as much as there is room for
            (
                "Introduces BarkNet, a multi-view indoor branch detector trained without any gardener.",
                "Proposes a Twig Grouping module using a root embedding technique that joins loose twigs into "
                "well-formed whole trees.",
            ),
            "BarkNet: Sorting What Storms Leave",
            "Multi-view indoor branch detector; proposes a Twig Grouping module using a root embedding technique that "
            "joins loose twigs into well-formed whole trees",
        ),
        (  # what it does behind what it is, as one sentence has both
            (
                "Presents a novel rake-based model for wide lawn clearing, which unifies the merits of brooms and "
                "ladders to quickly process fallen twigs.",
            ),
            "MAT: Order after Storms",
            "Rake-based model for wide lawn clearing, which unifies the merits of brooms and ladders to quickly "
            "process fallen twigs",
        ),
        (  # but where the row has ahead what it is
            (
                "Presents a novel rake-based model for wide lawn clearing, which unifies the merits of brooms and "
                "ladders to quickly process fallen twigs.",
            ),
            "Rake-based Models for Wide Lawn Clearing",
            "Unifies the merits of brooms and ladders to quickly process fallen twigs",
        ),
        (  # what a part is good for tells how, where its parts have names
            (
                "Introduces BarkNet, a twig sorting framework that balances local sharpness and global reach to "
                "improve robustness across unseen storms.",
                "BarkNet enhances the root encoder through two key components: Local Leaf Guidance (LLG) and Global "
                "Rain Diversification (GRD).",
            ),
            "BarkNet: Fortifying Old Orchards",
            "Twig sorting framework; enhances the root encoder through two key components: Local Leaf Guidance (LLG) "
            "and Global Rain Diversification (GRD)",
        ),
        (  # any verb tells what the method does, where its object follows
            (
                "Proposes a method that significantly reduces watering costs while keeping every orchard green.",
                "The method waters each root by the colour of its leaves.",
            ),
            "Cheap Orchards",
            "Method that significantly reduces watering costs while keeping every orchard green; waters each root by "
            "the colour of its leaves",
        ),
        (  # how it works, told in the passive
            (
                "Introduces BarkNet, a foundation model with human-like sense for fallen branches.",
                "The model is developed through slow grafting of old oaks onto young ones in a walled garden.",
            ),
            "BarkNet: Sorting What Storms Leave",
            "Foundation model with human-like sense for fallen branches; developed through slow grafting of old oaks "
            "onto young ones in a walled garden",
        ),
        (  # the row's title says already what is made
            (
                "Proposes a ladder for bent trees.",
                "The method predicts the thirst of each root from the colour of its leaves.",
            ),
            "A Ladder for Bent Trees",
            "Predicts the thirst of each root from the colour of its leaves",
        ),
        (  # the contribution says how
            (
                "Proposes a pruning robot that ranks branches by how often they agree.",
                "The method predicts the thirst of each root from the colour of its leaves.",
            ),
            "Green Orchards",
            "Pruning robot that ranks branches by how often they agree",
        ),
        (  # data made beside are no way to work
            (
                "Proposes a pruning robot to reduce the cost of watering steep and stony orchards.",
                "Introduces a dataset of ninety thousand labelled twigs gathered in winter.",
            ),
            "Autumn Gardening",
            "Pruning robot to reduce the cost of watering steep and stony orchards",
        ),
        (  # a part of another thing is no kind of thing
            (
                "Designs a leaf attention module to keep the colour of old photographs.",
                "The method predicts the thirst of each root from the colour of its leaves.",
            ),
            "GreenEye: Watching Orchards",
            "Predicts the thirst of each root from the colour of its leaves",
        ),
    ],
)
def test_both_halves_stand_where_one_tells_too_little(texts: tuple[str, ...], title: str, cell: str) -> None:
    """What is made and how, in one cell; one half where it tells enough, or the other tells nothing more."""
    assert cell_of(texts, title) == cell


def test_a_long_way_stands_alone() -> None:
    """Both halves make no cell that is longer than a cell may be."""
    way = (
        "Ranks each twig by comparing its rings with those of the neighbouring trunk, then bends the oldest boughs "
        "towards the light"
    )
    made = "Proposes BarkNet, a framework for sorting the branches that fell in autumn storms."
    assert ";" not in cell_of((made, f"{way}."), "BarkNet: Sorting What Storms Leave")


@pytest.mark.parametrize(
    ("text", "title", "cell"),
    [
        (  # the row has the name
            "Introduces BarkNet, a novel framework that ranks the twigs of old trees by their rings.",
            "BarkNet: Sorting What Storms Leave",
            "Framework that ranks the twigs of old trees by their rings",
        ),
        (  # it has not
            "Introduces BarkNet, a framework that ranks the twigs of old trees by their rings.",
            "Sorting What Storms Leave",
            "BarkNet, a framework that ranks the twigs of old trees by their rings",
        ),
        (
            "Presents a comprehensive benchmark of nine shears on the twigs of old Chinese pear trees.",
            "Which Shears for Pears?",
            "Benchmark of nine shears on the twigs of old Chinese pear trees",
        ),
        (
            "Presents a novel and rigorous benchmark of nine shears on the twigs of old Chinese pear trees.",
            "Which Shears for Pears?",
            "Rigorous benchmark of nine shears on the twigs of old Chinese pear trees",
        ),
    ],
)
def test_cells_start_alike(text: str, title: str, cell: str) -> None:
    """With the kind of thing: neither its name, where the row has that, nor what any paper says of its own."""
    assert cell_of((text,), title) == cell


def test_what_the_method_does_is_told_where_no_short_phrase_says_it() -> None:
    """As far as a cell reaches, under its own verb."""
    texts = (
        "Proposes a pruning method that strategically balances growth and light.",
        "At its core, BarkNet adapts the order of all cuts to the hours of sun on each side of the crown, explicitly "
        "weighing each bough's share by the twigs of neighbouring trees in winter.",
    )
    told = cell_of(texts, "BarkNet: Sorting What Storms Leave")
    assert told == (
        "Pruning method that strategically balances growth and light; adapts the order of all cuts to the hours of sun"
    )


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        (
            "MarkUp: Sorting Fallen Logs without Labels",
            "Sorting fallen logs without labels; ranks each twig by comparing its rings with those of a trunk",
        ),
        ("MarkUp: Are Logs All You Need?", "Ranks each twig by comparing its rings with those of a trunk"),
        ("MarkUp: Sorting Twigs without Labels", "Ranks each twig by comparing its rings with those of a trunk"),
        ("Sorting Fallen Logs without Labels", "Ranks each twig by comparing its rings with those of a trunk"),
    ],
)
def test_the_hidden_part_of_a_title_says_what_a_way_is_for(title: str, cell: str) -> None:
    """Where the row shows only the name ahead of it, it is no claim and no question, and the cell has none of it."""
    assert cell_of(("Ranks each twig by comparing its rings with those of a trunk.",), title) == cell
