"""Who answers the questions of a run: the templates, models, cache and budget that the settings name."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from survey.arranging import Embedded
from survey.ask import Asker, Progress
from survey.cache import AnswerCache
from survey.errors import SettingsError
from survey.ledger import Budget
from survey.models.base import Model
from survey.models.choice import models_for
from survey.prices import Prices
from survey.prompts import load_templates
from survey.settings import Settings

_ALL = 1_000_000
"""Calls at a time where they go into a batch: it takes whatever there is to ask."""


@contextmanager
def asking(settings: Settings, progress: Progress | None = None, embedded: Embedded | None = None) -> Iterator[Asker]:
    """An asker with the templates, models and cache of ``settings``; what is wrong with these fails first.

    What was ``embedded`` before counts as used.
    """
    templates = load_templates(settings.prompts)
    models = models_for(settings)
    prices = Prices(settings.prices)
    budget = _budget(settings, models, prices)
    at_once = _ALL if settings.batch else settings.concurrency
    with AnswerCache(settings.cache) as cache:
        asker = Asker(models, templates, cache, concurrency=at_once, progress=progress, prices=prices, budget=budget)
        if embedded is not None:
            asker.ledger.embedded(embedded.model, embedded.calls, embedded.retried, embedded.tokens)
            budget.take(embedded.model, embedded.tokens)
        with asker:
            yield asker


def _budget(settings: Settings, models: Mapping[str, Model], prices: Prices) -> Budget:
    unpriced = [model.name for model in models.values() if prices.of(model.name) is None]
    if settings.max_cost is not None and unpriced:
        what = f"--max-cost needs a price, and there is none for {unpriced[0]!r}."
        todo = f'Put it into survey.toml, US$ per million tokens in and out: [prices] "{unpriced[0]}" = [1.0, 4.0]'
        raise SettingsError(what, f"{todo}; or use --max-total-tokens.")
    return Budget(settings.max_total_tokens, settings.max_cost, prices)
