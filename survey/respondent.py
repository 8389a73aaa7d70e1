"""Who answers one question: its model, its template, and the answers that are cached."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic

from pydantic import ValidationError

from survey import evidence, tokens
from survey.cache import AnswerCache, cache_key
from survey.judging import Item, Part, Question
from survey.models.base import Model, Prompt
from survey.prompts import Template
from survey.questions import RecordValues

_TOGETHER = "record"
_LEAST_ROOM, _MOST_ROOM = 400, 8000
_ROOM_OF_A_PAPER, _ROOM_OF_A_WORD = 400, 6
"""Tokens that an answer may take for each paper of a record, and for each word that is wanted elsewhere: two and a half
times what a good answer takes, for those that write at length or in letters that cost more."""


@dataclass(frozen=True, slots=True)
class Respondent(Generic[Item, Part]):
    """One question with all that its answers depend on."""

    question: Question[Item, Part]
    model: Model
    template: Template
    cache: AnswerCache

    def known(self, item: Item) -> Part | None:
        """The cached answer, if there is one."""
        found = self.cache.get(self._key(item))
        try:
            return self.question.part.model_validate_json(found) if found is not None else None
        except ValidationError:  # damaged on disk: asked again
            return None

    def keep(self, answers: Sequence[tuple[Item, Part]]) -> None:
        """Cache valid answers, all of them or, when interrupted, none."""
        self.cache.put({self._key(item): part.model_dump_json() for item, part in answers})

    def prompt(self, items: Sequence[Item], told: tuple[str, ...] = ()) -> Prompt:
        """The prompt that asks about ``items``; ``told`` is what was wrong with the answer before."""
        values = self.question.values(items)
        return replace(self.template.prompt(values, told), max_tokens=_room(values))

    def packs(self, items: Sequence[Item]) -> Iterator[list[Item]]:
        """How ``items`` are shared out over calls: in their order, each pack filled by count and by tokens."""
        most = self.model.pack if self.question.name == _TOGETHER else 1
        pack: list[Item] = []
        room = 0
        for item in items:
            size = self._size(item) if most > 1 else 0
            if pack and (len(pack) == most or size > room):
                yield pack
                pack = []
            if not pack:
                room = self.model.pack_tokens or 0
            pack.append(item)
            room -= size
        if pack:
            yield pack

    def _size(self, item: Item) -> int:
        return 0 if self.model.pack_tokens is None else tokens.count(self.prompt([item]).user)

    def _key(self, item: Item) -> str:
        asked = self.question.identity(item)
        return cache_key(evidence.VERSION, self.question.name, self.model.identity, self.template.hash, asked)


def _room(values: object) -> int:
    """The most tokens that an answer may take."""
    words = getattr(values, "words", 0)
    papers = len(values.papers) if isinstance(values, RecordValues) else 0
    return min(_MOST_ROOM, _LEAST_ROOM + _ROOM_OF_A_PAPER * papers + _ROOM_OF_A_WORD * words)
