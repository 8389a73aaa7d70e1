"""The schema for a model that runs here: what a prompt doesn't hold can't be said. Everyone else's stays the same."""

from typing import Any

import pytest

from survey.models.base import Prompt
from survey.models.grammar import narrowed, whole
from survey.prompts import load_templates
from survey.questions import (
    DigestedClaim,
    NumberedPaper,
    OverviewValues,
    PresentClaim,
    RecordedPaper,
    RecordValues,
    RevisionValues,
    SynthesisValues,
    TopicDigest,
    TopicNameValues,
)

NOTED = (RecordedPaper("P1", "One", ()), RecordedPaper("P2", "Two", ()))
VALUES: dict[str, object] = {
    "record": RecordValues((NumberedPaper("P1", "One", ("A.", "B.", "C.")),)),
    "topic_name": TopicNameValues(("mask",), (), ("One",)),
    "synthesis": SynthesisValues("Masks", (), NOTED, most=3),
    "revision": RevisionValues(
        "Masks", (), (PresentClaim("C1", "finding", "It is.", ("P2",)),), NOTED[:1], NOTED[1:], most=2
    ),
    "overview": OverviewValues(
        (TopicDigest("Images", "Masks", 9, (DigestedClaim("finding", "It is.", ("P2", "P7")),)),), most=5
    ),
}


def prompt(question: str) -> Prompt:
    return load_templates()[question].prompt(VALUES[question])


def inside(schema: dict[str, Any], name: str, *path: str) -> dict[str, Any]:
    """The properties of a definition (or of the whole), or one of them."""
    found = (schema["$defs"][name] if name else schema)["properties"]
    for step in path:
        found = found[step]
    return dict(found)


def test_a_record_is_about_the_papers_and_sentences_shown() -> None:
    schema = narrowed(prompt("record"))
    assert inside(schema, "", "papers")["maxItems"] == 1
    assert inside(schema, "PaperAnswer", "paper")["enum"] == ["P1"]
    for name in ("StatementAnswer", "ResultAnswer"):
        assert inside(schema, name, "sentences", "items") == {"type": "integer", "minimum": 0, "maximum": 3}
        assert inside(schema, name, "text")["maxLength"] == 300


@pytest.mark.parametrize(
    ("question", "ids", "most"),
    [("synthesis", ["P1", "P2"], 3), ("revision", ["P1", "P2"], 2), ("overview", ["P2", "P7"], 5)],
)
def test_claims_cite_the_papers_of_the_prompt_and_come_to_an_end(question: str, ids: list[str], most: int) -> None:
    schema = narrowed(prompt(question))
    assert inside(schema, "ClaimAnswer", "papers", "items")["enum"] == ids
    assert inside(schema, "ClaimAnswer", "papers")["maxItems"] == len(ids)
    assert inside(schema, "", "claims")["maxItems"] == most
    assert inside(schema, "ClaimAnswer", "text")["maxLength"] == 300


def test_only_claims_that_are_there_can_be_changed() -> None:
    schema = narrowed(prompt("revision"))
    assert inside(schema, "ChangeAnswer", "claim")["enum"] == ["C1"]
    assert inside(schema, "", "changes")["maxItems"] == 1


def test_a_name_comes_to_an_end() -> None:
    assert inside(narrowed(prompt("topic_name")), "", "name")["maxLength"] == 80


def test_a_closed_set_that_is_empty_closes_nothing() -> None:
    asked = load_templates()["overview"].prompt(OverviewValues((TopicDigest("Images", "Masks", 9, ()),)))
    papers = inside(narrowed(asked), "ClaimAnswer", "papers")
    assert "enum" not in papers["items"]
    assert "maxItems" not in papers


@pytest.mark.parametrize("question", sorted(VALUES))
def test_the_schema_of_a_question_is_never_changed_by_a_prompt(question: str) -> None:
    """Endpoints compile a schema once: it must be the same for every prompt."""
    before = prompt(question).schema.model_json_schema()
    narrowed(prompt(question))
    assert whole(prompt(question)) == before == prompt(question).schema.model_json_schema()
    assert narrowed(prompt(question)) != before
