"""How lines are joined, and what the layout of a trending page is taken to be."""

import pytest

from survey.dumps.trending_layout import Line, joined, pieces

ABSTRACT = (
    "We study how slowly trees grow in the far north and what it is that keeps them from growing any faster. " * 4
)


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["one line"], "one line"),
        (["two", "lines"], "two lines"),
        (["a self-", "supervised model"], "a self-supervised model"),
        (["results -", "even so"], "results - even so"),
        (["pre-", "and post-training"], "pre- and post-training"),
        (["Attend-", "and-Excite"], "Attend-and-Excite"),
        (["approaches", "---VarGrad and"], "approaches---VarGrad and"),
        (["SmoothGrad---", "outperform"], "SmoothGrad---outperform"),
    ],
)
def test_joined(lines: list[str], whole: str) -> None:
    assert joined(lines, 0) == whole


def test_a_link_cut_at_the_width_is_made_whole() -> None:
    link = "https://github.com/somebody/a-project-with-a-name-that-is-too-long-for-a-line"
    assert joined(["at " + link[:37], link[37:] + "."], 40) == f"at {link}."
    assert joined(["at https://example.org/a-page-of-its-own", "and more"], 45).endswith("own and more")


def _pieces(*texts: str) -> list[tuple[bool, str]]:
    lines = [Line(n, text, False, len(text)) for n, text in enumerate(texts, start=1)]
    return [(piece.is_title, piece.text) for piece in pieces(lines)]


def test_title_and_abstract_in_turn() -> None:
    assert _pieces("Slow Trees", ABSTRACT.strip(), "Fast Trees: A Study", ABSTRACT.strip()) == [
        (True, "Slow Trees"),
        (False, ABSTRACT.strip()),
        (True, "Fast Trees: A Study"),
        (False, ABSTRACT.strip()),
    ]


def test_two_titles_in_a_row_stay_two() -> None:
    found = _pieces("Slow Trees in the Far North", "Fast Trees: A Study of Growth", ABSTRACT.strip())
    assert [kind for kind, _ in found] == [True, True, False]


def test_a_paragraph_more_belongs_to_the_abstract_before_it() -> None:
    found = _pieces(
        "Slow Trees", ABSTRACT.strip(), "Our code is at https://example.org/trees", "Fast Trees", ABSTRACT.strip()
    )
    assert [kind for kind, _ in found] == [True, False, True, False]
    assert found[1][1].endswith("https://example.org/trees")


def test_nothing_gives_nothing() -> None:
    assert _pieces() == []
    assert _pieces("Slow Trees") == [(True, "Slow Trees")]
    assert _pieces(ABSTRACT.strip()) == [(False, ABSTRACT.strip())]
