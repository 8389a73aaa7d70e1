"""Vectors over the wire and in the cache: read leniently, since endpoints differ, and trusted in nothing."""

import base64
import binascii
from dataclasses import dataclass
from typing import Annotated, Any

import numpy as np
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from survey.embedders.terms import Floats
from survey.models.failures import Endpoint, Passing

_LONGEST = 100_000  # numbers in a vector


@dataclass(frozen=True, slots=True)
class Received:
    """The vectors of a request's texts, in their order, and the tokens that the endpoint counted (0: it said none)."""

    vectors: tuple[Floats, ...]
    tokens: int


def _floats(value: object) -> Floats:
    """A vector given as a list of numbers, or as base64 of little-endian single-precision floats."""
    if isinstance(value, str):
        try:
            found = np.frombuffer(base64.b64decode(value, validate=True), dtype="<f4").astype(np.float32)
        except (binascii.Error, ValueError) as error:
            raise ValueError("its base64 holds no vector") from error
    elif isinstance(value, list) and all(isinstance(n, int | float) and not isinstance(n, bool) for n in value):
        found = np.array([_number(n) for n in value], dtype=np.float32)
    else:
        raise ValueError("it is no list of numbers")
    if not 0 < len(found) <= _LONGEST:
        raise ValueError(f"it holds {len(found)} numbers")
    with np.errstate(over="ignore"):
        if not np.isfinite(np.linalg.norm(found)):
            raise ValueError("not all of it are finite numbers")
    return found


def _number(value: float) -> float:
    """The number as a float of single precision's range: what lies beyond is infinite."""
    return float(value) if abs(value) < 3e38 else float("inf")


def _count(value: object) -> int:
    return value if isinstance(value, int) and 0 < value < 10**9 else 0


class _Wire(BaseModel):
    model_config = ConfigDict(extra="ignore", arbitrary_types_allowed=True)


class _Item(_Wire):
    embedding: Annotated[np.ndarray[Any, Any], BeforeValidator(_floats)]
    index: int | None = None


class _Usage(_Wire):
    prompt_tokens: Annotated[int, BeforeValidator(_count)] = 0
    total_tokens: Annotated[int, BeforeValidator(_count)] = 0


class _Answer(_Wire):
    data: list[_Item]
    usage: _Usage | None = None


def vectors_in(body: str, count: int, endpoint: Endpoint) -> Received:
    """The ``count`` vectors in the body of a successful response, ordered by the index that each carries.

    Raises Passing when the body is none, or holds another number of vectors, some that aren't finite, of several
    lengths, or with numbers that don't say which text each belongs to.
    """
    try:
        answer = _Answer.model_validate_json(body)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(map(str, found["loc"]))
        told = f"{place}: {found['msg'].removeprefix('Value error, ')}" if place else f"“{endpoint.said(body[:80])}”"
        todo = "Check --base-url (OPENAI_BASE_URL), which usually ends in /v1, and that the model makes embeddings."
        raise Passing(f"{endpoint.address} sent what are no embeddings: {told}.", todo) from None
    if complaint := _complaint(answer.data, count):
        raise Passing(f"{endpoint.address} sent {complaint}.", "Check that the model makes embeddings.")
    items = sorted(answer.data, key=lambda item: item.index or 0)  # as they came where none carries a number
    usage = answer.usage or _Usage()
    return Received(tuple(item.embedding for item in items), usage.prompt_tokens or usage.total_tokens)


def _complaint(items: list[_Item], count: int) -> str:
    """What is wrong with the vectors as a whole."""
    if len(items) != count:
        return f"{len(items)} vectors for {count} texts"
    lengths = sorted({len(item.embedding) for item in items})
    if len(lengths) > 1:
        return f"vectors of {lengths[0]} numbers and of {lengths[-1]} in one answer"
    places = [item.index for item in items]
    if any(place is not None for place in places) and sorted(p if p is not None else -1 for p in places) != list(
        range(count)
    ):
        return "vectors whose numbers don't say which text each belongs to"
    return ""


def packed(vector: Floats) -> str:
    """A vector as the cache stores it: base64 of little-endian single-precision floats."""
    return base64.b64encode(vector.astype("<f4").tobytes()).decode()


def unpacked(stored: str) -> Floats | None:
    """A stored vector; None when it was damaged on disk."""
    try:
        return _floats(stored)
    except ValueError:
        return None
