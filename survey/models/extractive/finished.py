"""The last look at the figures of a sentence: what governs each, and all the words that belong to it."""

from collections.abc import Sequence

from survey.models.extractive.averaged import averaged
from survey.models.extractive.compared import compared
from survey.models.extractive.conditions import conditioned
from survey.models.extractive.contrasts import own_ones
from survey.models.extractive.editions import whole_names
from survey.models.extractive.governed import governed
from survey.models.extractive.measured import measured
from survey.models.extractive.modified import modified
from survey.models.extractive.opposed import opposed
from survey.models.extractive.reported import Result
from survey.models.extractive.restricted import restricted


def finished(results: Sequence[Result], text: str) -> list[Result]:
    """The results of a sentence, each with its whole measure and its condition; without those of others."""
    own = opposed(compared(own_ones(governed(results, text), text), text), text)
    whole = conditioned(modified(measured(whole_names(own, text), text), text), text)
    return averaged(restricted(whole, text), text)
