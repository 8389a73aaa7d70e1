"""Which second sentence a paper's line has: rule by rule."""

import pytest

from survey.lines import paper_lines
from survey.records import Record, Result, Statement


def said(text: str) -> Statement:
    return Statement(text=text, quotes=(text,))


def result(text: str, **parts: str) -> Result:
    return Result(text=text, quotes=(text,), **parts)


# --- lines ---


def lines(record: Record, title: str = "Oaks") -> list[str]:
    return [one.text for line in paper_lines(["a"], {"a": record}, [], {"a": title}) for one in line.statements]


MADE = said("We prune the old branches of oaks by their age and weight.")


@pytest.mark.parametrize(
    "praise",
    [
        "outperforms other saws", "surpasses other saws", "is superior to saws", "exceeds other saws",
        "is competitive with saws", "is promising", "compares favourably", "compares favorably", "is effective",
        "is state-of-the-art", "is the state of the art", "is SOTA", "has better performance", "has better results",
        "is better than saws", "is comparable to saws", "is on par with saws", "has an advantage", "shows its efficacy",
        "is impressive", "is remarkable",
    ],
)  # fmt: skip
def test_praise_alone_is_no_second_sentence(praise: str) -> None:
    assert lines(Record(contribution=MADE, results=(result(f"Pruning {praise} in all forests."),))) == [MADE.text]
    figure = result(f"Pruning {praise} by 9.1 in all forests.", value="9.1")
    assert lines(Record(contribution=MADE, results=(figure,))) == [MADE.text, figure.text]


def test_what_was_found_is_a_second_sentence_and_a_figure_comes_first() -> None:
    found = result("Old branches of oaks fall in the first days of snow.")
    figure = result("Pruning saves 40% of the oaks in snow.", value="40", unit="%")
    assert lines(Record(contribution=MADE, results=(found,))) == [MADE.text, found.text]
    assert lines(Record(contribution=MADE, results=(found, figure))) == [MADE.text, figure.text]


def test_a_sentence_told_once_is_not_told_as_a_result() -> None:
    again = Result(text="Another text.", quotes=MADE.quotes, value="9")
    assert lines(Record(contribution=MADE, results=(again,))) == [MADE.text]


def test_a_paper_without_a_record_has_no_line() -> None:
    assert paper_lines(["a", "b"], {"b": Record(contribution=MADE)}, [], {})[0].paper == "b"
    assert paper_lines(["a"], {}, [], {}) == ()
    assert paper_lines(["a"], {"a": Record()}, [], {}) == ()
