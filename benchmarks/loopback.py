"""A bare chat endpoint in a process of its own: it answers everything after a fixed time. Prints its port."""

import asyncio
import json
import sys

ANSWER = {"papers": [{"paper": "P1", "statements": [], "results": []}]}


class Endpoint(asyncio.Protocol):
    """One connection: requests with a Content-Length, answered ``delay`` seconds after they are whole."""

    delay = 0.2
    answer = b""

    def __init__(self) -> None:
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer each request that is whole."""
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end].lower()
            at = head.find(b"content-length:")
            length = int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            if len(self._buffer) < end + 4 + length:
                return
            body = self._buffer[end + 4 : end + 4 + length]
            self._buffer = self._buffer[end + 4 + length :]
            asyncio.get_running_loop().call_later(self.delay, self._reply, body)

    def _reply(self, body: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(reply(body))


def reply(body: bytes) -> bytes:
    """A completion that repeats the prompt's first sentence as the paper's contribution."""
    text = json.loads(body)["messages"][-1]["content"]
    sentence = text.split("[1] ", 1)[-1].split("\n", 1)[0]
    said = {"field": "contribution", "text": sentence, "sentences": [1]}
    answer = {"papers": [{"paper": "P1", "statements": [said], "results": []}]}
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": json.dumps(answer)}}
    usage = {"prompt_tokens": 600, "completion_tokens": 60, "total_tokens": 660}
    about = {"id": "x", "object": "chat.completion", "created": 0, "model": "m"}
    whole = json.dumps({**about, "choices": [choice], "usage": usage}).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(whole), whole)


async def serve(delay: float) -> None:
    """Serve until killed."""
    Endpoint.delay = delay
    server = await asyncio.get_running_loop().create_server(Endpoint, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1])))
