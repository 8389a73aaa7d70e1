"""Valid answers on disk: they were paid for, so nothing is ever evicted, and nothing invalid is ever put there."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import diskcache

from survey.errors import SettingsError


def cache_key(*parts: object) -> str:
    """The key of what depends on ``parts`` (anything that JSON can say) and on nothing else."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def rules_hash(*places: Path) -> str:
    """A hash of the Python and JSON files in ``places``: what code worked out holds only as long as the code does."""
    files = [file for place in places for file in ([place] if place.is_file() else sorted(place.glob("*.[pj]*")))]
    return hashlib.sha256(b"\n".join(file.read_bytes() for file in files)).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What ``survey cache info`` says: how many answers, and how many bytes on disk."""

    folder: Path
    answers: int
    size: int


class AnswerCache:
    """A folder of answers by key; both are text (stored as JSON: reading a cache never runs code from it)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self._store = diskcache.Cache(str(folder), disk=diskcache.JSONDisk, eviction_policy="none")
        except (OSError, sqlite3.Error) as error:
            what = f"The cache folder {folder} can't be used: {error}."
            raise SettingsError(what, "Name another one with --cache DIR.") from None

    def get(self, key: str) -> str | None:
        """The stored answer, or None."""
        found = self._store.get(key)
        return found if isinstance(found, str) else None

    def put(self, answers: Mapping[str, str]) -> None:
        """Store all of ``answers``, or, when interrupted, none of them."""
        with self._store.transact():
            for key, answer in answers.items():
                self._store.set(key, answer)

    def info(self) -> CacheInfo:
        """How many answers there are and the room they take."""
        return CacheInfo(self.folder, len(self._store), int(self._store.volume()))

    def clear(self) -> int:
        """Drop every answer; returns how many there were."""
        return int(self._store.clear())

    def __enter__(self) -> "AnswerCache":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._store.close()
