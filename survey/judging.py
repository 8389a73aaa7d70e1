"""From a reply to a verdict on each item: what of it is valid, and what was wrong with the rest, in named reasons."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from survey.models.base import Prompt, Reply
from survey.replies import NotJson, json_in, plain

Item = TypeVar("Item")
Asked = TypeVar("Asked", contravariant=True)
Part = TypeVar("Part", bound=BaseModel)

NOTHING = "the answer said nothing about it"
STRANGER = "the answer said nothing about it, but spoke of something that was not asked about"
CUT_OFF = "the answer was cut off before its end; be briefer"
OF_ANOTHER = "what was said of it is about another one of the list"
COPIED = "“{}” is copied from the instructions, not taken from the data"
_LONGEST_COMPLAINT = 300
_LONG_QUOTE = re.compile("“([^”]{100,120})(?: [^”]*|[^”]{60,})”")
_MOST_COMPLAINTS = 6
_SHORTEST_COPY = 15
_SHRUNK = 0.7


@dataclass(frozen=True, slots=True)
class Verdict(Generic[Part]):
    """What is left of an item's part once everything invalid is taken out (None: nothing), and what was wrong."""

    part: Part | None
    complaints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item that has no valid answer, and why."""

    label: str
    question: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answered(Generic[Part]):
    """The valid parts by label, in the order of the items, and the items that have none."""

    parts: Mapping[str, Part]
    left_out: tuple[LeftOut, ...] = ()


class Question(Protocol[Asked, Part]):
    """A question as this module sees it; each stage that asks has one."""

    @property
    def name(self) -> str:
        """The question's name: its template's, and that of ``--model-for``."""
        ...

    @property
    def part(self) -> type[Part]:
        """The schema of one item's part of the answer."""
        ...

    def label(self, item: Asked) -> str:
        """What the item is called in ``left_out``: a paper's key or a topic's id."""
        ...

    def identity(self, item: Asked) -> object:
        """What is asked about, as JSON: all that the answer depends on, and nothing else."""
        ...

    def values(self, items: Sequence[Asked]) -> object:
        """The values of the prompt that asks about ``items``."""
        ...

    def parts(self, answer: dict[str, object], items: Sequence[Asked]) -> Mapping[int, object]:
        """The answer's parts, still unchecked, in its order, by position in ``items``.

        A part about something that wasn't asked about has a negative position.
        """
        ...

    def check(self, item: Asked, part: Part) -> Verdict[Part]:
        """Hold the part against the item's own text."""
        ...


def judged(question: Question[Item, Part], items: Sequence[Item], prompt: Prompt, reply: Reply) -> list[Verdict[Part]]:
    """A verdict on each of ``items``, in their order."""
    keys = [name for name, field in prompt.schema.model_fields.items() if field.is_required()]
    try:
        found = json_in(reply.text, keys)
    except NotJson as error:
        return [nothing(CUT_OFF if reply.truncated else str(error)) for _ in items]
    parts = question.parts(found.answer, items)
    cut = found.cut or reply.truncated
    last = next(reversed(list(parts)), None) if cut else None
    absent = CUT_OFF if cut else STRANGER if any(place < 0 for place in parts) else NOTHING
    verdicts: list[Verdict[Part]] = []
    for place in range(len(items)):
        if place not in parts:
            verdicts.append(nothing(absent))
            continue
        verdict = _traced(question, items, place, parts[place], prompt)
        complaints = (CUT_OFF, *verdict.complaints) if place == last else verdict.complaints
        verdicts.append(replace(verdict, complaints=_brief(complaints)))
    return verdicts


def nothing(reason: str) -> Verdict[Part]:
    """Not written as Verdict[Part](...): that sets an attribute, which Python 3.11 can't on a class with slots."""
    return Verdict(None, (reason,))


def better(old: Verdict[Part] | None, new: Verdict[Part]) -> Verdict[Part]:
    """The new verdict; but the old one if the new one still has faults and much less is left of it."""
    if old is None or old.part is None or (new.part is not None and not new.complaints):
        return new
    if new.part is None:
        return old
    return new if len(new.part.model_dump_json()) >= _SHRUNK * len(old.part.model_dump_json()) else old


def _verdict(question: Question[Item, Part], item: Item, raw: object) -> Verdict[Part]:
    try:
        part = question.part.model_validate(raw)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        return Verdict(None, tuple(f"{'.'.join(map(str, e['loc'])) or 'the answer'}: {e['msg']}" for e in found[:3]))
    return question.check(item, part)


def _traced(
    question: Question[Item, Part], items: Sequence[Item], place: int, raw: object, prompt: Prompt
) -> Verdict[Part]:
    """The verdict on one part; of a faulty one it also says where it was taken from, where that can be told."""
    verdict = _verdict(question, items[place], raw)
    if not verdict.complaints:
        return verdict
    instructions = _plain(prompt.system)
    copied = [text for text in _texts(raw) if len(text) >= _SHORTEST_COPY and _plain(text) in instructions]
    found = [COPIED.format(text) for text in copied]
    others = (item for other, item in enumerate(items) if other != place and verdict.part is None)
    if any(_verdict(question, other, raw).part is not None for other in others):
        found.append(OF_ANOTHER)
    return replace(verdict, complaints=(*found, *verdict.complaints))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from _texts(inner)
        case list():
            for inner in value:
                yield from _texts(inner)


def _plain(text: str) -> str:
    return plain(text).casefold()


def _brief(complaints: Sequence[str]) -> tuple[str, ...]:
    """Each complaint once, on one line, and not endlessly many."""
    return tuple(dict.fromkeys(plain(complaint) for complaint in complaints))[:_MOST_COMPLAINTS]


def told(complaint: str) -> str:
    """A complaint as the next prompt has it, not endless."""
    return complaint[:_LONGEST_COMPLAINT]


def shown(complaint: str) -> str:
    """A complaint as the survey has it: what it quotes is cut short, so that the reason behind it is seen."""
    return told(_LONG_QUOTE.sub(r"“\1 …”", complaint))
