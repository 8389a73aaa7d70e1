"""What recurs among papers, and which second sentence a paper's line has: rule by rule."""

import pytest

from survey.lines import paper_lines, recurring_data, recurring_terms
from survey.papers import Paper
from survey.records import Record, Result, Statement


def said(text: str) -> Statement:
    return Statement(text=text, quotes=(text,))


def result(text: str, **parts: str) -> Result:
    return Result(text=text, quotes=(text,), **parts)


def on(*data: str) -> Record:
    return Record(results=tuple(result(f"It reaches 9 AP on {name}.", value="9", dataset=name) for name in data))


def recurring(titles: list[str], least: int = 3) -> dict[str, int]:
    papers = {str(n): Paper(str(n), title, "Nothing.") for n, title in enumerate(titles)}
    records = {key: Record() for key in papers}
    return {one.name: len(one.papers) for one in recurring_terms(papers, papers, records, least)}


# --- data ---


def test_data_recur_from_so_many_papers_on_the_commonest_first() -> None:
    records = {"a": on("COCO", "LVIS"), "b": on("COCO"), "c": on("MS-COCO", "LVIS"), "d": on("KITTI")}
    found = recurring_data(["a", "b", "c", "d", "unread"], records, least=2)
    assert [(one.name, one.papers) for one in found] == [("COCO", ("a", "b", "c")), ("LVIS", ("a", "c"))]
    assert [one.name for one in recurring_data("abcd", records)] == ["COCO"]
    assert recurring_data("abcd", records, least=4) == ()
    assert recurring_data("cba", records)[0].papers == ("c", "b", "a"), "in the order given"


def test_a_paper_counts_once_however_often_it_reports() -> None:
    assert recurring_data(["a"], {"a": on("COCO", "COCO", "MS COCO")}, least=2) == ()


def test_data_told_in_one_breath_are_two() -> None:
    found = recurring_data("ab", {"a": on("COCO, LVIS"), "b": on("LVIS, COCO")}, least=2)
    assert [one.name for one in found] == ["COCO", "LVIS"]


def test_of_equals_the_first_by_name() -> None:
    found = recurring_data("ab", {"a": on("LVIS", "COCO"), "b": on("COCO", "LVIS")}, least=2)
    assert [one.name for one in found] == ["COCO", "LVIS"]


# --- terms ---


def test_a_term_of_three_titles_recurs_in_the_plural() -> None:
    titles = ["Branch pruning for oaks", "On branch pruning", "Branch pruning and rain", "Rain"]
    assert recurring(titles) == {"branch pruning": 3}
    assert recurring(titles[:2]) == {}
    trees = ["A decision tree for oaks", "On decision trees", "Decision trees and rain"]
    assert recurring(trees) == {"decision trees": 3}


def test_a_term_that_mostly_stands_within_a_longer_one_is_left_to_that() -> None:
    titles = [f"Old branch pruning {how}" for how in ("for oaks", "in rain", "by hand")]
    assert recurring(titles) == {"old branch pruning": 3}
    more = [*titles, "Branch pruning for elms", "Branch pruning in snow", "Branch pruning at night"]
    assert recurring(more)["branch pruning"] == 6


def test_acronyms_and_names_before_them_keep_their_capitals() -> None:
    assert recurring(["Mask R-CNN for oaks", "On Mask R-CNN", "Mask R-CNN in rain"]) == {"Mask R-CNN": 3}
    assert recurring(["Branch Pruning for Oaks", "On Branch Pruning", "Branch Pruning"]) == {"branch pruning": 3}


def test_a_word_alone_is_no_term() -> None:
    assert recurring(["Pruning", "Pruning oaks", "Pruning elms"]) == {}


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
