"""What hangs together by pairs: the same as SciPy finds."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from survey.dedupe.components import component_labels

_NODES = st.integers(0, 30)


def as_scipy(low: list[int], high: list[int], count: int) -> list[int]:
    graph = coo_matrix((np.ones(len(low)), (low, high)), shape=(count, count))
    numbers: list[int] = connected_components(graph, directed=False)[1].tolist()
    return numbers


@given(st.lists(st.tuples(_NODES, _NODES), max_size=60))
def test_the_components_of_any_graph(pairs: list[tuple[int, int]]) -> None:
    low, high = [a for a, _ in pairs], [b for _, b in pairs]
    found = component_labels(np.array(low, np.int64), np.array(high, np.int64), 31)
    assert found.tolist() == as_scipy(low, high, 31)


def test_a_long_chain_in_any_order_is_one_component() -> None:
    order = np.random.default_rng(7).permutation(5_000)
    assert set(component_labels(order[:-1], order[1:], 5_001).tolist()) == {0, 1}
    assert set(component_labels(np.arange(4_999), np.arange(1, 5_000), 5_000).tolist()) == {0}
