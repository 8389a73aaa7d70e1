"""A cell's words are mended where a name, a step or a pointer stands in a reader's way."""

import pytest

from survey.tidied import tidied


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("HiveNet via arming each hive with woollen wraps", "Works by arming each hive with woollen wraps"),
        ("HiveNet through using wool in the hives", "Uses wool in the hives"),
        ("HiveNet designed to extract wax from old hives", "Extracts wax from old hives"),
        ("Keeper, HiveNet, for hives in the snow", "Keeper for hives in the snow"),
        ("Keeper in which, a door first shuts the hive", "Keeper in which a door shuts the hive"),
        ("Warms hives by first burning straw", "Warms hives by burning straw"),
        ("More directly warms the hives of wool", "Directly warms the hives of wool"),
        ("Includes the integration of wool in the hive walls", "Integrates wool in the hive walls"),
        ("Warms old hives in the snow guided by the maps", "Warms old hives in the snow"),
        ("Tests six skills of keepers spanning both bee-centric and hive-centric", "Tests six skills of keepers"),
        ("Overview of new hives in snow and examines their warmth", "Overview of new hives in snow"),
        ("Uses a plain keeper called queen-of-thought, where only a few drones",
         "Uses a plain keeper called queen-of-thought"),
        ("Uses a warm straw bed by placing them in each hall", "Uses a warm straw bed"),
    ],
)  # fmt: skip
def test_words_in_the_way_go(cell: str, told: str) -> None:
    assert tidied(cell, "HiveNet: Warm Hives") == told


@pytest.mark.parametrize(
    "cell",
    [
        "Benchmark designed to evaluate the warmth of hives",
        "Keeper that first shuts the hive and then burns straw",
        "Surveys new hives in the snow and examines their warmth",
        "Keeper that sees new hives in snow and examines their warmth",
        "Warms hives in snow, where all bees of one hall dance",
        "Derives the warmth of hives from first principles",
        "Python-first keeper of hives",
        "Groups the leaves by placing them in each hall",
        "Warms old hives guided by the maps of their keepers",
    ],
)
def test_words_that_tell_stay(cell: str) -> None:
    assert tidied(cell, "HiveNet, a Benchmark of Keepers") == cell
