"""A chat endpoint on loopback that does as it is told: well, slowly, wrongly, or not at all.

A :class:`Loopback` is asked over real HTTP. What it does with a request is decided by a function of the request; the
functions in :data:`MISCHIEF` are the ways in which endpoints and models go wrong.
"""

import asyncio
import hashlib
import json
import random
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from answering import good_answer


@dataclass(frozen=True)
class Request:
    """One request: ``number`` counts from 0; ``body`` is its JSON ({} when it has none)."""

    number: int
    method: str
    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]
    raw: bytes = b""

    @property
    def text(self) -> str:
        """All that the messages say."""
        return "\n".join(message["content"] for message in self.body.get("messages", []))


@dataclass(frozen=True)
class Act:
    """What is sent back, cut off behind ``cut`` bytes of the body, with ``drip`` seconds after each byte.

    It is sent after ``delay`` seconds, or once ``until`` holds, which a test can rely on; ``hang`` is for ever.
    """

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    cut: int | None = None
    hang: bool = False
    drip: float = 0.0
    until: Callable[[], bool] | None = None


Behaviour = Callable[[Request], Act]


_LONGEST = 120.0
"""Seconds in which even a busy machine does what is waited for."""


class Loopback:
    """An endpoint at ``url`` while the ``with`` statement lasts; ``requests`` are those that arrived."""

    def __init__(self, behaviour: Behaviour) -> None:
        self.behaviour = behaviour
        self.requests: list[Request] = []
        self.busiest = 0
        self._busy = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> "Loopback":
        self._thread.start()
        assert self._ready.wait(_LONGEST)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(_LONGEST)

    @property
    def url(self) -> str:
        """The base URL, as OPENAI_BASE_URL has it."""
        return f"http://127.0.0.1:{self._port}/v1"

    @property
    def calls(self) -> list[Request]:
        """The requests for a chat completion."""
        return [request for request in self.requests if request.path.endswith("/chat/completions")]

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        server = await asyncio.start_server(self._connection, "127.0.0.1", 0)
        self._port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        for task in asyncio.all_tasks(self._loop) - {asyncio.current_task()}:
            task.cancel()

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (request := await self._read(reader)) is not None:
                self._busy += 1
                self.busiest = max(self.busiest, self._busy)
                try:
                    kept = await self._answer(self.behaviour(request), writer)
                finally:
                    self._busy -= 1
                if not kept:
                    break
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _read(self, reader: asyncio.StreamReader) -> Request | None:
        head = await reader.readuntil(b"\r\n\r\n") if not reader.at_eof() else b""
        if not head:
            return None
        first, *lines = head.decode("latin-1").strip().split("\r\n")
        headers = {name.casefold(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        raw = await reader.readexactly(int(headers.get("content-length", "0")))
        is_json = headers.get("content-type", "").startswith("application/json") and raw
        method, path, _ = first.split(" ")
        request = Request(len(self.requests), method, path, headers, json.loads(raw) if is_json else {}, raw)
        self.requests.append(request)
        return request

    async def _answer(self, act: Act, writer: asyncio.StreamWriter) -> bool:
        if act.hang:
            await asyncio.sleep(3600)
        async with asyncio.timeout(_LONGEST):
            while act.until is not None and not act.until():
                await asyncio.sleep(0.002)
        await asyncio.sleep(act.delay)
        headers = {"Content-Type": "application/json", **act.headers, "Content-Length": str(len(act.body))}
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        writer.write(f"HTTP/1.1 {act.status} X\r\n{head}\r\n".encode())
        if act.drip:
            for byte in act.body:
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(act.drip)
        writer.write(act.body if act.cut is None else act.body[: act.cut])
        await writer.drain()
        return act.cut is None


def completion(text: object, request: Request, **choice: object) -> Act:
    """A chat completion that says ``text``, its tokens counted as the words and signs of the messages."""
    from survey import tokens

    used = {
        "prompt_tokens": sum(tokens.count(m["content"]) + 4 for m in request.body.get("messages", [])) + 3,
        "completion_tokens": tokens.count(str(text)[:20_000]),
    }
    message = {"role": "assistant", "content": text}
    answer = {"index": 0, "finish_reason": "stop", "message": message} | choice
    return Act(json.dumps({"id": "x", "object": "chat.completion", "choices": [answer], "usage": used}).encode())


def well(request: Request) -> Act:
    """As a good model at a good endpoint answers."""
    return completion(json.dumps(good_answer(request.text), ensure_ascii=False), request)


def error(status: int, message: str = "it broke", headers: Mapping[str, str] | None = None, **more: object) -> Act:
    """An error in the form that OpenAI gives it."""
    return Act(json.dumps({"error": {"message": message, **more}}).encode(), status, headers or {})


def _retold(request: Request, change: Callable[[str], str]) -> Act:
    return completion(change(json.dumps(good_answer(request.text), ensure_ascii=False)), request)


def _cut_short(request: Request) -> Act:
    text = json.dumps(good_answer(request.text))
    return completion(text[: len(text) * 2 // 3], request, finish_reason="length")


def _edited(request: Request, edit: Callable[[dict[str, Any]], None]) -> Act:
    """A good answer with every object in it changed by ``edit``."""
    answer = good_answer(request.text)

    def walk(value: object) -> None:
        if isinstance(value, dict):
            for inner in list(value.values()):
                walk(inner)
            edit(value)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(answer)
    return completion(json.dumps(answer), request)


def _texts(change: Callable[[str], str]) -> Callable[[dict[str, Any]], None]:
    def edit(value: dict[str, Any]) -> None:
        for name in ("text", "name"):
            if isinstance(value.get(name), str):
                value[name] = change(value[name])

    return edit


def _hostile(text: str) -> str:
    return f"<script>alert(1)</script> [{text}](javascript:alert(1)) ![x](http://evil.example/x.png) `x` | y"


MISCHIEF: dict[str, Behaviour] = {
    "429": lambda r: error(429, "slow down"),
    "429 with Retry-After": lambda r: error(429, "slow down", {"Retry-After": "0"}),
    "500": lambda r: error(500),
    "503 in HTML": lambda r: Act(b"<html><h1>Service unavailable</h1></html>", 503, {"Content-Type": "text/html"}),
    "slow": lambda r: Act(**{**well(r).__dict__, "delay": 0.2}),
    "hanging": lambda r: Act(hang=True),
    "dripping": lambda r: Act(**{**well(r).__dict__, "drip": 0.05}),
    "cut in mid-body": lambda r: Act(**{**well(r).__dict__, "cut": 120}),
    "cut before the body": lambda r: Act(**{**well(r).__dict__, "cut": 0}),
    "truncated body": lambda r: Act(well(r).body[:200]),
    "HTML, 200": lambda r: Act(b"<html>a portal</html>", 200, {"Content-Type": "text/html"}),
    "no choices": lambda r: Act(b'{"choices": [], "usage": null}'),
    "choices null": lambda r: Act(b'{"choices": null}'),
    "message null": lambda r: Act(b'{"choices": [{"message": null}]}'),
    "content null": lambda r: completion(None, r),
    "error in a 200": lambda r: Act(b'{"error": {"message": "overloaded", "code": 502}}'),
    "refusal": lambda r: Act(b'{"choices": [{"message": {"refusal": "I can\'t <b>help</b> with that"}}]}'),
    "empty": lambda r: completion("", r),
    "prose": lambda r: completion("I am sorry, here is what I think about these papers.", r),
    "cut at the token limit": _cut_short,
    "wrong schema": lambda r: completion('{"result": {"papers": "none"}}', r),
    "a list": lambda r: completion("[1, 2, 3]", r),
    "numbers for texts": lambda r: _edited(r, lambda v: v.update(text=7) if "text" in v else None),
    "invented keys": lambda r: _edited(r, lambda v: v.update({"confidence <i>": 1.0})),
    "invented papers": lambda r: _edited(r, lambda v: v.update(papers=["P999"]) if "kind" in v else None),
    "invented sentence numbers": lambda r: _edited(
        r, lambda v: v.update(sentences=[-3, 10**9]) if "field" in v else None
    ),
    "invented numbers": lambda r: _edited(r, _texts(lambda t: f"{t} It gains 93.71 %.")),
    "control characters": lambda r: _edited(r, _texts(lambda t: "\x00\x1b[2J\u202e" + t + "\ud800\x07")),
    "raw control characters": lambda r: _retold(r, lambda t: t.replace(" ", "\x01 ", 3)),
    "HTML and links": lambda r: _edited(r, _texts(_hostile)),
    "ten megabytes": lambda r: completion("x" * 10_000_000, r),
    "ten megabytes of JSON": lambda r: _retold(r, lambda t: t.replace('"text": "', '"text": "' + "x" * 10_000_000, 1)),
    "deeply nested": lambda r: completion('{"a":' * 20_000, r),
    "huge number": lambda r: completion('{"papers": ' + "9" * 10_000 + "}", r),
    "fenced": lambda r: _retold(r, lambda t: f"Here it is:\n```json\n{t}\n```\nI hope that helps {{well}}."),
    "thinking aloud": lambda r: _retold(r, lambda t: f'<think>Maybe {{"papers": []}}? No.</think>{t}'),
    "the same over and over": lambda r: _edited(
        r, lambda v: v.update(statements=v["statements"] * 40) if "statements" in v else None
    ),
}


def mixed(seed: int, share: float = 0.6) -> Behaviour:
    """Mischief at random, for ``share`` of the requests; the rest are answered well.

    What a request meets hangs on what it says and on how often it was made, not on the order in which they arrive.
    """
    tricks = list(MISCHIEF.values())
    made: Counter[bytes] = Counter()

    def behave(request: Request) -> Act:
        made[request.raw] += 1
        chance = random.Random(f"{seed} {made[request.raw]} {hashlib.sha256(request.raw).hexdigest()}")
        return chance.choice(tricks)(request) if chance.random() < share else well(request)

    return behave


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """The first request is met with the first behaviour, and so on; the last one stays."""
    return lambda request: behaviours[min(request.number, len(behaviours) - 1)](request)
