"""``replay:FILE`` plays what another model said; ``record:FILE=MODEL`` asks MODEL and keeps what it says in FILE.

A recording is JSON lines: first the model and how it is asked, then a line for each prompt: its question, a hash of its
text, and the reply. So a prompt that has changed by a letter has no recording, and that is an error, not a silent miss.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from survey.errors import ModelError
from survey.models.base import Model, Prompt, Reply

REPLAY, RECORD = "replay:", "record:"
COMMAND = "python tests/record.py"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Recording:
    """What a file holds: the recorded model's name, how it is asked, and the replies by question and prompt hash."""

    model: str
    pack: int
    pack_tokens: int | None
    fold: int
    replies: dict[str, dict[str, Any]]

    def text(self) -> str:
        """The file's text: sorted, so that recording again changes only what has changed."""
        about = {"format": _FORMAT, "model": self.model, "pack": self.pack}
        lines = [about | {"pack_tokens": self.pack_tokens, "fold": self.fold}]
        lines += [{"prompt": key, **self.replies[key]} for key in sorted(self.replies)]
        return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def key_of(prompt: Prompt) -> str:
    """The question, and a hash of the whole prompt."""
    digest = hashlib.sha256(f"{prompt.system}\n{prompt.user}".encode()).hexdigest()
    return f"{prompt.question}-{digest[:20]}"


def read_recording(path: Path) -> Recording:
    """The recording in ``path``. Raises ModelError when there is none."""
    try:
        about, *lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
        replies = {line.pop("prompt"): line for line in lines}
        return Recording(about["model"], about["pack"], about["pack_tokens"], about["fold"], replies)
    except OSError as error:
        raise ModelError(f"The recording {path} can't be read: {error.strerror}.", f"Make one: {COMMAND}") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ModelError(f"{path} is no recording.", f"Make one: {COMMAND}") from None


class Replay:
    """Answers each prompt with what was recorded for it."""

    def __init__(self, name: str, path: Path) -> None:
        self.name, self._path = name, path
        self._recording = read_recording(path)
        self.pack, self.pack_tokens = self._recording.pack, self._recording.pack_tokens
        self.fold = self._recording.fold

    @property
    def identity(self) -> str:
        """The recording by its content."""
        return f"{REPLAY}{hashlib.sha256(self._recording.text().encode()).hexdigest()[:20]}"

    async def complete(self, prompt: Prompt) -> Reply:
        """The recorded reply. Raises ModelError, naming the command to record again, when there is none."""
        found = self._recording.replies.get(key_of(prompt))
        if found is None:
            what = f"{self._path} has no reply to a prompt of the question {prompt.question!r}: it was recorded before"
            raise ModelError(f"{what} that prompt changed.", f"Record again: {COMMAND}")
        return Reply(**found)

    async def close(self) -> None:
        """Nothing to let go of."""


class Recorder:
    """Asks another model and keeps its replies; what the file has already isn't asked again."""

    def __init__(self, path: Path, model: Model) -> None:
        self.name, self._path, self._model = model.name, path, model
        self.pack, self.pack_tokens, self.fold = model.pack, model.pack_tokens, model.fold
        self._before = read_recording(path).replies if path.exists() else {}
        self._used: dict[str, dict[str, Any]] = {}
        self._whole = True

    @property
    def identity(self) -> str:
        """The recorded model's."""
        return self._model.identity

    async def complete(self, prompt: Prompt) -> Reply:
        """The recorded reply, or else the model's, which is recorded at once."""
        key = key_of(prompt)
        if key in self._before:
            self._used[key] = self._before[key]
            return Reply(**self._before[key])
        whole, self._whole = self._whole, False
        reply = await self._model.complete(prompt)
        self._whole = whole
        self._used[key] = asdict(reply)
        self._save(self._before | self._used)
        return reply

    async def close(self) -> None:
        """Drop what was recorded for prompts that are no more, unless this run broke off; let the model go."""
        self._save(self._used if self._whole else self._before | self._used)
        await self._model.close()

    def _save(self, replies: dict[str, dict[str, Any]]) -> None:
        about = (self._model.name.rpartition("/")[2], self.pack, self.pack_tokens, self.fold)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        scratch = self._path.with_suffix(".part")
        scratch.write_text(Recording(*about, replies).text(), encoding="utf-8")
        scratch.replace(self._path)
