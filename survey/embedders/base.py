"""The embedder seam: texts go in, unit vectors come out."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Embedder(Protocol):
    """Anything that turns texts into vectors; ``name`` enters settings and cache keys."""

    name: str

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row for each text, (n, d), each row of length 1 (a text without any known word: all zeros)."""
        ...
