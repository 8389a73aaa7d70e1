"""From the name a user gives to the model that answers: the visible list of models."""

from collections.abc import Callable, Mapping
from pathlib import Path

from survey.errors import SettingsError
from survey.models.base import Model
from survey.models.extractive.model import Extractive
from survey.questions import QUESTIONS
from survey.settings import Settings

_Maker = Callable[[str, Settings], Model]


def _extractive(name: str, settings: Settings) -> Model:  # noqa: ARG001  # a maker's signature
    return Extractive()


def _chat(name: str, settings: Settings) -> Model:
    from survey.models.chat import chat_model

    return chat_model(name, settings)


def _gguf(name: str, settings: Settings) -> Model:
    from survey.models.gguf import gguf_model

    return gguf_model(name, settings)


def _replay(name: str, settings: Settings) -> Model:  # noqa: ARG001
    from survey.models.replay import REPLAY, Replay

    return Replay(name, Path(name.removeprefix(REPLAY)))


def _record(name: str, settings: Settings) -> Model:
    from survey.models.replay import RECORD, Recorder

    file, equals, inner = name.removeprefix(RECORD).partition("=")
    if not (file and equals):
        raise SettingsError(f"{name!r} doesn't say what to record.", "It is written record:FILE=MODEL.")
    return Recorder(Path(file), make_model(inner, settings))


MODELS: tuple[tuple[str, _Maker], ...] = (
    ("extractive", _extractive),
    ("gguf:", _gguf),
    ("replay:", _replay),
    ("record:", _record),
    ("", _chat),
)
"""Makers by the name, or by its start where that ends in a colon; the first that fits makes the model. The empty one
fits any name. A new model is one file and one line here."""


def make_model(name: str, settings: Settings) -> Model:
    """The model called ``name``. Raises SettingsError or ModelError when it can't be had."""
    if not name.strip():
        raise SettingsError("The model's name is empty.", "Leave --model away for the extractive default.")
    return next(make for start, make in MODELS if _fits(name, start))(name, settings)


def _fits(name: str, start: str) -> bool:
    return not start or name == start or (start.endswith(":") and name.startswith(start))


def models_for(settings: Settings) -> Mapping[str, Model]:
    """A model for each question: ``--model``, but where ``--model-for`` names another; equal names share one model."""
    names = {question: settings.model_for.get(question, settings.model) for question in QUESTIONS}
    made = {name: make_model(name, settings) for name in dict.fromkeys(names.values())}
    return {question: made[name] for question, name in names.items()}
