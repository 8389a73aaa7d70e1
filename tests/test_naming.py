"""Names of topics and themes: fit to stand as a heading, no two alike."""

from pathlib import Path

import pytest
from conftest import Scripting

from survey.asking import asking
from survey.naming import Nameless, TopicNameQuestion, name_all, unique_names
from survey.questions import TopicNameAnswer
from survey.settings import Settings

TOPIC = Nameless("t1", ("click", "rate"), ("click-through rate", "user interest"), ("Deep Interest Network", "DCN"))
OTHER = Nameless("t2", ("click",), ("click-through rate",), ("FM",))
QUESTION = TopicNameQuestion()


def checked(name: str) -> str | tuple[str, ...]:
    verdict = QUESTION.check(TOPIC, TopicNameAnswer(name=name))
    return verdict.part.name if verdict.part else verdict.complaints


@pytest.mark.parametrize(
    "name", ["Click-through rate", ' "Click-through rate". ', "## Click-through rate", "Click-through\n rate"]
)
def test_a_name_is_one_clean_line(name: str) -> None:
    assert checked(name) == "Click-through rate"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "empty"),
        ("42", "empty"),
        ("…", "empty"),
        ("deep interest network!", "the title of one paper"),
        ("very " * 30 + "long", "characters"),
        ("Click rates and faster", "breaks off"),
        ("Prediction of click-through rates with", "breaks off"),
    ],
)
def test_what_is_no_name_is_refused_with_the_reason(name: str, reason: str) -> None:
    complaints = checked(name)
    assert isinstance(complaints, tuple)
    assert reason in complaints[0]


LONG = "AttenCraft: Attention-guided Disentanglement of Multiple Concepts for Text-to-Image Customization"


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        (LONG[:76], False),
        ("AttenCraft: Attention-guided Disentanglement", False),
        ("Disentanglement of Multiple Concepts for Text-to-Image Customization", False),
        ("Text-to-image customization", True),
        ("Disentanglement of multiple concepts", True),
        ("Customization: text-to-image models", True),
    ],
)
def test_a_part_of_one_title_is_no_name_unless_it_may_be_what_all_are_about(name: str, fits: bool) -> None:
    topic = Nameless("t1", ("concept",), ("text-to-image",), (LONG, "Break-A-Scene: Extracting Multiple Concepts"))
    verdict = QUESTION.check(topic, TopicNameAnswer(name=name))
    assert (verdict.part is not None) is fits
    assert fits or f"a part of one paper's title, “{LONG}”" in verdict.complaints[0]


def test_no_two_names_are_alike() -> None:
    same = {"t1": TopicNameAnswer(name="Click-through rate"), "t2": TopicNameAnswer(name="CLICK-through rate")}
    names = unique_names([TOPIC, OTHER], same, {"t1": "first", "t2": "second"})
    assert names == {"t1": "Click-through rate", "t2": "second"}
    names = unique_names([TOPIC, OTHER], {}, {"t1": "click-through rate", "t2": "click-through rate"})
    assert names["t2"] == "click-through rate (t2)"


def test_a_topic_that_the_model_can_not_name_keeps_its_default(tmp_path: Path, scripted: Scripting) -> None:
    scripted(lambda prompt: '{"name": "Ranking"}' if "FM" in prompt.user else '{"title": "?"}')
    with asking(Settings(cache=tmp_path)) as asker:
        names = name_all(asker, [TOPIC, OTHER], {"t1": "first", "t2": "second"}, "English")
        beside = name_all(asker, [TOPIC, OTHER], {"t1": "first", "t2": "second"}, "English", taken=["Ranking"])
    assert names == {"t1": "first", "t2": "Ranking"}
    assert beside == {"t1": "first", "t2": "second"}


def test_the_id_is_no_part_of_what_is_asked() -> None:
    renumbered = Nameless("t9", TOPIC.keywords, TOPIC.phrases, TOPIC.titles)
    assert QUESTION.identity(TOPIC) == QUESTION.identity(renumbered) != QUESTION.identity(OTHER)
    assert QUESTION.identity(TOPIC) != TopicNameQuestion("German").identity(TOPIC)
    values = QUESTION.values([TOPIC])
    assert (values.keywords, values.phrases, values.titles) == (TOPIC.keywords, TOPIC.phrases, TOPIC.titles)
