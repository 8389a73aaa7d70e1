"""The task that a title names stands where a figure has no data set: in the title's words, or not at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.dumps import read_dumps
from survey.records import Result
from survey.render.wording import result_cells, result_task
from survey.tasks import names_task, task_of

DUMPS = Path(__file__).resolve().parents[1].parent / "shared" / "dumps"


@pytest.mark.parametrize(
    ("title", "task"),
    [
        ("CenterMask : Real-Time Anchor-Free Instance Segmentation", "Instance Segmentation"),
        ("Mask-Attention-Free Transformer for 3D Instance Segmentation", "3D Instance Segmentation"),
        ("Masked Supervised Learning for Semantic Segmentation", "Semantic Segmentation"),
        ("YOLOv4: Optimal Speed and Accuracy of Object Detection", "Object Detection"),
        ("Image Generation with Flow Matching", "Image Generation"),
        ("Echo: Networks for Ejection Fraction Estimation", "Ejection Fraction Estimation"),
        ("Unsupervised cell segmentation by fast Gaussian Processes", "cell segmentation"),
        ("Region-Adaptive Transform with Segmentation Prior for Compression", ""),  # no task: what it is done with
        ("Radio Maps with Flow Matching", ""),
        ("Blockwise Flow Matching: Better and Faster", ""),
        ("A Study of Detection", ""),  # of what?
        ("Nets for Liver and Tumor Segmentation", ""),
        ("Masked Face Dataset Generation and Masked Face Recognition", ""),
        ("Object Detection in Night Scenes for Action Recognition", ""),  # two
        ("Masked Autoencoders Are Scalable Vision Learners", ""),
        ("", ""),
    ],
)
def test_the_one_task_of_a_title(title: str, task: str) -> None:
    assert task_of(title) == task


def test_tasks_of_the_real_titles_stand_in_them() -> None:
    titles = [paper.title for dump in read_dumps([DUMPS]).dumps for paper in dump.papers]
    tasks = {title: task_of(title) for title in titles}
    assert sum(map(bool, tasks.values())) > 40
    assert all(task in title for title, task in tasks.items())


@given(st.text())
def test_any_text_may_be_a_title(title: str) -> None:
    assert not task_of(title) or names_task(task_of(title))


def made(**parts: str) -> Result:
    text = "It reaches 38.3%."
    return Result(text=text, quotes=(text,), value="38.3", unit="%", **parts)


def test_the_task_stands_where_no_data_are_named() -> None:
    title = "BoxNet: Fast Instance Segmentation"
    assert result_cells(made(), title) == ("Instance Segmentation", None, "38.3%", None)
    assert result_cells(made(dataset="COCO"), title)[0] == "COCO"
    assert result_cells(made(measure="AP (pose estimation)"), title)[0] is None, "the figure is of another task"
    assert result_cells(made(), "BoxNet")[0] is None
    assert result_task(made(dataset="COCO"), title) == ""


@pytest.mark.parametrize(
    ("title", "task"),
    [
        ("Net: Partially Relevant Video Retrieval", "Partially Relevant Video Retrieval"),
        ("Defending AI-Generated Image Detection", "AI-Generated Image Detection"),
        ("Towards Congenital Heart Disease Recognition", "Congenital Heart Disease Recognition"),
        ("A Study of One Two Three Four Five Six Detection", ""),
        ("Early Fire Detection", "Fire Detection"),
    ],
)
def test_a_task_is_a_whole_noun_phrase(title: str, task: str) -> None:
    assert task_of(title) == task


def test_a_task_is_no_measure_and_a_bare_number_no_rival() -> None:
    improved = made(measure="object detection and instance segmentation")
    assert result_cells(improved)[:2] == ("object detection and instance segmentation", None)
    assert result_cells(made(measure="micro-expression detection", dataset="PRISM"))[1] == "micro-expression detection"
    assert result_cells(made(measure="detection accuracy"))[1] == "detection accuracy"
    assert result_cells(made(measure="accuracy", baseline="71.39%"))[3] == "from 71.39%"
