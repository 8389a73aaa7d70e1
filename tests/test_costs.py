"""Costs are told apart by how they grow, which no machine changes."""

from costs import growth


def test_what_grows_with_the_square_is_told_from_what_grows_in_proportion() -> None:
    def pairs(size: int) -> int:
        return sum(one < other for one in range(size) for other in range(size))

    assert growth(pairs, 1600) > 3
    assert growth(lambda size: pairs(500) if size else 0, 1600) < 3
    assert growth(lambda size: sum(one % 7 for one in range(size)), 500_000) < 3


def test_what_costs_next_to_nothing_is_never_too_dear() -> None:
    assert growth(lambda size: None, 8) < 1
