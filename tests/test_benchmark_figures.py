"""The benchmark of reported figures: what it calls wrong is wrong, and its marks stand in their abstracts."""

import gzip
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


def _benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_figures", ROOT / "benchmarks" / "figures.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


figures = _benchmark()
MARK = {"value": "5.3%", "change": "+", "measure": "accuracy", "data": "COCO | MS COCO", "against": "ResNet-50"}


@pytest.mark.parametrize(
    ("row", "wrong", "lacks"),
    [
        (("COCO", "top-1 accuracy", "+5.3%", "ResNet-50"), (), ()),
        (("COCO", "top-1 accuracy", "−5.3%", "ResNet-50"), ("sign",), ()),
        (("ImageNet", "accuracy", "+5.3%", "ResNet-50"), ("data",), ()),
        (("COCO", "latency", "+5.3%", "ResNet-50"), ("measure",), ()),
        (("COCO", "accuracy", "+5.3%", "YOLO"), ("comparison",), ()),
        (("", "accuracy", "+5.3%", ""), (), ("data", "comparison")),
        (("COCO", "accuracy", "17%", "ResNet-50"), ("no outcome",), ()),
    ],
)
def test_a_row_is_wrong_where_a_cell_says_what_its_abstract_does_not(
    row: tuple[str, str, str, str], wrong: tuple[str, ...], lacks: tuple[str, ...]
) -> None:
    verdict = figures.judged(figures.Row(*row), [MARK], [], "Trees")
    assert (verdict.wrong, verdict.lacks) == (wrong, lacks)


def test_a_figure_of_another_is_wrong_where_the_row_does_not_say_whose_it_is() -> None:
    mark = {"value": "66.8%", "measure": "accuracy", "of": "GPT-4o"}
    assert figures.judged(figures.Row("", "accuracy", "66.8%", ""), [mark], [], "Ads").wrong == ("whose",)
    assert figures.judged(figures.Row("", "accuracy (GPT-4o)", "66.8%", ""), [mark], [], "Ads").wrong == ()


def test_what_was_marked_as_unsure_counts_neither_for_nor_against() -> None:
    assert figures.judged(figures.Row("", "accuracy", "20%", ""), [MARK], ["20% (of the labels)"], "Trees") is None


def test_every_marked_value_stands_in_its_abstract() -> None:
    marks = {key: m for part in json.loads(figures.MARKS.read_text("utf-8")).values() for key, m in part.items()}
    with gzip.open(figures.ABSTRACTS, "rt", encoding="utf-8") as file:
        abstracts = {row["id"]: row["abstract"] for row in map(json.loads, file) if row["id"] in marks}
    assert set(abstracts) == set(marks)
    for key, marked in marks.items():
        for mark in marked["figures"]:
            assert set(figures.numbers(mark["value"])) <= set(figures.numbers(abstracts[key])), (key, mark)
