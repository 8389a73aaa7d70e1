"""What a paper reports on, from its record; one count for openings, tables and the overview."""

import pytest

from survey.models.extractive.reports import data_of, is_written
from survey.questions import RecordedPaper, Said


def paper(*said: Said) -> RecordedPaper:
    return RecordedPaper("P1", "Trees", said)


def result(text: str, dataset: str | None = None) -> Said:
    return Said("result", text, (text,), dataset=dataset)


def data(text: str, quote: str = "") -> Said:
    return Said("data", text, (quote or text,))


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ((result("It gains 3% on COCO.", "COCO"), data("KITTI and MS-COCO.")), ("COCO", "KITTI")),
        ((result("It gains 3% on both.", "Kinetics-400 and SSv2"),), ("Kinetics-400", "Something-Something V2")),
        ((result("It gains 3% on COCO2017.", "COCO2017"),), ("COCO",)),
        ((data("ImageNet.", "Our net beats the ImageNet network."),), ()),
        ((data("Objects365.", "It is strong by leveraging Objects365 for pre-training."),), ()),
        ((result("It gains 3%."),), ()),
        ((), ()),
    ],
)
def test_data_of_figures_and_of_statements_are_told_once_as_most_write_them(
    said: tuple[Said, ...], names: tuple[str, ...]
) -> None:
    assert data_of(paper(*said)) == names


def test_a_name_counts_as_written_however_it_is_spelled() -> None:
    one = paper(result("It gains 3% on image-net.", "image-net"))
    assert is_written("ImageNet", one)
    assert not is_written("COCO", one)
