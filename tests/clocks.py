"""A clock that only its sleepers move: what would take minutes takes no time, and is the same on any machine."""

import asyncio


class Clock:
    """``now`` in seconds from 0; ``waits`` are the times that somebody slept."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Move the clock, and let the others have their turn."""
        assert seconds > 0
        self.waits.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)
