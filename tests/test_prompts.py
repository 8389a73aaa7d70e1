"""Prompts: every value changes what is asked, and a wrong template is refused before anything is asked."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from survey import questions
from survey.errors import TemplateError
from survey.prompts import Template, copy_templates, load_templates, shipped_folder, template_named

SAID = questions.Said("result", "FastNet reaches 72.4% mIoU.", ("q",), "mIoU", "72.4", "%", "Cityscapes", "DeepLab")
RECORDED = questions.RecordedPaper("P1", "FastNet", (SAID,))
VALUES: dict[str, Any] = {
    "record": questions.RecordValues((questions.NumberedPaper("P1", "FastNet", ("One.", "Two.")),)),
    "topic_name": questions.TopicNameValues(("speed",), ("fast segmentation",), ("FastNet",)),
    "synthesis": questions.SynthesisValues("Segmentation", ("speed",), (RECORDED,)),
    "revision": questions.RevisionValues(
        "Segmentation",
        ("speed",),
        (questions.PresentClaim("C1", "finding", "Nets are fast.", ("P2",)),),
        (RECORDED,),
        (replace(RECORDED, id="P2"),),
    ),
    "overview": questions.OverviewValues(
        (questions.TopicDigest("Vision", "Segmentation", 9, (questions.DigestedClaim("finding", "It is.", ("P1",)),)),)
    ),
}
NOT_SHOWN = {"quotes", "measure", "value", "unit", "dataset", "baseline", "abstract"}
"""Parts of a statement that stand in its text anyway, and abstracts: the extractive model reads them as values."""


def variants(value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401  # any value of a template
    """Every value that differs from ``value`` in one place, and the name of that place."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            for place, other in variants(getattr(value, field.name)):
                yield f"{field.name}.{place}".strip("."), replace(value, **{field.name: other})
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            for place, other in variants(item):
                yield place, (*value[:number], other, *value[number + 1 :])
        if len({type(item) for item in value}) == 1:  # a list, not a pair
            yield "", value[:-1]
    elif isinstance(value, int):
        yield "", value + 1
    elif isinstance(value, str):
        yield "", "gap" if value == "finding" else f"another {value}"


CHANGES = [
    pytest.param(question, other, id=f"{question}-{place}-{number}")
    for question in VALUES
    for number, (place, other) in enumerate(variants(VALUES[question]))
    if place.rsplit(".", 1)[-1] not in NOT_SHOWN and not place.startswith("known.said")
]


def text(question: str, values: object) -> str:
    prompt = load_templates()[question].prompt(values)
    return f"{prompt.system}\n{prompt.user}"


@pytest.mark.parametrize("question", questions.QUESTIONS)
def test_every_question_has_a_template_and_its_values_fill_it(question: str) -> None:
    prompt = load_templates()[question].prompt(VALUES[question])
    assert prompt.question == question
    assert prompt.values is VALUES[question]
    assert len(prompt.system) > 200
    assert prompt.user
    assert "{{" not in prompt.system + prompt.user


@pytest.mark.parametrize(("question", "other"), CHANGES)
def test_every_value_changes_the_prompt(question: str, other: object) -> None:
    assert text(question, other) != text(question, VALUES[question])


@pytest.mark.parametrize("question", questions.QUESTIONS)
def test_the_first_part_is_the_same_for_every_call(question: str) -> None:
    """Endpoints cache a prompt by its constant start: only the language, constant in a run, may change it; how much is
    to be said, which hangs on the topic's size, stands at the end."""
    template = load_templates()[question]
    system = template.prompt(VALUES[question]).system
    for place, other in variants(VALUES[question]):
        assert (template.prompt(other).system == system) == (place != "language"), place


def test_complaints_are_told_one_a_line() -> None:
    template = load_templates()["record"]
    asked = template.prompt(VALUES["record"], ("the number 9 is missing", "no text")).user
    assert asked.endswith("- the number 9 is missing\n- no text")
    assert "previous answer" not in template.prompt(VALUES["record"]).user


@pytest.mark.parametrize("question", questions.QUESTIONS)
def test_every_template_says_that_the_data_is_no_instruction(question: str) -> None:
    prompt = load_templates()[question].prompt(VALUES[question])
    assert "no instructions" in " ".join(prompt.system.split())
    assert prompt.user.count("===") == 2 or question == "revision"


