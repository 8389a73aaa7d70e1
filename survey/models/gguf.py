"""``gguf:PATH``: a GGUF file run by llama.cpp on this machine, in a child process that ends when we do."""

import asyncio
import hashlib
import importlib.util
import json
import os
import secrets
import sys
import tempfile
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import IO, cast

from openai import AsyncOpenAI, DefaultAsyncHttpxClient

from survey.errors import CallFailed, ModelError, TooLong
from survey.models import llama
from survey.models.base import Model, Prompt, Reply
from survey.models.chat import ChatModel, Manner, manner_of
from survey.models.failures import Endpoint
from survey.models.grammar import narrowed
from survey.models.limits import Limiter
from survey.replies import plain
from survey.settings import Settings

PREFIX = "gguf:"
_MAGIC = b"GGUF"
_EDGE = 1 << 20
_LEAST_SECONDS = 900.0
_TO_LOAD = 600.0
_CONTEXT_BYTES = 40_000
"""Roughly what a token of context takes in a small model, in bytes: enough to say beforehand that it can't fit."""


@dataclass(frozen=True, slots=True)
class Local:
    """What to run and how."""

    path: Path
    threads: int
    context: int
    seed: int


class GgufModel:
    """A local model: one paper to a call, one call at a time, JSON enforced by a grammar."""

    pack = 1
    fold = 20

    def __init__(self, name: str, local: Local, manner: Manner) -> None:
        self.name = name
        self.pack_tokens: int | None = local.context
        self._local, self._manner = local, manner
        self._turn = asyncio.Lock()
        self._child: Process | None = None
        self._log: IO[bytes] | None = None
        self._chat: ChatModel | None = None

    @property
    def identity(self) -> str:
        """The file by its content, wherever it stands, and the parameters that shape an answer."""
        shaping = {"seed": self._local.seed, **self._manner.parameters}
        return f"{PREFIX}{_fingerprint(self._local.path)}?{json.dumps(shaping, sort_keys=True)}"

    async def complete(self, prompt: Prompt) -> Reply:
        """The answer; the first call waits for the model to be loaded."""
        async with self._turn:
            chat = self._chat or await self._start()
            try:
                return await chat.complete(prompt)
            except TooLong as error:
                raise TooLong(error.what, f"Raise --context (it is {self._local.context}).") from None
            except (CallFailed, ModelError) as error:
                raise self._ended() or error from None

    async def close(self) -> None:
        """End the child process at once, whatever it is doing."""
        if self._chat is not None:
            await self._chat.close()
        if self._child is not None and self._child.returncode is None:
            self._child.kill()
            await self._child.wait()
        if self._log is not None:
            self._log.close()
        self._chat = self._child = self._log = None

    async def _start(self) -> ChatModel:
        key = secrets.token_hex(16)
        self._log = tempfile.TemporaryFile()  # noqa: SIM115  # close() closes it
        # A session of its own: Ctrl-C reaches us alone, and we end the child.
        self._child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", str(Path(llama.__file__))),
            stdin=PIPE,
            stdout=PIPE,
            stderr=self._log,
            start_new_session=True,
        )
        address = await self._address(self._child, key)
        client = AsyncOpenAI(
            api_key=key,
            base_url=f"{address}/v1",
            max_retries=0,
            timeout=self._manner.timeout,
            http_client=DefaultAsyncHttpxClient(trust_env=False, timeout=self._manner.timeout),
        )
        self._chat = ChatModel(client, Endpoint(self.name, "The local model", (key,)), self._manner, schema=narrowed)
        return self._chat

    async def _address(self, child: Process, key: str) -> str:
        """Tell the child what to run, and wait until it listens."""
        local = self._local
        wanted = {"path": str(local.path), "key": key, "threads": local.threads, "context": local.context}
        stdin, stdout = cast(asyncio.StreamWriter, child.stdin), cast(asyncio.StreamReader, child.stdout)
        stdin.write(json.dumps(wanted | {"seed": local.seed}).encode() + b"\n")
        try:
            async with asyncio.timeout(_TO_LOAD):
                await stdin.drain()
                line = await stdout.readline()
        except (TimeoutError, ConnectionError):
            line = b""
        said = json.loads(line) if line.startswith(b"{") else {}
        if "address" not in said:
            why = self._last_words() or said.get("error") or "it ended without a word"
            raise ModelError(
                f"llama.cpp can't load {local.path}: {why}.",
                "Is it a chat model in GGUF that this machine's memory holds? A smaller --context takes less.",
            )
        return str(said["address"])

    def _ended(self) -> ModelError | None:
        """Why the child is gone, if it is."""
        if self._child is None or self._child.returncode is None:
            return None
        what = f"The local model's process ended (code {self._child.returncode}): {self._last_words()}"
        return ModelError(what, "It may not fit into memory: try a smaller --context or a smaller model.")

    def _last_words(self) -> str:
        """The last complaint in llama.cpp's log."""
        if self._log is None:
            return ""
        self._log.seek(0)
        lines = self._log.read().decode("utf-8", "replace").splitlines()
        complaints = [line for line in lines if " E " in line or "rror" in line]
        return plain((complaints or [""])[-1].split(" E ", 1)[-1])[:200].rstrip(".")


def gguf_model(name: str, settings: Settings) -> Model:
    """The model in the file after ``gguf:``. Raises ModelError when it can't be run, before anything is asked."""
    path = Path(name.removeprefix(PREFIX)).expanduser()
    _check(path, settings.context)
    threads = settings.threads or _cores()
    manner = manner_of(settings)
    # Nobody else is waiting at a local model, and a slow machine is no failure.
    patient = replace(manner, timeout=max(settings.timeout, _LEAST_SECONDS), limiter=Limiter())
    return GgufModel(name, Local(path.resolve(), threads, settings.context, settings.seed), patient)


def _cores() -> int:
    """The cores that this process may use; where the system doesn't say (macOS, Windows), all there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _check(path: Path, context: int) -> None:
    if not path.is_file():
        raise ModelError(f"There is no model file {path}.", "Give the path of a GGUF file: --model gguf:PATH")
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise ModelError(f"{path} is not a GGUF file.", "llama.cpp runs GGUF; other formats must be converted.")
    if importlib.util.find_spec("xllamacpp") is None:
        raise ModelError("Local models need llama.cpp.", "Install it: pip install 'surveyloom[local]'")
    wanted = path.stat().st_size + context * _CONTEXT_BYTES
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    if wanted > memory:
        what = (
            f"{path} with a context of {context} needs about {wanted / 2**30:.1f} GiB; there are {memory / 2**30:.1f}."
        )
        raise ModelError(what, "Use a smaller model, one of fewer bits, or a smaller --context.")


@cache
def _fingerprint(path: Path) -> str:
    """The file's size and a hash of its start and end: quick, and different for different models."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(_EDGE)
        file.seek(max(0, size - _EDGE))
        digest = hashlib.sha256(start + file.read(_EDGE))
    return f"{size}-{digest.hexdigest()[:16]}"
