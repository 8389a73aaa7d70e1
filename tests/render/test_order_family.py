"""Figures on the same data stand one below the other, whatever their papers call it."""

import pytest

from survey.document import Survey
from survey.render.order import family
from survey.render.view import View
from survey.words import data_key


@pytest.mark.parametrize(
    "names",
    [
        ("ImageNet", "ImageNet-1K", "ImageNet1k", "ILSVRC-2012", "ILSVRC 2012"),
        ("COCO", "MS COCO", "MS-COCO", "COCO2017", "COCO 2017"),
        ("SSv2", "Something-Something-v2", "Something-Something V2"),
    ],
)
def test_names_of_the_same_data_have_one_key(names: tuple[str, ...]) -> None:
    assert len({family(name) for name in names}) == 1


@pytest.mark.parametrize(
    "other", ["ImageNet-21K", "ImageNet-C", "ImageNet 64×64", "COCO Object", "ILSVRC 2017", "SSv1"]
)
def test_other_data_stay_apart(other: str) -> None:
    assert family(other) == data_key(other)
    assert family(other) not in {family("ImageNet"), family("COCO"), family("SSv2")}


def test_a_family_stands_together_in_the_real_table(real_survey: Survey) -> None:
    order = [family(result.dataset or "") for _, result in View(real_survey).reported]
    for name in ("imagenet", "coco", "ssv2"):
        places = [place for place, told in enumerate(order) if told == name]
        assert not places or places[-1] - places[0] + 1 == len(places), name
    assert order.count("imagenet") > 10


def test_no_row_is_of_performance_alone(real_survey: Survey) -> None:
    rows = View(real_survey).reported
    assert all(result.measure != "performance" or result.dataset for _, result in rows)
    assert len(rows) > 100
