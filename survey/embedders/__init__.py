"""Text to vectors: a protocol one method wide, and the built-in ways to do it."""

from survey.embedders.base import Embedder
from survey.embedders.words import WordEmbedder

__all__ = ["Embedder", "WordEmbedder", "default_embedder"]


def default_embedder() -> Embedder:
    """The embedder used when none is named: needs no network, no key and no download."""
    return WordEmbedder()
