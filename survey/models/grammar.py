"""A question's schema with what one prompt holds written into it: which papers, which sentences, how many claims.

For models that run here, where a schema is turned into a grammar for each call anyway: what a prompt doesn't hold can't
be said. Hosted endpoints compile each new schema once and then keep it, so they get the same one for every prompt.
"""

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from functools import cache
from typing import Any

from pydantic import BaseModel

from survey.models.base import Prompt
from survey.questions import OverviewValues, RecordValues, RevisionValues, SynthesisValues

Schema = Callable[[Prompt], dict[str, Any]]
_LONGEST = {"text": 300, "name": 80}
"""Characters: forty words are about 280. A small model that has lost the thread writes without end; here it ends, and
:func:`survey.evidence.whole_sentences` takes away what breaks off."""


@cache
def _whole(schema: type[BaseModel]) -> dict[str, Any]:
    return schema.model_json_schema()


def whole(prompt: Prompt) -> dict[str, Any]:
    """The question's schema as it is; kept, since pydantic takes several milliseconds to write one out."""
    return _whole(prompt.schema)


def narrowed(prompt: Prompt) -> dict[str, Any]:
    """The question's schema with the closed sets of this prompt, and with an end to every list and text."""
    schema = deepcopy(whole(prompt))
    bounds = dict(_bounds(prompt.values))
    for properties in _properties(schema):
        for name, found in properties.items():
            _narrow(found, _LONGEST.get(name), bounds.get(name))
    return schema


def _properties(schema: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    return (found["properties"] for found in (schema, *schema.get("$defs", {}).values()) if "properties" in found)


def _narrow(found: dict[str, Any], longest: int | None, bound: "list[str] | int | None") -> None:
    """Hold a text to a length or to a closed set, a number to the highest, a list to as many items as there are."""
    if longest is not None:
        found["maxLength"] = longest
    elif isinstance(bound, int) and found["items"].get("type") == "integer":
        found["items"] |= {"minimum": 0, "maximum": bound}
    elif isinstance(bound, int):
        found["maxItems"] = bound
    elif bound and found["type"] == "string":
        found["enum"] = bound
    elif bound:
        found["maxItems"] = len(bound)
        if found["items"].get("type") == "string":
            found["items"]["enum"] = bound


def _bounds(values: object) -> Iterator[tuple[str, list[str] | int]]:
    """By a property's name, what may stand there: ids of the prompt, or the highest number."""
    match values:
        case RecordValues():
            ids = [paper.id for paper in values.papers]
            yield from (("paper", ids), ("papers", ids))
            yield "sentences", max((len(paper.sentences) for paper in values.papers), default=0)
        case SynthesisValues():
            yield from (("papers", [paper.id for paper in values.papers]), ("claims", values.most))
        case RevisionValues():
            yield from (("papers", [paper.id for paper in (*values.papers, *values.known)]), ("claims", values.most))
            present = [claim.id for claim in values.claims]
            yield from (("claim", present), ("changes", len(present)))
        case OverviewValues():
            cited = (paper for topic in values.topics for claim in topic.claims for paper in claim.papers)
            yield from (("papers", list(dict.fromkeys(cited))), ("claims", values.most))
