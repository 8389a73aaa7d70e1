"""Data that a paper makes stand in its cell under their name."""

import pytest

from survey.comparison import comparison
from survey.owndata import made_data
from survey.records import Record, Statement


@pytest.mark.parametrize(
    ("contribution", "name"),
    [
        ("Introduces LeafBench, a rigorous benchmark for pruning.", "LeafBench"),
        ("Presents TwigQA – the first large-scale dataset (9K twigs) of oaks.", ""),
        ("Presents ROOT-9, a high-quality synthetic dataset for grafting, created by growers.", "ROOT-9"),
        ("Introduces LEAF(Large Exam of Autumn Fruit), a benchmark of pears.", "LEAF"),
        ("Presents an oak segmentation dataset, ROOT-9, that shows roots.", "ROOT-9"),
        ("Proposes a multi-level benchmark TWIG, designed for pruning.", "TWIG"),
        ("Introduces the first corpus of garden talk named TwigTalk.", "TwigTalk"),
        ("Introduces a method for any dataset, TwigNet, that ranks.", ""),
        ("Introduces TwigNet, a dataset distillation method for oaks.", ""),
        ("Introduces TwigNet, a method for any benchmark of oaks.", ""),
        ("Introduces a benchmark for pruning.", ""),
    ],
)
def test_the_name_of_what_is_made(contribution: str, name: str) -> None:
    assert made_data(contribution) == name


def test_a_table_names_it() -> None:
    def record(text: str) -> Record:
        return Record(contribution=Statement(text=text, quotes=(text,)))

    made = record("Introduces LeafBench, a rigorous benchmark for pruning young oaks by hand.")
    rows = comparison(["a", "b"], {"a": made, "b": record("Proposes a saw that prunes oaks by their light.")}).rows
    assert [row.cells[1] for row in rows] == ["LeafBench", ""]


def test_what_a_benchmark_is_of_is_not_its_name() -> None:
    text = "Proposes the first benchmark of small VLMs for pruning oaks."
    one = Record(contribution=Statement(text=text, quotes=(text,)))
    assert all(len(row.cells) == 1 for row in comparison(["a", "b"], {"a": one, "b": one}).rows)
