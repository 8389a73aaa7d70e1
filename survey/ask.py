"""The only place where cache, model and validation meet.

For every item (a paper, a topic) the answer is looked up in the cache; what is missing is asked, several items to a
call where the question and the model allow it; each item's part of the answer is validated by itself; what is wrong is
told to the model in one re-ask; what is still wrong then is left out, by name. Only valid parts are cached, each under
its own key, into which neither pack mates nor pack-local ids enter, and as soon as they are there.
"""

import asyncio
import hashlib
from collections.abc import Mapping, Sequence
from types import TracebackType

from survey import tokens
from survey.cache import AnswerCache
from survey.evidence import CLOSE_SUPPORT, SUPPORT
from survey.judging import Answered, Item, LeftOut, Part, Question, Verdict
from survey.ledger import Budget, Ledger
from survey.models.base import Model, Prompt
from survey.prices import Prices
from survey.prompts import Template
from survey.respondent import Respondent
from survey.rounds import Means, Progress, Round

_FEW = 20  # papers to a call

__all__ = ["Answered", "Asker", "LeftOut", "Progress", "Question", "Verdict"]


class Asker:
    """Asks questions through cache, model and validation; use it in a ``with`` statement, which ends its event loop.

    ``models`` and ``templates`` are by question name.
    """

    def __init__(
        self,
        models: Mapping[str, Model],
        templates: Mapping[str, Template],
        cache: AnswerCache,
        *,
        concurrency: int = 8,
        progress: Progress | None = None,
        prices: Prices | None = None,
        budget: Budget | None = None,
    ) -> None:
        self.ledger = Ledger()
        self.budget = budget or Budget()
        self._prices = prices or Prices()
        self._models = models
        self._templates = templates
        self._cache = cache
        self._means = Means(self.ledger, self.budget, concurrency, progress or _silent)
        self._runner = asyncio.Runner()

    def __enter__(self) -> "Asker":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for model in {id(model): model for model in self._models.values()}.values():
            self._runner.run(model.close())
        self._runner.close()

    def ask(self, question: Question[Item, Part], items: Sequence[Item]) -> Answered[Part]:
        """The valid answer for each item, from the cache or from the model.

        Raises ModelError when nothing more can be asked; what was answered by then is cached. When the budget is
        spent, what wasn't asked is left out with that reason.
        """
        return self._runner.run(Round(self._respondent(question), items, self._means).run())

    def cost_usd(self) -> float | None:
        """What the run has cost so far; None as soon as one model's price is unknown."""
        return self.ledger.cost(self._prices)

    def prompt_hashes(self) -> dict[str, str]:
        """The hash of every question's template and schema."""
        return {name: template.hash for name, template in self._templates.items()}

    def model_hashes(self) -> dict[str, str]:
        """By question, the hash of the model that answers it and of all that shapes its answers."""
        return {name: hashlib.sha256(m.identity.encode()).hexdigest()[:16] for name, m in self._models.items()}

    def known(self, question: Question[Item, Part], items: Sequence[Item]) -> dict[str, Part]:
        """The answers that are cached, by label."""
        respondent = self._respondent(question)
        found = ((question.label(item), respondent.known(item)) for item in items)
        return {label: part for label, part in found if part is not None}

    def missing(self, question: Question[Item, Part], items: Sequence[Item]) -> list[Item]:
        """The items whose answer isn't cached, in order."""
        respondent = self._respondent(question)
        return [item for item in items if respondent.known(item) is None]

    def packs(self, question: Question[Item, Part], items: Sequence[Item]) -> list[list[Item]]:
        """How ``items`` are shared out over calls."""
        return list(self._respondent(question).packs(items))

    def prompts(self, question: Question[Item, Part], items: Sequence[Item]) -> list[Prompt]:
        """The prompts that would be asked about ``items``, cached or not."""
        respondent = self._respondent(question)
        return [respondent.prompt(pack) for pack in respondent.packs(items)]

    def constant_tokens(self, question: str) -> int:
        """The tokens of a question's template, which is most of what every prompt has in common."""
        return tokens.count(self._templates[question].source)

    def model_name(self, question: str) -> str:
        """The name of the model that answers ``question``."""
        return self._models[question].name

    def fold(self, question: str) -> int:
        """How many papers one prompt about a topic may hold, for the model that answers ``question``."""
        return self._models[question].fold

    def closeness(self, question: str) -> float:
        """The least support by its sentence of what the model that answers ``question`` says of one paper.

        A model that can be shown few papers at a time is a small one, and is held closer to their words.
        """
        return CLOSE_SUPPORT if self._models[question].fold <= _FEW else SUPPORT

    def counts_tokens(self, question: str) -> bool:
        """Whether the model that answers ``question`` takes tokens at all."""
        return self._models[question].pack_tokens is not None

    def _respondent(self, question: Question[Item, Part]) -> Respondent[Item, Part]:
        return Respondent(question, self._models[question.name], self._templates[question.name], self._cache)


def _silent(question: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
