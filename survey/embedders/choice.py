"""From the name a user gives to the embedder: the visible list of embedders."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from survey.embedders.base import Embedder
from survey.embedders.words import WordEmbedder
from survey.errors import SettingsError
from survey.settings import Settings

if TYPE_CHECKING:
    from survey.embedders.hosted import Foreseen, HostedEmbedder

_HOSTED = "openai:"
_Maker = Callable[[str, Settings], Embedder]


def _words(name: str, settings: Settings) -> Embedder:  # noqa: ARG001  # a maker's signature
    return WordEmbedder()


def _hosted(name: str, settings: Settings) -> "HostedEmbedder":
    from survey.embedders.hosted import HostedEmbedder  # the openai client takes longer to import than topics to draw

    return HostedEmbedder(name, settings)


EMBEDDERS: tuple[tuple[str, _Maker], ...] = (("words", _words), (_HOSTED, _hosted))
"""Makers by name, or by its start up to the colon; a maker gets what stands behind that."""


def embedder_for(settings: Settings) -> Embedder:
    """The embedder that ``settings`` name. Raises SettingsError or ModelError when it can't be had; nothing is sent."""
    name = settings.embedder
    for start, make in EMBEDDERS:
        model = name.removeprefix(start).strip()
        if name == start or (start.endswith(":") and name.startswith(start)):
            if start.endswith(":") and not model:
                break
            return make(model, settings)
    what = f"There is no embedder {name!r}."
    raise SettingsError(what, "It is words (built in, the default) or openai:NAME, a model at an embeddings endpoint.")


def hosted_by(embedder: Embedder) -> "HostedEmbedder | None":
    """``embedder``, if it asks an endpoint; else None."""
    if not embedder.name.startswith(_HOSTED):
        return None
    from survey.embedders.hosted import HostedEmbedder

    return embedder if isinstance(embedder, HostedEmbedder) else None


def foreseen(texts: Sequence[str], settings: Settings) -> "Foreseen | None":
    """What embedding ``texts`` would ask of an endpoint; None for an embedder that asks none. Nothing is sent."""
    hosted = hosted_by(embedder_for(settings))
    return hosted.foreseen(texts) if hosted else None