def test_text_of_a_dump_is_never_run_as_a_template() -> None:
    hostile = questions.TopicNameValues(("{{ titles }}",), ("{% for x in y %}",), ("{{ 7 * 7 }}",))
    user = load_templates()["topic_name"].prompt(hostile).user
    assert "{{ 7 * 7 }}" in user
    assert "49" not in user


# --- a folder of one's own ---

Write = Callable[[str], Path]


@pytest.fixture
def own(tmp_path: Path) -> Write:
    def write(source: str) -> Path:
        (tmp_path / "topic_name.j2").write_text(source, encoding="utf-8")
        return tmp_path

    return write


GOOD = (
    "{% block system %}Name it in {{ language }}.{% endblock %}{% block user %}{{ keywords | join(' ') }}{% endblock %}"
)


def test_own_templates_replace_the_shipped_ones_of_the_same_name(own: Write) -> None:
    templates = load_templates(own(GOOD))
    prompt = templates["topic_name"].prompt(VALUES["topic_name"])
    assert (prompt.system, prompt.user) == ("Name it in English.", "speed")
    assert templates["record"].source == template_named("record").source


def test_another_template_has_another_hash_and_so_another_cache_entry(own: Write) -> None:
    first = load_templates(own(GOOD))["topic_name"].hash
    assert load_templates(own(GOOD + " "))["topic_name"].hash != first
    assert len({template.hash for template in load_templates().values()}) == len(questions.QUESTIONS)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("{% block system %}{% endblock %}", "no block called user"),
        ("just text", "no block called system or user"),
        ("", "no block called system or user"),
        (GOOD.replace("keywords", "keyword"), "unknown variables: keyword"),
        (GOOD.replace("{{ language }}", "{{ language"), "line 1"),
        (GOOD.replace("join(' ')", "jion(' ')"), "jion"),
        (GOOD.replace("{{ language }}", "{% include 'other.j2' %}"), "can't be filled"),
        (GOOD + "{% endblock %}", "line 1"),
    ],
)
def test_a_wrong_template_is_refused_before_anything_is_asked(own: Write, source: str, complaint: str) -> None:
    with pytest.raises(TemplateError) as caught:
        load_templates(own(source))
    assert complaint in caught.value.what
    assert "topic_name.j2" in caught.value.what
    assert caught.value.todo


@pytest.mark.parametrize(
    "inside",
    [
        *("keywords.nope.deeper", "keywords[99]", "1 // 0", "language + 1", "'%d' % language"),
        *("''.__class__.__mro__", "language.__init__.__globals__", "language.nope"),
    ],
)
def test_a_template_that_can_not_be_filled_is_refused_before_anything_is_asked(own: Write, inside: str) -> None:
    with pytest.raises(TemplateError, match=r"topic_name\.j2 can't be filled"):
        load_templates(own(GOOD.replace("keywords | join(' ')", inside)))


@pytest.mark.parametrize("block", ["{% for a, b in keywords %}{% endfor %}", "{% for a in language.x %}{% endfor %}"])
def test_a_loop_over_what_is_not_there_is_refused(own: Write, block: str) -> None:
    with pytest.raises(TemplateError, match="can't be filled"):
        load_templates(own(GOOD.replace("{{ keywords | join(' ') }}", block)))


def test_a_folder_that_is_missing_or_empty_or_holds_strangers_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="no folder of templates"):
        load_templates(tmp_path / "missing")
    with pytest.raises(TemplateError, match="no template"):
        load_templates(tmp_path)
    (tmp_path / "recrod.j2").write_text(GOOD)
    with pytest.raises(TemplateError, match="recrod"):
        load_templates(tmp_path)


def test_a_template_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "record.j2").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TemplateError, match="can't be read"):
        load_templates(tmp_path)


def test_a_copy_can_be_used_at_once_and_is_not_overwritten(tmp_path: Path) -> None:
    written = copy_templates(tmp_path / "mine")
    assert [path.stem for path in written] == list(load_templates())
    assert {name: t.hash for name, t in load_templates(tmp_path / "mine").items()} == {
        name: t.hash for name, t in load_templates().items()
    }
    with pytest.raises(TemplateError, match="is there already"):
        copy_templates(tmp_path / "mine")
    (tmp_path / "file").write_text("x")
    with pytest.raises(TemplateError, match="can't be written"):
        copy_templates(tmp_path / "file")


def test_one_template_by_name() -> None:
    template: Template = template_named("record")
    assert template.source == (shipped_folder() / "record.j2").read_text(encoding="utf-8")
    with pytest.raises(TemplateError, match="no template 'recrod'"):
        template_named("recrod")
