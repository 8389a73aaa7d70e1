"""The names under which dumps are cited: short, and each dump's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.dumps.entries import STDIN
from survey.dumps.names import shown_names


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["/data/may/papers.csv"], ["papers.csv"]),
        (["/data/may/papers.csv", "/data/june/other.csv"], ["papers.csv", "other.csv"]),
        (["/data/may/papers.csv", "/data/june/papers.csv"], ["may/papers.csv", "june/papers.csv"]),
        (["a/x/papers.csv", "b/x/papers.csv", "c/y.csv"], ["a/x/papers.csv", "b/x/papers.csv", "y.csv"]),
        (["papers.csv", "old/papers.csv"], ["papers.csv", "old/papers.csv"]),
        (["./papers.csv", "papers.csv"], ["papers.csv", "papers.csv"]),
        (["C:\\data\\may\\papers.csv", "C:\\data\\june\\papers.csv"], ["may/papers.csv", "june/papers.csv"]),
        (["all.zip/a.csv", "other.zip/a.csv"], ["all.zip/a.csv", "other.zip/a.csv"]),
        (["-"], [STDIN]),
        ([], []),
    ],
)
def test_a_dump_is_called_by_as_much_of_its_path_as_tells_it_apart(paths: list[str], names: list[str]) -> None:
    assert shown_names(paths) == names


@given(
    st.lists(st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=4).map("/".join), max_size=6, unique=True)
)
def test_no_two_paths_share_a_name_and_each_is_the_end_of_its_path(paths: list[str]) -> None:
    names = shown_names(paths)
    assert len(set(names)) == len(paths)
    assert all(f"/{path}".endswith(f"/{name}") for path, name in zip(paths, names, strict=True))
